"""What of a programme may be published: a type of its own, made for others to read (công bố).

Who publishes by leaving fields out of a file forgets one. So the way is the other one round: nothing is
published but what is put into `PublicProgramme`, which holds no record, no id and no free text, and which no
door reads back as a programme.

Under a key the same person has the same pseudonym everywhere. That is still personal data by Law 91/2025/QH15:
pseudonymous, not anonymous.
"""

from __future__ import annotations

import hmac
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from lamtheobac.errors import OptionError, RecordError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.records.award import AwardStatus
from lamtheobac.records.programme import Programme
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.privacy import HIDDEN, PUBLIC
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lamtheobac.errors import Path
    from lamtheobac.records.contribution import Contribution
    from lamtheobac.records.dialogue import Dialogue
    from lamtheobac.records.person import Person
    from lamtheobac.records.totals import Total

__all__ = ["PublicProgramme", "PublicRow", "PublicWinner", "publish"]

_SHORTEST_KEY: Final = 32
_LEAST: Final = 5
_GIVERS: Final = 3
_DOMINANT: Final = Decimal("0.85")
# Things that are nobody's: few of them point to no person. Whatever else is counted may be people or their homes.
_OF_NOBODY: Final = frozenset(
    {
        Unit.ORGANISATION, Unit.COLLECTIVE, Unit.MODEL, Unit.WORK, Unit.MEETING, Unit.LABOUR_DAY, Unit.YEAR,
        Unit.MONTH, Unit.DAY, Unit.TIME, Unit.TREE, Unit.BOOK,
    }
)  # fmt: skip
_HEDGES_DOWN: Final = frozenset(
    {Approximation.NEARLY, Approximation.ABOUT, Approximation.LESS_THAN, Approximation.AT_MOST}
)
# Citizen numbers, old identity numbers, telephones, addresses of e-mail.
_IDENTIFIER: Final = re.compile(r"(?:\+84|0)(?:[ .-]?[0-9]){8,11}|[0-9]{9,}|[^\s@]+@[^\s@]+\.[^\s@]+")


@frozen(kw_only=True)
class PublicRow:
    """One published figure, or the place of one that is hidden (dòng công bố).

    Attributes:
        part: The kind of record it comes from, in the singular.
        about: The name of the model, activity or organisation; empty where none is named.
        measure: What it is: a stage, a kind of outcome, a form of award, a field of a dialogue.
        figure: The figure; None where it is hidden.
        words: The figure in words, or what stands in its place: "<5" or "‹ẩn›".
    """

    part: str = field(metadata=PUBLIC)
    about: str = field(metadata=PUBLIC)
    measure: str = field(metadata=PUBLIC)
    figure: Figure | None
    words: str = field(metadata=PUBLIC)


@frozen(kw_only=True)
class PublicWinner:
    """Somebody honoured, by name only where that is agreed or decided in public (người được khen thưởng).

    Attributes:
        who: The name, or a pseudonym of 16 letters.
        is_named: Whether it is the name.
        form: The form of the award.
        title: Its title.
    """

    who: str = field(metadata=PUBLIC)
    is_named: bool
    form: str = field(metadata=PUBLIC)
    title: str = field(metadata=PUBLIC)


