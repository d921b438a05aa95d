"""What a house costs, as a sanity check of figures (quy tắc về chi phí một căn nhà)."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from lamtheobac.records.contribution import Stage
from lamtheobac.records.outcome import Aim
from lamtheobac.rules.amounts import is_amount, say
from lamtheobac.rules.finding import ByLaw, Found, Rule, Severity
from lamtheobac.rules.parts import HOUSES
from lamtheobac.rules.provisions import provision_on
from lamtheobac.rules.times import days_of_period, same_time_key
from lamtheobac.values.comparison import possible_values
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from lamtheobac.law import Law
    from lamtheobac.records.contribution import Contribution
    from lamtheobac.records.outcome import Outcome
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


def _unlikely_cost(programme: Programme, law: Law) -> Iterable[Found]:
    """Find money and houses of one model and time that make a house far too cheap or too dear.

    There must be one sum, received or spent, and one figure of houses, and nothing else that came of the model then:
    else nobody knows what the money was for. Even the likeliest reading of hedged figures must be out of the band.
    """
    money: dict[Hashable, list[Contribution]] = defaultdict(list)
    for gift in programme.contributions:
        is_spent = gift.stage in (Stage.RECEIVED, Stage.SPENT) and gift.to_id is not None
        if is_spent and gift.gift.unit is Unit.VND and is_amount(gift.gift):
            money[gift.to_id, same_time_key(gift)].append(gift)
    made: dict[Hashable, list[Outcome]] = defaultdict(list)
    for outcome in programme.outcomes:
        if outcome.of_id is not None and outcome.aim is Aim.RESULT:
            made[outcome.of_id, same_time_key(outcome)].append(outcome)
    for key, outcomes in made.items():
        gifts = money.get(key, ())
        if len(outcomes) != 1 or len(gifts) != 1 or outcomes[0].kind not in HOUSES:
            continue
        houses, paid = outcomes[0].figure, gifts[0].gift
        if houses.unit is not Unit.HOUSE or not is_amount(houses):
            continue
        day = days_of_period(outcomes[0].period)[1]
        cheap, dear = (provision_on(law, day, "house_costs", end) for end in ("least", "most"))
        if cheap is None or dear is None:
            continue
        fewest, most = possible_values(houses).low or Fraction(0), possible_values(houses).high
        least, greatest = possible_values(paid).low or Fraction(0), possible_values(paid).high
        is_dear = most is not None and least > dear.value.dong * most
        is_cheap = greatest is not None and greatest < cheap.value.dong * fewest
        if is_dear or is_cheap:
            values = {
                "money": say(paid),
                "houses": say(houses),
                "least": str(cheap.value),
                "most": str(dear.value),
            }
            path = ("contributions", gifts[0].id, "gift")
            yield Found(
                path=path,
                stated=values["money"],
                recomputed=values["houses"],
                on=day,
                source=dear if is_dear else cheap,
                values=values,
            )


RULES: Final = (
    Rule(
        code="contribution/unlikely-cost-of-a-house",
        severity=Severity.WARNING,
        rests_on=(("house_costs",),),
        check=ByLaw(_unlikely_cost),
    ),
)
