"""Reading a workbook: sheets to records, and what was taken for what (đọc sổ Excel)."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from attrs import frozen

from lamtheobac.errors import LIMITS, Limits, ReadError, RecordError
from lamtheobac.formats.excel.contents import read_grids
from lamtheobac.formats.excel.drafts import Draft, read_draft
from lamtheobac.formats.excel.heads import TOTAL
from lamtheobac.formats.excel.sheets import letters
from lamtheobac.formats.files import read_bytes
from lamtheobac.messages import issue, message
from lamtheobac.records.programme import Programme
from lamtheobac.values.collector import paused_collector

if TYPE_CHECKING:
    import os
    from collections.abc import Callable

    from lamtheobac.errors import Lang
    from lamtheobac.formats.excel.rows import Place
    from lamtheobac.formats.excel.tables import Table

__all__ = ["Reading", "Remark", "TableReading", "cell_name", "load_workbook", "read_workbook"]


@frozen(kw_only=True)
class Remark:
    """A cell that was read another way than it stands (ghi chú khi đọc).

    Attributes:
        code: Stable name `subject/what`, part of the interface.
        sheet: The sheet, as its tab says.
        cell: Such as `"C7"`.
        message_vi: What was done, Vietnamese.
        message_en: The same in English.
    """

    code: str
    sheet: str
    cell: str
    message_vi: str
    message_en: str

    def message(self, lang: Lang = "vi") -> str:
        """Give the message in one language (thông báo)."""
        return self.message_vi if lang == "vi" else self.message_en


@frozen(kw_only=True)
class TableReading:
    """What a sheet was taken for (cách hiểu một trang tính).

    Attributes:
        sheet: Its name, as its tab says.
        code: Which sheet of ours it was taken for, such as `"B4"`.
        head_row: The row of its head, counted from 1.
        columns: Letter of a column, its title, and the field it was taken for.
        unread: Letters of columns that were not read.
        records: How many records it gave.
        groups: Rows that head a group, counted from 1.
        sums: Rows that add others up.
        end_row: The row at which reading stopped, such as the signatures; None where it went to the end.
    """

    sheet: str
    code: str
    head_row: int
    columns: tuple[tuple[str, str, str], ...]
    unread: tuple[str, ...]
    records: int
    groups: tuple[int, ...]
    sums: tuple[int, ...]
    end_row: int | None


@frozen(kw_only=True)
class Reading:
    """A programme read from a workbook, and how it was read (kết quả đọc).

    Attributes:
        programme: The records.
        tables: What each sheet was taken for.
        unread: Sheets with something on them that fit nothing.
        remarks: Cells that were read another way than they stand.
    """

    programme: Programme
    tables: tuple[TableReading, ...]
    unread: tuple[str, ...]
    remarks: tuple[Remark, ...]

    def __str__(self) -> str:
        lines: list[str] = []
        for table in self.tables:
            lines.append(
                message(
                    "reading/table",
                    sheet=table.sheet,
                    code=table.code,
                    row=table.head_row,
                    records=table.records,
                )
            )
            lines += [f"  {letter}: {title} → {key}" for letter, title, key in table.columns]
            if table.unread:
                lines.append(message("reading/columns-unread", columns=", ".join(table.unread)))
        lines += [message("reading/sheet-unread", sheet=name) for name in self.unread]
        lines += [f"{remark.sheet}!{remark.cell}: {remark.message_vi}" for remark in self.remarks]
        return "\n".join(lines)


def read_workbook(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    name: str | None = None,
    limits: Limits = LIMITS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """Read a workbook, and tell what was taken for what (đọc sổ Excel).

    Args:
        source: A path, or an open binary file.
        name: The name of the programme, where no sheet gives it; None takes the heading over the first table.
        limits: How much is too much.
        on_progress: Told how many rows are done, and of how many.

    Raises:
        ReadError: No such file, or no Excel file, or one that is damaged, hostile or encrypted.
        RecordError: Cells that cannot be or have two readings; each issue's path begins with the cell, `B4!C7`.
        LimitError: Too much of it.

    >>> read_workbook("no/such/file.xlsx")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: file/unreadable: the file cannot be opened or read
    """
    with paused_collector():
        grids = read_grids(read_bytes(source, most=limits.xlsx_bytes), limits=limits)
        draft = read_draft(grids, name=name, limits=limits, on_progress=on_progress)
    return finish(draft, limits)


def load_workbook(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    limits: Limits = LIMITS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Programme:
    """Read a workbook of which nothing is left out (mở sổ Excel); see `lamtheobac.load`.

    Raises:
        ReadError: As `read_workbook`; or a sheet or a column was not understood.
        RecordError: As `read_workbook`.
        LimitError: As `read_workbook`.
    """
    reading = read_workbook(source, limits=limits, on_progress=on_progress)
    left_out = [
        issue("column/not-read", (f"{table.code}!{letter}{table.head_row}",))
        for table in reading.tables
        for letter in table.unread
    ]
    if reading.unread:
        left_out.append(issue("sheet/not-read"))
    if left_out:
        raise ReadError(*left_out)
    return reading.programme


def finish(draft: Draft, limits: Limits = LIMITS) -> Reading:
    """Give what was read, or refuse it with every cell that cannot be (hoàn tất việc đọc)."""
    if not draft.tables and not draft.faults:
        raise ReadError(issue("xlsx/no-table"))
    if draft.faults:
        faults = [
            fault.at(address(draft, table, place)) if table is not None else fault
            for fault, table, place in draft.faults
        ]
        more = [issue("limit/issues", most=limits.issues)] if len(faults) > limits.issues else []
        raise RecordError(*faults[: limits.issues], *more)
    assert draft.programme is not None  # noqa: S101  a programme without faults is there
    return Reading(
        programme=draft.programme,
        tables=tuple(_tell(draft, number, table) for number, table in enumerate(draft.tables)),
        unread=draft.unread,
        remarks=tuple(
            _remark(code, table.grid.name, place)
            for number, table in enumerate(draft.tables)
            for code, place in (
                *table.remarks,
                *(("row/id-made", (row, 0)) for at, row in draft.made if at == number),
            )
        ),
    )


def _remark(code: str, sheet: str, place: Place) -> Remark:
    return Remark(
        code=code,
        sheet=sheet,
        cell=cell_name(place),
        message_vi=message(code, "vi"),
        message_en=message(code, "en"),
    )


def cell_name(place: Place) -> str:
    """Name a cell as a spreadsheet does (tên ô).

    >>> cell_name((6, 2))
    'C7'
    """
    row, column = place
    return f"{letters(column)}{row + 1}"


def address(draft: Draft, table: int, place: Place) -> str:
    """Name a cell with its sheet: by our code for it, since the name on a tab is free text (địa chỉ ô)."""
    code = draft.tables[table].head.sheet.code
    same = [number for number, each in enumerate(draft.tables) if each.head.sheet.code == code]
    return f"{code}{'' if len(same) < 2 else f'({same.index(table) + 1})'}!{cell_name(place)}"


def _tell(draft: Draft, number: int, table: Table) -> TableReading:
    head = table.head
    return TableReading(
        sheet=table.grid.name,
        code=head.sheet.code,
        head_row=head.row + 1,
        columns=tuple(
            (letters(column), head.titles.get(column, key), "" if key == TOTAL else key)
            for column, key in head.columns.items()
        ),
        unread=tuple(letters(column) for column in head.unread),
        records=sum(1 for entry in draft.entries.values() if entry.table == number),
        groups=tuple(row + 1 for row in table.groups),
        sums=tuple(row + 1 for row in table.sums),
        end_row=None if table.end is None else table.end + 1,
    )
