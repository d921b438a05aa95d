"""Reading the tables of the law, and refusing what is wrong in them (đọc các bảng quy định).

Every fault is named with its file, table, row and key: a legal figure with a slip in it is worse than none.
"""

from __future__ import annotations

import os
import tomllib
from decimal import Decimal
from functools import cache
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lamtheobac.errors import LIMITS, LimitError, ReadError, RecordError, WrongTypeError
from lamtheobac.law.fields import DOCUMENTS, Row, check_rows
from lamtheobac.law.provision import LegalDocument, Provision
from lamtheobac.law.series import Placed, check_series, correct
from lamtheobac.law.tables import TABLES, Law
from lamtheobac.messages import issue
from lamtheobac.values.checks import Faults
from lamtheobac.values.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["built_in", "load"]


@cache
def built_in() -> Law:
    """Give the law as this library holds it, read at the first question (quy định có sẵn).

    >>> built_in() is built_in()
    True
    """
    return _read(_files(Path(__file__).parent / "data"), None)


def load(path: str | os.PathLike[str]) -> Law:
    """Add a user's own tables to the built-in law (nạp thêm bảng quy định).

    The tables have the form of the built-in ones. A row with `corrects = true` takes the place of what was there on
    its days, as when a planned value has come into force; without it a day that two rows have is a fault.

    Args:
        path: A TOML file, or a folder of them.

    Returns:
        A law of its own, to be handed to the questions and to `check`; the built-in one stays as it is.

    Raises:
        ReadError: Everything that is wrong in the files, each with its file, table, row and key.
        LimitError: A file that is too long.
        WrongTypeError: No path.

    >>> load("no/such/folder")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: file/unreadable: the file cannot be opened or read
    """
    if not isinstance(path, (str, os.PathLike)):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="a path", given=type(path).__name__))
    return _read(_files(Path(path)), built_in())


def _files(path: Path) -> list[tuple[str, bytes]]:
    """Read the files, in the order of their names."""
    try:
        paths = sorted(path.glob("*.toml")) if path.is_dir() else [path]
        files = [(each.name, _read_some(each)) for each in paths]
    except (OSError, ValueError) as error:
        # The system's words name paths of the machine; they stay in the cause.
        raise ReadError(issue("file/unreadable")) from error
    for name, content in files:
        if len(content) > LIMITS.law_bytes:
            raise LimitError(issue("limit/file-bytes", (name,), most=LIMITS.law_bytes))
    return files


def _read_some(path: Path) -> bytes:
    """Read a file as far as it is worth."""
    with path.open("rb") as file:
        return file.read(LIMITS.law_bytes + 1)


def _read(files: Iterable[tuple[str, bytes]], base: Law | None) -> Law:
    """Read files on top of a law; name every fault of all of them."""
    faults = Faults()
    rows: dict[str, list[Row]] = {}
    for name, content in files:
        data = _parse(content, name, faults)
        for table, row in () if data is None else check_rows(data, name, faults):
            rows.setdefault(table, []).append(row)
    documents = dict(base.documents) if base else {}
    _add_documents(documents, rows.pop(DOCUMENTS, []), faults)
    tables = {
        table: _add_rows(table, base.tables[table] if base else {}, rows.get(table, []), documents, faults)
        for table in TABLES
    }
    _check_references(rows, tables, faults)
    _check_unique(rows, tables, faults)
    faults.done(ReadError)
    return Law(documents=MappingProxyType(documents), tables=MappingProxyType(tables))


