"""The strategies that ship: every public class has one, and what they make is what the library lives on."""

from __future__ import annotations

import importlib
import sys
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import lamtheobac
from lamtheobac import (
    Document,
    Figure,
    Money,
    OptionError,
    OrganisationKind,
    PartialDate,
    Period,
    Programme,
    RecordError,
    Stage,
    Unit,
    WrongTypeError,
    check,
    dumps,
    loads,
    name_key,
    testing,
)
from lamtheobac.formats.conversion import from_plain, to_plain
from lamtheobac.records.tree import walk_tree
from lamtheobac.testing import words
from lamtheobac.text.clean import is_clean
from lamtheobac.values.ids import is_id
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OF_VALUES = {"days": date, "ids": str, "person_names": str, "organisation_trees": tuple}
"""Strategies that make no record."""


def examples(strategy: st.SearchStrategy[Any], count: int = 100) -> list[Any]:
    """Some of what a strategy makes, always the same."""
    found: list[Any] = []

    @settings(max_examples=count, derandomize=True, deadline=None, phases=[Phase.generate])
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


def classes_in(kind: Any) -> Iterator[type]:
    """A class and all the classes that its fields hold."""
    yield kind
    for shape in shapes_of(kind).values():
        for each in shape.kinds:
            if attrs.has(each):
                yield from classes_in(each)


@cache
def samples(name: str) -> list[Any]:
    """Some of what a strategy makes when nothing is wished for."""
    return examples(getattr(testing, name)(), 20)


def test_every_class_of_a_programme_has_a_strategy() -> None:
    kinds = {type(sample) for name in testing.__all__ for sample in samples(name)}
    assert set(classes_in(Programme)) <= kinds
    public = (getattr(lamtheobac, name) for name in lamtheobac.__all__)
    values = {each for each in public if attrs.has(each) and each.__module__.startswith("lamtheobac.values.")}
    assert {Document, Figure, Money, PartialDate, Period} <= values <= kinds


@pytest.mark.parametrize("name", testing.__all__)
def test_a_strategy_makes_one_kind_of_thing_and_says_so(name: str) -> None:
    strategy = getattr(testing, name)
    kinds = {type(sample) for sample in samples(name)}
    assert len(kinds) == 1
    assert attrs.has(kinds.copy().pop()) or kinds == {OF_VALUES[name]}
    assert strategy.__doc__.partition("\n")[0].startswith("Make ")
    assert strategy.__doc__.partition("\n")[0].endswith(").")


@pytest.mark.parametrize("name", testing.__all__)
def test_what_is_made_survives_a_file(name: str) -> None:
    for sample in samples(name):
        plain = to_plain(sample)
        assert not isinstance(plain, dict) or from_plain(plain, type(sample)) == sample
    assert any(sample != samples(name)[0] for sample in samples(name))


@given(testing.programmes(most=10, dangling=True))
def test_a_programme_goes_into_a_file_and_comes_back(programme: Programme) -> None:
    text = dumps(programme)
    again = loads(text)
    assert again == programme
    assert dumps(again) == text


@given(testing.programmes(most=10, dangling=True))
def test_every_programme_can_be_checked(programme: Programme) -> None:
    codes = {finding.code for finding in check(programme)}
    assert "rule/failed" not in codes


@given(testing.programmes(most=10))
def test_the_records_of_a_programme_speak_of_each_other(programme: Programme) -> None:
    assert not check(programme, only={"reference/missing", "tree/cycle"})
    assert all(depth < 16 for depth, _ in walk_tree(programme.organisations))


def test_some_references_dangle_where_they_are_asked_to() -> None:
    findings = [
        check(each, only={"reference/missing"}) for each in examples(testing.programmes(dangling=True))
    ]
    assert any(findings)
    assert not all(findings)


@given(st.data(), st.integers(0, 8), st.integers(0, 8))
def test_sizes_are_the_callers(data: st.DataObject, one: int, other: int) -> None:
    least, most = sorted((one, other))
    programme = data.draw(testing.programmes(least=least, most=most))
    assert least <= len(programme.records()) <= most
    deepest = data.draw(st.integers(1, 4))
    tree = data.draw(testing.organisation_trees(least=least, most=most, deepest=deepest))
    assert least <= len(tree) <= most
    assert all(depth < deepest for depth, _ in walk_tree(tree))


def test_trees_are_deep_and_broad_and_in_any_order() -> None:
    trees = examples(testing.organisation_trees(least=20, most=20), 30)
    depths = [max(depth for depth, _ in walk_tree(tree)) + 1 for tree in trees]
    assert max(depths) == 16
    assert min(depths) < 6
    parents_first = [
        all(
            each.parent_id in {None, *(before.id for before in tree[:place])}
            for place, each in enumerate(tree)
        )
        for tree in trees
    ]
    assert any(parents_first)
    assert not all(parents_first)


