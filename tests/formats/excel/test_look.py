"""What an official opens: titles, lists to choose from, formulas with their values, and sums that are true."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lamtheobac import (
    Accrual,
    Award,
    AwardStatus,
    Contribution,
    Figure,
    OptionError,
    OrganisationKind,
    PartyOrganisation,
    Period,
    Programme,
    Report,
    ReportKind,
    Stage,
    example,
)  # fmt: skip
from lamtheobac.formats.excel.contents import read_grids
from lamtheobac.formats.excel.look import line_height, row_height
from lamtheobac.formats.excel.sheets import SHEETS, columns_of
from lamtheobac.formats.excel.summaries import round_half_up
from lamtheobac.formats.excel.sums import ranges
from lamtheobac.formats.excel.writing import workbook_bytes
from lamtheobac.formats.extras import load_extra
from lamtheobac.testing import programmes
from lamtheobac.text.clean import search_key
from lamtheobac.values.labelled import Labelled
from workbooks import record

if TYPE_CHECKING:
    from lamtheobac.formats.excel.grid import Grid


def grid(data: bytes, code: str) -> Grid:
    return next(each for each in read_grids(data) if each.name.startswith(f"{code} "))


def xml(data: bytes, code: str) -> str:
    """The XML of a sheet."""
    names = [each.name for each in read_grids(data)]
    number = next(place for place, name in enumerate(names, 1) if name.startswith(f"{code} "))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def made_id(name: str) -> Any:
    return name


def gift(name: str, words: str, **fields: object) -> Contribution:
    made: Contribution = record(Contribution, id=name, gift=Figure.parse(words), **fields)
    return made


YEAR_18, YEAR_19 = Period.of_year(2018), Period.of_year(2019)


def test_words_to_choose_from_are_all_there() -> None:
    data = workbook_bytes(None, look="plain")
    lists = next(each for each in read_grids(data) if each.name == "_lists")
    assert lists.is_hidden
    for sheet in SHEETS:
        text = xml(data, sheet.code)
        closed = [key for key in sheet.main if issubclass(columns_of(sheet)[key].shape.kinds[0], Labelled)]
        assert text.count("<dataValidation ") >= len(closed) > 0 or not closed
        for column, last in re.findall(r"<formula1>_lists!\$([A-Z]+)\$1:\$[A-Z]+\$([0-9]+)</formula1>", text):
            place = ord(column[-1]) - 65 + 26 * (len(column) - 1)
            words = [lists.at(row, place).value for row in range(int(last))]
            assert all(words)
            assert len(set(words)) == len(words)
    assert 'ySplit="2"' in xml(data, "B4")
    assert 'ySplit="8"' in xml(workbook_bytes(None, look="office"), "B4")


def test_the_head_of_an_office() -> None:
    sheet = grid(workbook_bytes(example()), "B4")
    assert [sheet.at(row, 0).value for row in (1, 3, 4)] == [
        "ĐẢNG BỘ HUYỆN BÌNH SƠN", "B4. ĐÓNG GÓP", example().name,
    ]  # fmt: skip
    assert "ĐẢNG CỘNG SẢN VIỆT NAM" in {cell.value for cell in sheet.rows[1].values()}
    state = grid(workbook_bytes(example(), heading="state"), "B4")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in {cell.value for cell in state.rows[1].values()}
    assert "Độc lập - Tự do - Hạnh phúc" in {cell.value for cell in state.rows[2].values()}
    assert [sheet.at(7, place).value for place in range(4)] == ["A", "B", "1", "2"]
    groups = [place for place, cell in sheet.rows[5].items() if cell.value == "Kỳ"]
    assert any(top == bottom == 5 and left == groups[0] for top, left, bottom, _ in sheet.merges)
    assert any(sheet.at(row, 0).value == "Người lập biểu" for row in sheet.rows)


def sums(sheet: Grid) -> list[tuple[object, ...]]:
    """The rows of sums: unit, stage, value, and whether it is a formula."""
    keys = {str(cell.value): place for place, cell in sheet.rows[0].items()}
    return [
        (
            sheet.at(row, keys["gift.unit"]).value,
            sheet.at(row, keys["stage"]).value,
            sheet.at(row, keys["gift.value"]).value,
            sheet.at(row, keys["gift.value"]).is_formula,
        )
        for row, cells in sheet.rows.items()
        if 0 in cells and cells[0].value == "Tổng cộng"
    ]


def test_sums_keep_stages_and_units_apart_and_never_add_a_running_total() -> None:
    programme = Programme(
        name="x",
        contributions=[
            gift("a", "5 triệu đồng", stage=Stage.RECEIVED),
            gift("b", "7 triệu đồng", stage=Stage.RECEIVED),
            gift("c", "9 triệu đồng", stage=Stage.PLEDGED),
            gift("d", "8.458 ngày công", stage=Stage.RECEIVED),
            gift("e", "1 tỷ đồng", stage=Stage.SPENT, accrual=Accrual.CUMULATIVE, period=YEAR_18),
            gift("f", "3 tỷ đồng", stage=Stage.SPENT, accrual=Accrual.CUMULATIVE, period=YEAR_19),
            gift("g", "20 đến 100 triệu đồng", stage=Stage.VALUED),
            gift("h", "999.999.999.999.999.000 đồng", stage=Stage.UNSTATED),
            gift("i", "1.000 đồng", stage=Stage.UNSTATED),
        ],
    )
    assert sums(grid(workbook_bytes(programme), "B4")) == [
        ("đồng", "đăng ký ủng hộ", 9_000_000, True),
        ("đồng", "đã vận động, tiếp nhận", 12_000_000, True),
        ("đồng", "đã chi, hỗ trợ", 3_000_000_000, True),
        ("đồng", "trị giá", "20 đến 100 triệu đồng", False),
        ("đồng", "không nêu rõ", "1.000.000.000.000.000.000 đồng", False),
        ("ngày công", "đã vận động, tiếp nhận", 8458, True),
    ]
    # A sum of a short number and a long one, which a spreadsheet does not hold, is written and not calculated.
    long = Programme(
        name="x", contributions=[gift("a", "900.000.000.000.000 đồng"), gift("b", "200.000.000.000.000 đồng")]
    )
    assert sums(grid(workbook_bytes(long), "B4")) == [
        ("đồng", "không nêu rõ", "1.100.000.000.000.000 đồng", False)
    ]


def test_many_scattered_rows_are_summed_without_a_formula() -> None:
    assert ranges(6, range(0, 400, 2)) is None
    records = [gift(f"g{n}", "5 đồng" if n % 2 else "5 ngày công") for n in range(220)]
    found = sums(grid(workbook_bytes(Programme(name="x", contributions=records)), "B4"))
    assert found == [("đồng", "không nêu rõ", 550, False), ("ngày công", "không nêu rõ", 550, False)]


def test_awards_that_were_granted_are_counted() -> None:
    programme = Programme(
        name="x",
        awards=[
            record(
                Award, id="a", collectives=Figure.parse("56 tập thể"), individuals=Figure.parse("70 cá nhân")
            ),
            record(
                Award,
                id="b",
                collectives=Figure.parse("hơn 10 tập thể"),
                individuals=Figure.parse("30/38 cá nhân"),
            ),
            record(Award, id="c", collectives=Figure.parse("5 tập thể"), status=AwardStatus.PROPOSED),
        ],
    )
    sheet = grid(workbook_bytes(programme), "B5")
    keys = {str(cell.value): place for place, cell in sheet.rows[0].items()}
    row = next(row for row, cells in sheet.rows.items() if 0 in cells and cells[0].value == "Tổng cộng")
    assert [
        sheet.at(row, keys[f"{name}.value"]).value for name in ("collectives", "individuals", "households")
    ] == [66, 70, None]
    assert (
        "&quot;hơn &quot;#,##0"
        in zipfile.ZipFile(BytesIO(workbook_bytes(programme))).read("xl/styles.xml").decode()
    )
    proposed = Programme(name="x", awards=[programme.awards[2]])
    assert not any(
        0 in cells and cells[0].value == "Tổng cộng"
        for cells in grid(workbook_bytes(proposed), "B5").rows.values()
    )


def test_rows_that_stand_group_by_group_are_headed() -> None:
    programme = Programme(
        name="x",
        contributions=[
            gift("a", "5 đồng"),
            gift("b", "6 đồng"),
            gift("c", "7 ngày công"),
            gift("d", "8 ha"),
            gift("e", "9 cây"),
        ],
    )
    heads = [
        str(cells[0].value) for cells in grid(workbook_bytes(programme), "B4").rows.values() if 0 in cells
    ]
    assert [head for head in heads if head[0] in "IV"] == [
        "I. tiền",
        "II. ngày công",
        "III. đất",
        "IV. hiện vật",
    ]
    mixed = Programme(
        name="x", contributions=[gift("a", "5 đồng"), gift("b", "6 ngày công"), gift("c", "7 đồng")]
    )
    assert not [
        cells
        for cells in grid(workbook_bytes(mixed), "B4").rows.values()
        if 0 in cells and str(cells[0].value)[0] in "IV"
    ]


def test_totals_by_year_with_what_changed() -> None:
    programme = Programme(
        name="x",
        contributions=[
            gift("a", "5 triệu đồng", period=YEAR_18),
            gift("b", "7 triệu đồng", period=YEAR_19),
            gift("c", "200 ngày công", period=YEAR_18),
            gift("d", "hơn 300 ngày công", period=YEAR_19),
            gift("e", "5 cây", period=YEAR_19),
            gift("f", "10 ha", stage=Stage.SPENT, accrual=Accrual.CUMULATIVE, period=YEAR_18),
            gift("g", "12 ha", stage=Stage.SPENT, accrual=Accrual.CUMULATIVE, period=YEAR_19),
            gift("h", "5 tấn gạo"),
            gift("i", "20 đến 100 km", period=YEAR_19),
            gift("j", "0 sào", period=YEAR_18),
            gift("k", "5 sào", period=YEAR_19),
            gift("l", "3/4 ha", period=YEAR_19),
        ],
    )
    sheet = grid(workbook_bytes(programme), "B6")
    titles = [cell.value for cell in sheet.rows[5].values()]
    assert titles[3:6] == ["Năm 2018", "Năm 2019", "chưa rõ năm"]
    found = {
        (cells[1].value, cells[2].value): [
            cells[place].value if place in cells else None for place in range(3, 9)
        ]
        for row, cells in sheet.rows.items()
        if row > 6 and 2 in cells
    }
    rows = {unit: values for (_, unit), values in found.items()}
    assert rows["đồng"] == [5_000_000, 7_000_000, None, 12_000_000, 2_000_000, 40]
    assert rows["ngày công"] == [200, 300, None, 500, "không so được", "không so được"]
    assert rows["cây"] == [None, 5, None, 5, None, None]
    assert rows["tấn gạo"] == [None, None, 5, 5, None, None]
    assert rows["km"] == [None, "20 đến 100 km", None, "20 đến 100 km", None, None]
    assert rows["sào"] == [0, 5, None, 5, "không so được", "không so được"]
    # Of a running total only the latest counts: 10 ha and 12 ha are 12 ha.
    assert [
        values for (stage, unit), values in found.items() if unit == "ha" and stage == Stage.SPENT.label
    ] == [[10, 12, None, 12, 2, 20]]
    row = next(
        row for row, cells in sheet.rows.items() if row > 6 and 2 in cells and cells[2].value == "đồng"
    )
    assert all(sheet.at(row, place).is_formula for place in (6, 7, 8))
    assert "<f>SUM(D" in xml(workbook_bytes(programme), "B6")


def test_who_has_reported() -> None:
    def organisation(name: str, parent: str | None) -> Any:
        return record(
            PartyOrganisation,
            id=name,
            name=f"Đảng bộ {name}",
            kind=OrganisationKind.COMMUNE,
            parent_id=parent,
        )

    def report(name: str, who: str, on: date | None) -> Any:
        said: dict[str, Any] = {"kind": ReportKind.ANNUAL, "period": YEAR_19, "due_on": date(2019, 12, 20)}
        return record(Report, id=name, organisation_id=who, submitted_on=on, **said)

    programme = Programme(
        name="x",
        committee_id=made_id("h"),
        organisations=[
            organisation("h", None),
            organisation("a", "h"),
            organisation("b", "h"),
            organisation("c", "h"),
        ],
        reports=[
            report("r1", "a", date(2019, 12, 20)),
            report("r2", "b", date(2019, 12, 21)),
            report("r3", "z", None),
            record(Report, id="r4", organisation_id="a", kind=ReportKind.ANNUAL),
        ],
    )
    sheet = grid(workbook_bytes(programme), "B7")
    rows = [[sheet.at(row, place).value for place in range(1, 8)] for row in sheet.rows if row > 7]
    assert rows[:5] == [
        ["Đảng bộ a", 1, 1, 1, None, None, None],
        ["Đảng bộ b", 1, 1, None, 1, None, None],
        ["Đảng bộ c", 1, None, None, None, 1, None],
        ["z", 1, None, None, None, 1, None],
        [None, 4, 2, 1, 1, 2, 50],
    ]


@given(st.fractions(-1000, 1000, max_denominator=50))
def test_rounding_is_half_away_from_zero(number: Fraction) -> None:
    near = round_half_up(number)
    assert abs(near - number) <= Fraction(1, 2)
    assert abs(near) == abs(round_half_up(-number))


def test_rows_are_as_high_as_their_texts() -> None:
    assert row_height([("ngắn", 20)]) == 18
    assert row_height([("một dòng\nhai dòng", 20), ("chữ " * 20, 20)]) > 50
    assert row_height([("x " * 20_000, 20)]) == 409
    assert line_height(10_000, 20) == 409


def test_words_of_closed_lists_are_told_apart_without_marks() -> None:
    for sheet in SHEETS:
        for column in columns_of(sheet).values():
            kind = column.shape.kinds[0]
            if issubclass(kind, Labelled):
                words = [search_key(word) for member in kind for word in {member.value, member.label} if word]
                assert len(set(words)) == len(words), column.key


def test_an_extra_that_is_missing_is_named() -> None:
    with pytest.raises(OptionError) as caught:
        load_extra("no_such_package", "excel")
    assert "lamtheobac[excel]" in caught.value.issues[0].message("en")


@settings(max_examples=4)
@given(programmes(most=6))
def test_another_reader_sees_the_same_cells(programme: Programme) -> None:
    data = workbook_bytes(programme)
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    for ours in read_grids(data):
        theirs = book.get_sheet_by_name(ours.name).to_python(skip_empty_area=False)
        for row, cells in ours.rows.items():
            for place, cell in cells.items():
                value = theirs[row][place]
                if isinstance(cell.value, Decimal):
                    assert Decimal(repr(value)) == cell.value
                elif isinstance(cell.value, (date, str)):
                    assert value == cell.value
