"""The shape of a class, read once from its annotations: what checks and files both need (hình dạng bản ghi)."""

from __future__ import annotations

import sys
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    NamedTuple,
    NewType,
    Union,
    get_args,
    get_origin,
)

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Shape", "shapes_of"]


class Shape(NamedTuple):
    """One field of a class (trường).

    Attributes:
        name: Its name, in Python and in files.
        kinds: The types one value of it may have.
        is_many: Whether it holds a tuple of such values.
        is_optional: Whether None may stand in it.
        is_id: Whether its texts are ids.
        needed: Whether it has no default.
        privacy: Its mark, empty where it holds no text.
        is_long: Whether its text has paragraphs.
    """

    name: str
    kinds: tuple[type, ...]
    is_many: bool
    is_optional: bool
    is_id: bool
    needed: bool
    privacy: Literal["", "public", "personal", "sensitive"]
    is_long: bool


def shapes_of(cls: Any) -> Mapping[str, Shape]:
    """Read the fields of an attrs class (đọc hình dạng).

    >>> from lamtheobac.values.document import Document
    >>> shapes_of(Document)["number"].privacy, shapes_of(Document)["issued_on"].is_optional
    ('public', True)
    """
    return _shapes_of(cls)


@cache
def _shapes_of(cls: Any) -> Mapping[str, Shape]:
    """Keep what was read: annotations do not change."""
    # typing.get_type_hints does the same at three times the cost, and a programme has 180 fields.
    known = vars(sys.modules[cls.__module__])
    return {
        field.name: _shape(field, eval(field.type, known) if isinstance(field.type, str) else field.type)  # noqa: S307  our own annotations
        for field in attrs.fields(cls)
    }


def _shape(field: attrs.Attribute[Any], hint: Any) -> Shape:
    """Take an annotation apart: a union with None, a tuple of any length, a NewType, or a plain type."""
    options = list(get_args(hint)) if get_origin(hint) in (Union, UnionType) else [hint]
    is_optional = NoneType in options
    options = [option for option in options if option is not NoneType]
    is_many = any(
        isinstance(get_origin(option), type) and issubclass(get_origin(option), tuple) for option in options
    )
    if is_many:
        options = [get_args(options[0])[0]]
        options = list(get_args(options[0])) if get_origin(options[0]) in (Union, UnionType) else options
    is_id = isinstance(options[0], NewType)
    kinds = (str,) if is_id else tuple(options)
    return Shape(
        name=field.name,
        kinds=kinds,
        is_many=is_many,
        is_optional=is_optional,
        is_id=is_id,
        needed=field.default is attrs.NOTHING,
        privacy=field.metadata.get("privacy", ""),
        is_long=field.metadata.get("long", False),
    )
