"""The words of approximation before a number: "khoảng hơn", "không dưới" (từ chỉ mức độ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.reports.word_lists import list_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.reports.prose import Prose

__all__ = ["HEDGING", "find_qualifiers", "skip_qualifier"]

# Each phrase and the words to read it by, where the grammar of figures has others.
_QUALIFIERS: Final[Mapping[tuple[str, ...], str]] = {
    tuple(phrase.split()): plain or phrase
    for plain, phrases in (
        ("", "hơn|trên|gần|ngót|ngót nghét|khoảng|chừng|khoảng chừng|ước|ước đạt|ước tính|ước khoảng|xấp xỉ"),
        ("", "trên dưới|ít nhất|tối thiểu|không quá|tối đa|nhiều nhất|dưới|chưa đầy|chưa tới|chưa đến"),
        ("", "tròn|tới|lên tới|lên đến"),
        (
            "ít nhất",
            "không dưới|không ít hơn|không thấp hơn|không nhỏ hơn|không kém|ít nhất là|tối thiểu là|ít ra",
        ),
        (
            "tối đa",
            "tối đa là|nhiều nhất là|không vượt quá|không hơn|không cao hơn|không lớn hơn|không nhiều hơn",
        ),
        ("gần", "gần như|gần tới|gần đến|suýt soát"),
        ("khoảng", "tầm|vào khoảng|cỡ khoảng|độ khoảng|áng chừng|ước chừng|khoảng độ|ước độ"),
    )
    for phrase in phrases.split("|")
}
HEDGING: Final = frozenset(phrase[-1] for phrase in _QUALIFIERS)
"""Last words of phrases of approximation."""

# "trên 3 tuyến đường" stands on them, and "dưới 2 hình thức" is no less than two.
_PLACES: Final = list_words("""
    tuyến con_đường trụ_cột lĩnh_vực loại_hình mặt_trận phương_diện kênh trang nền_tảng khía_cạnh bình_diện phương_tiện
    cánh_đồng dòng chiếc_tàu khúc hình_thức góc_độ dạng mặt_báo
    """)
_MANY: Final = 20
# "cao hơn 2%" tells a difference, "dài hơn 2 km" a length.
_COMPARED: Final = list_words("thấp ít sớm muộn nhanh chậm kém tốt")
_COMPARED_TOO: Final = list_words("cao lớn nhiều")
_DIFFERENCES: Final = frozenset(("%", "lần", "điểm", "phần"))
_MOST: Final = 3
_LONGEST: Final = 3


def find_qualifiers(prose: Prose, at: int, free: int) -> tuple[int, list[str]]:
    """Find the words of approximation before a token (tìm từ chỉ mức độ).

    Args:
        prose: The text.
        at: The token of the number.
        free: The first token that may be taken.

    Returns:
        The first token of them, and the words to read them by, in order.
    """
    words: list[str] = []
    if prose.lows[at - 1] not in HEDGING or _is_no_hedge(prose, at):
        return at, words
    while len(words) < _MOST:
        for length in range(_LONGEST, 0, -1):
            phrase = tuple(prose.lows[at - length : at])
            if at - length >= free and phrase in _QUALIFIERS:
                at -= length
                plain = _QUALIFIERS[phrase]
                words.insert(0, prose.slice(at, at + length) if plain == " ".join(phrase) else plain)
                break
        else:
            break
    return at, words


def _is_no_hedge(prose: Prose, at: int) -> bool:
    """Tell the "trên" of a place and the "hơn" of a comparison from words of approximation."""
    low = prose.lows[at - 1]
    if low in ("trên", "dưới"):
        number = prose.words[at]
        few = prose.kinds[at] == "word" or (number.isdecimal() and len(number) < 3 and int(number) <= _MANY)
        # What is, or comes to, "dưới 5 tuyến đường" stands on none.
        return (
            few
            and prose.lows[at - 2] not in ("là", "đạt", "còn")
            and not _PLACES.isdisjoint((prose.lows[at + 1], f"{prose.lows[at + 1]} {prose.lows[at + 2]}"))
        )
    if low != "hơn":
        return False
    before = prose.lows[at - 2]
    if prose.lows[at - 3] == "không":
        return False
    return before in _COMPARED or (before in _COMPARED_TOO and prose.lows[at + 1] in _DIFFERENCES)


def skip_qualifier(prose: Prose, at: int) -> int:
    """Step over one phrase of approximation, where one begins here (bỏ qua từ chỉ mức độ)."""
    for length in range(_LONGEST, 0, -1):
        if tuple(prose.lows[at : at + length]) in _QUALIFIERS:
            return at + length
    return at
