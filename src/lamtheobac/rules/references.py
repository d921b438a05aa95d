"""What records say of each other must be there (quy tắc về tham chiếu)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.references import references
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.rules.ranks import RANKS

if TYPE_CHECKING:
    from collections.abc import Iterable

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


def _upside_down(programme: Programme) -> Iterable[Found]:
    """Find organisations under one of a lower kind: no law of any date put a province under a cell."""
    for organisation in programme.organisations:
        parent = programme.organisations.get(organisation.parent_id or "")
        if parent is not None and RANKS[organisation.kind] < RANKS[parent.kind]:
            yield Found(path=("organisations", organisation.id, "parent_id"))


RULES: Final = (
    Rule(code="reference/missing", severity=Severity.ERROR, missing=Missing.FOUND, check=_missing),
    Rule(code="tree/cycle", severity=Severity.ERROR, check=_cycles),
    Rule(code="tree/upside-down", severity=Severity.ERROR, check=_upside_down),
)
