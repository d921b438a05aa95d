"""Households and their status: only some are one by decision (quy tắc về hộ nghèo, hộ cận nghèo)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.outcome import BeneficiaryKind
from lamtheobac.rules.finding import LASTING, Found, Missing, Rule, Severity
from lamtheobac.rules.times import last_known_day
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lamtheobac.errors import Path
    from lamtheobac.records.outcome import Beneficiaries, Outcome
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_LEGAL: Final = (
    BeneficiaryKind.LEGAL_POOR,
    BeneficiaryKind.LEGAL_NEAR_POOR,
    BeneficiaryKind.JUST_ESCAPED,
)
_WORDS: Final[Mapping[str, BeneficiaryKind]] = {
    search_key(words): kind
    for words, kind in (
        ("hộ nghèo", BeneficiaryKind.LEGAL_POOR),
        ("cận nghèo", BeneficiaryKind.LEGAL_NEAR_POOR),
        ("thoát nghèo", BeneficiaryKind.JUST_ESCAPED),
        ("khó khăn", BeneficiaryKind.DIFFICULT),
    )
}
"""Words by which a status is named."""

_POOR: Final = search_key("hộ nghèo")


def _groups(programme: Programme) -> Iterator[tuple[Path, Outcome, Beneficiaries]]:
    """Go through the beneficiaries whose status may be one by decision."""
    for outcome in programme.outcomes:
        for place, group in enumerate(outcome.beneficiaries):
            if group.kind in _LEGAL or group.kind is BeneficiaryKind.DIFFICULT:
                yield ("outcomes", outcome.id, "beneficiaries", place), outcome, group


def _status_without_date(programme: Programme) -> Iterable[Found]:
    """Note statuses by decision of which nobody knows when they held: the poverty line changes with the years."""
    for path, outcome, group in _groups(programme):
        is_dated = last_known_day(programme, outcome.period, outcome.report_id) is not None
        if group.kind in _LEGAL and not is_dated:
            yield Found(path=path, values={"status": group.kind})


def _status_differs_from_words(programme: Programme) -> Iterable[Found]:
    """Find groups whose words name another status than the one recorded, and not that one too.

    "Gia đình khó khăn" is no legal status, and "hộ nghèo" is one. Words that name none say nothing.
    """
    for path, _, group in _groups(programme):
        noun = "" if group.count is None else group.count.noun
        words = search_key(f"{group.text} {noun}")
        named = {kind for phrase, kind in _WORDS.items() if phrase in words}
        if named and group.kind not in named:
            yield Found(
                path=(*path, "kind"),
                stated=group.kind.label,
                values={
                    "status": group.kind,
                    "words": min(named),
                },
            )


def _no_legal_status(programme: Programme) -> Iterable[Found]:
    """Note help under a model for poor households that names families in difficulty only.

    The name of the model is the measure: it says "hộ nghèo", and no group of the outcome has that status.
    """
    for outcome in programme.outcomes:
        model = programme.models.get(outcome.of_id or "")
        kinds = {group.kind for group in outcome.beneficiaries}
        if model is None or BeneficiaryKind.DIFFICULT not in kinds or not kinds.isdisjoint(_LEGAL):
            continue
        if any(_POOR in search_key(name) for name in (model.name, *model.aliases)):
            yield Found(
                path=("outcomes", outcome.id, "beneficiaries"),
                stated=BeneficiaryKind.DIFFICULT.label,
                values={"status": BeneficiaryKind.DIFFICULT},
            )


RULES: Final = (
    Rule(
        code="household/status-without-date",
        severity=Severity.INFO,
        profiles=LASTING,
        missing=Missing.FOUND,
        check=_status_without_date,
    ),
    Rule(
        code="household/status-differs-from-words",
        severity=Severity.WARNING,
        check=_status_differs_from_words,
    ),
    Rule(
        code="household/no-legal-status",
        severity=Severity.INFO,
        missing=Missing.FOUND,
        check=_no_legal_status,
    ),
)
