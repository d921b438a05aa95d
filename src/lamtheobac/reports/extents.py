"""Where a figure may end behind its number: its noun, its rate, "trở lên" (phần sau con số)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.reports.nouns import find_noun_end
from lamtheobac.text.units import match_per

if TYPE_CHECKING:
    from lamtheobac.reports.prose import Prose

__all__ = ["Grown", "Reading", "find_ends", "say_tail"]

_POSTFIXES: Final = (("trở", "lên"), ("trở", "xuống"))
_MOST_RATES: Final = 3
_LONGEST_RATE: Final = 4
_drop_one: Final = re.compile("/ ?0?1 ").sub


class Reading(NamedTuple):
    """One way to read what was found (một cách đọc).

    Attributes:
        text: A figure that says it.
        stop: The token it ends before.
        noun: What is counted, where the text had to say something else.
    """

    text: str
    stop: int
    noun: str | None = None


class Grown(NamedTuple):
    """Where a figure stands, and how to read it (số liệu đã khoanh).

    Attributes:
        first: Its first token.
        readings: Ways to read it, the longest first; the first that can be read is it.
        sure: Whether a unit or a scale shows that it is a quantity, so that a fault in it is worth telling.
        strict: Whether a wrong order of its numbers is such a fault too.
    """

    first: int
    readings: tuple[Reading, ...]
    sure: bool
    strict: bool = False


def find_ends(prose: Prose, start: int, code: str, length: int) -> tuple[int, ...]:
    """Find where a figure may end: behind rate and postfix, noun, or unit alone (tìm chỗ hết số liệu).

    Args:
        prose: The text.
        start: The first token after the number.
        code: The unit there.
        length: How many tokens its words take.

    Returns:
        The places, the furthest first; `start` alone where nothing follows.
    """
    noun = find_noun_end(prose, start, code, length)
    rate = _follow_rate(prose, noun)
    if tuple(prose.lows[rate : rate + 2]) in _POSTFIXES:
        rate += 2
    ends = {rate, noun, start + length, start + 1 if noun > start else start}
    return tuple(sorted((end for end in ends if end > start and end > start + length - 1), reverse=True)) or (
        start,
    )


def _follow_rate(prose: Prose, at: int) -> int:
    """Follow "/người/tháng", "/1 hộ" and "mỗi năm"."""
    for _ in range(_MOST_RATES):
        word = at + 1
        if prose.lows[at] == "mỗi":
            length = match_per(prose.lows[word : word + _LONGEST_RATE])[1]
            return word + length if length else at
        if prose.lows[at] != "/":
            break
        if prose.lows[word] in ("1", "01") and prose.kinds[word + 1] == "word":
            word += 1
        if prose.kinds[word] != "word":
            break
        at = word + (match_per(prose.lows[word : word + _LONGEST_RATE])[1] or 1)
    return at


def say_tail(prose: Prose, start: int, end: int) -> str:
    """Give the words from `start` on, with the blank before them; "/1 hộ" is "/hộ" (phần đuôi)."""
    if end <= start:
        return ""
    said = prose.slice(start, end)
    return _drop_one("/", said if prose.glued(start) else f" {said}")
