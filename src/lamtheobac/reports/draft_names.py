"""What a report names, as records: organisations, models, clubs, what it carries out (tên trong báo cáo thành bản ghi).

Only what the words of a name say is told: "Hội", "Câu lạc bộ", "Huyện ủy". Whoever is called otherwise is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lamtheobac.errors import LamTheoBacError
from lamtheobac.records import (
    Activity,
    ActivityKind,
    Body,
    BodyKind,
    OrganisationKind,
    PartyOrganisation,
    PracticeModel,
)
from lamtheobac.text.clean import search_key
from lamtheobac.values.document import Document, DocumentKind
from lamtheobac.values.ids import BodyId, ModelId, make_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.reports.passages import Quote

__all__ = ["find_directives", "make_named", "make_organisation"]

_find_directives: Final = re.compile(
    r"[Tt]hực hiện (?:Chỉ thị|(Kết luận))(?: số)? ([0-9]{2,4}(?:-(?:CT|KL)/TW)?)(?![\w/-])"
).finditer
# What stands at the head of a name, and what the organisation it belongs to is called.
_PARTY: Final = {
    "tỉnh ủy": ("Đảng bộ tỉnh", OrganisationKind.PROVINCIAL),
    "huyện ủy": ("Đảng bộ huyện", OrganisationKind.DISTRICT),
    "quận ủy": ("Đảng bộ quận", OrganisationKind.DISTRICT),
    "thị ủy": ("Đảng bộ thị xã", OrganisationKind.DISTRICT),
    "đảng ủy xã": ("Đảng bộ xã", OrganisationKind.COMMUNE),
    "đảng ủy phường": ("Đảng bộ phường", OrganisationKind.COMMUNE),
    "đảng ủy thị trấn": ("Đảng bộ thị trấn", OrganisationKind.COMMUNE),
    "đảng bộ tỉnh": ("Đảng bộ tỉnh", OrganisationKind.PROVINCIAL),
    "đảng bộ huyện": ("Đảng bộ huyện", OrganisationKind.DISTRICT),
    "đảng bộ quận": ("Đảng bộ quận", OrganisationKind.DISTRICT),
    "đảng bộ thị xã": ("Đảng bộ thị xã", OrganisationKind.DISTRICT),
    "đảng bộ xã": ("Đảng bộ xã", OrganisationKind.COMMUNE),
    "đảng bộ phường": ("Đảng bộ phường", OrganisationKind.COMMUNE),
    "đảng bộ thị trấn": ("Đảng bộ thị trấn", OrganisationKind.COMMUNE),
}
_BODIES: Final = {
    "ubnd": BodyKind.STATE,
    "ủy ban nhân dân": BodyKind.STATE,
    "mặt trận": BodyKind.FRONT,
    "mttq": BodyKind.FRONT,
    "ubmttq": BodyKind.FRONT,
    "ủy ban mttq": BodyKind.FRONT,
    "hội": BodyKind.UNION,
    "đoàn": BodyKind.UNION,
    "công đoàn": BodyKind.UNION,
    "liên đoàn": BodyKind.UNION,
    "trường": BodyKind.SCHOOL,
    "công an": BodyKind.ARMED_FORCES,
    "công ty": BodyKind.ENTERPRISE,
}
_HEADS: Final = {search_key(head): len(head.split()) for head in (*_PARTY, *_BODIES)}
_FORMAL: Final = {search_key(head): formal for head, formal in _PARTY.items()}
_KINDS: Final = {search_key(head): kind for head, kind in _BODIES.items()}
_NAMED: Final[Mapping[str, tuple[str, BodyKind | None]]] = {
    # What a name in quotation marks is called, the prefix of its id, and its kind if it is a body.
    "mô hình": ("mh", None),
    "cách làm": ("mh", None),
    "câu lạc bộ": ("clb", BodyKind.CLUB),
    "quỹ": ("quy", BodyKind.FUND),
    "chương trình": ("hd", None),
    "phong trào": ("hd", None),
    "cuộc vận động": ("hd", None),
    "chiến dịch": ("hd", None),
}


def make_organisation(name: str) -> PartyOrganisation | Body | None:
    """Make the record of an organisation by the words its name begins with; None where they do not tell (tổ chức).

    >>> found = make_organisation("Huyện ủy Bình Sơn")
    >>> found and (found.id, found.name)
    ('tc-dang-bo-huyen-binh-son', 'Đảng bộ huyện Bình Sơn')
    >>> make_organisation("Nhà máy Dung Quất") is None
    True
    """
    key = search_key(name)
    head = max((each for each in _HEADS if key.startswith(f"{each} ")), key=len, default=None)
    if head is None:
        return None
    try:
        if head in _FORMAL:
            formal, kind = _FORMAL[head]
            whole = " ".join((formal, *name.split()[_HEADS[head] :]))
            return PartyOrganisation(id=make_id("tc", whole), name=whole, kind=kind)
        return Body(id=make_id("cq", name), name=name, kind=_KINDS[head])
    except LamTheoBacError:
        # A name that no record may have, such as one with characters that cannot be seen.
        return None


def make_named(quote: Quote) -> PracticeModel | Body | Activity | None:
    """Make the record of what stands in quotation marks, where a word before says what it is (tên trong ngoặc kép)."""
    if quote.called not in _NAMED:
        return None
    prefix, body = _NAMED[quote.called]
    try:
        record_id = make_id(prefix, quote.name)
        if body is not None:
            return Body(id=BodyId(record_id), name=quote.name, kind=body)
        if prefix == "mh":
            return PracticeModel(id=ModelId(record_id), name=quote.name)
        return Activity(id=record_id, name=quote.name, kind=ActivityKind.OTHER)
    except LamTheoBacError:
        return None


def find_directives(text: str) -> tuple[Document, ...]:
    """Find the directives that a report says it carries out, each once (văn bản được thực hiện).

    >>> [str(each) for each in find_directives("Thực hiện Chỉ thị số 05-CT/TW và các văn bản khác")]
    ['Chỉ thị 05-CT/TW']
    """
    found = {
        match[2]: Document(
            number=match[2], kind=DocumentKind.CONCLUSION if match[1] else DocumentKind.DIRECTIVE
        )
        for match in _find_directives(text)
    }
    return tuple(found.values())
