"""Bodies that are no Party organisation (cơ quan, đoàn thể, tổ công tác, câu lạc bộ, quỹ)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.ids import BodyId, RecordId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import PUBLIC, show

__all__ = ["Body", "BodyKind"]


class BodyKind(Labelled):
    """Kinds of bodies (loại cơ quan, tổ chức)."""

    ADVISORY = "advisory", "cơ quan tham mưu của cấp ủy", "advisory body of a committee"
    STATE = "state", "cơ quan nhà nước", "State agency"
    FRONT = "front", "Mặt trận Tổ quốc", "Fatherland Front"
    UNION = "union", "đoàn thể, hội", "union or association"
    ARMED_FORCES = "armed_forces", "lực lượng vũ trang", "armed forces"
    SCHOOL = "school", "trường học", "school"
    ENTERPRISE = "enterprise", "doanh nghiệp", "enterprise"
    RELIGIOUS = "religious", "tổ chức tôn giáo", "religious organisation"
    MEDIA = "media", "cơ quan báo chí", "press organ"
    WORKING_GROUP = "working_group", "tổ công tác", "working group"
    CLUB = "club", "câu lạc bộ", "club"
    FUND = "fund", "quỹ", "fund"
    COMMUNITY = "community", "thôn, tổ dân phố, khu dân cư", "village or residential group"
    OTHER = "other", "tổ chức khác", "other body"


@frozen(kw_only=True)
class Body:
    """An agency, union, working group, club or fund (cơ quan, đoàn thể, tổ công tác, câu lạc bộ, quỹ).

    Attributes:
        id: Such as "clb-hoc-tap".
        name: The name it is mostly known by.
        kind: What kind it is.
        host_id: The organisation or body it belongs to.
        life: From the day it was founded to its last day.
        aliases: Other names of the same body, as reports write them.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> club = Body(
    ...     id="clb-hoc-tap", name="Câu lạc bộ học tập và làm theo Bác", kind=BodyKind.CLUB,
    ...     aliases=("Câu lạc bộ học tập và làm theo lời Bác",))
    >>> club.kind.label
    'câu lạc bộ'
    >>> Body(id="clb", name="Câu lạc bộ", kind=BodyKind.CLUB, aliases=("",))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: text/empty at $.aliases[0]: the text is empty
    """

    id: BodyId
    name: str = field(metadata=PUBLIC)
    kind: BodyKind
    host_id: RecordId | None = None
    life: Period | None = None
    aliases: tuple[str, ...] = field(default=(), metadata=PUBLIC)

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
