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
from lamtheobac.reports.nouns import COUNTABLE, find_unit
from lamtheobac.reports.numbers import read_number
from lamtheobac.reports.qualifiers import find_qualifiers
from lamtheobac.text.numbers import format_number
from lamtheobac.text.units import UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.reports.numbers import Number
    from lamtheobac.reports.prose import Prose

__all__ = ["grow"]

_is_thousands: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+").fullmatch
_is_small_number: Final = re.compile("[0-9]{1,6}(?:,[0-9]{1,3})?").fullmatch
# Measures outside the closed table: what they are measured in there, and the power of ten.
_MEASURES: Final[Mapping[str, tuple[str, int]]] = {
    "cm": ("m", -2),
    "mm": ("m", -3),
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
    number = read_number(prose, at)
    if number is None or _ends_pair(prose, at):
        return None
    first, words = find_qualifiers(prose, at, free)
    return (
        grow_fraction(prose, number, first, words)
        or grow_range(prose, number, first, words, free)
        or _grow_tonnes(prose, number, first, words)
        or _grow_measure(prose, number, first, words)
        or _grow_one(prose, number, first, words, free)
    )


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
    whole, _, decimals = number.text.partition(",")
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
            return None
        ends = (stop,)
    if prose.lows[first - 1] == "từ" and first > free and prose.lows[ends[0] - 2] == "trở":
        first -= 1
        words = [prose.words[first], *words]
    readings = tuple(
        Reading(" ".join((*words, number.text + say_tail(prose, stop, end))), end) for end in ends
    )
    if code == "time" and "," in number.text:
        # Two and a half times is no count of times.
        readings = (Reading(" ".join((*words, f"{number.text} điểm")), stop + 1, prose.lows[stop]),)
    sure = number.scaled or (length > 0 and UNITS[code].vi != "")
    if not length and prose.lows[stop + 1] == "đồng":
        # "5 ty đồng" is a slip of the pen, and "5 cánh đồng" is not.
        sure = True
        readings = tuple(reading for reading in readings if reading.stop > stop + 1)
    return Grown(first, readings, sure=sure)


def _is_countable(prose: Prose, number: Number, at: int) -> bool:
    """Tell whether an unknown word behind a number is something counted."""
    word, low = prose.words[at], prose.lows[at]
    if number.worded:
        return low in COUNTABLE or (low == "số" and number.scaled)
    return word[0].islower() or (word.isupper() and len(word) > 1)
