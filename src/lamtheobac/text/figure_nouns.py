"""What a figure counts and what it is counted by: "hộ nghèo", "đồng/người/năm" (danh từ và đơn vị).

The unit settles what the number alone leaves open: a comma before three digits is doubtful before "hộ" and
plain before "%".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lamtheobac.errors import NumberError
from lamtheobac.text.figure_amounts import NOT_A_SCALE
from lamtheobac.text.figure_digits import blank_fault, check_spelling
from lamtheobac.text.figure_tokens import LETTERS
from lamtheobac.text.numbers import BLANKS, numeral_fault
from lamtheobac.text.units import UNITS, match_per, match_unit
from lamtheobac.text.word_grammar import DIGITS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lamtheobac.text.figure_amounts import Amount
    from lamtheobac.text.figure_tokens import Cursor

__all__ = ["Counted", "read_counted"]

_MOST_PER = 3
_WORD = f"[{LETTERS}]+(?:[-’][{LETTERS}]+)*"
_QUOTED = f"“{_WORD}(?:(?: |, | - | – |/){_WORD})*”"
_is_noun = re.compile(f"(?:{_WORD}|{_QUOTED})(?:(?: |, | - | – )(?:{_WORD}|{_QUOTED}))*").fullmatch
_find_blanks = re.compile(f"[{BLANKS}]+")

# A noun that began with one of these would be the rest of a number, or of a sentence.
_NO_NOUN_WORDS = """
    một hai ba bốn sáu bảy bẩy tám chín mười mươi mốt lăm linh lẻ rưỡi phẩy trăm chục vạn không nửa mấy nghìn
    ngàn triệu tỷ tỉ hơn trên dưới gần khoảng chừng từ đến tới lên và hoặc là mỗi"""
_NO_NOUN = frozenset(_NO_NOUN_WORDS.split())
_SPOKEN = frozenset(("chục", "vạn", "nửa"))
_SLANG = frozenset(("tỏi", "củ"))  # for tỷ and triệu, where nothing follows
# Measures outside the table that print sets close, as it does m2.
_GLUED = frozenset(("mm", "cm", "dm", "ml", "hz", "khz", "mhz", "ghz", "kw", "kwh", "mw", "mb", "gb", "tb"))
_NEVER_IN_A_NOUN = frozenset(("rưỡi", "mấy", "nghìn", "ngàn"))
_NOUNS_ALL_THE_SAME = frozenset((("ba", "lô"), ("không", "gian"), ("từ", "điển"), ("trên", "biển")))


class Counted(NamedTuple):
    """What is counted, with the amounts as the unit settles them (đối tượng đếm).

    Attributes:
        unit: A code of the unit table.
        noun: What is counted, where that says more than the unit's label.
        per: Codes of what it is counted by.
        amounts: One amount, or the two ends of a range.
    """

    unit: str
    noun: str
    per: tuple[str, ...]
    amounts: tuple[Amount, ...]


def read_counted(
    cursor: Cursor, amounts: tuple[Amount, ...], *, fraction: bool = False, share: bool = False
) -> Counted:
    """Read all that follows the number (đọc đơn vị và danh từ).

    Args:
        cursor: Stands after the number.
        amounts: What was read: one amount or two ends.
        fraction: Whether a whole was given; then something countable must follow.
        share: Whether the number is a share of what follows ("nửa số hộ").

    Raises:
        NumberError: The rest is no unit and no noun, or makes the number doubtful.
    """
    check_spelling(cursor, amounts[-1].first)
    per = _read_per(cursor)
    last = amounts[-1]
    if cursor.place == cursor.stop:
        # "năm" or "hai" alone is a word of any kind; more words than one are a number.
        lone = last.worded and last.last - last.first == 1
        if fraction or "implied_one" in cursor.flags or (lone and not per):
            raise cursor.fault("figure/no-unit", amounts[0].first, max(cursor.stop - 1, 0))
        unit = "item"
        if cursor.lenient and last.scale >= (3 if per else 6):
            cursor.flag("currency_omitted")
            unit = "VND"
        return Counted(
            unit, "", per, tuple(_settle(cursor, amount, unit, "", bare=not per) for amount in amounts)
        )
    unit, length = ("percent", 0) if share else match_unit(cursor.lows())
    kind = UNITS[unit].kind
    _check_first(cursor, last, length, kind, share=share)
    scaled_share = kind == "share" and any(amount.scale for amount in amounts)
    if scaled_share or (fraction and kind in ("money", "share")):
        raise cursor.fault("figure/misplaced-unit")
    start = cursor.place
    half = cursor.lenient and length and cursor.low(length) == "rưỡi"
    if half and len(amounts) == 1 and not (fraction or last.decimals or last.scale):
        # 2 năm rưỡi: half of the unit, not of a scale; but "2 ngày rưỡi công" is no figure.
        words = cursor.lows()
        if match_unit(words[:length] + words[length + 1 :]) != (unit, length):
            raise cursor.fault("number/word-order", start + length)
        cursor.flag("half")
        amounts = (last._replace(digits=last.digits * 10 + 5, place=-1, decimals=True),)
        cursor.place += length + 1
        noun = _read_noun(cursor, cursor.place)
        if kind == "count":
            noun = f"{_slice(cursor, start, start + length)} {noun}".rstrip()
    else:
        cursor.place += length
        noun = _read_noun(cursor, start if kind == "count" else cursor.place)
    if kind == "money" and noun:
        raise cursor.fault("figure/misplaced-unit", start + length)
    if noun.lower() == UNITS[unit].vi:
        noun = ""
    unsure = last.worded and (not cursor.lenient or "implied_one" in cursor.flags)
    if noun in ("phần", "số") or (unit == "item" and unsure):
        # "90 phần" may be a share cut short; a number word before any noun may be an article.
        raise cursor.fault("figure/no-unit", start)
    if noun.lower() in _SLANG or cursor.tokens[start].text == "M":
        raise cursor.fault("number/unknown-word", start)
    return Counted(
        unit, noun, per, tuple(_settle(cursor, amount, unit, noun, bare=False) for amount in amounts)
    )


def _check_first(cursor: Cursor, amount: Amount, length: int, kind: str, *, share: bool) -> None:
    """Refuse a first word that cannot follow this number."""
    token = cursor.tokens[cursor.place]
    if token.low == "năm" and amount.scale:
        # "mười triệu năm": a tail of the number, or years.
        raise cursor.fault("number/ambiguous-tail")
    if token.low in NOT_A_SCALE and amount.scale:
        raise cursor.fault("number/word-order")
    if token.glued and token.kind == "word" and kind == "count" and token.low not in _GLUED:
        raise cursor.fault("number/unknown-word")
    if not length and not share:
        _check_noun_start(cursor, 0)


def _check_noun_start(cursor: Cursor, ahead: int) -> None:
    """Refuse a noun that begins like the rest of a number or with a second unit."""
    word, after = cursor.low(ahead), cursor.low(ahead + 1)
    cut_fraction = word == "phần" and after in DIGITS
    if cut_fraction or (word in _NO_NOUN and (word, after) not in _NOUNS_ALL_THE_SAME):
        code = "number/unknown-word" if word in _SPOKEN else "number/word-order"
        raise cursor.fault(code, cursor.place + ahead)
    code, _ = match_unit(cursor.lows()[ahead:])
    if UNITS[code].kind != "count":
        raise cursor.fault("figure/misplaced-unit", cursor.place + ahead)


def _read_noun(cursor: Cursor, start: int) -> str:
    """Read the tokens from `start` to the end as a noun; empty where there are none."""
    if start == cursor.stop:
        return ""
    if start == cursor.place:
        _check_noun_start(cursor, 0)
    for place in range(start, cursor.stop):
        if cursor.tokens[place].low in _NEVER_IN_A_NOUN:
            raise cursor.fault("number/word-order", place)
    noun = _slice(cursor, start, cursor.stop)
    if cursor.lenient and noun.count('"') == 2:
        cursor.flag("straight_quotes")
        noun = noun.replace('"', "“", 1).replace('"', "”")
    if not _is_noun(noun):
        raise cursor.fault("figure/malformed-noun", start, cursor.stop - 1)
    cursor.place = cursor.stop
    return noun


def _slice(cursor: Cursor, start: int, stop: int) -> str:
    """Give the text of some tokens as written, with single ordinary blanks."""
    return _find_blanks.sub(" ", cursor.text[cursor.tokens[start].start : cursor.tokens[stop - 1].end])


def _read_per(cursor: Cursor) -> tuple[str, ...]:
    """Read what the figure is counted by, from the end of the text, and leave the rest to the noun."""
    quoted = False
    for place in range(cursor.place, cursor.stop):
        word = cursor.tokens[place].low
        if word in "“”":
            quoted = word == "“"
        elif word == "/" and not quoted:
            break
        elif word == "mỗi":
            code, length = match_per(_lows(cursor, place + 1, cursor.stop))
            if length and place + 1 + length == cursor.stop:
                if not cursor.lenient:
                    raise cursor.fault("figure/misplaced-unit", place, cursor.stop - 1)
                cursor.flag("per_words")
                cursor.stop = place
                return (code,)
    else:
        return ()
    codes: list[str] = []
    slash = place
    while place < cursor.stop:
        start = place + 1
        place = start
        while place < cursor.stop and cursor.tokens[place].low != "/":
            place += 1
        code = _read_per_unit(cursor, start, place)
        if code in codes or len(codes) == _MOST_PER:
            raise cursor.fault("figure/unknown-per", start, max(start, place - 1))
        codes.append(code)
    cursor.stop = slash
    return tuple(codes)


def _read_per_unit(cursor: Cursor, start: int, stop: int) -> str:
    """Read one unit after a slash; lenient reading takes any words, as an item if it must."""
    code, length = match_per(_lows(cursor, start, stop))
    if length == stop - start and length:
        return code
    worded = start < stop and all(token.kind == "word" for token in cursor.tokens[start:stop])
    if not (cursor.lenient and worded):
        raise cursor.fault("figure/unknown-per", start, max(start, stop - 1))
    cursor.flag("per_noun" if length else "per_item")
    return code


def _lows(cursor: Cursor, start: int, stop: int) -> Sequence[str]:
    """Give some lower-case tokens."""
    return [token.low for token in cursor.tokens[start:stop]]


def _settle(cursor: Cursor, amount: Amount, unit: str, noun: str, *, bare: bool) -> Amount:
    """Settle by the unit what the number left open, or refuse."""
    kind = UNITS[unit].kind
    token = cursor.tokens[amount.first]
    if amount.doubt == "comma" and kind != "share":
        if bare:
            cursor.flag("maybe_us_grouping")
        elif kind == "money" or not cursor.lenient:
            raise cursor.fault("number/ambiguous-separator", amount.first)
        else:
            cursor.flag("comma_grouping")
            amount = amount._replace(place=0, decimals=False)
    elif amount.doubt == "dot":
        if kind not in ("share", "measure") and noun.lower().split(" ")[0] != "điểm":
            raise NumberError(numeral_fault(token.text, token.start))
        cursor.flag("dot_decimal")
    elif amount.doubt == "blank":
        if bare or kind not in ("measure", "count"):
            raise blank_fault(cursor, amount.first)
        cursor.flag("blank_grouping")
    return amount._replace(doubt="")
