"""Records that stand twice under two ids (quy tắc về bản ghi trùng).

Gifts and awards have rules of their own. Here a record must say enough to be told apart from every other (what it is
of, how much, and both days of its time), and another must say the very same: two cells may honestly plant as many
trees, but not twice for one model on the same days.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from lamtheobac.records.contribution import Accrual
from lamtheobac.records.party_organisation import OrganisationKind
from lamtheobac.records.report import ReportKind
from lamtheobac.records.same_organisation import may_overlap
from lamtheobac.rules.amounts import say
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.text.clean import search_key

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable

    from lamtheobac.records.dialogue import Dialogue
    from lamtheobac.records.outcome import Outcome
    from lamtheobac.records.participation import Participation
    from lamtheobac.records.party_organisation import PartyOrganisation
    from lamtheobac.records.practice_model import PracticeModel
    from lamtheobac.records.programme import Programme
    from lamtheobac.records.report import Report
    from lamtheobac.values.dates import Period

__all__ = ["RULES"]


def _days(period: Period | None) -> Hashable | None:
    """Give both days of a time; None where one is not known."""
    return None if period is None or not period.is_placed else (period.start, period.end)


def _outcome(record: Outcome) -> Hashable | None:
    days = _days(record.period)
    if record.of_id is None or days is None or record.accrual is Accrual.CUMULATIVE:
        return None
    return record.of_id, record.kind, record.figure, record.before, record.aim, record.beneficiaries, days


def _participation(record: Participation) -> Hashable | None:
    days = _days(record.period)
    if record.of_id is None or record.count is None or days is None:
        return None
    return record.of_id, record.kind, record.subjects, record.count, search_key(record.content), days


def _dialogue(record: Dialogue) -> Hashable | None:
    figures = (record.meetings, record.citizens, record.received, record.instructed, record.resolved)
    days = _days(record.period)
    is_told = (record.held_by or record.model_id is not None) and any(figures)
    return (record.held_by, record.model_id, figures, days) if is_told and days is not None else None


def _report(record: Report) -> Hashable | None:
    days = _days(record.period)
    if days is None or record.kind in (ReportKind.ARTICLE, ReportKind.THEMATIC):
        return None
    return (
        record.organisation_id,
        record.kind,
        search_key(record.title),
        record.document,
        record.submitted_on,
        days,
    )


def _model(record: PracticeModel) -> Hashable | None:
    return None if record.lead_id is None else (record.lead_id, search_key(record.name), record.period)


def _rule(code: str, collection: str, field: str, key_of: Callable[[Any], Hashable | None]) -> Rule:
    """Make the rule of one collection: each record of a key after the first is found."""

    def find(programme: Programme) -> Iterable[Found]:
        seen: dict[Hashable, int] = {}
        for place, record in enumerate(getattr(programme, collection), start=1):
            key = key_of(record)
            first = place if key is None else seen.setdefault(key, place)
            if first != place:
                value = getattr(record, field)
                stated = say(value) if field in ("figure", "count") else ""
                yield Found(path=(collection, record.id, field), stated=stated, values={"place": first})

    return Rule(code=code, severity=Severity.WARNING, missing=Missing.FOUND, check=find)


_UNITS: Final = (OrganisationKind.PROVINCIAL, OrganisationKind.DISTRICT, OrganisationKind.COMMUNE)


def _perhaps_one(programme: Programme) -> Iterable[Found]:
    """Find organisations of one administrative unit at one time: there is one for each.

    Codes are reused, so that lives that never met say nothing; and a cell may well carry the code of its commune.
    """
    seen: dict[Hashable, list[tuple[int, PartyOrganisation]]] = defaultdict(list)
    for place, each in enumerate(programme.organisations, start=1):
        if each.unit_code and each.kind in _UNITS:
            before = seen[each.unit_code, each.kind]
            first = next((number for number, other in before if may_overlap([each.life, other.life])), None)
            if first is not None:
                values: dict[str, str | int] = {"stated": each.unit_code, "place": first}
                yield Found(
                    path=("organisations", each.id, "unit_code"), stated=each.unit_code, values=values
                )
            else:
                before.append((place, each))


RULES: Final = (
    Rule(
        code="organisation/perhaps-one",
        severity=Severity.WARNING,
        missing=Missing.FOUND,
        check=_perhaps_one,
    ),
    _rule("outcome/counted-twice", "outcomes", "figure", _outcome),
    _rule("participation/counted-twice", "participations", "count", _participation),
    _rule("dialogue/counted-twice", "dialogues", "period", _dialogue),
    _rule("report/twice", "reports", "period", _report),
    _rule("model/twice", "models", "name", _model),
)
