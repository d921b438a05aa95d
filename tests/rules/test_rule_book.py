"""The rule book: versions that follow each other, sources that are known, and pages that tell it all."""

from __future__ import annotations

import runpy
from datetime import date, timedelta
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest

from lamtheobac import (
    RULES,
    Found,
    OrganisationKind,
    PartyOrganisation,
    Period,
    Programme,
    Rule,
    Severity,
    check,
    law,
)
from lamtheobac.rules.hierarchy import RULES as HIERARCHY
from lamtheobac.rules.provisions import provision_on

ROOT = Path(__file__).parents[2]
VERSIONS = {code: list(rules) for code, rules in groupby(RULES, key=lambda rule: rule.code)}


def test_the_versions_of_a_rule_stand_together() -> None:
    assert len(VERSIONS) == len({rule.code for rule in RULES})


@pytest.mark.parametrize("code", VERSIONS)
def test_versions_have_touching_periods(code: str) -> None:
    """No day without a version between the first and the last, and no day with two."""
    for before, after in pairwise(VERSIONS[code]):
        assert before.end is not None
        assert after.start == before.end + timedelta(days=1)
        assert (before.severity, before.missing) == (after.severity, after.missing)
    for rule in VERSIONS[code]:
        assert rule.start is None or rule.end is None or rule.start <= rule.end


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_names_sources_that_the_law_knows(rule: Rule) -> None:
    known = law.built_in()
    if rule.document:
        document = known.documents[rule.document]
        assert rule.start is not None
        assert document.start <= rule.start
        assert document.end is None or (rule.end is not None and rule.end <= document.end)
        sure = document.confidence in (law.Confidence.READ, law.Confidence.HIGH)
        assert sure or rule.severity is not Severity.ERROR
    for table, *key in rule.rests_on:
        assert known.history(table, *key) if key else known.tables[table]
    assert (rule.start is None and rule.end is None) or rule.document


def test_the_documents_that_end_a_kind_are_known() -> None:
    rows = [row for rows in law.built_in().tables["organisation_kinds"].values() for row in rows]
    named = {row.details["ended_by"] for row in rows if "ended_by" in row.details}
    assert named
    assert named <= set(law.built_in().documents)


def test_no_error_rests_on_a_source_that_is_not_sure() -> None:
    """Every provision of every rule, on its first day: an error only where it is certain."""
    for rule in RULES:
        for table, *key in rule.rests_on:
            rows = law.built_in().history(table, *key) if key else ()
            for row in rows:

                def find(_: Programme, row: law.Provision[Any] = row) -> tuple[Found]:
                    return (Found(path=(), source=row),)

                own = attrs.evolve(
                    rule, check=find, message_vi="x", message_en="x", to_do_vi="x", to_do_en="x"
                )
                found = check(Programme(name="Bình Sơn"), rules=[own])
                assert found[0].severity is not Severity.ERROR or row.is_certain


def test_a_source_of_a_users_own_is_named_by_itself() -> None:
    source = provision_on(law.built_in(), None, "thresholds", "official_members_least")
    assert source is not None
    mine = attrs.evolve(source, document=attrs.evolve(source.document, title="Điều lệ của tôi"))

    def find(_: Programme) -> tuple[Found]:
        return (Found(path=(), source=mine),)

    rule = Rule(
        code="my/rule", severity=Severity.ERROR, check=find, message_vi="a", message_en="a", to_do_vi="a"
    )
    assert check(Programme(name="x"), rules=[attrs.evolve(rule, to_do_en="b")])[0].document == str(
        mine.document
    )


def test_a_word_of_a_closed_list_is_shown_in_the_language_of_the_message() -> None:
    district = PartyOrganisation(
        id="a",  # type: ignore[arg-type]
        name="Đảng bộ huyện",
        kind=OrganisationKind.DISTRICT,
        life=Period(end=date(2026, 1, 1)),
    )
    found = check(Programme(name="Bình Sơn").put(district), rules=HIERARCHY)[0]
    assert "đảng bộ huyện" in found.message_vi
    assert "district Party organisation" in found.message_en


PAGES = runpy.run_path(str(ROOT / "docs/rules/write.py"))


@pytest.fixture(scope="module", name="told")
def find_examples() -> Any:
    """What the rules say of their first cases."""
    return PAGES["examples"]()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_pages_are_written_from_the_rules_as_they_are(lang: str, told: Any) -> None:
    text = PAGES["page"](lang, told)
    assert text == PAGES["PAGES"][lang].read_text(encoding="utf-8"), "run: make rules"
    for code in VERSIONS:
        assert text.count(f'<a id="{code}"></a>') == 1


def test_the_texts_are_of_rules_that_there_are() -> None:
    assert set(PAGES["TEXTS"]["rules"]) == set(VERSIONS)
    assert set(PAGES["TEXTS"]["subjects"]) >= {code.partition("/")[0] for code in VERSIONS}
