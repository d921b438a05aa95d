"""Rules that need no law: what holds for every programme."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    RULES,
    Accrual,
    Dialogue,
    Figure,
    Measure,
    ModelState,
    ModelStatus,
    Outcome,
    OutcomeKind,
    Period,
    PracticeModel,
    Programme,
    Statement,
    Unit,
    check,
)
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.rules.amounts import add_up, is_surely_above, kind_of, say
from programme_strategies import made_figures, programmes

COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=6)


def codes(programme: Programme, only: tuple[str, ...] = ()) -> Counter[str]:
    return Counter(finding.code for finding in check(programme, only=only or None))


@given(programmes())
def test_no_programme_makes_a_rule_raise(programme: Programme) -> None:
    for rule in RULES:
        for found in rule.check(programme):
            collection, *names = found.path
            assert not names or names[0] in getattr(programme, str(collection))
    assert not codes(programme)["rule/failed"]


@given(programmes())
def test_the_order_of_records_changes_nothing(programme: Programme) -> None:
    turned = {name: reversed(getattr(programme, name)) for name in COLLECTIONS}
    about = {name: getattr(programme, name) for name in ("name", "committee_id", "period")}
    assert codes(Programme(**about, **turned)) == codes(programme)


def houses(counts: list[int], stated: int) -> Programme:
    """A report that states a total, and its parts."""
    ids: Any = [f"kq-{place}" for place in range(len(counts))]
    parts = [
        Outcome(id=each, of_id=each, kind=OutcomeKind.HOUSES_NEW, figure=Figure.of(count, Unit.HOUSE))
        for each, count in zip(ids, counts, strict=True)
    ]
    total: Any = {"id": "sl", "about_ids": tuple(ids)}
    statement = Statement(**total, measure=Measure.HOUSES_TOTAL, figure=Figure.of(stated, Unit.HOUSE))
    return Programme(name="Bình Sơn", outcomes=parts, statements=[statement])


@given(COUNTS, st.integers(-3, 3))
def test_a_total_of_counts_is_just_its_sum(counts: list[int], off: int) -> None:
    stated = max(0, sum(counts) + off)
    wanted = {} if stated == sum(counts) else {"total/contradicts-parts": 1}
    assert codes(houses(counts, stated)) == wanted


@given(COUNTS, st.data())
def test_what_is_missing_is_not_zero(counts: list[int], data: st.DataObject) -> None:
    """Whatever parts of a true total are not known, it is not doubted for that."""
    known = data.draw(st.lists(st.booleans(), min_size=len(counts), max_size=len(counts)))
    ids: Any = [f"dt-{place}" for place in range(len(counts))]
    dialogues = [
        Dialogue(id=each, received=Figure.of(count, Unit.CASE) if is_known else None)
        for each, count, is_known in zip(ids, counts, known, strict=True)
    ]
    total: Any = {"id": "sl", "about_ids": data.draw(st.sampled_from((tuple(ids), ())))}
    statement = Statement(**total, measure=Measure.CASES_TOTAL, figure=Figure.of(sum(counts), Unit.CASE))
    assert not codes(Programme(name="Bình Sơn", dialogues=dialogues, statements=[statement]))


def series(counts: list[int]) -> Programme:
    """Cumulative counts, one a day."""
    about: Any = {"of_id": "mh", "accrual": Accrual.CUMULATIVE}
    outcomes = [
        Outcome(
            id=f"kq-{place}",  # type: ignore[arg-type]
            kind=OutcomeKind.WORKS,
            figure=Figure.of(count, Unit.WORK),
            period=Period(end=date(2019, 1, 1) + timedelta(days=place)),
            **about,
        )
        for place, count in enumerate(counts)
    ]
    return Programme(name="Bình Sơn", outcomes=outcomes)


@given(COUNTS)
def test_a_series_falls_where_a_count_is_below_all_that_came_before(counts: list[int]) -> None:
    highest = list(accumulate(counts, max))
    falls = sum(later < before for before, later in zip(highest, counts[1:], strict=False))
    assert codes(series(counts), ("series/falls", "series/cannot-be-latest"))["series/falls"] == falls
    assert not codes(series(sorted(counts)), ("series/falls", "series/cannot-be-latest"))


LADDER = list(ModelState)[:5]
STEPS = ("model/step-too-early", "model/steps-not-in-order", "model/step-after-end")


def found_in(steps: list[ModelStatus]) -> set[str]:
    """What is found in a model with these steps."""
    about: Any = {"id": "mh", "statuses": tuple(steps)}
    return set(codes(Programme(name="Bình Sơn", models=[PracticeModel(name="Mô hình", **about)]), STEPS))


@given(st.lists(st.integers(0, 400), min_size=5, max_size=5), st.permutations(range(5)))
def test_only_steps_out_of_order_are_found(offsets: list[int], places: list[int]) -> None:
    days = [date(2019, 1, 1) + timedelta(days=offset) for offset in offsets]
    steps = [ModelStatus(state=state, on=day) for state, day in zip(LADDER, days, strict=True)]
    is_wrong = any(later < before for before, later in pairwise(days))
    assert found_in(steps) == ({"model/step-too-early"} if is_wrong else set())
    steps = [ModelStatus(state=state, on=day) for state, day in zip(LADDER, sorted(days), strict=True)]
    assert found_in(steps) == set()
    assert found_in([steps[place] for place in places]) <= {"model/steps-not-in-order"}


FIGURES = made_figures(st.sampled_from(Unit))


@given(FIGURES)
def test_a_figure_is_said_in_closed_words(figure: Figure) -> None:
    assert not set(say(figure).split()) & {"hũ", "gạo", "heo", "đất", "mái", "cá", "nhân"}


def test_a_range_finer_than_can_be_written_is_said_as_one_number() -> None:
    assert say(Figure(low=Decimal("1.00000001"), high=Decimal("1.00000002"), unit=Unit.HA)) == "1 ha"


@given(FIGURES, FIGURES)
def test_nothing_is_surely_above_what_is_above_it(first: Figure, second: Figure) -> None:
    assert not (is_surely_above(first, second) and is_surely_above(second, first))
    assert not is_surely_above(first, first)


@given(st.lists(FIGURES, max_size=4))
def test_adding_up_gives_a_sum_of_the_same_kind_or_nothing(figures: list[Figure]) -> None:
    total = add_up(figures)
    assert total is None or kind_of(total) == kind_of(figures[0])
