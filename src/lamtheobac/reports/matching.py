"""Which figure of the records a figure of a report speaks of (ghép số liệu báo cáo với sổ).

A figure is held only against figures of its kind: the same unit, or both shares. Among those, what its sentence names
decides, then what was done, what is counted, the words it shares with the record, and the time. Every reason has its
weight in one table, and the sum says how sure it is.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

import attrs

from lamtheobac.reports.choosing import (
    NOWHERE,
    UNREAD,
    Choice,
    Context,
    Pair,
    agreeing,
    best_of,
    by_weight,
    has_grown,
    is_of_another,
    make_pair,
    may_contradict,
    says_the_same,
)
from lamtheobac.reports.likeness import (
    digits_of,
    is_slip,
    kind_in_reports,
    weigh_nouns,
    weigh_roles,
    weigh_times,
)
from lamtheobac.reports.naming import find_mentions, find_own_report, index_names, look_up
from lamtheobac.reports.recorded import list_recorded
from lamtheobac.reports.strangers import find_strangers
from lamtheobac.reports.subject_words import EMPTY_WORDS, Role, Sureness
from lamtheobac.reports.weighing import weigh
from lamtheobac.values.comparison import Verdict
from lamtheobac.values.figure import Approximation

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from lamtheobac.records.programme import Programme
    from lamtheobac.reports.recorded import Recorded
    from lamtheobac.reports.subjects import Reading, Subject

__all__ = ["Pair", "pair_figures"]

# What speaks for and against a figure of the records.
_NAMED: Final = 6
_NAMED_OTHERWISE: Final = -6
_TOLD_ELSEWHERE: Final = -3
_NAMED_FAR_OFF: Final = 1
_NEIGHBOURS: Final = 4
_DERIVED: Final = -3
_SAME_DEED_NEAREST: Final = 3
_SAME_DEED: Final = 2
_OTHER_DEED: Final = -2
_MOST_WORDS: Final = 4
_SAME_ORGANISATION: Final = 2
_OTHER_ORGANISATION: Final = -3
_OWN_REPORT: Final = 1
_TELLING_DIGITS: Final = 2
_SAME_WORDS: Final = 3
_SLIP: Final = 4
_SAID_SO: Final = 4
_LAST_LEFT: Final = 4

# What the sums mean.
_ENOUGH_TO_DOUBT: Final = 2
_ENOUGH_TO_CONTRADICT: Final = 5

_MOST_CANDIDATES: Final = 48
_WORDS_BACK: Final = 40
_WORDS_AHEAD: Final = 20


def pair_figures(reading: Reading, programme: Programme) -> list[Pair]:
    """Find for each figure of a report the figure of the records that it speaks of (ghép số liệu)."""
    return _Matcher(reading, programme).run()


class _Matcher:
    """Holds what is looked up again and again: the records by kind, the names, the parts of the text."""

    def __init__(self, reading: Reading, programme: Programme) -> None:
        self._reading = reading
        self._committee = programme.committee_id
        self._names = index_names(programme)
        self._own_report = find_own_report(reading.passages, programme)
        self._organisations: frozenset[str] = frozenset(programme.organisations.keys())
        self._bodies: frozenset[str] = frozenset(programme.bodies.keys())
        self._by_kind: dict[Hashable, list[Recorded]] = {}
        for each in list_recorded(programme):
            kind = kind_in_reports(each.figure)
            keys: list[Hashable] = [kind, (kind, each.figure.value, each.figure.high)]
            keys += [(kind, topic) for topic in each.topics]
            for key in keys:
                self._by_kind.setdefault(key, []).append(each)
        self._mentions: dict[int, list[tuple[int, tuple[str, ...]]]] = {}
        mentions = find_mentions(reading.passages, self._names)
        self._strangers = find_strangers(reading.passages, self._names, mentions, programme)
        self._told = frozenset(each for mention in mentions for each in mention.ids) - self._organisations
        for mention in mentions:
            clause = reading.passages.clauses[mention.first]
            self._mentions.setdefault(clause, []).append((mention.first, mention.ids))

    def run(self) -> list[Pair]:
        """Pair what agrees first; what is left is then held against what nobody has claimed yet."""
        contexts = [
            self._context(subject, *tokens, following[0])
            for subject, tokens, following in zip(
                self._reading.subjects,
                self._reading.tokens,
                (*self._reading.tokens[1:], (len(self._reading.passages.keys), 0)),
                strict=False,
            )
        ]
        choices = [[] if context is None else self._choices(context, frozenset()) for context in contexts]
        spoken_for = frozenset(
            best.recorded.key
            for each in choices
            if (best := best_of(each, Verdict.AGREES)) is not None and best.weight >= _ENOUGH_TO_DOUBT
        )
        chosen = _choose(contexts, choices, spoken_for)
        claimed: set[object] = set()
        neighbours: dict[int, frozenset[str]] = {}
        for context, each in zip(contexts, chosen, strict=True):
            if context is None or each is None:
                continue
            claimed.add(each.recorded.key)
            if each.weight >= _ENOUGH_TO_DOUBT:
                known = neighbours.get(context.clause, frozenset())
                neighbours[context.clause] = known | each.recorded.topics | {str(each.recorded.path[1])}
        last = self._last_left(contexts, chosen, claimed)
        return [
            UNREAD
            if context is None
            else self._left(context, claimed, neighbours, last)
            if each is None
            else make_pair(each)
            for each, context in zip(chosen, contexts, strict=True)
        ]

    def _last_left(
        self, contexts: Sequence[Context | None], chosen: Sequence[Choice | None], claimed: set[object]
    ) -> frozenset[Hashable]:
        """Find kinds of which one figure of the text and one of the records are left, where half of the text agrees."""
        left = [
            context
            for context, choice in zip(contexts, chosen, strict=True)
            if context is not None and choice is None
        ]
        if 2 * len(left) > len(contexts):
            return frozenset()
        mine = Counter(kind_in_reports(context.figure) for context in left)
        return frozenset(
            kind
            for kind, count in mine.items()
            if count == 1
            and sum(
                each.role is not Role.SAID and each.key not in claimed for each in self._by_kind.get(kind, ())
            )
            == 1
        )

    def _context(self, subject: Subject, first: int, stop: int, following: int) -> Context | None:
        """Gather what the text says around a figure; None for a malformed one."""
        figure = subject.found.figure
        if figure is None:
            return None
        passages = self._reading.passages
        clause = passages.clauses[first]
        named = [mention for mention in self._mentions.get(clause, ()) if mention[0] < following]
        bodies = self._nearest(named, first, self._bodies)
        topics = self._nearest(named, first, self._told - self._bodies) or bodies
        organisations = self._nearest(named, first, self._organisations) | bodies
        is_near = subject.sureness is not Sureness.UNSURE
        unknown = False
        far: frozenset[str] = frozenset()
        if not topics and subject.name:
            far = frozenset(look_up(self._names, subject.name)) - self._organisations
            if is_near:
                topics = far
                unknown = not far and subject.called not in ("", "-")
        if not organisations and subject.organisation:
            organisations = self._organisations.intersection(look_up(self._names, subject.organisation))
        start = max(passages.clause_starts[clause], first - _WORDS_BACK)
        end = min(passages.clause_starts[passages.clauses[stop - 1] + 1], stop + _WORDS_AHEAD)
        words = frozenset(passages.keys[start:end]) - EMPTY_WORDS
        # The committee whose report it is stands for no other: only its own members are told of it.
        others = frozenset[str]() if self._committee in organisations else organisations
        strange = self._strangers.get(passages.sentences[first], frozenset())
        return Context(figure, subject, clause, topics, far, others, organisations, unknown, strange, words)

    def _nearest(
        self, named: Sequence[tuple[int, tuple[str, ...]]], first: int, wanted: frozenset[str]
    ) -> frozenset[str]:
        """Give which of the wanted is named nearest before a token in its clause, or else the first behind it."""
        behind: frozenset[str] = frozenset()
        before: frozenset[str] = frozenset()
        for at, ids in named:
            found = wanted.intersection(ids)
            if found and at < first:
                before = found
            elif found and not behind:
                behind = found
        return before or behind

    def _candidates(self, context: Context, topics: Iterable[str]) -> list[Recorded]:
        """Give the figures of the records that may be meant: of what is named, of the same value, of the kind."""
        figure = context.figure
        kinds = [kind_in_reports(figure)]
        if context.subject.role is Role.EACH and not figure.per:
            kinds.append(kind_in_reports(figure, each=True))
        keys: list[Hashable] = [(kind, topic) for kind in kinds for topic in sorted(topics)]
        for kind in kinds:
            keys += [(kind, figure.value, figure.high), kind]
        found: dict[object, Recorded] = {}
        for key in keys:
            for each in self._by_kind.get(key, ())[:_MOST_CANDIDATES]:
                found.setdefault(each.key, each)
        return list(found.values())

    def _choices(self, context: Context, topics: frozenset[str]) -> list[Choice]:
        """Weigh every candidate."""
        found: list[Choice] = []
        for recorded in self._candidates(context, context.topics | topics):
            claim = context.figure
            if context.subject.role is Role.EACH and not claim.per and recorded.figure.per:
                claim = attrs.evolve(claim, per=recorded.figure.per, text=None)
            verdict = weigh(claim, recorded.figure)
            is_told = recorded.role is not Role.SAID or says_the_same(context, recorded)
            if verdict is not Verdict.AGREES and not is_told:
                continue
            if verdict is not Verdict.CANNOT_TELL:
                found.append(Choice(self._weight(context, recorded, topics), verdict, recorded))
        return found

    def _left(
        self,
        context: Context,
        claimed: set[object],
        neighbours: dict[int, frozenset[str]],
        last: frozenset[Hashable],
    ) -> Pair:
        """Decide about a figure that agrees with nothing."""
        choices = self._choices(context, neighbours.get(context.clause, frozenset()))
        free = [each for each in choices if each.recorded.key not in claimed]
        best = max(free, key=by_weight, default=None)
        if best is not None and best.weight > 0 and kind_in_reports(context.figure) in last:
            best = best._replace(weight=best.weight + _LAST_LEFT)
        if best is None or best.weight < _ENOUGH_TO_DOUBT:
            return NOWHERE
        if best.verdict is Verdict.CONTRADICTS:
            if (
                best.weight < _ENOUGH_TO_CONTRADICT
                or not may_contradict(context, best)
                or is_of_another(context, best)
            ):
                return Pair(Verdict.CANNOT_TELL, best.recorded, Sureness.UNSURE)
            twin = best_of(choices, Verdict.AGREES)
            if twin is not None and len(digits_of(context.figure)) > 2:
                # The records hold this very number of something else: no contradiction is sure then.
                return Pair(Verdict.CANNOT_TELL, twin.recorded, Sureness.UNSURE, "match/of-another")
            if has_grown(context, best.recorded):
                return Pair(Verdict.CANNOT_TELL, best.recorded, Sureness.LIKELY, "match/may-have-grown")
        return make_pair(best)

    def _weight(self, context: Context, recorded: Recorded, neighbours: frozenset[str]) -> int:
        """Add up what speaks for and against a figure of the records."""
        subject = context.subject
        weight = 0
        if recorded.topics & context.topics:
            weight += _NAMED
        elif (context.topics - self._bodies and recorded.topics) or (
            context.named_unknown and recorded.topics
        ):
            weight += _NAMED_OTHERWISE
        elif recorded.topics & (context.far | self._told):
            weight += _NAMED_FAR_OFF if recorded.topics & context.far else _TOLD_ELSEWHERE
        is_near = bool(recorded.topics & (context.topics or neighbours)) or recorded.path[1] in neighbours
        if is_near and not recorded.topics & context.topics:
            weight += _NEIGHBOURS
        if not is_near and recorded.figure.out_of is not None and context.figure.out_of is None:
            # A share that only the counts give is meant where those stand beside it.
            weight += _DERIVED
        if recorded.actions and subject.actions:
            if subject.actions[0] in recorded.actions:
                weight += _SAME_DEED_NEAREST
            else:
                weight += _SAME_DEED if recorded.actions.intersection(subject.actions) else _OTHER_DEED
        weight += weigh_nouns(context.figure, recorded.figure)
        weight += min(_MOST_WORDS, len(recorded.words & context.words))
        weight += weigh_times(subject, recorded)
        weight += weigh_roles(subject.role, recorded.role)
        whose = context.named if recorded.path[0] == "organisations" else context.organisations
        if whose and recorded.organisations:
            same = recorded.organisations & whose
            weight += _SAME_ORGANISATION if same else _OTHER_ORGANISATION
        weight += _OWN_REPORT if self._own_report and recorded.report_id == self._own_report else 0
        if recorded.role is Role.SAID and says_the_same(context, recorded):
            weight += _SAID_SO
        mine, theirs = digits_of(context.figure), digits_of(recorded.figure)
        if len(mine) > 2:
            weight += _TELLING_DIGITS if mine == theirs else _SLIP if is_slip(mine, theirs) else 0
        if len(mine) > 2 or context.figure.approximation is not Approximation.EXACT:
            weight += _SAME_WORDS if str(context.figure) == str(recorded.figure) else 0
        return weight


def _choose(
    contexts: Sequence[Context | None], choices: Sequence[Sequence[Choice]], spoken_for: frozenset[object]
) -> list[Choice | None]:
    """Choose what agrees for each figure; of two in one clause that claim the same, the weaker is looked at again."""
    chosen = [
        None if context is None else agreeing(context, each, spoken_for)
        for context, each in zip(contexts, choices, strict=True)
    ]
    claims: dict[tuple[int, object], list[tuple[int, Choice, Context]]] = {}
    for place, (context, each) in enumerate(zip(contexts, chosen, strict=True)):
        if context is not None and each is not None:
            claims.setdefault((context.clause, each.recorded.key), []).append((place, each, context))
    for same in claims.values():
        first, _, _ = max(same, key=lambda claim: claim[1].weight)
        for place, _, context in same:
            if place != first:
                chosen[place] = agreeing(context, choices[place], spoken_for, is_shared=True)
    return chosen
