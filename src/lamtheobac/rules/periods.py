"""When things happen, against the time of the programme (quy tắc về thời kỳ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.rules.finding import LASTING, Found, Missing, Rule, Severity
from lamtheobac.rules.times import last_known_day, say_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import Period

__all__ = ["RULES"]

_TIMED: Final = ("activities", "contributions", "outcomes", "dialogues")


def _outside_programme(programme: Programme) -> Iterable[Found]:
    """Find what lies wholly before the programme or wholly after it.

    An end that is not known says nothing: what began before and may still go on is not outside. A month or a year
    is outside only with all its days.
    """
    if programme.period is None:
        return
    start, end = programme.period.first_day, programme.period.last_day
    for collection in _TIMED:
        for record in getattr(programme, collection):
            period: Period | None = record.period
            if period is None:
                continue
            first, last = period.first_day, period.last_day
            if start is not None and last is not None and last < start:
                day, bound = last, start
            elif end is not None and first is not None and first > end:
                day, bound = first, end
            else:
                continue
            yield Found(
                path=(collection, record.id, "period"),
                stated=say_day(day),
                recomputed=say_day(bound),
                values={"day": say_day(day), "bound": say_day(bound)},
            )


def _without_dates(programme: Programme) -> Iterable[Found]:
    """Note spans of time that nobody can place: "qua 4 năm", with no day of the record or its report."""
    for collection in ("participations", "contributions", "outcomes", "dialogues", "awards"):
        for record in getattr(programme, collection):
            period = record.period
            if period is None or period.start is not None or period.end is not None:
                continue
            if last_known_day(programme, period, record.report_id) is None:
                yield Found(path=(collection, record.id, "period"))


RULES: Final = (
    Rule(code="period/outside-programme", severity=Severity.WARNING, check=_outside_programme),
    Rule(
        code="period/without-dates",
        severity=Severity.INFO,
        profiles=LASTING,
        missing=Missing.FOUND,
        check=_without_dates,
    ),
)
