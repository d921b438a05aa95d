"""Catalogues: every code of the code base speaks both languages, with the same values."""

from __future__ import annotations

import pickle
import re
import unicodedata
from pathlib import Path
from string import Formatter

import pytest

import lamtheobac
from lamtheobac import RULES, Issue, LamTheoBacError
from lamtheobac.messages import catalogue, issue, message
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.reports.report_findings import REPORT_RULES
from lamtheobac.rules.combining import COMBINING_RULES

SOURCES = Path(lamtheobac.__file__).parent
CODE = re.compile(r"""["']((?:[a-z-]+/)[a-z0-9-]+(?:/to-do)?)["']""")


def used_codes() -> set[str]:
    """Codes that stand in the source as texts."""
    codes = {
        code for path in SOURCES.rglob("*.py") for code in CODE.findall(path.read_text(encoding="utf-8"))
    }
    return codes - {"no/such-code", "my/rule", "application/json"}  # of doctests, and a type of the web


def values_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_know_the_same_codes() -> None:
    assert set(catalogue("vi")) == set(catalogue("en"))


@pytest.mark.parametrize("code", sorted(catalogue("vi")))
def test_both_languages_show_the_same_values(code: str) -> None:
    assert values_of(catalogue("vi")[code]) == values_of(catalogue("en")[code])
    assert catalogue("vi")[code] != catalogue("en")[code]
    assert catalogue("vi")[code].strip()


def test_no_code_stands_in_two_catalogues() -> None:
    for lang in ("vi", "en"):
        texts = [path.read_text(encoding="utf-8") for path in (SOURCES / "locale" / lang).iterdir()]
        codes = [code for text in texts for code in re.findall(r'^msgid "(.+)"$', text, re.MULTILINE)]
        assert len(codes) == len(set(codes))


def test_every_code_in_use_has_its_message() -> None:
    assert not used_codes() - set(catalogue("vi"))


def test_every_rule_has_its_message_and_its_advice() -> None:
    for rule in (*RULES, *REPORT_RULES, *COMBINING_RULES.values()):
        assert {rule.code, f"{rule.code}/to-do"} <= set(catalogue("vi"))


def test_no_message_is_left_over() -> None:
    rules = {
        code
        for rule in (*RULES, *REPORT_RULES, *COMBINING_RULES.values())
        for code in (rule.code, f"{rule.code}/to-do")
    }
    left = {
        code
        for code in set(catalogue("vi")) - used_codes() - rules
        if not code.startswith(("show/", "html/"))
    }
    assert left <= {"hint", "rule/failed/to-do"}
    page = (SOURCES / "formats" / "terminal.py").read_text(encoding="utf-8")
    command = (SOURCES / "__main__.py").read_text(encoding="utf-8")
    shown = {code.removeprefix("show/") for code in catalogue("vi") if code.startswith("show/")}
    assert {name for name in shown if not re.search(rf"[\"'/]{name}[\"']", page + command)} == set()
    cards = "".join(path.read_text(encoding="utf-8") for path in (SOURCES / "formats" / "html").glob("*.py"))
    shown = {code.removeprefix("html/") for code in catalogue("vi") if code.startswith("html/")}
    shown -= set(COLLECTIONS)
    assert {name for name in shown if not re.search(rf"[\"']{name}[\"']", cards)} == set()


def test_vietnamese_is_composed() -> None:
    for text in catalogue("vi").values():
        assert unicodedata.is_normalized("NFC", text)


def test_an_issue_is_data() -> None:
    fault = issue("limit/depth", ("a", 0), start=1, end=2, hint="x", most=64)
    assert fault.to_dict() == {
        "code": "limit/depth",
        "path": ["a", 0],
        "message_vi": "lồng nhau quá 64 tầng; có phải “x”?",
        "message_en": "nested deeper than 64 levels; is it “x”?",
        "start": 1,
        "end": 2,
        "hint": "x",
    }
    assert fault.to_dict(lang="vi")["message"] == fault.message() == fault.message_vi
    assert fault.at("b").path == ("b", "a", 0)


def test_an_error_is_its_issues() -> None:
    error = LamTheoBacError(issue("limit/depth", ("a", 0, "b"), most=64), issue("number/empty"))
    assert str(error).splitlines()[0] == "limit/depth at $.a[0].b: nested deeper than 64 levels"
    again = pickle.loads(pickle.dumps(error))  # noqa: S301  our own bytes
    assert again.issues == error.issues
    assert isinstance(error, ValueError)
    assert isinstance(error.issues[0], Issue)


def test_messages_are_chosen_by_language() -> None:
    assert message("number/empty") != message("number/empty", "en")
