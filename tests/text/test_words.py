from __future__ import annotations

from decimal import ROUND_FLOOR, Context, Decimal, Inexact, localcontext
from itertools import product
from time import process_time
from typing import Any, Literal
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac.errors import NumberError, OptionError, WrongTypeError
from lamtheobac.text.spelling import NORTH, SOUTH, Dialect, spell_decimal, spell_number
from lamtheobac.text.word_grammar import known_words, number_graph
from lamtheobac.text.words import parse_words

Mode = Literal["strict", "lenient"]
MODES: tuple[Mode, Mode] = ("strict", "lenient")
EMPTY_GROUPS: tuple[Literal["skip"], Literal["school"]] = ("skip", "school")

numbers = st.integers(-(10**18) + 1, 10**18 - 1) | st.builds(
    lambda n, zeros: n * 10**zeros, st.integers(-999, 999), st.integers(0, 15)
)
dialects = st.builds(
    Dialect,
    thousand=st.sampled_from(["nghìn", "ngàn"]),
    filler=st.sampled_from(["linh", "lẻ"]),
    billion=st.sampled_from(["tỷ", "tỉ"]),
    four=st.sampled_from(["tư", "bốn"]),
)
modes = st.sampled_from(MODES)
number_words = st.lists(
    st.sampled_from(sorted(known_words("lenient") | {"lẽ", "muời", "nam", "5"})), max_size=12
)


@st.composite
def say(draw: st.DrawFn) -> str:
    """Go through the grammar of speech at random: mostly numbers, and sometimes half of one."""
    node, words = number_graph("lenient"), list[str]()
    while node.moves and (node.end is None or draw(st.integers(0, 4))) and len(words) < 25:
        words.append(draw(st.sampled_from(sorted(node.moves))))
        node = node.moves[words[-1]][0]
    return " ".join(words)


said = say()
texts = st.text() | said | number_words.map(" ".join) | st.text(sorted("ăâôưđ ̣̉\u00a0\u202f\t\n٣a5-,"))


def fault(text: str, mode: Mode = "strict") -> NumberError:
    with pytest.raises(NumberError) as caught:
        parse_words(text, mode=mode)
    return caught.value


def outcome(text: str, mode: Mode) -> int | Decimal | NumberError:
    try:
        return parse_words(text, mode=mode)
    except NumberError as error:
        return error


@given(numbers, dialects, st.sampled_from(EMPTY_GROUPS), modes)
def test_reads_what_the_library_writes(
    n: int, dialect: Dialect, groups: Literal["skip", "school"], mode: Mode
) -> None:
    read = parse_words(spell_number(n, dialect=dialect, empty_groups=groups), mode=mode)
    assert read == n
    assert type(read) is int


def test_reads_every_small_number() -> None:
    for n, dialect in product(range(20_000), (NORTH, SOUTH)):
        assert parse_words(spell_number(n, dialect=dialect)) == n


@given(st.decimals(-(10**17), 10**17, places=3) | st.decimals(-9, 9, places=90), dialects)
def test_reads_every_place_of_a_decimal(x: Decimal, dialect: Dialect) -> None:
    read = parse_words(spell_decimal(x, dialect=dialect))
    assert str(read) == str(x or x.copy_abs())


@given(said | number_words.map(" ".join))
def test_speech_adds_to_what_is_written_and_each_hint_writes_what_was_said(text: str) -> None:
    strict, lenient = outcome(text, "strict"), outcome(text, "lenient")
    if not isinstance(strict, NumberError):
        assert repr(strict) == repr(lenient)
    elif not isinstance(lenient, NumberError):
        assert strict.hint is not None
        assert parse_words(strict.hint) == lenient


@given(texts, modes)
def test_any_text_ends_in_a_value_or_in_an_error_that_helps(text: str, mode: Mode) -> None:
    read = outcome(text, mode)
    if not isinstance(read, NumberError):
        assert abs(int(read)) < 10**18
        return
    assert read.start is not None
    assert read.end is not None
    assert 0 <= read.start <= read.end <= len(text)
    assert read.start < read.end or not text
    if read.hint is not None:
        parse_words(read.hint)


@given(texts, modes)
def test_composed_and_decomposed_texts_are_one(text: str, mode: Mode) -> None:
    composed, decomposed = (outcome(normalize(form, text), mode) for form in ("NFC", "NFD"))
    if isinstance(composed, NumberError):
        assert isinstance(decomposed, NumberError)
        assert (decomposed.code, decomposed.hint) == (composed.code, composed.hint)
    else:
        assert repr(decomposed) == repr(composed)


@given(numbers, st.sampled_from(" \u00a0\u202f\u2009"), st.sampled_from([str.upper, str.title, str.lower]))
def test_case_and_blanks_change_nothing(n: int, blank: str, case: Any) -> None:
    text = case(spell_number(n)).replace(" ", f"{blank} ")
    assert parse_words(f"{blank}{text}{blank}") == n


