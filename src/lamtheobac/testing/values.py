"""Strategies for values: money, days, spans of time, documents, ids (chiến lược sinh giá trị)."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, Final

from hypothesis import strategies as st

from lamtheobac.errors import LIMITS
from lamtheobac.testing.figures import figures
from lamtheobac.testing.filling import evenly, filled, mostly
from lamtheobac.testing.words import DOCUMENTS, FILLINGS, ISSUERS, PERIODS, PHRASES
from lamtheobac.values import Calendar, Document, DocumentKind, Money, PartialDate, Period, Unit
from lamtheobac.values.checks import FIRST_YEAR, LAST_YEAR
from lamtheobac.values.ids import RecordId, is_id, make_id

__all__ = ["days", "documents", "ids", "money", "partial_dates", "periods"]

_FIRST_DAY: Final = date(FIRST_YEAR, 1, 1)
_LAST_DAY: Final = date(LAST_YEAR, 12, 31)
# Bounds and odd signs.
_ODD_IDS: Final = (
    st.text("abzABZ0189._-", min_size=1, max_size=LIMITS.id_characters).filter(is_id).map(RecordId)
)
_SPANS: Final = (Unit.YEAR, Unit.MONTH, Unit.DAY)


@cache
def ids(prefix: str = "mh") -> st.SearchStrategy[RecordId]:
    """Make ids, most of them readable (mã).

    Args:
        prefix: What a readable one begins with.

    Raises:
        RecordError: A prefix that no id can begin with.

    >>> from hypothesis import find
    >>> find(ids("tc"), lambda name: name.startswith("tc-")).count(".")
    0
    >>> ids("…")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: id/malformed: an id has 1 to 64 letters a-z, digits and . _ -, as in mh-2019
    """
    readable = st.sampled_from(
        [make_id(prefix, f"{place} {number}") for place in FILLINGS["place"] for number in FILLINGS["number"]]
    )
    return mostly(readable, _ODD_IDS)


@cache
def money() -> st.SearchStrategy[Money]:
    """Make sums of money, most of them round (số tiền).

    >>> from hypothesis import find
    >>> print(find(money(), lambda sum_: sum_ == Money(0)))
    0 đồng
    """
    round_sums = st.integers(0, 10**9).map(lambda thousands: thousands * 1000)
    return mostly(round_sums, st.integers(0, 10**18)).map(Money)


@cache
def days() -> st.SearchStrategy[date]:
    """Make days that records may speak of, most of them of these years (ngày).

    >>> from hypothesis import find
    >>> find(days(), lambda day: day.year == 2019).year
    2019
    """
    return mostly(st.dates(date(2016, 1, 1), date(2030, 12, 31)), st.dates(_FIRST_DAY, _LAST_DAY))


@cache
def partial_dates() -> st.SearchStrategy[PartialDate]:
    """Make months and years whose day is not known (ngày tháng không đầy đủ).

    >>> from hypothesis import find
    >>> print(find(partial_dates(), lambda when: when == PartialDate(2019)))
    2019
    """
    return st.builds(_coarsen, days(), st.sampled_from(("year", "month")))


def _coarsen(day: date, grain: str) -> Any:
    """Forget a part of a day."""
    if grain == "day":
        return day
    return PartialDate(day.year, day.month if grain == "month" else None)


@cache
def periods() -> st.SearchStrategy[Period]:
    """Make spans of time: years, days, months, open at an end, or only in words (thời kỳ).

    >>> from hypothesis import find
    >>> find(periods(), lambda period: period.end is None).is_placed
    False
    """
    years = st.builds(Period.of_year, st.integers(2016, 2030), calendar=st.sampled_from(Calendar))
    return evenly(years, _spans())


@st.composite
def _spans(draw: st.DrawFn) -> Period:
    """Make a span from two days, each of which may be forgotten in part or wholly."""
    grains = st.sampled_from(("day", "month", "year", "open"))
    ends = [
        None if (grain := draw(grains)) == "open" else _coarsen(day, grain)
        for day in sorted((draw(days()), draw(days())))
    ]
    said = draw(st.integers(0, 3))
    length = draw(figures(units=_SPANS)) if said & 1 else None
    text = draw(filled(PERIODS)) if said & 2 or (*ends, length) == (None, None, None) else ""
    calendar = draw(st.sampled_from(Calendar))
    return Period(start=ends[0], end=ends[1], length=length, text=text, calendar=calendar)


@cache
def documents() -> st.SearchStrategy[Document]:
    """Make documents as they are cited: a number or a title, and what else is known (văn bản).

    >>> from hypothesis import find
    >>> find(documents(), lambda document: document.kind is DocumentKind.DIRECTIVE).kind.label
    'Chỉ thị'
    """
    return _documents()


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    """Make a document."""
    kind = draw(st.sampled_from(DocumentKind))
    numbers = DOCUMENTS.get(kind)
    said = draw(st.integers(0, 15))
    number = draw(filled(numbers)) if numbers and said % 4 != 3 else ""
    title = draw(filled(PHRASES)) if not number or said % 2 else ""
    issuer = draw(filled(ISSUERS)) if said & 4 else ""
    issued_on = draw(days() | partial_dates()) if said & 8 else None
    return Document(number=number, title=title, issuer=issuer, issued_on=issued_on, kind=kind)
