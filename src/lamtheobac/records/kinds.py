"""The kinds of records that a programme holds, in the order of its files (các loại bản ghi)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.activity import Activity
from lamtheobac.records.award import Award
from lamtheobac.records.body import Body
from lamtheobac.records.contribution import Contribution
from lamtheobac.records.dialogue import Dialogue
from lamtheobac.records.observation import Observation
from lamtheobac.records.outcome import Outcome
from lamtheobac.records.participation import Participation
from lamtheobac.records.party_organisation import PartyOrganisation
from lamtheobac.records.person import Person
from lamtheobac.records.practice_model import PracticeModel
from lamtheobac.records.report import Report
from lamtheobac.records.statement import Statement
from lamtheobac.records.succession import Succession
from lamtheobac.records.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["COLLECTIONS", "Record"]

Record = (
    PartyOrganisation
    | Body
    | Succession
    | Theme
    | Person
    | Report
    | Participation
    | PracticeModel
    | Activity
    | Contribution
    | Outcome
    | Dialogue
    | Award
    | Observation
    | Statement
)
"""Any record of a programme (bản ghi)."""

COLLECTIONS: Final[Mapping[str, type[Record]]] = {
    "organisations": PartyOrganisation,
    "bodies": Body,
    "successions": Succession,
    "themes": Theme,
    "persons": Person,
    "reports": Report,
    "participations": Participation,
    "models": PracticeModel,
    "activities": Activity,
    "contributions": Contribution,
    "outcomes": Outcome,
    "dialogues": Dialogue,
    "awards": Award,
    "observations": Observation,
    "statements": Statement,
}
"""The collections of a programme, in the order of files (các sổ)."""
