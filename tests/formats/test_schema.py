"""The schema of the files: current, valid, as strict as a schema can be, and never stricter than the reader."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lamtheobac import LamTheoBacError, Programme, Unit, dumps, example, loads
from lamtheobac.formats.schema import json_schema

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
