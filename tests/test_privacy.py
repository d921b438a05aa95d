"""Every text field says how private it is, and what is private shows nowhere."""

from __future__ import annotations

import json
import logging
import traceback
from typing import Any, cast

import attrs
import pytest

import lamtheobac
from lamtheobac import Dialogue, LamTheoBacError, Person, Programme, loads
from lamtheobac.values.privacy import HIDDEN, PERSONAL, PUBLIC, SENSITIVE, show
from lamtheobac.values.shapes import shapes_of

CANARY = "Nguyễn Thị Hoàng Yến"
VALUES_AND_RECORDS = [
    getattr(lamtheobac, name)
    for name in lamtheobac.__all__
    if isinstance(getattr(lamtheobac, name), type)
    and attrs.has(getattr(lamtheobac, name))
    and name not in {"Issue", "Limits", "Finding", "Found", "Rule"}
]


@pytest.mark.parametrize("kind", VALUES_AND_RECORDS, ids=lambda kind: kind.__name__)
def test_every_text_field_is_marked(kind: type) -> None:
    for shape in shapes_of(kind).values():
        if shape.kinds == (str,) and not shape.is_id:
            assert shape.privacy in {"public", "personal", "sensitive"}, shape.name


@pytest.mark.parametrize("kind", VALUES_AND_RECORDS, ids=lambda kind: kind.__name__)
def test_every_class_shows_itself_by_its_marks(kind: type) -> None:
    has_private = any(shape.privacy in {"personal", "sensitive"} for shape in shapes_of(kind).values())
    shows_itself: Any = kind.__repr__
    assert shows_itself is show or not has_private


def test_the_three_levels() -> None:
    assert [mark["privacy"] for mark in (PUBLIC, PERSONAL, SENSITIVE)] == ["public", "personal", "sensitive"]
    assert repr(Person(id=cast("Any", "ng-1"), name=CANARY)) == f"Person(id='ng-1', name={HIDDEN})"


def test_a_private_note_shows_nowhere() -> None:
    dialogue = Dialogue(id="dt-1", note=f"Bà {CANARY} trình bày.")  # type: ignore[arg-type]
    programme = Programme(name="Bình Sơn").put(dialogue)
    for shown in (repr(dialogue), str(dialogue), repr(programme), repr(programme.dialogues)):
        assert CANARY not in shown


BROKEN: list[dict[str, Any]] = [
    {"id": CANARY},
    {"id": "dt-1", CANARY: 1},
    {"id": "dt-1", "note": 5, "citizens": CANARY},
    {"id": "dt-1", "note": CANARY + "\x00"},
    {"id": "dt-1", "period": {"start": CANARY}},
    {"id": "dt-1", "held_by": [{"role": CANARY, "organisation_id": "a"}]},
    {"id": "dt-1", "citizens": {"unit": "person", "value": CANARY}},
    {"id": "dt-1", "citizens": {"unit": "person", "value": "38", "text": f"38 {CANARY}"}},
]


@pytest.mark.parametrize("dialogue", BROKEN)
def test_no_message_shows_what_was_written(
    dialogue: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    text = json.dumps({"format_version": 1, "name": "Bình Sơn", "dialogues": [dialogue]})
    with pytest.raises(LamTheoBacError) as caught:
        loads(text)
    logging.getLogger("test").error("failed", exc_info=caught.value)
    shown = [str(caught.value), repr(caught.value), caplog.text, *map(repr, caught.value.issues)]
    shown += traceback.format_exception(caught.value)
    assert not [line for line in shown if CANARY in line]
