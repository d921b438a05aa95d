"""A figure in the cells of a row, in both directions (số liệu trong ô).

An office writes a number, a unit and a word such as "hơn"; what else a figure holds has columns that stand only
where a figure needs them. Whatever is written is read again at once: a figure that its cells do not say in full
gets more cells.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from lamtheobac.errors import LamTheoBacError, RecordError
from lamtheobac.formats.conversion import from_plain, to_plain
from lamtheobac.formats.excel.sheets import GiftKind
from lamtheobac.messages import issue
from lamtheobac.text.clean import search_key
from lamtheobac.text.numbers import format_number
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["gather_figure", "spread_figure", "unit_named", "unit_words"]

_DECIMAL: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_UNITS: Final = {search_key(word): unit for unit in Unit for word in (unit.value, unit.label) if word}
_HEDGES: Final = {
    search_key(word): each for each in Approximation for word in (each.value, each.label) if word
}
_REST: Final = ("low", "high", "out_of", "per")


def unit_named(words: str) -> Unit | None:
    """Find the unit of the closed list that is called so, or None (đơn vị tính).

    >>> unit_named("Ngày công"), unit_named("triệu đồng")
    (<Unit.LABOUR_DAY: 'labour_day'>, None)
    """
    return _UNITS.get(search_key(words))


def gather_figure(cells: Mapping[str, Any], unit: str = "") -> dict[str, Any]:
    """Make the plain fields of a figure from what its cells say (gộp số liệu).

    Args:
        cells: By field; a value may be words ("6,2 tỷ"), a unit any words ("triệu đồng", "hộ nghèo").
        unit: The unit where no cell names one: that of the head, or of the field.

    Raises:
        RecordError: Cells that contradict each other, or say nothing that can be read.

    >>> gather_figure({"value": "365", "unit": "triệu đồng", "approximation": "gần"})
    {'unit': 'VND', 'value': '365000000', 'approximation': 'nearly', 'step': '1000000'}
    >>> gather_figure({"value": "6,2 tỷ đồng", "unit": "ngày công"})
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: cell/two-readings at $.value: this cell can be read in two ways
    """
    given = {
        name: value for name, value in cells.items() if name not in {"kind", "unit", "approximation", "text"}
    }
    words = str(cells.get("unit") or unit)
    hedge = _hedge(cells)
    if "text" in cells:
        found = _with_text(str(cells["text"]), given, words, hedge)
    else:
        found = _without_text(given, words, hedge)
    if "kind" in cells and found.get("unit") and GiftKind.of(Unit(found["unit"])) != cells["kind"]:
        raise RecordError(issue("cell/kind-differs", ("kind",)))
    return found


def _hedge(cells: Mapping[str, Any]) -> Approximation | None:
    """Read the word that says how close the number is."""
    words = cells.get("approximation")
    if words is None:
        return None
    known = _HEDGES.get(search_key(str(words)))
    if known is not None:
        return known
    try:
        return Figure.parse(f"{words} 5 người").approximation
    except LamTheoBacError:
        raise RecordError(issue("record/unknown-code", ("approximation",))) from None


def _with_text(text: str, given: dict[str, Any], words: str, hedge: Approximation | None) -> dict[str, Any]:
    """Take the words of the report; what other cells say as well is held against them by the record itself."""
    try:
        read = _plain(Figure.parse(text))
    except LamTheoBacError as error:
        if not given:
            raise RecordError(*(fault.at("text") for fault in error.issues)) from None
        read = {}
    if given or not read:
        fields = _direct(given, words or str(read.get("unit", "")), hedge)
        if fields is None:
            fields = _spoken(given, words, hedge)
        return {**{name: value for name, value in read.items() if name not in fields}, **fields, "text": text}
    if words and _unit_differs(words, read):
        raise RecordError(issue("figure/text-differs", ("text",)))
    if hedge is not None and hedge.value != read.get("approximation", "exact"):
        raise RecordError(issue("figure/text-differs", ("text",)))
    return {**read, "text": text}


def _unit_differs(words: str, read: Mapping[str, Any]) -> bool:
    """Tell whether a unit's cell speaks of something else than the words of the figure."""
    unit = unit_named(words)
    try:
        meant = Figure.parse(f"5 {words}").unit if unit is None else unit
    except LamTheoBacError:
        return True
    return bool(meant.value != read["unit"])


def _without_text(given: dict[str, Any], words: str, hedge: Approximation | None) -> dict[str, Any]:
    """Take the cells as they are where they say all; else read them as the words of a report."""
    fields = _direct(given, words, hedge)
    says_all = fields is not None and (hedge in {None, Approximation.EXACT} or "step" in given)
    if fields is not None and (says_all or not _is_number(given.get("value"))):
        return fields
    spoken = _spoken(given, words, hedge)
    if fields is None:
        return spoken
    # Only the step is taken from the words: "hơn 5.000 hộ" vouches for thousands.
    return {**fields, **({"step": spoken["step"]} if "step" in spoken else {})}


def _is_number(value: object) -> bool:
    return isinstance(value, str) and _DECIMAL.fullmatch(value) is not None


