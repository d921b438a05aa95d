"""A figure as a report states it: "khoảng hơn 132 tỷ đồng", "30/38 vụ việc" (số liệu).

The whole text must be one figure: qualifiers, a number or a range or a fraction, what is counted, and what it
is counted by. Strict reading takes what this library could have written and its dialect variants; lenient
reading also takes the habits of the press, each named in `flags`. What has two readings is an error in both.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from lamtheobac.errors import NumberError, OptionError
from lamtheobac.messages import issue
from lamtheobac.text.figure_amounts import SCALES, Amount, find_step, make_decimal
from lamtheobac.text.figure_digits import check_scaled, read_digits
from lamtheobac.text.figure_nouns import Counted, read_counted
from lamtheobac.text.figure_shapes import find_place, find_shape
from lamtheobac.text.figure_tokens import Cursor, normalise, original_places, tokenise
from lamtheobac.text.figure_words import read_indefinite, read_words
from lamtheobac.text.units import UNITS, match_unit
from lamtheobac.text.word_grammar import DIGITS, known_words

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["APPROXIMATIONS", "FINEST", "LARGEST", "FigureMode", "FigureText", "read_figure"]

FigureMode = Literal["strict", "lenient"]
"""Only what this library could have written, or the habits of the press too."""

APPROXIMATIONS: Mapping[str, str] = {
    "exact": "",
    "more_than": "hơn",
    "nearly": "gần",
    "about": "khoảng",
    "at_least": "ít nhất",
    "at_most": "tối đa",
    "less_than": "dưới",
}
"""Every approximation and the word it is written with."""

_QUALIFIERS: Mapping[tuple[str, ...], str] = {
    tuple(phrase.split()): approximation
    for approximation, phrases in (
        ("more_than", "hơn|trên"),
        ("nearly", "gần|ngót|ngót nghét"),
        ("about", "khoảng|chừng|khoảng chừng|ước|ước đạt|ước tính|ước khoảng|xấp xỉ|trên dưới"),
        ("at_least", "ít nhất|tối thiểu"),
        ("at_most", "không quá|tối đa|nhiều nhất"),
        ("less_than", "dưới|chưa đầy|chưa tới|chưa đến"),
        ("exact", "tròn|tới|lên tới|lên đến"),
    )
    for phrase in phrases.split("|")
}
_SIDES: Mapping[str, int] = {"more_than": 1, "at_least": 1, "nearly": -1, "at_most": -1, "less_than": -1}
_POSTFIXES: Mapping[str, str] = {"trở lên": "at_least", "trở xuống": "at_most"}
_MOST_QUALIFIERS = 3
_MOST_REPEATED = 3
_HYPHENS = frozenset(("-", "–"))
LARGEST = 10**18
"""The largest value of a figure."""

FINEST = -6
"""The place of the finest digit of a figure, as a power of ten."""

_CURRENCIES = frozenset(("vnd", "vnđ", "usd"))
_is_year = re.compile("(?:19|20)[0-9]{2}").fullmatch


class _Join(NamedTuple):
    """How two ends were joined: the unit of the first one, where its words stand, and by what."""

    unit: str
    place: int
    length: int
    hyphen: bool


class FigureText(NamedTuple):
    """What a figure's text says (nội dung số liệu).

    Attributes:
        value: The number in the base unit; None for a range.
        unit: A code of the closed unit table.
        approximation: exact, more_than, nearly, about, at_least, at_most or less_than.
        step: The place of the last digit the writer vouched for, in the base unit; 0 is exact in full.
        noun: What is counted, where that says more than the unit's label.
        per: Codes of what it is counted by: `("person", "year")`.
        low: The lower end of a range.
        high: The upper end of a range.
        out_of: The whole of a fraction.
        qualifiers: The words of approximation, lower-case, in order.
        flags: The habits that lenient reading allowed for.
    """

    value: Decimal | None
    unit: str
    approximation: str
    step: Decimal
    noun: str
    per: tuple[str, ...]
    low: Decimal | None
    high: Decimal | None
    out_of: int | None
    qualifiers: tuple[str, ...]
    flags: tuple[str, ...]


def read_figure(s: str, *, mode: FigureMode = "strict") -> FigureText:
    """Read a text that is one figure and nothing else (đọc số liệu).

    Args:
        s: The text, at most 200 characters.
        mode: `strict`, or `lenient` for the habits of the press.

    Returns:
        The figure; value, ends and step in the base unit (đồng for money).

    Raises:
        NumberError: The text is no figure, more than one, or has two readings.
        OptionError: No such mode.
        WrongTypeError: Not a text.

    >>> found = read_figure("khoảng hơn 132 tỷ đồng")
    >>> found.value, found.unit, found.approximation, found.qualifiers
    (Decimal('132000000000'), 'VND', 'more_than', ('khoảng', 'hơn'))
    >>> read_figure("6.2 tỷ đồng")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/malformed-grouping: dots must separate groups of three digits; is it
    “6,2”?
    """
    if mode not in ("strict", "lenient"):
        raise OptionError(issue("option/unknown", known="strict, lenient"))
    text = normalise(s)
    lenient = mode == "lenient"
    shape = find_shape(text)
    if shape and (known := _read_shape(shape.text, shape.ones, lenient)):
        return known[0]._replace(value=make_decimal(shape.digits, known[1]))
    try:
        return _read(Cursor(text, tokenise(text), lenient=lenient))
    except NumberError as error:
        raise _explain(s, text, error) from None


@lru_cache(maxsize=4096)
def _read_shape(text: str, digits: int, lenient: bool) -> tuple[FigureText, int] | None:  # noqa: FBT001  a key
    """Read a shape, with the place of its number's last digit; None where its digits matter."""
    try:
        read = _read(Cursor(text, tokenise(text), lenient=lenient))
    except NumberError:
        return None
    # No other digits of this shape come to ten times this value.
    if read.value is None or read.out_of is not None or read.value > LARGEST // 10:
        return None
    place = find_place(read.value, digits)
    return None if place is None else (read, place)


