"""Recall and precision of `reconcile` over generated reports with one figure wrong in each."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from seeded_errors import measure


def main() -> None:
    """Print the figures of so many reports, 1.000 where none are asked for, of the series with this number."""
    warnings.simplefilter("ignore")  # Hypothesis complains of large examples
    reports = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    number = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    score = measure(reports, number=number)
    print(
        f"{reports} reports, {score.figures} figures: {score.agreed / score.figures:.1%} agree with the records"
    )
    print(f"{score.errors} errors, {score.found} found: recall {score.recall:.2%}")
    print(f"{score.false_alarms} false alarms: precision {score.precision:.2%}")


if __name__ == "__main__":
    main()
