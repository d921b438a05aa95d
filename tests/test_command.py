"""`python -m lamtheobac`: what a person sees, on any console, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from lamtheobac import Activity, ActivityKind, Programme, check, dump, example
from lamtheobac.__main__ import main
from lamtheobac.formats.progress import progress_bar

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str, encoding: str | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    if encoding is not None:
        environment["PYTHONIOENCODING"] = encoding
    return subprocess.run(
        [sys.executable, "-m", "lamtheobac", *arguments], capture_output=True, check=False, env=environment
    )


@pytest.mark.parametrize("encoding", [None, "cp1252", "ascii"])
def test_the_example_is_shown_in_vietnamese_on_every_console(encoding: str | None) -> None:
    done = run(encoding=encoding)
    shown = done.stdout.decode("utf-8")
    assert (done.returncode, done.stderr) == (0, b"")
    for words in ("38 công dân", "30 vụ việc", "hơn 90%", "78,9%", "không quá 33", "Bình Sơn", "[cảnh báo]"):
        assert words in " ".join(shown.split())
    assert "→ ghi rõ số vụ việc tiếp nhận" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_same_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lang", "en"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    for words in ("at most 33", "78,9%", "[warning]", "FINDINGS", "hơn 90%"):
        assert words in shown


def test_findings_for_machines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in data["findings"]] == [finding.code for finding in check(example())]
    assert {"code", "severity", "path", "stated", "recomputed", "message", "to_do"} <= set(
        data["findings"][0]
    )


def test_the_tree_is_shown_as_of_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--as-of", "2025-06-30"])
    assert "Đảng bộ huyện Bình Sơn\n" in capsys.readouterr().out
    main(["--as-of", "01/07/2025"])
    assert "  Đảng bộ huyện Bình Sơn\n" not in capsys.readouterr().out


@pytest.mark.parametrize("day", ["hôm nay", "tháng 6 năm 2025"])
def test_a_day_that_is_none(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--as-of", day])
    assert caught.value.code == 2
    assert "--as-of" in capsys.readouterr().err


def test_a_file_with_an_error_ends_in_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.json"
    dump(example().drop("tc-quang-ngai"), path)
    assert main([str(path)]) == 1
    assert "[lỗi]" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_ends_in_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"format_version": 1, "nam": "x"}', encoding="utf-8")
    assert main([str(path)]) == 2
    assert (
        "nam: bản ghi không có trường này; có phải “name”? (record/unknown-field)" in capsys.readouterr().err
    )
    assert main([str(path), "--json", "--lang", "en"]) == 2
    assert json.loads(capsys.readouterr().out)["issues"][0]["path"] == ["nam"]
    assert main([str(tmp_path / "none.json")]) == 2


def test_a_stream_that_has_no_encoding_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    page = StringIO()
    monkeypatch.setattr(sys, "stdout", page)
    assert main([]) == 0
    assert "PHÁT HIỆN" in page.getvalue()


def test_a_programme_that_says_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "x.json"
    dump(Programme(name="Bình Sơn"), path)
    assert main([str(path)]) == 0
    assert capsys.readouterr().out == "Bình Sơn\n\nPHÁT HIỆN\n  không có phát hiện nào\n"


def test_a_report_is_held_against_the_records(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "bao-cao.txt"
    path.write_text("Mô hình “Ngôi nhà cấp ủy” đã xây mới và sửa chữa 130 nhà.", encoding="utf-8")
    assert main(["--report", str(path)]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "[130 nhà ✗1]" in shown
    assert "sổ ghi 129 nhà" in shown
    assert main(["--report", str(path), "--json", "--lang", "en"]) == 1
    (match,) = json.loads(capsys.readouterr().out)["matches"]
    assert (match["text"], match["verdict"], match["recorded"]) == ("130 nhà", "contradicts", "129 nhà")
    path.write_text("Tặng 37 con bò và 129 nhà.", encoding="utf-8")
    assert main(["--report", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["matches"][0]["recorded"] is None
    before = tmp_path / "truoc.txt"
    before.write_text("Đến nay, mô hình “Đường hoa” đã trồng 500 cây.", encoding="utf-8")
    path.write_text("Đến nay, mô hình “Đường hoa” đã trồng 300 cây.", encoding="utf-8")
    capsys.readouterr()
    assert main(["--report", str(path)]) == 0
    assert main(["--report", str(path), "--earlier", str(before)]) == 1
    assert "thấp hơn 500 cây đã ghi trong báo cáo trước" in " ".join(capsys.readouterr().out.split())
    assert main(["--report", str(tmp_path / "không-có.txt")]) == 2


def write_communes(folder: Path) -> None:
    for place in ("a", "b"):
        done = Activity(id="hd-1", kind=ActivityKind.STUDY, name=f"Học tập {place}")  # type: ignore[arg-type]
        dump(Programme(name="Học tập", activities=[done]), folder / f"{place}.json")


def test_several_files_are_combined_and_a_broken_one_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_communes(tmp_path)
    files = [str(tmp_path / "a.json"), str(tmp_path / "b.json")]
    assert main([*files, "--json"]) == 0
    alone = json.loads(capsys.readouterr().out)
    assert [finding["code"] for finding in alone["findings"]] == ["combine/id-of-several-records"] * 2
    (tmp_path / "c.json").write_text("{", encoding="utf-8")
    assert main([str(tmp_path)]) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "Học tập a" in shown
    assert "Học tập b" in shown
    assert "tệp thứ 3 không đọc được nên chưa gộp" in shown
    assert main([str(tmp_path / "c.json"), str(tmp_path / "d.json")]) == 2
    assert "0: không phải JSON" in capsys.readouterr().err


def test_the_report_is_written_in_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--word", str(tmp_path / "bao-cao.docx")]) == 0
    assert (tmp_path / "bao-cao.docx").read_bytes()[:2] == b"PK"
    assert main(["--word", str(tmp_path / "khong-co" / "bao-cao.docx")]) == 2
    assert "file/not-written" in capsys.readouterr().err


def test_the_workbook_is_written_and_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--excel", str(tmp_path / "so.xlsx")]) == 0
    shown = capsys.readouterr().out
    assert main([str(tmp_path / "so.xlsx")]) == 0
    assert capsys.readouterr().out == shown


def test_a_bar_grows_on_a_terminal_and_is_wiped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    write_communes(tmp_path)
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert main([str(tmp_path), "--word", str(tmp_path / "a.docx")]) == 0
    drawn = screen.getvalue()
    assert f"\r[{'#' * 20}{'.' * 20}]  50%" in drawn
    assert drawn.endswith(" \r")
    assert "[" not in capsys.readouterr().err


def test_no_bar_where_nobody_looks(tmp_path: Path) -> None:
    write_communes(tmp_path)
    done = run(str(tmp_path))
    assert done.stderr == b""


def test_nothing_to_do_is_done() -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    bar = progress_bar(screen)
    assert bar is not None
    bar(0, 0)
    assert screen.getvalue() == ""
