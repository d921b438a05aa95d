"""A first programme from a report: the start of data entry, to be corrected by a person (dự thảo sổ).

Nothing is made up. A record holds only what its own clause says; what the tables of `placing` do not know, what is
said of a part, of a change, of each one, or is not certain, is listed and not placed. Ids number the records or are
made from their names, and mean nothing else.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from attrs import evolve, frozen

from lamtheobac.errors import LIMITS
from lamtheobac.messages import message
from lamtheobac.records import (
    Aim,
    Award,
    Contribution,
    Dialogue,
    Measure,
    Outcome,
    Participation,
    PracticeModel,
    Programme,
    Statement,
)
from lamtheobac.reports.draft_names import find_directives, make_named, make_organisation
from lamtheobac.reports.finding_figures import FoundFigure
from lamtheobac.reports.organisation_words import find_organisations
from lamtheobac.reports.placing import (
    find_deed,
    find_form,
    find_outcome,
    find_participation,
    find_stage,
    is_gift,
)
from lamtheobac.reports.subject_words import Action, Role, Sureness
from lamtheobac.reports.subjects import read_report
from lamtheobac.text.clean import search_key
from lamtheobac.values.ids import RecordId, make_id
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from lamtheobac.records.kinds import Record
    from lamtheobac.reports.placing import Deed
    from lamtheobac.reports.subjects import Reading, Subject
    from lamtheobac.values.dates import Period
    from lamtheobac.values.figure import Figure

__all__ = ["Draft", "Span", "draft"]

_LEFT: Final = frozenset((Role.PART, Role.CHANGE, Role.EACH))
_CASES: Final = frozenset((Unit.CASE, Unit.ITEM))
_RECIPIENTS: Final[Mapping[Unit, str]] = {
    Unit.COLLECTIVE: "collectives",
    Unit.ORGANISATION: "collectives",
    Unit.PERSON: "individuals",
    Unit.HOUSEHOLD: "households",
}


class Span(NamedTuple):
    """Where in the report something stands (vị trí).

    Attributes:
        start: Its first character in the text as given.
        end: The character after its last one.
    """

    start: int
    end: int


@frozen(kw_only=True)
class Draft:
    """What could be entered of a report, and where each record comes from (dự thảo).

    Attributes:
        programme: The records.
        spans: For each record's id, the clause or the name in the report that it comes from.
        unplaced: The figures that are in no record, for a person to place; malformed ones too.
    """

    programme: Programme
    spans: Mapping[str, Span]
    unplaced: tuple[FoundFigure, ...]


def draft(text: str) -> Draft:
    """Draft the records of a report (dự thảo sổ từ báo cáo).

    Args:
        text: The report, as `find_figures` takes it.

    Returns:
        The records, where each comes from, and the figures left over. The same text gives the same draft.

    Raises:
        WrongTypeError: Not a text.
        LimitError: Too long.

    >>> begun = draft("Mô hình “Ngôi nhà cấp ủy” đã vận động hơn 6,2 tỷ đồng, xây mới 129 nhà; tăng 12%.")
    >>> for record in begun.programme.records():
    ...     print(record.id, begun.spans[record.id])
    mh-ngoi-nha-cap-uy Span(start=8, end=25)
    dg-1 Span(start=0, end=71)
    kq-1 Span(start=0, end=71)
    >>> [found.text for found in begun.unplaced]
    ['12%']
    >>> draft(5)  # type: ignore[arg-type]
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected str, got int
    """
    return _Drafter(text, read_report(text)).run()


class _Drafter:
    """Holds the records made so far, by id, and where each comes from."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text = text
        self._reading = reading
        self._records: dict[str, Any] = {}
        self._spans: dict[str, Span] = {}
        self._counts: Counter[str] = Counter()
        self._names: dict[str, str] = {}
        self._organisations: dict[int, list[tuple[int, str]]] = {}
        self._open: dict[tuple[str, int], str] = {}

    def run(self) -> Draft:
        """Read names first, then place figure by figure."""
        self._add_organisations()
        self._add_names()
        left: list[int] = []
        for index, subject in enumerate(self._reading.subjects):
            figure = subject.found.figure
            if figure is None or not self._place(index, subject, figure):
                left.append(index)
        # A span of time that some record has as its period is placed with it.
        periods = {
            id(record.period.length)
            for record in self._records.values()
            if getattr(record, "period", None) is not None and record.period.length is not None
        }
        found = [self._reading.subjects[index].found for index in left]
        programme = Programme(
            name=message("draft/name"), directives=find_directives(self._reading.passages.prose.text)
        )
        return Draft(
            programme=programme.put(*self._records.values()),
            spans=MappingProxyType(self._spans),
            unplaced=tuple(each for each in found if id(each.figure) not in periods),
        )

    def _add(self, record: Record, span: Span) -> bool:
        """Add a record, unless there are too many."""
        if len(self._records) >= LIMITS.records:
            return False
        self._records[record.id] = record
        self._spans[record.id] = span
        return True

    def _number(self, prefix: str) -> RecordId:
        """Make the next id of a kind."""
        self._counts[prefix] += 1
        return make_id(prefix, str(self._counts[prefix]))

    def _span(self, first: int, stop: int) -> Span:
        """Give the place of some tokens."""
        prose = self._reading.passages.prose
        return Span(prose.place(prose.starts[first]), prose.place(prose.ends[stop - 1]))

    def _add_organisations(self) -> None:
        """Add the organisations that are named."""
        passages = self._reading.passages
        for named in find_organisations(passages):
            record = make_organisation(named.name)
            if record is None:
                continue
            if record.id not in self._records:
                self._add(record, self._span(named.first, named.stop))
            clause = passages.clauses[named.first]
            self._organisations.setdefault(clause, []).append((named.first, record.id))

    def _add_names(self) -> None:
        """Add what has a name in quotation marks, where a word says what it is."""
        for quote in self._reading.passages.quotes:
            record = make_named(quote)
            if record is None:
                continue
            self._names.setdefault(search_key(quote.name), record.id)
            if record.id not in self._records:
                self._add(record, self._span(quote.first, quote.stop))

    def _place(self, index: int, subject: Subject, figure: Figure) -> bool:
        """Place one figure; False where no record is known for it."""
        if subject.role in _LEFT:
            return False
        deed = find_deed(self._reading, index)
        if subject.role is Role.TARGET:
            return self._place_outcome(subject, figure, deed)
        if Action.HONOURED in deed.actions and not figure.per:
            return self._place_award(index, subject, figure, deed)
        if self._place_dialogue(index, subject, figure, deed):
            return True
        if is_gift(figure, deed):
            # What is said to be a total is one of other records, unless it is what one deed cost.
            if subject.role is Role.TOTAL and not deed.actions & {Action.VALUED, Action.SPENT}:
                return False
            return self._place_gift(index, subject, figure, deed)
        if subject.role is Role.TOTAL:
            return False
        return self._place_participation(subject, figure, deed) or self._place_outcome(subject, figure, deed)

    def _when(self, subject: Subject) -> Period | None:
        """Give the time of a figure, where its own clause says it; that of another clause may not be its own."""
        said = " ".join(unicodedata.normalize("NFC", self._text[subject.start : subject.end]).split())
        return subject.period if subject.period is not None and subject.period.text in said else None

    def _of(self, subject: Subject) -> Any:
        """Find the record that a figure belongs to, by the name it stands under."""
        if not subject.name or subject.sureness is Sureness.UNSURE:
            return None
        return self._names.get(search_key(subject.name))

    def _by(self, index: int) -> Any:
        """Find the organisation that is named before a figure in its own clause."""
        first = self._reading.tokens[index][0]
        named = self._organisations.get(self._reading.passages.clauses[first], [])
        return next((record_id for at, record_id in reversed(named) if at < first), None)

    def _place_gift(self, index: int, subject: Subject, figure: Figure, deed: Deed) -> bool:
        """Place something given."""
        gift = Contribution(
            id=self._number("dg"),
            gift=figure,
            to_id=self._of(subject),
            raised_by_id=self._by(index) if Action.RAISED in deed.actions else None,
            stage=find_stage(deed),
            period=self._when(subject),
        )
        return self._add(gift, Span(subject.start, subject.end))

    def _place_outcome(self, subject: Subject, figure: Figure, deed: Deed) -> bool:
        """Place a result, or what is wanted of one."""
        actions = frozenset(subject.actions) if figure.unit is Unit.BOOK else deed.actions
        kind = find_outcome(figure, deed._replace(actions=actions))
        if kind is None:
            return False
        outcome = Outcome(
            id=self._number("kq"),
            kind=kind,
            figure=figure,
            of_id=self._of(subject),
            aim=Aim.TARGET if subject.role is Role.TARGET else Aim.RESULT,
            period=self._when(subject),
        )
        return self._add(outcome, Span(subject.start, subject.end))

    def _place_participation(self, subject: Subject, figure: Figure, deed: Deed) -> bool:
        """Place who took part."""
        known = find_participation(figure, deed)
        if known is None:
            return False
        taking = Participation(
            id=self._number("tg"),
            kind=known[0],
            subjects=known[1],
            of_id=self._of(subject),
            count=figure,
            period=self._when(subject),
        )
        return self._add(taking, Span(subject.start, subject.end))

    def _place_award(self, index: int, subject: Subject, figure: Figure, deed: Deed) -> bool:
        """Place who was honoured; those of one sentence were honoured together."""
        field = _RECIPIENTS.get(figure.unit, "recipients" if figure.unit is Unit.ITEM else "")
        if not field or figure.out_of is not None:
            return False
        form = find_form(deed)
        return self._extend(
            index,
            subject,
            field,
            figure,
            lambda: Award(
                id=self._number("kt"), form=form, issuer_id=self._by(index), period=self._when(subject)
            ),
        )

    def _place_dialogue(self, index: int, subject: Subject, figure: Figure, deed: Deed) -> bool:
        """Place who was met, and what became of the cases."""
        actions = deed.actions
        resolved = Action.RESOLVED in actions
        if resolved and (
            figure.unit is Unit.PERCENT or (figure.out_of is not None and figure.unit in _CASES)
        ):
            met = self._open.get(("dialogue", self._sentence(index)))
            rate = Statement(
                id=self._number("sl"),
                measure=Measure.CASES_RESOLVED_RATE,
                figure=figure,
                about_ids=(RecordId(met),) if met else (),
            )
            return self._add(rate, Span(subject.start, subject.end))
        if figure.per or figure.out_of is not None:
            return False
        field = ""
        if Action.MET in actions and figure.unit in (Unit.PERSON, Unit.PERSON_TURN):
            field = "citizens"
        elif figure.unit is Unit.CASE and Action.TOOK_IN in actions:
            field = "received"
        elif figure.unit is Unit.CASE and resolved:
            field = "instructed" if "chỉ đạo" in deed.words else "resolved"
        if not field:
            return False
        model = self._of(subject)
        held = model if isinstance(self._records.get(model or ""), PracticeModel) else None
        return self._extend(
            index,
            subject,
            field,
            figure,
            lambda: Dialogue(id=self._number("dt"), model_id=held, period=self._when(subject)),  # type: ignore[arg-type]
        )

    def _sentence(self, index: int) -> int:
        """Give the number of the sentence of a figure."""
        return self._reading.passages.sentences[self._reading.tokens[index][0]]

    def _extend(self, index: int, subject: Subject, field: str, figure: Figure, make: Any) -> bool:
        """Put a figure into the record of its sentence, or into a new one where that has such a figure."""
        record = make()
        kind = type(record).__name__.lower()
        key = (kind, self._sentence(index))
        known = self._records.get(self._open.get(key, ""))
        span = Span(subject.start, subject.end)
        if known is not None and getattr(known, field) is None:
            self._counts[record.id.partition("-")[0]] -= 1
            record = known
            span = Span(
                min(span.start, self._spans[known.id].start), max(span.end, self._spans[known.id].end)
            )
        if not self._add(evolve(record, **{field: figure}), span):
            return False
        self._open[key] = record.id
        return True
