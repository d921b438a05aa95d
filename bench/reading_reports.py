"""How long reading a report takes: prose, prose of figures that never repeat, and paragraphs made to hurt.

Processor time. A megabyte is a million characters; a real report has ten to fifty thousand.
"""

from __future__ import annotations

import re
import time
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from lamtheobac import example, find_figures, reconcile

if TYPE_CHECKING:
    from collections.abc import Callable

MEGABYTE = 1_000_000
REPORT = Path(__file__).parents[1] / "tests" / "reports" / "binh-son.txt"
MADE_TO_HURT = {
    "digits": "1", "dots": ".", "dots between digits": "1.", "digits and blanks": "1 ", "groups": "111 ",
    "qualifiers": "hơn ", "qualifiers and numbers": "khoảng hơn 1 ", "quotation marks": "“", "marks": "!?;:",
    "slashes": "1/", "hyphens": "1-", "ranges without end": "1 đến ", "scales": "1 tỷ ", "number words": "hai ",
    "combining marks": "a\u0301",
}  # fmt: skip
NOTHING_BUT_FIGURES = {
    "one figure again and again": lambda n: "12 hộ, ",  # noqa: ARG005  it is one of a kind that counts
    "households": lambda n: f"{n + 10_000} hộ, ",
    "sums": lambda n: f"hơn {n},5 triệu đồng; ",
    "shares": lambda n: f"{n}/{n + 9} hộ, ",
    "ranges": lambda n: f"từ {n} đến {n + 7} hộ, ",
    "malformed": lambda n: f"252.{n + 10_000}.915.301 đồng, ",
}


def repeat(make: Callable[[int], str], length: int) -> str:
    """Write so many characters."""
    parts: list[str] = []
    written = 0
    for number in count(1):
        parts.append(make(number))
        written += len(parts[-1])
        if written >= length:
            break
    return "".join(parts)[:length]


def renumber(report: str) -> Callable[[int], str]:
    """Give the report with other digits each time."""

    def make(number: int) -> str:
        digits = (str(n) for n in count(number * 7919 % 997 + 1, 13))
        return re.sub("[0-9]+", lambda found: next(digits)[-len(found[0]) :], report)

    return make


def measure(text: str) -> tuple[float, int]:
    """Give the processor seconds of reading a text, and how many figures it has."""
    start = time.process_time()
    found = find_figures(text)
    return time.process_time() - start, len(found)


def show(name: str, text: str) -> None:
    """Print what a text takes, as of a megabyte."""
    seconds, figures = measure(text)
    print(
        f"{name:28} {seconds * MEGABYTE / len(text):6.2f} s per megabyte, {figures:7,} figures in {len(text):,}"
    )


def main() -> None:
    """Print all of it."""
    report = REPORT.read_text(encoding="utf-8")
    prose, renumbered = (lambda n: report), renumber(report)  # noqa: ARG005  as above
    measure(report)
    show("prose", repeat(prose, MEGABYTE))
    show("prose, other figures", repeat(renumbered, MEGABYTE))
    for name, unit in MADE_TO_HURT.items():
        show(name, repeat(lambda n, unit=unit: unit, MEGABYTE // 4))  # noqa: ARG005  as above
    for name, make in NOTHING_BUT_FIGURES.items():
        show(name, repeat(make, MEGABYTE // 4))
    before = 0.0
    for size in (1, 2, 4, 8):
        seconds = min(measure(repeat(renumbered, size * MEGABYTE))[0] for _ in range(2))
        ratio = f", {seconds / before:.2f} times the half" if before else ""
        print(f"prose of {size} megabytes: {seconds:.2f} s{ratio}")
        before = seconds
    programme = example()
    for size in (1, 2):
        text = repeat(prose, size * MEGABYTE // 4)
        start = time.process_time()
        reconcile(text, programme)
        print(f"reconcile, {len(text):,} characters: {time.process_time() - start:.2f} s")


if __name__ == "__main__":
    main()
