"""Totals, against the parts that the records give (quy tắc về tổng số)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.records.contribution import Accrual
from lamtheobac.records.outcome import OutcomeKind
from lamtheobac.records.statement import Measure
from lamtheobac.rules.amounts import add_up, is_amount, is_counted, is_surely_above, kind_of, say
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.rules.parts import HOUSES, RECIPIENTS, plain_count
from lamtheobac.rules.sums import Sum, Sums
from lamtheobac.rules.times import same_time_key
from lamtheobac.values.comparison import Verdict, is_rate
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from lamtheobac.records.outcome import Outcome
    from lamtheobac.records.programme import Programme
    from lamtheobac.records.statement import Statement
    from lamtheobac.values.figure import Figure

__all__ = ["RULES"]

_OVERLAPPING: Final = (Measure.HOUSEHOLDS_TOTAL, Measure.CITIZENS_TOTAL)
"""Whom two records may both count: a household helped twice is still one household."""


class _Difference(NamedTuple):
    """A total that its parts contradict, and whether nothing is in doubt."""

    is_certain: bool
    found: Found


def _contradicts(total: Figure, parts: Sum) -> bool:
    """Tell whether parts contradict a total: where some are missing, only by being more than it already."""
    if parts.is_complete:
        return total.compare(parts.figure) is Verdict.CONTRADICTS
    return is_surely_above(parts.figure, total)


def _difference(path: tuple[str, ...], total: Figure, parts: Sum, *, is_certain: bool) -> _Difference:
    stated, recomputed = say(total), say(parts.figure)
    values: dict[str, str | int] = {"stated": stated, "recomputed": recomputed, "count": parts.members}
    found = Found(path=path, stated=stated, recomputed=recomputed, values=values)
    return _Difference(is_certain and is_counted(total) and parts.is_counted, found)


def _statements(programme: Programme) -> Iterator[_Difference]:
    """Hold every stated total against its parts.

    Without ids a total speaks of the records of its own report, or of all: it is doubted only where neither fits,
    and not at all where no record is of its report or of none. It is an error only where the records are named and
    all counted in full; and never for households and citizens, who may be counted by two records. Shares, and totals
    of nobody knows what, are no totals.
    """
    sums = Sums(programme)
    for statement in programme.statements:
        total = statement.figure
        is_of_awards = statement.measure is Measure.AWARDS_TOTAL
        # Recipients of awards need no name: "126" are all of them together.
        if is_rate(total) or not (is_of_awards or is_amount(total)):
            continue
        readings = [parts for parts in _readings(sums, statement) if parts is not None]
        if is_of_awards and total.unit is Unit.ITEM:
            total = plain_count(total)
        if readings and all(_contradicts(total, parts) for parts in readings):
            is_named = bool(statement.about_ids) and sums.are_parts(statement.measure, statement.about_ids)
            yield _difference(
                ("statements", statement.id, "figure"),
                total,
                readings[0],
                is_certain=is_named and readings[0].is_complete and statement.measure not in _OVERLAPPING,
            )


def _readings(sums: Sums, statement: Statement) -> Iterator[Sum | None]:
    """Give the sums that a statement may speak of."""
    measure, kind, report_id = statement.measure, kind_of(statement.figure), statement.report_id
    if statement.about_ids:
        yield sums.sum_about(measure, kind, statement.about_ids)
    elif report_id is None:
        yield sums.sum_of_all(measure, kind)
    elif sums.has_parts(measure, report_id) or sums.has_parts(measure, None):
        yield sums.sum_of_all(measure, kind, report_id)
        yield sums.sum_of_all(measure, kind)


def _recipients(programme: Programme) -> Iterator[_Difference]:
    """Hold the recipients of an award against the collectives, people and households it counts apart.

    All three together are the recipients; fewer are only some of them, since missing is not zero, and contradict
    only by being more.
    """
    for award in programme.awards:
        given: list[Figure] = [
            figure
            for name in RECIPIENTS
            if (figure := getattr(award, name)) is not None and not is_rate(figure)
        ]
        total = add_up([plain_count(figure) for figure in given])
        if award.recipients is None or is_rate(award.recipients) or total is None:
            continue
        is_complete = len(given) == len(RECIPIENTS)
        parts = Sum(total, len(given), is_complete, all(is_counted(figure) for figure in given))
        recipients = plain_count(award.recipients)
        if _contradicts(recipients, parts):
            yield _difference(("awards", award.id, "recipients"), recipients, parts, is_certain=True)


def _houses(programme: Programme) -> Iterator[_Difference]:
    """Hold all houses against those built and those repaired of the same model and time.

    Where only one of the two is given it is only some of them: missing is not zero. Nothing is said of houses of
    nothing in particular, nor of several cumulative figures, of which the latest counts.
    """
    groups: dict[Hashable, dict[OutcomeKind, list[Outcome]]] = defaultdict(lambda: defaultdict(list))
    for outcome in programme.outcomes:
        figure = outcome.figure
        are_houses = outcome.kind in HOUSES and figure.unit is Unit.HOUSE and is_amount(figure)
        if are_houses and outcome.of_id is not None:
            key = (outcome.of_id, outcome.aim, outcome.accrual, same_time_key(outcome))
            groups[key][outcome.kind].append(outcome)
    for kinds in groups.values():
        wholes = kinds.get(OutcomeKind.HOUSES, [])
        halves = [kinds[kind] for kind in HOUSES[1:] if kind in kinds]
        if not wholes or not halves:
            continue
        if wholes[0].accrual is Accrual.CUMULATIVE and any(len(each) > 1 for each in (wholes, *halves)):
            continue
        given = [outcome.figure for half in halves for outcome in half]
        total, sum_of_halves = add_up([outcome.figure for outcome in wholes]), add_up(given)
        if total is None or sum_of_halves is None:
            continue
        parts = Sum(sum_of_halves, len(given), len(halves) == 2, all(map(is_counted, given)))
        if _contradicts(total, parts):
            path = ("outcomes", wholes[0].id, "figure")
            yield _difference(path, total, parts, is_certain=_is_of_known_time(wholes[0]))


def _is_of_known_time(outcome: Outcome) -> bool:
    """Tell whether what has the same time key is surely of the same time."""
    return outcome.report_id is not None or (outcome.period is not None and outcome.period.is_placed)


def _differences(programme: Programme) -> Iterator[_Difference]:
    yield from _statements(programme)
    yield from _recipients(programme)
    yield from _houses(programme)


def _contradicts_parts(programme: Programme) -> Iterable[Found]:
    """Find totals that are not the sum of their parts, where nothing is in doubt."""
    return (each.found for each in _differences(programme) if each.is_certain)


def _differs_from_parts(programme: Programme) -> Iterable[Found]:
    """Find totals that are not the sum of their parts, as far as that is known."""
    return (each.found for each in _differences(programme) if not each.is_certain)


RULES: Final = (
    Rule(
        code="total/contradicts-parts",
        severity=Severity.ERROR,
        missing=Missing.BOUNDS,
        check=_contradicts_parts,
    ),
    Rule(
        code="total/differs-from-parts",
        severity=Severity.WARNING,
        missing=Missing.BOUNDS,
        check=_differs_from_parts,
    ),
)
