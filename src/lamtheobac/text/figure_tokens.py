"""A figure's text cut into numbers, words and marks, and the cursor that reads them (tách từ).

Only digits 0-9, Latin letters and a few marks exist in a figure; anything else is refused here, before a
rule of the grammar sees it. One pass from left to right, so that the time is linear in the length.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Literal, NamedTuple

from attrs import evolve

from lamtheobac.errors import NumberError
from lamtheobac.messages import issue
from lamtheobac.text.numbers import BLANKS, check_text

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "LETTERS",
    "MOST_CHARACTERS",
    "Cursor",
    "Token",
    "move_places",
    "normalise",
    "original_places",
    "tokenise",
]

MOST_CHARACTERS = 200
"""Characters of the longest figure, in NFC."""

LETTERS = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
"""Latin letters, as the inside of a regular expression's brackets."""

_find_token = re.compile(
    rf"(?P<number>[.,]?[0-9][0-9.,]*)"
    rf"|(?P<word>[mM][23²³](?![0-9{LETTERS}])|[{LETTERS}]+)"
    r"|(?P<mark>[-%₫,/“”\"’–−])"
).match
_find_blanks = re.compile(f"[{BLANKS}]+").match
_NOT_FINITE = frozenset(("nan", "snan", "inf", "infinity"))


class Token(NamedTuple):
    """One number, word or mark of a figure (một từ).

    Attributes:
        kind: A number is a run of digits, dots and commas, right or wrong.
        text: As written, NFC.
        low: The same in lower case.
        start: Where it begins in the NFC text.
        end: Where it ends.
        glued: Whether it follows the token before it without a blank.
    """

    kind: Literal["number", "word", "mark"]
    text: str
    low: str
    start: int
    end: int
    glued: bool


def normalise(s: str) -> str:
    r"""Check type and length, and compose the letters, NFC (chuẩn hóa).

    >>> normalise("5 ty\u0309")
    '5 tỷ'
    """
    s = check_text(s)
    # Composing shortens a text at most by the number of marks on a letter: cut before, measure after.
    composed = s if len(s) > 4 * MOST_CHARACTERS else unicodedata.normalize("NFC", s)
    if len(composed) > MOST_CHARACTERS:
        raise NumberError(issue("number/out-of-range", start=0, end=len(s)))
    return composed


def original_places(s: str, error: NumberError) -> NumberError:
    r"""Move the places of a fault from the composed text back to the text as given (vị trí gốc).

    >>> fault = NumberError(issue("number/unknown-word", start=5, end=6))
    >>> original_places("5 ty\u0309 x", fault).start
    6
    """
    places: list[int] = []
    start = 0
    for end in range(1, len(s) + 1):
        if end == len(s) or not unicodedata.combining(s[end]):
            places += [start] * len(unicodedata.normalize("NFC", s[start:end]))
            start = end
    places.append(len(s))

    return move_places(error, places)


def move_places(error: NumberError, places: Sequence[int]) -> NumberError:
    """Put the places of a fault elsewhere, by where each character came from (dời vị trí).

    >>> move_places(NumberError(issue("number/unknown-word", start=1, end=2)), (0, 5, 9)).end
    9
    """

    def move(place: int | None) -> int | None:
        return None if place is None else places[min(place, len(places) - 1)]

    moved = [evolve(fault, start=move(fault.start), end=move(fault.end)) for fault in error.issues]
    return NumberError(*moved)


def tokenise(text: str) -> tuple[Token, ...]:
    """Cut a composed text into tokens (tách từ).

    Args:
        text: NFC, at most 200 characters.

    Raises:
        NumberError: A character that no figure has.

    >>> [token.text for token in tokenise("hơn 12.000m2 đất")]
    ['hơn', '12.000', 'm2', 'đất']
    >>> tokenise("5!")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/unknown-character: a character that has no place in a number
    """
    tokens: list[Token] = []
    place = 0
    glued = False
    while place < len(text):
        blanks = _find_blanks(text, place)
        if blanks:
            place = blanks.end()
            glued = False
            continue
        found = _find_token(text, place)
        if not found:
            raise NumberError(issue(_stray(text, place), start=place, end=place + 1))
        kind: Literal["number", "word", "mark"] = (
            "number" if found["number"] else "word" if found["word"] else "mark"
        )
        written = found[0]
        tokens.append(Token(kind, written, written.lower(), place, found.end(), glued))
        place = found.end()
        glued = True
    return tuple(tokens)


def _stray(text: str, place: int) -> str:
    """Name the fault of a character that begins no token."""
    character = text[place]
    if character == "∞":
        return "number/not-finite"
    if unicodedata.category(character)[0] == "N":
        return "number/non-ascii-digit"
    if character == "_" and text[place - 1 : place].isdigit():
        return "number/exponent-or-underscore"
    return "number/unknown-character"


class Cursor:
    """A place in the tokens of one figure, and what was noticed on the way (con trỏ)."""

    def __init__(self, text: str, tokens: Sequence[Token], *, lenient: bool) -> None:
        self.text = text
        self.tokens = tokens
        self.lenient = lenient
        self.place: int = 0
        self.stop: int = len(tokens)
        self.flags: list[str] = []

    def flag(self, name: str) -> None:
        """Note a habit that was allowed for (ghi chú)."""
        if name not in self.flags:
            self.flags.append(name)

    def low(self, ahead: int = 0) -> str:
        """Give the lower-case token so far ahead, empty past the end (từ kế tiếp)."""
        place = self.place + ahead
        return self.tokens[place].low if place < self.stop else ""

    def lows(self) -> tuple[str, ...]:
        """Give all lower-case tokens still ahead (các từ còn lại)."""
        return tuple(token.low for token in self.tokens[self.place : self.stop])

    def is_number(self, ahead: int = 0) -> bool:
        """Tell whether the token so far ahead is a number (có phải chữ số)."""
        place = self.place + ahead
        return place < self.stop and self.tokens[place].kind == "number"

    def takes(self, *words: str) -> bool:
        """Step over these words if they are the next ones (đọc qua).

        >>> cursor = Cursor("ước đạt 5", tokenise("ước đạt 5"), lenient=False)
        >>> cursor.takes("ước", "tính"), cursor.takes("ước", "đạt")
        (False, True)
        """
        if any(self.low(ahead) != word for ahead, word in enumerate(words)):
            return False
        self.place += len(words)
        return True

    def fault(
        self, code: str, first: int | None = None, last: int | None = None, hint: str | None = None
    ) -> NumberError:
        """Make the error for tokens `first` to `last`, by default the next one (báo lỗi)."""
        first = self.place if first is None else first
        last = max(first, self.place if last is None else last)
        if not self.tokens:
            return NumberError(issue(code, start=0, end=len(self.text), hint=hint))
        # A currency may have been put behind its number, so that the first token is not the first in the text.
        wrong = self.tokens[first : last + 1]
        start = min((token.start for token in wrong), default=self.tokens[-1].end)
        end = max((token.end for token in wrong), default=self.tokens[-1].end)
        return NumberError(issue(code, start=start, end=end, hint=hint))

    def no_number(self) -> NumberError:
        """Make the error for a place where a number should begin (báo thiếu số)."""
        if self.low(self.low() in ("-", "−")) in _NOT_FINITE:
            return self.fault("number/not-finite")
        if self.place == self.stop:
            return self.fault("number/empty")
        word = self.tokens[self.place].kind == "word"
        return self.fault("number/unknown-word" if word else "number/unknown-character")
