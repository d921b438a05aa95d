"""The few things we ask of XlsxWriter, which has no types, in one place (ghi sổ Excel)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from lamtheobac.formats.extras import load_extra
from lamtheobac.text.numbers import format_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["MOST_DIGITS", "Book", "Page"]

MOST_DIGITS: Final = 15
"""More digits than these a spreadsheet number does not hold: such a number is written as a text."""

_FIRST_DAY: Final = date(1900, 3, 1)
_FORMULA_HEADS: Final = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def is_formula_like(text: str) -> bool:
    """Tell whether a program could take a text for a formula (giống công thức).

    >>> is_formula_like("=1+1"), is_formula_like("a=b")
    (True, False)
    """
    return text.startswith(_FORMULA_HEADS)


def number_format(number: Decimal | int) -> str:
    """Give the format that shows a number in full, with Vietnamese marks where a program follows the format.

    >>> number_format(5), number_format(Decimal("2.50"))
    ('[$-42A]#,##0', '[$-42A]#,##0.00')
    """
    places = max(-int(Decimal(number).as_tuple().exponent), 0)
    return "[$-42A]#,##0" + ("." + "0" * places if places else "")


class Book:
    """A workbook to be written: the same sheets give the same bytes (sổ Excel)."""

    def __init__(self) -> None:
        self._file = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = load_extra("xlsxwriter", "excel").Workbook(self._file, options)
        # A fixed day: a file says when it was saved on the disk, and nothing here depends on today.
        self._book.set_properties({"created": datetime(2000, 1, 1), "author": "lamtheobac"})  # noqa: DTZ001  a file's own day has no zone
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def page(self, name: str) -> Page:
        """Add a sheet (thêm trang tính)."""
        return Page(self._book.add_worksheet(name), self)

    def style(self, **properties: Any) -> Any:
        """Give a format; equal ones are one (định dạng)."""
        full = {
            "font_name": "Times New Roman",
            "font_size": 12,
            "valign": "top",
            "text_wrap": True,
            **properties,
        }
        key = tuple(sorted(full.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(full)
        return self._formats[key]

    def save(self) -> bytes:
        """Give the bytes of the file (kết xuất)."""
        self._book.close()
        return self._file.getvalue()


class Page:
    """A sheet to be written (trang tính)."""

    def __init__(self, sheet: Any, book: Book) -> None:
        self.sheet = sheet
        self.book = book

    def text(self, row: int, column: int, text: str, **style: Any) -> None:
        """Write a text, which stays one: what looks like a formula is marked as a text for good."""
        if is_formula_like(text):
            style["quote_prefix"] = True
        self.sheet.write_string(row, column, text, self.book.style(**style))

    def number(self, row: int, column: int, number: Decimal | int, **style: Any) -> None:
        """Write a number exactly; one of more than 15 digits as a text with dots and comma."""
        exact = Decimal(number)
        if len(exact.as_tuple().digits) > MOST_DIGITS or exact.adjusted() >= MOST_DIGITS:
            self.text(row, column, format_number(number), **{**style, "align": "right"})
            return
        form = style.pop("num_format", number_format(exact))
        self.sheet.write_number(row, column, exact, self.book.style(num_format=form, **style))

    def day(self, row: int, column: int, day: date, **style: Any) -> None:
        """Write a day; one before 1 March 1900, where Excel counts wrong, as a text."""
        if day < _FIRST_DAY:
            self.text(row, column, f"{day.day:02d}/{day.month:02d}/{day.year}", **style)
            return
        form = self.book.style(num_format="dd/mm/yyyy", align="center", **style)
        self.sheet.write_datetime(row, column, day, form)

    def formula(self, row: int, column: int, formula: str, value: Decimal | int, **style: Any) -> None:
        """Write a formula with its value, for those who read and never calculate."""
        form = self.book.style(**{"num_format": number_format(value), **style})
        self.sheet.write_formula(row, column, formula, form, value)

    def blank(self, row: int, column: int, **style: Any) -> None:
        """Write an empty cell with its border."""
        self.sheet.write_blank(row, column, None, self.book.style(**style))

    def merge(self, area: tuple[int, int, int, int], text: str, **style: Any) -> None:
        """Write a text over several cells."""
        top, left, bottom, right = area
        if (top, left) == (bottom, right):
            self.text(top, left, text, **style)
        else:
            self.sheet.merge_range(top, left, bottom, right, "", self.book.style(**style))
            self.text(top, left, text, **style)

    def choose(self, area: tuple[int, int, int, int], source: str, options: Mapping[str, Any]) -> None:
        """Let cells be filled from a drop-down list."""
        self.sheet.data_validation(*area, {"validate": "list", "source": source, **options})

    def keys(self, keys: Sequence[str]) -> None:
        """Write the row of keys, which nobody needs to see."""
        for column, key in enumerate(keys):
            if key:
                self.text(0, column, key, font_size=8, text_wrap=False)
        self.sheet.set_row(0, None, None, {"hidden": True})

    def lay_out(self, *, heads: range, columns: int, frozen: int = 2) -> None:
        """Freeze the head, repeat it on paper, and fit the width of the page."""
        self.sheet.freeze_panes(heads.stop, frozen)
        self.sheet.repeat_rows(heads.start, heads.stop - 1)
        self.fit(is_wide=columns > 10)

    def fit(self, *, is_wide: bool = True) -> None:
        """Print across, on A3 where there are many columns, as wide as the page."""
        self.sheet.set_landscape()
        self.sheet.set_paper(8 if is_wide else 9)
        self.sheet.set_margins(left=0.5, right=0.4, top=0.5, bottom=0.5)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_footer("&C&P/&N")
