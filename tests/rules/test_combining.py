"""Combining: whatever the order, whatever was combined before; nothing lost, every clash told."""

# mypy: disable-error-code="arg-type"
# Ids are written as plain texts here.

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    Body,
    BodyKind,
    Contribution,
    Figure,
    LamTheoBacError,
    OrganisationKind,
    PartyOrganisation,
    Period,
    PracticeModel,
    Programme,
    Report,
    ReportKind,
    Theme,
    ThemeScope,
    WrongTypeError,
    check,
    dumps,
    example,
    loads,
)
from lamtheobac.records.combination import join_programmes
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.records.references import references, rename, spell_out
from lamtheobac.rules.combining import Combined, combine
from lamtheobac.testing import programmes

RECOGNISED = ("organisations", "bodies")


def with_few_ids(programme: Programme) -> Programme:
    """The same programme with ids that other programmes have too: tc-0, tc-1, mh-0 …"""
    names = {
        record.id: f"{name[:2]}-{place}"
        for name in COLLECTIONS
        for place, record in enumerate(getattr(programme, name))
    }
    collections: dict[str, Any] = {
        name: [
            rename(each, names[each.id], lambda named: names.get(named, "or-9"))
            for each in getattr(programme, name)
        ]
        for name in COLLECTIONS
    }
    committee: Any = names.get(programme.committee_id or "")
    return Programme(name=programme.name, committee_id=committee, period=programme.period, **collections)


@st.composite
def crowds(draw: st.DrawFn) -> list[Programme]:
    """Programmes that have ids in common: some for the same, some for other things, some for nothing they hold."""
    made = draw(st.lists(programmes(most=6, dangling=True).map(with_few_ids), min_size=1, max_size=3))
    for each in draw(st.lists(st.sampled_from(made), max_size=2)):
        ids = [record.id for record in each.records()]
        left = each.drop(*draw(st.lists(st.sampled_from(ids), unique=True, max_size=2))) if ids else each
        said = [record.id for record in left.records() if hasattr(record, "note")]
        if said:
            left = left.replace(
                draw(st.sampled_from(said)), note=draw(st.sampled_from(("ghi thêm", "ghi khác")))
            )
        made.append(left)
    return made


FEW_IDS = ("x-1", "x-2", "x-3", "x-4")
LIVES = st.sampled_from((None, None, Period(end=date(2025, 6, 30)), Period(start=date(2025, 7, 1))))


def of(kind: type[Any], /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(kind, id=st.just("x-0"), **fields)


MAYBE_ID = st.none() | st.sampled_from(FEW_IDS)
ALIKE = st.one_of(
    of(
        PartyOrganisation,
        name=st.sampled_from(("Đảng bộ xã Hòa Bình", "Đảng bộ xã Hoà Bình", "Đảng bộ xã An Bình")),
        kind=st.sampled_from((OrganisationKind.COMMUNE, OrganisationKind.COMMUNE, OrganisationKind.CELL)),
        unit_code=st.sampled_from(("", "21061", "21061", "21085")),
        official_members=st.sampled_from((None, 30, 32)),
        parent_id=MAYBE_ID,
        life=LIVES,
    ),
    of(Body, name=st.sampled_from(("Hội Phụ nữ", "Hội")), kind=st.just(BodyKind.UNION), host_id=MAYBE_ID),
    of(
        Theme,
        title=st.sampled_from(("Đoàn kết", "Nêu gương")),
        scope=st.just(ThemeScope.YEAR),
        issuer_id=MAYBE_ID,
    ),
    of(PracticeModel, name=st.just("Ngôi nhà cấp ủy"), lead_id=MAYBE_ID),
    of(
        Contribution,
        gift=st.sampled_from((Figure.parse("hơn 90 nhà"), Figure.parse("trên 90 nhà"))),
        to_id=MAYBE_ID,
        raised_by_id=MAYBE_ID,
    ),
)


@st.composite
def alike(draw: st.DrawFn) -> Programme:
    """A programme of few records, ids and names, so that most of it is in other programmes too."""
    records = [
        rename(draw(ALIKE), name, str)
        for name in draw(st.lists(st.sampled_from(FEW_IDS), unique=True, max_size=4))
    ]
    name = draw(st.sampled_from(("Bình Sơn", "Bình Minh")))
    return Programme(name=name, committee_id=draw(MAYBE_ID), period=draw(LIVES)).put(*records)


FEW = st.lists(alike(), min_size=1, max_size=4)
CROWDS = FEW | FEW | crowds()


def written(combined: Combined) -> tuple[str, Any]:
    return dumps(combined.programme), combined.findings


@given(CROWDS, st.data())
def test_the_order_does_not_matter(crowd: list[Programme], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(crowd))
    assert written(combine(shuffled)) == written(combine(crowd))


@given(CROWDS, st.data())
def test_what_was_combined_before_does_not_matter(crowd: list[Programme], data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(crowd)))
    first, rest = combine(crowd[:place]), crowd[place:]
    assert written(combine([first, *rest])) == written(combine(crowd))
    assert written(combine([combine(rest), first] if rest else [first])) == written(combine(crowd))