def shows(found: Iterable[Any], *traits: Any) -> None:
    """Check that each trait is there among what was found, and that it is not everywhere."""
    have = list(found)
    for trait in traits:
        count = sum(bool(trait(each)) for each in have)
        assert 0 < count < len(have), trait


def test_figures_are_read_and_made_by_hand() -> None:
    found = examples(testing.figures(), 300)
    shows(
        found,
        lambda figure: figure.text is not None,
        lambda figure: figure.low is not None,
        lambda figure: figure.out_of is not None,
        lambda figure: figure.step,
        lambda figure: figure.per,
        lambda figure: figure.noun,
        lambda figure: figure.text and figure.flags,
        lambda figure: figure.text and len(figure.qualifiers) > 1,
    )
    assert {figure.approximation for figure in found} == set(lamtheobac.Approximation)


@pytest.mark.parametrize("unit", Unit)
def test_figures_have_the_units_that_are_asked_for(unit: Unit) -> None:
    found = examples(testing.figures(units=[unit]), 40)
    assert {figure.unit for figure in found} == {unit}
    assert any(figure.text for figure in found)


def test_periods_have_open_ends() -> None:
    shows(
        examples(testing.periods()),
        lambda period: period.is_placed,
        lambda period: period.start is None and period.end,
        lambda period: period.start and period.end is None,
        lambda period: period.start is None and period.end is None,
        lambda period: isinstance(period.start, PartialDate),
        lambda period: period.length,
        lambda period: period.text,
    )


def test_documents_are_known_in_part() -> None:
    shows(
        examples(testing.documents()),
        lambda document: document.number,
        lambda document: document.title,
        lambda document: document.key,
        lambda document: isinstance(document.issued_on, PartialDate),
    )


def test_ids_are_readable_for_the_most_part() -> None:
    found = examples(testing.ids("tc"))
    assert all(map(is_id, found))
    shows(found, lambda each: each.startswith("tc-"))


@given(testing.person_names())
def test_names_are_clean_and_can_be_sorted(name: str) -> None:
    assert is_clean(name)
    assert name_key(name)[0][0] != ("", "")


def test_notes_have_lines_and_names() -> None:
    notes = [each.note for each in examples(testing.observations(), 400)]
    shows(notes, lambda note: "\n" in note, lambda note: note, lambda note: "Bà " in note)


def test_names_fit_kinds() -> None:
    for kind in OrganisationKind:
        (made,) = examples(testing.organisations(kind=st.just(kind)), 1)
        assert made.name.startswith(("Đảng bộ", "Chi bộ", "Tổ đảng"))
    assert set(words.ORGANISATIONS) == set(OrganisationKind)
    assert set(words.COUNTED) == set(Unit)


@given(testing.contributions(stage=st.just(Stage.SPENT), gift=testing.figures(units=[Unit.VND])))
def test_a_caller_says_what_is_not_left_to_chance(contribution: Any) -> None:
    assert contribution.stage is Stage.SPENT
    assert contribution.gift.unit is Unit.VND


@pytest.mark.parametrize(
    ("make", "error", "code"),
    [
        (lambda: testing.contributions(gifft=st.none()), RecordError, "record/unknown-field"),
        (lambda: testing.contributions(stage=Stage.SPENT), WrongTypeError, "type/wrong"),  # type: ignore[arg-type]
        (lambda: testing.figures(units=[]), OptionError, "option/unknown"),
        (lambda: testing.figures(units=["VND"]), OptionError, "option/unknown"),  # type: ignore[list-item]
        (lambda: testing.programmes(most=-1), OptionError, "number/not-between"),
        (lambda: testing.programmes(least=-1), OptionError, "number/not-between"),
        (lambda: testing.organisation_trees(least=3, most=2), OptionError, "number/not-between"),
        (lambda: testing.ids("…"), RecordError, "id/malformed"),
    ],
)
def test_wrong_wishes_are_refused_at_once(make: Any, error: type[Exception], code: str) -> None:
    with pytest.raises(error) as caught:
        make()
    assert caught.value.code == code  # type: ignore[attr-defined]


def test_without_hypothesis_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    monkeypatch.delitem(sys.modules, "lamtheobac.testing")
    with pytest.raises(ImportError, match=r"pip install lamtheobac\[testing\]"):
        importlib.import_module("lamtheobac.testing")
