"""What documents set, by date, each value with its source, and the questions tools ask (quy định theo ngày)."""

from lamtheobac.law.awards import Form, Grantor, award_forms, who_may_grant
from lamtheobac.law.bonuses import Bonus, bonus
from lamtheobac.law.provision import LegalDocument, Provision
from lamtheobac.law.questions import (
    allowed_parents,
    base_salary,
    document,
    document_in_force,
    may_exist,
    threshold,
    tier_of,
)
from lamtheobac.law.reading import built_in, load
from lamtheobac.law.tables import Law
from lamtheobac.law.words import Confidence, Recipient, Rounding, Status, System, Tier

__all__ = [
    "Bonus",
    "Confidence",
    "Form",
    "Grantor",
    "Law",
    "LegalDocument",
    "Provision",
    "Recipient",
    "Rounding",
    "Status",
    "System",
    "Tier",
    "allowed_parents",
    "award_forms",
    "base_salary",
    "bonus",
    "built_in",
    "document",
    "document_in_force",
    "load",
    "may_exist",
    "threshold",
    "tier_of",
    "who_may_grant",
]