@given(CROWDS)
def test_twice_is_once_and_one_alone_is_itself(crowd: list[Programme]) -> None:
    whole = combine(crowd)
    assert written(combine([*crowd, *crowd])) == written(combine([whole, whole])) == written(whole)
    assert all(combine([each]).programme is each for each in crowd)


def bare(record: object) -> str:
    """What a record says, but for ids."""
    return spell_out(record, lambda _: "?", with_id=False)


@given(CROWDS)
def test_nothing_is_lost_and_references_follow(crowd: list[Programme]) -> None:
    whole = combine(crowd).programme
    assert loads(dumps(whole)) == whole
    for source in crowd:
        for name in COLLECTIONS:
            for record in getattr(source, name):
                if name not in RECOGNISED:
                    alike = [each for each in getattr(whole, name) if bare(each) == bare(record)]
                    assert any(_names_the_same(source, record, whole, each) for each in alike)


def _names_the_same(source: Programme, record: object, whole: Programme, found: object) -> bool:
    """Whether all that a record names is, in the whole, what it named in its source."""
    before, after = list(references(record)), list(references(found))
    if len({named for _, named in before}) != len({named for _, named in after}):
        return False  # two ids that became one shorten a list; such a pair is compared by its other copies
    for (_, old), (_, new) in zip(before, after, strict=False):
        meant, got = source.find(old), whole.find(new)
        if meant is not None and type(meant) is not type(got):
            return False
        if meant is not None and not isinstance(meant, PartyOrganisation | Body) and bare(meant) != bare(got):
            return False
    return True


def commune(name: str = "Đảng bộ xã Bình Minh", **fields: Any) -> Programme:
    """The file of a commune: itself, and what is said of it."""
    own = PartyOrganisation(id=fields.pop("id", "tc-1"), name=name, kind=OrganisationKind.COMMUNE, **fields)
    return Programme(name="Học tập", organisations=[own])


def codes(combined: Combined) -> list[str]:
    return [finding.code for finding in combined.findings]


def test_a_file_that_was_read_twice_is_kept_once() -> None:
    once = Programme(name="Bình Sơn").put(Theme(id="cd", title="Tôn trọng Nhân dân", scope=ThemeScope.YEAR))
    other = Programme(name="Bình Sơn").put(Theme(id="cd", title="Đại đoàn kết", scope=ThemeScope.YEAR))
    assert len(combine([once, loads(dumps(once)), other]).sources) == 2
    assert combine([once, loads(dumps(once))]).programme == once


def test_an_organisation_is_never_recognised_by_its_name_alone() -> None:
    both = combine([commune(id="tc-1"), commune(id="tc-2")])
    assert len(both.programme.organisations) == 2
    assert codes(both) == []


def test_an_id_alone_proves_nothing_either_and_references_follow() -> None:
    gift = Contribution(id="dg-1", gift=Figure.parse("129 nhà"), raised_by_id="tc-1")
    both = combine([commune("Đảng bộ xã Bình An"), commune("Đảng bộ xã Bình Minh").put(gift)])
    assert codes(both) == ["combine/id-of-several-records"] * 2
    raiser = both.programme.organisations[both.programme.contributions["dg-1"].raised_by_id or ""]
    assert raiser.name == "Đảng bộ xã Bình Minh"


