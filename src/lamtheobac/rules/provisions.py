"""What the law sets on the day of an act (quy định vào ngày của việc được kiểm tra)."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from lamtheobac.law import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from lamtheobac.law import Law, Provision
    from lamtheobac.rules.times import Days
    from lamtheobac.values.document import Document

__all__ = ["day_of_same_law", "name_of_source", "provision_on", "provisions_between"]

_UNREAL = (Status.CANCELLED, Status.PLANNED)


def provision_on(law: Law, day: date | None, table: str, *key: str) -> Provision[Any] | None:
    """Give what the law sets on a day, or today's where the day is not known; None where it sets nothing (quy định).

    A day before the tables begin has nothing, and breaks nothing. Values that nobody has seen are not given.

    >>> from datetime import date
    >>> from lamtheobac.law import built_in
    >>> committee = provision_on(built_in(), date(2016, 7, 25), "thresholds", "cell_committee_members_most")
    >>> committee.value, name_of_source(built_in(), committee)
    (Decimal('7'), 'Quy định 29-QĐ/TW')
    >>> provision_on(built_in(), date(2016, 7, 24), "thresholds", "cell_committee_members_most") is None
    True
    >>> name_of_source(built_in(), provision_on(built_in(), None, "thresholds", "cell_committee_members_most"))
    'Quy định 294-QĐ/TW'
    """
    rows = law.tables[table].get(key, ())
    real = [row for row in rows if row.status not in _UNREAL]
    on_day = (row for row in real if (row.end is None if day is None else row.holds_on(day)))
    found = next(on_day, None)
    return None if found is None or found.value is None else found


def provisions_between(law: Law, days: Days, table: str, *key: str) -> Iterator[Provision[Any]]:
    """Go through what the law sets on any day between two; an end that is not known is open (quy định trong thời gian).

    >>> from datetime import date
    >>> from lamtheobac.law import built_in
    >>> days = (date(2025, 6, 30), date(2025, 7, 1))
    >>> rows = provisions_between(built_in(), days, "organisation_kinds", "commune")
    >>> [row.value.value for row in rows]
    ['grassroots', 'above_grassroots']
    """
    first, last = days
    for row in law.tables[table].get(key, ()):
        is_late = last is not None and row.start > last
        is_early = first is not None and row.end is not None and row.end < first
        if row.status not in _UNREAL and not is_late and not is_early:
            yield row


def name_of_source(law: Law, source: Provision[Any]) -> str:
    """Name the document of a provision as the tables do, which tells it from others of its number (tên văn bản).

    >>> from lamtheobac.law import built_in
    >>> name_of_source(built_in(), provision_on(built_in(), None, "thresholds", "official_members_least"))
    'Điều lệ Đảng 2011'
    """
    return _names(law).get(source.document, str(source.document))


@lru_cache(maxsize=8)
def _names(law: Law) -> Mapping[Document, str]:
    return {known.document: name for name, known in law.documents.items()}


def day_of_same_law(law: Law, day: date) -> date:
    """Give the first day since which the tables say the same as on a day: answers are kept for it (ngày đổi quy định).

    >>> from datetime import date
    >>> from lamtheobac.law import built_in
    >>> for day in (date(2024, 9, 2), date(2024, 6, 30), date(1975, 4, 30)):
    ...     print(day_of_same_law(built_in(), day))
    2024-07-01
    2024-01-01
    1975-04-30
    """
    changes = _changes(law)
    place = bisect_right(changes, day)
    return changes[place - 1] if place else day


@lru_cache(maxsize=8)
def _changes(law: Law) -> Sequence[date]:
    """Give the days on which any table changes."""
    rows = [row for table in law.tables.values() for rows in table.values() for row in rows]
    ends = {row.end + timedelta(days=1) for row in rows if row.end is not None}
    return sorted({row.start for row in rows} | ends)
