"""What a stated figure allows, and how it stands to what was counted (đối chiếu số liệu).

A claim allows two sets of values: those it *agrees* with, and the wider ones that are *possible*. Another
figure has such sets too. All arithmetic is on whole ratios: no rounding, no decimal context.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from lamtheobac.errors import WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.text.clean import search_key
from lamtheobac.values.decimals import trailing_place
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.unit import Unit

__all__ = [
    "Interval",
    "Verdict",
    "are_comparable",
    "compare",
    "is_rate",
    "is_softened",
    "possible_values",
    "slack",
    "values_in_agreement",
    "worth",
]

_SOFTENERS = frozenset({"khoảng", "chừng", "khoảng chừng", "ước", "ước đạt", "ước tính"})


class Verdict(Labelled):
    """What a comparison finds (kết luận đối chiếu)."""

    AGREES = "agrees", "khớp", "agrees"
    LOOSE = "loose", "tạm khớp", "loose"
    CONTRADICTS = "contradicts", "mâu thuẫn", "contradicts"
    CANNOT_TELL = "cannot_tell", "không so được", "cannot tell"
    # Only a report held against records can find this: a comparison has its two sides.
    NOT_IN_RECORDS = "not_in_records", "chưa có trong sổ", "not in the records"


class Interval(NamedTuple):
    """A span of values (khoảng giá trị); None is an end that is open to infinity.

    >>> Interval(Fraction(1), Fraction(3), without_low=True).has(Fraction(1))
    False
    """

    low: Fraction | None
    high: Fraction | None
    without_low: bool = False
    without_high: bool = False

    def has(self, value: Fraction) -> bool:
        """Tell whether a value lies in it (chứa giá trị)."""
        above = self.low is None or value > self.low or (value == self.low and not self.without_low)
        below = self.high is None or value < self.high or (value == self.high and not self.without_high)
        return above and below

    def holds(self, other: Interval) -> bool:
        """Tell whether the other lies wholly in it (bao trùm)."""
        above = self.low is None or (
            other.low is not None
            and (
                other.low > self.low
                or (other.low == self.low and (other.without_low or not self.without_low))
            )
        )
        below = self.high is None or (
            other.high is not None
            and (
                other.high < self.high
                or (other.high == self.high and (other.without_high or not self.without_high))
            )
        )
        return above and below

    def meets(self, other: Interval) -> bool:
        """Tell whether the two share a value (giao nhau)."""
        return not (_is_below(self, other) or _is_below(other, self))


def _is_below(first: Interval, second: Interval) -> bool:
    """Tell whether all of the first lies below all of the second."""
    if first.high is None or second.low is None:
        return False
    return first.high < second.low or (
        first.high == second.low and (first.without_high or second.without_low)
    )


def slack(value: Fraction, figure: Figure) -> tuple[Fraction, Fraction]:
    """Give how far beyond a hedged value is near, and how far is too far (khoảng gần, khoảng xa).

    With v the value and s the step: near = min(s, v/10), far = min(max(s, v/10), v/2); a count may always
    be one more. A figure made without a step is taken as a reader would take it.

    >>> [int(off) for off in slack(Fraction(5000), Figure.parse("hơn 5.000 cuốn"))]
    [500, 1000]
    """
    step = Fraction(figure.step or trailing_place(figure.value or Decimal(0)))
    if not value:
        return step, step
    near = min(step, value / 10)
    far = min(max(step, value / 10), value / 2)
    if figure.unit.is_count:
        return max(near, Fraction(1)), max(far, Fraction(1))
    return near, far


def worth(figure: Figure) -> Fraction | None:
    """Give the value that is compared: a fraction counts as its percentage (giá trị so sánh).

    >>> worth(Figure.parse("30/40 hộ")), worth(Figure.parse("từ 80 đến 90%"))
    (Fraction(75, 1), None)
    """
    if figure.value is None:
        return None
    value = Fraction(figure.value)
    return value if figure.out_of is None else value * 100 / figure.out_of


def is_softened(figure: Figure) -> bool:
    """Tell whether "khoảng" stands before the word that decides, as in "khoảng hơn" (có từ chỉ mức độ kép không).

    >>> is_softened(Figure.parse("khoảng hơn 132 tỷ đồng")), is_softened(Figure.parse("hơn 132 tỷ đồng"))
    (True, False)
    """
    return figure.text is not None and any(word in _SOFTENERS for word in figure.qualifiers[:-1])


def _rounding(value: Fraction, figure: Figure) -> Fraction:
    """Give how far the truth may lie from an exact figure that was rounded in writing."""
    if figure.unit is Unit.PERCENT and value in (0, 100):
        return Fraction(0)
    return min(Fraction(figure.step) / 2, value / 20)


def values_in_agreement(figure: Figure) -> Interval:
    """Give the values that a figure plainly agrees with (các giá trị khớp).

    >>> values_in_agreement(Figure.parse("hơn 90%"))
    Interval(low=Fraction(90, 1), high=Fraction(99, 1), without_low=True, without_high=False)
    """
    value = worth(figure)
    if value is None:
        return Interval(_end(figure.low), _end(figure.high))
    match figure.approximation:
        case Approximation.EXACT:
            # Most figures are plain counts: nothing is to be worked out for them.
            if not figure.step:
                return Interval(value, value)
            off = _rounding(value, figure)
            return Interval(value - off, value + off)
        case Approximation.MORE_THAN:
            return Interval(value, value + slack(value, figure)[0], without_low=True)
        case Approximation.NEARLY:
            return Interval(value - slack(value, figure)[0], value, without_high=True)
        case Approximation.ABOUT:
            near, _ = slack(value, figure)
            return Interval(value - near, value + near)
        case _:
            return _one_sided(value, figure.approximation)


def possible_values(figure: Figure) -> Interval:
    """Give the values that do not contradict a figure (các giá trị có thể).

    >>> possible_values(Figure.parse("hơn 90%"))
    Interval(low=Fraction(90, 1), high=Fraction(100, 1), without_low=False, without_high=False)
    """
    value = worth(figure)
    if value is None:
        low, high = _end(figure.low), _end(figure.high)
        return Interval(low - slack(low, figure)[0], high + slack(high, figure)[0])
    if figure.approximation not in _HEDGED:
        return values_in_agreement(figure)
    near, far = slack(value, figure)
    other_side = near if is_softened(figure) else Fraction(0)
    if figure.approximation is Approximation.MORE_THAN:
        return Interval(value - other_side, value + far)
    if figure.approximation is Approximation.NEARLY:
        return Interval(value - far, value + other_side)
    return Interval(value - far, value + far)


_HEDGED = frozenset({Approximation.MORE_THAN, Approximation.NEARLY, Approximation.ABOUT})


def _end(number: Decimal | None) -> Fraction:
    """Give an end of a range, which a figure without a value always has."""
    return Fraction(number or 0)


def _one_sided(value: Fraction, approximation: Approximation) -> Interval:
    """Give the side that "ít nhất", "tối đa" and "dưới" name."""
    if approximation is Approximation.AT_LEAST:
        return Interval(value, None)
    return Interval(None, value, without_high=approximation is Approximation.LESS_THAN)


def are_comparable(claim: Figure, actual: Figure) -> bool:
    """Tell whether two figures speak of the same kind of thing (có so sánh được không).

    >>> are_comparable(Figure.parse("96 lượt người"), Figure.parse("96 người"))
    False
    """
    if claim.per != actual.per:
        return False
    if is_rate(claim) or is_rate(actual):
        return is_rate(claim) and is_rate(actual)
    if claim.unit is Unit.ITEM:
        return actual.unit is Unit.ITEM and search_key(claim.noun) == search_key(actual.noun)
    return claim.unit is actual.unit


def is_rate(figure: Figure) -> bool:
    """Tell whether a figure is a percentage or a fraction (có phải tỷ lệ).

    >>> is_rate(Figure.parse("30/38 vụ việc")), is_rate(Figure.parse("30 vụ việc"))
    (True, False)
    """
    return figure.unit is Unit.PERCENT or figure.out_of is not None


def compare(claim: Figure, actual: int | Decimal | Figure) -> Verdict:
    """Hold a claim against what was counted or against another claim (đối chiếu).

    The other agrees where all its values are ones that the claim agrees with; it contradicts where none of
    them is even possible; between the two it is loose.

    Raises:
        WrongTypeError: A float, a bool or a text.

    >>> str(compare(Figure.parse("gần 1 tỷ đồng"), 50_000_000))
    'contradicts'
    >>> compare(Figure.parse("gần 1 tỷ đồng"), 0.5)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected int, Decimal or Figure, got float
    """
    if isinstance(actual, Figure):
        if not are_comparable(claim, actual):
            return Verdict.CANNOT_TELL
        known = values_in_agreement(actual)
    elif type(actual) is int or (type(actual) is Decimal and actual.is_finite()):
        if claim.out_of is not None:
            # "30/38" against 30: nobody says whether cases or percent are meant.
            return Verdict.CANNOT_TELL
        known = Interval(Fraction(actual), Fraction(actual))
    else:
        raise WrongTypeError(
            issue("type/wrong", wanted="int, Decimal or Figure", given=type(actual).__name__)
        )
    if values_in_agreement(claim).holds(known):
        return Verdict.AGREES
    return Verdict.LOOSE if possible_values(claim).meets(known) else Verdict.CONTRADICTS
