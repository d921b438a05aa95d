"""Workbooks as offices fill them in: read right, or refused with the cell named."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from lamtheobac import LamTheoBacError, PartialDate, ReadError, Stage, Unit, load
from lamtheobac.formats.excel import Reading, read_workbook
from lamtheobac.records import ModelField, ModelState
from workbooks import Formula, Shown, office

if TYPE_CHECKING:
    from io import BytesIO

HEADING: list[list[object]] = [
    ["ĐẢNG BỘ HUYỆN BÌNH SƠN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["*", None, None, "Độc lập - Tự do - Hạnh phúc"],
    [],
]


def faults(book: BytesIO, **options: Any) -> list[tuple[str, str]]:
    """What is refused, and at which cell."""
    with pytest.raises(LamTheoBacError) as caught:
        read_workbook(book, **options)
    return [(fault.code, str(fault.path[0]) if fault.path else "") for fault in caught.value.issues]


def remarks(reading: Reading) -> dict[str, str]:
    return {remark.cell: remark.code for remark in reading.remarks}


def test_1_merged_heads_two_amounts_text_numbers_groups_and_an_uncalculated_total() -> None:
    book = office(
        (
            "Sheet1",
            [
                *HEADING,
                ["BIỂU TỔNG HỢP ĐÓNG GÓP NĂM 2019"],
                ["STT", "Đơn vị vận động", "Kinh phí (đồng)", None, "Ghi chú"],
                [None, None, "Vận động", "Ngân sách", None],
                ["A", "B", 1, 2, 3],
                ["I", "Khối xã, thị trấn"],
                [1, "tc-binh-chau", "1.200.000", 5_000_000, None],
                [2, "tc-binh-hai", 365_000_000, "-", "tròn số"],
                [None, "Tổng cộng", Formula("=SUM(C9:C10)"), Formula("=SUM(D9:D10)"), None],
                [],
                [None, "Người lập biểu", None, "T/M BAN THƯỜNG VỤ"],
                [None, "Nguyễn Văn A"],
            ],
        ),
        merges=((0, 4, 2, 4, 3), (0, 4, 0, 5, 0), (0, 4, 1, 5, 1), (0, 4, 4, 5, 4)),
    )
    reading = read_workbook(book)
    gifts = reading.programme.contributions
    assert reading.programme.name == "BIỂU TỔNG HỢP ĐÓNG GÓP NĂM 2019"
    assert [(gift.raised_by_id, int(gift.gift.value or 0), gift.note) for gift in gifts] == [
        ("tc-binh-chau", 1_200_000, "Nguồn: Vận động"),
        ("tc-binh-chau", 5_000_000, "Nguồn: Ngân sách"),
        ("tc-binh-hai", 365_000_000, "tròn số\nNguồn: Vận động"),
    ]
    assert all(gift.gift.unit is Unit.VND for gift in gifts)
    assert [gift.id for gift in gifts] == ["dg-b4-9", "dg-b4-9-2", "dg-b4-10"]
    table = reading.tables[0]
    assert (table.code, table.head_row, table.groups, table.sums, table.end_row) == ("B4", 6, (8,), (11,), 13)
    assert table.columns == (
        ("B", "Đơn vị vận động", "raised_by_id"),
        ("C", "Vận động", "gift.value"),
        ("D", "Ngân sách", "gift.value"),
        ("E", "Ghi chú", "note"),
    )
    told = remarks(reading)
    assert (told["A8"], told["C9"], told["D10"]) == ("row/group", "cell/text-number", "cell/nothing")
    assert "Trang “Sheet1” được hiểu là biểu B4: đầu bảng ở dòng 6, 3 bản ghi" in str(reading)


def test_2_names_for_ids_old_spelling_groups_that_fill_a_column_and_ditto_marks() -> None:
    book = office(
        (
            "B1 Tổ chức đảng",
            [
                ["TT", "Mã", "Tên tổ chức đảng", "Loại hình", "Trực thuộc"],
                [
                    1,
                    "tc-huyen",
                    "Đảng bộ huyện Bình Sơn",
                    "đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh",
                    None,
                ],
                [
                    2,
                    "tc-thuy",
                    "Đảng bộ xã Bình Thuỷ",
                    "dang bo xa, phuong, thi tran, dac khu",
                    "Đảng bộ huyện Bình Sơn",
                ],
            ],
        ),
        (
            "Danh sách mô hình",
            [
                *HEADING,
                ["DANH SÁCH MÔ HÌNH HỌC TẬP VÀ LÀM THEO BÁC"],
                ["TT", "Tên mô hình, cách làm", "Đơn vị thực hiện", "Tình trạng", "Ngày công nhận"],
                ["I", "nhà ở"],
                [1, "Ngôi nhà cấp uỷ", "Đảng bộ xã Bình Thủy", "đã công nhận", "19/5/2019"],
                [2, "Mái ấm tình thương", "nt", "″", date(2019, 6, 5)],
                ["II", "tiết kiệm"],
                [3, "Heo đất", "Đảng bộ huyện Bình Sơn", "đã đăng ký", "2019"],
            ],
        ),
    )
    reading = read_workbook(book, name="Học tập và làm theo Bác")
    models = reading.programme.models
    assert [(model.id, model.lead_id, model.field) for model in models] == [
        ("mh-ngoi-nha-cap-uy", "tc-thuy", ModelField.HOUSING),
        ("mh-mai-am-tinh-thuong", "tc-thuy", ModelField.HOUSING),
        ("mh-heo-dat", "tc-huyen", ModelField.THRIFT),
    ]
    assert [(model.statuses[0].state, model.statuses[0].on) for model in models] == [
        (ModelState.RECOGNISED, date(2019, 5, 19)),
        (ModelState.RECOGNISED, date(2019, 6, 5)),
        (ModelState.REGISTERED, PartialDate(2019)),
    ]
    assert reading.programme.organisations[1].parent_id == "tc-huyen"
    told = [(remark.sheet, remark.cell, remark.code) for remark in reading.remarks]
    assert ("B1 Tổ chức đảng", "D3", "cell/without-marks") in told
    assert ("Danh sách mô hình", "C8", "cell/ditto") in told
    assert ("Danh sách mô hình", "A6", "row/group-used") in told
    assert ("Danh sách mô hình", "E7", "cell/text-date") in told
    assert ("Danh sách mô hình", "A7", "row/id-made") in told


def gifts(
    *rows: list[object], unit_head: str = "ĐVT", amount_head: str = "Số lượng", above: str = ""
) -> BytesIO:
    """A table of gifts with a unit in each row."""
    head: list[object] = ["STT", "Mã", amount_head, unit_head, "Mức độ"]
    return office(("B4", [[above], head, *rows]))


def test_3_units_of_every_kind() -> None:
    reading = read_workbook(
        gifts(
            [1, "a", 365, "triệu đồng", "gần"],
            [2, "b", "6,2 tỷ", "đồng", "hơn"],
            [3, "c", 8458, "Ngày công", None],
            [4, "d", 5000, "hộ nghèo", "trên"],
            [5, "e", "hơn 2 tấn gạo", None, None],
        ),
        name="x",
    )
    assert [str(gift.gift) for gift in reading.programme.contributions] == [
        "gần 365 triệu đồng", "hơn 6,2 tỷ đồng", "8.458 ngày công", "hơn 5.000 hộ nghèo", "hơn 2 tấn gạo",
    ]  # fmt: skip
    assert [gift.gift.step for gift in reading.programme.contributions] == [10**6, 10**8, 0, 1000, 1]


def test_4_units_named_in_the_head_or_above_the_table() -> None:
    head = gifts([1, "a", 365, None, None], amount_head="Số tiền (triệu đồng)")
    above = gifts([1, "a", 365, None, None], above="Đơn vị tính: triệu đồng")
    for book in (head, above):
        assert read_workbook(book, name="x").programme.contributions[0].gift.value == 365_000_000


@pytest.mark.parametrize(
    ("amount", "unit", "cell"),
    [
        ("6,2 tỷ đồng", "triệu đồng", "B4!C3"),
        ("6,2 tỷ đồng", "ngày công", "B4!C3"),
        ("5 triệu", "triệu đồng", "B4!C3"),
        (365, "trieu dog /", "B4!D3"),
        ("1,200,000", "đồng", "B4!C3"),
        ("6.2", "tỷ đồng", "B4!C3"),
        (Decimal("0.5"), "đồng", "B4!C3"),
        (-5, "đồng", "B4!C3"),
        (Shown(Decimal("0.79"), "0%"), "đồng", "B4!C3"),
        (True, "đồng", "B4!C3"),
        (date(2019, 5, 19), "đồng", "B4!C3"),
        (5, 5, "B4!D3"),
        (5, None, "B4!D3"),
        (None, "đồng", "B4!C3"),
        ("″", "đồng", "B4!C3"),
        (Formula("=C9*2"), "đồng", "B4!C3"),
        (Formula("=[1]B4!C9", 5), "đồng", "B4!C3"),
    ],
)  # fmt: skip
def test_5_wrong_units_and_amounts_are_refused_at_their_cell(amount: object, unit: object, cell: str) -> None:
    found = faults(gifts([1, "a", amount, unit, None]), name="x")
    assert cell in {place for _, place in found}, found


def test_6_a_formula_with_its_value_is_read_and_said() -> None:
    reading = read_workbook(gifts([1, "a", Formula("=2*3", 6), "đồng", None]), name="x")
    assert reading.programme.contributions[0].gift.value == 6
    assert remarks(reading) == {"C3": "cell/calculated"}
    # Who writes 0 for every formula and asks for the sheet to be calculated has calculated nothing.
    assert faults(gifts([1, "a", Formula("=2*3", 0), "đồng", None]), name="x") == [
        ("cell/not-calculated", "B4!C3")
    ]


def days(*values: object) -> BytesIO:
    rows: list[list[object]] = [[f"a{n}", 5, "đồng", value] for n, value in enumerate(values)]
    return office(("Đóng góp", [["Mã", "Số tiền", "ĐVT", "Ngày"], *rows]))


def test_7_days_are_read_day_first_and_swapped_ones_refused() -> None:
    reading = read_workbook(
        days(
            "19/5/2019",
            date(2019, 5, 19),
            "05/06/2019",
            "2/2019",
            2019,
            "6 tháng đầu năm 2019",
            Shown(43586, "mm/yyyy"),
        ),
        name="x",
    )
    ends = [gift.period.end if gift.period else None for gift in reading.programme.contributions]
    assert ends == [
        date(2019, 5, 19), date(2019, 5, 19), date(2019, 6, 5), PartialDate(2019, 2), PartialDate(2019), None,
        PartialDate(2019, 5),
    ]  # fmt: skip
    assert str(reading.programme.contributions[5].period) == "6 tháng đầu năm 2019"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("5/19/2019", "date/no-such-month"),
        ("30/2/2019", "date/no-such-day"),
        (43586, "cell/no-day"),
        (datetime(2019, 5, 19, 8, 30), "cell/time-of-day"),  # noqa: DTZ001  Excel's times have no zone
        (Shown(5, "dd/mm/yyyy"), "cell/no-such-day"),
        (True, "cell/no-day"),
    ],
)
def test_8_what_is_no_day_is_refused(value: object, code: str) -> None:
    assert faults(days(value), name="x") == [(code, "B4!D2")]


def models(*days: object) -> BytesIO:
    rows: list[list[object]] = [[f"a{n}", "Mô hình", value] for n, value in enumerate(days)]
    return office(("B2", [["Mã", "Tên mô hình", "Bắt đầu"], *rows]))


def test_9_a_column_in_which_a_program_has_swapped_day_and_month() -> None:
    swapped = models("25/6/2019", "13/7/2019", date(2019, 5, 6), date(2019, 1, 2), date(2019, 12, 9))
    assert faults(swapped, name="x") == [("cell/maybe-swapped", f"B2!C{row}") for row in (4, 5, 6)]
    few = read_workbook(models("25/6/2019", date(2019, 5, 6)), name="x")
    assert remarks(few) == {"C2": "cell/text-date", "C3": "cell/maybe-swapped"}
    honest = read_workbook(
        models("25/6/2019", "13/7/2019", date(2019, 5, 16), date(2019, 1, 2), date(2019, 12, 9)), name="x"
    )
    assert "cell/maybe-swapped" not in remarks(honest).values()


def test_10_merged_cells_carry_words_but_no_numbers() -> None:
    rows: list[list[object]] = [
        ["TT", "Mã", "Đơn vị vận động", "Số tiền (đồng)"],
        [1, "a", "tc-1", 5],
        [2, "b", None, 6],
    ]
    reading = read_workbook(office(("B4", rows), merges=((0, 1, 2, 2, 2),)), name="x")
    assert [gift.raised_by_id for gift in reading.programme.contributions] == ["tc-1", "tc-1"]
    assert remarks(reading)["C3"] == "cell/merged"
    rows[2][3] = None
    assert faults(office(("B4", rows), merges=((0, 1, 3, 2, 3),)), name="x") == [
        ("cell/merged-number", "B4!D3")
    ]


def test_11_awards_with_counts_decisions_and_years() -> None:
    head: list[object] = [
        "STT", "Số quyết định", "Ngày", "Hình thức", "Tập thể", "Cá nhân", "Tiền thưởng", "Trạng thái",
    ]  # fmt: skip
    rows: list[list[object]] = [
        ["BIỂU KHEN THƯỞNG"],
        head,
        [1, "125/QĐ-UBND", "ngày 19 tháng 5 năm 2019", "giấy khen", 56, 70, "1.490.000", "đã tặng"],
        [2, "126-QĐ/HU", date(2019, 9, 2), "bang khen", "x", 5, None, "đề nghị"],
        ["Cộng", None, None, None, 57, 70, None, "đã tặng"],
    ]
    reading = read_workbook(office(("B5 Khen thưởng", rows)))
    first, second = reading.programme.awards
    assert (str(first.collectives), str(first.individuals), str(first.bonus)) == (
        "56 tập thể",
        "70 người",
        "1.490.000 đồng",
    )
    assert first.decision is not None
    assert (first.decision.number, first.decision.issued_on) == ("125/QĐ-UBND", date(2019, 5, 19))
    assert (second.collectives, str(second.individuals)) == (None, "5 người")
    # 57 is not 56; 70 is right, since only what was granted is of its kind.
    assert {cell: code for cell, code in remarks(reading).items() if cell[1:] == "5"} == {
        "E5": "row/sum-differs"
    }


def test_12_what_is_hidden_is_read_and_said_and_what_is_unknown_is_never_left_out_in_silence() -> None:
    sheets: list[tuple[str, list[list[object]]]] = [
        ("B4", [["Mã", "Số tiền", "ĐVT", "Người nhập"], ["a", 5, "đồng", "An"], ["b", 6, "đồng", "An"]]),
        ("Nháp", [["việc riêng", 5]]),
        ("B1", [["Mã", "Tên", "Loại"], ["tc", "Chi bộ thôn 3", "chi bộ"]]),
    ]
    book = office(*sheets, hidden_rows=(2,), hidden_sheets=(2,))
    reading = read_workbook(book, name="x")
    assert len(reading.programme.contributions) == 2
    assert reading.programme.organisations["tc"].name == "Chi bộ thôn 3"
    assert remarks(reading) == {"A3": "row/hidden"}
    assert (reading.unread, reading.tables[0].unread) == (("Nháp",), ("D",))
    assert "Cột không đọc: D" in str(reading)
    assert "Trang “Nháp” không hiểu được" in str(reading)
    book.seek(0)
    sheets[0][1].insert(0, ["BIỂU ĐÓNG GÓP"])
    with pytest.raises(ReadError) as caught:
        load(office(*sheets), format="xlsx")
    assert [fault.code for fault in caught.value.issues] == ["column/not-read", "sheet/not-read"]
    assert caught.value.issues[0].path == ("B4!D2",)


def test_13_days_of_a_workbook_of_1904() -> None:
    book = office(
        ("B2", [["Mã", "Tên mô hình", "Bắt đầu"], ["a", "Heo đất", date(2019, 5, 19)]]), epoch_1904=True
    )
    period = read_workbook(book, name="x").programme.models[0].period
    assert period is not None
    assert period.start == date(2019, 5, 19)


def test_14_a_table_of_two_readings_is_refused() -> None:
    rows: list[list[object]] = [["Mã", "Ghi chú", "Mã báo cáo"], ["a", "b", "c"]]
    assert faults(office(("Sheet1", rows)), name="x") == [("sheet/two-readings", "")]
    twice: list[list[object]] = [["Mã", "Số tiền", "Số tiền", "ĐVT"], ["a", 5, 6, "đồng"]]
    assert faults(office(("B4", twice)), name="x") == [("column/twice", "head")]


def test_15_names_that_nobody_has_or_two_have() -> None:
    organisations: list[list[object]] = [
        ["Mã", "Tên", "Loại"],
        ["tc-1", "Chi bộ thôn Tân Tiến", "chi bộ"],
        ["tc-2", "Chi bộ thôn Tân Tiến", "chi bộ"],
    ]
    gifts: list[list[object]] = [
        ["Mã", "Số tiền", "ĐVT", "Đơn vị vận động"],
        ["a", 5, "đồng", "Chi bộ thôn Tân Tiến"],
        ["b", 5, "đồng", "Chi bộ thôn Vạn Tường"],
    ]
    assert faults(office(("B1", organisations), ("B4", gifts)), name="x") == [
        ("cell/name-of-two", "B4!D2"),
        ("cell/name-unknown", "B4!D3"),
    ]


def test_16_steps_of_a_model_on_rows_of_their_own() -> None:
    rows: list[list[object]] = [
        ["TT", "Mã", "Tên mô hình", "Tình trạng", "Ngày công nhận"],
        [1, "mh-1", "Heo đất", "đã đăng ký", "1/2/2019"],
        [None, None, None, "đã công nhận", "2/3/2019"],
        [2, "mh-1", "Heo đất", None, None],
        [3, None, "Ngôi nhà cấp ủy", "đã đăng ký", None],
    ]
    assert faults(office(("B2", rows)), name="x") == [("id/taken", "B2!B4")]
    del rows[3]
    reading = read_workbook(office(("B2", rows)), name="x")
    assert [len(model.statuses) for model in reading.programme.models] == [2, 1]
    assert reading.programme.models[1].id == "mh-ngoi-nha-cap-uy"


def test_17_two_sheets_of_one_kind_are_told_apart() -> None:
    one: list[list[object]] = [["Mã", "Số tiền", "ĐVT"], ["a", 5, "đồng"]]
    two: list[list[object]] = [["Mã", "Số tiền", "ĐVT"], ["b", -5, "đồng"]]
    assert faults(office(("B4 quý 1", one), ("B4 quý 2", two)), name="x") == [("cell/negative", "B4(2)!B2")]


def test_18_a_name_is_needed_and_a_table() -> None:
    assert faults(office(("B4", [["Mã", "Số tiền", "ĐVT"], ["a", 5, "đồng"]]))) == [
        ("record/missing-field", "name")
    ]
    assert faults(office(("B4", []))) == [("xlsx/no-table", "")]
    assert Stage.UNSTATED.label == "không nêu rõ"


def test_19_parts_of_an_amount_and_their_sum_in_one_row() -> None:
    def book(total: object) -> BytesIO:
        head: list[list[object]] = [
            ["TT", "Mã", "Kinh phí (triệu đồng)", None, None, "Loại"],
            [None, None, "Vận động", "Ngân sách", "Tổng số", None],
            [1, "a", 5, 7, total, "tiền"],
            [2],
            ["I. đợt hai"],
            [" "],
            ["Khối trực thuộc", None],
            [3, "b", 1, None, None, None],
        ]
        return office(("B4", head), merges=((0, 0, 2, 0, 4), (0, 6, 0, 6, 1)))

    reading = read_workbook(book(12), name="x")
    assert [str(gift.gift) for gift in reading.programme.contributions] == [
        "5 triệu đồng",
        "7 triệu đồng",
        "1 triệu đồng",
    ]
    assert [gift.id for gift in reading.programme.contributions] == ["a", "a-2", "b"]
    assert reading.tables[0].groups == (5, 7)
    assert ("E", "Tổng số", "") in reading.tables[0].columns
    assert faults(book(13), name="x") == [("row/sum-differs", "B4!E3")]


def test_20_two_programmes_in_one_workbook_and_a_name_without_letters() -> None:
    rows: list[list[object]] = [["Tên chương trình", "Phương châm"], ["a", "x"], ["b", None]]
    assert faults(office(("B0", rows))) == [("sheet/two-programmes", "B0!A3")]
    models: list[list[object]] = [["Tên mô hình", "Ghi chú"], ["…!", "x"]]
    assert read_workbook(office(("B2", models)), name="x").programme.models[0].id == "mh-b2-2"
    keys: list[list[object]] = [["id", "name", "name"], ["a", "b", "c"]]
    assert faults(office(("B2", keys)), name="x") == [("column/twice", "")]
    said = read_workbook(office(("B2", models)), name="x").remarks[0]
    assert (said.message(), said.message("en")) == ("mã do máy đặt", "the id was made")
