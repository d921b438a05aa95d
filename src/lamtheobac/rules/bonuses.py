"""The bonus of an award, computed again on the base salary of the day of its decision (quy tắc về tiền thưởng)."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lamtheobac.errors import LawError
from lamtheobac.law import Recipient, Rounding, System, bonus
from lamtheobac.rules.award_law import days_to_judge, forms_of, system_of
from lamtheobac.rules.finding import ByLaw, Found, Missing, Rule, Severity
from lamtheobac.rules.provisions import day_of_same_law
from lamtheobac.rules.ranks import level_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from lamtheobac.law import Bonus, Form, Law, Provision
    from lamtheobac.records.award import Award
    from lamtheobac.records.practice_model import Level
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_RECIPIENTS: Final[Mapping[tuple[System, str], tuple[Recipient, ...]]] = {
    (System.STATE, "collectives"): (Recipient.COLLECTIVE,),
    (System.STATE, "individuals"): (Recipient.INDIVIDUAL,),
    (System.STATE, "households"): (Recipient.HOUSEHOLD,),
    (System.PARTY, "collectives"): (Recipient.CELL, Recipient.GRASSROOTS_ORGANISATION),
    (System.PARTY, "individuals"): (Recipient.MEMBER,),
}
_COUNTED: Final = ("collectives", "individuals", "households")


class _Judged(NamedTuple):
    """What the law gives for an award: every sum it may be, and whether some are not known."""

    award: Award
    sums: tuple[Bonus, ...]
    is_open: bool


def _judged(programme: Programme, law: Law) -> Iterator[_Judged]:
    """Go through the awards whose bonus, day, form and kind of recipients are all recorded.

    An award for several kinds of recipients has a bonus for each, and the record does not say whose it states.
    """
    for award in programme.awards:
        system = system_of(programme, award)
        counted = [name for name in _COUNTED if getattr(award, name) is not None]
        if award.bonus is None or system is None or len(counted) != 1 or award.recipients is not None:
            continue
        recipients = _RECIPIENTS.get((system, counted[0]), ())
        level = award.level or level_of(programme, award.issuer_id)
        found = [
            _sums(law, day_of_same_law(law, on), form.code, recipient)
            for on in days_to_judge(award)
            for form in _at_level([each.value for each in forms_of(law, award, system, on)], level)
            for recipient in recipients
            if recipient in form.recipients
        ]
        if found:
            yield _Judged(award, tuple(chain.from_iterable(found)), is_open=not all(found))


def _at_level(forms: Sequence[Form], level: Level | None) -> Sequence[Form]:
    """Keep the forms of a level where there are any."""
    return [form for form in forms if level is not None and level.value in form.levels] or forms


@lru_cache(maxsize=4096)
def _sums(law: Law, on: date, form: str, recipient: Recipient) -> tuple[Bonus, ...]:
    """Give a bonus in each way in which offices round it; nothing where its coefficient is not known."""
    sums: list[Bonus] = []
    for rounding in (None, Rounding.NEAREST, Rounding.NONE):
        # No coefficient is known, or without rounding there is no whole đồng.
        with suppress(LawError):
            sums.append(bonus(form, recipient, on, rounding=rounding, law=law))
    return tuple(sums)


def _fits(award: Award, due: Bonus) -> bool:
    """Tell whether a stated bonus is what the law gives: a cap is only a cap."""
    assert award.bonus is not None  # noqa: S101  only awards with a bonus are judged
    return award.bonus <= due.value if due.is_cap else award.bonus == due.value


def _differs(programme: Programme, law: Law) -> Iterable[Found]:
    """Find bonuses that are none of what the law gives: coefficient times base salary of the day of the decision.

    Where several forms may be meant, or two ways to round, any will do; where one of them is not known, nothing is
    said.
    """
    for award, sums, is_open in _judged(programme, law):
        if is_open or any(_fits(award, each) for each in sums):
            continue
        due = sums[0]
        stated, wanted = str(award.bonus), str(due.value)
        yield Found(
            path=("awards", award.id, "bonus"),
            stated=stated,
            recomputed=wanted,
            on=days_to_judge(award)[0],
            source=_weakest(sums),
            values={
                "stated": stated,
                "wanted": wanted,
                "salary": str(due.base_salary.value),
                "most": "≤ " if due.is_cap else "",
            },
        )


def _weakest(sums: Iterable[Bonus]) -> Provision[Any]:
    """Give what a bonus rests on: a part that is not certain if there is one, or else the coefficient."""
    parts: list[Provision[Any]] = []
    for each in sums:
        parts += [part for part in (each.coefficient, each.factor, each.base_salary) if part is not None]
    return next((part for part in parts if not part.is_certain), parts[0])


def _cannot_be_checked(programme: Programme, law: Law) -> Iterable[Found]:
    """Note bonuses whose coefficient nobody has seen in a source: it is not known, and not zero."""
    for award, sums, _ in _judged(programme, law):
        if not sums:
            stated = str(award.bonus)
            yield Found(path=("awards", award.id, "bonus"), stated=stated, values={"stated": stated})


RULES: Final = (
    Rule(
        code="award/bonus-differs",
        severity=Severity.ERROR,
        rests_on=(("bonus",), ("bonus_factors",), ("base_salary",)),
        check=ByLaw(_differs),
    ),
    Rule(
        code="award/bonus-cannot-be-checked",
        severity=Severity.INFO,
        missing=Missing.FOUND,
        rests_on=(("bonus",),),
        check=ByLaw(_cannot_be_checked),
    ),
)
