"""The copy of a workbook for the person who filled it in: what is wrong, where, and how to mend it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from lamtheobac import PartialDate, Severity, example
from lamtheobac.formats.excel import DryRun, dry_run
from lamtheobac.formats.excel.contents import read_grids
from lamtheobac.formats.excel.writing import workbook_bytes
from workbooks import Formula, Shown, office

if TYPE_CHECKING:
    from pathlib import Path

    from lamtheobac.formats.excel.grid import Grid


def found(run: DryRun) -> list[tuple[str, str, str]]:
    return [(finding.sheet, finding.cell, finding.code) for finding in run.findings]


def column(grid: Grid, title: str) -> int:
    """The column of a title."""
    return next(
        place
        for cells in grid.rows.values()
        for place, cell in cells.items()
        if str(cell.value).partition("\n")[0] == title
    )


ROWS: list[list[object]] = [
    ["BIỂU ĐÓNG GÓP CỦA XÃ"],
    ["TT", "Mã", "Số tiền", "ĐVT", "Ngày", "Ghi chú", "Người nhập"],
    [1, "a", 5, "đồng", date(2019, 5, 19), "tốt", "An"],
    [2, "b", "6.2", "đồng", "5/19/2019", Formula("=1"), "An"],
    [3, "c", Shown(Decimal("0.5"), "0%"), "đồng", Shown(43586, "mm/yyyy"), None, True],
    [4, "d", 7, "đồng", None, Decimal("1.5"), None],
    ["Cộng", None, 13, "đồng"],
]


def test_every_fault_is_shown_at_its_cell_with_what_to_do(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    run = dry_run(
        office(
            ("B4 quý 1", ROWS),
            ("Nháp", [["x", True]]),
            merges=((0, 0, 0, 0, 5),),
            hidden_rows=(5,),
            hidden_sheets=(1,),
        ),
        on_progress=lambda *each: told.append(each),
    )
    assert not run.is_good
    assert told[-1] == (5, 5)
    assert [each for each in found(run) if not each[2].startswith("contribution/")] == [
        ("B4 quý 1", "G2", "column/not-read"),
        ("B4 quý 1", "C4", "number/malformed-grouping"),
        ("B4 quý 1", "E4", "date/no-such-month"),
        ("B4 quý 1", "F4", "cell/not-calculated"),
        ("B4 quý 1", "C5", "cell/two-readings"),
        ("B4 quý 1", "A6", "row/hidden"),
    ]  # fmt: skip
    first = next(finding for finding in run.findings if finding.row == 4)
    assert (first.severity, first.message("en").partition(";")[0]) == (
        Severity.ERROR, "dots must separate groups of three digits",
    )  # fmt: skip
    assert (first.to_do(), first.to_do("en")) == (
        "Sửa ô này rồi kiểm tra lại.",
        "Mend this cell and try again.",
    )
    path = tmp_path / "ket-qua.xlsx"
    run.save(path)
    sheet, draft = read_grids(path.read_bytes())
    assert (sheet.name, draft.name, draft.is_hidden, sheet.merges, sheet.hidden_rows) == (
        "B4 quý 1", "Nháp", True, ((0, 0, 0, 5),), frozenset({5}),
    )  # fmt: skip
    result, remedy = column(sheet, "Kết quả kiểm tra"), column(sheet, "Cách sửa")
    assert (result, remedy) == (7, 8)
    assert (
        str(sheet.at(3, result).value)
        .splitlines()[0]
        .startswith("C4: lỗi: dấu chấm phải tách từng nhóm ba chữ số")
    )
    assert sheet.at(3, remedy).value == "Sửa ô này rồi kiểm tra lại."
    # What stood in the cells still stands there.
    assert [sheet.at(2, place).value for place in range(7)] == [
        1,
        "a",
        5,
        "đồng",
        date(2019, 5, 19),
        "tốt",
        "An",
    ]
    assert [sheet.at(4, place).value for place in (2, 4, 6)] == ["50%", "05/2019", "có"]
    assert (sheet.at(3, 5).value, sheet.at(5, 5).value) == (
        "công thức chưa được tính; hãy mở tệp bằng Excel rồi lưu lại", Decimal("1.5"),
    )  # fmt: skip
    assert PartialDate(2019, 5).month == 5


def test_rules_are_asked_too_and_their_findings_find_their_cells() -> None:
    run = dry_run(BytesIO(workbook_bytes(example())))
    rate = next(finding for finding in run.findings if finding.code == "dialogue/rate-needs-other-base")
    assert (rate.sheet, rate.cell, rate.severity) == ("C10 Số liệu báo cáo", "D10", Severity.WARNING)
    assert rate.message() != rate.message("en")
    assert rate.to_do() != rate.to_do("en")
    assert run.is_good
    grid = next(grid for grid in read_grids(run.workbook) if grid.name == rate.sheet)
    assert "78,9%" in str(grid.at(rate.row - 1, column(grid, "Kết quả kiểm tra")).value)


def test_what_is_about_the_whole_file_has_a_sheet_of_its_own() -> None:
    run = dry_run(office(("Sheet1", [["xin chào"]])))
    assert found(run) == [("", "", "xlsx/no-table")]
    assert not run.is_good
    assert [grid.name for grid in read_grids(run.workbook)] == ["Sheet1", "_Kết quả chung"]
    unnamed = dry_run(office(("B4", [["Mã", "Số tiền", "ĐVT"], ["a", 5, "đồng"]])))
    assert found(unnamed) == [("", "", "record/missing-field")]
    named = dry_run(office(("B4", [["Mã", "Số tiền", "ĐVT"], ["a", 5, "đồng"]])), name="x")
    assert "record/missing-field" not in {finding.code for finding in named.findings}


def test_a_missing_cell_is_coloured_where_it_should_be() -> None:
    run = dry_run(office(("B4", [["Mã", "Số tiền", "ĐVT", "Ghi chú"], ["a", None, "đồng", "x"]])), name="x")
    assert ("B4", "B2", "figure/no-value") in found(run)
    grid, *_ = read_grids(run.workbook)
    assert str(grid.at(1, 4).value).startswith("B2: lỗi: ")


def test_a_good_row_says_so() -> None:
    run = dry_run(office(("B1", [["Mã", "Tên", "Loại"], ["tc", "Chi bộ thôn 3", "chi bộ"]])), name="x")
    assert run.findings == ()
    assert run.is_good
    grid = read_grids(run.workbook)[0]
    assert [grid.at(row, 3).value for row in range(2)] == ["Kết quả kiểm tra", "Đạt"]


def test_one_cell_is_not_blamed_twice() -> None:
    rows: list[list[object]] = [
        ["Mã", "Số tiền", "ĐVT", "Đơn vị vận động"],
        ["a", 5, "đồng", "Chi bộ thôn 3"],
    ]
    programme: list[list[object]] = [
        ["Tên chương trình", "Mã tổ chức của cấp ủy"],
        ["Học tập", "tc-khong-co"],
    ]
    run = dry_run(office(("B0", programme), ("B4", rows)))
    assert [each for each in found(run) if each[1] == "D2"] == [("B4", "D2", "cell/name-unknown")]
    assert "B2" in {cell for sheet, cell, _ in found(run) if sheet == "B0"}
