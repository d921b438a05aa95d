"""CSV: one collection a file, with the columns of its sheet in a workbook (tệp CSV).

Strict both ways: commas, UTF-8, a head that names every column. What a spreadsheet would take for a formula gets
an apostrophe before it, which reading takes off again; a cell that begins so without one is refused.
"""

from __future__ import annotations

import csv
import re
from io import StringIO
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import LIMITS, LimitError, Limits, OptionError, ReadError, RecordError, WrongTypeError
from lamtheobac.formats.excel.drafts import draft_of
from lamtheobac.formats.excel.grid import Cell, Grid
from lamtheobac.formats.excel.heads import Head
from lamtheobac.formats.excel.reading import cell_name
from lamtheobac.formats.excel.rows import spread_record, text_of
from lamtheobac.formats.excel.sheets import SHEETS, Sheet, names_of, order_columns
from lamtheobac.formats.excel.tables import read_records
from lamtheobac.messages import issue
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.text.clean import fold
from lamtheobac.text.decoding import decode_utf8

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lamtheobac.records.kinds import Record

__all__ = ["protect", "read_csv", "write_csv"]

_FORMULA: Final = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_ERROR: Final = re.compile(r"#(?:REF!|N/A|NAME\?|DIV/0!|VALUE!|NUM!|NULL!)")
_OTHER_MARKS: Final = (";", "\t")


def protect(text: str) -> str:
    r"""Put an apostrophe before what a spreadsheet would take for a formula (chống công thức).

    Raises:
        RecordError: A control character, which no table should carry.

    >>> protect("=1+1"), protect("a=b"), protect("'đã có dấu")
    ("'=1+1", 'a=b', "'đã có dấu")
    >>> protect("a\0b")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: text/control: there is a control character, U+0000
    """
    found = _CONTROL.search(text)
    if found is not None:
        shown = f"U+{ord(found[0]):04X}"
        raise RecordError(issue("text/control", start=found.start(), end=found.end(), shown=shown))
    return f"'{text}" if _FORMULA.match(text) else text


def write_csv(records: Iterable[Record], collection: str, *, titles: bool = False) -> str:
    r"""Write the records of one collection as CSV (ghi CSV).

    For a spreadsheet, save it with the encoding `utf-8-sig`.

    Args:
        records: Records of one kind.
        collection: Which collection of a programme they are, such as `"contributions"`.
        titles: Whether the head has the Vietnamese titles; otherwise the keys, such as `gift.value`.

    Raises:
        OptionError: A collection that does not exist.
        WrongTypeError: A record of another kind.

    >>> from lamtheobac.formats.json import example
    >>> print(write_csv(example().awards, "awards").splitlines()[0][:44])
    id,decision.number,decision.issued_on,issuer
    >>> write_csv([], "khen")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: organisations, bodies, ...
    """
    sheet = _sheet_of(collection)
    spread: list[dict[str, object]] = []
    for record in records:
        if type(record) is not COLLECTIONS[collection]:
            wanted = COLLECTIONS[collection].__name__
            raise WrongTypeError(issue("type/wrong", wanted=wanted, given=type(record).__name__))
        spread += spread_record(record, sheet)
    columns = order_columns(sheet, {key for row in spread for key in row})
    columns = [column for column in columns if column.key != "gift.kind"]
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.title if titles else column.key for column in columns])
    for row in spread:
        writer.writerow(
            [protect(text_of(column, row[column.key])) if column.key in row else "" for column in columns]
        )
    return file.getvalue()


def _sheet_of(collection: str) -> Sheet:
    """Find the sheet whose columns a collection has."""
    for sheet in SHEETS:
        if sheet.collection and sheet.collection == collection:
            return sheet
    raise OptionError(issue("option/unknown", known=", ".join(COLLECTIONS)))


