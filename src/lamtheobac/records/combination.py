"""Several programmes as one: ids kept apart, organisations recognised, nothing lost (gộp chương trình)."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from lamtheobac.errors import LIMITS
from lamtheobac.records.combined_head import combine_heads
from lamtheobac.records.kinds import COLLECTIONS, Record
from lamtheobac.records.merging import merge
from lamtheobac.records.programme import Programme
from lamtheobac.records.references import references, rename, spell_out
from lamtheobac.records.same_organisation import Told, group_organisations
from lamtheobac.values.collector import paused_collector
from lamtheobac.values.ids import is_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from lamtheobac.errors import Path

__all__ = ["Clash", "join_programmes", "natural_key"]

_RECOGNISED: Final = ("organisations", "bodies")
_COUNTED: Final = frozenset(
    {"participations", "contributions", "outcomes", "dialogues", "awards", "statements"}
)


class Clash(NamedTuple):
    """A place where the sources do not simply lie side by side (chỗ vướng khi gộp).

    Attributes:
        what: An id that stood for several records; fields of one organisation that differ; several ids of one
            organisation; a counted record that several sources hold; a reference to an id that stood for several
            records; names or periods of programmes that differ.
        path: Where in the joined programme.
        stated: The old id, or the value that stands, where it is made of digits and closed words.
        other: The new id, or the other value.
        number: How many.
    """

    what: Literal["id", "organisation", "two-ids", "record", "reference", "head"]
    path: Path
    stated: str = ""
    other: str = ""
    number: int = 0


class _Held(NamedTuple):
    """A record as one source holds it."""

    source: int
    collection: str
    record: Any


def join_programmes(
    sources: Sequence[Programme], on_progress: Callable[[int, int], None] | None = None
) -> tuple[Programme, tuple[Clash, ...]]:
    """Join programmes, whatever their order; one alone stays as it is (nối các chương trình).

    Args:
        sources: The programmes; no two the same.
        on_progress: Told how many records are done, and of how many.

    >>> from lamtheobac.records import Theme, ThemeScope
    >>> first, second = (
    ...     Programme(name="Bình Sơn").put(Theme(id="cd-1", title=title, scope=ThemeScope.YEAR))
    ...     for title in ("Tôn trọng Nhân dân", "Đại đoàn kết"))
    >>> whole, clashes = join_programmes([first, second])
    >>> len(whole.themes), [clash.what for clash in clashes]
    (2, ['id', 'id'])
    """
    if len(sources) == 1:
        return sources[0], ()
    with paused_collector():
        return _Joining(sources).done(on_progress)


def natural_key(text: str) -> tuple[Any, ...]:
    """Order ids as people count: bc-2 before bc-10 (thứ tự tự nhiên).

    >>> sorted(["bc-10", "bc-2", "bc"], key=natural_key)
    ['bc', 'bc-2', 'bc-10']
    """
    parts = re.split(r"([0-9]+)", text)
    return (
        *((part, 0) if place % 2 == 0 else ("", int(part)) for place, part in enumerate(parts)),
        (text, 0),
    )


class _Joining:
    """The state while programmes are joined: which records are one, and what they are called."""

    def __init__(self, sources: Sequence[Programme]) -> None:
        self.sources = sources
        self.holders: dict[str, list[_Held]] = defaultdict(list)
        for source, programme in enumerate(sources):
            for collection in COLLECTIONS:
                for record in getattr(programme, collection):
                    self.holders[record.id].append(_Held(source, collection, record))
        # The class of a record of a source; none where its id stands in one source only and means no other's.
        self.class_of: dict[tuple[int, str], int] = {}
        self.members: dict[int, list[_Held]] = {}
        self.names: dict[int, str] = {}
        self.clashes: list[Clash] = []

    def done(self, on_progress: Callable[[int, int], None] | None) -> tuple[Programme, tuple[Clash, ...]]:
        """Join everything."""
        self._recognise()
        self._keep_apart()
        self._name_classes()
        programme = self._build(on_progress)
        order = sorted(set(self.clashes), key=lambda clash: (clash.what, tuple(map(str, clash.path)), clash))
        return programme, tuple(order)

    def _new_class(self, members: list[_Held]) -> None:
        number = len(self.members)
        self.members[number] = members
        for each in members:
            self.class_of[each.source, each.record.id] = number

    def _recognise(self) -> None:
        """Find out which organisations and bodies are one."""
        for collection in _RECOGNISED:
            told = [
                Told(each.source, each.record)
                for held in self.holders.values()
                for each in held
                if each.collection == collection
            ]
            for group in group_organisations(told):
                is_alone = len(group) == 1 and len(self.holders[group[0].record.id]) == 1
                if not is_alone:
                    self._new_class([_Held(each.source, collection, each.record) for each in group])

    def _keep_apart(self) -> None:
        """Find out which other records of one id are one: those that say the same, and name the same.

        At first all of one id count as one. Where they differ they are parted, and whoever names them is looked at
        again, since the same id may now mean different records.
        """
        shared = {
            record_id: rest
            for record_id, held in self.holders.items()
            if len(held) > 1 and (rest := [each for each in held if each.collection not in _RECOGNISED])
        }
        namers: dict[str, set[str]] = defaultdict(set)
        for record_id, held in shared.items():
            self._new_class(held)
            for each in held:
                for _, named in references(each.record):
                    namers[named].add(record_id)
        waiting = dict.fromkeys(shared)
        while waiting:
            record_id = next(iter(waiting))
            del waiting[record_id]
            parts: dict[tuple[str, str], list[_Held]] = defaultdict(list)
            for each in shared[record_id]:
                parts[each.collection, self._spell(each)].append(each)
            if len(parts) > len({self.class_of[each.source, record_id] for each in shared[record_id]}):
                for part in parts.values():
                    self._new_class(part)
                waiting |= dict.fromkeys(namers[record_id])

    def _spell(self, held: _Held) -> str:
        return spell_out(held.record, lambda named: self._meaning(held.source, named), with_id=False)

    def _meaning(self, source: int, named: str) -> str | int:
        """Tell what a source means by an id: a class, or else just the id.

        What the source does not hold itself, another may: half a file names the district that only the district's
        own file tells of. Where several records have that id it stays unclear.
        """
        found = self.class_of.get((source, named))
        if found is not None:
            return found
        holders = self.holders.get(named, ())
        classes = {self.class_of.get((each.source, named)) for each in holders}
        if len(classes) == 1 and all(each.source != source for each in holders):
            (only,) = classes
            return named if only is None else only
        return named

    def _name_classes(self) -> None:
        """Give each class its id: the one it has, or else that and a mark of the source."""
        contested: list[tuple[str, str, int]] = []
        tags = _Tags(self.sources)
        self.members = {number: self.members[number] for number in sorted(set(self.class_of.values()))}
        for number, members in self.members.items():
            ids = sorted({each.record.id for each in members}, key=natural_key)
            own = [each for each in ids if self._is_whole(each, number)]
            if own:
                self.names[number] = own[0]
            else:
                named = [each.source for each in members if each.record.id == ids[0]]
                contested.append((ids[0], min(map(tags.of, named)), number))
        taken = {*self.holders, *self.names.values()}
        for old, tag, number in sorted(contested):
            self.names[number] = _free_id(old, tag, taken)
            taken.add(self.names[number])
            path = (self.members[number][0].collection, self.names[number], "id")
            self.clashes.append(Clash("id", path, old, self.names[number], len(self.holders[old])))

    def _is_whole(self, record_id: str, number: int) -> bool:
        """Tell whether an id means one class only, in every source that has it."""
        return all(self.class_of.get((each.source, record_id)) == number for each in self.holders[record_id])

    def _name(self, source: int, named: str) -> str:
        """Give the id in the joined programme of what a source names."""
        meaning = self._meaning(source, named)
        return meaning if isinstance(meaning, str) else self.names[meaning]

    def _build(self, on_progress: Callable[[int, int], None] | None) -> Programme:
        """Make the records anew under their new ids, each once."""
        made: dict[str, dict[str, Record]] = {name: {} for name in COLLECTIONS}
        total = sum(map(len, self.holders.values()))
        number = 0
        for record_id, held in self.holders.items():
            for each in held:
                number += 1
                if on_progress is not None:
                    on_progress(number, total)
                found = self.class_of.get((each.source, record_id))
                name = record_id if found is None else self.names[found]
                if name not in made[each.collection]:
                    members = [each] if found is None else self.members[found]
                    made[each.collection][name] = self._one(name, members)
        records: dict[str, Any] = {
            name: tuple(sorted(found.values(), key=lambda record: natural_key(record.id)))
            for name, found in made.items()
        }
        head, differing = combine_heads(self.sources, records["organisations"], self._name)
        self.clashes += [Clash("head", (name,), number=len(self.sources)) for name in differing]
        return Programme(**head, **records)

    def _one(self, name: str, members: list[_Held]) -> Record:
        """Make one record of all that the sources say of it."""
        collection = members[0].collection
        renamed: list[Record] = []
        for each in members:
            self._note_unclear(each, name)
            renamed.append(rename(each.record, name, partial(self._name, each.source)))
        if collection not in _RECOGNISED:
            if len(members) > 1 and collection in _COUNTED:
                self.clashes.append(Clash("record", (collection, name), number=len(members)))
            return renamed[0]
        ids = sorted({each.record.id for each in members}, key=natural_key)
        if len(ids) > 1:
            self.clashes.append(Clash("two-ids", (collection, name, "id"), ", ".join(ids), name, len(ids)))
        trusted = [
            record for each, record in zip(members, renamed, strict=True) if self._is_keeper(each, name)
        ]
        whole, differing = merge(renamed, trusted)
        self.clashes += [
            Clash("organisation", (collection, name, field), stated, other, number)
            for field, stated, other, number in differing
        ]
        return whole

    def _is_keeper(self, held: _Held, name: str) -> bool:
        """Tell whether a source is the programme of this very organisation, which knows itself best."""
        committee = self.sources[held.source].committee_id
        return committee is not None and self._name(held.source, committee) == name

    def _note_unclear(self, held: _Held, name: str) -> None:
        """Note the references of a record to an id that several records of other sources have."""
        for path, named in references(held.record):
            holders = self.holders.get(named, ())
            if all(each.source != held.source for each in holders):
                classes = {self.class_of.get((each.source, named)) for each in holders}
                if len(classes) > 1:
                    self.clashes.append(
                        Clash("reference", (held.collection, name, *path), named, number=len(classes))
                    )


class _Tags:
    """Marks of sources: the committee where only one source has it, or else digits of what the source says."""

    def __init__(self, sources: Sequence[Programme]) -> None:
        self.sources = sources
        counts: dict[str | None, int] = defaultdict(int)
        for each in sources:
            counts[each.committee_id] += 1
        self.counts: Mapping[str | None, int] = counts
        self.made: dict[int, str] = {}

    def of(self, source: int) -> str:
        """Give the mark of a source."""
        if source not in self.made:
            programme = self.sources[source]
            committee = programme.committee_id
            if committee is not None and self.counts[committee] == 1:
                self.made[source] = committee
            else:
                self.made[source] = sha256(spell_out(programme).encode()).hexdigest()[:8]
        return self.made[source]


def _free_id(old: str, tag: str, taken: Iterable[str]) -> str:
    """Put an id and a mark together; where that is too long or taken, digits of both."""
    wanted = f"{old.rstrip('.')}.{tag}"
    number = 0
    while not is_id(wanted) or wanted in taken:
        digits = sha256(f"{old} {tag} {number}".encode()).hexdigest()[:12]
        wanted = f"{old[: LIMITS.id_characters - 13].rstrip('.')}.{digits}"
        number += 1
    return wanted
