"""How long organisations live, one under the other (quy tắc về tổ chức)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.rules.finding import Found, Rule, Severity
from lamtheobac.rules.times import say_day
from lamtheobac.values.dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lamtheobac.records.party_organisation import PartyOrganisation
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import Period

__all__ = ["RULES"]


def _lives(programme: Programme) -> Iterator[tuple[PartyOrganisation, Period, PartyOrganisation, Period]]:
    """Pair every organisation with the one above it, where something is known of the lives of both."""
    for child in programme.organisations:
        parent = None if child.parent_id is None else programme.organisations.get(child.parent_id)
        if parent is not None and child.life is not None and parent.life is not None:
            yield child, child.life, parent, parent.life


def _begins_before_parent(programme: Programme) -> Iterable[Found]:
    """Find organisations founded before the one above them.

    A day that is not known says nothing, and a year or a month is before a day only with all its days. A parent
    that took over from another, as the successions say, may well be younger: its cells were there before it.
    """
    heirs = {new for succession in programme.successions for new in succession.new_ids}
    for child, life, parent, frame in _lives(programme):
        if life.start is None or frame.start is None or parent.id in heirs:
            continue
        if last_day(life.start) < first_day(frame.start):
            own, other = say_day(life.start), say_day(frame.start)
            yield Found(
                path=("organisations", child.id, "life"),
                stated=own,
                recomputed=other,
                values={"day": own, "bound": other},
            )


def _outlives_parent(programme: Programme) -> Iterable[Found]:
    """Find organisations that end after the one above them.

    An open or unknown end says nothing. Where the successions say who took over from the parent, the child went on
    under that one.
    """
    followed = {
        old for succession in programme.successions if succession.new_ids for old in succession.old_ids
    }
    for child, life, parent, frame in _lives(programme):
        if life.end is None or frame.end is None or parent.id in followed:
            continue
        if first_day(life.end) > last_day(frame.end):
            own, other = say_day(life.end), say_day(frame.end)
            yield Found(
                path=("organisations", child.id, "life"),
                stated=own,
                recomputed=other,
                values={"day": own, "bound": other},
            )


RULES: Final = (
    Rule(code="organisation/begins-before-parent", severity=Severity.WARNING, check=_begins_before_parent),
    Rule(code="organisation/outlives-parent", severity=Severity.WARNING, check=_outlives_parent),
)
