"""A text cut into paragraphs, sentences and clauses, with the names in quotation marks (đoạn, câu, vế câu)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.reports.prose import read_prose
from lamtheobac.reports.subject_words import NAMED_THINGS, SAYINGS, find_phrase
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from lamtheobac.reports.prose import Prose

__all__ = ["Passages", "Quote", "read_passages"]

_OPENING: Final = {"“": "”", "‘": "’", "«": "»", "„": "”", '"': '"'}
_SENTENCE_ENDS: Final = frozenset(".!?…")
_BULLETS: Final = frozenset("-–+*•")
_LONGEST_NAME: Final = 40
_LOOK_BACK: Final = 5


class Quote(NamedTuple):
    """A name in quotation marks (tên trong ngoặc kép).

    Attributes:
        name: The words inside, with single blanks.
        called: What it is the name of ("mô hình"), where a word before it says so; "-" for a saying.
        first: The token of the opening mark.
        stop: The token after the closing mark.
    """

    name: str
    called: str
    first: int
    stop: int


class Passages(NamedTuple):
    """A text with the numbers of its parts, token by token (văn bản đã chia đoạn).

    Attributes:
        prose: The tokens.
        keys: The search key of each.
        paragraphs: The number of the paragraph of each.
        sentences: The number of its sentence.
        clauses: The number of its clause; a semicolon ends one.
        sentence_starts: The first token of each sentence.
        clause_starts: The first token of each clause, and the end of the text.
        heads: For each paragraph the line that introduces it: "- giúp 5 hộ" stands under "Mô hình “…”:"; -1 for none.
        quotes: The names in quotation marks, in order.
    """

    prose: Prose
    keys: list[str]
    paragraphs: list[int]
    sentences: list[int]
    clauses: list[int]
    sentence_starts: list[int]
    clause_starts: list[int]
    heads: list[int]
    quotes: list[Quote]


def read_passages(text: str) -> Passages:
    """Cut a text into its parts, in one pass (chia đoạn).

    >>> passages = read_passages("Mô hình “Hũ gạo tình thương” giúp 5 hộ; xây 2 nhà. Đã khen 3 người.")
    >>> passages.quotes[0].name, passages.quotes[0].called
    ('Hũ gạo tình thương', 'mô hình')
    >>> [passages.prose.words[at] for at in passages.clause_starts[4:7]]
    ['Mô', 'xây', 'Đã']
    """
    prose = read_prose(text)
    known: dict[str, str] = {}
    keys = [known.get(low) or known.setdefault(low, search_key(low) or low) for low in prose.lows]
    passages = Passages(prose, keys, [], [], [], [0], [0], [-1], [])
    paragraph = sentence = clause = 0
    for at, kind in enumerate(prose.kinds):
        passages.paragraphs.append(paragraph)
        passages.sentences.append(sentence)
        passages.clauses.append(clause)
        if kind == "break":
            paragraph += 1
            passages.heads.append(_head(passages, at, paragraph))
        ends = kind == "break" or (
            kind == "mark" and prose.lows[at] in _SENTENCE_ENDS and _begins(prose, at + 1)
        )
        if ends:
            sentence += 1
            passages.sentence_starts.append(at + 1)
        if ends or prose.lows[at] == ";":
            clause += 1
            passages.clause_starts.append(at + 1)
    _find_quotes(passages)
    return passages


def _head(passages: Passages, at: int, paragraph: int) -> int:
    """Find the line that introduces the paragraph after a break: the one that ends with a colon, over its items."""
    prose = passages.prose
    if prose.lows[at + 1 : at + 2] == [] or prose.lows[at + 1] not in _BULLETS:
        return -1
    return paragraph - 1 if prose.lows[at - 1] == ":" else passages.heads[paragraph - 1]


def _begins(prose: Prose, at: int) -> bool:
    """Tell whether a sentence begins here: "5 hộ. Đến nay" and not "TP. Vũng Tàu", where nothing tells them apart."""
    return at >= len(prose.kinds) or prose.kinds[at] != "word" or not prose.words[at][0].islower()


def _find_quotes(passages: Passages) -> None:
    """Find what stands in quotation marks."""
    prose = passages.prose
    first, closing = 0, ""
    for at, word in enumerate(prose.words):
        if prose.kinds[at] == "break":
            closing = ""
        elif closing and word == closing:
            closing = ""
            if 0 < at - first - 1 <= _LONGEST_NAME:
                name = prose.text[prose.ends[first] : prose.starts[at]]
                passages.quotes.append(Quote(" ".join(name.split()), _called(passages, first), first, at + 1))
        elif not closing and prose.kinds[at] == "mark" and word in _OPENING:
            first, closing = at, _OPENING[word]


def _called(passages: Passages, first: int) -> str:
    """Find what the name is the name of: the nearest such word before it, or that of the name it is listed with."""
    if (
        passages.quotes
        and passages.quotes[-1].stop == first - 1
        and passages.keys[first - 1] in (",", "và", ";")
    ):
        return passages.quotes[-1].called
    for at in range(first - 1, first - 1 - _LOOK_BACK, -1):
        codes, length = find_phrase(NAMED_THINGS, passages.keys, at, first)
        if codes and (at + length == first or passages.keys[first - 1] != ":"):
            return codes[0].replace("_", " ")
        near = " ".join(passages.keys[at:first])
        if near in SAYINGS or passages.keys[at] in SAYINGS:
            return "-"
        if passages.prose.kinds[at] != "word":
            break
    return ""
