"""What a document sets from one day to another, and how sure we are of it (quy định có thời hạn)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from lamtheobac.values.document import Document
from lamtheobac.values.labelled import Labelled

__all__ = ["Confidence", "LegalDocument", "Provision", "Status", "T", "Tier"]

T = TypeVar("T")


class Status(Labelled):
    """What became of a provision (tình trạng hiệu lực).

    Announced is not enacted: what was planned and given up stays in the tables as cancelled, so that it can be
    recognised, and no question ever answers with it.
    """

    IN_FORCE = "in_force", "có hiệu lực", "in force"
    PLANNED = "planned", "dự kiến", "planned"
    REPEALED = "repealed", "đã bãi bỏ", "repealed"
    CANCELLED = "cancelled", "không thực hiện", "cancelled"
    UNVERIFIED = "unverified", "chưa xác minh", "unverified"


class Confidence(Labelled):
    """How sure we are of a value (độ tin cậy)."""

    READ = "read", "đã đọc nguồn", "read in a source"
    HIGH = "high", "chắc", "high"
    MEDIUM = "medium", "khá chắc", "medium"
    LOW = "low", "chưa chắc", "low"
    INFERRED = "inferred", "suy ra", "inferred"


class Tier(Labelled):
    """Where a kind of Party organisation stands (cấp của tổ chức đảng).

    A commune was at the grassroots until 30 June 2025 and stands one level above them since.
    """

    CENTRAL = "central", "cấp trung ương", "central"
    PROVINCE = "province", "cấp tỉnh", "province"
    ABOVE_GRASSROOTS = "above_grassroots", "cấp trên trực tiếp của tổ chức cơ sở đảng", "above the grassroots"
    GRASSROOTS = "grassroots", "cấp cơ sở", "grassroots"
    SECTIONAL = "sectional", "bộ phận", "sectional"
    CELL = "cell", "chi bộ", "cell"
    GROUP = "group", "tổ đảng", "group"


@frozen(kw_only=True)
class LegalDocument:
    """A document, and from when to when it is in force (văn bản và hiệu lực).

    Attributes:
        name: What the tables cite it by, such as "Nghị định 73/2024/NĐ-CP"; unlike its number it names one document.
        document: The document with number, issuer and day.
        start: The first day it is in force.
        end: The last day; None for still.
        status: What became of it.
        confidence: How sure we are of these days.
        checked: The day on which they were last held against the sources.
        note: What else there is to know.
    """

    name: str
    document: Document
    start: date
    end: date | None = None
    status: Status
    confidence: Confidence
    checked: date
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Tell whether the days of the document include this one (ngày này có nằm trong thời hạn không)."""
        return self.start <= day and (self.end is None or day <= self.end)


@frozen(kw_only=True)
class Provision(Generic[T]):
    """A value that a document sets, from one day to another (giá trị do văn bản quy định).

    Attributes:
        value: What is set.
        unit: What it is counted in; empty where it is a word.
        key: What it is set for, such as the form of an award and the kind of recipient.
        document: The document that sets it.
        article: The article, clause and point; "chưa rõ" where they are not known.
        start: The first day.
        end: The last day; None for still.
        status: In force, planned, unverified and so on.
        confidence: How sure we are.
        checked: The day on which it was last held against the sources.
        note: What else there is to know.
        details: What else the table says of it.

    >>> from lamtheobac import law
    >>> from datetime import date
    >>> salary = law.base_salary(date(2024, 7, 1))
    >>> print(salary.value, salary.article, salary.document, salary.is_certain, sep="; ")
    2.340.000 đồng; Điều 3, khoản 2; Nghị định 73/2024/NĐ-CP ngày 30/6/2024; True
    """

    value: T
    unit: str = ""
    key: tuple[str, ...] = ()
    document: Document
    article: str
    start: date
    end: date | None = None
    status: Status
    confidence: Confidence
    checked: date
    note: str = ""
    details: Mapping[str, Any] = field(default=MappingProxyType({}), repr=False)

    @property
    def is_certain(self) -> bool:
        """Whether an error may rest on it: it held, and it was read in a source or is well known (chắc chắn)."""
        held = self.status in (Status.IN_FORCE, Status.REPEALED)
        return held and self.confidence in (Confidence.READ, Confidence.HIGH)

    def holds_on(self, day: date) -> bool:
        """Tell whether its days include this one (ngày này có nằm trong thời hạn không)."""
        return self.start <= day and (self.end is None or day <= self.end)
