"""The records told in paragraphs, as an official would write them (bản tóm tắt).

Every figure stands once, in its own words. What the records refute is left out: a figure that the counts beside it
contradict is not said again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.records.activity import Activity
from lamtheobac.records.award import AwardForm, AwardStatus
from lamtheobac.records.body import Body
from lamtheobac.records.contribution import Accrual, Contribution, Stage
from lamtheobac.records.dialogue import Dialogue
from lamtheobac.records.outcome import Aim, Outcome
from lamtheobac.records.party_organisation import PartyOrganisation
from lamtheobac.records.practice_model import PracticeModel
from lamtheobac.records.programme import Programme
from lamtheobac.records.theme import Theme
from lamtheobac.reports.derived import count_members, is_recomputed
from lamtheobac.reports.summary_figures import say_figure, say_period
from lamtheobac.reports.summary_words import (
    AWARDS,
    DIALOGUES,
    OBSERVATIONS,
    OUTCOMES,
    PARTICIPATIONS,
    PHRASES,
    STAGES,
)
from lamtheobac.text.clean import search_key
from lamtheobac.values.dates import format_date
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lamtheobac.errors import Lang
    from lamtheobac.records.award import Award
    from lamtheobac.records.participation import Participation
    from lamtheobac.values.document import Document
    from lamtheobac.values.figure import Figure

__all__ = ["summary"]

_MOST_ITEMS: Final = 4
_NO_VERB: Final = (Stage.VALUED, Stage.UNSTATED)


class _Item(NamedTuple):
    """One thing to say of somebody: when, by whom, what, and whether a verb begins it."""

    when: str
    by: str
    words: str
    has_verb: bool = True
    aim: str = ""


def summary(programme: Programme, *, lang: Lang = "vi") -> str:
    r"""Tell what the records say, model by model, as an official would write it (viết tóm tắt).

    Args:
        programme: The records. Nobody is named but organisations: people never are.
        lang: `"vi"` or `"en"`.

    Returns:
        Paragraphs with a blank line between; `reconcile` finds nothing in the Vietnamese ones that contradicts
        the records.

    Raises:
        WrongTypeError: No programme.
        OptionError: Another language.

    >>> from lamtheobac.formats.json import example
    >>> text = summary(example())
    >>> text.split("\n\n")[2]
    'Qua 4 năm, mô hình “Ngôi nhà cấp ủy” đã vận động được hơn 6,2 tỷ đồng (lũy kế), xây mới và sửa chữa 129 nhà
    (lũy kế) cho gia đình khó khăn về nhà ở.'
    >>> summary(example(), lang="fr")  # type: ignore[arg-type]
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: vi, en
    """
    if not isinstance(programme, Programme):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="Programme", given=type(programme).__name__))
    if lang not in ("vi", "en"):
        raise OptionError(issue("option/unknown", known="vi, en"))
    return "\n\n".join(filter(None, _Writer(programme, lang).paragraphs()))


class _Writer:
    """Goes through a programme paragraph by paragraph, and remembers what has been told."""

    def __init__(self, programme: Programme, lang: Lang) -> None:
        self._programme = programme
        self._lang: Lang = lang
        self._items: dict[str, list[_Item]] = {}

    def paragraphs(self) -> Iterator[str]:
        """Write everything, each kind of thing in its place."""
        programme = self._programme
        for gift in programme.contributions:
            self._add(gift.to_id, self._gift(gift))
        for outcome in programme.outcomes:
            self._add(outcome.of_id, self._outcome(outcome))
        for dialogue in programme.dialogues:
            self._add(dialogue.model_id or dialogue.id, *self._dialogue(dialogue))
        told = frozenset(self._items)
        yield self._introduction()
        yield " ".join(self._participation(each) for each in programme.participations)
        for model in programme.models:
            lead = self._name(model.lead_id)
            more = f" ({self._say('led', lead)})" if lead else ""
            yield self._paragraph(model.id, self._name(model.id), more)
        yield self._rest("models", (each.name for each in programme.models if each.id not in told))
        named: Sequence[Sequence[Activity | Body | Theme | PartyOrganisation]] = (
            programme.activities, programme.bodies, programme.themes, programme.organisations,
        )  # fmt: skip
        for names in named:
            for each in names:
                yield self._paragraph(each.id, self._name(each.id))
        yield self._rest("activities", (each.name for each in programme.activities if each.id not in told))
        yield self._rest("bodies", (each.name for each in programme.bodies if each.id not in told))
        for dialogue in programme.dialogues:
            held = [
                f"{each.role.name_in(self._lang)} {self._name(each.organisation_id)}"
                for each in dialogue.held_by
            ]
            more = f" ({self._say('held', ', '.join(held))})" if held else ""
            yield self._paragraph(dialogue.id, self._say("dialogue"), more)
        yield self._paragraph("", self._say("others"))
        yield " ".join(self._award(each) for each in programme.awards)
        yield " ".join(self._statements())
        yield " ".join(self._members())
        yield " ".join(self._successions())
        for kind, title in OBSERVATIONS.items():
            said = [_sentence(each.text) for each in programme.observations if each.kind is kind]
            yield f"{title.say(self._lang)}: {' '.join(said)}" if said else ""

    def _say(self, phrase: str, *values: str) -> str:
        return PHRASES[phrase].say(self._lang, *values)

    def _figure(self, figure: Figure) -> str:
        return say_figure(figure, self._lang)

    def _name(self, record_id: str | None) -> str:
        """Name an organisation, body or model; a person never, and nobody who is not among the records."""
        record = None if record_id is None else self._programme.find(record_id)
        if isinstance(record, PracticeModel):
            return self._say("model", _quote(record.name))
        if isinstance(record, Activity):
            return self._say("activity", _quote(record.name))
        if isinstance(record, Theme):
            return _quote(record.title)
        if isinstance(record, Body):
            return _quote(record.name)
        return record.name if isinstance(record, PartyOrganisation) else ""

    def _names(self, ids: Iterable[str]) -> str:
        return ", ".join(filter(None, dict.fromkeys(self._name(each) for each in ids)))

    def _add(self, owner: str | None, *items: _Item) -> None:
        """Keep what is to be said of the record that it belongs to at the end."""
        seen: set[str] = set()
        record = None if owner is None else self._programme.find(owner)
        while isinstance(record, Contribution | Outcome) and record.id not in seen:
            seen.add(record.id)
            above = record.to_id if isinstance(record, Contribution) else record.of_id
            record = None if above is None else self._programme.find(above)
        named = isinstance(record, (PracticeModel, Activity, Theme, Body, PartyOrganisation, Dialogue))
        self._items.setdefault(record.id if record is not None and named else "", []).extend(items)

    def _paragraph(self, key: str, who: str, more: str = "") -> str:
        """Write all that is said of one record: what is of one time and by the same people in one sentence."""
        items = self._items.pop(key, [])
        groups: dict[tuple[str, str, str], list[_Item]] = {}
        for item in sorted(items, key=lambda item: not item.has_verb):
            groups.setdefault((item.when, item.by, item.aim), []).append(item)
        sentences: list[str] = []
        for (when, by, _), group in groups.items():
            for at in range(0, len(group), _MOST_ITEMS):
                part = group[at : at + _MOST_ITEMS]
                told = ", ".join(item.words for item in part) + (f" ({by})" if by else "")
                did = f" {self._say('have')} " if part[0].has_verb else " "
                subject = f"{when}, {who[0].lower()}{who[1:]}" if when else who
                sentences.append(_sentence(f"{subject}{more}{did}{told}"))
                more = ""
        return " ".join(sentences)

    def _introduction(self) -> str:
        """Say what is carried out, by whom, by which mottos and themes."""
        programme = self._programme
        committee = self._name(programme.committee_id) or self._say("committee")
        documents = ", ".join(_title(each, self._lang) for each in programme.directives)
        values = (committee, _quote(programme.name))
        said = [self._say("directives", documents, *values) if documents else self._say("programme", *values)]
        if programme.mottos:
            said.append(self._say("mottos", ", ".join(_quote(each) for each in programme.mottos)))
        if programme.themes:
            said.append(self._say("themes", ", ".join(_quote(each.title) for each in programme.themes)))
        return _sentence(" ".join(said))

    def _rest(self, phrase: str, names: Iterable[str]) -> str:
        """Name what nothing more is said of."""
        listed = ", ".join(_quote(name) for name in names)
        return self._say(phrase, listed) if listed else ""

    def _gift(self, gift: Contribution) -> _Item:
        words = STAGES[gift.stage].say(self._lang, self._figure(gift.gift))
        if gift.accrual is Accrual.CUMULATIVE:
            words += f" ({self._say('cumulative')})"
        by = [
            self._say(phrase, name)
            for phrase, name in (
                ("raised", self._name(gift.raised_by_id)),
                ("given", self._name(gift.given_by_id)),
            )
            if name
        ]
        has_verb = gift.stage not in _NO_VERB
        return _Item(say_period(gift.period), ", ".join(by), words, has_verb)

    def _outcome(self, outcome: Outcome) -> _Item:
        figure = self._figure(outcome.figure)
        words = OUTCOMES[outcome.kind].say(self._lang, figure)
        if outcome.accrual is Accrual.CUMULATIVE:
            words += f" ({self._say('cumulative')})"
        helped: list[str] = []
        for each in outcome.beneficiaries:
            text = each.text.rstrip(".")
            if text and search_key(text) not in search_key(figure):
                helped.append(self._say("for", text))
            if each.count is not None:
                helped.append(self._say("count", self._figure(each.count)))
        words = " ".join((words, ", ".join(helped))).strip()
        if outcome.before is not None:
            words += f" ({self._say('before', self._figure(outcome.before))})"
        if outcome.aim is Aim.RESULT:
            return _Item(say_period(outcome.period), "", words)
        aim = self._say(outcome.aim.value)
        return _Item(say_period(outcome.period), "", f"{aim} {words}", has_verb=False, aim=aim)

    def _dialogue(self, dialogue: Dialogue) -> list[_Item]:
        when = say_period(dialogue.period)
        return [
            _Item(when, "", wording.say(self._lang, self._figure(figure)))
            for name, wording in DIALOGUES.items()
            if (figure := getattr(dialogue, name)) is not None
        ]

    def _participation(self, each: Participation) -> str:
        """Say who takes part in what."""
        who = [each.subjects.name_in(self._lang)]
        if each.count is not None:
            is_nameless = each.count.unit in (Unit.PERCENT, Unit.ITEM) and not each.count.noun
            who = [self._figure(each.count), *(who if is_nameless else ())]
        name = self._name(each.of_id)
        said = " ".join((*who, PARTICIPATIONS[each.kind].say(self._lang))) + (f" ({name})" if name else "")
        if each.content:
            said += f": {each.content}"
        when = say_period(each.period)
        return _sentence(f"{when}, {said}" if when else said)

    def _award(self, award: Award) -> str:
        """Say who was honoured, how, and for what."""
        counts = [self._figure(figure) for name in AWARDS if (figure := getattr(award, name)) is not None]
        status = {AwardStatus.PROPOSED: "proposed", AwardStatus.REVOKED: "revoked"}.get(award.status, "award")
        said = [self._say(status), ", ".join(counts)]
        if award.title:
            said.append(self._say("title", _quote(award.title)))
        if award.form is not AwardForm.UNSTATED:
            said.append(self._say("form", award.form.name_in(self._lang)))
        if award.occasion:
            said.append(self._say("occasion", award.occasion))
        if award.decision is not None:
            said.append(self._say("by document", _title(award.decision, self._lang)))
        if award.bonus is not None:
            said.append(self._say("each", str(award.bonus)))
        when, issuer = say_period(award.period), self._name(award.issuer_id)
        return _sentence(" ".join(filter(None, (f"{when}," if when else "", issuer, *said))))

    def _statements(self) -> Iterator[str]:
        """Say derived figures, but those that the counts decide."""
        left_out = False
        for each in self._programme.statements:
            if is_recomputed(self._programme, each):
                left_out = True
                continue
            names = self._names(each.about_ids)
            measure = each.measure.name_in(self._lang)
            yield self._say(
                "statement", self._say("of", measure, names) if names else measure, self._figure(each.figure)
            )
        if left_out:
            yield self._say("recomputed")

    def _members(self) -> Iterator[str]:
        """Say how many members the organisations have."""
        for each in self._programme.organisations:
            members = count_members(each)
            if members is not None:
                yield self._say("members", each.name, self._figure(members))

    def _successions(self) -> Iterator[str]:
        """Say what became of organisations."""
        for each in self._programme.successions:
            old, new = self._names(each.old_ids), self._names(each.new_ids)
            if old and new:
                day = format_date(each.on, style="slash")
                yield self._say("succession", day, old, new)


def _title(document: Document, lang: Lang) -> str:
    """Name a document by its kind, number and title."""
    kind = document.kind.name_in(lang) if document.kind else ""
    number = document.number or ""
    title = _quote(document.title) if document.title else ""
    return " ".join(filter(None, (kind.capitalize(), number, title)))


def _quote(name: str) -> str:
    """Put a name in quotation marks; those inside become the inner ones."""
    return f"“{name.replace('“', '‘').replace('”', '’')}”"


def _sentence(words: str) -> str:
    """Make a sentence of words: a capital letter, and one full stop."""
    words = words.rstrip(" .;,")
    return f"{words[0].upper()}{words[1:]}." if words else ""
