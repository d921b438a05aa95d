"""Administrative units: which one a code means on a day, and what became of it (đơn vị hành chính)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from lamtheobac.errors import LawError
from lamtheobac.law.provision import Provision
from lamtheobac.law.reading import built_in
from lamtheobac.law.tables import check_day
from lamtheobac.law.words import Status, UnitKind
from lamtheobac.messages import issue
from lamtheobac.values.lineage import Step, follow

if TYPE_CHECKING:
    from lamtheobac.law.tables import Law

__all__ = ["AdministrativeUnit", "Became", "Successor", "became_of", "unit_of"]


@frozen(kw_only=True)
class AdministrativeUnit:
    """An administrative unit from its first day to its last (đơn vị hành chính).

    Attributes:
        id: Its name in the tables, such as "xa-van-tuong-2025": neither a name nor a code tells one unit for good.
        code: The code of the national list; empty where it was not read. Codes are used again.
        name: The name without the kind, such as "Vạn Tường".
        kind: Commune, district and so on.
        parent_id: The unit that it lies in; empty where it lies in none of the table.
    """

    id: str
    code: str
    name: str
    kind: UnitKind
    parent_id: str

    def __str__(self) -> str:
        return f"{self.kind.label} {self.name}"


@frozen(kw_only=True)
class Successor:
    """A unit that went on with the work of another (đơn vị kế thừa).

    Attributes:
        unit: The new unit.
        from_elsewhere: What else went into it, from outside the old unit.
        is_all: Whether the whole of the old unit went into it. Where it did not, no share is known, and nothing may
            be divided.
    """

    unit: Provision[AdministrativeUnit]
    from_elsewhere: tuple[AdministrativeUnit, ...]
    is_all: bool


@frozen(kw_only=True)
class Became:
    """What became of a unit by a day (kết quả sắp xếp đơn vị hành chính).

    Attributes:
        unit: The unit asked about.
        on: The day.
        successors: The units that went on with its work; the unit itself where it lives on.
        by: The successions that led there, in the order of their days; none where nothing happened.
    """

    unit: Provision[AdministrativeUnit]
    on: date
    successors: tuple[Successor, ...]
    by: tuple[Provision[str], ...]

    @property
    def is_certain(self) -> bool:
        """Whether an error may rest on it (chắc chắn)."""
        return all(step.is_certain for step in self.by)


def unit_of(code: str, on: date, *, law: Law | None = None) -> Provision[AdministrativeUnit]:
    """Tell which unit a code of the national list means on a day (đơn vị hành chính theo mã số và ngày).

    Args:
        code: Such as "21061", as text.
        on: The day: codes are used again for other units.
        law: A law with tables of your own.

    Raises:
        LawError: No unit of the tables has this code on that day.

    >>> from datetime import date
    >>> print(unit_of("21061", date(2025, 6, 30)).value, "→", unit_of("21061", date(2025, 7, 1)).value)
    xã Bình Trị → xã Vạn Tường
    >>> unit_of("524", date(2025, 7, 1))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/nothing-on-that-day
    """
    check_day(on)
    for row in _units(law or built_in()):
        if code and row.value.code == code and row.holds_on(on):
            return row
    raise LawError(issue("law/nothing-on-that-day", ("units",), day=on.isoformat()))


def became_of(unit: str, on: date, *, law: Law | None = None) -> Became:
    """Tell what became of a unit by a day, through all that happened to it (đơn vị này đã thành đơn vị nào).

    No share is ever guessed: where several units went on with the work of one, none of its figures are theirs.

    Args:
        unit: The id of a unit in the tables, or a code of the national list; a code means the last unit that had it
            before that day.
        on: The day, such as 1 July 2025.
        law: A law with tables of your own.

    Raises:
        LawError: No such unit before that day.

    >>> from datetime import date
    >>> district = became_of("524", date(2025, 7, 1))
    >>> [str(each.unit.value) for each in district.successors]
    ['xã Bình Sơn', 'xã Vạn Tường', 'xã Đông Sơn', 'xã Bình Minh', 'xã Bình Chương']
    >>> [(str(each.unit.value), *map(str, each.from_elsewhere)) for each in district.successors if each.from_elsewhere]
    [('xã Đông Sơn', 'xã Tịnh Hòa')]
    >>> (step,) = became_of("21061", date(2025, 7, 1)).successors
    >>> print(step.unit.value, step.is_all, len(step.from_elsewhere))
    xã Vạn Tường True 5
    >>> became_of("99999", date(2025, 7, 1))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/nothing-on-that-day
    """
    known = law or built_in()
    asked = _asked(unit, on, known)
    steps = {Step(row.start, row.details["old"], row.details["new"]): row for row in _successions(known)}
    heirs, touched = follow(asked.value.id, steps, on)
    units = {row.value.id: row for row in _units(known) if row.holds_on(on)}
    return Became(
        unit=asked,
        on=on,
        successors=tuple(
            Successor(
                unit=units[heir],
                from_elsewhere=_elsewhere(heir, asked.value, touched, known),
                is_all=is_all,
            )
            for heir, is_all in heirs.items()
            if heir in units
        ),
        by=tuple(steps[step] for step in touched),
    )


@lru_cache(maxsize=8)
def _units(law: Law) -> tuple[Provision[AdministrativeUnit], ...]:
    """Make the units of all days once for each law."""
    return tuple(
        attrs.evolve(row, value=_unit(row))
        for rows in law.tables["units"].values()
        for row in rows
        if row.status is not Status.CANCELLED
    )


def _unit(row: Provision[str]) -> AdministrativeUnit:
    about = row.details
    return AdministrativeUnit(
        id=row.key[0],
        code=about.get("code", ""),
        name=row.value,
        kind=about["kind"],
        parent_id=about.get("parent", ""),
    )


def _asked(unit: str, on: date, law: Law) -> Provision[AdministrativeUnit]:
    """Find the unit of an id, or the last one before a day that had a code."""
    check_day(on)
    named = [row for row in _units(law) if unit and unit in (row.value.id, row.value.code) and row.start < on]
    if not named:
        day = (on - timedelta(days=1)).isoformat()
        raise LawError(issue("law/nothing-on-that-day", ("units",), day=day))
    return max(named, key=lambda row: row.start)


def _successions(law: Law) -> list[Provision[str]]:
    """Give all successions that came about."""
    return [
        row
        for rows in law.tables["unit_successions"].values()
        for row in rows
        if row.status is not Status.CANCELLED
    ]


def _elsewhere(
    heir: str, asked: AdministrativeUnit, touched: tuple[Step, ...], law: Law
) -> tuple[AdministrativeUnit, ...]:
    """Tell what else went into a unit on the days when the asked one did: nothing that lay in it, or it in."""
    days = {step.on for step in touched}
    units = {row.value.id: row.value for row in _units(law)}
    old = [
        units[each]
        for row in _successions(law)
        if row.start in days and heir in row.details["new"]
        for each in row.details["old"]
    ]
    own = {asked.id, heir} | {each for step in touched for each in step.new}
    above = {each.parent_id for each in (asked, *old)}
    return tuple(
        each for each in dict.fromkeys(old) if each.id not in own | above and each.parent_id != asked.id
    )
