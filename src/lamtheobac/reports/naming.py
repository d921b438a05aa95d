"""Where a text names what the records know: models, activities, bodies, organisations, honours (tên trong văn bản).

Names are compared word by word, by search key: capitals, the place of a tone, commas and quotation marks make no
difference. "Huyện ủy Bình Sơn" and "huyện Bình Sơn" are "Đảng bộ huyện Bình Sơn".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lamtheobac.records.programme import Programme
    from lamtheobac.reports.passages import Passages

__all__ = ["Mention", "Names", "find_mentions", "find_own_report", "index_names", "look_up"]

_find_words: Final = re.compile(r"[0-9](?:[0-9.,]*[0-9])?|[^\W_]+").findall
_find_quoted: Final = re.compile("“([^”]+)”").findall
_MOST_WORDS: Final = 40
_TITLE_WITHIN: Final = 2_000
_ENOUGH_WORDS: Final = 3
# What stands for what at the start of the name of a Party organisation.
_FORMS: Final = {
    search_key(long): tuple(map(search_key, short.split("|")))
    for long, short in {
        "đảng bộ tỉnh": "tỉnh ủy|tỉnh",
        "đảng bộ thành phố": "thành ủy|thành phố|tp",
        "đảng bộ huyện": "huyện ủy|huyện",
        "đảng bộ thị xã": "thị ủy|thị xã",
        "đảng bộ quận": "quận ủy|quận",
        "đảng bộ xã": "đảng ủy xã|xã",
        "đảng bộ phường": "đảng ủy phường|phường",
        "đảng bộ thị trấn": "đảng ủy thị trấn|thị trấn",
        "đảng bộ đặc khu": "đảng ủy đặc khu|đặc khu",
        "đảng bộ": "đảng ủy",
        "chi bộ": "chi ủy",
    }.items()
}
_IDS: Final = ""


class Names(NamedTuple):
    """Every name that the records know, as a tree of words (danh mục tên)."""

    tree: dict[str, Any]


class Mention(NamedTuple):
    """A place where a text names something of the records (chỗ nhắc tên).

    Attributes:
        first: Its first token.
        stop: The token after its last.
        ids: The records that have the name; several may.
    """

    first: int
    stop: int
    ids: tuple[str, ...]


def index_names(programme: Programme) -> Names:
    """Gather the names of a programme (lập danh mục tên).

    >>> from lamtheobac.records import ModelField, PracticeModel, Programme
    >>> model = PracticeModel(id="mh-1", name="Nghe dân nói, nói dân tin")
    >>> look_up(index_names(Programme(name="Học tập").put(model)), "NGHE DÂN NÓI - NÓI DÂN TIN")
    ('mh-1',)
    """
    names = Names({})
    for record_id, name in _named(programme):
        node = names.tree
        for word in _find_words(search_key(name))[:_MOST_WORDS]:
            node = node.setdefault(word, {})
        node[_IDS] = tuple(dict.fromkeys((*node.get(_IDS, ()), record_id)))
    return names


def _named(programme: Programme) -> Iterator[tuple[str, str]]:
    """Go through the names of all records."""
    for model in programme.models:
        for name in (model.name, *model.aliases):
            yield model.id, name
    for body in programme.bodies:
        for name in (body.name, *body.aliases):
            yield body.id, name
    for activity in programme.activities:
        yield activity.id, activity.name
        for name in _find_quoted(activity.name):
            yield activity.id, name
        if activity.plan is not None and activity.plan.title:
            yield activity.id, activity.plan.title
    for theme in programme.themes:
        yield theme.id, theme.title
    for award in programme.awards:
        if award.title:
            yield award.id, award.title
    for organisation in programme.organisations:
        yield organisation.id, organisation.name
        key = search_key(organisation.name)
        for long, short in _FORMS.items():
            if key.startswith(f"{long} "):
                for each in short:
                    yield organisation.id, each + key[len(long) :]


def look_up(names: Names, name: str) -> tuple[str, ...]:
    """Find the records that have a name, whole (tra tên).

    >>> look_up(Names({}), "Ngôi nhà cấp ủy")
    ()
    """
    node: Any = names.tree
    for word in _find_words(search_key(name)):
        node = node.get(word)
        if node is None:
            return ()
    ids: tuple[str, ...] = node.get(_IDS, ())
    return ids


def find_mentions(passages: Passages, names: Names) -> list[Mention]:
    """Find where a text names what the records know, the longest name at each place (tìm chỗ nhắc tên).

    A name of one or two words counts only in quotation marks or with a capital letter.
    """
    prose, keys = passages.prose, passages.keys
    words = [at for at, kind in enumerate(prose.kinds) if kind in ("word", "number", "name")]
    found: list[Mention] = []
    free = 0
    for place, at in enumerate(words):
        node = names.tree.get(keys[at])
        if node is None or at < free:
            continue
        best: tuple[int, tuple[str, ...]] | None = None
        length = 1
        while True:
            if _IDS in node and (
                length >= _ENOUGH_WORDS or prose.kinds[at] == "name" or prose.words[at][0].isupper()
            ):
                best = words[place + length - 1] + 1, node[_IDS]
            follower = words[place + length] if place + length < len(words) else None
            if follower is None or passages.paragraphs[follower] != passages.paragraphs[at]:
                break
            node = node.get(keys[follower])
            if node is None:
                break
            length += 1
        if best is not None:
            free = best[0]
            found.append(Mention(at, *best))
    return found


def find_own_report(passages: Passages, programme: Programme) -> str | None:
    """Find the report that the text is: the one whose title stands in it (báo cáo nào)."""
    text = search_key(passages.prose.text[:_TITLE_WITHIN])
    for report in programme.reports:
        if report.title and search_key(report.title) in text:
            return report.id
    return None
