"""Numbers in digits: laws first, then what print writes, then what nobody may read."""

from __future__ import annotations

import sys
import time
from decimal import ROUND_FLOOR, Context, Decimal, localcontext
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac.errors import LamTheoBacError, NumberError, OptionError, WrongTypeError
from lamtheobac.text.money import format_compact, format_money
from lamtheobac.text.numbers import (
    BLANKS,
    check_fraction_digits,
    check_number,
    check_text,
    format_number,
    format_percent,
    group_digits,
    is_numeral,
    numeral_fault,
    parse_number,
)
from lamtheobac.text.units import check_whole_dong, format_quantity

if TYPE_CHECKING:
    from collections.abc import Callable

CALLS: dict[str, Callable[..., str]] = {
    "number": format_number,
    "money": format_money,
    "compact": format_compact,
    "percent": format_percent,
    "quantity": format_quantity,
}

finite = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40
) | st.builds(
    lambda digits, exponent: Decimal((digits < 0, tuple(map(int, str(abs(digits)))), exponent)),
    st.integers(),
    st.integers(-60, 60),
)
hostile = st.text(max_size=60) | st.text(alphabet="0123456789.,-−+_eE \u00a0٣nđ%", max_size=30)


def rows(name: str) -> list[list[str]]:
    """Give the rows of a table beside this file."""
    lines = (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def hard_context() -> Context:
    """Give a decimal context in which careless arithmetic goes wrong without a word."""
    return Context(prec=3, rounding=ROUND_FLOOR, Emin=-2, Emax=2, traps=[])


def read_or_fault(text: str) -> Decimal | NumberError:
    try:
        return parse_number(text)
    except NumberError as error:
        return error


@given(finite | st.integers())
def test_what_is_written_reads_back(x: int | Decimal) -> None:
    assert parse_number(format_number(x)) == x


@given(finite, st.integers(0, 8))
def test_rounding_is_half_up_to_the_last_digit(x: Decimal, max_frac: int) -> None:
    written = parse_number(format_number(x, max_frac=max_frac))
    sign, digits, exponent = x.as_tuple()
    assert isinstance(exponent, int)
    number = int("".join(map(str, digits)))
    drop = -exponent - max_frac
    rounded = (2 * number + 10**drop) // (2 * 10**drop) if drop > 0 else number * 10**-drop
    assert written == Decimal((sign, tuple(map(int, str(rounded))), -max_frac))


@given(finite | st.integers(), st.integers(0, 5))
def test_the_context_of_the_caller_changes_nothing(x: int | Decimal, max_frac: int) -> None:
    plain = format_number(x), format_number(x, max_frac=max_frac), parse_number(format_number(x)).as_tuple()
    with localcontext(hard_context()) as context:
        bent = (
            format_number(x),
            format_number(x, max_frac=max_frac),
            parse_number(format_number(x)).as_tuple(),
        )
        assert not any(context.flags.values())
    assert bent == plain


@given(hostile)
def test_any_text_is_a_number_or_one_of_our_errors(text: str) -> None:
    found = read_or_fault(text)
    if isinstance(found, NumberError):
        assert found.start is not None
        assert found.end is not None
        assert 0 <= found.start <= found.end <= len(text)
        if found.hint is not None:
            parse_number(found.hint)
    else:
        assert found.is_finite()
        assert parse_number(format_number(found)) == found


@given(st.integers(-(10**20), 10**20), st.sampled_from(["", *BLANKS]), st.sampled_from(["", *BLANKS]))
def test_blanks_around_a_number_do_not_count(n: int, before: str, after: str) -> None:
    assert parse_number(before + format_number(n) + after) == n


@given(st.integers(-(10**20), 10**20))  # Babel fails from 26 digits on
def test_grouping_agrees_with_an_independent_formatter(n: int) -> None:
    from babel import Locale  # noqa: PLC0415  a witness, 100 ms, for this law alone
    from babel.numbers import format_decimal  # noqa: PLC0415

    assert format_number(n) == format_decimal(n, locale=Locale("vi", "VN"))


@pytest.mark.parametrize(("call", "number", "options", "result"), rows("number_outputs.tsv"))
def test_outputs(call: str, number: str, options: str, result: str) -> None:
    names = ("max_frac=", "min_frac=", "form=", "unit=", "scale=", "on_inexact=")
    for name in names:
        options = options.replace(name, "\n" + name)
    chosen: dict[str, int | str] = {}
    for option in options.split("\n")[1:]:
        name, value = option.rstrip().split("=")
        chosen[name] = int(value) if name.endswith("frac") else value
    x: int | Decimal = int(number) if number.lstrip("-").isdigit() else Decimal(number)
    expected = result.replace("␣", "\u00a0")
    assert CALLS[call](x, **chosen) == expected
    with localcontext(hard_context()):
        assert CALLS[call](x, **chosen) == expected
        assert CALLS[call](Decimal(x), **chosen) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("1.500", "1500"),
        ("1,500", "1.500"),
        ("1,10", "1.10"),
        ("1.234,50", "1234.50"),
        ("1234567", "1234567"),
        ("3.000.000", "3000000"),
        ("-1200000", "-1200000"),
        ("−5.000", "-5000"),
        ("0,05", "0.05"),
        (" 5 ", "5"),
    ],
)
def test_readings(text: str, value: str) -> None:
    found = parse_number(text)
    assert str(found) == value
    with localcontext(hard_context()):
        assert str(parse_number(text)) == value


