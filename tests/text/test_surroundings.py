"""Writing and reading do not depend on where they run: contexts of decimals, locales, threads, the environment."""

from __future__ import annotations

import locale
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import ROUND_FLOOR, ROUND_UP, Context, Decimal, getcontext, localcontext, setcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    NORTH,
    SOUTH,
    format_compact,
    format_date,
    format_money,
    format_number,
    format_percent,
    parse_date,
    parse_figure,
    parse_number,
    parse_words,
    spell_decimal,
    spell_money,
    spell_number,
)

# Nothing is signalled, next to nothing fits, and what does not is cut downwards.
HOSTILE = Context(prec=3, rounding=ROUND_FLOOR, Emin=-2, Emax=2, traps=[])
NUMBERS: list[int | Decimal] = [
    0, -1, 15, 1_005, 24_104, 999_999_999, 6_249_999_999, 10**15, 10**18 - 1, 1 - 10**18,
    Decimal("0.05"), Decimal("-12.50"), Decimal("1234567.891"), Decimal("1E+5"), Decimal("7.00"),
]  # fmt: skip
whole = st.integers(-(10**18) + 1, 10**18 - 1)
exact = whole | st.decimals(-(10**17), 10**17, places=6) | st.decimals(-9, 9, places=60)


def everything() -> list[str]:
    """What all functions make of some numbers and dates, there and back."""
    found: list[str] = []
    for x in NUMBERS:
        for written in (format_number(x), format_number(x, max_frac=1), format_percent(x)):
            found += [written, repr(parse_number(written.rstrip("%")))]
        for dialect in (NORTH, SOUTH):
            words = spell_decimal(x, dialect=dialect)
            found += [words, repr(parse_words(words)), repr(parse_words(words, mode="lenient"))]
        if int(x) == x:
            found += [spell_money(x), format_money(x), format_compact(x, on_inexact="mark")]
            found += [str(parse_figure(format_compact(abs(int(x)))).value)]
    for text in ("khoảng hơn 6,25 tỷ đồng", "từ 1,5 đến 2 ha", "30/38 vụ việc", "hai phẩy năm triệu đồng"):
        figure = parse_figure(text)
        found += [repr(figure.value), repr(figure.low), repr(figure.step), str(figure)]
    for day in (date(2019, 2, 5), date(2023, 7, 15)):
        found += [format_date(day, weekday=True), repr(parse_date(format_date(day, weekday=True)))]
    return found


EXPECTED = everything()


@given(exact)
def test_a_number_goes_both_ways_under_a_hostile_context(x: int | Decimal) -> None:
    with localcontext(HOSTILE) as context:
        digits, words = format_number(x), spell_decimal(x)
        read = parse_number(digits), parse_words(words)
        flags = [signal for signal, raised in context.flags.items() if raised]
    assert not flags
    assert read == (x, x)
    assert (format_number(x), spell_decimal(x)) == (digits, words)


@given(st.integers(0, 10**18 - 1))
def test_money_goes_both_ways_under_a_hostile_context(dong: int) -> None:
    with localcontext(HOSTILE):
        read = parse_figure(format_money(dong)).value, parse_figure(spell_money(dong)).value
    assert read == (Decimal(dong), Decimal(dong))


@pytest.mark.parametrize(
    "context", [HOSTILE, Context(prec=1, rounding=ROUND_UP), Context(Emax=0, Emin=0, clamp=1)]
)
def test_no_context_changes_anything(context: Context) -> None:
    with localcontext(context):
        assert everything() == EXPECTED


def test_no_locale_changes_anything() -> None:
    before = locale.setlocale(locale.LC_ALL)
    tried = 0
    try:
        for name in ("", "C", "C.UTF-8", "vi_VN.UTF-8", "de_DE.UTF-8", "tr_TR.UTF-8", "fa_IR.UTF-8"):
            try:
                locale.setlocale(locale.LC_ALL, name)
            except locale.Error:
                continue  # not on this machine; two of them are on every one
            tried += 1
            assert everything() == EXPECTED
    finally:
        locale.setlocale(locale.LC_ALL, before)
    assert tried >= 2


def test_threads_do_not_disturb_each_other() -> None:
    def run(turn: int) -> list[str]:
        setcontext(HOSTILE.copy() if turn % 2 else Context(prec=turn + 1))
        found = everything()
        assert not any(getcontext().flags.values())
        return found

    with ThreadPoolExecutor(8) as pool:
        assert all(found == EXPECTED for found in pool.map(run, range(24)))


@pytest.mark.parametrize(
    "surroundings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "ar", "TZ": "America/Adak", "PYTHONHASHSEED": "2"},
        {"PYTHONINTMAXSTRDIGITS": "640", "PYTHONOPTIMIZE": "1", "PYTHONHASHSEED": "3"},
    ],
)
def test_no_environment_changes_anything(surroundings: dict[str, str]) -> None:
    code = "import test_surroundings as t; print(ascii(t.everything()))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | surroundings | {"PYTHONPATH": str(Path(__file__).parent)},
        capture_output=True,
        check=True,
    )
    assert run.stdout.decode("ascii").strip() == ascii(EXPECTED)


def test_a_number_of_any_length_is_written_whatever_the_interpreter_allows() -> None:
    longest = 10**999 + 7
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(640)
    try:
        written = format_number(longest)
        read = parse_number(written)
    finally:
        sys.set_int_max_str_digits(before)
    assert read == longest
    assert written.count(".") == 333


@given(whole)
def test_an_int_and_its_decimal_are_written_alike(n: int) -> None:
    assert format_number(n) == format_number(Decimal(n))
    assert spell_number(n) == spell_number(Decimal(n)) == spell_decimal(n)
