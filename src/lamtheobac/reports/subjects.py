"""What a figure speaks of: the name, the organisation, the action, the time, percent of what (số liệu nói về gì).

Rules that a person can read, over the tables of `subject_words`: the nearest name in quotation marks before the
figure, the nearest action, the nearest time. How near they stand is how sure the answer is.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve, field, frozen

from lamtheobac.reports.finding_figures import FoundFigure, find_figures
from lamtheobac.reports.organisation_words import Named, find_organisations
from lamtheobac.reports.passages import Passages, Quote, read_passages
from lamtheobac.reports.period_words import Time, find_times
from lamtheobac.reports.prose import BEHIND
from lamtheobac.reports.subject_words import ACTIONS, CONTINUING, ROLES, Action, Role, Sureness, find_phrase
from lamtheobac.values.dates import Period
from lamtheobac.values.privacy import PUBLIC
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Reading", "Subject", "find_subjects", "read_report"]

_AHEAD: Final = 12
_BACK: Final = 40
_ROLE_BACK: Final = 7
_TARGET_BACK: Final = 10
_MOVES: Final = frozenset(("lên", "xuống", "còn"))
_QUOTES_BACK: Final = 4
_NONE: Final = 3
_SPANS: Final = frozenset((Unit.YEAR, Unit.MONTH, Unit.DAY))
_THROUGH: Final = frozenset(("qua", "trong", "sau", "suốt", "hơn", "gần"))


@frozen(kw_only=True)
class Subject:
    """What one figure of a text speaks of (đối tượng của số liệu).

    Attributes:
        found: The figure.
        name: The name in quotation marks that it belongs to; empty where there is none.
        called: What that is the name of, such as "mô hình"; empty where no word says so.
        organisation: The organisation named nearest before it; empty where there is none.
        actions: What was done, the nearest first.
        role: A result, a total, a part of one, a target, a change, an amount for each.
        period: The time the text gives for it.
        of: What a percentage is of, in the text's words.
        start: The first character of its clause in the text as given.
        end: The character after the clause.
        sureness: Sure where name and action stand in its own clause; likely where one of them does, or the name
            stands in the sentence or the one before; else unsure.
    """

    found: FoundFigure
    name: str = field(default="", metadata=PUBLIC)
    called: str = field(default="", metadata=PUBLIC)
    organisation: str = field(default="", metadata=PUBLIC)
    actions: tuple[Action, ...] = ()
    role: Role = Role.RESULT
    period: Period | None = None
    of: str = field(default="", metadata=PUBLIC)
    start: int
    end: int
    sureness: Sureness = Sureness.UNSURE


class Reading(NamedTuple):
    """A report that was read: its parts, and its figures with their places and subjects (báo cáo đã đọc).

    Attributes:
        passages: The text, cut.
        tokens: The first token of each figure, and the token after it.
        subjects: What each figure speaks of.
    """

    passages: Passages
    tokens: list[tuple[int, int]]
    subjects: tuple[Subject, ...]


def find_subjects(text: str) -> tuple[Subject, ...]:
    """Tell what each figure of a text speaks of (số liệu nói về gì).

    Args:
        text: A report, as `find_figures` takes it.

    Returns:
        One for each figure, malformed ones too, in the order of `find_figures`.

    Raises:
        WrongTypeError: Not a text.
        LimitError: Too long.

    >>> text = "Mô hình “Ngôi nhà cấp ủy” qua 4 năm đã vận động được hơn 6,2 tỷ đồng, xây mới 129 nhà."
    >>> for subject in find_subjects(text)[1:]:
    ...     print(subject.found.text, subject.name, subject.actions[0].label, subject.period, subject.sureness.label)
    hơn 6,2 tỷ đồng Ngôi nhà cấp ủy vận động, đóng góp qua 4 năm chắc chắn
    129 nhà Ngôi nhà cấp ủy xây mới qua 4 năm chắc chắn
    >>> find_subjects(5)  # type: ignore[arg-type]
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected str, got int
    """
    return read_report(text).subjects


def read_report(text: str) -> Reading:
    """Read a report whole: its parts, its figures, and what they speak of (đọc báo cáo)."""
    found = find_figures(text)
    passages = read_passages(str.__str__(text))
    tokens = list(_locate(passages, found))
    finder = _Finder(
        passages,
        [quote.first for quote in passages.quotes],
        list(find_organisations(passages)),
        sorted((*find_times(passages.prose), *_spans(passages, found, tokens)), key=lambda time: time.start),
    )
    subjects: list[Subject] = []
    units: dict[Unit, int] = {}
    for each, (first, stop) in zip(found, tokens, strict=True):
        sentence = passages.sentences[first]
        unit = None if each.figure is None else each.figure.unit
        subjects.append(
            finder.find(each, first, stop, follows_alike=unit is not None and units.get(unit) == sentence)
        )
        if unit is not None:
            units[unit] = sentence
    return Reading(passages, tokens, tuple(subjects))


def _locate(passages: Passages, found: Sequence[FoundFigure]) -> list[tuple[int, int]]:
    """Find the tokens of each figure."""
    prose = passages.prose
    places: list[tuple[int, int]] = []
    at, last = 0, len(prose.starts)
    for each in found:
        while at < last and (prose.kinds[at] == "break" or prose.place(prose.starts[at]) < each.start):
            at += 1
        first = at
        while at < last and (prose.kinds[at] == "break" or prose.place(prose.starts[at]) < each.end):
            at += 1
        places.append((first, at))
    return places


def _spans(passages: Passages, found: Sequence[FoundFigure], tokens: Sequence[tuple[int, int]]) -> list[Time]:
    """Make times of "qua 4 năm" and "trong 6 tháng", and of "4 năm, …" at the head of a sentence: figures too."""
    prose = passages.prose
    times: list[Time] = []
    for each, (first, stop) in zip(found, tokens, strict=True):
        figure = each.figure
        if figure is None or figure.unit not in _SPANS:
            continue
        if passages.keys[first - 1] in _THROUGH:
            words = f"{passages.keys[first - 1]} {figure}"
            times.append(
                Time(prose.starts[first - 1], prose.ends[stop - 1], Period(length=figure, text=words))
            )
        elif first == passages.sentence_starts[passages.sentences[first]] and prose.lows[stop] == ",":
            times.append(
                Time(prose.starts[first], prose.ends[stop - 1], Period(length=figure, text=str(figure)))
            )
    return times


class _Finder(NamedTuple):
    """All that is named in a text, in order, to be looked up by place."""

    passages: Passages
    quote_starts: list[int]
    organisations: list[Named]
    times: list[Time]

    def find(self, found: FoundFigure, first: int, stop: int, *, follows_alike: bool) -> Subject:
        """Tell what one figure speaks of; "gồm" makes it a part only of a figure of its own unit before it."""
        start, end = self._clause(first, stop)
        prose = self.passages.prose
        name, near = self._name(first, stop, end)
        actions = self._actions(start, first, stop, end)
        sureness = Sureness.UNSURE
        if near == 0 and actions:
            sureness = Sureness.SURE
        elif near <= 1 or (actions and name is None):
            sureness = Sureness.LIKELY
        return Subject(
            found=found,
            name=name.name if name else "",
            called=name.called if name else "",
            organisation=self._organisation(first),
            actions=actions,
            role=self._role(start, first, stop, following=follows_alike),
            period=self._period(first),
            of=self._of(found, stop, end),
            start=prose.place(prose.starts[start]),
            end=prose.place(prose.ends[end - 1]),
            sureness=sureness,
        )

    def _clause(self, first: int, stop: int) -> tuple[int, int]:
        """Give the first token of the figure's clause, and the token after its last."""
        passages = self.passages
        starts = passages.clause_starts
        end = starts[passages.clauses[stop - 1] + 1]
        if passages.prose.kinds[end - 1] == "break":
            end -= 1
        return starts[passages.clauses[first]], end

    def _name(self, first: int, stop: int, end: int) -> tuple[Quote | None, int]:
        """Find the name a figure belongs to, and how far off it is: 0 in its clause, 1 near, 2 far, 3 none."""
        quotes = self.passages.quotes
        after = bisect_right(self.quote_starts, first - 1)
        following = quotes[after] if after < len(quotes) and quotes[after].first < end else None
        if following is not None and following.first <= stop and following.called != "-":
            return following, 0
        for quote in reversed(quotes[max(0, after - _QUOTES_BACK) : after]):
            if quote.called == "-" or quote.stop > first:
                continue
            near = self._distance(quote, first)
            if near and following is not None and following.called != "-":
                break
            return (quote, near) if near < _NONE else (None, _NONE)
        if following is not None and following.called != "-":
            return following, 0
        return None, _NONE

    def _distance(self, quote: Quote, first: int) -> int:
        """Tell how far before a figure a name stands."""
        passages, at = self.passages, quote.first
        if passages.clauses[at] == passages.clauses[first]:
            return 0
        if passages.sentences[at] == passages.sentences[first]:
            return 2
        if passages.paragraphs[at] == passages.paragraphs[first]:
            return 1 if self._goes_on(first) else 2
        return 1 if passages.paragraphs[at] == passages.heads[passages.paragraphs[first]] else _NONE

    def _goes_on(self, first: int) -> bool:
        """Tell whether a sentence goes on about what the one before it named: "Đến nay, mô hình đã …"."""
        passages = self.passages
        at = passages.sentence_starts[passages.sentences[first]]
        return any(" ".join(passages.keys[at : at + length]) in CONTINUING for length in (1, 2, 3))

    def _actions(self, start: int, first: int, stop: int, end: int) -> tuple[Action, ...]:
        """Find what was done: the actions before the figure, the nearest first, then those behind it."""
        before = self._phrases(max(start, first - _BACK), first, start)
        behind = self._phrases(stop, min(end, stop + _AHEAD), start)
        return tuple(dict.fromkeys(Action(code) for codes in (*reversed(before), *behind) for code in codes))

    def _phrases(self, at: int, end: int, start: int) -> list[tuple[str, ...]]:
        """Find the actions between two tokens; a capital letter inside a clause belongs to a name."""
        keys, prose = self.passages.keys, self.passages.prose
        found: list[tuple[str, ...]] = []
        while at < end:
            is_name = prose.kinds[at] != "word" or (at > start + 1 and prose.words[at][0].isupper())
            codes, length = ((), 0) if is_name else find_phrase(ACTIONS, keys, at, end)
            if codes:
                found.append(codes)
            at += length or 1
        return found

    def _role(self, start: int, first: int, stop: int, *, following: bool) -> Role:
        """Find what the figure is among others: the last word that says so before it."""
        keys = self.passages.keys
        if keys[first - 1] == "từ" and keys[stop] in _MOVES:
            return Role.BEFORE
        role = Role.RESULT
        at = max(start, first - _TARGET_BACK)
        while at < first:
            codes, length = find_phrase(ROLES, keys, at, first)
            if codes and (at >= first - _ROLE_BACK or codes[0] == "target"):
                is_made_of = codes[0] == "made_of"
                role = Role(codes[0]) if not is_made_of else Role.PART if following else Role.RESULT
            at += length or 1
        return role

    def _organisation(self, first: int) -> str:
        """Find the organisation named nearest before the figure, in its paragraph."""
        at = bisect_right(self.organisations, first, key=lambda named: named.first) - 1
        paragraphs = self.passages.paragraphs
        if at < 0 or paragraphs[self.organisations[at].first] != paragraphs[first]:
            return ""
        return self.organisations[at].name

    def _period(self, first: int) -> Period | None:
        """Find the time of a figure: the last one named before it in its sentence, else the first behind it."""
        prose, sentences = self.passages.prose, self.passages.sentences
        at = bisect_right(self.times, prose.starts[first], key=lambda time: time.start) - 1
        for place in (at, at + 1):
            if self._sentence(place) == sentences[first]:
                period = self.times[place].period
                before = (
                    self.times[place - 1].period if self._sentence(place - 1) == sentences[first] else None
                )
                if before is not None and (before.start or before.end) and not (period.start or period.end):
                    # "từ 01/2019 đến 12/2022 (trong 4 năm)"
                    return evolve(before, length=period.length)
                return period
        return None

    def _sentence(self, place: int) -> int:
        """Give the sentence of a time, -1 for none."""
        if not 0 <= place < len(self.times):
            return -1
        prose = self.passages.prose
        token = bisect_right(prose.starts, self.times[place].start, hi=len(prose.starts) - BEHIND) - 1
        return self.passages.sentences[token]

    def _of(self, found: FoundFigure, stop: int, end: int) -> str:
        """Find what a percentage is of: its noun, or the words that follow it."""
        figure = found.figure
        if figure is None or figure.unit is not Unit.PERCENT:
            return ""
        if figure.noun:
            return figure.noun
        prose = self.passages.prose
        last = stop
        while last < min(end, stop + _AHEAD) and prose.kinds[last] == "word":
            last += 1
        return prose.slice(stop, last) if last > stop else ""
