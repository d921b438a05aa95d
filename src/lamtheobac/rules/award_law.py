"""Which form of the law an award is, on the day of its decision (hình thức khen thưởng theo luật)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lamtheobac.law import System, award_forms, who_may_grant
from lamtheobac.records.award import AwardForm, AwardStatus, AwardSystem
from lamtheobac.records.body import BodyKind
from lamtheobac.rules.provisions import day_of_same_law
from lamtheobac.rules.times import days_of_award

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lamtheobac.law import Form, Grantor, Law, Provision
    from lamtheobac.records.award import Award
    from lamtheobac.records.programme import Programme

__all__ = ["days_to_judge", "forms_of", "grantors_of", "system_of"]

_SYSTEMS: Final[Mapping[AwardSystem, System]] = {
    AwardSystem.PARTY: System.PARTY,
    AwardSystem.STATE: System.STATE,
}


def system_of(programme: Programme, award: Award) -> System | None:
    """Tell whose system an award belongs to: as recorded, or else by its issuer; None for unions and where unknown.

    >>> from lamtheobac.records import Award, AwardSystem, Programme
    >>> print(system_of(Programme(name="Bình Sơn"), Award(id="kt", system=AwardSystem.STATE)))
    state
    """
    if award.system is not None:
        return _SYSTEMS.get(award.system)
    if award.issuer_id is not None and programme.organisations.get(award.issuer_id) is not None:
        return System.PARTY
    body = programme.bodies.get(award.issuer_id or "")
    return System.STATE if body is not None and body.kind is BodyKind.STATE else None


def days_to_judge(award: Award) -> tuple[date, ...]:
    """Give the days of which an award is one, both ends where only a month or a year is known; none where it is not.

    What is lawful on either is lawful. A revoked award is not judged: what was wrong with it has been put right.

    >>> from lamtheobac.records import Award
    >>> days_to_judge(Award(id="kt"))
    ()
    """
    first, last = days_of_award(award)
    if first is None or last is None or award.status is AwardStatus.REVOKED:
        return ()
    return (first,) if first == last else (first, last)


def forms_of(law: Law, award: Award, system: System | None, on: date) -> tuple[Provision[Form], ...]:
    """Find the forms of the law that an award can be: by its title where that is one of them, else by its form.

    >>> from datetime import date
    >>> from lamtheobac.law import built_in
    >>> from lamtheobac.records import Award, AwardForm
    >>> flag = Award(id="kt", form=AwardForm.EMULATION_FLAG, title="Cờ thi đua của Chính phủ")
    >>> [each.value.code for each in forms_of(built_in(), flag, None, date(2019, 6, 15))]
    ['flag_government']
    """
    if award.form is AwardForm.UNSTATED:
        return ()
    return _forms_on(law, day_of_same_law(law, on), award.form, system, award.title)


@lru_cache(maxsize=4096)
def _forms_on(
    law: Law, on: date, form: AwardForm, system: System | None, title: str
) -> tuple[Provision[Form], ...]:
    wanted = None if system is None else system.value
    named = award_forms(on, award_form=form.value, system=wanted, name=title, law=law) if title else ()
    return named or award_forms(on, award_form=form.value, system=wanted, law=law)


@lru_cache(maxsize=1024)
def _grantors_on(law: Law, on: date, form: str) -> tuple[Provision[Grantor], ...]:
    return who_may_grant(form, on, law=law)


def grantors_of(law: Law, form: str, on: date) -> tuple[Provision[Grantor], ...]:
    """Tell who may grant a form on a day (ai có thẩm quyền); see `law.who_may_grant`.

    >>> from datetime import date
    >>> from lamtheobac.law import built_in
    >>> [each.value.code for each in grantors_of(built_in(), "party_flag", date(2019, 6, 15))]
    ['party_standing_board_province']
    """
    return _grantors_on(law, day_of_same_law(law, on), form)
