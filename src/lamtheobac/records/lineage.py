"""Figures told under an organisation as it stood on their day, and who went on after it (kế thừa số liệu).

A figure stays where it was reported. Until 30 June 2025 it is told under the district, since 1 July 2025 under the
communes; none moves to a successor, and none is divided by a guess: `Figure.divide` takes shares that somebody names.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import attrs
from attrs import frozen

from lamtheobac.errors import RecordError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.records.totals import Total, days_of, organisation_of, total_contributions
from lamtheobac.records.tree import is_alive
from lamtheobac.values.checks import Faults
from lamtheobac.values.collector import paused_collector
from lamtheobac.values.ids import RecordId
from lamtheobac.values.lineage import Step, follow

if TYPE_CHECKING:
    from lamtheobac.records.contribution import Contribution, Stage
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.dates import Period
    from lamtheobac.values.unit import Unit

__all__ = ["Heir", "Told", "heirs_of", "told_under"]


class Heir(NamedTuple):
    """An organisation that went on with the work of another (tổ chức kế thừa).

    Attributes:
        id: Its id.
        is_all: Whether the whole of the old one went into it; where it did not, no share is known.
    """

    id: RecordId
    is_all: bool


@frozen(kw_only=True)
class Told:
    """What was given under an organisation, as things stood on the day of each figure (số liệu theo tổ chức).

    Attributes:
        organisation_id: The organisation.
        totals: The sums of what it and those below it gave while it existed.
        outside: Contributions of its own people on days when it did not exist: they are told under nobody here, and
            certainly not under a successor.
    """

    organisation_id: RecordId
    totals: tuple[Total, ...]
    outside: tuple[RecordId, ...]


def heirs_of(programme: Programme, organisation_id: str, on: date) -> tuple[Heir, ...]:
    """Tell who goes on with the work of an organisation on a day, by the successions recorded (ai kế thừa).

    Args:
        programme: The records.
        organisation_id: An organisation or body.
        on: The day.

    Returns:
        The organisation itself where nothing is recorded; nobody where it ended without a successor.

    Raises:
        RecordError: No organisation or body has this id.
        WrongTypeError: No day.

    >>> import lamtheobac as ltb
    >>> from datetime import date
    >>> [heir.id for heir in heirs_of(ltb.example(), "tc-xa-binh-thoi", date(2025, 7, 1))]
    ['tc-xa-binh-son-2025']
    >>> [heir.is_all for heir in heirs_of(ltb.example(), "tc-binh-son", date(2025, 7, 1))]
    [False, False, False, False, False]
    """
    faults = Faults()
    faults.is_a(on, date)
    faults.done(WrongTypeError)
    if programme.organisations.get(organisation_id) is None and programme.bodies.get(organisation_id) is None:
        raise RecordError(issue("id/unknown"))
    heirs, _ = follow(organisation_id, _steps(programme), on)
    return tuple(Heir(RecordId(heir), is_all) for heir, is_all in heirs.items())


def told_under(
    programme: Programme,
    organisation_id: str,
    *,
    stage: Stage | None = None,
    unit: Unit | None = None,
    period: Period | None = None,
) -> Told:
    """Add up what was given under an organisation, each figure where it stood on its own day (số liệu theo tổ chức).

    A cell whose commune ended goes on under the one that took all of that commune over; where several did, it stands
    under nobody until its record says under whom.

    Args:
        programme: The records.
        organisation_id: A Party organisation, such as the district.
        stage: Only this stage.
        unit: Only this unit.
        period: Only what lies in it; what may or may not is named as `unplaced` in its total.

    Raises:
        RecordError: No Party organisation has this id.

    >>> import lamtheobac as ltb
    >>> before = told_under(ltb.example(), "tc-binh-son", unit=ltb.Unit.LABOUR_DAY)
    >>> [str(total.figure) for total in before.totals], before.outside
    (['8.458 ngày công'], ())
    >>> told_under(ltb.example(), "tc-xa-van-tuong-2025").totals
    ()
    >>> told_under(ltb.example(), "tc-hue")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: id/unknown: no record has this id
    """
    target = programme.organisations.get(organisation_id)
    if target is None:
        raise RecordError(issue("id/unknown"))
    steps = _steps(programme)
    inside: list[Contribution] = []
    outside: list[RecordId] = []
    with paused_collector():
        for record in programme.contributions:
            day = days_of(programme, record)[1]
            if target.id in _line(programme, organisation_of(programme, record), day, steps):
                if is_alive(target, day):
                    inside.append(record)
                else:
                    outside.append(record.id)
        own = attrs.evolve(programme, contributions=tuple(inside))
        totals = total_contributions(own, stage=stage, unit=unit, period=period)
    return Told(organisation_id=target.id, totals=totals, outside=tuple(outside))


def _steps(programme: Programme) -> tuple[Step, ...]:
    """Give the successions recorded, as they are followed."""
    return tuple(Step(each.on, each.old_ids, each.new_ids) for each in programme.successions)


def _line(
    programme: Programme, start: str | None, day: date | None, steps: tuple[Step, ...]
) -> dict[str, None]:
    """Go up from an organisation or body to all that it stood under on a day; a ring is gone round once."""
    line: dict[str, None] = {}
    current = start
    while current is not None and current not in line:
        line[current] = None
        organisation = programme.organisations.get(current)
        if organisation is None:
            body = programme.bodies.get(current)
            current = None if body is None else body.host_id
        else:
            current = organisation.parent_id and _on_day(programme, organisation.parent_id, day, steps)
    return line


def _on_day(programme: Programme, parent_id: str, day: date | None, steps: tuple[Step, ...]) -> str:
    """Give who stood in a parent's place on a day: itself, or the one that all of it went into."""
    parent = programme.organisations.get(parent_id)
    if day is None or parent is None or is_alive(parent, day):
        return parent_id
    heirs, _ = follow(parent_id, steps, day)
    whole = [heir for heir, is_all in heirs.items() if is_all]
    return whole[0] if whole else parent_id
