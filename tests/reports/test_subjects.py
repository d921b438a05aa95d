"""What figures speak of: names, organisations, deeds, times, and what percent are of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lamtheobac import (
    Approximation,
    Figure,
    PartialDate,
    Participation,
    ParticipationKind,
    Period,
    Programme,
    Subjects,
    Sureness,
    Theme,
    ThemeScope,
    Unit,
)
from lamtheobac.reports import Subject, find_subjects
from lamtheobac.reports.likeness import is_same_time
from lamtheobac.reports.organisation_words import find_organisations
from lamtheobac.reports.passages import read_passages
from lamtheobac.reports.period_words import find_times
from lamtheobac.reports.prose import read_prose
from lamtheobac.reports.recorded import list_recorded
from lamtheobac.reports.subject_words import Role
from lamtheobac.reports.weighing import to_base_measure, weigh
from lamtheobac.values.ids import RecordId


def only(text: str) -> Subject:
    """What the last figure of a text speaks of."""
    return find_subjects(text)[-1]


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        ("Mô hình “Hũ gạo” giúp 5 hộ.", "Hũ gạo", "mô hình"),
        ("Chương trình «Nâng bước em tới trường» giúp 5 em.", "Nâng bước em tới trường", "chương trình"),
        ("Các mô hình “Hũ gạo”, “Heo đất” giúp 5 hộ.", "Heo đất", "mô hình"),
        ("Phương châm “Nói đi đôi với làm”, đã giúp 5 hộ.", "", ""),
        ("Tặng 500 cuốn “Sổ tay đảng viên”.", "Sổ tay đảng viên", ""),
        ("Xây 5 nhà theo mô hình “Mái ấm”.", "Mái ấm", "mô hình"),
        ("Mô hình “Mái ấm” xây 5 nhà; khen 7 người.", "Mái ấm", "mô hình"),
        ("Mô hình “Mái ấm” đã có. Hội khen 7 người.", "Mái ấm", "mô hình"),
        ("Mô hình “Mái ấm” đã có.\n\nHội khen 7 người.", "", ""),
        ("“Hũ gạo” rồi theo phương châm “Nói là làm” giúp 5 hộ.", "Hũ gạo", ""),
        ("Mô hình “Hũ gạo” đã có; giúp 5 hộ theo mô hình “Heo đất”.", "Heo đất", "mô hình"),
        ("“" + "rất hay " * 22 + "” giúp 5 hộ.", "", ""),
        ("Bà con xóm dưới ai cũng nhớ mãi “Mái ấm” giúp 5 hộ.", "Mái ấm", ""),
    ],
)
def test_the_name_is_the_nearest_one(text: str, name: str, called: str) -> None:
    subject = only(text)
    assert (subject.name, subject.called) == (name, called)


@pytest.mark.parametrize(
    ("text", "sureness"),
    [
        ("Mô hình “Hũ gạo” giúp 5 hộ.", Sureness.SURE),
        ("Đã giúp 5 hộ.", Sureness.LIKELY),
        ("Mô hình “Hũ gạo” ra đời. Đến nay đã giúp 5 hộ.", Sureness.LIKELY),
        ("Mô hình “Hũ gạo” ra đời. Hội giúp 5 hộ.", Sureness.UNSURE),
        ("Còn 5 hộ.", Sureness.UNSURE),
    ],
)
def test_the_answer_says_how_sure_it_is(text: str, sureness: Sureness) -> None:
    assert only(text).sureness is sureness


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("qua 4 năm vận động 5 tỷ đồng", "qua 4 năm"),
        ("6 tháng cuối năm 2023 xây 5 nhà", "2023-07 2023-12"),
        ("chín tháng đầu năm xây 5 nhà", " "),
        ("quý III/2024 xây 5 nhà", "2024-07 2024-09"),
        ("tháng 6/2019 xây 5 nhà", "2019-06 2019-06"),
        ("từ năm 2016 đến nay xây 5 nhà", "2016 "),
        ("nhiệm kỳ 2020-2015 xây 5 nhà", "2015 2020"),
        ("xây 5 nhà trong năm 2021", "2021 2021"),
        ("xây 5 nhà, tăng so với năm 2021", ""),
        ("\u0130 xây 5 nhà trong năm 2021", "2021 2021"),
        ("xây 5 nhà. Năm 2021", ""),
        ("Hội thi “Kể chuyện về Bác năm 2021” có 5 đội", ""),
    ],
)
def test_the_time_is_that_of_the_sentence(text: str, words: str) -> None:
    period = only(text).period
    said = "" if period is None else f"{period.start or ''} {period.end or ''}"
    assert (period.text if period is not None and period.length else said) == words


def test_a_letter_whose_small_form_is_longer_moves_no_time() -> None:
    (time,) = find_times(read_prose("\u0130\u0130 năm 2021"))
    assert (time.start, time.end) == (3, 11)


def test_percent_are_of_what_follows() -> None:
    assert only("Đạt 90% số hộ trong xã.").of == "số hộ"
    assert only("Đạt 90%, trong xã.").of == ""
    assert only("Đạt 90 hộ.").of == ""
    assert only("Có 40% là hộ nghèo.").of == "là hộ nghèo"


def test_organisations_end_where_their_names_do() -> None:
    long = "Hội " + "Bình " * 20
    named = [
        each.name
        for each in find_organisations(read_passages(f"{long}. Huyện ủy, Trường THCS Ba Vì có 5 lớp."))
    ]
    assert named == [("Hội " + "Bình " * 13).strip(), "Trường THCS Ba Vì"]


def test_a_measure_too_large_for_a_smaller_unit_stays() -> None:
    large = Figure.of(Decimal(10) ** 16, Unit.KM)
    assert to_base_measure(large) is large
    fraction = Figure(value=Decimal(1), unit=Unit.KM, out_of=3)
    assert to_base_measure(fraction) is fraction
    assert weigh(Figure.parse("5 hộ"), Figure.parse("5 km")) == "cannot_tell"


def test_two_claims_open_on_one_side_do_not_contradict() -> None:
    assert weigh(Figure.parse("tối đa 10 hộ"), Figure.parse("tối đa 12 hộ")) == "loose"


def test_what_a_figure_by_hand_says_less_well_is_what_a_report_can_repeat() -> None:
    by_hand = Figure(
        value=Decimal(250), unit=Unit.PERSON, approximation=Approximation.MORE_THAN, step=Decimal(100)
    )
    assert str(by_hand) == "hơn 200 người"
    assert weigh(Figure.parse("hơn 200 người dân"), by_hand) == "agrees"
    assert weigh(Figure.parse("hơn 900 người dân"), by_hand) == "contradicts"


def test_two_times_are_one_that_end_alike_or_are_said_alike() -> None:
    said = Period(text="từ đầu năm 2019", end=PartialDate(2019, 6))
    assert is_same_time(Period(text="năm 2019"), said)
    assert is_same_time(Period(end=PartialDate(2019, 6)), said)
    assert not is_same_time(Period(length=Figure.of(4, Unit.YEAR)), said)


def test_a_fraction_is_its_share_and_both_its_counts() -> None:
    theme = Theme(id=RecordId("cd"), title="Tôn trọng Nhân dân", scope=ThemeScope.YEAR)
    part = Participation(
        id=RecordId("tg"),
        kind=ParticipationKind.STUDIED,
        subjects=Subjects.MEMBERS,
        of_id=theme.id,
        count=Figure.parse("9/10 đảng viên"),
    )
    found = list_recorded(Programme(name="Học tập").put(theme, part))
    assert [str(each.figure) for each in found] == ["9/10 đảng viên", "9 đảng viên", "10 đảng viên"]
    assert {each.topics for each in found} == {frozenset({"cd"})}


def test_things_are_weighed_by_nouns_that_are_alike() -> None:
    claim, recorded = (
        Figure.of(5, Unit.ITEM, noun="tuyến đường hoa"),
        Figure.of(5, Unit.ITEM, noun="tuyến đường"),
    )
    assert weigh(claim, recorded) == "agrees"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Nhu cầu khám bệnh, cấp thuốc cho 160 lượt người.", Role.TARGET),
        ("Chỉ tiêu của toàn huyện trong cả năm nay là giúp đỡ cho 160 hộ.", Role.RESULT),
        ("Đã làm 4 km đường (trước đó là 2 km).", Role.BEFORE),
        ("Mở rộng từ 2 m lên 4 m.", Role.RESULT),
    ],
)
def test_what_a_figure_is_among_others(text: str, role: Role) -> None:
    assert only(text).role is role


def test_what_something_rose_from_was_before() -> None:
    assert [subject.role for subject in find_subjects("Nâng từ 2 km đường lên 4 km.")] == [
        Role.BEFORE,
        Role.RESULT,
    ]


@pytest.mark.parametrize(
    ("text", "first_day", "last_day", "length"),
    [
        ("Từ 01/7/2024 đến 31/12/2024 (trong 6 tháng), giúp 5 hộ.", "2024-07-01", "2024-12-31", "6 tháng"),
        ("Từ đầu năm 2021 (trong 4 năm), giúp 5 hộ.", "2021-01-01", "None", "4 năm"),
        ("Đến hết năm 2023, giúp 5 hộ.", "None", "2023-12-31", "None"),
        ("Tính đến tháng 9/2023, giúp 5 hộ.", "None", "2023-09-30", "None"),
        ("Từ tháng 7 năm 2023 đến tháng 6/2024, giúp 5 hộ.", "2023-07-01", "2024-06-30", "None"),
        ("Từ 31/12/2024 đến 01/7/2024, giúp 5 hộ.", "None", "None", "None"),
        ("Đến 13/2023, giúp 5 hộ.", "None", "None", "None"),
        ("Qua 2 năm (trong 18 tháng), giúp 5 hộ.", "None", "None", "18 tháng"),
        ("18 tháng, cấp ủy giúp 5 hộ.", "None", "None", "18 tháng"),
    ],
)
def test_days_and_lengths_of_time(text: str, first_day: str, last_day: str, length: str) -> None:
    period = only(text).period
    assert period is not None
    assert (str(period.first_day), str(period.last_day), str(period.length)) == (first_day, last_day, length)
