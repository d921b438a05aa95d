"""A dry run: what a workbook would give, written into a copy of it for the person who filled it in (chạy thử)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from attrs import frozen

from lamtheobac.errors import LIMITS, Issue, Limits
from lamtheobac.formats.excel.book import Book, Page
from lamtheobac.formats.excel.cells import words_of
from lamtheobac.formats.excel.contents import read_grids
from lamtheobac.formats.excel.drafts import Draft, read_draft
from lamtheobac.formats.excel.look import HEAD, row_height
from lamtheobac.formats.excel.reading import cell_name
from lamtheobac.formats.files import read_bytes, write_whole
from lamtheobac.messages import issue, message
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.rules.checking import check
from lamtheobac.rules.finding import Finding, Severity
from lamtheobac.values.collector import paused_collector
from lamtheobac.values.dates import PartialDate

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping

    from lamtheobac.errors import Lang
    from lamtheobac.formats.excel.grid import Cell, Grid
    from lamtheobac.formats.excel.heads import Head
    from lamtheobac.formats.excel.rows import Place

__all__ = ["CellFinding", "DryRun", "dry_run"]

RESULT: Final = "Kết quả kiểm tra"
REMEDY: Final = "Cách sửa"
_COLOURS: Final = {Severity.ERROR: "#F8CBAD", Severity.WARNING: "#FFE699", Severity.INFO: "#DDEBF7"}
_GOOD: Final = "Đạt"


@frozen(kw_only=True)
class CellFinding:
    """One thing that is wrong or does not fit, with its cell (phát hiện tại ô).

    Attributes:
        code: Stable name `subject/what-is-wrong`.
        severity: How grave it is; what cannot be read is an error.
        sheet: The sheet, as its tab says; empty where it is about the whole file.
        row: The row, counted from 1; 0 where it is about the whole sheet or file.
        cell: Such as `"C7"`; empty where it is about the whole file.
        message_vi: What is wrong, Vietnamese.
        message_en: The same in English.
        to_do_vi: What to do, Vietnamese.
        to_do_en: The same in English.
    """

    code: str
    severity: Severity
    sheet: str = ""
    row: int = 0
    cell: str = ""
    message_vi: str
    message_en: str
    to_do_vi: str
    to_do_en: str

    def message(self, lang: Lang = "vi") -> str:
        """Give the message in one language (thông báo)."""
        return self.message_vi if lang == "vi" else self.message_en

    def to_do(self, lang: Lang = "vi") -> str:
        """Give the advice in one language (cách sửa)."""
        return self.to_do_vi if lang == "vi" else self.to_do_en


@frozen(kw_only=True)
class DryRun:
    """What a dry run found, and the workbook that shows it (kết quả chạy thử).

    Attributes:
        workbook: The bytes of a copy of the file, with two more columns and coloured cells.
        findings: Everything that is wrong or does not fit, sheet by sheet and row by row.
    """

    workbook: bytes
    findings: tuple[CellFinding, ...]

    @property
    def is_good(self) -> bool:
        """Whether the file can be read, and no rule finds an error in it (đạt)."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the workbook to a file, whole or not at all (lưu).

        Raises:
            ReadError: The file cannot be written; what was there is unchanged.
        """
        write_whole(path, self.workbook)


def dry_run(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    name: str | None = None,
    limits: Limits = LIMITS,
    on_progress: Callable[[int, int], None] | None = None,
) -> DryRun:
    """Try a workbook out: read it, hold it against the rules, and show each finding at its cell (chạy thử).

    Args:
        source: A path, or an open binary file.
        name: The name of the programme, where no sheet gives it.
        limits: How much is too much.
        on_progress: Told how many rows are done, and of how many.

    Returns:
        The findings, and a copy of the workbook with the columns "Kết quả kiểm tra" and "Cách sửa". The cells,
        their merges and widths are those of the file; drawings and colours are not kept.

    Raises:
        ReadError: No such file, or no Excel file, or one that is damaged, hostile or encrypted.
        LimitError: Too much of it.
        OptionError: The extra `excel` is not installed.

    >>> dry_run("no/such/file.xlsx")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: file/unreadable: the file cannot be opened or read
    """
    with paused_collector():
        grids = read_grids(read_bytes(source, most=limits.xlsx_bytes), limits=limits)
        draft = read_draft(grids, name=name, limits=limits, on_progress=on_progress)
        placed = sorted(
            _findings(draft), key=lambda each: (each[0] is None, each[0] or 0, each[1], each[2].code)
        )
        return DryRun(workbook=_copy(draft, placed), findings=tuple(finding for _, _, finding in placed))


_Placed = tuple[int | None, "Place", CellFinding]
"""A finding with its table and its cell; no table where it is about the whole file."""


def _findings(draft: Draft) -> list[_Placed]:
    """Give what cannot be read, what the rules find in the rest, and what was read with a doubt."""
    found = [_of_fault(draft, fault, table, place) for fault, table, place in draft.faults]
    taken = {(table, place) for table, place, _ in found}
    if not draft.tables:
        found.append(_of_fault(draft, issue("xlsx/no-table"), None, (0, 0)))
    for number, table in enumerate(draft.tables):
        for code, place in table.remarks:
            if code in _DOUBTS:
                found.append(_of_fault(draft, issue(code), number, place, Severity.WARNING))
        for column in table.head.unread:
            place = (table.head.row, column)
            found.append(_of_fault(draft, issue("column/not-read"), number, place, Severity.WARNING))
    if draft.programme is not None:
        for finding in check(draft.programme):
            table_number, place = _where(draft, finding)
            if (table_number, place) not in taken:
                found.append(_of_rule(draft, finding, table_number, place))
    return found


_DOUBTS: Final = frozenset({"row/sum-differs", "row/hidden", "cell/maybe-swapped"})


def _where(draft: Draft, finding: Finding) -> tuple[int | None, Place]:
    """Find the cell that a rule speaks of: by the record's id and the field."""
    match finding.path:
        case (collection, record_id, *rest) if collection in COLLECTIONS:
            entry, field = draft.entries.get(str(record_id)), tuple(rest)
        case _:
            entry, field = draft.entries.get(""), finding.path
    return (None, (0, 0)) if entry is None else (entry.table, entry.place(field))