def _direct(given: dict[str, Any], words: str, hedge: Approximation | None) -> dict[str, Any] | None:
    """Give the fields as the cells name them, or None where a cell holds words to be read."""
    unit = unit_named(words) if words else None
    if (words and unit is None) or ("value" in given and not _is_number(given["value"])):
        return None
    fields = dict(given)
    if unit is not None:
        fields["unit"] = unit.value
    if hedge is not None:
        fields["approximation"] = hedge.value
    return fields


def _spoken(given: dict[str, Any], words: str, hedge: Approximation | None) -> dict[str, Any]:
    """Read number, unit and hedge as a report would write them in one go."""
    value = given.get("value")
    if value is None:
        # A range with a unit in words: the unit is what the words would count.
        read = _plain(_parse(f"5 {words}", "unit"))
        fields = {**given, "unit": read["unit"]} | ({"noun": read["noun"]} if "noun" in read else {})
        return fields | ({} if hedge is None else {"approximation": hedge.value})
    before = "" if hedge is None or hedge is Approximation.EXACT else f"{hedge.label} "
    if _is_number(value):
        figure = _parse(f"{before}{format_number(Decimal(value))} {words}", "unit")
    else:
        figure = _with_own_unit(f"{before}{value}", words) or _parse(f"{before}{value} {words}", "value")
    return {**_plain(figure), **{name: each for name, each in given.items() if name != "value"}}


def _with_own_unit(value: str, words: str) -> Figure | None:
    """Read a cell that names its own unit ("6,2 tỷ đồng"); None where it does not ("6,2 tỷ")."""
    try:
        figure = Figure.parse(value)
    except LamTheoBacError:
        return None
    if figure.unit is Unit.ITEM and not figure.noun:
        return None
    if words and unit_named(words) is not figure.unit:
        raise RecordError(issue("cell/two-readings", ("value",)))
    return figure


def _parse(text: str, field: str) -> Figure:
    """Read words, and say in which cell they stand if they are no figure."""
    try:
        return Figure.parse(text)
    except LamTheoBacError as error:
        # The place in the joined words is none in the cell.
        raise RecordError(
            *(attrs.evolve(fault.at(field), start=None, end=None) for fault in error.issues)
        ) from None


def _plain(figure: Figure) -> dict[str, Any]:
    """Give the fields of a figure without its words."""
    fields: dict[str, Any] = to_plain(figure)
    fields.pop("text", None)
    return fields


def spread_figure(plain: Mapping[str, Any], unit: str = "", *, in_words: bool = False) -> dict[str, Any]:
    """Write the plain fields of a figure into as few cells as say all of it (tách số liệu).

    Args:
        plain: The fields as a JSON file has them.
        unit: The unit that is meant where no cell names one.
        in_words: Whether its words alone will do, where there are any.

    >>> spread_figure(to_plain(Figure.parse("hơn 6,2 tỷ đồng")))
    {'value': '6200000000', 'unit': 'đồng', 'approximation': 'hơn', 'text': 'hơn 6,2 tỷ đồng'}
    """
    wanted = from_plain(dict(plain), Figure)
    alone = [{"text": plain["text"]}] if in_words and "text" in plain else []
    for cells in (*alone, *_candidates(plain, wanted, unit)):
        try:
            found = from_plain(gather_figure(cells, unit), Figure)
        except LamTheoBacError:
            continue
        if found == wanted and found.text == wanted.text:
            return cells
    return _in_full(plain, wanted)


def _in_full(plain: Mapping[str, Any], wanted: Figure) -> dict[str, Any]:
    """Write every field into a cell of its own."""
    label = wanted.unit.label or wanted.unit.value
    return {**plain, "unit": label, "step": plain.get("step", "0"), **_hedged(wanted)}


def unit_words(figure: Figure) -> str:
    """Give the words for what a figure counts (đơn vị tính bằng lời).

    >>> unit_words(Figure.parse("2 tấn gạo")), unit_words(Figure.parse("5 hộ nghèo"))
    ('tấn gạo', 'hộ nghèo')
    """
    label = figure.unit.label
    if not figure.noun or figure.noun.startswith(label):
        return figure.noun or label or figure.unit.value
    return f"{label} {figure.noun}"


def _hedged(figure: Figure) -> dict[str, Any]:
    exact = figure.approximation is Approximation.EXACT
    return {} if exact else {"approximation": figure.approximation.label}


def _candidates(plain: Mapping[str, Any], wanted: Figure, unit: str) -> Iterator[dict[str, Any]]:
    """Give cells that may say all of a figure, the fewest first."""
    start = {"value": plain["value"]} if "value" in plain else {}
    end = {**_hedged(wanted), **({"text": plain["text"]} if "text" in plain else {})}
    rest = {name: plain[name] for name in _REST if name in plain}
    label = wanted.unit.label or wanted.unit.value
    if unit:
        yield {**start, **end}
    for more in ({}, rest) if rest else ({},):
        yield {**start, "unit": unit_words(wanted), **end, **more}
    noun = {"noun": plain["noun"]} if "noun" in plain else {}
    yield {**start, "unit": label, **end, **noun, **rest}
