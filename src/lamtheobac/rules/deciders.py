"""Who decides on an organisation: the committee directly above it (quy tắc về thẩm quyền lập, giải thể tổ chức đảng).

A document names its issuer in words. "Ban Thường vụ Huyện ủy Bình Sơn" means the organisation that the records call
"Đảng bộ huyện Bình Sơn"; an issuer that is none of theirs, such as the National Assembly, says nothing. A name is no
key: where several organisations have it, one of them is enough.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.errors import ReadError
from lamtheobac.law import organisation_name
from lamtheobac.records.party_organisation import OrganisationKind
from lamtheobac.rules.finding import Found, Rule, Severity
from lamtheobac.rules.times import days_of_period
from lamtheobac.text.clean import search_key
from lamtheobac.values.dates import last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lamtheobac.errors import Path
    from lamtheobac.records.party_organisation import PartyOrganisation
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.document import Document

__all__ = ["RULES"]


class _Decided(NamedTuple):
    """A document by which something was decided on organisations, where it stands, and since when it holds."""

    path: Path
    document: Document
    on: date | None
    about: tuple[PartyOrganisation, ...]


def _approved(programme: Programme) -> Iterator[_Decided]:
    """Go through the agreements that an organisation rests on."""
    for each in programme.organisations:
        if each.approval is not None:
            issued = each.approval.issued_on
            on = None if issued is None else last_day(issued)
            yield _Decided(("organisations", each.id, "approval"), each.approval, on, (each,))


def _succeeded(programme: Programme) -> Iterator[_Decided]:
    """Go through the decisions by which organisations ended and others followed them, all of them on record."""
    for each in programme.successions:
        ids = (*each.old_ids, *each.new_ids)
        about = tuple(filter(None, map(programme.organisations.get, ids)))
        if each.document is not None and len(about) == len(ids):
            yield _Decided(("successions", each.id, "document"), each.document, each.on, about)


def _names(programme: Programme) -> Mapping[str, set[str]]:
    """Sort the organisations by their names; several may have one."""
    found: dict[str, set[str]] = defaultdict(set)
    for each in programme.organisations:
        found[search_key(each.name)].add(each.id)
    return found


def _directly_above(programme: Programme, organisation: PartyOrganisation, on: date | None) -> set[str]:
    """Give who may decide on an organisation on a day; nobody where it is not known.

    A record names the last parent only: one that was perhaps not there yet, or no longer, is not the one of that day. A
    sectional committee decides on no cell of its own: the grassroots committee above it does.
    """
    parent = programme.organisations.get(organisation.parent_id or "")
    if parent is None or not _was_there(parent, on):
        return set()
    above: set[str] = {parent.id}
    if parent.kind is OrganisationKind.SECTIONAL and parent.parent_id is not None:
        above.add(parent.parent_id)
    return above


def _was_there(organisation: PartyOrganisation, on: date | None) -> bool:
    """Tell whether an organisation was there on a day, as far as its life says."""
    first, last = days_of_period(organisation.life)
    if on is None:
        return first is None and last is None
    return (first is None or first <= on) and (last is None or on <= last)


def _heirs(programme: Programme, ids: set[str]) -> set[str]:
    """Give those who took over from some organisations: what these decided is theirs."""
    return {new for each in programme.successions if ids.intersection(each.old_ids) for new in each.new_ids}


def _not_from_above(programme: Programme, decided: Iterable[_Decided]) -> Iterator[Found]:
    """Find documents whose issuer is an organisation of the records, and not directly above those they are about.

    Where several are decided on at once it must be above one of them: a province ends what stood under its districts
    when it founds what stands under itself. Where the parent of one of them is not known nothing is said.
    """
    names: Mapping[str, set[str]] | None = None
    for path, document, on, about in decided:
        above = [_directly_above(programme, each, on) for each in about]
        if not document.issuer or not all(above):
            continue
        try:
            issuer = search_key(organisation_name(document.issuer))
        except ReadError:  # no committee issued it
            continue
        names = names or _names(programme)
        meant = names.get(issuer, set())
        if meant and not (meant | _heirs(programme, meant)) & set[str]().union(*above):
            yield Found(path=(*path, "issuer"), on=on, values={"kind": about[0].kind})


def _approval_not_from_above(programme: Programme) -> Iterable[Found]:
    """Find agreements to an exception that another committee than the one directly above has given."""
    return _not_from_above(programme, _approved(programme))


def _succession_not_decided_above(programme: Programme) -> Iterable[Found]:
    """Find organisations founded or ended by another committee than the one directly above."""
    return _not_from_above(programme, _succeeded(programme))


RULES: Final = (
    Rule(
        code="organisation/approval-not-from-above",
        severity=Severity.WARNING,
        check=_approval_not_from_above,
        start=date(2011, 1, 19),
        document="Điều lệ Đảng 2011",
        article="Điều 21, khoản 4",
    ),
    Rule(
        code="succession/not-decided-above",
        severity=Severity.WARNING,
        check=_succession_not_decided_above,
        start=date(2011, 1, 19),
        document="Điều lệ Đảng 2011",
        article="Điều 10, khoản 3",
    ),
)