def _put_currency_last(cursor: Cursor) -> None:
    """Read "VND 1,5 tỷ" as "1,5 tỷ VND"."""
    tokens = list(cursor.tokens)
    for place in range(len(tokens) - 1):
        before = tokens[place - 1] if place else None
        if tokens[place].low not in _CURRENCIES or tokens[place + 1].kind != "number":
            continue
        if before and (before.kind == "number" or before.low in SCALES):
            continue
        end = place + 2
        while end < len(tokens) and tokens[end].low in SCALES:
            end += 1
        tokens[place:end] = [*tokens[place + 1 : end], tokens[place]]
        cursor.flag("currency_first")
    cursor.tokens = tokens


def _explain(s: str, text: str, error: NumberError) -> NumberError:
    """Drop a hint that does not read back, and give places in the text as it came."""
    if error.hint is not None:
        try:
            _read(Cursor(error.hint, tokenise(error.hint), lenient=False))
        except NumberError:
            error = NumberError(issue(error.code, start=error.start, end=error.end))
    return error if text == s else original_places(s, error)


def _read(cursor: Cursor) -> FigureText:
    """Read a whole figure: qualifiers, number, unit; the last words first, for they close it."""
    if cursor.lenient:
        _put_currency_last(cursor)
    qualifiers = _read_qualifiers(cursor)
    postfix = _read_postfix(cursor)
    between = cursor.lenient and cursor.takes("giữa")
    if between:
        cursor.flag("between")
    opened = between or cursor.takes("từ")
    out_of = join = None
    share = False
    amounts: tuple[Amount, ...] | None = read_indefinite(cursor)
    indefinite = amounts is not None
    if amounts is None:
        amount, share = _read_half(cursor)
        amounts, join = ((amount,), None) if share else _read_range(cursor, amount, between=between)
        if opened and not (join or postfix):
            raise cursor.fault("number/word-order", amount.first, amount.last - 1)
        out_of = None if join or share else _read_whole(cursor, amount)
    counted = read_counted(cursor, amounts, fraction=out_of is not None, share=share)
    if join:
        _check_range(cursor, counted, join)
    approximation = _weigh(cursor, (*qualifiers, *postfix), indefinite=indefinite)
    return _assemble(cursor, counted, approximation, (*qualifiers, *postfix), out_of)


