"""Figures that the records give without holding them: members, shares of cases (số liệu suy ra từ sổ)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lamtheobac.records.statement import Measure, Statement
from lamtheobac.rules.amounts import is_counted
from lamtheobac.values.figure import Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from lamtheobac.records.dialogue import Dialogue
    from lamtheobac.records.party_organisation import PartyOrganisation
    from lamtheobac.records.programme import Programme

__all__ = ["count_members", "is_recomputed", "share_of_cases"]


def count_members(organisation: PartyOrganisation) -> Figure | None:
    """Give the members of a Party organisation, on probation or not (số đảng viên)."""
    official, probationary = organisation.official_members, organisation.probationary_members
    if official is None:
        return None
    return Figure.of(official + (probationary or 0), Unit.PERSON, noun="đảng viên")


def is_recomputed(programme: Programme, statement: Statement) -> bool:
    """Tell whether the records give what a statement derives: their counts decide then (có tính lại được không)."""
    if statement.measure is not Measure.CASES_RESOLVED_RATE:
        return False
    about = [programme.dialogues.get(each) for each in statement.about_ids]
    return any(each is not None and share_of_cases(each) is not None for each in about)


def share_of_cases(dialogue: Dialogue) -> Figure | None:
    """Give the share of cases resolved: of those received, or else of the citizens met (tỷ lệ giải quyết).

    A reader of the report divides by the citizens too, though one may bring several cases.
    """
    done = dialogue.done
    whole = dialogue.received if dialogue.received is not None else dialogue.citizens
    if not (is_counted(done) and is_counted(whole)) or done.out_of is not None or whole.out_of is not None:
        return None
    if done.value is None or not whole.value or done.value > whole.value:
        return None
    return Figure.share(int(done.value), out_of=int(whole.value), unit=Unit.CASE)
