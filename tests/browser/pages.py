"""Opens our pages in Chromium: the report page, the marked report, the documentation and a notebook, at two widths.

Run by `make test-browser`, which builds the documentation first. With `--pictures` it draws the pictures of the
documentation anew.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import lamtheobac as ltb
from lamtheobac.formats import html
from lamtheobac.formats.html.annotated import annotated

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SITE = ROOT / "docs" / "_build" / "html"
PICTURES = ROOT / "docs" / "pictures"
TEXT = """Huyện ủy Bình Sơn: kết quả học tập và làm theo Bác

Mô hình “Ngôi nhà cấp ủy” qua 4 năm đã vận động được hơn 6,2 tỷ đồng, xây mới và sửa chữa 130 nhà; \
nhận 252.9951.915.301 đồng và 37 con bò giống. Huyện tặng khoảng 4.900 cuốn sổ tay cho đảng viên.

Bí thư Huyện ủy đối thoại với 38 công dân, chỉ đạo giải quyết 30 vụ việc, đạt hơn 90%.
"""
PAGES = (
    "shown/report.html=report", "shown/report.html#findings=findings",
    "shown/report-en.html", "shown/annotated.html=annotated", "shown/empty.html",
    "index.html=docs", "vi/index.html=docs-vi", "notebooks/binh-son.html=notebook", "notebooks/quickstart.html",
    "vi/rules.html", "glossary.html", "tutorial.html", "vi/how-to/web.html", "search.html?q=x",
    "find:mô hình:notebooks/quickstart.html", "find:mo hinh:glossary.html", "find:MÔ HÌNH:vi/tutorial.html",
    "find:tiet kiem:example-binh-son.html", "find:đối thoại:vi/tutorial.html", "find:doi thoai:vi/tutorial.html",
    "find:publish:how-to/publish.html",
)  # fmt: skip


def main() -> int:
    """Write the pages beside the documentation, and look at them all."""
    shown = SITE / "shown"
    shutil.rmtree(shown, ignore_errors=True)
    shown.mkdir()
    programme = ltb.example()
    matches = ltb.reconcile(TEXT, programme)
    marked = annotated(TEXT, matches)
    (shown / "report.html").write_text(html.report(programme, annotated=marked), encoding="utf-8")
    (shown / "report-en.html").write_text(html.report(programme, lang="en"), encoding="utf-8")
    (shown / "annotated.html").write_text(ltb.annotate(TEXT, matches), encoding="utf-8")
    (shown / "empty.html").write_text(html.report(ltb.Programme(name="Trống")), encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        pictures = PICTURES if "--pictures" in sys.argv else Path(folder)
        command = ["node", str(HERE / "look.mjs"), str(SITE), str(pictures), *PAGES]
        done = subprocess.run(command, check=False)
        heavy = [path.name for path in pictures.glob("*.png") if path.stat().st_size > 150_000]
    print("pictures of more than 150 kB:", *heavy or ["none"])
    return done.returncode or int(bool(heavy))


if __name__ == "__main__":
    sys.exit(main())
