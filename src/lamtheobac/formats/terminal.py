"""A programme as text for a terminal or a plain e-mail (hiển thị dạng chữ)."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, TypeVar

from lamtheobac.messages import message
from lamtheobac.records.observation import ObservationKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from lamtheobac.errors import Lang
    from lamtheobac.records import (
        Activity,
        Contribution,
        Dialogue,
        Outcome,
        Participation,
        PracticeModel,
        Programme,
        Statement,
    )
    from lamtheobac.rules.finding import Finding

__all__ = ["Line", "Parts", "show"]

R = TypeVar("R")

Line = tuple[int, str]
"""An indent in columns, and what follows it."""


def show(
    programme: Programme,
    findings: Sequence[Finding],
    *,
    lang: Lang = "vi",
    on: date | None = None,
    width: int = 80,
) -> str:
    """Write a programme and its findings in lines that fit a terminal (hiển thị chương trình).

    Names of people and notes that may name them are not shown.

    Args:
        programme: The records.
        findings: What `check` found.
        lang: The language of headings and messages; names and figures stay as they are.
        on: The day as of which the organisations are shown; None shows all.
        width: Columns.

    >>> from lamtheobac.records import Programme
    >>> print(show(Programme(name="Bình Sơn"), (), lang="en"), end="")
    Bình Sơn
    <BLANKLINE>
    FINDINGS
      nothing found
    """
    parts = Parts(programme, lang)
    lines: list[str] = []
    for name, part in parts.all(findings, on):
        body = list(part)
        if not body:
            continue
        for indent, text in [(0, parts.say(name)), *body] if name else body:
            lines += textwrap.wrap(
                text,
                width=width,
                initial_indent=" " * indent,
                subsequent_indent=" " * (indent + 2),
                break_on_hyphens=False,
            )
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


def _group(pairs: Iterable[tuple[str | None, R]]) -> Mapping[str | None, list[R]]:
    """Group records by the record they belong to, once for the whole page."""
    groups: dict[str | None, list[R]] = {}
    for key, record in pairs:
        groups.setdefault(key, []).append(record)
    return groups


class Parts:
    """The parts of one page: what they all need is the programme and the language (các phần)."""

    def __init__(self, programme: Programme, lang: Lang) -> None:
        self.programme = programme
        self.lang: Lang = lang
        self.gifts: Mapping[str | None, list[Contribution]] = _group(
            (each.to_id, each) for each in programme.contributions
        )
        self.outcomes: Mapping[str | None, list[Outcome]] = _group(
            (each.of_id, each) for each in programme.outcomes
        )
        self.taking_part: Mapping[str | None, list[Participation]] = _group(
            (each.of_id, each) for each in programme.participations
        )
        self.statements: Mapping[str | None, list[Statement]] = _group(
            (about, each) for each in programme.statements for about in each.about_ids
        )

    def all(self, findings: Sequence[Finding], on: date | None) -> Iterator[tuple[str, Iterable[Line]]]:
        """Give the parts in order, each with its name; the first has none (mọi phần)."""
        parts: dict[str, Callable[[], Iterable[Line]]] = {
            "organisations": lambda: self._tree(on),
            "models": self._models,
            "activities": self._activities,
            "participations": self._participations,
            "gifts": self._other_gifts,
            "totals": self._totals,
            "dialogues": self._dialogues,
            "awards": self._awards,
            "observations": self._observations,
            "reports": self._reports,
        }
        yield "", self._head()
        for name, lines in parts.items():
            yield name, lines()
        yield "findings", self._findings(findings)

    def say(self, name: str) -> str:
        """Give a word of the page, such as the heading of a part (lời)."""
        return message(f"show/{name}", self.lang)

    def name_of(self, record_id: str) -> str:
        """Find what a record is called; people have no name here (tên gọi)."""
        for register in (self.programme.organisations, self.programme.bodies, self.programme.models):
            record = register.get(record_id)
            if record is not None:
                return record.name
        return record_id

    def _head(self) -> Iterator[Line]:
        yield 0, self.programme.name
        for document in self.programme.directives:
            yield 2, str(document)
        if self.programme.mottos:
            yield 2, f"{self.say('mottos')}: " + "; ".join(f"“{motto}”" for motto in self.programme.mottos)

    def _tree(self, on: date | None) -> Iterator[Line]:
        for depth, organisation in self.programme.tree(on):
            yield 2 + 2 * depth, organisation.name

    def _models(self) -> Iterator[Line]:
        for model in self.programme.models:
            yield (
                2,
                f"“{model.name}”"
                + self._facts(model.field.name_in(self.lang) if model.field else "", str(model.period or "")),
            )
            yield from self._of(model)

    def _activities(self) -> Iterator[Line]:
        for activity in self.programme.activities:
            occasions = [each.text or each.kind.name_in(self.lang) for each in activity.occasions]
            recurrence = activity.recurrence
            repeated = "" if recurrence is None else recurrence.text or recurrence.weekday.name_in(self.lang)
            plan = str(activity.plan or "")
            facts = (activity.kind.name_in(self.lang), repeated, activity.broadcast, plan, *occasions)
            yield 2, activity.name + self._facts(*facts, str(activity.period or ""))
            yield from self._of(activity)

    def _facts(self, *facts: str) -> str:
        """Put what is known of something in brackets behind its name."""
        known = [fact for fact in facts if fact]
        return f" ({'; '.join(known)})" if known else ""

    def _of(self, record: PracticeModel | Activity) -> Iterator[Line]:
        """Show what was given to a model or an activity, what came of it, and who took part."""
        for gift in self.gifts.get(record.id, ()):
            yield 4, f"{gift.stage.name_in(self.lang)}: {gift.gift}{self._facts(str(gift.period or ''))}"
        for outcome in self.outcomes.get(record.id, ()):
            before = "" if outcome.before is None else f"{self.say('before')} {outcome.before}"
            facts = self._facts(before, str(outcome.period or ""))
            yield 4, f"{outcome.kind.name_in(self.lang)}: {outcome.figure}{facts}"
        for each in self.taking_part.get(record.id, ()):
            if each.count is not None:
                yield 4, f"{each.kind.name_in(self.lang)}: {each.count} ({each.subjects.name_in(self.lang)})"

    def _participations(self) -> Iterator[Line]:
        """Show who took part in what is neither a model nor an activity."""
        shown = {*self.programme.models.keys(), *self.programme.activities.keys()}
        for each in self.programme.participations:
            if each.of_id not in shown or each.count is None:
                count = "" if each.count is None else f": {each.count}"
                facts = self._facts(each.content, str(each.period or ""))
                yield 2, f"{each.subjects.name_in(self.lang)}, {each.kind.name_in(self.lang)}{count}{facts}"

    def _other_gifts(self) -> Iterator[Line]:
        """Show what was given to something else, or nobody says to what."""
        shown = {*self.programme.models.keys(), *self.programme.activities.keys()}
        for gift in self.programme.contributions:
            if gift.to_id not in shown:
                to = "" if gift.to_id is None else self.name_of(gift.to_id)
                yield (
                    2,
                    f"{gift.stage.name_in(self.lang)}: {gift.gift}{self._facts(to, str(gift.period or ''))}",
                )

    def _totals(self) -> Iterator[Line]:
        for total in self.programme.totals():
            left = f"{self.say('unplaced')} {', '.join(total.unplaced)}" if total.unplaced else ""
            yield 2, f"{total.stage.name_in(self.lang)}: {total.figure}{self._facts(left)}"

    def _dialogues(self) -> Iterator[Line]:
        for dialogue in self.programme.dialogues:
            yield from self._dialogue(dialogue)

    def _dialogue(self, dialogue: Dialogue) -> Iterator[Line]:
        """Show one dialogue: who held it, its figures, and what the report derives from them."""
        held = [
            f"{each.role.name_in(self.lang)}, {self.name_of(each.organisation_id)}"
            for each in dialogue.held_by
        ]
        model = "" if dialogue.model_id is None else f"“{self.name_of(dialogue.model_id)}”"
        yield 2, "; ".join(held or [dialogue.id]) + self._facts(model, str(dialogue.period or ""))
        for name in ("meetings", "citizens", "received", "instructed", "resolved"):
            figure = getattr(dialogue, name)
            if figure is not None:
                yield 4, f"{self.say(name)}: {figure}"
        for each in self.statements.get(dialogue.id, ()):
            yield 4, f"{self.say('stated')}: {each.measure.name_in(self.lang)} {each.figure}"

    def _awards(self) -> Iterator[Line]:
        for award in self.programme.awards:
            issuer = "" if award.issuer_id is None else self.name_of(award.issuer_id)
            title = f" “{award.title}”" if award.title else ""
            facts = self._facts(issuer, str(award.decision or ""), award.occasion, str(award.period or ""))
            yield 2, f"{award.form.name_in(self.lang)}{title}{facts}"
            figures = [award.collectives, award.individuals, award.households, award.recipients]
            known = [str(figure) for figure in figures if figure is not None]
            if known:
                yield 4, ", ".join(known)

    def _observations(self) -> Iterator[Line]:
        kinds = list(ObservationKind)
        kind = None
        for each in sorted(self.programme.observations, key=lambda each: kinds.index(each.kind)):
            if each.kind is not kind:
                kind = each.kind
                yield 2, f"{kind.name_in(self.lang)}:"
            yield 4, "- " + " ".join(each.text.split())

    def _reports(self) -> Iterator[Line]:
        for report in self.programme.reports:
            yield (
                2,
                f"{report.kind.name_in(self.lang)}: {report.title}{self._facts(str(report.period or ''))}",
            )

    def _findings(self, findings: Sequence[Finding]) -> Iterator[Line]:
        """Show what was found: how grave, what, where, and what to do."""
        if not findings:
            yield 2, self.say("nothing-found")
        for finding in findings:
            yield 2, f"[{finding.severity.name_in(self.lang)}] {finding.message(self.lang)}"
            yield 4, f"→ {finding.to_do(self.lang)}"
            yield 4, f"({finding.code}; {' › '.join(map(str, finding.path))})"
