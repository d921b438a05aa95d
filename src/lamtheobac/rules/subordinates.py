"""What an organisation states, against those directly below it (quy tắc về cấp trên và cấp dưới trực tiếp)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from lamtheobac.rules.amounts import is_amount, is_surely_above, kind_of, say
from lamtheobac.rules.finding import Found, Missing, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from lamtheobac.records.programme import Programme
    from lamtheobac.records.statement import Statement

__all__ = ["RULES"]


def _fewer_members_than_below(programme: Programme) -> Iterable[Found]:
    """Find organisations with fewer official members than those directly below them have together.

    Every member belongs to one of them. Those whose members are not given are left out, so that the sum is the least
    there can be; and only those are added that may all be there at one time: without an end, as their parent is.
    """
    below: dict[str, list[int]] = defaultdict(list)
    there = [each for each in programme.organisations if each.life is None or each.life.end is None]
    for each in there:
        if each.parent_id is not None and each.official_members is not None:
            below[each.parent_id].append(each.official_members)
    for each in there:
        members, parts = each.official_members, below.get(each.id, [])
        if members is not None and sum(parts) > members:
            values = {"members": members, "sum": sum(parts), "count": len(parts)}
            yield Found(
                path=("organisations", each.id, "official_members"),
                stated=str(members),
                recomputed=str(sum(parts)),
                values=values,
            )


def _total_below_subordinate(programme: Programme) -> Iterable[Found]:
    """Find totals of a report that are less than the total of one directly below, for the same time.

    Both reports must be of one time, known at both ends, and both totals speak of their whole report. Whoever states
    nothing is not looked at: missing is not zero.
    """
    totals: dict[Hashable, dict[str, Statement]] = defaultdict(dict)
    for statement in programme.statements:
        report = programme.reports.get(statement.report_id or "")
        if report is None or statement.about_ids or not is_amount(statement.figure):
            continue
        if report.period is not None and report.period.is_placed:
            days = (report.period.first_day, report.period.last_day)
            key = (statement.measure, kind_of(statement.figure), days)
            totals[key].setdefault(report.organisation_id, statement)
    for stated in totals.values():
        for organisation_id, lower in stated.items():
            organisation = programme.organisations.get(organisation_id)
            parent_id = None if organisation is None else organisation.parent_id
            upper = None if parent_id is None else stated.get(parent_id)
            if upper is not None and is_surely_above(lower.figure, upper.figure):
                values = {"stated": say(upper.figure), "below": say(lower.figure)}
                yield Found(
                    path=("statements", upper.id, "figure"),
                    stated=values["stated"],
                    recomputed=values["below"],
                    values=values,
                )


RULES: Final = (
    Rule(
        code="organisation/fewer-members-than-below",
        severity=Severity.WARNING,
        missing=Missing.BOUNDS,
        check=_fewer_members_than_below,
    ),
    Rule(code="total/below-subordinate", severity=Severity.WARNING, check=_total_below_subordinate),
)
