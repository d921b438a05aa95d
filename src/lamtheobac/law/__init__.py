"""What documents set, by date, each value with its source, and the questions tools ask (quy định theo ngày)."""

from lamtheobac.law.provision import Confidence, LegalDocument, Provision, Status, Tier
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

__all__ = [
    "Confidence",
    "Law",
    "LegalDocument",
    "Provision",
    "Status",
    "Tier",
    "allowed_parents",
    "base_salary",
    "built_in",
    "document",
    "document_in_force",
    "load",
    "may_exist",
    "threshold",
    "tier_of",
]
