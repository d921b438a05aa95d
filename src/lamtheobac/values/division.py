"""Dividing a figure by shares that somebody names (chia số liệu theo tỷ lệ)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, TypeVar

import attrs

from lamtheobac.errors import FigureError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.values import decimals
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["divide"]

K = TypeVar("K")


def divide(figure: Figure, shares: Mapping[K, Fraction]) -> dict[K, Figure]:
    """Divide a figure; see `Figure.divide`."""
    for share in shares.values():
        if not isinstance(share, Fraction):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
            raise WrongTypeError(issue("type/wrong", wanted="Fraction", given=type(share).__name__))
    if not shares or min(shares.values()) < 0 or sum(shares.values()) != 1:
        raise FigureError(issue("figure/shares-are-no-whole"))
    value = figure.value
    exact = figure.approximation is Approximation.EXACT and not figure.step
    if value is None or not exact or figure.out_of is not None or figure.per or figure.unit is Unit.PERCENT:
        raise FigureError(issue("figure/not-divisible"))
    parts = {name: _part(figure, Fraction(value) * share) for name, share in shares.items()}
    if any(part is None for part in parts.values()):
        raise FigureError(issue("figure/share-is-not-whole"))
    return {name: part for name, part in parts.items() if part is not None}


def _part(figure: Figure, value: Fraction) -> Figure | None:
    """Make one part; None where the unit or six decimals cannot say it exactly."""
    places = 0 if figure.unit.is_whole else 6
    if (value * 10**places).denominator != 1:
        return None
    return attrs.evolve(figure, value=decimals.from_fraction(value, places), text=None)
