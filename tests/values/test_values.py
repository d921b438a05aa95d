"""Money, periods, dates, documents, ids, units: what they hold and what they refuse."""

from __future__ import annotations

import decimal
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from operator import add, mul, sub
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    Calendar,
    Document,
    DocumentKind,
    Figure,
    Money,
    NumberError,
    PartialDate,
    Period,
    RecordError,
    Unit,
    WrongTypeError,
    format_date,
    make_id,
    parse_date,
)
from lamtheobac.text.units import UNITS
from lamtheobac.values import decimals
from lamtheobac.values.dates import first_day, last_day
from lamtheobac.values.ids import is_id

DONG = st.integers(0, 10**17)


@given(DONG, DONG)
def test_money_adds_and_takes_away_exactly(one: int, other: int) -> None:
    assert (Money(one) + Money(other)) - Money(other) == Money(one)
    assert Money(one) * 3 == Money(one) + Money(one) + Money(one)
    assert (Money(one) < Money(other)) == (one < other)


@given(DONG)
def test_money_reads_what_it_writes(dong: int) -> None:
    assert Money.parse(str(Money(dong))) == Money(dong)


@pytest.mark.parametrize("dong", [-1, 10**18 + 1])
def test_money_has_bounds(dong: int) -> None:
    with pytest.raises(RecordError):
        Money(dong)


@pytest.mark.parametrize("dong", [1.0, True, "5", Decimal(5), None])
def test_money_is_whole(dong: Any) -> None:
    with pytest.raises(WrongTypeError):
        Money(dong)


def test_money_adds_only_money() -> None:
    five: Any = Money(5)
    for act, other in ((add, 3), (sub, 3), (mul, 1.5), (mul, True)):
        with pytest.raises(TypeError):
            act(five, other)
    with pytest.raises(RecordError):
        _ = Money(3) - Money(5)


@pytest.mark.parametrize(
    "text", ["12 hộ", "gần 5 triệu đồng", "3-4 tỷ đồng", "300.000 đồng/tháng", "30/38 vụ việc"]
)
def test_only_an_exact_sum_is_money(text: str) -> None:
    with pytest.raises(NumberError) as caught:
        Money.parse(text)
    assert caught.value.code == "money/not-exact"


@given(st.lists(st.decimals(0, 10**12, places=3), min_size=1, max_size=8))
def test_decimals_add_like_ratios(values: list[Decimal]) -> None:
    with decimal.localcontext(prec=3):
        total = decimals.add(values)
    assert Fraction(total) == sum(map(Fraction, values))


@given(st.decimals(0, 10**12, places=4), st.sampled_from(["0.01", "1", "1000"]))
def test_rounding_stays_within_a_step(value: Decimal, step: str) -> None:
    width = Decimal(step)
    down, up, nearest = (decimals.round_to(value, width, way) for way in ("down", "up", "nearest"))
    assert down <= value <= up
    assert up - down in (0, width)
    assert nearest in (down, up)
    assert abs(Fraction(nearest) - Fraction(value)) <= Fraction(width) / 2


@given(st.decimals(0, 10**15, places=6))
def test_plain_digits_read_back(value: Decimal) -> None:
    assert Decimal(decimals.plain(value)) == value
    assert "E" not in decimals.plain(value)


def test_a_rate_is_rounded_half_up() -> None:
    assert decimals.from_fraction(Fraction(1, 8), 2) == Decimal("0.13")
    assert Figure.share(1, out_of=3).percent(2) == Decimal("33.33")


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_lies_in_its_month_and_year(day: date) -> None:
    for whole in (PartialDate(day.year, day.month), PartialDate(day.year)):
        assert first_day(whole) <= day <= last_day(whole)
    assert first_day(day) == day == last_day(day)
    assert parse_date(format_date(day)) == day
    month = PartialDate(day.year, day.month)
    assert parse_date(format_date(month)) == month


@pytest.mark.parametrize(("year", "month"), [(999, None), (10_000, 1), (2019, 0), (2019, 13)])
def test_no_such_month(year: int, month: int | None) -> None:
    with pytest.raises(RecordError):
        PartialDate(year, month)


