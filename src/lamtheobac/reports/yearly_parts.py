"""The parts of a yearly report, from the records (các phần của báo cáo năm).

Every figure stands in its own words. What is added up says of how many it is the sum; what the records do not say is
left for the writer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from lamtheobac.records.comparing import compare_periods
from lamtheobac.records.observation import ObservationKind
from lamtheobac.reports.summaries import summary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lamtheobac.records.programme import Programme
    from lamtheobac.records.totals import Total
    from lamtheobac.values.dates import Period

__all__ = ["Part", "name_of", "rests_on", "yearly_parts"]


class Part(NamedTuple):
    """A part of a report (phần của báo cáo).

    Attributes:
        title: Its heading.
        paragraphs: What it says; empty where the records say nothing.
        parts: The parts in it.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


_JUDGED: Final[Mapping[str, ObservationKind]] = {
    "Tồn tại, hạn chế": ObservationKind.SHORTCOMING,
    "Nguyên nhân": ObservationKind.CAUSE,
    "Bài học kinh nghiệm": ObservationKind.LESSON,
    "Phương hướng, giải pháp": ObservationKind.SOLUTION,
}


def yearly_parts(
    programme: Programme,
    *,
    comparing: Programme | None = None,
    period: Period | None = None,
    against: Period | None = None,
) -> tuple[Part, ...]:
    """Give the parts of a yearly report, in their usual order (các phần của báo cáo năm).

    Args:
        programme: The records to tell of.
        comparing: All records, where the others are those of one period; None for the same.
        period: The period of the report; only to compare it with another.
        against: The period to compare with.

    >>> from lamtheobac.records import Programme
    >>> [part.title for part in yearly_parts(Programme(name="Học tập"))]
    ['Kết quả', 'Tồn tại, hạn chế', 'Nguyên nhân', 'Bài học kinh nghiệm', 'Phương hướng, giải pháp']
    """
    # What is judged has parts of its own, and what became of organisations is no result.
    nothing: dict[str, Any] = {"observations": (), "successions": ()}
    told = tuple(filter(None, summary(attrs.evolve(programme, **nothing)).split("\n\n")))
    inner = [
        Part("Tổng hợp đóng góp", tuple(_totals(programme))),
        Part("Đánh giá chung", tuple(_judged(programme, ObservationKind.RESULT))),
    ]
    if period is not None and against is not None:
        lines = compare_periods(comparing or programme, period, against)
        inner.append(Part("So với cùng kỳ", tuple(_sentence(line.text()) for line in lines)))
    whole = Part("Kết quả", told, tuple(part for part in inner if part.paragraphs))
    return whole, *(Part(title, tuple(_judged(programme, kind))) for title, kind in _JUDGED.items())


def name_of(programme: Programme, record_id: str | None) -> str:
    """Find what an organisation, body, model or activity is called; people are not named (tên bản ghi).

    >>> from lamtheobac.records import Programme
    >>> name_of(Programme(name="Học tập"), "ng-1")
    ''
    """
    for register in (programme.organisations, programme.bodies, programme.models, programme.activities):
        found = register.get(record_id or "")
        if found is not None:
            return found.name
    return ""


def rests_on(total: Total) -> str:
    """Say of how many gifts a total is the sum, and how many it leaves out (căn cứ của tổng số).

    >>> from lamtheobac.formats.json import example
    >>> rests_on(example().totals()[0])
    'cộng từ 2 khoản'
    """
    added = f"cộng từ {len(total.ids)} khoản" if len(total.ids) > 1 else ""
    left = f"chưa tính {len(total.unplaced)} khoản không rõ thời điểm" if total.unplaced else ""
    return "; ".join(filter(None, (added, left)))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _totals(programme: Programme) -> Iterator[str]:
    """Say the totals of gifts."""
    for total in programme.totals():
        basis = rests_on(total)
        yield _sentence(f"{total.stage.label}: {total.figure}{f' ({basis})' if basis else ''}")


def _judged(programme: Programme, kind: ObservationKind) -> Iterator[str]:
    """Give the paragraphs of what is judged."""
    for each in programme.observations:
        if each.kind is kind:
            yield from filter(None, map(str.strip, each.text.splitlines()))
