"""So với cùng kỳ: each line says how the later period stands to the earlier, and nothing that is not known."""

# mypy: disable-error-code="arg-type"
# Ids are written as plain texts here.

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    Accrual,
    Aim,
    Award,
    AwardStatus,
    Contribution,
    Dialogue,
    Document,
    Figure,
    LamTheoBacError,
    ModelState,
    ModelStatus,
    OptionError,
    Outcome,
    OutcomeKind,
    PartialDate,
    Participation,
    ParticipationKind,
    Period,
    PracticeModel,
    Programme,
    Report,
    ReportKind,
    Stage,
    Subjects,
    Unit,
    WrongTypeError,
    compare_periods,
)
from lamtheobac.testing import programmes
from lamtheobac.values.change import Trend

THEN, NOW = Period.of_year(2018), Period.of_year(2019)


def gift(name: str, text: str, period: Period | None = NOW, **fields: Any) -> Contribution:
    return Contribution(id=name, gift=Figure.parse(text), period=period, stage=Stage.RECEIVED, **fields)


def said(*records: Any) -> list[str]:
    return [line.text() for line in compare_periods(Programme(name="Học tập").put(*records), THEN, NOW)]


def test_gifts_are_added_up_stage_by_stage_and_kind_by_kind() -> None:
    assert said(
        gift("a", "1.000.000 đồng", THEN),
        gift("b", "1.200.000 đồng"),
        gift("c", "300.000 đồng"),
        gift("d", "20 ngày công", THEN),
        gift("e", "15 ngày công"),
        gift("f", "2 tấn gạo"),
        gift("g", "30 suất quà", THEN),
    ) == [
        "đã vận động, tiếp nhận: 1.500.000 đồng, tăng 500.000 đồng (50%) so với 1.000.000 đồng của kỳ trước",
        "đã vận động, tiếp nhận: kỳ trước 30 suất quà, kỳ này không có số liệu",
        "đã vận động, tiếp nhận: 15 ngày công, giảm 5 ngày công (25%) so với 20 ngày công của kỳ trước",
        "đã vận động, tiếp nhận: 2 tấn gạo, kỳ trước không có số liệu",
    ]


def test_where_words_overlap_nobody_can_tell() -> None:
    assert said(gift("a", "khoảng 100 triệu đồng", THEN), gift("b", "105 triệu đồng")) == [
        "đã vận động, tiếp nhận: 105 triệu đồng, kỳ trước khoảng 100 triệu đồng: không đủ rõ để nói tăng hay giảm"
    ]


def test_both_languages_and_every_form_of_sentence() -> None:
    rate = {"kind": ParticipationKind.STUDIED, "subjects": Subjects.MEMBERS}
    records = [
        Participation(id="tg-1", count=Figure.parse("30/40 đảng viên"), period=THEN, **rate),
        Participation(id="tg-2", count=Figure.parse("36/40 đảng viên"), period=NOW, **rate),
        gift("a", "10 nhà", THEN),
        gift("b", "10 nhà", NOW),
        gift("c", "0 cuốn", THEN),
        gift("d", "30 cuốn", NOW),
        gift("e", "10 cây", THEN),
        gift("f", "dưới 5 cây", NOW),
    ]
    lines = compare_periods(Programme(name="Học tập").put(*records), NOW, THEN)
    assert [line.text("en") for line in lines] == [
        "members, studied: 36/40 đảng viên, up 15% (percentage points) against 30/40 đảng viên in the period before",
        "received: 30 cuốn, up 30 cuốn against 0 cuốn in the period before",
        "received: 10 nhà, unchanged against the period before",
        "received: dưới 5 cây, down từ 5 đến 10 cây (từ 50 đến 100%) against 10 cây in the period before",
    ]
    assert lines[0].name("vi") == "đảng viên, cán bộ đã học tập"
    far = said(gift("a", "ít nhất 5 nhà", THEN), gift("b", "3 nhà", NOW), gift("c", "ít nhất 5,5 kg", THEN))
    assert far == [
        "đã vận động, tiếp nhận: 3 nhà, giảm ít nhất 2 nhà so với ít nhất 5 nhà của kỳ trước",
        "đã vận động, tiếp nhận: kỳ trước ít nhất 5,5 kg, kỳ này không có số liệu",
    ]
    near = said(gift("a", "ít nhất 5 nhà", THEN), gift("b", "dưới 5 nhà", NOW))
    assert near == ["đã vận động, tiếp nhận: dưới 5 nhà, giảm so với ít nhất 5 nhà của kỳ trước"]


def test_rates_are_not_added_and_stay_with_what_they_are_of() -> None:
    assert said(
        gift("a", "2.000 đồng/tháng", THEN, to_id="mh-1"),
        gift("b", "3.000 đồng/tháng", NOW, to_id="mh-1"),
        gift("c", "5.000 đồng/tháng", NOW, to_id="mh-2"),
        gift("d", "6.000 đồng/tháng", NOW, to_id="mh-2"),
    ) == [
        "đã vận động, tiếp nhận: 3.000 đồng/tháng, tăng 1.000 đồng/tháng (50%) so với 2.000 đồng/tháng của kỳ trước"
    ]


