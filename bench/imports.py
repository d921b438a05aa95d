"""What importing costs, against `from pydantic import BaseModel`, in one run.

Every command runs in a fresh interpreter, the commands take turns, and the ratio is of medians over a bare
interpreter: these figures hold on a noisy machine where times do not.
"""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median

COMMANDS = {
    "bare": "pass",
    "pydantic": "from pydantic import BaseModel",
    "import": "import lamtheobac",
    "figure": "from lamtheobac import Figure",
    "example": "import lamtheobac; lamtheobac.example()",
}


def measure(rounds: int = 15) -> dict[str, float]:
    """Give each command's median seconds over a bare interpreter."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", command], check=True)
            taken[name].append(time.perf_counter() - start)
    bare = median(taken["bare"])
    return {name: median(times) - bare for name, times in taken.items() if name != "bare"}


def main() -> None:
    """Print the ratios."""
    cost = measure()
    for name in ("import", "figure", "example"):
        print(f"{COMMANDS[name]:45} {cost[name] / cost['pydantic']:.2f} of pydantic's import")


if __name__ == "__main__":
    main()
