from __future__ import annotations

import runpy
from decimal import ROUND_FLOOR, Context, Decimal, Inexact, localcontext
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lamtheobac.errors import NumberError, OptionError, WrongTypeError
from lamtheobac.text.spelling import (
    NORTH,
    SOUTH,
    Dialect,
    receipt_line,
    spell_decimal,
    spell_money,
    spell_number,
)
from lamtheobac.text.words import parse_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_judge = runpy.run_path(str(Path(__file__).with_name("reference_speller.py")))
reference: Callable[..., str] = _judge["spell"]
Speech: Callable[..., Any] = _judge["Speech"]

THOUSANDS: tuple[Literal["nghìn", "ngàn"], ...] = ("nghìn", "ngàn")
FILLERS: tuple[Literal["linh", "lẻ"], ...] = ("linh", "lẻ")
BILLIONS: tuple[Literal["tỷ", "tỉ"], ...] = ("tỷ", "tỉ")
FOURS: tuple[Literal["tư", "bốn"], ...] = ("tư", "bốn")
DIALECTS = [
    Dialect(thousand=thousand, filler=filler, billion=billion, four=four)
    for thousand, filler, billion, four in product(THOUSANDS, FILLERS, BILLIONS, FOURS)
]
WAYS: list[tuple[Dialect, Literal["skip", "school"], Any]] = [
    (NORTH, "skip", Speech()),
    (SOUTH, "skip", Speech("ngàn", "lẻ", "tỉ", "bốn")),
    (NORTH, "school", Speech(school=True)),
]

TO_SIX = (
    "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy tỷ "
    "tám trăm chín mươi triệu một trăm hai mươi ba nghìn bốn trăm năm mươi sáu"
)
ALL_NINES = (
    "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ "
    "chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín"
)

numbers = st.integers(-(10**18) + 1, 10**18 - 1)


def large_numbers(count: int, seed: int) -> list[int]:
    """Numbers of 7 to 18 digits, half of them with empty groups."""
    random = Random(seed)  # noqa: S311  a fixed sample, no secret
    found: list[int] = []
    for _ in range(count):
        written = str(random.randrange(10 ** random.randint(6, 17), 10**18))[: random.randint(7, 18)]
        if random.random() < 0.5:
            start = random.randrange(1, len(written))
            written = written[:start] + "0" * len(written[start : start + 3]) + written[start + 3 :]
        found.append(int(written))
    return found


def agree(given_numbers: Iterable[int], *, every_way: bool = False) -> None:
    for n in given_numbers:
        written = str(n)
        for dialect, groups, speech in WAYS:
            words = spell_number(n, dialect=dialect, empty_groups=groups)
            assert words == reference(written, speech)
            if every_way or speech == WAYS[0][2]:
                # What reads back has no words in common with another number.
                assert parse_words(words) == n


def test_agrees_with_a_second_speller_and_reads_back() -> None:
    agree(range(100_001))
    agree(large_numbers(10_000, 20190605))


@pytest.mark.long
def test_agrees_with_a_second_speller_and_reads_back_at_length() -> None:
    agree(range(1_000_001), every_way=True)
    agree(large_numbers(100_000, 1975), every_way=True)


@given(numbers, st.sampled_from(DIALECTS), st.sampled_from(["skip", "school"]))
@example(-(10**18) + 1, NORTH, "skip")
@example(10**9, NORTH, "school")
@example(1_000_000_001, NORTH, "school")
@example(1_000_001_000_000_000, NORTH, "school")
def test_every_dialect_agrees_with_the_second_speller(
    n: int, dialect: Dialect, groups: Literal["skip", "school"]
) -> None:
    speech = Speech(dialect.thousand, dialect.filler, dialect.billion, dialect.four, groups == "school")
    assert spell_number(n, dialect=dialect, empty_groups=groups) == reference(str(n), speech)


def test_no_two_numbers_share_their_words() -> None:
    sample = set(range(20_000)) | {n * 10**k for n in range(1, 100) for k in range(16)}
    sample |= set(large_numbers(5_000, 7))
    for dialect, groups, _ in WAYS:
        assert len({spell_number(n, dialect=dialect, empty_groups=groups) for n in sample}) == len(sample)


