"""Texts with places left open, filled in at random (văn bản mẫu).

A whole text is one draw: Hypothesis pays for every choice it makes, and a programme is full of texts.
"""

from __future__ import annotations

from functools import cache
from math import prod
from string import Formatter
from typing import TYPE_CHECKING, Final, TypeVar

from hypothesis import strategies as st

from lamtheobac.testing.words import (
    FAMILY_NAMES,
    FILLINGS,
    GIVEN_NAMES,
    MIDDLE_NAMES,
    NAMES_OF_THE_HIGHLANDS,
    PHRASES,
    TEXTS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["evenly", "filled", "mostly", "person_names", "texts_for"]

T = TypeVar("T")

_IN_ORDER: Final = (
    *(
        " ".join(filter(None, (family, middle, given)))
        for family in FAMILY_NAMES
        for middle in MIDDLE_NAMES
        for given in GIVEN_NAMES
    ),
    # As often as every fourth.
    *NAMES_OF_THE_HIGHLANDS * 200,
)
# Hypothesis likes the first of many best: so they are mixed, by steps of a prime.
_NAMES: Final = tuple(_IN_ORDER[7_919 * place % len(_IN_ORDER)] for place in range(len(_IN_ORDER)))
_OPEN: Final[Mapping[str, Sequence[str]]] = {**FILLINGS, "name": _NAMES}


def evenly(one: st.SearchStrategy[T], other: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """Choose as often one as the other; `one | other` goes by the branches of each (một nửa)."""
    return st.booleans().flatmap(lambda chosen: other if chosen else one)


def mostly(usual: st.SearchStrategy[T], rare: st.SearchStrategy[T]) -> st.SearchStrategy[T]:
    """Choose the rare ones once in four times (phần lớn)."""
    return st.integers(0, 3).flatmap(lambda chance: rare if chance == 3 else usual)


@cache
def person_names() -> st.SearchStrategy[str]:
    """Make names of people, some as the peoples of the Highlands have them; nobody is meant (tên người).

    >>> from hypothesis import find
    >>> find(person_names(), lambda name: name.startswith("Trần")).split()[0]
    'Trần'
    """
    return st.sampled_from(_NAMES)


@cache
def filled(texts: Sequence[str]) -> st.SearchStrategy[str]:
    """Fill in what texts leave open (điền vào chỗ trống)."""
    plans = [(text, [name for _, name, _, _ in Formatter().parse(text) if name]) for text in texts]
    ways = max(prod(len(_OPEN[name]) for name in names) for _, names in plans)

    def fill(number: int) -> str:
        number, chosen = divmod(number, len(plans))
        text, names = plans[chosen]
        values: dict[str, str] = {}
        for name in names:
            number, place = divmod(number, len(_OPEN[name]))
            values[name] = _OPEN[name][place]
        return text.format(**values)

    return st.integers(0, ways * len(plans) - 1).map(fill)


@cache
def texts_for(owner: str, name: str, *, is_long: bool = False) -> st.SearchStrategy[str]:
    """Make texts for a field: its own, those of any field of its name, or phrases (văn bản của trường).

    Args:
        owner: The name of the class.
        name: The name of the field.
        is_long: Whether it may have paragraphs.
    """
    lines = filled(TEXTS.get(f"{owner}.{name}") or TEXTS.get(name) or PHRASES)
    return mostly(lines, st.lists(lines, min_size=2, max_size=3).map("\n".join)) if is_long else lines
