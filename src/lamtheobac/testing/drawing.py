"""Records drawn field by field: the shape of a class says what each field may hold (sinh bản ghi).

What belongs together, a kind and a name, a kind and a unit, is drawn one after the other; everything else by
itself. So a field that is added to a class is drawn without a word here.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import attrs
from hypothesis import strategies as st

from lamtheobac.errors import RecordError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.records import OccasionKind
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.testing.figures import figures
from lamtheobac.testing.filling import filled, person_names, texts_for
from lamtheobac.testing.fitting import COUNTS_OF_KIND, NAMES_OF_KIND, PREFIXES, TARGETS, UNITS_OF_FIELD
from lamtheobac.testing.values import days, documents, ids, money, partial_dates, periods
from lamtheobac.testing.words import PHRASES
from lamtheobac.values import Document, Figure, Money, PartialDate, Period, Unit
from lamtheobac.values.shapes import Shape, shapes_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["DANGLING", "Known", "dangles", "draw_record", "make_records"]

T = TypeVar("T")
DANGLING: Final = "-khong-co"
"""How ids end that name nothing: every other one ends in its number."""

_EVERY_UNIT: Final = tuple(Unit)
_FEW: Final = st.integers(0, 3)
_SIX_BITS: Final = st.integers(0, 63)  # more than eight would not be drawn evenly


class Known(NamedTuple):
    """What ids of a programme there are to refer to (các mã đã có).

    Attributes:
        ids: By collection.
        dangling: Whether some references name what is not there.
    """

    ids: Mapping[str, Sequence[str]]
    dangling: bool = False


def make_records(kind: type[T], fields: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[T]:
    """Make records of a class, some of whose fields the caller says (sinh bản ghi).

    Raises:
        RecordError: A field that the class lacks.
        WrongTypeError: A field that is given as a value and not as a strategy.

    >>> from lamtheobac import Contribution
    >>> make_records(Contribution, {"gifft": st.none()})
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: record/unknown-field at $.gifft: this record has no such field
    """
    shapes = shapes_of(kind)
    unknown = [issue("record/unknown-field", (name,)) for name in fields if name not in shapes]
    if unknown:
        raise RecordError(*unknown)
    for name, given in fields.items():
        if not isinstance(given, st.SearchStrategy):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
            raise WrongTypeError(
                issue("type/wrong", (name,), wanted="SearchStrategy", given=type(given).__name__)
            )
    return _records(kind, fields)


@st.composite
def _records(draw: st.DrawFn, kind: type[T], fields: Mapping[str, st.SearchStrategy[Any]]) -> T:
    """Draw what the caller says and then the rest."""
    return draw_record(draw, kind, {name: draw(given) for name, given in fields.items()})


def draw_record(draw: st.DrawFn, kind: type[T], fixed: Mapping[str, Any], known: Known | None = None) -> T:
    """Draw a record around the fields that are known already (sinh một bản ghi).

    Args:
        draw: As a composite strategy has it.
        kind: The class of a record or of a part of one.
        fixed: Fields that are not left to chance.
        known: What references may name; None makes ids up.
    """
    fields = dict(fixed)
    shapes = shapes_of(kind)
    leading = _leading(kind)
    # A bit for each field that may be left out: one draw for six of them.
    there = [bit for _ in range(0, len(shapes), 6) for bit in f"{draw(_SIX_BITS):06b}"]
    for name, bit in zip(sorted(shapes, key=lambda name: name != leading), there, strict=False):
        shape = shapes[name]
        if name not in fields and (shape.needed or bit == "1" or _is_wanted(name, fields)):
            values = _draw_many(draw, kind, shape, fields, known)
            if shape.is_many:
                fields[name] = values
            elif values:
                (fields[name],) = values
    return kind(**fields)


def _leading(kind: type) -> str:
    """Say which field others depend on."""
    return (NAMES_OF_KIND.get(kind) or COUNTS_OF_KIND.get(kind) or ("",))[0]


def _is_wanted(name: str, fields: Mapping[str, Any]) -> bool:
    """Tell whether a field that may be left out is needed beside others: an occasion that no list has needs words."""
    return name == "text" and fields.get("kind") is OccasionKind.OTHER


def _draw_many(
    draw: st.DrawFn, kind: type, shape: Shape, fields: Mapping[str, Any], known: Known | None
) -> tuple[Any, ...]:
    """Draw the values of a field; none where a reference finds nothing to name."""
    count = max(draw(_FEW), int(shape.needed)) if shape.is_many else 1
    if shape.is_id:
        named = [_draw_id(draw, kind, shape, known) for _ in range(count)]
        return tuple(dict.fromkeys(each for each in named if each is not None))
    if attrs.has(shape.kinds[0]) and shape.kinds[0] not in (Figure, *_VALUES):
        return tuple(draw_record(draw, shape.kinds[0], {}, known) for _ in range(count))
    strategy = _strategy(kind, shape.name, fields.get(_leading(kind)))
    return tuple(draw(strategy) for _ in range(count))


def _draw_id(draw: st.DrawFn, kind: type, shape: Shape, known: Known | None) -> str | None:
    """Draw the id of something that a field may name; None where there is nothing."""
    if shape.name == "id":
        return draw(ids(_prefix(kind)))
    targets = TARGETS.get(f"{kind.__name__}.{shape.name}") or TARGETS.get(shape.name) or tuple(PREFIXES)
    if known is None:
        return draw(ids(PREFIXES[targets[0]]))
    if dangles(draw, known):
        return f"{PREFIXES[targets[0]]}{DANGLING}"
    there = [each for target in targets for each in known.ids[target]]
    return draw(st.sampled_from(there)) if there else None


def dangles(draw: st.DrawFn, known: Known) -> bool:
    """Tell whether a reference is to name what is not there: one of eight, where any (tham chiếu hỏng)."""
    return known.dangling and draw(st.integers(0, 7)) == 7


@cache
def _prefix(kind: type) -> str:
    """Say how readable ids of a class begin."""
    return next(PREFIXES[name] for name, each in COLLECTIONS.items() if each is kind)


_VALUES: Final[Mapping[type, st.SearchStrategy[Any]]] = {
    Document: documents(),
    Money: money(),
    PartialDate: partial_dates(),
    Period: periods(),
    bool: st.booleans(),
    date: days(),
    int: st.integers(0, 3_000),
}


@cache
def _strategy(kind: type, name: str, leading: Any) -> st.SearchStrategy[Any]:
    """Make the strategy of one value of a field, given the field that it depends on."""
    shape = shapes_of(kind)[name]
    place = f"{kind.__name__}.{name}"
    wanted = shape.kinds[0]
    if place == "Person.name":
        return person_names()
    if place == "Recurrence.months":
        return st.integers(1, 12)
    if name == "name" and kind in NAMES_OF_KIND:
        return filled(NAMES_OF_KIND[kind][1].get(leading, PHRASES))
    if wanted is str:
        return texts_for(kind.__name__, name, is_long=shape.is_long)
    if wanted is Figure:
        units = UNITS_OF_FIELD.get(place, _EVERY_UNIT)
        if kind in COUNTS_OF_KIND:
            units = COUNTS_OF_KIND[kind][1].get(leading, _EVERY_UNIT)
        return figures(units=units)
    if issubclass(wanted, StrEnum):
        return st.sampled_from(wanted)
    return st.one_of([_VALUES[each] for each in shape.kinds])