def test_the_decimal_context_of_the_caller_changes_nothing() -> None:
    with localcontext(Context(prec=3, rounding=ROUND_FLOOR, Emax=2, Emin=-2, traps=[Inexact])):
        assert str(parse_words("âm một nghìn hai trăm ba mươi tư phẩy năm sáu bảy")) == "-1234.567"
        assert parse_words("một phẩy hai ba bốn năm triệu") == 1_234_500


def test_time_grows_with_the_length_and_no_faster() -> None:
    hostile = (
        "hai mươi ",
        "một phẩy " + "không " * 8,
        "một tỷ hai ",
        "hai ba ",
        "mười linh ",
        "  ",
        "không trăm ",
    )
    for piece in hostile:
        for length in (1_000, 1_000_000):
            text = (piece * (length // len(piece) + 1))[:length]
            start = process_time()
            with pytest.raises(NumberError):
                parse_words(text, mode="lenient")
            assert process_time() - start < 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("không", 0),
        ("âm không", 0),
        ("bẩy", 7),
        ("mười bẩy", 17),
        ("hai mươi bốn", 24),
        ("một trăm rưỡi", 150),
        ("bốn ngàn ba trăm lẻ năm", 4305),
        ("một nghìn không trăm linh năm", 1005),
        ("một triệu một trăm", 1_000_100),
        ("hai triệu rưỡi", 2_500_000),
        ("mười triệu rưỡi", 10_500_000),
        ("một tỷ rưỡi", 1_500_000_000),
        ("một tỷ hai trăm triệu rưỡi", 1_200_500_000),
        ("hai nghìn ba trăm tỷ rưỡi", 2_300_500_000_000),
        ("mười ba nghìn hai trăm bốn mươi bảy tỷ", 13_247_000_000_000),
        ("một nghìn tỷ", 10**12),
        ("một triệu tỷ", 10**15),
        ("ba trăm linh tám triệu không nghìn chín trăm sáu mươi hai", 308_000_962),
        ("một tỷ không triệu không nghìn năm trăm", 1_000_000_500),
        ("một tỷ không nghìn năm trăm", 1_000_000_500),
        ("sáu phẩy hai tỷ", 6_200_000_000),
        ("không phẩy hai triệu", 200_000),
        ("âm không phẩy năm ngàn", -500),
        ("bảy phẩy hai nghìn tỷ", 7_200_000_000_000),
        ("một nghìn hai trăm phẩy năm tỷ", 1_200_500_000_000),
        ("hai phẩy năm không không không nghìn", 2500),
        ("không phẩy không tỷ", 0),
        ("Hai  MƯƠI\u00a0LĂM ", 25),
    ],
)
def test_strict_reading(text: str, value: int) -> None:
    for mode in MODES:
        read = parse_words(text, mode=mode)
        assert read == value
        assert type(read) is int


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("tám trăm mười tám phẩy ba không ba", "818.303"),
        ("không phẩy không không một", "0.001"),
        ("một trăm phẩy không", "100.0"),
        ("âm một trăm lẻ ba phẩy bốn năm sáu", "-103.456"),
        ("âm không phẩy không", "0.0"),
        ("ba tỷ phẩy không không không không một", "3000000000.00001"),
        ("một trăm hai mươi ba tỷ bốn trăm năm mươi sáu triệu phẩy bảy tám chín", "123456000000.789"),
        ("một phẩy hai ba bốn năm không nghìn", "1234.5"),
    ],
)
def test_reading_decimals(text: str, value: str) -> None:
    for mode in MODES:
        read = parse_words(text, mode=mode)
        assert isinstance(read, Decimal)
        assert str(read) == value


