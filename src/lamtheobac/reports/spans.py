"""The values that a figure stands for, in words: "từ 7 tỷ đến 8 tỷ đồng" (khoảng giá trị bằng lời).

A count is shown in whole numbers and a fraction in percent, whatever ratios the comparison goes by.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import NumberError
from lamtheobac.messages import message
from lamtheobac.reports.weighing import to_base_measure
from lamtheobac.rules.amounts import say
from lamtheobac.text.money import format_compact
from lamtheobac.text.numbers import format_number, format_percent
from lamtheobac.text.units import PER_LABELS
from lamtheobac.values.comparison import Interval, possible_values, values_in_agreement
from lamtheobac.values.decimals import from_fraction, is_whole
from lamtheobac.values.figure import Approximation
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from lamtheobac.errors import Lang
    from lamtheobac.values.figure import Figure

__all__ = ["say_against", "say_pair", "say_percent", "say_span"]

_FINEST: Final = 6
_MOST_PLACES: Final = 18
_ONE_SIDED: Final = (Approximation.AT_LEAST, Approximation.AT_MOST, Approximation.LESS_THAN)


def say_pair(claim: Figure, recorded: Figure, lang: Lang) -> tuple[str, str, bool]:
    """Say what a report claims and what contradicts it, each with the values that it stands for (hai số liệu).

    Returns:
        The claim, the other, and whether no value at all is possible for both. Where one is, the two are worded alike
        and differ in a digit that both pinned; then what each plainly agrees with is shown.

    >>> from lamtheobac.values.figure import Figure
    >>> say_pair(Figure.parse("hơn 7 tỷ đồng"), Figure.parse("hơn 6,2 tỷ đồng"), "vi")[:2]
    ('hơn 7 tỷ đồng (có thể từ 7 tỷ đến 8 tỷ đồng)', 'hơn 6,2 tỷ đồng (có thể trên 6,2 tỷ đến 6,3 tỷ đồng)')
    >>> say_pair(Figure.parse("13 nhà"), Figure.parse("12 nhà"), "vi")
    ('13 nhà', '12 nhà', True)
    >>> say_pair(Figure.parse("7 triệu hộ"), Figure.parse("8 triệu hộ"), "en")[0]
    '7 triệu hộ (possibly 6,65 triệu to 7,35 triệu hộ)'
    """
    first, second = claim, recorded
    if claim.unit is not recorded.unit and recorded.out_of is claim.out_of is None:
        first, second = to_base_measure(claim), to_base_measure(recorded)
    mine, theirs = possible_values(first), values_in_agreement(second)
    is_excluded = not mine.meets(theirs)
    if not is_excluded:
        mine = values_in_agreement(first)
    mine, theirs = _shown(mine, first), _shown(theirs, second)
    places = next(
        (
            places
            for places in range(1, _MOST_PLACES)
            if say_span(mine, first, lang, places=places) != say_span(theirs, second, lang, places=places)
        ),
        _MOST_PLACES,
    )
    return (
        _with_span(claim, first, mine, say_span(mine, first, lang, places=places), lang),
        _with_span(recorded, second, theirs, say_span(theirs, second, lang, places=places), lang),
        is_excluded,
    )


def say_against(claim: Figure, recorded: Figure, lang: Lang) -> str:
    """Say what the records hold, in percent too where the report says only the share (số liệu trong sổ).

    >>> from lamtheobac.values.figure import Figure
    >>> say_against(Figure.parse("gần 80%"), Figure.parse("30/38 vụ việc"), "vi")
    '30/38 vụ việc (tức 78,9%)'
    >>> say_against(Figure.parse("129 nhà"), Figure.parse("129 nhà"), "vi")
    '129 nhà'
    """
    if recorded.out_of is None or claim.out_of is not None:
        return say(recorded)
    span = values_in_agreement(recorded)
    return _with_span(recorded, recorded, span, say_span(span, recorded, lang), lang)


def _with_span(figure: Figure, measured: Figure, span: Interval, said: str, lang: Lang) -> str:
    """Put the values behind a figure whose own words do not say them already."""
    is_range = figure.value is None and (span.low, span.high) == (figure.low, figure.high)
    is_point = span.low is not None and span.low == span.high
    is_plain = is_point and figure.out_of is None and figure.approximation is Approximation.EXACT
    if measured is figure and (is_range or is_plain or figure.approximation in _ONE_SIDED):
        return say(figure)
    code = "match/with-value" if is_point else "match/with-span"
    return message(code, lang, figure=say(figure), span=said)


def say_span(span: Interval, figure: Figure, lang: Lang, *, places: int = 1) -> str:
    """Say the values of a span in the unit of a figure (khoảng giá trị).

    Args:
        span: The values.
        figure: Whose they are: its unit, and what it is for each of.
        lang: The language of the words between the numbers.
        places: How many decimals a percentage has that no decimals can say exactly.

    >>> from lamtheobac.values.figure import Figure
    >>> count, share = Figure.parse("gần 711 hộ/năm"), Figure.parse("30/38 hộ")
    >>> say_span(possible_values(count), count, "vi"), say_span(possible_values(share), share, "vi")
    ('từ 640 đến 711 hộ/năm', '78,9%')
    >>> say_span(values_in_agreement(Figure.parse("gần 10 năm")), Figure.parse("10 năm"), "en")
    '9 to below 10 năm'
    """
    span = _shown(span, figure)
    is_rate = figure.unit is Unit.PERCENT or figure.out_of is not None
    per = "".join(f"/{PER_LABELS[code]}" for code in figure.per if code in PER_LABELS)
    label = f" {figure.unit.label}" if figure.unit.label and not is_rate else ""

    def end(value: Fraction) -> str:
        return say_percent(value, places) if is_rate else _digits(value)

    low, high = span.low, span.high
    if low is None or high is None:
        code = "match/at-least" if high is None else "match/below" if span.without_high else "match/at-most"
        (known,) = (each for each in (low, high) if each is not None)
        return message(code, lang, end=f"{end(known)}{label}{per}")
    if low == high:
        return f"{end(low)}{label}{per}"
    code = "match/above" if span.without_low else "match/to-below" if span.without_high else "match/from-to"
    return message(code, lang, low=end(low), high=f"{end(high)}{label}{per}")


def _shown(span: Interval, figure: Figure) -> Interval:
    """Leave the whole numbers of a span where only those are: nobody is counted by halves, nor money.

    Ends that are left out stay so for money: "trên 6,2 tỷ" says it better than one đồng more.
    """
    numbers = (each for each in (figure.value, figure.low, figure.high) if each is not None)
    is_item = figure.unit is Unit.ITEM and all(map(is_whole, numbers))
    if figure.out_of is not None or not (figure.unit.is_whole or is_item):
        return span
    low, high, without_low, without_high = span
    counted = figure.unit.is_count
    if low is not None and (counted or low.denominator > 1):
        low, without_low = Fraction(floor(low) + 1 if without_low else ceil(low)), False
    if high is not None and (counted or high.denominator > 1):
        high, without_high = Fraction(ceil(high) - 1 if without_high else floor(high)), False
    shown = Interval(low, high, without_low, without_high)
    # "hơn 5 đồng" is less than a whole đồng more.
    return shown if low is None or high is None or low < high or shown.has(low) else span


def say_percent(value: Fraction, places: int) -> str:
    """Say a share in percent: in full where few decimals can, or else rounded (phần trăm).

    >>> say_percent(Fraction(375, 4), 1), say_percent(Fraction(3000, 38), 2), say_percent(Fraction(2000, 501), 1)
    ('93,75%', '78,95%', '4,0%')
    """
    exact = from_fraction(value, _FINEST)
    if Fraction(exact) == value:
        return format_percent(exact)
    return f"{format_number(from_fraction(value, places), min_frac=places)}%"


def _digits(value: Fraction) -> str:
    """Write a number with a scale word where that loses nothing."""
    number = from_fraction(value, _FINEST)
    try:
        return format_compact(number, unit="", on_inexact="raise")
    except NumberError:
        return format_number(number)
