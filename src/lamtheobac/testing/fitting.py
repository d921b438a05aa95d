"""What fits which field: what an id may name, what a figure counts, what a kind is called (trường và nội dung)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lamtheobac.records import Body, Outcome, PartyOrganisation, PracticeModel, Statement
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.testing.words import BODIES, MEASURED, MODELS, ORGANISATIONS, OUTCOMES
from lamtheobac.values import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["COUNTS_OF_KIND", "NAMES_OF_KIND", "PREFIXES", "TARGETS", "UNITS_OF_FIELD"]

PREFIXES: Final[Mapping[str, str]] = dict(
    zip(
        COLLECTIONS,
        ("tc", "cq", "kt", "cd", "ng", "bc", "tg", "mh", "hd", "dg", "kq", "dt", "kh", "nd", "sl"),
        strict=True,
    )
)
"""How readable ids begin, by collection."""

_ORGANISATIONS: Final = ("organisations",)
_WHOEVER: Final = ("organisations", "bodies")
TARGETS: Final[Mapping[str, tuple[str, ...]]] = {
    "parent_id": _ORGANISATIONS,
    "organisation_id": _ORGANISATIONS,
    "old_ids": _ORGANISATIONS,
    "new_ids": _ORGANISATIONS,
    "host_id": _WHOEVER,
    "issuer_id": _WHOEVER,
    "by_id": _WHOEVER,
    "lead_id": _WHOEVER,
    "participant_ids": _WHOEVER,
    "organisation_ids": _WHOEVER,
    "raised_by_id": _WHOEVER,
    "given_by_id": (*_WHOEVER, "persons"),
    "recipient_ids": (*_WHOEVER, "persons"),
    "report_id": ("reports",),
    "model_id": ("models",),
    "to_id": ("models", "activities", "bodies"),
    "about_id": ("models", "activities", "organisations"),
    "about_ids": ("dialogues", "contributions", "outcomes", "participations", "awards"),
    "Participation.of_id": ("themes", "models", "organisations"),
    "Outcome.of_id": ("models", "activities", "contributions"),
}
"""What an id may name, by class and field or by field alone; any other may name anything."""

_CASES: Final = (Unit.CASE, Unit.ITEM)
UNITS_OF_FIELD: Final[Mapping[str, tuple[Unit, ...]]] = {
    "Award.collectives": (Unit.COLLECTIVE, Unit.ORGANISATION),
    "Award.individuals": (Unit.PERSON,),
    "Award.households": (Unit.HOUSEHOLD,),
    "Award.recipients": (Unit.PERSON, Unit.COLLECTIVE, Unit.ITEM),
    "Beneficiaries.count": (Unit.PERSON, Unit.HOUSEHOLD, Unit.PERSON_TURN),
    "Contribution.gift": tuple(unit for unit in Unit if unit is not Unit.PERCENT),
    "Dialogue.citizens": (Unit.PERSON, Unit.PERSON_TURN),
    "Dialogue.received": _CASES,
    "Dialogue.instructed": _CASES,
    "Dialogue.resolved": _CASES,
    "Dialogue.meetings": (Unit.MEETING, Unit.TIME, Unit.ITEM),
    "Participation.count": (Unit.PERCENT, Unit.PERSON, Unit.ORGANISATION, Unit.HOUSEHOLD),
}
"""What a figure counts, by class and field; any other counts anything."""

NAMES_OF_KIND: Final[Mapping[type, tuple[str, Mapping[Any, tuple[str, ...]]]]] = {
    PartyOrganisation: ("kind", ORGANISATIONS),
    Body: ("kind", BODIES),
    PracticeModel: ("field", MODELS),
}
"""By which field a record is named, and how."""

COUNTS_OF_KIND: Final[Mapping[type, tuple[str, Mapping[Any, tuple[Unit, ...]]]]] = {
    Outcome: ("kind", OUTCOMES),
    Statement: ("measure", MEASURED),
}
"""By which field it goes what a record counts, and in which units."""
