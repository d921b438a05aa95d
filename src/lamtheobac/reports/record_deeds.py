"""What was done, by the kind of record that says so (việc làm theo loại bản ghi)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.contribution import Stage
from lamtheobac.records.outcome import OutcomeKind
from lamtheobac.records.participation import ParticipationKind
from lamtheobac.records.statement import Measure
from lamtheobac.reports.subject_words import Action

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "DEEDS_OF_DIALOGUE",
    "DEEDS_OF_MEASURE",
    "DEEDS_OF_OUTCOME",
    "DEEDS_OF_PARTICIPATION",
    "DEEDS_OF_STAGE",
]

DEEDS_OF_STAGE: Final[Mapping[Stage, frozenset[Action]]] = {
    Stage.PLEDGED: frozenset((Action.PLEDGED, Action.REGISTERED)),
    Stage.RECEIVED: frozenset((Action.RAISED,)),
    Stage.SPENT: frozenset((Action.SPENT, Action.HELPED, Action.GAVE)),
    Stage.VALUED: frozenset((Action.VALUED,)),
    Stage.UNSTATED: frozenset(),
}
"""What was done with a gift, by how far it came."""

DEEDS_OF_OUTCOME: Final[Mapping[OutcomeKind, frozenset[Action]]] = {
    OutcomeKind.HOUSES: frozenset((Action.BUILT, Action.REPAIRED)),
    OutcomeKind.HOUSES_NEW: frozenset((Action.BUILT,)),
    OutcomeKind.HOUSES_REPAIRED: frozenset((Action.REPAIRED,)),
    OutcomeKind.HOUSES_STARTED: frozenset((Action.STARTED,)),
    OutcomeKind.HELPED: frozenset((Action.HELPED, Action.GAVE)),
    OutcomeKind.EXAMINED: frozenset((Action.EXAMINED,)),
    OutcomeKind.WORKS: frozenset((Action.RAN, Action.BUILT)),
    OutcomeKind.LAND: frozenset((Action.GAVE_LAND,)),
    OutcomeKind.ROADS: frozenset((Action.BUILT, Action.REPAIRED)),
    OutcomeKind.PUBLISHED: frozenset((Action.PUBLISHED, Action.GAVE)),
    OutcomeKind.GIFTS: frozenset((Action.GAVE,)),
    OutcomeKind.OUT_OF_POVERTY: frozenset((Action.ESCAPED,)),
    OutcomeKind.GROUPS: frozenset((Action.FOUNDED,)),
    OutcomeKind.TAKING_PART: frozenset((Action.TOOK_PART,)),
    OutcomeKind.MODELS: frozenset((Action.RAN, Action.REGISTERED)),
    OutcomeKind.OTHER: frozenset(),
}
"""What was done, by what came of it."""

DEEDS_OF_PARTICIPATION: Final[Mapping[ParticipationKind, frozenset[Action]]] = {
    ParticipationKind.STUDIED: frozenset((Action.STUDIED,)),
    ParticipationKind.REGISTERED: frozenset((Action.REGISTERED,)),
    ParticipationKind.COMMITTED: frozenset((Action.COMMITTED,)),
    ParticipationKind.PLANNED: frozenset((Action.PLANNED,)),
    ParticipationKind.RUNS_MODEL: frozenset((Action.RAN,)),
    ParticipationKind.RATED: frozenset((Action.RATED,)),
}
"""What was done, by how somebody takes part."""

DEEDS_OF_MEASURE: Final[Mapping[Measure, frozenset[Action]]] = {
    Measure.CASES_RESOLVED_RATE: frozenset((Action.RESOLVED,)),
    Measure.COVERAGE: frozenset((Action.RAN,)),
    Measure.CONTRIBUTIONS_TOTAL: frozenset((Action.RAISED, Action.SPENT)),
    Measure.HOUSES_TOTAL: frozenset((Action.BUILT, Action.REPAIRED)),
    Measure.HOUSEHOLDS_TOTAL: frozenset((Action.HELPED,)),
    Measure.WORKS_TOTAL: frozenset((Action.RAN, Action.BUILT)),
    Measure.MODELS_TOTAL: frozenset((Action.RAN,)),
    Measure.AWARDS_TOTAL: frozenset((Action.HONOURED,)),
    Measure.CITIZENS_TOTAL: frozenset((Action.MET,)),
    Measure.CASES_TOTAL: frozenset((Action.TOOK_IN,)),
}
"""What was done, by what a derived figure measures."""

DEEDS_OF_DIALOGUE: Final[Mapping[str, frozenset[Action]]] = {
    "meetings": frozenset((Action.HELD, Action.MET)),
    "citizens": frozenset((Action.MET,)),
    "received": frozenset((Action.TOOK_IN,)),
    "instructed": frozenset((Action.RESOLVED,)),
    "resolved": frozenset((Action.RESOLVED,)),
}
"""What was done, by what is counted of a dialogue."""
