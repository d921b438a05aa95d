"""What several sources say of one organisation, as one record (hợp nhất bản ghi tổ chức)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import attrs

from lamtheobac.records.references import spell_out
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lamtheobac.records.kinds import Record

__all__ = ["Difference", "merge"]

R = TypeVar("R")


class Difference(NamedTuple):
    """A field of which the sources say different things (khác biệt).

    Attributes:
        field: Its name.
        stated: The number that stands now; empty where nothing stands, or words do.
        other: The other numbers.
        number: How many different things are said.
    """

    field: str
    stated: str
    other: str
    number: int


def merge(told: Sequence[Record], trusted: Sequence[Record]) -> tuple[Record, list[Difference]]:
    """Put together what is said of one organisation or body (hợp nhất).

    What one source knows and the others leave out is taken. Where they differ, the organisation's own programme
    decides. Without one, what need not be said is left out: a figure picked from two would be printed with a
    confidence that nobody has. What must be said is the first by alphabet.

    Args:
        told: The records, all with the id of the whole.
        trusted: Those of the organisation's own programmes.

    >>> from lamtheobac.records import OrganisationKind, PartyOrganisation
    >>> def cell(**fields):
    ...     return PartyOrganisation(id="cb-1", name="Chi bộ thôn 1", kind=OrganisationKind.CELL, **fields)
    >>> whole, differing = merge([cell(official_members=30), cell(official_members=32, unit_code="21085")], [])
    >>> whole.official_members, whole.unit_code, [(each.field, each.other) for each in differing]
    (None, '21085', [('official_members', '30, 32')])
    """
    changed: dict[str, Any] = {}
    differing: list[Difference] = []
    for name, shape in shapes_of(type(told[0])).items():
        said = _different(told, name)
        if shape.is_many:
            changed[name] = tuple(dict.fromkeys(each for values in said for each in values))
        elif len(said) <= 1:
            changed[name] = said[0] if said else getattr(told[0], name)
        else:
            own = _different(trusted, name)
            if len(own) == 1:
                changed[name] = own[0]
            else:
                changed[name] = (
                    said[0] if shape.needed else ("" if shape.kinds == (str,) and not shape.is_id else None)
                )
            kept = changed[name]
            rest = [each for each in said if each != kept]
            differing.append(
                Difference(name, _say(kept), ", ".join(filter(None, map(_say, rest))), len(said))
            )
    return attrs.evolve(told[0], **changed), differing


def _different(told: Sequence[Record], name: str) -> list[Any]:
    """Give the different things that are said of a field, in an order that depends on them alone."""
    said = {
        spell_out((value,)): value for each in told if (value := getattr(each, name)) not in (None, "", ())
    }
    return [said[key] for key in sorted(said)]


def _say(value: object) -> str:
    """Say a number; names, titles and documents are not shown."""
    return str(value) if isinstance(value, int) else ""
