"""Laws of figures, then cases that anybody can read, then what is refused."""

from __future__ import annotations

import copy
import decimal
import pickle
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figure_strategies import read_figures, sums
from lamtheobac import (
    Approximation,
    Figure,
    FigureError,
    NumberError,
    RecordError,
    Unit,
    Verdict,
    WrongTypeError,
    parse_figure,
)

RANK = [Verdict.AGREES, Verdict.LOOSE, Verdict.CONTRADICTS]


def table(figure: Figure, actual: int) -> Verdict:
    """The comparison written down once more, row by row as in the documentation, for figures with a value."""
    assert figure.value is not None
    v, x, s = Fraction(figure.value), Fraction(actual), Fraction(figure.step)
    near, far = min(s, v / 10), min(max(s, v / 10), v / 2)
    if figure.unit not in {Unit.VND, Unit.PERCENT, Unit.M2, Unit.HA, Unit.KM, Unit.TONNE, Unit.KG}:
        near, far = max(near, Fraction(1)), max(far, Fraction(1))
    off = x - v
    softened = len(figure.qualifiers) > 1
    match figure.approximation.value:
        case "exact":
            slack = Fraction(0) if figure.unit is Unit.PERCENT and v in (0, 100) else min(s / 2, v / 20)
            return Verdict.AGREES if abs(off) <= slack else Verdict.CONTRADICTS
        case "at_least":
            return Verdict.AGREES if off >= 0 else Verdict.CONTRADICTS
        case "at_most":
            return Verdict.AGREES if off <= 0 else Verdict.CONTRADICTS
        case "less_than":
            return Verdict.AGREES if off < 0 else Verdict.CONTRADICTS
        case "about":
            off = abs(off)
            return Verdict.AGREES if off <= near else Verdict.LOOSE if off <= far else Verdict.CONTRADICTS
        case "nearly":
            off = -off
        case _:
            pass
    if 0 < off <= near:
        return Verdict.AGREES
    if 0 <= off <= far or (softened and -near <= off < 0):
        return Verdict.LOOSE
    return Verdict.CONTRADICTS


