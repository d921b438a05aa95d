"""What came in against what went out, and gifts that stand twice (quy tắc về đóng góp)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from datetime import date
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from lamtheobac.records.contribution import Accrual, Stage
from lamtheobac.rules.amounts import add_up, is_amount, kind_of, say
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.rules.times import same_time_key
from lamtheobac.values.comparison import possible_values

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from lamtheobac.records.contribution import Contribution
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


def _spent_above_received(programme: Programme) -> Iterable[Found]:
    """Find funds and models that spent more in a period than they can have had.

    Both must be in the records for the same period and in the same unit, for missing is not zero; and even the
    least that can have been spent must be more than the most that can have come in. Gifts of no time and no report
    are of one period, the whole. What other records say came in
    before, or at a time that is not known, may have been spent now, less what was surely spent before. Of several
    cumulative figures for one period nobody can tell which counts, and nothing is said.
    """
    funds: dict[Hashable, dict[Stage, list[Contribution]]] = defaultdict(lambda: defaultdict(list))
    for each in programme.contributions:
        is_flow = each.stage in (Stage.RECEIVED, Stage.SPENT) and is_amount(each.gift)
        if each.to_id is not None and is_flow:
            funds[each.to_id, kind_of(each.gift)][each.stage].append(each)
    for fund in funds.values():
        if len(fund) == 2:
            yield from _overspent(fund[Stage.RECEIVED], fund[Stage.SPENT])


def _overspent(received: Sequence[Contribution], spent: Sequence[Contribution]) -> Iterator[Found]:
    """Compare what came in and went out of one fund, period by period."""
    periods: dict[Hashable, tuple[list[Contribution], list[Contribution]]] = defaultdict(lambda: ([], []))
    for way, gifts in enumerate((received, spent)):
        for each in gifts:
            periods[each.accrual, same_time_key(each)][way].append(each)
    purse = _Purse(received, spent)
    for came, went in periods.values():
        if not came or not went:
            continue
        is_cumulative = went[0].accrual is Accrual.CUMULATIVE
        if is_cumulative and len(came) + len(went) > 2:
            continue
        least, most = _least(went), _most(came)
        if most is not None and not is_cumulative:
            most = purse.most_with_rest(most, went[0])
        income, expense = add_up([each.gift for each in came]), add_up([each.gift for each in went])
        if most is not None and least > most and income is not None and expense is not None:
            values = {"spent": say(expense), "received": say(income)}
            yield Found(
                path=("contributions", went[0].id, "gift"),
                stated=values["spent"],
                recomputed=values["received"],
                values=values,
            )


def _least(gifts: Iterable[Contribution]) -> Fraction:
    """Give the least that gifts can come to."""
    return sum((possible_values(each.gift).low or Fraction(0) for each in gifts), Fraction(0))


def _most(gifts: Iterable[Contribution]) -> Fraction | None:
    """Give the most that gifts can come to; None where there is no bound."""
    most = Fraction(0)
    for each in gifts:
        high = possible_values(each.gift).high
        if high is None:
            return None
        most += high
    return most


class _Purse:
    """What may be left of other periods: sums up to every day, so that each period is looked up and not added."""

    def __init__(self, received: Iterable[Contribution], spent: Iterable[Contribution]) -> None:
        came = sorted(received, key=_first_day)
        went = sorted((each for each in spent if each.accrual is Accrual.INCREMENT), key=_last_day)
        self.came_on = [_first_day(each) for each in came]
        self.went_by = [_last_day(each) for each in went]
        highs = [_most([each]) for each in came]
        self.most_come = [Fraction(0), *accumulate(high or Fraction(0) for high in highs)]
        self.boundless = [0, *accumulate(high is None for high in highs)]
        self.least_gone = [Fraction(0), *accumulate(_least([each]) for each in went)]

    def most_with_rest(self, most: Fraction, gift: Contribution) -> Fraction | None:
        """Add to what came in during the period of a gift what can have been left by then; None without bound."""
        place = bisect_right(self.came_on, _last_day(gift))
        if self.boundless[place]:
            return None
        before = bisect_left(self.went_by, _first_day(gift))
        return max(most, self.most_come[place] - self.least_gone[before])


def _first_day(gift: Contribution) -> date:
    """Give the first day a gift can be of; where it is not known, the first of all days."""
    return (gift.period.first_day if gift.period is not None else None) or date.min


def _last_day(gift: Contribution) -> date:
    """Give the last day a gift can be of; where it is not known, the last of all days."""
    return (gift.period.last_day if gift.period is not None else None) or date.max


def _doubles(programme: Programme) -> Iterator[tuple[bool, Found]]:
    """Find gifts that stand under two ids, and tell whether that is likely.

    Two communes may honestly give the same amount. So giver or raiser must be known and the same, and the period
    too, besides the amount and what it was given to; what is not said is never taken as the same. Where the giver
    and both ends of the period are known, it is likely that one gift was written down twice; else it is possible.
    Cumulative figures are repeated by every report, and are not looked at.
    """
    seen: dict[Hashable, int] = {}
    for place, each in enumerate(programme.contributions, start=1):
        is_known = each.given_by_id is not None or each.raised_by_id is not None
        if each.period is None or not is_known or each.accrual is Accrual.CUMULATIVE:
            continue
        whose = (each.to_id, each.raised_by_id, each.given_by_id)
        first = seen.setdefault((each.gift, each.stage, whose, same_time_key(each)), place)
        if first != place:
            is_likely = each.given_by_id is not None and each.period.is_placed
            path = ("contributions", each.id, "gift")
            yield (
                is_likely,
                Found(path=path, stated=say(each.gift), values={"gift": say(each.gift), "place": first}),
            )


def _counted_twice(programme: Programme) -> Iterable[Found]:
    """Find gifts of one giver on the same days that stand twice; see `_doubles`."""
    return (found for is_likely, found in _doubles(programme) if is_likely)


def _perhaps_counted_twice(programme: Programme) -> Iterable[Found]:
    """Find gifts that may stand twice, though the giver or the days are not known; see `_doubles`."""
    return (found for is_likely, found in _doubles(programme) if not is_likely)


RULES: Final = (
    Rule(code="contribution/spent-above-received", severity=Severity.WARNING, check=_spent_above_received),
    Rule(code="contribution/counted-twice", severity=Severity.WARNING, check=_counted_twice),
    Rule(
        code="contribution/perhaps-counted-twice",
        severity=Severity.INFO,
        missing=Missing.FOUND,
        check=_perhaps_counted_twice,
    ),
)
