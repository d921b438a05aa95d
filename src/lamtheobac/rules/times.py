"""When a record is of, as far as the records say (thời điểm của bản ghi)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from lamtheobac.text.clean import search_key
from lamtheobac.values.dates import first_day, format_date, last_day

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import date

    from lamtheobac.records.award import Award
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import PartialDate, Period
    from lamtheobac.values.ids import ReportId

__all__ = ["Days", "Timed", "days_of_award", "days_of_period", "last_known_day", "same_time_key", "say_day"]

Days = tuple["date | None", "date | None"]
"""The first and the last day on which something can have been; None where nothing says it."""


class Timed(Protocol):
    """Whatever has a period, and a report that tells of it."""

    @property
    def period(self) -> Period | None:
        """When (thời kỳ)."""

    @property
    def report_id(self) -> ReportId | None:
        """The report that says so (báo cáo)."""


def same_time_key(record: Timed) -> Hashable:
    """Give what two records must share to be surely of one time (khóa thời gian).

    Two known ends say when by themselves. "Qua 4 năm", "từ đầu năm 2019" and silence mean something only in the
    report that says so: there they mean the same, in another report perhaps not.

    >>> from lamtheobac.records import Dialogue
    >>> from lamtheobac.values import Period
    >>> year = Period.of_year(2019)
    >>> first, second = Dialogue(id="a", period=year, report_id="bc-1"), Dialogue(id="b", period=year)
    >>> same_time_key(first) == same_time_key(second)
    True
    >>> first, second = Dialogue(id="a", report_id="bc-1"), Dialogue(id="b", report_id="bc-2")
    >>> same_time_key(first) == same_time_key(second)
    False
    """
    period = record.period
    if period is None:
        return record.report_id
    if period.is_placed:
        return period.start, period.end
    return record.report_id, period.start, period.end, period.length, search_key(period.text)


def last_known_day(programme: Programme, period: Period | None, report_id: ReportId | None) -> date | None:
    """Give the day up to which a record counts (ngày chốt số liệu).

    It is the last day of its period, or where that is open of the report's period, or else the day on which the
    report was handed in or issued; None where nothing says it.

    >>> from lamtheobac.records import Programme, Report, ReportKind
    >>> from lamtheobac.values import PartialDate
    >>> report = Report(id="bc", organisation_id="tc", kind=ReportKind.ARTICLE, submitted_on=PartialDate(2019, 6))
    >>> last_known_day(Programme(name="Bình Sơn").put(report), None, "bc").isoformat()
    '2019-06-30'
    """
    if period is not None and period.end is not None:
        return period.last_day
    report = None if report_id is None else programme.reports.get(report_id)
    if report is None:
        return None
    if report.period is not None and report.period.end is not None:
        return report.period.last_day
    issued_on = None if report.document is None else report.document.issued_on
    when = report.submitted_on or issued_on
    return None if when is None else last_day(when)


def days_of_period(period: Period | None) -> Days:
    """Give the days between which something was, as far as its period says (các ngày).

    >>> from lamtheobac.values import Period
    >>> days_of_period(Period(text="qua 4 năm")), days_of_period(None)
    ((None, None), (None, None))
    """
    return (None, None) if period is None else (period.first_day, period.last_day)


def days_of_award(award: Award) -> Days:
    """Give the days on which an award can have been decided (ngày quyết định khen thưởng).

    The law in force is that of the decision, not of the deed or of the ceremony. Without the day of the decision
    the period of the award bounds it.

    >>> from lamtheobac.records import Award
    >>> from lamtheobac.values import Document, PartialDate
    >>> first, last = days_of_award(Award(id="kt", decision=Document(number="12", issued_on=PartialDate(2019, 6))))
    >>> print(first, last)
    2019-06-01 2019-06-30
    """
    decided_on = None if award.decision is None else award.decision.issued_on
    if decided_on is not None:
        return first_day(decided_on), last_day(decided_on)
    return days_of_period(award.period)


def say_day(day: date | PartialDate | None) -> str:
    """Write a day, a month or a year in digits; nothing where it is not known (viết ngày).

    >>> from datetime import date
    >>> say_day(date(2025, 7, 1)), say_day(None)
    ('01/07/2025', '')
    """
    return "" if day is None else format_date(day, style="slash")
