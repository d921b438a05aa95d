"""Running prose cut into words, numbers and names, each with its place in the text as given (tách văn bản).

What is written as one thing and only looks like a number (dates, clock times, numbers of documents, class
names, telephone numbers) is cut out here as a name; so is what stands in quotation marks, unless it is speech.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from lamtheobac.reports.word_lists import list_words
from lamtheobac.text.alphabet import compose
from lamtheobac.text.figure_tokens import LETTERS
from lamtheobac.text.units import match_unit

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["BEFORE", "BEHIND", "Kind", "Prose", "read_prose"]

Kind = Literal["number", "word", "mark", "name", "break"]
"""A name is a number or a word that no figure may use; a break is where no sentence goes on."""

BEFORE: Final = 4
"""Breaks before the first token: as far as any rule looks back."""
BEHIND: Final = 48
"""Breaks behind the last token: as far as any rule looks ahead."""
_BREAKS: Final = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_DAY: Final = "(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH: Final = "(?:0?[1-9]|1[0-2])"
_YEAR: Final = "(?:19|20)[0-9]{2}"
_LETTERED: Final = rf"[{LETTERS}0-9]*(?:[-/–][{LETTERS}0-9]+)*"
_NAMES: Final = "|".join(
    (
        r"https?://\S+",
        r"www\.\S+",
        # A document: 05-CT/TW, 43/2019/QH14, 246/QĐ-UBND; but 500/USD is a rate.
        rf"[0-9]{{1,5}}(?:/[0-9]{{4}})?[-/–](?!(?:USD|VN[DĐ])(?![{LETTERS}]))[A-ZĐ]{{2}}{_LETTERED}",
        rf"[0-9]{{1,5}} [-/–] ?(?:CT|NQ|QĐ|KL|KH|HD|CV|BC|TB|QC|TT|NĐ)(?![{LETTERS}]){_LETTERED}",
        rf"{_DAY} ?/ ?{_MONTH} ?/ ?(?:{_YEAR}|[0-9]{{2}})(?![0-9])",
        # Days on end: 10-15/5/2021, 13-19.3
        rf"{_DAY} ?[-–] ?{_DAY} ?/ ?{_MONTH}(?! ?/? ?[0-9]|[.,][0-9])",
        rf"{_DAY} ?[-–] ?{_DAY}\.{_MONTH}(?=\s*(?:[),;:]|\.?$|\.\s))",
        rf"{_DAY} ?[-–] ?{_DAY} ?[/.] ?{_MONTH} ?[/.] ?{_YEAR}(?![0-9])",
        rf"{_DAY} ?[-–] ?{_MONTH} ?[-–] ?{_YEAR}(?![0-9])",
        rf"{_DAY}\.{_MONTH}\.{_YEAR}(?![0-9])",
        rf"{_YEAR}-{_MONTH}-{_DAY}(?![0-9])",
        rf"{_MONTH} ?[-/–] ?{_YEAR}(?![0-9]|[.,][0-9])",
        rf"{_YEAR} ?[-–/] ?(?:{_YEAR}|[0-9]{{2}})(?![0-9]|[.,][0-9])",
        rf"[0-2]?[0-9] ?[hH](?: ?[0-5][0-9])?(?![{LETTERS}0-9])",
        rf"[0-2]?[0-9]g[0-5][0-9](?![{LETTERS}0-9])",
        r"[0-2]?[0-9](?::[0-5][0-9]){1,2}(?![0-9])",
        r"0[0-9]{8,10}(?![0-9]|[.,][0-9])",
        r"\(?0[0-9]{1,3}\)?[ .-][0-9]{3,4}[ .-]?[0-9]{3,4}(?![0-9])",
        # Round the clock; but 24/24 đảng viên are all of them.
        rf"24/7(?![0-9])|24/24(?=\s*(?:(?:giờ|h)(?![{LETTERS}])|[,.;:)]|\n|$))",
    )
)
_find_tokens: Final = re.compile(
    # Most tokens are plain words behind one blank: they come first, but for a word that opens an address.
    rf" ?(?:(?P<plain>(?!https?://|www\.)[{LETTERS}]+(?![{LETTERS}0-9²³]))|(?P<name>(?<![0-9.,])(?=[0-9(hw])(?:{_NAMES}))"
    r"|(?P<number>(?:(?<!\S)[.,])?[0-9](?:[0-9.,]*[0-9])?)"
    rf"|(?P<word>[{LETTERS}][{LETTERS}0-9]*[²³]?)|(?P<mark>\S))|(?P<blank>\s+)"
).finditer
_KINDS: Final[Mapping[str, Kind]] = {
    "plain": "word", "name": "name", "number": "number", "word": "word", "mark": "mark",
}  # fmt: skip
_find_marked: Final = re.compile(f"[{LETTERS}][\u0300-\u036f]+").finditer
_GLUED: Final = list_words("k cm mm g l lít ml con xe chai lon bao tin m2 m3 m² m³ km2 km² kv kw usd")
_CODE_MARKS: Final = frozenset("@=_")
_NAME_JOINTS: Final = frozenset("=#@_№&*^")
_OPENING: Final = {"“": "”", "‘": "’", "«": "»", "„": "”"}
_STRAIGHT: Final = frozenset("\"'")
_ENDS: Final = frozenset(".!?…")
_LONG_QUOTE: Final = 25
_SHORT_QUOTE: Final = 8


class Prose(NamedTuple):
    """A text as parallel lists of its tokens, with breaks at both ends (văn bản).

    Attributes:
        text: The composed text.
        words: The tokens as written.
        lows: The same in lower case.
        kinds: What each is.
        starts: Where each begins in the composed text.
        ends: Where each ends.
        moved: Places in the composed text after which places differ from those of the text as given.
        shifts: By how much, from each of those on.
    """

    text: str
    words: list[str]
    lows: list[str]
    kinds: list[Kind]
    starts: list[int]
    ends: list[int]
    moved: list[int]
    shifts: list[int]

    def glued(self, place: int) -> bool:
        """Tell whether a token follows the one before it without a blank (có dính liền không)."""
        return self.starts[place] == self.ends[place - 1] and self.kinds[place - 1] != "break"

    def slice(self, start: int, stop: int) -> str:
        """Give some tokens as written, with single ordinary blanks (trích)."""
        said = self.words[start]
        for place in range(start + 1, stop):
            said += self.words[place] if self.glued(place) else f" {self.words[place]}"
        return said

    def place(self, place: int) -> int:
        """Give a place of the composed text as one of the text as given (vị trí gốc)."""
        return place + self.shifts[bisect_right(self.moved, place) - 1]


def read_prose(text: str) -> Prose:
    """Cut a text into tokens, in one pass (tách văn bản).

    >>> prose = read_prose("Chỉ thị số 05-CT/TW: 3.000m2 đất")
    >>> [(word, kind) for word, kind in zip(prose.words, prose.kinds) if word][3:6]
    [('05-CT/TW', 'name'), (':', 'mark'), ('3.000', 'number')]
    """
    composed, moved, shifts = _compose(text)
    prose = Prose(composed, [], [], [], [], [], moved, shifts)
    _, words, lows, kinds, starts, ends, _, _ = prose
    # One call for each list and token is what cutting costs: it is spelled out here, where most tokens pass.
    add_word, add_low, add_kind = words.append, lows.append, kinds.append
    add_start, add_end = starts.append, ends.append
    for _ in range(BEFORE):
        _add_break(prose, 0)
    lines = last = 0
    for found in _find_tokens(composed):
        group = found.lastgroup or "blank"
        word = found[group]
        if group == "blank":
            lines = _count_lines(word)
            continue
        start, end = found.span(group)
        if lines:
            if lines > 1 or not _goes_on(prose, word):
                _add_break(prose, start)
            lines = 0
        add_word(word)
        add_low(word if group == "mark" else word.lower())
        add_kind(_KINDS[group])
        add_start(start)
        add_end(end)
        # Codes are written together: what begins behind a blank is none, but for a word with digits in it.
        if group == "word" or (start == last and (group != "mark" or word in _CODE_MARKS)):
            _mark_code(prose)
        last = end
    for _ in range(BEHIND):
        _add_break(prose, len(composed))
    _mark_quotes(prose)
    return prose


def _compose(text: str) -> tuple[str, list[int], list[int]]:
    """Compose the Latin letters, and note where places begin to differ."""
    parts: list[str] = []
    moved, shifts = [0], [0]
    last = length = 0
    for found in _find_marked(text):
        letter = compose(found[0])
        parts += (text[last : found.start()], letter)
        length += found.start() - last + len(letter)
        last = found.end()
        if last - length != shifts[-1]:
            moved.append(length)
            shifts.append(last - length)
    return "".join((*parts, text[last:])), moved, shifts


def _count_lines(blanks: str) -> int:
    """Count the line breaks of a run of blanks, up to two; CR LF is one."""
    blanks = blanks.replace("\r\n", "\n")
    return min(sum(blanks.count(each) for each in _BREAKS), 2)


def _goes_on(prose: Prose, word: str) -> bool:
    """Tell whether a sentence goes on over a single line break: a wrapped line, not a heading or a list."""
    before = prose.words[-1]
    if word[0].islower():
        return True
    return (
        prose.kinds[-1] == "word" and before[0].islower() and not word[0].isalpha() and word[0] not in "-+*•–"
    )


def _add_break(prose: Prose, place: int) -> None:
    """Add a place where no sentence goes on."""
    prose.words.append("")
    prose.lows.append("")
    prose.kinds.append("break")
    prose.starts.append(place)
    prose.ends.append(place)


def _mark_code(prose: Prose) -> None:
    """Make names of what is written together with digits: 6A6, U70, ĐH2, Covid-19, x=469."""
    kinds, lows = prose.kinds, prose.lows
    at = len(kinds) - 1
    if kinds[at] == "word":
        word, low = prose.words[at], lows[at]
        coded = not low.isalpha() and low not in _GLUED
        if coded:
            kinds[at] = "name"
        if kinds[at - 1] in ("number", "name") and prose.glued(at):
            # "01đảng viên": codes are written without marks.
            known = not coded and (
                low in _GLUED or match_unit((low,))[1] or not (word.isascii() or word.isupper())
            )
            if not known:
                kinds[at] = kinds[at - 1] = "name"
    elif kinds[at] == "number" and prose.glued(at):
        before = lows[at - 1]
        hyphened = before in ("-", "–", "/") and prose.glued(at - 1) and kinds[at - 2] in ("word", "name")
        # "866 lượt/964 người" are two figures.
        counts = before == "/" and prose.words[at - 2].islower() and "number" in kinds[at - 5 : at - 2]
        hyphened = hyphened and not counts
        if before in _NAME_JOINTS or hyphened or kinds[at - 1] == "name":
            kinds[at] = "name"
    elif lows[at] in _CODE_MARKS and kinds[at - 1] == "number" and prose.glued(at):
        kinds[at - 1] = "name"


def _mark_quotes(prose: Prose) -> None:
    """Make names of the numbers in quotation marks: “5 không, 3 sạch”, “Quỹ 1.000 đồng”; speech is read.

    Of quotation marks within others the inner ones count: what was opened before them is speech.
    """
    start, closing = 0, ""
    for at, kind in enumerate(prose.kinds):
        if kind == "break":
            closing = ""
        if kind != "mark":
            continue
        word = prose.words[at]
        if closing and word not in _OPENING:
            if word == closing:
                closing = ""
                if not _is_speech(prose, start, at):
                    for place in range(start + 1, at):
                        prose.kinds[place] = "name"
        elif word in _OPENING:
            start, closing = at, _OPENING[word]
        elif word in _STRAIGHT and not (prose.glued(at) and prose.kinds[at - 1] in ("word", "number")):
            start, closing = at, word


def _is_speech(prose: Prose, start: int, stop: int) -> bool:
    """Tell speech from a name: it ends with its own full stop, follows a colon, or is very long."""
    length = stop - start - 1
    told = prose.lows[start - 1] == ":" and length > _SHORT_QUOTE
    return told or length > _LONG_QUOTE or prose.lows[stop - 1] in _ENDS
