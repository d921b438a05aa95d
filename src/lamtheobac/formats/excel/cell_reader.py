"""The cells of one sheet, from its XML (đọc XML của trang tính).

Numbers are decimals of the digits that Excel shows; a formula keeps whether a value was stored with it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Context, Decimal
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import LimitError
from lamtheobac.formats.excel.archive import broken
from lamtheobac.formats.excel.formats import DateFormat
from lamtheobac.formats.excel.grid import BLANK, Cell
from lamtheobac.messages import issue
from lamtheobac.values.dates import PartialDate

if TYPE_CHECKING:
    from lamtheobac.errors import Limits

__all__ = ["CellReader", "text_of_pieces", "whole"]

_SHOWN: Final = Context(prec=15)
_NUMBER: Final = re.compile(r"[-+]?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:[eE][-+]?[0-9]{1,3})?")
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T00:00:00(?:\.0+)?Z?)?")
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_EXACT: Final = Decimal(10) ** 15
_LONGEST: Final = 60
_LAST_DAY: Final = 2_958_465  # 31 December 9999


def text_of_pieces(pieces: list[str], most: int) -> str:
    """Join the pieces of a text and put back the characters that XML cannot hold."""
    text = "".join(pieces)
    if len(text) > most:
        raise LimitError(issue("limit/cell-characters", most=most))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def whole(text: str) -> int:
    """Read a whole number of the file's own making."""
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        broken()
    return int(text)