def test_results_count_the_latest_of_a_series_and_no_targets() -> None:
    def built(name: str, count: int, period: Period | None, **fields: Any) -> Outcome:
        whole: Any = {
            "of_id": "mh-1",
            "kind": OutcomeKind.HOUSES,
            "figure": Figure.of(count, Unit.HOUSE),
        } | fields
        return Outcome(id=name, period=period, **whole)

    half = Period(start=date(2019, 1, 1), end=date(2019, 6, 30))
    lines = compare_periods(
        Programme(name="Học tập").put(
            built("kq-1", 100, THEN),
            built("kq-2", 60, half, accrual=Accrual.CUMULATIVE),
            built("kq-3", 110, NOW, accrual=Accrual.CUMULATIVE),
            built("kq-4", 500, NOW, aim=Aim.TARGET),
            built("kq-5", 7, Period(text="qua 4 năm")),
            built("kq-6", 9, Period.of_year(2017)),
            built("kq-7", 1, Period(start=date(2019, 3, 1), end=date(2020, 1, 1))),
        ),
        THEN,
        NOW,
    )
    (line,) = lines
    assert line.text() == "nhà xây mới và sửa chữa: 110 nhà, tăng 10 nhà (10%) so với 100 nhà của kỳ trước"
    assert (line.earlier_ids, line.later_ids, line.unplaced) == (("kq-1",), ("kq-3",), ("kq-5", "kq-7"))


def test_dialogues_models_and_awards() -> None:
    registered = ModelStatus(state=ModelState.REGISTERED, on=PartialDate(2019, 2))
    again = ModelStatus(state=ModelState.REGISTERED, on=PartialDate(2018, 2))
    undated = ModelStatus(state=ModelState.REGISTERED)
    by_decision = Document(number="12-QĐ/HU", issued_on=date(2018, 5, 19))
    assert said(
        Dialogue(id="dt-1", citizens=Figure.parse("38 công dân"), period=NOW),
        Dialogue(
            id="dt-2", citizens=Figure.parse("2 công dân"), resolved=Figure.parse("30 vụ việc"), period=NOW
        ),
        Dialogue(id="dt-3", citizens=Figure.parse("10 công dân"), period=THEN),
        PracticeModel(id="mh-1", name="Một", statuses=(registered,)),
        PracticeModel(id="mh-2", name="Hai", statuses=(again, registered)),
        PracticeModel(id="mh-3", name="Ba", statuses=(undated,)),
        Award(id="kt-1", decision=by_decision, collectives=Figure.parse("5 tập thể"), period=NOW),
        Award(
            id="kt-2",
            collectives=Figure.parse("56 tập thể"),
            individuals=Figure.parse("70 cá nhân"),
            period=NOW,
        ),
        Award(id="kt-3", collectives=Figure.parse("9 tập thể"), period=NOW, status=AwardStatus.PROPOSED),
    ) == [
        "mô hình đã đăng ký: 2 mô hình, tăng 1 mô hình (100%) so với 1 mô hình của kỳ trước",
        "công dân được tiếp, đối thoại: 40 công dân, tăng 30 công dân (300%) so với 10 công dân của kỳ trước",
        "vụ việc đã giải quyết: 30 vụ việc, kỳ trước không có số liệu",
        "cá nhân được khen thưởng: 70 cá nhân, kỳ trước không có số liệu",
        "tập thể được khen thưởng: 56 tập thể, tăng 51 tập thể (1.020%) so với 5 tập thể của kỳ trước",
    ]


def test_a_figure_without_a_time_of_its_own_is_of_its_reports() -> None:
    report = Report(id="bc-1", organisation_id="tc-1", kind=ReportKind.ANNUAL, period=THEN)
    assert said(report, gift("a", "1 nhà", None, report_id="bc-1"), gift("b", "2 nhà")) == [
        "đã vận động, tiếp nhận: 2 nhà, tăng 1 nhà (100%) so với 1 nhà của kỳ trước"
    ]


def test_what_cannot_be_asked() -> None:
    programme = Programme(name="Học tập")
    for asked in ((THEN, Period(text="qua 4 năm")), (NOW, NOW), (NOW, Period(start=THEN.start, end=NOW.end))):
        with pytest.raises(OptionError):
            compare_periods(programme, *asked)
    with pytest.raises(WrongTypeError):
        compare_periods(programme, THEN, 2019)
    with pytest.raises(WrongTypeError):
        compare_periods("binh-son.json", THEN, NOW)


@given(programmes(most=12), st.sampled_from((1960, 2018, 2019, 2024)))
def test_any_programme_is_compared_in_either_order(programme: Programme, year: int) -> None:
    first = Period(start=date(1900, 1, 1), end=date(year, 6, 30))
    second = Period(start=date(year, 7, 1), end=date(2199, 12, 31))
    lines = compare_periods(programme, first, second)
    assert lines == compare_periods(programme, second, first)
    for line in lines:
        assert line.text() != line.text("en")
        if line.earlier is None or line.later is None:
            assert line.trend is Trend.CANNOT_TELL
        known = {record.id for record in programme.records()}
        assert {*line.earlier_ids, *line.later_ids, *line.unplaced} <= known


def test_errors_are_of_the_family() -> None:
    with pytest.raises(LamTheoBacError, match="compare/periods-overlap"):
        compare_periods(Programme(name="Học tập"), NOW, NOW)
