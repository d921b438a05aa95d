"""Reports from files: text and Word documents are read whole, and anything else is refused by name."""

from __future__ import annotations

import sys
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml import parse_xml

from lamtheobac import LamTheoBacError, find_figures, load_report
from lamtheobac.formats import report_files

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def saved(document: Any) -> BytesIO:
    """A document as a file."""
    file = BytesIO()
    document.save(file)
    file.seek(0)
    return file


def refused(data: bytes) -> str:
    with pytest.raises(LamTheoBacError) as caught:
        load_report(BytesIO(data))
    return caught.value.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_in_any_unicode(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_bytes("Xây 129 nhà,\r\nhơn 6,2 tỷ đồng.".encode(encoding))
    assert load_report(path) == "Xây 129 nhà,\r\nhơn 6,2 tỷ đồng."


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xd0\xcf\x11\xe0rest", "report/old-word"),
        (b"%PDF-1.7", "report/pdf"),
        (b"{\\rtf1}", "report/rtf"),
        ("Xây 129 nhà".encode("cp1258", "ignore") + b"\xff", "report/not-unicode"),
        ("Xây".encode("utf-16")[:-1], "report/not-unicode"),
        (b"PK\x03\x04 and no more", "report/broken"),
        (b"a\x00b", "report/not-text"),
        ("HuyÖn B×nh S¬n".encode(), "report/old-encoding"),
    ],
    ids=str,
)
def test_what_is_no_report_is_refused_by_name(data: bytes, code: str) -> None:
    assert refused(data) == code


def test_paragraphs_and_cells_are_read_in_order_and_no_figure_crosses_a_cell() -> None:
    document = docx.Document()
    document.add_paragraph("Báo cáo")
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(
        (each for row in table.rows for each in row.cells),
        ("Xã", "12", "345 nhà", "", "Tổng", "5\nhộ"),
        strict=True,
    ):
        cell.text = words
    inner = table.cell(1, 0).add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "7 xã", "9 thôn"
    document.add_paragraph("Khen 56 tập thể\tvà 70 cá nhân.")
    text = load_report(saved(document))
    assert text.splitlines() == [
        "Báo cáo",
        "Xã | 12 | 345 nhà",
        "7 xã | 9 thôn | Tổng | 5 hộ",
        "Khen 56 tập thể và 70 cá nhân.",
    ]
    assert [each.text for each in find_figures(text)] == [
        "345 nhà", "7 xã", "9 thôn", "5 hộ", "56 tập thể", "70 cá nhân",
    ]  # fmt: skip


def test_what_was_inserted_is_read_and_what_was_deleted_is_not() -> None:
    document = docx.Document()
    document.add_paragraph("đầu")
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    inside = (
        run.format("Xây ")
        + f'<w:ins w:id="1" w:author="a">{run.format("129")}</w:ins>'
        + '<w:del w:id="2" w:author="a"><w:r><w:delText>130</w:delText></w:r></w:del>'
        + f"<w:hyperlink>{run.format(' nhà')}</w:hyperlink><w:r><w:noBreakHyphen/><w:br/></w:r>"
        + f'<w:moveFrom w:id="3" w:author="a">{run.format("5 hộ")}</w:moveFrom><w:r><w:t/></w:r>'
    )
    held = f'<w:sdt xmlns:w="{WORDS}"><w:sdtContent><w:p>{inside}</w:p></w:sdtContent></w:sdt>'
    document.element.body.insert(1, parse_xml(held))
    gone = f'<w:del xmlns:w="{WORDS}" w:id="4" w:author="a"><w:p>{run.format("9 hộ")}</w:p></w:del>'
    document.element.body.insert(2, parse_xml(gone))
    assert load_report(saved(document)).splitlines()[:2] == ["đầu", "Xây 129 nhà-"]


def test_a_document_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    file = saved(docx.Document())
    monkeypatch.setattr(report_files, "_MOST_UNPACKED", 100)
    assert refused(file.getvalue()) == "limit/report-unpacked"


def test_a_zip_that_is_no_document_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x.txt", "x")
    assert refused(file.getvalue()) == "report/broken"


def test_memory_that_runs_out_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_out(_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(docx, "Document", run_out)
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x.txt", "x")
    with pytest.raises(MemoryError):
        load_report(BytesIO(file.getvalue()))


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    file = saved(docx.Document())
    monkeypatch.setitem(sys.modules, "docx", None)
    assert refused(file.getvalue()) == "extra/missing"
