"""Written reports: their figures found in prose, and held against the records (báo cáo)."""

from __future__ import annotations

from lamtheobac.reports.drafting import Draft, Span, draft
from lamtheobac.reports.finding_figures import FoundFigure, find_figures
from lamtheobac.reports.reconciling import Match, reconcile
from lamtheobac.reports.reminders import Reminder, remind
from lamtheobac.reports.subject_words import Action, Role, Sureness
from lamtheobac.reports.subjects import Subject, find_subjects
from lamtheobac.reports.summaries import summary

__all__ = [
    "Action",
    "Draft",
    "FoundFigure",
    "Match",
    "Reminder",
    "Role",
    "Span",
    "Subject",
    "Sureness",
    "draft",
    "find_figures",
    "find_subjects",
    "reconcile",
    "remind",
    "summary",
]