@given(read_figures(), st.data())
def test_comparison_agrees_with_the_table(figure: Figure, data: st.DataObject) -> None:
    assert figure.value is not None
    bound = int(figure.value)
    near_it = st.integers(bound - bound // 3 - 3, bound + bound // 3 + 3)
    actual = data.draw(st.one_of(near_it, st.integers(0, 2 * bound + 2)))
    assert figure.compare(actual) is table(figure, actual)
    assert figure.compare(Decimal(actual)) is table(figure, actual)


@given(read_figures(), st.integers(1, 10**13), st.integers(1, 10**13))
def test_comparison_is_monotone_on_each_side(figure: Figure, one: int, other: int) -> None:
    assert figure.value is not None
    nearer, farther = sorted((one, other))
    for sign in (1, -1):
        ranks = [RANK.index(figure.compare(figure.value + sign * off)) for off in (nearer, farther)]
        assert ranks == sorted(ranks)


@given(read_figures())
def test_a_figure_agrees_with_itself(figure: Figure) -> None:
    assert figure.compare(figure) is Verdict.AGREES


@given(read_figures())
def test_a_figure_that_was_read_prints_its_words_and_reads_back(figure: Figure) -> None:
    assert Figure.parse(str(figure)) == figure
    assert str(Figure.parse(str(figure))) == str(figure)


@given(read_figures())
def test_a_figure_without_its_words_finds_words_that_say_the_same(figure: Figure) -> None:
    bare = attrs.evolve(figure, text=None)
    assert Figure.parse(str(bare)) == bare == figure


@given(read_figures())
def test_copies_and_pickles_are_equal(figure: Figure) -> None:
    assert copy.deepcopy(figure) == figure == pickle.loads(pickle.dumps(figure))  # noqa: S301  our own bytes
    assert hash(attrs.evolve(figure, text=None)) == hash(figure)


@given(sums())
def test_sums_do_not_care_about_order(figures: list[Figure]) -> None:
    there, back = Figure.sum(figures), Figure.sum(reversed(figures))
    assert (there.value, there.low, there.high, there.unit) == (back.value, back.low, back.high, back.unit)
    assert there == back


@given(sums(least=3))
def test_sums_do_not_care_about_brackets(figures: list[Figure]) -> None:
    first, *rest = figures
    left, right = Figure.sum(figures[:-1]) + figures[-1], first + Figure.sum(rest)
    for one in (left, right):
        whole = Figure.sum(figures)
        assert (one.value, one.low, one.high, one.unit) == (whole.value, whole.low, whole.high, whole.unit)
        assert one.approximation is whole.approximation


def literal_choice(figure: Figure, away: int) -> Decimal:
    """A value that the words, read literally, allow: on the side they leave open."""
    assert figure.value is not None
    steps = {
        "more_than": away + 1,
        "at_least": away,
        "nearly": -away - 1,
        "less_than": -away - 1,
        "at_most": -away,
    }
    return max(figure.value + steps.get(figure.approximation.value, 0), Decimal(0))


def is_literally(figure: Figure, actual: Decimal) -> bool:
    """Whether the words, read literally, allow a value; "khoảng" forbids none."""
    assert figure.value is not None
    v = figure.value
    return {
        "exact": actual == v,
        "more_than": actual > v,
        "at_least": actual >= v,
        "nearly": actual < v,
        "less_than": actual < v,
        "at_most": actual <= v,
        "about": True,
    }[figure.approximation.value]


@given(sums(), st.lists(st.integers(0, 500), min_size=6, max_size=6))
def test_a_printed_sum_read_literally_holds_every_choice_of_its_members(
    figures: list[Figure], away: list[int]
) -> None:
    total = sum((literal_choice(*pair) for pair in zip(figures, away, strict=False)), Decimal(0))
    assert is_literally(Figure.parse(str(Figure.sum(figures))), total)


@given(sums(small=100), st.lists(st.integers(-100, 100), min_size=6, max_size=6))
def test_a_printed_sum_never_contradicts_values_that_agree_with_its_members(
    figures: list[Figure], percents: list[int]
) -> None:
    chosen = []
    for figure, percent in zip(figures, percents, strict=False):
        assert figure.value is not None
        near = min(figure.step, figure.value / 10)
        value = int(figure.value) + int(near * percent / 100)
        agreeing = (value, int(figure.value) + 1, int(figure.value) - 1, int(figure.value))
        chosen.append(next(one for one in agreeing if figure.compare(one) is Verdict.AGREES))
    assert Figure.parse(str(Figure.sum(figures))).compare(sum(chosen)) is not Verdict.CONTRADICTS


@given(sums())
def test_a_printed_sum_allows_the_sum_itself(figures: list[Figure]) -> None:
    total = Figure.sum(figures)
    assert total.value is not None
    held = Figure.parse(str(total)).compare(total.value)
    assert held is not Verdict.CONTRADICTS or total.approximation is Approximation.LESS_THAN


@pytest.mark.parametrize(
    ("words", "actual", "verdict"),
    [
        ("hơn 5.000 cuốn", 5_012, "agrees"),
        ("hơn 5.000 cuốn", 5_600, "loose"),
        ("hơn 5.000 cuốn", 6_200, "contradicts"),
        ("hơn 5.000 cuốn", 5_000, "loose"),
        ("hơn 5.000 cuốn", 4_999, "contradicts"),
        ("hơn 126 hội viên", 127, "agrees"),
        ("gần 1 tỷ đồng", 50_000_000, "contradicts"),
        ("gần 1 tỷ đồng", 950_000_000, "agrees"),
        ("khoảng hơn 132 tỷ đồng", 131_500_000_000, "loose"),
        ("hơn 132 tỷ đồng", 131_500_000_000, "contradicts"),
        ("khoảng gần 365 triệu đồng", 365_500_000, "loose"),
        ("6,2 tỷ đồng", 6_249_000_000, "agrees"),
        ("6,2 tỷ đồng", 6_251_000_000, "contradicts"),
        ("129 nhà", 129, "agrees"),
        ("129 nhà", 130, "contradicts"),
        ("100%", 99, "contradicts"),
        ("ít nhất 30 hộ", 3_000, "agrees"),
        ("ít nhất 30 hộ", 29, "contradicts"),
        ("không quá 30 hộ", 31, "contradicts"),
        ("dưới 30 hộ", 30, "contradicts"),
        ("chưa đầy 30 hộ", 29, "agrees"),
        ("hơn 5 hộ", 6, "agrees"),
    ],
)
def test_what_a_count_says_to_a_claim(words: str, actual: int, verdict: str) -> None:
    assert parse_figure(words).compare(actual) == verdict


@pytest.mark.parametrize(
    ("claim", "other", "verdict"),
    [
        ("hơn 90%", Figure.share(30, out_of=38), "contradicts"),
        ("hơn 90%", Figure.share(30, out_of=33), "agrees"),
        ("hơn 90%", Figure.share(27, out_of=30), "loose"),
        ("hơn 90%", Figure.parse("gần 90%"), "contradicts"),
        ("hơn 1,2 tỷ đồng", Figure.parse("hơn 1,5 tỷ đồng"), "contradicts"),
        ("hơn 1,2 tỷ đồng", Figure.parse("1.234.567.890 đồng"), "agrees"),
        ("khoảng 100 hộ", Figure.parse("từ 95 đến 200 hộ"), "loose"),
        ("từ 100 đến 200 hộ", Figure.parse("150 hộ"), "agrees"),
        ("từ 100 đến 200 hộ", Figure.parse("250 hộ"), "contradicts"),
        ("ít nhất 30 hộ", Figure.parse("dưới 30 hộ"), "contradicts"),
        ("ít nhất 30 hộ", Figure.parse("ít nhất 20 hộ"), "loose"),
        ("tối đa 30 hộ", Figure.parse("tối đa 20 hộ"), "agrees"),
        ("129 nhà", Figure.parse("129 hộ"), "cannot_tell"),
        ("129 người", Figure.parse("129 lượt người"), "cannot_tell"),
        ("300.000 đồng/tháng", Figure.parse("300.000 đồng"), "cannot_tell"),
        ("38 công dân", Figure.parse("90%"), "cannot_tell"),
    ],
)
def test_what_one_claim_says_to_another(claim: str, other: Figure, verdict: str) -> None:
    assert parse_figure(claim).compare(other) == verdict


def test_items_compare_only_where_they_count_the_same_thing() -> None:
    jars = Figure.of(40, Unit.ITEM, noun="hũ gạo")
    assert jars.compare(Figure.of(40, Unit.ITEM, noun="Hũ gạo")) == "agrees"
    assert jars.compare(Figure.of(40, Unit.ITEM, noun="con heo đất")) == "cannot_tell"


def test_a_fraction_against_a_bare_number_cannot_be_told() -> None:
    assert Figure.share(30, out_of=38).compare(30) == "cannot_tell"
    assert Figure.share(30, out_of=38).compare(Figure.share(15, out_of=19)) == "agrees"


@pytest.mark.parametrize(
    ("members", "total"),
    [
        (["hơn 6,2 tỷ đồng", "hơn 1,2 tỷ đồng"], "hơn 7,4 tỷ đồng"),
        (["129 nhà", "21 nhà"], "150 nhà"),
        (["gần 365 triệu đồng", "gần 1 tỷ đồng"], "gần 1,4 tỷ đồng"),
        (["hơn 100 hộ", "gần 100 hộ"], "khoảng 200 hộ"),
        (["6,2 tỷ đồng", "1,2 tỷ đồng"], "khoảng 7,4 tỷ đồng"),
        (["ít nhất 30 hộ", "hơn 10 hộ", "5 hộ"], "ít nhất 45 hộ"),
        (["hơn 6,2 tỷ đồng"], "hơn 6,2 tỷ đồng"),
        (["6,2 tỷ đồng", "hơn 1 tỷ đồng"], "khoảng 7 tỷ đồng"),
        (["tối đa 30 hộ", "gần 10 hộ"], "tối đa 40 hộ"),
    ],
)
def test_sums_that_a_layman_can_check(members: list[str], total: str) -> None:
    figure = Figure.sum(map(Figure.parse, members))
    assert str(figure) == total


def test_ranges_add_by_their_ends() -> None:
    both = Figure.parse("từ 3 đến 4 tỷ đồng") + Figure.parse("1.000.000.000 đồng")
    assert (both.value, both.low, both.high) == (None, Decimal(4 * 10**9), Decimal(5 * 10**9))
    assert both.approximation is Approximation.ABOUT


def test_the_noun_of_a_sum_is_what_all_count() -> None:
    poor, near_poor = Figure.parse("12 hộ nghèo"), Figure.parse("7 hộ cận nghèo")
    assert (poor + poor).noun == "hộ nghèo"
    assert str(poor + near_poor) == "19 hộ"


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ([], "figure/nothing-to-add"),
        (["8.458 ngày công", "132 tỷ đồng"], "figure/unlike-units"),
        (["38 người", "96 lượt người"], "figure/unlike-units"),
        (["90%", "5%"], "figure/percentages-do-not-add"),
        (["30/38 vụ việc", "10/12 vụ việc"], "figure/shares-do-not-add"),
        (["300.000 đồng/tháng", "300.000 đồng"], "figure/unlike-per"),
        (["40 hũ gạo", "3 con heo đất"], "figure/unlike-nouns"),
    ],
)
def test_what_never_adds(members: list[str], code: str) -> None:
    with pytest.raises(FigureError) as caught:
        Figure.sum(map(Figure.parse, members))
    assert caught.value.code == code


