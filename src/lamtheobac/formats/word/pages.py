"""Pages of a Party or State document, drawn with python-docx (trình bày văn bản)."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lamtheobac.reports.annex_tables import Column

__all__ = ["Page"]

_FONT = "Times New Roman"
_WIDTH, _HEIGHT = 210, 297
_LEFT, _RIGHT, _EDGE = 30, 15, 20
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


class Page:
    """A document in the making, in the measures of Party documents (trang văn bản): A4, Times New Roman, 14 points."""

    def __init__(self) -> None:
        self.document: Any = Document()
        normal = self.document.styles["Normal"]
        _set_font(normal, 14)
        normal.paragraph_format.space_after = Pt(6)
        normal.paragraph_format.line_spacing = 1.15
        for level, size in ((1, 14), (2, 14)):
            style = self.document.styles[f"Heading {level}"]
            _set_font(style, size)
            style.font.bold = True
            style.font.italic = level == 2
            style.font.color.rgb = RGBColor(0, 0, 0)
            style.paragraph_format.space_before = Pt(12 if level == 1 else 6)
            style.paragraph_format.space_after = Pt(6)
        section = self.document.sections[0]
        _measure(section, _WIDTH, _HEIGHT)
        section.different_first_page_header_footer = True
        _number_pages(section.header.paragraphs[0])
        self.width: int = _WIDTH - _LEFT - _RIGHT

    def letterhead(self, above: str, name: str, number: str, motto: Sequence[str], dated: str) -> None:
        """Write who issues the document to the left, and whose it is to the right (phần đầu)."""
        table = self.document.add_table(rows=1, cols=2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        left, right = table.rows[0].cells
        _set_widths(table, [75, self.width - 75])
        lines = [
            (above.upper(), False, False),
            (name.upper() or "…", True, False),
            ("*", True, False),
            (number, False, False),
        ]
        _fill(left, [line for line in lines if line[0]])
        big, *small = motto
        _fill(right, [(big, True, False), *((line, True, False) for line in small), (dated, False, True)])
        _underline(right.paragraphs[len(small)])

    def title(self, word: str, lines: Sequence[str]) -> None:
        """Write the title and what it is about (tên loại và trích yếu)."""
        paragraph = self._centred(word, bold=True, size=16)
        paragraph.paragraph_format.space_before = Pt(18)
        paragraph.paragraph_format.space_after = Pt(0)
        for line in lines:
            self._centred(line, bold=True).paragraph_format.space_after = Pt(0)
        self._centred("-----")

    def _centred(self, text: str, *, bold: bool = False, size: int = 14) -> Any:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold, Pt(size)
        return paragraph

    def heading(self, text: str, *, level: int) -> None:
        """Write a heading, which the navigation of Word shows (đề mục)."""
        self.document.add_heading(text, level)

    def paragraph(self, text: str) -> None:
        """Write a paragraph (đoạn văn)."""
        paragraph = self.document.add_paragraph(text)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(10)

    def remark(self, text: str) -> None:
        """Write for the writer what is missing (ghi chú cho người viết)."""
        run = self.document.add_paragraph().add_run(f"({text})")
        run.italic = True

    def signature(self, heading: str) -> None:
        """Leave room for recipients and signature (nơi nhận, chữ ký)."""
        table = self.document.add_table(rows=1, cols=2)
        table.autofit = False
        left, right = table.rows[0].cells
        _set_widths(table, [self.width / 2, self.width / 2])
        _fill(
            left, [("Nơi nhận:", True, True), ("- …", False, False), ("- Lưu …", False, False)], centred=False
        )
        signed = ("T/M CẤP ỦY", "…") if heading == "party" else ("THỦ TRƯỞNG CƠ QUAN", "…")
        _fill(
            right,
            [(signed[0], True, False), ("", False, False), ("", False, False), (signed[1], True, False)],
        )
        _keep_whole(table.rows[0])

    def turn(self) -> None:
        """Go on with pages across (phụ lục trang ngang)."""
        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE
        section.different_first_page_header_footer = False
        _measure(section, _HEIGHT, _WIDTH)
        self.width = _HEIGHT - _LEFT - _RIGHT

    def table(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Write a table whose head stands again on every page; no row is cut by the end of a page (bảng)."""
        table = self.document.add_table(rows=1, cols=len(columns), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        share = sum(column.width for column in columns)
        widths = [self.width * column.width / share for column in columns]
        for cell, column in zip(table.rows[0].cells, columns, strict=True):
            _fill(cell, [(column.title, True, False)], size=11)
        _repeat(table.rows[0])
        for row in rows:
            added = table.add_row()
            _keep_whole(added)
            for place, (cell, text) in enumerate(zip(added.cells, row, strict=True)):
                _fill(cell, [(text, False, False)], centred=place == 0, size=11)
                if columns[place].is_number:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _set_widths(table, widths)

    def to_bytes(self) -> bytes:
        """Give the document; the same pages give the same bytes (nội dung tệp)."""
        properties = self.document.core_properties
        properties.author, properties.title, properties.language = "", "Báo cáo", "vi-VN"
        written = BytesIO()
        self.document.save(written)
        same = BytesIO()
        # The moment of writing stands at every part of the file; it is no part of the report.
        with zipfile.ZipFile(written) as old, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                part = zipfile.ZipInfo(info.filename, date_time=_LONG_AGO)
                part.compress_type = zipfile.ZIP_DEFLATED
                new.writestr(part, old.read(info.filename))
        return same.getvalue()


def _set_font(style: Any, size: int) -> None:
    """Set the font for every script: Word asks for them one by one."""
    style.font.name, style.font.size = _FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), _FONT)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    """Set the widths of columns, in millimetres: Word reads those of the cells, LibreOffice those of the grid."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _measure(section: Any, width: int, height: int) -> None:
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(_LEFT), Mm(_RIGHT)
    section.top_margin = section.bottom_margin = Mm(_EDGE)


def _fill(
    cell: Any, lines: Sequence[tuple[str, bool, bool]], *, centred: bool = True, size: int = 13
) -> None:
    """Write lines into a cell: text, bold, italic."""
    for place, (text, bold, italic) in enumerate(lines):
        paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.paragraph_format.line_spacing = 1
        if centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(text)
        run.bold, run.italic, run.font.size = bold, italic, Pt(size)


def _underline(paragraph: Any) -> None:
    """Draw the line under the motto."""
    for run in paragraph.runs:
        run.underline = True


def _mark(row: Any, tag: str) -> None:
    """Mark a row."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  python-docx has no other way
    properties.append(properties.makeelement(qn(tag)))


def _repeat(row: Any) -> None:
    """Let a row stand again at the head of every page."""
    _mark(row, "w:tblHeader")


def _keep_whole(row: Any) -> None:
    """Keep a row on one page."""
    _mark(row, "w:cantSplit")


def _number_pages(paragraph: Any) -> None:
    """Let Word write the number of the page in the middle."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = run._r.makeelement(qn("w:fldChar" if kind else "w:instrText"))  # noqa: SLF001  as above
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)  # noqa: SLF001  as above