def _read_qualifiers(cursor: Cursor) -> list[str]:
    """Read the words of approximation before the number, the longest phrase first."""
    found: list[str] = []
    while True:
        for length in (2, 1):
            words = tuple(cursor.low(ahead) for ahead in range(length))
            if words in _QUALIFIERS:
                cursor.place += length
                found.append(" ".join(words))
                break
        else:
            return found


def _read_postfix(cursor: Cursor) -> list[str]:
    """Read "trở lên" or "trở xuống" off the end."""
    last = tuple(token.low for token in cursor.tokens[max(cursor.place, cursor.stop - 2) : cursor.stop])
    if last not in (("trở", "lên"), ("trở", "xuống")):
        return []
    cursor.stop -= 2
    return [" ".join(last)]


def _weigh(cursor: Cursor, qualifiers: tuple[str, ...], *, indefinite: bool) -> str:
    """Let the last word decide; refuse a word said twice and words of opposite sense."""
    meanings = [_POSTFIXES.get(phrase) or _QUALIFIERS[tuple(phrase.split())] for phrase in qualifiers]
    sides = {_SIDES[meaning] for meaning in meanings if meaning in _SIDES}
    fighting = len(sides) > 1 or (indefinite and sides)
    if fighting or len(set(qualifiers)) < len(qualifiers) or len(qualifiers) > _MOST_QUALIFIERS:
        raise cursor.fault("figure/qualifiers-clash", 0, len(cursor.tokens) - 1)
    hedges = [meaning for meaning in meanings if meaning != "exact"]
    return "about" if indefinite else hedges[-1] if hedges else "exact"


def _read_half(cursor: Cursor) -> tuple[Amount, bool]:
    """Read a number, or in lenient reading the half of something; the bool says that it is a share."""
    first = cursor.place
    lead = 1 if cursor.low() == "một" else 0
    if cursor.lenient and cursor.low(lead) == "nửa" and cursor.low(lead + 1) not in SCALES:
        cursor.place += lead + 1
        cursor.flag("half")
        if cursor.low() == "số":
            return Amount(50, 0, first, cursor.place, worded=True), True
        return Amount(5, -1, first, cursor.place, decimals=True, worded=True), False
    return _read_amount(cursor), False


def _read_amount(cursor: Cursor) -> Amount:
    """Read one number with its scale, in digits or in words."""
    if cursor.is_number():
        return read_digits(cursor)
    if cursor.low() in ("-", "−") and cursor.is_number(1):
        raise cursor.fault("figure/negative", cursor.place, cursor.place + 1)
    return read_words(cursor)


def _read_range(cursor: Cursor, left: Amount, *, between: bool) -> tuple[tuple[Amount, ...], _Join | None]:
    """Read the second end of a range, where there is one; a scale or a unit behind it holds for both."""
    rest = cursor.lows()
    unit, length = match_unit(rest)
    if not _joins(cursor, length, between=between):
        # "từ 2 xe đến 3 xe": what no table knows stands behind both ends.
        lengths = [ahead for ahead in range(1, _MOST_REPEATED + 1) if rest[:ahead] == rest[-ahead:]]
        unit, length = "item", next((each for each in lengths if _joins(cursor, each, between=between)), 0)
        if not length:
            return (left,), None
    join = _Join(unit, cursor.place, length, hyphen=cursor.low(length) in _HYPHENS)
    cursor.place += length + 1
    right = _read_amount(cursor)
    if right.scale and not left.scale and not length:
        # "3-4 tỷ" shares its scale; "500 - 1 triệu" could mean two things.
        rising = _decimal(left) < _decimal(right._replace(place=right.place - right.scale))
        if not rising or left.doubt == "blank":
            raise cursor.fault("figure/range-not-rising", left.first, right.last - 1)
        if left.doubt == "dot":
            cursor.flag("dot_decimal")
        check_scaled(cursor, left.first, left.digits, -left.place)
        left = left._replace(place=left.place + right.scale, scale=right.scale, doubt="")
    return (left, right), join


