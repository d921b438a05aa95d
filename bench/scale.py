"""What ten times the records cost: loading, every question, the rules and writing, at two sizes in one run.

The programmes are made here: a tree of organisations, models, contributions with their words, dialogues and stated
shares. Processor time, the best of several rounds; the ratio should be near ten, and is what is worth quoting.
"""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING, Any

from lamtheobac import Period, Programme, check, dumps, loads

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 3


def programme_text(organisations: int, records: int) -> str:
    """Write a programme of so many organisations and about so many other records."""
    models = max(1, records // 100)
    data: dict[str, Any] = {"format_version": 1, "name": "Chương trình mẫu", "committee_id": "o0"}
    data["organisations"] = [
        {"id": f"o{n}", "name": f"Chi bộ thôn {n}", "kind": "cell"}
        | ({"parent_id": f"o{(n - 1) // 8}"} if n else {})
        for n in range(organisations)
    ]
    data["models"] = [
        {"id": f"m{n}", "name": f"Mô hình {n}", "lead_id": f"o{n % organisations}"} for n in range(models)
    ]
    data["contributions"] = [contribution(n, models, organisations) for n in range(records * 7 // 10)]
    people = {"value": "38", "unit": "person", "noun": "công dân", "text": "38 công dân"}
    cases = {"received": {"value": "40", "unit": "case"}, "resolved": {"value": "30", "unit": "case"}}
    data["dialogues"] = [{"id": f"d{n}", "citizens": people, **cases} for n in range(records // 5)]
    share = {"value": "90", "unit": "percent", "approximation": "more_than", "step": "10", "text": "hơn 90%"}
    data["statements"] = [
        {"id": f"s{n}", "measure": "cases_resolved_rate", "figure": share, "about_ids": [f"d{n}"]}
        for n in range(records // 11)
    ]
    return json.dumps(data, ensure_ascii=False)


def contribution(number: int, models: int, organisations: int) -> dict[str, Any]:
    """Make one contribution of "hơn … triệu đồng"."""
    millions = number * 37 % 900 + 100
    step = 10 ** (6 + len(str(millions)) - len(str(millions).rstrip("0")))
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
        "period": {"start": "2019-01-01", "end": "2019-12-31"},
    }


def best(work: Callable[[], object]) -> float:
    """Give the processor time of the best of several rounds."""
    times: list[float] = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def ask_everything(programme: Programme) -> None:
    """Ask a programme every question it answers."""
    programme.tree()
    for by in ("unit", "stage", "model", "organisation", "period"):
        programme.totals(by=by)
    programme.coverage()
    programme.awards_by("form")
    programme.completeness(Period.of_year(2019))


def measure(organisations: int, records: int) -> dict[str, float]:
    """Measure one size."""
    text = programme_text(organisations, records)
    programme = loads(text)
    return {
        "load": best(lambda: loads(text)),
        "ask": best(lambda: ask_everything(programme)),
        "check": best(lambda: check(programme)),
        "dump": best(lambda: dumps(programme)),
    }


def main() -> None:
    """Print the cost of ten times the records, part by part and in all."""
    organisations, records = (int(size) for size in sys.argv[1:]) if len(sys.argv) > 2 else (6_000, 10_000)
    small, large = measure(organisations, records), measure(10 * organisations, 10 * records)
    for part, cost in large.items():
        print(f"{part:6} {cost / small[part]:5.1f} times the time for ten times the records")
    print(f"in all {sum(large.values()) / sum(small.values()):5.1f}")


if __name__ == "__main__":
    main()
