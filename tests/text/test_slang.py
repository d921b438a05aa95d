"""The shorthand of chats, read where it is asked for and nowhere else."""

from __future__ import annotations

from decimal import Decimal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import NumberError, parse_figure
from lamtheobac.text.slang import write_out


@pytest.mark.parametrize(
    ("text", "full", "value"),
    [
        ("500k", "500 nghìn", 500_000),
        ("500 K đồng", "500 nghìn đồng", 500_000),
        ("1tr5", "1 triệu 5", 1_500_000),
        ("1tr550", "1 triệu 550", 1_550_000),
        ("1,5tr", "1,5 triệu", 1_500_000),
        ("1.5ty", "1.5 tỷ", 1_500_000_000),
        ("3tr rưỡi", "3 triệu rưỡi", 3_500_000),
        ("10 ty ruoi", "10 tỷ rưỡi", 10_500_000_000),
        ("10 trieu dong", "10 triệu đồng", 10_000_000),
        ("hơn 20 nghin dong/thang", "hơn 20 nghìn đồng/thang", 20_000),
        ("5k người", "5 nghìn người", 5_000),
    ],
)
def test_shorthand_is_written_out_and_read(text: str, full: str, value: int) -> None:
    figure = parse_figure(text, mode="lenient", slang=True)
    assert (figure.value, str(figure)) == (Decimal(value), full)
    assert parse_figure(full, mode="lenient") == figure
    with pytest.raises(NumberError):
        parse_figure(text.replace(" K", "K").replace("dong/thang", "dong"), mode="lenient")


def test_both_ends_of_a_range_may_be_short() -> None:
    figure = parse_figure("10k-20k", slang=True)
    assert (figure.low, figure.high) == (Decimal(10_000), Decimal(20_000))


@pytest.mark.parametrize(
    "text", ["5M", "1t5", "5t", "5 củ", "5 tỏi", "2 con ruoi", "5kg", "5 km", "k5", "1trx", "5ty\u0301"]
)
def test_what_has_other_readings_is_left_alone(text: str) -> None:
    assert write_out(text).text == text


def test_a_doubtful_tail_stays_one() -> None:
    for text, code in (("1tr55", "number/ambiguous-tail"), ("1tr5", "number/ambiguous-tail")):
        with pytest.raises(NumberError) as caught:
            parse_figure(text, slang=True)
        assert caught.value.code == code


def test_places_are_those_of_the_shorthand() -> None:
    for text in ("5tr dong thời 6", normalize("NFD", "5tr dồng 6")):
        with pytest.raises(NumberError) as caught:
            parse_figure(text, mode="lenient", slang=True)
        assert caught.value.start is not None
        assert text[caught.value.start : caught.value.end].strip()
        assert (caught.value.end or 0) <= len(text)
    with pytest.raises(NumberError) as caught:
        parse_figure("hơn 5tr xyz 5", slang=True)
    assert "hơn 5tr xyz 5"[caught.value.start : caught.value.end] == "xyz 5"


@given(st.text("0123456789ktrnghiyeuodc. đồngtỷ", max_size=20))
def test_nothing_changes_without_shorthand(text: str) -> None:
    text = normalize("NFC", text)
    full, places = write_out(text)
    assert len(places) == len(full) + 1
    assert places[-1] == len(text)
    assert list(places) == sorted(places)
    if full == text:
        assert places == tuple(range(len(text) + 1))
