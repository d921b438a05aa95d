"""Hypothesis strategies: figures as reports write them, and figures made by hand."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from lamtheobac import Approximation, Figure, Unit

QUALIFIERS = (
    "",
    "hơn ",
    "trên ",
    "gần ",
    "khoảng ",
    "khoảng hơn ",
    "khoảng gần ",
    "ít nhất ",
    "tối đa ",
    "dưới ",
)
COUNTED = ("người", "hộ", "nhà", "tập thể", "ngày công", "vụ việc", "cuốn", "lượt người", "công trình")


@st.composite
def figure_texts(draw: st.DrawFn) -> str:
    """A figure in words: qualifier, number, scale, unit."""
    qualifier = draw(st.sampled_from(QUALIFIERS))
    kind = draw(st.sampled_from(("money", "scaled money", "count", "percent", "measure")))
    if kind == "money":
        return f"{qualifier}{draw(st.integers(1, 10**9)) * 1000:,} đồng".replace(",", ".")
    if kind == "scaled money":
        whole = f"{draw(st.integers(1, 9_999)):,}".replace(",", ".")
        decimals = draw(st.sampled_from(("", ",5", ",25", ",20")))
        return f"{qualifier}{whole}{decimals} {draw(st.sampled_from(('triệu', 'tỷ')))} đồng"
    if kind == "count":
        return f"{qualifier}{draw(st.integers(1, 999_999)):,} {draw(st.sampled_from(COUNTED))}".replace(
            ",", "."
        )
    if kind == "percent":
        return f"{qualifier}{draw(st.integers(1, 99))}{draw(st.sampled_from(('', ',5', ',25')))}%"
    return f"{qualifier}{draw(st.integers(1, 9_999)):,}".replace(",", ".") + draw(
        st.sampled_from((" m²", ",5 ha", " km", ",75 tấn", " kg"))
    )


def read_figures() -> st.SearchStrategy[Figure]:
    """Figures read from words."""
    return figure_texts().map(Figure.parse)


@st.composite
def sums(draw: st.DrawFn, *, least: int = 2, small: int = 1) -> list[Figure]:
    """Figures of one unit that add: money, or one kind of count."""
    unit = draw(st.sampled_from((Unit.VND, Unit.HOUSEHOLD, Unit.LABOUR_DAY)))
    numbers = st.integers(small, 10**6).map(lambda n: Decimal(n * (1000 if unit is Unit.VND else 1)))
    made = st.builds(
        lambda value, approximation: Figure.of(value, unit, approximation=approximation),
        numbers,
        st.sampled_from(Approximation),
    )
    return draw(st.lists(made, min_size=least, max_size=6))
