"""A claim of a report against a figure of the records (cân số liệu báo cáo với sổ)."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from lamtheobac.errors import LamTheoBacError
from lamtheobac.text.clean import search_key
from lamtheobac.values.comparison import Interval, Verdict, values_in_agreement
from lamtheobac.values.figure import Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping
__all__ = ["NAMELESS", "is_alike", "is_finer", "to_base_measure", "weigh"]

NAMELESS: Final = "trường hợp"
"""What is counted where nobody says what: cases of anything."""

_MEASURES: Final[Mapping[Unit, tuple[Unit, int]]] = {
    Unit.KM: (Unit.M, 3),
    Unit.TONNE: (Unit.KG, 3),
    Unit.HA: (Unit.M2, 4),
}


def to_base_measure(figure: Figure) -> Figure:
    """Give a figure in the smaller of two measures of one thing: kilometres in metres (quy về đơn vị nhỏ).

    >>> from lamtheobac.values.figure import Figure
    >>> to_base_measure(Figure.parse("3 km")) == Figure.parse("3.000 m"), str(to_base_measure(Figure.parse("5 hộ")))
    (True, '5 hộ')
    """
    if figure.unit not in _MEASURES or figure.out_of is not None:
        return figure
    unit, places = _MEASURES[figure.unit]

    def shift(number: Decimal | None) -> Decimal | None:
        if number is None:
            return None
        sign, digits, exponent = number.as_tuple()
        return Decimal((sign, digits, int(exponent) + places))

    if any(number is not None and number > 10**14 for number in (figure.value, figure.high, figure.step)):
        return figure
    return attrs.evolve(
        figure,
        unit=unit,
        text=None,
        value=shift(figure.value),
        low=shift(figure.low),
        high=shift(figure.high),
        step=shift(figure.step) or Decimal(0),
    )


def is_alike(claim: str, recorded: str) -> bool:
    """Tell whether two nouns may name one thing: one says more than the other (danh từ cùng loại).

    >>> is_alike("hũ gạo", "hũ gạo tiết kiệm"), is_alike("hộ nghèo", "hộ cận nghèo"), is_alike("", "xe lăn")
    (True, False, True)
    """
    first, second = ("" if noun == NAMELESS else search_key(noun) for noun in (claim, recorded))
    return first.startswith(second) or second.startswith(first)


def weigh(claim: Figure, recorded: Figure) -> Verdict:
    """Hold what a report claims against what the records say (đối chiếu với sổ).

    As `Figure.compare`, with three differences. The very words of the records agree with them. One noun may say
    more than the other, and a measure may be in another unit. And where both are rounded or hedged in the same way,
    so that the writer pinned a digit, values that share no more than an end contradict: who has "hơn 6,2 tỷ" in his
    records does not write "hơn 6,3 tỷ".

    >>> from lamtheobac.values.figure import Figure
    >>> str(weigh(Figure.parse("hơn 6,3 tỷ đồng"), Figure.parse("hơn 6,2 tỷ đồng")))
    'contradicts'
    >>> str(weigh(Figure.parse("hơn 6 tỷ đồng"), Figure.parse("hơn 6,2 tỷ đồng")))
    'agrees'
    """
    if claim == recorded or str(claim) == str(recorded):
        return Verdict.AGREES
    verdict = _weigh(claim, recorded)
    if verdict is Verdict.CONTRADICTS and recorded.text is None:
        # Its words may say less than a figure made by hand holds, and a report can only repeat the words.
        with suppress(LamTheoBacError):
            return _weigh(claim, Figure.parse(str(recorded), mode="lenient"))
    return verdict


def _weigh(claim: Figure, recorded: Figure) -> Verdict:
    """Weigh two figures as they are."""
    if claim.unit is not recorded.unit:
        claim, recorded = to_base_measure(claim), to_base_measure(recorded)
    if claim.unit is recorded.unit is Unit.ITEM and is_alike(claim.noun, recorded.noun):
        claim = attrs.evolve(claim, noun=recorded.noun, text=None)
    verdict = claim.compare(recorded)
    if verdict is Verdict.LOOSE and claim.approximation is recorded.approximation:
        mine, theirs = values_in_agreement(claim), values_in_agreement(recorded)
        if not _overlap(mine, theirs):
            return Verdict.CONTRADICTS
    return verdict


def is_finer(claim: Figure, recorded: Figure) -> bool:
    """Tell whether all that a claim stands for is what the records say, only closer (chi tiết hơn sổ).

    >>> from lamtheobac.values.figure import Figure
    >>> is_finer(Figure.parse("2.480 kg"), Figure.parse("2,5 tấn"))
    True
    >>> is_finer(Figure.parse("hơn 5.000 cuốn"), Figure.parse("5.600 cuốn"))
    False
    """
    mine, theirs = to_base_measure(claim), to_base_measure(recorded)
    return values_in_agreement(theirs).holds(values_in_agreement(mine))


def _overlap(first: Interval, second: Interval) -> bool:
    """Tell whether two spans share more than an end, or are one value."""
    low = max((end for end in (first.low, second.low) if end is not None), default=None)
    high = min((end for end in (first.high, second.high) if end is not None), default=None)
    if low is None or high is None:
        return True
    is_point = first.low == first.high or second.low == second.high
    return low < high or (is_point and first.meets(second))
