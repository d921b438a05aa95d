"""Which characters a text may be made of, and which only look as if they were (ký tự).

Everything here reads text in NFC and gives plain tuples; `clean` turns them into errors.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.text.alphabet import PLAIN, SUSPECT, TONES, VIETNAMESE
from lamtheobac.text.encodings import find_old_encoding, is_syllable

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Fault", "find_faults"]


class Fault(NamedTuple):
    """One fault of a text, its place, and what a message may show of it (lỗi ký tự)."""

    code: str
    start: int
    end: int
    hint: str | None = None
    shown: str = ""


# The no-break space is not among them: in UTF-8 read as Windows-1252 it is half of à.
_GOOD: Final = frozenset(PLAIN + "\u1680\u202f\u205f\u3000").union(map(chr, range(0x2000, 0x200B)))
_CATEGORIES: Final = {
    "Cc": "text/control",
    "Cf": "text/format-character",
    "Cn": "text/unassigned",
    "Co": "text/private-use",
    "Cs": "text/surrogate",
    "Me": "text/combining-mark",
    "Nd": "text/non-ascii-digit",
    "Zl": "text/line-break",
    "Zp": "text/line-break",
}
_LETTERS: Final = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Nl"})
_MARKS: Final = frozenset({"Mn", "Mc"})
# Marks that draw nothing or only choose a shape: joiners, Khmer inherent vowels, variation selectors.
_INVISIBLE: Final = re.compile("[\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_BLANK_LETTERS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0\U00013441\U00013442\U00016fe4\U0001d159")
_REPLACEMENTS: Final = frozenset("\ufffc\ufffd")
_ENCLOSED_LETTERS: Final = re.compile("[\u249c-\u24e9\U0001f110-\U0001f16b\U0001f170-\U0001f189]")
# Letters that Unicode would write otherwise but that people use: µ ª º, and some Armenian, Thai and Lao.
_HONEST_VARIANTS: Final = frozenset("µªº\u0587\u0e33\u0eb3\u0edc\u0edd")
# Latin letters of living alphabets beyond a-z and its marks; every other one is phonetic script or history.
_LIVING: Final = frozenset("đĐƀɃøØæÆœŒßẞłŁþÞıħĦŋŊŧŦəƏɛƐɔƆ").union(
    map(chr, range(ord("A"), ord("Z") + 1)), map(chr, range(ord("a"), ord("z") + 1))
)
_APOSTROPHES: Final = frozenset("ʹʺʻʼʽʾʿ")
_LATIN_TWINS: Final = {"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ", "ɑ": "a"}
_LATIN_NAME: Final = re.compile(
    "LATIN (?:SMALL LETTER|CAPITAL LETTER|LETTER SMALL CAPITAL)(?: SCRIPT)? ([A-Z])(?: WITH .*)?"
)
# Honest letters of Turkish and pinyin, but slips where mending them gives a Vietnamese syllable: Vǎn for Văn.
_SLIPS: Final = str.maketrans({"ı": "i", "ǎ": "ă", "Ǎ": "Ă"})
# Letters of other scripts that are drawn as Latin ones.
_TWINS: Final = {
    "CYRILLIC": dict(
        zip(
            "АВЕЅІЈКМНОРСТУҮХԚԜӀЬѴаеѕіјорсухһԁԛԝӏүѵѐёїӑӓѓӕ",
            "ABESIJKMHOPCTYYXQWIbVaesijopcyxhdqwlyvèëïăäræ",
            strict=True,
        )
    ),
    "GREEK": dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹοναικρυγχϲϳ", "ABEZHIKMNOPTYXCovaikpuyxcj", strict=True)),
    "ARMENIAN": dict(zip("ՕՏՍԼօոսհցգյզք", "OSULonuhgqjqp", strict=True)),
}
# Scripts whose capitals are Latin capitals nearly all through: a table would only list them.
_DRAWN_AS_LATIN: Final = frozenset({"CHEROKEE", "COPTIC", "LISU"})
_UNIT: Final = re.compile("[kMGTmμ]?Ω|μ[A-Za-z]{1,3}")
_WORD: Final = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
_WHOLE_WORD: Final = re.compile("[^\\W\\d_](?:[^\\W\\d_]|['’])*")
# Scripts that are written without blanks between words, and signs that belong to no script.
_NEUTRAL: Final = frozenset(
    {"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"}
    | {"MODIFIER", "MICRO", "FEMININE", "MASCULINE"}
)

_BREVE: Final = "\u0306"
_BREVE_BASES: Final = frozenset("êôơưÊÔƠƯ")
_SHARED_MARKS: Final = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")
_MOST_MARKS: Final = 4  # one letter of Khmer or Burmese may bear as many signs


@lru_cache(maxsize=4096)
def _judge(letter: str) -> tuple[str, str | None] | None:
    """Judge one character by itself: the code of its fault and the likely right one, or None."""
    category = unicodedata.category(letter)
    if letter in "\n\r\x85":
        return "text/line-break", None
    if letter in _BLANK_LETTERS:
        return "text/blank-letter", None
    if letter in _REPLACEMENTS:
        return "text/replacement", None
    if _INVISIBLE.match(letter):
        return "text/format-character", None
    if category == "Nd":
        return "text/non-ascii-digit", str(unicodedata.decimal(letter))
    if category in _CATEGORIES:
        return _CATEGORIES[category], None
    written_otherwise = unicodedata.decomposition(letter).startswith("<") and letter not in _HONEST_VARIANTS
    if (written_otherwise and category in _LETTERS) or _ENCLOSED_LETTERS.match(letter):
        plain = unicodedata.normalize("NFKC", letter)
        return "text/homoglyph", plain if plain.isascii() and plain.isalnum() else None
    if category == "Lm" and 0x2B0 <= ord(letter) <= 0x2FF and letter not in _APOSTROPHES:
        return "text/homoglyph", None
    name = unicodedata.name(letter, "")
    if not name.startswith("LATIN ") or not _LIVING.isdisjoint(unicodedata.normalize("NFD", letter)):
        return None
    twin = _LATIN_NAME.fullmatch(name)
    model = None if twin is None else str(twin[1])
    if model and "SMALL LETTER" in name:
        model = model.lower()
    return "text/homoglyph", _LATIN_TWINS.get(letter, model)


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """Name the script of a letter as Unicode's own names do; empty for what mixes with any."""
    if unicodedata.category(letter)[0] != "L":
        return ""
    name = _name_word(letter)
    return "" if name in _NEUTRAL else name


