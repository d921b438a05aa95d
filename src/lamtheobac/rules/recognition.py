"""How models are recognised, taken over and handed on (quy tắc về công nhận, nhân rộng mô hình).

No law sets how a model is recognised: the steps come from local guides, so that nothing here is an error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.practice_model import ModelState
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.rules.ranks import rank_of
from lamtheobac.rules.times import days_of_period, say_day
from lamtheobac.values.dates import first_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from lamtheobac.records.practice_model import ModelStatus, PracticeModel
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]

_OVER: Final = (ModelState.ENDED, ModelState.REJECTED, ModelState.WITHDRAWN)


def _without_decision(programme: Programme) -> Iterable[Found]:
    """Find recognitions without the number of a decision, its day, or who took it.

    The day may be that of the step, and whoever took it may be named as a record.
    """
    for model in programme.models:
        for place, status in enumerate(model.statuses):
            if status.state is not ModelState.RECOGNISED:
                continue
            document = status.document
            is_dated = status.on is not None or (document is not None and document.issued_on is not None)
            is_issued = status.by_id is not None or (document is not None and bool(document.issuer))
            if document is None or not document.number or not is_dated or not is_issued:
                yield Found(path=("models", model.id, "statuses", place), values={"place": place + 1})


def _below_registration(programme: Programme) -> Iterable[Found]:
    """Find models recognised by a lower level than the one they are registered with.

    Both levels must be known: who recognised it, and with whom it was registered or else who leads it.
    """
    for model in programme.models:
        of_registration = [status.by_id for status in model.statuses if status.state is ModelState.REGISTERED]
        registered = rank_of(programme, next(filter(None, of_registration), model.lead_id))
        for place, status in enumerate(model.statuses):
            recognised = rank_of(programme, status.by_id)
            is_recognised = status.state is ModelState.RECOGNISED
            if (
                is_recognised
                and registered is not None
                and recognised is not None
                and recognised > registered
            ):
                yield Found(
                    path=("models", model.id, "statuses", place, "by_id"), values={"place": place + 1}
                )


def _without_recognition(programme: Programme) -> Iterable[Found]:
    """Note models taken over by others though no recognition is recorded."""
    for model in programme.models:
        states = [status.state for status in model.statuses]
        if ModelState.REPLICATED in states and ModelState.RECOGNISED not in states:
            place = states.index(ModelState.REPLICATED)
            yield Found(path=("models", model.id, "statuses", place), values={"place": place + 1})


def _outlives_lead(programme: Programme) -> Iterable[Found]:
    """Find models that go on after the end of whoever leads them, where nobody is said to have taken over.

    That the model was closed, rejected or withdrawn may well be decided afterwards. An end or a day that is not
    known says nothing.
    """
    followed = {
        old for succession in programme.successions if succession.new_ids for old in succession.old_ids
    }
    for model in programme.models:
        lead_id = model.lead_id or ""
        lead = programme.organisations.get(lead_id) or programme.bodies.get(lead_id)
        end = None if lead is None else days_of_period(lead.life)[1]
        day = _last_day_of(model)
        if end is not None and day is not None and day > end and lead_id not in followed:
            values = {"day": say_day(day), "end": say_day(end)}
            path = ("models", model.id, "lead_id")
            yield Found(path=path, stated=values["day"], recomputed=values["end"], on=day, values=values)


def _last_day_of(model: PracticeModel) -> date | None:
    """Find the last day on which a model was surely going on."""
    period = model.period
    ends = (
        () if period is None else [first_day(each) for each in (period.start, period.end) if each is not None]
    )
    return max((*ends, *_step_days(model.statuses)), default=None)


def _step_days(statuses: Iterable[ModelStatus]) -> Iterable[date]:
    return (
        first_day(status.on) for status in statuses if status.on is not None and status.state not in _OVER
    )


RULES: Final = (
    Rule(
        code="model/recognised-without-decision",
        severity=Severity.WARNING,
        missing=Missing.FOUND,
        check=_without_decision,
    ),
    Rule(code="model/recognised-below-registration", severity=Severity.WARNING, check=_below_registration),
    Rule(
        code="model/replicated-without-recognition",
        severity=Severity.INFO,
        missing=Missing.FOUND,
        check=_without_recognition,
    ),
    Rule(code="model/outlives-its-lead", severity=Severity.WARNING, check=_outlives_lead),
)
