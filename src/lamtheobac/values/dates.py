"""Days known in part, and spans of time (ngày tháng và thời kỳ)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING, cast

from attrs import field, frozen

from lamtheobac.text.dates import FIRST_YEAR, LAST_YEAR, read_date, write_parts
from lamtheobac.text.dates import format_date as write_date
from lamtheobac.values.checks import Faults, check_fields
from lamtheobac.values.figure import Figure
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import PUBLIC, show
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from typing import Literal

    from lamtheobac.text.dates import YearMonth

__all__ = ["Calendar", "PartialDate", "Period", "first_day", "format_date", "last_day", "parse_date"]


@frozen(order=False)
class PartialDate:
    """A month or a year whose day is not known (ngày tháng không đầy đủ).

    Attributes:
        year: From 1000 to 9999; in a record from 1900 to 2199.
        month: From 1 to 12; None where only the year is known.

    Raises:
        RecordError: A month or year that is none.

    >>> print(PartialDate(2019, 2), PartialDate(2019), PartialDate(2019, 2).last_day)
    2019-02 2019 2019-02-28
    >>> PartialDate(2019, 13)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: number/not-between at $.month: must be from 1 to 12
    """

    year: int
    month: int | None = None

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = Faults()
        faults.whole(self.year, "year", least=FIRST_YEAR, most=LAST_YEAR)
        if self.month is not None:
            faults.whole(self.month, "month", least=1, most=12)
        faults.done()

    def __str__(self) -> str:
        return f"{self.year}" if self.month is None else f"{self.year}-{self.month:02d}"

    @property
    def first_day(self) -> date:
        """The first day it can be (ngày đầu)."""
        return date(self.year, self.month or 1, 1)

    @property
    def last_day(self) -> date:
        """The last day it can be (ngày cuối)."""
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])


def first_day(when: date | PartialDate) -> date:
    """Give the first day that a date can be (ngày đầu).

    >>> first_day(PartialDate(2019))
    datetime.date(2019, 1, 1)
    """
    return when.first_day if isinstance(when, PartialDate) else when


def last_day(when: date | PartialDate) -> date:
    """Give the last day that a date can be (ngày cuối).

    >>> last_day(PartialDate(2020, 2))
    datetime.date(2020, 2, 29)
    """
    return when.last_day if isinstance(when, PartialDate) else when


def format_date(
    day: date | PartialDate,
    *,
    style: Literal["decree", "padded", "plain", "slash", "hyphen"] = "decree",
    weekday: bool = False,
) -> str:
    """Write a date as Vietnamese documents do (viết ngày tháng).

    Args:
        day: A day, or a month or year.
        style: `"decree"` pads days below 10 and months 1 and 2; `"padded"` pads both; `"plain"` none;
            `"slash"` and `"hyphen"` are the short forms.
        weekday: Whether to begin with the weekday; only for whole days.

    Raises:
        OptionError: A style that does not exist, or a weekday asked of a month.
        WrongTypeError: A text, or a moment with a time of day.

    >>> format_date(date(2019, 2, 5)), format_date(date(2023, 7, 5))
    ('ngày 05 tháng 02 năm 2019', 'ngày 05 tháng 7 năm 2023')
    >>> format_date(PartialDate(2019, 2), weekday=True)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: date/no-weekday: a month or a year has no weekday
    """
    if type(day) is date and not weekday:
        return write_parts(day.year, day.month, day.day, style)
    return write_date(
        (day.year, day.month) if isinstance(day, PartialDate) else day, style=style, weekday=weekday
    )


def parse_date(text: str, *, mode: Literal["strict", "lenient"] = "strict") -> date | PartialDate:
    """Read a date; day and month are never swapped (đọc ngày tháng).

    Args:
        text: The whole text is one date, day first, or `2019-02-05`.
        mode: `"lenient"` takes dates in words too, as they are spoken, and a year without `năm`.

    Raises:
        NumberError: The text is no date; `start` and `end` say where.
        OptionError: An unknown mode.
        WrongTypeError: Not a text.

    >>> parse_date("5/6/2019"), parse_date("tháng 2 năm 2019")
    (datetime.date(2019, 6, 5), PartialDate(year=2019, month=2))
    >>> parse_date("tháng tư năm một chín bảy lăm", mode="lenient")
    PartialDate(year=1975, month=4)
    >>> parse_date("06/31/2019")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: date/…
    """
    found = read_date(text, mode)
    return found if type(found) is date else PartialDate(*cast("YearMonth", found))


class Calendar(Labelled):
    """Which year a period counts in (cách tính năm)."""

    CIVIL = "civil", "năm dương lịch", "civil year"
    ADMINISTRATIVE = (
        "administrative",
        "năm báo cáo (15/12 đến 14/12)",
        "reporting year (15 December to 14 December)",
    )


@frozen(kw_only=True)
class Period:
    """A span of time as it is known (thời kỳ).

    Attributes:
        start: The first day, included; None where the source leaves it open.
        end: The last day, included; None where the source leaves it open.
        length: How long, as stated: a figure in years, months or days.
        text: The source's own words, such as "qua 4 năm".
        calendar: Which year it counts in.

    Raises:
        RecordError: Nothing is said of the time at all, or it ends before it begins.

    >>> four_years = Period(text="qua 4 năm", length=Figure.of(4, Unit.YEAR))
    >>> four_years.is_placed, Period.of_year(2019).is_placed
    (False, True)
    >>> Period(start=date(2019, 2, 1), end=date(2019, 1, 1))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: period/ends-before-it-begins: the end is before the start
    """

    start: date | PartialDate | None = None
    end: date | PartialDate | None = None
    length: Figure | None = None
    text: str = field(default="", metadata=PUBLIC)
    calendar: Calendar = Calendar.CIVIL

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if isinstance(self.length, Figure) and self.length.unit not in (Unit.YEAR, Unit.MONTH, Unit.DAY):
            faults.add("period/length-is-no-time", "length")
        if (self.start, self.end, self.length, self.text) == (None, None, None, ""):
            faults.add("period/empty")
        if not faults.found and self.start and self.end and last_day(self.end) < first_day(self.start):
            faults.add("period/ends-before-it-begins")
        faults.done()

    @classmethod
    def of_year(cls, year: int, *, calendar: Calendar = Calendar.CIVIL) -> Period:
        """Make the period of one year (kỳ một năm).

        The administrative year runs from 15 December of the year before to 14 December.

        >>> print(Period.of_year(2019, calendar=Calendar.ADMINISTRATIVE))
        từ 15/12/2018 đến 14/12/2019
        """
        if calendar is Calendar.ADMINISTRATIVE:
            return cls(start=date(year - 1, 12, 15), end=date(year, 12, 14), calendar=calendar)
        return cls(start=date(year, 1, 1), end=date(year, 12, 31), calendar=calendar)

    @property
    def is_placed(self) -> bool:
        """Whether both ends are known (đã xác định thời điểm)."""
        return self.start is not None and self.end is not None

    @property
    def first_day(self) -> date | None:
        """The first day it can begin (ngày đầu)."""
        return None if self.start is None else first_day(self.start)

    @property
    def last_day(self) -> date | None:
        """The last day it can end (ngày cuối)."""
        return None if self.end is None else last_day(self.end)

    def covers(self, day: date) -> bool | None:
        """Tell whether a day lies in it; None where an open end leaves it unknown (có bao gồm ngày này không).

        >>> Period.of_year(2019).covers(date(2019, 5, 19)), Period(text="qua 4 năm").covers(date(2019, 5, 19))
        (True, None)
        """
        if self.first_day is not None and day < self.first_day:
            return False
        if self.last_day is not None and day > self.last_day:
            return False
        return True if self.is_placed else None

    def __str__(self) -> str:
        if self.text:
            return self.text
        ends = [
            f"{word} {format_date(when, style='slash')}"
            for word, when in (("từ", self.start), ("đến", self.end))
            if when is not None
        ]
        return " ".join(ends) if ends else str(self.length)