def _joins(cursor: Cursor, ahead: int, *, between: bool) -> bool:
    """Tell whether a range goes on so far ahead: a hyphen or đến, and a number."""
    word = cursor.low(ahead)
    if between:
        return word == "và" and (
            cursor.is_number(ahead + 1) or cursor.low(ahead + 1) in known_words("strict")
        )
    if cursor.is_number(ahead + 1):
        return word in _HYPHENS or word in ("đến", "tới")
    return word in ("đến", "tới") and cursor.low(ahead + 1) in known_words("strict")


def _check_range(cursor: Cursor, counted: Counted, join: _Join) -> None:
    """Refuse ends that do not rise or count unlike things, and what may be dates."""
    left, right = counted.amounts
    words = [token.low for token in cursor.tokens[join.place : join.place + join.length]]
    if words and (
        counted.unit != join.unit
        or (UNITS[join.unit].kind == "count" and counted.noun.lower() not in ("", " ".join(words)))
    ):
        raise cursor.fault("figure/misplaced-unit", join.place, join.place + join.length - 1)
    if not _decimal(left) < _decimal(right):
        raise cursor.fault("figure/range-not-rising", left.first, right.last - 1)
    bare = (counted.unit, counted.noun, counted.per) == ("item", "", ())
    if bare and not (left.scale or right.scale):
        years = all(_is_year(cursor.tokens[amount.first].text) for amount in counted.amounts)
        if join.hyphen or years:
            raise cursor.fault("figure/no-unit", left.first, right.last - 1)


def _read_whole(cursor: Cursor, part: Amount) -> int | None:
    """Read the whole of a fraction after a slash, where there is one."""
    plain = part.worded and not (part.place or part.scale)
    if cursor.lenient and plain and cursor.low() == "phần" and cursor.low(1) in DIGITS:
        # Two thirds: hai phần ba.
        cursor.flag("spoken")
        cursor.place += 2
        return _check_whole(cursor, part, DIGITS[cursor.low(-1)])
    if cursor.low() != "/" or not cursor.is_number(1):
        return None
    cursor.place += 1
    whole = _read_amount(cursor)
    for amount in (part, whole):
        written = cursor.tokens[amount.first].text
        if amount.place or amount.doubt or amount.worded or amount.scale or written[0] == "0" != written:
            # 05/08 is a date as likely as not.
            raise cursor.fault("figure/no-unit", part.first, whole.last - 1)
    return _check_whole(cursor, part, whole.digits)


def _check_whole(cursor: Cursor, part: Amount, whole: int) -> int:
    """Let pass a whole that is not less than its part."""
    if whole > LARGEST:
        raise cursor.fault("number/out-of-range", part.first, cursor.place - 1)
    if not part.digits <= whole > 0:
        raise cursor.fault("figure/part-over-whole", part.first, cursor.place - 1)
    return whole


def _assemble(
    cursor: Cursor,
    counted: Counted,
    approximation: str,
    qualifiers: tuple[str, ...],
    out_of: int | None,
) -> FigureText:
    """Put the figure together, in the base unit."""
    values: list[Decimal] = []
    steps: list[int] = []
    for amount in counted.amounts:
        # Below a scale word there is money, named or not; 0,0000000001 tỷ is a slip of it.
        money = counted.unit == "VND" or (amount.scale and (counted.unit, counted.noun) == ("item", ""))
        if money and amount.place < 0:
            raise cursor.fault("number/fractional-dong", amount.first, amount.last - 1)
        value = _decimal(amount)
        if value > LARGEST or amount.place < FINEST:
            raise cursor.fault("number/out-of-range", amount.first, amount.last - 1)
        values.append(value)
        step = find_step(amount, hedged=approximation != "exact", share=counted.unit == "percent")
        if step is not None:
            steps.append(step)
    low, high = values if len(values) > 1 else (None, None)
    return FigureText(
        value=values[0] if low is None else None,
        unit=counted.unit,
        approximation=approximation,
        step=make_decimal(1, max(steps)) if steps else Decimal(0),
        noun=counted.noun,
        per=counted.per,
        low=low,
        high=high,
        out_of=out_of,
        qualifiers=qualifiers,
        flags=tuple(cursor.flags),
    )


def _decimal(amount: Amount) -> Decimal:
    """Give the value of an amount."""
    return make_decimal(amount.digits, amount.place)
