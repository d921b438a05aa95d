"""How values and records show themselves in a notebook (hiển thị trong sổ tay)."""

from __future__ import annotations

from typing import Any, TypeVar

__all__ = ["Listing", "show_card"]

T_co = TypeVar("T_co", covariant=True)


def show_card(self: Any) -> str:
    """Write something as a small card of HTML (thẻ).

    Every class that has a card takes it as its `_repr_html_`. The one import that goes up the layers stands
    here: what a card looks like is a format, and is loaded when a notebook asks.

    >>> from lamtheobac.values.figure import Figure
    >>> "hơn 6,2 tỷ đồng" in show_card(Figure.parse("hơn 6,2 tỷ đồng"))
    True
    """
    from lamtheobac.formats.html.cards import card  # noqa: PLC0415  loaded when a notebook asks

    return card(self)


class Listing(tuple[T_co, ...]):
    """A tuple that shows itself as a card in a notebook, and is a plain tuple in all else (danh sách).

    >>> Listing((1, 2)) == (1, 2), Listing((1, 2))
    (True, (1, 2))
    """

    __slots__ = ()

    _repr_html_ = show_card
