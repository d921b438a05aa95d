"""A report held against the records: every figure with its verdict (đối chiếu báo cáo với sổ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from lamtheobac.errors import Path, WrongTypeError
from lamtheobac.messages import issue, message
from lamtheobac.records.programme import Programme
from lamtheobac.reports.consistency import find_conflicts
from lamtheobac.reports.finding_figures import FoundFigure
from lamtheobac.reports.matching import pair_figures
from lamtheobac.reports.subject_words import Sureness
from lamtheobac.reports.subjects import read_report
from lamtheobac.reports.weighing import say_interval
from lamtheobac.rules.amounts import say
from lamtheobac.rules.checking import check
from lamtheobac.rules.dialogue import bases_for
from lamtheobac.rules.finding import Finding, Found, Rule, Severity, make_finding
from lamtheobac.text.numbers import format_number, format_percent
from lamtheobac.values.collector import paused_collector
from lamtheobac.values.comparison import Interval, Verdict, possible_values, values_in_agreement
from lamtheobac.values.figure import Figure
from lamtheobac.values.listing import Listing, show_card
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.errors import Lang
    from lamtheobac.reports.consistency import Conflict
    from lamtheobac.reports.matching import Pair

__all__ = ["REPORT_RULES", "Match", "reconcile"]

_CONTRADICTS: Final = Rule(code="report/contradicts-records", severity=Severity.ERROR, check=lambda _: ())
_INSIDE: Final = tuple(
    Rule(code=code, severity=severity, check=lambda _: ())
    for code, severity in (
        ("report/share-contradicts-counts", Severity.ERROR),
        ("report/total-contradicts-parts", Severity.ERROR),
        ("report/parts-above-total", Severity.ERROR),
        ("report/said-twice", Severity.WARNING),
    )
)
_RULE_OF: Final[Mapping[str, Rule]] = {rule.code: rule for rule in _INSIDE}
REPORT_RULES: Final = (_CONTRADICTS, *_INSIDE)
"""What is found in reports: their codes and messages; `check` runs none of them, having no text."""

_SERIES: Final = ("series/falls", "series/cannot-be-latest")
_SAYINGS: Final[Mapping[Verdict, str]] = {
    Verdict.AGREES: "match/agrees",
    Verdict.LOOSE: "match/loose",
    Verdict.CONTRADICTS: "report/contradicts-records",
    Verdict.CANNOT_TELL: "match/cannot-tell",
    Verdict.NOT_IN_RECORDS: "match/not-in-records",
}


@frozen(kw_only=True)
class Match:
    """A figure of a report, and how it stands to the records (kết quả đối chiếu).

    Attributes:
        found: The figure and its place.
        verdict: It agrees with the records, loosely agrees, contradicts them, is not in them; or nobody can tell.
        path: Where the figure of the records stands: the collection, the record's id, the field; empty for none.
        claimed: What the report says; None for a malformed amount.
        recorded: What the records say.
        finding: What is wrong, in both languages, where something is.
        sureness: How sure it is that the two speak of the same thing.
    """

    found: FoundFigure
    verdict: Verdict
    path: Path = ()
    claimed: Figure | None = None
    recorded: Figure | None = None
    finding: Finding | None = None
    sureness: Sureness = Sureness.UNSURE

    _repr_html_ = show_card

    @property
    def claimed_interval(self) -> Interval | None:
        """The values that do not contradict what the report says (khoảng giá trị báo cáo cho phép)."""
        return None if self.claimed is None else possible_values(self.claimed)

    @property
    def recorded_interval(self) -> Interval | None:
        """The values that the records stand for (khoảng giá trị theo sổ)."""
        return None if self.recorded is None else values_in_agreement(self.recorded)

    def message(self, lang: Lang = "vi") -> str:
        """Say in one sentence how the figure stands to the records (diễn giải)."""
        if self.finding is not None:
            return self.finding.message(lang)
        values = {"claimed": _say(self.claimed), "recorded": _say(self.recorded)}
        code = _SAYINGS[self.verdict] if self.claimed is not None else "match/malformed"
        return message(code, lang, **values)


def reconcile(text: str, programme: Programme) -> tuple[Match, ...]:
    """Hold a report against the records (đối chiếu báo cáo với sổ).

    Args:
        text: The report, as `find_figures` takes it.
        programme: The records.

    Returns:
        A match for each figure, in the order of the text.

    Raises:
        WrongTypeError: No text, or no programme.
        LimitError: Too long.

    >>> from lamtheobac.formats.json import example
    >>> text = "Mô hình “Ngôi nhà cấp ủy” đã vận động hơn 6,2 tỷ đồng, hỗ trợ xây mới và sửa chữa 130 nhà."
    >>> for match in reconcile(text, example()):
    ...     print(match.found.text, "-", match.verdict.label, "-", match.recorded)
    hơn 6,2 tỷ đồng - khớp - hơn 6,2 tỷ đồng
    130 nhà - mâu thuẫn - 129 nhà
    >>> reconcile(text, None)  # type: ignore[arg-type]
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected Programme, got NoneType
    """
    if not isinstance(programme, Programme):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="Programme", given=type(programme).__name__))
    reading = read_report(text)
    with paused_collector():
        pairs = pair_figures(reading, programme)
        conflicts = find_conflicts(reading)
        series = {finding.path: finding for finding in check(programme, only=_SERIES)}
    return Listing(
        _match(subject.found, pair, conflicts.get(place), series)
        for place, (subject, pair) in enumerate(zip(reading.subjects, pairs, strict=True))
    )


def _match(
    found: FoundFigure, pair: Pair, conflict: Conflict | None, series: Mapping[Path, Finding]
) -> Match:
    """Make the match of a pair, with what is wrong about it."""
    figure = found.figure
    recorded = None if pair.recorded is None else pair.recorded.figure
    path = () if pair.recorded is None else pair.recorded.path
    match = Match(
        found=found,
        verdict=pair.verdict,
        path=path,
        claimed=figure,
        recorded=recorded,
        sureness=pair.sureness,
    )
    if figure is None:
        return match
    if pair.verdict is Verdict.CONTRADICTS and recorded is not None:
        if conflict is not None and recorded.out_of is not None:
            return evolve(match, finding=_inside(figure, conflict, path))
        values = {
            "stated": say(figure),
            "recorded": say(recorded),
            "allowed": _say_values(possible_values(figure), figure),
            "known": _say_values(values_in_agreement(recorded), recorded),
        }
        found_out = Found(path=path, stated=values["stated"], recomputed=values["recorded"], values=values)
        return evolve(match, finding=make_finding(_CONTRADICTS, found_out, _CONTRADICTS.severity))
    if conflict is not None:
        finding = _inside(figure, conflict, path)
        if pair.verdict in (Verdict.AGREES, Verdict.LOOSE):
            # The records say so too: then they are what is to be looked at.
            return evolve(match, finding=finding)
        return evolve(match, verdict=Verdict.CONTRADICTS, path=(), recorded=conflict.other, finding=finding)
    return evolve(match, finding=series.get(path))


def _inside(figure: Figure, conflict: Conflict, path: Path) -> Finding:
    """Say what other figures of the report contradict one of them."""
    rule = _RULE_OF[conflict.code]
    values: dict[str, str | int] = {"stated": say(figure), "other": say(conflict.other)}
    if conflict.part is not None:
        # As many decimals as the claim has: 93,32% and 93,33% must not both look like 93,3%.
        places = 1 if figure.value is None else max(1, -int(figure.value.as_tuple().exponent))
        values["percent"] = format_percent(conflict.other.percent(places))
        bases = dict.fromkeys(bases_for(figure, conflict.part) or ()) if conflict.part else ()
        values["bases"] = "–".join(map(format_number, bases)) or "?"
    found = Found(path=path, stated=say(figure), recomputed=say(conflict.other), values=values)
    return make_finding(rule, found, rule.severity)


def _say_values(interval: Interval, figure: Figure) -> str:
    """Say the values of a figure; those of a fraction are percent."""
    return say_interval(interval, Unit.PERCENT if figure.out_of is not None else figure.unit)


def _say(figure: Figure | None) -> str:
    return "" if figure is None else say(figure)
