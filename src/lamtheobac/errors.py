"""What can go wrong, and how much is too much (lỗi và giới hạn).

Every fault in what a caller hands in ends in one family, `LamTheoBacError`. An error holds issues:
data with a code that is never reused, a path, and a message in both languages. No message holds free
text or a name, so that a log of errors is not a leak.
"""

from __future__ import annotations

from typing import Any, Literal

from attrs import frozen

__all__ = [
    "LIMITS",
    "FigureError",
    "Issue",
    "LamTheoBacError",
    "Lang",
    "LawError",
    "LimitError",
    "Limits",
    "NumberError",
    "OptionError",
    "Path",
    "ReadError",
    "RecordError",
    "WrongTypeError",
]

Lang = Literal["vi", "en"]
"""The two languages of every message, Vietnamese first."""

Path = tuple[str | int, ...]
"""Where in the data: keys and indices from the root, as `("dialogues", 0, "citizens")`."""


@frozen(kw_only=True)
class Issue:
    """One fault, as data (lỗi).

    Attributes:
        code: Stable name `subject/what-is-wrong`, part of the interface.
        path: Keys and indices from the root of the data; empty where there is only one text.
        message_vi: The message for people, Vietnamese.
        message_en: The same in English.
        start: First character of the fault in the text read; counts from 0. None without a text.
        end: The character after the last one of the fault.
        hint: The one likely right reading, made of digits, marks and closed words only.

    >>> fault = Issue(code="number/empty", message_vi="trống", message_en="empty", path=("gift",))
    >>> fault.to_dict(lang="en")
    {'code': 'number/empty', 'path': ['gift'], 'message': 'empty'}
    """

    code: str
    path: Path = ()
    message_vi: str
    message_en: str
    start: int | None = None
    end: int | None = None
    hint: str | None = None

    def message(self, lang: Lang = "vi") -> str:
        """Give the message in one language (thông báo)."""
        return self.message_vi if lang == "vi" else self.message_en

    def to_dict(self, *, lang: Lang | None = None) -> dict[str, Any]:
        """Give plain data for a web page or a log (dữ liệu).

        Args:
            lang: One language as `message`; None gives `message_vi` and `message_en`.
        """
        plain: dict[str, Any] = {"code": self.code, "path": list(self.path)}
        if lang is None:
            plain |= {"message_vi": self.message_vi, "message_en": self.message_en}
        else:
            plain["message"] = self.message(lang)
        optional = {"start": self.start, "end": self.end, "hint": self.hint}
        return plain | {key: value for key, value in optional.items() if value is not None}

    def at(self, *prefix: str | int) -> Issue:
        """Put the fault deeper in the data: the same issue with a longer path (đường dẫn)."""
        return Issue(
            code=self.code,
            path=prefix + self.path,
            message_vi=self.message_vi,
            message_en=self.message_en,
            start=self.start,
            end=self.end,
            hint=self.hint,
        )


class LamTheoBacError(ValueError):
    """The family of every error of this library (lỗi của thư viện).

    Attributes:
        issues: Every fault found, in the order of the data; at least one.

    >>> from lamtheobac import parse_number
    >>> try:
    ...     parse_number("1.5")
    ... except LamTheoBacError as error:
    ...     print(error.code, error.issues[0].hint)
    number/malformed-grouping 1,5
    """

    issues: tuple[Issue, ...]

    def __init__(self, *issues: Issue) -> None:
        # args hold the issues themselves, so that a pickled or copied error is whole.
        super().__init__(*issues)
        self.issues = issues

    @property
    def code(self) -> str:
        """The code of the first issue (mã lỗi)."""
        return self.issues[0].code

    def __str__(self) -> str:
        return "\n".join(_line(issue) for issue in self.issues)


def _line(issue: Issue) -> str:
    place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in issue.path)
    return f"{issue.code}{' at $' + place if place else ''}: {issue.message_en}"


class NumberError(LamTheoBacError):
    """A text is no Vietnamese number, figure or date, or a number cannot be written (lỗi con số)."""

    @property
    def start(self) -> int | None:
        """First character of the fault, from 0 (vị trí đầu)."""
        return self.issues[0].start

    @property
    def end(self) -> int | None:
        """The character after the fault (vị trí cuối)."""
        return self.issues[0].end

    @property
    def hint(self) -> str | None:
        """The one likely reading, where there is one (gợi ý)."""
        return self.issues[0].hint


class FigureError(LamTheoBacError):
    """Figures that cannot be added, such as money and labour days (lỗi số liệu)."""


class ReadError(LamTheoBacError):
    """A text or a file cannot be read (lỗi đọc)."""


class RecordError(LamTheoBacError):
    """Fields that no true record can have (lỗi bản ghi)."""


class LawError(LamTheoBacError):
    """The tables of the law do not answer a question (lỗi tra cứu quy định)."""


class LimitError(LamTheoBacError):
    """Input larger than `Limits` allow (vượt giới hạn)."""


class OptionError(LamTheoBacError):
    """An option that the function does not have (lỗi tùy chọn)."""


class WrongTypeError(LamTheoBacError, TypeError):
    """A value of a type that is never right here, such as a float for money (sai kiểu).

    It is a `TypeError` too.
    """


@frozen(kw_only=True)
class Limits:
    """How much input is too much (giới hạn).

    Attributes:
        json_bytes: Bytes of a JSON file.
        depth: Levels of nesting in a JSON file.
        law_bytes: Bytes of one file of legal tables.
        records: Records in one programme.
        issues: Issues collected before reading stops and says so.
        number_characters: Characters of one number in JSON.
        figure_characters: Characters of one figure's text.
        name_characters: Characters of a name or label.
        text_characters: Characters of a free text.
        id_characters: Characters of an id.
        organisation_depth: Levels of the organisation tree.
        xlsx_bytes: Bytes of an Excel file.
        xlsx_unpacked: Bytes of its parts when unpacked.
        xlsx_ratio: How many times longer than packed a long part may be.
        xlsx_parts: Parts of an Excel file.
        rows: Rows of a sheet or a CSV file.
        columns: Columns of a sheet or a CSV file.
        cell_characters: Characters of one cell.

    >>> Limits(json_bytes=1024).json_bytes
    1024
    """

    json_bytes: int = 64 * 1024 * 1024
    depth: int = 64
    law_bytes: int = 1024 * 1024
    records: int = 500_000
    issues: int = 1_000
    number_characters: int = 40
    figure_characters: int = 200
    name_characters: int = 500
    text_characters: int = 20_000
    id_characters: int = 64
    organisation_depth: int = 16
    xlsx_bytes: int = 32 * 1024 * 1024
    xlsx_unpacked: int = 256 * 1024 * 1024
    xlsx_ratio: int = 100
    xlsx_parts: int = 1_000
    rows: int = 250_000
    columns: int = 200
    cell_characters: int = 32_767


LIMITS = Limits()
"""The limits used where a caller names none (giới hạn mặc định)."""
