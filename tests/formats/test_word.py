"""The yearly report in Word: its usual parts, every figure in its own words, the annex across, nobody named."""

# mypy: disable-error-code="arg-type"
# Ids are written as plain texts here.

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import date
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.shared import Mm
from hypothesis import given, settings
from hypothesis import strategies as st

from lamtheobac import (
    Award,
    AwardForm,
    AwardStatus,
    AwardSystem,
    Contribution,
    Document,
    Figure,
    Level,
    LimitError,
    ModelState,
    ModelStatus,
    Money,
    Observation,
    ObservationKind,
    OptionError,
    OrganisationKind,
    PartyOrganisation,
    Period,
    Person,
    PracticeModel,
    Programme,
    ReadError,
    Stage,
    WrongTypeError,
    example,
)
from lamtheobac.formats.word import write_report
from lamtheobac.reports.annex_tables import annex_tables
from lamtheobac.reports.yearly_parts import yearly_parts
from lamtheobac.testing import programmes

if TYPE_CHECKING:
    from pathlib import Path

THEN, NOW = Period.of_year(2018), Period.of_year(2019)


def written(tmp_path: Path, programme: Programme, **options: Any) -> Any:
    write_report(programme, tmp_path / "bao-cao.docx", **options)
    return docx.Document(str(tmp_path / "bao-cao.docx"))


def lines(document: Any) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def cells(document: Any, number: int) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in document.tables[number].rows]


def test_the_whole_report_of_the_example(tmp_path: Path) -> None:
    document = written(tmp_path, example(), number="36-BC/HU", place="Bình Sơn", issued_on=date(2019, 12, 5))
    (head,) = cells(document, 0)
    assert head == [
        "TỈNH ỦY QUẢNG NGÃI\nHUYỆN ỦY BÌNH SƠN\n*\nSố 36-BC/HU",
        "ĐẢNG CỘNG SẢN VIỆT NAM\nBình Sơn, ngày 05 tháng 12 năm 2019",
    ]
    headings = [each.text for each in document.paragraphs if each.style.name.startswith("Heading")]
    assert headings == [
        "I. Kết quả",
        "1. Tổng hợp đóng góp",
        "2. Đánh giá chung",
        "II. Tồn tại, hạn chế",
        "III. Nguyên nhân",
        "IV. Bài học kinh nghiệm",
        "V. Phương hướng, giải pháp",
        "Phụ lục 1. Mô hình, cách làm (biểu B2)",
        "Phụ lục 2. Đóng góp (biểu B4)",
        "Phụ lục 3. Khen thưởng (biểu B5)",
        "Phụ lục 4. Biểu tổng hợp (biểu B6)",
    ]
    whole = "\n".join(lines(document))
    for words in (
        "hơn 6,2 tỷ đồng",
        "129 nhà",
        "38 công dân",
        "8.458 ngày công",
        "khoảng gần 365 triệu đồng",
    ):
        assert words in whole
    assert whole.count("(Dữ liệu chưa ghi nội dung này.)") == 2


def test_the_figures_of_the_annex_stand_in_their_own_words(tmp_path: Path) -> None:
    document = written(tmp_path, example())
    gifts = [row[4] for row in cells(document, 3)]
    assert gifts == ["Số lượng", *(str(each.gift) for each in example().contributions)]
    sums = {row[1]: row[3:] for row in cells(document, 5)}
    assert sums["Đóng góp, đã vận động, tiếp nhận"] == ["2 tấn gạo", ""]
    assert cells(document, 5)[1] == [
        "1", "Đóng góp, đã vận động, tiếp nhận", "đồng", "hơn 7,7 tỷ đồng", "cộng từ 2 khoản",
    ]  # fmt: skip
    assert sums["Cá nhân được khen thưởng"] == ["70 cá nhân", ""]


