"""What records say of each other, by id (tham chiếu giữa các bản ghi)."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs

from lamtheobac.values.decimals import plain
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lamtheobac.errors import Path

__all__ = ["references", "rename", "spell_out"]

T = TypeVar("T")


def references(record: object, *path: str | int) -> Iterator[tuple[Path, str]]:
    """Go through all ids that a record names, in it and in the values it holds (các mã được nhắc tới).

    >>> from lamtheobac.records.dialogue import Dialogue, Holder, HolderRole
    >>> holder = Holder(role=HolderRole.SECRETARY, organisation_id="tc-binh-son")
    >>> list(references(Dialogue(id="dt-2019", held_by=(holder,), model_id="mh-1")))
    [(('held_by', 0, 'organisation_id'), 'tc-binh-son'), (('model_id',), 'mh-1')]
    """
    for name, shape in shapes_of(type(record)).items():
        value = getattr(record, name)
        if shape.is_id and name != "id":
            for named in value if shape.is_many else (value,):
                if named is not None:
                    yield (*path, name), named
        elif shape.is_many and hasattr(shape.kinds[0], "__attrs_attrs__"):
            for place, member in enumerate(value):
                yield from references(member, *path, name, place)


def rename(record: T, new_id: str | None, name_of: Callable[[str], str]) -> T:
    """Give a record another id, and other ids to what it names (đổi mã).

    Ids that become the same are named once.

    Args:
        record: A record, or a value that it holds.
        new_id: Its own id; None for a value that has none.
        name_of: Gives the new id for each that it names.

    >>> from lamtheobac.records.dialogue import Dialogue
    >>> moved = rename(Dialogue(id="dt-1", model_id="mh-1"), "dt-2", lambda named: f"{named}.xa")
    >>> moved.id, moved.model_id
    ('dt-2', 'mh-1.xa')
    """
    changed: dict[str, Any] = {}
    for name, shape in shapes_of(type(record)).items():
        value = getattr(record, name)
        if name == "id":
            fresh: Any = new_id
        elif shape.is_id:
            named = tuple(dict.fromkeys(map(name_of, value if shape.is_many else (value,) if value else ())))
            fresh = named if shape.is_many else (named or (None,))[0]
        elif shape.is_many and hasattr(shape.kinds[0], "__attrs_attrs__"):
            fresh = tuple(rename(member, None, name_of) for member in value)
        else:
            continue
        if fresh != value:
            changed[name] = fresh
    return attrs.evolve(cast("Any", record), **changed) if changed else record


def spell_out(record: object, name_of: Callable[[str], object] = str, *, with_id: bool = True) -> str:
    """Write all that a record says as one text, the same for the same words (viết thành chuỗi so sánh).

    Two figures are equal whatever their words; here the words count too, so that nothing said is taken for the same
    that is not.

    Args:
        record: A record, a programme, or a value that it holds.
        name_of: Gives what stands for each id that it names.
        with_id: Whether its own id counts.

    >>> from lamtheobac.values.figure import Figure
    >>> first, second = Figure.parse("hơn 90%"), Figure.parse("trên 90%")
    >>> first == second, spell_out(first) == spell_out(second)
    (True, False)
    """
    return repr(_spelt(record, name_of, with_id=with_id))


def _spelt(value: Any, name_of: Callable[[str], object], *, with_id: bool) -> Any:
    """Take a record apart into texts and tuples, whose repr is the same in every process."""
    if hasattr(value, "__len__") and not isinstance(value, str):
        return tuple(_spelt(each, name_of, with_id=True) for each in value)
    if isinstance(value, Decimal):
        return plain(value)
    if not hasattr(value, "__attrs_attrs__"):
        return None if value is None else str(value)
    parts: list[Any] = [type(value).__name__]
    for name, shape in shapes_of(type(value)).items():
        part = getattr(value, name)
        if name == "id":
            parts.append(part if with_id else None)
        elif shape.is_id:
            parts.append(tuple(map(name_of, part)) if shape.is_many else part and name_of(part))
        else:
            parts.append(_spelt(part, name_of, with_id=True))
    return tuple(parts)
