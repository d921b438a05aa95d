"""Awards that stand twice (quy tắc về khen thưởng)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.rules.parts import RECIPIENTS
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from lamtheobac.records.award import Award
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


def _decision_twice(programme: Programme) -> Iterable[Found]:
    """Find awards that count the same recipients by one decision.

    A decision is the same where number, issuer and day are. It may honestly stand under several ids: for each form
    or title, for collectives and for people, or for each recipient by name. So only awards of one form and title
    are doubted, and only where both count one kind of recipients or name one of them. An award that counts nobody
    and names nobody says nothing.
    """
    seen: dict[Hashable, dict[tuple[str, ...], int]] = defaultdict(dict)
    for place, award in enumerate(programme.awards, start=1):
        key = None if award.decision is None else award.decision.key
        if key is None:
            continue
        before = seen[key, award.form, search_key(award.title), award.status]
        whom = _whom(award)
        found = [before[each] for each in whom if each in before]
        if found:
            yield Found(path=("awards", award.id, "decision"), values={"place": min(found)})
        for each in whom:
            before.setdefault(each, place)


def _whom(award: Award) -> list[tuple[str, ...]]:
    """Tell whom an award counts: those it names, or else the kinds of recipients; all together are of every kind."""
    if award.recipient_ids:
        return [("id", each) for each in award.recipient_ids]
    return [
        (name,) for name in RECIPIENTS if award.recipients is not None or getattr(award, name) is not None
    ]


def _counted_twice(programme: Programme) -> Iterable[Found]:
    """Find awards that say the same in everything but their ids, and have no decision that would tell them apart.

    Two decisions may honestly honour as many, so this is possible and no more: title and counts must be given, and
    form, title, issuer, level, counts, recipients, occasion and time all be the same. What one award says and the
    other leaves out sets them apart: it is not known to be the same.
    """
    seen: dict[Hashable, int] = {}
    for place, award in enumerate(programme.awards, start=1):
        counts = tuple(getattr(award, name) for name in (*RECIPIENTS, "recipients"))
        is_decided = award.decision is not None and award.decision.key is not None
        if is_decided or not award.title or not any(counts):
            continue
        who = (award.form, search_key(award.title), award.issuer_id, award.level, award.system, award.status)
        what = (counts, frozenset(award.recipient_ids), search_key(award.occasion), award.decision)
        first = seen.setdefault((who, what, _when(award)), place)
        if first != place:
            yield Found(path=("awards", award.id, "title"), values={"place": first})


def _when(award: Award) -> Hashable:
    """Tell when an award was given, in whichever report: two reports tell of one award in the same words."""
    period = award.period
    return None if period is None else (period.start, period.end, search_key(period.text))


RULES: Final = (
    Rule(code="award/decision-twice", severity=Severity.WARNING, check=_decision_twice),
    Rule(code="award/counted-twice", severity=Severity.WARNING, missing=Missing.FOUND, check=_counted_twice),
)
