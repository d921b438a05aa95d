"""What came of it (kết quả)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.records.contribution import Accrual
from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import RecordId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import LONG, PUBLIC, show

__all__ = ["Aim", "Beneficiaries", "BeneficiaryKind", "Outcome", "OutcomeKind"]


class OutcomeKind(Labelled):
    """Kinds of results (loại kết quả)."""

    HOUSES = "houses", "nhà xây mới và sửa chữa", "houses built and repaired"
    HOUSES_NEW = "houses_new", "nhà xây mới", "houses built"
    HOUSES_REPAIRED = "houses_repaired", "nhà sửa chữa", "houses repaired"
    HOUSES_STARTED = "houses_started", "nhà đã khởi công", "houses begun"
    HELPED = "helped", "được giúp đỡ, hỗ trợ", "helped"
    EXAMINED = "examined", "được khám bệnh, cấp thuốc", "examined and given medicine"
    WORKS = "works", "công trình, phần việc", "works and tasks"
    LAND = "land", "đất hiến", "land given"
    ROADS = "roads", "đường giao thông", "roads"
    PUBLISHED = "published", "ấn phẩm", "publications"
    GIFTS = "gifts", "quà, học bổng", "gifts, scholarships"
    OUT_OF_POVERTY = "out_of_poverty", "thoát nghèo", "out of poverty"
    GROUPS = "groups", "tổ, nhóm thành lập", "groups founded"
    TAKING_PART = "taking_part", "người, lượt tham gia", "taking part"
    MODELS = "models", "mô hình", "models"
    OTHER = "other", "kết quả khác", "other"


class Aim(Labelled):
    """Whether it was wanted or done (mục tiêu hay kết quả)."""

    NEED = "need", "nhu cầu", "need"
    TARGET = "target", "chỉ tiêu", "target"
    RESULT = "result", "kết quả đạt được", "result"


class BeneficiaryKind(Labelled):
    """Who was helped; only some of these are a legal status (đối tượng thụ hưởng)."""

    LEGAL_POOR = "legal_poor", "hộ nghèo", "poor, by decision"
    LEGAL_NEAR_POOR = "legal_near_poor", "hộ cận nghèo", "near-poor, by decision"
    JUST_ESCAPED = "just_escaped", "hộ mới thoát nghèo", "just out of poverty"
    DIFFICULT = "difficult", "hoàn cảnh khó khăn (không nêu diện)", "in difficulty, status not stated"
    MERITORIOUS = "meritorious", "người có công, gia đình chính sách", "meritorious people"
    CHILDREN = "children", "trẻ em, học sinh", "children, pupils"
    MEMBERS = "members", "đảng viên, hội viên", "members"
    PUBLIC = "public", "nhân dân", "the public"
    OTHER = "other", "đối tượng khác", "others"


@frozen(kw_only=True)
class Beneficiaries:
    """Who was helped, and how many (đối tượng thụ hưởng).

    Attributes:
        kind: Who; "gia đình khó khăn" is no legal status.
        count: How many; None where the source does not say.
        text: The words of the source.

    >>> Beneficiaries(kind=BeneficiaryKind.DIFFICULT, count=Figure.parse("678 hộ")).kind.label
    'hoàn cảnh khó khăn (không nêu diện)'
    >>> Beneficiaries(kind="difficult")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: type/wrong at $.kind: wrong type: expected BeneficiaryKind, got str
    """

    kind: BeneficiaryKind
    count: Figure | None = None
    text: str = field(default="", metadata=PUBLIC)

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()


@frozen(kw_only=True)
class Outcome:
    """What came of a model or an activity, counted (kết quả).

    Attributes:
        id: Such as "kq-nha".
        of_id: The model, activity or contribution it came of.
        kind: What was counted.
        figure: How many.
        before: What it was before, where the source compares ("từ 2,1 m lên 4 m").
        aim: A target or a result.
        accrual: New in the period, or all up to its end.
        beneficiaries: Who was helped.
        period: When.
        report_id: The report that says so.
        note: What else is to be known.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> print(Outcome(id="kq-nha", kind=OutcomeKind.HOUSES, figure=Figure.parse("129 nhà")).figure)
    129 nhà
    >>> Outcome(id="kq-nha", kind=OutcomeKind.HOUSES, figure=129)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: type/wrong at $.figure: wrong type: expected Figure, got int
    """

    id: RecordId
    kind: OutcomeKind
    figure: Figure
    of_id: RecordId | None = None
    before: Figure | None = None
    aim: Aim = Aim.RESULT
    accrual: Accrual = Accrual.INCREMENT
    beneficiaries: tuple[Beneficiaries, ...] = ()
    period: Period | None = None
    report_id: ReportId | None = None
    note: str = field(default="", metadata={**PUBLIC, **LONG})

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
