"""Provisions of one key, one after the other: no day twice, no day left out (chuỗi giá trị theo ngày)."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs

from lamtheobac.law.words import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lamtheobac.errors import Path
    from lamtheobac.law.provision import Provision
    from lamtheobac.values.checks import Faults

__all__ = ["Placed", "check_series", "correct"]

_DAY = timedelta(days=1)


class Placed(NamedTuple):
    """A provision, and where it stands; nowhere where it was built in (quy định và vị trí).

    Attributes:
        provision: The provision.
        place: File, table and number of the row.
        corrects: Whether it takes the place of what was there on its days.
    """

    provision: Provision[Any]
    place: Path = ()
    corrects: bool = False


def correct(series: Iterable[Placed], by: Provision[Any]) -> list[Placed]:
    """Take the days of one provision out of all others (đính chính).

    What was cancelled stays: it never held on any day.
    """
    left: list[Placed] = []
    for placed in series:
        row = placed.provision
        if row.status is Status.CANCELLED or not _meet(row, by):
            left.append(placed)
            continue
        if row.start < by.start:
            left.append(placed._replace(provision=attrs.evolve(row, end=by.start - _DAY)))
        if by.end is not None and (row.end is None or row.end > by.end):
            left.append(placed._replace(provision=attrs.evolve(row, start=by.end + _DAY)))
    return left


def check_series(series: list[Placed], faults: Faults) -> tuple[Provision[Any], ...]:
    """Sort provisions by their days, and find days that two of them have, or none (kiểm tra chuỗi).

    Cancelled provisions stand beside the others.
    """
    series.sort(key=_order)
    held = [placed for placed in series if placed.provision.status is not Status.CANCELLED]
    for before, after in pairwise(held):
        last, first = before.provision.end, after.provision.start
        place = (after.place or before.place) + ("from",)
        if last is None or first <= last:
            faults.add("law/overlap", *place, day=first.isoformat())
        elif first != last + _DAY:
            faults.add("law/gap", *place, last=last.isoformat(), first=first.isoformat())
        if before.provision.unit != after.provision.unit:
            faults.add("law/wrong-unit", *place[:-1], "unit", known=before.provision.unit)
    return tuple(placed.provision for placed in series)


def _order(placed: Placed) -> tuple[date, bool]:
    row = placed.provision
    return row.start, row.status is Status.CANCELLED


def _meet(one: Provision[Any], other: Provision[Any]) -> bool:
    """Tell whether two provisions have a day in common."""
    return (one.end is None or other.start <= one.end) and (other.end is None or one.start <= other.end)
