"""Shares of those who take part, against those that the records count (quy tắc về tỷ lệ tham gia)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeGuard

from lamtheobac.records.statement import Measure
from lamtheobac.rules.amounts import is_counted, say
from lamtheobac.rules.finding import Found, Rule, Severity
from lamtheobac.rules.times import same_time_key
from lamtheobac.text.clean import search_key
from lamtheobac.text.numbers import format_percent
from lamtheobac.values.comparison import Verdict, is_rate
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Iterator

    from lamtheobac.records.participation import Participation
    from lamtheobac.records.programme import Programme
    from lamtheobac.records.statement import Statement
    from lamtheobac.values.figure import Figure

__all__ = ["RULES", "hold_share", "is_fraction", "stated_shares"]


def stated_shares(programme: Programme) -> Iterator[tuple[Statement, str]]:
    """Go through the stated shares that speak of one record, with its id (tỷ lệ đã nêu)."""
    for statement in programme.statements:
        is_share = statement.measure is Measure.COVERAGE and is_rate(statement.figure)
        if is_share and len(statement.about_ids) == 1:
            yield statement, statement.about_ids[0]


def is_fraction(figure: Figure | None) -> TypeGuard[Figure]:
    """Tell whether a figure has both its part and its whole (có phải phân số)."""
    return figure is not None and figure.out_of is not None


def hold_share(path: tuple[str, ...], claim: Figure, other: Figure) -> Iterator[Found]:
    """Hold a share against another, said with its percentage where it has both counts (đối chiếu tỷ lệ).

    The percentage has as many decimals as the claim, so that both can be seen to differ.
    """
    if claim.compare(other) is Verdict.CONTRADICTS:
        stated, counted = say(claim), say(other)
        if other.out_of is not None:
            decimals = -claim.step.adjusted()
            counted += f" ({format_percent(other.percent(min(max(decimals, 1), 6)))})"
        yield Found(
            path=path, stated=stated, recomputed=counted, values={"stated": stated, "counted": counted}
        )


def _contradicts_count(programme: Programme) -> Iterable[Found]:
    """Hold a stated share against the one participation it speaks of, counted in full with its whole.

    A participation without a count or without a whole says nothing here: missing is not zero. Nor does a share
    that speaks of several participations, since the same people may be in more than one.
    """
    for statement, about in stated_shares(programme):
        record = programme.participations.get(about)
        if record is not None and is_fraction(record.count) and is_counted(record.count):
            yield from hold_share(("statements", statement.id, "figure"), statement.figure, record.count)


def _likeness(each: Participation) -> Hashable:
    """Tell what two participations must share to be about the same thing at the same time."""
    return each.of_id, each.kind, each.subjects, search_key(each.content), same_time_key(each)


def _contradicts_participation(programme: Programme) -> Iterable[Found]:
    """Hold a share against another record that is likely, but not sure, to speak of the same.

    A bare percentage is held against the fraction that another participation gives for the same model, theme or
    organisation, with the same doing, subjects and content, at the same time; a statement against the fraction of
    the model, theme or organisation it speaks of, or against the percentage or hedged fraction of a participation.
    Where there is no fraction nothing is said, for missing is not zero; where there are several, nobody can tell
    which of them is meant.
    """
    alike: dict[Hashable, list[Figure]] = defaultdict(list)
    of: dict[str, list[Figure]] = defaultdict(list)
    for each in programme.participations:
        if each.of_id is not None and is_fraction(each.count):
            alike[_likeness(each)].append(each.count)
            of[each.of_id].append(each.count)
    for each in programme.participations:
        if each.count is not None and each.count.unit is Unit.PERCENT:
            for fraction in _only(alike.get(_likeness(each), ())):
                yield from hold_share(("participations", each.id, "count"), each.count, fraction)
    for statement, about in stated_shares(programme):
        record = programme.participations.get(about)
        if record is None:
            others = _only(of.get(about, ()))
        else:
            # A fraction counted in full is for the rule above.
            is_doubtful = record.count is not None and not (
                is_fraction(record.count) and is_counted(record.count)
            )
            others = (record.count,) if is_doubtful and record.count is not None else ()
        for other in others:
            yield from hold_share(("statements", statement.id, "figure"), statement.figure, other)


def _only(figures: Collection[Figure]) -> Collection[Figure]:
    """Keep a figure that stands alone."""
    return figures if len(figures) == 1 else ()


RULES: Final = (
    Rule(code="coverage/contradicts-count", severity=Severity.ERROR, check=_contradicts_count),
    Rule(
        code="coverage/contradicts-participation",
        severity=Severity.WARNING,
        check=_contradicts_participation,
    ),
)