# What is said and not written: refused strictly, with the written form as the hint.
@pytest.mark.parametrize(
    ("text", "value", "hint"),
    [
        ("hai mốt", 21, "hai mươi mốt"),
        ("ba lăm", 35, "ba mươi lăm"),
        ("bốn ba", 43, "bốn mươi ba"),
        ("ba tư", 34, "ba mươi tư"),
        ("bảy trăm tám chín", 789, "bảy trăm tám mươi chín"),
        ("một trăm ba", 130, "một trăm ba mươi"),
        ("năm trăm tư", 540, "năm trăm bốn mươi"),
        ("một trăm mốt", 110, "một trăm mười"),
        ("bốn trăm sáu triệu", 460_000_000, "bốn trăm sáu mươi triệu"),
        ("ba trăm linh tư", 304, "ba trăm linh bốn"),
        ("một tỷ hai", 1_200_000_000, "một tỷ hai trăm triệu"),
        ("một nghìn hai trăm ba", 1230, "một nghìn hai trăm ba mươi"),
        ("một triệu hai trăm ba nghìn", 1_230_000, "một triệu hai trăm ba mươi nghìn"),
        ("một triệu hai trăm tư nghìn", 1_240_000, "một triệu hai trăm bốn mươi nghìn"),
        ("tám ngàn mốt", 8100, "tám ngàn một trăm"),
        ("hai nghìn ba trăm tỉ hai", 2_300_200_000_000, "hai nghìn ba trăm tỉ hai trăm triệu"),
        ("tỷ rưỡi", 1_500_000_000, "một tỷ năm trăm triệu"),
        ("trăm rưỡi", 150, "một trăm năm mươi"),
        ("trăm rưỡi triệu", 150_000_000, "một trăm năm mươi triệu"),
        ("ba trăm rưỡi triệu", 350_000_000, "ba trăm năm mươi triệu"),
        ("nửa triệu", 500_000, "năm trăm nghìn"),
        ("ba chục", 30, "ba mươi"),
        ("một chục", 10, "mười"),
        ("một trăm hai chục", 120, "một trăm hai mươi"),
        ("một nghìn lẻ năm", 1005, "một nghìn không trăm lẻ năm"),
        ("một nghìn mười ba", 1013, "một nghìn không trăm mười ba"),
        ("hai nghìn hai mươi bốn", 2024, "hai nghìn không trăm hai mươi bốn"),
        ("một nghìn hai chục", 1020, "một nghìn không trăm hai mươi"),
        ("một nghìn hai mươi tỷ", 1_020_000_000_000, "một nghìn không trăm hai mươi tỷ"),
        ("một triệu năm mươi nghìn", 1_050_000, "một triệu không trăm năm mươi nghìn"),
        ("một triệu hai lăm nghìn", 1_025_000, "một triệu không trăm hai mươi lăm nghìn"),
        ("trừ sáu mươi", -60, "âm sáu mươi"),
        ("trừ chín chín tỷ chín", -99_900_000_000, "âm chín mươi chín tỷ chín trăm triệu"),
        ("sáu mươi tư chấm tám chín", Decimal("64.89"), "sáu mươi tư phẩy tám chín"),
        ("hai phẩy chín lăm", Decimal("2.95"), "hai phẩy chín năm"),
        ("một nghìn phẩy mười một", Decimal("1000.11"), "một nghìn phẩy một một"),
        ("sáu phẩy hai mươi lăm tỷ", 6_250_000_000, "sáu tỷ hai trăm năm mươi triệu"),
        ("hai nghìn lẻ ba phẩy bảy tám", Decimal("2003.78"), "hai nghìn không trăm lẻ ba phẩy bảy tám"),
    ],
)
def test_lenient_reading(text: str, value: int | Decimal, hint: str) -> None:
    assert fault(text).hint == hint
    assert repr(parse_words(text, mode="lenient")) == repr(value)


@pytest.mark.parametrize(
    ("text", "code", "start", "end"),
    [
        ("", "number/empty", 0, 0),
        (" \u00a0", "number/empty", 0, 2),
        ("hàng trăm", "number/indefinite", 0, 4),
        ("vài chục", "number/indefinite", 0, 3),
        ("năm tỷ mấy", "number/indefinite", 7, 10),
        ("xin chào", "number/unknown-word", 0, 3),
        ("một trăm đồng", "number/unknown-word", 9, 13),
        ("hai\nba", "number/unknown-word", 0, 6),
        ("hai\u200b mươi", "number/unknown-word", 0, 4),
        ("ba 5", "number/unknown-word", 3, 4),
        ("ba １", "number/non-ascii-digit", 3, 4),
        ("٣", "number/non-ascii-digit", 0, 1),
        ("một tỷ tỷ", "number/out-of-range", 7, 9),
        ("một nghìn tỉ tỷ", "number/out-of-range", 13, 15),
        ("âm", "number/word-order", 0, 2),
        ("âm âm hai", "number/word-order", 3, 5),
        ("không trăm linh năm", "number/word-order", 6, 10),
        ("năm năm", "number/word-order", 4, 7),
        ("một hai ba", "number/word-order", 4, 7),
        ("mốt", "number/word-order", 0, 3),
        ("trăm", "number/word-order", 0, 4),
        ("một tỷ lẻ mười bảy", "number/word-order", 7, 9),
        ("một trăm linh", "number/word-order", 9, 13),
        ("một triệu một triệu", "number/word-order", 14, 19),
        ("một nghìn một triệu", "number/word-order", 14, 19),
        ("một triệu không nghìn", "number/word-order", 16, 21),
        ("một triệu không nghìn mười", "number/word-order", 22, 26),
        ("một triệu hai trăm rưỡi", "number/word-order", 19, 23),
        ("một nghìn tỷ rưỡi", "number/word-order", 13, 17),
        ("hai rưỡi", "number/word-order", 4, 8),
        ("hai triệu rưỡi ba", "number/word-order", 15, 17),
        ("hai triệu rưỡi phẩy ba", "number/word-order", 15, 19),
        ("một nghìn hai tỷ", "number/word-order", 14, 16),
        ("nghìn rưỡi phẩy hai", "number/word-order", 0, 5),
        ("phẩy năm", "number/word-order", 0, 4),
        ("sáu phẩy", "number/word-order", 4, 8),
        ("sáu phẩy triệu", "number/word-order", 9, 14),
        ("sáu phẩy hai tỷ ba trăm", "number/word-order", 16, 18),
        ("một nghìn phẩy năm triệu", "number/word-order", 19, 24),
        ("một tỷ phẩy năm tỷ", "number/word-order", 16, 18),
        ("hai phẩy một trăm rưỡi", "number/word-order", 13, 17),
    ],
)
def test_what_is_no_number(text: str, code: str, start: int, end: int) -> None:
    found = fault(text)
    assert (found.code, found.start, found.end, found.hint) == (code, start, end, None)
    assert fault(text, "lenient").hint is None


