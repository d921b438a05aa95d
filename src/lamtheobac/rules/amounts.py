"""Figures as rules weigh and word them (số liệu trong quy tắc)."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import TypeGuard

import attrs

from lamtheobac.text.units import PER_LABELS
from lamtheobac.values.addition import Kind, add_up, is_amount, kind_of
from lamtheobac.values.comparison import Interval, possible_values
from lamtheobac.values.decimals import round_to
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.wording import word

__all__ = ["Kind", "add_up", "count_span", "is_amount", "is_counted", "is_surely_above", "kind_of", "say"]

_FINEST = Decimal("0.000001")


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


def count_span(figure: Figure) -> Interval:
    """Give the values a count can mean; of a fraction those of its part: 30 of "30/38 vụ việc" (khoảng của số đếm).

    >>> count_span(Figure.share(30, out_of=38)).high, count_span(Figure.parse("30 vụ việc")).high
    (Fraction(30, 1), Fraction(30, 1))
    """
    return possible_values(figure if figure.out_of is None else attrs.evolve(figure, out_of=None, text=None))


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
