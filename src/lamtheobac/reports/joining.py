"""Figures of two numbers: ranges and fractions (khoảng và phân số)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lamtheobac.reports.extents import Grown, Reading, find_ends, say_tail
from lamtheobac.reports.lookalikes import is_look_alike
from lamtheobac.reports.nouns import find_noun_end, find_unit
from lamtheobac.reports.numbers import read_number
from lamtheobac.reports.qualifiers import find_qualifiers, skip_qualifier
from lamtheobac.text.figure_amounts import SCALES
from lamtheobac.text.numbers import format_number
from lamtheobac.text.units import UNITS

if TYPE_CHECKING:
    from lamtheobac.reports.numbers import Number
    from lamtheobac.reports.prose import Prose

__all__ = ["grow_fraction", "grow_range"]

_JOINTS: Final = frozenset(("-", "–", "đến", "tới"))
_HYPHENS: Final = frozenset(("-", "–"))
_WHOLES: Final = (
    ("trên", "tổng", "số"),
    ("trong", "tổng", "số"),
    ("/", "tổng", "số"),
    ("trên", "tổng"),
    ("trong", "số"),
    ("/", "tổng"),
)
_WHOLE_WORDS: Final = frozenset(phrase[0] for phrase in _WHOLES)
_FURTHEST_WHOLE: Final = 16
_MOST_DAYS: Final = 31
_is_year: Final = re.compile("(?:19|20)[0-9]{2}").fullmatch
_is_whole: Final = re.compile(r"(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3}){0,5}|[1-9][0-9]{0,17})").fullmatch


def grow_fraction(prose: Prose, number: Number, first: int, words: list[str]) -> Grown | None:
    """Grow "30/38 vụ việc", "1.606 trên tổng số 1.714", "30 vụ việc trong tổng số 38" (phân số)."""
    if number.scaled or number.worded or not _is_whole(number.text):
        return None
    stop = number.stop
    if prose.lows[stop] == "/" and prose.kinds[stop + 1] == "number":
        return _grow_slashed(prose, number, first, words)
    if _WHOLE_WORDS.isdisjoint(prose.lows[stop : stop + _FURTHEST_WHOLE]):
        return None
    code, length = find_unit(prose, stop)
    noun = find_noun_end(prose, stop, code, length) if UNITS[code].kind == "count" else stop
    whole = _find_whole(prose, noun)
    if not whole or not _is_whole(prose.words[whole]):
        return None
    after = whole + 1
    end = find_noun_end(prose, after, *find_unit(prose, after))
    counted = prose.slice(after, end) if end > after else prose.slice(stop, noun) if noun > stop else ""
    return _read_pair(first, words, f"{number.text}/{prose.words[whole]}", counted, max(end, after))


def _grow_slashed(prose: Prose, number: Number, first: int, words: list[str]) -> Grown | None:
    """Grow a fraction with a slash; where it may be a date, it is not one without a noun."""
    after = number.stop + 2
    total = prose.words[after - 1]
    if not _is_whole(total):
        return None
    counted = after + (prose.lows[after] == "tổng" and prose.lows[after + 1] == "số")
    counted += prose.lows[counted] == "số"
    code, length = find_unit(prose, counted)
    end = find_noun_end(prose, counted, code, length)
    if end == counted:
        end = after
    if is_look_alike(prose, number.first, after, code, length, joined=True):
        return None
    if UNITS[code].kind not in ("count", "measure"):
        return None
    pair = prose.slice(number.first, after).replace(" ", "")
    if end > after:
        # "73/70ha" is what was reached of a plan, which may be more than all of it.
        read = _read_pair(first, words, pair, prose.slice(counted, end), end)
        return read if UNITS[code].kind == "count" else read._replace(sure=False)
    surely = int(total.replace(".", "")) > _MOST_DAYS and prose.lows[after] != "/"
    return _read_pair(first, words, pair, "", after) if surely else None


def _read_pair(first: int, words: list[str], pair: str, counted: str, end: int) -> Grown:
    """Make the readings of a fraction; what counts nothing is read with a noun that is dropped again."""
    if not counted:
        return Grown(first, (Reading(" ".join((*words, pair, "việc")), end, ""),), sure=False)
    # A part that is greater than its whole is told, but where it may be a date.
    surely = any(int(each.replace(".", "")) > _MOST_DAYS for each in pair.split("/"))
    return Grown(first, (Reading(" ".join((*words, pair, counted)), end),), sure=surely)


def _find_whole(prose: Prose, at: int) -> int:
    """Find the number behind "trên tổng số"; 0 where it is not there."""
    for phrase in _WHOLES:
        stop = at + len(phrase)
        if tuple(prose.lows[at:stop]) == phrase and prose.kinds[stop] == "number":
            return stop
    return 0


def grow_range(prose: Prose, left: Number, first: int, words: list[str], free: int) -> Grown | None:
    """Grow "từ 170 đến gần 250 triệu", "15-20 triệu đồng" (khoảng).

    Words of approximation that belong to one end only say nothing of the other, so the range has none.
    """
    joint = left.stop
    if prose.lows[left.first - 1] in _HYPHENS and prose.kinds[left.first - 2] == "number":
        # "70 - 75 – 80 tuổi" are steps, no range.
        return None
    if prose.lows[joint] not in _JOINTS:
        joint += find_unit(prose, left.stop)[1]
    if prose.lows[joint] not in _JOINTS or left.indefinite:
        return None
    begins = skip_qualifier(prose, joint + 1)
    right = read_number(prose, begins)
    if right is None or right.indefinite:
        return None
    code, length = find_unit(prose, right.stop)
    joined = prose.lows[joint] in _HYPHENS
    if not (left.scaled or right.scaled) and is_look_alike(
        prose, left.first, right.stop, code, length, joined=joined
    ):
        return None
    inner = begins > joint + 1
    start, opening = first, ""
    if first > free and prose.lows[first - 1] == "từ":
        inner = inner or first < left.first
        start, words = find_qualifiers(prose, first - 1, free)
        opening = f"{prose.words[first - 1]} "
    ends = find_ends(prose, right.stop, code, length)
    if ends[0] == right.stop and not (right.scaled or left.scaled):
        return None
    said = " ".join((*words, f"{opening}{prose.slice(left.first, joint)}"))
    # The blanks around the hyphen stay as they are, for the words to be found again.
    blank = "" if prose.glued(joint) and not inner else " "
    to = (
        prose.slice(joint, right.stop)
        if not inner
        else f"{prose.lows[joint]} {prose.slice(begins, right.stop)}"
    )
    if opening and ends[0] > right.stop and UNITS[code].kind in ("count", "measure"):
        to = _write_out(left, right) or to
    readings = [Reading(f"{said}{blank}{to}{say_tail(prose, right.stop, end)}", end) for end in ends]
    if code == "time" and ("," in left.text or "," in right.text):
        # One and a half to two times is no count of times.
        whole = f"{said} {prose.lows[joint]} {prose.slice(begins, right.stop)} điểm"
        readings = [Reading(whole, right.stop + 1, prose.lows[right.stop])]
    # "từ 500 đến 1 triệu" has two readings: it is told, and no half of it is taken for the whole.
    uneven = right.scaled and not left.scaled
    amount = (
        bool(opening) and (uneven or (joined and (right.scaled or length > 0))) and not _is_year(left.text)
    )
    return Grown(start, tuple(readings), sure=amount, strict=amount)


def _write_out(left: Number, right: Number) -> str:
    """Give "đến 1.000" for the end of "từ 700 đến 1 nghìn lượt người", where nothing else can be meant."""
    digits, _, scale = right.text.partition(" ")
    if left.plain is None or not digits.isdecimal() or scale not in SCALES:
        return ""
    whole = int(digits) * 10 ** SCALES[scale]
    return f"đến {format_number(whole)}" if int(digits) < left.plain < whole else ""