def test_the_annex_lies_across_and_its_heads_stand_again(tmp_path: Path) -> None:
    document = written(tmp_path, example())
    first, last = document.sections
    assert first.page_width < first.page_height
    assert last.page_width > last.page_height
    for table in document.tables[2:]:
        marks = [child.tag.rpartition("}")[2] for child in table.rows[0]._tr.trPr]
        assert marks == ["tblHeader"]
        assert sum(
            column.width for column in table.columns
        ) <= last.page_width - last.left_margin - last.right_margin + Mm(0.1)
        for row in table.rows[1:]:
            assert [child.tag.rpartition("}")[2] for child in row._tr.trPr] == ["cantSplit"]


def test_the_heading_of_a_state_agency_and_what_is_left_to_write(tmp_path: Path) -> None:
    state = cells(written(tmp_path, example(), heading="state"), 0)[0]
    assert state == [
        "HUYỆN ỦY BÌNH SƠN\n*\nSố: …/BC-…",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n…, ngày … tháng … năm …",
    ]
    nobody = written(tmp_path, Programme(name="Học tập", period=NOW))
    assert cells(nobody, 0)[0][0] == "…\n*\nSố …-BC/…"
    assert "(từ 01/01/2019 đến 31/12/2019)" in lines(nobody)
    club = PartyOrganisation(id="tc-1", name="Câu lạc bộ", kind=OrganisationKind.CELL)
    odd = Programme(name="Học tập", committee_id="tc-1", organisations=[club])
    assert cells(written(tmp_path, odd), 0)[0][0].startswith("CÂU LẠC BỘ")


def gift(name: str, text: str, period: Period | None) -> Contribution:
    return Contribution(id=name, gift=Figure.parse(text), stage=Stage.RECEIVED, period=period)


def test_a_year_is_told_without_the_others_and_compared_with_one(tmp_path: Path) -> None:
    programme = Programme(name="Học tập").put(
        gift("a", "1.000.000 đồng", THEN), gift("b", "1.500.000 đồng", NOW), gift("c", "129 nhà", None),
        gift("d", "5 nhà", NOW), gift("e", "5 nhà", THEN), gift("f", "3 cây", THEN),
    )  # fmt: skip
    document = written(tmp_path, programme, period=NOW, against=THEN)
    # What may be of that year stays; what is surely of another is left out.
    assert [row[4] for row in cells(document, 2)] == ["Số lượng", "1.500.000 đồng", "129 nhà", "5 nhà"]
    assert [row[1:] for row in cells(document, 3)] == [
        ["Chỉ tiêu", "ĐVT", "Kỳ trước", "Kỳ này", "So cùng kỳ", "%"],
        ["Đã vận động, tiếp nhận", "đồng", "1.000.000 đồng", "1.500.000 đồng", "tăng 500.000 đồng", "50%"],
        ["Đã vận động, tiếp nhận", "nhà", "5 nhà", "5 nhà", "không đổi", ""],
        ["Đã vận động, tiếp nhận", "cây", "3 cây", "", "", ""],
    ]
    assert any(line.startswith("- Đã vận động, tiếp nhận: 1.500.000 đồng, tăng") for line in lines(document))