def test_items_without_a_name_do_not_add() -> None:
    nameless = Figure.of(3, Unit.ITEM)
    with pytest.raises(FigureError, match="unlike-nouns"):
        _ = nameless + nameless


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"value": Decimal("1.5"), "unit": Unit.HOUSEHOLD}, "figure/not-whole"),
        ({"value": Decimal("0.5"), "unit": Unit.VND}, "figure/not-whole"),
        ({"value": Decimal(-5), "unit": Unit.HOUSE}, "figure/out-of-range"),
        ({"value": Decimal("NaN"), "unit": Unit.HOUSE}, "figure/out-of-range"),
        ({"value": Decimal("1E999999"), "unit": Unit.HOUSE}, "figure/out-of-range"),
        ({"value": Decimal(10**18 + 1), "unit": Unit.VND}, "figure/out-of-range"),
        ({"unit": Unit.HOUSE}, "figure/no-value"),
        ({"low": Decimal(3), "unit": Unit.HOUSE}, "figure/no-value"),
        ({"value": Decimal(3), "low": Decimal(3), "unit": Unit.HOUSE}, "figure/value-and-range"),
        ({"low": Decimal(4), "high": Decimal(3), "unit": Unit.HOUSE}, "figure/range-reversed"),
        ({"low": Decimal(4), "high": Decimal(4), "unit": Unit.HOUSE}, "figure/range-reversed"),
        ({"value": Decimal(3), "out_of": 0, "unit": Unit.CASE}, "number/not-between"),
        ({"value": Decimal(3), "out_of": 4, "unit": Unit.PERCENT}, "figure/share-needs-a-count"),
        ({"value": Decimal(3), "step": Decimal(5), "unit": Unit.CASE}, "figure/step-is-no-place"),
        ({"value": Decimal(3), "unit": Unit.ITEM, "noun": "hũ\u200bgạo"}, "text/format-character"),
        ({"value": Decimal(3), "unit": Unit.CASE, "per": ("",)}, "text/empty"),
        ({"value": Decimal(3), "unit": Unit.CASE, "text": "4 vụ việc"}, "figure/text-differs"),
        ({"value": Decimal(3), "unit": Unit.CASE, "text": "ba bốn gì đó"}, None),
        ({"value": Decimal(3), "unit": Unit.CASE, "text": "3 vụ việc\n"}, None),
    ],
)
def test_figures_that_cannot_be(fields: dict[str, Any], code: str | None) -> None:
    with pytest.raises(RecordError) as caught:
        Figure(**fields)
    assert code is None or caught.value.code == code


