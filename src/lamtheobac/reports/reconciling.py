"""A report held against the records: every figure with its verdict (đối chiếu báo cáo với sổ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from lamtheobac.errors import Path, WrongTypeError
from lamtheobac.messages import issue, message
from lamtheobac.records.programme import Programme
from lamtheobac.reports.conflicts import Conflict
from lamtheobac.reports.consistency import find_conflicts
from lamtheobac.reports.finding_figures import FoundFigure
from lamtheobac.reports.matching import pair_figures
from lamtheobac.reports.report_findings import (
    find_against_records,
    find_inside,
    find_part_over_whole,
    is_over_plan,
)
from lamtheobac.reports.retelling import has_fallen
from lamtheobac.reports.spans import say_against
from lamtheobac.reports.subject_words import Sureness
from lamtheobac.reports.subjects import read_report
from lamtheobac.reports.weighing import is_finer
from lamtheobac.rules.amounts import say
from lamtheobac.rules.checking import check
from lamtheobac.rules.finding import Finding
from lamtheobac.values.collector import paused_collector
from lamtheobac.values.comparison import Interval, Verdict, possible_values, values_in_agreement
from lamtheobac.values.figure import Figure
from lamtheobac.values.listing import Listing, show_card
from lamtheobac.values.privacy import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lamtheobac.errors import Lang
    from lamtheobac.reports.choosing import Pair
    from lamtheobac.reports.subjects import Reading

__all__ = ["Match", "reconcile"]

_SERIES: Final = ("series/falls", "series/cannot-be-latest")
_SAYINGS: Final[Mapping[Verdict, str]] = {
    Verdict.AGREES: "match/agrees",
    Verdict.LOOSE: "match/loose",
    Verdict.CANNOT_TELL: "match/cannot-tell",
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
        why: The code of the sentence that says why nobody can tell, where there is more to say than that.
    """

    found: FoundFigure
    verdict: Verdict
    path: Path = ()
    claimed: Figure | None = None
    recorded: Figure | None = None
    finding: Finding | None = None
    sureness: Sureness = Sureness.UNSURE
    why: str = field(default="", metadata=PUBLIC)

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
        if self.claimed is None:
            return message(self.why or "match/malformed", lang, problem=message(self.found.problem, lang))
        recorded = "" if self.recorded is None else say_against(self.claimed, self.recorded, lang)
        code = self.why or _SAYINGS.get(self.verdict, "match/not-in-records")
        if (
            self.verdict is Verdict.LOOSE
            and self.recorded is not None
            and is_finer(self.claimed, self.recorded)
        ):
            code = "match/coarser"
        return message(code, lang, claimed=say(self.claimed), recorded=recorded)


def reconcile(text: str, programme: Programme, *, earlier: str | None = None) -> tuple[Match, ...]:
    """Hold a report against the records (đối chiếu báo cáo với sổ).

    Args:
        text: The report, as `find_figures` takes it.
        programme: The records.
        earlier: An earlier report of the same programme: sums up to a day cannot have fallen since.

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
    before = None if earlier is None else read_report(earlier)
    with paused_collector():
        pairs = pair_figures(reading, programme)
        conflicts = {**find_conflicts(reading, before), **dict(_find_falls(reading, pairs))}
        series = {finding.path: finding for finding in check(programme, only=_SERIES)}
    return Listing(
        _match(str.__str__(text), subject.found, pair, conflicts.get(place), series)
        for place, (subject, pair) in enumerate(zip(reading.subjects, pairs, strict=True))
    )


def _find_falls(reading: Reading, pairs: Sequence[Pair]) -> Iterator[tuple[int, Conflict]]:
    """Find the figures that contradict a sum of the records since it cannot have fallen."""
    for place, pair in enumerate(pairs):
        recorded = pair.recorded
        if pair.verdict is Verdict.CONTRADICTS and recorded and has_fallen(reading, place, recorded):
            yield place, Conflict("report/cumulative-falls", recorded.figure, where="match/in-records")


def _match(
    text: str, found: FoundFigure, pair: Pair, conflict: Conflict | None, series: Mapping[Path, Finding]
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
        why=pair.why,
    )
    if figure is None:
        finding = find_part_over_whole(found)
        if finding is None:
            return match
        if is_over_plan(text, found):
            return evolve(match, why="match/over-plan")
        return evolve(match, verdict=Verdict.CONTRADICTS, finding=finding)
    if pair.verdict is Verdict.CONTRADICTS and recorded is not None:
        if conflict is not None and (recorded.out_of is not None or conflict.other is recorded):
            return evolve(match, finding=find_inside(figure, conflict, path))
        return evolve(match, finding=find_against_records(figure, recorded, path))
    if conflict is not None:
        finding = find_inside(figure, conflict, path)
        if pair.verdict in (Verdict.AGREES, Verdict.LOOSE):
            # The records say so too: then they are what is to be looked at.
            return evolve(match, finding=finding)
        return evolve(
            match, verdict=Verdict.CONTRADICTS, path=(), recorded=conflict.other, finding=finding, why=""
        )
    return evolve(match, finding=series.get(path))
