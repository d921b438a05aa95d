"""Reports with one figure wrong, and how well `reconcile` tells it from all others.

Programmes are generated and their summaries are the reports. In each report one figure is changed: by one unit where
it is exact, by one written digit where it is rounded, past its pinned end where it is hedged. What is only bounded
("ít nhất", "tối đa", "dưới") or vague ("hàng trăm") cannot be wrong by a little and is left alone.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, Phase, given, seed, settings

from lamtheobac import (
    Approximation,
    Figure,
    LamTheoBacError,
    Programme,
    Verdict,
    format_number,
    parse_number,
    reconcile,
    summary,
)
from lamtheobac.testing import programmes

if TYPE_CHECKING:
    from lamtheobac import FoundFigure, Match

_MOST = 10**18  # more than that no figure says
_find_numbers = re.compile(r"[0-9]+(?:\.[0-9]{3})*(?:,[0-9]+)?").findall


class Score(NamedTuple):
    """What became of reports with one error each."""

    errors: int = 0
    found: int = 0
    false_alarms: int = 0
    figures: int = 0
    agreed: int = 0

    @property
    def recall(self) -> float:
        """How many of the errors were found."""
        return self.found / self.errors

    @property
    def precision(self) -> float:
        """How many of the contradictions told are errors."""
        return self.found / (self.found + self.false_alarms)

    def add(self, other: Score) -> Score:
        """Add another score."""
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))


def spoil(found: FoundFigure) -> str | None:
    """Write a figure wrong, by the least that can be told; None where it cannot be."""
    figure = found.figure
    numbers = _find_numbers(found.text)
    if figure is None or figure.value is None or len(numbers) != 1 + (figure.out_of is not None):
        return None
    number = parse_number(numbers[0])
    changed = _change(number, figure.approximation, exact=not figure.step, counted=figure.unit.is_count)
    if changed is None or changed > _MOST or (figure.out_of is not None and changed > figure.out_of):
        return None
    written = format_number(changed, min_frac=max(0, -int(number.as_tuple().exponent)))
    return None if written == numbers[0] else found.text.replace(numbers[0], written, 1)


def _change(number: Decimal, word: Approximation, *, exact: bool, counted: bool) -> Decimal | None:
    """Give the nearest number that is wrong for a figure with this word."""
    exponent = int(number.as_tuple().exponent)
    digit = Decimal((0, (1,), exponent))
    if word is Approximation.EXACT:
        return number + (1 if exact else digit)
    if exponent and counted:
        return None  # hơn 30.010,1 vụ việc
    if exponent == 0:
        digits = str(number)
        digit = Decimal((0, (1,), len(digits) - len(digits.rstrip("0"))))
    if word is Approximation.MORE_THAN:
        return number + digit
    if word is Approximation.NEARLY:
        return number - digit if number > digit else None
    return number * 2 if word is Approximation.ABOUT else None


def read(programme: Programme, draw: int) -> Score:
    """Spoil one figure of a programme's summary, and see what is told."""
    text = summary(programme)
    before = reconcile(text, programme)
    agreed = [match for match in before if match.verdict is Verdict.AGREES]
    score = Score(figures=len(before), agreed=len(agreed))
    spoiled = [
        (match, words) for match in agreed if _is_plain(match) and (words := spoil(match.found)) is not None
    ]
    if not spoiled:
        return score
    match, words = spoiled[draw % len(spoiled)]
    after = reconcile(text[: match.found.start] + words + text[match.found.end :], programme)
    return score.add(_judge(match, after))


def _is_plain(match: Match) -> bool:
    """Tell whether the records hold the figure as one, and its words say all that they hold."""
    recorded = match.recorded
    if recorded is None or match.path[-1] in ("content", "text", "occasion", "note"):
        return False
    try:
        return Figure.parse(str(recorded), mode="lenient") == recorded
    except LamTheoBacError:
        return False


def _judge(spoiled: Match, after: tuple[Match, ...]) -> Score:
    """Say whether the spoiled figure is told, and what else is."""
    told = [match.found.start for match in after if match.verdict is Verdict.CONTRADICTS]
    is_found = spoiled.found.start in told
    return Score(errors=1, found=is_found, false_alarms=len(told) - is_found)


def measure(reports: int, *, records: int = 24, number: int = 0) -> Score:
    """Read so many reports, always the same for one number."""
    scores: list[Score] = []

    @seed(number)
    @settings(
        max_examples=reports, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(programmes(least=records // 3, most=records))
    def read_one(programme: Programme) -> None:
        scores.append(read(programme, len(scores)))

    read_one()
    total = Score()
    for score in scores:
        total = total.add(score)
    return total
