"""What a programme's awards, participations and reports come to (thống kê)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from attrs import frozen

from lamtheobac.errors import OptionError
from lamtheobac.messages import issue
from lamtheobac.records.award import AwardStatus
from lamtheobac.records.participation import ParticipationKind, Subjects
from lamtheobac.records.tree import is_alive, walk_below
from lamtheobac.values.addition import add_up
from lamtheobac.values.dates import last_day
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import OrganisationId, RecordId
from lamtheobac.values.listing import Listing
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lamtheobac.records.award import Award
    from lamtheobac.records.participation import Participation
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import Period

__all__ = [
    "AwardCount",
    "AwardGrouping",
    "Completeness",
    "Coverage",
    "count_awards",
    "directly_below",
    "measure_coverage",
    "tell_completeness",
]

AwardGrouping = Literal["form", "level", "system", "recipient"]
"""What awards are told apart by."""

_RECIPIENTS = ("collectives", "individuals", "households", "recipients")


@frozen(kw_only=True)
class AwardCount:
    """How many were honoured (thống kê khen thưởng).

    Attributes:
        key: The form, level, system or kind of recipient; None where the records do not say.
        ids: The awards.
        collectives: Collectives honoured; None where no award says.
        individuals: People honoured.
        households: Households honoured.
        recipients: Those that the source does not divide.
    """

    key: str | None
    ids: tuple[RecordId, ...]
    collectives: Figure | None = None
    individuals: Figure | None = None
    households: Figure | None = None
    recipients: Figure | None = None


def count_awards(programme: Programme, by: AwardGrouping) -> tuple[AwardCount, ...]:
    """Count awards that were granted (thống kê khen thưởng); see `Programme.awards_by`."""
    if by not in get_args(AwardGrouping):
        raise OptionError(issue("option/unknown", known=", ".join(get_args(AwardGrouping))))
    granted = [award for award in programme.awards if award.status is AwardStatus.GRANTED]
    groups: dict[str | None, list[Award]] = {}
    for award in granted:
        if by == "recipient":
            for name in _RECIPIENTS:
                if getattr(award, name) is not None:
                    groups.setdefault(name, []).append(award)
        else:
            word = getattr(award, by)
            groups.setdefault(None if word is None else word.value, []).append(award)
    return Listing(
        AwardCount(
            key=key,
            ids=tuple(award.id for award in awards),
            **{
                name: _sum(getattr(award, name) for award in awards)
                for name in _RECIPIENTS
                if by != "recipient" or name == key
            },
        )
        for key, awards in sorted(groups.items(), key=lambda pair: (pair[0] is None, pair[0] or ""))
    )


def _sum(figures: Iterable[Figure | None]) -> Figure | None:
    """Add what is known; what counts unlike things, or nobody knows what, is not added but left unsaid."""
    return add_up([figure for figure in figures if figure is not None])


@frozen(kw_only=True)
class Coverage:
    """How widely something is done (mức độ bao phủ).

    Attributes:
        kind: Studied, registered, committed, planned, or runs a model.
        subjects: Who: organisations, leaders, members, the public.
        of_id: The theme, model or organisation it is about.
        stated: What the source says: a fraction, a percentage or a count; None where it gives no number.
        recomputed: For organisations that run a model: how many of the programme's organisations below its
            committee lead it or take part, as a fraction; None where the records name none.
        id: The participation.
    """

    kind: ParticipationKind
    subjects: Subjects
    of_id: RecordId | None
    stated: Figure | None
    recomputed: Figure | None
    id: RecordId


def measure_coverage(programme: Programme) -> tuple[Coverage, ...]:
    """Tell how widely things are done (mức độ bao phủ); see `Programme.coverage`."""
    below = frozenset(each.id for each in walk_below(programme.organisations, programme.committee_id))
    return Listing(
        Coverage(
            kind=each.kind,
            subjects=each.subjects,
            of_id=each.of_id,
            stated=each.count,
            recomputed=_recompute(programme, each, below),
            id=each.id,
        )
        for each in programme.participations
    )


def _recompute(programme: Programme, each: Participation, below: frozenset[str]) -> Figure | None:
    """Count the organisations that the records show to run a model."""
    model = programme.models.get(each.of_id or "")
    if (
        model is None
        or each.kind is not ParticipationKind.RUNS_MODEL
        or each.subjects is not Subjects.ORGANISATIONS
    ):
        return None
    named = {model.lead_id, *model.participant_ids} & below
    return Figure.share(len(named), out_of=len(below), unit=Unit.ORGANISATION) if named else None


@frozen(kw_only=True)
class Completeness:
    """Who had to report for a period, and who has (tình hình nộp báo cáo).

    Attributes:
        expected: Organisations directly below the committee that existed on the last day of the period, and
            any other with a report for just this period.
        submitted: Those whose report was handed in.
        on_time: Of these, those whose report was handed in by the day it was due.
        late: Of these, those whose report came after that day.
        missing: Those without a report handed in.
    """

    expected: tuple[OrganisationId, ...]
    submitted: tuple[OrganisationId, ...]
    on_time: tuple[OrganisationId, ...]
    late: tuple[OrganisationId, ...]
    missing: tuple[OrganisationId, ...]


def directly_below(programme: Programme, period: Period) -> tuple[OrganisationId, ...]:
    """Give the organisations directly below the committee on the last day of a period (đơn vị trực thuộc).

    >>> from lamtheobac.records import Programme
    >>> from lamtheobac.values import Period
    >>> directly_below(Programme(name="Học tập"), Period.of_year(2019))
    ()
    """
    return tuple(
        organisation.id
        for organisation in programme.organisations
        if programme.committee_id is not None
        and organisation.parent_id == programme.committee_id
        and is_alive(organisation, period.last_day)
    )


def tell_completeness(programme: Programme, period: Period) -> Completeness:
    """Tell who has reported for a period (tình hình nộp báo cáo); see `Programme.completeness`."""
    reports = [
        report
        for report in programme.reports
        if report.period is not None
        and period.is_placed
        and (report.period.first_day, report.period.last_day) == (period.first_day, period.last_day)
    ]
    expected = list(
        dict.fromkeys([*directly_below(programme, period), *(report.organisation_id for report in reports)])
    )
    submitted = {report.organisation_id for report in reports if report.submitted_on is not None}
    dated = [
        (report.organisation_id, last_day(report.submitted_on) <= report.due_on)
        for report in reports
        if report.submitted_on is not None and report.due_on is not None
    ]
    on_time = {organisation for organisation, is_on_time in dated if is_on_time}
    late = {organisation for organisation, _ in dated} - on_time
    return Completeness(
        expected=tuple(expected),
        submitted=tuple(each for each in expected if each in submitted),
        on_time=tuple(each for each in expected if each in on_time),
        late=tuple(each for each in expected if each in late),
        missing=tuple(each for each in expected if each not in submitted),
    )
