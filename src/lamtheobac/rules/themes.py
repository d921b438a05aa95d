"""Themes of study (quy tắc về chuyên đề)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from lamtheobac.records.theme import ThemeScope
from lamtheobac.rules.finding import Found, Rule, Severity
from lamtheobac.rules.times import say_day
from lamtheobac.values.dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


def _years_overlap(programme: Programme) -> Iterable[Found]:
    """Find themes of a year that one issuer set for days which an earlier theme of a year has already.

    A theme of a term or an occasion goes beside those of the years, and a national beside a local one. So both
    must be of a year and of one issuer, which is known; and their ends too, each in every way it can be read.
    """
    issued: dict[str, list[tuple[date, date, str]]] = defaultdict(list)
    for theme in programme.themes:
        period = theme.period
        is_yearly = theme.scope is ThemeScope.YEAR and theme.issuer_id is not None
        if not is_yearly or period is None or period.start is None or period.end is None:
            continue
        # The latest beginning and the earliest end: only these days surely belong to the theme.
        issued[theme.issuer_id or ""].append((last_day(period.start), first_day(period.end), theme.id))
    for themes in issued.values():
        latest: date | None = None
        for start, end, theme_id in sorted(themes):
            if latest is not None and start <= min(latest, end):
                day = say_day(start)
                yield Found(path=("themes", theme_id, "period"), stated=day, values={"day": day})
            latest = end if latest is None else max(latest, end)


RULES: Final = (Rule(code="theme/years-overlap", severity=Severity.WARNING, check=_years_overlap),)
