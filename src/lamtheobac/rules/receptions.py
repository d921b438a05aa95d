"""Days on which the head of a committee receives citizens (quy tắc về ngày tiếp dân)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.dialogue import HolderRole
from lamtheobac.records.party_organisation import OrganisationKind
from lamtheobac.rules.amounts import count_span
from lamtheobac.rules.finding import ByLaw, Found, Rule, Severity
from lamtheobac.rules.provisions import provision_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from lamtheobac.law import Law
    from lamtheobac.records.dialogue import Dialogue
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_THRESHOLDS: Final[Mapping[OrganisationKind, str]] = {
    OrganisationKind.PROVINCIAL: "reception_days_province_least",
    OrganisationKind.DISTRICT: "reception_days_district_least",
    OrganisationKind.COMMUNE: "reception_days_commune_least",
}


def _whole_months(first: date, last: date) -> int:
    """Count the months that lie wholly between two days, both included.

    A month that is only begun may have its days still to come.
    """
    begun = (first.year * 12 + first.month) + (first.day > 1)
    after = last.toordinal() + 1
    following = last.fromordinal(after)
    return max(0, following.year * 12 + following.month - begun)


def _held_alone_by(programme: Programme, dialogue: Dialogue) -> OrganisationKind | None:
    """Find the kind of the one organisation whose secretary held a dialogue; several share their days."""
    if len(dialogue.held_by) != 1 or dialogue.held_by[0].role is not HolderRole.SECRETARY:
        return None
    organisation = programme.organisations.get(dialogue.held_by[0].organisation_id)
    return None if organisation is None else organisation.kind


def _too_few_days(programme: Programme, law: Law) -> Iterable[Found]:
    """Find secretaries who received citizens on fewer days than the regulation asks for, over whole months.

    The record must say how often, and between which days. Meetings may be irregular ones, and a record may be of some
    only: so this is a warning. The law is that of the first day; a month of another law is none of its months.
    """
    for dialogue in programme.dialogues:
        period, meetings = dialogue.period, dialogue.meetings
        kind = _held_alone_by(programme, dialogue)
        if period is None or meetings is None or kind is None:
            continue
        first, last, most = period.first_day, period.last_day, count_span(meetings).high
        if first is None or last is None or most is None or kind not in _THRESHOLDS:
            continue
        source = provision_on(law, first, "thresholds", _THRESHOLDS[kind])
        if source is None:
            continue
        months = _whole_months(first, last if source.end is None else min(last, source.end))
        wanted = months * int(source.value)
        if most < wanted:
            values = {"held": int(most), "wanted": wanted, "months": months, "each": int(source.value)}
            yield Found(
                path=("dialogues", dialogue.id, "meetings"),
                stated=str(int(most)),
                recomputed=str(wanted),
                on=first,
                source=source,
                values=values,
            )


RULES: Final = (
    Rule(
        code="dialogue/too-few-reception-days",
        severity=Severity.WARNING,
        rests_on=tuple(("thresholds", name) for name in _THRESHOLDS.values()),
        check=ByLaw(_too_few_days),
    ),
)
