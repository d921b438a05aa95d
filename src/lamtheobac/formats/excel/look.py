"""What a table of an office looks like: heading, head of two rows, A B 1 2 3, signatures (thể thức biểu)."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final, Literal

from lamtheobac.formats.excel.sheets import Column, Sheet, is_date
from lamtheobac.values.labelled import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lamtheobac.formats.excel.book import Page

__all__ = ["CELL", "HEAD", "SUM", "Heading", "Look", "write_head", "write_heading", "write_signatures"]

Look = Literal["office", "plain"]
"""With heading, merged head and signatures, or one row of titles and the data."""

Heading = Literal["party", "state"]
"""Whose paper it is: a Party committee's, or that of an agency of the State."""

CELL: Final[dict[str, Any]] = {"border": 1}
HEAD: Final[dict[str, Any]] = {
    "border": 1, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#F2F2F2",
}  # fmt: skip
SUM: Final[dict[str, Any]] = {"border": 1, "bold": True, "bg_color": "#FFF8E5"}
_TALLEST: Final = 409
"""Points; Excel has no taller rows."""

_LINE: Final[dict[str, Any]] = {"align": "center", "valign": "vcenter", "text_wrap": True}


def write_heading(page: Page, *, owner: str, title: str, subtitle: str, heading: Heading, width: int) -> None:
    """Write who it is from, the national or Party heading, and the title (tiêu đề)."""
    middle = max(width // 2, 1)
    right = "ĐẢNG CỘNG SẢN VIỆT NAM" if heading == "party" else "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    motto = "" if heading == "party" else "Độc lập - Tự do - Hạnh phúc"
    page.merge((1, 0, 1, middle - 1), owner.upper() or "…", bold=True, **_LINE)
    page.merge((1, middle, 1, width - 1), right, bold=True, **_LINE)
    page.merge((2, 0, 2, middle - 1), "*", **_LINE)
    page.merge(
        (2, middle, 2, width - 1),
        motto or "…, ngày … tháng … năm …",
        italic=not motto,
        bold=bool(motto),
        **_LINE,
    )
    page.merge((3, 0, 3, width - 1), title.upper(), bold=True, font_size=14, align="center", valign="vcenter")
    page.merge((4, 0, 4, width - 1), subtitle, italic=True, **_LINE)
    page.sheet.set_row(1, line_height(max(len(owner), len(right)), 12 * middle))
    page.sheet.set_row(3, 30)
    page.sheet.set_row(4, line_height(len(subtitle), 12 * width))


def write_head(page: Page, columns: Sequence[Column], row: int, *, is_office: bool) -> int:
    """Write the titles of the columns, in two merged rows or in one; give the row below (đầu bảng)."""
    if not is_office:
        page.text(row, 0, "TT", **HEAD)
        for place, column in enumerate(columns, 1):
            page.text(row, place, column.title, **HEAD)
        titles = [(column.title, width_of(column)) for column in columns]
        page.sheet.set_row(row, max(line_height(len(title), width - 2) for title, width in titles))
        return row + 1
    page.merge((row, 0, row + 1, 0), "TT", **HEAD)
    place = 1
    while place <= len(columns):
        column = columns[place - 1]
        last = place
        while column.group and last < len(columns) and columns[last].group == column.group:
            last += 1
        if column.group:
            page.merge((row, place, row, last), column.group, **HEAD)
            for each in range(place, last + 1):
                page.text(row + 1, each, columns[each - 1].label, **HEAD)
        else:
            page.merge((row, place, row + 1, place), column.label, **HEAD)
        place = last + 1
    for place in range(len(columns) + 1):
        mark = "AB"[place] if place < 2 else str(place - 1)
        page.text(row + 2, place, mark, **{**HEAD, "bold": False, "italic": True, "font_size": 10})
    # A group is never narrower than one of its columns; a label without a group has both rows.
    upper = [line_height(len(column.group), width_of(column)) for column in columns if column.group]
    lower = [line_height(len(column.label), width_of(column) - 2) for column in columns]
    page.sheet.set_row(row, max(upper, default=18))
    page.sheet.set_row(row + 1, max(lower))
    return row + 3


def line_height(length: int, width: float) -> float:
    """Give the height of a row in which a text has room: merged cells and other programs do not grow by themselves.

    >>> line_height(30, 40), line_height(90, 40)
    (18.0, 50.0)
    """
    lines = max(-(-length // max(int(width), 1)), 1)
    return float(min(2 + 16 * lines, _TALLEST))


def row_height(cells: Iterable[tuple[str, int]]) -> float:
    """Give the height of a row by the texts of its cells and the widths of their columns (chiều cao dòng)."""
    lines = 1
    for text, width in cells:
        if len(text) > width or "\n" in text:
            lines = max(lines, sum(len(wrap(part, width)) or 1 for part in text.split("\n")))
    return float(min(2 + 16 * lines, _TALLEST))


def write_signatures(page: Page, row: int, *, width: int, heading: Heading) -> None:
    """Write where to sign (nơi ký)."""
    third = max(width // 3, 1)
    signer = "T/M BAN THƯỜNG VỤ" if heading == "party" else "THỦ TRƯỞNG ĐƠN VỊ"
    for line, left, right in (
        (0, "Người lập biểu", signer),
        (1, "(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu)"),
    ):
        style: dict[str, Any] = {**_LINE, "bold": line == 0, "italic": line == 1}
        page.merge((row + line, 0, row + line, third - 1), left, **style)
        page.merge((row + line, max(width - third, third), row + line, width - 1), right, **style)


def width_of(column: Column) -> int:
    """Give the width of a column, so that its words fit (độ rộng cột)."""
    kind: Any = column.shape.kinds[0]
    name = column.path[-1]
    if column.shape.is_long:
        return 44
    if column.shape.is_id:
        return 22
    if is_date(column):
        return 13
    if column.in_figure:
        return {"value": 19, "unit": 13, "text": 26, "noun": 18, "per": 14}.get(name, 12)
    if kind is str:
        return 30 if name in {"name", "title", "text", "content", "mottos", "aliases"} else 20
    return 24 if issubclass(kind, Labelled) else 14


def title_of(sheet: Sheet) -> str:
    """Give the title over a sheet (tên biểu)."""
    return f"{sheet.code}. {sheet.name}"
