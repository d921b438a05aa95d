"""What the checks of a report against itself share: its figures in place, and what contradicts them (mâu thuẫn)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lamtheobac.reports.subjects import Reading, Subject
    from lamtheobac.values.figure import Figure

__all__ = ["Conflict", "Told", "list_told"]


class Conflict(NamedTuple):
    """Two figures of reports that cannot both be (mâu thuẫn trong báo cáo).

    Attributes:
        code: What is wrong.
        other: What the other figures give.
        part: The part of a share that does not fit; None for other conflicts.
        where: The code of the words that say where the other figure stands; empty where the message itself does.
    """

    code: str
    other: Figure
    part: int | None = None
    where: str = ""


class Told(NamedTuple):
    """A figure that could be read, and where it stands (số liệu và vị trí)."""

    place: int
    figure: Figure
    subject: Subject
    sentence: int
    paragraph: int


def list_told(reading: Reading) -> list[Told]:
    """List the figures of a report that could be read (kê số liệu đọc được)."""
    passages = reading.passages
    return [
        Told(place, figure, subject, passages.sentences[first], passages.paragraphs[first])
        for place, (subject, (first, _)) in enumerate(zip(reading.subjects, reading.tokens, strict=True))
        if (figure := subject.found.figure) is not None
    ]
