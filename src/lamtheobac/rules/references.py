"""What records say of each other must be there (quy tắc về tham chiếu)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.party_organisation import OrganisationKind
from lamtheobac.records.references import references
from lamtheobac.rules.finding import Found, Missing, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


def _missing(programme: Programme) -> Iterable[Found]:
    """Find ids that no record has."""
    known = {record.id for record in programme.records()}
    if programme.committee_id is not None and programme.committee_id not in known:
        yield Found(path=("committee_id",))
    for collection in COLLECTIONS:
        for record in getattr(programme, collection):
            for path, named in references(record, collection, record.id):
                if named not in known:
                    yield Found(path=path)


def _cycles(programme: Programme) -> Iterable[Found]:
    """Find organisations that stand under themselves, each ring once."""
    parents: dict[str, str | None] = {each.id: each.parent_id for each in programme.organisations}
    done: set[str] = set()
    for first in parents:
        walked: dict[str, int] = {}
        here: str | None = first
        while here is not None and here in parents and here not in done and here not in walked:
            walked[here] = len(walked)
            here = parents[here]
        if here in walked:
            ring = [each for each, place in walked.items() if place >= walked[here]]
            yield Found(path=("organisations", min(ring), "parent_id"), values={"length": len(ring)})
        done.update(walked)


_RANKS: Final[Mapping[OrganisationKind, int]] = {
    OrganisationKind.CENTRAL: 0,
    OrganisationKind.PROVINCIAL: 1,
    OrganisationKind.MILITARY: 1,
    OrganisationKind.POLICE: 1,
    OrganisationKind.BLOC_CENTRAL: 1,
    OrganisationKind.BLOC_PROVINCIAL: 2,
    OrganisationKind.PROVINCIAL_PARTY_AGENCIES: 2,
    OrganisationKind.PROVINCIAL_GOVERNMENT: 2,
    OrganisationKind.DISTRICT: 2,
    OrganisationKind.COMMUNE: 3,
    OrganisationKind.GRASSROOTS: 4,
    OrganisationKind.GRASSROOTS_CELL: 4,
    OrganisationKind.SECTIONAL: 5,
    OrganisationKind.CELL: 6,
    OrganisationKind.GROUP: 7,
}
"""How far below the Centre a kind stands at every date; which may stand directly under which changes by law."""


def _upside_down(programme: Programme) -> Iterable[Found]:
    """Find organisations under one of a lower kind: no law of any date put a province under a cell."""
    for organisation in programme.organisations:
        parent = programme.organisations.get(organisation.parent_id or "")
        if parent is not None and _RANKS[organisation.kind] < _RANKS[parent.kind]:
            yield Found(path=("organisations", organisation.id, "parent_id"))


RULES: Final = (
    Rule(code="reference/missing", severity=Severity.ERROR, missing=Missing.FOUND, check=_missing),
    Rule(code="tree/cycle", severity=Severity.ERROR, check=_cycles),
    Rule(code="tree/upside-down", severity=Severity.ERROR, check=_upside_down),
)
