"""A number as a figure writes it, and how precise the writer was (lượng).

"6,2 tỷ" vouches for a hundred million, "hơn 5.000" for thousands, "678" for every unit: how it was written is
kept until the unit is known.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MOST_NUMERAL", "NOT_A_SCALE", "SCALES", "Amount", "Doubt", "find_step", "make_decimal"]

SCALES: Mapping[str, int] = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
"""Powers of ten of the scale words."""

NOT_A_SCALE = frozenset(("lệ", "số", "phú", "trọng"))
"""What makes a scale word part of another word: tỷ lệ, triệu phú."""

MOST_NUMERAL = 40
"""Characters of the longest number in a figure."""

Doubt = Literal["", "comma", "dot", "blank"]
"""What the number itself does not tell: whether a comma, a dot or a blank groups digits here."""


class Amount(NamedTuple):
    """A number as it was written: `digits` times ten to the `place` (lượng).

    Attributes:
        digits: All digits written, as one int.
        place: The place of the last of them: 8 for "6,2 tỷ".
        first: The first token.
        last: The token after the last one.
        decimals: Whether it stands after a comma, or is half of a scale.
        scale: The power of ten of the first scale word; 0 without one.
        doubt: What only the unit can settle.
        worded: Whether it was written in words.
    """

    digits: int
    place: int
    first: int
    last: int
    decimals: bool = False
    scale: int = 0
    doubt: Doubt = ""
    worded: bool = False


def find_step(amount: Amount, *, hedged: bool, share: bool) -> int | None:
    """Find the place of the last digit the writer vouched for, as a power of ten (độ chính xác).

    Args:
        amount: The number as written.
        hedged: Whether a qualifier stands before it; then the zeros at its end say nothing.
        share: Whether it is a percentage, which is always rounded.

    Returns:
        The power; None for a number that is exact in full.
    """
    if amount.decimals:
        return amount.place
    if hedged:
        written = str(amount.digits)
        zeros = len(written) - len(written.rstrip("0")) if amount.digits else 0
        return amount.place + zeros
    return amount.place if amount.scale or share else None


def make_decimal(digits: int, place: int) -> Decimal:
    """Make a value from its digits and the place of the last, without idle zeros (giá trị).

    >>> make_decimal(62, 8), make_decimal(650, -2)
    (Decimal('6200000000'), Decimal('6.5'))
    """
    while place < 0 and digits % 10 == 0:
        digits //= 10
        place += 1
    if place >= 0:
        return Decimal(digits * 10**place)
    return Decimal((0, tuple(map(int, str(digits))), place))
