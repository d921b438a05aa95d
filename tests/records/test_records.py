"""The records of the programme: what each can hold, and what no true record can say."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lamtheobac as ltb
from lamtheobac import (
    Activity,
    Award,
    Beneficiaries,
    Body,
    Contribution,
    Figure,
    Money,
    Observation,
    Occasion,
    OccasionKind,
    Outcome,
    Participation,
    Person,
    PracticeModel,
    RecordError,
    Recurrence,
    Succession,
    Theme,
    Weekday,
    WeekOfMonth,
)
from lamtheobac.formats.conversion import from_plain, to_plain
from lamtheobac.records.kinds import COLLECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(st.sampled_from(Weekday), st.sampled_from(WeekOfMonth), DAYS)
def test_a_weekly_day_falls_once_a_month_on_its_weekday(
    weekday: Weekday, week: WeekOfMonth, start: date
) -> None:
    rule = Recurrence(weekday=weekday, week=week)
    end = start + timedelta(days=400)
    days = list(rule.days(start, end))
    assert all(list(Weekday)[day.weekday()] is weekday for day in days)
    assert all(start <= day <= end for day in days)
    months = [(day.year, day.month) for day in days]
    assert len(months) == len(set(months))
    assert 12 <= len(months) <= 14


@given(DAYS)
def test_the_first_monday_is_the_first_one_there_is(start: date) -> None:
    first = start.replace(day=1)
    day = next(iter(Recurrence(weekday=Weekday.MONDAY).days(first, first + timedelta(days=31))))
    assert day.weekday() == 0
    assert day - first < timedelta(days=7)


@given(st.integers(2, 12), DAYS)
def test_every_so_many_months(months: int, start: date) -> None:
    rule = Recurrence(weekday=Weekday.FRIDAY, week=WeekOfMonth.LAST, months=months)
    days = list(rule.days(start.replace(day=1), start.replace(day=1) + timedelta(days=1500)))
    counted = [day.year * 12 + day.month for day in days]
    assert {later - earlier for earlier, later in pairwise(counted)} <= {months}
    assert all((day + timedelta(days=7)).month != day.month for day in days)


GOOD: Mapping[str, dict[str, Any]] = {
    "organisations": {"id": "tc-1", "name": "Chi bộ thôn 3", "kind": "cell", "official_members": 12},
    "bodies": {"id": "cq-1", "name": "Hội Liên hiệp Phụ nữ xã", "kind": "union", "aliases": ["Hội Phụ nữ xã"]},
    "successions": {"id": "kt-1", "old_ids": ["tc-1"], "new_ids": ["tc-2", "tc-3"], "on": "2025-07-01"},
    "themes": {"id": "cd-1", "title": "Tôn trọng dân", "scope": "year", "period": {"start": "2019", "end": "2019"}},
    "persons": {"id": "ng-1", "name": "Nguyễn Thị Hoa", "consent": True, "decision": {"number": "12-QĐ/HU"}},
    "reports": {"id": "bc-1", "organisation_id": "tc-1", "kind": "annual", "submitted_on": "2019-12"},
    "participations": {
        "id": "tg-1", "kind": "registered", "subjects": "members", "period": {"text": "2 năm"},
        "count": {"value": "9256", "unit": "person", "noun": "đảng viên", "out_of": 9918},
    },
    "models": {
        "id": "mh-1", "name": "Ngôi nhà cấp ủy", "field": "housing", "level": "district", "aliases": ["Nhà cấp ủy"],
        "statuses": [{"state": "registered", "on": "2016-02"}, {"state": "recognised", "by_id": "tc-1"}],
    },
    "activities": {
        "id": "hd-1", "kind": "ceremony", "name": "Chào cờ", "broadcast": "truyền thanh trực tiếp",
        "occasions": [{"kind": "tet"}, {"kind": "other", "text": "ngày hội của xã"}],
        "recurrence": {"weekday": "monday", "week": "last", "months": 3},
    },
    "contributions": {
        "id": "dg-1", "gift": {"value": "8458", "unit": "labour_day"}, "stage": "spent", "accrual": "cumulative",
        "note": "Dòng một.\nDòng hai.",
    },
    "outcomes": {
        "id": "kq-1", "kind": "roads", "figure": {"value": "4", "unit": "m"}, "before": {"value": "2.1", "unit": "m"},
        "aim": "target", "beneficiaries": [{"kind": "difficult", "count": {"value": "678", "unit": "household"}}],
    },
    "dialogues": {
        "id": "dt-1", "meetings": {"value": "85", "unit": "meeting"},
        "held_by": [{"role": "secretary", "organisation_id": "tc-1"}],
    },
    "awards": {
        "id": "kh-1", "form": "commendation", "system": "party", "bonus": 447000, "recipient_ids": ["ng-1"],
        "collectives": {"value": "56", "unit": "collective"}, "status": "revoked",
    },
    "observations": {"id": "nd-1", "kind": "lesson", "text": "Học đi đôi với làm."},
    "statements": {"id": "sl-1", "measure": "coverage", "figure": {"value": "100", "unit": "percent", "step": "1"}},
}  # fmt: skip


def test_every_collection_has_an_example_here() -> None:
    assert set(GOOD) == set(COLLECTIONS)


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_record_goes_into_a_file_and_comes_back(name: str) -> None:
    record = from_plain(GOOD[name], COLLECTIONS[name])
    plain = to_plain(record)
    assert plain == GOOD[name]
    assert from_plain(plain, COLLECTIONS[name]) == record
    programme = ltb.Programme(name="Bình Sơn").put(record)
    assert ltb.loads(ltb.dumps(programme)) == programme
    assert programme.find(record.id) is record


@pytest.mark.parametrize("name", COLLECTIONS)
def test_a_record_refuses_wrong_values_in_every_field(name: str) -> None:
    kind = COLLECTIONS[name]
    good = from_plain(GOOD[name], kind)
    for field in attrs.fields(kind):
        with pytest.raises(RecordError) as caught:
            attrs.evolve(cast("Any", good), **{field.name: 3.5})
        assert caught.value.issues[0].path == (field.name,)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: Occasion(kind=OccasionKind.OTHER), "activity/occasion-needs-words"),
        (lambda: Recurrence(weekday=Weekday.MONDAY, months=0), "number/not-between"),
        (lambda: Recurrence(weekday=cast("Any", "monday")), "type/wrong"),
        (lambda: Occasion(kind=cast("Any", "tet")), "type/wrong"),
        (lambda: from_plain({**GOOD["successions"], "old_ids": []}, Succession), "succession/nobody"),
        (
            lambda: from_plain(
                {**GOOD["contributions"], "gift": {"value": "5", "unit": "percent"}}, Contribution
            ),
            "contribution/no-amount",
        ),
        (
            lambda: from_plain({**GOOD["awards"], "individuals": {"value": "5", "unit": "house"}}, Award),
            "award/wrong-unit",
        ),
        (lambda: from_plain({**GOOD["awards"], "bonus": -1}, Award), "number/not-between"),
        (lambda: from_plain({**GOOD["persons"], "consent": 1}, Person), "type/wrong"),
        (lambda: from_plain({**GOOD["bodies"], "aliases": [""]}, Body), "text/empty"),
        (lambda: from_plain({**GOOD["themes"], "scope": "century"}, Theme), "record/unknown-code"),
    ],
)
def test_what_no_true_record_says(make: Any, code: str) -> None:
    with pytest.raises(RecordError) as caught:
        make()
    assert caught.value.code == code


def test_records_that_say_little_are_records() -> None:
    name: Any = "a"
    for record in (
        Activity(id=name, kind=ltb.ActivityKind.OTHER, name="Ra quân"),
        Award(id=name),
        Contribution(id=name, gift=Figure.parse("5 triệu đồng")),
        Observation(id=name, kind=ltb.ObservationKind.RESULT, text="Khá toàn diện."),
        Outcome(id=name, kind=ltb.OutcomeKind.HOUSES, figure=Figure.parse("129 nhà")),
        Participation(id=name, kind=ltb.ParticipationKind.STUDIED, subjects=ltb.Subjects.MEMBERS),
        PracticeModel(id=name, name="Nghe dân nói, nói dân tin"),
    ):
        assert to_plain(record)["id"] == "a"


def test_money_and_people_are_counted_apart() -> None:
    name: Any = "kh"
    award = Award(id=name, bonus=Money(447_000), recipients=Figure.parse("28 tập thể, cá nhân"))
    assert (award.collectives, award.individuals) == (None, None)
    assert Beneficiaries(kind=ltb.BeneficiaryKind.PUBLIC).count is None
