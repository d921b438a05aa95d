"""The rows below a head: which are records, which are groups, sums and signatures (đọc bảng)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen, mutable

from lamtheobac.errors import Issue, LamTheoBacError, RecordError
from lamtheobac.formats.excel.cells import DITTO, Taken, read_cell, read_period, words_of
from lamtheobac.formats.excel.grid import Cell
from lamtheobac.formats.excel.heads import TOTAL, Head
from lamtheobac.formats.excel.rows import Place
from lamtheobac.formats.excel.sheets import Column, columns_of, is_date
from lamtheobac.messages import issue
from lamtheobac.text.clean import fold, search_key
from lamtheobac.values.labelled import Labelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from lamtheobac.formats.excel.grid import Grid

__all__ = ["Row", "Table", "read_records", "read_table"]

_ROMAN: Final = re.compile(r"(?:[IVXLC]+|[A-Z])[.)]?")
_GROUP: Final = re.compile(r"(?:[IVXLC]+|[A-Z])\s*[.)–—-]\s*(\S.*)", re.DOTALL)
_SUM: Final = re.compile(r"(?:tong cong|tong so)(?:\b.*)?|tong|cong")
_NUMBERED: Final = re.compile(r"\(?([A-Z]|[0-9]{1,2})\)?")
_FOOT: Final = (
    "nguoi lap", "t/m ", "tm.", "noi nhan", "xac nhan", "thu truong", "ngay ", "ky ten", "ghi chu:",
    "..., ngay", "…, ngay",
)  # fmt: skip


@frozen(kw_only=True)
class Row:
    """Values of one row by key, each with its cell (dòng).

    Attributes:
        number: Which row it is, from 0.
        cells: What its cells were taken for.
        part: What tells it from other records of the same row.
        unit: The unit of figures that no cell of the row names.
        goes_on: Whether it belongs to the record above.
        is_broken: Whether a cell of it cannot be read.
    """

    number: int
    cells: Mapping[str, tuple[Any, Place]]
    part: str = ""
    unit: str = ""
    goes_on: bool = False
    is_broken: bool = False


@mutable(kw_only=True)
class Table:
    """What a sheet was taken for (bảng đã đọc).

    Attributes:
        rows: Its rows that hold records, in order.
        faults: What cannot be read, by cell.
        remarks: What was read another way than it stands, by cell.
        groups: Rows that head a group of rows.
        sums: Rows that add others up.
        end: The row at which reading stopped, such as the signatures; None where it went to the end.
    """

    grid: Grid
    head: Head
    rows: list[Row] = field(factory=list[Row])
    faults: list[tuple[Issue, Place]] = field(factory=list[tuple[Issue, Place]])
    remarks: list[tuple[str, Place]] = field(factory=list[tuple[str, Place]])
    groups: list[int] = field(factory=list[int])
    sums: list[int] = field(factory=list[int])
    end: int | None = None
    group: tuple[str, str] | None = None
    above: dict[int, Cell] = field(factory=dict[int, Cell])
    merged: dict[Place, Place] = field(factory=dict[Place, Place])


def read_table(grid: Grid, head: Head, tick: Callable[[], None] | None = None) -> Table:
    """Read the rows below a head (đọc bảng)."""
    table = Table(grid=grid, head=head)
    for top, left, bottom, right in grid.merges:
        if top > head.row and left == right:
            table.merged.update({(row, left): (top, left) for row in range(top + 1, bottom + 1)})
    wanted = sorted({*grid.rows, *(row for row, _ in table.merged)})
    for row in wanted:
        if row <= head.row:
            continue
        if not _read_row(table, row):
            break
        if tick is not None:
            tick()
    _check_swapped(table)
    _check_hidden(table)
    return table


def read_records(grid: Grid, head: Head) -> Table:
    """Read a table in which every row is a record, as in a CSV file (đọc bảng thuần)."""
    table = Table(grid=grid, head=head)
    anchor = next((column for column, key in head.columns.items() if key == head.sheet.anchor), None)
    for row in grid.rows:
        _add_record(table, row, anchor)
    return table


def _read_row(table: Table, row: int) -> bool:
    """Take one row for what it is; False where the table has ended."""
    head, cells = table.head, table.grid.rows.get(row, {})
    if not any(words_of(cell.value).strip() or cell.fault for cell in cells.values()) and not any(
        (row, column) in table.merged for column in head.columns
    ):
        return True
    filled = [column for column, cell in cells.items() if words_of(cell.value).strip()]
    first = words_of(cells[filled[0]].value) if filled else ""
    anchor = next((column for column, key in head.columns.items() if key == head.sheet.anchor), None)
    # In a file of ours, groups, sums and signatures stand in the first column, which has no key.
    is_record = head.is_keyed and ((anchor is not None and anchor in cells) or filled[:1] != [0])
    if _is_numbering(table, row, cells):
        return True
    if not is_record:
        if _SUM.fullmatch(fold(first)) or _is_sum(table, cells):
            table.sums.append(row)
            if not head.is_keyed:
                _check_sum(table, row)
            return True
        group = _group_of(table, row, cells)
        if group is not None:
            table.groups.append(row)
            _carry(table, row, group)
            return True
        if fold(first).startswith(_FOOT):
            table.end = row
            return False
    _add_record(table, row, anchor)
    return True


def _is_sum(table: Table, cells: Mapping[int, Cell]) -> bool:
    """Tell whether the first text beside the running number says that the row adds up."""
    if table.head.numbers not in cells:
        return False
    texts = [words_of(cell.value) for column, cell in cells.items() if column != table.head.numbers]
    return bool(texts) and _SUM.fullmatch(fold(texts[0])) is not None


def _is_numbering(table: Table, row: int, cells: Mapping[int, Cell]) -> bool:
    """Tell whether it is the row A, B, 1, 2, 3 below a head."""
    if not table.head.row < row <= table.head.row + 2 or table.rows:
        return False
    texts = [words_of(cell.value).strip() for cell in cells.values()]
    found = [each[1] for text in texts if (each := _NUMBERED.fullmatch(text))]
    numbers = [int(each) for each in found if each.isdigit()]
    names = [each for each in found if not each.isdigit()]
    return (
        len(found) == len(texts) > 2
        and numbers == list(range(1, len(numbers) + 1))
        and names == [chr(65 + place) for place in range(len(names))]
    )


def _group_of(table: Table, row: int, cells: Mapping[int, Cell]) -> str | None:
    """Give the name of a group of rows, where the row is nothing else; it may have sums of its own."""
    numbers = table.head.numbers
    words = {column: cell.value.strip() for column, cell in cells.items() if isinstance(cell.value, str)}
    numbered = numbers in cells and numbers not in words
    others = [
        cell for cell in cells.values() if not isinstance(cell.value, (str, Decimal)) and not cell.is_formula
    ]
    if others or numbered or not 0 < len(words) < 3:
        return None
    first, *rest = words.values()
    if rest:
        return rest[0] if _ROMAN.fullmatch(first) else None
    marked = _GROUP.fullmatch(first)
    if marked is not None:
        return marked[1].strip()
    is_merged = any(top == row and right > left for top, left, _, right in table.grid.merges)
    return first if is_merged else None


def _carry(table: Table, row: int, group: str) -> None:
    """Let a group's name fill a column of a closed list that the table lacks, where it is a word of that list."""
    taken = set(table.head.columns.values())
    wanted = search_key(group)
    for key, column in columns_of(table.head.sheet).items():
        kind: Any = column.shape.kinds[0]
        if key in taken or len(column.path) > 1 or not issubclass(kind, Labelled):
            continue
        for member in kind:
            if wanted in {search_key(member.label), member.value}:
                table.group = (key, member.value)
                table.remarks.append(("row/group-used", (row, 0)))
                return
    table.group = None
    table.remarks.append(("row/group", (row, 0)))


