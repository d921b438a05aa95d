"""The marked report in a browser: no error on its console, and nothing asked for but the page itself.

Run by `make test-extras`; needs Chromium (its path may stand in CHROMIUM). With a path as argument it draws the
picture of the documentation there.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from lamtheobac import annotate, example, reconcile

TEXT = """Huyện ủy Bình Sơn: kết quả học tập và làm theo Bác

Mô hình “Ngôi nhà cấp ủy” qua 4 năm đã vận động được hơn 6,2 tỷ đồng, xây mới và sửa chữa 130 nhà; \
nhận 252.9951.915.301 đồng và 37 con bò giống. Huyện tặng khoảng 4.900 cuốn sổ tay cho đảng viên.

Bí thư Huyện ủy đối thoại với 38 công dân, chỉ đạo giải quyết 30 vụ việc, đạt hơn 90%.
"""


class Page(BaseHTTPRequestHandler):
    """Serves one page, and notes what it is asked for."""

    def __init__(self, page: bytes, asked: list[str], *rest: object) -> None:
        self.page, self.asked = page, asked
        super().__init__(*rest)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(self.page)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def open_page(page: str, *options: str) -> tuple[str, list[str]]:
    """Open a page in Chromium; give what it said and what it asked for."""
    asked: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Page, page.encode(), asked))
    Thread(target=server.serve_forever, daemon=True).start()
    browser = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}",
             "--enable-logging=stderr", "--v=0", *options, f"http://127.0.0.1:{server.server_port}/"],
            capture_output=True, check=True, timeout=120,
        )  # fmt: skip
    server.shutdown()
    return done.stderr.decode("utf-8", "replace"), asked


def main() -> None:
    matches = reconcile(TEXT, example())
    for lang in ("vi", "en"):
        page = annotate(TEXT, matches, lang=lang)
        broken = page.replace("<h1>", "<h1><img src='/x.png'>")
        said, asked = open_page(page, "--dump-dom")
        assert "CONSOLE" not in said, said
        assert set(asked) <= {"/", "/favicon.ico"}, asked
        # The page's own policy stops even what somebody smuggles in, and the browser says so.
        said, asked = open_page(broken, "--dump-dom")
        assert "CONSOLE" in said
        assert set(asked) <= {"/", "/favicon.ico"}, asked
    if sys.argv[1:]:
        size = ("--window-size=900,720", f"--screenshot={sys.argv[1]}")
        open_page(annotate(TEXT, matches), *size)
        assert Path(sys.argv[1]).stat().st_size < 150_000
    print("marked report: no error, no request")


if __name__ == "__main__":
    main()
