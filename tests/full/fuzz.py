"""Fuzz every public reader of text for a bounded time: `python tests/full/fuzz.py`, or `make fuzz`.

FUZZ_SECONDS (600) says how long, FUZZ_SEED where to begin; the seed is printed, so that a run can be repeated.
Texts are put together from number words, digits, marks and combining characters, or are good texts of the
tests, spliced and damaged. On each, a reader gives a value that is written and read back the same, or one error of the
family with its place in the text; nothing else may escape, and no text of some hundred characters may take a second.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from collections import Counter
from itertools import count
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Literal
from unicodedata import normalize

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "text"))

from test_readers import BLANKS, PIECES, READERS, check  # noqa: E402  beside this folder, not in a package

import lamtheobac as ltb  # noqa: E402  after the path

if TYPE_CHECKING:
    from collections.abc import Callable

FORMS: tuple[Literal["NFC", "NFD", "NFKC"], ...] = ("NFC", "NFD", "NFKC")
SLOW = 1.0  # seconds of processor time
MARKS = (
    "\u0300",
    "\u0301",
    "\u0303",
    "\u0309",
    "\u0323",
    "\u0302",
    "\u0306",
    "\u031b",
    "\u200d",
    "\ufe0f",
    "\u202e",
)
ODD = (
    "\ud800",
    "\x00",
    "\uffff",
    "\U0001d7d8",
    "٣",
    "１",
    "½",
    "Ⅻ",
    "İ",
    "ß",
    "ﬁ",
    "⁄",
    "−",
    "\u2028",
    "\ufeff",
    "K",
    "̸",
)
TABLES = ("figures.tsv", "figures_refused.tsv", "numbers_refused.tsv", "peer_facts.tsv", "peer_faults.tsv")


def good_texts() -> list[str]:
    """Every cell of the tables of the tests."""
    lines = [
        line
        for name in TABLES
        for line in (HERE.parent / "text" / name).read_text("utf-8").splitlines()
        if line
    ]
    return sorted({cell for line in lines if line[0] != "#" for cell in line.split("\t") if cell})


def make_text(random: Random, texts: list[str]) -> str:
    """Put a text together, or damage good ones."""
    if random.random() < 0.5:
        text = "".join(
            random.choice(PIECES) + (random.choice(BLANKS) if random.random() < 0.4 else " ")
            for _ in range(random.randint(1, 12))
        )
    else:
        text = random.choice(texts)
        if random.random() < 0.3:
            other = random.choice(texts)
            text = text[: random.randint(0, len(text))] + other[random.randint(0, len(other)) :]
    for _ in range(random.choice((0, 0, 1, 1, 2, 5))):
        place = random.randint(0, len(text))
        piece = random.choice(
            (random.choice(MARKS), random.choice(ODD), random.choice(PIECES), chr(random.randrange(0x3000)))
        )
        keep = place + random.choice((0, 0, 1, 3))
        text = text[:place] + piece * random.choice((1, 1, 1, 2, 40)) + text[keep:]
    if random.random() < 0.6:
        text = normalize(random.choice(FORMS), text)
    return random.choice((str, str, str.upper, str.title))(text)[:1_500]


def look_for_figures(text: str) -> None:
    """Find the figures of a text: in order, none overlapping, each at its place."""
    for mode in ("strict", "lenient"):
        end = 0
        for found in ltb.find_figures(text, mode=mode):
            assert end <= found.start < found.end <= len(text)
            assert text[found.start : found.end] == found.text
            end = found.end


def load(text: str) -> None:
    """Load it as a file, and as the words of a figure within one."""
    file = json.loads(ltb.dumps(ltb.example()))
    file["contributions"][0]["gift"] = {"text": text, "value": "5", "unit": "VND"}
    for given in (text, text.encode("utf-8", "surrogatepass"), json.dumps(file)):
        ltb.loads(given)


def targets() -> dict[str, Callable[[str], None]]:
    """Give what is done to each text; loading a whole file is slow, and done to few."""

    def reader(name: str) -> Callable[[str], None]:
        return lambda text: check(name, text)

    return {name: reader(name) for name in READERS} | {"find_figures": look_for_figures, "loads": load}


def main() -> int:
    """Fuzz, and print what was found."""
    seconds = float(os.environ.get("FUZZ_SECONDS", "600"))
    seed = int(os.environ.get("FUZZ_SEED", str(time.time_ns() % 10**9)))
    random = Random(seed)  # noqa: S311  no secret
    texts, calls = good_texts(), targets()
    done: Counter[str] = Counter()
    faults: dict[tuple[str, str], str] = {}
    end = time.monotonic() + seconds
    print(f"seed {seed}, {seconds:g} seconds, {len(texts)} good texts")
    for turn in count():
        if time.monotonic() > end:
            break
        text = make_text(random, texts)
        for name, call in calls.items():
            if name == "loads" and turn % 50:
                continue
            began = time.process_time()
            try:
                call(text)
            except ltb.LamTheoBacError:
                if name in READERS:  # its own error went through `check`; this one came of reading back
                    note(faults, name, text)
            except Exception:  # noqa: BLE001  that is what is looked for
                note(faults, name, text)
            if time.process_time() - began > SLOW:
                faults.setdefault((name, "slow"), text)
            done[name] += 1
    print(", ".join(f"{name}: {times:,}" for name, times in done.items()))
    for (name, fault), text in faults.items():
        print(f"{name}: {text!r}\n{fault}")
    print(f"{sum(done.values()):,} readings, {len(faults)} faults")
    return 1 if faults else 0


def note(faults: dict[tuple[str, str], str], name: str, text: str) -> None:
    """Keep the first text of every fault, told by the lines it came through."""
    faults.setdefault((name, traceback.format_exc(limit=-2)), text)


if __name__ == "__main__":
    sys.exit(main())
