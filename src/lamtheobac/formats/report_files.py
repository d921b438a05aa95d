"""The text of a report from a file: plain text, or a Word document (đọc tệp báo cáo).

Of a document the paragraphs are read and the cells of its tables, in their order: each paragraph and each row of a
table is a line, and cells are parted by bars, so that no figure reaches from one cell into the next. What was
deleted with changes tracked is not read; what was inserted is. Headers, footers, notes and pictures are left out.
"""

from __future__ import annotations

import unicodedata
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from lamtheobac.errors import LimitError, ReadError
from lamtheobac.formats.extras import load_extra
from lamtheobac.formats.files import read_bytes
from lamtheobac.messages import issue
from lamtheobac.text.encodings import find_old_encoding

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

__all__ = ["load_report"]

_MOST_BYTES: Final = 32 * 1024 * 1024
_MOST_UNPACKED: Final = 128 * 1024 * 1024
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN: Final = frozenset((f"{_WORD}del", f"{_WORD}moveFrom", _FALLBACK))
_MARKS: Final = {f"{_WORD}tab": " ", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
# What a file begins with that is no text: its kind, for the message.
_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "report/old-word"),
    (b"%PDF", "report/pdf"),
    (b"{\\rtf", "report/rtf"),
)
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


def load_report(source: str | os.PathLike[str] | BinaryIO) -> str:
    """Read the text of a report (đọc báo cáo).

    Args:
        source: A text file in UTF-8, or in UTF-16 with its mark, or a Word document (.docx), which needs the
            extra `word`: a path or an open binary file. What it is, its first bytes tell.

    Returns:
        The text, as `find_figures` and `reconcile` take it.

    Raises:
        ReadError: It cannot be read, is of another kind, or is in an old encoding of Vietnamese.
        LimitError: It is too long.
        OptionError: The extra is not installed.

    >>> from io import BytesIO
    >>> load_report(BytesIO("Xây 129 nhà.".encode()))
    'Xây 129 nhà.'
    >>> load_report(BytesIO(b"%PDF-1.7"))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: report/pdf: this is a PDF; save the report as .docx or as text
    """
    data = read_bytes(source, most=_MOST_BYTES)
    for start, code in _OTHERS:
        if data.startswith(start):
            raise ReadError(issue(code))
    text = _read_document(data) if data.startswith(b"PK\x03\x04") else _decode(data)
    old = find_old_encoding(unicodedata.normalize("NFC", text))
    if old is not None:
        raise ReadError(issue("report/old-encoding", encoding=old.name))
    return text


def _decode(data: bytes) -> str:
    """Decode a text file; bytes that are no Unicode are refused, not guessed."""
    try:
        text = data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(issue("report/not-unicode", start=error.start, end=error.end)) from None
    if "\x00" in text:
        raise ReadError(issue("report/not-text"))
    return text


def _read_document(data: bytes) -> str:
    """Read a Word document."""
    docx = load_extra("docx", "word")  # 100 ms that only a document is worth
    _check_size(data)
    try:
        document = docx.Document(BytesIO(data))
        return "\n".join(_lines(document.element.body))
    except MemoryError:
        raise
    except Exception as error:  # a hostile file can raise nearly anything in there
        raise ReadError(issue("report/broken")) from error


def _check_size(data: bytes) -> None:
    """Refuse a document that unpacks to too much; a part is never read beyond what it declares."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise ReadError(issue("report/broken")) from error
    if size > _MOST_UNPACKED:
        raise LimitError(issue("limit/report-unpacked", most=_MOST_UNPACKED))


def _lines(body: Any) -> Iterator[str]:
    """Give the lines of a document: its paragraphs and the rows of its tables, whatever they lie in."""
    for child in body:
        if child.tag == f"{_WORD}p":
            yield _words(child)
        elif child.tag == f"{_WORD}tbl":
            for row in child.iter(f"{_WORD}tr"):
                if _table_of(row) is child:
                    yield " | ".join(_cell(cell) for cell in row.iter(f"{_WORD}tc") if _row_of(cell) is row)
        elif child.tag not in _UNSEEN:
            yield from _lines(child)


def _cell(cell: Any) -> str:
    """Give the text of a cell in one line; the rows of a table within it are parted by bars too."""
    return " | ".join(line for line in (line.replace("\n", " ").strip() for line in _lines(cell)) if line)


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(f"{_WORD}tbl"))


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(f"{_WORD}tr"))


def _words(paragraph: Any) -> str:
    """Give the words of a paragraph, wherever its runs lie."""
    parts: list[str] = []
    waiting = [paragraph]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_WORD}t":
            parts.append(element.text or "")
        elif element.tag in _MARKS:
            parts.append(_MARKS[element.tag])
        elif element.tag not in _UNSEEN:
            waiting += reversed(element)
    return "".join(parts)
