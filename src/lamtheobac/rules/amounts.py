"""Figures as rules weigh and word them (số liệu trong quy tắc)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeGuard

import attrs

from lamtheobac.errors import LamTheoBacError
from lamtheobac.text.clean import search_key
from lamtheobac.text.units import PER_LABELS
from lamtheobac.values.comparison import is_rate, possible_values
from lamtheobac.values.decimals import round_to
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.unit import Unit
from lamtheobac.values.wording import word

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Kind", "add_up", "is_amount", "is_counted", "is_surely_above", "kind_of", "say"]

Kind = tuple[Unit, str, tuple[str, ...]]
"""What a figure counts: only figures of one kind are added or held against each other."""

_FINEST = Decimal("0.000001")


def kind_of(figure: Figure) -> Kind:
    """Tell what a figure counts: unit, noun of an item, and "per" (loại số liệu).

    >>> kind_of(Figure.parse("678 hộ nghèo")) == kind_of(Figure.parse("700 hộ"))
    True
    >>> kind_of(Figure.parse("96 lượt người")) == kind_of(Figure.parse("96 người"))
    False
    """
    return figure.unit, search_key(figure.noun) if figure.unit is Unit.ITEM else "", figure.per


def is_amount(figure: Figure) -> bool:
    """Tell whether a figure is so much of something that is known, which alone can be added (có phải một lượng).

    Shares and what is given for each of something are no amounts, nor is a number of nobody knows what.

    >>> [is_amount(Figure.parse(text)) for text in ("126 hũ gạo", "126", "90%", "30/38 hộ", "2.000 đồng/tháng")]
    [True, False, False, False, False]
    """
    is_nameless = figure.unit is Unit.ITEM and not search_key(figure.noun)
    return not (is_rate(figure) or figure.per or is_nameless)


def is_counted(figure: Figure | None) -> TypeGuard[Figure]:
    """Tell whether a figure is a plain count, exact in full (có phải số đếm).

    >>> is_counted(Figure.parse("129 nhà")), is_counted(Figure.parse("6,2 tỷ đồng")), is_counted(None)
    (True, False, False)
    """
    return (
        figure is not None
        and figure.value is not None
        and figure.approximation is Approximation.EXACT
        and not figure.step
    )


def add_up(figures: Sequence[Figure]) -> Figure | None:
    """Add figures where they can be added (cộng nếu cộng được).

    >>> str(add_up([Figure.parse("56 người"), Figure.parse("70 người")]))
    '126 người'
    >>> add_up([]) is None, add_up([Figure.parse("56 người"), Figure.parse("hơn 90%")]) is None
    (True, True)
    """
    try:
        return Figure.sum(figures)
    except LamTheoBacError:
        # Unlike figures, no figure at all, or a sum beyond what a figure can hold.
        return None


def is_surely_above(first: Figure, second: Figure) -> bool:
    """Tell whether even the least that one figure can mean is more than the most of another (chắc chắn lớn hơn).

    >>> is_surely_above(Figure.parse("hơn 1,5 tỷ đồng"), Figure.parse("hơn 1,2 tỷ đồng"))
    True
    >>> is_surely_above(Figure.parse("khoảng 31 nhà"), Figure.parse("30 nhà"))
    False
    """
    low, high = possible_values(first).low, possible_values(second).high
    return low is not None and high is not None and low > high


def say(figure: Figure) -> str:
    """Say a figure in digits, marks and closed words: its own text may name what it counts (diễn đạt số liệu).

    >>> say(Figure.parse("678 hộ gia đình khó khăn")), say(Figure.parse("khoảng hơn 132 tỷ đồng"))
    ('678 hộ', 'khoảng hơn 132 tỷ đồng')
    >>> say(Figure.parse("100.000 đồng/tháng")), say(Figure.parse("từ 80 đến 90%"))
    ('100.000 đồng/tháng', 'từ 80 đến 90%')
    """
    return _say(figure, figure.qualifiers[:-1])


@lru_cache(maxsize=4096)
def _say(figure: Figure, softeners: tuple[str, ...]) -> str:
    """Say a figure once: equal figures differ in nothing else that is said."""
    value, low, high = (_shorten(number) for number in (figure.value, figure.low, figure.high))
    if low is not None and low == high:
        value, low, high = low, None, None  # the ends of a range may differ by less than can be written
    plain = attrs.evolve(
        figure,
        text=None,
        noun="",
        per=tuple(code for code in figure.per if code in PER_LABELS),
        step=max(figure.step, _FINEST) if figure.step else figure.step,
        value=value,
        low=low,
        high=high,
    )
    return " ".join((*softeners, word(plain)))


def _shorten(number: Decimal | None) -> Decimal | None:
    """Round to what can be written: records may be finer."""
    return None if number is None else round_to(number, _FINEST, "nearest")
