"""What people did, as typed records; never what the law says of it (bản ghi)."""

from lamtheobac.records.activity import (
    Activity,
    ActivityKind,
    Occasion,
    OccasionKind,
    Recurrence,
    Weekday,
    WeekOfMonth,
)
from lamtheobac.records.award import Award, AwardForm, AwardStatus, AwardSystem
from lamtheobac.records.body import Body, BodyKind
from lamtheobac.records.contribution import Accrual, Contribution, Stage
from lamtheobac.records.dialogue import Dialogue, Holder, HolderRole
from lamtheobac.records.kinds import Record
from lamtheobac.records.observation import Observation, ObservationKind
from lamtheobac.records.outcome import Aim, Beneficiaries, BeneficiaryKind, Outcome, OutcomeKind
from lamtheobac.records.participation import Participation, ParticipationKind, Subjects
from lamtheobac.records.party_organisation import OrganisationKind, PartyOrganisation
from lamtheobac.records.person import Person
from lamtheobac.records.practice_model import Level, ModelField, ModelState, ModelStatus, PracticeModel
from lamtheobac.records.programme import Programme
from lamtheobac.records.registers import Register
from lamtheobac.records.report import Report, ReportKind
from lamtheobac.records.statement import Change, Measure, Statement
from lamtheobac.records.succession import Succession
from lamtheobac.records.theme import Theme, ThemeScope

__all__ = [
    "Accrual",
    "Activity",
    "ActivityKind",
    "Aim",
    "Award",
    "AwardForm",
    "AwardStatus",
    "AwardSystem",
    "Beneficiaries",
    "BeneficiaryKind",
    "Body",
    "BodyKind",
    "Change",
    "Contribution",
    "Dialogue",
    "Holder",
    "HolderRole",
    "Level",
    "Measure",
    "ModelField",
    "ModelState",
    "ModelStatus",
    "Observation",
    "ObservationKind",
    "Occasion",
    "OccasionKind",
    "OrganisationKind",
    "Outcome",
    "OutcomeKind",
    "Participation",
    "ParticipationKind",
    "PartyOrganisation",
    "Person",
    "PracticeModel",
    "Programme",
    "Record",
    "Recurrence",
    "Register",
    "Report",
    "ReportKind",
    "Stage",
    "Statement",
    "Subjects",
    "Succession",
    "Theme",
    "ThemeScope",
    "WeekOfMonth",
    "Weekday",
]
