"""Practice models (mô hình, cách làm)."""

from __future__ import annotations

from datetime import date

import attrs
from attrs import frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import PartialDate, Period
from lamtheobac.values.document import Document
from lamtheobac.values.ids import ModelId, RecordId, ReportId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.listing import show_card
from lamtheobac.values.privacy import LONG, PUBLIC, show

__all__ = ["Level", "ModelField", "ModelState", "ModelStatus", "PracticeModel"]


class ModelField(Labelled):
    """What a model is about (lĩnh vực)."""

    PARTY_BUILDING = "party_building", "xây dựng Đảng, hệ thống chính trị", "Party and political system"
    ADMINISTRATION = "administration", "cải cách hành chính", "administrative reform"
    EXAMPLE = "example", "nêu gương, trách nhiệm của cán bộ", "setting an example"
    DIALOGUE = "dialogue", "tiếp dân, đối thoại", "dialogue with citizens"
    THRIFT = "thrift", "tiết kiệm", "thrift"
    MUTUAL_HELP = "mutual_help", "tương thân tương ái, giảm nghèo", "mutual help, poverty reduction"
    HOUSING = "housing", "nhà ở", "housing"
    HEALTH = "health", "chăm sóc sức khỏe", "health"
    EDUCATION = "education", "khuyến học", "education"
    ECONOMY = "economy", "phát triển kinh tế", "economy"
    NEW_RURAL = "new_rural", "nông thôn mới, môi trường", "new rural area, environment"
    CULTURE = "culture", "văn hóa, văn nghệ, thể thao", "culture and sport"
    SECURITY = "security", "quốc phòng, an ninh", "defence and security"
    PROPAGANDA = "propaganda", "tuyên truyền, vận động", "propaganda and mobilisation"
    OTHER = "other", "lĩnh vực khác", "other"


class Level(Labelled):
    """At which level something stands (cấp)."""

    CENTRAL = "central", "cấp trung ương", "central"
    PROVINCE = "province", "cấp tỉnh", "province"
    DISTRICT = "district", "cấp huyện", "district"
    COMMUNE = "commune", "cấp xã", "commune"
    GRASSROOTS = "grassroots", "cấp cơ sở", "grassroots"
    CELL = "cell", "chi bộ", "cell"


class ModelState(Labelled):
    """Where a model stands on its way (trạng thái mô hình)."""

    DRAFT = "draft", "dự thảo", "draft"
    REGISTERED = "registered", "đã đăng ký", "registered"
    APPRAISED = "appraised", "đã thẩm định", "appraised"
    RECOGNISED = "recognised", "đã công nhận", "recognised"
    REPLICATED = "replicated", "đã nhân rộng", "replicated"
    ENDED = "ended", "đã kết thúc", "ended"
    REJECTED = "rejected", "không được công nhận", "rejected"
    WITHDRAWN = "withdrawn", "đã rút", "withdrawn"


@frozen(kw_only=True)
class ModelStatus:
    """One step of a model on its way (bước của mô hình).

    Attributes:
        state: What it became.
        on: Since when; None where it is not known.
        document: The decision.
        by_id: Who decided.

    >>> ModelStatus(state=ModelState.REGISTERED, on=date(2019, 1, 15)).state.label
    'đã đăng ký'
    >>> ModelStatus(state="registered")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: type/wrong at $.state: wrong type: expected ModelState, got str
    """

    state: ModelState
    on: date | PartialDate | None = None
    document: Document | None = None
    by_id: RecordId | None = None

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()


@frozen(kw_only=True)
class PracticeModel:
    """A practice that follows Ho Chi Minh's example, with a name of its own (mô hình, cách làm).

    Attributes:
        id: Such as "mh-ngoi-nha-cap-uy".
        name: Without quotation marks, such as "Ngôi nhà cấp ủy".
        aliases: Other names of the same model, former ones too.
        field: What it is about.
        lead_id: The organisation or body that runs it.
        participant_ids: Who else takes part, or has taken it over.
        level: At which level it is run or recognised.
        statuses: Its steps, in the order they came.
        period: From when to when.
        report_id: The report that tells of it.
        note: What else is to be known.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> PracticeModel(id="mh-ngoi-nha-cap-uy", name="Ngôi nhà cấp ủy", field=ModelField.HOUSING).field.label
    'nhà ở'
    >>> PracticeModel(id="mh 1", name=5)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: id/malformed at $.id: an id has 1 to 64 letters a-z, digits and . _ -, as in mh-2019
    type/wrong at $.name: wrong type: expected str, got int
    """

    id: ModelId
    name: str = attrs.field(metadata=PUBLIC)
    aliases: tuple[str, ...] = attrs.field(default=(), metadata=PUBLIC)
    field: ModelField | None = None
    lead_id: RecordId | None = None
    participant_ids: tuple[RecordId, ...] = ()
    level: Level | None = None
    statuses: tuple[ModelStatus, ...] = ()
    period: Period | None = None
    report_id: ReportId | None = None
    note: str = attrs.field(default="", metadata={**PUBLIC, **LONG})

    __repr__ = show
    _repr_html_ = show_card

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
