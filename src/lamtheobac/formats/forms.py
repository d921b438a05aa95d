"""One record at a time, from a form or a row (biểu nhập)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from lamtheobac.errors import Issue, LamTheoBacError, OptionError, RecordError, WrongTypeError
from lamtheobac.formats.conversion import from_plain, to_plain
from lamtheobac.messages import issue
from lamtheobac.records.kinds import COLLECTIONS, Record
from lamtheobac.values.figure import Figure
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["KINDS", "read_record"]

_SINGULAR: Final = {
    "bodies": "body",
    "activities": "activity",
}

KINDS: Final[Mapping[str, type[Record]]] = {
    _SINGULAR.get(name, name.removesuffix("s")): kind for name, kind in COLLECTIONS.items()
}
"""The names of the kinds of records: the collections of a file in the singular (tên các loại bản ghi)."""


def read_record(kind: str, fields: Mapping[str, Any]) -> Record:
    """Read one typed record from a form (đọc một bản ghi).

    The fields are those of a file; besides, a figure may be given by its words alone.

    Args:
        kind: `"contribution"`, `"dialogue"` and so on: a collection of the programme in the singular.
        fields: The fields by name, as a form or a row gives them.

    Raises:
        OptionError: A kind that does not exist.
        RecordError: Every field that cannot be, each with its path.
        WrongTypeError: No mapping.

    >>> gift = read_record("contribution", {"id": "dg-1", "gift": "hơn 6,2 tỷ đồng", "stage": "received"})
    >>> print(gift.gift, gift.stage.label)
    hơn 6,2 tỷ đồng đã vận động, tiếp nhận
    >>> read_record("contribution", {"id": "dg 1", "gift": "6.2 tỷ đồng"})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: number/malformed-grouping at $.gift: dots must ...; is it “6,2”?
    """
    wanted = KINDS.get(kind)
    if wanted is None:
        raise OptionError(issue("option/unknown", known=", ".join(KINDS)))
    if not hasattr(fields, "keys"):
        raise WrongTypeError(issue("type/wrong", wanted="a mapping", given=type(fields).__name__))
    faults: list[Issue] = []
    plain = _spell_out(dict(fields), wanted, faults)
    try:
        return from_plain(plain, wanted)
    except LamTheoBacError as error:
        # Words that are no figure were left as they stood: the record refuses them too, with less to say.
        more = (fault for fault in error.issues if not _is_told(fault, faults))
        raise RecordError(*faults, *more) from None


def _is_told(fault: Issue, told: list[Issue]) -> bool:
    """Tell whether a deeper fault of the same field has been noted already."""
    return any(fault.path[: len(known.path)] == known.path for known in told)


def _spell_out(fields: Any, kind: Any, faults: list[Issue], *path: str | int) -> Any:
    """Put the fields of a figure in the place of its words, at any depth."""
    if not hasattr(fields, "items"):
        return fields
    spelt: dict[str, Any] = {}
    for name, value in fields.items():
        shape = shapes_of(kind).get(name)
        inner = None if shape is None else shape.kinds[0]
        if inner is None or not attrs.has(inner):
            spelt[name] = value
        elif inner is Figure:
            spelt[name] = _read_words(value, faults, *path, name)
        elif hasattr(value, "append"):
            spelt[name] = [
                _spell_out(member, inner, faults, *path, name, place) for place, member in enumerate(value)
            ]
        else:
            spelt[name] = _spell_out(value, inner, faults, *path, name)
    return spelt


def _read_words(value: Any, faults: list[Issue], *path: str | int) -> Any:
    """Read a figure from its words; what is no text is left for the record to judge."""
    if not isinstance(value, str):
        return value
    try:
        return to_plain(Figure.parse(value))
    except LamTheoBacError as error:
        faults += [fault.at(*path) for fault in error.issues]
        return value
