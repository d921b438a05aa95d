"""How private a text field is: every text field says it (mức riêng tư).

Public fields may be printed and published. Personal fields name or describe a person; sensitive ones say
something about a person that the law protects more, such as a view or a complaint. Both are hidden wherever a
record shows itself; storing writes them, publishing never does.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["HIDDEN", "LONG", "PERSONAL", "PUBLIC", "SENSITIVE", "hide"]

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


def hide(value: object) -> str:
    """Stand in for a private value in a repr (ẩn giá trị).

    >>> hide("Nguyễn Thị Hoa"), hide(None)
    ('‹ẩn›', 'None')
    """
    return "None" if value is None else HIDDEN
