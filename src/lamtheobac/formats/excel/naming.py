"""Ids for records of files that have none, and names that stand where an id belongs (mã và tên)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from lamtheobac.errors import Issue, LamTheoBacError
from lamtheobac.messages import issue
from lamtheobac.text.clean import search_key
from lamtheobac.values.ids import is_id, make_id
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lamtheobac.errors import Path
    from lamtheobac.formats.excel.entries import Entry
    from lamtheobac.formats.excel.rows import Place
    from lamtheobac.formats.excel.tables import Table

__all__ = ["make_ids", "resolve_names"]


def make_ids(tables: Sequence[Table], entries: Sequence[Entry]) -> tuple[tuple[int, int], ...]:
    """Give an id to every record that has none: from its name, or from its sheet and row (đặt mã).

    Returns:
        Table and row of each.
    """
    taken = {str(entry.plain.get("id")) for entry in entries}
    made: list[tuple[int, int]] = []
    for entry in entries:
        sheet = tables[entry.table].head.sheet
        if not sheet.collection or "id" in entry.plain or ("id",) in entry.places:
            continue
        name = _first_name(entry.plain)
        fallback = f"{sheet.prefix}-{sheet.code.lower()}-{entry.row + 1}"
        wanted = fallback
        if isinstance(name, str):
            try:
                wanted = make_id(sheet.prefix, name)
            except LamTheoBacError:
                wanted = fallback
        if wanted in taken:
            wanted = fallback
        number = 1
        while wanted in taken:
            number += 1
            wanted = f"{fallback}-{number}"
        taken.add(wanted)
        entry.plain["id"] = wanted
        made.append((entry.table, entry.row))
    return tuple(made)


def _first_name(plain: dict[str, Any]) -> Any:
    """Give the name of a record; its title is one where it has no name."""
    return plain.get("name", plain.get("title"))


def resolve_names(
    tables: Sequence[Table], entries: Sequence[Entry]
) -> Iterator[tuple[Issue, int | None, Place]]:
    """Put ids in the place of names, where just one record of the file has that name (đổi tên thành mã).

    A name that nobody has, or two have, is a fault: who is meant is not for a program to guess.
    """
    ids: set[str] = set()
    names: dict[str, set[str]] = {}
    for entry in entries:
        record_id = entry.plain.get("id")
        if not tables[entry.table].head.sheet.collection or not isinstance(record_id, str):
            continue
        ids.add(record_id)
        for name in (_first_name(entry.plain), *_listed(entry.plain.get("aliases"))):
            if isinstance(name, str):
                names.setdefault(search_key(name), set()).add(record_id)
    for entry in entries:
        sheet, is_keyed = tables[entry.table].head.sheet, tables[entry.table].head.is_keyed
        for holder, field, path in _references(entry.plain, sheet.kind, ()):
            value = holder[field]
            found: list[Any] = []
            for number, each in enumerate(_listed(value)):
                if (
                    not isinstance(each, str)
                    or each in ids
                    or (is_id(each) and (is_keyed or search_key(each) not in names))
                ):
                    found.append(each)
                    continue
                meant = names.get(search_key(each), set())
                if len(meant) == 1:
                    found.append(next(iter(meant)))
                    continue
                code = "cell/name-unknown" if not meant else "cell/name-of-two"
                where = (*path, field, number) if hasattr(value, "append") else (*path, field)
                yield issue(code, where), entry.table, entry.place((*path, field))
                found.append("x")
            holder[field] = found if hasattr(value, "append") else found[0]


def _listed(value: Any) -> list[Any]:
    """Give one or several values as a list."""
    several: list[Any] = value if hasattr(value, "append") else [] if value is None else [value]
    return several


def _references(plain: dict[str, Any], kind: Any, path: Path) -> Iterator[tuple[dict[str, Any], str, Path]]:
    """Find the fields that name other records, at any depth."""
    for name, shape in shapes_of(kind).items():
        value = plain.get(name)
        if value is None or (name == "id" and not path):
            continue
        if shape.is_id:
            yield plain, name, path
        elif attrs.has(shape.kinds[0]):
            for number, member in enumerate(_listed(value)):
                if hasattr(member, "items"):
                    where = (*path, name, number) if shape.is_many else (*path, name)
                    yield from _references(member, shape.kinds[0], where)
