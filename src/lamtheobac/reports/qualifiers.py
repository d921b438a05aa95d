"""The words of approximation before a number: "khoảng hơn", "không dưới" (từ chỉ mức độ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.reports.prose import Prose

__all__ = ["find_qualifiers", "skip_qualifier"]

# Each phrase and the words to read it by, where the grammar of figures has others.
_QUALIFIERS: Final[Mapping[tuple[str, ...], str]] = {
    tuple(phrase.split()): plain or phrase
    for plain, phrases in (
        ("", "hơn|trên|gần|ngót|ngót nghét|khoảng|chừng|khoảng chừng|ước|ước đạt|ước tính|ước khoảng|xấp xỉ"),
        ("", "trên dưới|ít nhất|tối thiểu|không quá|tối đa|nhiều nhất|dưới|chưa đầy|chưa tới|chưa đến"),
        ("", "tròn|tới|lên tới|lên đến"),
        ("ít nhất", "không dưới|không ít hơn|ít nhất là|tối thiểu là|ít ra"),
        ("tối đa", "tối đa là|nhiều nhất là|không vượt quá|không hơn"),
        ("gần", "gần như|gần tới|gần đến|suýt soát"),
        ("khoảng", "vào khoảng|cỡ khoảng|độ khoảng|áng chừng|ước chừng|khoảng độ|ước độ"),
    )
    for phrase in phrases.split("|")
}
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


def skip_qualifier(prose: Prose, at: int) -> int:
    """Step over one phrase of approximation, where one begins here (bỏ qua từ chỉ mức độ)."""
    for length in range(_LONGEST, 0, -1):
        if tuple(prose.lows[at : at + length]) in _QUALIFIERS:
            return at + length
    return at
