"""Sentences about others: they name a commune, a union or a company that the records do not know (nói về nơi khác).

A district writes of what a commune did, a newspaper of five districts in one page. Such a figure may agree with the
records by its value; that it does not agree says nothing, since nobody recorded it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from lamtheobac.reports.naming import look_up
from lamtheobac.reports.organisation_words import find_organisations
from lamtheobac.reports.word_lists import list_keys
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lamtheobac.records.programme import Programme
    from lamtheobac.reports.naming import Mention, Names
    from lamtheobac.reports.passages import Passages

__all__ = ["find_strangers"]

_PLACES: Final = list_keys("xã phường huyện quận tỉnh thôn ấp thị_xã thị_trấn thành_phố tp")
_WIDER: Final = list_keys("toàn_tỉnh trong_tỉnh cả_nước toàn_quốc")
_PROVINCIAL: Final = tuple(map(search_key, ("đảng bộ tỉnh", "đảng bộ thành phố")))
_MOST_WORDS: Final = 4


def find_strangers(
    passages: Passages, names: Names, mentions: Iterable[Mention], programme: Programme
) -> dict[int, frozenset[str]]:
    """Find the sentences that name others and nobody of the records, with the words of their names (nơi khác).

    >>> from lamtheobac.formats.json import example
    >>> from lamtheobac.reports.naming import find_mentions, index_names
    >>> from lamtheobac.reports.passages import read_passages
    >>> text = "Huyện Bình Sơn xây 129 nhà. Phường Bình Hòa xây 130 nhà."
    >>> passages, names = read_passages(text), index_names(example())
    >>> strangers = find_strangers(passages, names, find_mentions(passages, names), example())
    >>> [words == {"phường", "bình", search_key("hòa")} for words in strangers.values()]
    [True]
    """
    sentences = passages.sentences
    known = {sentences[mention.first] for mention in mentions}
    helped = _helped(programme)
    found: dict[int, frozenset[str]] = {}
    for at, name in _others(passages, programme):
        key = search_key(name)
        if sentences[at] not in known and key not in helped and not look_up(names, name):
            found[sentences[at]] = found.get(sentences[at], frozenset()).union(key.split())
    return found


def _helped(programme: Programme) -> frozenset[str]:
    """Give the places whose people the records say were helped: "hộ nghèo xã Bình Tân"."""
    found: set[str] = set()
    for outcome in programme.outcomes:
        for each in outcome.beneficiaries:
            words = each.text.split()
            keys = [search_key(word) for word in words]
            found.update(" ".join(keys[at:last]) for at, last in _places(words, keys))
    return frozenset(found)


def _others(passages: Passages, programme: Programme) -> Iterator[tuple[int, str]]:
    """Go through what a text names as a place or an organisation, with its words."""
    for named in find_organisations(passages):
        yield named.first, named.name
    prose, keys = passages.prose, passages.keys
    for at, last in _places(prose.words, keys):
        yield at, prose.slice(at, last)
    committee = programme.organisations.get(programme.committee_id) if programme.committee_id else None
    if committee is None or not search_key(committee.name).startswith(_PROVINCIAL):
        for at, pair in enumerate(map(" ".join, pairwise(keys))):
            if pair in _WIDER:
                yield at, pair


def _places(words: Sequence[str], keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find places by the word for their kind and the capitals behind it: first word, and the one after the last."""
    for at, key in enumerate(keys):
        is_pair = " ".join(keys[at : at + 2]) in _PLACES
        first = last = at + 1 + is_pair
        if not (is_pair or key in _PLACES):
            continue
        while last < min(len(words), first + _MOST_WORDS) and words[last].istitle():
            last += 1
        if last > first:
            yield at, last
