"""Every reader against any text: one of our errors or a value that is written the same, in linear time."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lamtheobac import (
    Figure,
    LamTheoBacError,
    NumberError,
    PartialDate,
    RecordError,
    format_date,
    format_number,
    parse_date,
    parse_figure,
    parse_number,
    parse_words,
    spell_decimal,
)
from lamtheobac.text.figures import read_figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from lamtheobac.text.figures import FigureMode

READERS: dict[str, Callable[[str], object]] = {
    "number": parse_number,
    "words": parse_words,
    "words, lenient": lambda text: parse_words(text, mode="lenient"),
    "figure": parse_figure,
    "figure, lenient": lambda text: parse_figure(text, mode="lenient"),
    "figure, slang": lambda text: parse_figure(text, mode="lenient", slang=True),
    "date": parse_date,
    "date, lenient": lambda text: parse_date(text, mode="lenient"),
}
# The longest text that each reader looks into, of digits for a number: what is longer is refused by its length.
LONGEST = {
    "number": 1_000,
    "words": 1_000,
    "words, lenient": 1_000,
    "figure": 200,
    "figure, lenient": 200,
    "figure, slang": 200,
    "date": 100,
    "date, lenient": 100,
}

VOCABULARY = """
    0 1 5 05 15 2019 1.500 1,5 1.234.567 1,500 6,2 0,05 ٣ １ ² ½ - − – + / . , % ₫ đ đồng VNĐ USD từ đến hơn gần khoảng
    không quá trở lên tỷ tỉ triệu nghìn ngàn trăm mươi mười linh lẻ mốt tư lăm rưỡi nửa phẩy chấm âm trừ không một hai
    ba bốn năm sáu bảy bẩy tám chín chục ngày tháng thứ chủ nhật hộ người nhà m2 km ( ) “ ” hàng vài mấy nan inf e _
    mùng mồng giữa và 5k 1tr5 10ty ruoi dong tr k
"""
PIECES = VOCABULARY.split()
BLANKS = ("", " ", "  ", "\u00a0", "\u202f", "\t", "\n", "\u0301", "\u200b", "\x00", "\ud800")
hostile = (
    st.text(max_size=80)
    | st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join)
    | st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BLANKS)), max_size=14).map(
        lambda pairs: "".join(piece + blank for piece, blank in pairs)
    )
)


def check(name: str, text: str) -> None:
    """One reader on one text: the places of a fault lie in the text, and what is read goes both ways."""
    try:
        found = READERS[name](text)
    except LamTheoBacError as error:
        for issue in error.issues:
            assert issue.message("vi") != issue.message("en")
        assert not isinstance(error, RecordError)
        if isinstance(error, NumberError):
            assert error.start is not None
            assert error.end is not None
            assert 0 <= error.start <= error.end <= len(text)
        return
    match found:
        case Figure():
            mode: FigureMode = "strict" if name == "figure" else "lenient"
            assert parse_figure(str(found), mode=mode) == found
            assert name == "figure, slang" or read_figure(text, mode=mode).unit == found.unit.value
        case date() | PartialDate():
            assert parse_date(format_date(found)) == found
        case int() | Decimal():
            assert parse_number(format_number(found)) == found
            if -(10**18) < found < 10**18 and name != "number":
                assert parse_words(spell_decimal(found)) == found
        case _:
            pytest.fail(f"{name} gave {type(found).__name__}")


@pytest.mark.parametrize("name", READERS)
@given(text=hostile)
def test_any_text_is_read_or_refused(name: str, text: str) -> None:
    check(name, text)


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
@settings(max_examples=10_000)
@given(text=hostile)
def test_any_text_is_read_or_refused_at_length(name: str, text: str) -> None:
    check(name, text)


def processor_time(read: Callable[[str], object], text: str) -> float:
    """The least seconds of some rounds, each of several readings."""
    best = float("inf")
    for _ in range(7):
        began = time.process_time()
        for _ in range(20):
            try:
                read(text)
            except LamTheoBacError:
                continue
        best = min(best, time.process_time() - began)
    return best


REPEATED = (
    "1", "1.", "1.234", "1,", "-", "a", "1 ", "1_", "/", "1/", "ngày ", "một ", "hai mươi ", "không trăm ", "một tỷ ",
    "một triệu ", "năm ", "rưỡi ", "khoảng ", "từ ", "1 đến ", "5 tỷ ", "nghìn ", "(", "“", "a\u0301", "đ", "\u00a0",
)  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED)
@pytest.mark.parametrize("name", READERS)
def test_twice_the_text_takes_at_most_2_3_times_as_long(name: str, piece: str) -> None:
    half = piece * (LONGEST[name] // 2 // len(piece))  # whole pieces, so that both texts end alike
    ratio = 0.0
    for _ in range(20):  # a busy machine gets more chances; what grows faster uses them all up
        ratio = processor_time(READERS[name], half + half) / processor_time(READERS[name], half)
        if ratio <= 2.3:
            return
    pytest.fail(f"{name}, {piece!r}: {ratio:.2f} times")


@pytest.mark.parametrize("name", READERS)
def test_a_text_beyond_the_limit_is_refused_by_its_length(name: str) -> None:
    for piece in ("1", "một ", "a", "1/", " "):
        began = time.process_time()
        with pytest.raises(LamTheoBacError):
            READERS[name](piece * 1_000_000)
        assert time.process_time() - began < 0.5
