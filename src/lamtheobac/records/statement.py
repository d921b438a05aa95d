"""What a report says about its own figures (số liệu tổng hợp)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import RecordId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import LONG, PUBLIC, show

__all__ = ["Change", "Measure", "Statement"]


class Measure(Labelled):
    """What a derived figure measures (chỉ tiêu)."""

    CASES_RESOLVED_RATE = "cases_resolved_rate", "tỷ lệ vụ việc được giải quyết", "share of cases resolved"
    COVERAGE = "coverage", "tỷ lệ đơn vị thực hiện", "share of units taking part"
    CONTRIBUTIONS_TOTAL = "contributions_total", "tổng đóng góp", "total of contributions"
    HOUSES_TOTAL = "houses_total", "tổng số nhà", "total of houses"
    HOUSEHOLDS_TOTAL = "households_total", "tổng số hộ được giúp", "total of households helped"
    WORKS_TOTAL = "works_total", "tổng số công trình", "total of works"
    MODELS_TOTAL = "models_total", "tổng số mô hình", "total of models"
    AWARDS_TOTAL = "awards_total", "tổng số khen thưởng", "total of awards"
    CITIZENS_TOTAL = "citizens_total", "tổng số công dân được tiếp", "total of citizens received"
    CASES_TOTAL = "cases_total", "tổng số vụ việc", "total of cases"


class Change(Labelled):
    """Which way a figure went against the time before (xu hướng)."""

    UP = "up", "tăng", "up"
    DOWN = "down", "giảm", "down"


@frozen(kw_only=True)
class Statement:
    """A figure that a report derives from others, such as a rate or a total (số liệu tổng hợp trong báo cáo).

    What can be counted belongs into a record of its own; a statement is what the rules hold against those.

    Attributes:
        id: Such as "sl-ty-le-giai-quyet".
        measure: What it measures.
        figure: The figure in the report's words.
        about_ids: The records it sums up; empty where it speaks of the whole programme.
        change: Up or down, where the report says so.
        report_id: The report that says so.
        note: What else is to be known.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> rate = Statement(id="sl-1", measure=Measure.CASES_RESOLVED_RATE, figure=Figure.parse("hơn 90%"))
    >>> print(rate.measure.label, rate.figure)
    tỷ lệ vụ việc được giải quyết hơn 90%
    >>> Statement(id="sl-1", measure=Measure.CASES_RESOLVED_RATE, figure="hơn 90%")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: type/wrong at $.figure: wrong type: expected Figure, got str
    """

    id: RecordId
    measure: Measure
    figure: Figure
    about_ids: tuple[RecordId, ...] = ()
    change: Change | None = None
    report_id: ReportId | None = None
    note: str = field(default="", metadata={**PUBLIC, **LONG})

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
