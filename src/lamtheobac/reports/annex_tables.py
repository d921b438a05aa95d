"""The tables in the annex of a yearly report (phụ lục số liệu: biểu B2, B4, B5, B6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.records.award import AwardForm
from lamtheobac.records.comparing import compare_periods
from lamtheobac.reports.yearly_parts import name_of, rests_on
from lamtheobac.values.dates import format_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lamtheobac.records.award import Award
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import PartialDate, Period
    from lamtheobac.values.figure import Figure

__all__ = ["Column", "Table", "annex_tables"]


class Column(NamedTuple):
    """A column of a table (cột).

    Attributes:
        title: Its head.
        width: Its share of the width.
        is_number: Whether it is set to the right.
    """

    title: str
    width: int
    is_number: bool = False


class Table(NamedTuple):
    """A table of the annex (biểu).

    Attributes:
        code: Such as "B2".
        title: What it shows.
        columns: Its columns.
        rows: Its rows, a text for each column; an empty text where the records do not say.
    """

    code: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def annex_tables(
    programme: Programme,
    *,
    comparing: Programme | None = None,
    period: Period | None = None,
    against: Period | None = None,
) -> tuple[Table, ...]:
    """Give the tables of the annex (các biểu của phụ lục).

    Figures stand in their own words. People are not named, and notes about people are left out.

    Args:
        programme: The records.
        comparing: All records, where the others are those of one period; None for the same.
        period: The period of the report; with `against` it makes B6 a comparison.
        against: The period to compare with.

    >>> from lamtheobac.records import Programme
    >>> [(table.code, len(table.rows)) for table in annex_tables(Programme(name="Học tập"))]
    [('B2', 0), ('B4', 0), ('B5', 0), ('B6', 0)]
    """
    if period is not None and against is not None:
        last = _compared(comparing or programme, period, against)
    else:
        last = _summed(programme)
    return _models(programme), _gifts(programme), _awards(programme), last


def _numbered(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    return tuple((str(number), *row) for number, row in enumerate(rows, start=1))


def _day(when: date | PartialDate | None) -> str:
    return "" if when is None else format_date(when, style="slash")


def _models(programme: Programme) -> Table:
    def rows() -> Iterator[tuple[str, ...]]:
        for each in programme.models:
            state = each.statuses[-1].state.label if each.statuses else ""
            period = each.period
            start, end = (_day(period.start), _day(period.end)) if period else ("", "")
            told = "" if period is None or start or end else str(period)
            yield (
                each.name,
                name_of(programme, each.lead_id),
                "" if each.field is None else each.field.label,
                "" if each.level is None else each.level.label,
                start or told,
                end,
                state,
            )

    columns = (
        Column("STT", 6),
        Column("Tên mô hình", 26),
        Column("Đơn vị thực hiện", 22),
        Column("Lĩnh vực", 18),
        Column("Cấp", 9),
        Column("Bắt đầu", 9),
        Column("Kết thúc", 9),
        Column("Tình trạng", 11),
    )
    return Table("B2", "Mô hình, cách làm", columns, _numbered(rows()))


def _gifts(programme: Programme) -> Table:
    def rows() -> Iterator[tuple[str, ...]]:
        for each in programme.contributions:
            yield (
                name_of(programme, each.to_id),
                name_of(programme, each.raised_by_id),
                each.stage.label,
                str(each.gift),
                each.accrual.label,
                "" if each.period is None else str(each.period),
            )

    columns = (
        Column("STT", 6),
        Column("Mô hình, hoạt động, quỹ", 30),
        Column("Đơn vị vận động", 20),
        Column("Giai đoạn", 14),
        Column("Số lượng", 18, is_number=True),
        Column("Cách tính", 11),
        Column("Ngày hoặc kỳ", 14),
    )
    return Table("B4", "Đóng góp", columns, _numbered(rows()))


def _awards(programme: Programme) -> Table:
    columns = (
        Column("STT", 6),
        Column("Số quyết định, ngày", 14),
        Column("Cơ quan quyết định", 16),
        Column("Cấp, hệ thống", 12),
        Column("Hình thức, danh hiệu", 20),
        Column("Tập thể", 14),
        Column("Cá nhân", 10, is_number=True),
        Column("Hộ", 8, is_number=True),
        Column("Phong trào, chuyên đề", 14),
        Column("Tiền thưởng", 12, is_number=True),
    )
    return Table(
        "B5", "Khen thưởng", columns, _numbered(_award(programme, each) for each in programme.awards)
    )


def _award(programme: Programme, award: Award) -> tuple[str, ...]:
    decision = award.decision
    dated = () if decision is None else (decision.number or decision.title, _day(decision.issued_on))
    form = "" if award.form is AwardForm.UNSTATED else award.form.label
    title = f"“{award.title}”" if award.title else ""
    named = [name_of(programme, each) for each in award.recipient_ids]
    collectives = [_say(award.collectives), *named]
    return (
        _joined(dated, ", ") or ("" if award.period is None else str(award.period)),
        name_of(programme, award.issuer_id),
        _joined(
            (
                "" if award.level is None else award.level.label,
                "" if award.system is None else award.system.label,
            )
        ),
        _joined((form, title)),
        _joined(collectives),
        _say(award.individuals if award.recipients is None else award.recipients),
        _say(award.households),
        award.occasion,
        "" if award.bonus is None else str(award.bonus),
    )


def _say(figure: Figure | None) -> str:
    return "" if figure is None else str(figure)


def _joined(texts: Iterable[str], mark: str = "; ") -> str:
    return mark.join(filter(None, texts))


_HONOURED: Final = {
    "collectives": "Tập thể được khen thưởng",
    "individuals": "Cá nhân được khen thưởng",
    "households": "Hộ được khen thưởng",
    "recipients": "Tập thể, cá nhân được khen thưởng",
}


def _summed(programme: Programme) -> Table:
    """Sum up gifts, and list results and counts as they are told."""

    def rows() -> Iterator[tuple[str, ...]]:
        for total in programme.totals():
            what = f"Đóng góp, {total.stage.label}"
            yield what, total.figure.unit.label, str(total.figure), rests_on(total)
        for outcome in programme.outcomes:
            what = f"{outcome.kind.label[:1].upper()}{outcome.kind.label[1:]}"
            yield what, outcome.figure.unit.label, str(outcome.figure), name_of(programme, outcome.of_id)
        for count in programme.awards_by("recipient"):
            key = str(count.key)
            figure: Figure | None = getattr(count, key)
            if figure is not None:
                told = f"cộng từ {len(count.ids)} lần khen thưởng" if len(count.ids) > 1 else ""
                yield _HONOURED[key], figure.unit.label, str(figure), told
            # What cannot be added is listed one by one.
            for award in () if figure is not None else (programme.awards[each] for each in count.ids):
                yield _HONOURED[key], "", str(getattr(award, key)), award.title

    columns = (
        Column("TT", 5),
        Column("Chỉ tiêu", 34),
        Column("ĐVT", 12),
        Column("Số liệu", 22, is_number=True),
        Column("Ghi chú", 30),
    )
    return Table("B6", "Biểu tổng hợp", columns, _numbered(rows()))


def _compared(programme: Programme, period: Period, against: Period) -> Table:
    """Compare line by line with the period before."""

    def rows() -> Iterator[tuple[str, ...]]:
        for line in compare_periods(programme, period, against):
            figure = line.later or line.earlier
            unit = "" if figure is None else figure.unit.label
            is_told = line.earlier is not None and line.later is not None
            shown = _joined((line.trend.label, _say(line.difference)), " ") if is_told else ""
            name = f"{line.name_vi[:1].upper()}{line.name_vi[1:]}"
            yield name, unit, _say(line.earlier), _say(line.later), shown, _say(line.percent)

    columns = (
        Column("TT", 5),
        Column("Chỉ tiêu", 30),
        Column("ĐVT", 10),
        Column("Kỳ trước", 17, is_number=True),
        Column("Kỳ này", 17, is_number=True),
        Column("So cùng kỳ", 17, is_number=True),
        Column("%", 9, is_number=True),
    )
    return Table("B6", "Biểu tổng hợp, so với cùng kỳ", columns, _numbered(rows()))
