"""Documents that records and rules cite (văn bản)."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import PartialDate, format_date
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import PUBLIC, show

__all__ = ["Document", "DocumentKind"]

_NUMBER: Final = re.compile(r"[0-9]{1,6}[A-Za-z]?(?:[-/.][0-9A-Za-zĐđ&]+)*")


class DocumentKind(Labelled):
    """Kinds of documents (loại văn bản)."""

    STATUTE = "statute", "Điều lệ", "Statute"
    DIRECTIVE = "directive", "Chỉ thị", "Directive"
    CONCLUSION = "conclusion", "Kết luận", "Conclusion"
    REGULATION = "regulation", "Quy định", "Regulation"
    GUIDANCE = "guidance", "Hướng dẫn", "Guidance"
    PLAN = "plan", "Kế hoạch", "Plan"
    PROGRAMME = "programme", "Chương trình", "Programme of action"
    DECISION = "decision", "Quyết định", "Decision"
    RESOLUTION = "resolution", "Nghị quyết", "Resolution"
    REPORT = "report", "Báo cáo", "Report"
    LAW = "law", "Luật", "Law"
    DECREE = "decree", "Nghị định", "Decree"
    CIRCULAR = "circular", "Thông tư", "Circular"
    LETTER = "letter", "Công văn", "Official letter"
    ARTICLE = "article", "Bài viết", "Article"
    OTHER = "other", "Văn bản", "Document"


@frozen(kw_only=True)
class Document:
    """A document as it is cited (văn bản).

    Numbers start again with each term and each issuer, so that a number alone names no document: the key
    exists only where number, issuer and date are all known.

    Attributes:
        number: As printed, such as "05-CT/TW"; leading zeros are kept. Empty where it is not known.
        title: What it is about; empty where the number is enough.
        issuer: Who issued it, such as "Bộ Chính trị".
        issued_on: The day of issue, or the month or year that is known.
        kind: Directive, conclusion, decision and so on.

    Raises:
        RecordError: Neither number nor title, or a number that is none.

    >>> directive = Document(number="05-CT/TW", kind=DocumentKind.DIRECTIVE, issued_on=date(2016, 5, 15))
    >>> print(directive, directive.key)
    Chỉ thị 05-CT/TW ngày 15/5/2016 None
    >>> Document(number="QĐ")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: document/malformed-number at $.number: a number begins with digits, as in 05-CT/TW
    """

    number: str = field(default="", metadata=PUBLIC)
    title: str = field(default="", metadata=PUBLIC)
    issuer: str = field(default="", metadata=PUBLIC)
    issued_on: date | PartialDate | None = None
    kind: DocumentKind = DocumentKind.OTHER

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if not faults.found and self.number and _NUMBER.fullmatch(self.number) is None:
            faults.add("document/malformed-number", "number")
        if not self.number and not self.title:
            faults.add("document/unnamed")
        faults.done()

    @property
    def key(self) -> tuple[str, str, date] | None:
        """What tells it from every other document; None where a part is not known (khóa)."""
        if self.number and self.issuer and isinstance(self.issued_on, date):
            return (self.number, self.issuer, self.issued_on)
        return None

    def __str__(self) -> str:
        words = [self.kind.label]
        words += [self.number] if self.number else [f"“{self.title}”"]
        if isinstance(self.issued_on, date):
            # A day is written without padding in running text: ngày 15/5/2016.
            words.append(f"ngày {self.issued_on.day}/{self.issued_on.month}/{self.issued_on.year}")
        elif self.issued_on is not None:
            words.append(format_date(self.issued_on, style="plain"))
        return " ".join(words)
