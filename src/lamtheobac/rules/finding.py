"""Rules and what they find: both are data (quy tắc và phát hiện)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from lamtheobac.errors import Lang, Path
from lamtheobac.messages import message
from lamtheobac.records.programme import Programme
from lamtheobac.values.labelled import Labelled

__all__ = ["Finding", "Found", "Rule", "Severity"]


class Severity(Labelled):
    """How grave a finding is (mức độ)."""

    ERROR = "error", "lỗi", "error"
    WARNING = "warning", "cảnh báo", "warning"
    INFO = "info", "lưu ý", "note"

    @property
    def rank(self) -> int:
        """Its place when findings are sorted, the gravest first (thứ tự)."""
        return list(Severity).index(self)


@frozen(kw_only=True)
class Found:
    """What a rule's function yields: a place and the values of the message (điều tìm thấy).

    Attributes:
        path: Where: the collection, the record's id, the field.
        stated: The value in the records, as written.
        recomputed: The value that the other records give, as written.
        on: The day of the act, which decides whether the rule held; None where it is not known.
        values: The values of the message by name: digits, marks and closed words only.
    """

    path: Path
    stated: str = ""
    recomputed: str = ""
    on: date | None = None
    values: Mapping[str, str | int] = field(default=MappingProxyType({}))


@frozen(kw_only=True)
class Rule:
    """A rule: data and one plain function (quy tắc).

    Attributes:
        code: Stable name `subject/what-is-wrong`, part of the interface; also the id of its messages.
        severity: How grave a breach is.
        check: Looks at a programme and yields what it finds.
        start: The first day it holds; None for always.
        end: The last day it holds; None for still.
        document: The number of the document that sets it; empty where it is plain arithmetic.
        article: The article of that document.
        message_vi: The message, for a rule whose code is not in this library's catalogue: its values stand in
            braces, as in "thiếu {count} báo cáo".
        message_en: The same in English.
        to_do_vi: What to do, likewise.
        to_do_en: The same in English.

    >>> Rule(code="my/rule", severity=Severity.INFO, check=lambda programme: (), end=date(2025, 6, 30)).holds_on(
    ...     date(2025, 7, 1))
    False
    """

    code: str
    severity: Severity
    check: Callable[[Programme], Iterable[Found]]
    start: date | None = None
    end: date | None = None
    document: str = ""
    article: str = ""
    message_vi: str = ""
    message_en: str = ""
    to_do_vi: str = ""
    to_do_en: str = ""

    def holds_on(self, day: date | None) -> bool:
        """Tell whether the rule holds for an act of that day; a day not known is in its time (có hiệu lực không)."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@frozen(kw_only=True)
class Finding:
    """One thing that does not fit, as data (phát hiện).

    Attributes:
        code: The rule's code.
        severity: How grave it is.
        path: Where: the collection, the record's id, the field.
        stated: The value in the records.
        recomputed: The value that the other records give.
        message_vi: What is wrong, Vietnamese.
        message_en: The same in English.
        to_do_vi: What to do, Vietnamese.
        to_do_en: The same in English.
        document: The document that the rule rests on; empty where it is plain arithmetic.
        article: The article of that document.
    """

    code: str
    severity: Severity
    path: Path
    stated: str
    recomputed: str
    message_vi: str
    message_en: str
    to_do_vi: str
    to_do_en: str
    document: str = ""
    article: str = ""

    def message(self, lang: Lang = "vi") -> str:
        """Give the message in one language (thông báo)."""
        return self.message_vi if lang == "vi" else self.message_en

    def to_do(self, lang: Lang = "vi") -> str:
        """Give the advice in one language (cách xử lý)."""
        return self.to_do_vi if lang == "vi" else self.to_do_en

    def to_dict(self, *, lang: Lang | None = None) -> dict[str, Any]:
        """Give plain data for a web page or a command line (dữ liệu).

        Args:
            lang: One language as `message` and `to_do`; None gives both, as `message_vi` and so on.
        """
        plain: dict[str, Any] = {
            "code": self.code,
            "severity": self.severity.value,
            "path": list(self.path),
            "stated": self.stated,
            "recomputed": self.recomputed,
        }
        if lang is None:
            plain |= {"message_vi": self.message_vi, "message_en": self.message_en}
            plain |= {"to_do_vi": self.to_do_vi, "to_do_en": self.to_do_en}
        else:
            plain |= {"message": self.message(lang), "to_do": self.to_do(lang)}
        source = {"document": self.document, "article": self.article}
        return plain | {key: value for key, value in source.items() if value}


def make_finding(rule: Rule, found: Found) -> Finding:
    """Put a rule and what it found together (lập phát hiện)."""

    def say(own: str, code: str, lang: Lang) -> str:
        return own.format(**found.values) if own else message(code, lang, **found.values)

    return Finding(
        code=rule.code,
        severity=rule.severity,
        path=found.path,
        stated=found.stated,
        recomputed=found.recomputed,
        message_vi=say(rule.message_vi, rule.code, "vi"),
        message_en=say(rule.message_en, rule.code, "en"),
        to_do_vi=say(rule.to_do_vi, f"{rule.code}/to-do", "vi"),
        to_do_en=say(rule.to_do_en, f"{rule.code}/to-do", "en"),
        document=rule.document,
        article=rule.article,
    )
