"""The programme of studying and following Ho Chi Minh, as exact records (làm theo Bác).

Vietnamese figures read and written exactly, records of what was done, dated rules that say what does not fit.
Everything here is loaded at first use: importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lamtheobac import law
    from lamtheobac.errors import (
        LIMITS,
        FigureError,
        Issue,
        LamTheoBacError,
        LawError,
        LimitError,
        Limits,
        NumberError,
        OptionError,
        ReadError,
        RecordError,
        WrongTypeError,
    )
    from lamtheobac.formats.annotating import annotate
    from lamtheobac.formats.forms import read_record
    from lamtheobac.formats.gathering import combine_files
    from lamtheobac.formats.json import dump, dumps, example, fingerprint, load, loads
    from lamtheobac.formats.publishing import PublicProgramme, PublicRow, PublicWinner, publish
    from lamtheobac.formats.report_files import load_report
    from lamtheobac.formats.schema import json_schema
    from lamtheobac.records import (
        Accrual,
        Activity,
        ActivityKind,
        Aim,
        Award,
        AwardForm,
        AwardStatus,
        AwardSystem,
        Beneficiaries,
        BeneficiaryKind,
        Body,
        BodyKind,
        Change,
        Contribution,
        Dialogue,
        Holder,
        HolderRole,
        Level,
        Measure,
        ModelField,
        ModelState,
        ModelStatus,
        Observation,
        ObservationKind,
        Occasion,
        OccasionKind,
        OrganisationKind,
        Outcome,
        OutcomeKind,
        Participation,
        ParticipationKind,
        PartyOrganisation,
        Person,
        PracticeModel,
        Programme,
        Recurrence,
        Report,
        ReportKind,
        Stage,
        Statement,
        Subjects,
        Succession,
        Theme,
        ThemeScope,
        Weekday,
        WeekOfMonth,
    )
    from lamtheobac.records.comparing import Compared, compare_periods
    from lamtheobac.records.lineage import Heir, Told, heirs_of, told_under
    from lamtheobac.reports import (
        Draft,
        FoundFigure,
        Match,
        Reminder,
        Span,
        Sureness,
        draft,
        find_figures,
        reconcile,
        remind,
        summary,
    )
    from lamtheobac.rules import RULES, ByLaw, Finding, Found, Missing, Rule, Severity, check
    from lamtheobac.rules.combining import Combined, combine
    from lamtheobac.text.money import format_compact, format_money
    from lamtheobac.text.names import name_key
    from lamtheobac.text.numbers import format_number, format_percent, parse_number
    from lamtheobac.text.spelling import (
        NORTH,
        SOUTH,
        Dialect,
        receipt_line,
        spell_decimal,
        spell_money,
        spell_number,
    )
    from lamtheobac.text.units import format_quantity
    from lamtheobac.text.words import parse_words
    from lamtheobac.values import (
        Approximation,
        Calendar,
        Document,
        DocumentKind,
        Figure,
        Money,
        PartialDate,
        Period,
        Unit,
        Verdict,
        format_date,
        parse_date,
        parse_figure,
    )
    from lamtheobac.values.ids import make_id

__version__ = "0.1.0.dev0"

_HOMES = {
    "errors": (
        "LIMITS", "FigureError", "Issue", "LamTheoBacError", "LawError", "LimitError", "Limits", "NumberError",
        "OptionError", "ReadError", "RecordError", "WrongTypeError",
    ),
    "formats.annotating": ("annotate",),
    "formats.forms": ("read_record",),
    "formats.gathering": ("combine_files",),
    "formats.json": ("dump", "dumps", "example", "fingerprint", "load", "loads"),
    "formats.publishing": ("PublicProgramme", "PublicRow", "PublicWinner", "publish"),
    "formats.report_files": ("load_report",),
    "formats.schema": ("json_schema",),
    "records": (
        "Accrual", "Activity", "ActivityKind", "Aim", "Award", "AwardForm", "AwardStatus", "AwardSystem",
        "Beneficiaries", "BeneficiaryKind", "Body", "BodyKind", "Change", "Contribution", "Dialogue",
        "Holder", "HolderRole", "Level", "Measure", "ModelField", "ModelState", "ModelStatus",
        "Observation", "ObservationKind", "Occasion", "OccasionKind", "OrganisationKind", "Outcome",
        "OutcomeKind", "Participation", "ParticipationKind", "PartyOrganisation", "Person", "PracticeModel",
        "Programme", "Recurrence", "Report", "ReportKind", "Stage", "Statement", "Subjects", "Succession",
        "Theme", "ThemeScope", "WeekOfMonth", "Weekday",
    ),
    "records.comparing": ("Compared", "compare_periods"),
    "records.lineage": ("Heir", "Told", "heirs_of", "told_under"),
    "reports": (
        "Draft", "FoundFigure", "Match", "Reminder", "Span", "Sureness", "draft", "find_figures", "reconcile", "remind",
        "summary",
    ),
    "rules": ("RULES", "ByLaw", "Finding", "Found", "Missing", "Rule", "Severity", "check"),
    "rules.combining": ("Combined", "combine"),
    "text.money": ("format_compact", "format_money"),
    "text.names": ("name_key",),
    "text.numbers": ("format_number", "format_percent", "parse_number"),
    "text.spelling": (
        "NORTH", "SOUTH", "Dialect", "receipt_line", "spell_decimal", "spell_money", "spell_number",
    ),
    "text.units": ("format_quantity",),
    "text.words": ("parse_words",),
    "values": (
        "Approximation", "Calendar", "Document", "DocumentKind", "Figure", "Money", "PartialDate", "Period", "Unit",
        "Verdict", "format_date", "parse_date", "parse_figure",
    ),
    "values.ids": ("make_id",),
}  # fmt: skip

__all__ = [
    "LIMITS",
    "NORTH",
    "RULES",
    "SOUTH",
    "Accrual",
    "Activity",
    "ActivityKind",
    "Aim",
    "Approximation",
    "Award",
    "AwardForm",
    "AwardStatus",
    "AwardSystem",
    "Beneficiaries",
    "BeneficiaryKind",
    "Body",
    "BodyKind",
    "ByLaw",
    "Calendar",
    "Change",
    "Combined",
    "Compared",
    "Contribution",
    "Dialect",
    "Dialogue",
    "Document",
    "DocumentKind",
    "Draft",
    "Figure",
    "FigureError",
    "Finding",
    "Found",
    "FoundFigure",
    "Heir",
    "Holder",
    "HolderRole",
    "Issue",
    "LamTheoBacError",
    "LawError",
    "Level",
    "LimitError",
    "Limits",
    "Match",
    "Measure",
    "Missing",
    "ModelField",
    "ModelState",
    "ModelStatus",
    "Money",
    "NumberError",
    "Observation",
    "ObservationKind",
    "Occasion",
    "OccasionKind",
    "OptionError",
    "OrganisationKind",
    "Outcome",
    "OutcomeKind",
    "PartialDate",
    "Participation",
    "ParticipationKind",
    "PartyOrganisation",
    "Period",
    "Person",
    "PracticeModel",
    "Programme",
    "PublicProgramme",
    "PublicRow",
    "PublicWinner",
    "ReadError",
    "RecordError",
    "Recurrence",
    "Reminder",
    "Report",
    "ReportKind",
    "Rule",
    "Severity",
    "Span",
    "Stage",
    "Statement",
    "Subjects",
    "Succession",
    "Sureness",
    "Theme",
    "ThemeScope",
    "Told",
    "Unit",
    "Verdict",
    "WeekOfMonth",
    "Weekday",
    "WrongTypeError",
    "annotate",
    "check",
    "combine",
    "combine_files",
    "compare_periods",
    "draft",
    "dump",
    "dumps",
    "example",
    "find_figures",
    "fingerprint",
    "format_compact",
    "format_date",
    "format_money",
    "format_number",
    "format_percent",
    "format_quantity",
    "heirs_of",
    "json_schema",
    "law",
    "load",
    "load_report",
    "loads",
    "make_id",
    "name_key",
    "parse_date",
    "parse_figure",
    "parse_number",
    "parse_words",
    "publish",
    "read_record",
    "receipt_line",
    "reconcile",
    "remind",
    "spell_decimal",
    "spell_money",
    "spell_number",
    "summary",
    "told_under",
]

_MODULES = ("law",)
"""Modules that are asked by their own name, as in `ltb.law.base_salary(on)`."""

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"{__name__}.{name}")
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)
