"""Time: figures stay where they were reported, before the reform of 1 July 2025 and since."""

# mypy: disable-error-code="arg-type"
# Ids are plain texts here.

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    Body,
    BodyKind,
    Contribution,
    Figure,
    FigureError,
    Money,
    OrganisationKind,
    PartyOrganisation,
    Period,
    Programme,
    RecordError,
    Report,
    ReportKind,
    Stage,
    Succession,
    Unit,
    WrongTypeError,
    check,
    example,
    heirs_of,
    told_under,
)
from lamtheobac.records.tree import walk_below
from lamtheobac.values.lineage import Step, follow

REFORM = date(2025, 7, 1)
DISTRICT, TRI, TUONG, DONG = "tc-binh-son", "tc-xa-binh-tri", "tc-xa-van-tuong-2025", "tc-xa-dong-son-2025"


def gift(id_: str, by: str, dong: int, year: int, months: tuple[int, int]) -> Contribution:
    start, end = months
    last = date(year, 12, 31) if end == 12 else date.fromordinal(date(year, end + 1, 1).toordinal() - 1)
    return Contribution(
        id=id_,
        gift=Figure.of(dong, Unit.VND),
        raised_by_id=by,
        stage=Stage.RECEIVED,
        period=Period(start=date(year, start, 1), end=last),
    )


def programme(*more: object) -> Programme:
    """Bình Sơn as packaged, with what was given in 2025 before the reform and after it."""
    cell = PartyOrganisation(
        id="tc-chi-bo-thon-1", name="Chi bộ thôn 1", kind=OrganisationKind.CELL, parent_id=TRI
    )
    empty = example()
    empty = empty.drop(*(each.id for each in empty.contributions), *(each.id for each in empty.outcomes))
    return empty.put(
        cell,
        gift("dg-huyen", DISTRICT, 1_000_000, 2025, (1, 6)),
        gift("dg-tri", TRI, 20_000, 2025, (1, 6)),
        gift("dg-thon-truoc", "tc-chi-bo-thon-1", 3_000, 2025, (4, 6)),
        gift("dg-thon-sau", "tc-chi-bo-thon-1", 400, 2025, (7, 12)),
        gift("dg-tuong", TUONG, 50, 2025, (7, 12)),
        gift("dg-dong", DONG, 6, 2025, (7, 12)),
        *more,
    )


def dong(programme: Programme, organisation_id: str) -> int:
    totals = told_under(programme, organisation_id).totals
    return sum(int(total.figure.value or 0) for total in totals)


def test_the_same_figures_are_told_under_the_district_before_and_the_communes_since() -> None:
    whole = programme()
    assert dong(whole, DISTRICT) == 1_023_000
    assert dong(whole, TRI) == 23_000
    assert dong(whole, TUONG) == 450
    assert dong(whole, DONG) == 6
    assert dong(whole, "tc-quang-ngai") == 1_023_000
    assert dong(whole, "tc-quang-ngai-2025") == 456
    # Nothing is lost, and nothing is told twice: what stood under one province stands under no other.
    assert sum(int(each.gift.value or 0) for each in whole.contributions) == 1_023_000 + 456


def test_the_cell_goes_on_under_the_commune_that_took_all_of_its_own_over() -> None:
    told = told_under(programme(), TUONG)
    assert {id_ for total in told.totals for id_ in total.ids} == {"dg-thon-sau", "dg-tuong"}
    assert told.outside == ()
    assert told.organisation_id == TUONG


def test_a_cell_of_a_unit_that_was_divided_stands_under_none_of_its_heirs() -> None:
    cell = PartyOrganisation(
        id="tc-chi-bo-co-quan",
        name="Chi bộ Văn phòng Huyện ủy",
        kind=OrganisationKind.CELL,
        parent_id=DISTRICT,
    )
    whole = programme(cell, gift("dg-van-phong", "tc-chi-bo-co-quan", 7_000_000, 2025, (7, 12)))
    for heir in heirs_of(whole, DISTRICT, REFORM):
        assert "dg-van-phong" not in {id_ for total in told_under(whole, heir.id).totals for id_ in total.ids}
    assert told_under(whole, DISTRICT).outside == ("dg-van-phong",)
    # The whole district lies in the new province, so that it is told there.
    assert dong(whole, "tc-quang-ngai-2025") == 7_000_456


def test_what_a_district_is_said_to_have_given_after_its_end_is_named_and_told_under_no_commune() -> None:
    whole = programme(gift("dg-muon", DISTRICT, 9, 2025, (7, 12)))
    told = told_under(whole, DISTRICT)
    assert told.outside == ("dg-muon",)
    assert "dg-muon" not in {id_ for total in told.totals for id_ in total.ids}
    assert dong(whole, TUONG) == 450


