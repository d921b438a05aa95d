"""Dates as Vietnamese documents write them, in both directions (ngày tháng).

Writing has one form a style. Reading knows those forms, ISO dates and the usual short ones, and nothing else:
the day always comes before the month, and a text that would need them swapped, a century guessed or a time
dropped is refused. Calendar dates of the years 1000 to 9999, four digits as documents write them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import is_normalized, normalize

from lamtheobac.errors import NumberError, OptionError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.text.numbers import BLANKS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "DateMode",
    "DateStyle",
    "YearMonth",
    "format_date",
    "read_date",
    "write_parts",
]

DateStyle = Literal["decree", "padded", "plain", "slash", "hyphen"]
"""How a date is written; `decree` pads days, and months 1 and 2 only."""

DateMode = Literal["strict", "lenient"]
"""Only how documents write dates, or how people say them too."""

YearMonth = tuple[int, int | None]
"""A year and its month, or a year alone."""

FIRST_YEAR = 1000
"""The first year that is written or read: documents write four digits."""

LAST_YEAR = 9999

_PLAIN = tuple(map(str, range(32)))
_TWO = tuple(f"{n:02}" for n in range(32))
# What 5/2/2019 or 05/02/2019 has before its year, and the same behind the year of an ISO date.
_SHORT = {
    f"{day}/{month}/": f"-{_TWO[m]}-{_TWO[d]}"
    for d in range(1, 32)
    for m in range(1, 13)
    for day in {_PLAIN[d], _TWO[d]}
    for month in {_PLAIN[m], _TWO[m]}
}
_DECREE = _TWO[:3] + _PLAIN[3:13]


def _in_words(days: tuple[str, ...], months: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make the words of every day, and of every month up to its year."""
    return tuple(f"ngày {day} " for day in days), tuple(f"tháng {month} năm " for month in months)


