"""What a dialogue's figures must be to each other (quy tắc về đối thoại)."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from lamtheobac.records.statement import Measure, Statement
from lamtheobac.rules.amounts import count_span, is_counted, say
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.text.numbers import format_number, format_percent
from lamtheobac.values.comparison import Interval, Verdict, possible_values, values_in_agreement
from lamtheobac.values.decimals import from_fraction
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lamtheobac.records.dialogue import Dialogue
    from lamtheobac.records.programme import Programme

__all__ = ["RULES", "bases_for"]


def _claims(programme: Programme) -> Iterator[tuple[Statement, Dialogue]]:
    """Pair every stated share of resolved cases with the one dialogue it speaks of."""
    for statement in programme.statements:
        if statement.measure is Measure.CASES_RESOLVED_RATE and len(statement.about_ids) == 1:
            dialogue = programme.dialogues.get(statement.about_ids[0])
            if dialogue is not None:
                yield statement, dialogue


def _path(statement: Statement) -> tuple[str, ...]:
    return ("statements", statement.id, "figure")


def bases_for(claim: Figure, part: int) -> tuple[int, int] | None:
    """Find the wholes of which a part is the share that a claim states (cơ sở cần có).

    Args:
        claim: A percentage or a fraction.
        part: The count, more than zero.

    Returns:
        The least and the greatest whole, or None where there is none.

    >>> bases_for(Figure.parse("hơn 90%"), 30), bases_for(Figure.parse("gần 90%"), 30)
    ((30, 33), (34, 37))
    >>> bases_for(Figure.parse("0%"), 30) is None
    True
    """
    possible, agreed = possible_values(claim), values_in_agreement(claim)
    # The side that the word names is strict: "hơn 90%" of 30 cases is no base of which 30 are just 90%.
    low, low_open = possible.low, possible.without_low
    high, high_open = possible.high, possible.without_high
    if claim.approximation is Approximation.MORE_THAN:
        low, low_open = agreed.low, agreed.without_low
    if claim.approximation is Approximation.NEARLY:
        high, high_open = agreed.high, agreed.without_high
    span = Interval(low, high, low_open, high_open)
    if low is None or low <= 0 or high == 0:
        # "tối đa 90%" and "0%": every greater whole does, or none.
        return None
    least = part if high is None else max(part, ceil(Fraction(100 * part) / high))
    least += not span.has(Fraction(100 * part, least))
    most = floor(Fraction(100 * part) / low)
    most -= most > 0 and not span.has(Fraction(100 * part, most))
    return (least, most) if least <= most else None


def _rate_contradicts(programme: Programme) -> Iterable[Found]:
    """Hold a stated share against the cases received: both counts are in the records."""
    for statement, dialogue in _claims(programme):
        done, received = dialogue.done, dialogue.received
        if done is None or received is None or not (is_counted(done) and is_counted(received)):
            continue
        assert done.value is not None and received.value is not None  # noqa: S101, PT018  counted figures have values
        if not received.value:
            continue
        share = Figure.share(int(done.value), out_of=int(received.value))
        if statement.figure.compare(share) is Verdict.CONTRADICTS:
            percent = format_percent(share.percent())
            yield Found(
                path=_path(statement),
                stated=say(statement.figure),
                recomputed=percent,
                values={
                    "stated": say(statement.figure),
                    "resolved": int(done.value),
                    "received": int(received.value),
                    "percent": percent,
                },
            )


def _rate_needs_base(programme: Programme) -> Iterable[Found]:
    """Say which number of cases a stated share would need, where the report gives none.

    The citizens met are no such number, since one may bring several cases; but when they are all that the
    report gives, its reader will divide by them.
    """
    for statement, dialogue in _claims(programme):
        done, citizens = dialogue.done, dialogue.citizens
        if dialogue.received is not None or done is None or not is_counted(done) or not done.value:
            continue
        if citizens is None or not is_counted(citizens) or not citizens.value:
            continue
        share = Figure.share(int(done.value), out_of=int(citizens.value))
        bases = bases_for(statement.figure, int(done.value))
        if statement.figure.compare(share) is Verdict.CONTRADICTS and bases is not None:
            percent = format_percent(share.percent())
            yield Found(
                path=_path(statement),
                stated=say(statement.figure),
                recomputed=percent,
                values={
                    "stated": say(statement.figure),
                    "resolved": int(done.value),
                    "citizens": int(citizens.value),
                    "percent": percent,
                    "least": bases[0],
                    "most": bases[1],
                },
            )


def _rate_without_counts(programme: Programme) -> Iterable[Found]:
    """Note a share that nobody can recompute: neither its count nor its whole is in the records."""
    for statement, dialogue in _claims(programme):
        if dialogue.received is None and dialogue.done is None and statement.figure.out_of is None:
            yield Found(
                path=_path(statement),
                stated=say(statement.figure),
                values={"stated": say(statement.figure)},
            )


def _resolved_above_received(programme: Programme) -> Iterable[Found]:
    """Find more cases resolved than there were."""
    for dialogue in programme.dialogues:
        for name in ("resolved", "instructed"):
            done: Figure | None = getattr(dialogue, name)
            if done is None or dialogue.received is None or done.unit is not dialogue.received.unit:
                continue
            low, high = count_span(done).low, count_span(dialogue.received).high
            if low is not None and high is not None and low > high:
                yield Found(
                    path=("dialogues", dialogue.id, name),
                    stated=_count(low),
                    recomputed=_count(high),
                    values={"done": _count(low), "received": _count(high)},
                )


def _citizens_at_no_meeting(programme: Programme) -> Iterable[Found]:
    """Find citizens who were met although no meeting was held."""
    for dialogue in programme.dialogues:
        meetings, citizens = dialogue.meetings, dialogue.citizens
        if meetings is None or citizens is None or not is_counted(meetings) or meetings.value:
            continue
        low = count_span(citizens).low
        if low is not None and low > 0:
            yield Found(path=("dialogues", dialogue.id, "meetings"), values={"citizens": _count(low)})


def _cases_of_nobody(programme: Programme) -> Iterable[Found]:
    """Find cases received where no citizen was met: somebody brought each of them.

    Cases that came by letter may be counted with the dialogue, so this is a warning.
    """
    for dialogue in programme.dialogues:
        citizens, received = dialogue.citizens, dialogue.received
        if citizens is None or received is None or citizens.value or count_span(citizens).high != 0:
            continue
        low = count_span(received).low
        if low is not None and low > 0:
            path = ("dialogues", dialogue.id, "citizens")
            yield Found(path=path, stated="0", recomputed=_count(low), values={"received": _count(low)})


def _instructed_only(programme: Programme) -> Iterable[Found]:
    """Note shares of resolved cases where the records know only of cases that were ordered to be resolved."""
    for statement, dialogue in _claims(programme):
        if dialogue.resolved is None and dialogue.instructed is not None:
            yield Found(
                path=_path(statement),
                stated=say(statement.figure),
                values={"stated": say(statement.figure)},
            )


def _rate_of_citizens(programme: Programme) -> Iterable[Found]:
    """Find shares of resolved cases counted in people: one citizen may bring several cases."""
    for statement in programme.statements:
        claim = statement.figure
        is_of_cases = statement.measure is Measure.CASES_RESOLVED_RATE and claim.out_of is not None
        if is_of_cases and claim.unit in (Unit.PERSON, Unit.PERSON_TURN):
            yield Found(path=_path(statement), stated=say(claim), values={"stated": say(claim)})


def _count(value: Fraction) -> str:
    return format_number(from_fraction(value, 2))


RULES: Final = (
    Rule(code="dialogue/citizens-at-no-meeting", severity=Severity.ERROR, check=_citizens_at_no_meeting),
    Rule(code="dialogue/cases-of-nobody", severity=Severity.WARNING, check=_cases_of_nobody),
    Rule(code="dialogue/rate-contradicts-cases", severity=Severity.ERROR, check=_rate_contradicts),
    Rule(
        code="dialogue/rate-needs-other-base",
        severity=Severity.WARNING,
        missing=Missing.FOUND,
        check=_rate_needs_base,
    ),
    Rule(
        code="dialogue/rate-without-counts",
        severity=Severity.INFO,
        missing=Missing.FOUND,
        check=_rate_without_counts,
    ),
    Rule(
        code="dialogue/instructed-is-not-resolved",
        severity=Severity.INFO,
        missing=Missing.FOUND,
        check=_instructed_only,
    ),
    Rule(code="dialogue/rate-of-citizens", severity=Severity.WARNING, check=_rate_of_citizens),
    Rule(
        code="dialogue/more-resolved-than-received", severity=Severity.ERROR, check=_resolved_above_received
    ),
)
