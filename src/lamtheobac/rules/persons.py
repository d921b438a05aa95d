"""People: on what ground their names are kept, and persons are no person-turns (quy tắc về người, lượt người)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from lamtheobac.rules.amounts import say
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_OTHER: Final = {Unit.PERSON: Unit.PERSON_TURN, Unit.PERSON_TURN: Unit.PERSON}
_FIGURES: Final = (
    ("dialogues", "citizens"),
    ("outcomes", "figure"),
    ("participations", "count"),
    ("contributions", "gift"),
)


def _persons_and_turns(programme: Programme) -> Iterable[Found]:
    """Find totals of persons that sum up records of person-turns, or the other way round.

    One person may come several times. Only the records that the total names are looked at; one that does not say
    how many there were says nothing.
    """
    units: dict[str, Unit] = {}
    for collection, name in _FIGURES:
        for record in getattr(programme, collection):
            figure = getattr(record, name)
            if figure is not None and figure.unit in _OTHER:
                units[record.id] = figure.unit
    for statement in programme.statements:
        total = statement.figure
        other = _OTHER.get(total.unit)
        count = sum(units.get(each) is other for each in statement.about_ids)
        if other is not None and count:
            yield Found(
                path=("statements", statement.id, "figure"),
                stated=say(total),
                values={"stated": say(total), "count": count},
            )


def _named_without_ground(programme: Programme) -> Iterable[Found]:
    """Find names kept without the consent of the person and without a public decision that names them.

    Names are held today, whatever day the records are of.
    """
    for person in programme.persons:
        if not person.consent and person.decision is None:
            yield Found(path=("persons", person.id))


RULES: Final = (
    Rule(code="total/persons-and-turns", severity=Severity.WARNING, check=_persons_and_turns),
    Rule(
        code="person/named-without-ground",
        severity=Severity.WARNING,
        missing=Missing.FOUND,
        check=_named_without_ground,
        start=date(2026, 1, 1),
        document="Luật Bảo vệ dữ liệu cá nhân 2025",
        article="Điều 19",
    ),
)
