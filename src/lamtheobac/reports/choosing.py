"""What is made of the weights: which figure of the records is chosen for one of a report (chọn số liệu để ghép)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.reports.likeness import digits_of, is_far, is_same_time, weigh_nouns, weigh_roles
from lamtheobac.reports.subject_words import Role, Sureness
from lamtheobac.rules.amounts import is_surely_above
from lamtheobac.text.clean import search_key
from lamtheobac.values.comparison import Verdict, is_rate
from lamtheobac.values.figure import Approximation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lamtheobac.reports.recorded import Recorded
    from lamtheobac.reports.subjects import Subject
    from lamtheobac.values.figure import Figure

__all__ = [
    "NOWHERE",
    "UNREAD",
    "Choice",
    "Context",
    "Pair",
    "agreeing",
    "best_of",
    "by_weight",
    "has_grown",
    "is_of_another",
    "make_pair",
    "may_contradict",
    "says_the_same",
]

_TELLING_DIGITS: Final = 2
_FAR_BETTER: Final = (3, 3, 4, 5)
_ENOUGH_TO_AGREE: Final = 0
_ENOUGH_TO_BE_LOOSE: Final = 1
_SURE: Final = 8
_IN_WORDS: Final = frozenset(("content", "text", "occasion", "note"))


class Pair(NamedTuple):
    """A figure of a report and what was found for it (cặp số liệu).

    Attributes:
        verdict: How the two stand to each other.
        recorded: The figure of the records; None where there is none.
        sureness: How sure it is that this is the one.
        why: The code of the sentence that says why nobody can tell; empty where the verdict says all.
    """

    verdict: Verdict
    recorded: Recorded | None
    sureness: Sureness
    why: str = ""


class Context(NamedTuple):
    """What the text around a figure says, ready to be held against records."""

    figure: Figure
    subject: Subject
    clause: int
    topics: frozenset[str]
    far: frozenset[str]
    organisations: frozenset[str]
    named: frozenset[str]
    named_unknown: bool
    strange: frozenset[str]
    words: frozenset[str]


class Choice(NamedTuple):
    """A candidate with its verdict and the weight of what speaks for it."""

    weight: int
    verdict: Verdict
    recorded: Recorded


UNREAD: Final = Pair(Verdict.CANNOT_TELL, None, Sureness.UNSURE)
NOWHERE: Final = Pair(Verdict.NOT_IN_RECORDS, None, Sureness.UNSURE)


def best_of(choices: Iterable[Choice], verdict: Verdict) -> Choice | None:
    """Give the heaviest choice with a verdict, the first of equals."""
    return max((each for each in choices if each.verdict is verdict), key=by_weight, default=None)


def agreeing(
    context: Context, choices: Sequence[Choice], spoken_for: frozenset[object], *, is_shared: bool = False
) -> Choice | None:
    """Choose what agrees, unless a contradiction that nothing else agrees with is far likelier meant (chọn số khớp).

    Args:
        context: The figure of the report.
        choices: What it may be.
        spoken_for: The figures of the records that some figure of the report agrees with.
        is_shared: A better one of its clause claims the same: who lists two things does not mean one of them twice.
    """
    best, loose = best_of(choices, Verdict.AGREES), best_of(choices, Verdict.LOOSE)
    if loose is not None and (best is None or loose.weight > best.weight + _TELLING_DIGITS):
        best = loose
    enough = _ENOUGH_TO_AGREE if best is None or best.verdict is Verdict.AGREES else _ENOUGH_TO_BE_LOOSE
    if best is None or best.weight < enough:
        return None
    others = (
        each for each in choices if each.recorded.key not in spoken_for and may_contradict(context, each)
    )
    other = best_of(others, Verdict.CONTRADICTS)
    far = _FAR_BETTER[min(3, len(digits_of(context.figure)))]
    if best.verdict is Verdict.LOOSE or (best.recorded.figure.out_of and not context.figure.out_of):
        far = 1
    if is_shared or (best.verdict is Verdict.LOOSE and best.recorded.key in spoken_for):
        far = 0
    return None if other is not None and other.weight >= best.weight + far else best


def by_weight(choice: Choice) -> int:
    """Give what choices are ordered by (trọng số)."""
    return choice.weight


def make_pair(choice: Choice) -> Pair:
    """Make a pair of a choice."""
    sureness = Sureness.SURE if choice.weight >= _SURE else Sureness.LIKELY
    return Pair(choice.verdict, choice.recorded, sureness)


def has_grown(context: Context, recorded: Recorded) -> bool:
    """Tell whether a sum may have grown: the records count up to a day, and the text names another or none."""
    period, mine = recorded.period, context.subject.period
    is_dated = recorded.is_cumulative and period is not None and period.end is not None
    is_later = is_dated and (mine is None or period is None or not is_same_time(mine, period))
    return is_later and recorded.path[-1] != "length" and is_surely_above(context.figure, recorded.figure)


def may_contradict(context: Context, choice: Choice) -> bool:
    """Tell whether a figure may be held against another one at all: a part is no total."""
    subject, recorded = context.subject, choice.recorded
    if weigh_roles(subject.role, recorded.role) < 0:
        return False
    if recorded.path[-1] == "length":
        return subject.period is not None and subject.period.length == context.figure
    if subject.role is Role.PART and recorded.role is not Role.PART:
        return len(recorded.actions) == 1 and recorded.actions.issuperset(subject.actions[:1])
    return recorded.path[0] != "organisations" or not subject.actions


def is_of_another(context: Context, choice: Choice) -> bool:
    """Tell whether a figure may be of another thing: no name ties the two, and it is of others, far off, or of what?"""
    recorded, claim = choice.recorded, context.figure
    if recorded.topics & context.topics:
        return False
    if not context.strange <= recorded.words:
        # A place that the record itself speaks of is none of others.
        return True
    if claim.value is None and claim.approximation is Approximation.ABOUT:
        # "hàng trăm triệu đồng" is no slip of any figure, and about 30 to 50 hardly.
        return True
    if not is_rate(claim):
        return is_far(claim, recorded.figure)
    if claim.out_of is not None or recorded.figure.out_of is not None:
        return False
    told = recorded.words.intersection(search_key(context.subject.of).split())
    return not told and weigh_nouns(claim, recorded.figure) <= 0


def says_the_same(context: Context, recorded: Recorded) -> bool:
    """Tell whether a text says all the words of a record."""
    return recorded.path[-1] in _IN_WORDS and len(recorded.words) > 2 and recorded.words <= context.words
