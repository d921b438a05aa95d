"""The schema of the files: current, valid, as strict as a schema can be, and never stricter than the reader."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from lamtheobac import LamTheoBacError, Programme, Unit, dumps, example, loads
from lamtheobac.formats.schema import json_schema
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.testing import programmes
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.money import Money
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
COMMITTED = Path(__file__).parents[2] / "docs" / "schema" / "programme.schema.json"


def test_the_committed_schema_is_current() -> None:
    assert json.loads(COMMITTED.read_text(encoding="utf-8")) == SCHEMA, "run make schema"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_everything_is_described_in_both_languages() -> None:
    for name, definition in {**SCHEMA["$defs"], "": SCHEMA}.items():
        assert definition["title"], name
        assert definition["title"] != name
        assert definition["description"].endswith("."), name
        for field, told in definition.get("properties", {}).items():
            assert told["description"], (name, field)
    units = {each["const"]: each["title"] for each in SCHEMA["$defs"]["Unit"]["oneOf"]}
    assert units["labour_day"] == Unit.LABOUR_DAY.label


@pytest.mark.parametrize("programme", [example(), Programme(name="Bình Sơn")], ids=["example", "empty"])
def test_what_is_written_passes(programme: Programme) -> None:
    assert list(VALIDATOR.iter_errors(json.loads(dumps(programme)))) == []


PLAIN: dict[str, Any] = json.loads(dumps(example()))


def broken(*path: Any, value: Any) -> dict[str, Any]:
    """The example with one value changed, added, or (with ...) taken out."""
    data = copy.deepcopy(PLAIN)
    *way, last = path
    place: Any = data
    for step in way:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return data


GIFT = ("contributions", 0, "gift")

REFUSED = [
    broken("name", value=...),
    broken("name", value=""),
    broken("name", value=5),
    broken("nam", value="x"),
    broken("format_version", value=2),
    broken("format_version", value=...),
    broken("mottos", value="trên trước"),
    broken("organisations", 0, "id", value="tc 1"),
    broken("organisations", 0, "id", value="a..b"),
    broken("organisations", 0, "kind", value="quận"),
    broken("organisations", 0, "official_members", value=-1),
    broken("organisations", 0, "official_members", value=1.5),
    broken("organisations", 0, "official_members", value="12"),
    broken("organisations", 0, "name", value="x" * 501),
    broken("successions", 0, "on", value="01/07/2025"),
    broken("reports", 0, "organisation_id", value=...),
    broken(*GIFT, value="hơn 6,2 tỷ đồng"),
    broken(*GIFT, "value", value=6200000000),
    broken(*GIFT, "value", value="6.200.000.000"),
    broken(*GIFT, "value", value="-5"),
    broken(*GIFT, "value", value=...),
    broken(*GIFT, "low", value="1"),
    broken(*GIFT, "unit", value="đồng"),
    broken(*GIFT, "unit", value=...),
    broken(*GIFT, "out_of", value=True),
    broken("statements", 0, "about_ids", value=["a", "a"]),
]


@pytest.mark.parametrize("data", REFUSED, ids=range(len(REFUSED)))
def test_what_the_schema_refuses_the_reader_refuses_too(data: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(data)
    with pytest.raises(LamTheoBacError):
        loads(json.dumps(data))


@pytest.mark.parametrize(
    "data",
    [
        broken("successions", 0, "on", value="2025-02-30"),
        broken("organisations", 1, "id", value="tc-quang-ngai"),
        broken(*GIFT, "text", value="hơn 7 tỷ đồng"),
    ],
    ids=["no such day", "id twice", "other words"],
)
def test_what_only_the_reader_can_refuse(data: dict[str, Any]) -> None:
    assert VALIDATOR.is_valid(data)
    with pytest.raises(LamTheoBacError):
        loads(json.dumps(data))


@given(programmes(most=6, dangling=True))
@settings(max_examples=30)
def test_every_programme_passes(programme: Programme) -> None:
    assert next(VALIDATOR.iter_errors(json.loads(dumps(programme))), None) is None


BARE: dict[str, Any] = {"format_version": 1, "name": "Bình Sơn"}


def spoilt_by_kind() -> Iterator[tuple[str, dict[str, Any]]]:
    """Of every kind of record one file for each way in which a schema can refuse it."""
    for name, kind in COLLECTIONS.items():
        records = PLAIN.get(name) or [{"id": "x-1"}]
        for field, shape in shapes_of(kind).items():
            wrong: list[Any] = [5.5, {"of": "tomorrow"}]
            wrong += [None] if not shape.is_optional else []
            wrong += ["x", [None]] if shape.is_many else [[]]
            if shape.is_id and not shape.is_many:
                wrong += ["", "a b", "x" * 65, "a..b", ".a"]
            if issubclass(shape.kinds[0], Labelled) and not shape.is_many:
                wrong += ["không có", "ANNUAL", ""]
            if shape.kinds[0] is str and not shape.is_id and not shape.is_many:
                wrong += ["", "x" * 20_001]
            if shape.kinds[0] in (int, Money):
                wrong += [-1, 10**18 + 1, "12", True]
            for number, value in enumerate(wrong):
                yield f"{name}.{field} {number}", {**BARE, name: [{**records[0], field: value}]}
        for record in records[:1]:
            yield f"{name} a field too many", {**BARE, name: [{**record, "la": "x"}]}
            yield f"{name} without its id", {**BARE, name: [{k: v for k, v in record.items() if k != "id"}]}


SPOILT = dict(spoilt_by_kind())


def test_every_broken_file_that_a_schema_can_refuse_is_refused_by_it() -> None:
    let_through = [name for name, data in SPOILT.items() if VALIDATOR.is_valid(data)]
    assert let_through == []
    assert len(SPOILT) > 500
    for data in SPOILT.values():
        with pytest.raises(LamTheoBacError):
            loads(json.dumps(data))
