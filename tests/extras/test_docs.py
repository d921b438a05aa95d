"""The documentation in both languages: what one has, the other has."""

from __future__ import annotations

from pathlib import Path

import pytest

import lamtheobac

DOCS = Path(__file__).parents[2] / "docs"
ENGLISH = [DOCS / "tutorial.md", DOCS / "classes.md", DOCS / "rules.md", DOCS / "example-binh-son.md"]
ENGLISH += [*(DOCS / "how-to").glob("*.md"), *(DOCS / "explanation").glob("*.md")]


@pytest.mark.parametrize("page", ENGLISH, ids=lambda page: page.stem)
def test_a_page_stands_in_both_languages_and_neither_is_a_summary(page: Path) -> None:
    twin = DOCS / "vi" / page.relative_to(DOCS)
    ratio = len(twin.read_text(encoding="utf-8")) / len(page.read_text(encoding="utf-8"))
    assert 0.7 < ratio < 1.6


def test_every_function_of_the_front_door_is_told_of_in_vietnamese() -> None:
    page = (DOCS / "vi" / "reference.md").read_text(encoding="utf-8")
    for name in lamtheobac.__all__:
        if name.islower():
            assert f"`{name}`" in page, name


def test_every_decision_is_told_of_in_vietnamese() -> None:
    page = (DOCS / "vi" / "decisions.md").read_text(encoding="utf-8")
    for path in (DOCS / "decisions").glob("*.md"):
        assert f"(../decisions/{path.name})" in page, path.name
