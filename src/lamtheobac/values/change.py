"""How a figure changed: up or down, by how much, in percent (tăng, giảm).

As with sums, nothing is promised that the two figures do not: what is said of the change, read literally, must allow
the change between every pair of values that they agree with.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from lamtheobac.text.clean import search_key
from lamtheobac.values import decimals
from lamtheobac.values.addition import OUTWARD
from lamtheobac.values.comparison import (
    Interval,
    are_comparable,
    is_rate,
    possible_values,
    values_in_agreement,
    worth,
)
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.unit import Unit

__all__ = ["Changed", "Trend", "change_between"]

_MOST = 10**18
_FINEST = 6
_FINEST_STEP = Decimal("0.000001")
_RISING = frozenset({Approximation.EXACT, Approximation.MORE_THAN})
_FALLING = frozenset({Approximation.EXACT, Approximation.NEARLY})


class Trend(Labelled):
    """Which way a figure went (xu hướng)."""

    UP = "up", "tăng", "up"
    DOWN = "down", "giảm", "down"
    SAME = "same", "không đổi", "unchanged"
    CANNOT_TELL = "cannot_tell", "không so được", "cannot tell"


class Changed(NamedTuple):
    """How one figure stands to an earlier one (mức tăng, giảm).

    Attributes:
        trend: Up, down, the same; cannot tell where the two may be equal and need not, or are not of one kind.
        difference: By how much; for rates in percentage points (điểm phần trăm). None where nothing can be said.
        percent: By how much of the earlier one, in percent; None for rates, and where that one may be zero.
    """

    trend: Trend
    difference: Figure | None = None
    percent: Figure | None = None


def change_between(earlier: Figure, later: Figure) -> Changed:
    """Tell how a figure changed (so sánh tăng, giảm).

    >>> up = change_between(Figure.parse("120 nhà"), Figure.parse("129 nhà"))
    >>> up.trend.label, str(up.difference), str(up.percent)
    ('tăng', '9 nhà', '7,5%')
    >>> down = change_between(Figure.parse("hơn 1,5 tỷ đồng"), Figure.parse("hơn 1,2 tỷ đồng"))
    >>> down.trend.label, str(down.difference), str(down.percent)
    ('giảm', 'khoảng 300 triệu đồng', 'khoảng 20%')
    >>> change_between(Figure.parse("khoảng 100 hộ"), Figure.parse("105 hộ")).trend.label
    'không so được'
    """
    if not are_comparable(earlier, later):
        return Changed(Trend.CANNOT_TELL)
    before, after = values_in_agreement(earlier), values_in_agreement(later)
    if before.meets(after):
        is_same = before == after and before.low is not None and before.low == before.high
        return Changed(Trend.SAME if is_same else Trend.CANNOT_TELL)
    trend = Trend.UP if _is_above(after, before) else Trend.DOWN
    greater, less = (later, earlier) if trend is Trend.UP else (earlier, later)
    high, low = values_in_agreement(greater), values_in_agreement(less)
    gap = Interval(
        (high.low or Fraction(0)) - (low.high or Fraction(0)),
        None if high.high is None else high.high - (low.low or Fraction(0)),
    )
    middle, word = _middle(greater, less), _join(greater, less)
    step = max(Decimal(1) if greater.unit.is_whole else Decimal("0.1"), greater.step, less.step)
    if is_rate(earlier):
        return Changed(
            trend, _state(gap, middle, word, Figure(value=Decimal(0), unit=Unit.PERCENT), Decimal(1))
        )
    noun = later.noun if search_key(later.noun) == search_key(earlier.noun) else ""
    kind = Figure(value=Decimal(0), unit=later.unit, noun=noun, per=later.per)
    base = worth(earlier)
    percent = None
    if before.low and before.high and middle is not None and base:
        share = Interval(*_shares(before, after, trend))
        percent = _state(
            share, middle * 100 / base, word, Figure(value=Decimal(0), unit=Unit.PERCENT), Decimal(1)
        )
    return Changed(trend, _state(gap, middle, word, kind, step), percent)


def _is_above(first: Interval, second: Interval) -> bool:
    """Tell which of two spans that do not meet lies above."""
    return first.low is not None and second.high is not None and first.low >= second.high


def _middle(greater: Figure, less: Figure) -> Fraction | None:
    """Give the difference of the values as written; None where one has none."""
    first, second = worth(greater), worth(less)
    return None if first is None or second is None else first - second


def _shares(before: Interval, after: Interval, trend: Trend) -> tuple[Fraction, Fraction | None]:
    """Give the least and the most that the change can be, in percent of the earlier figure."""
    least, most = before.low or Fraction(0), before.high or Fraction(0)
    first, last = after.low or Fraction(0), after.high
    if trend is Trend.UP:
        return (first / most - 1) * 100, None if last is None else (last / least - 1) * 100
    return (1 - (last or Fraction(0)) / least) * 100, (1 - first / most) * 100


def _join(greater: Figure, less: Figure) -> Approximation:
    """Find the word for a difference: what is taken away turns the other way round."""
    words = greater.approximation, less.approximation
    is_rounded = any(
        each.value is None or (each.approximation is Approximation.EXACT and each.step)
        for each in (greater, less)
    )
    if not is_rounded and words[0] in _RISING and words[1] in _FALLING:
        return Approximation.MORE_THAN
    if not is_rounded and words[0] in _FALLING and words[1] in _RISING:
        return Approximation.NEARLY
    return Approximation.ABOUT


def _state(
    span: Interval, middle: Fraction | None, word: Approximation, kind: Figure, step: Decimal
) -> Figure | None:
    """State a span of values as a figure: exact where it is one value, in words where they allow it, else a range."""
    low = span.low or Fraction(0)
    if span.high is None:
        floor = _round(low, step, "down")
        return _figure(kind, value=floor, approximation=Approximation.AT_LEAST) if floor else None
    if low == span.high:
        return _one(low, kind)
    if max(low, span.high) > _MOST:
        return None
    while middle is not None and step >= _FINEST_STEP:
        value = _round(middle, step, OUTWARD[word])
        stated = _figure(kind, value=value, approximation=word, step=decimals.trailing_place(value))
        is_true = value == middle or values_in_agreement(stated).has(middle)
        if value and is_true and possible_values(stated).holds(span):
            return stated
        if kind.unit.is_whole and step <= 1:
            break
        step = decimals.tenth(step)
    finest = Decimal(1) if kind.unit.is_whole else Decimal("0.1")
    return _figure(kind, low=_round(low, finest, "down"), high=_round(span.high, finest, "up"))


def _one(value: Fraction, kind: Figure) -> Figure | None:
    """State one value: in full where it has an end, else with as few decimals as are true."""
    if value > _MOST:
        return None
    for places in range(1, _FINEST + 1):
        rounded = decimals.from_fraction(value, places)
        is_exact = Fraction(rounded) == value
        step = Decimal(0) if is_exact else Decimal(f"1e-{places}")
        stated = _figure(kind, value=rounded, step=step)
        if values_in_agreement(stated).has(value):
            return stated
    return None


def _round(value: Fraction, step: Decimal, way: str) -> Decimal:
    """Round a ratio to a multiple of a step."""
    ratio = value / Fraction(step)
    whole, rest = divmod(ratio.numerator, ratio.denominator)
    if way == "up":
        whole += rest > 0
    elif way == "nearest":
        whole += 2 * rest >= ratio.denominator
    return decimals.from_fraction(whole * Fraction(step), 12)


def _figure(kind: Figure, **fields: object) -> Figure:
    """Make a figure of a kind."""
    made: dict[str, Any] = {"unit": kind.unit, "noun": kind.noun, "per": kind.per} | fields
    return Figure(**made)
