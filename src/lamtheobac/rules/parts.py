"""What the totals of a report are made of, record by record (các phần của tổng)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import attrs

from lamtheobac.records.award import AwardStatus
from lamtheobac.records.contribution import Accrual
from lamtheobac.records.outcome import Aim, OutcomeKind
from lamtheobac.records.practice_model import ModelState
from lamtheobac.records.statement import Measure
from lamtheobac.rules.amounts import is_amount, kind_of
from lamtheobac.rules.times import same_time_key
from lamtheobac.text.clean import search_key
from lamtheobac.values.comparison import is_rate
from lamtheobac.values.figure import Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping

    from lamtheobac.records.award import Award
    from lamtheobac.records.contribution import Stage
    from lamtheobac.records.dialogue import Dialogue
    from lamtheobac.records.outcome import Outcome
    from lamtheobac.records.practice_model import PracticeModel
    from lamtheobac.records.programme import Programme
    from lamtheobac.rules.amounts import Kind

__all__ = ["HOUSES", "RECIPIENTS", "Part", "collect_parts", "plain_count"]

HOUSES: Final = (OutcomeKind.HOUSES, OutcomeKind.HOUSES_NEW, OutcomeKind.HOUSES_REPAIRED)
"""All houses, and the two kinds that they are divided into."""

RECIPIENTS: Final = ("collectives", "individuals", "households")
"""What the recipients of awards are divided into."""


class Part(NamedTuple):
    """What one record gives to a total (phần của tổng).

    Attributes:
        record_id: The record.
        figure: What it gives; None where it does not say, which is not zero.
        kind: What the figure counts; None where there is none.
        owners: What the record is of: its model, and the activity or contribution between the two.
        report_id: The report that tells of it.
        stage: The stage of a contribution.
        series: The cumulative series it may belong to.
        is_cumulative: Whether it counts all up to its day.
        split: For houses, where and when: those built and those repaired share both with the whole.
        is_whole: Whether it is the whole of such a split.
        is_listed: Whether it is a record counted by itself, which says nothing of how many there are besides.
    """

    record_id: str
    figure: Figure | None
    kind: Kind | None = None
    owners: tuple[str, ...] = ()
    report_id: str | None = None
    stage: Stage | None = None
    series: Hashable = None
    is_cumulative: bool = False
    split: tuple[Hashable, Hashable] | None = None
    is_whole: bool = False
    is_listed: bool = False


def collect_parts(programme: Programme, measure: Measure) -> Iterator[Part]:
    """Collect what the records give to one kind of total; nothing for what is no total (gom các phần).

    >>> from lamtheobac.records import Outcome, Programme
    >>> houses = Outcome(id="kq", kind=OutcomeKind.HOUSES, figure=Figure.parse("129 nhà"))
    >>> programme = Programme(name="Bình Sơn").put(houses)
    >>> [str(part.figure) for part in collect_parts(programme, Measure.HOUSES_TOTAL)]
    ['129 nhà']
    >>> list(collect_parts(programme, Measure.COVERAGE))
    []
    """
    collect = _COLLECT.get(measure)
    return iter(()) if collect is None else collect(programme)


def plain_count(figure: Figure) -> Figure:
    """Count recipients of awards alike, so that collectives, people and households add up (lượt khen thưởng).

    >>> str(plain_count(Figure.parse("56 tập thể")))
    '56 lượt khen thưởng'
    """
    return attrs.evolve(figure, unit=Unit.ITEM, noun="lượt khen thưởng", per=(), text=None)


def _owners(programme: Programme, record_id: str | None) -> tuple[str, ...]:
    """Find what a record stands under: an outcome of a gift to an activity of a model has three."""
    owners: list[str] = []
    here: str | None = record_id
    while here is not None and here not in owners and len(owners) < 3:
        owners.append(here)
        gift, activity = programme.contributions.get(here), programme.activities.get(here)
        here = gift.to_id if gift is not None else None
        here = activity.model_id if activity is not None else here
    return tuple(owners)


def _part(record_id: str, figure: Figure | None) -> Part:
    """Make a part; a share, or so much for each of something, is no part of a total."""
    if figure is None or not is_amount(figure):
        return Part(record_id, None)
    return Part(record_id, figure, kind_of(figure))


def _contributions(programme: Programme) -> Iterator[Part]:
    for each in programme.contributions:
        yield _part(each.id, each.gift)._replace(
            owners=_owners(programme, each.to_id),
            report_id=each.report_id,
            stage=each.stage,
            series=(each.to_id, each.raised_by_id, each.given_by_id, each.stage, kind_of(each.gift)),
            is_cumulative=each.accrual is Accrual.CUMULATIVE,
        )


def _results(programme: Programme, *kinds: OutcomeKind) -> Iterator[Outcome]:
    """Go through what was done; targets are no results."""
    return (each for each in programme.outcomes if each.aim is Aim.RESULT and each.kind in kinds)


def _of_outcome(programme: Programme, outcome: Outcome, figure: Figure) -> Part:
    return _part(outcome.id, figure)._replace(
        owners=_owners(programme, outcome.of_id),
        report_id=outcome.report_id,
        series=(outcome.of_id, outcome.kind),
        is_cumulative=outcome.accrual is Accrual.CUMULATIVE,
    )


def _houses(programme: Programme) -> Iterator[Part]:
    for each in _results(programme, *HOUSES):
        split = (each.of_id or each.id, same_time_key(each))
        is_whole = each.kind is OutcomeKind.HOUSES
        yield _of_outcome(programme, each, each.figure)._replace(split=split, is_whole=is_whole)


def _households(programme: Programme) -> Iterator[Part]:
    """Take households helped: counted themselves, or as those whom something else helped."""
    for each in _results(programme, *_HELP):
        helped = [group.count for group in each.beneficiaries if group.count is not None]
        for figure in (each.figure,) if each.figure.unit is Unit.HOUSEHOLD else helped:
            if figure.unit is Unit.HOUSEHOLD:
                yield _of_outcome(programme, each, figure)


_HELP: Final = tuple(
    kind for kind in OutcomeKind if kind not in {OutcomeKind.OUT_OF_POVERTY, OutcomeKind.TAKING_PART}
)


def _works(programme: Programme) -> Iterator[Part]:
    return (_of_outcome(programme, each, each.figure) for each in _results(programme, OutcomeKind.WORKS))


def _models(programme: Programme) -> Iterator[Part]:
    """Take counts of models, and each model that the records list."""
    for each in _results(programme, OutcomeKind.MODELS):
        yield _of_outcome(programme, each, each.figure)
    one = Figure.of(1, Unit.MODEL)
    for model in programme.models:
        if _is_in_use(model):
            yield _part(model.id, one)._replace(report_id=model.report_id, is_listed=True)


def _is_in_use(model: PracticeModel) -> bool:
    """Tell whether a model counts: it is more than a draft, and was not turned down."""
    unused = (ModelState.DRAFT, ModelState.REJECTED, ModelState.WITHDRAWN)
    return not model.statuses or model.statuses[-1].state not in unused


def _of_dialogue(dialogue: Dialogue, figure: Figure | None) -> Part:
    owners = () if dialogue.model_id is None else (dialogue.model_id,)
    return _part(dialogue.id, figure)._replace(owners=owners, report_id=dialogue.report_id)


def _citizens(programme: Programme) -> Iterator[Part]:
    return (_of_dialogue(each, each.citizens) for each in programme.dialogues)


def _cases(programme: Programme) -> Iterator[Part]:
    return (_of_dialogue(each, each.received) for each in programme.dialogues)


def _awards(programme: Programme) -> Iterator[Part]:
    """Take those who were honoured, once for each way in which a report may count them."""
    for award in programme.awards:
        if award.status is AwardStatus.GRANTED:
            for kind, names in _HONOURED.items():
                for figure in _honoured(award, kind, names):
                    known = figure is not None and not is_rate(figure)
                    yield Part(award.id, figure if known else None, kind, report_id=award.report_id)


def _honoured(award: Award, kind: Kind, names: tuple[str, ...]) -> Iterator[Figure | None]:
    """Give the figures of an award that count towards one kind of total; None for one that it lacks."""
    if names == RECIPIENTS and award.recipients is not None:
        yield plain_count(award.recipients)
        return
    for name in names:
        figure: Figure | None = getattr(award, name)
        if figure is None or kind[0] is Unit.ITEM:
            yield None if figure is None else plain_count(figure)
        else:
            yield figure if kind_of(figure) == kind else None


_HONOURED: Final[Mapping[Kind, tuple[str, ...]]] = {
    (Unit.COLLECTIVE, "", ()): RECIPIENTS[:1],
    (Unit.ORGANISATION, "", ()): RECIPIENTS[:1],
    (Unit.PERSON, "", ()): RECIPIENTS[1:2],
    (Unit.HOUSEHOLD, "", ()): RECIPIENTS[2:],
    (Unit.ITEM, "", ()): RECIPIENTS,
    (Unit.ITEM, search_key("lượt khen thưởng"), ()): RECIPIENTS,
    (Unit.ITEM, search_key("tập thể, cá nhân"), ()): RECIPIENTS[:2],
    (Unit.ITEM, search_key("tập thể và cá nhân"), ()): RECIPIENTS[:2],
    (Unit.ITEM, search_key("lượt tập thể, cá nhân"), ()): RECIPIENTS[:2],
}
"""What a total of awards may count, and where an award says it."""

_COLLECT: Final[Mapping[Measure, Callable[[Programme], Iterator[Part]]]] = {
    Measure.CONTRIBUTIONS_TOTAL: _contributions,
    Measure.HOUSES_TOTAL: _houses,
    Measure.HOUSEHOLDS_TOTAL: _households,
    Measure.WORKS_TOTAL: _works,
    Measure.MODELS_TOTAL: _models,
    Measure.AWARDS_TOTAL: _awards,
    Measure.CITIZENS_TOTAL: _citizens,
    Measure.CASES_TOTAL: _cases,
}
