"""Ids of records: checked strings with types of their own (mã định danh)."""

from __future__ import annotations

import re
from typing import Final, Literal, NewType, overload

from lamtheobac.errors import LIMITS, RecordError
from lamtheobac.messages import issue
from lamtheobac.text.clean import clean, fold

__all__ = [
    "BodyId",
    "DialogueId",
    "ModelId",
    "OrganisationId",
    "PersonId",
    "RecordId",
    "ReportId",
    "is_id",
    "make_id",
]

RecordId = NewType("RecordId", str)
"""The id of any record (mã bản ghi)."""
OrganisationId = NewType("OrganisationId", RecordId)
"""The id of a Party organisation (mã tổ chức đảng)."""
BodyId = NewType("BodyId", RecordId)
"""The id of a body (mã cơ quan, đoàn thể)."""
PersonId = NewType("PersonId", RecordId)
"""The id of a person (mã người)."""
ReportId = NewType("ReportId", RecordId)
"""The id of a report (mã báo cáo)."""
ModelId = NewType("ModelId", RecordId)
"""The id of a practice model (mã mô hình)."""
DialogueId = NewType("DialogueId", RecordId)
"""The id of a dialogue (mã cuộc đối thoại)."""

_ID: Final = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,63})")
_NOT_IN_ID: Final = re.compile(r"[^a-z0-9]+")


def is_id(text: str) -> bool:
    """Tell whether a text can be an id (có phải mã không).

    An id has 1 to 64 characters of `A-Z a-z 0-9 . _ -`, begins with a letter or digit and has no `..`.

    >>> is_id("mh-ngoi-nha-cap-uy"), is_id("a b"), is_id("a..b")
    (True, False, False)
    """
    return _ID.fullmatch(text) is not None and ".." not in text


@overload
def make_id(prefix: Literal["tc"], name: str) -> OrganisationId: ...
@overload
def make_id(prefix: Literal["cq"], name: str) -> BodyId: ...
@overload
def make_id(prefix: Literal["ng"], name: str) -> PersonId: ...
@overload
def make_id(prefix: Literal["bc"], name: str) -> ReportId: ...
@overload
def make_id(prefix: Literal["mh"], name: str) -> ModelId: ...
@overload
def make_id(prefix: Literal["dt"], name: str) -> DialogueId: ...
@overload
def make_id(prefix: str, name: str) -> RecordId: ...
def make_id(prefix: str, name: str) -> RecordId:
    """Make a readable id from a name (tạo mã).

    The marks are dropped, so that two names may give one id; a programme refuses the second. A name too long
    for an id is cut and ends in eight digits of its own hash.

    Args:
        prefix: What kind of record it is: `"tc"` an organisation (tổ chức), `"cq"` a body (cơ quan), `"ng"` a
            person (người), `"bc"` a report (báo cáo), `"mh"` a model (mô hình), `"dt"` a dialogue (đối thoại);
            any other is as good for the rest.
        name: A name in Vietnamese.

    Raises:
        RecordError: The prefix is no id, or nothing is left of the name.

    >>> make_id("mh", "Ngôi nhà cấp ủy")
    'mh-ngoi-nha-cap-uy'
    >>> make_id("mh", "…")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: id/malformed: an id has 1 to 64 letters a-z, digits and . _ -, as in mh-2019
    """
    body = _NOT_IN_ID.sub("-", fold(clean(name, most=LIMITS.name_characters))).strip("-")
    whole = f"{prefix}-{body}"
    if len(whole) > LIMITS.id_characters:
        from hashlib import sha256  # noqa: PLC0415  3 ms for a few long names

        mark = sha256(whole.encode()).hexdigest()[:8]
        whole = f"{whole[: LIMITS.id_characters - 9].rstrip('-')}-{mark}"
    if not body or not is_id(prefix):
        raise RecordError(issue("id/malformed"))
    return RecordId(whole)
