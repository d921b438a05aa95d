"""Persons and person-turns, which are never added (quy tắc về người và lượt người)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.rules.amounts import say
from lamtheobac.rules.finding import Found, Rule, Severity
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


RULES: Final = (Rule(code="total/persons-and-turns", severity=Severity.WARNING, check=_persons_and_turns),)
