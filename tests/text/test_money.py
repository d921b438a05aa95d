"""Money, compact numbers and units: laws, then wrong options."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac.errors import NumberError, OptionError, WrongTypeError
from lamtheobac.text.figures import read_figure
from lamtheobac.text.money import Scale, format_compact, format_money
from lamtheobac.text.numbers import parse_number
from lamtheobac.text.units import PER_LABELS, UNITS, check_whole_dong, find_label, match_per, match_unit

dong = st.integers(-(10**18), 10**18)
CHOICES: tuple[Scale, ...] = ("auto", "nghìn", "triệu", "tỷ", "nghìn tỷ", "triệu tỷ")
SCALES = {"nghìn": 3, "triệu": 6, "tỷ": 9, "nghìn tỷ": 12, "triệu tỷ": 15}


def read_compact(text: str) -> Fraction:
    """Read a compact number back without the library's scales."""
    number, *words = text.removesuffix(" đồng").split(" ")
    scale: int = 10 ** SCALES.get(" ".join(words), 0)
    return Fraction(parse_number(number)) * scale


@given(dong)
def test_the_symbol_is_byte_for_byte_the_one_of_cldr(n: int) -> None:
    from babel import Locale  # noqa: PLC0415  a witness, 100 ms, for this law alone
    from babel.numbers import format_currency  # noqa: PLC0415

    assert format_money(n, form="symbol") == format_currency(n, "VND", locale=Locale("vi", "VN"))


@given(st.integers())
def test_money_reads_back(n: int) -> None:
    assert parse_number(format_money(n).removesuffix(" đồng")) == n
    assert format_money(n) == format_money(Decimal(n))


@given(st.integers(0, 10**18))
def test_every_form_of_money_is_a_figure(n: int) -> None:
    for written in (format_money(n), format_money(n, form="symbol"), format_money(n, form="code")):
        figure = read_figure(written)
        assert (figure.value, figure.unit, figure.step) == (Decimal(n), "VND", Decimal(0))


@given(dong | st.decimals(-(10**18), 10**18, places=4), st.integers(0, 6))
def test_compact_is_off_by_half_a_digit_at_most(x: int | Decimal, max_frac: int) -> None:
    written = format_compact(x, unit="", max_frac=max_frac)
    words = " ".join(written.split(" ")[1:])
    digit = Fraction(1, 10**max_frac) * 10 ** SCALES.get(words, 0)
    assert abs(read_compact(written) - Fraction(x)) * 2 <= digit
    assert abs(read_compact(written)) < 10**6 or words


@given(st.integers(0, 10**18), st.sampled_from(CHOICES), st.integers(0, 20))
def test_compact_without_loss_reads_back(n: int, scale: Scale, max_frac: int) -> None:
    rounded = format_compact(n, scale=scale, max_frac=max_frac)
    if read_compact(rounded) == n:
        assert format_compact(n, scale=scale, max_frac=max_frac, on_inexact="raise") == rounded
        assert read_figure(rounded).value == n
    else:
        with pytest.raises(NumberError) as refused:
            format_compact(n, scale=scale, max_frac=max_frac, on_inexact="raise")
        assert refused.value.code == "number/inexact"


@given(dong, st.integers(0, 4))
def test_the_mark_tells_on_which_side_the_truth_lies(n: int, max_frac: int) -> None:
    written = format_compact(n, max_frac=max_frac, on_inexact="mark")
    mark, _, rest = written.rpartition("hơn ") if written.startswith("hơn") else written.rpartition("gần ")
    assert format_compact(n, max_frac=max_frac) == rest
    shown = read_compact(rest)
    assert (n > shown) == written.startswith("hơn ")
    assert (n < shown) == written.startswith("gần ")
    assert mark == ""


@given(dong, st.sampled_from(CHOICES), st.integers(0, 3))
def test_a_negative_is_its_positive_with_a_sign(n: int, scale: Scale, max_frac: int) -> None:
    written = format_compact(abs(n), scale=scale, max_frac=max_frac)
    mirrored = format_compact(-abs(n), scale=scale, max_frac=max_frac)
    assert mirrored == (written if not read_compact(written) else "-" + written)


