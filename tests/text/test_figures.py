"""Figures: laws of reading and writing, then what reports write, then what nobody may read."""

from __future__ import annotations

import time
import unicodedata
from decimal import ROUND_FLOOR, Context, Decimal, localcontext
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac.errors import NumberError, OptionError, WrongTypeError
from lamtheobac.text.figure_writing import write_figure
from lamtheobac.text.figures import APPROXIMATIONS, FigureText, read_figure
from lamtheobac.text.numbers import parse_number
from lamtheobac.text.units import PER_LABELS, UNITS

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn

Mode = Literal["strict", "lenient"]
MODES: dict[str, tuple[Mode, ...]] = {
    "both": ("strict", "lenient"),
    "strict": ("strict",),
    "lenient": ("lenient",),
}

QUALIFIERS = ["", "", "hơn", "gần", "khoảng", "tối đa", "khoảng hơn", "dưới", "trên dưới", "lên tới", "tròn"]
SCALES = ["", "", "nghìn", "triệu", "tỷ", "tỉ", "nghìn tỷ", "triệu tỷ", "ngàn"]
ENDINGS = [
    *("", "đồng", "đ", "VND", "%", "người", "hộ", "hộ nghèo", "m2 đất", "km", "ngày công", "tháng", "USD"),
    *("cuốn “Sổ tay”", "tập thể, cá nhân", "cm", "ý kiến", "kg gạo", "lượt cán bộ", "căn nhà", "suất quà"),
]
RATES = ["", "", "/tháng", "/người/năm", "/hộ", "/suất"]
PIECES = [
    *QUALIFIERS,
    *SCALES,
    *ENDINGS,
    "từ",
    "đến",
    "-",
    "/",
    "1,5",
    "3",
    "1.500",
    "1,500",
    "0",
    "2 000",
    "rưỡi",
]
PIECES += [
    "hai",
    "mươi",
    "năm",
    "trăm",
    "nửa",
    "vài",
    "hàng",
    "mấy",
    "phần",
    "số",
    "mỗi",
    "“",
    "”",
    '"',
    "05",
    "6.2",
]


