"""Commendation (khen thưởng)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.records.practice_model import Level
from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.document import Document
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import RecordId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.money import Money
from lamtheobac.values.privacy import LONG, PERSONAL, PUBLIC, show
from lamtheobac.values.unit import Unit

__all__ = ["Award", "AwardForm", "AwardStatus", "AwardSystem"]


class AwardForm(Labelled):
    """Forms of commendation (hình thức khen thưởng)."""

    ORDER = "order", "huân chương", "order"
    MEDAL = "medal", "huy chương", "medal"
    HONORARY_TITLE = "honorary_title", "danh hiệu vinh dự nhà nước", "honorary title of the State"
    PRIZE = "prize", "giải thưởng", "prize"
    INSIGNIA = "insignia", "kỷ niệm chương", "insignia"
    CERTIFICATE_OF_MERIT = "certificate_of_merit", "bằng khen", "certificate of merit"
    COMMENDATION = "commendation", "giấy khen", "certificate of commendation"
    EMULATION_FLAG = "emulation_flag", "cờ thi đua", "emulation flag"
    EMULATION_TITLE = "emulation_title", "danh hiệu thi đua", "emulation title"
    PARTY_BADGE = "party_badge", "Huy hiệu Đảng", "Party badge"
    LETTER = "letter", "thư khen, thư biểu dương", "letter of praise"
    PRAISE = "praise", "biểu dương", "praise"
    UNSTATED = "unstated", "không nêu hình thức", "form not stated"


class AwardSystem(Labelled):
    """Whose system of commendation it is (hệ thống khen thưởng)."""

    PARTY = "party", "khen thưởng của Đảng", "Party"
    STATE = "state", "khen thưởng của Nhà nước", "State"
    UNION = "union", "khen thưởng của đoàn thể", "unions"


class AwardStatus(Labelled):
    """What became of an award (trạng thái khen thưởng)."""

    PROPOSED = "proposed", "đề nghị", "proposed"
    GRANTED = "granted", "đã tặng", "granted"
    REVOKED = "revoked", "đã thu hồi", "revoked"


@frozen(kw_only=True)
class Award:
    """One decision to honour collectives, people or households (khen thưởng).

    Attributes:
        id: Such as "kt-binh-di-ma-cao-quy".
        decision: The decision.
        form: Certificate of merit, certificate of commendation, praise and so on.
        title: The title or honour, such as "Những tấm gương bình dị mà cao quý"; not the form.
        issuer_id: Who granted it.
        level: At which level.
        system: Party, State or union: the same words mean different awards.
        occasion: For what.
        collectives: Collectives honoured; None is not zero.
        individuals: People honoured.
        households: Households honoured.
        recipients: All together, where the source does not divide them.
        recipient_ids: Those that are among the records.
        bonus: The bonus of one recipient.
        status: Proposed, granted or revoked.
        period: When, where there is no decision to date it.
        report_id: The report that says so.
        note: What else the source says; may name people, so it is personal.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> honoured = Award(id="kt-1", title="Những tấm gương bình dị mà cao quý",
    ...     collectives=Figure.parse("56 tập thể"), individuals=Figure.parse("70 cá nhân"))
    >>> honoured.form.label
    'không nêu hình thức'
    >>> Award(id="kt-1", collectives=Figure.parse("56 hộ"))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: award/wrong-unit at $.collectives: this field counts in: collective, organisation
    """

    id: RecordId
    decision: Document | None = None
    form: AwardForm = AwardForm.UNSTATED
    title: str = field(default="", metadata=PUBLIC)
    issuer_id: RecordId | None = None
    level: Level | None = None
    system: AwardSystem | None = None
    occasion: str = field(default="", metadata=PUBLIC)
    collectives: Figure | None = None
    individuals: Figure | None = None
    households: Figure | None = None
    recipients: Figure | None = None
    recipient_ids: tuple[RecordId, ...] = ()
    bonus: Money | None = None
    status: AwardStatus = AwardStatus.GRANTED
    period: Period | None = None
    report_id: ReportId | None = None
    note: str = field(default="", metadata={**PERSONAL, **LONG})

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if not faults.found:
            for name, units in _UNITS.items():
                figure: Figure | None = getattr(self, name)
                if figure is not None and figure.unit not in units:
                    faults.add("award/wrong-unit", name, units=", ".join(units))
        faults.done()


_UNITS = {
    "collectives": (Unit.COLLECTIVE, Unit.ORGANISATION),
    "individuals": (Unit.PERSON,),
    "households": (Unit.HOUSEHOLD,),
}
