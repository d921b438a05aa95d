"""What may be added, and sums of figures that promise no more than their members do (cộng số liệu)."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from lamtheobac.errors import FigureError, LamTheoBacError
from lamtheobac.messages import issue
from lamtheobac.text.clean import search_key
from lamtheobac.values import decimals
from lamtheobac.values.comparison import Interval, is_rate, possible_values, slack, values_in_agreement
from lamtheobac.values.figure import Approximation, Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

__all__ = ["OUTWARD", "Kind", "add", "add_up", "is_amount", "kind_of"]

Kind = tuple[Unit, str, tuple[str, ...]]
"""What a figure counts: only figures of one kind are added or held against each other."""

OUTWARD: Final = {
    Approximation.MORE_THAN: "down",
    Approximation.NEARLY: "up",
    Approximation.ABOUT: "nearest",
}
"""Which way a value is rounded so that the word before it stays true."""

# Each chain goes from the narrower promise to the wider; words of both chains leave only "khoảng".
_UPWARD = (Approximation.EXACT, Approximation.MORE_THAN, Approximation.AT_LEAST)
_DOWNWARD = (Approximation.EXACT, Approximation.NEARLY, Approximation.LESS_THAN, Approximation.AT_MOST)


def kind_of(figure: Figure) -> Kind:
    """Tell what a figure counts: unit, noun of an item, and "per" (loại số liệu).

    >>> kind_of(Figure.parse("678 hộ nghèo")) == kind_of(Figure.parse("700 hộ"))
    True
    >>> kind_of(Figure.parse("96 lượt người")) == kind_of(Figure.parse("96 người"))
    False
    """
    return figure.unit, search_key(figure.noun) if figure.unit is Unit.ITEM else "", figure.per


def is_amount(figure: Figure) -> bool:
    """Tell whether a figure is so much of something that is known, which alone can be added (có phải một lượng).

    Shares and what is given for each of something are no amounts, nor is a number of nobody knows what.

    >>> [is_amount(Figure.parse(text)) for text in ("126 hũ gạo", "126", "90%", "30/38 hộ", "2.000 đồng/tháng")]
    [True, False, False, False, False]
    """
    is_nameless = figure.unit is Unit.ITEM and not search_key(figure.noun)
    return not (is_rate(figure) or figure.per or is_nameless)


def add_up(figures: Sequence[Figure]) -> Figure | None:
    """Add amounts of one kind; one figure alone is its own sum, whatever it is (cộng nếu cộng được).

    >>> str(add_up([Figure.parse("56 người"), Figure.parse("70 người")]))
    '126 người'
    >>> add_up([]) is None, add_up([Figure.parse("56 người"), Figure.parse("hơn 90%")]) is None
    (True, True)
    >>> add_up([Figure.parse("5 hộ/năm"), Figure.parse("7 hộ/năm")]) is None
    True
    """
    if len(figures) > 1 and not all(map(is_amount, figures)):
        return None
    try:
        return add(figures)
    except LamTheoBacError:
        # Unlike figures, no figure at all, or a sum beyond what a figure can hold.
        return None


def add(figures: Sequence[Figure]) -> Figure:
    """Add figures of one unit (cộng).

    Values and ends add exactly; the approximations join; the step is the coarsest that keeps the sum true. A
    figure that was rounded in writing ("6,2 tỷ") makes a sum of several "khoảng": two halves of a digit may add
    to a whole one.

    Raises:
        FigureError: Nothing to add, unlike units, nouns or "per", percentages, or shares of different wholes.

    >>> print(add([Figure.parse("129 nhà"), Figure.parse("hơn 20 nhà")]))
    hơn 140 nhà
    >>> add([Figure.parse("8.458 ngày công"), Figure.parse("132 tỷ đồng")])
    Traceback (most recent call last):
        ...
    lamtheobac.errors.FigureError: figure/unlike-units: different units are never added: VND, labour_day
    """
    if not figures:
        raise FigureError(issue("figure/nothing-to-add"))
    first = figures[0]
    if len(figures) == 1:
        return first
    _refuse_unlike(figures)
    is_range = any(figure.value is None for figure in figures)
    ends: dict[str, Any] = (
        {
            "low": decimals.add(_end(figure, figure.low) for figure in figures),
            "high": decimals.add(_end(figure, figure.high) for figure in figures),
        }
        if is_range
        else {"value": decimals.add(_end(figure, None) for figure in figures)}
    )
    approximation = _join(figures, is_range=is_range)
    step = max(figure.step for figure in figures)
    value: Decimal | None = ends.get("value")
    if value is not None and step:
        step = _coarsest(value, approximation, step, figures)
    same_noun = len(_nouns(figures)) == 1
    return Figure(
        unit=first.unit,
        approximation=approximation,
        step=step,
        noun=first.noun if same_noun else "",
        per=first.per,
        **ends,
    )


def _end(figure: Figure, end: Decimal | None) -> Decimal:
    """Give an end of a figure: its value where it is no range."""
    if end is not None:
        return end
    assert figure.value is not None  # noqa: S101  a figure has a value or both ends
    return figure.value


def _refuse_unlike(figures: Sequence[Figure]) -> None:
    """Refuse what cannot be added, with the units that stand against each other."""
    units = sorted({figure.unit.value for figure in figures})
    if len(units) > 1:
        raise FigureError(issue("figure/unlike-units", units=", ".join(units)))
    first = figures[0]
    if first.unit is Unit.PERCENT:
        raise FigureError(issue("figure/percentages-do-not-add"))
    if any(figure.out_of is not None for figure in figures):
        raise FigureError(issue("figure/shares-do-not-add"))
    if any(figure.per != first.per for figure in figures):
        raise FigureError(issue("figure/unlike-per"))
    nouns = _nouns(figures) if first.unit is Unit.ITEM else set[str]()
    if first.unit is Unit.ITEM and (len(nouns) > 1 or "" in nouns):
        raise FigureError(issue("figure/unlike-nouns"))


def _nouns(figures: Sequence[Figure]) -> set[str]:
    """Give what the figures count, one key for all spellings."""
    return {search_key(noun) for noun in {figure.noun for figure in figures}}


def _join(figures: Sequence[Figure], *, is_range: bool) -> Approximation:
    """Find the narrowest word that all members allow."""
    words = {figure.approximation for figure in figures}
    rounded = any(figure.approximation is Approximation.EXACT and figure.step for figure in figures)
    if words == {Approximation.EXACT}:
        return Approximation.ABOUT if rounded else Approximation.EXACT
    if not rounded and not is_range:
        for chain in (_UPWARD, _DOWNWARD):
            if words <= set(chain):
                return max(words, key=chain.index)
    return Approximation.ABOUT


def _coarsest(value: Decimal, word: Approximation, step: Decimal, figures: Sequence[Figure]) -> Decimal:
    """Find the coarsest step at which the sum may be written.

    Rounded outward there, its words must agree with the sum itself and still allow whatever the members plainly
    agreed with: "hơn 5.000" and 999 more may be 6.499, which "hơn 5.000" would contradict. Words that only name a
    side ("ít nhất") lose by rounding and gain nothing, so they are written whole.
    """
    way = OUTWARD.get(word)
    if way is None:
        return decimals.trailing_place(value)
    off = sum((slack(Fraction(_end(each, None)), each)[0] for each in figures if each.step), Fraction(0))
    reach = Interval(
        Fraction(value) - (off if way != "down" else 0), Fraction(value) + (off if way != "up" else 0)
    )
    while True:
        rounded = decimals.round_to(value, step, way)
        if rounded == value:
            return decimals.trailing_place(value)
        written = Figure(
            value=rounded, unit=figures[0].unit, approximation=word, step=decimals.trailing_place(rounded)
        )
        if (
            rounded
            and values_in_agreement(written).has(Fraction(value))
            and possible_values(written).holds(reach)
        ):
            return step
        step = decimals.tenth(step)
