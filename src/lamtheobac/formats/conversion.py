"""Plain data and typed records, in both directions (chuyển đổi).

One private cattrs converter, never the global one. Its default for a class coerces in silence and stops at the
first fault; the one here takes nothing for anything else and names every fault with its path.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_origin

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn, override

from lamtheobac.errors import LIMITS, Issue, LamTheoBacError, LimitError, RecordError
from lamtheobac.formats.json_text import safe_key
from lamtheobac.messages import issue
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.programme import Programme
from lamtheobac.records.registers import Register
from lamtheobac.text.clean import clean
from lamtheobac.values.dates import PartialDate
from lamtheobac.values.decimals import plain
from lamtheobac.values.money import Money
from lamtheobac.values.shapes import Shape, shapes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

__all__ = ["from_plain", "to_plain"]

T = TypeVar("T")

_DAY: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_JSON_NAMES: Final[Mapping[type, str]] = {
    dict: "an object", list: "a list", str: "a text", int: "a whole number", Decimal: "a decimal number",
    bool: "true or false", type(None): "null",
}  # fmt: skip


def _wrong(wanted: str, value: object) -> RecordError:
    """Say what was wanted and what stands there, never its value."""
    given = _JSON_NAMES.get(type(value), type(value).__name__)
    return RecordError(issue("type/wrong", wanted=wanted, given=given))


def _read_text(value: Any, shape: Shape) -> Any:
    """Clean a text; an empty one is refused everywhere: what is not known is left out."""
    _read_exact(value, str, "a text")
    most = LIMITS.text_characters if shape.is_long else LIMITS.name_characters
    return clean(value, most=most, lines=shape.is_long)


def _read_exact(value: Any, kind: type, wanted: str) -> Any:
    """Take a value of exactly this type: true is no number and "12" is none either."""
    if type(value) is not kind:
        raise _wrong(wanted, value)
    return value


def _read_decimal(value: Any) -> Decimal:
    if type(value) is not str:
        raise _wrong("a text of digits, as in “6200000000”", value)
    if len(value) > LIMITS.number_characters:
        raise LimitError(issue("limit/number-characters", most=LIMITS.number_characters))
    if _DECIMAL.fullmatch(value) is None:
        raise RecordError(issue("json/malformed-decimal"))
    return Decimal(value)


def _read_day(value: Any, *, partly: bool) -> date | PartialDate:
    """Read `2019-02-05`, and where a part may be open `2019-02` or `2019`."""
    if type(value) is not str:
        raise _wrong("a date, as in “2019-02-05”", value)
    whole = _DAY.fullmatch(value)
    part = _MONTH.fullmatch(value) if partly else None
    try:
        if whole is not None:
            return date(int(whole[1]), int(whole[2]), int(whole[3]))
        if part is not None:
            return PartialDate(int(part[1]), int(part[2]) if part[2] else None)
    except LamTheoBacError:
        raise
    except ValueError:
        raise RecordError(issue("date/no-such-day")) from None
    raise RecordError(issue("json/malformed-date"))


def _read_code(value: Any, kind: type[StrEnum]) -> StrEnum:
    """Read a word of a closed list; a near miss gets a hint."""
    _read_exact(value, str, "a text")
    try:
        return kind(value)
    except ValueError:
        hint = _nearest(value, [member.value for member in kind])
        raise RecordError(issue("record/unknown-code", hint=hint)) from None


def _reader_of(shape: Shape) -> Callable[[Any], Any]:
    """Choose how one value of a field is read."""
    kind: Any = shape.kinds[0]
    if date in shape.kinds:
        partly = PartialDate in shape.kinds
        return lambda value: _read_day(value, partly=partly)
    if shape.is_id:
        return lambda value: _read_exact(value, str, "a text")
    if kind is str:
        return lambda value: _read_text(value, shape)
    if kind is bool:
        return lambda value: _read_exact(value, bool, "true or false")
    if kind is int:
        return lambda value: _read_exact(value, int, "a whole number")
    if kind is Decimal:
        return _read_decimal
    if kind is Money:
        return lambda value: Money(_read_exact(value, int, "whole đồng"))
    if issubclass(kind, StrEnum):
        return lambda value: _read_code(value, kind)
    return lambda value: _CONVERTER.structure(value, kind)


def _read_many(values: Any, read: Callable[[Any], Any], tick: Callable[[], None] | None) -> tuple[Any, ...]:
    """Read a list, naming the faults of every member up to the limit."""
    found: list[Any] = []
    faults: list[Issue] = []
    for place, value in enumerate(_read_exact(values, list, "a list")):
        try:
            found.append(read(value))
        except LamTheoBacError as error:
            faults += [fault.at(place) for fault in error.issues]
            if len(faults) >= LIMITS.issues:
                break
        if tick is not None:
            tick()
    if faults:
        raise RecordError(*faults)
    return tuple(found)


@cache
def _plan(kind: Any) -> Mapping[str, tuple[Shape, Callable[[Any], Any]]]:
    """Plan the reading of a class once."""
    return {name: (shape, _reader_of(shape)) for name, shape in shapes_of(kind).items()}


def _unknown(key: Any, known: Collection[str]) -> Issue:
    """Name a key that the class lacks, with the nearest one that it has; a form's keys may be anything."""
    if type(key) is not str:
        return issue("record/unknown-field", ("?",))
    return issue("record/unknown-field", (safe_key(key),), hint=_nearest(key, known))


