"""The sentences that say what is wrong in a report: both values, the spans of both, nothing that cannot be."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final, Literal, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from lamtheobac import Approximation, Figure, Programme, Unit, Verdict, reconcile
from lamtheobac.reports.conflicts import Conflict
from lamtheobac.reports.report_findings import find_against_records, find_inside
from lamtheobac.reports.spans import say_pair, say_span
from lamtheobac.reports.weighing import weigh
from lamtheobac.rules.amounts import say
from lamtheobac.testing import figures
from lamtheobac.values.comparison import Interval, possible_values, values_in_agreement

Lang = Literal["vi", "en"]
LANGUAGES: Final[tuple[Lang, ...]] = get_args(Lang)
HEDGED: Final = (Approximation.MORE_THAN, Approximation.NEARLY, Approximation.ABOUT)
COUNTED: Final = [unit for unit in Unit if unit.is_count and unit.is_whole]


@st.composite
def contradictions(draw: st.DrawFn, units: tuple[Unit, ...] = tuple(Unit)) -> tuple[Figure, Figure]:
    """Two figures of one unit that contradict each other."""
    of_unit = figures(units=[draw(st.sampled_from(units))])
    claim, recorded = draw(of_unit), draw(of_unit)
    assume(weigh(claim, recorded) is Verdict.CONTRADICTS)
    return claim, recorded


@given(contradictions(), st.sampled_from(LANGUAGES))
def test_both_values_and_what_they_stand_for_are_told(pair: tuple[Figure, Figure], lang: Lang) -> None:
    claim, recorded = pair
    finding = find_against_records(claim, recorded, ())
    message = finding.message(lang)
    assert say(claim) in message
    assert say(recorded) in message
    assert "?" not in message
    assert "…" not in message
    for figure in pair:
        if figure.value is not None and figure.approximation in HEDGED:
            assert f"{say(figure)} (" in message


@given(contradictions(tuple(COUNTED)), st.sampled_from(LANGUAGES))
def test_nobody_is_counted_in_decimals(pair: tuple[Figure, Figure], lang: Lang) -> None:
    stated, known, _ = say_pair(*pair, lang)
    for figure, said in zip(pair, (stated, known), strict=True):
        span = said.removeprefix(say(figure))
        # Decimals stand in percentages, and before a scale word.
        assert not re.search(r",[0-9]+(?![0-9]|%| (?:triệu|tỷ))", span), said


@given(contradictions(), st.sampled_from(LANGUAGES))
def test_what_cannot_both_be_is_shown_apart(pair: tuple[Figure, Figure], lang: Lang) -> None:
    first, second, is_excluded = say_pair(*pair, lang)
    claim, recorded = pair
    assert first != second
    assert is_excluded == (not possible_values(claim).meets(values_in_agreement(recorded)))


FURTHEST: Final = 4_500


@settings(max_examples=settings().max_examples // 2)
@given(
    st.integers(0, 20), st.integers(1, 40), st.sampled_from(LANGUAGES),
    st.sampled_from(["", "hơn ", "gần ", "khoảng ", "ít nhất ", "tối đa ", "dưới ", "không quá "]),
    st.integers(0, 100),
)  # fmt: skip
def test_the_whole_that_a_share_would_need_is_true(
    part: int, more: int, lang: Lang, word: str, percent: int
) -> None:
    claim, share = Figure.parse(f"{word}{percent}%"), Figure.share(part, out_of=part + more, unit=Unit.CASE)
    assume(claim.compare(share) is Verdict.CONTRADICTS)
    message = find_inside(claim, Conflict("report/share-contradicts-counts", share, part), ()).message(lang)
    assert "?" not in message
    assert f"{part}/{part + more} vụ việc" in message
    wholes = [whole for whole in range(max(1, part), FURTHEST) if _allows(claim, part, whole)]
    base = message.rpartition(";")[2]
    told = [int(number.replace(".", "")) for number in re.findall(r"[0-9.]+", base)]
    if not wholes:
        assert told == [part]
        assert base.strip().startswith(("không có tổng số nào", "there is no whole"))
    elif len(told) == 1 and wholes[-1] == FURTHEST - 1:
        assert told == [wholes[0]]
    else:
        assert told == ([wholes[0]] if len(wholes) == 1 else [wholes[0], wholes[-1]])


def _allows(claim: Figure, part: int, whole: int) -> bool:
    """Tell whether so many of a whole are the share that is claimed; the side that a word names is strict."""
    share, stated = Fraction(part * 100, whole), Fraction(claim.value or 0)
    if claim.approximation is Approximation.MORE_THAN and share <= stated:
        return False
    if claim.approximation is Approximation.NEARLY and share >= stated:
        return False
    return possible_values(claim).has(share)


@pytest.mark.parametrize(
    ("text", "vi", "en"),
    [
        ("hơn 711 hộ", "từ 711 đến 782 hộ", "711 to 782 hộ"),
        ("ít nhất 5 hộ", "từ 5 hộ trở lên", "5 hộ or more"),
        ("tối đa 90%", "không quá 90%", "90% at most"),
        ("dưới 5 năm", "dưới 5 năm", "below 5 năm"),
        ("khoảng 6,2 tỷ đồng", "từ 5,58 tỷ đến 6,82 tỷ đồng", "5,58 tỷ to 6,82 tỷ đồng"),
        ("hơn 1.234 đồng/tháng", "từ 1.234 đến 1.357 đồng/tháng", "1.234 to 1.357 đồng/tháng"),
        ("0,125 ha", "từ 0,1245 đến 0,1255 ha", "0,1245 to 0,1255 ha"),
        ("khoảng 329.195 con heo đất", "từ 296.276 đến 362.114", "296.276 to 362.114"),
    ],
)
def test_possible_values_in_words(text: str, vi: str, en: str) -> None:
    figure = Figure.parse(text)
    span = possible_values(figure)
    assert say_span(span, figure, "vi") == vi
    assert say_span(span, figure, "en") == en


def test_less_than_a_dong_more_is_shown_as_it_is() -> None:
    figure = Figure.parse("hơn 5 đồng")
    assert say_span(values_in_agreement(figure), figure, "vi") == "trên 5 đến 5,5 đồng"
    assert say_span(Interval(Fraction(5), Fraction(15, 2)), figure, "vi") == "từ 5 đến 7 đồng"
    assert say_span(Interval(Fraction(9, 2), Fraction(7)), figure, "vi") == "từ 5 đến 7 đồng"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Trong tổng số 50 vụ việc, đã giải quyết 45 vụ việc, đạt tối đa 70%.",
            (
                "báo cáo ghi tối đa 70%, nhưng 45/50 vụ việc là 90%; "
                "muốn đúng như đã ghi thì tổng số phải từ 65 trở lên"
            ),
        ),
        (
            "Trong tổng số 50 vụ việc, đã giải quyết 0 vụ việc, đạt 10%.",
            (
                "báo cáo ghi 10% (có thể từ 9,5% đến 10,5%), nhưng 0/50 vụ việc là 0%; "
                "không có tổng số nào mà 0 vụ việc chiếm đúng tỷ lệ đã ghi"
            ),
        ),
        (
            "Trong tổng số 10.000 vụ việc, đã giải quyết 9.999 vụ việc, đạt 100%.",
            (
                "báo cáo ghi 100%, nhưng 9.999/10.000 vụ việc là 99,99%; "
                "muốn đúng như đã ghi thì tổng số phải là 9.999"
            ),
        ),
        (
            "Trong tổng số 3 vụ việc, đã giải quyết 2 vụ việc, đạt hơn 66,7%.",
            (
                "báo cáo ghi hơn 66,7% (có thể từ 66,7% đến 73,37%), nhưng 2/3 vụ việc là 66,67%; "
                "không có tổng số nào mà 2 vụ việc chiếm đúng tỷ lệ đã ghi"
            ),
        ),
        (
            "Cấp huyện tổ chức hơn 60 cuộc, cấp xã tổ chức 79 cuộc, tổng cộng 195 cuộc.",
            "báo cáo ghi tổng số 195 cuộc, nhưng các phần cộng lại là hơn 139 cuộc (tức 140 cuộc)",
        ),
    ],
)  # fmt: skip
def test_messages_of_what_contradicts_inside_a_report(text: str, said: str) -> None:
    matches = reconcile(text, Programme(name="x"))
    assert [match.finding.message() for match in matches if match.finding] == [said]
