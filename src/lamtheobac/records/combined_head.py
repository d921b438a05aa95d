"""What a joined programme is called, and whose it is (phần đầu của chương trình gộp)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from lamtheobac.records.references import spell_out
from lamtheobac.values.dates import Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from lamtheobac.records.kinds import Record
    from lamtheobac.records.programme import Programme

__all__ = ["combine_heads"]

T = TypeVar("T")


def combine_heads(
    sources: Sequence[Programme], organisations: Iterable[Record], name_of: Callable[[int, str], str]
) -> tuple[dict[str, Any], list[str]]:
    """Give the fields of a joined programme that are no records, and which of them differ (gộp phần đầu).

    Its committee is the one above all the others, though only as a parent in the records. Name and period are
    those of that committee's own programme, where there is just one; else the first name by alphabet, and the time
    from the first day to the last.
    """
    parents: dict[str, str | None] = {each.id: getattr(each, "parent_id", None) for each in organisations}
    committees = [
        None if each.committee_id is None else name_of(source, each.committee_id)
        for source, each in enumerate(sources)
    ]
    committee = _above_all({each for each in committees if each is not None}, parents)
    leading = [
        each
        for each, own in zip(sources, committees, strict=True)
        if committee is not None and own == committee
    ]
    names = sorted({each.name for each in sources})
    led = sorted({each.name for each in leading})
    periods = _different(each.period for each in sources)
    head = {
        "name": led[0] if led else names[0],
        "committee_id": committee,
        "directives": _union([each.directives for each in sources]),
        "mottos": _union([each.mottos for each in sources]),
        "period": _period(periods, _different(each.period for each in leading)),
    }
    told: dict[str, Sequence[object]] = {"name": names, "period": periods}
    return head, [field for field, values in told.items() if len(values) > 1]


def _above_all(committees: set[str], parents: dict[str, str | None]) -> str | None:
    """Find the lowest organisation that all of these are, or stand under; None where there is none."""
    lines: list[list[str]] = []
    for each in sorted(committees):
        line: dict[str, None] = {}
        here: str | None = each
        while here is not None and here not in line:
            line[here] = None
            here = parents.get(here)
        lines.append(list(line))
    if len(lines) <= 1:
        return lines[0][0] if lines else None
    common = set[str].intersection(*map(set, lines))
    return next((each for each in lines[0] if each in common and each in parents), None)


def _different(values: Iterable[T | None]) -> list[T]:
    """Give the different values that are there, in an order that depends on them alone."""
    found = {spell_out((each,)): each for each in values if each is not None}
    return [found[key] for key in sorted(found)]


def _union(lists: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """Put lists together: as it is where all are one, else every member once, by alphabet."""
    return (
        lists[0]
        if len(set(map(spell_out, lists))) == 1
        else tuple(_different(each for one in lists for each in one))
    )


def _period(periods: Sequence[Period], leading: Sequence[Period]) -> Period | None:
    """Give the time of the whole: what all say, or the leading one, or from the first day to the last."""
    for said in (periods, leading):
        if len(said) == 1:
            return said[0]
    starts: list[date] = [each.first_day for each in periods if each.first_day is not None]
    ends: list[date] = [each.last_day for each in periods if each.last_day is not None]
    if not periods or len(starts) < len(periods) or len(ends) < len(periods):
        return None
    return Period(start=min(starts), end=max(ends))
