"""Numbers and money in words, as schools and offices write them (viết số bằng chữ).

A number is cut into blocks of nine digits and groups of three. A group that follows a higher one says all
three places (`không trăm linh năm`), the first one does not; so two tables of a thousand ready-made groups
hold every word of every number, and writing is joining. The block above a thousand million is read whole and
followed by one `tỷ`.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Literal

from attrs import asdict, frozen

from lamtheobac.errors import NumberError, OptionError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.text.numbers import check_number

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "NORTH",
    "SOUTH",
    "Dialect",
    "EmptyGroups",
    "receipt_line",
    "spell_decimal",
    "spell_money",
    "spell_number",
]

EmptyGroups = Literal["skip", "school"]
"""Whether an empty group between two others is passed over (receipts) or spoken (school exercises)."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_EMPTY_GROUPS = ("skip", "school")
_BILLION = 10**9
_LIMIT = 10**18  # from here on two readings of "tỷ tỷ" are in use, and together they collide
_MOST_FRACTION_DIGITS = 100

_Groups = tuple[tuple[str, ...], tuple[str, ...]]
_CHOICES = {
    "thousand": ("nghìn", "ngàn"),
    "filler": ("linh", "lẻ"),
    "billion": ("tỷ", "tỉ"),
    "four": ("tư", "bốn"),
}


@frozen(kw_only=True)
class Dialect:
    """Which words a region or a house uses, four independent switches (phương ngữ).

    Attributes:
        thousand: 1,000: `nghìn` (north, official) or `ngàn` (south).
        filler: What stands for an empty tens place: `linh` (north) or `lẻ` (south).
        billion: 1,000,000,000: `tỷ` (offices) or `tỉ` (school books).
        four: 4 after `mươi`: `tư` (school books) or `bốn`.

    Raises:
        OptionError: A word that is no choice of its switch.

    >>> spell_number(1_024, dialect=Dialect(filler="lẻ", four="bốn"))
    'một nghìn không trăm hai mươi bốn'
    >>> Dialect(filler="lẽ")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: linh, lẻ
    """

    thousand: Literal["nghìn", "ngàn"] = "nghìn"
    filler: Literal["linh", "lẻ"] = "linh"
    billion: Literal["tỷ", "tỉ"] = "tỷ"
    four: Literal["tư", "bốn"] = "tư"

    def __attrs_post_init__(self) -> None:
        wrong = [_CHOICES[name] for name, word in asdict(self).items() if word not in _CHOICES[name]]
        if wrong:
            raise OptionError(*(issue("option/unknown", known=", ".join(known)) for known in wrong))


NORTH = Dialect()
"""nghìn, linh, tỷ, tư: the words of offices (miền Bắc)."""

SOUTH = Dialect(thousand="ngàn", filler="lẻ", billion="tỉ", four="bốn")
"""ngàn, lẻ, tỉ, bốn (miền Nam)."""


def spell_number(n: int | Decimal, *, dialect: Dialect = NORTH, empty_groups: EmptyGroups = "skip") -> str:
    """Write a whole number in words (viết số bằng chữ).

    Args:
        n: Whole, below 10^18 on either side of zero; a Decimal too where it is whole, as `Decimal("2.00")`.
        dialect: Which regional words to use.
        empty_groups: `"school"` speaks an empty group that stands between two others of its nine digits.

    Returns:
        Lower-case words joined by single blanks.

    Raises:
        NumberError: Not finite, not whole, or out of range.
        WrongTypeError: A float, a bool or a text for the number; anything but a `Dialect` for the dialect.
        OptionError: An unknown value of `empty_groups`.

    >>> spell_number(1_234_005)
    'một triệu hai trăm ba mươi tư nghìn không trăm linh năm'
    >>> spell_number(308_000_962, empty_groups="school")
    'ba trăm linh tám triệu không nghìn chín trăm sáu mươi hai'
    >>> spell_number(Decimal("1.5"))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/not-an-integer: the number is not whole
    """
    return _spell(n if type(n) is int else _whole(n, "number/not-an-integer"), dialect, empty_groups)


