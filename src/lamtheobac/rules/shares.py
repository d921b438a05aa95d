"""Percentages without what they are percentages of (quy tắc về cơ sở của tỷ lệ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.participation import Subjects
from lamtheobac.records.statement import Measure
from lamtheobac.rules.amounts import say
from lamtheobac.rules.coverage import is_fraction
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from lamtheobac.records.programme import Programme
    from lamtheobac.values.figure import Figure

__all__ = ["RULES"]


def _without_base(programme: Programme) -> Iterable[Found]:
    """Note percentages that nobody can recompute: neither a count nor a whole is in the records.

    100% is no exception: it says that there was a whole. A participation rests on a fraction of the same subjects,
    on a count of the same doing, on the participants of its model or the members of its organisation; a statement on
    any count in the records it speaks of. The share of cases resolved has a rule of its own.
    """
    listed: set[str] = {each.id for each in programme.models if each.participant_ids}
    members: set[str] = {each.id for each in programme.organisations if each.official_members is not None}
    bases: set[Hashable] = {(each, Subjects.ORGANISATIONS) for each in listed}
    bases |= {(each, Subjects.MEMBERS) for each in members}
    counted = listed | members | _counted_ids(programme)
    for each in programme.participations:
        if each.count is not None and each.count.unit is not Unit.PERCENT:
            is_whole = is_fraction(each.count)
            bases.add((each.of_id, each.subjects) if is_whole else (each.of_id, each.subjects, each.kind))
            counted |= {each.id} if each.of_id is None else {each.id, each.of_id}
    for each in programme.participations:
        keys = {(each.of_id, each.subjects), (each.of_id, each.subjects, each.kind)}
        if each.count is not None and each.count.unit is Unit.PERCENT and bases.isdisjoint(keys):
            yield _found(("participations", each.id, "count"), each.count)
    for statement in programme.statements:
        is_bare = statement.figure.unit is Unit.PERCENT and counted.isdisjoint(statement.about_ids)
        if is_bare and statement.measure is not Measure.CASES_RESOLVED_RATE:
            yield _found(("statements", statement.id, "figure"), statement.figure)


def _found(path: tuple[str, ...], share: Figure) -> Found:
    return Found(path=path, stated=say(share), values={"stated": say(share)})


_FIGURES: Final[Mapping[str, tuple[str, ...]]] = {
    "contributions": ("gift",),
    "outcomes": ("figure",),
    "dialogues": ("citizens", "received", "instructed", "resolved"),
    "awards": ("collectives", "individuals", "households", "recipients"),
}
"""Where records count, besides the participations."""


def _counted_ids(programme: Programme) -> set[str]:
    """Find the records that count something themselves."""
    return {
        record.id
        for collection, names in _FIGURES.items()
        for record in getattr(programme, collection)
        if any(_is_count(getattr(record, name)) for name in names)
    }


def _is_count(figure: Figure | None) -> bool:
    return figure is not None and figure.unit is not Unit.PERCENT


RULES: Final = (
    Rule(code="share/without-base", severity=Severity.INFO, missing=Missing.FOUND, check=_without_base),
)
