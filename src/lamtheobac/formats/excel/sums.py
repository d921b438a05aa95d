"""The rows of sums below a table: formulas, with the values that they must give (dòng tổng cộng)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from lamtheobac.formats.excel.amounts import unit_words
from lamtheobac.formats.excel.book import MOST_DIGITS, number_format
from lamtheobac.formats.excel.look import SUM
from lamtheobac.formats.excel.sheets import UNITS, Column, Sheet, letters
from lamtheobac.records.award import AwardStatus
from lamtheobac.values.figure import Approximation, Figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lamtheobac.formats.excel.book import Page
    from lamtheobac.records.programme import Programme

__all__ = ["hedged", "is_summable", "ranges", "sums_of"]

_MOST_PARTS: Final = 100


def sums_of(
    page: Page,
    sheet: Sheet,
    columns: Sequence[Column],
    programme: Programme,
    *,
    places: Mapping[str, int],
    row: int,
) -> int:
    """Write the sums of a sheet; give the row below (dòng tổng cộng).

    Money, labour and goods have a sum each, and what was pledged is not added to what was received. Members of
    Party organisations are not added: those of a cell are in the figure of the organisation above it.
    """
    if sheet.collection == "contributions":
        return _sum_gifts(page, columns, programme, places=places, row=row)
    if sheet.collection == "awards":
        return _sum_awards(page, columns, programme, places=places, row=row)
    return row


def ranges(column: int, rows: Iterable[int]) -> str | None:
    """Write the cells of a column for a formula, neighbours as one range; None where there are too many parts.

    >>> ranges(6, [9, 10, 11, 14])
    'G10:G12,G15'
    """
    parts: list[list[int]] = []
    for row in sorted(rows):
        if parts and row == parts[-1][1] + 1:
            parts[-1][1] = row
        else:
            parts.append([row, row])
    if len(parts) > _MOST_PARTS:
        return None
    name = letters(column)
    return ",".join(
        f"{name}{first + 1}" if first == last else f"{name}{first + 1}:{name}{last + 1}"
        for first, last in parts
    )


def hedged(figure: Figure) -> str:
    """Give a number format that shows "hơn" and "khoảng" before the number, which stays one (định dạng có mức độ)."""
    number = number_format(figure.value or 0)
    word = figure.approximation.label
    return number.replace("#,##0", f'"{word} "#,##0') if word else number


def is_summable(figure: Figure) -> bool:
    """Tell whether a spreadsheet can add it: one number, of a length that it holds."""
    value = figure.value
    return (
        value is not None and value.adjusted() < MOST_DIGITS and len(value.as_tuple().digits) <= MOST_DIGITS
    )


def _write_sum(
    page: Page, place: tuple[int, int], figure: Figure, members: Sequence[Figure], cells: str | None
) -> None:
    """Write a sum as a formula where a spreadsheet gives the same, else as it is."""
    row, column = place
    if figure.value is None or not is_summable(figure):
        page.text(row, column, str(figure), **SUM)
    elif cells is None or not all(map(is_summable, members)):
        page.number(row, column, figure.value, **{**SUM, "num_format": hedged(figure)})
    else:
        page.formula(row, column, f"=SUM({cells})", figure.value, **{**SUM, "num_format": hedged(figure)})


def _frame(page: Page, row: int, columns: Sequence[Column], label: str) -> None:
    """Write the first cell and the borders of a row of sums."""
    for place in range(len(columns) + 1):
        page.blank(row, place, **SUM)
    last = next((place for place, column in enumerate(columns, 1) if column.path[-1] == "value"), 2)
    page.merge((row, 0, row, max(last - 1, 1)), label, **SUM)


def _sum_gifts(
    page: Page, columns: Sequence[Column], programme: Programme, *, places: Mapping[str, int], row: int
) -> int:
    """Write a sum for each stage and unit, of what counts: of a cumulative series only the latest."""
    at = {column.key: place for place, column in enumerate(columns, 1)}
    for total in programme.totals(by="unit"):
        figure = total.figure
        _frame(page, row, columns, "Tổng cộng")
        members = [programme.contributions[each].gift for each in total.ids]
        cells = ranges(at["gift.value"], (places[each] for each in total.ids))
        _write_sum(page, (row, at["gift.value"]), figure, members, cells)
        words = {
            "gift.unit": unit_words(figure),
            "gift.approximation": figure.approximation.label,
            "gift.text": "" if figure.approximation is Approximation.EXACT else str(figure),
            "stage": total.stage.label,
        }
        for key, text in words.items():
            if text:
                page.text(row, at[key], text, **SUM)
        row += 1
    return row


def _sum_awards(
    page: Page, columns: Sequence[Column], programme: Programme, *, places: Mapping[str, int], row: int
) -> int:
    """Write how many were honoured by the awards that were granted."""
    granted = [award for award in programme.awards if award.status is AwardStatus.GRANTED]
    if not granted:
        return row
    at = {column.key: place for place, column in enumerate(columns, 1)}
    _frame(page, row, columns, "Tổng cộng")
    page.text(row, at["status"], AwardStatus.GRANTED.label, **SUM)
    for name, unit in UNITS["awards"].items():
        known: list[tuple[int, Figure]] = []
        for award in granted:
            figure: Any = getattr(award, name)
            if figure is not None and figure.unit is unit and not figure.per and figure.out_of is None:
                known.append((places[award.id], figure))
        if known:
            members = [figure for _, figure in known]
            column = at[f"{name}.value"]
            _write_sum(
                page,
                (row, column),
                Figure.sum(members),
                members,
                ranges(column, (place for place, _ in known)),
            )
    return row + 1
