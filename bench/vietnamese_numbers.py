"""How fast Vietnamese numbers are here against the floors and the peers, and what the peers get wrong.

All contenders take turns in one process over the same seeded inputs, by processor time; a figure is the median
of the ratios of single rounds, which holds on a noisy machine where times do not. Speed is measured whether or
not the answer is right; the tables after it say which answers are not.
"""

from __future__ import annotations

import argparse
import gc
import time
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

import number_floors as floors
from number_faults import print_faults
from number_peers import Peer, find_peers, icu_version

import lamtheobac as ltb

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Runs = dict[str, tuple["Callable[[Any], Any]", "Sequence[Any]"]]

OURS = "lamtheobac"
FLOOR = "floor"
# Task, contender, and how ours must stand: times as fast as a peer at least, or times the floor at most.
TARGETS = {
    ("read 1.234.567", FLOOR): 3.0,
    ("read 1.234,5", FLOOR): 3.0,
    ("spell", FLOOR): 1.5,
    ("compact", FLOOR): 4.0,
    ("read words", FLOOR): 3.0,
    ("spell", "num2words"): 8.0,
    ("spell", "PyICU"): 1.0,
}
LEAST = {"Babel": 8.0, "vn-money": 5.0}


class Task(NamedTuple):
    """What is measured: a name, the peers' task of that meaning, and what goes in."""

    name: str
    key: str
    ours: Callable[[Any], Any]
    floor: Callable[[Any], Any] | None
    inputs: Sequence[Any]


def make_tasks(count: int) -> list[Task]:
    """Give every task with its seeded inputs: numbers of 1 to 12 digits, log-uniform."""
    random = Random(19)  # noqa: S311  a fixed sample, no secret
    numbers = [int(10 ** random.uniform(0, 12)) for _ in range(count)]
    decimals = [Decimal(f"{n}.{random.randrange(1, 100):02}") for n in numbers]
    shares = [Decimal(random.randrange(1, 1000)).scaleb(-1) for _ in numbers]
    days = [date(1930, 2, 3) + timedelta(random.randrange(36_000)) for _ in numbers]
    return [
        Task("group 1.234.567", "group", ltb.format_number, floors.group, numbers),
        Task("group 1.234,5", "group decimal", ltb.format_number, floors.group_decimal, decimals),
        Task("money 1.234.567 ₫", "money", write_symbol, floors.money, numbers),
        Task("compact", "compact", ltb.format_compact, floors.compact, numbers),
        Task("compact, money", "compact money", ltb.format_compact, None, numbers),
        Task("percent", "percent", ltb.format_percent, None, shares),
        Task("spell", "spell", ltb.spell_number, floors.spell, numbers),
        Task("read 1.234.567", "read", ltb.parse_number, floors.read_whole, [*map(floors.group, numbers)]),
        Task("read, unchecked", "read leniently", ltb.parse_number, None, [*map(floors.group, numbers)]),
        Task(
            "read 1.234,5", "read", ltb.parse_number, floors.read_decimal, [*map(ltb.format_number, decimals)]
        ),
        Task("read words", "read words", ltb.parse_words, floors.read_words, [*map(floors.spell, numbers)]),
        Task("write date", "write date", write_padded, None, days),
        Task("read 05/02/2019", "read date", ltb.parse_date, None, [f"{day:%d/%m/%Y}" for day in days]),
    ]


def write_symbol(n: int) -> str:
    return ltb.format_money(n, form="symbol")


def write_padded(day: date) -> str:
    return ltb.format_date(day, style="padded")


def contenders(task: Task, peers: Sequence[Peer]) -> Runs:
    """Give who takes part in a task, each with the inputs that it takes at all."""
    found: Runs = {FLOOR: (task.floor, task.inputs)} if task.floor else {}
    found[OURS] = (task.ours, task.inputs)
    for peer in peers:
        call = peer.tasks.get(task.key)
        if call is None or (peer.name == "vn-money" and task.name == "read 1.234,5"):
            continue
        inputs = task.inputs
        if (task.key, peer.name) == ("read words", "PyICU"):
            inputs = [peer.tasks["spell"](floors.read_words(text)) for text in inputs]  # its own spelling
        if task.key == "percent":
            inputs = [share.scaleb(-2) for share in inputs]  # Babel takes 0.789 for 78,9%
        taken = [each for each in inputs if is_taken(call, each)]
        if taken:
            found[peer.name] = (call, taken)
    return found


def is_taken(call: Callable[[Any], Any], given: object) -> bool:
    """Tell whether a peer has an answer, right or wrong."""
    try:
        call(given)
    except Exception:  # noqa: BLE001  whatever a peer raises is a refusal here
        return False
    return True


def measure(runs: Runs, rounds: int) -> dict[str, list[float]]:
    """Give each contender's seconds for one input, round by round; every round begins with another."""
    taken: dict[str, list[float]] = {name: [] for name in runs}
    names = list(runs)
    gc.disable()
    try:
        for turn in range(rounds):
            first = turn % len(names)
            for name in names[first:] + names[:first]:
                call, inputs = runs[name]
                began = time.process_time()
                for each in inputs:
                    call(each)
                taken[name].append((time.process_time() - began) / len(inputs))
            gc.collect()
    finally:
        gc.enable()
    return taken


def ratio(taken: dict[str, list[float]], name: str, other: str) -> float:
    """Give the median of the same-round ratios."""
    return median(one / two for one, two in zip(taken[name], taken[other], strict=True))


def print_speed(peers: Sequence[Peer], count: int, rounds: int) -> list[str]:
    """Print the table of ratios; give a line on every target that was missed."""
    missed: list[str] = []
    print(f"\n{'task':20}{'contender':16}{'time / floor':>13}{'time / ours':>13}  target")
    for task in make_tasks(count):
        taken = measure(contenders(task, peers), rounds)
        for name in taken:
            against = ratio(taken, name, OURS)
            of_floor = f"{ratio(taken, name, FLOOR):.2f}" if task.floor else ""
            target, met = judge(task, name, taken)
            print(f"{task.name:20}{name:16}{of_floor:>13}{against:>13.2f}  {target}")
            if not met:
                missed.append(f"{task.name}, {name}: {target}")
    return missed


def judge(task: Task, name: str, taken: dict[str, list[float]]) -> tuple[str, bool]:
    """Say which target holds for a row, and whether it is met."""
    if name == OURS:
        most = TARGETS.get((task.name, FLOOR)) if task.floor else None
        met = most is None or ratio(taken, OURS, FLOOR) <= most
        return ("" if most is None else f"at most {most:g} floors: {'met' if met else 'MISSED'}"), met
    least = LEAST.get(name) or TARGETS.get((task.name, name))
    if least is None or name == FLOOR:
        return "", True
    met = ratio(taken, name, OURS) >= least
    return f"at least {least:g} of ours: {'met' if met else 'MISSED'}", met


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--quick", action="store_true", help="fewer inputs and rounds: rough ratios in seconds"
    )
    quick = parser.parse_args().quick
    peers, missing = find_peers()
    print("peers:", ", ".join(f"{peer.name} {peer.version}" for peer in peers))
    if any(peer.name == "PyICU" for peer in peers):
        print("ICU", icu_version())
    for line in missing:
        print(line)
    missed = print_speed(peers, *((100, 5) if quick else (1_000, 25)))
    print("\ntargets missed:", "; ".join(missed) or "none")
    print_faults(peers, *((1_000, 200) if quick else (10_000, 2_000)))


if __name__ == "__main__":
    main()
