"""What tools ask of single values: salary, thresholds, kinds of organisations, documents (tra cứu quy định)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lamtheobac.errors import LawError
from lamtheobac.law.reading import built_in
from lamtheobac.law.tables import check_day, check_words
from lamtheobac.law.words import Status
from lamtheobac.messages import issue

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from lamtheobac.law.provision import LegalDocument, Provision
    from lamtheobac.law.tables import Law
    from lamtheobac.law.words import Tier
    from lamtheobac.values.money import Money

__all__ = [
    "allowed_parents",
    "base_salary",
    "document",
    "document_in_force",
    "documents_numbered",
    "may_exist",
    "threshold",
    "tier_of",
]


def base_salary(on: date, *, law: Law | None = None) -> Provision[Money]:
    """Give the base salary of a day, in đồng a month (mức lương cơ sở).

    From 1 July 2026 the answer is a plan, and says so: no decree has been seen.

    Args:
        on: The day of the act, such as the day of a decision.
        law: A law with tables of your own; the built-in one where none is given.

    Raises:
        LawError: A day before 1 May 2011.

    >>> from datetime import date
    >>> print(base_salary(date(2023, 6, 30)).value, base_salary(date(2023, 7, 1)).value)
    1.490.000 đồng 1.800.000 đồng
    >>> base_salary(date(2026, 7, 1)).status.label, base_salary(date(2026, 7, 1)).is_certain
    ('dự kiến', False)
    >>> base_salary(date(2011, 4, 30))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/nothing-on-that-day
    """
    return (law or built_in()).require("base_salary", on=on)


def threshold(name: str, on: date, *, law: Law | None = None) -> Provision[Decimal]:
    """Give a number that the Statute or another document sets (mức quy định về số lượng, kỳ hạn).

    Args:
        name: A name of the table `thresholds`, such as "official_members_least"; a user's own tables may add more.
        on: The day of the act.
        law: A law with tables of your own.

    Raises:
        LawError: No such name, or nothing on that day.

    >>> from datetime import date
    >>> congress = threshold("cell_congress_every", date(2025, 7, 1))
    >>> print(congress.value, congress.unit, congress.document)
    60 month Quy định 294-QĐ/TW ngày 26/5/2025
    >>> threshold("no_such_name", date(2025, 7, 1))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/unknown-key at $.thresholds: the table has nothing under this key
    """
    return (law or built_in()).require("thresholds", name, on=on)


def tier_of(kind: str, on: date, *, law: Law | None = None) -> Provision[Tier]:
    """Tell where a kind of Party organisation stands on a day (cấp của loại tổ chức đảng).

    Args:
        kind: A kind, such as "commune"; a member of `OrganisationKind` is as good.
        on: The day.
        law: A law with tables of your own.

    Raises:
        LawError: No such kind, or a kind that does not exist on that day.

    >>> from datetime import date
    >>> tier_of("commune", date(2025, 6, 30)).value.label, tier_of("commune", date(2025, 7, 1)).value.label
    ('cấp cơ sở', 'cấp trên trực tiếp của tổ chức cơ sở đảng')
    >>> tier_of("district", date(2025, 7, 1))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/nothing-on-that-day
    """
    return (law or built_in()).require("organisation_kinds", kind, on=on)


def may_exist(kind: str, on: date, *, law: Law | None = None) -> bool:
    """Tell whether a kind of Party organisation exists on a day (loại tổ chức đảng còn tồn tại không).

    The table begins with the Statute of 19 January 2011.

    Raises:
        LawError: No such kind.

    >>> from datetime import date
    >>> may_exist("district", date(2025, 6, 30)), may_exist("district", date(2025, 7, 1))
    (True, False)
    """
    known = law or built_in()
    known.history("organisation_kinds", kind)
    return known.find("organisation_kinds", kind, on=on) is not None


def allowed_parents(kind: str, on: date, *, law: Law | None = None) -> tuple[Provision[str], ...]:
    """Give the kinds that may stand directly above a kind on a day (loại tổ chức cấp trên trực tiếp).

    Each answer says how sure it is: whether a village cell may stand directly under a commune committee since
    1 July 2025 is not verified.

    Args:
        kind: A kind, such as "commune"; a member of `OrganisationKind` is as good.
        on: The day.
        law: A law with tables of your own.

    Returns:
        One provision a kind; none for the Centre, which has nothing above it.

    Raises:
        LawError: No such kind, or a kind that does not exist on that day.

    >>> from datetime import date
    >>> [each.value for each in allowed_parents("commune", date(2025, 6, 30))]
    ['district']
    >>> [each.value for each in allowed_parents("commune", date(2025, 7, 1))]
    ['provincial']
    >>> [each.value for each in allowed_parents("cell", date(2025, 7, 1)) if not each.is_certain]
    ['commune']
    >>> allowed_parents("district", date(2025, 7, 1))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/nothing-on-that-day
    """
    known = law or built_in()
    known.require("organisation_kinds", kind, on=on)
    found = (
        known.find("allowed_parents", *key, on=on)
        for key in known.tables["allowed_parents"]
        if key[0] == kind
    )
    return tuple(each for each in found if each is not None)


def advisory_bodies(level: str, on: date, *, law: Law | None = None) -> tuple[Provision[str], ...]:
    """Give the bodies that advise a committee on a day (cơ quan tham mưu của cấp ủy).

    Args:
        level: "province", "district", "commune" or "special_zone".
        on: The day.
        law: A law with tables of your own.

    Returns:
        One provision a body, each saying how sure it is; none where a level has none, as the communes before July
        2025.

    Raises:
        LawError: No such level.

    >>> from datetime import date
    >>> [each.value for each in advisory_bodies("commune", date(2025, 7, 1)) if not each.note]
    ['Văn phòng', 'Ban Xây dựng Đảng', 'Cơ quan Ủy ban Kiểm tra']
    >>> advisory_bodies("commune", date(2025, 6, 30))
    ()
    >>> advisory_bodies("village", date(2025, 6, 30))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/unknown-key at $.advisory_bodies: the table has nothing under this key
    """
    known = law or built_in()
    keys = [key for key in known.tables["advisory_bodies"] if key[0] == level]
    if not keys:
        raise LawError(issue("law/unknown-key", ("advisory_bodies",)))
    found = (known.find("advisory_bodies", *key, on=on) for key in keys)
    return tuple(each for each in found if each is not None)


def themes(on: date, *, law: Law | None = None) -> tuple[Provision[str], ...]:
    """Give the themes of study of a day, of the year and of the term (chuyên đề).

    Raises:
        LawError: No theme is known, as before 2017 and since 2026.

    >>> from datetime import date
    >>> print(themes(date(2019, 5, 19))[0])
    Xây dựng ý thức tôn trọng Nhân dân, phát huy dân chủ, chăm lo đời sống Nhân dân
    >>> themes(date(2026, 5, 19))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/value-not-known
    """
    known = law or built_in()
    found = tuple(known.require("themes", *key, on=on) for key in known.keys("themes", on))
    if not found:
        raise LawError(issue("law/nothing-on-that-day", ("themes",), day=on.isoformat()))
    return found


def document(name: str, *, law: Law | None = None) -> LegalDocument:
    """Give a document by the name that the tables cite (văn bản).

    Args:
        name: Such as "Chỉ thị 05-CT/TW"; never a number alone, which several documents may have.
        law: A law with tables of your own.

    Raises:
        LawError: No document of this name.

    >>> print(document("Chỉ thị 05-CT/TW").start)
    2016-05-15
    >>> document("05")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/unknown-document: no document of this name is in the table of documents
    """
    check_words(name)
    found = (law or built_in()).documents.get(name)
    if found is None:
        raise LawError(issue("law/unknown-document"))
    return found


def document_in_force(name: str, on: date, *, law: Law | None = None) -> bool | None:
    """Tell whether a document was in force on a day; None where that is not verified (văn bản có hiệu lực không).

    Args:
        name: Such as "Nghị định 91/2017/NĐ-CP".
        on: The day.
        law: A law with tables of your own.

    Raises:
        LawError: No document of this name.

    >>> from datetime import date
    >>> [document_in_force("Nghị định 91/2017/NĐ-CP", date(year, 1, 1)) for year in (2017, 2023, 2024)]
    [False, True, False]
    >>> document_in_force("Quy định 20-QĐ/TW", date(2026, 6, 1)) is None
    True
    """
    found = document(name, law=law)
    if found.status in (Status.PLANNED, Status.UNVERIFIED):
        return None
    return found.status is not Status.CANCELLED and found.holds_on(check_day(on))


def documents_numbered(
    number: str, *, issued_on: date | None = None, law: Law | None = None
) -> tuple[LegalDocument, ...]:
    """Find the documents that have a number, which may be several (các văn bản cùng số).

    Args:
        number: As printed, such as "294-QĐ/TW".
        issued_on: Only the one of this day.
        law: A law with tables of your own.

    >>> from datetime import date
    >>> [each.name for each in documents_numbered("294-QĐ/TW")]
    ['Quy định 294-QĐ/TW', 'Quy định 294-QĐ/TW năm 2010']
    >>> [each.name for each in documents_numbered("294-QĐ/TW", issued_on=date(2025, 5, 26))]
    ['Quy định 294-QĐ/TW']
    >>> documents_numbered("1-QĐ/TW")
    ()
    """
    return tuple(
        each
        for each in (law or built_in()).documents.values()
        if number and each.document.number == number and issued_on in (None, each.document.issued_on)
    )