def _take(table: Table, row: int, column: int, key: str) -> Taken:
    """Take a cell, with what merged cells and ditto marks put into it."""
    cell, remark = table.grid.at(row, column), ""
    place = table.merged.get((row, column))
    shape = None if key == "period" else columns_of(table.head.sheet)[key]
    is_number = shape is not None and (
        shape.path[-1] == "value"
        if shape.in_figure
        else shape.shape.kinds[0] is not str and not _is_listed(shape)
    )
    if place is not None:
        cell, remark = table.grid.at(*place), "cell/merged"
        if is_number and cell.value is not None:
            raise RecordError(issue("cell/merged-number"))
    if isinstance(cell.value, str) and cell.value.strip().casefold() in DITTO:
        is_text = shape is not None and shape.shape.kinds[0] is str and not shape.in_figure
        if not (table.head.is_keyed and is_text):
            if is_number or column not in table.above:
                raise RecordError(issue("cell/ditto-number" if is_number else "cell/nothing-above"))
            cell, remark = table.above[column], "cell/ditto"
    if cell.value is not None:
        table.above[column] = cell
    taken = read_period(cell) if shape is None else read_cell(cell, shape)
    return taken._replace(remark=remark or taken.remark)


def _is_listed(column: Column) -> bool:
    """Tell whether a column holds words of a closed list, or days: what may be carried down."""
    kind: Any = column.shape.kinds[0]
    return is_date(column) or issubclass(kind, Labelled)


