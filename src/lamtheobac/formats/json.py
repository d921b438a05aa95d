"""Programmes in JSON files (tệp JSON)."""

from __future__ import annotations

import json
import os
from pathlib import Path
from pkgutil import get_data
from typing import TYPE_CHECKING, Any, cast

import attrs

from lamtheobac.errors import LIMITS, Issue, LamTheoBacError, LimitError, Limits, OptionError
from lamtheobac.formats.conversion import from_plain, to_plain
from lamtheobac.formats.files import read_bytes, write_whole
from lamtheobac.formats.json_text import read_json
from lamtheobac.formats.upgrading import upgrade
from lamtheobac.messages import issue
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.programme import Programme
from lamtheobac.values.collector import paused_collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

__all__ = ["dump", "dumps", "example", "fingerprint", "load", "loads"]


def loads(
    source: str | bytes,
    *,
    limits: Limits = LIMITS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Programme:
    """Read a programme from JSON (đọc chương trình).

    Args:
        source: Text, or bytes in UTF-8.
        limits: How much is too much.
        on_progress: Told how many records are done, and of how many.

    Raises:
        ReadError: No JSON.
        RecordError: Data that no programme can have; `issues` names every fault with its path.
        LimitError: Too much of it.

    >>> programme = loads('{"format_version": 1, "name": "Học tập và làm theo Bác"}')
    >>> programme.name
    'Học tập và làm theo Bác'
    >>> loads('{"format_version": 1, "nam": "Học tập", "reports": [{"id": "bc 1"}]}')
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: record/unknown-field at $.nam: this record has no such field; is it “name”?
    record/missing-field at $.name: this field is needed
    record/missing-field at $.reports[0].organisation_id: this field is needed
    record/missing-field at $.reports[0].kind: this field is needed
    """
    with paused_collector():
        data = read_json(source, limits=limits)
        if _count(data) > limits.records:
            raise LimitError(issue("limit/records", most=limits.records))
        try:
            return from_plain(upgrade(data), Programme, on_progress)
        except LamTheoBacError as error:
            raise type(error)(*_first(error.issues, limits.issues)) from None


def _count(data: object) -> int:
    """Count the records of a file before anything is made of them."""
    if not isinstance(data, dict):
        return 0
    members = (cast("dict[str, object]", data).get(name) for name in COLLECTIONS)
    return sum(len(cast("list[object]", each)) for each in members if isinstance(each, list))


def _first(issues: tuple[Issue, ...], most: int) -> tuple[Issue, ...]:
    """Keep the first issues and say that there are more: the rest of a broken file adds only length."""
    if len(issues) <= most:
        return issues
    return (*issues[:most], issue("limit/issues", most=most))


def load(
    source: str | os.PathLike[str] | BinaryIO,
    *,
    format: str | None = None,  # noqa: A002  the word of the contract
    limits: Limits = LIMITS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Programme:
    r"""Read a programme from a file (mở chương trình).

    Args:
        source: A path, or an open binary file.
        format: `"json"` or `"xlsx"`; None takes it from the ending of the path, and JSON for an open file.
        limits: How much is too much.
        on_progress: Told how many records are done, and of how many; for an Excel file rows.

    Raises:
        OptionError: A format that is not known.
        ReadError: No such file, or no JSON in it; an Excel file with a sheet that nobody understands.
        RecordError: Data that no programme can have; `issues` names every fault with its path.
        LimitError: Too much of it.

    >>> from io import BytesIO
    >>> load(BytesIO(b'{"format_version": 1, "name": "B\xc3\xacnh S\xc6\xa1n"}')).name
    'Bình Sơn'
    >>> load("binh-son.doc")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: json, xlsx
    """
    if format is None:
        format = "json"  # noqa: A001  the word of the contract
        if isinstance(source, (str, os.PathLike)):
            format = Path(source).suffix.lower()[1:]  # noqa: A001
    if format == "xlsx":
        from lamtheobac.formats.excel.reading import load_workbook  # noqa: PLC0415  only a workbook is worth it

        return load_workbook(source, limits=limits, on_progress=on_progress)
    if format != "json":
        raise OptionError(issue("option/unknown", known="json, xlsx"))
    return loads(read_bytes(source, most=limits.json_bytes), limits=limits, on_progress=on_progress)


def dumps(programme: Programme) -> str:
    """Write a programme as JSON, the same bytes for the same records (ghi chương trình).

    Every record stands on a line of its own, so that two versions of a file can be compared line by line.

    >>> print(dumps(Programme(name="Bình Sơn")), end="")
    {
      "name": "Bình Sơn",
      "format_version": 1
    }
    """
    with paused_collector():
        return "".join(_lines(programme))


def _lines(programme: Programme) -> Iterator[str]:
    """Lay the file out: a field a line, and a record a line."""
    nothing: dict[str, Any] = dict.fromkeys(COLLECTIONS, ())
    opening = "{\n"
    for name, value in to_plain(attrs.evolve(programme, **nothing)).items():
        yield f"{opening}  {_compact(name)}: {_compact(value)}"
        opening = ",\n"
    for name in COLLECTIONS:
        # One record after the other: a long programme is never held as plain data beside itself.
        opening = f',\n  "{name}": [\n    '
        for record in getattr(programme, name):
            yield opening
            yield _compact(to_plain(record))
            opening = ",\n    "
        if getattr(programme, name):
            yield "\n  ]"
    yield "\n}\n"


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, check_circular=False)


def dump(programme: Programme, path: str | os.PathLike[str]) -> None:
    """Write a programme to a file, whole or not at all (lưu chương trình).

    Raises:
        OptionError: The ending of the path is no known format.
        ReadError: The file cannot be written; what was there is unchanged.

    >>> dump(Programme(name="Bình Sơn"), "binh-son.doc")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: json, xlsx
    """
    ending = Path(path).suffix.lower()
    if ending == ".xlsx":
        from lamtheobac.formats.excel.writing import write_workbook  # noqa: PLC0415  as in load

        write_workbook(programme, path)
        return
    if ending != ".json":
        raise OptionError(issue("option/unknown", known="json, xlsx"))
    write_whole(path, dumps(programme).encode())


def example() -> Programme:
    """Load the packaged programme of Bình Sơn (chương trình mẫu).

    >>> example().name
    'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh ở huyện Bình Sơn'
    """
    # pkgutil reads from a zipped package too, and importlib.resources costs four times as much to import.
    return loads(get_data("lamtheobac", "examples/binh-son.json") or b"")


def fingerprint(programme: Programme) -> str:
    """Give 64 hexadecimal digits that name just these records (dấu vân tay).

    Two programmes have the same fingerprint where their files are the same, byte for byte; so a signed report
    can say which records it was made from.

    >>> fingerprint(Programme(name="Bình Sơn"))[:12]
    '1607bb7cce58'
    """
    from hashlib import sha256  # noqa: PLC0415  3 ms that only a fingerprint is worth

    return sha256(dumps(programme).encode()).hexdigest()
