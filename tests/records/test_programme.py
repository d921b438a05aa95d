"""A programme: its registers, its edits, its tree."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    Dialogue,
    Figure,
    LimitError,
    Limits,
    OrganisationKind,
    PartyOrganisation,
    Period,
    Programme,
    RecordError,
    Report,
    ReportKind,
    Statement,
    WrongTypeError,
    example,
)
from lamtheobac.formats.conversion import from_plain
from lamtheobac.records import programme as programme_module
from lamtheobac.records.registers import Register, register
from lamtheobac.records.tree import walk_tree

if TYPE_CHECKING:
    from collections.abc import Callable

BARE_REPORT: dict[str, Any] = {"id": "a", "organisation_id": "b", "kind": ReportKind.ANNUAL}
IDS = st.from_regex(r"[a-z][a-z0-9]{0,3}", fullmatch=True)


def dialogue(name: Any, note: str = "") -> Dialogue:
    return Dialogue(id=name, note=note)


def organisation(name: Any, parent: Any = None, **fields: Any) -> PartyOrganisation:
    return PartyOrganisation(
        id=name, name=f"Tổ chức {name}", kind=OrganisationKind.CELL, parent_id=parent, **fields
    )


@given(st.lists(IDS, unique=True))
def test_a_register_is_a_tuple_and_a_mapping(ids: list[str]) -> None:
    book: Any = Register(map(dialogue, ids))
    assert list(book.keys()) == [each.id for each in book] == ids
    assert dict(book.items()) == {name: book[name] for name in ids}
    assert book.values() == tuple(book) == book[:]
    assert all(name in book and book[name] in book and book.get(name) is book[name] for name in ids)
    assert "?" not in book
    assert book.get("?") is None
    assert pickle.loads(pickle.dumps(book)) == copy.deepcopy(book) == book  # noqa: S301  our own bytes
    assert register(book) is book


@given(st.lists(IDS, unique=True), st.lists(IDS, unique=True))
def test_putting_and_dropping(first: list[str], second: list[str]) -> None:
    start = Programme(name="Bình Sơn", dialogues=map(dialogue, first))
    full = start.put(*(dialogue(name, "mới") for name in second))
    assert set(full.dialogues.keys()) == {*first, *second}
    assert list(full.dialogues.keys())[: len(first)] == first
    assert all(full.dialogues[name].note == "mới" for name in second)
    assert start.dialogues.keys() == tuple(first)
    assert full.put(*full.records()) == full
    assert full.drop(*full.dialogues.keys()).dialogues == ()
    assert start.drop() == start


def test_a_programme_never_changes() -> None:
    programme = example()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        programme.name = "khác"  # type: ignore[misc]
    assert programme.put() == programme
    assert pickle.loads(pickle.dumps(programme)) == programme  # noqa: S301  our own bytes


def test_replacing_keeps_the_place() -> None:
    programme = Programme(name="x", dialogues=map(dialogue, "abc")).replace("b", note="hai")
    assert [each.note for each in programme.dialogues] == ["", "hai", ""]
    assert programme.find("b") is programme.dialogues[1]


def test_what_cannot_be_done() -> None:
    programme = Programme(name="x", dialogues=[dialogue("a")])
    for act, code in (
        (lambda: programme.drop("b"), "id/unknown"),
        (lambda: programme.replace("b", note=""), "id/unknown"),
        (lambda: programme.replace("a", citizens=5), "type/wrong"),
        (lambda: programme.replace("a", nam=5), "record/unknown-field"),
        (lambda: programme.put(organisation("a")), "id/taken"),
        (lambda: Programme(name="x", dialogues=[organisation("a")]), "type/wrong"),  # type: ignore[list-item]
        (lambda: Programme(name="x", format_version=2), "programme/unknown-version"),
        (lambda: Programme(name=""), "text/empty"),
    ):
        with pytest.raises(RecordError) as caught:
            cast("Callable[[], object]", act)()
        assert caught.value.code == code
    with pytest.raises(WrongTypeError):
        programme.put(programme)  # type: ignore[arg-type]


def test_too_many_records(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programme_module, "LIMITS", Limits(records=2))
    assert len(Programme(name="x", dialogues=map(dialogue, "ab")).dialogues) == 2
    with pytest.raises(LimitError):
        Programme(name="x", dialogues=map(dialogue, "abc"))


@pytest.mark.parametrize(
    ("make", "paths"),
    [
        (lambda: dialogue("a b"), ["id"]),
        (lambda: dialogue(5), ["id"]),
        (
            lambda: attrs.evolve(dialogue("a"), citizens=Figure.parse("3 nhà"), resolved=Figure.parse("5%")),
            ["citizens", "resolved"],
        ),
        (lambda: Report(**{**BARE_REPORT, "due_on": "x"}), ["due_on"]),
        (
            lambda: organisation("a", official_members=-1, probationary_members=True),
            ["official_members", "probationary_members"],
        ),
        (lambda: organisation("a", life="x", approval=5), ["life", "approval"]),
        (lambda: attrs.evolve(dialogue("a"), held_by=cast("Any", ["x"])), ["held_by"]),
    ],
)
def test_a_record_names_all_its_faults(make: Any, paths: list[str]) -> None:
    with pytest.raises(RecordError) as caught:
        make()
    assert [str(fault.path[0]) for fault in caught.value.issues] == paths


def test_an_id_stands_once_in_a_list() -> None:
    plain = {
        "id": "sl",
        "measure": "coverage",
        "figure": {"value": "1", "unit": "percent", "step": "1"},
        "about_ids": ["a", "a"],
    }
    with pytest.raises(RecordError, match="id/twice"):
        from_plain(plain, Statement)


def test_a_text_must_be_clean_as_it_stands() -> None:
    with pytest.raises(RecordError) as caught:
        organisation("a", unit_code="  21040")
    assert caught.value.code == "text/not-clean"


@given(st.dictionaries(IDS, st.none() | IDS, max_size=12))
def test_the_tree_shows_every_organisation_once(parents: dict[str, str | None]) -> None:
    organisations = [organisation(*pair) for pair in parents.items()]
    shown = list(walk_tree(organisations))
    assert sorted(each.id for _, each in shown) == sorted(parents)
    depth = {each.id: deep for deep, each in shown}
    for deep, each in shown:
        if deep:
            assert each.parent_id is not None
            assert deep == depth[each.parent_id] + 1


def test_the_tree_of_a_day_leaves_out_who_had_ended() -> None:
    district = organisation("huyen", "tinh", life=Period(end=date(2025, 6, 30)))
    commune = organisation("xa", "huyen")
    everyone = [organisation("tinh"), district, commune]
    before = [(deep, each.id) for deep, each in walk_tree(everyone, date(2025, 6, 30))]
    after = [(deep, each.id) for deep, each in walk_tree(everyone, date(2025, 7, 1))]
    assert before == [(0, "tinh"), (1, "huyen"), (2, "xa")]
    assert after == [(0, "tinh"), (0, "xa")]
