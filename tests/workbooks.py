"""Workbooks made by hand: as an office fills them in, and as nobody honest would."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any, NamedTuple

import xlsxwriter  # type: ignore[import-untyped]


class Formula(NamedTuple):
    """A formula with the value stored beside it; None stores none."""

    text: str
    value: object = None


class Shown(NamedTuple):
    """A number with the format it is shown in."""

    number: Decimal | int
    form: str


def office(
    *sheets: tuple[str, list[list[object]]],
    merges: tuple[tuple[int, int, int, int, int], ...] = (),
    hidden_rows: tuple[int, ...] = (),
    hidden_sheets: tuple[int, ...] = (),
    epoch_1904: bool = False,
) -> BytesIO:
    """Make a workbook of rows of cells; a merge begins with the number of its sheet."""
    file = BytesIO()
    book: Any = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "date_1904": epoch_1904}
    )
    for number, (tab, rows) in enumerate(sheets):
        page = book.add_worksheet(tab)
        for at, top, left, bottom, right in merges:
            if at == number:
                page.merge_range(top, left, bottom, right, "")
        for place, cells in enumerate(rows):
            for column, value in enumerate(cells):
                _write(book, page, place, column, value)
        for row in hidden_rows:
            page.set_row(row, None, None, {"hidden": True})
        if number in hidden_sheets:
            page.hide()
    book.close()
    return BytesIO(file.getvalue())


def _write(book: Any, page: Any, row: int, column: int, value: object) -> None:
    if isinstance(value, Formula):
        page.write_formula(row, column, value.text, None, "" if value.value is None else value.value)
    elif isinstance(value, Shown):
        page.write_number(row, column, value.number, book.add_format({"num_format": value.form}))
    elif isinstance(value, datetime):
        page.write_datetime(row, column, value, book.add_format({"num_format": "dd/mm/yyyy hh:mm"}))
    elif isinstance(value, date):
        page.write_datetime(row, column, value, book.add_format({"num_format": "dd/mm/yyyy"}))
    elif isinstance(value, bool):
        page.write_boolean(row, column, value)
    elif isinstance(value, (int, Decimal)):
        page.write_number(row, column, value)
    elif value is not None:
        page.write_string(row, column, value)


TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def link(number: int, kind: str, target: str) -> str:
    """Write one relation between parts."""
    return f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def parts(sheet: str, *, book: str = "", prologue: str = "") -> dict[str, str]:
    """Give the parts of a workbook whose one sheet has this XML."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": LINKS.format(link(1, "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{book}<sheets>'
        '<sheet name="B4" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": LINKS.format(link(1, "worksheet", "worksheets/sheet1.xml")),
        "xl/worksheets/sheet1.xml": f'{prologue}<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
    }


def pack(files: dict[str, str] | list[tuple[str, str]], *, stored: bool = False) -> bytes:
    """Pack parts into a zip; a list may hold a name twice."""
    file = BytesIO()
    way = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(file, "w", way) as archive:
        for name, text in files.items() if isinstance(files, dict) else files:
            archive.writestr(zipfile.ZipInfo(name), text, way)
    return file.getvalue()


def text(place: str, words: str) -> str:
    """Write a cell of text."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


HEAD = '<row r="1">' + "".join(
    text(f"{letter}1", title)
    for letter, title in zip("ABCD", ("Mã", "Số lượng", "ĐVT", "Ghi chú"), strict=True)
) + "</row>"  # fmt: skip


def gifts(amount: str, *more: str) -> str:
    """Write the XML of a table of gifts with one amount, given as a cell in B2."""
    return HEAD + f'<row r="2">{text("A2", "dg-1")}{amount}{text("C2", "đồng")}</row>' + "".join(more)


def record(made_as: Any, /, **fields: Any) -> Any:
    """Make a record whose ids are plain texts, as a test writes them."""
    return made_as(**fields)
