"""The number of a figure in digits, with its scale: "6,2 tỷ", "1 tỷ 200 triệu", "2 triệu rưỡi" (chữ số).

What only the unit behind the number can settle ("1,500" before "m2" and before "%") is noted as a doubt and
left to the caller.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lamtheobac.errors import NumberError
from lamtheobac.text.figure_amounts import MOST_NUMERAL, NOT_A_SCALE, SCALES, Amount
from lamtheobac.text.numbers import is_numeral, numeral_fault

if TYPE_CHECKING:
    from lamtheobac.text.figure_amounts import Doubt
    from lamtheobac.text.figure_tokens import Cursor

__all__ = ["blank_fault", "check_scaled", "check_spelling", "read_digits"]

_MISSPELT = {
    **dict.fromkeys(("tỳ", "tý", "ty", "ti", "tì", "tí", "tỵ", "tị", "tỹ", "tĩ"), "tỷ"),
    **dict.fromkeys(("trieu", "triêu", "trịêu"), "triệu"),
    **dict.fromkeys(("nghin", "nghỉn", "nghín", "ngìn", "ngin", "ngan"), "nghìn"),
    **dict.fromkeys(("dong", "đong", "dồng", "đòng", "đông", "đổng"), "đồng"),
}
_RIGHT_ALL_THE_SAME = {("ti", "vi")}

_is_padded = re.compile("0[1-9]").fullmatch
_is_doubtful_comma = re.compile("[1-9][0-9]{0,2},[0-9]{3}").fullmatch
_is_dot_decimal = re.compile(r"(?:0|[1-9][0-9]*)\.[0-9]{1,2}").fullmatch
_is_first_group = re.compile("[1-9][0-9]{0,2}").fullmatch
_is_group = re.compile("[0-9]{3}").fullmatch
_is_tail = re.compile("[1-9](?:[0-9]{2})?").fullmatch


def read_digits(cursor: Cursor) -> Amount:
    """Read a number in digits, its scale, and what may follow the scale."""
    first = cursor.place
    digits, decimals, doubt = _read_numeral(cursor)
    scale = _read_scale(cursor)
    if scale is None:
        return Amount(digits, -decimals, first, cursor.place, decimals=decimals > 0, doubt=doubt)
    if doubt == "dot":
        cursor.flag("dot_decimal")
    elif doubt == "blank":
        raise blank_fault(cursor, first)
    check_scaled(cursor, first, digits, decimals)
    return _read_rest(cursor, first, digits, decimals, scale)


def _read_rest(cursor: Cursor, first: int, digits: int, decimals: int, scale: int) -> Amount:
    """Read what follows a scale: a half, lower scales, or a tail whose scale is left out."""
    highest = scale
    while True:
        place = scale - decimals
        if cursor.low() == "rưỡi":
            if decimals or cursor.place - first > 3:
                raise cursor.fault("number/word-order")
            cursor.place += 1
            digits, place, decimals = digits * 10 + 5, place - 1, 1
        elif cursor.low() == "mấy":
            raise cursor.fault("number/indefinite", first)
        elif cursor.is_number():
            at = cursor.place
            more, more_decimals, doubt = _read_numeral(cursor)
            lower = _read_scale(cursor)
            if lower is None:
                check_spelling(cursor, first)
                return _read_tail(cursor, first, at, digits, place, whole=not decimals)
            # 1 tỷ 2.000 triệu, 200 triệu 1 tỷ and 1,5 tỷ 200 triệu add up to nothing anybody meant.
            size = more * 10 ** max(lower - more_decimals, 0)
            if decimals or doubt not in ("", "comma") or not 0 < size < 10**scale or lower >= scale:
                raise cursor.fault("number/word-order", at, cursor.place - 1)
            check_scaled(cursor, at, more, more_decimals)
            digits = digits * 10 ** (scale - lower + more_decimals) + more
            scale, decimals = lower, more_decimals
            continue
        return Amount(digits, place, first, cursor.place, decimals=decimals > 0, scale=highest)


def _read_tail(cursor: Cursor, first: int, at: int, digits: int, place: int, *, whole: bool) -> Amount:
    """Read "1 tỷ 2" as 1,2 tỷ and "2 tỷ 550" as 2.550 triệu, where that is allowed and nothing else."""
    written = cursor.tokens[at].text
    alone = at == cursor.place - 1 and cursor.low() in ("", "đồng", "đ", "₫", "vnd", "vnđ", "/")
    single = at == first + 2 and place in (6, 9) and is_numeral(cursor.tokens[first].text)
    hint = None
    if alone and whole and _is_tail(written):
        if cursor.lenient:
            cursor.flag("tail")
            digits = digits * 10 ** len(written) + int(written)
            last = place - len(written)
            # One digit stands for ",2"; three stand for the next scale, which nghìn does not have.
            short = len(written) == 1
            return Amount(digits, last, first, cursor.place, decimals=short, scale=place if last else 0)
        if single:
            scale = cursor.tokens[first + 1].text
            lower = {9: "triệu", 6: "nghìn"}[place]
            number = cursor.tokens[first].text
            hint = (
                f"{number},{written} {scale}" if len(written) == 1 else f"{number} {scale} {written} {lower}"
            )
    raise cursor.fault("number/ambiguous-tail", first, cursor.place - 1, hint)


def _read_numeral(cursor: Cursor) -> tuple[int, int, Doubt]:
    """Read digits: all of them as an int, how many stand after the comma, and what is doubtful."""
    first = cursor.place
    token = cursor.tokens[first]
    written = token.text
    if len(written) > MOST_NUMERAL:
        raise cursor.fault("number/out-of-range")
    cursor.place += 1
    if cursor.low() == "e" and cursor.tokens[cursor.place].glued:
        raise cursor.fault("number/exponent-or-underscore", first)
    if cursor.is_number():
        # Digits, a blank, digits: groups, or two numbers in a row.
        while cursor.is_number() and _is_group(cursor.low()):
            cursor.place += 1
        groups = [token.text for token in cursor.tokens[first : cursor.place]]
        if not cursor.lenient or cursor.is_number() or not _is_first_group(written) or len(groups) > 6:
            raise blank_fault(cursor, first)
        return int("".join(groups)), 0, "blank"
    if is_numeral(written):
        whole, _, fraction = written.partition(",")
        doubt: Doubt = "comma" if _is_doubtful_comma(written) else ""
        return int(whole.replace(".", "") + fraction), len(fraction), doubt
    if cursor.lenient and _is_padded(written):
        cursor.flag("leading_zero")
        return int(written), 0, ""
    if cursor.lenient and _is_dot_decimal(written):
        whole, _, fraction = written.partition(".")
        return int(whole + fraction), len(fraction), "dot"
    raise NumberError(numeral_fault(written, token.start))


def blank_fault(cursor: Cursor, first: int) -> NumberError:
    """Make the error for digits parted by blanks, with dots in its hint (lỗi khoảng trắng)."""
    last = first
    while last + 1 < cursor.stop and cursor.tokens[last + 1].kind == "number":
        last += 1
    dotted = ".".join(token.text for token in cursor.tokens[first : last + 1])
    return cursor.fault("number/inner-blank", first, last, dotted if is_numeral(dotted) else None)


def _read_scale(cursor: Cursor) -> int | None:
    """Read a scale word, or two: nghìn tỷ, triệu tỷ."""
    power = SCALES.get(cursor.low())
    if power is None or cursor.low(1) in NOT_A_SCALE:
        return None
    cursor.place += 1
    if power != 9 and cursor.low() in ("tỷ", "tỉ") and cursor.low(1) not in NOT_A_SCALE:
        cursor.place += 1
        power += 9
    if cursor.low() in SCALES:
        raise cursor.fault("number/word-order")
    return power


def check_scaled(cursor: Cursor, first: int, digits: int, decimals: int) -> None:
    """Refuse "1,500 tỷ": a thousandth that ends in 0 is a thousands mark as likely as not (dấu phẩy ngờ vực).

    Args:
        cursor: Stands after the number.
        first: The token of the number.
        digits: All its digits.
        decimals: How many of them stand after the comma.
    """
    if decimals > 2 and digits % 10 == 0:
        raise cursor.fault("number/ambiguous-separator", first)


def check_spelling(cursor: Cursor, first: int) -> None:
    """Refuse the near misses of scale words and of đồng, with the word that was meant (sai dấu).

    Args:
        cursor: Stands before the word.
        first: The first token of the number before it, with which the hint begins.
    """
    right = _MISSPELT.get(cursor.low())
    if right is None or (cursor.low(), cursor.low(1)) in _RIGHT_ALL_THE_SAME:
        return
    before = " ".join(token.text for token in cursor.tokens[first : cursor.place])
    raise cursor.fault("number/unknown-word", first, cursor.place, f"{before} {right}")
