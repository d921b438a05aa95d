"""Small cards for notebooks: no script, nothing from outside, at home on light and dark (thẻ).

Colours are those of the page around; the severity of a finding is a word and never a colour alone. What is
marked as private is not looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.formats.html.markup import Markup, element, join, outline, table
from lamtheobac.messages import issue, message
from lamtheobac.records.counts import AwardCount, Coverage
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.practice_model import PracticeModel
from lamtheobac.records.programme import Programme
from lamtheobac.records.registers import Register
from lamtheobac.records.totals import Total
from lamtheobac.records.tree import Branch
from lamtheobac.reports.finding_figures import FoundFigure
from lamtheobac.reports.reconciling import Match
from lamtheobac.rules.finding import Finding
from lamtheobac.text.numbers import format_number
from lamtheobac.values.comparison import values_in_agreement
from lamtheobac.values.decimals import from_fraction
from lamtheobac.values.figure import Figure
from lamtheobac.values.privacy import HIDDEN
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from fractions import Fraction

    from lamtheobac.errors import Lang, Path

__all__ = ["card", "place", "say"]

_MOST_ROWS: Final = 60
_BOX: Final = (
    "font-family:system-ui,sans-serif;line-height:1.45;max-width:52em;margin:.4em 0;padding:.6em .9em;"
    "border:1px solid rgba(127,127,127,.6);border-radius:6px;color:inherit;background:transparent;overflow-x:auto"
)
_CELL: Final = "text-align:left;vertical-align:top;padding:.15em .8em .15em 0;white-space:normal"


def card(shown: Any, *, lang: Lang = "vi") -> Markup:
    """Write a value, a record or a listing as a small card (thẻ).

    Args:
        shown: A programme, a branch or a whole tree, a model, a figure, a finding, or several of one kind.
        lang: The language of its labels; names and figures stay as they are.

    Raises:
        OptionError: A language that does not exist.
        WrongTypeError: Something that has no card.

    >>> "<strong>129 nhà</strong> <small>(figure)</small>" in card(Figure.parse("129 nhà"), lang="en")
    True
    """
    if lang not in ("vi", "en"):
        raise OptionError(issue("option/unknown", known="vi, en"))
    for kind in type(shown).__mro__:
        if kind in _KINDS:
            return _box(_KINDS[kind](shown, lang))
    raise WrongTypeError(issue("type/wrong", wanted="what has a card", given=type(shown).__name__))


def place(path: Path) -> str:
    """Write where something is: the collection, the record, the field (vị trí).

    >>> place(("statements", "sl-nghe-dan-noi", "figure"))
    'statements › sl-nghe-dan-noi › figure'
    """
    return " › ".join(map(str, path))


def _box(inside: str) -> Markup:
    # A wide table scrolls inside its card, for the keyboard too.
    return element("div", inside, style=_BOX, tabindex="0")


def say(name: str, lang: Lang, **values: str | int) -> str:
    """Give a word of cards and pages (lời)."""
    return message(f"html/{name}", lang, **values)


def _title(text: str, kind: str) -> Markup:
    """Write what is shown and, smaller, what it is."""
    return join(element("strong", text), " ", element("small", f"({kind})"))


def _facts(title: str, facts: Iterable[tuple[str, str]]) -> Markup:
    """Write what is known of one thing: a line for each fact that there is."""
    rows = [
        element("tr", element("th", name, scope="row", style=_CELL), element("td", fact, style=_CELL))
        for name, fact in facts
        if fact
    ]
    caption = element("caption", title, style=_CELL)
    return element("table", caption, element("tbody", *rows))


def _programme(programme: Programme, lang: Lang) -> Markup:
    committee = programme.organisations.get(programme.committee_id or "")
    counts = (
        f"{format_number(len(getattr(programme, name)))} {say(name, lang)}"
        for name in COLLECTIONS
        if getattr(programme, name)
    )
    return _facts(
        _title(programme.name, say("programme", lang)),
        [
            (say("committee", lang), "" if committee is None else committee.name),
            (say("period", lang), str(programme.period or "")),
            (say("directives", lang), "; ".join(map(str, programme.directives))),
            (say("mottos", lang), "; ".join(f"“{motto}”" for motto in programme.mottos)),
            (say("records", lang), ", ".join(counts)),
        ],
    )


def _branch(branch: Branch, lang: Lang) -> Markup:
    organisation = branch.organisation
    members = organisation.official_members
    return _facts(
        _title(organisation.name, organisation.kind.name_in(lang)),
        [
            (say("id", lang), organisation.id),
            (say("life", lang), str(organisation.life or "")),
            (say("official-members", lang), "" if members is None else format_number(members)),
            (say("depth", lang), format_number(branch.depth)),
        ],
    )


def _model(model: PracticeModel, lang: Lang) -> Markup:
    steps = (
        f"{status.state.name_in(lang)}{f' ({status.document})' if status.document else ''}"
        for status in model.statuses
    )
    return _facts(
        _title(f"“{model.name}”", say("model", lang)),
        [
            (say("id", lang), model.id),
            (say("aliases", lang), ", ".join(model.aliases)),
            (say("field", lang), "" if model.field is None else model.field.name_in(lang)),
            (say("level", lang), "" if model.level is None else model.level.name_in(lang)),
            (say("lead", lang), model.lead_id or ""),
            (say("period", lang), str(model.period or "")),
            (say("steps", lang), " → ".join(steps)),
        ],
    )


def _figure(figure: Figure, lang: Lang) -> Markup:
    value = "" if figure.value is None else format_number(figure.value)
    if figure.low is not None and figure.high is not None:
        value = f"{format_number(figure.low)} – {format_number(figure.high)}"
    if figure.out_of is not None:
        value = f"{value}/{format_number(figure.out_of)} ({format_number(figure.percent())}%)"
    agreed = values_in_agreement(figure)
    ends = [
        f"{say('above' if agreed.without_low else 'from', lang)} {_end(agreed.low)}"
        if agreed.low is not None
        else "",
        f"{say('below' if agreed.without_high else 'to', lang)} {_end(agreed.high)}"
        if agreed.high is not None
        else "",
    ]
    is_sharp = agreed.low == agreed.high
    return _facts(
        _title(str(figure), say("figure", lang)),
        [
            (say("value", lang), value),
            (say("unit", lang), figure.noun or figure.unit.name_in(lang)),
            (say("hedge", lang), figure.approximation.name_in(lang)),
            (say("agrees-with", lang), _end(agreed.low) if is_sharp else " ".join(filter(None, ends))),
        ],
    )


def _end(end: Fraction | None) -> str:
    return "" if end is None else format_number(from_fraction(end, 2))


def _finding(finding: Finding, lang: Lang) -> Markup:
    return _facts(
        _title(finding.severity.name_in(lang), finding.code),
        [
            (say("stated", lang), finding.stated),
            (say("recomputed", lang), finding.recomputed),
            (say("message", lang), finding.message(lang)),
            (say("to-do", lang), finding.to_do(lang)),
            (say("place", lang), place(finding.path)),
            (say("source", lang), " ".join(filter(None, (finding.article, finding.document)))),
        ],
    )


def _match(match: Match, lang: Lang) -> Markup:
    return _facts(
        _title(match.found.text, match.verdict.name_in(lang)),
        [
            (say("recorded", lang), "" if match.recorded is None else str(match.recorded)),
            (say("message", lang), match.message(lang)),
            (say("to-do", lang), "" if match.finding is None else match.finding.to_do(lang)),
            (say("sureness", lang), match.sureness.name_in(lang)),
            (say("place", lang), place(match.path)),
        ],
    )


def _found(found: FoundFigure, lang: Lang) -> Markup:
    return _facts(
        _title(found.text, say("figure", lang)),
        zip((say(head, lang) for head in _FOUND), _found_row(found, lang), strict=True),
    )


def _listing(shown: Sequence[Any], lang: Lang) -> Markup:
    """Write several things of one kind as a table, or a tree as a list."""
    if not shown:
        return element("em", say("nothing", lang))
    few = shown[:_MOST_ROWS]
    if isinstance(few[0], Branch):
        body = outline((each.depth, each.organisation.name) for each in few)
    else:
        if type(few[0]) not in _ROWS:
            raise WrongTypeError(issue("type/wrong", wanted="what has a card", given=type(few[0]).__name__))
        name, heads, row = _ROWS[type(few[0])]
        caption = element("strong", f"{say(name, lang)}: {format_number(len(shown))}")
        body = table(
            caption, [say(head, lang) for head in heads], [row(each, lang) for each in few], style=_CELL
        )
    return join(body, _more(len(shown) - len(few), lang))


def _register(book: Register[Any], lang: Lang) -> Markup:
    """Write a register: the id of each record and its name, where it has one that anybody may see."""
    if not book:
        return element("em", say("nothing", lang))
    few = book[:_MOST_ROWS]
    rows = [(each.id, _public_name(each)) for each in few]
    caption = element("strong", f"{say('records', lang)}: {format_number(len(book))}")
    return join(
        table(caption, (say("id", lang), say("name", lang)), rows, style=_CELL),
        _more(len(book) - len(few), lang),
    )


def _public_name(record: Any) -> str:
    """Give the name or title of a record, if anybody may see it."""
    shapes = shapes_of(type(record))
    for name in ("name", "title"):
        if name in shapes:
            return str(getattr(record, name)) if shapes[name].privacy == "public" else HIDDEN
    return ""


def _more(left: int, lang: Lang) -> Markup:
    """Say how much is not shown."""
    return element("p", say("more", lang, count=left), style="margin:.3em 0 0") if left else Markup()


def _finding_row(finding: Finding, lang: Lang) -> tuple[str, ...]:
    return (
        finding.severity.name_in(lang),
        finding.stated,
        finding.recomputed,
        finding.message(lang),
        place(finding.path),
    )


def _total_row(total: Total, lang: Lang) -> tuple[str, ...]:
    return (total.key or say("unknown", lang), total.stage.name_in(lang), str(total.figure))


def _coverage_row(each: Coverage, lang: Lang) -> tuple[str, ...]:
    figures = ("" if figure is None else str(figure) for figure in (each.stated, each.recomputed))
    return (each.subjects.name_in(lang), each.kind.name_in(lang), *figures)


def _award_row(count: AwardCount, lang: Lang) -> tuple[str, ...]:
    figures = (count.collectives, count.individuals, count.households, count.recipients)
    return (
        count.key or say("unknown", lang),
        *("" if figure is None else str(figure) for figure in figures),
    )


def _match_row(match: Match, lang: Lang) -> tuple[str, ...]:
    recorded = "" if match.recorded is None else str(match.recorded)
    return (match.found.text, match.verdict.name_in(lang), recorded, match.message(lang), place(match.path))


def _found_row(found: FoundFigure, lang: Lang) -> tuple[str, ...]:
    figure = found.figure
    if figure is None:
        return (found.text, "", "", say("malformed", lang))
    value = "" if figure.value is None else format_number(figure.value)
    return (found.text, value, figure.noun or figure.unit.name_in(lang), f"{found.start}–{found.end}")


_FOUND: Final = ("words", "value", "unit", "position")
_KINDS: Final[dict[type, Callable[[Any, Lang], Markup]]] = {
    Register: _register,
    tuple: _listing,
    Programme: _programme,
    Branch: _branch,
    PracticeModel: _model,
    Figure: _figure,
    Finding: _finding,
    Match: _match,
    FoundFigure: _found,
}
_ROWS: Final[dict[type, tuple[str, tuple[str, ...], Callable[[Any, Lang], tuple[str, ...]]]]] = {
    Finding: ("findings", ("severity", "stated", "recomputed", "message", "place"), _finding_row),
    Total: ("totals", ("key", "stage", "figure"), _total_row),
    Coverage: ("coverage", ("subjects", "kind", "stated", "recomputed"), _coverage_row),
    AwardCount: (
        "awards", ("key", "collectives", "individuals", "households", "recipients"), _award_row,
    ),
    FoundFigure: ("figures", _FOUND, _found_row),
    Match: ("matches", ("words", "verdict", "recorded", "message", "place"), _match_row),
}  # fmt: skip
