"""The time that a text speaks of: "6 tháng đầu năm 2024", "giai đoạn 2016-2020" (thời gian trong văn bản)."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.errors import LamTheoBacError
from lamtheobac.reports.prose import BEHIND
from lamtheobac.text.clean import is_clean
from lamtheobac.values.dates import PartialDate, Period, first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lamtheobac.reports.prose import Prose

__all__ = ["Time", "find_times"]

_YEAR: Final = r"(?:19|20)[0-9]{2}"
_MONTHS: Final = {"ba": 3, "sáu": 6, "chín": 9}
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# A day, a month or a year; a year alone only where the sentence does not go on to what might be counted.
_DAY: Final = (
    rf"(?:ngày )?[0-9]{{1,2}}[/-][0-9]{{1,2}}[/-]{_YEAR}|(?:tháng )?[0-9]{{1,2}}[/-]{_YEAR}"
    rf"|tháng [0-9]{{1,2}} năm {_YEAR}|năm {_YEAR}|{_YEAR}(?= ?[,(]| (?:đến|tới) )"
)
_find_digits: Final = re.compile("[0-9]+").findall
_TIMES: Final = "|".join(
    (
        rf"(?P<months>[369]|ba|sáu|chín) tháng (?P<half>đầu|cuối) năm(?: (?P<half_year>{_YEAR}))?",
        rf"từ (?:đầu )?(?:năm )?(?P<since>{_YEAR}) ?(?:đến|tới|-|–) ?(?:hết )?(?:năm )?(?:(?P<until>{_YEAR})|nay)",
        rf"(?:giai đoạn|nhiệm kỳ|các năm|thời kỳ) (?P<from>{_YEAR}) ?[-–] ?(?P<to>{_YEAR})",
        rf"quý (?P<quarter>i{{1,3}}|iv|[1-4])(?: ?/ ?| năm |, năm | )(?P<quarter_year>{_YEAR})",
        rf"tháng (?P<month>1[0-2]|0?[1-9])(?: ?[/-] ?| năm )(?P<month_year>{_YEAR})",
        rf"(?:chỉ tính |tính )?(?:trong |đầu |cuối |cả |của |riêng )?năm (?:học )?(?P<year>{_YEAR})(?![0-9./-])",
        r"từ đầu (?:năm|nhiệm kỳ) đến nay",
        rf"từ (?:đầu )?(?P<first>{_DAY})(?: (?:đến|tới) (?:hết |cuối )?(?P<last>{_DAY}))?",
        rf"(?:tính )?(?:đến|tới) (?:hết |cuối )?(?P<up_to>{_DAY})",
    )
)
_find: Final = re.compile(rf"(?<!\w)(?:{_TIMES})(?!\w)").finditer
# What stands before a time that is only compared with.
_compares: Final = re.compile(r"(?:so với(?: cùng kỳ)?|cùng kỳ|hơn|bằng)(?: của)? ?$").search
_BEFORE: Final = 24


class Time(NamedTuple):
    """A span of time that is named (thời gian được nêu).

    Attributes:
        start: Its first character in the composed text.
        end: The character after its last.
        period: The span, as far as it is known.
    """

    start: int
    end: int
    period: Period


def find_times(prose: Prose) -> Iterator[Time]:
    """Find every time that a text names, but those in names, or only compared with (tìm thời gian).

    >>> from lamtheobac.reports.prose import read_prose
    >>> text = "6 tháng đầu năm 2024 tăng 5% so với năm 2023; giai đoạn 2016-2020"
    >>> for time in find_times(read_prose(text)):
    ...     print(time.period.text, time.period.first_day, time.period.last_day)
    6 tháng đầu năm 2024 2024-01-01 2024-06-30
    giai đoạn 2016-2020 2016-01-01 2020-12-31
    >>> text = "đến hết năm 2023; từ 01/7/2024 đến 31/12/2024; đến 31/2/2023"
    >>> [time.period.end for time in find_times(read_prose(text))]
    [PartialDate(year=2023), datetime.date(2024, 12, 31), None]
    """
    low = prose.text.lower()
    if len(low) != len(prose.text):
        # A letter whose small form is longer, as in Turkish, would move every place behind it.
        low = "".join(each.lower() if len(each.lower()) == 1 else each for each in prose.text)
    for found in _find(low):
        token = bisect_right(prose.starts, found.start(), hi=len(prose.starts) - BEHIND) - 1
        # A year in quotation marks belongs to a name: “Ngày hội toàn dân năm 2019”.
        is_name = prose.kinds[token] == "name"
        if not is_name and _compares(low, max(0, found.start() - _BEFORE), found.start()) is None:
            start, end = _ends(found.groupdict(""))
            words = " ".join(prose.text[found.start() : found.end()].split())
            text = words if is_clean(words) else found[0]
            yield Time(found.start(), found.end(), Period(start=start, end=end, text=text))


def _day(words: str) -> date | PartialDate | None:
    """Give the day, month or year that was said; None where there is no such day."""
    *rest, year = map(int, _find_digits(words)) if words else (0,)
    try:
        return date(year, rest[1], rest[0]) if len(rest) > 1 else PartialDate(year, *rest) if year else None
    except (ValueError, LamTheoBacError):
        return None


def _ends(said: dict[str, str]) -> tuple[date | PartialDate | None, date | PartialDate | None]:
    """Give the first and the last day, month or year of what was said."""
    if said["months"]:
        if not said["half_year"]:
            return None, None
        count = _MONTHS.get(said["months"]) or int(said["months"])
        first = 1 if said["half"] == "đầu" else 13 - count
        year = int(said["half_year"])
        return PartialDate(year, first), PartialDate(year, first + count - 1)
    if said["quarter"]:
        first = 3 * (_ROMAN.get(said["quarter"]) or int(said["quarter"])) - 2
        year = int(said["quarter_year"])
        return PartialDate(year, first), PartialDate(year, first + 2)
    if said["month"]:
        month = PartialDate(int(said["month_year"]), int(said["month"]))
        return month, month
    if said["first"] or said["up_to"]:
        begins, ends = _day(said["first"]), _day(said["last"] or said["up_to"])
        is_reversed = begins and ends and last_day(ends) < first_day(begins)
        return (None, None) if is_reversed else (begins, ends)
    since, until = said["since"] or said["from"] or said["year"], said["until"] or said["to"] or said["year"]
    start, end = PartialDate(int(since)) if since else None, PartialDate(int(until)) if until else None
    return (end, start) if start and end and start.year > end.year else (start, end)
