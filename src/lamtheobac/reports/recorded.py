"""Every figure that the records hold, with what it speaks of (số liệu trong sổ)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

import attrs

from lamtheobac.records.activity import Activity
from lamtheobac.records.award import Award
from lamtheobac.records.body import Body
from lamtheobac.records.contribution import Accrual, Contribution
from lamtheobac.records.dialogue import Dialogue
from lamtheobac.records.outcome import Aim, Outcome
from lamtheobac.records.participation import Participation
from lamtheobac.records.party_organisation import PartyOrganisation
from lamtheobac.records.practice_model import PracticeModel
from lamtheobac.records.statement import Measure
from lamtheobac.records.theme import Theme
from lamtheobac.reports.derived import count_members, is_recomputed, share_of_cases
from lamtheobac.reports.finding_figures import find_figures
from lamtheobac.reports.record_deeds import (
    DEEDS_OF_DIALOGUE,
    DEEDS_OF_MEASURE,
    DEEDS_OF_OUTCOME,
    DEEDS_OF_PARTICIPATION,
    DEEDS_OF_STAGE,
)
from lamtheobac.reports.subject_words import EMPTY_WORDS, Action, Role
from lamtheobac.reports.word_lists import list_keys
from lamtheobac.text.clean import search_key
from lamtheobac.values.figure import Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lamtheobac.errors import Path
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import Period

__all__ = ["Recorded", "list_recorded"]

_find_words: Final = re.compile(r"(?:19|20)[0-9]{2}|[^\W\d_]+").findall
_RECIPIENTS: Final = ("collectives", "individuals", "households", "recipients")
_LAND: Final = frozenset((Unit.M2, Unit.HA, Unit.SAO))
_RATES: Final = frozenset((Measure.CASES_RESOLVED_RATE, Measure.COVERAGE))
_SPAN: Final = frozenset((Action.RAN,))


class Recorded(NamedTuple):
    """A figure of the records and what it speaks of (số liệu trong sổ).

    Attributes:
        path: Where it stands: the collection, the record's id, the field.
        figure: What it says.
        actions: What was done; empty where the records do not say.
        topics: The model, activity, body, theme or honour it belongs to, and what that belongs to.
        organisations: Whose it is.
        role: A result, a target, a total; None where the text may say any of these.
        words: The words of the record, by their search keys.
        period: When.
        report_id: The report that says so.
        is_cumulative: Whether it counts everything up to the end of its period.
    """

    path: Path
    figure: Figure
    actions: frozenset[Action]
    topics: frozenset[str]
    organisations: frozenset[str]
    role: Role | None
    words: frozenset[str]
    period: Period | None
    report_id: str | None
    is_cumulative: bool = False

    @property
    def key(self) -> tuple[Path, int | None, Decimal | None]:
        """What tells it from every other: a count, and the share that it makes, stand in one place (khóa)."""
        return self.path, self.figure.out_of, self.figure.value


class _Told(Protocol):
    """A record that says when it was, which report tells of it, and what else is known."""

    @property
    def id(self) -> str: ...
    @property
    def period(self) -> Period | None: ...
    @property
    def report_id(self) -> str | None: ...
    @property
    def note(self) -> str: ...


class _Of(NamedTuple):
    """What a record belongs to, and the words of all of that."""

    topics: frozenset[str]
    organisations: frozenset[str]
    words: frozenset[str]


_COLLECTIONS_WITH_WORDS: Final = (
    "participations", "models", "activities", "contributions", "outcomes", "dialogues", "awards", "observations",
    "statements",
)  # fmt: skip
_FIELD: Final = 3
_MAIN: Final = frozenset(("figure", "gift"))
_ROLES: Final = {"before": Role.BEFORE, "bonus": Role.EACH}
_LONGEST_TEXT: Final = 20_000
_has_digit: Final = re.compile("[0-9]").search
_NOTHING: Final = _Of(frozenset(), frozenset(), frozenset())
_OF_DIALOGUES: Final = list_keys("đối thoại tiếp công dân kiến nghị yêu cầu vụ việc")


def list_recorded(programme: Programme) -> list[Recorded]:
    """List every figure of a programme, but observations and names (kê số liệu trong sổ).

    >>> from lamtheobac.formats.json import example
    >>> found = list_recorded(example())
    >>> [str(each.figure) for each in found if each.path[1] == "dt-nghe-dan-noi"][:3]
    ['38 công dân', '30 vụ việc', '30/38 vụ việc']
    """
    lister = _Lister(programme)
    listed = [
        *lister.contributions(),
        *lister.outcomes(),
        *lister.dialogues(),
        *lister.awards(),
        *lister.participations(),
        *lister.statements(),
        *lister.organisations(),
        *lister.texts(),
    ]
    return [*listed, *(count for each in listed for count in _counts_of(each))]


def _counts_of(recorded: Recorded) -> Iterator[Recorded]:
    """Give the part and the whole of a fraction as counts of their own: a report may say either alone."""
    figure = recorded.figure
    if figure.out_of is not None and figure.value is not None and len(recorded.path) == _FIELD:
        for number in (figure.value, Decimal(figure.out_of)):
            count = attrs.evolve(figure, value=number, out_of=None, step=Decimal(0), text=None)
            yield recorded._replace(figure=count, role=Role.SAID)


class _Lister:
    """Goes through the records of each kind, and remembers what each belongs to."""

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._known: dict[str, _Of] = {}

    def _of(self, *ids: str | None) -> _Of:
        """Find what records belong to, all the way up; a ring of references ends where it began."""
        found = [self._of_one(each) for each in ids if each is not None]
        return _Of(
            frozenset().union(*(each.topics for each in found)),
            frozenset().union(*(each.organisations for each in found)),
            frozenset().union(*(each.words for each in found)),
        )

    def _of_one(self, record_id: str) -> _Of:
        if record_id not in self._known:
            self._known[record_id] = _NOTHING
            self._known[record_id] = self._look_up(record_id)
        return self._known[record_id]

    def _look_up(self, record_id: str) -> _Of:
        record = self._programme.find(record_id)
        match record:
            case PartyOrganisation():
                return _Of(frozenset(), frozenset((record_id,)), _words(record.name))
            case Body():
                above = self._of(record.host_id)
                words = _words(record.name, *record.aliases)
                return _Of(frozenset((record_id,)), above.organisations | {record_id}, words)
            case PracticeModel():
                words = _words(record.name, *record.aliases)
                whose = frozenset[str](each for each in (record.lead_id, *record.participant_ids) if each)
                return _Of(frozenset((record_id,)), whose, words)
            case Theme():
                return _Of(frozenset((record_id,)), frozenset(), _words(record.title))
            case Activity():
                above = self._of(record.model_id)
                said = [occasion.text for occasion in record.occasions]
                words = _words(record.name, record.plan.title if record.plan else "", *said)
                whose = above.organisations | frozenset(record.organisation_ids)
                return _Of(above.topics | {record_id}, whose, above.words | words)
            case Award():
                words = _words(record.title, record.occasion, record.form.label if record.form else "")
                issuer = frozenset((record.issuer_id,)) if record.issuer_id else frozenset[str]()
                return _Of(frozenset((record_id,)), issuer, words)
            case Contribution():
                above = self._of(record.to_id)
            case Outcome() | Participation():
                above = self._of(record.of_id)
            case Dialogue():
                above = self._of(record.model_id)
            case _:
                return _NOTHING
        return _Of(above.topics | {record_id}, above.organisations, above.words)

    def _list(
        self,
        record: _Told,
        collection: str,
        fields: Iterable[tuple[str, Figure | None, frozenset[Action]]],
        of: _Of,
        *,
        role: Role | None = Role.RESULT,
        words: frozenset[str] = frozenset(),
    ) -> Iterator[Recorded]:
        """List the figures of one record that there are."""
        period = record.period
        length = None if period is None else period.length
        for name, figure, actions in (*fields, ("period.length", length, _SPAN)):
            if figure is not None:
                yield Recorded(
                    path=(collection, record.id, *name.split(".")),
                    figure=figure,
                    actions=actions,
                    topics=of.topics,
                    organisations=of.organisations,
                    role=_ROLES.get(name, role if name in _MAIN or role is Role.RESULT else None),
                    words=of.words
                    | words
                    | _words(figure.noun, record.note, "" if period is None else period.text),
                    period=period,
                    report_id=record.report_id,
                    is_cumulative=name != "before" and getattr(record, "accrual", None) is Accrual.CUMULATIVE,
                )

    def contributions(self) -> Iterator[Recorded]:
        """List what was given."""
        for gift in self._programme.contributions:
            of = self._of(gift.to_id)
            whose = self._of(gift.raised_by_id, gift.given_by_id)
            of = of._replace(organisations=of.organisations | whose.organisations)
            actions = DEEDS_OF_STAGE[gift.stage]
            if gift.gift.unit in _LAND:
                actions |= {Action.GAVE_LAND}
            yield from self._list(gift, "contributions", [("gift", gift.gift, actions)], of)

    def outcomes(self) -> Iterator[Recorded]:
        """List what came of it, and who was helped."""
        for outcome in self._programme.outcomes:
            actions = DEEDS_OF_OUTCOME[outcome.kind]
            helped = actions | {Action.HELPED, Action.GAVE}
            counts = [
                (f"beneficiaries.{place}.count", each.count, helped)
                for place, each in enumerate(outcome.beneficiaries)
            ]
            said = _words(*(each.text for each in outcome.beneficiaries))
            yield from self._list(
                outcome,
                "outcomes",
                [("figure", outcome.figure, actions), ("before", outcome.before, actions), *counts],
                self._of(outcome.of_id),
                role=Role.RESULT if outcome.aim is Aim.RESULT else Role.TARGET,
                words=said,
            )

    def dialogues(self) -> Iterator[Recorded]:
        """List who was met, and what became of the cases: their share too."""
        for dialogue in self._programme.dialogues:
            fields = [(name, getattr(dialogue, name), actions) for name, actions in DEEDS_OF_DIALOGUE.items()]
            fields.append(
                (
                    "resolved" if dialogue.resolved else "instructed",
                    share_of_cases(dialogue),
                    DEEDS_OF_DIALOGUE["resolved"],
                )
            )
            whose = self._of(*(each.organisation_id for each in dialogue.held_by))
            of = self._of(dialogue.id)
            of = of._replace(organisations=of.organisations | whose.organisations)
            yield from self._list(dialogue, "dialogues", fields, of, words=_OF_DIALOGUES)

    def awards(self) -> Iterator[Recorded]:
        """List who was honoured, was to be, or no longer is."""
        actions = frozenset((Action.HONOURED,))
        for award in self._programme.awards:
            fields = [(name, getattr(award, name), actions) for name in _RECIPIENTS]
            if award.bonus is not None:
                fields.append(("bonus", Figure.of(award.bonus.dong, Unit.VND), actions))
            yield from self._list(award, "awards", fields, self._of(award.id))

    def participations(self) -> Iterator[Recorded]:
        """List who took part."""
        for each in self._programme.participations:
            fields = [("count", each.count, DEEDS_OF_PARTICIPATION[each.kind])]
            words = _words(each.content, each.subjects.label)
            yield from self._list(each, "participations", fields, self._of(each.of_id), words=words)

    def statements(self) -> Iterator[Recorded]:
        """List derived figures, but shares of cases that the records can recompute: their counts decide."""
        for each in self._programme.statements:
            if is_recomputed(self._programme, each):
                continue
            of = self._of(*each.about_ids)
            whole = not each.about_ids or each.measure not in _RATES
            yield Recorded(
                path=("statements", each.id, "figure"),
                figure=each.figure,
                actions=DEEDS_OF_MEASURE[each.measure],
                topics=of.topics,
                organisations=of.organisations,
                role=Role.TOTAL if whole and each.measure not in _RATES else Role.RESULT,
                words=of.words | _words(each.figure.noun, each.measure.label, each.note),
                period=None,
                report_id=each.report_id,
            )

    def organisations(self) -> Iterator[Recorded]:
        """List the members of Party organisations."""
        for each in self._programme.organisations:
            members = count_members(each)
            if members is not None:
                yield Recorded(
                    path=("organisations", each.id, "official_members"),
                    figure=members,
                    actions=frozenset(),
                    topics=frozenset(),
                    organisations=frozenset((each.id,)),
                    role=Role.TOTAL,
                    words=_words(each.name, members.noun),
                    period=None,
                    report_id=None,
                )

    def texts(self) -> Iterator[Recorded]:
        """List the figures in the words of records: they can agree, and are too loose to contradict."""
        for collection in _COLLECTIONS_WITH_WORDS:
            for record in getattr(self._programme, collection):
                of = self._of(record.id)
                for name, text in _words_of(record):
                    if _has_digit(text) is None:
                        continue
                    for found in find_figures(text[:_LONGEST_TEXT]):
                        if found.figure is not None:
                            yield Recorded(
                                path=(collection, record.id, *name.split(".")),
                                figure=found.figure,
                                actions=frozenset(),
                                topics=of.topics,
                                organisations=frozenset(),
                                role=Role.SAID,
                                words=_words(text),
                                period=None,
                                report_id=None,
                            )


def _words_of(record: object) -> Iterator[tuple[str, str]]:
    """Go through the texts of a record that tell something."""
    for name in ("content", "text", "occasion", "note"):
        yield name, getattr(record, name, "")
    period: Period | None = getattr(record, "period", None)
    yield "period.text", "" if period is None else str(period)
    for place, each in enumerate(getattr(record, "beneficiaries", ())):
        yield f"beneficiaries.{place}.text", each.text


def _words(*texts: str) -> frozenset[str]:
    """Give the words of texts that say something."""
    return frozenset(word for text in texts if text for word in _find_words(search_key(text))) - EMPTY_WORDS