def _parse(content: bytes, name: str, faults: Faults) -> Mapping[str, Any] | None:
    """Read TOML; a number with a point is a decimal, never a float."""
    try:
        return tomllib.loads(content.decode("utf-8"), parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        # The words of the reader may show what stands in the file.
        faults.add("law/not-toml", name)
        return None


def _add_documents(known: dict[str, LegalDocument], rows: Iterable[Row], faults: Faults) -> None:
    """Add documents; two have neither one name nor one number, issuer and day."""
    keys = {each.document.key for each in known.values()}
    for place, fields in rows:
        about = {
            key: fields[key] for key in ("number", "title", "issuer", "issued_on", "kind") if key in fields
        }
        try:
            document = Document(**about)
        except RecordError as error:
            faults.include(error.issues, *place)
            continue
        name = fields["name"]
        if name in known or (document.key is not None and document.key in keys):
            faults.add("law/document-twice", *place, "name")
        keys.add(document.key)
        known[name] = LegalDocument(
            name=name,
            document=document,
            start=fields["from"],
            end=fields.get("to"),
            status=fields["status"],
            confidence=fields["confidence"],
            checked=fields["checked"],
            note=fields.get("note", ""),
        )


def _add_rows(
    table: str,
    base: Mapping[tuple[str, ...], tuple[Provision[Any], ...]],
    rows: Iterable[Row],
    documents: Mapping[str, LegalDocument],
    faults: Faults,
) -> Mapping[tuple[str, ...], tuple[Provision[Any], ...]]:
    """Add the rows of a table to what is there of each key."""
    fresh: dict[tuple[str, ...], list[Placed]] = {}
    for row in rows:
        cited = documents.get(row.fields["document"])
        if cited is None:
            faults.add("law/unknown-document", *row.place, "document")
            continue
        for key in product(*(row.fields[name] for name in TABLES[table].keys)):
            fresh.setdefault(key, []).append(_provision(table, key, row, cited.document))
    whole = dict(base)
    for key, added in fresh.items():
        series = [Placed(each) for each in base.get(key, ())]
        for placed in added:
            if placed.corrects:
                series = correct(series, placed.provision)
        whole[key] = check_series(series + added, faults)
    return MappingProxyType(whole)


def _provision(table: str, key: tuple[str, ...], row: Row, document: Document) -> Placed:
    """Make the provision of one key from a row."""
    shape, fields = TABLES[table], row.fields
    provision = Provision(
        value=key[-1] if shape.value is None else fields.get("value"),
        unit=fields["unit"] if shape.units else "",
        key=key,
        document=document,
        article=fields["article"],
        start=fields["from"],
        end=fields.get("to"),
        status=fields["status"],
        confidence=fields["confidence"],
        checked=fields["checked"],
        note=fields.get("note", ""),
        details=MappingProxyType({name: fields[name] for name in shape.fields if name in fields}),
    )
    return Placed(provision, row.place, fields.get("corrects", False))


def _check_references(
    rows: Mapping[str, Iterable[Row]],
    tables: Mapping[str, Mapping[tuple[str, ...], tuple[Provision[Any], ...]]],
    faults: Faults,
) -> None:
    """Find words that must stand in another table, and do not."""
    for table, members in rows.items():
        for place, fields in members:
            for name, other in TABLES[table].refers.items():
                words = fields.get(name, ())
                if any(
                    (word,) not in tables[other] for word in ((words,) if isinstance(words, str) else words)
                ):
                    faults.add("law/unknown-reference", *place, name, table=other)


def _check_unique(
    rows: Mapping[str, Iterable[Row]],
    tables: Mapping[str, Mapping[tuple[str, ...], tuple[Provision[Any], ...]]],
    faults: Faults,
) -> None:
    """Find rows that share with another key what only one may have on a day, as two units one code."""
    for table, members in rows.items():
        name = TABLES[table].unique
        holders: dict[str, list[Provision[Any]]] = {}
        for provisions in tables[table].values() if name else ():
            for each in provisions:
                holders.setdefault(each.details.get(name, ""), []).append(each)
        for place, fields in members:
            others = holders.get(fields.get(name, ""), []) if name in fields else []
            if any(each.key != fields[TABLES[table].keys[0]] and _meets(fields, each) for each in others):
                faults.add("law/taken", *place, name)


def _meets(fields: Mapping[str, Any], other: Provision[Any]) -> bool:
    """Tell whether a row has a day in common with a provision."""
    end = fields.get("to")
    return (end is None or other.start <= end) and (other.end is None or fields["from"] <= other.end)