def spell_decimal(x: int | Decimal, *, dialect: Dialect = NORTH, empty_groups: EmptyGroups = "skip") -> str:
    """Write a number with its decimal places in words, digit by digit (viết số thập phân).

    Zeros at the end are kept: they say how exact the number is.

    Args:
        x: Below 10^18 on either side of zero, with at most 100 decimal places.
        dialect: Which regional words to use.
        empty_groups: As for `spell_number`.

    Returns:
        Lower-case words; `phẩy` stands for the comma.

    Raises:
        NumberError: Not finite or out of range.
        WrongTypeError: A float, a bool or a text for the number; anything but a `Dialect` for the dialect.
        OptionError: An unknown value of `empty_groups`.

    >>> spell_decimal(Decimal("6.250"))
    'sáu phẩy hai năm không'
    >>> spell_decimal(Decimal("NaN"))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/not-finite: the number is not finite
    """
    if not isinstance(x, Decimal):
        return spell_number(x, dialect=dialect, empty_groups=empty_groups)
    check_number(x)
    sign, digits, exponent = x.as_tuple()
    places = -int(exponent)  # an int for every finite number
    if places <= 0:
        return spell_number(x, dialect=dialect, empty_groups=empty_groups)
    if places > _MOST_FRACTION_DIGITS:
        raise NumberError(issue("number/out-of-range"))
    written = "".join(map(str, digits)).zfill(places + 1)
    if len(written) - places > 18:
        raise NumberError(issue("number/out-of-range"))
    whole = _spell(int(written[:-places]), dialect, empty_groups)
    minus = "âm " if sign and any(digits) else ""
    return f"{minus}{whole} phẩy {' '.join(_DIGITS[int(digit)] for digit in written[-places:])}"


def spell_money(
    dong: int | Decimal,
    *,
    dialect: Dialect = NORTH,
    even: bool = False,
    empty_groups: EmptyGroups = "skip",
    currency: str = "VND",
) -> str:
    """Write an amount of money in words, with a capital and the word đồng (viết số tiền bằng chữ).

    Args:
        dong: Whole đồng, below 10^18 on either side of zero; whole units of another currency.
        dialect: Which regional words to use.
        even: Add `chẵn` (exactly), so that nothing can be written behind it.
        empty_groups: As for `spell_number`.
        currency: The code of ISO 4217, such as `USD`; CLDR has the Vietnamese names of some 300.

    Raises:
        NumberError: A fraction of a đồng or other unit, not finite, or out of range.
        WrongTypeError: A float, a bool or a text for the number; anything but a `Dialect` for the dialect.
        OptionError: An unknown value of `empty_groups`, or a currency that CLDR does not know.

    >>> spell_money(123_400_000)
    'Một trăm hai mươi ba triệu bốn trăm nghìn đồng'
    >>> spell_money(1_500, currency="USD")
    'Một nghìn năm trăm đô la Mỹ'
    >>> spell_money(10**18)  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/out-of-range
    """
    if currency == "VND":
        name, fraction = "đồng", "number/fractional-dong"
    else:
        name, fraction = _currency_name(currency), "number/not-an-integer"
    words = _spell(_whole(dong, fraction), dialect, empty_groups)
    return f"{words[0].upper()}{words[1:]} {name}{' chẵn' if even else ''}"


def receipt_line(dong: int | Decimal, *, even: bool = False, dialect: Dialect = NORTH) -> str:
    """Write the line of a receipt that says the sum in words (dòng bằng chữ).

    Args:
        dong: Whole đồng, below 10^18 on either side of zero.
        even: Add `chẵn`.
        dialect: Which regional words to use.

    Raises:
        NumberError: A fraction of a đồng, not finite, or out of range.
        WrongTypeError: A float, a bool or a text for the number; anything but a `Dialect` for the dialect.

    >>> receipt_line(1_500_000, even=True)
    'Bằng chữ: Một triệu năm trăm nghìn đồng chẵn'
    >>> receipt_line("1.500.000")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected int or Decimal, got str
    """
    return f"Bằng chữ: {spell_money(dong, dialect=dialect, even=even)}"


def _currency_name(code: object) -> str:
    """Take the name of a currency from CLDR; within a sentence it begins with a small letter."""
    names = _currency_names()
    name = names.get(code) if isinstance(code, str) else None
    if name is None:
        raise OptionError(issue("option/unknown", known="ISO 4217"))
    return name[0].lower() + name[1:]


@cache
def _currency_names() -> Mapping[str, str]:
    """Read the names once."""
    from babel import Locale  # noqa: PLC0415  70 ms that only another currency is worth

    return dict(Locale("vi").currencies)