@pytest.mark.parametrize("value", [1.5, True, "30", None, 10**400])
def test_only_int_and_decimal_are_numbers(value: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        Figure.of(value, Unit.CASE)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize(
    "fields",
    [
        {"value": 30, "unit": Unit.CASE},
        {"value": Decimal(30), "unit": "case"},
        {"value": Decimal(30), "unit": Unit.CASE, "per": ["month"]},
        {"value": Decimal(30), "unit": Unit.CASE, "approximation": "exact"},
        {"value": Decimal(30), "unit": Unit.CASE, "out_of": 38.0},
    ],
)
def test_fields_have_their_types(fields: dict[str, Any]) -> None:
    with pytest.raises(WrongTypeError):
        Figure(**fields)


def test_only_figures_add() -> None:
    with pytest.raises(TypeError):
        Figure.of(3, Unit.CASE) + 3  # type: ignore[operator]


def test_a_figure_by_hand_says_its_qualifier() -> None:
    made = Figure.of(5_000, Unit.BOOK, approximation=Approximation.MORE_THAN)
    assert (made.qualifiers, made.flags, made.step) == (("hơn",), (), Decimal(1000))
    assert Figure.of(129, Unit.HOUSE).qualifiers == ()


def test_a_hedged_figure_without_a_step_is_taken_as_a_reader_would() -> None:
    bare = Figure(value=Decimal(5_000), unit=Unit.BOOK, approximation=Approximation.MORE_THAN)
    assert bare.compare(5_012) == "agrees"
    assert Figure.of(0, Unit.VND, approximation=Approximation.MORE_THAN).compare(1) == "agrees"


def test_flags_tell_what_a_lenient_reader_forgave() -> None:
    assert Figure.parse("1.6 tỷ đồng", mode="lenient").flags == ("dot_decimal",)


def test_a_scale_alone_is_money_only_where_that_may_be_assumed() -> None:
    strict, lenient = parse_figure("1,5 tỷ"), parse_figure("1,5 tỷ", mode="lenient")
    assert (strict.value, strict.unit, strict.flags) == (Decimal(1_500_000_000), Unit.ITEM, ())
    assert (lenient.value, lenient.unit, lenient.flags) == (strict.value, Unit.VND, ("currency_omitted",))
    with pytest.raises(RecordError) as caught:
        Figure(value=Decimal(1_200_000_000), unit=Unit.ITEM, text="1 tỷ 2")
    assert caught.value.issues[0].path == ("text",)


@pytest.mark.parametrize("text", ["2,5 hộ", "0,5 mô hình", "từ 1,5 đến 2 người"])
def test_a_part_of_what_has_none_is_no_figure(text: str) -> None:
    with pytest.raises(NumberError) as caught:
        parse_figure(text)
    assert (caught.value.code, caught.value.start, caught.value.end) == ("figure/not-whole", 0, len(text))
    assert caught.value.issues[0].path == ()


def test_times_and_years_have_parts() -> None:
    assert parse_figure("2,5 lần") == Figure(value=Decimal("2.5"), unit=Unit.TIME, step=Decimal("0.1"))
    assert parse_figure("1,5 năm").unit is Unit.YEAR


@given(sums(), st.sampled_from((decimal.ROUND_FLOOR, decimal.ROUND_UP)))
def test_no_decimal_context_changes_a_result(figures: list[Figure], rounding: str) -> None:
    free = [str(Figure.sum(figures)), *(str(figure.compare(figures[0])) for figure in figures)]
    with decimal.localcontext() as context:
        context.prec = 2
        context.rounding = rounding
        for signal in context.traps:
            context.traps[signal] = False
        bound = [str(Figure.sum(figures)), *(str(figure.compare(figures[0])) for figure in figures)]
    assert free == bound


@given(st.text(max_size=60))
def test_any_text_is_a_figure_or_an_error_of_the_family(text: str) -> None:
    modes: tuple[Literal["strict", "lenient"], ...] = ("strict", "lenient")
    for mode in modes:
        try:
            Figure.parse(text, mode=mode)
        except NumberError as error:
            assert error.issues
