"""How rules are run, and what the rules on dialogues work out."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    RULES,
    Figure,
    Found,
    OptionError,
    OrganisationKind,
    PartyOrganisation,
    Programme,
    Rule,
    Severity,
    WrongTypeError,
    check,
    example,
    loads,
)
from lamtheobac.rules.dialogue import bases_for
from lamtheobac.rules.finding import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable

RATES = st.builds(
    lambda qualifier, points: Figure.parse(f"{qualifier}{points}%"),
    st.sampled_from(("", "hơn ", "gần ", "khoảng ", "ít nhất ", "tối đa ", "dưới ")),
    st.integers(1, 100),
)


def fits(claim: Figure, part: int, whole: int) -> bool:
    """Whether a whole makes the claim true: not contradicted, and on the side that its word names."""
    held = claim.compare(Figure.share(part, out_of=whole))
    is_just_it = claim.value is not None and part * 100 == claim.value * whole
    return held != "contradicts" and not (is_just_it and claim.approximation.value in {"more_than", "nearly"})


@given(RATES, st.integers(1, 300))
def test_the_bases_are_just_those_that_do_not_contradict(claim: Figure, part: int) -> None:
    bases = bases_for(claim, part)
    if claim.approximation.value in {"at_most", "less_than"}:
        assert bases is None, "any greater whole would do: there is no greatest one"
        return
    if bases is None:
        assert not any(fits(claim, part, whole) for whole in range(part, part + 50))
        return
    least, most = bases
    assert fits(claim, part, least)
    assert fits(claim, part, most)
    assert fits(claim, part, (least + most) // 2)
    assert not fits(claim, part, most + 1)
    assert least == part or not fits(claim, part, least - 1)


def organisation(name: str, parent: str | None) -> PartyOrganisation:
    return PartyOrganisation(id=name, name=f"Tổ chức {name}", kind=OrganisationKind.CELL, parent_id=parent)  # type: ignore[arg-type]


TREE = ("reference/missing", "tree/cycle", "tree/upside-down")


@pytest.mark.parametrize(
    ("parents", "codes"),
    [
        ({"a": None, "b": "a", "c": "b"}, []),
        ({"a": "a"}, ["tree/cycle"]),
        ({"a": "c", "b": "a", "c": "b"}, ["tree/cycle"]),
        ({"r": None, "a": "c", "b": "a", "c": "b", "d": "a"}, ["tree/cycle"]),
        ({"a": "b", "b": "a", "c": "d", "d": "c"}, ["tree/cycle", "tree/cycle"]),
        ({"a": None, "b": "z"}, ["reference/missing"]),
    ],
)
def test_the_rules_on_the_tree(parents: dict[str, str | None], codes: list[str]) -> None:
    programme = Programme(name="Bình Sơn", organisations=[organisation(*pair) for pair in parents.items()])
    found = check(programme, only=TREE)
    assert [finding.code for finding in found] == codes
    assert all(finding.severity is Severity.ERROR for finding in found)


def test_a_deep_tree_is_checked_without_recursion() -> None:
    chain = [organisation(f"o{place}", f"o{place - 1}" if place else None) for place in range(5_000)]
    assert check(Programme(name="Bình Sơn", organisations=chain), only=TREE) == ()


def test_a_rate_of_several_dialogues_or_of_none_is_left_alone() -> None:
    programme = example()
    rate = programme.statements[0]
    own = [rule.code for rule in RULES if rule.code.startswith("dialogue/")]
    for about in ((), ("dt-cac-cap", "dt-nghe-dan-noi"), ("bc-binh-son",)):
        changed = programme.drop("sl-nghe-dan-noi").replace(rate.id, about_ids=about)
        assert check(changed, only=own) == ()


def test_references_are_looked_for_everywhere() -> None:
    text = """{"format_version": 1, "name": "x", "committee_id": "k1",
      "reports": [{"id": "bc", "organisation_id": "k2", "kind": "annual"}],
      "dialogues": [{"id": "dt", "model_id": "k3", "report_id": "bc",
        "held_by": [{"role": "secretary", "organisation_id": "k4"}]}],
      "statements": [{"id": "sl", "measure": "coverage", "figure": {"value": "1", "unit": "percent", "step": "1"},
        "about_ids": ["dt", "k5"]}]}"""
    found = check(loads(text), only=["reference/missing"])
    assert [".".join(map(str, finding.path)) for finding in found] == [
        "committee_id",
        "dialogues.dt.held_by.0.organisation_id",
        "dialogues.dt.model_id",
        "reports.bc.organisation_id",
        "statements.sl.about_ids",
    ]


def test_a_finding_says_where_it_is_explained() -> None:
    finding = check(example(), only=["dialogue/rate-without-counts"])[0]
    assert finding.link == "rules#dialogue/rate-without-counts"
    assert finding.to_dict(lang="en")["link"] == finding.link


def test_findings_come_the_gravest_first_and_always_alike() -> None:
    programme = example().drop("tc-quang-ngai")
    severities = [finding.severity for finding in check(programme)]
    assert list(dict.fromkeys(severities)) == ["error", "warning", "info"]
    assert severities == sorted(severities, key=lambda severity: severity.rank)
    assert check(programme) == check(programme)
    assert check(programme, rules=reversed(RULES)) == check(programme)


def test_a_draft_leaves_notes_out() -> None:
    assert {finding.severity for finding in check(example(), profile="draft")} == {Severity.WARNING}


def test_only_the_rules_asked_for_run() -> None:
    codes = ["dialogue/rate-without-counts"]
    assert [finding.code for finding in check(example(), only=codes)] == codes
    assert check(example(), only=()) == ()


def short_report(programme: Programme) -> Iterable[Found]:
    """A tool's own rule: at least three reports, on the day the district ended."""
    if len(programme.reports) < 3:
        yield Found(path=("reports",), on=date(2025, 7, 1), values={"count": len(programme.reports)})


