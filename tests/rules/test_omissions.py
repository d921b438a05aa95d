"""What a record that is handed in must name: cases that an official can read."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from lamtheobac import Programme, Severity, check, read_record
from lamtheobac.formats.forms import KINDS
from lamtheobac.records.kinds import COLLECTIONS

PATH = Path(__file__).parents[1] / "cases" / "omissions.toml"
CASES = tomllib.loads(PATH.read_text(encoding="utf-8"))["case"]
KIND_OF = {kind: name for name, kind in KINDS.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_a_record_must_name(case: dict[str, Any]) -> None:
    records = [
        read_record(KIND_OF[kind], fields)
        for name, kind in COLLECTIONS.items()
        for fields in case.get(name, ())
    ]
    found = check(Programme(name="Bình Sơn").put(*records))
    assert [finding.code for finding in found if finding.severity is Severity.ERROR] == case["find"]
    assert all(finding.message_vi and finding.to_do_en for finding in found)