def test_the_mark_is_the_committee_whose_file_it_was() -> None:
    crowd = [
        Programme(name="Học tập", committee_id=f"tc-{place}").put(
            PartyOrganisation(id=f"tc-{place}", name=f"Đảng bộ xã {place}", kind=OrganisationKind.COMMUNE),
            PracticeModel(id="mh-1", name=f"Mô hình {place}"),
        )
        for place in "ab"
    ]
    assert combine(crowd).programme.models.keys() == ("mh-1.tc-a", "mh-1.tc-b")


def test_a_long_id_with_its_mark_is_cut() -> None:
    crowd = [Programme(name=name, models=[PracticeModel(id="m" * 64, name=name)]) for name in ("Một", "Hai")]
    whole = combine(crowd).programme
    assert {len(each.id) for each in whole.models} == {64}


def test_id_and_code_make_one_and_the_name_may_differ() -> None:
    old, new = (
        commune("Đảng bộ xã Bình Minh", unit_code="21085"),
        commune("Đảng bộ xã Bình Mỹ", unit_code="21085"),
    )
    both = combine([old, new])
    assert [each.name for each in both.programme.organisations] == ["Đảng bộ xã Bình Minh"]
    assert [(each.code, each.path) for each in both.findings] == [
        ("combine/organisation-differs", ("organisations", "tc-1", "name"))
    ]


def test_code_and_name_make_one_of_two_ids() -> None:
    gift = Contribution(id="dg-1", gift=Figure.parse("129 nhà"), raised_by_id="tc-binh-minh")
    both = combine([commune(unit_code="21085"), commune(id="tc-binh-minh", unit_code="21085").put(gift)])
    (only,) = both.programme.organisations
    assert both.programme.contributions[0].raised_by_id == only.id == "tc-1"
    assert codes(both) == ["combine/organisation-with-several-ids"]


def test_a_code_used_again_is_another_organisation() -> None:
    before = commune(
        "Đảng bộ xã Bình Trị", id="tc-21061", unit_code="21061", life=Period(end=date(2025, 6, 30))
    )
    after = commune(
        "Đảng bộ xã Vạn Tường", id="tc-21061", unit_code="21061", life=Period(start=date(2025, 7, 1))
    )
    assert len(combine([before, after]).programme.organisations) == 2


def test_two_organisations_of_one_file_stay_two() -> None:
    two = commune(id="tc-1", unit_code="21085").put(*commune(id="tc-2", unit_code="21085").organisations)
    both = combine([two, commune(id="tc-1", unit_code="21085")])
    assert both.programme.organisations.keys() == ("tc-1", "tc-2")
    assert codes(both) == ["organisation/perhaps-one"]


def test_of_two_numbers_none_is_picked_unless_the_organisation_says_it_itself() -> None:
    told = [commune(official_members=number, unit_code="21085") for number in (30, 32)]
    both = combine(told)
    assert both.programme.organisations[0].official_members is None
    assert "đang giữ: …; còn ghi: 30, 32" in both.findings[0].message_vi
    own = Programme(name="Học tập", committee_id="tc-1", organisations=told[1].organisations)
    both = combine([told[0], own])
    assert both.programme.organisations[0].official_members == 32
    assert "đang giữ: 32; còn ghi: 30" in both.findings[0].message_vi


def test_what_one_file_leaves_out_another_says() -> None:
    (whole,) = combine([commune(unit_code="21085"), commune(committee_size=15)]).programme.organisations
    assert (whole.unit_code, whole.committee_size) == ("21085", 15)


def test_words_of_a_date_or_a_kind_are_said_and_names_are_not() -> None:
    lives = [Period(end=date(2025, 6, 30)), Period(end=date(2025, 6, 29))]
    both = combine([commune(life=life, unit_code="21085") for life in lives])
    assert both.programme.organisations[0].life is None
    assert "đang giữ: …; còn ghi: …" in both.findings[0].message_vi