def _of_fault(
    draft: Draft, fault: Issue, table: int | None, place: Place, severity: Severity = Severity.ERROR
) -> _Placed:
    """Make a finding of what cannot be read."""
    finding = CellFinding(
        code=fault.code,
        severity=severity,
        message_vi=fault.message_vi,
        message_en=fault.message_en,
        to_do_vi=message("dry-run/mend", "vi"),
        to_do_en=message("dry-run/mend", "en"),
        **_spot(draft, table, place),
    )
    return table, place, finding


def _of_rule(draft: Draft, finding: Finding, table: int | None, place: Place) -> _Placed:
    """Make a finding of what a rule found."""
    made = CellFinding(
        code=finding.code,
        severity=finding.severity,
        message_vi=finding.message_vi,
        message_en=finding.message_en,
        to_do_vi=finding.to_do_vi,
        to_do_en=finding.to_do_en,
        **_spot(draft, table, place),
    )
    return table, place, made


def _spot(draft: Draft, table: int | None, place: Place) -> dict[str, Any]:
    """Name a cell for a finding."""
    if table is None:
        return {}
    return {"sheet": draft.tables[table].grid.name, "row": place[0] + 1, "cell": cell_name(place)}


def _copy(draft: Draft, placed: Iterable[_Placed]) -> bytes:
    """Write the sheets again, with what was found beside each row."""
    at: dict[int, dict[int, list[tuple[int, CellFinding]]]] = defaultdict(lambda: defaultdict(list))
    whole: list[CellFinding] = []
    for table, (row, column), finding in placed:
        if table is None:
            whole.append(finding)
        else:
            at[table][row].append((column, finding))
    book = Book()
    numbers = {id(table.grid): number for number, table in enumerate(draft.tables)}
    for grid in draft.grids:
        page = book.page(grid.name)
        number = numbers.get(id(grid))
        if number is None:
            _write_grid(page, grid, {})
            continue
        found = at[number]
        colours = {
            (row, column): _COLOURS[
                min((each.severity for where, each in members if where == column), key=lambda one: one.rank)
            ]
            for row, members in found.items()
            for column, _ in members
        }
        _write_grid(page, grid, colours)
        rows = [row.number for row in draft.tables[number].rows if not row.goes_on]
        _write_results(
            page,
            grid,
            draft.tables[number].head,
            {row: [each for _, each in found[row]] for row in found},
            rows,
        )
    if whole:
        page = book.page("_Kết quả chung")
        page.sheet.set_column(0, 1, 60)
        for row, each in enumerate(whole):
            page.text(row, 0, each.message_vi, bg_color=_COLOURS[each.severity])
            page.text(row, 1, each.to_do_vi)
    return book.save()


