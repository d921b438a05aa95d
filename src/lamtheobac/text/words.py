"""Numbers written in words, back to numbers (đọc số viết bằng chữ).

Reading follows the graph of `word_grammar` once from left to right and never turns back. Only where a text is
refused does it look again, for the one reading that was likely meant.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import combining, is_normalized, normalize

from lamtheobac.errors import NumberError, OptionError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.text.numbers import BLANKS
from lamtheobac.text.spelling import Dialect, spell_decimal, spell_number
from lamtheobac.text.word_grammar import (
    BILLION,
    DIGITS,
    FIGURES,
    FILLERS,
    MINUS,
    POINT,
    SCALES,
    SHORT,
    fraction_graph,
    known_words,
    number_graph,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lamtheobac.text.word_grammar import Node, ReadingMode

__all__ = ["parse_words"]

_MOST_CHARACTERS = 1_000
_MOST_HINT_DIGITS = 100
_WORD = re.compile(f"[^{BLANKS}]+")
_TO_BLANK = str.maketrans(dict.fromkeys(BLANKS, " "))

_OTHER_BLANKS = frozenset(BLANKS) - {" "}
_INDEFINITE = frozenset({"hàng", "vài", "mấy", "dăm"})
_RIGHT_UNITS = {
    "mươi": {"một": "mốt", "năm": "lăm"},
    "mười": {"mốt": "một", "tư": "bốn", "năm": "lăm"},
    "linh": {"mốt": "một"},
    "lẻ": {"mốt": "một"},
}
_MISSPELT = {"lẽ": "lẻ", "muời": "mươi", "muơi": "mươi", "tỳ": "tỷ", "tý": "tỷ"}


class _Stuck(NamedTuple):
    """Where reading stopped: the word, and whether it stopped for doubt."""

    at: int
    doubtful: bool


def parse_words(s: str, *, mode: ReadingMode = "strict") -> int | Decimal:
    """Read a number written in words (đọc số viết bằng chữ).

    Args:
        s: The words of one number, any case, composed or decomposed, at most 1,000 characters; blanks,
            no-break ones too, stand between words and around them.
        mode: `"strict"` takes what this library could have written, in any dialect; `"lenient"` takes the
            short forms of speech too, where they have one value: `hai mốt`, `một tỷ hai`, `tỷ rưỡi`.

    Returns:
        An int where the value is whole; a Decimal where `phẩy` leaves a fraction, and wherever no scale
        stands behind it: then every place is kept.

    Raises:
        NumberError: The text is no number, or has no one value; with the place of the first word that does
            not fit, and where one reading is likely, that reading in words.
        WrongTypeError: Not a text.
        OptionError: An unknown mode.

    >>> parse_words("một nghìn hai trăm ba mươi tư tỷ")
    1234000000000
    >>> parse_words("âm sáu phẩy hai năm không")
    Decimal('-6.250')
    >>> parse_words("một tỷ hai", mode="lenient")
    1200000000
    >>> try:
    ...     parse_words("hai mươi năm")
    ... except NumberError as error:
    ...     print(error.code, error.start, error.end, error.hint)
    number/word-order 9 12 hai mươi lăm
    """
    words = _split(s)
    if mode not in ("strict", "lenient"):
        raise OptionError(issue("option/unknown", known="strict, lenient"))
    value = _read(words, mode)
    if isinstance(value, _Stuck):
        raise _fault(s, words, value, mode)
    return value


def _split(s: object) -> list[str]:
    """Cut into composed lower-case words; a tab or a line break stays in its word, where nothing knows it."""
    if not isinstance(s, str):
        raise WrongTypeError(issue("type/wrong", wanted="str", given=type(s).__name__))
    if len(s) > _MOST_CHARACTERS:
        raise NumberError(issue("number/out-of-range", start=0, end=len(s)))
    text = s.lower()
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    if not _OTHER_BLANKS.isdisjoint(text):
        text = text.translate(_TO_BLANK)
    words = text.split(" ")
    if "" in words:
        words = [word for word in words if word]
        if not words:
            raise NumberError(issue("number/empty", start=0, end=len(s)))
    return words


def _read(words: Sequence[str], mode: ReadingMode) -> int | Decimal | _Stuck:
    """Follow the graph over all words; at least one."""
    first = int(words[0] in MINUS[mode])
    value, at, node = _walk(number_graph(mode), words, first)
    if at < len(words):
        if words[at] in POINT[mode] and node.point:
            return _read_fraction(words, at + 1, value, mode)
        # A word that does not fit is the fault, not the doubt before it; but some doubts no word can lift.
        return _Stuck(at, node.doubtful and not node.moves)
    if node.end is None:
        return _Stuck(at - 1, node.doubtful)
    value += node.end
    return -value if first else value


def _walk(node: Node, words: Sequence[str], at: int) -> tuple[int, int, Node]:
    """Go as far as the words fit; give the value so far, the first word left, and the node reached."""
    value = group = 0
    for word in words[at:] if at else words:
        move = node.moves.get(word)
        if move is None:
            break
        node, added, scale = move
        group += added
        if scale:
            # Up to a thousand million groups add up; the block above is read whole and raised at once.
            value = (value + group) * scale if scale == BILLION else value + group * scale
            group = 0
        at += 1
    return value + group, at, node


def _read_fraction(words: Sequence[str], start: int, whole: int, mode: ReadingMode) -> int | Decimal | _Stuck:
    """Read the digits behind the comma and the scale behind them, if any: sáu phẩy hai (tỷ)."""
    at = start
    digits: list[int] = []
    while at < len(words) and words[at] in FIGURES:
        digits.append(FIGURES[words[at]])
        at += 1
    if mode == "lenient" and len(digits) < 2 and at < len(words) and words[at] not in SCALES:
        if digits and digits[0] > 1 and words[at] in SHORT:  # chín lăm
            digits.append(SHORT[words[at]])
            at += 1
        else:  # The other convention reads the places as one number: bốn mươi hai.
            number, after, node = _walk(fraction_graph(), words, start)
            if node.point:
                digits, at = [int(digit) for digit in str(number)], after
    if not digits:
        return _Stuck(min(start, len(words) - 1), doubtful=False)
    scale = SCALES.get(words[at], 1) if at < len(words) else 1
    if scale > 1:
        # Below tỷ only hundreds: "một nghìn phẩy năm triệu" runs up the scales.
        if whole >= (BILLION if scale == BILLION else 1000):
            return _Stuck(at, doubtful=False)
        at += 1
        if scale < BILLION and at < len(words) and SCALES.get(words[at]) == BILLION:
            scale *= BILLION
            at += 1
    if at < len(words):
        return _Stuck(at, doubtful=False)
    for digit in digits:
        whole = whole * 10 + digit
    places = len(digits)
    scaled = scale > 1
    whole *= scale
    while scaled and places and not whole % 10:
        whole //= 10
        places -= 1
    sign = int(words[0] in MINUS[mode] and whole > 0)
    if not places:
        return -whole if sign else whole
    return Decimal((sign, tuple(map(int, str(whole))), -places))


def _fault(s: str, words: Sequence[str], stuck: _Stuck, mode: ReadingMode) -> NumberError:
    """Say why reading stopped at a word, where that word stands in `s`, and what was likely meant."""
    start, end = [found.span() for found in _WORD.finditer(s)][stuck.at]
    word = words[stuck.at]
    if word in _INDEFINITE:
        code = "number/indefinite"
    elif any(character.isdigit() and not character.isascii() for character in word):
        code = "number/non-ascii-digit"
    elif word not in known_words(mode):
        code = "number/unknown-word"
    elif stuck.doubtful:
        code = "number/ambiguous-tail"
    elif SCALES.get(word) == BILLION and stuck.at and SCALES.get(words[stuck.at - 1]) == BILLION:
        code = "number/out-of-range"
    else:
        code = "number/word-order"
    return NumberError(issue(code, start=start, end=end, hint=_suggest(words)))


def _suggest(words: Sequence[str]) -> str | None:
    """Find the one reading of words slightly wrong, spelt right with the writer's regional words."""
    mended = _mend(words)
    value = _read(mended, "lenient")
    if isinstance(value, _Stuck):
        return None
    dialect = Dialect(
        thousand="ngàn" if "ngàn" in mended else "nghìn",
        filler="lẻ" if "lẻ" in mended else "linh",
        billion="tỉ" if "tỉ" in mended else "tỷ",
        four="bốn" if ("mươi", "bốn") in pairwise(mended) else "tư",
    )
    if isinstance(value, int):
        return spell_number(value, dialect=dialect)
    return spell_decimal(value, dialect=dialect) if len(mended) < _MOST_HINT_DIGITS else None


def _mend(words: Sequence[str]) -> list[str]:
    """Put right what is often misspelt, typed without marks, or said with the wrong form of a digit."""
    plain = _plain_words()
    mended: list[str] = []
    for given in words:
        before = mended[-1] if mended else ""
        word = plain.get(given, given)
        if before == "mươi" and word in FILLERS:
            continue
        if (before == "một" and word == "mươi") or (before in FILLERS and word == "mười"):
            mended.pop()
            word = "mười"
        elif word == "mươi" != given and before not in DIGITS:
            word = "mười"
        elif word == "mười" and before in DIGITS:
            word = "mươi"
        else:
            word = _RIGHT_UNITS.get(before, {}).get(word, word)
        mended.append(word)
    return mended


@cache
def _plain_words() -> dict[str, str]:
    """Map number words without their marks, and common misspellings, to the right ones."""
    known = sorted(known_words("lenient"))
    plain = {_strip_marks(word): word for word in known}
    # Of the words that fall together the commoner one; `_mend` knows where the other belongs.
    plain |= {"muoi": "mươi", "mot": "một", "bay": "bảy"}
    return plain | dict(zip(known, known, strict=True)) | _MISSPELT


def _strip_marks(word: str) -> str:
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))