def _whole(n: int | Decimal, fraction: str) -> int:
    """Give the int of a whole number; `fraction` is the code of the fault of any other."""
    if type(n) is int:
        return n
    checked = check_number(n)
    whole = int(checked)
    if whole != checked:
        raise NumberError(issue(fraction))
    return whole


def _spell(n: int, dialect: Dialect, empty_groups: EmptyGroups) -> str:
    """Write a whole number of any sign."""
    if not (dialect is NORTH and empty_groups == "skip" and 0 < n < 1_000 * _BILLION):
        return _spell_any(n, dialect, empty_groups)
    # Nearly all that is ever asked for, in two thirds of the time: no blocks, and one f-string.
    first, later = _north()
    if n < 1_000:
        return first[n]
    rest = n // 1_000
    units = later[n % 1_000]
    if rest < 1_000:
        return f"{first[rest]} nghìn{units}"
    low = rest % 1_000
    thousands = " nghìn" if low else ""
    rest //= 1_000
    if rest < 1_000:
        return f"{first[rest]} triệu{later[low]}{thousands}{units}"
    middle = rest % 1_000
    millions = " triệu" if middle else ""
    return f"{first[rest // 1_000]} tỷ{later[middle]}{millions}{later[low]}{thousands}{units}"


def _spell_any(n: int, dialect: Dialect, empty_groups: EmptyGroups) -> str:
    """Write a whole number of any sign, in any words."""
    if type(dialect) is not Dialect or empty_groups not in _EMPTY_GROUPS:
        raise _option_fault(dialect)
    groups = _groups(dialect.filler, dialect.four)
    if 0 < n < _BILLION:
        return _block(n, "", groups, dialect.thousand, empty_groups)
    if not -_LIMIT < n < _LIMIT:
        raise NumberError(issue("number/out-of-range"))
    if n <= 0:
        return f"âm {_spell_any(-n, dialect, empty_groups)}" if n else _DIGITS[0]
    upper, lower = divmod(n, _BILLION)
    text = f"{_block(upper, '', groups, dialect.thousand, empty_groups)} {dialect.billion}"
    return _block(lower, text, groups, dialect.thousand, empty_groups) if lower else text


def _option_fault(dialect: object) -> WrongTypeError | OptionError:
    """Say what is wrong with the options of a caller without a type checker, such as `dialect="south"`."""
    if not isinstance(dialect, Dialect):
        return WrongTypeError(issue("type/wrong", wanted="Dialect", given=type(dialect).__name__))
    return OptionError(issue("option/unknown", known=", ".join(_EMPTY_GROUPS)))


def _block(n: int, text: str, groups: _Groups, thousand: str, empty_groups: EmptyGroups) -> str:
    """Write 1 to 999,999,999 behind `text`, the words of the block above, if any."""
    leading, following = groups
    written = following if text else leading
    thousands, units = divmod(n, 1000)
    if thousands >= 1000:
        millions, thousands = divmod(thousands, 1000)
        text += f"{written[millions]} triệu"
        written = following
    elif text and empty_groups == "school":
        text += " không triệu"
    if thousands:
        text += f"{written[thousands]} {thousand}"
        written = following
    elif text and units and empty_groups == "school":
        text += f" không {thousand}"
    return text + written[units]


@cache
def _north() -> _Groups:
    """Give the usual groups; a cache without arguments is the quickest."""
    return _groups(NORTH.filler, NORTH.four)


@cache
def _groups(filler: str, four: str) -> _Groups:
    """Write every group of three digits: as the first of a number, and behind a blank after a higher one."""
    leading, following = [""], [""]  # a group of 000 has no words
    for n in range(1, 1000):
        hundreds, rest = divmod(n, 100)
        below = _below_hundred(rest, four)
        if 0 < rest < 10:
            below = f"{filler} {below}"
        full = f"{_DIGITS[hundreds]} trăm {below}".rstrip()
        leading.append(full if hundreds else _below_hundred(rest, four))
        following.append(f" {full}")
    return tuple(leading), tuple(following)


def _below_hundred(n: int, four: str) -> str:
    """Write a number below 100; nothing for 0."""
    tens, units = divmod(n, 10)
    if not tens:
        return _DIGITS[units] if units else ""
    word = _DIGITS[units] if units else ""
    if units == 5:
        word = "lăm"
    if tens == 1:
        return f"mười {word}".rstrip()
    if units == 1:
        word = "mốt"
    if units == 4:
        word = four
    return f"{_DIGITS[tens]} mươi {word}".rstrip()
