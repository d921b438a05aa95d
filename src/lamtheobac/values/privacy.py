"""How private a text field is: every text field says it (mức riêng tư).

Public fields may be printed and published. Personal fields name or describe a person; sensitive ones say
something about a person that the law protects more, such as a view or a complaint. Both are hidden wherever a
record shows itself; storing writes them, publishing never does.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["HIDDEN", "LONG", "PERSONAL", "PUBLIC", "SENSITIVE", "show"]

HIDDEN: Final = "‹ẩn›"
"""What stands in the place of a private value."""


def _mark(level: str) -> Mapping[str, object]:
    """Make the metadata of a field; read-only, since all fields of a level share it."""
    return MappingProxyType({"privacy": level})


PUBLIC: Final = _mark("public")
"""Metadata of a field that anybody may see (công khai)."""

PERSONAL: Final = _mark("personal")
"""Metadata of a field about a person (dữ liệu cá nhân)."""

SENSITIVE: Final = _mark("sensitive")
"""Metadata of a field that could harm a person (dữ liệu nhạy cảm)."""

LONG: Final = MappingProxyType({"long": True})
"""Metadata to add where a text has paragraphs (văn bản dài)."""


def show(self: Any) -> str:
    """Write a record for a programmer (hiển thị).

    What stands at its default is left out, what is private is hidden. Every class takes it as its `__repr__`,
    so that a mark is all it takes to hide a field.

    >>> from lamtheobac.records.person import Person
    >>> show(Person(id="ng-1", name="Nguyễn Thị Hoa", consent=True))
    "Person(id='ng-1', name=‹ẩn›, consent=True)"
    """
    shown: list[str] = []
    for field in attrs.fields(self.__class__):
        value = getattr(self, field.name)
        if field.repr is not False and (field.default is attrs.NOTHING or value != field.default):
            is_private = field.metadata.get("privacy", "public") != "public"
            shown.append(f"{field.name}={HIDDEN if is_private else repr(value)}")
    return f"{type(self).__name__}({', '.join(shown)})"
