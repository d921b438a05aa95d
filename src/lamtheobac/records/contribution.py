"""Contributions (đóng góp)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import RecordId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import LONG, PERSONAL, show
from lamtheobac.values.unit import Unit

__all__ = ["Accrual", "Contribution", "Stage"]


class Stage(Labelled):
    """How far a gift has come (giai đoạn)."""

    PLEDGED = "pledged", "đăng ký ủng hộ", "pledged"
    RECEIVED = "received", "đã vận động, tiếp nhận", "received"
    SPENT = "spent", "đã chi, hỗ trợ", "spent"
    VALUED = "valued", "trị giá", "valued at"
    UNSTATED = "unstated", "không nêu rõ", "not stated"


class Accrual(Labelled):
    """Whether a figure is new, or counts everything up to its day (cách cộng dồn)."""

    INCREMENT = "increment", "phát sinh trong kỳ", "increment"
    CUMULATIVE = "cumulative", "lũy kế", "cumulative"


@frozen(kw_only=True)
class Contribution:
    """One gift, or what came together of one kind: money, labour days, land, goods (khoản đóng góp).

    Money, labour and goods are never added to each other; what was pledged is not what was received.

    Attributes:
        id: Such as "dg-ngoi-nha-cap-uy".
        gift: How much, of what; the unit says the kind.
        to_id: What it was given to: a model, an activity, a fund.
        raised_by_id: Who raised it.
        given_by_id: Who gave it.
        stage: Pledged, received, spent, or a value set on what was done.
        accrual: New in the period, or all up to its end.
        period: When.
        report_id: The report that says so.
        note: What else the source says; may name people, so it is personal.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> raised = Contribution(
    ...     id="dg-1", gift=Figure.parse("hơn 6,2 tỷ đồng"), to_id="mh-ngoi-nha-cap-uy", stage=Stage.RECEIVED)
    >>> print(raised.gift, raised.stage.label)
    hơn 6,2 tỷ đồng đã vận động, tiếp nhận
    >>> Contribution(id="dg-1", gift=Figure.parse("90%"))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: contribution/no-amount at $.gift: a percentage is no gift
    """

    id: RecordId
    gift: Figure
    to_id: RecordId | None = None
    raised_by_id: RecordId | None = None
    given_by_id: RecordId | None = None
    stage: Stage = Stage.UNSTATED
    accrual: Accrual = Accrual.INCREMENT
    period: Period | None = None
    report_id: ReportId | None = None
    note: str = field(default="", metadata={**PERSONAL, **LONG})

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if not faults.found and self.gift.unit is Unit.PERCENT:
            faults.add("contribution/no-amount", "gift")
        faults.done()
