"""Strategies for whole programmes and their trees (chiến lược sinh chương trình)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from hypothesis import strategies as st

from lamtheobac.errors import LIMITS, OptionError
from lamtheobac.messages import issue
from lamtheobac.records import PartyOrganisation, Programme
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.testing.drawing import DANGLING, Known, dangles, draw_record
from lamtheobac.testing.filling import filled, texts_for
from lamtheobac.testing.fitting import PREFIXES
from lamtheobac.testing.values import documents, ids, periods
from lamtheobac.testing.words import PHRASES, UNDER
from lamtheobac.values.ids import RecordId

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["organisation_trees", "programmes"]

T = TypeVar("T")

# Every other record needs organisations to speak of.
_KINDS: Final = st.sampled_from(("organisations",) * 4 + tuple(COLLECTIONS)[1:])
_ROOM_FOR_A_NUMBER: Final = LIMITS.id_characters - 7


def programmes(*, least: int = 0, most: int = 20, dangling: bool = False) -> st.SearchStrategy[Programme]:
    """Make programmes whose records speak of each other (chương trình).

    Organisations stand in a tree of at most `LIMITS.organisation_depth` levels, without rings. What the records
    say need not be true or lawful: `check` has much to find in it.

    Args:
        least: The fewest records, of all kinds together.
        most: The most records. With `least` above 200 Hypothesis itself complains of the size.
        dangling: Whether some references name records that are not there; otherwise all of them are.

    Raises:
        OptionError: More records than a programme can have, or fewer than none.

    >>> from hypothesis import given
    >>> @given(programmes(most=3))
    ... def test_that_it_is_small(programme):
    ...     assert len(programme.records()) <= 3
    >>> test_that_it_is_small()
    >>> programmes(least=5, most=3)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: number/not-between at $.most: must be from 5 to 500000
    """
    _check_sizes(least, most)
    return _programmes(least, most, dangling)


def organisation_trees(
    *, least: int = 0, most: int = 20, deepest: int = LIMITS.organisation_depth
) -> st.SearchStrategy[tuple[PartyOrganisation, ...]]:
    """Make organisations that stand in trees, in any order of parents and children (cây tổ chức).

    Args:
        least: The fewest organisations.
        most: The most organisations.
        deepest: The most levels.

    Raises:
        OptionError: More organisations than a programme can have, or fewer than none.

    >>> from hypothesis import given
    >>> @given(organisation_trees(most=3, deepest=1))
    ... def test_that_nobody_stands_above_another(organisations):
    ...     assert all(organisation.parent_id is None for organisation in organisations)
    >>> test_that_nobody_stands_above_another()
    >>> organisation_trees(most=-1)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: number/not-between at $.most: must be from 0 to 500000
    """
    _check_sizes(least, most)
    return _organisation_trees(least, most, deepest)


def _check_sizes(least: int, most: int) -> None:
    """Refuse sizes that no programme has."""
    if not 0 <= least <= most <= LIMITS.records:
        raise OptionError(issue("number/not-between", ("most",), least=max(least, 0), most=LIMITS.records))


@st.composite
def _programmes(draw: st.DrawFn, least: int, most: int, dangling: bool) -> Programme:  # noqa: FBT001  private
    """Draw which records there are, then their ids, then what they say of each other."""
    names = _draw_list(draw, _KINDS, least, most)
    if "organisations" not in names:
        names[:1] = ["organisations"] * len(names[:1])
    numbered = [(name, _draw_id(draw, PREFIXES[name], number)) for number, name in enumerate(names)]
    known = Known({name: [each for kind, each in numbered if kind == name] for name in COLLECTIONS}, dangling)
    made: dict[str, list[Any]] = {name: [] for name in COLLECTIONS}
    made["organisations"] = _draw_tree(draw, known.ids["organisations"], LIMITS.organisation_depth, known)
    for name, record_id in numbered:
        if name != "organisations":
            # One body belongs to another that came before it, so that there are no rings.
            bodies = [body.id for body in made["bodies"]] if name == "bodies" else known.ids["bodies"]
            there = known._replace(ids={**known.ids, "bodies": bodies})
            made[name].append(draw_record(draw, COLLECTIONS[name], {"id": record_id}, there))
    return Programme(
        name=draw(filled(PHRASES)),
        committee_id=draw(st.sampled_from((None, *cast("Sequence[Any]", known.ids["organisations"])))),
        directives=draw(st.lists(documents(), max_size=2)),
        mottos=draw(st.lists(texts_for("Programme", "mottos"), max_size=2)),
        period=draw(st.none() | periods()),
    ).put(*(record for records in made.values() for record in records))


@st.composite
def _organisation_trees(
    draw: st.DrawFn, least: int, most: int, deepest: int
) -> tuple[PartyOrganisation, ...]:
    """Draw how many organisations there are, then the tree."""
    numbers = range(len(_draw_list(draw, st.none(), least, most)))
    names = [_draw_id(draw, PREFIXES["organisations"], number) for number in numbers]
    return tuple(_draw_tree(draw, names, deepest, Known({})))


def _draw_list(draw: st.DrawFn, members: st.SearchStrategy[T], least: int, most: int) -> list[T]:
    """Draw a list; all lengths are alike, where left to themselves long ones are rare."""
    return draw(st.lists(members, min_size=draw(st.integers(least, most)), max_size=most))


def _draw_id(draw: st.DrawFn, prefix: str, number: int) -> RecordId:
    """Draw an id that no other number gives."""
    return RecordId(f"{draw(ids(prefix))[:_ROOM_FOR_A_NUMBER]}-{number}")


def _draw_tree(draw: st.DrawFn, names: Sequence[str], deepest: int, known: Known) -> list[PartyOrganisation]:
    """Draw organisations each of which stands at the top or under one before it; half of the trees are one line."""
    made: list[PartyOrganisation] = []
    levels: list[int] = []
    is_line = draw(st.booleans())
    for name in names:
        open_places = [place for place, level in enumerate(levels) if level < deepest]
        parent: str | None = None
        level, above = 1, None
        if open_places:
            chosen = len(open_places) if is_line else draw(st.integers(0, len(open_places)))
            if chosen:
                place = open_places[chosen - 1]
                parent, level, above = made[place].id, levels[place] + 1, made[place].kind
        if dangles(draw, known):
            parent = RecordId(f"{PREFIXES['organisations']}{DANGLING}")
        fixed = {"id": name, "kind": draw(st.sampled_from(UNDER[above])), "parent_id": parent}
        made.append(draw_record(draw, PartyOrganisation, fixed, known))
        levels.append(level)
    return made[::-1] if draw(st.booleans()) else made
