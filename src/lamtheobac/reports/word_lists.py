"""How the rules of this package list their words (danh sách từ)."""

from __future__ import annotations

from lamtheobac.text.clean import search_key

__all__ = ["list_keys", "list_words"]


def list_words(words: str) -> frozenset[str]:
    """Make a set of words divided by blanks; an underscore joins the two of a pair (danh sách từ).

    >>> sorted(list_words("thôn chi_bộ"))
    ['chi bộ', 'thôn']
    """
    return frozenset(word.replace("_", " ") for word in words.split())


def list_keys(phrases: str) -> frozenset[str]:
    """Make a set of the search keys of words and phrases divided by bars or blanks, as `list_words` (khóa của từ).

    >>> sorted(list_keys("uỷ_ban hội"))
    ['hội', 'uỷ ban']
    """
    return frozenset(map(search_key, list_words(phrases)))
