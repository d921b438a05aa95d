"""What a document sets from one day to another, and how sure we are of it (quy định có thời hạn)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from attrs import field, frozen

from lamtheobac.law.words import Confidence, Status, mark
from lamtheobac.text.numbers import format_number
from lamtheobac.values.document import Document

__all__ = ["LegalDocument", "Provision", "T"]

T = TypeVar("T")


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
    >>> print(salary, salary.article, salary.document, salary.is_certain, sep="; ")
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
        return not mark(self.status, self.confidence)

    def holds_on(self, day: date) -> bool:
        """Tell whether its days include this one (ngày này có nằm trong thời hạn không)."""
        return self.start <= day and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        """Write the value with its marks, as people must see it (viết giá trị)."""
        value = self.value
        text = format_number(value) if isinstance(value, Decimal) else getattr(value, "label", str(value))
        return f"{text}{mark(self.status, self.confidence)}"
