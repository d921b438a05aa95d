"""Names in the order in which Vietnamese lists put them (tên người).

Letters and tones stand as in Unicode's Vietnamese collation (CLDR, used by ICU): all letters first, ă â đ ê ô ơ ư
being letters of their own, then the tones, level, huyền, hỏi, ngã, sắc, nặng, then small before capital. Blanks
come before signs, signs before digits, digits before letters.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.text.alphabet import compose

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["name_key"]

# ƀ is a letter of Ba Na, Mnông and others; f j w z come only in borrowed names.
_RANKS: Final = {letter: chr(0x10 + rank) for rank, letter in enumerate("aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz")}
# Grave, hook, tilde, acute, dot below; then what other languages of Viet Nam put on letters, as ICU has it.
_MARKS: Final = {
    mark: chr(0x10 + rank)
    for rank, mark in enumerate("\u0300\u0309\u0303\u0301\u0323\u0306\u0302\u030c\u030a\u0308")
}
_SHAPES: Final = "\u0302\u0306\u031b"  # of â, ă and ơ
# What goes before every letter and mark, in this order, and what goes behind.
_BETWEEN, _SIGN, _DIGIT, _OTHER = "\x01", "\x02", "\x03", "\x7f"
_HYPHENS: Final = str.maketrans("-‐‑–—", "     ")
_APOSTROPHES: Final = str.maketrans("’ʼ", "''")


def name_key(name: str, *, given_first: bool = True) -> tuple[tuple[tuple[str, str], ...], str, str]:
    """Give the key by which to sort names: given name, middle names, family name (khóa sắp xếp tên).

    The given name is the last word. Where a name begins with Y or H’ and one of the words behind the given name
    is no Vietnamese syllable, that is a clan, as the Ê Đê and Mnông write it: "H’Hen Niê" is sorted by H’Hen and
    "Y Bhuôt Niê" by Bhuôt. Blanks, hyphens and the shape of the apostrophe make no difference, nor does the
    place of the tone: Hoà stands with Hòa.

    Args:
        name: Any text.
        given_first: False sorts from the first word, as the names of places and organisations are.

    Returns:
        A key to compare with others, nothing to show. Equal only for one spelling, composed or not.

    Raises:
        WrongTypeError: Not a text.

    >>> sorted(["Trần Đức Bình", "Lê Thị Hạ", "Nguyễn Văn An", "Lê Thị Hà", "Phạm An"], key=name_key)
    ['Phạm An', 'Nguyễn Văn An', 'Trần Đức Bình', 'Lê Thị Hà', 'Lê Thị Hạ']
    >>> name_key(5)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected str, got int
    """
    if not isinstance(name, str):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="str", given=type(name).__name__))
    text = " ".join(compose(str.__str__(name)).translate(_HYPHENS).split())
    words = text.translate(_APOSTROPHES).split()
    parts = _parts(words) if given_first else (words,)
    weighed = [[[_weigh(letter) for letter in word] for word in part] for part in parts]
    keys = tuple(
        (
            _BETWEEN.join("".join(letter for letter, _, _ in word) for word in part),
            # Only which tone a word has: hoà and hòa are one syllable.
            _BETWEEN.join("".join(marks for _, marks, _ in word) for word in part),
        )
        for part in weighed
    )
    return keys, "".join(case for part in weighed for word in part for *_, case in word), text


def _parts(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Part a name into given name, middle names and family name."""
    first = words[0].lower() if words else ""
    if first == "h'":
        # The press writes "H’ Hen" too.
        words = ["".join(words[:2]), *words[2:]]
    given = int(first == "y")
    if (given or first.startswith("h'")) and _has_clan(words[given + 1 :]):
        return words[given : given + 1], [*words[:given], *words[given + 1 : -1]], words[-1:]
    return words[-1:], words[1:-1], words[:-1][:1]


def _has_clan(words: Sequence[str]) -> bool:
    """Tell whether words cannot all be Vietnamese: Niê, Mlô and Êban cannot; Y Thị Bích Thọ is Xơ Đăng."""
    from lamtheobac.text.encodings import is_syllable  # noqa: PLC0415  few names get here

    return not all(is_syllable(word.lower()) for word in words)


@lru_cache(maxsize=4096)
def _weigh(character: str) -> tuple[str, str, str]:
    """Weigh one character of a composed text: as a letter, by its marks, and whether it is a capital."""
    kind = unicodedata.category(character)
    if kind[0] == "M":
        return "", _MARKS.get(character, _OTHER + character), ""
    if kind == "Nd":
        return f"{_DIGIT}{unicodedata.decimal(character)}", "", ""
    if kind[0] != "L":
        return _SIGN + character, "", ""
    small = character.lower()
    case = "0" if character == small else "1"
    base, *marks = list(unicodedata.normalize("NFD", small))
    if base not in _RANKS:
        return _OTHER + small, "", case
    shaped = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark in _SHAPES))
    if shaped in _RANKS:
        base, marks = shaped, [mark for mark in marks if mark not in _SHAPES]
    return _RANKS[base], "".join(_MARKS.get(mark, _OTHER + mark) for mark in marks), case