def _write_grid(page: Page, grid: Grid, colours: dict[Place, str]) -> None:
    """Write the cells of a sheet as they were read."""
    for column, width in grid.widths.items():
        page.sheet.set_column(column, column, width)
    covered = {
        (row, column)
        for top, left, bottom, right in grid.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for top, left, bottom, right in grid.merges:
        page.merge((top, left, bottom, right), "", border=1, align="center", valign="vcenter")
    for row, cells in grid.rows.items():
        for column, cell in cells.items():
            style: dict[str, Any] = {"bg_color": colours[row, column]} if (row, column) in colours else {}
            style |= {"align": "center", "valign": "vcenter", "border": 1} if (row, column) in covered else {}
            _write_value(page, row, column, cell, style)
    for (row, column), colour in colours.items():
        if column not in grid.rows.get(row, {}):
            page.blank(row, column, bg_color=colour)
    for row, cells in grid.rows.items():
        texts = _texts(grid, {column: cell for column, cell in cells.items() if (row, column) not in covered})
        page.sheet.set_row(row, row_height(texts))
    for row in grid.hidden_rows:
        page.sheet.set_row(row, None, None, {"hidden": True})
    page.fit()
    if grid.is_hidden:
        page.sheet.hide()


def _texts(grid: Grid, cells: Mapping[int, Cell]) -> list[tuple[str, int]]:
    """Give the texts of cells with the widths of their columns."""
    return [(words_of(cell.value), int(grid.widths.get(column, 9))) for column, cell in cells.items()]


def _write_value(page: Page, row: int, column: int, cell: Cell, style: dict[str, Any]) -> None:
    """Write one value; a cell with a fault has none, and says so."""
    value = cell.value
    if cell.fault:
        page.text(row, column, message(cell.fault), **style)
    elif isinstance(value, bool):
        page.text(row, column, words_of(value), **style)
    elif isinstance(value, Decimal):
        if cell.is_percent:
            page.text(row, column, f"{words_of(value)}%", **style)
        else:
            page.number(row, column, value, **style)
    elif isinstance(value, date):
        page.day(row, column, value, **style)
    else:
        page.text(row, column, words_of(value) if isinstance(value, PartialDate) else value or "", **style)


def _write_results(
    page: Page, grid: Grid, head: Head, found: dict[int, list[CellFinding]], rows: list[int]
) -> None:
    """Write the two columns, right of everything that the sheet holds."""
    column = (
        max((max(cells, default=0) for row, cells in grid.rows.items() if row >= head.row), default=0) + 1
    )
    column = max(column, max(head.columns) + 1)
    page.sheet.set_column(column, column + 1, 48)
    page.text(head.row, column, RESULT, **HEAD)
    page.text(head.row, column + 1, REMEDY, **HEAD)
    for row in sorted({*rows, *found}):
        findings = found.get(row, [])
        results = "\n".join(
            dict.fromkeys(f"{each.cell}: {each.severity.label}: {each.message_vi}" for each in findings)
        )
        remedies = "\n".join(dict.fromkeys(each.to_do_vi for each in findings))
        if row == head.row:
            page.text(row, column, f"{RESULT}\n{results}", **HEAD)
            page.text(row, column + 1, f"{REMEDY}\n{remedies}", **HEAD)
            continue
        colour = (
            _COLOURS[min((each.severity for each in findings), key=lambda one: one.rank)]
            if findings
            else "#E2EFDA"
        )
        page.text(row, column, results or _GOOD, border=1, bg_color=colour)
        page.text(row, column + 1, remedies, border=1)
        if findings and row not in grid.hidden_rows:
            texts = _texts(grid, grid.rows.get(row, {}))
            page.sheet.set_row(row, row_height([*texts, (results, 48), (remedies, 48)]))