@given(numbers)
def test_north_and_south_differ_by_four_words_only(n: int) -> None:
    swaps = {"nghìn": "ngàn", "linh": "lẻ", "tỷ": "tỉ", "tư": "bốn"}
    north = spell_number(n).split(" ")
    assert " ".join(swaps.get(word, word) for word in north) == spell_number(n, dialect=SOUTH)


@given(st.decimals(-(10**17), 10**17, places=5) | numbers.map(Decimal))
def test_the_decimal_context_of_the_caller_changes_nothing(x: Decimal) -> None:
    expected = spell_decimal(x), spell_money(int(x))
    with localcontext(Context(prec=3, rounding=ROUND_FLOOR, Emax=2, Emin=-2, traps=[Inexact])):
        assert (spell_decimal(x), spell_money(int(x))) == expected


@given(st.decimals(-(10**17), 10**17, places=4))
def test_decimals_are_read_digit_by_digit(x: Decimal) -> None:
    written = f"{x or x.copy_abs():f}"
    assert spell_decimal(x) == reference(written, Speech())


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "không"),
        (-5, "âm năm"),
        (4, "bốn"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (14, "mười bốn"),
        (15, "mười lăm"),
        (20, "hai mươi"),
        (21, "hai mươi mốt"),
        (24, "hai mươi tư"),
        (25, "hai mươi lăm"),
        (31, "ba mươi mốt"),
        (44, "bốn mươi tư"),
        (55, "năm mươi lăm"),
        (91, "chín mươi mốt"),
        (95, "chín mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (104, "một trăm linh bốn"),
        (105, "một trăm linh năm"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (114, "một trăm mười bốn"),
        (115, "một trăm mười lăm"),
        (121, "một trăm hai mươi mốt"),
        (1000, "một nghìn"),
        (1001, "một nghìn không trăm linh một"),
        (1005, "một nghìn không trăm linh năm"),
        (1015, "một nghìn không trăm mười lăm"),
        (1105, "một nghìn một trăm linh năm"),
        (10_000, "mười nghìn"),
        (21_011, "hai mươi mốt nghìn không trăm mười một"),
        (101_000, "một trăm linh một nghìn"),
        (325_614, "ba trăm hai mươi lăm nghìn sáu trăm mười bốn"),
        (1_000_000, "một triệu"),
        (1_000_001, "một triệu không trăm linh một"),
        (1_005_000, "một triệu không trăm linh năm nghìn"),
        (1_050_000, "một triệu không trăm năm mươi nghìn"),
        (308_000_962, "ba trăm linh tám triệu chín trăm sáu mươi hai"),
        (10**9, "một tỷ"),
        (10**9 + 5, "một tỷ không trăm linh năm"),
        (1_002_003_004, "một tỷ không trăm linh hai triệu không trăm linh ba nghìn không trăm linh bốn"),
        (10**10, "mười tỷ"),
        (10**12, "một nghìn tỷ"),
        (1_100_000_000_000, "một nghìn một trăm tỷ"),
        (1_234_000_000_000, "một nghìn hai trăm ba mươi tư tỷ"),
        (10**15, "một triệu tỷ"),
        (1_234_567_890_123_456, TO_SIX),
        (10**18 - 1, ALL_NINES),
        (Decimal(2), "hai"),
        (Decimal("204780.00"), "hai trăm linh bốn nghìn bảy trăm tám mươi"),
        (Decimal("1E+15"), "một triệu tỷ"),
        (Decimal("-0.0"), "không"),
        (Decimal("0E+999999"), "không"),
    ],
)
def test_numbers_in_northern_words(n: int | Decimal, words: str) -> None:
    assert spell_number(n) == words


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (1005, "một ngàn không trăm lẻ năm"),
        (24, "hai mươi bốn"),
        (10**12, "một ngàn tỉ"),
        (101_000, "một trăm lẻ một ngàn"),
    ],
)
def test_numbers_in_southern_words(n: int, words: str) -> None:
    assert spell_number(n, dialect=SOUTH) == words


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (308_000_962, "ba trăm linh tám triệu không nghìn chín trăm sáu mươi hai"),
        (1_000_000, "một triệu"),
        (5_000_000_962, "năm tỷ không triệu không nghìn chín trăm sáu mươi hai"),
        (5_000_200_000, "năm tỷ không triệu hai trăm nghìn"),
        (1_000_005_000_000_000, "một triệu không nghìn không trăm linh năm tỷ"),
        (7, "bảy"),
    ],
)
def test_a_school_speaks_empty_groups_between_others(n: int, words: str) -> None:
    assert spell_number(n, empty_groups="school") == words


