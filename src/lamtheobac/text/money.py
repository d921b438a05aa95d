"""Money and large numbers as print writes them: 365.000.000 đồng, 6,2 tỷ đồng (tiền).

Scaling is done on integers, so that no value is off by a digit: 6.249.999.999 is 6,2 tỷ and never 6,3.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from lamtheobac.errors import NumberError, OptionError
from lamtheobac.messages import issue
from lamtheobac.text.numbers import check_fraction_digits, check_number, group_digits
from lamtheobac.text.units import check_whole_dong, find_label

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["MoneyForm", "OnInexact", "Scale", "format_compact", "format_money"]

MoneyForm = Literal["word", "symbol", "code"]
"""What follows the amount: `đồng`, `₫` after a no-break space, or `VND`."""

Scale = Literal["auto", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ"]
"""The scale word; `auto` takes tỷ, then triệu, then none."""

OnInexact = Literal["round", "raise", "mark"]
"""What to do when digits are lost: round silently, refuse, or round and write hơn or gần."""

_SUFFIXES: Mapping[str, str] = {"word": " đồng", "symbol": "\u00a0₫", "code": " VND"}
_PLACES: Mapping[str, int] = {"nghìn": 3, "triệu": 6, "tỷ": 9, "nghìn tỷ": 12, "triệu tỷ": 15}
_AUTO = (("", 0, 10**6), ("triệu", 6, 1_000), ("tỷ", 9, 0))  # scale, place, from where the next one is due


def format_money(dong: int | Decimal, *, form: MoneyForm = "word") -> str:
    """Write an amount of đồng in full (viết số tiền).

    Args:
        dong: Whole đồng.
        form: `word` for `đồng`, `symbol` for `₫` after a no-break space, `code` for `VND`.

    Returns:
        The text.

    Raises:
        NumberError: A fraction of a đồng, not finite, or more than 1,000 digits.
        OptionError: No such form.
        WrongTypeError: Neither int nor Decimal.

    >>> format_money(1234567), format_money(1234567, form="code")
    ('1.234.567 đồng', '1.234.567 VND')
    >>> format_money(Decimal("2.5"))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/fractional-dong: money must be in whole đồng
    """
    try:
        suffix = _SUFFIXES[form]
    except (KeyError, TypeError):
        raise OptionError(issue("option/unknown", known=", ".join(_SUFFIXES))) from None
    if type(dong) is int and -(10**18) < dong < 10**18:
        return f"{dong:,}".replace(",", ".") + suffix
    return group_digits(check_whole_dong(dong)) + suffix


def format_compact(
    x: int | Decimal,
    *,
    unit: str = "đồng",
    max_frac: int = 2,
    min_frac: int = 0,
    scale: Scale = "auto",
    on_inexact: OnInexact = "round",
) -> str:
    """Write a large number with a scale word, rounded half up (viết gọn).

    Args:
        x: The number in the base unit; whole đồng where the unit is `đồng`.
        unit: What follows, as words or a unit code; empty for columns.
        max_frac: Most digits after the comma, 0 to 100.
        min_frac: Fewest digits after the comma of a scaled number, 0 to `max_frac`.
        scale: The scale word, or `auto`: tỷ, triệu, none, whichever gives 1 or more.
        on_inexact: `round`; `raise` refuses to lose a digit; `mark` writes `hơn` where the true value lies
            above the written one and `gần` where it lies below.

    Returns:
        The text, with ordinary blanks.

    Raises:
        NumberError: A fraction of a đồng, not finite, more than 1,000 digits, or inexact under `raise`.
        OptionError: No such scale or way, or digits out of range.
        WrongTypeError: Neither int nor Decimal.

    >>> format_compact(6_249_999_999, max_frac=1, on_inexact="mark")
    'hơn 6,2 tỷ đồng'
    >>> format_compact(6_249_999_999, max_frac=1, on_inexact="raise")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/inexact: the number cannot be written exactly with so few digits
    """
    if unit == "đồng" and type(x) is int and -(10**18) < x < 10**18:
        label, size, places = unit, x, 0
    else:
        label, size, places = _measure(x, unit)
    if not (type(max_frac) is int and type(min_frac) is int and 0 <= min_frac <= max_frac <= 100):
        check_fraction_digits(max_frac, min_frac)
    negative = size < 0
    if negative:
        size = -size
    if scale == "auto":
        word, rounded, lost, digits = _scale_freely(size, places, max_frac, whole=label == "đồng")
    elif scale in _PLACES:
        word, digits = scale, max_frac
        rounded, lost = _round(size, places + _PLACES[scale], max_frac)
    else:
        raise OptionError(issue("option/unknown", known=", ".join(("auto", *_PLACES))))
    mark = ""
    if on_inexact != "round":
        mark = _mark(-lost if negative else lost, on_inexact)
    text = _write(rounded, digits, min_frac if word or digits else 0)
    if negative and rounded:
        text = "-" + text
    return f"{mark}{text}{' ' if word else ''}{word}{' ' if label and label != '%' else ''}{label}"


def _measure(x: int | Decimal, unit: str) -> tuple[str, int, int]:
    """Give the label, and the number as an int and the places it has after the comma."""
    label = find_label(unit)
    if label == "đồng":
        return label, check_whole_dong(x), 0
    x = check_number(x)
    if isinstance(x, int):
        return label, x, 0
    sign, digits, exponent = x.as_tuple()
    shift = exponent if isinstance(exponent, int) else 0
    return label, int(Decimal((sign, digits, max(shift, 0)))), max(-shift, 0)


def _scale_freely(size: int, places: int, max_frac: int, *, whole: bool) -> tuple[str, int, int, int]:
    """Round at the first scale that stays below a thousand: 999.999.999 becomes 1 tỷ, not 1.000 triệu."""
    word, rounded, lost, digits = "", 0, 0, 0
    for word, place, most in _AUTO:
        digits = 0 if whole and not word else max_frac
        rounded, lost = _round(size, places + place, digits)
        if rounded < most * 10**digits:
            break
    return word, rounded, lost, digits


def _round(size: int, place: int, digits: int) -> tuple[int, int]:
    """Cut a size to so many digits after the comma, half up; the second int has the sign of what was lost."""
    drop = place - digits
    if drop <= 0:
        return size * 10**-drop, 0
    unit = 10**drop
    rounded = (2 * size + unit) // (2 * unit)
    return rounded, size - rounded * unit


def _mark(lost: int, on_inexact: str) -> str:
    """Give the word for what the rounding lost."""
    if on_inexact not in ("raise", "mark"):
        raise OptionError(issue("option/unknown", known="round, raise, mark"))
    if lost and on_inexact == "raise":
        raise NumberError(issue("number/inexact"))
    return "hơn " if lost > 0 else "gần " if lost else ""


def _write(rounded: int, digits: int, min_frac: int) -> str:
    """Write an int that counts the last digit after the comma."""
    if not digits:
        return group_digits(rounded)
    whole, rest = divmod(rounded, 10**digits)
    fraction = f"{rest:0{digits}d}".rstrip("0").ljust(min_frac, "0") if rest or min_frac else ""
    return f"{group_digits(whole)},{fraction}" if fraction else group_digits(whole)
