"""Vietnamese text that was read with the wrong table of characters (bảng mã cũ).

Offices once typed in TCVN3 and VNI fonts, and much of what they typed is still passed on. Read as
Windows-1252 such text is printable and goes through every other check; so does UTF-8 read as Windows-1252.
A word counts as evidence only when the old table turns it into a syllable that Vietnamese has, because Noël,
Müller and Seán are good names. Text that could be either passes.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.text.alphabet import SUSPECT, TONES

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["OldEncoding", "find_old_encoding", "is_syllable"]


class OldEncoding(NamedTuple):
    """Where a text betrays its old encoding, and which one it is (dấu vết bảng mã cũ)."""

    name: str
    start: int
    end: int


_ONSETS: Final = frozenset(
    {"", *re.findall("[^ ]+", "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")}
)
# Rimes without tones. Rare ones that would make foreign names look Vietnamese (ưn, ơng) are left out.
_RIMES: Final = re.findall(
    "[^ ]+",
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây "
    "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu "
    "i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu "
    "o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong "
    "ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt "
    "u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uơ "
    "uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu "
    "y yêm yên yêng yêt yêu ych ynh yt",
)
_STOPPED: Final = ("c", "ch", "p", "t")


def _tone_places(rime: str) -> tuple[int, ...]:
    """Say on which letters of a rime its tone may stand: two of them in hoà, hòa."""
    shaped = [place for place, letter in enumerate(rime) if letter in "ăâêôơư"]
    if shaped:
        return (shaped[-1],)
    vowels = len(rime) - len(rime.lstrip("aeiouy"))
    if vowels == 3 or (vowels == 2 and len(rime) > 2):
        return (1,)
    return (0, 1) if rime in {"oa", "oe", "uy"} else (0,)


@cache
def _rimes() -> frozenset[str]:
    """Every rime with every tone it can bear, about 900; made when the first odd text comes in."""
    return frozenset(
        unicodedata.normalize("NFC", rime[: place + 1] + tone + rime[place + 1 :])
        for rime, tone in product(_RIMES, TONES)
        if not rime.endswith(_STOPPED) or tone in {"\u0301", "\u0323"}
        for place in _tone_places(rime)
    )


def is_syllable(word: str) -> bool:
    """Tell whether Vietnamese could have this syllable, in lower case and NFC (có phải âm tiết).

    >>> is_syllable("huyện"), is_syllable("mỉller"), is_syllable("hát"), is_syllable("hat")
    (True, False, True, False)
    """
    rimes = _rimes()
    return any(word[:length] in _ONSETS and word[length:] in rimes for length in range(4))


_WORD: Final = re.compile("[A-Za-z\u00a1-\u024f\u1ea0-\u1ef9]+")
_LETTERS: Final = re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]+")
# Letters of Windows-1252 that Vietnamese does not have.
_FOREIGN: Final = re.compile("[ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿ]")
_SYMBOL: Final = re.compile("[\u00a1-\u00bf×÷]")

_TCVN3: Final = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
_TCVN3_LETTER: Final = re.compile("[" + "".join(_TCVN3) + "]")
# One of these in a word that reads as a syllable is enough: marks that never stand inside honest words
# (but m×n, N·m, µm, «n and do¹ do occur), or a capital after a small letter.
_TCVN3_SURE: Final = re.compile(
    "[¡¨¶¸\xad]|^®(?=[A-Za-z])|(?<=[A-Za-z])(?:[µ¬]|[£¢¥§©ª«®¹»¼½¾](?=[A-Za-z]))"
    "|(?<=[a-z])[Æ-ÖØ-Þ]|(?<=[A-Z])[ÆÇËÎÏÐÑÖØÜÞ](?=[a-z])"
)
_TCVN3_SURE_IF_LONG: Final = re.compile("[£¢¤¥§·×÷]")

_VNI_SHAPES: Final = {
    mark: shape + tone
    for marks, shape in (("âáàåãä", "\u0302"), ("êéèúüë", "\u0306"), ("?ùøûõï", ""))
    for mark, tone in zip(marks, ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"), strict=True)
}
_VNI_SINGLE: Final = dict(zip("ôöñæóòî", "ơưđỉĩịỵ", strict=True))
_VNI: Final = re.compile("([aeo][âáàåãä]|a[êéèúüë]|[aeouyôö][ùøûõï])|[ôöñæóòî]")
# Pairs that French, Irish and Spanish names have: Loïc, Seán, Jaén, Raúl, où; and hoá, hoà of Vietnamese.
_VNI_WEAK: Final = re.compile("[aeouy]ï|eá|où|a[éèúüë]|o[áàã]")
_VNI_SURE: Final = re.compile("öô|[iy]eá|ñ[òóæö]")

# UTF-8 read as Windows-1252: a lead byte and what may follow it. A quotation mark, a dash or a raised figure
# may also follow honestly, as in “THỊ XÃ” and «đánh giá»²: such a pair counts only inside a word.
_CLOSING: Final = "\xa0»’”–—…¹²³"
_SIGN: Final = "‘“•™‹›°·®©«"
_SURE: Final = "\x80-\x9f¡-¨ª¬\xad¯±´µ¶¸º¼-¿€‚ƒ„†‡ˆ‰ŠŒŽ˜šœžŸ"
_ANY: Final = _SURE + _SIGN + _CLOSING
_LETTER: Final = "[^\\W0-9_]"
_UTF_8: Final = re.compile(
    "[âðïáÃÄÅÆÂÌÐÑ](?:"  # the lead byte; what must stand before it is looked up behind, as in SUSPECT
    + "|".join(
        (
            "(?<=[âð])[€‚Ÿ†]|(?<=ï)[»¿][¿½]",  # punctuation, emoji; a byte order mark, a loss
            f"(?<=á)(?:º[{_ANY}]|»[{_SURE}{_SIGN}]|»[{_CLOSING}](?={_LETTER})|[º»](?=[a-z]))",  # ạ to ỹ
            f"(?<=[a-z][ÃÄÅÆÂ])[{_ANY}]|(?<=[ÃÄÅÆ])(?:[{_SURE}]|[{_SIGN}¹²³](?=[a-z]))",  # à to ư
            f"(?<!{_LETTER}[ÃÄÅÆ])(?<=[ÃÄÅÆ])[{_CLOSING}](?=[a-z])",
            f"(?<=[0-9]Â)[{_ANY}]|(?<!{_LETTER}Â)(?<=Â)[°²³½¼¾±µ£¥·]",  # 25°C, m²
            "(?<=[A-Za-z]Ì)[€£‰ƒ\x81‚†›]",  # the tones, when the text was decomposed too
            f"(?<=[ÐÑ])[{_ANY}][ÐÑ][{_ANY}]",  # Cyrillic
        )
    )
    + ")"
)


def find_old_encoding(text: str) -> OldEncoding | None:
    """Find the signs of an old encoding in a text in NFC (tìm bảng mã cũ).

    >>> find_old_encoding("HuyÖn B×nh S¬n")
    OldEncoding(name='TCVN3', start=0, end=14)
    >>> find_old_encoding("Noël Müller, São Paulo") is None
    True
    """
    evidence = [(place.start(), place.end()) for place in _UTF_8.finditer(text)]
    if evidence:
        return OldEncoding("UTF-8 → Windows-1252", evidence[0][0], evidence[-1][1])
    words = [(place.start(), place.end(), place.group()) for place in _WORD.finditer(text)]
    words = [entry for entry in words if _is_odd(entry[2])]
    return _weigh(words, "TCVN3", _read_tcvn3) or _weigh(words, "VNI", _read_vni)


def _is_odd(word: str) -> bool:
    """Tell whether a word of Windows-1252 characters has what no Vietnamese word has."""
    odd = _FOREIGN.search(word) or _SYMBOL.search(word) or SUSPECT.search(word)
    return odd is not None and max(word) <= "ÿ"


def _weigh(words: list[tuple[int, int, str]], name: str, read: Callable[[str], int]) -> OldEncoding | None:
    """Decide by the words: one sure sign, or three different doubtful ones and few words against."""
    signs = [(start, end, word.lower(), read(word)) for start, end, word in words]
    hits = [sign for sign in signs if sign[3] > 0]
    doubtful = {word for _, _, word, _ in hits}
    against = sum(weight < 0 for *_, weight in signs)
    if any(weight == _SURELY for *_, weight in hits) or len(doubtful) >= 3 * max(1, against):
        return OldEncoding(name, hits[0][0], hits[-1][1])
    return None


_SURELY: Final = 2  # the other weights: 1 perhaps, 0 says nothing, -1 another language


def _read_tcvn3(word: str) -> int:
    """Weigh one word of Windows-1252 characters as TCVN3."""
    if len(word) < 2:
        return 0
    foreign = _FOREIGN.search(word) is not None
    if not is_syllable("".join(_TCVN3.get(letter, letter) for letter in word).lower()):
        return -1 if foreign else 0
    if (
        len(_TCVN3_LETTER.findall(word)) > 1
        or _TCVN3_SURE.search(word)
        or (len(word) > 3 and _TCVN3_SURE_IF_LONG.search(word))
    ):
        return _SURELY
    return 1 if foreign and len(word) > 2 else 0


def _read_vni(word: str) -> int:
    """Weigh one word of Windows-1252 characters as VNI."""
    if not _LETTERS.fullmatch(word):
        return 0
    signs = list(_VNI.finditer(word.lower()))
    pairs = [sign.group(1) for sign in signs if sign.group(1)]
    if not is_syllable(_VNI.sub(_from_vni, word.lower())):
        return -1
    if (len(signs) > 1 and pairs) or _VNI_SURE.search(word.lower()):
        return _SURELY
    return sum(1 if _VNI_WEAK.fullmatch(pair) else _SURELY for pair in pairs)


def _from_vni(sign: re.Match[str]) -> str:
    """Give the Vietnamese letter for one or two VNI characters."""
    letter, shape = sign[0][:1], sign[0][1:]
    return unicodedata.normalize("NFC", _VNI_SINGLE.get(letter, letter) + _VNI_SHAPES.get(shape, ""))