# What other programs say, each against one of the rules.
@pytest.mark.parametrize(
    ("n", "wrong"),
    [
        (-1, "mười chín"),
        (1005, "một nghìn lẻ năm"),
        (1097, "một nghìn lẻ chín mươi bảy"),
        (1_000_001, "một triệu linh một"),
        (1_000_017, "một triệu mười bảy"),
        (104, "một trăm linh tư"),
        (105, "một trăm linh lăm"),
        (65, "sáu mươi năm"),
        (10**15, "một trăm nghìn tỷ"),
        (1_234_000_000_000, "một nghìn tỷ hai trăm ba mươi tư tỷ"),
        (10_000, "một mươi nghìn"),
        (21, "hai mươi một"),
    ],
)
def test_never_says_what_others_got_wrong(n: int, wrong: str) -> None:
    spelt = {spell_number(n, dialect=dialect) for dialect in DIALECTS}
    spelt.add(spell_number(n, empty_groups="school"))
    assert wrong not in spelt


@pytest.mark.parametrize(
    ("x", "words"),
    [
        (7, "bảy"),
        (Decimal("6.25"), "sáu phẩy hai năm"),
        (Decimal("0.05"), "không phẩy không năm"),
        (Decimal("12.5"), "mười hai phẩy năm"),
        (Decimal("1.005"), "một phẩy không không năm"),
        (Decimal("818.303"), "tám trăm mười tám phẩy ba không ba"),
        (Decimal("123.000"), "một trăm hai mươi ba phẩy không không không"),
        (Decimal("999.999"), "chín trăm chín mươi chín phẩy chín chín chín"),
        (Decimal("-0.007"), "âm không phẩy không không bảy"),
        (Decimal("-1.01"), "âm một phẩy không một"),
        (Decimal("-0.0"), "không phẩy không"),
        (Decimal("1E+3"), "một nghìn"),
    ],
)
def test_decimals_in_words(x: int | Decimal, words: str) -> None:
    assert spell_decimal(x) == words


@pytest.mark.parametrize(
    ("dong", "words"),
    [
        (0, "Không đồng"),
        (123_400_000, "Một trăm hai mươi ba triệu bốn trăm nghìn đồng"),
        (-50_000, "Âm năm mươi nghìn đồng"),
        (-15, "Âm mười lăm đồng"),
        (1005, "Một nghìn không trăm linh năm đồng"),
        (Decimal("204780.00"), "Hai trăm linh bốn nghìn bảy trăm tám mươi đồng"),
    ],
)
def test_money_in_words(dong: int | Decimal, words: str) -> None:
    assert spell_money(dong) == words


def test_a_receipt_says_the_sum() -> None:
    assert receipt_line(123_400_000) == "Bằng chữ: Một trăm hai mươi ba triệu bốn trăm nghìn đồng"
    assert receipt_line(1_500_000, even=True) == "Bằng chữ: Một triệu năm trăm nghìn đồng chẵn"
    assert receipt_line(101_000, dialect=SOUTH) == "Bằng chữ: Một trăm lẻ một ngàn đồng"
    assert spell_money(308_000_962, empty_groups="school", even=True).endswith("sáu mươi hai đồng chẵn")


@pytest.mark.parametrize(
    ("amount", "currency", "words"),
    [
        (1_500, "USD", "Một nghìn năm trăm đô la Mỹ"),
        (-20, "EUR", "Âm hai mươi euro"),
        (1_000_000, "JPY", "Một triệu yên Nhật"),
        (0, "CNY", "Không nhân dân tệ"),
        (5, "VND", "Năm đồng"),
    ],
)
def test_other_currencies_have_the_names_of_cldr(amount: int, currency: str, words: str) -> None:
    assert spell_money(amount, currency=currency) == words
    assert spell_money(Decimal(amount), currency=currency, even=True) == f"{words} chẵn"


