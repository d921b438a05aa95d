"""What is said of a change allows every pair of values that the two figures agree with."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lamtheobac import Approximation, Figure, Unit
from lamtheobac.testing import figures
from lamtheobac.values.change import Trend, change_between
from lamtheobac.values.comparison import Interval, possible_values, values_in_agreement

CASES = [
    ("120 nhà", "129 nhà", "tăng", "9 nhà", "7,5%"),
    ("129 nhà", "120 nhà", "giảm", "9 nhà", "7,0%"),
    ("129 nhà", "129 nhà", "không đổi", None, None),
    ("1.000 cuốn", "hơn 1.200 cuốn", "tăng", "hơn 200 cuốn", "hơn 20%"),
    ("gần 1.000 cuốn", "1.200 cuốn", "tăng", "hơn 200 cuốn", "từ 20 đến 33,4%"),
    ("hơn 1.200 cuốn", "1.000 cuốn", "giảm", "hơn 200 cuốn", "từ 16,6 đến 23,1%"),
    ("1.200 cuốn", "hơn 1.000 cuốn", "giảm", "gần 200 cuốn", "từ 8,3 đến 16,7%"),
    ("hơn 1,5 tỷ đồng", "hơn 1,2 tỷ đồng", "giảm", "khoảng 300 triệu đồng", "khoảng 20%"),
    ("hơn 1,2 tỷ đồng", "hơn 1,2 tỷ đồng", "không so được", None, None),
    ("khoảng 100 hộ", "105 hộ", "không so được", None, None),
    ("96 người", "100 lượt người", "không so được", None, None),
    ("90%", "95%", "tăng", "khoảng 5%", None),
    ("30/38 vụ việc", "33/38 vụ việc", "tăng", "7,9%", None),
    ("từ 10 đến 20 hộ", "30 hộ", "tăng", "từ 10 đến 20 hộ", None),
    ("10 hộ", "ít nhất 30 hộ", "tăng", "ít nhất 20 hộ", "ít nhất 200%"),
    ("0 hộ", "30 hộ", "tăng", "30 hộ", None),
    ("30 hộ", "0 hộ", "giảm", "30 hộ", "100%"),
    ("ít nhất 30 hộ", "10 hộ", "giảm", "ít nhất 20 hộ", None),
    ("3 nhà", "4 nhà", "tăng", "1 nhà", "33,3%"),
    ("100.000 nhà", "100.040 nhà", "tăng", "40 nhà", "0,04%"),
    ("gần 1.000 cuốn", "hơn 1.200 cuốn", "tăng", "từ 200 đến 400 cuốn", "từ 20 đến 44,5%"),
    ("900.000.000.000 đồng", "900.000.000.001 đồng", "tăng", "1 đồng", None),
    ("100.000 nhà", "199.960 nhà", "tăng", "99.960 nhà", "99,96%"),
]


@pytest.mark.parametrize(("earlier", "later", "trend", "difference", "percent"), CASES)
def test_the_words_of_reports(
    earlier: str, later: str, trend: str, difference: str | None, percent: str | None
) -> None:
    found = change_between(Figure.parse(earlier), Figure.parse(later))
    said = [None if each is None else str(each) for each in found[1:]]
    assert (found.trend.label, *said) == (trend, difference, percent)


def inside(span: Interval, part: Fraction) -> Fraction | None:
    """A value in a span; of one without an end, a value near the other."""
    if span.low is None and span.high is None:
        return None
    low = span.low if span.low is not None else max(Fraction(0), (span.high or Fraction(0)) - 10)
    high = span.high if span.high is not None else low + 10
    value = low + (high - low) * part
    return value if span.has(value) else None


PARTS = st.sampled_from([Fraction(0), Fraction(1), Fraction(1, 2), Fraction(1, 97), Fraction(96, 97)])


@given(figures(), figures(), st.tuples(PARTS, PARTS), st.sampled_from(("as drawn", "of one kind")))
def test_no_choice_of_values_is_ruled_out(
    earlier: Figure, later: Figure, parts: tuple[Fraction, Fraction], kinds: str
) -> None:
    if kinds == "of one kind":
        later = (
            Figure(
                unit=earlier.unit,
                noun=earlier.noun,
                per=earlier.per,
                value=later.value,
                low=later.low,
                high=later.high,
                step=later.step,
                approximation=later.approximation,
            )
            if not earlier.unit.is_whole or later.unit.is_whole
            else earlier
        )
    found = change_between(earlier, later)
    if found.trend is Trend.CANNOT_TELL:
        assert (found.difference, found.percent) == (None, None)
        return
    before, after = (values_in_agreement(each) for each in (earlier, later))
    old, new = inside(before, parts[0]), inside(after, parts[1])
    assume(old is not None and new is not None)
    assert old is not None
    assert new is not None
    assert (new > old, new == old) == (found.trend is Trend.UP, found.trend is Trend.SAME)
    if found.difference is not None:
        assert possible_values(found.difference).has(abs(new - old))
    if found.percent is not None:
        assert possible_values(found.percent).has(abs(new - old) * 100 / old)


@given(figures(), figures())
def test_the_other_way_round_it_goes_the_other_way(earlier: Figure, later: Figure) -> None:
    there, back = change_between(earlier, later), change_between(later, earlier)
    opposite = {Trend.UP: Trend.DOWN, Trend.DOWN: Trend.UP}
    assert back.trend is opposite.get(there.trend, there.trend)
    assert (back.difference is None) == (there.difference is None)
    if back.difference is not None and there.difference is not None:
        assert attrs.evolve(back.difference, noun="") == attrs.evolve(there.difference, noun="")


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_counts_are_subtracted_exactly_in_any_context(first: int, second: int) -> None:
    earlier, later = Figure.of(first, Unit.HOUSE), Figure.of(second, Unit.HOUSE)
    with localcontext(prec=1):
        found = change_between(earlier, later)
    if first == second:
        assert found == (Trend.SAME, None, None)
    else:
        assert found.difference == Figure.of(abs(first - second), Unit.HOUSE)


def test_what_is_too_great_to_be_said_is_left_unsaid() -> None:
    tiny, huge = Figure.of(Decimal("0.000001"), Unit.KG), Figure.of(10**18, Unit.KG)
    assert change_between(tiny, huge).percent is None
    wide = Figure.of(10**18, Unit.KG, approximation=Approximation.MORE_THAN)
    assert change_between(Figure.of(1, Unit.KG), wide).trend is Trend.UP
