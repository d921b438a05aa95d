"""How far below the Centre something stands (thứ bậc)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.party_organisation import OrganisationKind
from lamtheobac.records.practice_model import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.records.programme import Programme

__all__ = ["RANKS", "level_of", "organisation_kind_of", "rank_of"]

RANKS: Final[Mapping[OrganisationKind, int]] = {
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


def organisation_kind_of(programme: Programme, record_id: str | None) -> OrganisationKind | None:
    """Find of what kind an organisation is, or the one that a body belongs to (loại tổ chức).

    >>> from lamtheobac.records import Body, BodyKind, PartyOrganisation, Programme
    >>> district = PartyOrganisation(id="tc", name="Đảng bộ huyện", kind=OrganisationKind.DISTRICT)
    >>> office = Body(id="cq", name="Ban Tuyên giáo", kind=BodyKind.ADVISORY, host_id="tc")
    >>> programme = Programme(name="Bình Sơn").put(district, office)
    >>> str(organisation_kind_of(programme, "cq")), organisation_kind_of(programme, "x")
    ('district', None)
    """
    passed: set[str] = set()
    here = record_id
    while here is not None and here not in passed:
        organisation = programme.organisations.get(here)
        if organisation is not None:
            return organisation.kind
        passed.add(here)
        body = programme.bodies.get(here)
        here = None if body is None else body.host_id
    return None


def rank_of(programme: Programme, record_id: str | None) -> int | None:
    """Tell how far below the Centre an organisation or body stands; None where it is not known (thứ bậc).

    >>> from lamtheobac.records import PartyOrganisation, Programme
    >>> district = PartyOrganisation(id="tc", name="Đảng bộ huyện", kind=OrganisationKind.DISTRICT)
    >>> rank_of(Programme(name="Bình Sơn").put(district), "tc")
    2
    """
    kind = organisation_kind_of(programme, record_id)
    return None if kind is None else RANKS[kind]


_LEVELS: Final[Mapping[int, Level]] = {
    0: Level.CENTRAL,
    1: Level.PROVINCE,
    2: Level.DISTRICT,
    3: Level.COMMUNE,
    4: Level.GRASSROOTS,
    6: Level.CELL,
}


def level_of(programme: Programme, record_id: str | None) -> Level | None:
    """Tell at which level an organisation or body stands; None where it is not known, or has none of its own (cấp).

    >>> from lamtheobac.records import PartyOrganisation, Programme
    >>> commune = PartyOrganisation(id="tc", name="Đảng bộ xã", kind=OrganisationKind.COMMUNE)
    >>> print(level_of(Programme(name="Bình Sơn").put(commune), "tc"), level_of(Programme(name="Bình Sơn"), "tc"))
    commune None
    """
    rank = rank_of(programme, record_id)
    return None if rank is None else _LEVELS.get(rank)