def test_a_period_keeps_what_is_known() -> None:
    four = Period(text="qua 4 năm", length=Figure.of(4, Unit.YEAR))
    assert (four.first_day, four.last_day, str(four)) == (None, None, "qua 4 năm")
    since = Period(start=PartialDate(2019))
    assert str(since) == "từ 2019"
    assert since.covers(date(2018, 12, 31)) is False
    assert since.covers(date(2019, 1, 1)) is None
    assert Period.of_year(2019).covers(date(2020, 1, 1)) is False
    assert str(Period(length=Figure.of(4, Unit.YEAR))) == "4 năm"


def test_the_reporting_year_begins_in_december() -> None:
    year = Period.of_year(2019, calendar=Calendar.ADMINISTRATIVE)
    assert (year.first_day, year.last_day) == (date(2018, 12, 15), date(2019, 12, 14))
    assert year.covers(date(2018, 12, 14)) is False
    assert year.covers(date(2018, 12, 15)) is True


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "period/empty"),
        ({"start": date(2019, 2, 1), "end": PartialDate(2019, 1)}, "period/ends-before-it-begins"),
        ({"length": Figure.of(4, Unit.HOUSE)}, "period/length-is-no-time"),
        ({"start": date(1, 1, 1)}, "date/out-of-range"),
        ({"start": PartialDate(1899)}, "date/out-of-range"),
        ({"end": PartialDate(2200, 1)}, "date/out-of-range"),
        ({"end": date(9999, 12, 31)}, "date/out-of-range"),
        ({"start": "2019-01-01"}, "type/wrong"),
        ({"start": datetime(2019, 1, 1, 8, 30)}, "type/wrong"),  # noqa: DTZ001  no zone: not a moment to keep
        ({"text": "qua\u202e4 năm"}, "text/format-character"),
    ],
)
def test_periods_that_cannot_be(fields: dict[str, Any], code: str) -> None:
    with pytest.raises(RecordError) as caught:
        Period(**fields)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "number",
    ["05-CT/TW", "30/2020/NĐ-CP", "123-QĐ/HU", "08-QĐi/TW", "1677/NQ-UBTVQH15", "05", "49-HD/BTGDVTW"],
)
def test_document_numbers_of_party_and_state(number: str) -> None:
    assert Document(number=number).number == number


@pytest.mark.parametrize("number", ["QĐ", "123-QÐ/HU", "-5", "5//6", "05-CT/", "05 CT", "05-CT/TW\n"])
def test_what_is_no_document_number(number: str) -> None:
    with pytest.raises(RecordError):
        Document(number=number)


def test_only_number_issuer_and_day_name_a_document() -> None:
    whole = Document(number="294-QĐ/TW", issuer="Bộ Chính trị", issued_on=date(2025, 5, 26))
    assert whole.key == ("294-QĐ/TW", "Bộ Chính trị", date(2025, 5, 26))
    assert Document(number="294-QĐ/TW", issuer="Bộ Chính trị", issued_on=PartialDate(2025, 5)).key is None
    assert Document(title="Kế hoạch năm").key is None
    with pytest.raises(RecordError, match="document/unnamed"):
        Document(issuer="Bộ Chính trị")


def test_documents_are_cited_as_people_do() -> None:
    assert str(Document(title="Nêu gương", kind=DocumentKind.PLAN)) == "Kế hoạch “Nêu gương”"
    month = Document(number="05-CT/TW", kind=DocumentKind.DIRECTIVE, issued_on=PartialDate(2016, 5))
    assert str(month) == "Chỉ thị 05-CT/TW tháng 5 năm 2016"


@given(st.text(max_size=80))
def test_an_id_is_an_id_or_refused(name: str) -> None:
    try:
        made = make_id("mh", name)
    except ValueError:
        return
    assert is_id(made)
    assert made.startswith("mh-")


def test_a_long_name_gives_an_id_of_its_own() -> None:
    first, second = (make_id("mh", "Học tập và làm theo " * 5 + end) for end in ("Bác", "Người"))
    assert first != second
    assert len(first) <= 64


@pytest.mark.parametrize("prefix", ["", "m h", "x" * 70, "m..h"])
def test_a_prefix_is_the_head_of_an_id(prefix: str) -> None:
    with pytest.raises(RecordError, match="id/malformed"):
        make_id(prefix, "Ngôi nhà cấp ủy")


@pytest.mark.parametrize("text", ["", "a b", "..", "-a", "a..b", "x" * 65, "ngôi-nhà"])
def test_what_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_units_are_the_words_of_the_text_layer() -> None:
    assert {unit.value: (unit.label, unit.label_en) for unit in Unit} == {
        code: (words.vi, words.en) for code, words in UNITS.items()
    }
