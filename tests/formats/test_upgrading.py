"""The version of the files: today's is read, an older one brought up step by step, a newer one refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from lamtheobac import Figure, RecordError, dumps, example, loads
from lamtheobac.formats.conversion import from_plain, to_plain
from lamtheobac.formats.upgrading import UPGRADES, upgrade
from lamtheobac.records.programme import FORMAT_VERSION, Programme


def words_to_figures(data: dict[str, Any]) -> dict[str, Any]:
    """A step as one might be: before, a gift was its words alone, and whose programme it was stood in `owner`."""
    gifts = [gift | {"gift": to_plain(Figure.parse(gift["gift"]))} for gift in data.get("contributions", [])]
    rest = {key: value for key, value in data.items() if key != "owner"}
    return rest | {"contributions": gifts, "committee_id": data["owner"]}


OLD: dict[str, Any] = {
    "format_version": 0,
    "name": "Bình Sơn",
    "owner": "tc-binh-son",
    "contributions": [{"id": "dg-1", "gift": "hơn 6,2 tỷ đồng"}, {"id": "dg-2", "gift": "8.458 ngày công"}],
}


def test_an_old_file_is_brought_up() -> None:
    programme = from_plain(upgrade(OLD, steps={0: words_to_figures}, newest=1), Programme)
    assert [str(gift.gift) for gift in programme.contributions] == ["hơn 6,2 tỷ đồng", "8.458 ngày công"]
    assert (programme.committee_id, programme.format_version) == ("tc-binh-son", 1)
    assert loads(dumps(programme)) == programme
    assert OLD["format_version"] == 0


def test_the_steps_are_taken_one_after_the_other() -> None:
    steps = {
        number: lambda data, number=number: {**data, "steps": [*data.get("steps", []), number]}
        for number in (1, 2, 3)
    }
    assert upgrade({"format_version": 1}, steps=steps, newest=4) == {"format_version": 4, "steps": [1, 2, 3]}
    assert upgrade({"format_version": 3}, steps=steps, newest=4) == {"format_version": 4, "steps": [3]}


def test_there_is_a_step_from_every_older_version() -> None:
    assert set(UPGRADES) == set(range(1, FORMAT_VERSION))
    assert loads(dumps(example())).format_version == FORMAT_VERSION


@pytest.mark.parametrize("version", [FORMAT_VERSION + 1, 10**9, 0, -1])
def test_a_version_that_is_not_known_is_all_that_is_said_of_a_file(version: int) -> None:
    data = {"format_version": version, "nam": "x", "lessons": [{"of tomorrow": True}]}
    with pytest.raises(RecordError) as caught:
        loads(json.dumps(data))
    assert [(fault.code, fault.path) for fault in caught.value.issues] == [
        ("programme/unknown-version", ("format_version",))
    ]


@pytest.mark.parametrize("data", [[], None, "x", 5, {}, {"format_version": "1"}, {"format_version": True}])
def test_what_says_no_version_is_left_for_the_reader(data: Any) -> None:
    assert upgrade(data) is data
    with pytest.raises(RecordError):
        loads(json.dumps(data))
