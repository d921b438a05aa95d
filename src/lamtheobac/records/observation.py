"""What reports say in words: results, shortcomings, causes, lessons (kết quả, tồn tại, nguyên nhân, bài học)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.ids import RecordId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import LONG, PUBLIC, show

__all__ = ["Observation", "ObservationKind"]


class ObservationKind(Labelled):
    """Kinds of observations, the parts of a report (loại nhận định)."""

    RESULT = "result", "kết quả chung", "overall result"
    SHORTCOMING = "shortcoming", "tồn tại, hạn chế", "shortcoming"
    CAUSE = "cause", "nguyên nhân", "cause"
    LESSON = "lesson", "bài học kinh nghiệm", "lesson"
    SOLUTION = "solution", "giải pháp, phương hướng", "way forward"


@frozen(kw_only=True)
class Observation:
    """A judgement in words (kết quả chung, tồn tại, nguyên nhân, bài học, giải pháp).

    Attributes:
        id: Such as "nd-bai-hoc-1".
        kind: Which part of a report it belongs to.
        text: What is said.
        about_id: What it is said of; None where it is about the whole programme.
        report_id: The report that says so.
        note: What else is to be known.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> Observation(id="nd-1", kind=ObservationKind.LESSON, text="Học phải đi đôi với làm.").kind.label
    'bài học kinh nghiệm'
    >>> Observation(id="nd-1", kind=ObservationKind.LESSON, text="")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: text/empty at $.text: the text is empty
    """

    id: RecordId
    kind: ObservationKind
    text: str = field(metadata={**PUBLIC, **LONG})
    about_id: RecordId | None = None
    report_id: ReportId | None = None
    note: str = field(default="", metadata={**PUBLIC, **LONG})

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
