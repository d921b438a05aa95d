"""The number of a figure in words: "ba mươi", "hai mươi lăm triệu", "hàng trăm" (số bằng chữ).

As many words are taken as make one number; what follows them is the unit, so that "hai mươi năm" is twenty
years.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lamtheobac.errors import NumberError
from lamtheobac.text.figure_amounts import SCALES, Amount
from lamtheobac.text.units import match_unit
from lamtheobac.text.word_grammar import known_words

if TYPE_CHECKING:
    from lamtheobac.text.figure_tokens import Cursor
    from lamtheobac.text.word_grammar import ReadingMode

__all__ = ["read_indefinite", "read_words"]

_ORDERS = {"chục": 1, "trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
_MISSPELT = frozenset(("lẽ", "muời", "muơi"))
_HIGHEST = 17  # hàng trăm triệu tỷ: from 10^17 up to the limit of 10^18


def read_indefinite(cursor: Cursor) -> tuple[Amount, Amount] | None:
    """Read "hàng trăm", "vài chục": from one power of ten to the next, from two to five (số ước chừng).

    Returns:
        The two ends; None where no such word stands here.

    Raises:
        NumberError: There is one, and reading is strict, or it has no ends ("mấy").
    """
    first = cursor.place
    word = cursor.low()
    if word == "một" and cursor.low(1) in ("vài", "số", "ít"):
        cursor.place += 1
        word = cursor.low()
    elif word not in ("hàng", "vài", "mấy", "nhiều", "dăm") or (
        word == "hàng" and cursor.low(1) not in _ORDERS
    ):
        return None
    cursor.place += 1
    power = 0
    while cursor.low() in _ORDERS and not (power and _ORDERS[cursor.low()] < 2):
        power += _ORDERS[cursor.low()]
        cursor.place += 1
    if word not in ("hàng", "vài") or power > _HIGHEST or not cursor.lenient:
        raise cursor.fault("number/indefinite", first, max(first, cursor.place - 1))
    cursor.flag("indefinite")
    low, high = (1, 10) if word == "hàng" else (2, 5)
    lower = Amount(low, power, first, cursor.place)
    return lower, lower._replace(digits=high)


def read_words(cursor: Cursor) -> Amount:
    """Read a number in words: as many of them as make one number."""
    first = cursor.place
    known = known_words("lenient")
    while cursor.place < cursor.stop and cursor.low() in known:
        cursor.place += 1
    if cursor.place == first:
        rest = cursor.lows()
        if rest and match_unit(rest)[1] == len(rest):
            raise cursor.fault("number/empty", first, cursor.stop - 1)
        raise cursor.no_number()
    value, taken, loose = _longest_number(cursor, first)
    cursor.place = first + taken
    if cursor.low() in _MISSPELT:
        raise _misspelling(cursor, first)
    words = [token.low for token in cursor.tokens[first : cursor.place]]
    if value < 0:
        raise cursor.fault("figure/negative", first, cursor.place - 1)
    if cursor.low() == "chấm" and cursor.low(1) in known:
        # "năm chấm lăm" is no decimal, and no five points either.
        raise cursor.fault("number/word-order")
    # "một triệu năm" may be a tail or a million years; "năm năm" is not how anybody counts years in print.
    if cursor.low() == "năm" and (words[-1] in ("trăm", *SCALES) or words == ["năm"]):
        raise cursor.fault("number/ambiguous-tail" if len(words) > 1 else "number/word-order")
    scale = 0
    half = words[-1] == "rưỡi"
    end = len(words) - half
    while end and words[end - 1] in SCALES:
        end -= 1
        scale += SCALES[words[end]]
    spoken = next((place for place, word in enumerate(words) if word in ("phẩy", "chấm")), end)
    decimals = int(scale > 0) if half or words[0] == "nửa" else max(end - spoken - 1, 0)
    sign, figures, exponent = Decimal(value).as_tuple()
    power = exponent if isinstance(exponent, int) else 0
    digits = int(Decimal((sign, figures, 0)))
    if loose:
        cursor.flag("spoken")
        if not scale and not decimals and not SCALES.keys().isdisjoint(words):
            # The tail of "một tỷ hai" is no more exact than "1,2 tỷ".
            scale = len(str(digits)) - len(str(digits).rstrip("0"))
    place = scale - decimals
    digits = digits * 10 ** (power - place) if power >= place else digits // 10 ** (place - power)
    return Amount(digits, place, first, cursor.place, decimals=decimals > 0, scale=scale, worded=True)


def _misspelling(cursor: Cursor, first: int) -> NumberError:
    """Make the error for "một trăm lẽ năm", with the words that were meant, as reading words alone does."""
    from lamtheobac.text.words import parse_words  # noqa: PLC0415  as below

    known = known_words("lenient") | _MISSPELT
    stop = cursor.place
    while stop < cursor.stop and cursor.tokens[stop].low in known:
        stop += 1
    hint = None
    try:
        parse_words(" ".join(token.low for token in cursor.tokens[first:stop]))
    except NumberError as error:
        hint = error.hint
    return cursor.fault("number/unknown-word", cursor.place, cursor.place, hint)


def _longest_number(cursor: Cursor, first: int) -> tuple[int | Decimal, int, bool]:
    """Find how many of the number words make one number; the bool says that only speech says it so."""
    words = [token.low for token in cursor.tokens[first : cursor.place]]
    value, taken, code = _try_words(words, "strict")
    rest = words[taken : taken + 1]
    if value is not None and not (cursor.lenient and rest):
        return value, taken, False
    if cursor.lenient:
        said = _try_words(words, "lenient")
        if value is not None and rest == ["năm"] and said[1] <= taken + 1:
            return value, taken, False  # "hai mươi năm": years
        value, taken, _ = said
        if value is None and words[0] in ("trăm", *SCALES):
            # "gần trăm triệu đồng": a scale alone is one of it, where a unit follows.
            cursor.flag("implied_one")
            value, taken, _ = _try_words(["một", *words], "strict")
            taken -= 1
        if value is not None:
            return value, taken, True
    raise cursor.fault(code, first, cursor.place - 1)


def _try_words(words: list[str], mode: ReadingMode) -> tuple[int | Decimal | None, int, str]:
    """Read the longest run of words that is a number: value, how many they are, code of the first fault."""
    from lamtheobac.text.words import parse_words  # noqa: PLC0415  5 ms that most figures never need

    code = ""
    taken = len(words)
    while taken:
        text = " ".join(words[:taken])
        try:
            return parse_words(text, mode=mode), taken, code
        except NumberError as error:
            code = code or error.code
            # No number reaches beyond the word that did not fit.
            taken = min(taken - 1, len(text[: error.start or 0].split()))
    return None, 0, code
