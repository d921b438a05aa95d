"""The parts of a workbook: which sheets there are, the texts they share, the formats of cells (nội dung sổ)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat  # a DTD ends the reading before it can do anything

from lamtheobac.errors import LIMITS, Limits, ReadError
from lamtheobac.formats.excel.archive import Archive, broken
from lamtheobac.formats.excel.cell_reader import CellReader, text_of_pieces, whole
from lamtheobac.formats.excel.formats import DateFormat, date_format
from lamtheobac.formats.excel.grid import Grid
from lamtheobac.messages import issue

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["read_grids"]


def read_grids(data: bytes, *, limits: Limits = LIMITS) -> tuple[Grid, ...]:
    """Read every sheet of an Excel file (đọc các trang tính).

    Raises:
        ReadError: No Excel file, or one that is damaged, hostile, encrypted, or has macros.
        LimitError: Too much of it.

    >>> read_grids(b"")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: xlsx/no-workbook: this is no Excel workbook (.xlsx)
    """
    archive = Archive(data, limits)
    book = _find_workbook(archive)
    folder = book.rpartition("/")[0]
    links = _relations(archive, f"{folder}/_rels/{book.rpartition('/')[2]}.rels", folder)
    state = _Book()
    _parse(archive, book, state.start)
    strings = _Strings(limits)
    formats: list[DateFormat | None] = []
    for kind, target in links.values():
        if kind == "sharedStrings":
            _parse(archive, target, strings.start, strings.end, strings.text)
        elif kind == "styles":
            styles = _Styles()
            _parse(archive, target, styles.start)
            formats = [date_format(number, styles.codes.get(number, "")) for number in styles.numbers]
    found: list[Grid] = []
    for name, is_hidden, link in state.sheets:
        kind, target = links.get(link, ("", ""))
        if kind != "worksheet":
            if kind == "chartsheet":
                continue
            broken()
        reader = CellReader(
            strings.found, formats, limits, is_1904=state.is_1904, doubts_zero=state.doubts_zero
        )
        _parse(archive, target, reader.start, reader.end, reader.text)
        found.append(
            Grid(
                name=name,
                rows=reader.rows,
                merges=tuple(reader.merges),
                hidden_rows=frozenset(reader.hidden_rows),
                widths=reader.widths,
                is_hidden=is_hidden,
            )
        )
    return tuple(found)


def _find_workbook(archive: Archive) -> str:
    """Find the part that names the sheets."""
    if "_rels/.rels" not in archive:
        raise ReadError(issue("xlsx/no-workbook"))
    for kind, target in _relations(archive, "_rels/.rels", "").values():
        if kind == "officeDocument" and target in archive:
            return target
    raise ReadError(issue("xlsx/no-workbook"))


def _relations(archive: Archive, name: str, folder: str) -> dict[str, tuple[str, str]]:
    """Read which part is what, by id."""
    found: dict[str, tuple[str, str]] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(":")[2] != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "")
        path = target[1:] if target.startswith("/") else f"{folder}/{target}".lstrip("/")
        found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], path)

    _parse(archive, name, start)
    return found


def _parse(
    archive: Archive,
    name: str,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Go through the XML of a part; a document type, in which entities could be declared, is refused."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise ReadError(issue("xlsx/dtd"))

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        for piece in archive.read(name):
            parser.Parse(piece, False)  # noqa: FBT003  expat knows no names
        parser.Parse(b"", True)  # noqa: FBT003  as above
    except expat.ExpatError as error:
        broken(error)


class _Book:
    """The list of sheets."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, bool, str]] = []
        self.is_1904 = False
        # Who writes a workbook without calculating it stores 0 with each formula, and asks for it to be done.
        self.doubts_zero = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "workbookPr":
            self.is_1904 = attributes.get("date1904") in {"1", "true", "on"}
        elif tag == "calcPr":
            self.doubts_zero = attributes.get("fullCalcOnLoad") in {"1", "true"}
        elif tag == "sheet":
            link = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            self.sheets.append(
                (attributes.get("name", ""), "state" in attributes and attributes["state"] != "visible", link)
            )


class _Strings:
    """The texts that cells share; the sounds of Chinese characters are left out."""

    def __init__(self, limits: Limits) -> None:
        self.found: list[str] = []
        self._most = limits.cell_characters
        self._pieces: list[str] = []
        self._in_text = self._in_sound = False

    def start(self, tag: str, _: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "si":
            self._pieces = []
        elif tag == "rPh":
            self._in_sound = True
        elif tag == "t":
            self._in_text = not self._in_sound

    def text(self, text: str) -> None:
        if self._in_text:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "t":
            self._in_text = False
        elif tag == "rPh":
            self._in_sound = False
        elif tag == "si":
            self.found.append(text_of_pieces(self._pieces, self._most))


class _Styles:
    """The number formats of cells."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.numbers: list[int] = []
        self._in_cells = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "numFmt":
            self.codes[whole(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif tag in {"cellXfs", "cellStyleXfs", "cellStyles"}:
            self._in_cells = tag == "cellXfs"
        elif tag == "xf" and self._in_cells:
            self.numbers.append(whole(attributes.get("numFmtId", "0")))
