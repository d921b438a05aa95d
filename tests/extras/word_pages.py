"""The yearly report opened by LibreOffice: no text cut, and the pictures of the how-to pages.

Run by `make test-extras`; with `--pictures` it draws those of the documentation anew.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import lamtheobac as ltb
from lamtheobac.formats.word import write_report

PICTURES = Path(__file__).parents[2] / "docs" / "how-to" / "pictures"


def convert(folder: Path) -> Path:
    """Write the report of the packaged programme, and let LibreOffice make a PDF of it."""
    report = folder / "bao-cao.docx"
    write_report(ltb.example(), report, number="36-BC/HU", place="Bình Sơn", issued_on=date(2019, 12, 5))
    run(
        "soffice",
        f"-env:UserInstallation=file://{folder}/office",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(report),
    )
    return folder / "bao-cao.pdf"


def run(*command: str) -> str:
    program = shutil.which(command[0])
    if program is None:
        sys.exit(f"{command[0]} is needed")
    return subprocess.run(
        [program, *command[1:]], capture_output=True, check=True, text=True, timeout=300
    ).stdout


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdf = convert(folder)
        words = " ".join(run("pdftotext", "-layout", str(pdf), "-").split())
        for text in ("ĐẢNG CỘNG SẢN VIỆT NAM", "HUYỆN ỦY BÌNH SƠN", "hơn 6,2 tỷ đồng", "Phụ lục 4."):
            assert text in words, text
        sizes = [
            line.split()[3:6]
            for line in run("pdfinfo", "-l", "99", str(pdf)).splitlines()
            if line.startswith("Page ") and " size:" in line
        ]
        assert float(sizes[0][0]) < float(sizes[0][2]), "the report stands upright"
        assert float(sizes[-1][0]) > float(sizes[-1][2]), "the annex lies across"
        if "--pictures" in sys.argv:
            run("pdftoppm", "-r", "55", "-gray", "-png", str(pdf), str(folder / "page"))
            pages = sorted(folder.glob("page-*.png"))
            PICTURES.mkdir(exist_ok=True)
            shutil.copy(pages[0], PICTURES / "yearly-report.png")
            shutil.copy(pages[-2], PICTURES / "yearly-report-annex.png")
    print("the report was opened and read by LibreOffice")


if __name__ == "__main__":
    main()
