"""Small frozen values that records are made of (giá trị)."""

from lamtheobac.values.comparison import Verdict
from lamtheobac.values.dates import Calendar, PartialDate, Period, format_date, parse_date
from lamtheobac.values.document import Document, DocumentKind
from lamtheobac.values.figure import Approximation, Figure, parse_figure
from lamtheobac.values.money import Money
from lamtheobac.values.unit import Unit

__all__ = [
    "Approximation",
    "Calendar",
    "Document",
    "DocumentKind",
    "Figure",
    "Money",
    "PartialDate",
    "Period",
    "Unit",
    "Verdict",
    "format_date",
    "parse_date",
    "parse_figure",
]