def rows(name: str) -> list[list[str]]:
    """Give the rows of a table beside this file."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@st.composite
def numerals(draw: DrawFn) -> str:
    n = draw(st.integers(0, 999) | st.integers(0, 10**9) | st.builds(lambda k: 10**k, st.integers(0, 9)))
    whole = f"{n:,}".replace(",", ".") if draw(st.booleans()) else str(n)
    fraction = draw(st.just("") | st.text("0125", min_size=1, max_size=4))
    return f"{whole},{fraction}" if fraction else whole


@st.composite
def amounts(draw: DrawFn) -> str:
    scale = draw(st.sampled_from(SCALES))
    more = draw(st.sampled_from(["", "", "", " rưỡi", " 5", " 250 triệu", " 3 nghìn"])) if scale else ""
    return f"{draw(numerals())} {scale}{more}".rstrip()


@st.composite
def figures(draw: DrawFn) -> str:
    """Draw texts that often are figures, written in many ways."""
    ending = draw(st.sampled_from(ENDINGS))
    kind = draw(st.integers(0, 9))
    if kind < 6:
        body = draw(amounts())
    elif kind < 9:
        between = draw(st.sampled_from(["", f" {ending}"]))
        join = draw(st.sampled_from([" đến ", " tới ", "-", " – "]))
        body = f"{draw(st.sampled_from(['từ ', '']))}{draw(amounts())}{between}{join}{draw(amounts())}"
    else:
        body = f"{draw(st.integers(0, 40))}/{draw(st.integers(0, 40))}"
    close = draw(st.sampled_from(["", "", "", " trở lên", " trở xuống"]))
    return f"{draw(st.sampled_from(QUALIFIERS))} {body} {ending}{draw(st.sampled_from(RATES))}{close}"


@st.composite
def made_figures(draw: DrawFn) -> FigureText:
    """Draw figures made by hand, most of which no wording says exactly."""
    unit = draw(st.sampled_from([*UNITS]))
    place = st.just(0) if unit == "VND" else st.integers(0, 3)
    low, high = (Decimal(draw(st.integers(0, 10**9))).scaleb(-draw(place)) for _ in "lh")
    ranged = draw(st.booleans())
    return FigureText(
        value=None if ranged else low,
        unit=unit,
        approximation=draw(st.sampled_from([*APPROXIMATIONS])),
        step=draw(st.sampled_from([Decimal(0), *(Decimal(f"1E{power}") for power in range(-2, 12))])),
        noun=draw(st.sampled_from(["", "hũ gạo"])),
        per=draw(st.sampled_from([(), ("month",), ("person", "quarter")])),
        low=low if ranged else None,
        high=high if ranged else None,
        out_of=None,
        qualifiers=(),
        flags=(),
    )


def said(figure: FigureText) -> FigureText:
    """Leave out what is only about the wording."""
    return figure._replace(qualifiers=(), flags=())


def read_or_fault(text: str, mode: Mode) -> FigureText | NumberError:
    try:
        return read_figure(text, mode=mode)
    except NumberError as error:
        return error


def try_reading(text: str, mode: Mode = "strict") -> FigureText | str:
    found = read_or_fault(text, mode)
    return found.code if isinstance(found, NumberError) else found


@given(figures(), st.sampled_from(MODES["both"]))
def test_what_was_read_is_written_so_that_it_reads_back(text: str, mode: Mode) -> None:
    figure = try_reading(text, mode)
    if isinstance(figure, FigureText):
        written = write_figure(figure)
        assert said(read_figure(written)) == said(figure)
        assert write_figure(read_figure(written)) == written


@given(made_figures())
def test_a_figure_made_by_hand_is_written_with_its_value(figure: FigureText) -> None:
    written = write_figure(figure)
    assert written.startswith(APPROXIMATIONS[figure.approximation])
    found = try_reading(written)
    if isinstance(found, FigureText) and not (figure.unit != "item" and figure.noun):
        assert (found.value, found.low, found.high) == (figure.value, figure.low, figure.high)
        assert (found.unit, found.per) == (figure.unit, figure.per)


@given(st.integers(0, 10**18))
def test_money_in_full_goes_both_ways(n: int) -> None:
    figure = read_figure(f"{n:,} đồng".replace(",", "."))
    assert (figure.value, figure.step) == (Decimal(n), Decimal(0))
    assert write_figure(figure) == f"{n:,} đồng".replace(",", ".")


@given(figures() | st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join))
def test_lenient_reading_never_contradicts_strict_reading(text: str) -> None:
    strict, lenient = try_reading(text), try_reading(text, "lenient")
    if isinstance(strict, FigureText):
        assert isinstance(lenient, FigureText)
        if "currency_omitted" in lenient.flags:
            assert (strict.unit, lenient.unit) == ("item", "VND")
            lenient = lenient._replace(unit="item")
        assert said(lenient) == said(strict)


@given(figures())
def test_unicode_form_case_and_blanks_change_nothing(text: str) -> None:
    plain = try_reading(text)
    decomposed = unicodedata.normalize("NFD", text)
    assert try_reading(decomposed) == plain
    assert try_reading("\u00a0" + text.replace(" ", "\u202f\u2009 ") + " ") == plain
    loud = try_reading(text.replace("“Sổ tay”", "").upper())
    quiet = try_reading(text.replace("“Sổ tay”", ""))
    if isinstance(quiet, FigureText) and " M" not in text.upper().replace("M2", ""):
        assert isinstance(loud, FigureText)
        assert loud._replace(noun=loud.noun.lower()) == quiet


@given(
    st.text(max_size=80)
    | st.text("0123456789.,-/%đồnghộtỷriệu \u0301\u0309\u00a0“”\"'", max_size=40)
    | st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join),
    st.sampled_from(MODES["both"]),
)
def test_any_text_is_a_figure_or_one_of_our_errors(text: str, mode: Mode) -> None:
    figure = read_or_fault(text, mode)
    if isinstance(figure, NumberError):
        assert figure.start is not None
        assert figure.end is not None
        assert 0 <= figure.start <= figure.end <= len(text)
        if figure.hint is not None:
            read_figure(figure.hint)
    else:
        assert (figure.value is None) == (figure.low is not None)
        assert (figure.value is None) == (figure.high is not None)
        assert figure.unit in UNITS
        assert set(figure.per) <= set(PER_LABELS)
        assert mode == "lenient" or set(figure.flags) <= {"maybe_us_grouping"}
        assert said(read_figure(write_figure(figure))) == said(figure)


@given(
    figures() | st.builds(" ".join, st.lists(st.sampled_from(PIECES), max_size=9)),
    st.sampled_from(MODES["both"]),
)
def test_what_differs_in_its_digits_alone_is_read_as_if_it_stood_alone(text: str, mode: Mode) -> None:
    read_or_fault(text.translate(str.maketrans("23456789", "11111111")), mode)
    after_its_like = read_or_fault(text, mode)
    with patch("lamtheobac.text.figures.find_shape", return_value=None):
        alone = read_or_fault(text, mode)
    assert str(after_its_like) == str(alone)


@given(figures(), st.sampled_from(MODES["both"]))
def test_the_context_of_the_caller_changes_nothing(text: str, mode: Mode) -> None:
    plain = try_reading(text, mode)
    written = write_figure(plain) if isinstance(plain, FigureText) else ""
    with localcontext(Context(prec=3, rounding=ROUND_FLOOR, Emin=-2, Emax=2, traps=[])) as context:
        bent = try_reading(text, mode)
        assert str(bent) == str(plain)
        assert not isinstance(bent, FigureText) or write_figure(bent) == written
        assert not any(context.flags.values())


@pytest.mark.parametrize("row", rows("figures.tsv"), ids=lambda row: f"{row[0]} {row[1]}")
def test_figures_of_reports(row: list[str]) -> None:
    modes, text, value, unit, approximation, step, noun, per, qualifiers, flags, wording = row
    value, _, whole = value.partition("/")
    low, _, high = value.partition("..")
    expected = FigureText(
        value=None if high else Decimal(low),
        unit=unit,
        approximation=approximation,
        step=Decimal(step),
        noun=noun,
        per=tuple(filter(None, per.split("/"))),
        low=Decimal(low) if high else None,
        high=Decimal(high) if high else None,
        out_of=int(whole) if whole else None,
        qualifiers=tuple(filter(None, qualifiers.split("+"))),
        flags=tuple(filter(None, flags.split("+"))),
    )
    for mode in MODES[modes]:
        assert read_figure(text, mode=mode) == expected
        assert read_figure(unicodedata.normalize("NFD", text), mode=mode) == expected
    assert write_figure(expected) == wording
    assert said(read_figure(wording)) == said(expected)


@pytest.mark.parametrize("row", rows("figures_refused.tsv"), ids=lambda row: f"{row[0]} {row[1]}")
def test_refusals(row: list[str]) -> None:
    modes, text, code, start, end, hint = row
    for mode in MODES[modes]:
        with pytest.raises(NumberError) as refused:
            read_figure(text, mode=mode)
        error = refused.value
        assert (error.code, error.start, error.end, error.hint or "") == (code, int(start), int(end), hint)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "number/empty"),
        ("   ", "number/empty"),
        ("\ufeff5 tỷ", "number/unknown-character"),
        ("5\u200b tỷ", "number/unknown-character"),
        ("5\x1b[31m tỷ", "number/unknown-character"),
        ("5\n6 tỷ", "number/unknown-character"),
        ("5 tỷ\n", "number/unknown-character"),
        ("5 tỷ\u0309", "number/unknown-character"),
        ("1\u00a0000\u00a0000 đồng", "number/inner-blank"),
        ("5 хộ", "number/unknown-character"),
        ("1" * 201, "number/out-of-range"),
        ("1" * 10**6 + "x", "number/out-of-range"),
        ("hơn " * 50 + "5", "number/out-of-range"),
        ("5 " + "a" * 199, "number/out-of-range"),
        ("∞", "number/not-finite"),
    ],
)
def test_hostile_characters(text: str, code: str) -> None:
    for mode in MODES["both"]:
        assert try_reading(text, mode) == code


def test_places_of_a_fault_are_those_of_the_text_as_given() -> None:
    text = unicodedata.normalize("NFD", "hơn 5 tỷ đồng chẵn!")
    with pytest.raises(NumberError) as refused:
        read_figure(text)
    assert text[refused.value.start : refused.value.end] == "!"
    with pytest.raises(NumberError) as refused:
        read_figure(unicodedata.normalize("NFD", "gần 5 tỳ"))
    assert refused.value.hint == "5 tỷ"


def test_two_hundred_characters_are_read_in_either_form() -> None:
    text = "5 " + "hộ nghèo " * 21 + "ở xã nhà"
    assert len(text) < 200
    assert read_figure(unicodedata.normalize("NFD", text)) == read_figure(text)


@pytest.mark.parametrize(
    ("step", "hedged", "exact"),
    [
        ("0", "hơn 5.000 hộ", "5.000 hộ"),
        ("1", "hơn 5.000 hộ", "5.000 hộ"),
        ("0.1", "hơn 5.000,0 hộ", "5.000,0 hộ"),
        ("100", "hơn 5,0 nghìn hộ", "5,0 nghìn hộ"),
        ("1000", "hơn 5.000 hộ", "5 nghìn hộ"),
        ("10000", "hơn 5.000 hộ", "5 nghìn hộ"),
    ],
)
def test_a_step_that_no_wording_says_gets_the_nearest_honest_one(step: str, hedged: str, exact: str) -> None:
    figure = read_figure("hơn 5.000 hộ")._replace(step=Decimal(step))
    assert write_figure(figure) == hedged
    assert write_figure(figure._replace(approximation="exact")) == exact


def test_money_in_full_and_rounded() -> None:
    figure = read_figure("6,2 tỷ đồng")
    assert write_figure(figure) == "6,2 tỷ đồng"
    assert write_figure(figure._replace(step=Decimal(0))) == "6.200.000.000 đồng"
    assert write_figure(figure._replace(noun="hộ")) == "6,2 tỷ đồng"
    assert write_figure(figure._replace(value=Decimal(365_000_000), step=Decimal(10**6))) == "365 triệu đồng"


def test_other_figures_made_by_hand() -> None:
    km = read_figure("1,5 km")
    assert write_figure(km._replace(value=Decimal("1.234"), step=Decimal(0))) == "1,2340 km"
    assert write_figure(km._replace(value=Decimal(12_345), step=Decimal(100))) == "12,345 nghìn km"
    assert write_figure(read_figure("90%")._replace(step=Decimal(0))) == "90%"
    ends = read_figure("từ 500 đồng đến 1 triệu đồng")
    assert write_figure(ends) == "từ 500 đồng đến 1 triệu đồng"
    assert write_figure(read_figure("30/38 vụ việc")._replace(per=("year",))) == "30/38 vụ việc/năm"


def test_a_figure_that_cannot_be_written() -> None:
    figure = read_figure("5 nhà")
    refusals = {
        "number/empty": figure._replace(value=None),
        "figure/negative": figure._replace(value=Decimal(-5)),
        "number/not-finite": figure._replace(value=Decimal("NaN")),
        "number/out-of-range": figure._replace(value=Decimal("1E+19")),
        "number/fractional-dong": figure._replace(unit="VND", value=Decimal("0.5")),
    }
    for code, wrong in refusals.items():
        with pytest.raises(NumberError) as refused:
            write_figure(wrong)
        assert refused.value.code == code
    with pytest.raises(NumberError):
        write_figure(figure._replace(value=Decimal("1E-30")))
    for wrong in (
        figure._replace(unit="castle"),
        figure._replace(approximation="maybe"),
        figure._replace(per=("light year",)),
    ):
        with pytest.raises(OptionError):
            write_figure(wrong)
    with pytest.raises(WrongTypeError):
        write_figure(figure._replace(value=5.0))  # type: ignore[arg-type]


def test_doors_for_callers_without_a_type_checker() -> None:
    with pytest.raises(WrongTypeError):
        read_figure(5)  # type: ignore[arg-type]
    with pytest.raises(OptionError):
        read_figure("5", mode="loose")  # type: ignore[arg-type]


def test_hints_of_numbers_are_hints_of_figures() -> None:
    for _, text, code, _, _, hint in rows("figures_refused.tsv"):
        if hint:
            assert said(read_figure(hint)), (text, code)
        if hint.replace(",", "").replace(".", "").isdigit():
            assert parse_number(hint) >= 0


def test_reading_takes_linear_time() -> None:
    for piece in ("hơn ", "1 ", "5 tỷ ", "một ", "hộ, ", "/a", "“a", "ba mươi ", "a\u0301", "từ 1 đến "):
        for mode in MODES["both"]:
            text = ("5 " + piece * 200)[:200]
            began = time.process_time()
            try_reading(text, mode)
            assert time.process_time() - began < 1
