"""Closed lists of words: a code is stored, a label is shown (danh mục)."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from lamtheobac.errors import Lang

__all__ = ["Labelled"]


class Labelled(StrEnum):
    """A closed list whose members carry labels in both languages (danh mục có nhãn).

    The value is an ASCII code for files; `label` is Vietnamese, `label_en` English.

    >>> class Way(Labelled):
    ...     UP = "up", "tăng", "up"
    >>> Way("up").label, Way.UP.name_in("en"), str(Way.UP)
    ('tăng', 'up', 'up')
    >>> Way("down")
    Traceback (most recent call last):
        ...
    ValueError: 'down' is not a valid Way
    """

    label: str
    label_en: str

    # The labels have defaults so that a look-up by code, `Unit("VND")`, is well typed too.
    def __new__(cls, code: str, label: str = "", label_en: str = "") -> Self:
        """Make a member from its line in the class (thành viên)."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.label_en = label_en
        return member

    def name_in(self, lang: Lang) -> str:
        """Give the label in one language (nhãn)."""
        return self.label if lang == "vi" else self.label_en
