"""Whether records of several files speak of one organisation (nhận ra cùng một tổ chức).

Of id, code of the unit and name two must agree, and nothing may speak against it: a name alone proves nothing (half of
all communes have a "Chi bộ thôn 1"), an id alone neither (clerks number from 1), nor a code (codes are reused).
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from lamtheobac.records.party_organisation import PartyOrganisation
from lamtheobac.records.references import spell_out
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from lamtheobac.records.body import Body
    from lamtheobac.values.dates import Period

__all__ = ["Told", "group_organisations", "may_overlap"]


class Told(NamedTuple):
    """A record as one source tells of it (bản ghi trong một tệp).

    Attributes:
        source: The number of the source.
        record: The organisation or body.
    """

    source: int
    record: PartyOrganisation | Body


def group_organisations(told: Iterable[Told]) -> list[list[Told]]:
    """Put together what speaks of one organisation (gộp các bản ghi cùng tổ chức).

    The groups depend on the records alone, in whatever order they come. Where a chain of likenesses would join what
    cannot be one (two organisations of one source, two codes, lives that never met), only what is alike in id, code,
    name and life is joined.

    >>> from lamtheobac.records import OrganisationKind
    >>> def commune(source, **fields):
    ...     return Told(source, PartyOrganisation(kind=OrganisationKind.COMMUNE, **fields))
    >>> first = commune(0, id="tc-1", name="Đảng bộ xã Bình Minh", unit_code="21085")
    >>> second = commune(1, id="tc-binh-minh", name="Đảng bộ xã Bình Minh", unit_code="21085")
    >>> other = commune(2, id="tc-1", name="Đảng bộ xã Bình An")
    >>> [[each.record.id for each in group] for group in group_organisations([first, second, other])]
    [['tc-1', 'tc-binh-minh'], ['tc-1']]
    """
    members = list(told)
    groups: list[list[Told]] = []
    for group in _linked(members):
        if _can_be_one(group):
            groups.append(group)
        else:
            strict: dict[Hashable, list[Told]] = defaultdict(list)
            for each in group:
                strict[_strict_key(each.record)].append(each)
            groups += strict.values()
    return groups


def _linked(told: list[Told]) -> Iterable[list[Told]]:
    """Join all that share a key, directly or by way of others."""
    above = list(range(len(told)))

    def top(place: int) -> int:
        while above[place] != place:
            above[place] = above[above[place]]
            place = above[place]
        return place

    first: dict[Hashable, int] = {}
    for place, each in enumerate(told):
        for key in _keys(each.record):
            above[top(place)] = top(first.setdefault(key, place))
    groups: dict[int, list[Told]] = defaultdict(list)
    for place, each in enumerate(told):
        groups[top(place)].append(each)
    return groups.values()


def _code(record: PartyOrganisation | Body) -> str:
    return record.unit_code if isinstance(record, PartyOrganisation) else ""


def _keys(record: PartyOrganisation | Body) -> Iterator[Hashable]:
    """Give what two records of one organisation may share: two of id, code and name."""
    name, code = search_key(record.name), _code(record)
    yield record.kind, record.id, "", name
    if code:
        yield record.kind, record.id, code, ""
        yield record.kind, "", code, name


def _strict_key(record: PartyOrganisation | Body) -> Hashable:
    life = None if record.life is None else spell_out(record.life)
    return record.id, _code(record), search_key(record.name), life


def _can_be_one(group: list[Told]) -> bool:
    """Tell whether nothing speaks against the whole group being one organisation."""
    codes = {_code(each.record) for each in group} - {""}
    ids: dict[int, str] = {}
    is_once = all(ids.setdefault(each.source, each.record.id) == each.record.id for each in group)
    return len(codes) <= 1 and is_once and may_overlap(each.record.life for each in group)


def may_overlap(lives: Iterable[Period | None]) -> bool:
    """Tell whether there may be a day in all of these spans; the unknown excludes nothing (có thể trùng thời gian).

    >>> from datetime import date
    >>> from lamtheobac.values import Period
    >>> old, new = Period(end=date(2025, 6, 30)), Period(start=date(2025, 7, 1))
    >>> may_overlap([old, None]), may_overlap([old, new])
    (True, False)
    """
    known: list[Any] = [life for life in lives if life is not None]
    starts = [life.first_day for life in known if life.first_day is not None]
    ends = [life.last_day for life in known if life.last_day is not None]
    return not starts or not ends or max(starts) <= min(ends)
