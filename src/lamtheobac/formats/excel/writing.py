"""Writing workbooks: every record on its sheet, in the look of an office or plain (ghi sổ Excel)."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, get_args

from lamtheobac.errors import OptionError
from lamtheobac.formats.excel.book import Book, Page
from lamtheobac.formats.excel.drafts import LAYOUT
from lamtheobac.formats.excel.look import (
    CELL,
    Heading,
    Look,
    row_height,
    title_of,
    width_of,
    write_head,
    write_heading,
    write_signatures,
)
from lamtheobac.formats.excel.rows import spread_record, text_of
from lamtheobac.formats.excel.sheets import SHEETS, Column, GiftKind, Sheet, is_date, letters, order_columns
from lamtheobac.formats.excel.summaries import write_completeness, write_totals
from lamtheobac.formats.excel.sums import sums_of
from lamtheobac.formats.files import write_whole
from lamtheobac.messages import issue
from lamtheobac.records.contribution import Contribution
from lamtheobac.records.programme import FORMAT_VERSION, Programme
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Sequence

    from lamtheobac.records.kinds import Record

__all__ = ["workbook_bytes", "write_template", "write_workbook"]

_ROOM: Final = 500
"""Rows below the data for which the drop-down lists are there."""

_LISTS: Final = "_lists"
_GROUPED_BY: Final = {"organisations": "kind", "models": "field", "contributions": "gift", "awards": "level"}


def write_workbook(
    programme: Programme,
    path: str | os.PathLike[str],
    *,
    look: Look = "office",
    heading: Heading = "party",
    persons: bool = True,
    on_progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write all records of a programme to an Excel file, whole or not at all (ghi sổ Excel).

    Sheets B0 to B5 and C1 to C10 hold every field of every record, and are read back; B6 and B7 are computed
    from them, with formulas and their values.

    Args:
        programme: The records.
        path: The file.
        look: `"office"` with heading, merged head, groups, sums and signatures; `"plain"` with titles and data.
        heading: `"party"` for a Party committee, `"state"` for an agency of the State.
        persons: Whether names of people go along; without them the file does not read back to the same programme.
        on_progress: Told how many records are done, and of how many.

    Raises:
        OptionError: A look or a heading that does not exist, or the extra `excel` is not installed.
        ReadError: The file cannot be written; what was there is unchanged.

    >>> write_workbook(Programme(name="Bình Sơn"), "x.xlsx", look="đẹp")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: office, plain
    """
    data = workbook_bytes(programme, look=look, heading=heading, persons=persons, on_progress=on_progress)
    write_whole(path, data)


def write_template(path: str | os.PathLike[str], *, look: Look = "plain", heading: Heading = "party") -> None:
    """Write an empty workbook to fill in: titles, drop-down lists, no records (ghi biểu mẫu).

    Raises:
        OptionError: A look or a heading that does not exist, or the extra `excel` is not installed.
        ReadError: The file cannot be written; what was there is unchanged.

    >>> write_template("no/such/folder/x.xlsx")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: file/not-written: the file cannot be written; what was there is unchanged
    """
    write_whole(path, workbook_bytes(None, look=look, heading=heading))


def workbook_bytes(
    programme: Programme | None,
    *,
    look: Look = "office",
    heading: Heading = "party",
    persons: bool = True,
    on_progress: Callable[[int, int], None] | None = None,
) -> bytes:
    """Give the bytes of the workbook of a programme, or of the template where there is none (nội dung tệp)."""
    for word, known in ((look, Look), (heading, Heading)):
        if word not in get_args(known):
            raise OptionError(issue("option/unknown", known=", ".join(get_args(known))))
    book = Book()
    done = 0
    total = 0 if programme is None else len(programme.records())
    if programme is None:
        _write_guide(book.page("_Hướng dẫn"))
    lists = _Lists()
    for sheet in SHEETS:
        if sheet.code == "C1":
            whole = Programme(name="…") if programme is None else programme
            write_totals(whole, book.page("B6 Biểu tổng hợp"), heading=heading)
            write_completeness(whole, book.page("B7 Tình hình báo cáo"), heading=heading)
        records = _records(programme, sheet)
        if sheet.collection == "persons" and not persons:
            done += len(records)
            continue
        page = book.page(sheet.tab)
        _write_sheet(page, sheet, records, programme, lists, look=look, heading=heading)
        if programme is not None and not records:
            page.sheet.hide()
        if on_progress is not None and sheet.collection:
            done += len(records)
            on_progress(done, total)
    lists.write(book.page(_LISTS))
    meta = book.page("_meta")
    for row, (key, value) in enumerate((("layout", LAYOUT), ("format_version", FORMAT_VERSION))):
        meta.text(row, 0, key)
        meta.number(row, 1, value)
    meta.sheet.hide()
    return book.save()