def _name_word(letter: str) -> str:
    """Give the first word of a character's name."""
    return unicodedata.name(letter, "?").replace("-", " ").split()[0]


def find_faults(text: str, *, lines: bool = False) -> list[Fault]:
    """Find the first fault of each kind in a text in NFC (tìm lỗi ký tự).

    Args:
        text: Any text in NFC.
        lines: Whether tabs and the line breaks of a long text (LF, CR LF) are allowed.

    Returns:
        In the order of the text, but an old encoding first: it may be the cause of the others.

    >>> find_faults("Bіnh Sơn")
    [Fault(code='text/homoglyph', start=1, end=2, hint='i', shown='U+0456')]
    >>> find_faults("Bình Sơn")
    []
    """
    odd = set(text) - _GOOD
    if lines:
        text = text.replace("\r\n", " \n")
        odd = set(text) - _GOOD - {"\t", "\n"}
    first: dict[str, Fault] = {}
    for fault in _all_faults(text, odd):
        known = first.get(fault.code)
        if known is None or fault.start < known.start:
            first[fault.code] = fault
    faults = sorted(first.values(), key=lambda fault: (fault.start, fault.code))
    old = find_old_encoding(text) if odd or SUSPECT.search(text) else None
    if old is None:
        return faults
    cause = Fault("text/old-encoding", old.start, old.end, None, old.name)
    # Letters that look like others are then only the wrong table's doing.
    return [cause, *(fault for fault in faults if fault.code != "text/homoglyph")]


