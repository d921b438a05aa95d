"""What is wrong in a report, in sentences: their codes, and the values that they show (phát hiện trong báo cáo)."""

from __future__ import annotations

import re
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Final

from lamtheobac.messages import message
from lamtheobac.reports.spans import say_pair, say_percent
from lamtheobac.rules.amounts import say
from lamtheobac.rules.dialogue import bases_for
from lamtheobac.rules.finding import Finding, Rule, Severity
from lamtheobac.text.alphabet import compose
from lamtheobac.text.numbers import format_number
from lamtheobac.values.comparison import possible_values, worth
from lamtheobac.values.decimals import from_fraction
from lamtheobac.values.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lamtheobac.errors import Lang, Path
    from lamtheobac.reports.conflicts import Conflict
    from lamtheobac.reports.finding_figures import FoundFigure

__all__ = ["REPORT_RULES", "find_against_records", "find_inside", "find_part_over_whole", "is_over_plan"]

_SEVERITIES: Final = {
    "report/contradicts-records": Severity.ERROR,
    "report/share-contradicts-counts": Severity.ERROR,
    "report/total-contradicts-parts": Severity.ERROR,
    "report/parts-above-total": Severity.ERROR,
    "report/part-over-whole": Severity.ERROR,
    "report/cumulative-falls": Severity.ERROR,
    "report/said-twice": Severity.WARNING,
}
REPORT_RULES: Final = tuple(
    Rule(code=code, severity=severity, check=lambda _: ()) for code, severity in _SEVERITIES.items()
)
"""What is found in reports: their codes and messages; `check` runs none of them, having no text."""
_find_numbers: Final = re.compile(r"[0-9]+(?:\.[0-9]{3})*").findall
_REST_OF_SENTENCE: Final = 100
_find_end: Final = re.compile(r"[.!?;…](?:\s|$)|[\r\n]").split
_speaks_of_plan: Final = re.compile(
    r"(?i:kế hoạch|chỉ tiêu|dự toán|nghị quyết)|(?<![0-9.,])1[0-9]{2}(?:,[0-9]+)?\s?%"
).search
_PAIR: Final = 2
_MOST_PLACES: Final = 18
_RULE_OF: Final[Mapping[str, Rule]] = {rule.code: rule for rule in REPORT_RULES}


def find_against_records(claim: Figure, recorded: Figure, path: Path) -> Finding:
    """Say that the records contradict a figure, with both values and the spans of both (trái với sổ)."""

    def values(lang: Lang) -> dict[str, str]:
        stated, known, is_excluded = say_pair(claim, recorded, lang)
        why = message("match/excluded" if is_excluded else "match/other-digit", lang)
        return {"stated": stated, "recorded": known, "why": why}

    return _make("report/contradicts-records", path, say(claim), say(recorded), values)


def find_inside(claim: Figure, conflict: Conflict, path: Path) -> Finding:
    """Say what other figures of the report contradict one of them (mâu thuẫn trong báo cáo)."""

    def values(lang: Lang) -> dict[str, str]:
        if conflict.part is None:
            stated, other, _ = say_pair(claim, conflict.other, lang)
            where = {"where": message(conflict.where, lang)} if conflict.where else {}
            return {"stated": stated, "other": other, **where}
        stated, _, _ = say_pair(claim, conflict.other, lang)
        return {
            "stated": stated,
            "other": say(conflict.other),
            "percent": _say_share(claim, conflict.other),
            "base": _say_base(claim, conflict.other, conflict.part, lang),
        }

    return _make(conflict.code, path, say(claim), say(conflict.other), values)


def is_over_plan(text: str, found: FoundFigure) -> bool:
    """Tell "kết nạp 36/35 đảng viên, đạt 103% chỉ tiêu", where the second number is what was planned (vượt kế hoạch).

    >>> from lamtheobac.reports.finding_figures import find_figures
    >>> texts = "Kết nạp 36/35 đảng viên, đạt 103%.", "Kết nạp 36/35 đảng viên. Đạt 103%."
    >>> [is_over_plan(text, find_figures(text)[0]) for text in texts]
    [True, False]
    """
    behind = compose(text[found.end : found.end + _REST_OF_SENTENCE])
    return _speaks_of_plan(_find_end(behind, maxsplit=1)[0]) is not None


def find_part_over_whole(found: FoundFigure) -> Finding | None:
    """Say that a part is greater than its whole; None where that is no matter of two numbers (phần lớn hơn tổng).

    >>> from lamtheobac.reports.finding_figures import find_figures
    >>> finding = find_part_over_whole(find_figures("Có 215/200 đảng viên đăng ký.")[0])
    >>> print(finding.message())
    báo cáo ghi 215 trong tổng số 200: phần không thể lớn hơn tổng số
    >>> find_part_over_whole(find_figures("Có 195/200 đảng viên đăng ký.")[0]) is None
    True
    """
    numbers = _find_numbers(found.text)
    if found.problem != "figure/part-over-whole" or len(numbers) < _PAIR:
        return None
    part, whole = numbers[:_PAIR]
    code = "report/part-over-whole"
    return _make(code, (), part, whole, lambda _: {"part": part, "whole": whole})


def _make(
    code: str, path: Path, stated: str, recomputed: str, values: Callable[[Lang], dict[str, str]]
) -> Finding:
    """Put a finding together, in both languages."""
    rule = _RULE_OF[code]
    return Finding(
        code=code,
        severity=rule.severity,
        path=path,
        stated=stated,
        recomputed=recomputed,
        message_vi=message(code, "vi", **values("vi")),
        message_en=message(code, "en", **values("en")),
        to_do_vi=message(f"{code}/to-do", "vi"),
        to_do_en=message(f"{code}/to-do", "en"),
        link=rule.link,
    )


def _say_share(claim: Figure, share: Figure) -> str:
    """Say a share with as many decimals as its claim has, or more where it would look as claimed."""
    exact = worth(share) or Fraction(0)
    exponent = 0 if claim.value is None else claim.value.as_tuple().exponent
    places = max(1, -exponent if isinstance(exponent, int) else 0)
    while places < _MOST_PLACES and possible_values(claim).has(Fraction(from_fraction(exact, places))):
        places += 1
    return say_percent(exact, places)


def _say_base(claim: Figure, share: Figure, part: int, lang: Lang) -> str:
    """Say of which whole the part would be the share that is claimed."""
    least, most = _bases(claim, part)
    if least is None:
        counted = say(Figure.of(part, share.unit))
        return message("match/no-whole", lang, part=counted)
    code = "match/whole-is" if least == most else "match/whole-between"
    if most is None:
        return message("match/whole-at-least", lang, least=format_number(least))
    return message(code, lang, least=format_number(least), most=format_number(most))


def _bases(claim: Figure, part: int) -> tuple[int | None, int | None]:
    """Give the least and the greatest whole; no greatest where any whole above the least does, none where none does."""
    span = possible_values(claim)
    if not part or (span.high is not None and not span.high):
        return None, None
    if span.low is not None and span.low > 0:
        return bases_for(claim, part) or (None, None)
    # "không quá 90%": nothing bounds the whole from above.
    least = part if span.high is None else max(part, ceil(Fraction(100 * part) / span.high))
    return least + (not span.has(Fraction(100 * part, least))), None
