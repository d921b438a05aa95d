"""Money that a unit reports, and the one above it again (quy tắc về báo cáo ở hai cấp)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import LIMITS
from lamtheobac.rules.amounts import add_up, is_amount, kind_of, say
from lamtheobac.rules.finding import Found, Rule, Severity
from lamtheobac.text.clean import search_key
from lamtheobac.values.comparison import Verdict

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

    from lamtheobac.records.contribution import Contribution
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


def _levels(programme: Programme) -> Iterator[tuple[Contribution, Sequence[Contribution]]]:
    """Pair every gift with those of the same kind, time and purpose that units below tell of.

    A unit tells of what it raised, or else of what its report says. Of the units below only the nearest that tell of
    such gifts count: what a village, its commune and the district say are two pairs.
    """
    parents: dict[str, str | None] = {each.id: each.parent_id for each in programme.organisations}
    groups: dict[Hashable, dict[str, list[Contribution]]] = defaultdict(lambda: defaultdict(list))
    purposes = {
        to_id: _purpose(programme, to_id) for to_id in {gift.to_id for gift in programme.contributions}
    }
    for each in programme.contributions:
        teller, days = _teller(programme, each, parents), _days(programme, each)
        if teller is not None and days is not None and is_amount(each.gift):
            noun = search_key(each.gift.noun)
            what = (kind_of(each.gift), noun, each.stage, each.accrual, purposes[each.to_id], days)
            groups[what][teller].append(each)
    for told in groups.values():
        below: dict[str, list[Contribution]] = defaultdict(list)
        for teller, gifts in told.items() if len(told) > 1 else ():
            above = _nearest_above(teller, parents, told)
            if above is not None:
                below[above] += gifts
        for above, gifts in below.items():
            for each in told[above]:
                yield each, gifts


def _teller(
    programme: Programme, record: Contribution, organisations: Mapping[str, str | None]
) -> str | None:
    """Find the organisation that tells of a gift."""
    report = programme.reports.get(record.report_id or "")
    for teller in (record.raised_by_id, None if report is None else report.organisation_id):
        if teller in organisations:
            return teller
    return None


def _days(programme: Programme, record: Contribution) -> Hashable | None:
    """Give both days of a gift's time, its own or its report's; None where one is not known."""
    report = programme.reports.get(record.report_id or "")
    for period in (record.period, None if report is None else report.period):
        if period is not None:
            return (period.first_day, period.last_day) if period.is_placed else None
    return None


def _purpose(programme: Programme, to_id: str | None) -> Hashable:
    """Tell what a gift was for: two files may hold one model under two ids, but hardly two names."""
    for register in (programme.models, programme.activities, programme.bodies):
        found = register.get(to_id or "")
        if found is not None:
            return search_key(found.name), type(found)
    return to_id


def _nearest_above(teller: str, parents: Mapping[str, str | None], told: Mapping[str, object]) -> str | None:
    """Find the nearest organisation above that tells of such gifts too; no real tree is deeper than the limit."""
    here = parents.get(teller)
    for _ in range(LIMITS.organisation_depth):
        if here is None or here in told:
            break
        here = parents.get(here)
    return here if here in told and here != teller else None


def _same(programme: Programme) -> Iterable[Found]:
    """Find gifts that a unit below tells of too, in the same figure: it is hardly another gift."""
    for upper, gifts in _levels(programme):
        if any(each.gift == upper.gift for each in gifts):
            yield _found(upper, say(upper.gift), 1)


def _sum(programme: Programme) -> Iterable[Found]:
    """Find gifts whose figure is what the units below come to together: they are told of here again."""
    for upper, gifts in _levels(programme):
        total = add_up([each.gift for each in gifts])
        is_same = any(each.gift == upper.gift for each in gifts)
        if total is not None and not is_same and upper.gift.compare(total) is Verdict.AGREES:
            yield _found(upper, say(total), len(gifts))


def _found(upper: Contribution, below: str, count: int) -> Found:
    gift = say(upper.gift)
    values: dict[str, str | int] = {"gift": gift, "below": below, "count": count}
    return Found(path=("contributions", upper.id, "gift"), stated=gift, recomputed=below, values=values)


RULES: Final = (
    Rule(code="contribution/same-at-two-levels", severity=Severity.WARNING, check=_same),
    Rule(code="contribution/sum-at-two-levels", severity=Severity.WARNING, check=_sum),
)
"""The same money reported by the village, the commune and the district (CON-10)."""
