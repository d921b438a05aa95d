"""Money of receipts, bonuses and law (số tiền)."""

from __future__ import annotations

from typing import Self

from attrs import frozen

from lamtheobac.errors import NumberError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.text.money import format_money
from lamtheobac.values.checks import Faults
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.unit import Unit

__all__ = ["Money"]


@frozen(order=True)
class Money:
    """A sum of money, exact to the đồng (số tiền).

    What a report says about money, with its hơn and gần, is a `Figure`; this is what is paid.

    Attributes:
        dong: Whole đồng, from 0 to 10^18.

    Raises:
        WrongTypeError: Anything but an int: 8.2 * 10**9 is 8 199 999 999 in floats.
        RecordError: Less than nothing, or more than there is.

    >>> print(Money(3_510_000) + Money(1_000_000), Money.parse("3,5 triệu đồng"))
    4.510.000 đồng 3.500.000 đồng
    >>> Money(1.5)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong at $.dong: wrong type: expected int, got float
    """

    dong: int

    def __attrs_post_init__(self) -> None:
        faults = Faults()
        if not faults.is_a(self.dong, int, "dong"):
            faults.done(WrongTypeError)
        faults.whole(self.dong, "dong")
        faults.done()

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an exact sum such as "12,5 triệu đồng" (đọc số tiền).

        Raises:
            NumberError: No sum of đồng, or one that is only about right ("hơn 12 triệu đồng").

        >>> Money.parse("1.490.000 đồng")
        Money(dong=1490000)
        >>> Money.parse("hơn 12 triệu đồng")
        Traceback (most recent call last):
            ...
        lamtheobac.errors.NumberError: money/not-exact: an exact sum of đồng is needed, as in 1.490.000 đồng
        """
        figure = Figure.parse(text)
        exact = figure.approximation is Approximation.EXACT and figure.out_of is None and not figure.per
        if figure.unit is not Unit.VND or figure.value is None or not exact:
            raise NumberError(issue("money/not-exact"))
        return cls(int(figure.value))

    def __str__(self) -> str:
        return format_money(self.dong)

    def __add__(self, other: Money) -> Self:
        if not isinstance(other, Money):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
            return NotImplemented
        return type(self)(self.dong + other.dong)

    def __sub__(self, other: Money) -> Self:
        if not isinstance(other, Money):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
            return NotImplemented
        return type(self)(self.dong - other.dong)

    def __mul__(self, times: int) -> Self:
        if type(times) is not int:
            return NotImplemented
        return type(self)(self.dong * times)
