"""Strategies for figures, in the words of reports and by hand (chiến lược sinh số liệu)."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from hypothesis import strategies as st

from lamtheobac.errors import OptionError
from lamtheobac.messages import issue
from lamtheobac.testing.filling import evenly
from lamtheobac.testing.words import COUNTED
from lamtheobac.text.numbers import format_number
from lamtheobac.text.spelling import spell_number
from lamtheobac.values import Approximation, Figure, Unit

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["figures"]

_QUALIFIERS: Final = st.sampled_from(
    ("", "hơn ", "trên ", "gần ", "ngót ", "khoảng ", "khoảng hơn ", "khoảng gần ", "ít nhất ", "không quá ", "dưới "),
)  # fmt: skip
_DECIMALS: Final = st.sampled_from(("", ",5", ",25", ",20"))
_SCALES: Final = st.sampled_from(("triệu", "tỷ", "nghìn"))
_PER_WORDS: Final = st.sampled_from(("", "", "", "", "/tháng", "/năm", "/hộ", "/người/năm"))
_PER: Final = st.sampled_from(((), (), ("month",), ("year",), ("person", "year")))
_APPROXIMATIONS: Final = st.sampled_from(Approximation)
_SPANS: Final = (Unit.YEAR, Unit.MONTH, Unit.DAY)
_SMALL: Final = (Unit.PERCENT, *_SPANS)
_PRESS_COUNTS: Final = st.sampled_from(("hàng trăm", "vài chục", "hàng nghìn", "hàng chục"))
_PRESS_MONEY: Final = st.sampled_from(
    ("1.6 tỷ", "2.25 triệu", "hàng trăm triệu", "hàng tỷ", "vài chục triệu")
)
_UP_TO_50: Final = st.integers(1, 50)
_UP_TO_5_000: Final = st.integers(1, 5_000)
_UP_TO_A_MILLION: Final = st.integers(1, 999_999)


def figures(*, units: Collection[Unit] = tuple(Unit)) -> st.SearchStrategy[Figure]:
    """Make figures in the words of reports, and as many by hand, which have no words (số liệu).

    Args:
        units: The units they may have.

    Raises:
        OptionError: No unit at all, or something that is none.

    >>> from hypothesis import given
    >>> @given(figures(units=[Unit.HOUSE]))
    ... def test_that_houses_are_counted(figure):
    ...     assert figure.unit is Unit.HOUSE
    >>> test_that_houses_are_counted()
    >>> figures(units=["nhà"])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: VND, USD, percent, person, ...
    """
    wanted = tuple(units)
    if not wanted or not all(isinstance(unit, Unit) for unit in wanted):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise OptionError(issue("option/unknown", known=", ".join(Unit)))
    return _of_units(wanted)


@cache
def _of_units(units: tuple[Unit, ...]) -> st.SearchStrategy[Figure]:
    """Choose among the units."""
    return st.sampled_from(units).flatmap(_of_unit)


@cache
def _of_unit(unit: Unit) -> st.SearchStrategy[Figure]:
    """Make figures of one unit, half of them in words."""
    in_words = [_range(unit)]
    by_hand = [_rounded_value(unit), _ends(unit)]
    if unit.is_count and unit not in _SPANS:
        in_words += [_fraction(unit), _press(unit)]
        by_hand.append(_share(unit))
    elif unit is Unit.VND:
        in_words.append(_press(unit))
    words = evenly(_one(unit), st.one_of(in_words))
    return evenly(words.map(_read), evenly(_value(unit), st.one_of(by_hand)))


def _read(text: str) -> Figure:
    """Read a figure with all habits of the press."""
    return Figure.parse(text, mode="lenient")


@cache
def _counted(unit: Unit) -> st.SearchStrategy[str]:
    """Choose the words behind a number; a percent sign stands close to it."""
    return st.sampled_from([words if words[0] == "%" else f" {words}" for words in COUNTED[unit]])


@st.composite
def _one(draw: st.DrawFn, unit: Unit) -> str:
    """Write one number: grouped, with decimals, rounded with a scale word, or in words."""
    number = draw(_UP_TO_A_MILLION)
    if unit is Unit.PERCENT:
        written = f"{number % 100}{draw(_DECIMALS)}" if number % 7 else "100"
    elif unit in _SPANS:
        written = f"{number % 120 + 1}"
    elif unit.is_count and unit is not Unit.ITEM and number % 7 == 1:
        written = spell_number(number % 98 + 2)
    elif number % 2:
        written = f"{format_number(number % 9_999 + 1)}{draw(_DECIMALS)} {draw(_SCALES)}"
    elif unit.is_count or unit is Unit.VND:
        written = format_number(number * (1_000 if unit is Unit.VND else 1))
    else:
        written = f"{format_number(number)}{draw(_DECIMALS)}"
    return f"{draw(_QUALIFIERS)}{written}{draw(_counted(unit))}{draw(_PER_WORDS)}"


@st.composite
def _range(draw: st.DrawFn, unit: Unit) -> str:
    """Write two ends."""
    sizes = _UP_TO_50 if unit in _SMALL else _UP_TO_5_000
    low = draw(sizes)
    form = draw(st.sampled_from(("từ {} đến {}", "{}-{}", "khoảng {} - {}", "khoảng từ {} đến {}")))
    return form.format(format_number(low), format_number(low + draw(sizes))) + draw(_counted(unit))


@st.composite
def _fraction(draw: st.DrawFn, unit: Unit) -> str:
    """Write a part of a whole."""
    part = draw(_UP_TO_5_000)
    whole = part + draw(_UP_TO_5_000) - 1
    return f"{format_number(part)}/{format_number(whole)}{draw(_counted(unit))}"


@st.composite
def _press(draw: st.DrawFn, unit: Unit) -> str:
    """Write as only the press does."""
    numbers = _PRESS_MONEY if unit is Unit.VND else _PRESS_COUNTS
    return f"{draw(numbers)}{draw(_counted(unit))}"


@cache
def _numbers(unit: Unit) -> st.SearchStrategy[Decimal]:
    """Make values that the unit can have, in all the ways in which a Decimal holds them."""
    finest = 0 if unit.is_whole else -1 if unit.is_count else -3
    if unit in _SMALL:
        return st.builds(_scale, st.integers(0, 100), st.integers(finest, 0))
    return st.builds(_scale, st.integers(0, 9_999), st.integers(finest, 14 if unit is Unit.VND else 6))


def _scale(digits: int, place: int) -> Decimal:
    """Put digits in their place: no context can round them there."""
    return Decimal((0, tuple(map(int, str(digits))), place))


@cache
def _nouns(unit: Unit) -> st.SearchStrategy[str]:
    """Choose what is counted, where a figure by hand says it."""
    return st.sampled_from(("", *COUNTED[unit][1:])) if unit.is_count else st.just("")


@st.composite
def _value(draw: st.DrawFn, unit: Unit) -> Figure:
    """Make a figure with one value and the step that a reader would take from it."""
    return Figure.of(
        draw(_numbers(unit)),
        unit,
        noun=draw(_nouns(unit)),
        approximation=draw(_APPROXIMATIONS),
        per=draw(_PER),
    )


@st.composite
def _rounded_value(draw: st.DrawFn, unit: Unit) -> Figure:
    """Make a figure with one value and any step."""
    step = _scale(1, draw(st.integers(0 if unit.is_whole else -2, 4)))
    return Figure(value=draw(_numbers(unit)), unit=unit, approximation=draw(_APPROXIMATIONS), step=step)


@st.composite
def _ends(draw: st.DrawFn, unit: Unit) -> Figure:
    """Make a range by hand."""
    low, high = sorted((draw(_numbers(unit)), draw(_numbers(unit))))
    if low == high:
        return Figure.of(low, unit)
    word = draw(st.sampled_from((Approximation.EXACT, Approximation.ABOUT)))
    return Figure(low=low, high=high, unit=unit, noun=draw(_nouns(unit)), approximation=word)


@st.composite
def _share(draw: st.DrawFn, unit: Unit) -> Figure:
    """Make a part of a whole by hand."""
    part = draw(_UP_TO_5_000)
    return Figure.share(part, out_of=part + draw(_UP_TO_5_000) - 1, unit=unit, noun=draw(_nouns(unit)))