@pytest.mark.parametrize(("text", "code", "start", "end", "hint"), rows("numbers_refused.tsv"))
def test_refusals(text: str, code: str, start: str, end: str, hint: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_number(text)
    error = caught.value
    assert (error.code, error.start, error.end, error.hint or "") == (code, int(start), int(end), hint)


@pytest.mark.parametrize("call", [format_number, format_percent, format_money, format_compact])
def test_only_exact_numbers_are_written(call: Callable[[object], str]) -> None:
    for wrong in (1.5, True, "5", None, 1j, Context()):
        with pytest.raises(WrongTypeError) as caught:
            call(wrong)
        assert isinstance(caught.value, TypeError)
    for endless in ("NaN", "sNaN", "Infinity", "-Infinity"):
        with pytest.raises(NumberError) as refused:
            call(Decimal(endless))
        assert refused.value.code == "number/not-finite"
    for large in (10**1000, -(10**1000), 10**5000, Decimal("1E+1000"), Decimal("1E+999999999")):
        with pytest.raises(NumberError) as refused:
            call(large)
        assert refused.value.code == "number/out-of-range"


def test_a_fraction_has_bounds_too() -> None:
    assert format_number(Decimal("1E-999")) == "0," + "0" * 998 + "1"
    for small in ("1E-1000", "1E-999999999", "1." + "0" * 1000):
        with pytest.raises(NumberError) as refused:
            format_number(Decimal(small))
        assert refused.value.code == "number/out-of-range"


@pytest.mark.parametrize("n", [10**1000 - 1, -(10**1000) + 1, 10**700])
def test_the_longest_numbers_go_both_ways(n: int) -> None:
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        written = format_number(n)
        assert parse_number(written) == n
        assert parse_number("  " + written + " ") == n
    finally:
        sys.set_int_max_str_digits(before)
    assert group_digits(n) == written


@pytest.mark.parametrize("text", ["9" * 1001, "1," + "0" * 1000, "9" * 100_000, " " * 5_000])
def test_longer_numbers_are_not_read(text: str) -> None:
    with pytest.raises(NumberError) as refused:
        parse_number(text)
    assert refused.value.code in ("number/out-of-range", "number/empty")


def test_options_out_of_range() -> None:
    for options in ({"max_frac": -1}, {"max_frac": 101}, {"min_frac": 101}, {"max_frac": 1, "min_frac": 2}):
        with pytest.raises(OptionError):
            format_number(Decimal("1.5"), **options)
    wrong: tuple[object, ...] = (1.0, "2", True)
    for given_option in wrong:
        with pytest.raises(WrongTypeError):
            check_fraction_digits(given_option, 0)


def test_doors_for_callers_without_a_type_checker() -> None:
    for wrong in (5, 1.5, None, b"5", bytearray(b"1.500"), memoryview(b"5"), Decimal(5)):
        with pytest.raises(WrongTypeError):
            parse_number(wrong)  # type: ignore[arg-type]
    assert check_text("5") == "5"
    assert check_number(Decimal("0E+99")) == 0
    assert check_whole_dong(Decimal("5.0")) == 5
    with pytest.raises(WrongTypeError):
        format_quantity(5, None)  # type: ignore[arg-type]
    assert is_numeral("1.234,5")
    assert numeral_fault("1.5", 7).start == 7


def test_a_subclass_of_int_is_written_as_its_number() -> None:
    class Odd(int):
        def __format__(self, spec: str, /) -> str:
            return "odd"

    assert format_number(Odd(1500)) == "1.500"


def test_the_short_way_takes_nothing_that_the_long_way_refuses() -> None:
    """Every text of these characters, up to six of them, by a judge that knows only the rules."""
    for length in range(1, 7):
        for characters in product("015.,-", repeat=length):
            text = "".join(characters)
            whole, comma, fraction = text.removeprefix("-").partition(",")
            groups = whole.split(".")
            grouped = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
            right = whole.replace(".", "").isdigit() and (fraction.isdigit() or not comma)
            right = right and (len(groups) == 1 or grouped) and (whole == "0" or whole[0] != "0")
            found = read_or_fault(text)
            if right:
                assert found == Decimal(text.replace(".", "").replace(",", ".")), text
            else:
                assert isinstance(found, NumberError), text


def test_reading_takes_linear_time() -> None:
    for text in ("1" * 1300, "1." * 600, "1_" * 600, "1 " * 600, "-" * 1300, "a" * 1300, "1,234" * 250):
        began = time.process_time()
        with pytest.raises(LamTheoBacError):
            parse_number(text)
        assert time.process_time() - began < 1
