"""The words of a figure that has none of its own (diễn đạt số liệu)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lamtheobac.text.figure_writing import write_figure
from lamtheobac.text.figures import FigureText
from lamtheobac.values import decimals
from lamtheobac.values.addition import OUTWARD

if TYPE_CHECKING:
    from lamtheobac.values.figure import Figure

__all__ = ["word"]


def word(figure: Figure) -> str:
    """Write a figure from its fields (viết số liệu).

    A hedged value finer than its step, as sums have, is rounded outward: "hơn" goes down, "gần" goes up.

    >>> from lamtheobac.values.figure import Figure
    >>> word(Figure.sum([Figure.parse("hơn 5.000 cuốn"), Figure.parse("999 cuốn")]))
    'hơn 5.990 cuốn'
    """
    value = figure.value
    way = OUTWARD.get(figure.approximation)
    if value is not None and way is not None and figure.step:
        value = decimals.round_to(value, figure.step, way)
    return write_figure(
        FigureText(
            value=value,
            unit=figure.unit.value,
            approximation=figure.approximation.value,
            step=figure.step,
            noun=figure.noun,
            per=figure.per,
            low=figure.low,
            high=figure.high,
            out_of=figure.out_of,
            qualifiers=(),
            flags=(),
        )
    )
