"""Change rules and law in small ways, and count how many of the changes the tests notice.

A full run takes hours, so a seed draws a sample: the same seed draws the same changes, and with `--shard 2/4` four
machines share them. The tool is mutmut; what it makes stands in `mutants/`, and can be looked at with
`mutmut show NAME`.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
MUTANTS = ROOT / "mutants"
WANTED = 85
"""Of a hundred changes so many must be noticed."""


def run(*names: str, children: int) -> None:
    """Let mutmut test some changes; without names it only makes them, and learns which test looks at what."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(children), *names]
    with (ROOT / "mutants.log").open("a", encoding="utf-8") as log:
        subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False)


def results() -> dict[str, int | None]:
    """What became of every change: the exit code of its tests, None where they were not run."""
    found: dict[str, int | None] = {}
    for path in MUTANTS.rglob("*.meta"):
        found |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return found


def main() -> int:
    """Draw a sample, test it, and tell what was not noticed; 1 where that is too much."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sample", type=int, default=200, help="how many changes; 0 for all of them")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--shard", default="1/1", help="which part of the sample, as in 2/4")
    options.add_argument("--children", type=int, default=2, help="how many at a time")
    chosen = options.parse_args()
    run("none.such", children=chosen.children)
    names = sorted(results())
    random.Random(chosen.seed).shuffle(names)  # noqa: S311  a sample, no secret
    part, parts = (int(number) for number in chosen.shard.split("/"))
    sample = (names[: chosen.sample] if chosen.sample else names)[part - 1 :: parts]
    # Which test looks at what is learnt anew: mutmut 3.8 cannot run tests by name after merely listing them.
    (MUTANTS / "mutmut-stats.json").unlink(missing_ok=True)
    run(*sample, children=chosen.children)
    found = results()
    # A change after which no test ends by itself is noticed too.
    tested = {name: code for name in sample if (code := found[name]) is not None}
    missed = [name for name, code in tested.items() if code in (0, 5, 33)]
    for name in missed:
        print("not noticed:", name)
    for module, count in sorted(Counter(name.rpartition(".")[0] for name in missed).items()):
        print(f"{count:4} in {module}")
    share = 100 * (len(tested) - len(missed)) / max(1, len(tested))
    print(f"{len(tested)} of {len(names)} changes tested, {share:.1f}% noticed; wanted {WANTED}%")
    return 0 if share >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
