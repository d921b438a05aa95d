"""Mends what the theme leaves undone for readers without a mouse or without sight (trợ năng)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# What scrolls must be reached by the keyboard, and a heading says its level.
MENDED = {
    '<p class="caption" role="heading">': '<p class="caption" role="heading" aria-level="2">',
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper ': '<div tabindex="0" class="table-wrapper ',
}


def mend(app: Sphinx, failed: Exception | None) -> None:
    """Go through the pages that were written."""
    if failed is not None or app.builder.format != "html":
        return
    for path in Path(app.outdir).rglob("*.html"):
        page = path.read_text(encoding="utf-8")
        # A screen reader speaks Vietnamese only where it is told to.
        is_vietnamese = "vi" in path.relative_to(app.outdir).parts
        mended = page.replace('lang="en"', 'lang="vi"', 1) if is_vietnamese else page
        for old, new in MENDED.items():
            mended = mended.replace(old, new)
        if mended != page:
            path.write_text(mended, encoding="utf-8")


def setup(app: Sphinx) -> dict[str, bool]:
    """Run after the pages are written."""
    app.connect("build-finished", mend)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
