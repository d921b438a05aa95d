"""Every rule: cases that an official can read, on both sides of its boundary and of its dates."""

from __future__ import annotations

from typing import Any

import pytest

from lamtheobac import RULES, check, example, loads
from lamtheobac.rules.finding import Missing
from rule_cases import CASES, programme_of, read_cases, without_one_value

READ = {path.name: read_cases(path.name) for path in sorted(CASES.glob("*.toml"))}
ALL = [
    pytest.param(rules, case, id=f"{file}: {case['name']}")
    for file, (rules, cases) in READ.items()
    for case in cases
]
CODES = sorted({rule.code for rule in RULES})
TRUE_PAGES = [example(), *(loads(path.read_bytes()) for path in CASES.parent.glob("pages/*.json"))]
"""The reports of real committees, of 2011 to 2025."""


def codes_in(case: dict[str, Any], key: str) -> list[str]:
    """The codes under a key, one or several."""
    codes = case.get(key, [])
    return [codes] if isinstance(codes, str) else codes


@pytest.mark.parametrize(("rules", "case"), ALL)
def test_the_cases(rules: list[str], case: dict[str, Any]) -> None:
    found = check(programme_of(case), only=rules)
    assert [finding.code for finding in found] == codes_in(case, "find")
    for finding in found:
        assert finding.message_vi
        assert finding.message_en
        assert finding.to_do_vi
        assert finding.to_do_en
        assert isinstance(finding.stated, str)
        assert isinstance(finding.recomputed, str)
    for name in ("stated", "recomputed"):
        if name in case:
            assert getattr(found[0], name) == case[name]
    if "severity" in case:
        assert found[0].severity.label == case["severity"]
    if "at" in case:
        assert " ".join(map(str, found[0].path)) == case["at"]
    if "document" in case:
        assert found[0].document == case["document"]
    for words in case.get("says", ()):
        assert words in found[0].message_vi


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_cases_on_both_sides(code: str) -> None:
    cases = [case for rules, cases in READ.values() if code in rules for case in cases]
    assert any(code in codes_in(case, "find") for case in cases)
    passing = [case for case in cases if code in codes_in(case, "passes")]
    assert passing
    assert not any(code in codes_in(case, "find") for case in passing)


@pytest.mark.parametrize("code", CODES)
def test_some_case_of_every_rule_says_where_and_what_it_finds(code: str) -> None:
    """The place, the value stated and the value recomputed: wherever the rule gives one, a case holds it to it."""
    cases = [(rules, case) for rules, cases in READ.values() for case in cases if case.get("find") == code]
    assert any("at" in case for _, case in cases)
    found = [check(programme_of(case), only=rules)[0] for rules, case in cases]
    for name in ("stated", "recomputed"):
        given = any(getattr(finding, name) for finding in found)
        assert given == any(name in case for _, case in cases)


def test_the_files_name_no_rule_that_is_not_there() -> None:
    named = {code for rules, cases in READ.values() for code in rules}
    told = {code for _, cases in READ.values() for case in cases for code in codes_in(case, "passes")}
    assert told <= named == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_true_old_record_passes(code: str) -> None:
    """Of the records that the rule looks at, some of a real report of those years are in order."""
    found = [case for _, cases in READ.values() for case in cases if code in codes_in(case, "find")]
    looked_at = {str(finding.path[0]) for case in found for finding in check(programme_of(case), only=[code])}
    old = [page for page in TRUE_PAGES if any(getattr(page, name, ()) for name in looked_at)]
    passing = [page for page in old if not check(page, only=[code])]
    marked = [case for rules, cases in READ.values() if code in rules for case in cases if case.get("old")]
    assert passing or any(code in codes_in(case, "passes") for case in marked)


LIKELY = {
    "award/bonus-differs",
    "contribution/spent-above-received",
    "contribution/unlikely-cost-of-a-house",
    "coverage/contradicts-participation",
    "coverage/differs-from-organisations",
    "organisation/fewer-members-than-below",
    "total/differs-from-parts",
}
"""Rules that hold one figure against another: where one of two candidates loses its own, the other is taken."""
SPEAKING = {rule.code for rule in RULES if rule.missing is not Missing.FOUND} - LIKELY


DATED = {rule.code for rule in RULES if rule.start or rule.rests_on}
"""Rules that hold for a time: an act whose day is not known is taken to be of today."""


@pytest.mark.parametrize("file", READ)
def test_what_is_missing_accuses_nobody(file: str) -> None:
    """Without one of its values a record breaks no rule that it did not break, but those that ask for that value."""
    rules, cases = READ[file]
    silent = SPEAKING & set(rules)
    for case in cases:
        whole = programme_of(case)
        before = {finding.code for finding in check(whole, only=silent)}
        for is_day, left in without_one_value(whole):
            after = {finding.code for finding in check(left, only=silent)}
            assert after <= before | (DATED if is_day else set()), case["name"]
