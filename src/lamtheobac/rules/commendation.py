"""Decisions of commendation: which they are, and one form for one achievement (quy tắc về quyết định khen thưởng)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Final

from lamtheobac.records.award import AwardForm, AwardStatus, AwardSystem
from lamtheobac.rules.finding import LASTING, Found, Missing, Rule, Severity
from lamtheobac.rules.times import days_of_award
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping

    from lamtheobac.records.award import Award
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.money import Money

__all__ = ["RULES"]


def _granted(programme: Programme) -> Iterator[Award]:
    return (award for award in programme.awards if award.status is AwardStatus.GRANTED)


def _without_decision(programme: Programme) -> Iterable[Found]:
    """Note awards that lack what makes them one: the form, and the number and day of a decision.

    Praise and letters need no decision. An award that names nothing at all is for another rule.
    """
    for award in _granted(programme):
        decision = award.decision
        is_decided = decision is not None and bool(decision.number) and decision.issued_on is not None
        is_plain = award.form in (AwardForm.PRAISE, AwardForm.LETTER)
        is_named = bool(award.title) or award.form is not AwardForm.UNSTATED or decision is not None
        if is_named and not is_plain and not (is_decided and award.form is not AwardForm.UNSTATED):
            yield Found(path=("awards", award.id, "decision"))


def _achievements(programme: Programme) -> Iterator[tuple[Award, Mapping[AwardForm, Money | None]]]:
    """Go through awards after earlier ones for the same achievement: the forms of those, each with its highest bonus.

    The occasion stands in for the achievement, and a recipient must be named in both: a form may be given again for
    another achievement. One of the Party and one of the State are two forms all the same.
    """
    seen: dict[Hashable, dict[AwardForm, Money | None]] = defaultdict(dict)
    for award in _granted(programme):
        if not award.occasion or award.form is AwardForm.UNSTATED:
            continue
        mine = [seen[who, search_key(award.occasion)] for who in award.recipient_ids]
        before: dict[AwardForm, Money | None] = {}
        for forms in mine:
            for form, bonus in forms.items():
                before[form] = _higher(before.get(form), bonus)
        if before:
            yield award, before
        for forms in mine:
            forms[award.form] = _higher(forms.get(award.form), award.bonus)


def _higher(one: Money | None, other: Money | None) -> Money | None:
    """Give the higher of two bonuses that are known."""
    return max((each for each in (one, other) if each is not None), default=None)


def _day(award: Award) -> date | None:
    return days_of_award(award)[0]


def _two_forms(programme: Programme) -> Iterable[Found]:
    """Find recipients honoured by two forms for what looks like one achievement."""
    for award, before in _achievements(programme):
        others = [form for form in before if form is not award.form]
        if others:
            yield Found(
                path=("awards", award.id, "form"),
                stated=award.form.label,
                recomputed=others[0].label,
                on=_day(award),
                values={"form": award.form, "other": others[0]},
            )


def _two_bonuses(programme: Programme) -> Iterable[Found]:
    """Find recipients with two bonuses for what looks like one achievement: only the highest is paid.

    An award that does not say its bonus is not one without a bonus, and says nothing.
    """
    for award, before in _achievements(programme):
        highest = max((bonus for bonus in before.values() if bonus is not None), default=None)
        if award.bonus is not None and highest is not None:
            values = {"bonus": str(award.bonus), "other": str(highest)}
            path = ("awards", award.id, "bonus")
            yield Found(
                path=path, stated=values["bonus"], recomputed=values["other"], on=_day(award), values=values
            )


def _other_system(programme: Programme) -> Iterable[Found]:
    """Find awards of a Party organisation entered as the State's or a union's: the same words mean other awards."""
    for award in programme.awards:
        is_of_party = programme.organisations.get(award.issuer_id or "") is not None
        if is_of_party and award.system not in (None, AwardSystem.PARTY):
            yield Found(
                path=("awards", award.id, "system"),
                stated=award.system.label,
                values={"system": award.system},
            )


RULES: Final = (
    Rule(
        code="award/without-decision",
        severity=Severity.INFO,
        profiles=LASTING,
        missing=Missing.FOUND,
        check=_without_decision,
    ),
    Rule(
        code="award/two-forms-for-one-achievement",
        severity=Severity.WARNING,
        check=_two_forms,
        start=date(2014, 6, 1),
        end=date(2023, 12, 31),
        document="Luật 39/2013/QH13",
    ),
    Rule(
        code="award/two-forms-for-one-achievement",
        severity=Severity.WARNING,
        check=_two_forms,
        start=date(2024, 1, 1),
        document="Luật Thi đua, khen thưởng 2022",
    ),
    Rule(
        code="award/two-bonuses-for-one-achievement",
        severity=Severity.WARNING,
        check=_two_bonuses,
        start=date(2017, 10, 1),
        end=date(2023, 12, 31),
        document="Nghị định 91/2017/NĐ-CP",
        article="Điều 68",
    ),
    Rule(
        code="award/two-bonuses-for-one-achievement",
        severity=Severity.WARNING,
        check=_two_bonuses,
        start=date(2024, 1, 1),
        end=date(2025, 6, 30),
        document="Nghị định 98/2023/NĐ-CP",
        article="Điều 53",
    ),
    Rule(
        code="award/two-bonuses-for-one-achievement",
        severity=Severity.WARNING,
        check=_two_bonuses,
        start=date(2025, 7, 1),
        document="Nghị định 152/2025/NĐ-CP",
    ),
    Rule(code="award/system-is-not-the-issuers", severity=Severity.WARNING, check=_other_system),
)
