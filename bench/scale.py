"""What ten and thirty times the records cost: loading, every question, the rules and writing, in one run.

The programmes are made here, of 10,000, 100,000 and 300,000 records with a fifth as many organisations: provinces,
districts, communes and cells until 30 June 2025, models, contributions with their words, dialogues, stated shares and
awards with their bonuses. One record in a hundred is wrong. Processor time; the ratios should be near ten and thirty,
and checking should cost no more than loading.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

from lamtheobac import Limits, Period, Programme, check, dumps, loads

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (10_000, 100_000, 300_000)
LONG = Limits(json_bytes=128 << 20)
"""The file of the largest size has 81 MiB, which only a caller who says so may read."""


def programme_text(organisations: int, records: int) -> str:
    """Write a programme of so many organisations and about so many other records."""
    models = max(1, records // 100)
    data: dict[str, Any] = {"format_version": 1, "name": "Chương trình mẫu", "committee_id": "o0"}
    data["organisations"] = [organisation(n) for n in range(organisations)]
    data["models"] = [
        {"id": f"m{n}", "name": f"Mô hình {n}", "lead_id": f"o{n % organisations}"} for n in range(models)
    ]
    data["contributions"] = [contribution(n, models, organisations) for n in range(records * 6 // 10)]
    people = {"value": "38", "unit": "person", "noun": "công dân", "text": "38 công dân"}
    cases: dict[str, Any] = {
        "received": {"value": "40", "unit": "case"},
        "resolved": {"value": "37", "unit": "case"},
    }
    data["dialogues"] = [{"id": f"d{n}", "citizens": people, **cases} for n in range(records // 5)]
    data["statements"] = [
        {"id": f"s{n}", "measure": "cases_resolved_rate", "figure": share(n), "about_ids": [f"d{n}"]}
        for n in range(records // 11)
    ]
    data["awards"] = [award(n, organisations) for n in range(records // 11)]
    return json.dumps(data, ensure_ascii=False)


def organisation(number: int) -> dict[str, Any]:
    """Make one of a tree: a province, its districts, ten communes in each, and the cells of these."""
    kind, parent = "cell", number // 12 * 12 + 1
    if number == 0:
        kind, parent = "provincial", -1
    elif number % 120 == 2:
        kind, parent = "district", 0
    elif number % 12 == 1:
        kind, parent = "commune", max(2, (number - 2) // 120 * 120 + 2)
    made: dict[str, Any] = {
        "id": f"o{number}",
        "name": f"Tổ chức {number}",
        "kind": kind,
        "life": {"end": "2025-06-30"},
    }
    made |= {"official_members": 20, "probationary_members": 1} if kind == "cell" else {}
    return made | ({"parent_id": f"o{parent}"} if parent >= 0 else {})


def share(number: int) -> dict[str, Any]:
    """Make a stated share: "hơn 90%" of 37 of 40, and "hơn 95%" once in a hundred."""
    points = 95 if number % 100 == 0 else 90
    step = "1" if points == 95 else "10"
    words = f"hơn {points}%"
    return {
        "value": str(points),
        "unit": "percent",
        "approximation": "more_than",
        "step": step,
        "text": words,
    }


def contribution(number: int, models: int, organisations: int) -> dict[str, Any]:
    """Make one contribution of "hơn … triệu đồng"."""
    millions = number * 37 % 900 + 100
    step = 10 ** (6 + len(str(millions)) - len(str(millions).rstrip("0")))
    month, day = number // 28 % 12 + 1, number % 28 + 1
    return {
        "id": f"c{number}",
        "gift": {
            "value": f"{millions}000000",
            "unit": "VND",
            "approximation": "more_than",
            "step": str(step),
            "text": f"hơn {millions} triệu đồng",
        },
        "to_id": f"m{number % models}",
        "raised_by_id": f"o{number % organisations}",
        "stage": "received",
        "period": {"start": f"2019-{month:02}-{day:02}", "end": "2019-12-31"},
    }


def award(number: int, organisations: int) -> dict[str, Any]:
    """Make one award: a certificate of the province of July 2024, with the old bonus once in a hundred."""
    return {
        "id": f"a{number}",
        "form": "certificate_of_merit",
        "system": "state",
        "level": "province",
        "occasion": f"Đợt {number}",
        "recipient_ids": [f"o{number % organisations}"],
        "collectives": {"value": "1", "unit": "collective"},
        "bonus": 5_400_000 if number % 100 == 0 else 7_020_000,
        "decision": {
            "number": f"{number}-QĐ/UBND",
            "issuer": "Ủy ban nhân dân tỉnh",
            "issued_on": f"2024-07-{number % 28 + 1:02}",
        },
    }


def cost(work: Callable[[], object]) -> float:
    """Give the processor time of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def ask_everything(programme: Programme) -> None:
    """Ask a programme every question it answers."""
    programme.tree()
    for by in ("unit", "stage", "model", "organisation", "period"):
        programme.totals(by=by)
    programme.coverage()
    programme.awards_by("form")
    programme.completeness(Period.of_year(2019))


def measure(records: int) -> dict[str, float]:
    """Measure one size."""
    text = programme_text(records // 5, records)
    start = time.process_time()
    programme = loads(text, limits=LONG)
    return {
        "load": time.process_time() - start,
        "ask": cost(lambda: ask_everything(programme)),
        "check": cost(lambda: check(programme)),
        "dump": cost(lambda: dumps(programme)),
    }


def main() -> None:
    """Print what each size costs, part by part, and the ratios to the first."""
    sizes = tuple(int(size) for size in sys.argv[1:]) or SIZES
    measure(1_000)  # the first run reads tables and catalogues
    costs = {size: measure(size) for size in sizes}
    first = costs[sizes[0]]
    for size, parts in costs.items():
        told = ", ".join(
            f"{part} {seconds:.2f} s ({seconds / first[part]:.1f} times)" for part, seconds in parts.items()
        )
        print(
            f"{size:>7,} records, {size // 5:,} organisations: {told}; check/load {parts['check'] / parts['load']:.2f}"
        )


if __name__ == "__main__":
    main()
