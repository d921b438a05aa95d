"""A report with its figures marked, as a page or as a part of one (trang báo cáo có đánh dấu)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lamtheobac.formats.annotating import SIGNS, count_kinds, cut, kind_of, name_kind
from lamtheobac.formats.html.look import LOOK
from lamtheobac.formats.html.markup import Markup, element, join
from lamtheobac.messages import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lamtheobac.errors import Lang
    from lamtheobac.reports import Match

__all__ = ["annotated", "write_page"]

# Nothing may be fetched and nothing may run, whatever a text holds.
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_split_lines: Final = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]").split
# Each kind has a line, a sign and a word of its own; colour only helps.
MARKS: Final = """
.report p{margin:.6rem 0;white-space:pre-wrap}
.report a,.notes li>b{color:inherit;text-decoration:underline 2px solid var(--info);text-underline-offset:.22em}
.report a{border-radius:2px;position:relative}
.report a:hover,.report a:focus,.report a:target,.notes li:target{background:var(--pale);outline:2px solid var(--line)}
.report sup{font-weight:700;line-height:0;padding-left:.1em}
.report .agrees,.notes .agrees>b{text-decoration-style:dotted;text-decoration-color:var(--soft)}
.report .loose,.notes .loose>b{text-decoration-style:dashed;text-decoration-color:var(--warning)}
.report .contradicts,.notes .contradicts>b{text-decoration-style:double;text-decoration-color:var(--error)}
.report .malformed,.notes .malformed>b{text-decoration-style:wavy;text-decoration-color:var(--error)}
.report .contradicts sup,.report .malformed sup,.notes .contradicts i,.notes .malformed i{color:var(--error)}
.report .loose sup,.notes .loose i{color:var(--warning)}
.report .not_in_records,.notes .not_in_records>b{text-decoration-style:dashed}
.notes i{font-style:normal;font-weight:700}
.notes li{margin:.35rem 0}
"""


def annotated(text: str, matches: Sequence[Match], *, lang: Lang = "vi") -> Markup:
    """Write the marked report as a part of a page: what `report` takes (phần đánh dấu).

    Args:
        text: The report, as it was given to `reconcile`.
        matches: What `reconcile` found in it.
        lang: The language of explanations.

    Raises:
        WrongTypeError: No text, or something that is no match.
        OptionError: The matches are not of this text.

    >>> annotated("5 < 6", ()).rpartition("<div")[2]
    ' class="report"><p>5 &lt; 6</p></div>'
    """
    pieces = cut(text, matches)
    return join(
        Markup(f"<style>{MARKS}</style>"), _counts(pieces, lang), _body(pieces, lang), _notes(pieces, lang)
    )


def write_page(pieces: Sequence[str | Match], lang: Lang) -> str:
    """Write the marked report as a page of its own (trang riêng)."""
    title = message("annotate/title", lang)
    heading = message("annotate/figures", lang)
    notes = _notes(pieces, lang)
    body = element(
        "main",
        element("h1", title),
        _counts(pieces, lang),
        element("section", _body(pieces, lang), aria_label=title),
        element("section", element("h2", heading, id="figures"), notes, aria_labelledby="figures")
        if notes
        else Markup(),
    )
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("title", title),
        Markup(f"<style>{LOOK}{MARKS}</style>"),
    )
    return "<!DOCTYPE html>\n" + element("html", head, element("body", body), lang=lang) + "\n"


def _counts(pieces: Sequence[str | Match], lang: Lang) -> Markup:
    """Say how many figures there are of each kind, and show the sign of each."""
    counts = count_kinds(pieces)
    if not counts:
        return element("p", message("annotate/nothing", lang))
    return element("p", "; ".join(f"{SIGNS[kind]} {count} {name_kind(kind, lang)}" for kind, count in counts))


def _body(pieces: Sequence[str | Match], lang: Lang) -> Markup:
    """Write the report paragraph by paragraph; a figure that a line break divides stays one."""
    paragraphs: list[list[str]] = [[]]
    number = 0
    for piece in pieces:
        if isinstance(piece, str):
            first, *rest = _split_lines(piece)
            paragraphs[-1].append(first)
            paragraphs += ([line] for line in rest)
        else:
            number += 1
            paragraphs[-1].append(_mark(piece, number, lang))
    return element(
        "div",
        *(element("p", *parts) for parts in paragraphs if any(part.strip() for part in parts)),
        class_="report",
    )


def _mark(match: Match, number: int, lang: Lang) -> Markup:
    """Mark one figure: it says what was found when pointed at, and leads to its note."""
    kind = kind_of(match)
    return element(
        "a",
        match.found.text,
        element("sup", SIGNS[kind], aria_hidden="true"),
        class_=kind,
        id=f"figure-{number}",
        href=f"#note-{number}",
        title=f"{name_kind(kind, lang)}: {match.message(lang)}",
    )


def _notes(pieces: Sequence[str | Match], lang: Lang) -> Markup:
    """List the figures with what was found, in the order of the report."""
    matches = [piece for piece in pieces if not isinstance(piece, str)]
    back = message("annotate/back", lang)
    items = [
        element(
            "li",
            element("b", match.found.text),
            " ",
            element("i", f"{SIGNS[kind_of(match)]} {name_kind(kind_of(match), lang)}"),
            f": {match.message(lang)} ",
            element("a", "↑", href=f"#figure-{number}", aria_label=f"{back} {number}"),
            class_=kind_of(match),
            id=f"note-{number}",
        )
        for number, match in enumerate(matches, 1)
    ]
    return element("ol", *items, class_="notes") if items else Markup()
