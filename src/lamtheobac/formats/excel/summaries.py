"""Sheets that are computed from the records: totals by year, and who has reported (biểu tổng hợp)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from lamtheobac.formats.excel.amounts import unit_words
from lamtheobac.formats.excel.look import CELL, HEAD, SUM, Heading, write_heading, write_signatures
from lamtheobac.formats.excel.sheets import letters
from lamtheobac.formats.excel.sums import hedged, is_summable
from lamtheobac.values.figure import Approximation, Figure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lamtheobac.formats.excel.book import Page
    from lamtheobac.records.programme import Programme
    from lamtheobac.records.totals import Total
    from lamtheobac.values.dates import Period

__all__ = ["write_completeness", "write_totals"]

_UNKNOWN: Final = "chưa rõ năm"
_NO_ANSWER: Final = "không so được"


def _owner(programme: Programme) -> str:
    committee = programme.organisations.get(programme.committee_id or "")
    return "" if committee is None else committee.name


def _heads(page: Page, row: int, titles: Sequence[str], widths: Sequence[int]) -> int:
    """Write one row of titles and the row A, B, 1, 2, 3; give the row below."""
    for place, (title, width) in enumerate(zip(titles, widths, strict=True)):
        page.text(row, place, title, **HEAD)
        mark = "AB"[place] if place < 2 else str(place - 1)
        page.text(row + 1, place, mark, **{**HEAD, "bold": False, "italic": True, "font_size": 10})
        page.sheet.set_column(place, place, width)
    page.sheet.set_row(row, 36)
    page.lay_out(heads=range(row, row + 2), columns=len(titles))
    return row + 2


def write_totals(programme: Programme, page: Page, *, heading: Heading) -> None:
    """Write what was given, by stage, unit and year, with what changed against the year before (biểu tổng hợp)."""
    by_year = programme.totals(by="period")
    years = sorted({total.key for total in by_year if total.key is not None})
    has_unknown = any(total.key is None for total in by_year)
    keys: list[str | None] = [*years, *([None] if has_unknown else [])]
    titles = [
        "TT",
        "Chỉ tiêu",
        "ĐVT",
        *(_UNKNOWN if key is None else f"Năm {key}" for key in keys),
        "Tổng cộng",
    ]
    titles += ["So cùng kỳ: tăng, giảm (±)", "So cùng kỳ: %"]
    write_heading(
        page, owner=_owner(programme), title="B6. Biểu tổng hợp đóng góp", subtitle=programme.name, heading=heading,
        width=len(titles),
    )  # fmt: skip
    row = _heads(page, 5, titles, [6, 34, 18, *([24] * len(keys)), 26, 24, 14])
    cells: dict[tuple[Any, ...], dict[str | None, Figure]] = {}
    for total in by_year:
        cells.setdefault(_kind(total), {})[total.key] = total.figure
    for number, whole in enumerate(programme.totals(by="unit"), 1):
        figures = cells.get(_kind(whole), {})
        page.number(row, 0, number, align="center", **CELL)
        page.text(row, 1, whole.stage.label, **CELL)
        page.text(row, 2, unit_words(whole.figure), **CELL)
        for place, key in enumerate(keys, 3):
            _write_figure(page, row, place, figures.get(key), CELL)
        end = 3 + len(keys)
        _write_whole(page, row, end, whole.figure, figures)
        _write_change(page, row, end, figures, years)
        row += 1
    write_signatures(page, row + 1, width=len(titles), heading=heading)


def _kind(total: Total) -> tuple[Any, ...]:
    """Tell which totals are of one kind; what stands alone goes by its records."""
    figure = total.figure
    alone = figure.out_of is not None or bool(figure.per)
    return (total.stage, figure.unit, figure.noun, figure.per, total.ids if alone else None)


def _write_figure(page: Page, row: int, place: int, figure: Figure | None, style: Mapping[str, Any]) -> None:
    """Write a figure as a number that shows its hedge, or in words where it is none."""
    if figure is None:
        page.blank(row, place, **style)
    elif figure.value is None or not is_summable(figure) or figure.out_of is not None:
        page.text(row, place, str(figure), **style)
    else:
        page.number(row, place, figure.value, **{**style, "num_format": hedged(figure)})


def _write_whole(page: Page, row: int, end: int, whole: Figure, figures: Mapping[str | None, Figure]) -> None:
    """Write the total: a formula where the years add up to it, which those of a running total do not."""
    members = list(figures.values())
    is_plain = (
        whole.value is not None and is_summable(whole) and bool(members) and all(map(is_summable, members))
    )
    if is_plain and sum(Fraction(each.value or 0) for each in members) == Fraction(whole.value or 0):
        formula = f"=SUM({letters(3)}{row + 1}:{letters(end - 1)}{row + 1})"
        page.formula(row, end, formula, whole.value or Decimal(0), **{**SUM, "num_format": hedged(whole)})
    else:
        _write_figure(page, row, end, whole, SUM)


def _write_change(
    page: Page, row: int, end: int, figures: Mapping[str | None, Figure], years: Sequence[str]
) -> None:
    """Write how the last year differs from the one before, where both are exact."""
    last, before = (figures.get(years[-1]), figures.get(years[-2])) if len(years) > 1 else (None, None)
    if last is None or before is None:
        page.blank(row, end + 1, **CELL)
        page.blank(row, end + 2, **CELL)
        return
    is_exact = all(
        each.approximation is Approximation.EXACT and is_summable(each) and each.out_of is None
        for each in (last, before)
    )
    new, old = Fraction(last.value or 0), Fraction(before.value or 0)
    if not is_exact or not old:
        page.text(row, end + 1, _NO_ANSWER, **CELL)
        page.text(row, end + 2, _NO_ANSWER, **CELL)
        return
    one, two = f"{letters(3 + len(years) - 1)}{row + 1}", f"{letters(3 + len(years) - 2)}{row + 1}"
    page.formula(
        row, end + 1, f"={one}-{two}", _decimal(new - old), **{**CELL, "num_format": "[$-42A]+#,##0;-#,##0;0"}
    )
    share = _decimal(Fraction(round_half_up((new - old) * 1000 / old), 10))
    formula = f"=ROUND(({one}-{two})/{two}*100,1)"
    page.formula(row, end + 2, formula, share, **{**CELL, "num_format": "[$-42A]+#,##0.0;-#,##0.0;0"})


def round_half_up(number: Fraction) -> int:
    """Round to a whole number, a half away from zero, as Excel does (làm tròn).

    >>> round_half_up(Fraction(5, 2)), round_half_up(Fraction(-5, 2))
    (3, -3)
    """
    size = (abs(number) * 2 + 1) // 2
    return int(size) if number >= 0 else -int(size)


def _decimal(number: Fraction) -> Decimal:
    """Give a fraction of at most six decimals exactly, whatever the caller's context is."""
    return (
        Decimal(int(number * 10**6)).scaleb(-6).normalize()
        if number.denominator > 1
        else Decimal(int(number))
    )


