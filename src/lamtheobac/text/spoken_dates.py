"""Dates as people say them, put into digits: "hai tư tháng bảy năm hai nghìn mười ba" (ngày tháng bằng chữ).

Only what has one reading: "hai ba tháng sáu" may be the 23rd or the second and third, "tháng giêng" is a month
of the moon as often as January, and a year of two digits is a guess in words too.
"""

from __future__ import annotations

import re
from functools import cache

from lamtheobac.errors import NumberError
from lamtheobac.text.word_grammar import FIGURES, SHORT
from lamtheobac.text.words import parse_words

__all__ = ["in_digits"]

_MONTHS = {
    word: month
    for month, words in enumerate(
        (
            "một",
            "hai",
            "ba",
            "tư bốn",
            "năm",
            "sáu",
            "bảy bẩy",
            "tám",
            "chín",
            "mười",
            "mười_một",
            "mười_hai",
        ),
        1,
    )
    for word in words.split()
}
# What behind one of the scales leaves out a scale of its own, or "linh": not in a year.
_SCALES = frozenset(("trăm", "nghìn", "ngàn"))
_TAILS = frozenset((*FIGURES, *SHORT, "rưỡi"))
_LETTERS = r"[^\W\d_]+"
_MOST_YEAR_WORDS = 12


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    """Compile at first use: a day with its month, a month, a year."""
    names = "|".join(name.replace("_", " +") for name in sorted(_MONTHS, key=len, reverse=True))
    month = rf"tháng +(?P<month>[0-9]{{1,2}}|{names})"
    words = rf"{_LETTERS}(?: +{_LETTERS}){{0,{_MOST_YEAR_WORDS - 1}}}"
    year = rf"(?:,? +năm +(?P<year>[0-9]+|{words})|,? +(?P<bare>[0-9]{{4}}))"
    day = rf"(?:(?P<early>mùng|mồng) +)?(?P<day>[0-9]{{1,2}}|{_LETTERS}(?: +{_LETTERS}){{0,3}}?)"
    weekday = rf"(?P<weekday>(?:thứ +(?:[2-7]|{_LETTERS})|chủ +nhật),? +)?"
    return tuple(
        map(
            re.compile,
            (
                rf" *{weekday}(?:ngày +)?{day} +{month}{year} *",
                rf" *{month}{year} *",
                rf" *năm +(?P<year>{words}) *",
            ),
        )
    )


def in_digits(text: str) -> str | None:
    """Put the words of a date into digits (viết lại bằng số).

    Args:
        text: Composed, in lower case, with spaces as its only blanks; at most a hundred characters.

    Returns:
        The same date as documents write it; None where the text is none, or has more than one reading.

    >>> in_digits("thứ tư, ngày hai tư tháng bảy năm hai không một ba")
    'thứ tư, ngày 24 tháng 7 năm 2013'
    >>> in_digits("hai ba tháng sáu năm 2019") is None
    True
    """
    for form in _forms():
        if found := form.fullmatch(text):
            return _respell(found.groupdict())
    return None


def _respell(parts: dict[str, str | None]) -> str | None:
    """Put the parts of a form together."""
    year = parts.get("bare") or _read_year(parts["year"] or "")
    if year is None:
        return None
    month = parts.get("month")
    if month is None:
        return f"năm {year}"
    written = f"tháng {_MONTHS.get('_'.join(month.split()), month)} năm {year}"
    if "day" not in parts:
        return written
    day = _read_number(parts["day"] or "")
    if day is None or (parts["early"] and day > 10):
        return None
    return f"{parts['weekday'] or ''}ngày {day} {written}"


def _read_year(words: str) -> int | str | None:
    """Read a year said as a number or digit by digit: hai nghìn mười chín, hai không một chín, hai không linh chín."""
    said = words.split()
    if len(said) == 4 and said[2] in ("linh", "lẻ"):
        said[2] = "không"
    digits = [FIGURES.get(word) for word in said[:-1]]
    last = said[-1] if said else ""
    digits.append(FIGURES.get(last, SHORT.get(last)))
    if len(digits) == 4 and None not in digits:
        return "".join(map(str, digits))
    if _SCALES.issuperset(said[-2:-1]) and len(said) > 1 and last in _TAILS:
        return None  # "hai nghìn ba" may be 2003 or 2300
    return words if words.isdigit() else _read_number(words)


def _read_number(words: str) -> int | None:
    """Read a number in digits or in words."""
    if words.isdigit():
        return int(words)
    try:
        value = parse_words(words, mode="lenient")
    except NumberError:
        return None
    return value if isinstance(value, int) else None
