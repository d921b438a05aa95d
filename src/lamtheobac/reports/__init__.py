"""Written reports: every figure found in their prose (báo cáo)."""

from __future__ import annotations

from lamtheobac.reports.finding_figures import FoundFigure, find_figures

__all__ = ["FoundFigure", "find_figures"]