def test_nothing_here_needs_babel() -> None:
    written = (
        "print(format_money(1234567, form='symbol'), format_compact(6250000000), 'babel' in sys.modules)"
    )
    program = f"import sys\nfrom lamtheobac.text.money import format_compact, format_money\n{written}"
    shell = [sys.executable, "-X", "utf8", "-c", program]
    told = subprocess.run(shell, capture_output=True, check=True, encoding="utf-8")
    assert told.stdout.strip() == "1.234.567\u00a0₫ 6,25 tỷ đồng False"


def test_a_very_precise_number_is_compacted_exactly() -> None:
    assert format_compact(Decimal("1E+30"), unit="") == "1" + ".000" * 7 + " tỷ"
    assert format_compact(Decimal(10**9) + Decimal("1E-18"), unit="", on_inexact="mark") == "hơn 1 tỷ"


def test_wrong_options() -> None:
    with pytest.raises(OptionError, match="word, symbol, code"):
        format_money(1, form="words")  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="auto, nghìn, triệu"):
        format_compact(1, scale="trăm")  # type: ignore[arg-type]
    with pytest.raises(OptionError, match="round, raise, mark"):
        format_compact(1, on_inexact="cut")  # type: ignore[arg-type]
    with pytest.raises(OptionError):
        format_compact(1, max_frac=1, min_frac=2)
    with pytest.raises(OptionError):
        format_compact(1, max_frac=101)
    for wrong in (None, 1.0, True):
        with pytest.raises(WrongTypeError):
            format_compact(1, max_frac=wrong)  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        format_compact(1, unit=None)  # type: ignore[arg-type]


@pytest.mark.parametrize("part", ["2.5", "-0.1", "1E-30"])
def test_there_is_no_part_of_a_dong(part: str) -> None:
    for write in (format_money, format_compact, check_whole_dong):
        with pytest.raises(NumberError) as refused:
            write(Decimal(part))
        assert refused.value.code == "number/fractional-dong"


def test_every_label_is_read_as_its_unit() -> None:
    for code, unit in UNITS.items():
        assert unit.code == code
        assert find_label(code) == unit.vi
        if code != "item":
            words = unit.vi.lower().split(" ")
            assert match_unit(words) == (code, len(words))
    for code, label in PER_LABELS.items():
        assert match_per(label.split(" ")) == (code, len(label.split(" ")))


@pytest.mark.parametrize(
    ("words", "code", "length"),
    [
        ("đồng", "VND", 1),
        ("đồng chí", "person", 2),
        ("đồng bào dân tộc", "person", 2),
        ("hộ gia đình khó khăn", "household", 3),
        ("hội viên", "person", 2),
        ("hội phụ nữ", "organisation", 1),
        ("hội thi", "item", 2),
        ("chi hội trưởng", "person", 3),
        ("nhà hảo tâm", "person", 3),
        ("nhà văn hóa", "item", 3),
        ("ngày công lao động", "labour_day", 2),
        ("công dân", "person", 2),
        ("công trình , phần việc", "work", 2),
        ("tháng tuổi", "item", 2),
        ("tập thể , cá nhân", "item", 2),
        ("tổ chức và cá nhân", "item", 2),
        ("lượt cán bộ , hội viên", "person_turn", 3),
        ("cây , con giống", "tree", 1),
        ("ki - lô - mét", "km", 5),
        ("m2 đất", "m2", 1),
        ("ý kiến", "item", 0),
        ("% , cá nhân", "percent", 1),
    ],
)
def test_the_longest_phrase_names_the_unit(words: str, code: str, length: int) -> None:
    assert match_unit(words.split(" ")) == (code, length)


@pytest.mark.parametrize(
    ("words", "code", "length"),
    [
        ("người", "person", 1),
        ("quý", "quarter", 1),
        ("suất", "item", 1),
        ("đồng", "item", 0),
        ("con", "item", 0),
    ],
)
def test_rates(words: str, code: str, length: int) -> None:
    assert match_per(words.split(" ")) == (code, length)
