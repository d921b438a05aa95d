"""Decimals without a context: exact, bounded, the same in every thread (số thập phân).

The operators of `Decimal` round to the context of whoever calls; here everything goes through integers.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["add", "from_fraction", "is_whole", "plain", "round_to", "tenth", "trailing_place"]


def _split(value: Decimal) -> tuple[int, int]:
    """Give coefficient and exponent of a finite decimal."""
    sign, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # noqa: S101  finite decimals only: the classes refuse the others
    number = int("".join(map(str, digits)))
    return (-number if sign else number), exponent


def _join(number: int, exponent: int) -> Decimal:
    """Make the shortest decimal of number times ten to the exponent."""
    while number and number % 10 == 0 and exponent < 0:
        number //= 10
        exponent += 1
    if exponent > 0:
        number, exponent = number * 10**exponent, 0
    # A string is read exactly whatever the context says.
    return Decimal(f"{number}e{exponent}") if number else Decimal(0)


def add(values: Iterable[Decimal]) -> Decimal:
    """Add exactly (cộng).

    >>> add([Decimal("0.1")] * 3)
    Decimal('0.3')
    """
    parts = [_split(value) for value in values]
    exponent = min((power for _, power in parts), default=0)
    return _join(sum(number * 10 ** (power - exponent) for number, power in parts), exponent)


def round_to(value: Decimal, step: Decimal, way: str) -> Decimal:
    """Round to a multiple of a step (làm tròn).

    Args:
        value: Not negative.
        step: More than zero.
        way: `"down"`, `"up"` or `"nearest"` (half up).

    >>> round_to(Decimal(5126), Decimal(1000), "down"), round_to(Decimal(5126), Decimal(1000), "up")
    (Decimal('5000'), Decimal('6000'))
    >>> round_to(Decimal("2.5"), Decimal(1), "nearest")
    Decimal('3')
    """
    ratio = Fraction(value) / Fraction(step)
    whole, rest = divmod(ratio.numerator, ratio.denominator)
    if way == "up":
        whole += rest > 0
    elif way == "nearest":
        whole += 2 * rest >= ratio.denominator
    number, exponent = _split(step)
    return _join(number * whole, exponent)


def from_fraction(value: Fraction, places: int) -> Decimal:
    """Round a ratio half up to so many decimals (làm tròn nửa lên).

    >>> from_fraction(Fraction(3000, 38), 1)
    Decimal('78.9')
    """
    scaled = value * 10**places
    return _join((2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), -places)


def is_whole(value: Decimal) -> bool:
    """Tell whether a decimal is a whole number (có phải số nguyên).

    >>> is_whole(Decimal("6.00")), is_whole(Decimal("6.5"))
    (True, False)
    """
    return value == int(value)


def trailing_place(value: Decimal) -> Decimal:
    """Give the place of the last digit that is not a zero (hàng của chữ số cuối khác không).

    >>> trailing_place(Decimal(5000)), trailing_place(Decimal("6.20")), trailing_place(Decimal(0))
    (Decimal('1000'), Decimal('0.1'), Decimal('1'))
    """
    number, exponent = _split(value)
    if number == 0:
        return Decimal(1)
    while number % 10 == 0:
        number //= 10
        exponent += 1
    return _join(1, exponent)


def plain(value: Decimal) -> str:
    """Write digits with a point and nothing else, for files (chuỗi số).

    >>> plain(Decimal("6.20E+9")), plain(Decimal("1.50"))
    ('6200000000', '1.5')
    """
    return f"{_join(*_split(value)):f}"


def tenth(value: Decimal) -> Decimal:
    """Give a tenth (một phần mười).

    >>> tenth(Decimal(1000)), tenth(Decimal(1))
    (Decimal('100'), Decimal('0.1'))
    """
    number, exponent = _split(value)
    return _join(number, exponent - 1)
