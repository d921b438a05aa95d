"""A report with its figures marked by how they stand to the records (báo cáo có đánh dấu).

One form is a web page that stands alone; the other is text for a terminal or a plain e-mail. Both hold the whole
report, word for word, and a list that says of each figure what was found.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final, Literal

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.messages import issue, message
from lamtheobac.reports import Match
from lamtheobac.rules.finding import Severity
from lamtheobac.values import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lamtheobac.errors import Lang

__all__ = ["MALFORMED", "SIGNS", "Form", "annotate", "count_kinds", "cut", "kind_of", "name_kind"]

Form = Literal["html", "text"]
"""A web page, or text for a terminal."""

MALFORMED: Final = "malformed"
"""The kind of an amount that is written wrong."""

SIGNS: Final[Mapping[str, str]] = {
    Verdict.CONTRADICTS: "✗",
    MALFORMED: "!",
    Verdict.LOOSE: "≈",
    Verdict.CANNOT_TELL: "?",
    Verdict.NOT_IN_RECORDS: "∅",
    Verdict.AGREES: "✓",
}
"""The sign of each kind, the gravest first: no meaning hangs on a colour alone."""

_WIDTH: Final = 80


def annotate(text: str, matches: Sequence[Match], *, lang: Lang = "vi", form: Form = "html") -> str:
    r"""Write a report with its figures marked, and say of each what was found (đánh dấu báo cáo).

    Args:
        text: The report, as it was given to `reconcile`.
        matches: What `reconcile` found in it.
        lang: The language of explanations; the report stays as it is.
        form: `"html"` is one page without scripts that asks for nothing; `"text"` is for a terminal.

    Raises:
        WrongTypeError: No text, or something that is no match.
        OptionError: The matches are not of this text, or there is no such language or form.

    >>> from lamtheobac.formats.json import example
    >>> from lamtheobac.reports import reconcile
    >>> text = "Mô hình “Ngôi nhà cấp ủy” đã xây mới và sửa chữa 130 nhà."
    >>> print(annotate(text, reconcile(text, example()), form="text").partition("\n")[0])
    Mô hình “Ngôi nhà cấp ủy” đã xây mới và sửa chữa [130 nhà ✗1].
    >>> annotate("khác", reconcile(text, example()))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: match/not-of-this-text: the matches were found in another text
    """
    if lang not in ("vi", "en"):
        raise OptionError(issue("option/unknown", known="vi, en"))
    if form not in ("html", "text"):
        raise OptionError(issue("option/unknown", known="html, text"))
    pieces = cut(text, matches)
    if form == "text":
        return _write_text(pieces, lang)
    from lamtheobac.formats.html.annotated import write_page  # noqa: PLC0415  only pages need it

    return write_page(pieces, lang)


def cut(text: str, matches: Iterable[Match]) -> list[str | Match]:
    """Cut a report at its figures: text and matches by turns (cắt văn bản).

    Raises:
        WrongTypeError: No text, or something that is no match.
        OptionError: The matches are not of this text, or out of order.
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="str", given=type(text).__name__))
    pieces: list[str | Match] = []
    last = 0
    for match in matches:
        if not isinstance(match, Match):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
            raise WrongTypeError(issue("type/wrong", wanted="Match", given=type(match).__name__))
        found = match.found
        if not last <= found.start < found.end or text[found.start : found.end] != found.text:
            raise OptionError(issue("match/not-of-this-text"))
        pieces += (text[last : found.start], match)
        last = found.end
    return [*pieces, text[last:]]


def kind_of(match: Match) -> str:
    """Tell the kind of a match: its verdict, or that it is written wrong or contradicts its own report (loại)."""
    if match.finding is not None and match.finding.severity is Severity.ERROR:
        return Verdict.CONTRADICTS
    # What has no value but contradicts itself, as 215/200, is more than a slip of the pen; 36/35 of a plan is none.
    plain = match.claimed is not None or match.finding is not None or match.why
    return match.verdict if plain else MALFORMED


def name_kind(kind: str, lang: Lang) -> str:
    """Name a kind (tên loại).

    >>> name_kind("agrees", "vi"), name_kind("malformed", "en")
    ('khớp', 'written wrong')
    """
    return message("annotate/malformed", lang) if kind == MALFORMED else Verdict(kind).name_in(lang)


def count_kinds(pieces: Iterable[str | Match]) -> list[tuple[str, int]]:
    """Count the matches of each kind, the gravest first (đếm theo loại)."""
    counts = Counter(kind_of(each) for each in pieces if isinstance(each, Match))
    return [(kind, counts[kind]) for kind in SIGNS if counts[kind]]


def _write_text(pieces: Sequence[str | Match], lang: Lang) -> str:
    """Write the marked report in lines that fit a terminal."""
    parts: list[str] = []
    notes: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts.append(_plain(piece))
            continue
        sign = SIGNS[kind_of(piece)]
        number = len(notes) + 1
        words = _plain(" ".join(piece.found.text.split()))
        parts.append(f"[{words} {sign}{number}]")
        kind = name_kind(kind_of(piece), lang)
        notes.append(f"{sign}{number} {words} ({kind}): {piece.message(lang)}")
    lines = [
        line
        for paragraph in "".join(parts).splitlines()
        for line in textwrap.wrap(paragraph, _WIDTH, break_on_hyphens=False) or [""]
    ]
    total = ", ".join(f"{count} {name_kind(kind, lang)}" for kind, count in count_kinds(pieces))
    lines += [
        "",
        message("annotate/figures", lang).upper(),
        f"  {total or message('annotate/nothing', lang)}",
    ]
    for note in notes:
        lines += textwrap.wrap(
            note, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False
        )
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Make harmless what would move a terminal's cursor, or turn the direction of what follows."""
    return "".join(
        letter if letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cf", "Cs") else "\ufffd"
        for letter in text.replace("\r\n", "\n")
    )
