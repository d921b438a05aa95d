"""The packaged programme: every figure of its sources in its place, in their words, and no figure besides."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import product
from pathlib import Path
from pkgutil import get_data
from typing import TYPE_CHECKING, Any

import pytest

from lamtheobac import (
    Figure,
    OrganisationKind,
    Severity,
    Stage,
    Unit,
    check,
    dumps,
    example,
    loads,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

REPORT = {
    ("tg-viec-lam-theo", "count"): "100%",
    ("dg-ngoi-nha-cap-uy", "period.length"): "4 năm",
    ("dg-ngoi-nha-cap-uy", "gift"): "hơn 6,2 tỷ đồng",
    ("kq-ngoi-nha-cap-uy", "period.length"): "4 năm",
    ("kq-ngoi-nha-cap-uy", "figure"): "129 nhà",
    ("kq-ra-quan", "figure"): "231 công trình, phần việc",
    ("dg-ra-quan-gia-tri", "gift"): "khoảng hơn 132 tỷ đồng",
    ("dg-ra-quan-ngay-cong", "gift"): "8.458 ngày công",
    ("kq-suc-khoe", "figure"): "2.620 người",
    ("dg-suc-khoe", "gift"): "khoảng gần 365 triệu đồng",
    ("tg-tiet-kiem", "count"): "100%",
    ("kq-tiet-kiem", "figure"): "678 hộ gia đình khó khăn",
    ("dg-tiet-kiem", "gift"): "hơn 1,2 tỷ đồng",
    ("kq-so-tay", "figure"): "hơn 5.000 cuốn",
    ("kq-to-cong-tac", "figure"): "17 Tổ công tác",
    ("kq-luot-can-bo", "figure"): "96 lượt cán bộ",
    ("sl-cac-cap", "figure"): "gần 90%",
    ("dt-nghe-dan-noi", "citizens"): "38 công dân",
    ("dt-nghe-dan-noi", "instructed"): "30 vụ việc",
    ("sl-nghe-dan-noi", "figure"): "hơn 90%",
    ("kt-binh-di-ma-cao-quy", "collectives"): "56 tập thể",
    ("kt-binh-di-ma-cao-quy", "individuals"): "70 cá nhân",
}
"""The report that the programme is made of."""

JUNE_2019 = {
    ("dg-tiet-kiem-2019-06", "gift"): "trên 1,5 tỷ đồng",
    ("dg-tiet-kiem-gao-2019-06", "gift"): "2 tấn gạo",
    ("kq-tiet-kiem-2019-06", "figure"): "700 hộ",
}
"""The press article of June 2019 on the same thrift model."""

THRIFT = ("dg-tiet-kiem", "dg-tiet-kiem-2019-06")


def figures_in(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Figure]]:
    """Go through the figures of a record, in it and in the values it holds."""
    if isinstance(value, Figure):
        yield ".".join(path), value
    elif isinstance(value, tuple):
        for place, member in enumerate(value):
            yield from figures_in(member, (*path, str(place)))
    elif hasattr(value, "__attrs_attrs__"):
        for field in value.__attrs_attrs__:
            yield from figures_in(getattr(value, field.name), (*path, field.name))


FIGURES = {
    (str(record.id), path): figure for record in example().records() for path, figure in figures_in(record)
}


def test_every_figure_of_the_sources_is_there_and_no_other() -> None:
    assert {place: str(figure) for place, figure in FIGURES.items()} == REPORT | JUNE_2019


@pytest.mark.parametrize("place", FIGURES, ids=".".join)
def test_a_figure_is_what_its_words_say(place: tuple[str, str]) -> None:
    figure = FIGURES[place]
    assert figure.text is not None
    assert figure == Figure.parse(figure.text)
    assert not figure.flags


def test_each_figure_belongs_to_the_report_that_states_it() -> None:
    programme: Any = example()
    for places, report in ((REPORT, "bc-binh-son"), (JUNE_2019, "bc-binh-son-2019-06")):
        assert {programme.find(record_id).report_id for record_id, _ in places} == {report}


@pytest.mark.parametrize("page", ["example-binh-son.md", "vi/example-binh-son.md"])
def test_the_documentation_says_where_each_statement_went(page: str) -> None:
    text = (Path(__file__).parents[1] / "docs" / page).read_text(encoding="utf-8")
    told = {str(record.id) for record in example().records() if hasattr(record, "report_id")}
    told |= {"bc-binh-son-2019-06", "cq-clb-hoc-tap-lam-theo-bac"}
    # Ids alone in backquotes; those of organisations and reports stand only in snippets.
    assert set(re.findall(r"`([a-z]{2}-[a-z0-9-]+)`", text)) == told


def test_the_file_is_what_the_library_writes() -> None:
    data = get_data("lamtheobac", "examples/binh-son.json")
    assert data is not None
    assert dumps(loads(data)).encode() == data


def test_nothing_in_it_is_an_error() -> None:
    assert not [finding for finding in check(example()) if finding.severity is Severity.ERROR]


@pytest.mark.parametrize(("first", "second"), list(product(Stage, repeat=2)))
def test_the_two_thrift_figures_are_never_added(first: Stage, second: Stage) -> None:
    programme = example().replace(THRIFT[0], stage=first).replace(THRIFT[1], stage=second)
    both = Figure.parse("hơn 2,7 tỷ đồng")
    for by in ("unit", "stage", "model", "organisation", "period"):
        found = programme.totals(by=by, unit=Unit.VND)
        assert {each for total in found for each in (*total.ids, *total.unplaced)} >= set(THRIFT)
        for total in found:
            assert total.figure != both
            assert not set(THRIFT) <= set(total.ids)


def test_what_the_sources_say_of_thrift_stays_two_totals() -> None:
    found = example().totals(by="model", unit=Unit.VND)
    assert [(total.stage, str(total.figure)) for total in found if total.key == example().models[1].id] == [
        (Stage.RECEIVED, "trên 1,5 tỷ đồng"),
        (Stage.SPENT, "hơn 1,2 tỷ đồng"),
    ]


@pytest.mark.parametrize(
    ("on", "communes"),
    [(date(2020, 1, 31), 25), (date(2020, 2, 1), 22), (date(2025, 6, 30), 22)],
)
def test_the_communes_of_the_district_as_of_a_day(on: date, communes: int) -> None:
    below = [
        branch.organisation for branch in example().tree(on) if branch.organisation.parent_id == "tc-binh-son"
    ]
    assert len(below) == communes
    assert {each.kind for each in below} == {OrganisationKind.COMMUNE}


def test_after_the_reform_five_communes_stand_under_the_province() -> None:
    tree = [(branch.depth, branch.organisation.name) for branch in example().tree(date(2025, 7, 1))]
    names = ("Bình Sơn", "Vạn Tường", "Đông Sơn", "Bình Minh", "Bình Chương")
    assert tree == [(0, "Đảng bộ tỉnh Quảng Ngãi"), *((1, f"Đảng bộ xã {name}") for name in names)]


def test_whoever_is_succeeded_ends_the_day_before() -> None:
    programme: Any = example()
    for succession in programme.successions:
        for record_id in succession.old_ids:
            assert programme.organisations[record_id].life.end == succession.on - timedelta(days=1)
    succeeded = [each for succession in programme.successions for each in succession.old_ids]
    assert len(succeeded) == len(set(succeeded))
    assert {each.id for each in programme.organisations if each.life.end} - set(succeeded) == {
        "tc-thanh-pho-quang-ngai"
    }
