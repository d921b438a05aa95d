"""The rows of a table as they stand in its file, checked field by field (các dòng của bảng)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from lamtheobac.law.tables import TABLES, TableShape
from lamtheobac.law.words import Confidence, Status
from lamtheobac.values.document import DocumentKind
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lamtheobac.errors import Path
    from lamtheobac.values.checks import Faults

__all__ = ["DOCUMENTS", "Row", "check_rows"]

DOCUMENTS: Final = "documents"
"""The table of documents, which all others cite."""

_MARKS: Final[Mapping[str, type]] = {
    "from": date, "to": date, "status": Status, "confidence": Confidence, "checked": date, "note": str,
}  # fmt: skip
_COMMON: Final[Mapping[str, type]] = {**_MARKS, "document": str, "article": str, "corrects": bool}
_DOCUMENT: Final[Mapping[str, type]] = {
    **_MARKS, "name": str, "kind": DocumentKind, "number": str, "title": str, "issuer": str, "issued_on": date,
}  # fmt: skip
_NEEDED: Final = frozenset({"from", "status", "confidence", "checked"})
_TOO_MUCH: Final = 10**18


class Row(NamedTuple):
    """One row of a table, with the place where it stands (dòng).

    Attributes:
        place: File, table and number of the row.
        fields: What it says, the defaults of its block and its file included.
    """

    place: Path
    fields: dict[str, Any]


def check_rows(data: Mapping[str, Any], file: str, faults: Faults) -> Iterator[tuple[str, Row]]:
    """Go through the rows of a file, each with the name of its table (duyệt các dòng).

    What stands at the head of a file or of a block holds for every row below it that does not say otherwise. Only
    rows without a fault are given.
    """
    table = data.get("table")
    shape = TABLES.get(table) if isinstance(table, str) else None
    if table != DOCUMENTS and shape is None:
        faults.add("law/unknown-table", file, "table", known=", ".join((DOCUMENTS, *TABLES)))
        return
    name = cast("str", table)
    types = _DOCUMENT if shape is None else _types(shape)
    head = {key: value for key, value in data.items() if key not in ("table", "title", "values")}
    for place, fields in _merge(data.get("values"), (file, name), head, faults):
        known = len(faults.found)
        _check_row(fields, types, _needed(shape, fields), place, faults)
        if shape is not None and len(faults.found) == known:
            _check_words(fields, shape, place, faults)
        if len(faults.found) == known:
            yield name, Row(place, fields)


def _types(shape: TableShape) -> dict[str, type]:
    """Tell the type of every field that a row of a table may have; keys are texts or lists of them."""
    types = dict(_COMMON) | dict(shape.fields) | dict.fromkeys(shape.keys, object)
    if shape.units:
        types["unit"] = str
    if shape.value is not None:
        types["value"] = shape.value
    return types


def _needed(shape: TableShape | None, fields: Mapping[str, Any]) -> frozenset[str]:
    """Tell which fields a row must have; only a value that nobody has verified may be left out."""
    if shape is None:
        # What is only planned, or only heard of, may have no day yet.
        is_known = fields.get("status") not in (Status.PLANNED, Status.UNVERIFIED)
        return _NEEDED | {"name", "kind", "issuer"} | {name for name in ("issued_on",) if is_known}
    needed = _NEEDED | {"document", "article"} | shape.needed | set(shape.keys)
    if shape.units:
        needed |= {"unit"}
    if shape.value is not None and fields.get("status") != Status.UNVERIFIED:
        needed |= {"value"}
    return needed


def _merge(
    values: object, place: Path, head: Mapping[str, Any], faults: Faults
) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Lay every row over the head of its file, and over that of its block where it stands in one."""
    if not isinstance(values, list) or not values:
        faults.add("law/no-rows", *place)
        return
    for index, row in enumerate(cast("list[object]", values)):
        if not isinstance(row, dict):
            faults.is_a(row, dict, *place, index)
            continue
        whole = {**head, **cast("dict[str, Any]", row)}
        if "rows" in whole:
            inner = whole.pop("rows")
            yield from _merge(inner, (*place, index, "rows"), whole, faults)
        else:
            yield (*place, index), whole


def _check_row(
    fields: dict[str, Any], types: Mapping[str, type], needed: frozenset[str], place: Path, faults: Faults
) -> None:
    """Check a row, and turn codes into members of their lists and lists into tuples."""
    for name in sorted(needed - set(fields)):
        faults.add("law/missing-field", *place, name)
    for name, value in fields.items():
        if name not in types:
            faults.add("law/unknown-field", *place, name)
        else:
            fields[name] = _check_value(value, types[name], (*place, name), faults)
    start, end = fields.get("from"), fields.get("to")
    if isinstance(start, date) and isinstance(end, date) and end < start:
        faults.add("law/ends-before-it-begins", *place, "to")


def _check_words(fields: Mapping[str, Any], shape: TableShape, place: Path, faults: Faults) -> None:
    """Check a row's unit, and its keys where they are words of a closed list."""
    if shape.units and fields["unit"] not in shape.units:
        faults.add("law/wrong-unit", *place, "unit", known=", ".join(sorted(shape.units)))
    for name, kind in shape.words.items():
        if not set(fields[name]) <= set(kind):
            faults.add("law/unknown-word", *place, name, known=", ".join(kind))


def _check_value(value: Any, kind: type, place: Path, faults: Faults) -> Any:
    """Check one value by the type of its field; give it as the library keeps it."""
    if issubclass(kind, Labelled):
        if isinstance(value, str) and value in set(kind):
            return kind(value)
        faults.add("law/unknown-word", *place, known=", ".join(kind))
    elif kind is str:
        faults.text(value, *place)
    elif kind is object and isinstance(value, str):
        faults.text(value, *place)
        return (value,)
    elif kind in (object, tuple):
        if faults.is_a(value, list, *place):
            if not value:
                faults.add("law/missing-field", *place)
            for index, word in enumerate(value):
                faults.text(word, *place, index)
            return tuple(value)
    elif kind is bool:
        if type(value) is not bool:
            faults.add("type/wrong", *place, wanted="bool", given=type(value).__name__)
    elif kind is Money:
        known = len(faults.found)
        faults.whole(value, *place, least=1)
        return Money(value) if len(faults.found) == known else value
    elif kind is Decimal:
        if faults.is_a(value, (int, Decimal), *place):
            number = Decimal(value)
            if number.is_finite() and 0 < number <= _TOO_MUCH and len(number.as_tuple().digits) <= 30:
                return number
            faults.add("law/not-a-number", *place)
    elif faults.is_a(value, date, *place):
        faults.day(value, *place)
    return value
