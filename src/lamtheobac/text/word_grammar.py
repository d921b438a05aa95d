"""The grammar of number words, as a graph (ngữ pháp số bằng chữ).

Each node knows the words that may follow, what each adds to the group of three digits being read, and whether
the text may end there; so reading is following, once, from left to right. The lenient graph is the strict one
with the short forms of speech added: whatever is read strictly has the same value leniently.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "BILLION",
    "DIGITS",
    "FIGURES",
    "FILLERS",
    "MINUS",
    "POINT",
    "SCALES",
    "SHORT",
    "Node",
    "ReadingMode",
    "fraction_graph",
    "known_words",
    "number_graph",
]

ReadingMode = Literal["strict", "lenient"]
"""Only what this library could have written and its dialect variants, or the short forms of speech too."""

BILLION = 10**9
"""One thousand million, the scale that a whole block stands before (tỷ)."""

_DIGIT_WORDS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
FIGURES = {word: digit for digit, word in enumerate(_DIGIT_WORDS)} | {"bẩy": 7}
"""Every digit word and its digit, as they follow a comma."""

DIGITS = {word: digit for word, digit in FIGURES.items() if digit}
"""The digits that open a group."""

_AFTER_TEN = {word if digit != 5 else "lăm": digit for word, digit in DIGITS.items()}
_AFTER_TENS = {word if digit != 1 else "mốt": digit for word, digit in _AFTER_TEN.items()} | {"tư": 4}

SHORT = {"mốt": 1, "tư": 4, "lăm": 5}
"""Units that can be nothing but units, even where "mươi" is swallowed."""

_AMBIGUOUS = (1, 5)
"""As a tail "một" may be a whole unit and "năm" a year: no value is taken from them."""

SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": BILLION, "tỉ": BILLION}
FILLERS = ("linh", "lẻ")
MINUS: dict[str, tuple[str, ...]] = {"strict": ("âm",), "lenient": ("âm", "trừ")}
POINT: dict[str, tuple[str, ...]] = {"strict": ("phẩy",), "lenient": ("phẩy", "chấm")}


class Node:
    """A place in the grammar.

    Attributes:
        moves: The words that may follow: next node, what the word adds to the group, and the scale it closes
            the group with (0 for none).
        end: What the end of the text adds to the group; None where the text cannot end.
        doubtful: A text that ends here could mean more than one value.
        point: A decimal comma may follow.
    """

    __slots__ = ("doubtful", "end", "moves", "point")

    def __init__(
        self,
        end: int | None,
        moves: Mapping[str, tuple[Node, int, int]] | None = None,
        *,
        doubtful: bool = False,
        point: bool = True,
    ) -> None:
        self.end: int | None = end
        self.moves: dict[str, tuple[Node, int, int]] = dict(moves or {})
        self.doubtful: bool = doubtful
        self.point: bool = point and end == 0


_Moves = dict[str, tuple[Node, int, int]]
_Scales = dict[str, tuple[Node, int]]


class _Group(NamedTuple):
    """The nodes inside a group of three digits: after its last one, mười, mươi, linh, trăm, không trăm."""

    done: Node
    ten: Node
    tens: Node
    filler: Node
    hundred: Node
    no_hundred: Node


@cache
def number_graph(mode: ReadingMode) -> Node:
    """Build the grammar of a mode, from the last group of a number back to its first."""
    lenient = mode == "lenient"
    units = _follow({}, half=500, lenient=lenient)
    units_due = _follow({}, due=True, lenient=lenient)
    below_million = _thousand(units, 10**3)
    after_million = _follow(below_million, half=500_000, empty=_thousand(units_due, 10**3), lenient=lenient)
    million_due = _follow(below_million, due=True, empty=_thousand(units_due, 10**3), lenient=lenient)
    below_billion = below_million | {"triệu": (after_million, 10**6)}
    empty = _thousand(units_due, 10**3) | {"triệu": (million_due, 10**6)}
    after_billion = _billion(_follow(below_billion, half=BILLION // 2, empty=empty, lenient=lenient))
    # After "nghìn tỷ" half of it, or a tenth, could be taken of either word.
    after_scale = _billion(_follow(below_billion, empty=empty, lenient=lenient))

    upper_units = _follow(after_billion, half=500, direct=after_scale, lenient=lenient)
    upper_due = _follow(after_billion, due=True, lenient=lenient)
    upper_thousand = _thousand(upper_units, 10**3)
    upper_million = _follow(
        upper_thousand | after_billion,
        half=500_000,
        direct=after_scale,
        empty=_thousand(upper_due, 10**3),
        lenient=lenient,
    )
    return _start(upper_thousand | {"triệu": (upper_million, 10**6)} | after_billion, lenient=lenient)


@cache
def fraction_graph() -> Node:
    """Build the grammar of decimal places read as one number below 1,000 (phần thập phân)."""
    return _start({}, lenient=False)


def _thousand(node: Node, scale: int) -> _Scales:
    return {"nghìn": (node, scale), "ngàn": (node, scale)}


def _billion(node: Node) -> _Scales:
    return {"tỷ": (node, BILLION), "tỉ": (node, BILLION)}


def _close(scales: _Scales, added: int = 0) -> _Moves:
    """Make the moves that close a group with a scale word."""
    return {word: (node, added, scale) for word, (node, scale) in scales.items()}


def _lead_to(node: Node, words: Mapping[str, int], times: int = 1, plus: int = 0) -> _Moves:
    """Make one move per word, all to the same node."""
    return {word: (node, digit * times + plus, 0) for word, digit in words.items()}


def _group(
    scales: _Scales, *, lenient: bool, ends: bool = True, said_ends: bool = True, half: bool = False
) -> _Group:
    """Build the nodes inside a group of three digits.

    Args:
        scales: Scale words that may close the group.
        lenient: Add the forms of speech.
        ends: The text may end with the group.
        said_ends: The text may end with a form of speech; after triệu "hai trăm ba" may be 230 thousand.
        half: A hundred may be followed by rưỡi.
    """
    end = 0 if ends else None
    close = _close(scales)
    done = Node(end, close, doubtful=not ends)
    ten = Node(end, close | _lead_to(done, _AFTER_TEN), doubtful=not ends)
    tens = Node(end, close | _lead_to(done, _AFTER_TENS), doubtful=not ends)
    filler = Node(None, _lead_to(done, DIGITS | ({"tư": 4, "lăm": 5} if lenient else {})))
    rest: _Moves = {"mười": (ten, 10, 0)} | _lead_to(filler, dict.fromkeys(FILLERS, 0))
    no_hundred = Node(None, dict(rest))
    hundred = Node(0, close | rest)
    said = done if said_ends else Node(None, close, doubtful=True)
    for word, digit in DIGITS.items():
        before_tens: _Moves = {"mươi": (tens, digit * 9, 0)} if digit > 1 else {}
        short = _short_tens(digit, done) if lenient and digit > 1 else {}
        no_hundred.moves[word] = (Node(None, before_tens | short), digit, 0)
        tail = _hundred_tail(digit, said, scales, ends=said_ends) if lenient else Node(None)
        tail.moves |= before_tens
        hundred.moves[word] = (tail, digit, 0)
    if lenient:
        hundred.moves |= _lead_to(Node(said.end, close, doubtful=not said_ends, point=False), SHORT, times=10)
    if half:
        hundred.moves["rưỡi"] = (Node(0, close if lenient else None, point=False), 50, 0)
    return _Group(done, ten, tens, filler, hundred, no_hundred)


def _hundred_tail(digit: int, said: Node, scales: _Scales, *, ends: bool) -> Node:
    """Build the node of a digit right after trăm as it is said: một trăm ba (mươi) is 130."""
    short = _lead_to(said, _AFTER_TENS, plus=digit * 9) | {"chục": (said, digit * 9, 0)} if digit > 1 else {}
    if digit in _AMBIGUOUS:
        return Node(None, short, doubtful=True)
    return Node(digit * 9 if ends else None, short | _close(scales, digit * 9), doubtful=not ends)


def _short_tens(digit: int, node: Node) -> _Moves:
    """Make the moves of a number said without mươi: ba lăm; but "ba bốn" is three or four."""
    moves = _lead_to(node, _AFTER_TENS, plus=digit * 9)
    doubt = Node(None, doubtful=True)
    return {word: (doubt, 0, 0) if DIGITS.get(word) == digit + 1 else move for word, move in moves.items()}


def _start(scales: _Scales, *, lenient: bool) -> Node:
    """Build the first group, which says only the places it has."""
    group = _group(scales, lenient=lenient, half=True)
    start = Node(None, {"không": (Node(0), 0, 0), "mười": (group.ten, 10, 0)})
    for word, digit in DIGITS.items():
        node = Node(0, _close(scales) | {"trăm": (group.hundred, digit * 99, 0)})
        if digit > 1:
            node.moves["mươi"] = (group.tens, digit * 9, 0)
        if lenient:
            node.moves["chục"] = (group.done, digit * 9, 0)
            if digit > 1:
                node.moves |= _short_tens(digit, group.done)
        start.moves[word] = (node, digit, 0)
    if lenient:
        stop = Node(0, point=False)
        start.moves["trăm"] = (Node(None, {"rưỡi": group.hundred.moves["rưỡi"]}), 100, 0)
        for word, (_, scale) in scales.items():
            start.moves[word] = (Node(None, {"rưỡi": (stop, scale // 2, 0)}), scale, 0)
        halves: _Moves = {word: (stop, scale // 2, 0) for word, (_, scale) in scales.items()}
        start.moves["nửa"] = (Node(None, halves), 0, 0)
    return start


def _follow(
    scales: _Scales,
    *,
    half: int = 0,
    due: bool = False,
    direct: _Scales | None = None,
    empty: _Scales | None = None,
    lenient: bool,
) -> Node:
    """Build the group after a scale word, which says all three places.

    Args:
        scales: Scale words that may close this group.
        half: Half of the scale word just read; 0 where that is not sure.
        due: A group must follow, since an empty one was spoken for its sake.
        direct: Scale words that may follow at once: nghìn tỷ.
        empty: Scale words of an empty group: không nghìn.
        lenient: Add the forms of speech.
    """
    # After nghìn two digits can only be the tens and units; after triệu or tỷ they may be of another scale.
    last = "nghìn" not in scales
    group = _group(scales, lenient=lenient, said_ends=last)
    node = Node(None if due else 0, _close(direct or {}))
    node.moves["không"] = (Node(None, _close(empty or {}) | {"trăm": (group.no_hundred, 0, 0)}), 0, 0)
    for word, digit in DIGITS.items():
        node.moves[word] = (Node(None, {"trăm": (group.hundred, digit * 99, 0)}), digit, 0)
    if half:
        node.moves["rưỡi"] = (Node(0, point=False), half, 0)
    if lenient and not due:
        _add_speech(node, group, scales, half // 5, last=last)
    return node


def _add_speech(node: Node, group: _Group, scales: _Scales, tenth: int, *, last: bool) -> None:
    """Add the groups that leave "không trăm" out, and the tails: một tỷ hai is 1,2 tỷ.

    Args:
        node: The node after the scale word.
        group: The nodes of a full group there.
        scales: Scale words that may close this group.
        tenth: A tenth of the scale word just read; 0 where that is not sure.
        last: Two digits without a scale of their own can only be the tens and units.
    """
    lower = {word: place for word, place in scales.items() if place[1] < BILLION}
    scaled = _group(lower, lenient=True, ends=False)
    two = group if last else scaled
    node.moves["mười"] = (two.ten, 10, 0)
    node.moves |= _lead_to(group.filler, dict.fromkeys(FILLERS, 0))
    if tenth:
        node.moves |= _lead_to(Node(0, point=False), SHORT, times=tenth)
    for word, digit in DIGITS.items():
        sure = tenth and digit not in _AMBIGUOUS
        tail = Node(digit * (tenth - 1) if sure else None, node.moves[word][0].moves, doubtful=not sure)
        tail.moves |= _close(lower) | {"chục": (two.done, digit * 9, 0)}
        if digit > 1:
            tail.moves |= {"mươi": (two.tens, digit * 9, 0)} | _short_tens(digit, scaled.done)
        node.moves[word] = (tail, digit, 0)


@cache
def known_words(mode: ReadingMode) -> frozenset[str]:
    """Collect every word of a mode's grammar."""
    known = {*POINT[mode], *MINUS[mode]}
    nodes = [number_graph(mode)]
    seen = {id(nodes[0])}
    while nodes:
        node = nodes.pop()
        known |= node.moves.keys()
        fresh = [move[0] for move in node.moves.values() if id(move[0]) not in seen]
        seen.update(map(id, fresh))
        nodes += fresh
    return frozenset(known)
