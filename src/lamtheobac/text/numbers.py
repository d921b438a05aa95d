"""Numbers in digits, the Vietnamese way: dots group, a comma is the decimal mark (con số).

Writing is exact or rounds half up, and reading is strict: a text that two readers could take for two numbers
is an error. Nothing here asks the caller's decimal context or locale, and nothing goes through a float.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal

from lamtheobac.errors import Issue, NumberError, OptionError, WrongTypeError
from lamtheobac.messages import issue

__all__ = [
    "BLANKS",
    "MOST_DIGITS",
    "MOST_FRACTION_DIGITS",
    "check_fraction_digits",
    "check_number",
    "check_text",
    "format_number",
    "format_percent",
    "group_digits",
    "is_numeral",
    "numeral_fault",
    "parse_number",
]

BLANKS = " \u00a0\u202f\u2009"
"""The blanks that may stand between the parts of a figure, never inside a number."""

MOST_DIGITS = 1_000
"""Digits of the longest number that is written or read, before and after the comma together."""

MOST_FRACTION_DIGITS = 100
"""Digits that may be asked for after the comma."""

_MOST_CHARACTERS = 1 + MOST_DIGITS + (MOST_DIGITS - 1) // 3 + 1  # sign, digits, dots, comma
_FEW = 900  # with 50 before the comma still below MOST_DIGITS
_LIMIT = 10**MOST_DIGITS
_PLAIN = 10**600  # below this an int turns to text under every setting of sys.set_int_max_str_digits

# Twice the digits of any value here, and no traps: quantize can neither fail nor set a caller's flags.
_CONTEXT = Context(
    prec=2 * MOST_DIGITS + MOST_FRACTION_DIGITS,
    rounding=ROUND_HALF_UP,
    Emin=MIN_EMIN,
    Emax=MAX_EMAX,
    traps=[],
)

# Takes one argument and no keywords, so it is quicker than the class, and it knows its own context only.
_read_exactly = _CONTEXT.create_decimal
_SMALL = {str(n): Decimal(n) for n in range(1_000)}

_MARKS = str.maketrans(",.", ".,")
_NUMERAL = r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*|0)(?:,[0-9]+)?"
_is_number = re.compile(f"[-−]?{_NUMERAL}").fullmatch
# What most numbers with a comma are: positive and well within the limit.
_is_usual = re.compile(r"(?:[1-9][0-9]{0,2}(?:\.[0-9]{3}){0,99}|[1-9][0-9]{3,99})(?:,[0-9]{1,99})?").fullmatch
_is_numeral = re.compile(_NUMERAL).fullmatch
_is_english_grouping = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?").fullmatch
_is_one_dot = re.compile(r"(?:0|[1-9][0-9]*)?\.[0-9]+").fullmatch
_is_exponent = re.compile(r"[-+−]?[0-9.,]+[eE][-+−]?[0-9]+").fullmatch
_is_underscored = re.compile(r"[-+−]?[0-9]+(?:_+[0-9]+)+").fullmatch
_is_blank_grouped = re.compile(rf"[-+−]?[0-9.,]+(?:[{BLANKS}]+[0-9.,]+)+").fullmatch
_is_not_finite = re.compile(r"[-+−]?(?:s?nan|inf(?:inity)?|∞)", re.IGNORECASE).fullmatch
_find_word = re.compile(r"[^\W0-9_]+").search
_is_indefinite = re.compile(r"(?:hàng|vài|mấy|nhiều)\b", re.IGNORECASE).match


def format_number(x: int | Decimal, *, max_frac: int | None = None, min_frac: int = 0) -> str:
    """Write a number: dots between groups of three, a decimal comma (viết số).

    Args:
        x: The number; float, bool and text are refused.
        max_frac: Most digits after the comma, 0 to 100; further ones are rounded half up. None keeps all.
        min_frac: Fewest digits after the comma, 0 to 100, made up with zeros.

    Returns:
        The text, without idle zeros and without a sign on zero.

    Raises:
        NumberError: Not finite, or more than 1,000 digits.
        OptionError: A count of digits outside 0 to 100, or `min_frac` above `max_frac`.
        WrongTypeError: Neither int nor Decimal.

    >>> format_number(Decimal("-1234567.50"))
    '-1.234.567,5'
    >>> format_number(Decimal("2.5"), max_frac=0)
    '3'
    >>> format_number(Decimal("NaN"))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/not-finite: a number must be finite
    """
    if type(x) is int and -_PLAIN < x < _PLAIN and not min_frac and max_frac is None:
        return f"{x:,}".replace(",", ".")
    if (
        type(x) is Decimal
        and not min_frac
        and max_frac is None
        and -50 < x.adjusted() < 50
        and x.is_finite()
        and x
    ):
        # No zero, and no places but its own digits': its text is no longer than the number itself.
        whole, _, fraction = f"{x:,f}".partition(".")
        if len(fraction) < _FEW:
            fraction = fraction.rstrip("0")
            return f"{whole.replace(',', '.')},{fraction}" if fraction else whole.replace(",", ".")
    x = check_number(x)
    check_fraction_digits(MOST_FRACTION_DIGITS if max_frac is None else max_frac, min_frac)
    if isinstance(x, int):
        # The text of a large int is bounded by an interpreter setting; that of a Decimal is not.
        whole, fraction = group_digits(x), ""
    else:
        if max_frac is not None and -_exponent(x) > max_frac:
            x = _CONTEXT.quantize(x, Decimal((0, (1,), -max_frac)))
        whole, _, fraction = f"{x or x.copy_abs():,f}".partition(".")
        whole, fraction = whole.replace(",", "."), fraction.rstrip("0")
    fraction = fraction.ljust(min_frac, "0")
    return f"{whole},{fraction}" if fraction else whole


def format_percent(points: int | Decimal, *, max_frac: int | None = None) -> str:
    """Write a share given in percent points (viết phần trăm).

    Args:
        points: Percent points: 78.9 is 78,9%.
        max_frac: Most digits after the comma, rounded half up; None keeps all.

    Returns:
        The number and the sign, without a blank.

    Raises:
        NumberError: As `format_number`.
        OptionError: As `format_number`.
        WrongTypeError: As `format_number`.

    >>> format_percent(Decimal("78.95"))
    '78,95%'
    >>> format_percent(0.5)  # type: ignore[arg-type]
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected int or Decimal, got float
    """
    return format_number(points, max_frac=max_frac) + "%"


def parse_number(s: str) -> Decimal:
    """Read a text that is one number and nothing else (đọc số).

    Dots must group by three, a comma is the decimal mark, the sign is `-` or `−`. Blanks around the number
    do not count.

    Args:
        s: The text.

    Returns:
        The exact value; zeros after the comma are kept.

    Raises:
        NumberError: Any other text; the code says why, `hint` gives the one likely reading.
        WrongTypeError: Not a text.

    >>> parse_number("1.500"), parse_number("1,500")
    (Decimal('1500'), Decimal('1.500'))
    >>> parse_number("12.34")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/malformed-grouping: dots must separate groups of three digits; is it
    “12,34”?
    """
    if type(s) is str:
        digits = s.replace(".", "")
        if digits is s:
            small = _SMALL.get(s)
            if small is not None:
                return small
            if s.isdigit() and s >= "1" and s.isascii() and len(s) <= MOST_DIGITS:
                return _read_exactly(s)
        elif digits.isdigit() and s >= "1" and s.isascii():
            # Digits and dots: looking where the dots stand is quicker than any pattern.
            length = len(s)
            if length < 8:
                if length > 4 and s[-4] == "." and len(digits) == length - 1:
                    return _read_exactly(digits)
            elif length < 12:
                if s[-4] == "." == s[-8] and len(digits) == length - 2:
                    return _read_exactly(digits)
            elif length < 16 and s[-4] == "." == s[-8] and s[-12] == "." and len(digits) == length - 3:
                return _read_exactly(digits)
        if _is_usual(s) is not None:
            return _read_exactly(digits.replace(",", "."))
    s = check_text(s)
    if len(s) > _MOST_CHARACTERS:
        s = s.strip(BLANKS)
        if len(s) > _MOST_CHARACTERS:
            raise NumberError(issue("number/out-of-range", start=0, end=len(s)))
    if not _is_number(s):
        bare = s.strip(BLANKS)
        if bare == s or not _is_number(bare):
            raise NumberError(_fault(s))
        s = bare
    if len(s) > MOST_DIGITS and sum(map(s.count, "0123456789")) > MOST_DIGITS:
        raise NumberError(issue("number/out-of-range", start=0, end=len(s)))
    value = _read_exactly(s.replace(".", "").replace(",", ".").replace("−", "-"))
    return value or value.copy_abs()


def check_text(s: object) -> str:
    """Let pass a text; the door of callers without a type checker (kiểm tra văn bản).

    >>> check_text("5")
    '5'
    >>> check_text(5)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected str, got int
    """
    if isinstance(s, str):
        return s
    raise WrongTypeError(issue("type/wrong", wanted="str", given=type(s).__name__))


def check_number(x: object) -> int | Decimal:
    """Let pass what can be written as a number: an int or a finite Decimal of bounded size (kiểm tra số).

    >>> check_number(5)
    5
    >>> check_number(True)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected int or Decimal, got bool
    """
    if isinstance(x, Decimal):
        if not x.is_finite():
            raise NumberError(issue("number/not-finite"))
        if not x:
            return Decimal(0)
        # adjusted() first: as_tuple() and text of 1E999999999 are what must never be made.
        if x.adjusted() >= MOST_DIGITS or max(x.adjusted() + 1, 1) - min(_exponent(x), 0) > MOST_DIGITS:
            raise NumberError(issue("number/out-of-range"))
        return x
    if isinstance(x, bool) or not isinstance(x, int):
        raise WrongTypeError(issue("type/wrong", wanted="int or Decimal", given=type(x).__name__))
    if not -_LIMIT < x < _LIMIT:
        raise NumberError(issue("number/out-of-range"))
    return int(x)


def check_fraction_digits(max_frac: object, min_frac: object) -> None:
    """Let pass counts of digits after the comma that make sense together (kiểm tra số chữ số).

    >>> check_fraction_digits(2, 0)
    >>> check_fraction_digits(1, 2)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/out-of-range: the option must be from 0 to 1
    """
    most = MOST_FRACTION_DIGITS
    for given in (max_frac, min_frac):
        if not isinstance(given, int) or isinstance(given, bool):
            raise WrongTypeError(issue("type/wrong", wanted="int", given=type(given).__name__))
        if not 0 <= given <= most:
            raise OptionError(issue("option/out-of-range", least=0, most=most))
        most = given


def group_digits(n: int) -> str:
    """Write an int of at most 1,000 digits with dots between its groups (tách nhóm).

    >>> group_digits(-1005)
    '-1.005'
    """
    if -_PLAIN < n < _PLAIN:
        return f"{n:,}".replace(",", ".")
    return f"{Decimal(n):,f}".replace(",", ".")


def is_numeral(text: str) -> bool:
    """Tell whether a text is a number without a sign, as written here (có phải con số).

    >>> is_numeral("1.234,5"), is_numeral("1.5")
    (True, False)
    """
    return _is_numeral(text) is not None


def numeral_fault(numeral: str, start: int) -> Issue:
    """Say why a run of digits, dots and commas is no number (lỗi của chữ số).

    Args:
        numeral: The run: ASCII digits, dots and commas, at least one, and not `is_numeral`.
        start: Where the run stands in the text read.

    >>> numeral_fault("007", 0).hint
    '7'
    """
    hint = None
    commas = numeral.count(",")
    if numeral[0] == "0" and numeral[1:2].isdigit():
        code, hint = "number/leading-zero", numeral.lstrip("0")
    elif _is_english_grouping(numeral) and (commas > 1 or "." in numeral):
        code, hint = "number/malformed-grouping", numeral.translate(_MARKS)
    elif commas > 1 or numeral[0] == "," or numeral[-1] == ",":
        code = "number/malformed-decimal"
    else:
        code = "number/malformed-grouping"
        if _is_one_dot(numeral) and (len(numeral) - numeral.index(".") != 4 or numeral[0] == "0"):
            hint = ("0" if numeral[0] == "." else "") + numeral.replace(".", ",")
    return issue(code, start=start, end=start + len(numeral), hint=_readable(hint))


def _exponent(x: Decimal) -> int:
    """Give the exponent of a finite Decimal."""
    exponent = x.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _fault(s: str) -> Issue:
    """Say why a text is no number: the first of the known slips that fits."""
    bare = s.strip(BLANKS)
    start = len(s) - len(s.lstrip(BLANKS))
    end = start + len(bare)
    unsigned = bare[1:] if bare[:1] in "-−" else bare
    if not unsigned.strip(BLANKS):
        return issue("number/empty", start=start, end=end)
    if _is_not_finite(bare):
        return issue("number/not-finite", start=start, end=end)
    for place, character in enumerate(bare, start):
        if not character.isascii() and unicodedata.category(character)[0] == "N":
            return issue("number/non-ascii-digit", start=place, end=place + 1, hint=_ascii(character))
    if _is_exponent(bare):
        return issue("number/exponent-or-underscore", start=start, end=end)
    if _is_underscored(bare):
        hint = bare.replace("_", "")
        return issue("number/exponent-or-underscore", start=start, end=end, hint=_readable(hint))
    if _is_blank_grouped(bare):
        hint = ".".join(re.split(f"[{BLANKS}]+", bare))
        return issue("number/inner-blank", start=start, end=end, hint=_readable(hint))
    if _is_indefinite(bare):
        return issue("number/indefinite", start=start, end=end)
    word = _find_word(s)
    if word:
        return issue("number/unknown-word", start=word.start(), end=word.end())
    start = end - len(unsigned)
    for place, character in enumerate(unsigned, start):
        if character not in "0123456789.,":
            return issue("number/unknown-character", start=place, end=place + 1)
    return numeral_fault(unsigned, start)


def _ascii(character: str) -> str | None:
    """Give the digit that a digit of another script stands for, where it is one."""
    digit = unicodedata.decimal(character, -1)
    return None if digit < 0 else str(digit)


def _readable(hint: str | None) -> str | None:
    """Keep a hint only if it reads back: a wrong guess is worse than none."""
    return hint if hint is not None and _is_number(hint) else None
