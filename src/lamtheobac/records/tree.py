"""The tree of organisations as of a day (cây tổ chức)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lamtheobac.values.listing import show_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lamtheobac.records.party_organisation import PartyOrganisation

__all__ = ["Branch", "is_alive", "walk_below", "walk_tree"]


class Branch(NamedTuple):
    """An organisation at its place in the tree (nhánh).

    Attributes:
        depth: Levels above it; 0 at the top.
        organisation: The organisation.
    """

    depth: int
    organisation: PartyOrganisation

    def _repr_html_(self) -> str:
        return show_card(self)


def is_alive(organisation: PartyOrganisation, on: date | None) -> bool:
    """Tell whether an organisation existed on a day; an end that is not known excludes nothing (còn hoạt động).

    >>> from datetime import date
    >>> from lamtheobac.records import OrganisationKind, PartyOrganisation
    >>> from lamtheobac.values import Period
    >>> district = PartyOrganisation(
    ...     id="tc-binh-son", name="Đảng bộ huyện Bình Sơn", kind=OrganisationKind.DISTRICT,
    ...     life=Period(end=date(2025, 6, 30)))
    >>> is_alive(district, date(2025, 6, 30)), is_alive(district, date(2025, 7, 1)), is_alive(district, None)
    (True, False, True)
    """
    return on is None or organisation.life is None or organisation.life.covers(on) is not False


def walk_tree(organisations: Iterable[PartyOrganisation], on: date | None = None) -> Iterator[Branch]:
    """Go through the tree from the top, each organisation once, with its depth (duyệt cây).

    An organisation whose parent is not there, or has ended, stands at the top. A ring has no top: its members
    come last, at depth 0, so that nothing is lost. There is no recursion, however deep the tree.

    >>> from lamtheobac.records import OrganisationKind, PartyOrganisation
    >>> top = PartyOrganisation(id="a", name="Đảng bộ tỉnh", kind=OrganisationKind.PROVINCIAL)
    >>> below = PartyOrganisation(id="b", name="Đảng bộ xã", kind=OrganisationKind.COMMUNE, parent_id="a")
    >>> [(depth, each.name) for depth, each in walk_tree([below, top])]
    [(0, 'Đảng bộ tỉnh'), (1, 'Đảng bộ xã')]
    """
    alive = {each.id: each for each in organisations if is_alive(each, on)}
    children: dict[str | None, list[PartyOrganisation]] = {}
    for each in alive.values():
        parent = each.parent_id if each.parent_id in alive else None
        children.setdefault(parent, []).append(each)
    shown: set[str] = set()
    for top in (*children.get(None, []), *alive.values()):
        waiting = [(0, top)]
        while waiting:
            depth, each = waiting.pop()
            if each.id not in shown:
                shown.add(each.id)
                yield Branch(depth, each)
                waiting += [(depth + 1, child) for child in reversed(children.get(each.id, []))]


def walk_below(organisations: Iterable[PartyOrganisation], top: str | None) -> Iterator[PartyOrganisation]:
    """Go through the organisations below one, at any depth; through all where none is named (các tổ chức cấp dưới).

    >>> from lamtheobac.records import OrganisationKind, PartyOrganisation
    >>> above = PartyOrganisation(id="a", name="Đảng bộ tỉnh", kind=OrganisationKind.PROVINCIAL)
    >>> below = PartyOrganisation(id="b", name="Đảng bộ xã", kind=OrganisationKind.COMMUNE, parent_id="a")
    >>> [each.id for each in walk_below([above, below], "a")], len(list(walk_below([above, below], None)))
    (['b'], 2)
    """
    everybody = {each.id: each for each in organisations}
    if top is None:
        yield from (each for _, each in walk_tree(everybody.values()))
    if top not in everybody:
        return
    children: dict[str | None, list[PartyOrganisation]] = {}
    for each in everybody.values():
        children.setdefault(each.parent_id, []).append(each)
    # Whoever stands at the top is not below itself, in a ring either.
    shown = {top}
    waiting = children.get(top, [])[::-1]
    while waiting:
        each = waiting.pop()
        if each.id not in shown:
            shown.add(each.id)
            yield each
            waiting += reversed(children.get(each.id, []))