def _nearest(word: str, known: Collection[str]) -> str | None:
    """Find the one word of a closed list that somebody may have meant."""
    from difflib import get_close_matches  # noqa: PLC0415  3 ms that only a fault is worth

    near = get_close_matches(word[:60], known, n=1)
    return near[0] if near else None


def _read_class(value: Any, kind: type[T], tick: Callable[[], None] | None = None) -> T:
    """Read an object into a class, naming unknown, missing and faulty fields together."""
    given = _read_exact(value, dict, "an object")
    wanted: Any = kind
    plan = _plan(wanted)
    faults = [_unknown(key, plan) for key in given if key not in plan]
    fields: dict[str, Any] = {}
    for name, (shape, read) in plan.items():
        if name not in given:
            if shape.needed:
                faults.append(issue("record/missing-field", (name,)))
            continue
        raw = given[name]
        try:
            if raw is None and shape.is_optional:
                fields[name] = None
            elif shape.is_many:
                fields[name] = _read_many(raw, read, tick if name in COLLECTIONS else None)
            else:
                fields[name] = read(raw)
        except LamTheoBacError as error:
            faults += [fault.at(name) for fault in error.issues]
    if faults:
        raise RecordError(*faults)
    return kind(**fields)


def _write_class(kind: type[Any]) -> Callable[[Any], dict[str, Any]]:
    """Plan the writing of a class: needed fields first, defaults left out, the version always there."""
    attrs.resolve_types(kind)
    always: dict[str, Any] = {"format_version": override(omit_if_default=False)} if kind is Programme else {}
    return make_dict_unstructure_fn(kind, _CONVERTER, _cattrs_omit_if_default=True, **always)


def _is_register(kind: Any) -> bool:
    return get_origin(kind) is Register


def _make() -> Converter:
    """Make the converter; the order matters, the last hook that fits wins."""
    made = Converter()
    made.register_structure_hook_func(attrs.has, _read_class)
    made.register_unstructure_hook_factory(attrs.has, _write_class)
    made.register_unstructure_hook_func(
        _is_register,
        lambda records: [made.unstructure(record) for record in records],
    )
    made.register_unstructure_hook(Decimal, plain)
    made.register_unstructure_hook(date, date.isoformat)
    made.register_unstructure_hook(PartialDate, str)
    made.register_unstructure_hook(Money, lambda money: money.dong)
    made.register_unstructure_hook(StrEnum, lambda member: member.value)
    return made


_CONVERTER: Final = _make()


def from_plain(value: Any, kind: type[T], on_progress: Callable[[int, int], None] | None = None) -> T:
    """Read plain data into a class (đọc bản ghi).

    Args:
        value: What a JSON reader gives.
        kind: A record class, or `Programme`.
        on_progress: Told how many records are done, and of how many; for a programme only.

    Raises:
        RecordError: Every fault of the data, each with its path.

    >>> from lamtheobac.values.document import Document
    >>> from_plain({"number": "05-CT/TW"}, Document).number
    '05-CT/TW'
    >>> from_plain({"numbr": "05-CT/TW", "issued_on": 2016}, Document)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: record/unknown-field at $.numbr: this record has no such field; is it “number”?
    type/wrong at $.issued_on: wrong type: expected a date, as in “2019-02-05”, got a whole number
    """
    if on_progress is None:
        return _CONVERTER.structure(value, kind)
    total = sum(len(value[name]) for name in COLLECTIONS if isinstance(value.get(name), list)) if value else 0
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        on_progress(done, total)

    return _read_class(value, kind, tick)


def to_plain(record: object) -> Any:
    """Write a record as plain data: decimals and dates as texts, defaults left out (ghi bản ghi).

    >>> from lamtheobac.values.document import Document
    >>> to_plain(Document(number="05-CT/TW", issued_on=date(2016, 5, 15)))
    {'number': '05-CT/TW', 'issued_on': '2016-05-15'}
    """
    return _CONVERTER.unstructure(record)
