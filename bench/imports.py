"""What importing costs, against `from pydantic import BaseModel`, in one run.

Every command runs in a fresh interpreter, the commands take turns, and the ratio is of medians of processor time
over a bare interpreter: these figures hold on a noisy machine where times do not. The package is compiled to
bytecode first, as pip does when it installs.
"""

from __future__ import annotations

import compileall
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import lamtheobac

COMMANDS = {
    "bare": "pass",
    "pydantic": "from pydantic import BaseModel",
    "import": "import lamtheobac",
    "figure": "from lamtheobac import Figure",
    "example": "import lamtheobac; lamtheobac.example()",
}


def processor_time() -> float:
    """Give the seconds that finished children have used; where the system does not count them, the clock's."""
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def measure(rounds: int = 25) -> dict[str, float]:
    """Give each command's median seconds over a bare interpreter."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            before = processor_time()
            subprocess.run([sys.executable, "-c", command], check=True)
            taken[name].append(processor_time() - before)
    bare = median(taken["bare"])
    return {name: median(times) - bare for name, times in taken.items() if name != "bare"}


def main() -> None:
    """Print the ratios."""
    compileall.compile_dir(Path(lamtheobac.__file__).parent, quiet=1)
    cost = measure()
    for name in ("import", "figure", "example"):
        print(f"{COMMANDS[name]:45} {cost[name] / cost['pydantic']:.2f} of pydantic's import")


if __name__ == "__main__":
    main()
