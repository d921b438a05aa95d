"""Twelve pages of the press as programmes: every fact in its place, and no finding that the page does not deserve."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from lamtheobac import Figure, PartialDate, Period, Programme, Stage, Unit, check, dumps, loads
from lamtheobac.values.labelled import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((PAGES / "expected.toml").read_text(encoding="utf-8"))


def read(page: str) -> str:
    return (PAGES / f"{page}.json").read_text(encoding="utf-8")


PROGRAMMES = {page: loads(read(page)) for page in EXPECTED}
every_page = pytest.mark.parametrize("page", EXPECTED)


def figures_in(value: object, *path: str) -> Iterator[tuple[str, Figure]]:
    """Go through the figures of a record, in it and in the values it holds."""
    if isinstance(value, Figure):
        yield ".".join(path), value
    elif isinstance(value, tuple):
        for place, member in enumerate(value):
            yield from figures_in(member, *path, str(place))
    elif hasattr(value, "__attrs_attrs__"):
        for field in value.__attrs_attrs__:
            yield from figures_in(getattr(value, field.name), *path, field.name)


def find(programme: Programme, record_id: str, path: str) -> object:
    """Follow a path such as "period.end" or "beneficiaries.0.kind" from a record."""
    value: Any = programme.find(record_id)
    for step in path.split("."):
        value = value[int(step)] if step.isdigit() else getattr(value, step)
    return value


def say(value: object) -> str:
    """Say a value as the expectations write it."""
    if isinstance(value, tuple):
        return " | ".join(say(each) for each in value)
    if isinstance(value, Labelled):
        return value.label
    assert isinstance(value, str | date | PartialDate | Period), value
    return str(value)


def test_every_file_has_its_expectations() -> None:
    assert {path.stem for path in PAGES.glob("*.json")} == set(EXPECTED)


@every_page
def test_a_page_is_written_as_the_library_writes_it(page: str) -> None:
    assert dumps(PROGRAMMES[page]) == read(page)
    assert loads(dumps(PROGRAMMES[page])) == PROGRAMMES[page]


@every_page
def test_every_figure_of_a_page_is_there_and_no_other(page: str) -> None:
    found = {
        f"{record.id} {path}": str(figure)
        for record in PROGRAMMES[page].records()
        for path, figure in figures_in(record)
    }
    assert found == EXPECTED[page]["figures"]


@every_page
def test_a_figure_is_what_its_words_say(page: str) -> None:
    for record in PROGRAMMES[page].records():
        for _, figure in figures_in(record):
            assert figure.text is not None
            assert figure == Figure.parse(figure.text)


@every_page
def test_what_a_page_says_besides_stands_in_its_field(page: str) -> None:
    expected: dict[str, str] = EXPECTED[page]["words"]
    assert {
        place: say(find(PROGRAMMES[page], *place.split(" ", maxsplit=1))) for place in expected
    } == expected


@every_page
def test_what_no_field_can_hold_is_not_lost(page: str) -> None:
    for record_id, words in EXPECTED[page].get("in_notes", {}).items():
        assert words in str(find(PROGRAMMES[page], record_id, "note"))


@every_page
def test_the_findings_are_those_that_the_page_deserves(page: str) -> None:
    found = [f"{finding.code} {'.'.join(map(str, finding.path[1:]))}" for finding in check(PROGRAMMES[page])]
    assert found == EXPECTED[page]["findings"]


@every_page
def test_every_record_belongs_to_a_report_of_the_page(page: str) -> None:
    programme = PROGRAMMES[page]
    told = {getattr(record, "report_id", None) for record in programme.records()}
    assert told - {None} == set(programme.reports.keys())


def test_who_gave_land_has_a_name_in_one_place_only() -> None:
    programme = PROGRAMMES["nam-po"]
    names = [person.name for person in programme.persons]
    assert not any(person.consent or person.decision for person in programme.persons)
    without = programme.drop(*(person.id for person in programme.persons))
    for name in names:
        assert name not in dumps(without)
        assert name not in repr(programme) + repr(list(programme.records()))


def test_the_awards_outside_the_total_are_counted_all_the_same() -> None:
    # 84 recipients in the title are 32 collectives and 52 people; with those outside 40 and 53.
    (party, state) = PROGRAMMES["nghe-an"].awards_by("system")
    assert (str(party.collectives), str(party.individuals)) == ("22 tập thể", "26 cá nhân")
    assert (str(state.collectives), str(state.individuals)) == ("18 tập thể", "27 cá nhân")


def test_the_years_of_the_piggy_banks_are_in_their_cumulative_sum_already() -> None:
    (received,) = PROGRAMMES["quang-hiep"].totals(stage=Stage.RECEIVED, unit=Unit.VND)
    assert str(received.figure) == "hơn 1,8 tỷ đồng"
    assert received.replaced == ("dg-heo-dat-2020", "dg-vtv8-2011", "dg-vtv8-2020")


@pytest.mark.parametrize("by", ["unit", "stage", "model", "organisation", "period"])
def test_rates_are_never_added(by: Any) -> None:
    for programme in PROGRAMMES.values():
        for total in programme.totals(by=by):
            assert not total.figure.per or len(total.ids) == 1
