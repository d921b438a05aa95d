"""Sums of what the records give to a total, each made once (tổng các phần)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.records.statement import Measure
from lamtheobac.rules.amounts import Kind, add_up, is_counted
from lamtheobac.rules.parts import Part, collect_parts

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence

    from lamtheobac.records.programme import Programme
    from lamtheobac.values.figure import Figure

__all__ = ["Sum", "Sums"]

Scope = tuple[str, str | None]
"""Which records: all, those of a report, one record, or those of a model or activity."""

_Scopes = dict[Scope, dict[Kind | None, list[Part]]]


class Sum(NamedTuple):
    """What some records come to (tổng của các phần).

    Attributes:
        figure: The sum of what is known.
        members: How many figures it adds.
        is_complete: Whether every record says its part; else the sum is only the least there was.
        is_counted: Whether every part is a plain count, exact in full.
    """

    figure: Figure
    members: int
    is_complete: bool
    is_counted: bool


class Sums:
    """The sums of a programme by measure, records and kind of figure (các tổng).

    >>> from lamtheobac.records import Award, Programme
    >>> from lamtheobac.rules.amounts import kind_of
    >>> from lamtheobac.values.figure import Figure
    >>> people = Figure.parse("70 cá nhân")
    >>> programme = Programme(name="Bình Sơn").put(Award(id="a", individuals=people), Award(id="b"))
    >>> total = Sums(programme).sum_of_all(Measure.AWARDS_TOTAL, kind_of(people))
    >>> print(total.figure, total.is_complete)
    70 cá nhân False
    """

    def __init__(self, programme: Programme) -> None:
        self._programme = programme
        self._parts: dict[Measure, _Scopes] = {}
        self._sums: dict[Hashable, Sum | None] = {}

    def sum_of_all(self, measure: Measure, kind: Kind, report_id: str | None = None) -> Sum | None:
        """Add all records of one kind, or those of one report (tổng chung)."""
        return self._sum_scope(measure, ("all", None) if report_id is None else ("report", report_id), kind)

    def has_parts(self, measure: Measure, report_id: str | None) -> bool:
        """Tell whether a report, or no report, tells of parts (có phần nào không)."""
        return ("report", report_id) in self._scopes(measure)

    def are_parts(self, measure: Measure, ids: Iterable[str]) -> bool:
        """Tell whether all ids are of records that are parts themselves (có nêu đích danh không)."""
        return all(("record", each) in self._scopes(measure) for each in ids)

    def sum_about(self, measure: Measure, kind: Kind, ids: Sequence[str]) -> Sum | None:
        """Add the records that are named, or those of the one model or activity that is named (tổng đã nêu).

        An id that leads to no part, beside others that do, leaves the sum incomplete.
        """
        scopes = self._scopes(measure)
        named = [scopes["record", each] for each in ids if ("record", each) in scopes]
        if not named and len(ids) == 1:
            return self._sum_scope(measure, ("owner", ids[0]), kind)
        parts = [part for kinds in named for part in kinds.get(kind, ())]
        is_whole = all(_is_of_one_kind(measure, kinds, kind) for kinds in named)
        return _add(parts, is_complete=is_whole and len(named) == len(ids))

    def _scopes(self, measure: Measure) -> _Scopes:
        """Sort the parts of a measure, at the first question about it."""
        if measure not in self._parts:
            scopes: _Scopes = defaultdict(lambda: defaultdict(list))
            for part in collect_parts(self._programme, measure):
                owners = [("owner", owner) for owner in part.owners]
                for scope in (("all", None), ("report", part.report_id), ("record", part.record_id), *owners):
                    scopes[scope][part.kind].append(part)
            self._parts[measure] = dict(scopes)
        return self._parts[measure]

    def _sum_scope(self, measure: Measure, scope: Scope, kind: Kind) -> Sum | None:
        """Add the parts of one kind in a scope, once."""
        key = (measure, scope, kind)
        if key not in self._sums:
            kinds = self._scopes(measure).get(scope, {})
            parts = kinds.get(kind, [])
            # Who lists some models does not say how many there are; a count says it.
            counts = [part for part in parts if not part.is_listed]
            is_complete = bool(counts) and _is_of_one_kind(measure, kinds, kind)
            self._sums[key] = _add(counts or parts, is_complete=is_complete)
        return self._sums[key]


def _is_of_one_kind(measure: Measure, kinds: Mapping[Kind | None, Sequence[Part]], kind: Kind) -> bool:
    """Tell whether no record counts in another unit; money beside labour is no gap in a total of money."""
    return measure in _SEVERAL_KINDS or set(kinds) == {kind}


_SEVERAL_KINDS: Final = (Measure.CONTRIBUTIONS_TOTAL, Measure.AWARDS_TOTAL)


def _add(parts: Sequence[Part], *, is_complete: bool) -> Sum | None:
    """Add parts; None where they cannot be added: stages never mix, and the sum of nothing is not known."""
    if len({part.stage for part in parts}) > 1:
        return None
    kept = _leave_out_doubles(_leave_out_halves(parts))
    figures = [part.figure for part in kept if part.figure is not None]
    total = add_up(figures)
    if total is None:
        return None
    return Sum(
        figure=total,
        members=len(figures),
        is_complete=is_complete and None not in (part.figure for part in kept),
        is_counted=all(is_counted(figure) for figure in figures),
    )


def _leave_out_halves(parts: Sequence[Part]) -> list[Part]:
    """Leave out houses built and houses repaired where the whole of both is there too.

    Where the whole is of another time, nobody can tell what of them it has: they are taken as not known.
    """
    wholes = {part.split for part in parts if part.is_whole}
    places = {split[0] for split in wholes if split is not None}
    kept: list[Part] = []
    for part in parts:
        if part.is_whole or part.split is None or part.split[0] not in places:
            kept.append(part)
        elif part.split not in wholes:
            kept.append(part._replace(figure=None))
    return kept


def _leave_out_doubles(parts: Sequence[Part]) -> list[Part]:
    """Take as not known what may be in a cumulative figure of its series already, and that figure."""
    members: dict[Hashable, set[str]] = defaultdict(set)
    cumulative: set[Hashable] = set()
    for part in parts:
        members[part.series].add(part.record_id)
        if part.is_cumulative:
            cumulative.add(part.series)
    return [
        part._replace(figure=None) if part.series in cumulative and len(members[part.series]) > 1 else part
        for part in parts
    ]