def _in_short(mark: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Make every day and every month in digits, each with the mark behind it."""
    written = tuple(f"{part}{mark}" for part in _TWO)
    return written, written[:13]


# What each style writes for a day, and for a month; the year comes last.
_WRITTEN: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "decree": _in_words(_TWO, _DECREE),
    "padded": _in_words(_TWO, _TWO[:13]),
    "plain": _in_words(_PLAIN, _PLAIN[:13]),
    "slash": _in_short("/"),
    "hyphen": _in_short("-"),
}
_YEAR_ALONE: Mapping[str, str] = {"slash": "", "hyphen": ""}
_MOST_CHARACTERS = 100
_from_iso = date.fromisoformat
_TO_SPACE = str.maketrans(dict.fromkeys(BLANKS, " "))
_OTHER_MARKS = str.maketrans("⁄∕／‐‑‒–—−", "///------")

_DAY = r"(?P<day>[0-9]{1,2})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_YEAR = r"(?P<year>[0-9]+)"  # of any length, so that a fault in it can be named
_WEEKDAY = r"(?:(?:thứ +(?P<weekday>[2-7]|hai|ba|tư|năm|sáu|bảy)|chủ +(?P<sunday>nhật)),? +)?"
_FORMS = (
    rf"{_WEEKDAY}(?:ngày +)?{_DAY} +tháng +{_MONTH} +năm +{_YEAR}",
    rf"{_WEEKDAY}(?:ngày +)?{_DAY}(?P<mark>[-/.]){_MONTH}(?P=mark){_YEAR}",
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
    rf"tháng +{_MONTH} +năm +{_YEAR}",
    rf"(?:tháng +)?{_MONTH}[-/](?P<year>[0-9]{{4,}})",
    rf"năm +{_YEAR}",
)
_BARE_YEAR = r"[0-9]{4}"
_BASIC_ISO = r"([0-9]{4})([0-9]{2})([0-9]{2})"
_TIME = r"(?:t|,? +(?:lúc +)?)[0-9]{1,2}(?::|h| *giờ)"
_NO_YEAR = rf"{_WEEKDAY}(?:ngày +)?[0-9]{{1,2}}(?: +tháng +|[-/.])[0-9]{{1,2}}|(?:ngày|tháng) +[0-9]{{1,2}}"
_WEEKDAYS = {"hai": 0, "ba": 1, "tư": 2, "năm": 3, "sáu": 4, "bảy": 5} | {str(n): n - 2 for n in range(2, 8)}
_UNMARKED = {"ngay": "ngày", "thang": "tháng", "nam": "năm", "thu": "thứ", "chu": "chủ", "nhat": "nhật"} | {
    "tu": "tư",
    "sau": "sáu",
    "bay": "bảy",
}
_UNMARKED_WORD = rf"\b(?:{'|'.join(_UNMARKED)})\b"


class _Fault(NamedTuple):
    """Why a text is no date: the code, the place in the folded text, and the likely reading."""

    code: str
    start: int
    end: int
    hint: str | None = None


def format_date(d: date | YearMonth, *, style: DateStyle = "decree", weekday: bool = False) -> str:
    """Write a date, or a month, or a year, as documents do (viết ngày tháng).

    Args:
        d: A date without a time, or `(year, month)`, or `(year, None)`; years 1000 to 9999.
        style: `"decree"` as Decree 30/2020 (days below 10 and months 1 and 2 with a zero), `"padded"` (every
            day and month with a zero), `"plain"` (none), `"slash"` 05/02/2019, `"hyphen"` 05-02-2019.
        weekday: Put the name of the weekday in front; only for a whole date.

    Returns:
        One line. A year alone is `năm 2019`, and in the short styles `2019`, which is the one form that
        `read_date` refuses.

    Raises:
        NumberError: A year or a month that there is none.
        WrongTypeError: Anything else, a datetime too: its time would be lost.
        OptionError: An unknown style, or the weekday of a month.

    >>> format_date(date(2019, 2, 5), weekday=True)
    'Thứ Ba, ngày 05 tháng 02 năm 2019'
    >>> format_date((2019, 7))
    'tháng 7 năm 2019'
    >>> format_date(date(2019, 2, 5), style="iso")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: decree, padded, plain, ...
    """
    written = write_parts(*_parts(d), style)
    if not weekday:
        return written
    if not isinstance(d, date):
        raise OptionError(issue("date/no-weekday"))
    return f"{_weekday_names()[d.weekday()]}, {written}"


def write_parts(year: int, month: int | None, day: int | None, style: DateStyle) -> str:
    """Write what is known of a date; a day has its month (viết ngày tháng).

    >>> write_parts(2019, 2, 5, "slash"), write_parts(2019, 2, None, "decree")
    ('05/02/2019', 'tháng 02 năm 2019')
    """
    try:
        days, months = _WRITTEN[style]
    except (KeyError, TypeError):
        raise OptionError(issue("option/unknown", known=", ".join(_WRITTEN))) from None
    if year < FIRST_YEAR or year > LAST_YEAR:
        raise NumberError(issue("date/year-out-of-range"))
    if month is None:
        return f"{_YEAR_ALONE.get(style, 'năm ')}{year}"
    return f"{'' if day is None else days[day]}{months[month]}{year}"


def read_date(s: str, mode: DateMode = "strict") -> date | YearMonth:
    """Read a date, or a month, or a year, never swapping day and month (đọc ngày tháng).

    Args:
        s: `ngày 5 tháng 2 năm 2019`, `5/2/2019`, `5-2-2019` or `5.2.2019`, with or without `ngày` and the
            weekday in front; `2019-02-05`; `tháng 2 năm 2019`, `tháng 2/2019`, `2/2019`, `2-2019`;
            `năm 2019`. Any case, composed or decomposed; blanks, no-break ones too, may stand around it.
        mode: `"lenient"` takes dates in words too, as they are spoken, and a year without `năm`.

    Returns:
        A date, or `(year, month)`, or `(year, None)`.

    Raises:
        NumberError: No such form, or no such day; with the place of the fault, and where one reading is
            likely, that reading.
        WrongTypeError: Not a text.
        OptionError: An unknown mode.

    >>> read_date("ngày 05 tháng 02 năm 2019")
    datetime.date(2019, 2, 5)
    >>> read_date("tháng 02 năm 2019")
    (2019, 2)
    >>> read_date("hai mươi tư tháng bảy năm hai nghìn mười ba", mode="lenient")
    datetime.date(2013, 7, 24)
    >>> try:
    ...     read_date("2/13/2019")
    ... except NumberError as error:
    ...     print(error.code, error.start, error.end, error.hint)
    date/no-such-month 2 4 None
    """
    if type(s) is str:
        # 5/2/2019, the commonest form; what is wrong with any other is asked further below.
        year, rest = s[-4:], _SHORT.get(s[:-4])
        if rest is not None and year >= "1":
            try:
                return _from_iso(year + rest)  # it takes a year of ASCII digits only
            except ValueError:
                pass
    if mode not in ("strict", "lenient"):
        raise OptionError(issue("option/unknown", known="strict, lenient"))
    text = _fold(s)
    read = _read(text)
    if isinstance(read, _Fault) and mode == "lenient":
        from lamtheobac.text.spoken_dates import in_digits  # noqa: PLC0415  most dates are in digits

        respelt = in_digits(text)
        read = read if respelt is None else _in_whole(_read(respelt), text)
    if isinstance(read, _Fault):
        start, end = (_place(s, index) for index in (read.start, read.end))
        raise NumberError(issue(read.code, start=start, end=end, hint=read.hint))
    return read


def _in_whole(read: date | YearMonth | _Fault, text: str) -> date | YearMonth | _Fault:
    """Give the place of a fault in other words as the whole text."""
    return _Fault(read.code, 0, len(text)) if isinstance(read, _Fault) else read


def _parts(d: object) -> tuple[int, int | None, int | None]:
    """Give year, month and day of what can be written."""
    parts: tuple[int, int | None, int | None]
    match d:
        case date() if not isinstance(d, datetime):
            parts = d.year, d.month, d.day
        case tuple((int(year), int() | None as month)) if bool not in (type(year), type(month)):
            parts = year, month, None
        case _:
            wanted = "date, (year, month) or (year, None)"
            raise WrongTypeError(issue("type/wrong", wanted=wanted, given=type(d).__name__))
    if parts[1] is not None and not 1 <= parts[1] <= 12:
        raise NumberError(issue("date/no-such-month"))
    return parts


@cache
def _weekday_names() -> dict[int, str]:
    """Take the names of the weekdays, Monday first, from CLDR."""
    from babel import Locale  # noqa: PLC0415  70 ms that only a weekday is worth
    from babel.dates import get_day_names  # noqa: PLC0415  as above

    names = get_day_names("wide", locale=Locale("vi"))
    return {day: names[day] for day in range(7)}


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    """Compile at first use: who only imports this module pays for no pattern."""
    return re.compile(pattern)


def _fold(s: object) -> str:
    """Compose, put in lower case, and write every blank as a space."""
    if not isinstance(s, str):
        raise WrongTypeError(issue("type/wrong", wanted="str", given=type(s).__name__))
    if len(s) > _MOST_CHARACTERS:
        raise NumberError(issue("date/too-long", start=0, end=len(s)))
    return normalize("NFC", s.lower()).translate(_TO_SPACE)


def _place(s: str, index: int) -> int:
    """Find in the text as given the character that stands at an index of the folded text."""
    low = s.lower()
    if len(low) == len(s) and is_normalized("NFC", low):
        return index
    return bisect_right(range(len(s) + 1), index, key=lambda end: len(_fold(s[:end]))) - 1


def _read(text: str) -> date | YearMonth | _Fault:
    """Read folded text; an error is a value here, so that a likely reading can be tried."""
    start = len(text) - len(text.lstrip(" "))
    end = len(text.rstrip(" "))
    if start >= end:
        return _Fault("date/empty", 0, len(text))
    for form in _FORMS:
        if found := _compile(form).fullmatch(text, start, end):
            return _take(found)
    return _diagnose(text, start, end)


def _take(found: re.Match[str]) -> date | YearMonth | _Fault:
    """Make the date of a form that fits."""
    parts = found.groupdict()
    year = parts["year"]
    if len(year) == 2:
        return _Fault("date/two-digit-year", *found.span("year"))
    if len(year) != 4 or year < str(FIRST_YEAR):
        return _Fault("date/year-out-of-range", *found.span("year"))
    if "month" not in parts:
        return int(year), None
    month = int(parts["month"])
    if not 1 <= month <= 12:
        return _Fault("date/no-such-month", *found.span("month"))
    if "day" not in parts:
        return int(year), month
    try:
        day = date(int(year), month, int(parts["day"]))
    except ValueError:
        return _Fault("date/no-such-day", *found.span("day"))
    if parts.get("weekday") and day.weekday() != _WEEKDAYS[parts["weekday"]]:
        return _Fault("date/wrong-weekday", *found.span("weekday"))
    if parts.get("sunday") and day.weekday() != 6:
        return _Fault("date/wrong-weekday", *found.span("sunday"))
    return day


def _diagnose(text: str, start: int, end: int) -> _Fault:
    """Say why no form fits."""
    for index, character in enumerate(text):
        if character.isdigit() and not character.isascii():
            return _Fault("date/non-ascii-digit", index, index + 1)
    if _compile(_BARE_YEAR).fullmatch(text, start, end):
        return _Fault("date/bare-year", start, end, _likely(f"năm {text[start:end]}"))
    for form in _FORMS:
        if found := _compile(form).match(text, start, end):
            stop = found.end()
            if _compile(_TIME).match(text, stop, end):
                return _Fault("date/has-time", stop, end, _likely(text[start:stop]))
            return _Fault("date/trailing-text", stop, end)
    if _compile(_NO_YEAR).fullmatch(text, start, end):
        return _Fault("date/missing-year", start, end)
    # Mending keeps every length, so the places agree.
    plain = text.translate(_OTHER_MARKS)
    wrong = [index for index in range(start, end) if text[index] != plain[index]]
    if wrong and (hint := _likely(plain[start:end])):
        return _Fault("date/other-mark", wrong[0], wrong[-1] + 1, hint)
    pattern = _compile(_UNMARKED_WORD)
    words = list(pattern.finditer(text))
    marked = pattern.sub(lambda found: _UNMARKED[found[0]], text)
    if words and (hint := _likely(marked[start:end])):
        return _Fault("date/missing-marks", words[0].start(), words[-1].end(), hint)
    basic = _compile(_BASIC_ISO).fullmatch(text, start, end)
    return _Fault("date/unknown-form", start, end, _likely("-".join(basic.groups())) if basic else None)


def _likely(text: str) -> str | None:
    """Give a text back as a hint where it is a date."""
    return None if isinstance(_read(text), _Fault) else text
