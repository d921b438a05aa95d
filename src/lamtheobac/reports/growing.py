"""How far a figure reaches around its number (phạm vi số liệu).

From a number outwards: its scale, the other end of a range or the whole of a fraction, what is counted, what
it is counted by, the words of approximation before and behind. Every look ahead is bounded, so that a text
takes time in proportion to its length, whatever stands in it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lamtheobac.reports.extents import Grown, Reading, find_ends, say_tail
from lamtheobac.reports.joining import grow_fraction, grow_range
from lamtheobac.reports.lookalikes import is_look_alike
from lamtheobac.reports.nouns import COUNTABLE, STOPS, find_quote_end, find_unit
from lamtheobac.reports.numbers import is_group, read_number
from lamtheobac.reports.qualifiers import HEDGING, find_qualifiers
from lamtheobac.reports.word_lists import list_words
from lamtheobac.text.numbers import format_number
from lamtheobac.text.units import UNITS, match_unit
from lamtheobac.text.word_grammar import known_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.reports.numbers import Number
    from lamtheobac.reports.prose import Prose

__all__ = ["grow"]

_QUOTES: Final = frozenset('“"')

_is_thousands: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+").fullmatch
_is_plain: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})*|[1-9][0-9]{1,8}").fullmatch
_is_year: Final = re.compile("(?:19|20)[0-9]{2}").fullmatch
_FIELDS: Final = list_words("cánh hợp hội cộng ruộng đám thửa vùng bãi mảnh")
_SLIPS: Final = list_words("đông dồng đòng đong dong đổng")
_MOST_SPELLING: Final = 24
# Behind a hedge they show that a number is one, though nothing is counted: "hơn 200 là nữ".
_AFTER_BARE: Final = list_words("là thuộc so đang đã được trong và ở tại") | {",", ".", ";", ")", ""}
# Words that a counted thing follows, though it is written with a capital: tặng 3 Huân chương.
_INTRODUCES: Final = list_words("""
    có được tặng với cho gồm trao thêm cùng lập dựng nhận hơn gần trên khoảng và , đạt là tổng qua những cả
    """)
# Behind them nothing goes on that began with a number.
_IDLE: Final = frozenset((",", ".", ";", ":", "!", "?", ")", ""))
_is_small_number: Final = re.compile(
    r"(?:[0-9]{1,6}|[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,2})(?:,[0-9]{1,3})?"
).fullmatch
# Measures outside the closed table: what they are measured in there, and the power of ten.
_MEASURES: Final[Mapping[str, tuple[str, int]]] = {
    "cm": ("m", -2),
    "mm": ("m", -3),
    "tấc": ("m", -1),
    "km2": ("ha", 2),
    "km²": ("ha", 2),
    "tạ": ("kg", 2),
    "yến": ("kg", 1),
}


def grow(prose: Prose, at: int, free: int) -> Grown | None:
    """Find the figure whose number begins at a token, if it is one (khoanh số liệu).

    Args:
        prose: The text.
        at: The token.
        free: The first token that no earlier figure has taken.
    """
    if prose.kinds[at] == "number" and (_stands_alone(prose, at, at + 1) or _ends_pair(prose, at)):
        return None
    number = read_number(prose, at)
    if number is None or not (number.scaled or number.worded or not _stands_alone(prose, at, number.stop)):
        return None
    number = _skip_spelling(prose, number)
    first, words = find_qualifiers(prose, at, free)
    return (
        grow_fraction(prose, number, first, words)
        or grow_range(prose, number, first, words, free)
        or _grow_tonnes(prose, number, first, words)
        or _grow_measure(prose, number, first, words)
        or _grow_one(prose, number, first, words, free)
    )


def _skip_spelling(prose: Prose, number: Number) -> Number:
    """Step over the same number in words: 05 (năm) hộ."""
    if prose.lows[number.stop] != "(" or number.worded:
        return number
    stop = number.stop + 1
    while stop < number.stop + _MOST_SPELLING and prose.lows[stop] in known_words("lenient"):
        stop += 1
    spelled = stop > number.stop + 1 and prose.lows[stop] == ")" and prose.kinds[stop + 1] == "word"
    return number._replace(stop=stop + 1) if spelled else number


def _stands_alone(prose: Prose, at: int, stop: int) -> bool:
    """Tell at once of a number that it counts nothing, as most in a list or a table: no word belongs to it."""
    if prose.kinds[stop] == "number":
        return stop > at + 1 or not is_group(prose.words[stop])
    return prose.lows[stop] in _IDLE and prose.lows[at - 1] not in HEDGING


def _ends_pair(prose: Prose, at: int) -> bool:
    """Tell whether a number is what is left of 11/12 or 2-9, which was no fraction and no range."""
    joined = prose.lows[at - 1] in ("/", "-", "–") and prose.glued(at)
    return joined and prose.kinds[at - 2] == "number" and prose.glued(at - 1)


def _grow_tonnes(prose: Prose, number: Number, first: int, words: list[str]) -> Grown | None:
    """Grow "1 tấn, 360kg gạo" and "2 tấn 50 kg": one figure in kilograms."""
    if prose.lows[number.stop] != "tấn" or number.plain is None:
        return None
    rest = number.stop + 1 + (prose.lows[number.stop + 1] == ",")
    more = read_number(prose, rest)
    if more is None or prose.lows[more.stop] != "kg" or more.plain is None or more.plain >= 1000:
        return None
    total = format_number(number.plain * 1000 + more.plain)
    return _read_as(prose, first, " ".join((*words, f"{total} kg")), "kg", more.stop)


def _grow_measure(prose: Prose, number: Number, first: int, words: list[str]) -> Grown | None:
    """Grow "40 cm", "3 tạ lúa" in the measures of the closed table."""
    measure = _MEASURES.get(prose.lows[number.stop])
    if measure is None or not _is_small_number(number.text):
        return None
    whole, _, decimals = number.text.replace(".", "").partition(",")
    value = Decimal((0, tuple(map(int, whole + decimals)), measure[1] - len(decimals)))
    said = " ".join((*words, f"{format_number(value)} {measure[0]}"))
    return _read_as(prose, first, said, measure[0], number.stop)


def _read_as(prose: Prose, first: int, said: str, unit: str, at: int) -> Grown:
    """Make the readings of a measure that is said in another one; its own word stands at `at`."""
    ends = find_ends(prose, at, unit, 1)
    return Grown(first, tuple(Reading(said + say_tail(prose, at + 1, end), end) for end in ends), sure=True)


def _grow_one(prose: Prose, number: Number, first: int, words: list[str], free: int) -> Grown | None:
    """Grow a figure of one number."""
    stop = number.stop
    code, length = find_unit(prose, stop)
    if prose.lows[stop] == "công" and (prose.kinds[stop + 1] != "word" or prose.lows[stop + 1] in STOPS):
        # "góp 3.456 công" are days of labour.
        return Grown(first, (Reading(" ".join((*words, number.text, "ngày công")), stop + 1),), sure=False)
    slip = prose.lows[stop] in _SLIPS and "." in number.text
    if slip and (prose.kinds[stop + 1] != "word" or prose.lows[stop + 1] in STOPS):
        # "100.000 đông": the grammar of figures knows these, and takes none of them for money.
        return Grown(first, (Reading(f"{number.text} {prose.lows[stop]}", stop + 1),), sure=True)
    minus = prose.lows[number.first - 1] in ("-", "−") and prose.glued(number.first)
    if (
        minus
        and code == "percent"
        and prose.kinds[number.first - 2] == "word"
        and not prose.glued(number.first - 1)
    ):
        return Grown(number.first - 1, (Reading(f"-{number.text}%", stop + 1),), sure=True)
    if not length and number.first < stop and prose.lows[stop] in _QUOTES:
        return _grow_quoted(prose, number, first, words)
    if not number.scaled and is_look_alike(prose, number.first, stop, code, length):
        return None
    ends = find_ends(prose, stop, code, length)
    if prose.lows[stop] == "/" and not number.scaled:
        if ends[0] == stop or not _is_thousands(number.text):
            return None
        rate = Reading(" ".join((*words, f"{number.text} đồng{say_tail(prose, stop, ends[0])}")), ends[0])
        return Grown(first, (rate,), sure=False)
    if (
        not length
        and prose.lows[stop] not in ("/", "mỗi")
        and not (ends[0] > stop and _is_countable(prose, number, stop))
    ):
        if not number.scaled:
            return _grow_bare(prose, number, first, words)
        ends = (stop,)
    if prose.lows[first - 1] == "từ" and first > free and prose.lows[ends[0] - 2] == "trở":
        first -= 1
        words = [prose.words[first], *words]
    # "35hộ" is read as "35 hộ".
    blank = " " if prose.kinds[stop] == "word" and prose.glued(stop) and UNITS[code].kind == "count" else ""
    # "hai phần ba số chi bộ" counts cells.
    tail = stop + 1 if number.worded and prose.lows[stop] == "số" and "phần" in number.text else stop
    readings = tuple(
        Reading(" ".join((*words, number.text + blank + say_tail(prose, tail, end))), end) for end in ends
    )
    if code == "time" and "," in number.text:
        # Two and a half times is no count of times.
        readings = (Reading(" ".join((*words, f"{number.text} điểm")), stop + 1, prose.lows[stop]),)
    sure = number.scaled or (length > 0 and UNITS[code].vi != "")
    if not length and prose.lows[stop + 1] == "đồng":
        # "5 ty đồng" is a slip of the pen, and "5 cánh đồng" is not.
        closed = prose.kinds[stop + 2] != "word" or prose.lows[stop + 2] in STOPS
        sure = closed and prose.lows[stop] not in _FIELDS
        readings = (Reading(f"{number.text} ty đồng", stop + 2),) if sure else readings
    # Half a household is no slip of the pen: "quá nửa hộ nghèo".
    sure = sure and not (number.text.endswith("nửa") and UNITS[code].kind == "count")
    several = number.scaled and prose.kinds[number.first : number.stop].count("number") > 1
    return Grown(first, readings, sure=sure, strict=several)


def _grow_bare(prose: Prose, number: Number, first: int, words: list[str]) -> Grown | None:
    """Grow "có hơn 200 là nữ": a hedged number that counts what was named before."""
    at, stop = number.first, number.stop
    if words and number.text.lower().endswith("nửa"):
        return Grown(first, (Reading(" ".join((*words, number.text, "số việc")), stop, ""),), sure=False)
    if (
        not words
        or words == ["tròn"]
        or stop != at + 1
        or not _is_plain(number.text)
        or _is_year(number.text)
    ):
        return None
    if prose.lows[stop] not in _AFTER_BARE or prose.lows[stop + 1] in _AFTER_BARE - {""}:
        return None
    return Grown(first, (Reading(" ".join((*words, number.text, "việc")), stop, ""),), sure=False)


def _grow_quoted(prose: Prose, number: Number, first: int, words: list[str]) -> Grown | None:
    """Grow "50 “hũ gạo tình thương”": what is counted stands in quotation marks."""
    if is_look_alike(prose, number.first, number.stop, "item", 0):
        return None
    end = find_quote_end(prose, number.stop, numbered=True)
    if end == number.stop:
        return None
    noun = prose.slice(number.stop + 1, end - 1)
    length = match_unit(prose.lows[number.stop + 1 : end - 1])[1]
    # What has a unit of its own may have numbers in its name: “Chi hội 5 không, 3 sạch”.
    if not (length or noun.replace(" ", "").isalpha()):
        return None
    said = prose.slice(number.stop + 1, number.stop + 1 + length) if length else "việc"
    return Grown(first, (Reading(" ".join((*words, number.text, said)), end, noun),), sure=False)


def _is_countable(prose: Prose, number: Number, at: int) -> bool:
    """Tell whether an unknown word behind a number is something counted."""
    word, low = prose.words[at], prose.lows[at]
    lone = number.stop == number.first + 1 and number.text == prose.words[number.first]
    if number.worded and not number.scaled and (number.indefinite or lone):
        return low in COUNTABLE
    if number.worded and number.scaled and low == "số":
        return True
    named = word.istitle() and prose.lows[number.first - 1] in _INTRODUCES and prose.words[at + 1].islower()
    return named or word[0].islower() or (word.isupper() and len(word) > 1)