def test_half_a_file_finds_the_district_in_another() -> None:
    half = commune(parent_id="tc-huyen")
    district = PartyOrganisation(id="tc-huyen", name="Đảng bộ huyện", kind=OrganisationKind.DISTRICT)
    whole = Programme(name="Huyện", committee_id="tc-huyen", organisations=[district])
    both = combine([half, whole]).programme
    assert [depth for depth, _ in both.tree()] == [0, 1]
    assert (both.name, both.committee_id) == ("Huyện", "tc-huyen")
    other = Programme(
        name="Huyện khác", themes=[Theme(id="tc-huyen", title="Nêu gương", scope=ThemeScope.YEAR)]
    )
    three = combine([half, whole, other])
    assert "combine/unclear-reference" in codes(three)
    assert "reference/missing" in {finding.code for finding in check(three.programme)}


def test_the_committee_is_the_one_above_all() -> None:
    def file(name: str, own: str, period: Period | None) -> Programme:
        tree = [("tinh", None), ("huyen", "tinh"), ("xa-1", "huyen"), ("xa-2", "huyen"), ("le", None)]
        organisations: Any = [
            PartyOrganisation(id=each, name=each, kind=OrganisationKind.CELL, parent_id=above)
            for each, above in tree
        ]
        return Programme(name=name, committee_id=own, period=period, organisations=organisations)

    first, second = file("A", "xa-1", Period.of_year(2018)), file("B", "xa-2", Period.of_year(2019))
    both = combine([first, second])
    assert (both.programme.committee_id, both.programme.name) == ("huyen", "A")
    assert str(both.programme.period) == "từ 01/01/2018 đến 31/12/2019"
    assert {each.path for each in both.findings} == {("name",), ("period",)}
    assert combine([first, file("B", "xa-2", Period(text="qua 4 năm"))]).programme.period is None
    assert combine([first, file("B", "le", None)]).programme.committee_id is None
    led = combine([first, second, file("C", "huyen", Period.of_year(2020))]).programme
    assert (led.name, led.period) == ("C", Period.of_year(2020))


def test_mottos_and_directives_are_put_together() -> None:
    first, second = example(), Programme(name="Học tập", mottos=("học đi đôi với làm", "nêu gương"))
    both = combine([first, second]).programme
    assert both.mottos == (
        "học đi đôi với làm",
        "nêu gương",
        "trong trước, ngoài sau",
        "trên trước, dưới sau",
    )
    assert both.directives == first.directives


def test_a_ring_and_a_chain_of_namesakes_are_kept_apart() -> None:
    """Two files with the same records but one: what leads to that one differs too, however far away."""

    def file(end: str) -> Programme:
        ring: Any = [
            Contribution(id=f"dg-{place}", gift=Figure.parse("1 nhà"), to_id=f"dg-{place + 1}")
            for place in range(5)
        ]
        last = PracticeModel(id="dg-5", name=end)
        return Programme(name="Học tập", contributions=ring, models=[last])

    both = combine([file("Một"), file("Hai"), file("Hai")])
    assert len(both.programme.contributions) == 10
    assert len(both.programme.models) == 2


def test_a_gift_that_two_files_hold_counts_once_and_is_told() -> None:
    crowd = [
        Programme(name=name).put(Contribution(id="dg-1", gift=Figure.parse("129 nhà"))) for name in ("A", "B")
    ]
    both = combine(crowd)
    assert len(both.programme.contributions) == 1
    assert codes(both) == ["combine/record-in-several-files", "combine/heads-differ"]


def test_what_is_no_programme_is_refused() -> None:
    with pytest.raises(WrongTypeError):
        combine(["binh-son.json"])  # type: ignore[list-item]
    with pytest.raises(LamTheoBacError):
        combine([])


def test_progress_is_told_record_by_record() -> None:
    told: list[tuple[int, int]] = []
    combine([example(), commune()], on_progress=lambda done, total: told.append((done, total)))
    total = len(example().records()) + 1
    assert told == [(done, total) for done in range(1, total + 1)]
    assert join_programmes([example()])[0] == example()


def test_records_are_ordered_as_people_count() -> None:
    reports: Any = [
        Report(id=f"bc-{place}", organisation_id="tc-1", kind=ReportKind.ANNUAL) for place in (10, 2, 1)
    ]
    both = combine([Programme(name="Học tập", reports=reports), commune()]).programme
    assert both.reports.keys() == ("bc-1", "bc-2", "bc-10")