def test_other_currencies_are_whole_and_known() -> None:
    from babel import Locale  # noqa: PLC0415  a witness, 100 ms, for this law alone
    from babel.numbers import get_currency_name  # noqa: PLC0415

    for code in map(str, Locale("vi").currencies):
        assert spell_money(7, currency=code).lower() in (
            f"bảy {get_currency_name(code, locale='vi')}".lower(),
            "bảy đồng",
        )
    with pytest.raises(NumberError) as caught:
        spell_money(Decimal("1.42"), currency="USD")
    assert caught.value.code == "number/not-an-integer"
    unknown: Any
    for unknown in ("usd", "đồng", "", None, ["USD"]):
        with pytest.raises(OptionError) as refused:
            spell_money(5, currency=unknown)
        assert refused.value.code == "option/unknown"


@pytest.mark.parametrize(
    "n",
    [10**18, -(10**18), 1 << 20_000, Decimal("1E+18"), Decimal("1E+999999"), Decimal(-(10**18))],
    ids=["least", "least below", "huge", "least decimal", "huge decimal", "least decimal below"],
)
def test_from_a_thousand_million_million_on_there_are_no_words(n: int | Decimal) -> None:
    for spell in (spell_number, spell_decimal, spell_money, receipt_line):
        with pytest.raises(NumberError) as caught:
            spell(n)
        assert caught.value.code == "number/out-of-range"


@pytest.mark.parametrize("x", ["1E-101", "0E-101", "1000000000000000000.5", "1E-999999"])
def test_decimals_have_bounded_length(x: str) -> None:
    with pytest.raises(NumberError) as caught:
        spell_decimal(Decimal(x))
    assert caught.value.code == "number/out-of-range"


def test_the_longest_decimals_are_written() -> None:
    assert spell_decimal(Decimal("1E-100")).endswith(" không một")
    assert spell_decimal(Decimal("999999999999999999.9")).endswith(" phẩy chín")


@pytest.mark.parametrize("x", ["NaN", "-NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_not_finite_has_no_words(x: str) -> None:
    for spell in (spell_number, spell_decimal, spell_money):
        with pytest.raises(NumberError) as caught:
            spell(Decimal(x))
        assert caught.value.code == "number/not-finite"


def test_a_fraction_is_no_whole_number() -> None:
    with pytest.raises(NumberError) as caught:
        spell_number(Decimal("1.5"))
    assert caught.value.code == "number/not-an-integer"
    with pytest.raises(NumberError) as caught:
        spell_money(Decimal("10.5"))
    assert caught.value.code == "number/fractional-dong"


@pytest.mark.parametrize("wrong", [1.0, True, "5", None, [5]])
def test_wrong_types_are_refused(wrong: Any) -> None:
    for spell in (spell_number, spell_decimal, spell_money, receipt_line):
        with pytest.raises(WrongTypeError) as caught:
            spell(wrong)
        assert isinstance(caught.value, TypeError)


def test_options_outside_the_list_are_refused() -> None:
    unknown: Any = "school-book"
    with pytest.raises(OptionError):
        spell_number(5, empty_groups=unknown)
    unhashable: Any = ["skip"]
    with pytest.raises(OptionError):
        spell_number(5, empty_groups=unhashable)
    south: Any = "south"
    with pytest.raises(WrongTypeError):
        spell_number(5, dialect=south)


def test_a_dialect_names_every_wrong_word() -> None:
    wrong: Any = "muôn"
    with pytest.raises(OptionError) as caught:
        Dialect(thousand=wrong, four=wrong)
    assert [fault.message_en.partition(": ")[2] for fault in caught.value.issues] == [
        "nghìn, ngàn",
        "tư, bốn",
    ]


def test_a_dialect_is_a_value() -> None:
    assert Dialect(thousand="ngàn", filler="lẻ", billion="tỉ", four="bốn") == SOUTH
    assert len({NORTH, SOUTH, Dialect()}) == 2
