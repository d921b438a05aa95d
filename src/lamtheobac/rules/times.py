"""When a record is of, as far as the records say (thời điểm của bản ghi)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from lamtheobac.text.clean import search_key
from lamtheobac.values.dates import last_day

if TYPE_CHECKING:
    from collections.abc import Hashable
    from datetime import date

    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import Period
    from lamtheobac.values.ids import ReportId

__all__ = ["Timed", "last_known_day", "same_time_key"]


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