def _records(programme: Programme | None, sheet: Sheet) -> Sequence[Any]:
    """Give the records of a sheet; that of the first one is the programme itself."""
    if programme is None:
        return ()
    return getattr(programme, sheet.collection) if sheet.collection else (programme,)


class _Lists:
    """The words of the drop-down lists, each list in a column of a hidden sheet."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, ...], str] = {}

    def source(self, words: tuple[str, ...]) -> str:
        """Give the range in which a list stands."""
        if words not in self._words:
            column = letters(len(self._words))
            self._words[words] = f"={_LISTS}!${column}$1:${column}${len(words)}"
        return self._words[words]

    def write(self, page: Page) -> None:
        """Write the lists."""
        for column, words in enumerate(self._words):
            for row, word in enumerate(words):
                page.text(row, column, word)
        page.sheet.hide()


def _write_guide(page: Page) -> None:
    """Write how to fill in the template."""
    page.sheet.set_column(0, 0, 110)
    page.text(0, 0, "HƯỚNG DẪN ĐIỀN BIỂU", bold=True, font_size=14)
    for row, line in enumerate(_GUIDE, 2):
        page.text(row, 0, line)


_GUIDE: Final = (
    "1. Mỗi bản ghi một dòng. Không xóa dòng 1 (đang ẩn) và không đổi tên cột; cột không dùng thì để trống.",
    "2. Cột Mã: chữ không dấu, số, dấu chấm, gạch ngang, ví dụ mh-ngoi-nha-cap-uy. Để trống thì máy tự đặt mã.",
    "3. Cột chỉ đơn vị, mô hình: ghi mã, hoặc ghi đúng tên đã có trong biểu B1, B2, C1.",
    "4. Số: ghi số, hoặc ghi chữ theo cách Việt Nam (1.200.000; 6,2). Số ước chừng thì chọn thêm Mức độ: hơn, gần.",
    "5. Ngày: ngày trước, tháng sau (19/5/2019). Chỉ biết tháng hoặc năm thì ghi 5/2019 hoặc 2019.",
    "6. Một mô hình qua nhiều bước (đăng ký, công nhận, nhân rộng): mỗi bước một dòng ngay dưới, cột Mã để trống.",
    "7. Không có số liệu thì để trống; số 0 nghĩa là có thống kê và kết quả là không.",
    "8. Lưu tệp dạng .xlsx. Kiểm tra trước khi gửi: tệp kết quả có cột “Kết quả kiểm tra” và “Cách sửa”.",
)


def _write_sheet(
    page: Page,
    sheet: Sheet,
    records: Sequence[Any],
    programme: Programme | None,
    lists: _Lists,
    *,
    look: Look,
    heading: Heading,
) -> None:
    """Write one sheet: keys, heading, head, records, sums, signatures."""
    spread = [spread_record(record, sheet) for record in records]
    used = {key for rows in spread for row in rows for key in row}
    columns = order_columns(sheet, used)
    is_office = look == "office"
    page.keys(["", *(column.key for column in columns)])
    page.sheet.set_column(0, 0, 6)
    for place, column in enumerate(columns, 1):
        page.sheet.set_column(place, place, width_of(column))
    first = 1
    if is_office:
        name, subtitle = _names(programme)
        write_heading(
            page,
            owner=name,
            title=title_of(sheet),
            subtitle=subtitle,
            heading=heading,
            width=len(columns) + 1,
        )
        first = 5
    row = write_head(page, columns, first, is_office=is_office)
    page.lay_out(heads=range(first, row), columns=len(columns))
    start = row
    groups = _groups(sheet, records) if is_office else ()
    places: dict[str, int] = {}
    for number, (record, rows) in enumerate(zip(records, spread, strict=True)):
        if groups and (number == 0 or groups[number] != groups[number - 1]):
            roman = _ROMANS[list(dict.fromkeys(groups)).index(groups[number])]
            title = f"{roman}. {groups[number]}"
            page.merge((row, 0, row, len(columns)), title, **CELL, bold=True, bg_color="#EAF1F8")
            row += 1
        places[getattr(record, "id", "")] = row
        for place, cells in enumerate(rows):
            _write_row(page, row, columns, record, cells=cells, number=number + 1 if place == 0 else None)
            row += 1
    _offer_lists(page, columns, lists, range(start, row + _ROOM))
    if is_office and programme is not None and records:
        row = sums_of(page, sheet, columns, programme, places=places, row=row)
        write_signatures(page, row + 1, width=len(columns) + 1, heading=heading)


_ROMANS: Final = (
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
)  # fmt: skip


def _names(programme: Programme | None) -> tuple[str, str]:
    """Give whose the records are, and of what."""
    if programme is None:
        return "", ""
    committee = programme.organisations.get(programme.committee_id or "")
    subtitle = programme.name if programme.period is None else f"{programme.name} ({programme.period})"
    return "" if committee is None else committee.name, subtitle


def _groups(sheet: Sheet, records: Sequence[Any]) -> tuple[str, ...]:
    """Give the group of each record, where the records already stand group by group: their order is kept."""
    name = _GROUPED_BY.get(sheet.collection)
    if name is None:
        return ()
    words = tuple(_group(record, name) for record in records)
    runs = sum(1 for before, after in zip(("", *words), words, strict=False) if before != after)
    return words if runs == len(Counter(words)) > 1 else ()


def _group(record: Record, name: str) -> str:
    """Name the group of a record."""
    if isinstance(record, Contribution):
        return GiftKind.of(record.gift.unit).label
    member: Labelled | None = getattr(record, name)
    return "chưa xác định" if member is None else member.label


def _write_row(
    page: Page,
    row: int,
    columns: Sequence[Column],
    record: Any,
    *,
    cells: dict[str, Any],
    number: int | None,
) -> None:
    """Write the cells of one row."""
    if number is None:
        page.blank(row, 0, **CELL)
    else:
        page.number(row, 0, number, align="center", **CELL)
    shown: list[tuple[str, int]] = []
    for place, column in enumerate(columns, 1):
        value = cells.get(column.key)
        if column.key == "gift.kind" and isinstance(record, Contribution):
            value = GiftKind.of(record.gift.unit).value
        shown.append((_write_cell(page, row, place, column, value), width_of(column)))
    page.sheet.set_row(row, row_height(shown))


def _write_cell(page: Page, row: int, place: int, column: Column, value: Any) -> str:
    """Write a plain value as what it is: number, day, word of a list, or text; give the text that needs room."""
    kind: Any = column.shape.kinds[0]
    if value is None:
        page.blank(row, place, **CELL)
        return ""
    if isinstance(value, bool):
        page.text(row, place, "có" if value else "không", align="center", **CELL)
        return ""
    if kind is not Decimal and not isinstance(value, int):
        text = text_of(column, value)
        if is_date(column) and len(value) == 10:
            page.day(row, place, date.fromisoformat(value), **CELL)
        elif is_date(column):
            page.text(row, place, text, num_format="@", align="center", **CELL)
        else:
            page.text(row, place, text, **CELL)
        return text
    page.number(row, place, Decimal(value), **CELL)
    return ""


def _offer_lists(page: Page, columns: Sequence[Column], lists: _Lists, rows: range) -> None:
    """Put the drop-down lists on the columns that hold words of a closed list."""
    for place, column in enumerate(columns, 1):
        kind: Any = column.shape.kinds[0]
        options: dict[str, Any] = {
            "error_title": "Ngoài danh mục",
            "error_message": "Hãy chọn một từ trong danh sách.",
            "error_type": "stop",
        }
        if kind is bool:
            words: tuple[str, ...] = ("có", "không")
        elif issubclass(kind, Labelled) and not column.shape.is_many:
            words = tuple(member.label or member.value for member in kind)
        else:
            continue
        if kind is Unit:
            # What is counted may be called by its own name: "hộ nghèo", "máy tính".
            options |= {
                "error_type": "warning",
                "error_message": "Không có trong danh sách; vẫn dùng từ này?",
            }
        words = tuple(word for word in words if word != "exact")
        page.choose((rows.start, place, rows.stop - 1, place), lists.source(words), options)
