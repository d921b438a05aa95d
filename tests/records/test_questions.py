"""What a programme answers: totals, coverage, awards, completeness."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_strategies import read_figures
from lamtheobac import (
    Accrual,
    Activity,
    ActivityKind,
    Award,
    AwardForm,
    AwardStatus,
    Contribution,
    Figure,
    OptionError,
    OrganisationKind,
    Participation,
    ParticipationKind,
    PartyOrganisation,
    Period,
    PracticeModel,
    Programme,
    Report,
    ReportKind,
    Stage,
    Subjects,
    Unit,
)

if TYPE_CHECKING:
    from lamtheobac.records.totals import Grouping

EMPTY = Programme(name="Bình Sơn")
JUNE = Period(end=date(2019, 6, 30))


def gift(name: Any, words: str, **fields: Any) -> Contribution:
    return Contribution(id=name, gift=Figure.parse(words), **fields)


def totals(*contributions: Contribution, **options: Any) -> list[tuple[str | None, str, str]]:
    """The key, stage and figure of every total."""
    found = EMPTY.put(*contributions).totals(**options)
    return [(each.key, each.stage.value, str(each.figure)) for each in found]


def test_increments_add() -> None:
    assert totals(gift("a", "hơn 6,2 tỷ đồng"), gift("b", "1.000.000.000 đồng")) == [
        ("VND", "unstated", "hơn 7,2 tỷ đồng")
    ]


def test_stages_never_mix_and_unlike_units_never_add() -> None:
    assert totals(
        gift("a", "5 triệu đồng", stage=Stage.PLEDGED),
        gift("b", "3 triệu đồng", stage=Stage.RECEIVED),
        gift("c", "8.458 ngày công", stage=Stage.RECEIVED),
        gift("d", "40 hũ gạo", stage=Stage.RECEIVED),
        gift("e", "3 con heo đất", stage=Stage.RECEIVED),
        gift("f", "300.000 đồng/tháng", stage=Stage.RECEIVED),
    ) == [
        ("VND", "pledged", "5 triệu đồng"),
        ("VND", "received", "3 triệu đồng"),
        ("VND", "received", "300.000 đồng/tháng"),
        ("item", "received", "3 con heo đất"),
        ("item", "received", "40 hũ gạo"),
        ("labour_day", "received", "8.458 ngày công"),
    ]


def test_of_a_cumulative_series_the_latest_counts() -> None:
    model: Any = "mh-tiet-kiem"
    until = {year: Period(end=date(year, 12, 31)) for year in (2018, 2019)}
    series = {"to_id": model, "accrual": Accrual.CUMULATIVE}
    programme = EMPTY.put(
        gift("a", "1,2 tỷ đồng", period=until[2018], **series),
        gift("b", "1,5 tỷ đồng", period=until[2019], **series),
        gift("c", "1 triệu đồng", to_id=model, period=until[2018]),
        gift("d", "2.000.000 đồng", to_id=model, period=Period.of_year(2020)),
        gift("e", "4 triệu đồng", to_id=model),
    )
    (total,) = programme.totals()
    assert (total.ids, total.replaced, total.unplaced) == (("b", "d"), ("a", "c"), ("e",))
    assert total.figure.value == 1_502_000_000


def test_two_cumulative_figures_without_a_day_are_never_added() -> None:
    thrift = {"to_id": "mh-tiet-kiem", "accrual": Accrual.CUMULATIVE}
    programme = EMPTY.put(
        gift("later", "hơn 1,2 tỷ đồng", **thrift), gift("june", "hơn 1,5 tỷ đồng", period=JUNE, **thrift)
    )
    (total,) = programme.totals()
    assert (str(total.figure), total.ids, total.unplaced) == ("hơn 1,5 tỷ đồng", ("june",), ("later",))
    undated = EMPTY.put(gift("a", "1 tỷ đồng", **thrift), gift("b", "2 tỷ đồng", **thrift))
    (total,) = undated.totals()
    assert (total.ids, total.unplaced) == (("a",), ("b",))


def test_a_report_places_its_contributions() -> None:
    programme = EMPTY.put(
        Report(id="bc", organisation_id="tc", kind=ReportKind.ANNUAL, period=Period.of_year(2019)),  # type: ignore[arg-type]
        gift("a", "1 triệu đồng", report_id="bc"),
        gift("b", "2 triệu đồng"),
    )
    by_year = [(each.key, str(each.figure)) for each in programme.totals(by="period")]
    assert by_year == [("2019", "1 triệu đồng"), (None, "2 triệu đồng")]
    assert [each.key for each in programme.totals(by="organisation")] == ["tc", None]
    (only,) = programme.totals(period=Period.of_year(2019))
    assert (only.ids, only.unplaced) == (("a",), ("b",))
    assert programme.totals(period=Period.of_year(2018)) == ()


@pytest.mark.parametrize(
    ("start", "end", "counted", "unplaced"),
    [
        (date(2019, 1, 1), date(2019, 12, 31), 1, 0),
        (date(2018, 12, 31), date(2019, 12, 31), 0, 0),
        (date(2018, 1, 1), date(2018, 12, 31), 0, 0),
        (date(2020, 1, 1), date(2020, 12, 31), 0, 0),
        (None, date(2019, 6, 1), 0, 0),
    ],
)
def test_a_period_takes_what_lies_in_it(start: date | None, end: date, counted: int, unplaced: int) -> None:
    found = EMPTY.put(gift("a", "5 hộ", period=Period(start=start, end=end))).totals(
        period=Period.of_year(2019)
    )
    assert sum(len(total.ids) for total in found) == counted
    assert sum(len(total.unplaced) for total in found) == unplaced


def test_totals_by_model_follow_activities() -> None:
    name: Any = "mh"
    activity: Any = "hd"
    programme = EMPTY.put(
        PracticeModel(id=name, name="Ngôi nhà cấp ủy"),
        Activity(id=activity, kind=ActivityKind.WORKS_DRIVE, name="Ra quân", model_id=name),
        gift("a", "1 triệu đồng", to_id="mh"),
        gift("b", "2 triệu đồng", to_id="hd"),
        gift("c", "4 triệu đồng", to_id="quy"),
        gift("d", "8 triệu đồng", raised_by_id="tc", to_id="mh"),
    )
    by_model = [(each.key, each.ids) for each in programme.totals(by="model")]
    assert by_model == [("mh", ("a", "b", "d")), (None, ("c",))]
    assert [each.key for each in programme.totals(by="organisation")] == ["tc", None]
    assert [each.key for each in programme.totals(by="stage")] == ["unstated"]
    assert programme.totals(stage=Stage.SPENT) == programme.totals(unit=Unit.TREE) == ()


def test_what_nobody_can_name_stands_alone() -> None:
    nameless = Figure.of(3, Unit.ITEM)
    share = Figure.share(3, out_of=4, unit=Unit.HOUSEHOLD)
    name: Any = "a"
    other: Any = "b"
    for figure in (nameless, share):
        found = EMPTY.put(Contribution(id=name, gift=figure), Contribution(id=other, gift=figure)).totals()
        assert [len(total.ids) for total in found] == [1, 1]


@given(st.lists(st.tuples(read_figures(), st.sampled_from(Stage), st.sampled_from(Accrual)), max_size=8))
def test_every_contribution_is_counted_replaced_or_named_as_unplaced(
    gifts: list[tuple[Figure, Stage, Accrual]],
) -> None:
    records: Any = [
        Contribution(id=f"dg-{place}", gift=figure, stage=stage, accrual=accrual)  # type: ignore[arg-type]
        for place, (figure, stage, accrual) in enumerate(gifts)
        if figure.unit is not Unit.PERCENT
    ]
    programme = EMPTY.put(*records)
    groupings: tuple[Grouping, ...] = ("unit", "stage", "model", "organisation", "period")
    for by in groupings:
        told = [
            name
            for total in programme.totals(by=by)
            for name in (*total.ids, *total.replaced, *total.unplaced)
        ]
        assert sorted(told) == sorted(record.id for record in records)


def test_awards_are_counted_by_what_one_asks() -> None:
    def award(name: Any, **fields: Any) -> Award:
        return Award(id=name, **fields)

    programme = EMPTY.put(
        award("a", form=AwardForm.COMMENDATION, collectives=Figure.parse("56 tập thể")),
        award("b", form=AwardForm.COMMENDATION, individuals=Figure.parse("70 cá nhân")),
        award("c", form=AwardForm.PRAISE, individuals=Figure.parse("hơn 20 cá nhân")),
        award("d", recipients=Figure.parse("28 tập thể")),
        award("e", recipients=Figure.parse("12 cá nhân"), status=AwardStatus.REVOKED),
    )
    by_form = programme.awards_by("form")
    assert [(each.key, each.ids) for each in by_form] == [
        ("commendation", ("a", "b")),
        ("praise", ("c",)),
        ("unstated", ("d",)),
    ]
    assert str(by_form[0].collectives) == "56 tập thể"
    assert by_form[1].collectives is None
    by_recipient = {each.key: each for each in programme.awards_by("recipient")}
    assert set(by_recipient) == {"collectives", "individuals", "recipients"}
    assert str(by_recipient["individuals"].individuals) == "hơn 90 cá nhân"
    assert by_recipient["individuals"].collectives is None
    assert [each.key for each in programme.awards_by("level")] == [None]


@pytest.mark.parametrize(
    "figures",
    [
        ("5 tập thể", "6 đơn vị"),
        ("3 con bò", "4 con dê"),
        ("5%", "6%"),
        ("1/2 hộ", "1/2 hộ"),
        ("3 tập thể/năm", "4 tập thể/năm"),
    ],
)
def test_what_does_not_add_is_left_unsaid(figures: tuple[str, str]) -> None:
    names: Any = ("a", "b")
    awards = [
        Award(id=name, recipients=Figure.parse(words)) for name, words in zip(names, figures, strict=True)
    ]
    (count,) = EMPTY.put(*awards).awards_by("form")
    assert count.recipients is None


def test_what_is_named_alike_adds() -> None:
    names: Any = ("a", "b")
    awards = [
        Award(id=name, recipients=Figure.parse(words))
        for name, words in zip(names, ("3 gương điển hình", "4 Gương điển hình"), strict=True)
    ]
    (count,) = EMPTY.put(*awards).awards_by("form")
    assert str(count.recipients) == "7 gương điển hình"


def test_groupings_that_do_not_exist() -> None:
    with pytest.raises(OptionError):
        EMPTY.totals(by="năm")  # type: ignore[arg-type]
    with pytest.raises(OptionError):
        EMPTY.awards_by("năm")  # type: ignore[arg-type]


def organisation(name: Any, parent: Any = None, **fields: Any) -> PartyOrganisation:
    return PartyOrganisation(
        id=name, name=f"Tổ chức {name}", kind=OrganisationKind.CELL, parent_id=parent, **fields
    )


def test_coverage_is_stated_and_recomputed() -> None:
    model: Any = "mh"
    lead: Any = "xa-1"
    runs = {"kind": ParticipationKind.RUNS_MODEL, "subjects": Subjects.ORGANISATIONS, "of_id": model}
    tree = [organisation("tinh"), organisation("huyen", "tinh"), organisation("xa-1", "huyen")]
    tree += [
        organisation("xa-2", "huyen"),
        organisation("huyen-khac", "tinh"),
        organisation("xa-3", "huyen-khac"),
    ]
    committee: Any = "huyen"
    name: Any = "tg"
    programme = Programme(name="Bình Sơn", committee_id=committee, organisations=tree).put(
        PracticeModel(id=model, name="Tiết kiệm", lead_id=lead, participant_ids=("xa-3", "hoi")),  # type: ignore[arg-type]
        Participation(id=name, count=Figure.parse("100%"), **runs),
    )
    (coverage,) = programme.coverage()
    assert (str(coverage.stated), str(coverage.recomputed)) == ("100%", "1/2 tổ chức")
    for fields in ({"subjects": Subjects.MEMBERS}, {"kind": ParticipationKind.STUDIED}, {"of_id": None}):
        (other,) = programme.replace("tg", **fields).coverage()
        assert other.recomputed is None
    (nobody,) = programme.replace("mh", lead_id=None, participant_ids=()).coverage()
    assert nobody.recomputed is None
    (all_of_them,) = (
        Programme(name="x", organisations=tree).put(*programme.models, *programme.participations).coverage()
    )
    assert str(all_of_them.recomputed) == "2/6 tổ chức"


def report(name: Any, who: Any, due: date | None, submitted: date | None, year: int = 2019) -> Report:
    return Report(
        id=name,
        organisation_id=who,
        kind=ReportKind.ANNUAL,
        period=Period.of_year(year),
        due_on=due,
        submitted_on=submitted,
    )


def test_who_must_report_has_on_time_and_has_not() -> None:
    due, late = date(2019, 12, 10), date(2019, 12, 11)
    committee: Any = "huyen"
    gone = organisation("xa-0", "huyen", life=Period(end=date(2019, 1, 31)))
    tree = [organisation("huyen"), gone, *(organisation(f"xa-{number}", "huyen") for number in range(1, 6))]
    programme = Programme(name="Bình Sơn", committee_id=committee, organisations=tree).put(
        report("a", "xa-1", due, due),
        report("b", "xa-2", due, late),
        report("c", "xa-3", due, None),
        report("d", "xa-4", None, late),
        report("e", "doan", due, due),
        report("f", "xa-5", due, due, year=2018),
    )
    told = programme.completeness(Period.of_year(2019))
    assert told.expected == ("xa-1", "xa-2", "xa-3", "xa-4", "xa-5", "doan")
    assert told.submitted == ("xa-1", "xa-2", "xa-4", "doan")
    assert (told.on_time, told.late) == (("xa-1", "doan"), ("xa-2",))
    assert told.missing == ("xa-3", "xa-5")
    assert Programme(name="x").put(*programme.reports).completeness(Period(text="qua 4 năm")).expected == ()
