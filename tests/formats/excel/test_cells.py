"""One cell, and the cells of one figure: taken for what they are, or refused with a code."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest

from lamtheobac import LamTheoBacError, PartialDate, Period, Person, Programme
from lamtheobac.formats.csv import read_csv, write_csv
from lamtheobac.formats.excel import read_workbook
from lamtheobac.formats.excel.amounts import gather_figure
from lamtheobac.formats.excel.cells import read_cell, read_period
from lamtheobac.formats.excel.contents import read_grids
from lamtheobac.formats.excel.formats import date_format
from lamtheobac.formats.excel.grid import Cell
from lamtheobac.formats.excel.sheets import SHEETS, columns_of
from lamtheobac.formats.excel.writing import workbook_bytes
from lamtheobac.records import Theme, ThemeScope
from workbooks import Shown, office, record

SHEET = {sheet.code: sheet for sheet in SHEETS}


@pytest.mark.parametrize(
    ("place", "value", "taken"),
    [
        ("B1.official_members", "1.234", 1234),
        ("B1.official_members", Decimal(38), 38),
        ("B1.official_members", "…", None),
        ("B1.official_members", "  ", None),
        ("B1.name", "  Chi bộ thôn 3\n", "Chi bộ thôn 3"),
        ("B1.name", Decimal(2019), "2019"),
        ("B1.name", Decimal(20190), "20.190"),
        ("B1.name", "-", "-"),
        ("B1.kind", "CHI BỘ", "cell"),
        ("B1.kind", "chi bo", "cell"),
        ("B1.kind", "cell", "cell"),
        ("B1.parent_id", "x", None),
        ("B1.life.start", Decimal(2019), "2019"),
        ("C1.aliases", "một\n\nhai", ["một", "hai"]),
        ("C2.old_ids", "a; b,c\nd", ["a", "b", "c", "d"]),
        ("C4.consent", "x", True),
        ("C4.consent", Decimal(0), False),
        ("C4.consent", value_no := "không", False),
        ("C4.consent", True, True),
        ("B5.bonus", "1.490.000", 1_490_000),
    ],
)
def test_what_a_cell_is_taken_for(place: str, value: object, taken: object) -> None:
    code, _, key = place.partition(".")
    assert read_cell(Cell(value), columns_of(SHEET[code])[key]).value == taken  # type: ignore[arg-type]
    assert value_no == "không"


@pytest.mark.parametrize(
    ("place", "value", "code"),
    [
        ("B1.official_members", Decimal("1.5"), "cell/no-whole-number"),
        ("B1.official_members", True, "cell/no-number"),
        ("B1.official_members", Decimal(-1), "cell/negative"),
        ("B1.unit_code", Decimal(123), "cell/no-text"),
        ("B1.name", True, "cell/no-text"),
        ("B1.kind", Decimal(5), "record/unknown-code"),
        ("B1.kind", "chi hội", "record/unknown-code"),
        ("C4.consent", "có lẽ", "cell/no-yes-or-no"),
        ("C4.consent", date(2019, 5, 19), "cell/no-yes-or-no"),
        ("C5.due_on", "2019", "cell/no-whole-day"),
        ("C5.due_on", Decimal(43586), "cell/no-day"),
        ("B4.gift.unit", Decimal(5), "cell/no-text"),
    ],
)
def test_what_no_cell_can_be(place: str, value: object, code: str) -> None:
    sheet, _, key = place.partition(".")
    with pytest.raises(LamTheoBacError) as caught:
        read_cell(Cell(value), columns_of(SHEET[sheet])[key])  # type: ignore[arg-type]
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"value": "5", "unit": "đồng", "kind": "labour"}, ("cell/kind-differs", "kind")),
        (
            {"value": "5", "unit": "đồng", "approximation": "chắc là"},
            ("record/unknown-code", "approximation"),
        ),
        ({"text": "đủ thứ"}, None),
        ({"text": "5 hộ", "unit": "nhà"}, ("figure/text-differs", "text")),
        ({"text": "5 hộ", "unit": "///"}, ("figure/text-differs", "text")),
        ({"text": "5 hộ", "approximation": "hơn"}, ("figure/text-differs", "text")),
        ({"value": "năm mươi mấy", "unit": "đồng"}, None),
        ({"low": "5", "high": "6", "unit": "///"}, None),
    ],
)
def test_cells_of_a_figure_that_contradict_each_other(
    cells: dict[str, str], fault: tuple[str, str] | None
) -> None:
    with pytest.raises(LamTheoBacError) as caught:
        gather_figure(cells)
    if fault is not None:
        assert (caught.value.code, caught.value.issues[0].path) == (fault[0], (fault[1],))
    assert caught.value.issues[0].path


def test_words_and_cells_that_agree() -> None:
    words = "gần 365 triệu đồng"
    plain = {"unit": "VND", "value": "365000000", "approximation": "nearly", "step": "1000000", "text": words}
    assert (
        gather_figure({"value": "365", "unit": "triệu đồng", "approximation": "gần", "text": words}) == plain
    )
    assert gather_figure({"unit": "đồng", "approximation": "gần", "text": words}) == plain
    assert gather_figure({"unit": "triệu đồng", "text": words}) == plain
    assert gather_figure({"value": "5", "unit": "đồng", "kind": "money"}) == {"value": "5", "unit": "VND"}
    assert gather_figure({"value": "5", "kind": "money"}) == {"value": "5"}
    assert gather_figure({"value": "5 hộ nghèo", "unit": "hộ"})["noun"] == "hộ nghèo"
    assert gather_figure({"value": "5 triệu", "unit": "đồng"})["value"] == "5000000"
    assert gather_figure({"value": "hơn 5 người"})["approximation"] == "more_than"


def test_days_before_excel_can_count_them() -> None:
    theme = record(
        Theme,
        id="cd",
        title="x",
        scope=ThemeScope.YEAR,
        period=Period(start=date(1900, 2, 28), end=date(1900, 3, 1)),
    )
    programme = Programme(name="x", themes=[theme])
    assert read_workbook(BytesIO(workbook_bytes(programme))).programme == programme


def test_years_and_months_that_are_days_to_excel() -> None:
    (grid,) = read_grids(
        office(
            (
                "B2",
                [
                    [
                        Shown(43466, "yyyy"),
                        Shown(43586, "yyyy"),
                        Shown(43586, "mm/yyyy"),
                        Shown(43587, "mm/yyyy"),
                        Shown(5, "General"),
                        Shown(1, "hh:mm"),
                    ]
                ],
            )
        ).getvalue()
    )
    assert [grid.at(0, place).value for place in range(5)] == [
        PartialDate(2019), date(2019, 5, 1), PartialDate(2019, 5), date(2019, 5, 2), 5,
    ]  # fmt: skip
    assert grid.at(0, 5).fault == "cell/time-of-day"
    assert date_format(50, "") is None
    assert date_format(170, '"số "General') is None


def test_a_time_in_one_cell() -> None:
    assert read_period(Cell(None)).value is None
    assert read_period(Cell("-")).value is None
    with pytest.raises(LamTheoBacError):
        read_period(Cell("31/2/2019"))
    with pytest.raises(LamTheoBacError):
        read_period(Cell(None, fault="cell/error"))


def test_yes_and_no_in_csv() -> None:
    people = (record(Person, id="a", name="An", consent=True), record(Person, id="b", name="Bình"))
    text = write_csv(people, "persons")
    assert text.splitlines()[1].split(",")[:3] == ["a", "An", "có"]
    assert read_csv(text.replace("b,Bình,", "b,Bình,không"), "persons") == people
