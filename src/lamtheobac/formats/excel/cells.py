"""One cell, taken for what its column holds (đọc ô).

What is plain is taken; what an office writes another way is read the Vietnamese way and said so; what has two
readings is refused.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lamtheobac.errors import LamTheoBacError, RecordError
from lamtheobac.messages import issue
from lamtheobac.text.clean import fold, search_key
from lamtheobac.text.numbers import format_number, parse_number
from lamtheobac.values.dates import PartialDate, format_date, parse_date
from lamtheobac.values.decimals import plain
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.money import Money

if TYPE_CHECKING:
    from lamtheobac.formats.excel.grid import Cell
    from lamtheobac.formats.excel.sheets import Column

__all__ = ["DITTO", "Taken", "read_cell", "read_period", "words_of"]

_NOTHING: Final = frozenset({"-", "–", "—", "−", "…", "...", "..", "x", "X", "×", "/", "0 có"})
DITTO: Final = frozenset(
    {'"', "″", "''", "”", "“", "〃", "nt", "như trên", "-nt-", "- nt -", "—″—", '-"-', '- " -'}
)
"""What an office writes for "as above" (dấu lặp lại)."""

_YEAR: Final = re.compile(r"(?:năm\s+)?((?:19|20|21)[0-9]{2})", re.IGNORECASE)
_YES: Final = frozenset({"co", "x", "true", "yes", "dong y", "1"})
_NO: Final = frozenset({"khong", "false", "no", "0", "-"})


class Taken(NamedTuple):
    """What a cell was taken for (giá trị đã đọc).

    Attributes:
        value: As a JSON file has it; None where the cell says nothing.
        remark: The code of what was read another way than it stands; empty where it was plain.
    """

    value: Any
    remark: str = ""


def read_cell(cell: Cell, column: Column) -> Taken:
    """Take a cell for what its column holds (đọc ô).

    Args:
        cell: The cell.
        column: The column.

    Raises:
        RecordError: It cannot be, or has two readings.

    >>> from lamtheobac.formats.excel.grid import Cell
    >>> from lamtheobac.formats.excel.sheets import SHEETS, columns_of
    >>> amount = columns_of(SHEETS[4])["gift.value"]
    >>> read_cell(Cell("1.200.000"), amount)
    Taken(value='1200000', remark='cell/text-number')
    >>> read_cell(Cell("6.2"), amount)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/malformed-grouping: dots must ...; is it “6,2”?
    """
    if cell.fault:
        raise RecordError(issue(cell.fault))
    value = cell.value
    if isinstance(value, str):
        value = value.strip(" \t\r\n\u00a0")
        if not value:
            return Taken(None)
    if value is None:
        return Taken(None)
    taken = _read(cell._replace(value=value), value, column)
    return taken._replace(remark=taken.remark or "cell/calculated") if cell.is_formula else taken


def _read(cell: Cell, value: Any, column: Column) -> Taken:
    """Choose by what the column holds."""
    kind: Any = column.shape.kinds[0]
    is_text = kind is str and not column.shape.is_id
    if isinstance(value, str) and value in _NOTHING and not (is_text or kind is bool or column.key == "id"):
        return Taken(None, "cell/nothing")
    if column.in_figure and column.path[-1] in {"value", "unit", "approximation"}:
        return _read_amount(cell, value, column)
    if date in column.shape.kinds:
        return _read_day(value, is_partial=PartialDate in column.shape.kinds)
    if kind is bool:
        return _read_yes(value)
    if kind in (int, Money, Decimal):
        return _read_number(cell, value, is_whole=kind is not Decimal)
    if issubclass(kind, StrEnum):
        return _read_code(value, kind)
    return _read_text(value, column)


def _refuse(code: str) -> RecordError:
    return RecordError(issue(code))


def _read_number(cell: Cell, value: Any, *, is_whole: bool) -> Taken:
    """Take a number, or a text that is one in Vietnam."""
    remark = ""
    if isinstance(value, str):
        value, remark = parse_number(value), "cell/text-number"
    if not isinstance(value, Decimal) or cell.is_percent:
        raise _refuse("cell/no-number")
    if value < 0:
        raise _refuse("cell/negative")
    if not is_whole:
        return Taken(plain(value), remark)
    if value != value.to_integral_value():
        raise _refuse("cell/no-whole-number")
    return Taken(int(value), remark)


def _read_amount(cell: Cell, value: Any, column: Column) -> Taken:
    """Take a part of a figure: words are left for the figure to read, with its other cells."""
    if column.path[-1] != "value":
        if not isinstance(value, str):
            raise _refuse("cell/no-text")
        return Taken(value)
    if isinstance(value, Decimal) and cell.is_percent:
        return Taken(f"{format_number(value)}%", "cell/percent")
    if isinstance(value, str) and any(letter.isalpha() or letter == "%" for letter in value):
        return Taken(value, "cell/words")
    return _read_number(cell, value, is_whole=False)


def _read_day(value: Any, *, is_partial: bool) -> Taken:
    """Take a day, day first; where a part may be open a month or a year."""
    remark = ""
    if isinstance(value, str):
        year = _YEAR.fullmatch(value)
        value = PartialDate(int(year[1])) if year else parse_date(value)
        remark = "cell/text-date"
    elif isinstance(value, Decimal) and _YEAR.fullmatch(plain(value)):
        value, remark = PartialDate(int(value)), "cell/year"
    if isinstance(value, PartialDate) and not is_partial:
        raise _refuse("cell/no-whole-day")
    if isinstance(value, (date, PartialDate)):
        return Taken(str(value), remark)
    raise _refuse("cell/no-day")


def _read_yes(value: Any) -> Taken:
    """Take yes or no; a cross says yes."""
    if isinstance(value, bool):
        return Taken(value)
    word = fold(value) if isinstance(value, str) else plain(value) if isinstance(value, Decimal) else ""
    if word in _YES | _NO:
        return Taken(word in _YES)
    raise _refuse("cell/no-yes-or-no")


def _read_code(value: Any, kind: type[StrEnum]) -> Taken:
    """Take a word of a closed list, by its label or its code, with or without marks."""
    if not isinstance(value, str):
        raise _refuse("record/unknown-code")
    for key, remark in ((search_key, ""), (fold, "cell/without-marks")):
        wanted = key(value)
        found = [
            member
            for member in kind
            if wanted in {key(member.value), key(member.label) if isinstance(member, Labelled) else ""}
        ]
        if len(found) == 1:
            return Taken(found[0].value, remark)
    raise _refuse("record/unknown-code")


def _read_text(value: Any, column: Column) -> Taken:
    """Take a text, or several of them; a number that was meant as one is written out."""
    remark = ""
    if not isinstance(value, str):
        if column.key == "unit_code" or isinstance(value, bool):
            # A code such as 00123 has lost its zeros when it is a number.
            raise _refuse("cell/no-text")
        value, remark = words_of(value), "cell/made-text"
    if not column.shape.is_many:
        return Taken(value, remark)
    parts = re.split(r"[,;\n]" if column.shape.is_id else r"\n", value)
    return Taken([part.strip() for part in parts if part.strip()], remark)


def words_of(value: Decimal | date | PartialDate | str | bool | None) -> str:  # noqa: FBT001  a cell holds one
    """Write what stands in a cell as an office reads it (chữ trong ô).

    >>> words_of(Decimal("1234.5")), words_of(date(2019, 5, 19)), words_of(None), words_of(True)
    ('1.234,5', '19/05/2019', '', 'có')
    """
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Decimal):
        is_plain = value == value.to_integral_value() and value < 10_000
        return plain(value) if is_plain else format_number(value)
    if isinstance(value, (date, PartialDate)):
        return format_date(value, style="slash")
    return value or ""


def read_period(cell: Cell) -> Taken:
    """Take a cell for a time: a day, a month, a year, or words that are kept (đọc kỳ).

    >>> from lamtheobac.formats.excel.grid import Cell
    >>> read_period(Cell("2/2019")).value, read_period(Cell("6 tháng đầu năm 2019")).value
    ({'start': '2019-02', 'end': '2019-02'}, {'text': '6 tháng đầu năm 2019'})
    """
    if cell.fault:
        raise RecordError(issue(cell.fault))
    if cell.value is None or (isinstance(cell.value, str) and cell.value.strip() in {"", *_NOTHING}):
        return Taken(None, "" if cell.value is None else "cell/nothing")
    try:
        taken = _read_day(cell.value, is_partial=True)
    except LamTheoBacError:
        if not isinstance(cell.value, str) or re.fullmatch(r"[0-9./-]+", cell.value.strip()):
            raise
        return Taken({"text": cell.value.strip()}, "cell/period-words")
    return Taken({"start": taken.value, "end": taken.value}, taken.remark)