def test_a_figure_of_no_known_day_stays_with_who_reported_it() -> None:
    whole = programme(
        Contribution(id="dg-khong-ngay", gift=Figure.of(5, Unit.VND), raised_by_id=TRI, stage=Stage.RECEIVED)
    )
    assert dong(whole, TRI) == 23_005
    assert dong(whole, DISTRICT) == 1_023_005
    assert dong(whole, TUONG) == 450


def test_who_reported_stands_for_who_raised_and_a_body_for_its_host() -> None:
    fund = Body(id="cq-quy", name="Quỹ", kind=BodyKind.FUND, host_id=TRI)
    report = Report(id="bc-tri", kind=ReportKind.ANNUAL, organisation_id=TRI, period=Period.of_year(2024))
    whole = programme(
        fund,
        report,
        gift("dg-quy", "cq-quy", 100_000_000, 2025, (1, 6)),
        Contribution(id="dg-bc", gift=Figure.of(1, Unit.VND), stage=Stage.RECEIVED, report_id="bc-tri"),
        Contribution(id="dg-ai", gift=Figure.of(2, Unit.VND), stage=Stage.RECEIVED),
        gift("dg-la", "cq-khong-co", 3, 2025, (1, 6)),
    )
    assert dong(whole, TRI) == 100_023_001


def test_a_ring_of_organisations_is_gone_round_once() -> None:
    ring = [
        PartyOrganisation(id=one, name="Chi bộ", kind=OrganisationKind.CELL, parent_id=other)
        for one, other in (("tc-a", "tc-b"), ("tc-b", "tc-a"))
    ]
    whole = Programme(name="Chương trình").put(*ring, gift("dg-a", "tc-a", 5, 2020, (1, 12)))
    assert dong(whole, "tc-a") == dong(whole, "tc-b") == 5


def test_totals_under_an_organisation_take_the_same_choices_as_any_totals() -> None:
    whole = programme(
        Contribution(id="dg-cong", gift=Figure.of(8, Unit.LABOUR_DAY), raised_by_id=TRI, stage=Stage.PLEDGED)
    )
    assert [str(each.figure) for each in told_under(whole, DISTRICT, unit=Unit.LABOUR_DAY).totals] == [
        "8 ngày công"
    ]
    assert [str(each.figure) for each in told_under(whole, DISTRICT, stage=Stage.PLEDGED).totals] == [
        "8 ngày công"
    ]
    quarter = Period(start=date(2025, 4, 1), end=date(2025, 6, 30))
    (total,) = told_under(whole, DISTRICT, unit=Unit.VND, period=quarter).totals
    assert (total.ids, total.unplaced) == (("dg-thon-truoc",), ("dg-huyen", "dg-tri"))


def test_heirs_by_the_records() -> None:
    whole = example()
    assert heirs_of(whole, DISTRICT, date(2025, 6, 30)) == ((DISTRICT, True),)
    assert [heir.id for heir in heirs_of(whole, DISTRICT, REFORM)] == [
        "tc-xa-binh-son-2025",
        "tc-xa-van-tuong-2025",
        "tc-xa-dong-son-2025",
        "tc-xa-binh-minh-2025",
        "tc-xa-binh-chuong-2025",
    ]
    assert heirs_of(whole, "tc-xa-binh-tan", REFORM) == ((DONG, True),)
    ended = whole.put(Succession(id="sn-x", old_ids=(TUONG,), on=date(2030, 1, 1)))
    assert heirs_of(ended, TRI, date(2030, 1, 1)) == ()
    body = Programme(name="Chương trình").put(Body(id="cq-1", name="Quỹ", kind=BodyKind.FUND))
    assert heirs_of(body, "cq-1", REFORM) == (("cq-1", True),)


def test_questions_about_nobody_are_refused() -> None:
    for ask in (lambda: heirs_of(example(), "tc-hue", REFORM), lambda: told_under(example(), "cq-hue")):
        with pytest.raises(RecordError) as caught:
            ask()
        assert caught.value.code == "id/unknown"
    with pytest.raises(WrongTypeError):
        heirs_of(example(), DISTRICT, "2025-07-01")


def test_the_reform_makes_no_finding_of_its_own() -> None:
    assert not [each for each in check(programme()) if each.path[-1] == "raised_by_id"]


