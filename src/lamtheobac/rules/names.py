"""Names and codes of organisations and bodies, against their kind and their time (quy tắc về tên gọi, mã số)."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from lamtheobac.records.body import BodyKind
from lamtheobac.records.party_organisation import OrganisationKind
from lamtheobac.rules.finding import ByLaw, Found, Rule, Severity
from lamtheobac.rules.provisions import provisions_between
from lamtheobac.rules.times import days_of_period
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lamtheobac.law import Law, Provision
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_DISTRICTS: Final = frozenset({OrganisationKind.DISTRICT})
_COMMUNES: Final = frozenset({OrganisationKind.COMMUNE, OrganisationKind.GRASSROOTS})
_UNITS: Final[Mapping[tuple[str, ...], frozenset[OrganisationKind]]] = {
    tuple(search_key(word).split()): kinds
    for word, kinds in (
        ("thành phố", frozenset({OrganisationKind.PROVINCIAL, OrganisationKind.DISTRICT})),
        ("thị xã", _DISTRICTS),
        ("thị trấn", _COMMUNES),
        ("đặc khu", _COMMUNES),
        ("tỉnh", frozenset({OrganisationKind.PROVINCIAL})),
        ("huyện", _DISTRICTS),
        ("quận", _DISTRICTS),
        ("xã", _COMMUNES),
        ("phường", _COMMUNES),
    )
}
"""Words for units, the longer ones first, and the kinds of the Party organisations of such units."""

_JUDGED: Final = (
    OrganisationKind.PROVINCIAL,
    OrganisationKind.DISTRICT,
    OrganisationKind.COMMUNE,
)
_UNIONS: Final = frozenset(map(search_key, ("đoàn", "đội", "hội", "ủy")))
"""Huyện đoàn and Tỉnh hội are unions, and have organisations like anybody."""

_ORGANISATION: Final = search_key("Đảng bộ")
_COMMITTEES: Final = tuple(
    search_key(word) + " "
    for word in ("Tỉnh ủy", "Thành ủy", "Huyện ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Chi ủy")
)


def _kinds_named(name: str) -> frozenset[OrganisationKind] | None:
    """Tell of which kinds an organisation is by the unit in its name; None where it names none."""
    words = tuple(search_key(name).split())
    if " ".join(words[:2]) != _ORGANISATION:
        return None
    rest = words[2:]
    for unit, kinds in _UNITS.items():
        after = rest[len(unit) :]
        if rest[: len(unit)] == unit and after and after[0] not in _UNIONS:
            return kinds
    return None


def _name_of_another_kind(programme: Programme) -> Iterable[Found]:
    """Find organisations of a province, district or commune named after a unit of another kind.

    A name without such a unit says nothing.
    """
    for each in programme.organisations:
        kinds = _kinds_named(each.name) if each.kind in _JUDGED else None
        if kinds is not None and each.kind not in kinds:
            yield Found(
                path=("organisations", each.id, "name"), stated=each.kind.label, values={"kind": each.kind}
            )


def _named_by_its_committee(programme: Programme) -> Iterable[Found]:
    """Note organisations that bear the name of their committee: "Huyện ủy" leads "Đảng bộ huyện"."""
    for each in programme.organisations:
        if search_key(each.name).startswith(_COMMITTEES):
            yield Found(path=("organisations", each.id, "name"), values={"kind": each.kind})


@lru_cache(maxsize=8)
def _units_by_code(law: Law) -> Mapping[str, Sequence[Provision[Any]]]:
    """Sort the units of the law's table by their code."""
    found: dict[str, list[Provision[Any]]] = defaultdict(list)
    for rows in law.tables["units"].values():
        for row in rows:
            if row.details.get("code"):
                found[row.details["code"]].append(row)
    return found


def _code_of_another(programme: Programme, law: Law) -> Iterable[Found]:
    """Find organisations with a code that the list gives to units of other names while they are there.

    Codes are used again: 21061 was Bình Trị and is Vạn Tường. A code that our table does not have says nothing.
    """
    for each in programme.organisations:
        rows = _units_by_code(law).get(each.unit_code, ()) if each.kind in _JUDGED else ()
        first, last = days_of_period(each.life)
        meant = [
            row
            for row in rows
            if (last is None or row.start <= last) and (first is None or row.end is None or first <= row.end)
        ]
        name = search_key(each.name)
        if rows and not any(search_key(row.value) in name for row in meant):
            yield Found(
                path=("organisations", each.id, "unit_code"),
                stated=each.unit_code,
                on=first or last,
                source=(meant or rows)[0],
                values={"code": each.unit_code},
            )


_LEVELS: Final[Mapping[OrganisationKind, str]] = {
    OrganisationKind.PROVINCIAL: "province",
    OrganisationKind.DISTRICT: "district",
    OrganisationKind.COMMUNE: "commune",
}
_SPECIAL_ZONE: Final = search_key("đặc khu")


@lru_cache(maxsize=8)
def _advisory_names(law: Law) -> Mapping[str, str]:
    """Give the bodies that the law knows by the keys of their names, the longest first."""
    names = {key[1] for key in law.tables["advisory_bodies"]}
    return {search_key(name): name for name in sorted(names, key=len, reverse=True)}


def _body_not_of_its_time(programme: Programme, law: Law) -> Iterable[Found]:
    """Find advisory bodies that committees of their level do not have on any day of their life.

    A life that is not known may be of any day; a name that the law does not know says nothing.
    """
    for body in programme.bodies:
        host = programme.organisations.get(body.host_id or "")
        if body.kind is not BodyKind.ADVISORY or host is None or host.kind not in _LEVELS:
            continue
        is_zone = _SPECIAL_ZONE in search_key(host.name)
        level = "special_zone" if is_zone else _LEVELS[host.kind]
        name = search_key(body.name)
        known = next((own for key, own in _advisory_names(law).items() if name.startswith(key)), None)
        days = days_of_period(body.life)
        if known is not None and not any(provisions_between(law, days, "advisory_bodies", level, known)):
            yield Found(
                path=("bodies", body.id, "name"),
                on=days[0] or days[1],
                values={"body": known, "kind": host.kind},
            )


RULES: Final = (
    Rule(code="organisation/name-of-another-kind", severity=Severity.WARNING, check=_name_of_another_kind),
    Rule(code="organisation/named-by-its-committee", severity=Severity.INFO, check=_named_by_its_committee),
    Rule(
        code="organisation/unit-code-of-another",
        severity=Severity.WARNING,
        rests_on=(("units",),),
        check=ByLaw(_code_of_another),
    ),
    Rule(
        code="body/not-of-its-time",
        severity=Severity.WARNING,
        rests_on=(("advisory_bodies",),),
        check=ByLaw(_body_not_of_its_time),
    ),
)
