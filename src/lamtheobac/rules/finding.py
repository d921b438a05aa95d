"""Rules and what they find: both are data (quy tắc và phát hiện)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, Literal

from attrs import field, frozen

from lamtheobac.errors import Lang, Path
from lamtheobac.law import Law, Provision, built_in
from lamtheobac.messages import message
from lamtheobac.records.programme import Programme
from lamtheobac.rules.provisions import name_of_source
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.listing import show_card

__all__ = [
    "LASTING",
    "UNFINISHED",
    "ByLaw",
    "Finding",
    "Found",
    "Missing",
    "Profile",
    "Rule",
    "Severity",
    "make_finding",
]

Profile = Literal["draft", "submit", "archive"]
"""What the records are for: being written, being handed in, being kept (mục đích kiểm tra)."""


class Severity(Labelled):
    """How grave a finding is (mức độ)."""

    ERROR = "error", "lỗi", "error"
    WARNING = "warning", "cảnh báo", "warning"
    INFO = "info", "lưu ý", "note"

    @property
    def rank(self) -> int:
        """Its place when findings are sorted, the gravest first (thứ tự)."""
        return list(Severity).index(self)


UNFINISHED: Final[Mapping[Profile, Severity | None]] = MappingProxyType({"draft": Severity.WARNING})
"""For what is still to be filled in: no error while the records are being written."""

LASTING: Final[Mapping[Profile, Severity | None]] = MappingProxyType({"archive": Severity.WARNING})
"""For what can still be asked today: once the records are kept nobody will know, and a note is too little."""


class Missing(Labelled):
    """What a rule makes of a value that is not there: it is never zero (khi thiếu giá trị)."""

    SILENT = (
        "silent",
        "thiếu một giá trị cần so thì không kết luận",
        "says nothing where a value that it compares is missing",
    )
    BOUNDS = (
        "bounds",
        "phần đã biết là mức ít nhất: chỉ kết luận khi phần còn thiếu dù là bao nhiêu cũng không khớp",
        "takes what is known as the least there was: finds only what no missing value could mend",
    )
    FOUND = (
        "found",
        "chính điều còn thiếu là điều được nêu ra",
        "what is missing is just what it finds",
    )


@frozen(kw_only=True)
class Found:
    """What a rule's function yields: a place and the values of the message (điều tìm thấy).

    Attributes:
        path: Where: the collection, the record's id, the field.
        stated: The value in the records, as written.
        recomputed: The value that the other records give, as written.
        on: The day of the act, which decides whether the rule held; None where it is not known.
        source: What the law sets on that day. Where it is not certain, a finding is a warning and never an error.
        values: The values of the message by name: digits, marks and closed words only. A word of a closed list is
            shown in the language of the message.
    """

    path: Path
    stated: str = ""
    recomputed: str = ""
    on: date | None = None
    source: Provision[Any] | None = None
    values: Mapping[str, str | int] = field(default=MappingProxyType({}))


@frozen
class ByLaw:
    """A rule's function that asks the law (hàm kiểm tra theo quy định).

    On its own it asks the law as this library holds it; `check(…, law=…)` has it ask another.

    Attributes:
        look: Looks at a programme with a law at hand, and yields what it finds.

    >>> from lamtheobac import law
    >>> def too_many(programme, law):
    ...     limit = law.require("thresholds", "cell_committee_members_most", on=date(2024, 7, 1))
    ...     return [Found(path=("name",), source=limit)]
    >>> [found.source.article for found in ByLaw(too_many)(Programme(name="Bình Sơn"))]
    ['chưa rõ']
    """

    look: Callable[[Programme, Law], Iterable[Found]]

    def __call__(self, programme: Programme, law: Law | None = None) -> Iterable[Found]:
        """Look at a programme by a law; by the built-in one where none is named (kiểm tra)."""
        return self.look(programme, law or built_in())


@frozen(kw_only=True)
class Rule:
    """A rule: data and one plain function (quy tắc).

    Attributes:
        code: Stable name `subject/what-is-wrong`, part of the interface; also the id of its messages.
        severity: How grave a breach is.
        profiles: How grave it is in a profile where that is something else; None leaves the rule out there. Where
            nothing is said, a draft leaves out notes, which a half-filled file is full of.
        missing: What it makes of a value that is not there.
        check: Looks at a programme and yields what it finds; `ByLaw` where it asks the law.
        start: The first day it holds; None for always.
        end: The last day it holds; None for still.
        document: The document that sets it, by the name of the law's table or by its number; empty where it is plain
            arithmetic, or where the law's tables say it for each day.
        article: The article of that document.
        rests_on: The tables of the law that it looks up for the day of each act, each with its key.
        message_vi: The message, for a rule whose code is not in this library's catalogue: its values stand in
            braces, as in "thiếu {count} báo cáo".
        message_en: The same in English.
        to_do_vi: What to do, likewise.
        to_do_en: The same in English.

    >>> rule = Rule(code="my/rule", severity=Severity.INFO, check=lambda programme: (), end=date(2025, 6, 30))
    >>> rule.holds_on(date(2025, 6, 30)), rule.holds_on(date(2025, 7, 1)), rule.holds_on(None)
    (True, False, True)
    """

    code: str
    severity: Severity
    profiles: Mapping[Profile, Severity | None] = field(default=MappingProxyType({}))
    missing: Missing = Missing.SILENT
    check: Callable[[Programme], Iterable[Found]]
    start: date | None = None
    end: date | None = None
    document: str = ""
    article: str = ""
    rests_on: tuple[tuple[str, ...], ...] = ()
    message_vi: str = ""
    message_en: str = ""
    to_do_vi: str = ""
    to_do_en: str = ""

    def holds_on(self, day: date | None) -> bool:
        """Tell whether the rule holds for an act of that day; a day not known is in its time (có hiệu lực không)."""
        if day is None:
            return True
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def severity_in(self, profile: Profile) -> Severity | None:
        """Tell how grave a breach is in a profile; None where the rule is left out (mức độ theo mục đích).

        >>> rule = Rule(code="my/rule", severity=Severity.INFO, check=lambda programme: ())
        >>> rule.severity_in("draft") is None, rule.severity_in("submit").label
        (True, 'lưu ý')
        """
        is_left_out = profile == "draft" and self.severity is Severity.INFO
        return self.profiles.get(profile, None if is_left_out else self.severity)

    def look(self, programme: Programme, law: Law | None = None) -> Iterable[Found]:
        """Look at a programme, by the built-in law where none is named (kiểm tra)."""
        return self.check(programme, law) if isinstance(self.check, ByLaw) else self.check(programme)

    @property
    def link(self) -> str:
        """Where the documentation tells of it; empty for a rule that is not this library's (liên kết)."""
        return "" if self.message_vi else f"rules#{self.code}"


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
        link: The place in the documentation, as in "rules#tree/cycle"; empty for a tool's own rule.
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
    link: str = ""

    _repr_html_ = show_card

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
        source = {"document": self.document, "article": self.article, "link": self.link}
        return plain | {key: value for key, value in source.items() if value}


def make_finding(rule: Rule, found: Found, severity: Severity, law: Law | None = None) -> Finding:
    """Put a rule and what it found together; a source has the name that the law gives it (lập phát hiện)."""
    source = found.source
    if severity is Severity.ERROR and source is not None and not source.is_certain:
        severity = Severity.WARNING

    def say(own: str, code: str, lang: Lang) -> str:
        values = {
            name: value.name_in(lang) if isinstance(value, Labelled) else value
            for name, value in found.values.items()
        }
        return own.format(**values) if own else message(code, lang, **values)

    return Finding(
        code=rule.code,
        severity=severity,
        path=found.path,
        stated=found.stated,
        recomputed=found.recomputed,
        message_vi=say(rule.message_vi, rule.code, "vi"),
        message_en=say(rule.message_en, rule.code, "en"),
        to_do_vi=say(rule.to_do_vi, f"{rule.code}/to-do", "vi"),
        to_do_en=say(rule.to_do_en, f"{rule.code}/to-do", "en"),
        document=rule.document if source is None else name_of_source(law or built_in(), source),
        article=rule.article if source is None else source.article,
        link=rule.link,
    )
