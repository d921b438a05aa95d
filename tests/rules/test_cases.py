"""Rules that need no law: cases that an official can read."""

from __future__ import annotations

from typing import Any

import pytest

from lamtheobac import RULES, check
from rule_cases import programme_of, read_cases

FILES = (
    "awards.toml",
    "contributions.toml",
    "coverage.toml",
    "houses.toml",
    "models.toml",
    "organisations.toml",
    "periods.toml",
    "series.toml",
    "totals.toml",
    "totals_of_awards.toml",
    "totals_of_people.toml",
)
READ = {file: read_cases(file) for file in FILES}
CASES = [
    pytest.param(rules, case, id=f"{file}: {case['name']}")
    for file, (rules, cases) in READ.items()
    for case in cases
]


@pytest.mark.parametrize(("rules", "case"), CASES)
def test_the_cases(rules: list[str], case: dict[str, Any]) -> None:
    found = check(programme_of(case), only=rules)
    wanted = case.get("find", [])
    assert [finding.code for finding in found] == ([wanted] if isinstance(wanted, str) else wanted)
    for finding in found:
        assert finding.message_vi
        assert finding.message_en
        assert finding.to_do_vi
        assert finding.to_do_en
    if "severity" in case:
        assert [finding.severity.label for finding in found] == [case["severity"]]
    if "at" in case:
        assert " ".join(map(str, found[0].path)) == case["at"]
    for words in case.get("says", ()):
        assert words in found[0].message_vi


@pytest.mark.parametrize("file", FILES)
def test_every_rule_has_cases_on_both_sides(file: str) -> None:
    rules, cases = READ[file]
    found = [code for case in cases for code in (case.get("find", []), "") if code]
    flat = {code for codes in found for code in ([codes] if isinstance(codes, str) else codes)}
    assert flat == set(rules)
    assert any("find" not in case for case in cases)


def test_every_rule_of_these_subjects_is_in_a_file_and_in_the_list() -> None:
    told = {code for rules, _ in READ.values() for code in rules}
    subjects = {"coverage", "organisation", "period", "series", "share", "total"}
    own = {rule.code for rule in RULES if rule.code.split("/")[0] in subjects}
    assert own <= told <= {rule.code for rule in RULES}
