"""The door for every text field, and keys to find texts by (làm sạch văn bản).

A text is mended only where nothing can be lost: composed letters (NFC) and blanks. Everything else that is
wrong is refused with its place, never dropped in silence: a hidden character may be all that tells two names
apart. What is allowed follows the tables of the running Python, so a sign that Unicode added last year is
unassigned to an older one.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import LIMITS, Issue, LimitError, ReadError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.text.alphabet import PLAIN, SPACES, SUSPECT, compose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lamtheobac.text.characters import Fault

__all__ = ["clean", "fold", "is_clean", "search_key"]

_LINE: Final = re.compile(f"[{re.escape(PLAIN)}]+").fullmatch
_LINES: Final = re.compile(f"[{re.escape(PLAIN)}\n]+").fullmatch
_suspect: Final = SUSPECT.search
_RUN: Final = re.compile(f"[{SPACES}]+")
_RUN_OR_TAB: Final = re.compile(f"[{SPACES}\t]+")

# The tone of an open glide (hòa, thủy, khỏe) and the slips qúy, gía: it moves one letter to the right.
_EARLY_TONE: Final = re.compile("[òóỏõọ][ae]|[ùúủũụ]y|(?<=q)[ùúủũụ][aăâeêioôơ]|(?<=g)[ìíỉĩị][aăâeêoôơuư]")
_STROKES: Final = str.maketrans("đƀłøħŧı’ʼ", "dblohti''")
_APOSTROPHES: Final = str.maketrans("’ʼ", "''")


def clean(text: str, *, most: int = LIMITS.name_characters, lines: bool = False) -> str:
    r"""Make a text field fit to keep, or refuse it (làm sạch).

    Letters are composed (NFC, never NFKC, which turns 100 m² into 100 m2), every kind of space becomes the
    ordinary one, runs of blanks become one, outer blanks go.

    Args:
        text: Any text.
        most: Characters that may be left at the end.
        lines: True for long text: line breaks (LF, CR LF) stay as LF, a tab is a blank, blanks beside a
            break go.

    Returns:
        The clean text; cleaning it again changes nothing.

    Raises:
        ReadError: One issue for each kind of fault, with its first place in `text`: nothing left, characters
            that do not show, letters that pass for others, marks in the wrong order, an old encoding.
        LimitError: Too long.
        WrongTypeError: Not a text.

    >>> clean(" Huye\u0302\u0323n\u00a0 Bình Sơn ")
    'Huyện Bình Sơn'
    >>> clean("HuyÖn B×nh S¬n")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: text/old-encoding: read with the wrong encoding; it looks like TCVN3
    """
    text = _check_type(text)
    if _is_plain(text, most, lines):
        return text
    if len(text) > 16 * most:
        raise _too_long(text, most)
    composed = compose(text)
    if _is_plain(composed, most, lines):
        return composed
    cleaned = _fold_blanks(composed, lines)
    # Blanks count only up to a bound. NFC has at least a quarter of the characters of any spelling of it,
    # so this refuses all that the line above does: how a text is composed never decides.
    if len(composed) > 4 * most or len(cleaned) > most:
        raise _too_long(text, most)
    faults = _find_faults(composed, lines)
    if faults:
        raise ReadError(*_issues(faults, text, composed))
    if not cleaned:
        raise ReadError(issue("text/empty", start=0, end=len(text)))
    return cleaned


def is_clean(text: str, *, most: int = LIMITS.name_characters, lines: bool = False) -> bool:
    """Tell whether `clean` would give back the very same text (đã sạch chưa).

    About a microsecond for a good name: every record asks it of every field.

    Args:
        text: Any text.
        most: Characters it may have.
        lines: Whether line breaks are allowed.

    Raises:
        WrongTypeError: Not a text.

    >>> is_clean("Huyện Bình Sơn"), is_clean("Huyện  Bình Sơn"), is_clean("HuyÖn B×nh S¬n")
    (True, False, False)
    """
    if _is_plain(text, most, lines):
        return True
    text = _check_type(text)
    return (
        0 < len(text) <= most
        and compose(text) == text
        and _fold_blanks(text, lines) == text
        and not _find_faults(text, lines)
    )


def search_key(text: str) -> str:
    """Give one key to all spellings of the same words (khóa tìm kiếm).

    Composed or not, capital or small, hoà or hòa, one blank or two, H’Leo or H'Leo; but đ is not d, every
    tone counts, and quý is not quí.

    Raises:
        WrongTypeError: Not a text.

    >>> search_key("Thuỷ") == search_key("THỦY"), search_key("Đức") == search_key("Dức")
    (True, False)
    """
    small = _casefold(_check_type(text))
    placed = _EARLY_TONE.sub(_move_tone, unicodedata.normalize("NFC", small).translate(_APOSTROPHES))
    return " ".join(placed.split())


def fold(text: str) -> str:
    """Write a text in small letters without any marks (bỏ dấu).

    For searching without marks and for matching the heads of tables.

    Raises:
        WrongTypeError: Not a text.

    >>> fold("Đảng  bộ huyện Bình Sơn")
    'dang bo huyen binh son'
    """
    # Classes from 200 on are marks around a letter and 1 is a stroke through it; those between are the vowel
    # and tone signs of Thai, Lao, Arabic and others, which are no ornament.
    letters = _casefold(_check_type(text))
    bare = [letter for letter in letters if not _is_ornament(letter)]
    return " ".join(unicodedata.normalize("NFC", "".join(bare).translate(_STROKES)).split())


def _is_ornament(letter: str) -> bool:
    """Tell whether a character is a mark that a letter can do without."""
    position = unicodedata.combining(letter)
    return position == 1 or position >= 200


def _check_type(text: object) -> str:
    """Refuse what is no text; of a subclass of str take the plain text."""
    if not isinstance(text, str):
        raise WrongTypeError(issue("type/wrong", wanted="str", given=type(text).__name__))
    return str.__str__(text)


def _is_plain(text: object, most: int, lines: bool) -> bool:  # noqa: FBT001  called by position: it is the hot path
    """Tell in one pass whether a text is clean and made of the commonest characters only."""
    if type(text) is not str or not 0 < len(text) <= most:
        return False
    if lines:
        return (
            _LINES(text) is not None
            and "  " not in text
            and " \n" not in text
            and "\n " not in text
            and text[0] not in " \n"
            and text[-1] not in " \n"
            and _suspect(text) is None
        )
    return (
        _LINE(text) is not None and "  " not in text and text[0] != " " != text[-1] and _suspect(text) is None
    )


def _fold_blanks(text: str, lines: bool) -> str:  # noqa: FBT001  as above
    """Make every run of blanks one blank and drop the outer ones."""
    if not lines:
        return _RUN.sub(" ", text).strip(" ")
    one_break = _RUN_OR_TAB.sub(" ", text.replace("\r\n", "\n"))
    return one_break.replace(" \n", "\n").replace("\n ", "\n").strip(" \n")


def _too_long(text: str, most: int) -> LimitError:
    """Make the error of a text that is too long."""
    return LimitError(issue("limit/characters", start=0, end=len(text), most=most))


def _find_faults(text: str, lines: bool) -> list[Fault]:  # noqa: FBT001  as above
    """Look closely; only a doubtful text is worth loading the tables for."""
    from lamtheobac.text.characters import find_faults  # noqa: PLC0415

    return find_faults(text, lines=lines)


def _issues(faults: Iterable[Fault], text: str, composed: str) -> list[Issue]:
    """Give each fault its message and its place in the text as it came in."""
    places = _places(text) if text != composed else None
    return [
        issue(
            fault.code,
            start=places[fault.start][0] if places else fault.start,
            end=places[fault.end - 1][1] if places else fault.end,
            hint=fault.hint,
            shown=fault.shown,
        )
        for fault in faults
    ]


def _places(text: str) -> list[tuple[int, int]]:
    """Say for every character of the composed text which characters of the given text it came from."""
    starts = [0]
    for at in range(1, len(text)):
        if not unicodedata.combining(text[at]):
            last = compose(text[starts[-1] : at])[-1:]
            alone = unicodedata.normalize("NFC", text[at])
            if unicodedata.normalize("NFC", last + text[at]) == last + alone:
                starts.append(at)
    places: list[tuple[int, int]] = []
    for start, end in pairwise([*starts, len(text)]):
        length = len(compose(text[start:end]))
        if length == end - start:
            places += [(at, at + 1) for at in range(start, end)]
        else:
            places += [(start, end)] * length
    return places


def _casefold(text: str) -> str:
    """Decompose a text with no difference of case left, as Unicode's canonical caseless match does."""
    small = unicodedata.normalize("NFD", compose(text)).casefold()
    return unicodedata.normalize("NFD", small)


def _move_tone(early: re.Match[str]) -> str:
    """Move the tone from the first letter of a pair to the second."""
    first = unicodedata.normalize("NFD", early[0][0])
    return first[0] + unicodedata.normalize("NFC", early[0][1] + first[1])
