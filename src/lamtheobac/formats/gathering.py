"""Many files as one programme, a broken one among them told and not fatal (gộp nhiều tệp)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import LIMITS, Issue, LamTheoBacError, Limits, ReadError
from lamtheobac.formats.json import load
from lamtheobac.formats.json_text import safe_key
from lamtheobac.messages import issue
from lamtheobac.rules.combining import COMBINING_RULES, Combined, combine_with
from lamtheobac.rules.finding import Finding, Found, make_finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lamtheobac.records.programme import Programme

__all__ = ["combine_files"]


def combine_files(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    limits: Limits = LIMITS,
    on_progress: Callable[[int, int], None] | None = None,
) -> Combined:
    """Load many files and put them together (gộp nhiều tệp).

    A file that cannot be read is left out and told of in the findings, so that twenty-four communes need not wait for
    the twenty-fifth.

    Args:
        paths: The files, or a folder whose files of a known format are taken.
        limits: How much of each file is too much.
        on_progress: Told how many files are done, and of how many.

    Raises:
        ReadError: No file at all, or none that can be read; `issues` names the faults of all.
        LimitError: More records together than a programme can hold.

    >>> combine_files([])
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: file/none: there is no file to read
    >>> combine_files(["no/such/file.json"])
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: file/unreadable at $[0]: the file cannot be opened or read
    """
    files = _files(paths)
    if not files:
        raise ReadError(issue("file/none"))
    programmes: list[Programme] = []
    unread: list[Finding] = []
    faults: list[Issue] = []
    for place, path in enumerate(files):
        try:
            programmes.append(load(path, limits=limits))
        except LamTheoBacError as error:
            faults += [fault.at(place) for fault in error.issues]
            unread.append(_tell(place, path, error))
        if on_progress is not None:
            on_progress(place + 1, len(files))
    if not programmes:
        raise ReadError(*faults)
    return combine_with(programmes, unread)


def _files(paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]]) -> list[Path]:
    """Give the files of a folder in the order of their names, or those that are named."""
    if not isinstance(paths, (str, os.PathLike)):
        return [Path(path) for path in paths]
    folder = Path(paths)
    try:
        # "~$" begins the name of what Excel puts beside a file that somebody has open.
        names = (path for path in folder.iterdir() if not path.name.startswith("~$"))
        return sorted(path for path in names if path.suffix.lower() in _ENDINGS)
    except OSError as error:
        raise ReadError(issue("file/unreadable")) from error


_ENDINGS: Final = (".json", ".xlsx")


def _tell(place: int, path: Path, error: LamTheoBacError) -> Finding:
    """Say which file could not be read; its name only where it is plain ASCII, for names are free text."""
    values: dict[str, str | int] = {"number": place + 1, "count": len(error.issues), "code": error.code}
    rule = COMBINING_RULES["file"]
    return make_finding(
        rule, Found(path=("files", place + 1, safe_key(path.name)), values=values), rule.severity
    )
