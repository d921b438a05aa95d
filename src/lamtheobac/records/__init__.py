"""What people did, as typed records; never what the law says of it (bản ghi)."""

from lamtheobac.records.dialogue import Dialogue, Holder, HolderRole
from lamtheobac.records.party_organisation import OrganisationKind, PartyOrganisation
from lamtheobac.records.programme import Programme, Record
from lamtheobac.records.registers import Register
from lamtheobac.records.report import Report, ReportKind
from lamtheobac.records.statement import Change, Measure, Statement

__all__ = [
    "Change",
    "Dialogue",
    "Holder",
    "HolderRole",
    "Measure",
    "OrganisationKind",
    "PartyOrganisation",
    "Programme",
    "Record",
    "Register",
    "Report",
    "ReportKind",
    "Statement",
]
