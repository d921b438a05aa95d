"""Figures that differ in nothing but digits are read alike: "12.305 hộ" is read as "11.101 hộ" was (khuôn số liệu).

Reading a figure asks of its number how many digits there are, how they are grouped and which zeros end it, never
which digits they are. So a report of a thousand figures in a few wordings is read by its wordings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["Shape", "find_place", "find_shape"]

_find_only_number: Final = re.compile(
    r"([^0-9]*(?<![.,]))([1-9][0-9]*(?:\.[0-9]{3})*(?:,[0-9]+)?)(?![.,])((?: ?[mM][23](?![0-9]))?[^0-9]*)"
).fullmatch
_ONES: Final = str.maketrans(dict.fromkeys("023456789", "1"))
_drop_marks: Final = str.maketrans(dict.fromkeys(".,"))


class Shape(NamedTuple):
    """A figure's text without what its digits say (khuôn).

    Attributes:
        text: The text with 1 for every digit but the zeros at the end.
        ones: The digits of that text's number, as an int.
        digits: The digits of the number itself.
    """

    text: str
    ones: int
    digits: int


def find_shape(text: str) -> Shape | None:
    """Find the shape of a text with one plain number in digits (tìm khuôn).

    >>> find_shape("hơn 6,20 tỷ đồng")
    Shape(text='hơn 1,10 tỷ đồng', ones=110, digits=620)
    >>> find_shape("30/38 hộ") is find_shape("05 hộ") is None
    True
    """
    found = _find_only_number(text)
    if found is None:
        return None
    before, number, after = found.groups()
    core = number.rstrip("0.,")
    like = core.translate(_ONES) + number[len(core) :]
    return Shape(before + like + after, int(like.translate(_drop_marks)), int(number.translate(_drop_marks)))


def find_place(value: Decimal, digits: int) -> int | None:
    """Find the power of ten that makes a value of digits; None where there is none (tìm hàng).

    >>> from decimal import Decimal
    >>> find_place(Decimal(1_100_000_000), 110), find_place(Decimal(1_500_000), 1)
    (7, None)
    """
    _, values, exponent = value.as_tuple()
    wanted = str(digits)
    written = "".join(map(str, values))
    if not isinstance(exponent, int) or written.rstrip("0") != wanted.rstrip("0"):
        return None
    return exponent + len(written) - len(wanted)