def _all_faults(text: str, odd: set[str]) -> Iterator[Fault]:
    """Go through the text once for each question that its odd characters raise."""
    judged = {letter: verdict for letter in odd if (verdict := _judge(letter))}
    if judged:
        seen: set[str] = set()
        for at, letter in enumerate(text):
            if letter in judged and judged[letter][0] not in seen:
                code, hint = judged[letter]
                seen.add(code)
                yield Fault(code, at, at + 1, hint, _shown(letter))
    if any(unicodedata.category(letter) in _MARKS for letter in odd):
        yield from _find_mark(text)
    if any(_script(letter) not in {"", "LATIN"} for letter in odd):
        yield from _find_twins(text)
    if not odd.isdisjoint("ıǎǍ"):
        yield from _find_slips(text)


def _shown(letter: str) -> str:
    """Write a character as its number, the only form that is safe in a message."""
    return f"U+{ord(letter):04X}"


def _find_mark(text: str) -> Iterator[Fault]:
    """Find marks that stand on nothing, on the wrong letter, or too many on one letter."""
    base, count = "", 0
    for at, letter in enumerate(text):
        if unicodedata.category(letter) not in _MARKS or _judge(letter):
            base, count = letter, 0
            continue
        count += 1
        if _SHARED_MARKS.match(letter):
            # ê̆ ô̆ ơ̆ ư̆ are letters of Ê Đê, Gia Rai, Mnông and others; Unicode has no one character for
            # them. All else is out of order or on the wrong letter: NFC has joined what belongs together.
            fits = letter == _BREVE and count == 1 and base in _BREVE_BASES
        else:
            fits = count <= _MOST_MARKS and base != "" and _name_word(letter) == _script(base)
        if not fits:
            yield Fault(
                "text/combining-mark", at, at + 1, _mend(text[max(at - count, 0) : at + 1]), _shown(letter)
            )
            return


def _mend(cluster: str) -> str | None:
    """Put the marks of one letter in Vietnamese order, shape before tone; None if that makes no letter."""
    parts = unicodedata.normalize("NFD", cluster)
    mended = unicodedata.normalize("NFC", parts[0] + "".join(sorted(parts[1:], key=TONES.__contains__)))
    return mended if mended in VIETNAMESE else None


def _find_twins(text: str) -> Iterator[Fault]:
    """Find words of two scripts, and words of another script that look Latin from end to end.

    Russian `рос` looks Latin too, so such words pass beside an honest word of their script.
    """
    words = [(place.start(), place.group()) for place in _WORD.finditer(text)]
    for scripts, group in groupby(words, key=lambda word: frozenset(map(_script, word[1])) - {""}):
        run = list(group)
        if len(scripts) > 1:
            for start, word in run:
                if not _UNIT.fullmatch(word):
                    yield _name_twin(start, word, "LATIN" if "LATIN" in scripts else _script(word[0]))
                    return
        elif all(_looks_latin(word, *scripts) for _, word in run):
            yield _name_twin(*run[0], "LATIN")
            return


def _looks_latin(word: str, script: str = "LATIN") -> bool:
    """Tell whether a word of one script could be taken for a Latin one; a lone α or ρ is a symbol."""
    if len(word) == 1 and word in "αγικνρυχ":
        return False
    return script in _DRAWN_AS_LATIN or all(letter in _TWINS.get(script, ()) for letter in word)


def _name_twin(start: int, word: str, expected: str) -> Fault:
    """Name the first letter of a word that is not of the expected script."""
    place, letter = next((at, one) for at, one in enumerate(word) if _script(one) not in {"", expected})
    hint = _TWINS.get(_script(letter), {}).get(letter)
    return Fault("text/homoglyph", start + place, start + place + 1, hint, _shown(letter))


def _find_slips(text: str) -> Iterator[Fault]:
    """Find letters of Turkish or pinyin in Vietnamese syllables; Afrika’nın ends in no syllable of ours."""
    for word in _WHOLE_WORD.finditer(text):
        mended = word.group().translate(_SLIPS)
        if mended != word.group() and is_syllable(mended.lower()):
            place = next(at for at, letter in enumerate(word.group()) if ord(letter) in _SLIPS)
            start = word.start() + place
            yield Fault("text/homoglyph", start, start + 1, mended[place], _shown(text[start]))
            return
