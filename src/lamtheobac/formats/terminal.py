"""A programme as text for a terminal or a plain e-mail (hiển thị dạng chữ)."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from lamtheobac.messages import message
from lamtheobac.records.tree import walk_tree

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from lamtheobac.errors import Lang
    from lamtheobac.records.dialogue import Dialogue
    from lamtheobac.records.programme import Programme
    from lamtheobac.rules.finding import Finding

__all__ = ["show"]


def show(
    programme: Programme,
    findings: Sequence[Finding],
    *,
    lang: Lang = "vi",
    on: date | None = None,
    width: int = 80,
) -> str:
    """Write a programme and its findings in lines that fit a terminal (hiển thị chương trình).

    Args:
        programme: The records.
        findings: What `check` found.
        lang: The language of headings and messages; names stay as they are.
        on: The day as of which the organisations are shown; None shows all.
        width: Columns.

    >>> from lamtheobac.records import Dialogue, Programme
    >>> print(show(Programme(name="Bình Sơn"), (), lang="en"), end="")
    Bình Sơn
    <BLANKLINE>
    FINDINGS
      nothing found
    """
    lines: list[str] = []
    for block in _blocks(programme, findings, lang, on):
        for indent, text in block:
            lines += textwrap.wrap(
                text,
                width=width,
                initial_indent=" " * indent,
                subsequent_indent=" " * (indent + 2),
                break_on_hyphens=False,
            )
        lines.append("")
    return "\n".join(lines[:-1]) + "\n"


Line = tuple[int, str]
"""An indent in columns, and what follows it."""


def _blocks(
    programme: Programme, findings: Sequence[Finding], lang: Lang, on: date | None
) -> Iterator[list[Line]]:
    """Give the parts of the page, leaving out what the programme has none of."""
    yield [(0, programme.name), *((2, str(document)) for document in programme.directives)]
    if programme.organisations:
        yield [(0, message("show/organisations", lang)), *_tree(programme, on)]
    if programme.reports:
        lines = [(2, f"{report.kind.name_in(lang)}: {report.title}") for report in programme.reports]
        yield [(0, message("show/reports", lang)), *lines]
    if programme.dialogues:
        lines = [line for dialogue in programme.dialogues for line in _dialogue(programme, dialogue, lang)]
        yield [(0, message("show/dialogues", lang)), *lines]
    yield [(0, message("show/findings", lang)), *_findings(findings, lang)]


def _tree(programme: Programme, on: date | None) -> Iterator[Line]:
    for depth, organisation in walk_tree(programme.organisations, on):
        yield 2 + 2 * depth, organisation.name


def _dialogue(programme: Programme, dialogue: Dialogue, lang: Lang) -> Iterator[Line]:
    """Show one dialogue: who held it, its figures, and what the report derives from them."""
    names: list[str] = []
    for holder in dialogue.held_by:
        organisation = programme.organisations.get(holder.organisation_id)
        of = holder.organisation_id if organisation is None else organisation.name
        names.append(f"{holder.role.name_in(lang)}, {of}")
    when = f" ({dialogue.period})" if dialogue.period is not None else ""
    yield 2, "; ".join(names or [dialogue.id]) + when
    for name in ("citizens", "received", "instructed", "resolved"):
        figure = getattr(dialogue, name)
        if figure is not None:
            yield 4, f"{message(f'show/{name}', lang)}: {figure}"
    for statement in programme.statements:
        if dialogue.id in statement.about_ids:
            yield 4, f"{message('show/stated', lang)}: {statement.measure.name_in(lang)} {statement.figure}"


def _findings(findings: Sequence[Finding], lang: Lang) -> Iterator[Line]:
    """Show what was found: how grave, what, where, and what to do."""
    if not findings:
        yield 2, message("show/nothing-found", lang)
    for finding in findings:
        yield 2, f"[{finding.severity.name_in(lang)}] {finding.message(lang)}"
        yield 4, f"→ {finding.to_do(lang)}"
        yield 4, f"({finding.code}; {' › '.join(map(str, finding.path))})"
