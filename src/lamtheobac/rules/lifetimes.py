"""Who acts must be there when it is done (quy tắc về thời gian hoạt động)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.rules.finding import Found, Rule, Severity
from lamtheobac.rules.times import Days, days_of_award, days_of_period, say_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lamtheobac.errors import Path
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


class _Act(NamedTuple):
    """Who did something, where it stands, and between which days."""

    path: Path
    who: str
    days: Days


def _acts(programme: Programme) -> Iterator[_Act]:
    """Go through what organisations and bodies are said to have done."""
    for report in programme.reports:
        yield _Act(
            ("reports", report.id, "organisation_id"), report.organisation_id, days_of_period(report.period)
        )
    for activity in programme.activities:
        for who in activity.organisation_ids:
            path = ("activities", activity.id, "organisation_ids")
            yield _Act(path, who, days_of_period(activity.period))
    for gift in programme.contributions:
        for name, giver in (("raised_by_id", gift.raised_by_id), ("given_by_id", gift.given_by_id)):
            if giver is not None:
                yield _Act(("contributions", gift.id, name), giver, days_of_period(gift.period))
    for dialogue in programme.dialogues:
        for holder in dialogue.held_by:
            path = ("dialogues", dialogue.id, "held_by")
            yield _Act(path, holder.organisation_id, days_of_period(dialogue.period))
    for award in programme.awards:
        if award.issuer_id is not None:
            yield _Act(("awards", award.id, "issuer_id"), award.issuer_id, days_of_award(award))


def _lives(programme: Programme) -> Mapping[str, Days]:
    """Collect the lives that are known at one end at least."""
    lives = {
        each.id: days_of_period(each.life)
        for register in (programme.organisations, programme.bodies)
        for each in register
        if each.life is not None
    }
    return {who: days for who, days in lives.items() if days != (None, None)}


def _outside_life(programme: Programme) -> Iterable[Found]:
    """Find what somebody did wholly before being founded or wholly after having ended.

    Figures stay where they were reported: what the district did before its end is the district's, and what is done
    afterwards belongs to whoever took over. An end or a day that is not known says nothing.
    """
    lives = _lives(programme)
    for path, who, (first, last) in _acts(programme):
        start, end = lives.get(who, (None, None))
        if end is not None and first is not None and first > end:
            day, bound = first, end
        elif start is not None and last is not None and last < start:
            day, bound = last, start
        else:
            continue
        values = {"day": say_day(day), "bound": say_day(bound)}
        yield Found(path=path, stated=values["day"], recomputed=values["bound"], on=day, values=values)


RULES: Final = (
    Rule(code="organisation/acts-outside-its-life", severity=Severity.WARNING, check=_outside_life),
)
