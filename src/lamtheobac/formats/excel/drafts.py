"""A workbook read as far as it can be: records, and every cell that cannot be one (bản đọc nháp)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from lamtheobac.errors import LIMITS, Issue, LamTheoBacError, Limits, ReadError
from lamtheobac.formats.conversion import from_plain
from lamtheobac.formats.excel.entries import Entry
from lamtheobac.formats.excel.grid import Grid
from lamtheobac.formats.excel.heads import Head, find_head
from lamtheobac.formats.excel.naming import make_ids, resolve_names
from lamtheobac.formats.excel.rows import Place, gather_record
from lamtheobac.formats.excel.tables import Row, Table, read_table
from lamtheobac.messages import issue, message
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.programme import FORMAT_VERSION, Programme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lamtheobac.formats.excel.sheets import Sheet

__all__ = ["LAYOUT", "Draft", "draft_of", "read_draft"]

LAYOUT: Final = 1
"""The version of the sheets that this library writes (phiên bản biểu)."""

_OURS: Final = ("B6 ", "B7 ", "_")
"""How the names of sheets begin that this library writes and never reads: they are computed from the others."""


@frozen(kw_only=True)
class Draft:
    """A workbook as far as it can be read (bản đọc nháp).

    Attributes:
        grids: The sheets.
        tables: Those of them that were understood.
        entries: The records that stand, by id; that of the programme has the empty id.
        programme: The records that can be; None where not even the programme has a name.
        faults: Everything that cannot be, by table and cell; no table where it is about the whole file.
        unread: Sheets with something on them that fit nothing.
        made: Ids that were made, by table and row.
    """

    grids: tuple[Grid, ...]
    tables: tuple[Table, ...]
    entries: Mapping[str, Entry]
    programme: Programme | None
    faults: tuple[tuple[Issue, int | None, Place], ...]
    unread: tuple[str, ...]
    made: tuple[tuple[int, int], ...]


def read_draft(
    grids: tuple[Grid, ...],
    *,
    name: str | None = None,
    limits: Limits = LIMITS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Draft:
    """Read as much of a workbook as can be, and note every cell that cannot (đọc nháp)."""
    _check_layout(grids)
    faults: list[tuple[Issue, int | None, Place]] = []
    heads, unread = _find_heads(grids, faults)
    total = sum(sum(1 for row in grid.rows if row > head.row) for grid, head in heads)
    tick = None if on_progress is None else _ticker(total, on_progress)
    tables = tuple(read_table(grid, head, tick) for grid, head in heads)
    if on_progress is not None:
        on_progress(total, total)
    return draft_of(tables, faults, grids=grids, unread=unread, name=name, limits=limits)


def draft_of(
    tables: tuple[Table, ...],
    faults: list[tuple[Issue, int | None, Place]],
    *,
    grids: tuple[Grid, ...],
    unread: tuple[str, ...] = (),
    name: str | None = None,
    limits: Limits = LIMITS,
) -> Draft:
    """Make records of the rows of tables, and note every cell that cannot be (lập bản đọc nháp)."""
    if not tables:
        return Draft(
            grids=grids,
            tables=(),
            entries={},
            programme=None,
            faults=tuple(faults),
            unread=unread,
            made=(),
        )
    for number, table in enumerate(tables):
        faults += [(fault, number, place) for fault, place in table.faults]
    entries = [entry for number, table in enumerate(tables) for entry in _gather(number, table)]
    made = make_ids(tables, entries)
    faults += resolve_names(tables, entries)
    faults += [(fault, entry.table, entry.place(fault.path)) for entry in entries for fault in entry.faults]
    programme, kept = _build(tables, entries, faults, name)
    return Draft(
        grids=grids,
        tables=tables,
        entries=kept,
        programme=programme,
        faults=tuple(sorted(faults[: limits.issues + 1], key=_order)),
        unread=unread,
        made=made,
    )


def _check_layout(grids: Iterable[Grid]) -> None:
    """Refuse sheets of a later version than this one knows."""
    for grid in grids:
        layout = grid.at(0, 1).value
        if grid.name == "_meta" and isinstance(layout, Decimal) and layout > LAYOUT:
            raise ReadError(issue("xlsx/newer-layout"))


def _order(fault: tuple[Issue, int | None, Place]) -> tuple[int, Place]:
    return (-1 if fault[1] is None else fault[1], fault[2])


def _find_heads(
    grids: Iterable[Grid], faults: list[tuple[Issue, int | None, Place]]
) -> tuple[list[tuple[Grid, Head]], tuple[str, ...]]:
    """Find the head of each sheet; what has none is named, unless it is empty or computed."""
    heads: list[tuple[Grid, Head]] = []
    unread: list[str] = []
    for grid in grids:
        if grid.name.startswith(_OURS) or not grid.rows:
            continue
        try:
            head = find_head(grid)
        except LamTheoBacError as error:
            faults += [(fault, None, (0, 0)) for fault in error.issues]
            continue
        if head is None:
            unread.append(grid.name)
        else:
            heads.append((grid, head))
    return heads, tuple(unread)


def _ticker(total: int, on_progress: Callable[[int, int], None]) -> Callable[[], None]:
    """Make what tells how many rows are done, of how many."""
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        on_progress(min(done, total), total)

    return tick


def _gather(number: int, table: Table) -> list[Entry]:
    """Put the rows of each record together."""
    groups: list[list[Row]] = []
    for row in table.rows:
        if row.goes_on:
            groups[-1].append(row)
        else:
            groups.append([row])
    found: list[Entry] = []
    for rows in groups:
        read = gather_record([row.cells for row in rows], table.head.sheet, rows[0].unit)
        plain = dict(read.plain)
        if rows[0].part:
            # The amounts of one row are records of their own, and their ids too.
            before = sum(1 for entry in found if entry.row == rows[0].number)
            if before and "id" in plain:
                plain["id"] = f"{plain['id']}-{before + 1}"
            plain["note"] = "\n".join(
                filter(None, (plain.get("note"), message("reading/part", part=rows[0].part)))
            )
        is_broken = any(row.is_broken for row in rows)
        found.append(
            Entry(
                table=number,
                row=rows[0].number,
                plain=plain,
                places=read.places,
                columns={key: column for column, key in table.head.columns.items()},
                faults=() if is_broken else read.faults,
                is_broken=is_broken or bool(read.faults),
            )
        )
    return found


def _build(
    tables: Sequence[Table],
    entries: Sequence[Entry],
    faults: list[tuple[Issue, int | None, Place]],
    name: str | None,
) -> tuple[Programme | None, dict[str, Entry]]:
    """Make the records one by one, and of those that can be the programme."""
    own: dict[str, Any] = {}
    kept: dict[str, Entry] = {}
    made: dict[str, list[Any]] = {collection: [] for collection in COLLECTIONS}
    for entry in entries:
        sheet: Sheet = tables[entry.table].head.sheet
        if not sheet.collection:
            if own:
                faults.append((issue("sheet/two-programmes"), entry.table, (entry.row, 0)))
            own, kept[""] = entry.plain, entry
            continue
        if entry.is_broken:
            continue
        try:
            record = from_plain(entry.plain, sheet.kind)
        except LamTheoBacError as error:
            faults += [(fault, entry.table, entry.place(fault.path)) for fault in error.issues]
            continue
        if record.id in kept:
            faults.append((issue("id/taken", ("id",)), entry.table, entry.place(("id",))))
            continue
        kept[record.id] = entry
        made[sheet.collection].append(record)
    title = next((table.head.title for table in tables if table.head.title), None)
    fields = {"name": name or title, "format_version": FORMAT_VERSION} | own
    if fields["name"] is None:
        del fields["name"]
    try:
        return from_plain(fields, Programme).put(
            *(record for records in made.values() for record in records)
        ), kept
    except LamTheoBacError as error:
        whole = kept.get("")
        faults += [
            (
                fault,
                None if whole is None else whole.table,
                (0, 0) if whole is None else whole.place(fault.path),
            )
            for fault in error.issues
        ]
        return None, kept