# Shares


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("hơn 6,2 tỷ đồng", "figure/not-divisible"),
        ("6,2 tỷ đồng", "figure/not-divisible"),
        ("90%", "figure/not-divisible"),
        ("từ 10 đến 20 nhà", "figure/not-divisible"),
        ("30/38 vụ việc", "figure/not-divisible"),
        ("5.000 đồng/tháng", "figure/not-divisible"),
        ("129 nhà", "figure/share-is-not-whole"),
    ],
)
def test_what_cannot_be_divided_in_half(words: str, code: str) -> None:
    with pytest.raises(FigureError) as caught:
        Figure.parse(words).divide({TUONG: Fraction(1, 2), DONG: Fraction(1, 2)})
    assert caught.value.code == code


@pytest.mark.parametrize(
    "shares",
    [
        {},
        {"a": Fraction(1, 2)},
        {"a": Fraction(1, 2), "b": Fraction(2, 3)},
        {"a": Fraction(3, 2), "b": Fraction(-1, 2)},
    ],
)
def test_shares_that_are_no_whole_are_refused(shares: dict[str, Fraction]) -> None:
    with pytest.raises(FigureError) as caught:
        Figure.of(120, Unit.HOUSE).divide(shares)
    assert caught.value.code == "figure/shares-are-no-whole"


@pytest.mark.parametrize("share", [1, Decimal(1), 1.0, "1"])
def test_a_share_is_a_fraction(share: object) -> None:
    with pytest.raises(WrongTypeError):
        Figure.of(120, Unit.HOUSE).divide({"a": share})  # type: ignore[dict-item]


def test_parts_keep_the_unit_and_the_noun_and_lose_the_words() -> None:
    parts = Figure.parse("678 hộ nghèo").divide({"a": Fraction(2, 3), "b": Fraction(1, 3), "c": Fraction(0)})
    assert [str(part) for part in parts.values()] == ["452 hộ nghèo", "226 hộ nghèo", "0 hộ nghèo"]
    half = Figure.of(Decimal("1.5"), Unit.HA).divide({"a": Fraction(1, 4), "b": Fraction(3, 4)})
    assert [part.value for part in half.values()] == [Decimal("0.375"), Decimal("1.125")]
    with pytest.raises(FigureError):
        Figure.of(1, Unit.HA).divide({"a": Fraction(1, 3), "b": Fraction(2, 3)})
    assert Money(int(parts["a"].value or 0)) == Money(452)


@given(st.integers(0, 10**9), st.lists(st.integers(0, 100), min_size=1, max_size=5).filter(any))
def test_the_parts_are_the_whole(count: int, weights: list[int]) -> None:
    figure = Figure.of(count * sum(weights), Unit.PERSON)
    shares = {place: Fraction(weight, sum(weights)) for place, weight in enumerate(weights)}
    parts = figure.divide(shares)
    assert Figure.sum(parts.values()) == figure
    assert [part.value for part in parts.values()] == [count * weight for weight in weights]


def test_a_line_of_successions_is_followed_day_by_day() -> None:
    day, next_day = date(2020, 1, 1), date(2020, 1, 2)
    steps = [
        Step(next_day, ("b",), ("c",)),
        Step(day, ("a",), ("b", "x")),
        Step(next_day, ("x",), ("c",)),
        Step(next_day, ("z",), ("z2",)),
    ]
    assert follow("a", steps, date(2019, 12, 31)) == ({"a": True}, ())
    assert follow("a", steps, day) == ({"b": False, "x": False}, (steps[1],))
    # Both parts came together again; whether nothing else happened to them in between, nobody says.
    heirs, touched = follow("a", steps, next_day)
    assert heirs == {"c": False}
    assert set(touched) == set(steps[:3])
    assert follow("a", [Step(day, ("a",), ())], day)[0] == {}
    one_day = [Step(day, ("a",), ("b",)), Step(day, ("a", "q"), ("c",))]
    assert follow("a", one_day, day)[0] == {"b": False, "c": False}


@pytest.mark.parametrize("parents", [("tc-b", "tc-a"), ("tc-a", "tc-a"), (None, "tc-a")], ids=str)
def test_who_stands_below_depends_on_no_order(parents: tuple[str | None, str | None]) -> None:
    first, second = (
        PartyOrganisation(id=each, name=each, kind=OrganisationKind.COMMUNE, parent_id=parent)
        for each, parent in zip(("tc-a", "tc-b"), parents, strict=True)
    )
    for organisations in ([first, second], [second, first]):
        assert [each.id for each in walk_below(organisations, "tc-a")] == ["tc-b"]
        assert list(walk_below(organisations, "tc-c")) == []
