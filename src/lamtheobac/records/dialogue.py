"""Dialogues with citizens (tiếp dân, đối thoại)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import Faults, check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import DialogueId, ModelId, OrganisationId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import LONG, PERSONAL, show
from lamtheobac.values.unit import Unit

__all__ = ["Dialogue", "Holder", "HolderRole"]


class HolderRole(Labelled):
    """Who receives the citizens (người tiếp dân)."""

    SECRETARY = "secretary", "Bí thư", "Secretary"
    DEPUTY_SECRETARY = "deputy_secretary", "Phó Bí thư", "Deputy Secretary"
    CHAIR = "chair", "Chủ tịch Ủy ban nhân dân", "Chair of the People's Committee"
    COMMITTEE = "committee", "Cấp ủy", "Party committee"


@frozen(kw_only=True)
class Holder:
    """Who held a dialogue: an office, never a name (người chủ trì).

    Attributes:
        role: The office.
        organisation_id: Of which organisation.

    >>> Holder(role=HolderRole.SECRETARY, organisation_id="tc-binh-son").role.label
    'Bí thư'
    >>> Holder(role="Bí thư", organisation_id="tc-binh-son")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: type/wrong at $.role: wrong type: expected HolderRole, got str
    """

    role: HolderRole
    organisation_id: OrganisationId

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()


@frozen(kw_only=True)
class Dialogue:
    """Citizens received and their cases, counted (tiếp dân, đối thoại).

    A case that somebody was told to resolve (đã chỉ đạo giải quyết) is not yet a case resolved (đã giải
    quyết), and cases are not citizens: one may bring several. Citizens have no names here.

    Attributes:
        id: Such as "dt-2019".
        held_by: The offices that held it.
        model_id: The model under which it was held.
        meetings: How many times it was held, where one record counts several.
        citizens: Citizens met, in persons or person-turns.
        received: Cases received; None where the source does not say: missing is not zero.
        instructed: Cases that were ordered to be resolved.
        resolved: Cases resolved.
        period: When.
        report_id: The report that says so.
        note: What else the source says; may name people, so it is personal.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> met = Dialogue(id="dt-2019", citizens=Figure.parse("38 công dân"), instructed=Figure.parse("30 vụ việc"))
    >>> print(met.citizens, met.received, met.done)
    38 công dân None 30 vụ việc
    >>> Dialogue(id="dt-2019", citizens=Figure.parse("38 hộ"))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: dialogue/wrong-unit at $.citizens: this field counts in: person, person_turn
    """

    id: DialogueId
    held_by: tuple[Holder, ...] = ()
    model_id: ModelId | None = None
    meetings: Figure | None = None
    citizens: Figure | None = None
    received: Figure | None = None
    instructed: Figure | None = None
    resolved: Figure | None = None
    period: Period | None = None
    report_id: ReportId | None = None
    note: str = field(default="", metadata={**PERSONAL, **LONG})

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if not faults.found:
            _check_unit(faults, "meetings", self.meetings, Unit.MEETING, Unit.TIME, Unit.ITEM)
            _check_unit(faults, "citizens", self.citizens, Unit.PERSON, Unit.PERSON_TURN)
            for name in ("received", "instructed", "resolved"):
                _check_unit(faults, name, getattr(self, name), Unit.CASE, Unit.ITEM)
        faults.done()

    @property
    def done(self) -> Figure | None:
        """What was done about the cases: resolved, or else ordered to be (kết quả giải quyết)."""
        return self.resolved if self.resolved is not None else self.instructed


def _check_unit(faults: Faults, name: str, figure: Figure | None, *allowed: Unit) -> None:
    """Check that a figure counts what its field is for."""
    if figure is not None and figure.unit not in allowed:
        faults.add("dialogue/wrong-unit", name, units=", ".join(allowed))
