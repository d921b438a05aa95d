"""The steps of a model, one after the other (quy tắc về các bước của mô hình)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.practice_model import ModelState
from lamtheobac.rules.finding import Found, Rule, Severity
from lamtheobac.rules.times import say_day
from lamtheobac.values.dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from lamtheobac.records.practice_model import ModelStatus
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_LADDER: Final = (
    ModelState.DRAFT,
    ModelState.REGISTERED,
    ModelState.APPRAISED,
    ModelState.RECOGNISED,
    ModelState.REPLICATED,
)
_LAST: Final = frozenset({ModelState.ENDED, ModelState.REJECTED, ModelState.WITHDRAWN})


def _find_early(statuses: Sequence[ModelStatus]) -> dict[int, int]:
    """Find the steps that come before one they need, each with the place of that one.

    A step may come again, as when a model is registered anew each year: its first time counts, and is not known
    where one of its days is not.
    """
    begun: dict[ModelState, tuple[date, int]] = {}
    undated = {status.state for status in statuses if status.on is None}
    for place, status in enumerate(statuses):
        if status.on is not None and status.state not in undated:
            first = (first_day(status.on), place)
            begun[status.state] = min(begun.get(status.state, first), first)
    early: dict[int, int] = {}
    for place, status in enumerate(statuses):
        if status.on is not None and status.state in _LADDER:
            needed = [begun[each] for each in _LADDER[: _LADDER.index(status.state)] if each in begun]
            if needed and last_day(status.on) < max(needed)[0]:
                early[place] = max(needed)[1]
    return early


def _too_early(programme: Programme) -> Iterable[Found]:
    """Find steps of a model dated before a step they need: recognised before it was registered.

    Steps without a day, or without the step before them, say nothing: missing is not wrong. No law sets these
    steps, and practice differs, so this is a warning even where both days are known.
    """
    for model in programme.models:
        for place, needed in _find_early(model.statuses).items():
            yield _found(model.id, model.statuses, place, needed)


def _not_in_order(programme: Programme) -> Iterable[Found]:
    """Find steps that stand after a step of a later day, though they are to stand in the order they came.

    Steps without a day say nothing; and steps that come before one they need, or after the end, are for the other
    rules.
    """
    for model in programme.models:
        early = _find_early(model.statuses)
        latest: tuple[date, int] | None = None
        for place, status in enumerate(model.statuses):
            if status.on is None:
                continue
            is_left = status.state not in _LAST and place not in early
            if is_left and latest is not None and last_day(status.on) < latest[0]:
                yield _found(model.id, model.statuses, place, latest[1])
            here = (first_day(status.on), place)
            latest = here if latest is None or here[0] > latest[0] else latest


def _after_end(programme: Programme) -> Iterable[Found]:
    """Find steps after the end: a model that is ended, rejected or withdrawn goes no further.

    A step is after the end by its day, or where one of the two days is not known by its place in the list.
    """
    for model in programme.models:
        for place, end in _find_after_end(model.statuses):
            yield _found(model.id, model.statuses, place, end)


def _find_after_end(statuses: Sequence[ModelStatus]) -> Iterator[tuple[int, int]]:
    """Find the steps after an end, each with the place of that end."""
    ends = [
        (last_day(each.on), place) for place, each in enumerate(statuses) if each.on and each.state in _LAST
    ]
    first_end = min(ends, default=None)
    # Of the ends listed so far: one without a day, and the one of the first day.
    undated: int | None = None
    dated: tuple[date, int] | None = None
    for place, status in enumerate(statuses):
        if status.on is not None and first_end is not None and first_day(status.on) > first_end[0]:
            yield place, first_end[1]
        elif undated is not None:
            yield place, undated
        elif dated is not None and (status.on is None or last_day(status.on) >= dated[0]):
            yield place, dated[1]
        if status.state in _LAST:
            if status.on is None:
                undated = place if undated is None else undated
            else:
                here = (first_day(status.on), place)
                dated = here if dated is None else min(dated, here)


def _found(model_id: str, statuses: Sequence[ModelStatus], place: int, other: int) -> Found:
    """Name a step and the one it stands against, by place and day."""
    day, other_day = say_day(statuses[place].on), say_day(statuses[other].on)
    return Found(
        path=("models", model_id, "statuses", place),
        stated=day,
        recomputed=other_day,
        values={"place": place + 1, "day": day, "other": other + 1, "other_day": other_day},
    )


RULES: Final = (
    Rule(code="model/step-too-early", severity=Severity.WARNING, check=_too_early),
    Rule(code="model/steps-not-in-order", severity=Severity.WARNING, check=_not_in_order),
    Rule(code="model/step-after-end", severity=Severity.WARNING, check=_after_end),
)
