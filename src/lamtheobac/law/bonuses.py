"""The bonus of an award: coefficient times the base salary of the day of the decision (tiền thưởng)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from attrs import frozen

from lamtheobac.errors import LawError, OptionError
from lamtheobac.law.provision import Provision
from lamtheobac.law.questions import base_salary
from lamtheobac.law.reading import built_in
from lamtheobac.law.tables import check_words
from lamtheobac.law.words import Confidence, Recipient, Rounding, Status, mark
from lamtheobac.messages import issue
from lamtheobac.values.money import Money

if TYPE_CHECKING:
    from datetime import date

    from lamtheobac.law.tables import Law
    from lamtheobac.values.document import Document

__all__ = ["Bonus", "bonus"]

_TEN_THOUSAND: Final = 10_000
# From the best to the worst: a sum is as good as the worst of its parts.
_STATUSES: Final = (Status.IN_FORCE, Status.REPEALED, Status.PLANNED, Status.UNVERIFIED)
_CONFIDENCES: Final = (
    Confidence.READ, Confidence.HIGH, Confidence.MEDIUM, Confidence.INFERRED, Confidence.LOW,
)  # fmt: skip


@frozen(kw_only=True)
class Bonus:
    """The bonus of one recipient, and all it rests on (tiền thưởng).

    Attributes:
        value: The sum; where `is_cap`, the most that may be given.
        is_cap: Whether the law sets only an upper limit.
        coefficient: The coefficient, with its document and article.
        factor: What a collective or a household gets for the one of a person; None where the coefficient is its own.
        base_salary: The base salary of the day of the decision.
        rounding: How the sum is rounded.
        rounding_by: What says so; None where the caller chose, or where nothing had to be rounded.
    """

    value: Money
    is_cap: bool
    coefficient: Provision[Decimal]
    factor: Provision[Decimal] | None
    base_salary: Provision[Money]
    rounding: Rounding
    rounding_by: Provision[Rounding] | None

    @property
    def parts(self) -> tuple[Provision[Decimal] | Provision[Money] | Provision[Rounding], ...]:
        """Everything the sum rests on (căn cứ)."""
        parts = (self.coefficient, self.factor, self.base_salary, self.rounding_by)
        return tuple(part for part in parts if part is not None)

    @property
    def unit(self) -> str:
        """What it is counted in (đơn vị)."""
        return "VND"

    @property
    def document(self) -> Document:
        """The document that sets the coefficient (văn bản)."""
        return self.coefficient.document

    @property
    def article(self) -> str:
        """Its article (điều khoản)."""
        return self.coefficient.article

    @property
    def status(self) -> Status:
        """The status of its worst part: a bonus on a planned salary is planned (tình trạng hiệu lực)."""
        return max((part.status for part in self.parts), key=_STATUSES.index)

    @property
    def confidence(self) -> Confidence:
        """The confidence in its worst part (độ tin cậy)."""
        return max((part.confidence for part in self.parts), key=_CONFIDENCES.index)

    @property
    def is_certain(self) -> bool:
        """Whether an error may rest on it (chắc chắn)."""
        return all(part.is_certain for part in self.parts)

    def __str__(self) -> str:
        """Write the sum with its marks, as people must see it (viết mức thưởng)."""
        most = "không quá " if self.is_cap else ""
        return f"{most}{self.value}{mark(self.status, self.confidence)}"


def bonus(
    form: str, recipient: str, on: date, *, rounding: str | None = None, law: Law | None = None
) -> Bonus:
    """Give the bonus of an award: coefficient times base salary, both of the day of the decision (tiền thưởng).

    What is not known is an error, never zero. A cap stays a cap: it is never rounded.

    Args:
        form: A form of the tables, such as "fighter_grassroots"; see `award_forms`.
        recipient: Who gets it, such as "individual", "collective" or "cell".
        on: The day of the decision; not that of the deed, nor of the ceremony.
        rounding: "ceil_10k", "nearest_10k" or "none"; where none is named, what the decree of the day is mostly read
            to say: up for the State, not at all for the Party.
        law: A law with tables of your own.

    Raises:
        LawError: No coefficient is known for this form, recipient and day, or the sum is no whole number of đồng.
        OptionError: No such rounding.

    >>> from datetime import date
    >>> print(bonus("fighter_grassroots", "individual", date(2024, 7, 1)))
    2.340.000 đồng
    >>> print(bonus("commendation_commune", "individual", date(2023, 6, 30), rounding="nearest_10k"))
    220.000 đồng
    >>> print(bonus("insignia_ministry", "individual", date(2024, 7, 1)))
    không quá 1.404.000 đồng
    >>> print(bonus("fighter_grassroots", "individual", date(2026, 7, 1)))
    2.530.000 đồng (chưa xác minh, chưa chắc)
    >>> bonus("party_badge_45", "member", date(2024, 2, 3))  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.LawError: law/value-not-known
    """
    check_words(form, recipient)
    known = law or built_in()
    if rounding not in (None, *Rounding):
        raise OptionError(issue("option/unknown", known=", ".join(Rounding)))
    coefficient, factor = _coefficient(form, recipient, on, known)
    salary = base_salary(on, law=known)
    exact = Fraction(coefficient.value) * salary.value.dong
    if factor is not None:
        exact *= Fraction(factor.value)
    is_cap = bool(coefficient.details.get("at_most", False))
    by: Provision[Rounding] | None = None
    if is_cap:
        way = Rounding.NONE
    elif rounding is not None:
        way = Rounding(rounding)
    else:
        system = known.require("award_forms", form, on=on).details["system"]
        by = known.require("bonus_rounding", system, on=on)
        way = by.value
    dong = _round(exact, way)
    return Bonus(
        value=Money(dong),
        is_cap=is_cap,
        coefficient=coefficient,
        factor=factor,
        base_salary=salary,
        rounding=way,
        rounding_by=None if dong == exact else by,
    )


def _coefficient(
    form: str, recipient: str, on: date, law: Law
) -> tuple[Provision[Decimal], Provision[Decimal] | None]:
    """Find the coefficient of a recipient: its own, or that of a person with a factor."""
    if (form, recipient) in law.tables["bonus"]:
        return law.require("bonus", form, recipient, on=on), None
    if (form, recipient) in law.tables["bonus_factors"]:
        factor = law.require("bonus_factors", form, recipient, on=on)
        return law.require("bonus", form, Recipient.INDIVIDUAL, on=on), factor
    raise LawError(issue("law/unknown-key", ("bonus",)))


def _round(exact: Fraction, way: Rounding) -> int:
    """Round a sum to ten thousand đồng, or not at all."""
    if way is Rounding.NONE:
        if exact.denominator != 1:
            raise LawError(issue("law/no-whole-dong"))
        return exact.numerator
    times, rest = divmod(exact, _TEN_THOUSAND)
    up = rest > 0 if way is Rounding.UP else 2 * rest >= _TEN_THOUSAND
    return (times + up) * _TEN_THOUSAND