def _add_record(table: Table, row: int, anchor: int | None) -> None:
    """Read the cells of a record."""
    head = table.head
    cells: dict[str, tuple[Any, Place]] = {}
    amounts: list[tuple[int, str, Any]] = []
    filled: list[Column] = []
    before = len(table.faults)
    for column, key in head.columns.items():
        if key == TOTAL:
            continue
        try:
            taken = _take(table, row, column, key)
        except LamTheoBacError as error:
            table.faults += [(fault, (row, column)) for fault in error.issues]
            continue
        if taken.remark:
            table.remarks.append((taken.remark, (row, column)))
        if taken.value is None:
            continue
        if key == "period":
            cells |= {f"period.{name}": (each, (row, column)) for name, each in taken.value.items()}
            continue
        filled.append(columns_of(head.sheet)[key])
        if column in head.parts:
            amounts.append((column, key, taken.value))
        else:
            cells[key] = (taken.value, (row, column))
    is_broken = len(table.faults) > before
    if not cells and not amounts and not is_broken:
        return
    goes_on = (
        bool(table.rows)
        and anchor is not None
        and head.sheet.anchor not in cells
        and all(column.many for column in filled)
    )
    if table.group is not None and not goes_on:
        cells.setdefault(table.group[0], (table.group[1], (row, 0)))
    if not amounts:
        unit = _unit(head, cells)
        table.rows.append(Row(number=row, cells=cells, unit=unit, goes_on=goes_on, is_broken=is_broken))
    for column, key, value in amounts:
        one = {**cells, key: (value, (row, column))}
        unit = head.units.get(column, head.unit)
        part = head.parts[column]
        table.rows.append(Row(number=row, cells=one, part=part, unit=unit, is_broken=is_broken))
    _check_parts(table, row, amounts)


def _unit(head: Head, cells: Mapping[str, tuple[Any, Place]]) -> str:
    """Give the unit that the head of the amount's column names, or else the line above the table."""
    for key, (_, (_, column)) in cells.items():
        if key.endswith(".value") and column in head.units:
            return head.units[column]
    return head.unit


def _check_parts(table: Table, row: int, amounts: list[tuple[int, str, Any]]) -> None:
    """Hold a sum of columns against its parts."""
    for column, key in table.head.columns.items():
        cell = table.grid.at(row, column)
        if key != TOTAL or not isinstance(cell.value, Decimal):
            continue
        parts = [Decimal(value) for _, _, value in amounts if str(value).replace(".", "").isdigit()]
        if len(parts) == len(amounts) and sum(map(Fraction, parts)) != Fraction(cell.value):
            table.faults.append((issue("row/sum-differs"), (row, column)))


def _check_sum(table: Table, row: int) -> None:
    """Hold the stored sums of a row against the rows above it that are of the same kind."""
    head = table.head
    kinds = {
        key: cell.value
        for column, key in head.columns.items()
        if isinstance((cell := table.grid.at(row, column)).value, str)
        and key not in {TOTAL, "period"}
        and (key.endswith(".unit") or _is_listed(columns_of(head.sheet)[key]))
    }
    for column, key in head.columns.items():
        cell = table.grid.at(row, column)
        if not isinstance(cell.value, Decimal) or key in {TOTAL, "period"}:
            continue
        members = [
            table.grid.at(each.number, column).value
            for each in table.rows
            if all(_said(table, each.number, head, kind) == word for kind, word in kinds.items())
        ]
        numbers = [value for value in members if isinstance(value, Decimal)]
        if len(numbers) == len([value for value in members if value is not None]) and sum(
            map(Fraction, numbers)
        ) != Fraction(cell.value):
            table.remarks.append(("row/sum-differs", (row, column)))


def _said(table: Table, row: int, head: Head, key: str) -> object:
    """Give what a row says in the column of a key."""
    return next(
        (table.grid.at(row, column).value for column, each in head.columns.items() if each == key), None
    )


def _check_swapped(table: Table) -> None:
    """Find columns of days that a program with American dates has read: the days up to 12 became months.

    Of days typed as 5/6 and 25/6 such a program makes a date of the first, the wrong one, and leaves the second
    a text.
    """
    for column, key in table.head.columns.items():
        if key not in columns_of(table.head.sheet) or not is_date(columns_of(table.head.sheet)[key]):
            continue
        cells = [(row.number, table.grid.at(row.number, column)) for row in table.rows]
        days = [(row, cell.value) for row, cell in cells if isinstance(cell.value, date)]
        texts = [match for _, cell in cells if (match := _first_number(cell))]
        if not days or not texts or any(day.day > 12 for _, day in days) or any(each <= 12 for each in texts):
            continue
        for row, _ in days:
            if len(days) > 2 and len(texts) > 1:
                table.faults.append((issue("cell/maybe-swapped"), (row, column)))
            else:
                table.remarks.append(("cell/maybe-swapped", (row, column)))


def _first_number(cell: Cell) -> int | None:
    """Give the first number of a text that is a whole day."""
    found = (
        re.match(r"\s*([0-9]{1,2})[/.-][0-9]{1,2}[/.-]", cell.value) if isinstance(cell.value, str) else None
    )
    return None if found is None else int(found[1])


def _check_hidden(table: Table) -> None:
    """Say which records stand on rows that nobody sees."""
    table.remarks += [
        ("row/hidden", (row.number, 0)) for row in table.rows if row.number in table.grid.hidden_rows
    ]
