"""Drafts: what a report says goes where it belongs, and nothing is made up."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lamtheobac import (
    LIMITS,
    Draft,
    Figure,
    Limits,
    Match,
    Period,
    Programme,
    Verdict,
    WrongTypeError,
    check,
    draft,
    dumps,
    find_figures,
    loads,
    reconcile,
    summary,
)
from lamtheobac.reports import drafting
from lamtheobac.testing import programmes
from lamtheobac.values.labelled import Labelled

HERE = Path(__file__).parent
CASES = [
    line.rpartition(" | ")[::2]
    for line in (HERE / "drafts.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
DULL = {"id", "name", "of", "result", "increment", "granted", "other", "district", "club", "fund", "union"}


def values(record: Any) -> list[str]:
    """What a record holds, but what is dull."""
    found: list[str] = []
    for name in attrs.fields_dict(type(record)):
        value = getattr(record, name)
        if isinstance(value, (Figure, Labelled)) or name == "period" or name.endswith("_id"):
            found.append("" if value is None else str(value))
        elif name == "about_ids":
            found += value
    return [each for each in found if each not in (*DULL, "")]


def figures_of(record: Any) -> list[tuple[str, Figure]]:
    """Every figure of a record, with the name of its field."""
    found: list[tuple[str, Figure]] = []
    for name in attrs.fields_dict(type(record)):
        value = getattr(record, name)
        if isinstance(value, Figure):
            found.append((name, value))
        elif isinstance(value, Period):
            found += figures_of(value)
    return found


def say(begun: Draft) -> list[str]:
    """Say a draft as the file of cases does."""
    records = [" ".join((record.id, *sorted(values(record)))) for record in begun.programme.records()]
    return sorted([*records, *(f"left {found.text}" for found in begun.unplaced)])


def tidy(case: str) -> list[str]:
    """The words of each part of a case, in any order."""
    return sorted(" ".join(sorted(part.split())) for part in case.split(";"))


@pytest.mark.parametrize(("text", "case"), CASES, ids=[text for text, _ in CASES])
def test_each_sentence_gives_its_records(text: str, case: str) -> None:
    assert sorted(" ".join(sorted(each.split())) for each in say(draft(text))) == tidy(case)


def check_laws(text: str) -> Draft:
    """Check what holds of every text."""
    begun = draft(text)
    assert say(begun) == say(draft(text))
    assert dumps(begun.programme) == dumps(draft(text).programme)
    assert loads(dumps(begun.programme)) == begun.programme
    check(begun.programme)
    check(begun.programme, profile="draft")
    assert set(begun.spans) == {record.id for record in begun.programme.records()}
    found = find_figures(text)
    held: set[str] = set()
    for record in begun.programme.records():
        span = begun.spans[record.id]
        assert 0 <= span.start < span.end <= len(text)
        for name, figure in figures_of(record):
            held.add(str(figure))
            places = [each for each in found if str(each.figure) == str(figure)]
            assert places
            within = any(span.start <= each.start and each.end <= span.end for each in places)
            assert within or name == "length"
    assert all(each in found for each in begun.unplaced)
    assert all(each in begun.unplaced or str(each.figure) in held for each in found)
    return begun


WORDS = """Mô hình “Ngôi nhà cấp ủy” Hội LHPN xã Trù Hựu Huyện ủy Bình Sơn vận động hơn 6,2 tỷ đồng ; . , xây mới 129
nhà qua 4 năm năm 2019 gặp 38 công dân giải quyết 30 vụ việc 90% 30/38 khen thưởng 56 tập thể trong đó tăng phấn đấu
tổng đăng ký chi bộ đảng viên “ ” tặng suất quà chỉ đạo học tập 1.5 mỗi tháng /người""".split()  # noqa: SIM905
PIECES = st.lists(st.sampled_from([*WORDS, "\n", "\n\n"]), max_size=40).map(" ".join)


@given(PIECES)
def test_a_draft_holds_nothing_that_the_text_does_not_say(text: str) -> None:
    check_laws(text)


@given(st.text(max_size=150))
def test_any_text_at_all_can_be_drafted(text: str) -> None:
    check_laws(text)


@settings(max_examples=settings().max_examples // 4)
@given(programmes(most=4))
def test_a_draft_of_a_summary_holds_nothing_that_the_summary_does_not_say(programme: Programme) -> None:
    check_laws(summary(programme))


@given(PIECES)
def test_composed_or_not_the_draft_is_the_same(text: str) -> None:
    apart = say(draft(unicodedata.normalize("NFD", text)))
    whole = say(draft(unicodedata.normalize("NFC", text)))
    assert sorted(unicodedata.normalize("NFC", each) for each in apart) == whole


@pytest.mark.parametrize("text", [text for text, _ in CASES], ids=[text for text, _ in CASES])
def test_a_report_contradicts_its_own_draft_only_where_it_contradicts_itself(text: str) -> None:
    begun = check_laws(text)
    wrong: list[Match] = [
        match for match in reconcile(text, begun.programme) if match.verdict is Verdict.CONTRADICTS
    ]
    # 30 of 45 cases are not more than 90%.
    assert [match.found.text for match in wrong] == (["hơn 90%"] if "hơn 90%" in text else [])


def test_what_a_report_says_it_carries_out_is_named_with_its_number() -> None:
    begun = draft(
        "Thực hiện Chỉ thị số 05-CT/TW và thực hiện Kết luận 01-KL/TW, xã đã thực hiện Chỉ thị số 05-CT/TW."
    )
    assert [str(each) for each in begun.programme.directives] == ["Chỉ thị 05-CT/TW", "Kết luận 01-KL/TW"]
    assert begun.programme.name == "Dự thảo từ báo cáo"


def test_a_name_that_no_record_may_have_is_left_out() -> None:
    begun = draft(
        "Mô hình “\u202eHũ gạo” giúp 5 hộ; Hội \u202eAn Bình giúp 3 hộ; Mô hình “…” và Hội LHPN xã …"
    )
    assert not begun.programme.models
    assert [record.of_id for record in begun.programme.outcomes] == [None, None]
    assert not draft(f"Hội {'A' * 600} giúp 5 hộ.").programme.bodies


def test_too_many_figures_are_left_over_and_not_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafting, "LIMITS", Limits(records=2))
    assert LIMITS.records > 2
    begun = draft("Xây mới 5 nhà. Xây mới 6 nhà. Xây mới 7 nhà. Khen thưởng 5 tập thể. Mô hình “Hũ gạo”.")
    assert isinstance(begun.programme, Programme)
    assert len(begun.programme.records()) == 2
    assert [found.text for found in begun.unplaced] == ["6 nhà", "7 nhà", "5 tập thể"]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(WrongTypeError):
        draft(None)  # type: ignore[arg-type]