OWN: dict[str, Any] = {
    "code": "my/few-reports",
    "severity": Severity.WARNING,
    "check": short_report,
    "message_vi": "mới có {count} báo cáo",
    "message_en": "only {count} reports",
    "to_do_vi": "nộp thêm",
    "to_do_en": "hand in more",
}


def test_a_tool_adds_its_own_rule() -> None:
    finding = check(example(), rules=(*RULES, Rule(**OWN)), only=["my/few-reports"])[0]
    assert (finding.message(), finding.message("en")) == ("mới có 2 báo cáo", "only 2 reports")
    assert (finding.to_do(), finding.to_do("en")) == ("nộp thêm", "hand in more")
    assert finding.to_dict(lang="vi") == {
        "code": "my/few-reports",
        "severity": "warning",
        "path": ["reports"],
        "stated": "",
        "recomputed": "",
        "message": "mới có 2 báo cáo",
        "to_do": "nộp thêm",
    }
    assert finding.link == ""
    assert json.dumps(finding.to_dict())
    assert finding.to_dict()["to_do_en"] == "hand in more"


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (None, date(2025, 6, 30), 0),
        (None, date(2025, 7, 1), 1),
        (date(2025, 7, 1), None, 1),
        (date(2025, 7, 2), None, 0),
    ],
)
def test_a_rule_holds_in_its_time(start: date | None, end: date | None, found: int) -> None:
    rule = Rule(**OWN, start=start, end=end, document="294-QĐ/TW", article="1")
    findings = check(example(), rules=[rule])
    assert len(findings) == found
    assert all(finding.to_dict()["document"] == "294-QĐ/TW" for finding in findings)


def test_of_two_versions_the_one_in_force_on_the_day_speaks_and_the_last_where_no_day_is_known() -> None:
    old = Rule(**OWN, end=date(2025, 6, 30), document="232-QĐ/TW")
    new = Rule(**OWN, start=date(2025, 7, 1), document="294-QĐ/TW")

    def undated(_: Programme) -> Iterable[Found]:
        yield Found(path=("reports",), values={"count": 0})

    for rules in ((old, new), (new, old)):
        assert [finding.document for finding in check(example(), rules=rules)] == ["294-QĐ/TW"]
        undated_rules = [attrs.evolve(rule, check=undated) for rule in rules]
        assert [finding.document for finding in check(example(), rules=undated_rules)] == ["294-QĐ/TW"]
    assert [finding.document for finding in check(example(), rules=[attrs.evolve(old, check=undated)])] == [
        "232-QĐ/TW"
    ]


def test_a_rule_says_how_grave_it_is_in_each_profile() -> None:
    rule = Rule(**OWN, profiles={"draft": None, "archive": Severity.ERROR})
    found = {profile: check(example(), profile=profile, rules=[rule]) for profile in get_args(Profile)}
    assert {profile: [each.severity.value for each in findings] for profile, findings in found.items()} == {
        "draft": [],
        "submit": ["warning"],
        "archive": ["error"],
    }


def test_a_rule_that_fails_says_so_and_the_others_speak() -> None:
    def broken(_: Programme) -> Iterable[Found]:
        raise ZeroDivisionError

    rule = Rule(code="my/broken", severity=Severity.INFO, check=broken)
    codes = [finding.code for finding in check(example(), rules=(rule, *RULES))]
    assert codes == ["rule/failed", *(finding.code for finding in check(example()))]


@pytest.mark.parametrize("page", ["docs/example-binh-son.md", "docs/vi/example-binh-son.md"])
def test_the_pages_tell_all_that_is_found_in_the_example_and_nothing_else(page: str) -> None:
    """Every finding has its line in the list of the page, with the record and why it is there."""
    text = (Path(__file__).parents[2] / page).read_text(encoding="utf-8")
    told = re.findall(r"^\| `([a-z-]+/[a-z-]+)` \| `([a-z0-9-]+)` \| .{20,} \|$", text, re.MULTILINE)
    assert told == [(finding.code, finding.path[1]) for finding in check(example())]


def test_what_check_is_asked_wrongly() -> None:
    with pytest.raises(OptionError):
        check(example(), profile="nháp")  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        check("binh-son.json")  # type: ignore[arg-type]


def test_progress_is_told_rule_by_rule() -> None:
    told: list[tuple[int, int]] = []
    check(example(), on_progress=lambda done, total: told.append((done, total)))
    assert told == [(done, len(RULES)) for done in range(1, len(RULES) + 1)]