# Two values are possible, or a year or "three or four" may be meant: no mode takes one of them.
@pytest.mark.parametrize(
    "text",
    [
        "một trăm năm",
        "một trăm một",
        "một tỷ năm",
        "một nghìn một",
        "một nghìn tỷ hai",
        "một triệu hai lăm",
        "một triệu mười",
        "một tỷ hai mươi lăm",
        "một triệu hai trăm ba",
        "một tỷ hai trăm hai lăm",
        "một triệu hai trăm năm",
        "một nghìn hai lăm",
        "một nghìn hai lăm tỷ",
        "hai ba",
        "ba bốn",
        "sáu bảy",
        "sáu bẩy",
        "hai ba triệu",
        "một triệu hai ba nghìn",
    ],
)
def test_doubtful_tails_are_refused(text: str) -> None:
    assert fault(text).code == "number/word-order"
    found = fault(text, "lenient")
    assert (found.code, found.hint) == ("number/ambiguous-tail", None)


# Neither written nor said by those who know: an error in both modes, with what was likely meant.
@pytest.mark.parametrize(
    ("text", "word", "hint"),
    [
        ("hai mươi năm", "năm", "hai mươi lăm"),
        ("mười năm", "năm", "mười lăm"),
        ("ba trăm hai mươi năm ngàn", "năm", "ba trăm hai mươi lăm ngàn"),
        ("hai mươi một", "một", "hai mươi mốt"),
        ("mười mốt", "mốt", "mười một"),
        ("hai mươi lẻ một", "lẻ", "hai mươi mốt"),
        ("một trăm linh mười", "mười", "một trăm mười"),
        ("một trăm lẻ mốt", "mốt", "một trăm lẻ một"),
        ("một mươi", "mươi", "mười"),
        ("sáu mười", "mười", "sáu mươi"),
        ("sáu muời", "muời", "sáu mươi"),
        ("muời lăm", "muời", "mười lăm"),
        ("một trăm lẽ năm", "lẽ", "một trăm lẻ năm"),
        ("năm tỳ", "tỳ", "năm tỷ"),
        ("muoi lam nghin", "muoi", "mười lăm nghìn"),
        ("hai muoi mot", "muoi", "hai mươi mốt"),
        ("hai mươi bốn trieu", "trieu", "hai mươi bốn triệu"),
    ],
)
def test_what_is_nearly_right_is_refused_with_a_hint(text: str, word: str, hint: str) -> None:
    for mode in MODES:
        found = fault(text, mode)
        assert text[found.start : found.end] == word
        assert found.hint == hint


def test_places_are_those_of_the_text_as_given() -> None:
    text = normalize("NFD", "  Hai mươi  năm")
    found = fault(text)
    assert text[found.start : found.end] == normalize("NFD", "năm")


def test_no_hint_is_longer_than_what_can_be_written() -> None:
    assert fault(f"hai chấm {'một ' * 101}").hint is None
    assert fault(f"hai chấm {'một ' * 90}").hint == f"hai phẩy {'một ' * 90}".rstrip()


def test_length_is_bounded() -> None:
    assert parse_words("ba" + " " * 998) == 3
    found = fault("ba" + " " * 999)
    assert (found.code, found.start, found.end) == ("number/out-of-range", 0, 1001)


def test_wrong_types_and_modes_are_refused() -> None:
    wrong: Any
    for wrong in (5, None, b"ba", ["ba"]):
        with pytest.raises(WrongTypeError):
            parse_words(wrong)
    for wrong in ("STRICT", None, []):
        with pytest.raises(OptionError):
            parse_words("ba", mode=wrong)
