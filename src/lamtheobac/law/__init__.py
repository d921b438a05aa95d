"""What documents set, by date, each value with its source, and the questions tools ask (quy định theo ngày)."""

from lamtheobac.law.awards import Form, Grantor, award_forms, who_may_grant
from lamtheobac.law.bonuses import Bonus, bonus
from lamtheobac.law.committee_names import committee_name, organisation_name
from lamtheobac.law.provision import LegalDocument, Provision
from lamtheobac.law.questions import (
    advisory_bodies,
    allowed_parents,
    base_salary,
    document,
    document_in_force,
    documents_numbered,
    may_exist,
    themes,
    threshold,
    tier_of,
)
from lamtheobac.law.reading import built_in, load
from lamtheobac.law.tables import Law
from lamtheobac.law.units import AdministrativeUnit, Became, Successor, became_of, unit_of
from lamtheobac.law.words import Confidence, Recipient, Rounding, Status, System, Tier, UnitKind

__all__ = [
    "AdministrativeUnit",
    "Became",
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
    "Successor",
    "System",
    "Tier",
    "UnitKind",
    "advisory_bodies",
    "allowed_parents",
    "award_forms",
    "base_salary",
    "became_of",
    "bonus",
    "built_in",
    "committee_name",
    "document",
    "document_in_force",
    "documents_numbered",
    "load",
    "may_exist",
    "organisation_name",
    "themes",
    "threshold",
    "tier_of",
    "unit_of",
    "who_may_grant",
]