class CellReader:
    """The cells of one sheet."""

    def __init__(
        self,
        strings: list[str],
        formats: list[DateFormat | None],
        limits: Limits,
        *,
        is_1904: bool,
        doubts_zero: bool,
    ) -> None:
        self.rows: dict[int, dict[int, Cell]] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.hidden_rows: set[int] = set()
        self.widths: dict[int, float] = {}
        self._strings, self._formats, self._limits = strings, formats, limits
        self._is_1904, self._doubts_zero = is_1904, doubts_zero
        self._row = self._column = -1
        self._kind = self._style = ""
        self._value: list[str] = []
        self._formula: list[str] = []
        self._has_value = self._has_formula = self._in_sound = False
        self._into: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        tag = tag.rpartition(":")[2]
        if tag == "c":
            self._start_cell(attributes)
        elif tag == "v" or (tag == "t" and self._kind == "inlineStr" and not self._in_sound):
            self._has_value = True
            self._into = self._value
        elif tag == "f":
            self._has_formula = True
            self._into = self._formula
        elif tag == "rPh":
            self._in_sound = True
        elif tag == "row":
            self._start_row(attributes)
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        elif tag == "col":
            self._width(attributes)

    def text(self, text: str) -> None:
        """Take a piece of text."""
        if self._into is not None:
            self._into.append(text)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        tag = tag.rpartition(":")[2]
        if tag in {"v", "t", "f"}:
            self._into = None
        elif tag == "rPh":
            self._in_sound = False
        elif tag == "c":
            cell = self._cell()
            if cell != BLANK:
                self.rows.setdefault(self._row, {})[self._column] = cell

    def _start_row(self, attributes: dict[str, str]) -> None:
        row = whole(attributes["r"]) - 1 if "r" in attributes else self._row + 1
        if row <= self._row:
            broken()
        if row >= self._limits.rows:
            raise LimitError(issue("limit/rows", most=self._limits.rows))
        self._row, self._column = row, -1
        if attributes.get("hidden") in {"1", "true"}:
            self.hidden_rows.add(row)

    def _start_cell(self, attributes: dict[str, str]) -> None:
        row, column = self._row, self._column + 1
        if "r" in attributes:
            row, column = self._place(attributes["r"])
        if row != self._row or column <= self._column:
            broken()
        self._column = column
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._value, self._formula = [], []
        self._has_value = self._has_formula = False

    def _place(self, name: str) -> tuple[int, int]:
        """Read `C7` as row and column from 0."""
        found = _PLACE.fullmatch(name)
        if found is None:
            broken()
        column = 0
        for letter in found[1]:
            column = column * 26 + ord(letter) - 64
        if column > self._limits.columns:
            raise LimitError(issue("limit/columns", most=self._limits.columns))
        return int(found[2]) - 1, column - 1

    def _merge(self, ref: str) -> None:
        first, _, last = ref.partition(":")
        self.merges.append((*self._place(first), *self._place(last or first)))
        if len(self.merges) > self._limits.rows:
            raise LimitError(issue("limit/rows", most=self._limits.rows))

    def _width(self, attributes: dict[str, str]) -> None:
        width = attributes.get("width", "")
        last = min(whole(attributes.get("max", "0")), self._limits.columns)
        if _NUMBER.fullmatch(width):
            for column in range(whole(attributes.get("min", "1")) - 1, last):
                self.widths[column] = min(float(width), 255)

    def _cell(self) -> Cell:
        """Make the cell that has just ended."""
        if self._has_formula:
            if "[" in "".join(self._formula):
                return Cell(None, is_formula=True, fault="cell/other-workbook")
            text = "".join(self._value)
            is_doubtful = not text or (self._doubts_zero and text == "0")
            if not self._has_value or (is_doubtful and self._kind == "n"):
                return Cell(None, is_formula=True, fault="cell/not-calculated")
            return self._plain_cell()._replace(is_formula=True)
        return self._plain_cell() if self._has_value else BLANK

    def _plain_cell(self) -> Cell:
        kind, text = self._kind, "".join(self._value)
        if kind == "s":
            index = whole(text)
            return Cell(self._strings[index] or None) if index < len(self._strings) else broken()
        if kind in {"inlineStr", "str"}:
            return Cell(text_of_pieces(self._value, self._limits.cell_characters) or None)
        if kind == "n":
            return BLANK if not text.strip() else self._number(text.strip())
        if kind == "b" and text in {"0", "1"}:
            return Cell(text == "1")
        if kind == "e":
            return Cell(None, fault="cell/error")
        if kind == "d":
            return _day(text)
        return broken()

    def _number(self, text: str) -> Cell:
        """Read a number as Excel shows it, at 15 digits; longer ones it does not hold exactly."""
        if len(text) > _LONGEST:
            return Cell(None, fault="cell/too-many-digits")
        if _NUMBER.fullmatch(text) is None:
            broken()
        number = Decimal(text)
        style = whole(self._style or "0")
        form = self._formats[style] if style < len(self._formats) else None
        if number.copy_abs() >= _EXACT:
            return Cell(None, fault="cell/too-many-digits")
        number = _shown(number)
        if form is DateFormat.PERCENT:
            return Cell(_shown(_SHOWN.multiply(number, Decimal(100))), is_percent=True)
        return Cell(number) if form is None else self._moment(number, form)

    def _moment(self, number: Decimal, form: DateFormat) -> Cell:
        """Read a number that is shown as a day."""
        whole = int(number)
        if form is DateFormat.TIME or number != whole:
            return Cell(None, fault="cell/time-of-day")
        # Excel believes in 29 February 1900: what comes before is a day off, and nobody means it.
        if not (0 if self._is_1904 else 60) < whole <= _LAST_DAY - (1_462 if self._is_1904 else 0):
            return Cell(None, fault="cell/no-such-day")
        day = (date(1904, 1, 1) if self._is_1904 else date(1899, 12, 30)) + timedelta(days=whole)
        if form is DateFormat.DAY or day.day != 1 or not 1900 <= day.year < 2200:
            return Cell(day)
        if form is DateFormat.MONTH:
            return Cell(PartialDate(day.year, day.month))
        return Cell(PartialDate(day.year) if day.month == 1 else day)


def _shown(number: Decimal) -> Decimal:
    """Round to the 15 digits that Excel shows, and write it without an exponent."""
    shown = _SHOWN.plus(number)
    return _SHOWN.quantize(shown, Decimal(1)) if shown == shown.to_integral_value() else shown


def _day(text: str) -> Cell:
    """Read a day in the strict form of the format."""
    found = _DAY.fullmatch(text)
    if found is None:
        return Cell(None, fault="cell/time-of-day")
    try:
        return Cell(date(int(found[1]), int(found[2]), int(found[3])))
    except ValueError:
        return Cell(None, fault="cell/no-such-day")
