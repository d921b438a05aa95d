"""Numbers in prose, in digits or in words, as far as they reach (con số trong văn bản)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.reports.nouns import COUNTABLE, STOPS, find_unit
from lamtheobac.reports.word_lists import list_words
from lamtheobac.text.figure_amounts import NOT_A_SCALE, SCALES
from lamtheobac.text.numbers import format_number
from lamtheobac.text.word_grammar import DIGITS, known_words

if TYPE_CHECKING:
    from lamtheobac.reports.prose import Prose

__all__ = ["Number", "find_openers", "is_group", "read_number"]

_ORDERS: Final = frozenset(("chục", "trăm", "vạn", *SCALES))
_OPENERS: Final = (
    list_words("một hai ba bốn sáu bảy bẩy tám chín mười nửa hàng vài mấy chục trăm cả tiền") | SCALES.keys()
)
_RUN: Final = list_words("một hai ba bốn sáu bảy bẩy tám chín mười mươi trăm dăm đôi mấy hoa") | SCALES.keys()
_ORDINALS: Final = list_words("thứ tháng quý ngày mùng mồng")
# "một người" is an article more often than a count: only behind these it counts.
_AT_LEAST: Final = list_words("hơn gần nhất thiểu trên đủ đúng chỉ")
# What is given or made is counted too, where it is a thing: tặng một con bò, xây một ngôi nhà.
_GIVING: Final = list_words("tặng trao xây dựng góp trợ cấp biếu mua thêm sửa chữa thưởng")
_THINGS: Final = list_words("con chiếc căn ngôi cây suất phần bộ xe cái nhà tấn cặp bức tấm")
_IDIOMS: Final = list_words("bàn_tay bàn_chân mặt_của quả_tim tay_trắng")
_INDEFINITE: Final = list_words("hàng vài cả mấy tiền")
_BIG: Final = frozenset(("triệu", "tỷ", "tỉ"))
_LONE: Final = {"chục": "mười", "trăm": "một trăm", "nghìn": "một nghìn", "ngàn": "một nghìn"}
_HEDGES: Final = list_words("hơn gần trên ngót khoảng chừng")
_NOT_PERSONS: Final = frozenset(("mẹ", "bà", "ông", "bác", "anh", "em", "chị"))
_MONEY: Final = frozenset(("đồng", "đ", "₫", "vnđ", "vnd"))
_MOST_WORDS: Final = 30
_MOST_DIGITS: Final = 60
_is_first_group: Final = re.compile("[1-9][0-9]{0,2}").fullmatch
_is_ten_thousands: Final = re.compile("[1-9][0-9]{0,3}(?:,[0-9])?").fullmatch
_TEN_THOUSAND: Final = 10_000
_is_tail: Final = re.compile("[1-9](?:[0-9]{2})?").fullmatch
_NAMED: Final = list_words("thôn xóm ấp khối khu phố tổ hội bộ đội số lớp quyết định thị năm tháng ngày quý")


is_group: Final = re.compile("[0-9]{3}").fullmatch
"""Tells three digits, as they stand behind a blank in 1 200 000."""


class Number(NamedTuple):
    """A number with its scale (con số).

    Attributes:
        first: Its first token.
        stop: The token after its last one.
        text: What to read it by.
        scaled: Whether a scale word stands behind it.
        worded: Whether it is written in words.
        indefinite: Whether it is an order of magnitude.
    """

    first: int
    stop: int
    text: str
    scaled: bool
    worded: bool = False
    indefinite: bool = False

    @property
    def plain(self) -> int | None:
        """Its value where it is written in digits alone (giá trị)."""
        return int(self.text) if self.text.isdecimal() and len(self.text) < _MOST_DIGITS else None


def find_openers(prose: Prose) -> list[int]:
    """Find the tokens at which a number may begin (chỗ có thể mở đầu con số)."""
    kinds = zip(prose.kinds, prose.lows, strict=True)
    return [
        at for at, (kind, low) in enumerate(kinds) if kind == "number" or (low in _OPENERS and kind == "word")
    ]


def read_number(prose: Prose, at: int) -> Number | None:
    """Find the number that begins at a token (đọc con số)."""
    if prose.kinds[at] == "number":
        return _read_digits(prose, at)
    if prose.kinds[at] != "word" or prose.lows[at] not in _OPENERS:
        return None
    return _read_indefinite(prose, at) or _read_words(prose, at)


def _read_digits(prose: Prose, at: int) -> Number:
    """Read digits with blanks between their groups, and their scales: 1 tỷ 200 triệu, 2 triệu rưỡi."""
    stop = at + 1
    if _is_first_group(prose.words[at]) and prose.lows[at - 1] not in _NAMED:
        while stop < at + 7 and prose.kinds[stop] == "number" and is_group(prose.words[stop]):
            stop += 1
    if prose.lows[stop] == "k" and prose.glued(stop) and len(prose.words[at]) > 1:
        return Number(at, stop + 1, f"{prose.slice(at, stop)} nghìn đồng", scaled=True)
    if prose.lows[stop] == "vạn" and _is_ten_thousands(prose.words[at]) and stop == at + 1:
        value = format_number(Decimal(prose.words[at].replace(",", ".")) * _TEN_THOUSAND)
        return Number(at, stop + 1, value, scaled=True)
    after = _skip_scale(prose, stop)
    scaled = after > stop
    stop = after
    while scaled and prose.kinds[stop] == "number":
        after = _skip_scale(prose, stop + 1)
        if after == stop + 1:
            stop = _skip_tail(prose, stop)
            break
        stop = after
    if scaled and prose.lows[stop] == "rưỡi":
        stop += 1
    return Number(at, stop, prose.slice(at, stop), scaled)


def _skip_scale(prose: Prose, at: int) -> int:
    """Step over a scale word, or two (nghìn tỷ); not over the tỷ of tỷ lệ."""
    if prose.lows[at] not in SCALES or prose.lows[at + 1] in NOT_A_SCALE:
        return at
    at += 1
    return at + 1 if prose.lows[at] in ("tỷ", "tỉ") and prose.lows[at + 1] not in NOT_A_SCALE else at


def _skip_tail(prose: Prose, at: int) -> int:
    """Step over the tail of "1 tỷ 2"; the number of "1 tỷ đồng 2 xã" and "1 tỷ 2 xã" is another one."""
    after = prose.lows[at + 1]
    if after in _MONEY:
        return at + 1
    ends = prose.kinds[at + 1] in ("mark", "break") or after in STOPS
    return at + 1 if ends and _is_tail(prose.words[at]) else at


def _read_indefinite(prose: Prose, at: int) -> Number | None:
    """Read hàng trăm, vài chục, cả ngàn, mấy chục, tiền tỷ, vài phút."""
    low = prose.lows[at]
    start = at
    if low == "một" and prose.lows[at + 1] == "vài":
        at += 1
        low = "vài"
    if low == "vài" and prose.lows[at + 1] == "ba":
        return Number(start, at + 2, "vài", scaled=False, worded=True, indefinite=True)
    stop = at + 1
    while stop < at + 4 and prose.lows[stop] in _ORDERS and prose.lows[stop + 1] not in NOT_A_SCALE:
        stop += 1
    orders = prose.lows[at + 1 : stop]
    if low not in _INDEFINITE or (not orders and low != "vài"):
        return None
    if low == "tiền" and orders[0] not in _BIG:
        return None
    said = prose.slice(start, stop) if low in ("hàng", "vài") else f"hàng {prose.slice(at + 1, stop)}"
    # "thu hàng trăm triệu mỗi năm": what is counted in millions and not named is money.
    bare = bool(orders) and orders[-1] in _BIG and (prose.kinds[stop] != "word" or prose.lows[stop] in STOPS)
    money = (low == "tiền" and prose.lows[stop] != "đồng") or bare
    return Number(
        start, stop, f"{said} đồng" if money else said, scaled=bool(orders), worded=True, indefinite=True
    )


def _read_words(prose: Prose, at: int) -> Number | None:
    """Read ba mươi, hai mươi lăm triệu, nửa tỷ, một nửa số; a lone word only where it surely counts."""
    lows = prose.lows
    known = known_words("lenient")
    # "anh Ba" is a name, and "Một trăm" is not.
    capital = prose.words[at][0].isupper() and prose.kinds[at - 1] == "word" and lows[at + 1] not in known
    # "ba bốn hộ" is three or four of them: what is left of words that made no number is none either.
    if lows[at - 1] in _ORDINALS or lows[at - 1] in _RUN or (capital and not prose.words[at - 1].isupper()):
        return None
    if lows[at] in _LONE and lows[at + 1] not in _RUN and lows[at + 1] not in _ORDERS:
        # "hơn chục hộ": more than ten.
        hedged = lows[at - 1] in _HEDGES
        return Number(at, at + 1, _LONE[lows[at]], scaled=False, worded=True) if hedged else None
    half = at + (lows[at] == "một")
    if lows[half] == "nửa" and lows[half + 1] not in SCALES:
        return Number(at, half + 1, prose.slice(at, half + 1), scaled=lows[half + 1] == "số", worded=True)
    if lows[at + 1] == "phần" and (lows[at + 2] in DIGITS or lows[at + 2] == "tư"):
        whole = "bốn" if lows[at + 2] == "tư" else prose.words[at + 2]
        said = f"{prose.slice(at, at + 2)} {whole}"
        return Number(at, at + 3, said, scaled=lows[at + 3] == "số", worded=True)
    stop = at
    while stop < at + _MOST_WORDS and prose.kinds[stop] == "word" and lows[stop] in known:
        stop += 1
    if lows[stop - 1] in SCALES and lows[stop] in NOT_A_SCALE:
        stop -= 1
    if lows[stop - 1] == "năm" and stop - at > 1:
        stop -= 1
    if stop - at == 1:
        if not _counts_alone(prose, at):
            return None
    elif lows[at] in _INDEFINITE:
        return None
    scaled = stop > at + 1 and any(low in SCALES for low in lows[at:stop])
    if scaled and (further := _skip_parts(prose, stop)):
        said = "".join(f" {word}" for word in prose.words[at:further] if word != ",").strip()
        return Number(at, further, said, scaled, worded=True)
    return Number(at, stop, prose.slice(at, stop), scaled, worded=True) if stop > at else None


def _skip_parts(prose: Prose, at: int) -> int:
    """Step over the rest of "Mười ba tỷ, năm trăm linh ba triệu đồng", as receipts have it; 0 where there is none."""
    known = known_words("lenient")
    stop = at
    while stop < at + _MOST_WORDS and (prose.lows[stop] == "," or prose.lows[stop] in known):
        parted = prose.lows[stop] == ","
        if parted and (prose.lows[stop - 1] not in SCALES or prose.lows[stop + 1] not in known):
            return 0
        stop += 1
    return stop if stop > at and prose.lows[stop] in _MONEY else 0


def _counts_alone(prose: Prose, at: int) -> bool:
    """Tell whether one number word counts: hai hộ, ít nhất một căn nhà; not một người, ba mẹ, một là."""
    low, before = prose.lows[at], prose.lows[at - 1]
    if low not in known_words("strict") or low in _ORDERS:
        return False
    word, following = prose.words[at + 1], prose.lows[at + 1]
    if word[:1].isupper() and not prose.words[at].isupper():
        return False
    if before == "cọc":
        # "ba cọc ba đồng"
        return False
    if following in ("đến", "tới") and before == "từ":
        return prose.lows[at + 2] in DIGITS
    length = find_unit(prose, at + 1)[1]
    if low == "một":
        repeated = following == "lần" and prose.lows[at + 2] not in ("nữa", "cuối", "đầu")
        given = before in _GIVING and following in _THINGS
        return given or (before in _AT_LEAST and (length > 0 or following in COUNTABLE)) or repeated
    if length == 1 and following in _NOT_PERSONS:
        return low != "ba"
    idiom = f"{following} {prose.lows[at + 2]}" in _IDIOMS
    return length > 0 or (following in COUNTABLE and not idiom)