def test_models_and_awards_in_the_annex() -> None:
    steps = (ModelStatus(state=ModelState.REGISTERED), ModelStatus(state=ModelState.RECOGNISED))
    commune = PartyOrganisation(id="tc-1", name="Đảng bộ xã Bình Minh", kind=OrganisationKind.COMMUNE)
    programme = Programme(name="Học tập").put(
        commune,
        Person(id="ng-1", name="Nguyễn Thị Hoa"),
        PracticeModel(id="mh-1", name="Hũ gạo", lead_id="tc-1", level=Level.COMMUNE, statuses=steps, period=NOW),
        PracticeModel(id="mh-2", name="Tiết kiệm", period=Period(text="qua 4 năm")),
        Award(
            id="kt-1", decision=Document(number="12-QĐ/HU", issued_on=date(2019, 5, 19)), form=AwardForm.COMMENDATION,
            title="Gương sáng", issuer_id="tc-1", level=Level.DISTRICT, system=AwardSystem.PARTY, occasion="19/5",
            collectives=Figure.parse("1 tập thể"), households=Figure.parse("2 hộ"), recipient_ids=("tc-1", "ng-1"),
            bonus=Money(1_000_000), note="Nguyễn Thị Hoa nhận thay",
        ),
        Award(id="kt-2", recipients=Figure.parse("126 tập thể, cá nhân"), period=NOW),
        Award(id="kt-3", recipients=Figure.parse("4 tập thể, hộ"), status=AwardStatus.GRANTED),
    )  # fmt: skip
    models, _, awards, sums = annex_tables(programme)
    assert models.rows == (
        ("1", "Hũ gạo", "Đảng bộ xã Bình Minh", "", "cấp xã", "01/01/2019", "31/12/2019", "đã công nhận"),
        ("2", "Tiết kiệm", "", "", "", "qua 4 năm", "", ""),
    )
    assert awards.rows == (
        (
            "1", "12-QĐ/HU, 19/05/2019", "Đảng bộ xã Bình Minh", "cấp huyện; khen thưởng của Đảng",
            "giấy khen; “Gương sáng”", "1 tập thể; Đảng bộ xã Bình Minh", "", "2 hộ", "19/5", "1.000.000 đồng",
        ),
        ("2", "từ 01/01/2019 đến 31/12/2019", "", "", "", "", "126 tập thể, cá nhân", "", "", ""),
        ("3", "", "", "", "", "", "4 tập thể, hộ", "", "", ""),
    )  # fmt: skip
    # Unlike things are listed, not added.
    assert [row[1:] for row in sums.rows[2:]] == [
        ("Tập thể, cá nhân được khen thưởng", "", "126 tập thể, cá nhân", ""),
        ("Tập thể, cá nhân được khen thưởng", "", "4 tập thể, hộ", ""),
    ]


def test_what_is_judged_stands_in_its_part() -> None:
    told = {ObservationKind.CAUSE: "Do chủ quan.\n\nDo khách quan.", ObservationKind.SOLUTION: "Làm tốt hơn."}
    programme = Programme(name="Học tập").put(
        *(Observation(id=f"nd-{kind}", kind=kind, text=text) for kind, text in told.items())
    )
    parts = {part.title: part.paragraphs for part in yearly_parts(programme)}
    assert parts["Nguyên nhân"] == ("Do chủ quan.", "Do khách quan.")
    assert parts["Phương hướng, giải pháp"] == ("Làm tốt hơn.",)
    assert parts["Bài học kinh nghiệm"] == ()


@given(programmes(most=6), st.sampled_from((None, NOW)))
@settings(max_examples=6)
def test_any_programme_is_written_and_nobody_is_named(
    tmp_path_factory: pytest.TempPathFactory, programme: Programme, period: Period | None
) -> None:
    path = tmp_path_factory.mktemp("bao-cao") / "a.docx"
    write_report(programme.put(Person(id="ng-x", name="Nguyễn Thị Hoàng Yến")), path, period=period)
    with zipfile.ZipFile(path) as archive:
        assert "Hoàng Yến" not in archive.read("word/document.xml").decode()


def test_the_same_records_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_report(example(), tmp_path / f"{name}.docx")
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_progress_is_told_part_by_part(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    written(tmp_path, example(), on_progress=lambda done, total: told.append((done, total)))
    assert told == [(done, 9) for done in range(1, 10)]


def test_what_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    for options in ({"heading": "huyện"}, {"against": NOW}, {"period": NOW, "against": NOW}):
        with pytest.raises(OptionError):
            write_report(example(), path, **options)
    with pytest.raises(WrongTypeError):
        write_report("binh-son.json", path)
    with pytest.raises(ReadError):
        write_report(example(), tmp_path / "khong-co" / "a.docx")
    assert not path.exists()
    assert not issubclass(ReadError, LimitError)


def test_without_the_extra_the_error_names_it() -> None:
    code = (
        "import sys; sys.modules['docx'] = None\n"
        "import lamtheobac as ltb\n"
        "from lamtheobac.formats.word import write_report\n"
        "try:\n"
        "    write_report(ltb.example(), 'a.docx')\n"
        "except ltb.OptionError as error:\n"
        "    print(error.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "extra/missing\n"


def test_importing_it_does_not_load_the_extra() -> None:
    code = "import sys, lamtheobac.formats.word; print('docx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"
