"""Tables of records: every figure in words and in exact numbers, nothing private unless asked for."""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    Award,
    Contribution,
    Figure,
    Finding,
    OptionError,
    Person,
    PracticeModel,
    Programme,
    Report,
    Unit,
    WrongTypeError,
    check,
    example,
    make_id,
    read_record,
    reconcile,
)
from lamtheobac.formats.frames import to_columns, to_frame
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.testing import programmes


def gift_of(number: Decimal) -> Contribution:
    return Contribution(id=make_id("dg", "1"), gift=Figure.of(number, Unit.HA))


@given(programmes(most=8))
def test_every_collection_is_a_table_as_long_as_it_is(programme: Programme) -> None:
    for name, kind in COLLECTIONS.items():
        columns = to_columns(getattr(programme, name), kind=kind)
        assert {len(column) for column in columns.values()} == {len(getattr(programme, name))}
        assert columns["id"] == list(getattr(programme, name).keys())


@given(st.decimals(0, 10**17, places=6, allow_nan=False))
def test_a_frame_cuts_no_decimal(number: Decimal) -> None:
    assert to_frame([gift_of(number), gift_of(Decimal(1))])["gift_value"].to_list() == [number, 1]


def test_a_figure_is_words_and_numbers() -> None:
    columns = to_columns(example().contributions)
    place = columns["id"].index("dg-ngoi-nha-cap-uy")
    assert {name: column[place] for name, column in columns.items() if name.startswith("gift")} == {
        "gift": "hơn 6,2 tỷ đồng", "gift_value": Decimal(6_200_000_000), "gift_low": None, "gift_high": None,
        "gift_out_of": None, "gift_unit": "VND", "gift_noun": "", "gift_approximation": "more_than",
    }  # fmt: skip


def test_days_money_truth_lists_and_codes() -> None:
    period = {"start": "2019-02", "end": "2019-12-31"}
    award: Any = read_record("award", {"id": "kt", "bonus": 5, "recipient_ids": ["a", "b"], "period": period})
    columns = to_columns([award])
    assert (columns["bonus"], columns["recipient_ids"]) == ([5], ["a; b"])
    assert (columns["period_start"], columns["period_end"]) == ([date(2019, 2, 1)], [date(2019, 12, 31)])
    report: Any = read_record("report", {
        "id": "bc", "organisation_id": "tc", "kind": "annual", "due_on": "2019-12-15", "submitted_on": "2019-12",
    })  # fmt: skip
    columns = to_columns([report])
    assert (columns["due_on"], columns["submitted_on"], columns["kind"]) == (
        [date(2019, 12, 15)],
        ["2019-12"],
        ["annual"],
    )


def test_what_is_private_is_there_only_when_asked_for() -> None:
    person = Person(id=make_id("ng", "1"), name="Nguyễn Thị Hoa", consent=True)
    assert to_columns([person]) == {"id": ["ng-1"], "consent": [True], "decision": [None]}
    assert to_columns([person], private=True)["name"] == ["Nguyễn Thị Hoa"]


def test_no_rows_have_columns_all_the_same() -> None:
    frame = to_frame((), kind=Contribution)
    assert frame.height == 0
    assert frame.columns == to_frame(example().contributions).columns
    assert to_columns(()) == {}
    for kind in (Award, Report, PracticeModel, Finding):
        assert to_frame((), kind=kind).columns == list(to_columns((), kind=kind))


def test_totals_and_findings_are_tables_too() -> None:
    programme = example()
    assert to_frame(check(programme))["code"].to_list()[0] == "dialogue/rate-needs-other-base"
    assert to_columns(programme.totals())["figure"][0].endswith("đồng")


def test_what_was_held_against_the_records_is_a_table() -> None:
    text = "Mô hình “Ngôi nhà cấp ủy” đã vận động hơn 6,2 tỷ đồng, xây mới và sửa chữa 130 nhà."
    columns = to_columns(reconcile(text, example()))
    assert columns["found"] == ["hơn 6,2 tỷ đồng", "130 nhà"]
    assert columns["verdict"] == ["agrees", "contradicts"]
    assert [
        text[start:end] for start, end in zip(columns["found_start"], columns["found_end"], strict=True)
    ] == columns["found"]
    assert columns["finding"][0] is None


def test_a_library_that_is_not_there_is_named() -> None:
    for backend in ("modin", "khong-co"):
        with pytest.raises(OptionError) as caught:
            to_frame(example().contributions, backend)
        assert caught.value.code == "frame/no-backend"


def test_without_narwhals_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(OptionError, match=r"lamtheobac\[frames\]"):
        to_frame(example().contributions)


def test_what_is_no_record_or_of_several_classes_is_refused() -> None:
    programme = example()
    for rows in (["x"], [programme.models[0], programme.contributions[0]]):
        with pytest.raises(WrongTypeError):
            to_columns(rows)
    with pytest.raises(WrongTypeError):
        to_columns([programme.models[0]], kind=Contribution)
