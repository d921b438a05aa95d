"""Change rules and law in small ways, and count how many of the changes the tests notice.

A full run takes hours, so a seed draws a sample: the same seed draws the same changes, and with `--shard 2/4` four
machines share them. mutmut makes the changes, in `mutants/`, and learns which tests look at what; it cannot run as many
tests by name as we have, so that the tests of each change are run here, in a process of their own.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MUTANTS = ROOT / "mutants"
WANTED = 85
"""Of a hundred changes so many must be noticed."""
PATIENCE = 300
"""Seconds after which a change counts as noticed: its tests do not end by themselves."""


def make_changes() -> list[str]:
    """Let mutmut make the changes and learn which tests look at what; give their names."""
    with (ROOT / "mutants.log").open("w", encoding="utf-8") as log:
        command = [sys.executable, "-m", "mutmut", "run", "none.such"]
        subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, check=False)
    found: list[str] = []
    for path in MUTANTS.rglob("*.meta"):
        found += json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return sorted(found)


def run_tests(name: str, tests: list[str]) -> None:
    """Run the tests of one change in this process, which ends with their exit code."""
    os.chdir(MUTANTS)
    sys.path.insert(0, str(MUTANTS / "src"))
    os.environ["MUTANT_UNDER_TEST"] = name
    import pytest  # noqa: PLC0415  only in the process of its own

    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123  a device
        sys.stdout = sys.stderr = nowhere
        code = pytest.main(["--rootdir=.", "-x", "-q", "-n0", "-p", "no:cacheprovider", *tests])
    os._exit(int(code))


def is_noticed(name: str, tests: list[str]) -> bool:
    """Tell whether the tests notice a change: the cases are asked first, since they are quick to load."""
    cases = [test for test in tests if "test_cases.py" in test]
    others = [test for test in tests if test not in set(cases)]
    return any(do_fail(name, group) for group in (cases, others) if group)


def do_fail(name: str, tests: list[str]) -> bool:
    """Tell whether some tests fail with a change, or do not end."""
    process = multiprocessing.get_context("fork").Process(target=run_tests, args=(name, tests))
    process.start()
    process.join(PATIENCE)
    if process.is_alive():
        process.kill()
        process.join()
    return process.exitcode != 0


def tell_share(package: str, sample: list[str], missed: list[str], names: list[str]) -> float:
    """Tell how many of a hundred changes to a package were noticed; all of them where none was tested."""
    tested, lost, made = (
        sum(name.startswith(f"{package}.") for name in each) for each in (sample, missed, names)
    )
    share = 100 * (tested - lost) / tested if tested else 100.0
    print(f"{package}: {tested} of {made} changes tested, {share:.1f}% noticed; wanted {WANTED}%")
    return share


def main() -> int:
    """Draw a sample, test it, and tell what was not noticed; 1 where that is too much in either package."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sample", type=int, default=200, help="how many changes; 0 for all of them")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--shard", default="1/1", help="which part of the sample, as in 2/4")
    chosen = options.parse_args()
    names = make_changes()
    stats: dict[str, Any] = json.loads((MUTANTS / "mutmut-stats.json").read_text(encoding="utf-8"))
    times: dict[str, float] = stats["duration_by_test"]
    looking: dict[str, list[str]] = stats["tests_by_mangled_function_name"]
    random.Random(chosen.seed).shuffle(names)  # noqa: S311  a sample, no secret
    part, parts = (int(number) for number in chosen.shard.split("/"))
    sample = (names[: chosen.sample] if chosen.sample else names)[part - 1 :: parts]
    if is_noticed("nothing", list(times)):
        print("the tests fail without any change; see mutants.log")
        return 2
    missed: list[str] = []
    for done, name in enumerate(sample, start=1):
        tests = sorted(
            looking.get(name.rpartition("__mutmut_")[0], ()), key=lambda each: times.get(each, 0.0)
        )
        # A function whose answers are kept is seen by the first test that asks: what that one misses goes to all.
        rest = [test for test in times if test not in set(tests)]
        if not is_noticed(name, tests) and not is_noticed(name, rest):
            missed.append(name)
            print("not noticed:", name, flush=True)
        if done % 20 == 0:
            print(f"{done} tested, {len(missed)} not noticed", flush=True)
    for module, number in sorted(Counter(name.rpartition(".")[0] for name in missed).items()):
        print(f"{number:4} in {module}")
    shares = [tell_share(f"lamtheobac.{package}", sample, missed, names) for package in ("rules", "law")]
    tell_share("lamtheobac", sample, missed, names)
    return 0 if min(shares) >= WANTED else 1


if __name__ == "__main__":
    sys.exit(main())
