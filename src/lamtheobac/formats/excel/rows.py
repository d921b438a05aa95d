"""Records as rows of cells, and rows as records: what every sheet and every CSV file holds (bản ghi và dòng).

A record takes one row; the members of its lists go on below it, on rows without an id.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

import attrs
from attrs import frozen

from lamtheobac.errors import Issue, LamTheoBacError, Path
from lamtheobac.formats.conversion import to_plain
from lamtheobac.formats.excel.amounts import gather_figure, spread_figure
from lamtheobac.formats.excel.sheets import UNITS, Column, Sheet, columns_of, is_date
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.values.figure import Figure
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.money import Money
from lamtheobac.values.shapes import shapes_of

__all__ = ["Gathered", "Place", "gather_record", "spread_record", "text_of"]

Place = tuple[int, int]
"""Row and column, from 0."""


def spread_record(record: object, sheet: Sheet) -> list[dict[str, Any]]:
    """Write a record as rows of plain values by key (tách bản ghi thành dòng).

    >>> from lamtheobac.formats.excel.sheets import SHEETS
    >>> from lamtheobac.formats.json import example
    >>> rows = spread_record(example().models[0], SHEETS[2])
    >>> rows[0]["id"]
    'mh-ngoi-nha-cap-uy'
    """
    rows: list[dict[str, Any]] = [{}]
    _spread(to_plain(record), sheet.kind, (), rows[0], (rows, sheet))
    return rows


def _spread(
    plain: Mapping[str, Any],
    kind: Any,
    path: tuple[str, ...],
    row: dict[str, Any],
    below: tuple[list[dict[str, Any]], Sheet],
) -> None:
    """Write an object, and the objects in it, into a row; the members of a list each into a row of its own."""
    rows, sheet = below
    for name, shape in shapes_of(kind).items():
        if name not in plain or (not path and name in COLLECTIONS):
            continue
        value, inner, here = plain[name], shape.kinds[0], (*path, name)
        if shape.is_many and attrs.has(inner):
            rows += [{} for _ in range(len(value) - len(rows))]
            for place, member in enumerate(value):
                _spread(member, inner, here, rows[place], below)
        elif inner is Figure:
            key = ".".join(here)
            parts = spread_figure(value, _unit_of(sheet, here, ""), in_words=f"{key}.value" not in sheet.main)
            row |= {f"{key}.{part}": cell for part, cell in parts.items()}
        elif attrs.has(inner) and inner is not Money:
            _spread(value, inner, here, row, below)
        else:
            row[".".join(here)] = value


def text_of(column: Column, plain: Any) -> str:
    """Write a plain value as a person reads it in a cell: words for codes, comma for decimals (chữ trong ô).

    >>> from lamtheobac.formats.excel.sheets import SHEETS
    >>> text_of(columns_of(SHEETS[4])["stage"], "received"), text_of(columns_of(SHEETS[4])["gift.value"], "6.2")
    ('đã vận động, tiếp nhận', '6,2')
    """
    kind: Any = column.shape.kinds[0]
    if column.shape.is_many:
        return (", " if column.shape.is_id else "\n").join(plain)
    if isinstance(plain, bool):
        return "có" if plain else "không"
    if is_date(column) and len(plain) < 10:
        year, _, month = plain.partition("-")
        return f"{month}/{year}" if month else str(year)
    if kind is Decimal:
        return str(plain).replace(".", ",")
    if issubclass(kind, Labelled) and not (column.in_figure and column.path[-1] != "kind"):
        return kind(plain).label or str(plain)
    return str(plain)


@frozen(kw_only=True)
class Gathered:
    """What rows say of one record (bản ghi đọc được).

    Attributes:
        plain: Its fields, as a JSON file has them.
        places: Which cell each field came from.
        faults: What cannot be, by path.
    """

    plain: dict[str, Any]
    places: Mapping[Path, Place]
    faults: Sequence[Issue]


def gather_record(rows: Sequence[Mapping[str, tuple[Any, Place]]], sheet: Sheet, unit: str = "") -> Gathered:
    """Make the plain fields of one record from its rows (gộp dòng thành bản ghi).

    Args:
        rows: Values by key, each with its cell: the row of the record, and those that go on with its lists.
        sheet: The sheet they stand on.
        unit: The unit of figures whose row names none, such as that of the head.
    """
    plain: dict[str, Any] = {}
    places: dict[Path, Place] = {}
    figures: dict[Path, None] = {}
    for row in rows:
        members: dict[str, int] = {}
        for key, (value, place) in row.items():
            column = columns_of(sheet)[key]
            path: Path = column.path
            if column.many:
                outer = tuple(column.many.split("."))
                index = members.setdefault(column.many, len(_at(plain, outer, [])))
                path = (*outer, index, *column.path[len(outer) :])
            _put(plain, path, value)
            places[path] = place
            if column.in_figure:
                figures[path[:-1]] = None
    faults: list[Issue] = []
    for path in figures:
        _gather_figure(plain, path, _unit_of(sheet, path, unit), faults)
    return Gathered(plain=plain, places=places, faults=faults)


def _unit_of(sheet: Sheet, path: Path, unit: str) -> str:
    known = UNITS.get(sheet.collection, {}).get(str(path[0]))
    return unit if known is None else known.label


def _gather_figure(plain: dict[str, Any], path: Path, unit: str, faults: list[Issue]) -> None:
    """Put a figure into the place of its cells."""
    cells = _at(plain, path, {})
    try:
        _put(plain, path, gather_figure(cells, unit))
    except LamTheoBacError as error:
        faults += [fault.at(*path) for fault in error.issues]


def _at(plain: Any, path: Path, default: Any) -> Any:
    """Find what stands at a path."""
    for step in path:
        if hasattr(plain, "keys") and step not in plain:
            return default
        plain = plain[step]
    return plain


def _put(plain: Any, path: Path, value: Any) -> None:
    """Put a value at a path, making what is missing on the way."""
    for step, following in pairwise(path):
        fresh: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            if step == len(plain):
                plain.append(fresh)
            plain = plain[step]
        else:
            plain = plain.setdefault(step, fresh)
    plain[path[-1]] = value
