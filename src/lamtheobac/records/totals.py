"""Totals of contributions: what adds, what replaces, and what cannot be placed (tổng hợp đóng góp)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, Literal, NamedTuple, Protocol, TypeVar, get_args

from attrs import frozen

from lamtheobac.errors import OptionError
from lamtheobac.messages import issue
from lamtheobac.records.contribution import Accrual, Contribution, Stage
from lamtheobac.values.addition import is_amount, kind_of
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import RecordId, ReportId
from lamtheobac.values.listing import Listing
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import Period

__all__ = [
    "Grouping",
    "Placed",
    "Total",
    "days_of",
    "organisation_of",
    "relation_to",
    "sort_series",
    "total_contributions",
]

Grouping = Literal["unit", "stage", "model", "organisation", "period"]
"""What totals are told apart by, besides stage, unit and what is counted."""

_UNITS: Final = list(Unit)
_STAGES: Final = list(Stage)


@frozen(kw_only=True)
class Total:
    """One total, and what it rests on (tổng số).

    Stages never mix, unlike units never add: there is a total for each.

    Attributes:
        key: The unit, stage, model, organisation or year that it is the total of; None where the records do
            not say.
        stage: The stage of all its contributions.
        figure: The sum.
        ids: The contributions it adds up.
        replaced: Cumulative contributions that a later one of the same series includes, and increments that a
            cumulative one includes.
        unplaced: Contributions left out because their time is not known: they may be in the total already, or
            beyond it.
    """

    key: str | None
    stage: Stage
    figure: Figure
    ids: tuple[RecordId, ...]
    replaced: tuple[RecordId, ...] = ()
    unplaced: tuple[RecordId, ...] = ()


class _Accruing(Protocol):
    """Whatever adds up over time."""

    @property
    def id(self) -> RecordId: ...
    @property
    def accrual(self) -> Accrual: ...


class _Timed(Protocol):
    """Whatever has a time of its own, or that of its report."""

    @property
    def period(self) -> Period | None: ...
    @property
    def report_id(self) -> ReportId | None: ...


A = TypeVar("A", bound=_Accruing)


class Placed(NamedTuple, Generic[A]):
    """A record and the days it is known to cover, as far as they are (bản ghi có thời điểm)."""

    record: A
    start: date | None
    end: date | None


class _Sorted(NamedTuple, Generic[A]):
    """The members of a series by what becomes of them."""

    counted: list[A]
    replaced: list[RecordId]
    unplaced: list[RecordId]


def total_contributions(
    programme: Programme,
    *,
    by: Grouping = "unit",
    stage: Stage | None = None,
    unit: Unit | None = None,
    period: Period | None = None,
) -> tuple[Total, ...]:
    """Add up what was given (tổng hợp đóng góp); see `Programme.totals`."""
    if by not in get_args(Grouping):
        raise OptionError(issue("option/unknown", known=", ".join(get_args(Grouping))))
    groups: dict[tuple[object, ...], list[Placed[Contribution]]] = {}
    outside: dict[tuple[object, ...], list[RecordId]] = {}
    for record in programme.contributions:
        if (stage is not None and record.stage is not stage) or (
            unit is not None and record.gift.unit is not unit
        ):
            continue
        start, end = days_of(programme, record)
        name = (_key(programme, record, by, end), record.stage, *_kind(record))
        where = relation_to(start, end, period)
        if where == "in":
            groups.setdefault(name, []).append(Placed(record, start, end))
        elif where == "unknown":
            outside.setdefault(name, []).append(record.id)
    totals = [
        total
        for name in {**groups, **outside}
        if (total := _total(name[0], groups.get(name, []), outside.get(name, []))) is not None
    ]
    return Listing(sorted(totals, key=_order))


def _order(total: Total) -> tuple[object, ...]:
    key = "" if total.key is None else total.key
    return (
        total.key is None,
        key,
        _STAGES.index(total.stage),
        _UNITS.index(total.figure.unit),
        total.figure.noun,
        total.ids,
    )


def _kind(record: Contribution) -> tuple[object, ...]:
    """Tell what is counted; what is no amount stands alone: nobody knows what it adds to."""
    return (*kind_of(record.gift), None if is_amount(record.gift) else record.id)


def _key(programme: Programme, record: Contribution, by: Grouping, end: date | None) -> str | None:
    """Find what a contribution is grouped by."""
    if by == "unit":
        return record.gift.unit.value
    if by == "stage":
        return record.stage.value
    if by == "period":
        return None if end is None else str(end.year)
    if by == "organisation":
        return organisation_of(programme, record)
    activity = programme.activities.get(record.to_id or "")
    if activity is not None:
        return activity.model_id
    model = programme.models.get(record.to_id or "")
    return None if model is None else model.id


def organisation_of(programme: Programme, record: Contribution) -> RecordId | None:
    """Find who raised a contribution, or else reported it (tổ chức vận động hoặc báo cáo)."""
    report = programme.reports.get(record.report_id or "")
    return record.raised_by_id or (report.organisation_id if report is not None else None)


def days_of(programme: Programme, record: _Timed) -> tuple[date | None, date | None]:
    """Find the days a record covers: its own period, or else that of its report (thời gian của bản ghi)."""
    report = programme.reports.get(record.report_id or "")
    for period in (record.period, None if report is None else report.period):
        if period is not None and (period.first_day is not None or period.last_day is not None):
            return period.first_day, period.last_day
    return None, None


def relation_to(
    start: date | None, end: date | None, period: Period | None
) -> Literal["in", "out", "unknown"]:
    """Tell whether days lie in a period, out of it, or nobody can say (trong hay ngoài kỳ)."""
    if period is None or period.first_day is None or period.last_day is None:
        return "in"
    first, last = period.first_day, period.last_day
    if (end is not None and end < first) or (start is not None and start > last):
        return "out"
    known = start is not None and end is not None and first <= start and end <= last
    return "in" if known else "unknown"


def _total(key: object, members: list[Placed[Contribution]], unplaced: Iterable[RecordId]) -> Total | None:
    """Add up one group, series by series."""
    series: dict[tuple[object, ...], list[Placed[Contribution]]] = {}
    for member in members:
        record = member.record
        name = (record.to_id, record.raised_by_id, record.given_by_id)
        series.setdefault(name, []).append(member)
    done = [sort_series(each) for each in series.values()]
    counted = [record for each in done for record in each.counted]
    if not counted:
        return None
    return Total(
        key=None if key is None else str(key),
        stage=counted[0].stage,
        figure=Figure.sum(record.gift for record in counted),
        ids=tuple(record.id for record in counted),
        replaced=tuple(each for one in done for each in one.replaced),
        unplaced=(*(each for one in done for each in one.unplaced), *unplaced),
    )


def sort_series(members: list[Placed[A]]) -> _Sorted[A]:
    """Tell which members of one series count (chọn số liệu của một chuỗi).

    Of cumulative figures only the latest counts, with the increments that came after it. What cannot be placed
    in time against it may be in it already, so it is left out and named.
    """
    cumulative = [each for each in members if each.record.accrual is Accrual.CUMULATIVE]
    if not cumulative:
        return _Sorted([each.record for each in members], [], [])
    placed = [each for each in cumulative if each.end is not None]
    latest = max(placed, key=lambda each: (each.end, each.record.id)) if placed else cumulative[0]
    result = _Sorted([latest.record], [], [])
    for each in members:
        if each is latest:
            continue
        is_cumulative = each.record.accrual is Accrual.CUMULATIVE
        if latest.end is not None and each.end is not None and (is_cumulative or each.end <= latest.end):
            result.replaced.append(each.record.id)
        elif (
            not is_cumulative
            and latest.end is not None
            and each.start is not None
            and each.start > latest.end
        ):
            result.counted.append(each.record)
        else:
            result.unplaced.append(each.record.id)
    return result
