"""Files: read up to a limit, written whole or not at all (tệp)."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import BinaryIO

from lamtheobac.errors import LimitError, ReadError, WrongTypeError
from lamtheobac.messages import issue

__all__ = ["read_bytes", "write_whole"]


def read_bytes(source: str | os.PathLike[str] | BinaryIO, *, most: int) -> bytes:
    """Read a file of at most so many bytes (đọc tệp).

    Args:
        source: A path, or an open binary file.
        most: Bytes at most.

    Raises:
        ReadError: There is no such file, or it cannot be read.
        LimitError: It is longer.
        WrongTypeError: Neither a path nor a binary file.

    >>> from io import BytesIO
    >>> read_bytes(BytesIO(b"{}"), most=10)
    b'{}'
    >>> read_bytes("no/such/file.json", most=10)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: file/unreadable: the file cannot be opened or read
    """
    try:
        if isinstance(source, (str, os.PathLike)):
            with Path(source).open("rb") as file:
                data = file.read(most + 1)
        else:
            data = source.read(most + 1)
    except (OSError, ValueError) as error:
        # The system's words name paths of the machine; they stay in the cause.
        raise ReadError(issue("file/unreadable")) from error
    except AttributeError:
        raise WrongTypeError(
            issue("type/wrong", wanted="a path or a binary file", given=type(source).__name__)
        ) from None
    if not isinstance(data, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]  a text file gives str
        raise WrongTypeError(issue("type/wrong", wanted="a binary file", given="a text file"))
    if len(data) > most:
        raise LimitError(issue("limit/file-bytes", most=most))
    return data


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Write a file whole or not at all (ghi tệp an toàn).

    The bytes go to a new file beside the old one, which takes its place only when all of them are on the disk.

    Raises:
        ReadError: The folder or the file cannot be written; the old file is as it was.

    >>> write_whole("no/such/folder/x.json", b"{}")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: file/not-written: the file cannot be written; what was there is unchanged
    """
    import tempfile  # noqa: PLC0415  5 ms that only writing is worth

    target = Path(path)
    fresh: str | None = None
    try:
        handle, fresh = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(fresh).chmod(_mode_of(target))
        Path(fresh).replace(target)
    except (OSError, ValueError) as error:
        if fresh is not None:
            with contextlib.suppress(OSError):
                Path(fresh).unlink()
        raise ReadError(issue("file/not-written")) from error
    _flush_folder(target.parent)


def _mode_of(target: Path) -> int:
    """Give the rights of the old file, or those of any new one: a temporary file is closed to others."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    return 0o666 & ~_mask()


def _mask() -> int:
    """Ask the system which rights a new file loses; it tells only when set."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _flush_folder(folder: Path) -> None:
    """Make the new name last a power cut, where the system knows how (Windows does not)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
