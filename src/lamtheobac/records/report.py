"""Reports that organisations hand in (báo cáo)."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import PartialDate, Period
from lamtheobac.values.document import Document
from lamtheobac.values.ids import OrganisationId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import PUBLIC, show

__all__ = ["Report", "ReportKind"]


class ReportKind(Labelled):
    """Kinds of reports (loại báo cáo)."""

    MONTHLY = "monthly", "báo cáo tháng", "monthly report"
    QUARTERLY = "quarterly", "báo cáo quý", "quarterly report"
    HALF_YEAR = "half_year", "báo cáo 6 tháng", "half-year report"
    NINE_MONTHS = "nine_months", "báo cáo 9 tháng", "nine-month report"
    ANNUAL = "annual", "báo cáo năm", "annual report"
    PRELIMINARY = "preliminary", "báo cáo sơ kết", "preliminary review"
    FINAL = "final", "báo cáo tổng kết", "final review"
    THEMATIC = "thematic", "báo cáo chuyên đề", "thematic report"
    ARTICLE = "article", "bài báo", "press article"


@frozen(kw_only=True)
class Report:
    """A report, with the time it speaks of and the day it was handed in (báo cáo).

    Attributes:
        id: Such as "bc-2019".
        organisation_id: Who reports.
        kind: Annual report, preliminary review and so on.
        title: Its title.
        period: The time it speaks of; what it leaves open stays open.
        due_on: The day by which it was wanted.
        submitted_on: The day it was handed in; None while it is not.
        document: Its number and date of issue.
        source: Where its text was found, in words.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> print(Report(id="bc-2019", organisation_id="tc-binh-son", kind=ReportKind.ANNUAL).kind.label)
    báo cáo năm
    >>> Report(id="bc-2019", organisation_id="tc-binh-son", kind="annual")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: type/wrong at $.kind: wrong type: expected ReportKind, got str
    """

    id: ReportId
    organisation_id: OrganisationId
    kind: ReportKind
    title: str = field(default="", metadata=PUBLIC)
    period: Period | None = None
    due_on: date | None = None
    submitted_on: date | PartialDate | None = None
    document: Document | None = None
    source: str = field(default="", metadata=PUBLIC)

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
