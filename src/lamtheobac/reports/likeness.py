"""How alike a figure of a report and one of the records are: digits, kind, noun, time, role (mức giống nhau)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lamtheobac.reports.subject_words import Role
from lamtheobac.reports.weighing import NAMELESS, is_alike, to_base_measure
from lamtheobac.text.clean import search_key
from lamtheobac.values.comparison import is_rate
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lamtheobac.reports.recorded import Recorded
    from lamtheobac.reports.subjects import Subject
    from lamtheobac.values.dates import Period
    from lamtheobac.values.figure import Figure

__all__ = [
    "digits_of",
    "is_far",
    "is_same_time",
    "is_slip",
    "kind_in_reports",
    "weigh_nouns",
    "weigh_roles",
    "weigh_times",
]

_SAME_NOUN: Final = 3
_ALIKE_NOUN: Final = 1
_OTHER_NOUN: Final = -4
_OTHER_TIME: Final = -20
_SAME_TIME: Final = 2
_OTHER_ROLE: Final = -6
_SAME_ROLE: Final = 2
_FAR: Final = 2
_ONE: Final = Decimal(1)
_MEASURES: Final = {Unit.KM: Unit.M, Unit.TONNE: Unit.KG, Unit.HA: Unit.M2}
_APART: Final = (Role.TARGET, Role.BEFORE)
_TELLING: Final = frozenset((Role.TOTAL, Role.TARGET, Role.BEFORE, Role.EACH))
_SAME_RATE: Final = 2


def digits_of(figure: Figure) -> str:
    """Give the digits of a value that are not zeros at its end (chữ số có nghĩa)."""
    return "" if figure.value is None else "".join(map(str, figure.value.as_tuple().digits)).strip("0")


def is_slip(first: str, second: str) -> bool:
    """Tell whether two numbers of three digits or more differ as a slip of the pen makes them (viết nhầm)."""
    if len(second) < 3:
        return False
    size = max(len(first), len(second))
    mine, theirs = first.ljust(size, "0"), second.ljust(size, "0")
    differing = [at for at in range(size) if mine[at] != theirs[at]]
    turned = len(differing) == 2 and sorted(mine) == sorted(theirs) and differing[1] - differing[0] == 1
    return len(differing) == 1 or turned or abs(int(mine) - int(theirs)) * 100 <= int(mine)


def is_far(claim: Figure, recorded: Figure) -> bool:
    """Tell whether two values are so far apart that they count two things: no slip of a digit or of a scale (khác xa).

    >>> from lamtheobac.values.figure import Figure
    >>> [is_far(Figure.parse(each), Figure.parse("129 nhà")) for each in ("1 nhà", "130 nhà", "1.290 nhà")]
    [True, False, False]
    """
    mine, theirs = (_size(to_base_measure(each)) for each in (claim, recorded))
    is_slip_of_scale = digits_of(claim) == digits_of(recorded) != ""
    return not is_slip_of_scale and (mine > _FAR * max(theirs, _ONE) or theirs > _FAR * max(mine, _ONE))


def _size(figure: Figure) -> Decimal:
    """Give a value, or the upper end."""
    return figure.value or figure.high or Decimal(0)


def kind_in_reports(figure: Figure, *, each: bool = False) -> Hashable:
    """Tell what a figure may be held against: shares, rates, or so much of a unit (loại số liệu)."""
    if is_rate(figure):
        return "share"
    unit = _MEASURES.get(figure.unit, figure.unit)
    first = (
        search_key(figure.noun).split()[:1] if figure.unit is Unit.ITEM and figure.noun != NAMELESS else []
    )
    return (unit, *first, each or bool(figure.per))


def weigh_nouns(claim: Figure, recorded: Figure) -> int:
    """Weigh what is counted, and for each of what (cân danh từ)."""
    # So much for each of something is told of few things.
    rate = _SAME_RATE if claim.per and claim.per == recorded.per else 0
    if not claim.noun or not recorded.noun:
        return rate + (_ALIKE_NOUN if claim.noun == recorded.noun else 0)
    if search_key(claim.noun) == search_key(recorded.noun):
        return rate + _SAME_NOUN
    return rate + (_ALIKE_NOUN if is_alike(claim.noun, recorded.noun) else _OTHER_NOUN)


def weigh_times(subject: Subject, recorded: Recorded) -> int:
    """Weigh when it was; a length of time is weighed as the figure it is (cân thời gian)."""
    if recorded.path[-1] == "length":
        return 0
    mine, theirs = subject.period, recorded.period
    if mine is None or theirs is None:
        return -_SAME_TIME if mine is not None and mine.is_placed else 0
    if mine.text and search_key(mine.text) == search_key(theirs.text).removeprefix("trong "):
        return _SAME_TIME
    if mine.first_day and theirs.last_day and mine.first_day > theirs.last_day:
        return _OTHER_TIME
    if mine.last_day and theirs.first_day and mine.last_day < theirs.first_day:
        return _OTHER_TIME
    if (mine.first_day, mine.last_day) == (theirs.first_day, theirs.last_day) and (
        mine.is_placed or mine.length == theirs.length
    ):
        return _SAME_TIME
    return -_SAME_TIME if mine.is_placed or mine.length != theirs.length else 0


def weigh_roles(mine: Role, theirs: Role | None) -> int:
    """Weigh what each is among others: a target is no result, and a total no part (cân vai trò)."""
    if theirs is None or theirs is Role.SAID:
        return 0
    if mine is Role.CHANGE or any((mine is apart) != (theirs is apart) for apart in _APART):
        return _OTHER_ROLE
    return _SAME_ROLE if mine is theirs and mine in _TELLING else 0


def is_same_time(mine: Period, theirs: Period) -> bool:
    """Tell whether two times end alike, are as long, or are said in the same words (cùng thời gian)."""
    last, length = mine.last_day, mine.length
    return (
        (last is not None and last == theirs.last_day)
        or (last is None and length is not None and length == theirs.length)
        or (mine.text != "" and search_key(mine.text) in search_key(theirs.text))
    )
