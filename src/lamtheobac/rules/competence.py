"""Who may grant an award, and whom it fits (quy tắc về thẩm quyền và đối tượng khen thưởng)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lamtheobac.law import Recipient, System
from lamtheobac.records.award import AwardForm
from lamtheobac.records.practice_model import Level
from lamtheobac.rules.award_law import days_to_judge, forms_of, grantors_of, system_of
from lamtheobac.rules.finding import ByLaw, Found, Rule, Severity
from lamtheobac.rules.ranks import RANKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from lamtheobac.law import Form, Grantor, Law, Provision
    from lamtheobac.records.award import Award
    from lamtheobac.records.party_organisation import OrganisationKind
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_JUDGED: Final = (Level.DISTRICT, Level.COMMUNE)
"""Levels of which the law names every State body that grants: schools and firms of other levels grant as well."""

_BELOW_PROVINCE: Final = 2
"""The rank of the highest kinds that are surely no equals of a provincial committee."""


def _law_against(
    law: Law, forms: Iterable[Provision[Form]], on: date, may: Callable[[Grantor], bool]
) -> Provision[Any] | None:
    """Give the law by which an issuer may grant none of some forms on a day; None where it may, or nobody knows."""
    against: Provision[Any] | None = None
    for form in forms:
        granting = grantors_of(law, form.value.code, on)
        if not granting or any(may(each.value) for each in granting):
            return None
        # The least certain of them all: had that one another grantor, nothing would be wrong.
        unsure = next((each for each in granting if not each.is_certain), granting[0])
        against = unsure if against is None or not unsure.is_certain else against
    return against


def _judge(law: Law, award: Award, system: System, may: Callable[[Grantor], bool]) -> Found | None:
    """Judge an award on the days of which it may be: it must be wrong on each of them."""
    source: Provision[Any] | None = None
    for on in days_to_judge(award):
        source = _law_against(law, forms_of(law, award, system, on), on, may)
        if source is None:
            return None
    if source is None:
        return None
    return Found(
        path=("awards", award.id, "issuer_id"),
        stated=award.form.label,
        on=days_to_judge(award)[0],
        source=source,
        values={"form": award.form},
    )


def _of_party(kind: OrganisationKind) -> Callable[[Grantor], bool]:
    return lambda grantor: kind.value in grantor.kinds


def _of_level(level: Level) -> Callable[[Grantor], bool]:
    return lambda grantor: grantor.level == level.value


def _not_competent(programme: Programme, law: Law) -> Iterable[Found]:
    """Find awards by an issuer who may grant no such form on the day of the decision.

    A Party organisation is judged by its kind, if it is surely below the province: a district committee gives no
    certificate of merit. A State body is judged by the level of the award, if that is a district or a commune. An
    award whose day, issuer or level is not known says nothing, nor does a form that nobody is known to grant.
    """
    for award in programme.awards:
        system = system_of(programme, award)
        issuer = programme.organisations.get(award.issuer_id or "")
        found: Found | None = None
        if system is System.PARTY and issuer is not None and RANKS[issuer.kind] >= _BELOW_PROVINCE:
            found = _judge(law, award, system, _of_party(issuer.kind))
        elif system is System.STATE and award.level is not None and award.level in _JUDGED:
            found = _judge(law, award, system, _of_level(award.level))
        if found is not None:
            yield found


_KINDS: Final[Mapping[str, frozenset[Recipient]]] = {
    "collectives": frozenset({Recipient.COLLECTIVE, Recipient.CELL, Recipient.GRASSROOTS_ORGANISATION}),
    "individuals": frozenset({Recipient.INDIVIDUAL, Recipient.MEMBER}),
    "households": frozenset({Recipient.HOUSEHOLD}),
}
"""Which recipients of the law the recipients of a record may be."""


def _recipient_does_not_fit(programme: Programme, law: Law) -> Iterable[Found]:
    """Find awards given to recipients that their form or title does not fit: no flag is for a person.

    Those that the record does not count say nothing: missing is not zero.
    """
    for award in programme.awards:
        days = days_to_judge(award)
        for name, kinds in _KINDS.items():
            if getattr(award, name) is None or not days or award.form is AwardForm.UNSTATED:
                continue
            forms = [form for on in days for form in forms_of(law, award, system_of(programme, award), on)]
            if forms and all(kinds.isdisjoint(form.value.recipients) for form in forms):
                yield Found(
                    path=("awards", award.id, name),
                    stated=award.form.label,
                    on=days[0],
                    source=next((form for form in forms if not form.is_certain), forms[0]),
                    values={"form": award.form, "fits": forms[0].value.recipients[0]},
                )


RULES: Final = (
    Rule(
        code="award/issuer-not-competent",
        severity=Severity.ERROR,
        rests_on=(("granting",), ("grantors",)),
        check=ByLaw(_not_competent),
    ),
    Rule(
        code="award/recipient-does-not-fit",
        severity=Severity.ERROR,
        rests_on=(("award_forms",),),
        check=ByLaw(_recipient_does_not_fit),
    ),
)