def write_completeness(programme: Programme, page: Page, *, heading: Heading) -> None:
    """Write who had to report for each period, and who has (tình hình báo cáo)."""
    titles = [
        "TT",
        "Đơn vị",
        "Phải báo cáo",
        "Đã báo cáo",
        "Đúng hạn",
        "Quá hạn",
        "Chưa báo cáo",
        "Tỷ lệ (%)",
    ]
    write_heading(
        page, owner=_owner(programme), title="B7. Tình hình báo cáo", subtitle=programme.name, heading=heading,
        width=len(titles),
    )  # fmt: skip
    row = _heads(page, 5, titles, [6, 60, 12, 12, 12, 12, 14, 12])
    for period in _periods(programme):
        row = _write_period(programme, page, row, period)
    write_signatures(page, row + 1, width=len(titles), heading=heading)


def _periods(programme: Programme) -> list[Period]:
    """Give the periods for which there are reports, each once, in order."""
    found: dict[tuple[Any, Any], Period] = {}
    for report in programme.reports:
        if report.period is not None and report.period.is_placed:
            found.setdefault((report.period.first_day, report.period.last_day), report.period)
    return [found[days] for days in sorted(found)]


def _write_period(programme: Programme, page: Page, row: int, period: Period) -> int:
    """Write the organisations of one period and their sum; give the row below."""
    told = programme.completeness(period)
    page.merge((row, 0, row, 7), f"Kỳ: {period}", **CELL, bold=True, bg_color="#EAF1F8")
    row += 1
    first = row
    for number, each in enumerate(told.expected, 1):
        organisation = programme.organisations.get(each)
        page.number(row, 0, number, align="center", **CELL)
        page.text(row, 1, each if organisation is None else organisation.name, **CELL)
        for place, group in enumerate(
            (told.expected, told.submitted, told.on_time, told.late, told.missing), 2
        ):
            if each in group:
                page.number(row, place, 1, align="center", **CELL)
            else:
                page.blank(row, place, **CELL)
        page.blank(row, 7, **CELL)
        row += 1
    page.merge((row, 0, row, 1), "Tổng cộng", **SUM)
    for place, group in enumerate((told.expected, told.submitted, told.on_time, told.late, told.missing), 2):
        formula = f"=SUM({letters(place)}{first + 1}:{letters(place)}{row})"
        page.formula(row, place, formula, len(group), align="center", **SUM)
    share = _decimal(Fraction(round_half_up(Fraction(1000 * len(told.submitted), len(told.expected))), 10))
    page.formula(
        row, 7, f"=ROUND(D{row + 1}/C{row + 1}*100,1)", share, **{**SUM, "num_format": "[$-42A]#,##0.0"}
    )
    return row + 1