def read_csv(source: str | bytes, collection: str, *, limits: Limits = LIMITS) -> tuple[Record, ...]:
    r"""Read the records of one collection from CSV (đọc CSV).

    Args:
        source: Text, or bytes in UTF-8; a byte order mark at the head is dropped.
        collection: Which collection of a programme they are, such as `"contributions"`.
        limits: How much is too much.

    Raises:
        ReadError: Not UTF-8, not CSV with commas, a column that there is not, a row of another length.
        RecordError: Cells that cannot be; each issue's path begins with the cell as a spreadsheet names it.
        LimitError: Too much of it.
        OptionError: A collection that does not exist.
        WrongTypeError: Neither text nor bytes.

    >>> gift, = read_csv("id,gift.value,gift.unit\r\ndg-1,6200000000,đồng\r\n", "contributions")
    >>> print(gift.gift)
    6.200.000.000 đồng
    >>> read_csv("id,gift.value,gift.unit\r\ndg-1,=1+1,đồng\r\n", "contributions")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: cell/formula-text at $.B2: the text begins as a formula does
    """
    sheet = _sheet_of(collection)
    text = decode_utf8(source, most=limits.xlsx_bytes, too_long="limit/file-bytes", not_utf8="csv/not-utf-8")
    rows = _rows(text, limits)
    head = next((number for number, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if head is None:
        raise ReadError(issue("csv/empty"))
    columns = _columns(rows[head], sheet)
    cells: dict[int, Mapping[int, Cell]] = {}
    for number, row in enumerate(rows):
        if number <= head or not row:
            continue
        if len(row) != len(rows[head]):
            raise ReadError(
                issue("csv/row-length", (f"A{number + 1}",), given=len(row), wanted=len(rows[head]))
            )
        cells[number] = {place: _cell(text) for place, text in enumerate(row) if text}
    table = read_records(
        Grid(name=sheet.tab, rows=cells), Head(sheet=sheet, row=head, columns=columns, is_keyed=True)
    )
    draft = draft_of((table,), [], grids=(table.grid,), name=sheet.name, limits=limits)
    if draft.faults or draft.programme is None:
        raise RecordError(*(fault.at(cell_name(place)) for fault, _, place in draft.faults))
    found: tuple[Record, ...] = tuple(getattr(draft.programme, collection))
    return found


def _rows(text: str, limits: Limits) -> list[list[str]]:
    """Take the rows apart, strictly."""
    rows: list[list[str]] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), strict=True):
            if len(rows) >= limits.rows:
                raise LimitError(issue("limit/rows", most=limits.rows))
            if len(row) > limits.columns:
                raise LimitError(issue("limit/columns", most=limits.columns))
            if any(len(cell) > limits.cell_characters for cell in row):
                raise LimitError(issue("limit/cell-characters", most=limits.cell_characters))
            rows.append(row)
    except csv.Error:
        raise ReadError(issue("csv/malformed")) from None
    return rows


def _columns(row: list[str], sheet: Sheet) -> dict[int, str]:
    """Find the column of each title or key; a head of one cell with another mark in it says which mark."""
    if len(row) == 1 and any(mark in row[0] for mark in _OTHER_MARKS):
        raise ReadError(issue("csv/delimiter"))
    known = names_of(sheet)
    found: dict[int, str] = {}
    for place, title in enumerate(row):
        key = known.get(title) or known.get(fold(title))
        if key is None:
            raise ReadError(issue("csv/no-such-column", (cell_name((0, place)),)))
        if key in found.values():
            raise ReadError(issue("column/twice", (cell_name((0, place)),)))
        found[place] = key
    return found


def _cell(text: str) -> Cell:
    """Make a cell of a text; what begins as a formula does is refused, but for the dash of an empty cell."""
    if _ERROR.fullmatch(text.strip()):
        return Cell(None, fault="cell/error")
    if _FORMULA.match(text) and text.strip() != "-":
        return Cell(text[1:]) if text.startswith("'") else Cell(None, fault="cell/formula-text")
    return Cell(text)
