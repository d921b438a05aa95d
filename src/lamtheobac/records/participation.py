"""Who takes part: studies, registers, commits, runs a model (tham gia, đăng ký, cam kết)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import RecordId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import LONG, PUBLIC, show

__all__ = ["Participation", "ParticipationKind", "Subjects"]


class ParticipationKind(Labelled):
    """What they do (hình thức tham gia)."""

    STUDIED = "studied", "đã học tập", "studied"
    REGISTERED = "registered", "đã đăng ký", "registered"
    COMMITTED = "committed", "đã cam kết", "committed"
    PLANNED = "planned", "đã lập kế hoạch", "planned"
    RUNS_MODEL = "runs_model", "có việc làm theo, thực hiện mô hình", "runs a model"
    RATED = "rated", "được đánh giá, xếp loại", "rated"


class Subjects(Labelled):
    """Who they are (đối tượng)."""

    ORGANISATIONS = "organisations", "tổ chức, cơ quan, đơn vị", "organisations"
    LEADERS = "leaders", "người đứng đầu, cấp ủy viên", "leaders"
    MEMBERS = "members", "đảng viên, cán bộ", "members"
    INDIVIDUALS = "individuals", "cá nhân", "individuals"
    PUBLIC = "public", "nhân dân", "the public"


@frozen(kw_only=True)
class Participation:
    """How many took part, of how many, and in what (tham gia, đăng ký, cam kết).

    Attributes:
        id: Such as "tg-dang-ky-2019".
        kind: Studied, registered, committed, planned or runs a model.
        subjects: Who: organisations, leaders, members, individuals of any kind, or the public.
        of_id: The theme or model it is about, or the organisation whose people are counted.
        count: How many: a count, a fraction or a percentage; None where the source says only that it is done.
        content: What they registered or committed to, in words.
        period: When.
        report_id: The report that says so.
        note: What else is to be known.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> everyone = Participation(
    ...     id="tg-1", kind=ParticipationKind.RUNS_MODEL, subjects=Subjects.ORGANISATIONS, count=Figure.parse("100%"))
    >>> print(everyone.subjects.label, everyone.count)
    tổ chức, cơ quan, đơn vị 100%
    >>> Participation(id="tg-1", kind=ParticipationKind.STUDIED, subjects="members")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: type/wrong at $.subjects: wrong type: expected Subjects, got str
    """

    id: RecordId
    kind: ParticipationKind
    subjects: Subjects
    of_id: RecordId | None = None
    count: Figure | None = None
    content: str = field(default="", metadata={**PUBLIC, **LONG})
    period: Period | None = None
    report_id: ReportId | None = None
    note: str = field(default="", metadata={**PUBLIC, **LONG})

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
