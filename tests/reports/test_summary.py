"""The records told in paragraphs: everything once, nothing that they refute, nobody by name."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given, settings

from lamtheobac import (
    Contribution,
    Figure,
    LamTheoBacError,
    OptionError,
    Outcome,
    OutcomeKind,
    Person,
    Programme,
    Verdict,
    WrongTypeError,
    example,
    reconcile,
    summary,
)
from lamtheobac.testing import programmes
from lamtheobac.values.ids import PersonId, RecordId
from seeded_errors import measure

BINH_SON = summary(example())


@settings(max_examples=settings().max_examples // 2)
@given(programmes(most=20))
def test_reading_a_summary_back_finds_no_contradiction(programme: Programme) -> None:
    told = reconcile(summary(programme), programme)
    assert [str(match.found) for match in told if match.verdict is Verdict.CONTRADICTS] == []


@settings(max_examples=settings().max_examples // 3)
@given(programmes(most=12, dangling=True))
def test_any_programme_is_told_in_both_languages(programme: Programme) -> None:
    languages: tuple[Literal["vi", "en"], ...] = ("vi", "en")
    for lang in languages:
        try:
            text = summary(programme, lang=lang)
        except LamTheoBacError:
            pytest.fail("every programme can be told")
        assert text == text.strip()
        for person in programme.persons:
            assert person.name not in text or any(person.name in each.name for each in programme.models)


def test_one_wrong_figure_is_found_and_no_right_one_is_blamed() -> None:
    # Which programmes a seed draws depends on the modules that are loaded: a small sample may hold one hard case.
    score = measure(20, number=7)
    assert score.errors >= 15
    assert score.errors - score.found <= 1
    assert score.false_alarms <= 1
    assert score.agreed / score.figures >= 0.8


@pytest.mark.long
def test_of_many_wrong_figures_nearly_all_are_found_and_hardly_a_right_one_is_blamed() -> None:
    # The aim is 98% of both; the floor is what was measured, and only rises.
    score = measure(500, number=0).add(measure(500, number=1))
    assert score.recall >= 0.98
    assert score.precision >= 0.99
    assert score.agreed / score.figures >= 0.98


def test_every_figure_of_binh_son_is_told_once_and_agrees() -> None:
    matches = reconcile(BINH_SON, example())
    assert {match.verdict for match in matches} == {Verdict.AGREES}
    told = [match.found.text for match in matches]
    for words in ("4 năm", "hơn 6,2 tỷ đồng", "129 nhà", "khoảng hơn 132 tỷ đồng", "30 vụ việc", "gần 90%"):
        assert told.count(words) == 1, words


def test_a_rate_that_the_counts_refute_is_not_said_again() -> None:
    assert "hơn 90%" not in BINH_SON
    assert "Tỷ lệ giải quyết vụ việc tính lại theo số vụ việc ở trên." in BINH_SON


def test_people_are_never_named() -> None:
    programme = example().put(Person(id=PersonId(RecordId("ng-1")), name="Nguyễn Văn Ánh"))
    assert "Nguyễn Văn Ánh" not in summary(programme)


@pytest.mark.parametrize(
    ("programme", "lang", "error"), [("x", "vi", WrongTypeError), (example(), "fr", OptionError)]
)
def test_what_is_no_programme_and_another_language_are_refused(
    programme: Any, lang: Any, error: type[LamTheoBacError]
) -> None:
    with pytest.raises(error):
        summary(programme, lang=lang)


def test_what_came_of_a_gift_is_told_of_what_it_was_given_to() -> None:
    gift = Contribution(
        id=RecordId("dg"), gift=Figure.parse("20 triệu đồng"), to_id=RecordId("mh-ngoi-nha-cap-uy")
    )
    came = Outcome(
        id=RecordId("kq"), kind=OutcomeKind.GIFTS, figure=Figure.parse("33 suất quà"), of_id=gift.id
    )
    assert "mô hình “Ngôi nhà cấp ủy” đã tặng 33 suất quà" in summary(
        example().put(gift, came)
    ).lower().replace("ngôi nhà cấp ủy", "Ngôi nhà cấp ủy")
