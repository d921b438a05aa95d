"""Closed lists of the law (danh mục của các bảng quy định)."""

from __future__ import annotations

from lamtheobac.values.labelled import Labelled

__all__ = ["Confidence", "Recipient", "Rounding", "Status", "System", "Tier", "UnitKind", "mark"]


class Status(Labelled):
    """What became of a provision (tình trạng hiệu lực).

    Announced is not enacted: what was planned and given up stays in the tables as cancelled, so that it can be
    recognised, and no question ever answers with it.
    """

    IN_FORCE = "in_force", "có hiệu lực", "in force"
    PLANNED = "planned", "dự kiến", "planned"
    REPEALED = "repealed", "đã bãi bỏ", "repealed"
    CANCELLED = "cancelled", "không thực hiện", "cancelled"
    UNVERIFIED = "unverified", "chưa xác minh", "unverified"


class Confidence(Labelled):
    """How sure we are of a value (độ tin cậy)."""

    READ = "read", "đã đọc nguồn", "read in a source"
    HIGH = "high", "chắc", "high"
    MEDIUM = "medium", "khá chắc", "medium"
    LOW = "low", "chưa chắc", "low"
    INFERRED = "inferred", "suy ra", "inferred"


class Tier(Labelled):
    """Where a kind of Party organisation stands (cấp của tổ chức đảng).

    A commune was at the grassroots until 30 June 2025 and stands one level above them since.
    """

    CENTRAL = "central", "cấp trung ương", "central"
    PROVINCE = "province", "cấp tỉnh", "province"
    ABOVE_GRASSROOTS = "above_grassroots", "cấp trên trực tiếp của tổ chức cơ sở đảng", "above the grassroots"
    GRASSROOTS = "grassroots", "cấp cơ sở", "grassroots"
    SECTIONAL = "sectional", "bộ phận", "sectional"
    CELL = "cell", "chi bộ", "cell"
    GROUP = "group", "tổ đảng", "group"


class Recipient(Labelled):
    """Kinds of recipients that bonuses tell apart (đối tượng khen thưởng).

    The State knows people, collectives and households; the Party its members, cells and grassroots organisations.
    """

    INDIVIDUAL = "individual", "cá nhân", "individual"
    COLLECTIVE = "collective", "tập thể", "collective"
    HOUSEHOLD = "household", "hộ gia đình", "household"
    MEMBER = "member", "đảng viên", "Party member"
    CELL = "cell", "chi bộ", "Party cell"
    GRASSROOTS_ORGANISATION = "grassroots_organisation", "tổ chức cơ sở đảng", "grassroots Party organisation"


class System(Labelled):
    """Whose system of commendation: the same words mean different awards (hệ thống khen thưởng)."""

    PARTY = "party", "khen thưởng của Đảng", "Party"
    STATE = "state", "khen thưởng của Nhà nước", "State"


class Rounding(Labelled):
    """How a bonus is rounded (cách làm tròn tiền thưởng).

    Decrees round "lên hàng chục nghìn đồng"; offices read that in two ways, so the way is always named.
    """

    UP = "ceil_10k", "làm tròn lên đến chục nghìn đồng", "up to ten thousand đồng"
    NEAREST = "nearest_10k", "làm tròn đến chục nghìn đồng gần nhất", "to the nearest ten thousand đồng"
    NONE = "none", "không làm tròn", "not rounded"


class UnitKind(Labelled):
    """Kinds of administrative units (loại đơn vị hành chính).

    The label is the word that stands before the name.
    """

    PROVINCE = "province", "tỉnh", "province"
    MUNICIPALITY = "municipality", "thành phố trực thuộc Trung ương", "municipality"
    DISTRICT = "district", "huyện", "district"
    URBAN_DISTRICT = "urban_district", "quận", "urban district"
    TOWN = "town", "thị xã", "town"
    CITY = "city", "thành phố", "city"
    COMMUNE = "commune", "xã", "commune"
    WARD = "ward", "phường", "ward"
    TOWNSHIP = "township", "thị trấn", "township"
    SPECIAL_ZONE = "special_zone", "đặc khu", "special zone"


def mark(status: Status, confidence: Confidence) -> str:
    """Write what must be said beside a value that is not certain; nothing beside one that is (ghi chú độ tin cậy).

    >>> mark(Status.PLANNED, Confidence.LOW), mark(Status.IN_FORCE, Confidence.READ)
    (' (dự kiến, chưa chắc)', '')
    """
    words = [] if status in (Status.IN_FORCE, Status.REPEALED) else [status.label]
    words += [] if confidence in (Confidence.READ, Confidence.HIGH) else [confidence.label]
    return f" ({', '.join(words)})" if words else ""
