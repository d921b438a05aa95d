"""Cumulative figures of one series, which never fall (quy tắc về số lũy kế)."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.records.contribution import Accrual
from lamtheobac.rules.amounts import is_amount, kind_of, say
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.rules.times import last_known_day, say_day
from lamtheobac.text.clean import search_key
from lamtheobac.values.comparison import possible_values

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from datetime import date
    from fractions import Fraction

    from lamtheobac.records.contribution import Contribution
    from lamtheobac.records.outcome import Outcome
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.figure import Figure

__all__ = ["RULES"]


class _Entry(NamedTuple):
    """A cumulative figure, where it stands, and what tells its series from every other."""

    path: tuple[str, ...]
    record: Contribution | Outcome
    figure: Figure
    whose: tuple[str | None, ...]
    what: tuple[Hashable, ...]


class _Member(NamedTuple):
    """A figure of a series, the day up to which it counts, and the least and the most it can be."""

    path: tuple[str, ...]
    figure: Figure
    day: date | None
    low: Fraction | None
    high: Fraction | None

    def is_below(self, other: _Member | None) -> bool:
        """Tell whether even the most of this is less than the least of another."""
        return other is not None and self.high is not None and other.low is not None and self.high < other.low


def _entries(programme: Programme) -> Iterator[_Entry]:
    """Go through the cumulative figures that say what they are of, or whose."""
    for gift in programme.contributions:
        # Who raised it says whose sum it is; else whose report it is does: a commune's sum is not its district's.
        reporter = None if gift.raised_by_id is not None else _reporter(programme, gift)
        whose = (gift.to_id, gift.given_by_id, gift.raised_by_id, reporter)
        if gift.accrual is Accrual.CUMULATIVE and any(whose):
            yield _Entry(("contributions", gift.id, "gift"), gift, gift.gift, whose, (gift.stage,))
    for outcome in programme.outcomes:
        if outcome.accrual is Accrual.CUMULATIVE and outcome.of_id is not None:
            what = (outcome.kind, outcome.aim, frozenset(group.kind for group in outcome.beneficiaries))
            of = (outcome.of_id, _reporter(programme, outcome))
            yield _Entry(("outcomes", outcome.id, "figure"), outcome, outcome.figure, of, what)


def _reporter(programme: Programme, record: Contribution | Outcome) -> str | None:
    """Find whose report tells of a record."""
    report = None if record.report_id is None else programme.reports.get(record.report_id)
    return None if report is None else report.organisation_id


def _series(programme: Programme) -> Iterator[list[_Member]]:
    """Go through the series that have several members.

    Two figures are of one series where nothing sets them apart: what they are of, who gave and who raised it or
    whose report it is, the stage or kind of result, for whom, what they count, and the first day. So a sum that
    begins anew each year is a series each year. Shares, rates, and items that have no name, are of no series.
    """
    series: dict[Hashable, list[_Entry]] = defaultdict(list)
    for entry in _entries(programme):
        figure, period = entry.figure, entry.record.period
        if is_amount(figure):
            start = None if period is None else period.first_day
            noun = search_key(figure.noun)
            series[entry.path[0], entry.whose, entry.what, kind_of(figure), noun, start].append(entry)
    for entries in series.values():
        if len(entries) > 1:
            yield [_member(programme, entry) for entry in entries]


def _member(programme: Programme, entry: _Entry) -> _Member:
    span = possible_values(entry.figure)
    day = last_known_day(programme, entry.record.period, entry.record.report_id)
    return _Member(entry.path, entry.figure, day, span.low, span.high)


def _greatest(members: Iterable[_Member | None]) -> _Member | None:
    """Find the figure whose least is the most, the first of equals."""
    bounded = [each for each in members if each is not None and each.low is not None]
    return max(bounded, key=lambda each: each.low or 0, default=None)


def _falls(programme: Programme) -> Iterable[Found]:
    """Find cumulative figures that are less than one of an earlier day.

    The day is the last one of the period, or where that is open of the report's period, or the day of the report.
    A figure whose day is not known says nothing here, and a day without a figure is no zero.
    """
    for members in _series(programme):
        placed = [(each.day, each) for each in members if each.day is not None]
        earlier: _Member | None = None
        for _, of_one_day in groupby(sorted(placed, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
            same_day = list(of_one_day)
            for day, each in same_day:
                if earlier is not None and earlier.day is not None and each.is_below(earlier):
                    values = {"stated": say(each.figure), "earlier": say(earlier.figure)}
                    days = {"day": say_day(day), "earlier_day": say_day(earlier.day)}
                    yield Found(
                        path=each.path,
                        stated=values["stated"],
                        recomputed=values["earlier"],
                        values={**values, **days},
                    )
            earlier = _greatest((earlier, *(each for _, each in same_day)))


def _cannot_be_latest(programme: Programme) -> Iterable[Found]:
    """Find figures of no known day, or of one day, that are less than another of their series.

    They cannot both be the latest: the lower one is older, or counts something else. A figure without a day is
    held against all others of its series, and one with a day against those of the same day; the lower is named.
    """
    for members in _series(programme):
        by_day: dict[date | None, list[_Member]] = defaultdict(list)
        for each in members:
            by_day[each.day].append(each)
        highest = _greatest(members)
        for day, of_one_day in by_day.items():
            other = highest if day is None else _greatest(of_one_day)
            for each in of_one_day:
                if other is not None and each.is_below(other):
                    values = {"stated": say(each.figure), "other": say(other.figure)}
                    yield Found(
                        path=each.path, stated=values["stated"], recomputed=values["other"], values=values
                    )


RULES: Final = (
    Rule(code="series/falls", severity=Severity.WARNING, check=_falls),
    Rule(
        code="series/cannot-be-latest",
        severity=Severity.WARNING,
        missing=Missing.FOUND,
        check=_cannot_be_latest,
    ),
)
