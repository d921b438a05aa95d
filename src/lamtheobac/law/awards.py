"""Forms of commendation, whom they fit and who may grant them (hình thức, đối tượng và thẩm quyền khen thưởng)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from lamtheobac.law.reading import built_in
from lamtheobac.law.tables import check_day
from lamtheobac.law.words import Recipient, Status, System
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from datetime import date

    from lamtheobac.law.provision import Provision
    from lamtheobac.law.tables import Law

__all__ = ["Form", "Grantor", "award_forms", "who_may_grant"]


@frozen(kw_only=True)
class Form:
    """A form of commendation or a title, as the law tells them apart (hình thức khen thưởng, danh hiệu).

    Attributes:
        code: Its name in the tables, such as "fighter_grassroots".
        name: Its name, such as "Chiến sĩ thi đua cơ sở".
        also: Other names of the same.
        award_form: The code of the form in a record of an award.
        system: Party or State: the same words mean different awards.
        levels: The codes of the levels that a record may give it.
        recipients: Whom it fits.
    """

    code: str
    name: str
    also: tuple[str, ...]
    award_form: str
    system: System
    levels: tuple[str, ...]
    recipients: tuple[Recipient, ...]


@frozen(kw_only=True)
class Grantor:
    """Who may grant awards (người, tổ chức có thẩm quyền khen thưởng).

    Attributes:
        code: The name in the tables, such as "chair_province".
        name: Such as "Chủ tịch Ủy ban nhân dân cấp tỉnh".
        system: Party or State.
        level: The code of the level.
        kinds: The kinds of Party organisations whose committee or standing board it is.
    """

    code: str
    name: str
    system: System
    level: str
    kinds: tuple[str, ...]


def award_forms(
    on: date,
    *,
    form: str | None = None,
    award_form: str | None = None,
    system: str | None = None,
    level: str | None = None,
    name: str | None = None,
    law: Law | None = None,
) -> tuple[Provision[Form], ...]:
    """Find the forms and titles that there are on a day (các hình thức khen thưởng).

    Args:
        on: The day of the decision.
        form: Only the one of this code.
        award_form: Only those that a record calls so, such as "commendation".
        system: Only those of the Party ("party") or of the State ("state").
        level: Only those that are granted at this level.
        name: Only what goes by this name, as "Lao động tiên tiến"; case and the place of tones do not matter.
        law: A law with tables of your own.

    Returns:
        All that fit; several where the record does not tell them apart, none where there is no such form.

    >>> from datetime import date
    >>> [each.value.code for each in award_forms(date(2019, 6, 15), award_form="commendation", level="district")]
    ['commendation_district', 'party_commendation_above']
    >>> [each.value.code for each in award_forms(date(2019, 6, 15), name="chiến sĩ tiên tiến")]
    ['worker_advanced']
    >>> award_forms(date(2019, 6, 15), name="Dân vận khéo")
    ()
    """
    check_day(on)
    key = None if name is None else search_key(name)
    return tuple(
        row
        for row, names in _forms(law or built_in())
        if row.holds_on(on)
        and form in (None, row.value.code)
        and award_form in (None, row.value.award_form)
        and system in (None, row.value.system)
        and (level is None or level in row.value.levels)
        and (key is None or key in names)
    )


@lru_cache(maxsize=8)
def _forms(law: Law) -> tuple[tuple[Provision[Form], frozenset[str]], ...]:
    """Make the forms of all days once for each law, each with the keys of its names."""
    found: list[tuple[Provision[Form], frozenset[str]]] = []
    for rows in law.tables["award_forms"].values():
        for row in rows:
            if row.status is not Status.CANCELLED:
                form = _form(row)
                names = frozenset(map(search_key, (form.name, *form.also)))
                found.append((attrs.evolve(row, value=form), names))
    return tuple(found)


def _form(row: Provision[str]) -> Form:
    about = row.details
    return Form(
        code=row.key[0],
        name=row.value,
        also=about.get("also", ()),
        award_form=about["award_form"],
        system=about["system"],
        levels=about["levels"],
        recipients=tuple(map(Recipient, about["recipients"])),
    )


def who_may_grant(form: str, on: date, *, law: Law | None = None) -> tuple[Provision[Grantor], ...]:
    """Tell who may grant a form on a day (ai có thẩm quyền khen thưởng).

    Args:
        form: A form of the tables, such as "party_certificate"; see `award_forms`.
        on: The day of the decision.
        law: A law with tables of your own.

    Returns:
        One provision a grantor, each saying how sure it is; none where nobody is known to have the power.

    Raises:
        LawError: No such form, or none on that day.

    >>> from datetime import date
    >>> [each.value.name for each in who_may_grant("party_certificate", date(2019, 6, 15))]
    ['Ban thường vụ tỉnh ủy, thành ủy trực thuộc Trung ương và tương đương']
    >>> [each.value.code for each in who_may_grant("commendation_district", date(2025, 7, 1))]
    ['head_department']
    >>> who_may_grant("commune_exemplary", date(2023, 12, 31))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/nothing-on-that-day
    """
    known = law or built_in()
    known.require("award_forms", form, on=on)
    found: list[Provision[Grantor]] = []
    for key in known.tables["granting"]:
        row = known.find("granting", *key, on=on) if key[0] == form else None
        if row is not None:
            found.append(attrs.evolve(row, value=_grantor(known.require("grantors", key[1], on=on))))
    return tuple(found)


def _grantor(row: Provision[str]) -> Grantor:
    about = row.details
    return Grantor(
        code=row.key[0],
        name=row.value,
        system=about["system"],
        level=about["level"],
        kinds=about.get("kinds", ()),
    )
