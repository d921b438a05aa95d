"""What a record that is handed in must name (quy tắc về nội dung bắt buộc).

A file half filled must load, so these are findings and not invariants; and nothing has to be invented to meet them:
whoever runs a model, and whatever was given to, can be any organisation, body, activity or fund.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.award import AwardForm
from lamtheobac.rules.finding import UNFINISHED, Found, Missing, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


def _models_without_lead(programme: Programme) -> Iterable[Found]:
    """Find models that nobody runs: no lead, nobody who takes part, and no report whose organisation it would be."""
    for model in programme.models:
        if model.lead_id is None and not model.participant_ids and model.report_id is None:
            yield Found(path=("models", model.id, "lead_id"))


def _gifts_to_nothing(programme: Programme) -> Iterable[Found]:
    """Find gifts that were given to nothing and raised by nobody: no total can place them."""
    for gift in programme.contributions:
        if (
            gift.to_id is None
            and gift.raised_by_id is None
            and gift.given_by_id is None
            and gift.report_id is None
        ):
            yield Found(path=("contributions", gift.id, "to_id"))


def _awards_of_nothing(programme: Programme) -> Iterable[Found]:
    """Find awards of which neither title nor form nor decision is known."""
    for award in programme.awards:
        if not award.title and award.form is AwardForm.UNSTATED and award.decision is None:
            yield Found(path=("awards", award.id, "title"))


RULES: Final = tuple(
    Rule(code=code, severity=Severity.ERROR, profiles=UNFINISHED, missing=Missing.FOUND, check=check)
    for code, check in (
        ("model/run-by-nobody", _models_without_lead),
        ("contribution/from-nowhere-to-nothing", _gifts_to_nothing),
        ("award/of-nothing", _awards_of_nothing),
    )
)
