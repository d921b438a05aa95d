"""How the rules of this package list their words (danh sách từ)."""

from __future__ import annotations

__all__ = ["list_words"]


def list_words(words: str) -> frozenset[str]:
    """Make a set of words divided by blanks; an underscore joins the two of a pair (danh sách từ).

    >>> sorted(list_words("thôn chi_bộ"))
    ['chi bộ', 'thôn']
    """
    return frozenset(word.replace("_", " ") for word in words.split())
