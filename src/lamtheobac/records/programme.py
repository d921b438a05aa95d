"""The programme of one committee: all its records (chương trình)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
from attrs import field, frozen

from lamtheobac.errors import LIMITS, LimitError, RecordError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.records.activity import Activity
from lamtheobac.records.award import Award
from lamtheobac.records.body import Body
from lamtheobac.records.contribution import Contribution
from lamtheobac.records.dialogue import Dialogue
from lamtheobac.records.kinds import COLLECTIONS, Record
from lamtheobac.records.observation import Observation
from lamtheobac.records.outcome import Outcome
from lamtheobac.records.participation import Participation
from lamtheobac.records.party_organisation import PartyOrganisation
from lamtheobac.records.person import Person
from lamtheobac.records.practice_model import PracticeModel
from lamtheobac.records.registers import Register, register
from lamtheobac.records.report import Report
from lamtheobac.records.statement import Statement
from lamtheobac.records.succession import Succession
from lamtheobac.records.theme import Theme
from lamtheobac.records.tree import walk_tree
from lamtheobac.values.checks import Faults, check_fields
from lamtheobac.values.collector import paused_collector
from lamtheobac.values.dates import Period
from lamtheobac.values.document import Document
from lamtheobac.values.ids import OrganisationId
from lamtheobac.values.listing import Listing, show_card
from lamtheobac.values.privacy import PUBLIC, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from lamtheobac.records.contribution import Stage
    from lamtheobac.records.counts import AwardCount, AwardGrouping, Completeness, Coverage
    from lamtheobac.records.totals import Grouping, Total
    from lamtheobac.records.tree import Branch
    from lamtheobac.values.unit import Unit

__all__ = ["FORMAT_VERSION", "Programme"]

FORMAT_VERSION: Final = 1
"""The version of the file format that this library writes."""


@frozen(kw_only=True, init=False)
class Programme:
    """All records of one programme, which never changes: every edit gives a new one (chương trình).

    Attributes:
        name: What it is called.
        committee_id: The organisation whose committee keeps it; None where it is not among the records.
        directives: The documents it carries out, such as Directive 05-CT/TW.
        mottos: Its guiding mottos (phương châm).
        period: The time it runs or is told of.
        format_version: The version of the file it came from.
        organisations: Party organisations. This and all that follow are tuples that find by id too:
            `programme.models["mh-ngoi-nha-cap-uy"]`.
        bodies: Agencies, unions, working groups, clubs, funds.
        successions: What became of organisations.
        themes: Themes of study.
        persons: People, the only place for names.
        reports: Reports.
        participations: Who took part, of how many.
        models: Practice models.
        activities: Activities.
        contributions: Money, labour, land and goods given.
        outcomes: What came of it.
        dialogues: Dialogues with citizens.
        awards: Commendation.
        observations: Judgements in words.
        statements: Derived figures of reports.

    Raises:
        RecordError: Every field that cannot be, and every id that stands twice, at once.
        LimitError: More records than `LIMITS.records`.

    >>> programme = Programme(name="Học tập và làm theo Bác").put(Dialogue(id="dt-2019"))
    >>> programme.dialogues["dt-2019"].id, len(programme.drop("dt-2019").dialogues)
    ('dt-2019', 0)
    >>> Programme(name="Học tập", dialogues=[Dialogue(id="a"), Dialogue(id="a")])
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: id/taken at $.dialogues[1].id: another record has this id
    """

    name: str = field(metadata=PUBLIC)
    committee_id: OrganisationId | None = None
    directives: tuple[Document, ...] = ()
    mottos: tuple[str, ...] = field(default=(), metadata=PUBLIC)
    period: Period | None = None
    format_version: int
    organisations: Register[PartyOrganisation] = field(default=Register(), repr=False)
    bodies: Register[Body] = field(default=Register(), repr=False)
    successions: Register[Succession] = field(default=Register(), repr=False)
    themes: Register[Theme] = field(default=Register(), repr=False)
    persons: Register[Person] = field(default=Register(), repr=False)
    reports: Register[Report] = field(default=Register(), repr=False)
    participations: Register[Participation] = field(default=Register(), repr=False)
    models: Register[PracticeModel] = field(default=Register(), repr=False)
    activities: Register[Activity] = field(default=Register(), repr=False)
    contributions: Register[Contribution] = field(default=Register(), repr=False)
    outcomes: Register[Outcome] = field(default=Register(), repr=False)
    dialogues: Register[Dialogue] = field(default=Register(), repr=False)
    awards: Register[Award] = field(default=Register(), repr=False)
    observations: Register[Observation] = field(default=Register(), repr=False)
    statements: Register[Statement] = field(default=Register(), repr=False)

    def __init__(
        self,
        *,
        name: str,
        committee_id: OrganisationId | None = None,
        directives: Iterable[Document] = (),
        mottos: Iterable[str] = (),
        period: Period | None = None,
        format_version: int = FORMAT_VERSION,
        organisations: Iterable[PartyOrganisation] = (),
        bodies: Iterable[Body] = (),
        successions: Iterable[Succession] = (),
        themes: Iterable[Theme] = (),
        persons: Iterable[Person] = (),
        reports: Iterable[Report] = (),
        participations: Iterable[Participation] = (),
        models: Iterable[PracticeModel] = (),
        activities: Iterable[Activity] = (),
        contributions: Iterable[Contribution] = (),
        outcomes: Iterable[Outcome] = (),
        dialogues: Iterable[Dialogue] = (),
        awards: Iterable[Award] = (),
        observations: Iterable[Observation] = (),
        statements: Iterable[Statement] = (),
    ) -> None:
        self.__attrs_init__(  # pyright: ignore[reportUnknownMemberType, reportAttributeAccessIssue]  attrs makes it
            name=name,
            committee_id=committee_id,
            directives=tuple(directives),
            mottos=tuple(mottos),
            period=period,
            format_version=format_version,
            organisations=register(organisations),
            bodies=register(bodies),
            successions=register(successions),
            themes=register(themes),
            persons=register(persons),
            reports=register(reports),
            participations=register(participations),
            models=register(models),
            activities=register(activities),
            contributions=register(contributions),
            outcomes=register(outcomes),
            dialogues=register(dialogues),
            awards=register(awards),
            observations=register(observations),
            statements=register(statements),
        )

    __repr__ = show
    _repr_html_ = show_card

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if self.format_version != FORMAT_VERSION:
            faults.add("programme/unknown-version", "format_version", known=FORMAT_VERSION)
        if not faults.found:
            self._check_ids(faults)
        faults.done()

    def _check_ids(self, faults: Faults) -> None:
        """Check that every id names one record, and that there are not too many of them."""
        seen: set[str] = set()
        for name in COLLECTIONS:
            for place, record in enumerate(getattr(self, name)):
                if record.id in seen:
                    faults.add("id/taken", name, place, "id")
                seen.add(record.id)
        if len(seen) > LIMITS.records:
            raise LimitError(issue("limit/records", most=LIMITS.records))

    def records(self) -> tuple[Record, ...]:
        """Give all records, collection by collection (mọi bản ghi)."""
        return tuple(record for name in COLLECTIONS for record in getattr(self, name))

    def find(self, record_id: str) -> Record | None:
        """Find any record by its id, or None (tìm bản ghi).

        >>> Programme(name="Học tập").find("dt-2019") is None
        True
        """
        for name in COLLECTIONS:
            record: Record | None = getattr(self, name).get(record_id)
            if record is not None:
                return record
        return None

    def put(self, *records: Record) -> Programme:
        """Add records, each in the place of the one with its id where there is one (ghi).

        Raises:
            RecordError: An id that a record of another kind has.
            WrongTypeError: Something that is no record.

        >>> Programme(name="Học tập").put("dt-2019")
        Traceback (most recent call last):
            ...
        lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected a record, got str
        """
        changed: dict[str, dict[str, Record]] = {}
        for record in records:
            name = _COLLECTION_OF.get(type(record))
            if name is None:
                raise WrongTypeError(issue("type/wrong", wanted="a record", given=type(record).__name__))
            changed.setdefault(name, dict(getattr(self, name).items()))[record.id] = record
        return self._with({name: tuple(found.values()) for name, found in changed.items()})

    def drop(self, *ids: str) -> Programme:
        """Take records out (bỏ).

        Raises:
            RecordError: An id that no record has.

        >>> Programme(name="Học tập").drop("dt-2019")
        Traceback (most recent call last):
            ...
        lamtheobac.errors.RecordError: id/unknown: no record has this id
        """
        gone = set(ids)
        if any(self.find(record_id) is None for record_id in ids):
            raise RecordError(issue("id/unknown"))
        return self._with(
            {
                name: tuple(record for record in getattr(self, name) if record.id not in gone)
                for name in COLLECTIONS
                if any(record_id in getattr(self, name) for record_id in ids)
            }
        )

    def replace(self, record_id: str, /, **fields: Any) -> Programme:
        """Change fields of one record (sửa).

        Raises:
            RecordError: An id that no record has, a field that it lacks, or a value that cannot be.

        >>> programme = Programme(name="Học tập").put(Dialogue(id="dt-2019"))
        >>> programme.replace("dt-2019", note="Nghe dân nói, nói dân tin").dialogues[0].note
        'Nghe dân nói, nói dân tin'
        >>> programme.replace("dt-2019", nam=2019)
        Traceback (most recent call last):
            ...
        lamtheobac.errors.RecordError: record/unknown-field at $.nam: this record has no such field
        """
        record = self.find(record_id)
        if record is None:
            raise RecordError(issue("id/unknown"))
        known = attrs.fields_dict(type(record))
        unknown = [issue("record/unknown-field", (name,)) for name in fields if name not in known]
        if unknown:
            raise RecordError(*unknown)
        changed = attrs.evolve(record, **fields)
        name = _COLLECTION_OF[type(record)]
        return self._with({name: tuple(changed if each is record else each for each in getattr(self, name))})

    def tree(self, on: date | None = None) -> tuple[Branch, ...]:
        """Give the tree of organisations from the top, each once, with its depth (cây tổ chức).

        Whoever has no parent among those of that day stands at the top; a ring loses nobody. Any programme
        has a tree, however broken or deep.

        Args:
            on: The day; organisations that did not exist are left out. None gives all that ever did.

        >>> Programme(name="Học tập").tree()
        ()
        """
        with paused_collector():
            return Listing(walk_tree(self.organisations, on))

    def totals(
        self,
        *,
        by: Grouping = "unit",
        stage: Stage | None = None,
        unit: Unit | None = None,
        period: Period | None = None,
    ) -> tuple[Total, ...]:
        """Add up what was given (tổng hợp đóng góp).

        Increments add; of a cumulative series the latest counts. Stages never mix and unlike units never add:
        there is a total for each.

        Args:
            by: What to tell apart: `"unit"` (the kind of gift), `"stage"`, `"model"`, `"organisation"` or
                `"period"` (the year of the last day).
            stage: Only this stage.
            unit: Only this unit.
            period: Only what lies in it; what may or may not is named as `unplaced`.

        Raises:
            OptionError: A grouping that does not exist.

        >>> from lamtheobac.records import Stage
        >>> from lamtheobac.values import Figure
        >>> programme = Programme(name="Học tập").put(
        ...     Contribution(id="dg-1", gift=Figure.parse("hơn 6,2 tỷ đồng"), stage=Stage.RECEIVED),
        ...     Contribution(id="dg-2", gift=Figure.parse("8.458 ngày công"), stage=Stage.RECEIVED))
        >>> [str(total.figure) for total in programme.totals()]
        ['hơn 6,2 tỷ đồng', '8.458 ngày công']
        >>> programme.totals(by="năm")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: unit, stage, ...
        """
        from lamtheobac.records.totals import total_contributions  # noqa: PLC0415  loaded when asked

        with paused_collector():
            return total_contributions(self, by=by, stage=stage, unit=unit, period=period)

    def coverage(self) -> tuple[Coverage, ...]:
        """Tell how widely things are studied, registered and done (mức độ bao phủ).

        >>> Programme(name="Học tập").coverage()
        ()
        """
        from lamtheobac.records.counts import measure_coverage  # noqa: PLC0415  loaded when asked

        return measure_coverage(self)

    def awards_by(self, by: AwardGrouping) -> tuple[AwardCount, ...]:
        """Count the awards that were granted (thống kê khen thưởng).

        Args:
            by: `"form"`, `"level"`, `"system"` or `"recipient"`.

        Raises:
            OptionError: A grouping that does not exist.

        >>> Programme(name="Học tập").awards_by("form")
        ()
        >>> Programme(name="Học tập").awards_by("năm")
        Traceback (most recent call last):
            ...
        lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: form, level, system, recipient
        """
        from lamtheobac.records.counts import count_awards  # noqa: PLC0415  loaded when asked

        return count_awards(self, by)

    def completeness(self, period: Period) -> Completeness:
        """Tell who must report for a period, has, has on time, and has not (tình hình nộp báo cáo).

        Args:
            period: The period that the reports are for; both its days are known.

        >>> Programme(name="Học tập").completeness(Period.of_year(2019)).missing
        ()
        """
        from lamtheobac.records.counts import tell_completeness  # noqa: PLC0415  loaded when asked

        return tell_completeness(self, period)

    def _with(self, fields: Mapping[str, Any]) -> Programme:
        """Make the programme anew with some fields changed."""
        return attrs.evolve(self, **fields)


_COLLECTION_OF: Final[Mapping[type, str]] = {kind: name for name, kind in COLLECTIONS.items()}
