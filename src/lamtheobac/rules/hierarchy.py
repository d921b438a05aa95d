"""Which kinds of organisations there are on a day, and which stand under which (quy tắc về hệ thống tổ chức)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from lamtheobac.rules.finding import ByLaw, Found, Rule, Severity
from lamtheobac.rules.provisions import provisions_between
from lamtheobac.rules.times import Days, days_of_period, say_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lamtheobac.errors import Path
    from lamtheobac.law import Law, Provision
    from lamtheobac.records.party_organisation import OrganisationKind, PartyOrganisation
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


def _ended_kind(law: Law, kind: OrganisationKind, day: date) -> Provision[Any] | None:
    """Find when a kind ended, if it is gone by a day; a kind that may still be there, or not yet, is not given."""
    rows = law.tables["organisation_kinds"].get((kind.value,), ())
    if not rows or any(row.end is None or row.end >= day for row in rows):
        return None
    ended_by = law.documents.get(rows[-1].details.get("ended_by", ""))
    return rows[-1] if ended_by is None else attrs.evolve(rows[-1], document=ended_by.document, article="")


def _gone(law: Law, path: Path, kind: OrganisationKind, day: date | None) -> Iterator[Found]:
    """Tell of a kind that is gone by a day."""
    ended = None if day is None else _ended_kind(law, kind, day)
    if ended is not None and ended.end is not None:
        values = {"day": say_day(day), "end": say_day(ended.end)}
        yield Found(
            path=path,
            stated=values["day"],
            recomputed=values["end"],
            on=day,
            source=ended,
            values={**values, "kind": kind},
        )


def _kind_is_gone(programme: Programme, law: Law) -> Iterable[Found]:
    """Find organisations of a kind that no longer exists, founded or still there after its end."""
    for each in programme.organisations:
        first, last = days_of_period(each.life)
        yield from _gone(
            law, ("organisations", each.id, "life"), each.kind, last if last is not None else first
        )


def _dialogue_of_a_kind_gone(programme: Programme, law: Law) -> Iterable[Found]:
    """Find dialogues held by the office of an organisation of a kind that no longer exists."""
    for dialogue in programme.dialogues:
        first, _ = days_of_period(dialogue.period)
        for place, holder in enumerate(dialogue.held_by):
            organisation = programme.organisations.get(holder.organisation_id)
            if organisation is not None:
                yield from _gone(law, ("dialogues", dialogue.id, "held_by", place), organisation.kind, first)


def _shared(child: PartyOrganisation, parent: PartyOrganisation) -> Days:
    """Give the days on which both may have been there; an end that is not known is open."""
    lives = (days_of_period(child.life), days_of_period(parent.life))
    firsts = [first for first, _ in lives if first is not None]
    lasts = [last for _, last in lives if last is not None]
    return max(firsts, default=None), min(lasts, default=None)


def _parent_not_allowed(programme: Programme, law: Law) -> Iterable[Found]:
    """Find organisations under a kind that may not stand directly above theirs on any day they share.

    Lives that are not known may be of any day. A time that the tables do not reach is left alone, as are lives that
    have no day in common: other rules speak of those.
    """
    seen: dict[tuple[OrganisationKind, OrganisationKind, Days], Provision[Any] | None] = {}
    for child in programme.organisations:
        parent = programme.organisations.get(child.parent_id or "")
        if parent is None:
            continue
        days = _shared(child, parent)
        key = (child.kind, parent.kind, days)
        if key not in seen:
            seen[key] = _law_against(law, *key)
        source = seen[key]
        if source is not None:
            yield Found(
                path=("organisations", child.id, "parent_id"),
                stated=parent.kind.label,
                on=days[1] or days[0],
                source=source,
                values={"kind": child.kind, "parent": parent.kind},
            )


def _law_against(
    law: Law, kind: OrganisationKind, parent: OrganisationKind, days: Days
) -> Provision[Any] | None:
    """Give the law by which one kind may not stand under another on any of some days; None where it may."""
    first, last = days
    if first is not None and last is not None and first > last:
        return None
    if any(provisions_between(law, days, "allowed_parents", kind.value, parent.value)):
        return None
    of_child = list(provisions_between(law, days, "organisation_kinds", kind.value))
    return of_child[-1] if of_child else None


RULES: Final = (
    Rule(
        code="organisation/kind-is-gone",
        severity=Severity.ERROR,
        rests_on=(("organisation_kinds",),),
        check=ByLaw(_kind_is_gone),
    ),
    Rule(
        code="organisation/parent-not-allowed",
        severity=Severity.ERROR,
        rests_on=(("allowed_parents",), ("organisation_kinds",)),
        check=ByLaw(_parent_not_allowed),
    ),
    Rule(
        code="dialogue/held-by-a-kind-gone",
        severity=Severity.ERROR,
        rests_on=(("organisation_kinds",),),
        check=ByLaw(_dialogue_of_a_kind_gone),
    ),
)