@frozen(kw_only=True)
class PublicProgramme:
    """What may be published of a programme; no programme can be loaded from it (bản công bố).

    Attributes:
        name: The name of the programme.
        committee: The organisation whose committee keeps it.
        period: The time it is of, in words.
        organisations: The names of the organisations.
        models: The names of the models.
        rows: The figures.
        winners: People honoured.
    """

    name: str = field(metadata=PUBLIC)
    committee: str = field(metadata=PUBLIC)
    period: str = field(metadata=PUBLIC)
    organisations: tuple[str, ...] = field(metadata=PUBLIC)
    models: tuple[str, ...] = field(metadata=PUBLIC)
    rows: tuple[PublicRow, ...]
    winners: tuple[PublicWinner, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give plain data, ready for `json.dumps`; `load` refuses it (dữ liệu)."""
        rows = [
            {"part": row.part, "about": row.about, "measure": row.measure, "figure": row.words}
            for row in self.rows
        ]
        winners = [
            {"who": each.who, "is_named": each.is_named, "form": each.form, "title": each.title}
            for each in self.winners
        ]
        return {
            "public_programme": self.name,
            "committee": self.committee,
            "period": self.period,
            "organisations": list(self.organisations),
            "models": list(self.models),
            "figures": rows,
            "winners": winners,
        }


def publish(programme: Programme, *, key: bytes) -> PublicProgramme:
    """Take out of a programme what may be published (công bố).

    No note, no judgement, no id. Counts of people, households and what is theirs below 5 become "<5", and so
    does a part whose rest is below 5; no totals are given that would tell a hidden figure by subtraction. What
    fewer than three people gave, or two of them for the most part, is hidden. Names of people stand only with
    their consent or a public decision; any other is a pseudonym.

    Args:
        programme: The records.
        key: At least 32 secret bytes, kept apart from the data, such as `secrets.token_bytes(32)`.

    Raises:
        OptionError: A shorter key.
        RecordError: A public text with what looks like a citizen number, a telephone or an e-mail address.
        WrongTypeError: No programme, or a key that is not of bytes.

    >>> from lamtheobac.formats.json import example
    >>> public = publish(example(), key=bytes(32))
    >>> public.committee, [row.words for row in public.rows if row.measure == "houses"]
    ('Đảng bộ huyện Bình Sơn', ['129 nhà'])
    >>> publish(example(), key=b"secret")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: publish/short-key: a key has at least 32 bytes
    """
    if not isinstance(programme, Programme):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="Programme", given=type(programme).__name__))
    if not isinstance(key, bytes):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise WrongTypeError(issue("type/wrong", ("key",), wanted="bytes", given=type(key).__name__))
    if len(key) < _SHORTEST_KEY:
        raise OptionError(issue("publish/short-key", least=_SHORTEST_KEY))
    _refuse_identifiers(programme)
    committee = programme.organisations.get(programme.committee_id or "")
    return PublicProgramme(
        name=programme.name,
        committee="" if committee is None else committee.name,
        period=str(programme.period or ""),
        organisations=tuple(each.name for each in programme.organisations),
        models=tuple(each.name for each in programme.models),
        rows=tuple(_rows(programme)),
        winners=tuple(_winners(programme, key)),
    )


def _refuse_identifiers(programme: Programme) -> None:
    """Refuse texts that will be shown and hold what tells one person from all others."""
    texts: list[tuple[Path, str]] = [(("name",), programme.name)]
    for name in ("organisations", "bodies", "models", "activities"):
        texts += [((name, each.id, "name"), each.name) for each in getattr(programme, name)]
    texts += [(("awards", each.id, "title"), each.title) for each in programme.awards]
    faults = [issue("publish/identifier", path) for path, text in texts if _IDENTIFIER.search(text)]
    if faults:
        raise RecordError(*faults)


def _rows(programme: Programme) -> Iterator[PublicRow]:
    """Go through the figures that are published, each fit to be seen."""
    for total in programme.totals(by="model"):
        yield _gift(programme, total)
    for outcome in programme.outcomes:
        yield _row("outcome", _name(programme, outcome.of_id), outcome.kind, outcome.figure)
    for each in programme.participations:
        if each.count is not None:
            yield _row("participation", _name(programme, each.of_id), each.kind, each.count)
    for dialogue in programme.dialogues:
        yield from _dialogue(programme, dialogue)
    for count in programme.awards_by("form"):
        for who in ("collectives", "individuals", "households", "recipients"):
            figure = getattr(count, who)
            if figure is not None:
                yield _row("award", "", f"{count.key}/{who}", figure)


def _dialogue(programme: Programme, dialogue: Dialogue) -> Iterator[PublicRow]:
    """Show what came to a dialogue; of what was done nothing where a part, or the rest, is small."""
    done = [each for each in (dialogue.instructed, dialogue.resolved) if each is not None]
    is_telling = any(_is_small(each) or _leaves_few(each, dialogue.received) for each in done)
    for measure in ("meetings", "citizens", "received", "instructed", "resolved"):
        figure: Figure | None = getattr(dialogue, measure)
        if figure is not None:
            is_hidden = is_telling and figure in done
            yield _row("dialogue", _name(programme, dialogue.model_id), measure, figure, is_hidden=is_hidden)


def _gift(programme: Programme, total: Total) -> PublicRow:
    """Show a total, unless it tells what one or two people gave."""
    gifts = [programme.contributions[each] for each in total.ids]
    persons = [each for each in gifts if programme.persons.get(each.given_by_id or "") is not None]
    is_hidden = bool(persons) and not _are_enough(persons, total.figure)
    return _row("contribution", _name(programme, total.key), total.stage, total.figure, is_hidden=is_hidden)


def _are_enough(gifts: Sequence[Contribution], total: Figure) -> bool:
    """Tell whether enough people gave, and no two of them for the most part."""
    by_giver: dict[str | None, Decimal] = {}
    for gift in gifts:
        worth = gift.gift.value or gift.gift.high or Decimal(0)
        by_giver[gift.given_by_id] = by_giver.get(gift.given_by_id, Decimal(0)) + worth
    largest = sum(sorted(by_giver.values())[-2:])
    whole = total.value or total.high or Decimal(0)
    return len(by_giver) >= _GIVERS and largest < _DOMINANT * whole


def _row(part: str, about: str, measure: str, figure: Figure, *, is_hidden: bool = False) -> PublicRow:
    """Make the row of a figure; a small one shows only that it is small."""
    words = HIDDEN if is_hidden else f"<{_LEAST}" if _is_small(figure) else ""
    shown = None if words else figure
    return PublicRow(part=part, about=about, measure=str(measure), figure=shown, words=words or str(figure))


def _is_small(figure: Figure) -> bool:
    """Tell whether a count could point to people: it, or what it leaves of its whole, is from 1 to 4."""
    if not figure.unit.is_count or figure.unit in _OF_NOBODY:
        return False
    value = figure.value or figure.low or Decimal(0)
    is_hedged_down = value == _LEAST and figure.approximation in _HEDGES_DOWN
    rest = _LEAST if figure.out_of is None else figure.out_of - value
    return 0 < value < _LEAST or is_hedged_down or 0 < rest < _LEAST


def _leaves_few(part: Figure, whole: Figure | None) -> bool:
    """Tell whether what is left of a whole is from 1 to 4."""
    if whole is None or whole.value is None or part.value is None:
        return False
    return 0 < whole.value - part.value < _LEAST


def _name(programme: Programme, record_id: str | None) -> str:
    """Find what is published as the name of a record; nothing else has one."""
    for register in (programme.models, programme.activities, programme.organisations, programme.bodies):
        record = register.get(record_id or "")
        if record is not None:
            return record.name
    return ""


def _winners(programme: Programme, key: bytes) -> Iterator[PublicWinner]:
    """Go through the people who were honoured."""
    for award in programme.awards:
        if award.status is AwardStatus.GRANTED:
            for person in filter(None, map(programme.persons.get, award.recipient_ids)):
                is_named = person.consent or bool(person.decision and person.decision.number)
                who = person.name if is_named else _pseudonym(person, key)
                yield PublicWinner(who=who, is_named=is_named, form=award.form.value, title=award.title)


def _pseudonym(person: Person, key: bytes) -> str:
    """Make the same letters for the same person and key; without the key nobody finds the person."""
    return hmac.digest(key, f"lamtheobac person {person.id}".encode(), "sha256").hex()[:16]
