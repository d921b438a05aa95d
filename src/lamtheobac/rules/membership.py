"""How many members an organisation and its committee have, against the Statute (quy tắc về số lượng đảng viên).

A count is of the last day of the organisation, or of the programme where that goes on; where neither is known, today's
law is taken. Official members are what the Statute asks for where it says so; elsewhere all members count.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lamtheobac.law import Tier
from lamtheobac.records.party_organisation import OrganisationKind
from lamtheobac.rules.finding import ByLaw, Found, Missing, Rule, Severity
from lamtheobac.rules.provisions import provision_on
from lamtheobac.rules.times import days_of_period
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from lamtheobac.law import Law, Provision
    from lamtheobac.records.party_organisation import PartyOrganisation
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_CELLS: Final = (OrganisationKind.CELL, OrganisationKind.GRASSROOTS_CELL)


class _Counted(NamedTuple):
    """An organisation, the day its counts are of, and what the law sets for it then."""

    organisation: PartyOrganisation
    day: date | None
    limit: Provision[Any]


def _counted(programme: Programme, law: Law, threshold: str) -> Iterator[_Counted]:
    """Go through the organisations with what the law sets on the day their counts are of."""
    known: dict[date | None, Provision[Any] | None] = {}
    otherwise = days_of_period(programme.period)[1]
    for each in programme.organisations:
        day = days_of_period(each.life)[1] or otherwise
        if day not in known:
            known[day] = provision_on(law, day, "thresholds", threshold)
        limit = known[day]
        if limit is not None:
            yield _Counted(each, day, limit)


def _tier(law: Law, counted: _Counted) -> Tier | None:
    """Tell where an organisation stands on the day its counts are of."""
    found = provision_on(law, counted.day, "organisation_kinds", counted.organisation.kind.value)
    tier: Tier | None = None if found is None else found.value
    return tier


def _members(organisation: PartyOrganisation) -> int | None:
    """Count all members; None where either kind of them is not given."""
    official, probationary = organisation.official_members, organisation.probationary_members
    return None if official is None or probationary is None else official + probationary


def _found(counted: _Counted, field: str, count: int) -> Found:
    limit = int(counted.limit.value)
    return Found(
        path=("organisations", counted.organisation.id, field),
        stated=str(count),
        recomputed=str(limit),
        on=counted.day,
        source=counted.limit,
        values={"count": count, "limit": limit},
    )


def _too_few_official(programme: Programme, law: Law) -> Iterable[Found]:
    """Find cells and grassroots organisations with fewer official members than an organisation needs."""
    for counted in _counted(programme, law, "official_members_least"):
        members = counted.organisation.official_members
        if members is not None and members < counted.limit.value and _tier(law, counted) in _SMALLEST:
            yield _found(counted, "official_members", members)


_SMALLEST: Final = (Tier.GRASSROOTS, Tier.CELL)


def _too_few_for_grassroots(programme: Programme, law: Law) -> Iterable[Found]:
    """Find grassroots organisations that are no cells with too few members, and no agreement on record.

    All members count, official and probationary: where one of the two is not given nothing is said.
    """
    for counted in _counted(programme, law, "grassroots_organisation_members_least"):
        organisation, members = counted.organisation, _members(counted.organisation)
        is_small = members is not None and members < counted.limit.value
        is_cell = organisation.kind is OrganisationKind.GRASSROOTS_CELL
        if (
            is_small
            and not is_cell
            and organisation.approval is None
            and _tier(law, counted) is Tier.GRASSROOTS
        ):
            yield _found(counted, "kind", members or 0)


def _too_many_for_grassroots_cell(programme: Programme, law: Law) -> Iterable[Found]:
    """Find grassroots cells with as many members as make a grassroots organisation.

    Official members alone may be enough to tell: those on probation only add to them.
    """
    for counted in _counted(programme, law, "grassroots_organisation_members_least"):
        organisation = counted.organisation
        members = _least(organisation)
        is_cell = organisation.kind is OrganisationKind.GRASSROOTS_CELL
        if is_cell and members >= counted.limit.value and organisation.approval is None:
            yield _found(counted, "kind", members)


def _large_cell(programme: Programme, law: Law) -> Iterable[Found]:
    """Find cells under a grassroots committee with more members than need no agreement, and none on record."""
    for counted in _counted(programme, law, "cell_members_most"):
        organisation = counted.organisation
        members = _least(organisation)
        is_cell = organisation.kind is OrganisationKind.CELL
        if is_cell and members > counted.limit.value and organisation.approval is None:
            yield _found(counted, "official_members", members)


def _least(organisation: PartyOrganisation) -> int:
    """Give the least number of members there can be."""
    return (organisation.official_members or 0) + (organisation.probationary_members or 0)


def _sectional(programme: Programme, law: Law) -> Iterable[Found]:
    """Find sectional organisations without the agreement of the committee above, which each of them needs."""
    for counted in _counted(programme, law, "cell_members_most"):
        organisation = counted.organisation
        if organisation.kind is OrganisationKind.SECTIONAL and organisation.approval is None:
            yield Found(
                path=("organisations", organisation.id, "approval"), on=counted.day, source=counted.limit
            )


def _committee_without_members(programme: Programme, law: Law) -> Iterable[Found]:
    """Find cells that have a committee though they have too few official members to elect one.

    A secretary and a deputy are no committee: only a third member makes one.
    """
    for counted in _counted(programme, law, "cell_committee_official_members_least"):
        organisation = counted.organisation
        members, size = organisation.official_members, organisation.committee_size
        if organisation.kind not in _CELLS or members is None or size is None:
            continue
        if size > 2 and members < counted.limit.value:
            yield _found(counted, "committee_size", members)


def _committee_too_large(programme: Programme, law: Law) -> Iterable[Found]:
    """Find cells whose committee has more members than it may."""
    for counted in _counted(programme, law, "cell_committee_members_most"):
        size = counted.organisation.committee_size
        if counted.organisation.kind in _CELLS and size is not None and size > counted.limit.value:
            yield _found(counted, "committee_size", size)


_BOARD: Final = search_key("Ban Thường vụ")
_BOARD_OF: Final = search_key("Ban Thường vụ Đảng ủy ")
"""A board of a union under the same host has another name."""


def _boards(programme: Programme) -> Mapping[str, list[date | None]]:
    """Give the last day of every standing board among the bodies by the organisation that has it."""
    found: dict[str, list[date | None]] = defaultdict(list)
    for body in programme.bodies:
        name = search_key(body.name)
        if body.host_id is not None and (name == _BOARD or name.startswith(_BOARD_OF)):
            found[body.host_id].append(days_of_period(body.life)[1])
    return found


def _board_of_small_committee(programme: Programme, law: Law) -> Iterable[Found]:
    """Find standing boards of grassroots committees with too few members to elect one.

    The board must still be there on the day that the members of the committee are of. That a larger committee has none
    on record says nothing.
    """
    boards = _boards(programme)
    for counted in _counted(programme, law, "standing_board_committee_members_least"):
        organisation, size = counted.organisation, counted.organisation.committee_size
        ends = boards.get(organisation.id, ())
        is_there = any(end is None or (counted.day is not None and counted.day <= end) for end in ends)
        if size is None or not is_there or organisation.kind in _CELLS:
            continue
        if size < counted.limit.value and _tier(law, counted) is Tier.GRASSROOTS:
            yield _found(counted, "committee_size", size)


RULES: Final = (
    Rule(
        code="organisation/too-few-official-members",
        severity=Severity.ERROR,
        rests_on=(("thresholds", "official_members_least"),),
        check=ByLaw(_too_few_official),
    ),
    Rule(
        code="organisation/too-few-for-grassroots-organisation",
        severity=Severity.WARNING,
        missing=Missing.FOUND,
        rests_on=(("thresholds", "grassroots_organisation_members_least"),),
        check=ByLaw(_too_few_for_grassroots),
    ),
    Rule(
        code="organisation/too-many-for-grassroots-cell",
        severity=Severity.WARNING,
        missing=Missing.BOUNDS,
        rests_on=(("thresholds", "grassroots_organisation_members_least"),),
        check=ByLaw(_too_many_for_grassroots_cell),
    ),
    Rule(
        code="organisation/large-cell-without-approval",
        severity=Severity.WARNING,
        missing=Missing.FOUND,
        rests_on=(("thresholds", "cell_members_most"),),
        check=ByLaw(_large_cell),
    ),
    Rule(
        code="organisation/sectional-without-approval",
        severity=Severity.WARNING,
        missing=Missing.FOUND,
        rests_on=(("thresholds", "cell_members_most"),),
        check=ByLaw(_sectional),
    ),
    Rule(
        code="organisation/committee-without-enough-members",
        severity=Severity.ERROR,
        rests_on=(("thresholds", "cell_committee_official_members_least"),),
        check=ByLaw(_committee_without_members),
    ),
    Rule(
        code="organisation/committee-too-large",
        severity=Severity.ERROR,
        rests_on=(("thresholds", "cell_committee_members_most"),),
        check=ByLaw(_committee_too_large),
    ),
    Rule(
        code="organisation/standing-board-of-small-committee",
        severity=Severity.WARNING,
        rests_on=(("thresholds", "standing_board_committee_members_least"),),
        check=ByLaw(_board_of_small_committee),
    ),
)
