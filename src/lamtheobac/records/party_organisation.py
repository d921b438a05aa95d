"""Party organisations (tổ chức đảng)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.document import Document
from lamtheobac.values.ids import OrganisationId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import PUBLIC, show

__all__ = ["OrganisationKind", "PartyOrganisation"]


class OrganisationKind(Labelled):
    """Kinds of Party organisations (loại tổ chức đảng).

    Which kind may stand under which depends on the day, and is the law's to say.
    """

    CENTRAL = "central", "Trung ương", "Central"
    PROVINCIAL = "provincial", "đảng bộ tỉnh, thành phố", "provincial Party organisation"
    MILITARY = "military", "đảng bộ Quân đội", "military Party organisation"
    POLICE = "police", "đảng bộ Công an", "police Party organisation"
    BLOC_CENTRAL = "bloc_central", "đảng bộ khối Trung ương", "central bloc"
    BLOC_PROVINCIAL = "bloc_provincial", "đảng bộ khối trực thuộc tỉnh", "provincial bloc"
    PROVINCIAL_PARTY_AGENCIES = (
        "provincial_party_agencies",
        "đảng bộ các cơ quan đảng tỉnh",
        "Party organisation of provincial Party agencies",
    )
    PROVINCIAL_GOVERNMENT = (
        "provincial_government",
        "đảng bộ Ủy ban nhân dân tỉnh",
        "Party organisation of the provincial government",
    )
    DISTRICT = "district", "đảng bộ huyện, quận, thị xã, thành phố thuộc tỉnh", "district Party organisation"
    COMMUNE = "commune", "đảng bộ xã, phường, thị trấn, đặc khu", "commune Party organisation"
    GRASSROOTS = "grassroots", "đảng bộ cơ sở", "grassroots Party organisation"
    GRASSROOTS_CELL = "grassroots_cell", "chi bộ cơ sở", "grassroots Party cell"
    SECTIONAL = "sectional", "đảng bộ bộ phận", "sectional Party organisation"
    CELL = "cell", "chi bộ", "Party cell"
    GROUP = "group", "tổ đảng", "Party group"


@frozen(kw_only=True)
class PartyOrganisation:
    """A Party organisation, the body of its members (tổ chức đảng).

    Its committee (cấp ủy) is not a second record: "Huyện ủy Bình Sơn" is the committee of "Đảng bộ huyện Bình
    Sơn".

    Attributes:
        id: Such as "tc-binh-son".
        name: The full name, such as "Đảng bộ huyện Bình Sơn".
        kind: What kind it is; kept apart from its level, which the law sets by date.
        parent_id: The organisation directly above; None where it is not among the records.
        life: From the day it was founded to its last day; None where neither is known.
        official_members: Official members (đảng viên chính thức); None is not zero.
        probationary_members: Probationary members (đảng viên dự bị).
        committee_size: Members of its committee.
        unit_code: Code of the administrative unit, as text: leading zeros count. Codes are reused.
        approval: The agreement that an exception rests on.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> PartyOrganisation(id="tc-binh-son", name="Đảng bộ huyện Bình Sơn", kind=OrganisationKind.DISTRICT).name
    'Đảng bộ huyện Bình Sơn'
    >>> PartyOrganisation(id="bình sơn", name="", kind=OrganisationKind.DISTRICT)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: id/malformed at $.id: an id has 1 to 64 letters a-z, digits and . _ -, as in mh-2019
    text/empty at $.name: the text is empty
    """

    id: OrganisationId
    name: str = field(metadata=PUBLIC)
    kind: OrganisationKind
    parent_id: OrganisationId | None = None
    life: Period | None = None
    official_members: int | None = None
    probationary_members: int | None = None
    committee_size: int | None = None
    unit_code: str = field(default="", metadata=PUBLIC)
    approval: Document | None = None

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
