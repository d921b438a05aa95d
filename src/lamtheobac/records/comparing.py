"""One period against another, line by line (so với cùng kỳ)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from attrs import field, frozen

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.messages import issue, message
from lamtheobac.records.award import AwardStatus
from lamtheobac.records.outcome import Aim
from lamtheobac.records.practice_model import ModelState
from lamtheobac.records.programme import Programme
from lamtheobac.records.totals import Placed, days_of, relation_to, sort_series, total_contributions
from lamtheobac.text.clean import search_key
from lamtheobac.values.addition import add_up
from lamtheobac.values.change import Trend, change_between
from lamtheobac.values.comparison import is_rate
from lamtheobac.values.dates import Period, first_day, last_day
from lamtheobac.values.figure import Figure
from lamtheobac.values.ids import RecordId
from lamtheobac.values.privacy import PUBLIC
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lamtheobac.errors import Lang
    from lamtheobac.records.award import Award
    from lamtheobac.records.outcome import Outcome

__all__ = ["Compared", "compare_periods"]


@frozen(kw_only=True)
class Compared:
    """One line of a comparison with the period before (dòng so sánh).

    Attributes:
        name_vi: What is compared, Vietnamese.
        name_en: The same in English.
        earlier: The figure of the earlier period; None where the records have none: missing is not zero.
        later: The figure of the later period.
        trend: Up, down, the same, or cannot tell.
        difference: By how much; for rates in percentage points.
        percent: By how much in percent of the earlier figure; None for rates.
        earlier_ids: The records that the earlier figure rests on.
        later_ids: Those of the later one.
        unplaced: Records left out, because they may lie in one of the periods or not.
    """

    name_vi: str = field(metadata=PUBLIC)
    name_en: str = field(metadata=PUBLIC)
    earlier: Figure | None
    later: Figure | None
    trend: Trend
    difference: Figure | None
    percent: Figure | None
    earlier_ids: tuple[RecordId, ...] = ()
    later_ids: tuple[RecordId, ...] = ()
    unplaced: tuple[RecordId, ...] = ()

    def name(self, lang: Lang = "vi") -> str:
        """Say what is compared (tên chỉ tiêu)."""
        return self.name_vi if lang == "vi" else self.name_en

    def text(self, lang: Lang = "vi") -> str:
        """Say the line in the words of reports (diễn đạt).

        >>> from lamtheobac.records import Contribution, Stage
        >>> gifts = [
        ...     Contribution(id=f"dg-{year}", gift=Figure.parse(f"{dong} đồng"), stage=Stage.RECEIVED,
        ...                  period=Period.of_year(year))
        ...     for year, dong in ((2018, "1.200.000.000"), (2019, "1.500.000.000"))]
        >>> programme = Programme(name="Bình Sơn", contributions=gifts)
        >>> (line,) = compare_periods(programme, Period.of_year(2018), Period.of_year(2019))
        >>> print(line.text())
        đã vận động, tiếp nhận: 1.500.000.000 đồng, tăng 300.000.000 đồng (25%) so với 1.200.000.000 đồng của kỳ trước
        """
        values: dict[str, str | int] = {
            "name": self.name(lang),
            "earlier": str(self.earlier),
            "later": str(self.later),
            "trend": self.trend.name_in(lang),
            "difference": str(self.difference),
            "percent": str(self.percent),
        }
        return message(self._form, lang, **values)

    @property
    def _form(self) -> str:
        """Choose the sentence."""
        if self.later is None:
            return "compare/only-before"
        if self.earlier is None:
            return "compare/only-now"
        if self.trend is Trend.SAME:
            return "compare/same"
        if self.trend is Trend.CANNOT_TELL:
            return "compare/cannot-tell"
        if self.difference is None:
            return "compare/way"
        if is_rate(self.later):
            return "compare/points"
        return "compare/amount" if self.percent is None else "compare/amount-and-percent"


class _Line:
    """What one period has for one line."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.ids: list[RecordId] = []
        self.unplaced: list[RecordId] = []

    def figure(self) -> Figure | None:
        """Give the sum, or None where there is none or it cannot be added, as rates cannot."""
        return add_up(self.figures)


_Key = tuple[int, str, str, "Hashable"]
"""Its place in the report, its two names, and what tells it from lines of the same name."""

_Book = dict[_Key, _Line]


def compare_periods(programme: Programme, a: Period, b: Period) -> tuple[Compared, ...]:
    """Compare what was done in two periods (so với cùng kỳ).

    Which of them is named first does not matter: what is said is always how the later one stands to the earlier.
    What the figures do not allow to be said is not: where both may mean the same, the trend is "cannot tell".

    Args:
        programme: The records.
        a: A period of which both days are known.
        b: Another one, which has no day in common with it.

    Returns:
        The lines in the order of reports: who took part, models, gifts, results, dialogues, awards.

    Raises:
        OptionError: A period whose days are not known, or periods that overlap.
        WrongTypeError: Something that is no programme or no period.

    >>> compare_periods(Programme(name="Bình Sơn"), Period.of_year(2019), Period.of_year(2019))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: compare/periods-overlap: the periods have days in common
    """
    earlier, later = _in_order(programme, a, b)
    before, now = _read(programme, earlier), _read(programme, later)
    lines: list[Compared] = []
    for key in sorted({*before, *now}, key=lambda key: (key[0], key[1], repr(key[3]))):
        old, new = before.get(key, _Line()), now.get(key, _Line())
        first, second = old.figure(), new.figure()
        if first is None and second is None:
            continue
        changed = (
            change_between(first, second)
            if first is not None and second is not None
            else (Trend.CANNOT_TELL, None, None)
        )
        lines.append(
            Compared(
                name_vi=key[1],
                name_en=key[2],
                earlier=first,
                later=second,
                trend=changed[0],
                difference=changed[1],
                percent=changed[2],
                earlier_ids=tuple(old.ids),
                later_ids=tuple(new.ids),
                unplaced=tuple(dict.fromkeys([*old.unplaced, *new.unplaced])),
            )
        )
    return tuple(lines)


def _in_order(programme: object, a: object, b: object) -> tuple[Period, Period]:
    """Check what was asked, and put the periods into their order."""
    if not isinstance(programme, Programme):
        raise WrongTypeError(issue("type/wrong", wanted="Programme", given=type(programme).__name__))
    placed: list[tuple[Any, Any, Period]] = []
    for period in (a, b):
        if not isinstance(period, Period):
            raise WrongTypeError(issue("type/wrong", wanted="Period", given=type(period).__name__))
        if not period.is_placed:
            raise OptionError(issue("compare/period-not-placed"))
        placed.append((period.first_day, period.last_day, period))
    first, second = sorted(placed, key=lambda each: each[:2])
    if second[0] <= first[1]:
        raise OptionError(issue("compare/periods-overlap"))
    return first[2], second[2]


def _read(programme: Programme, period: Period) -> _Book:
    """Gather every line of one period."""
    book: _Book = defaultdict(_Line)
    _read_participations(book, programme, period)
    _read_models(book, programme, period)
    _read_contributions(book, programme, period)
    _read_outcomes(book, programme, period)
    _read_dialogues(book, programme, period)
    _read_awards(book, programme, period)
    return book


def _kind(figure: Figure) -> tuple[str, str, tuple[str, ...], bool]:
    """Tell what a figure counts; rates of any kind are of one."""
    noun = search_key(figure.noun) if figure.unit is Unit.ITEM else ""
    return ("rate", "", figure.per, True) if is_rate(figure) else (figure.unit.value, noun, figure.per, False)


def _note(book: _Book, key: _Key, record: Any, figure: Figure, where: str) -> None:
    """Put a figure of a record into its line, or its id among those that cannot be placed."""
    if where == "in":
        book[key].figures.append(figure)
        book[key].ids.append(record.id)
    elif where == "unknown":
        book[key].unplaced.append(record.id)


def _read_participations(book: _Book, programme: Programme, period: Period) -> None:
    """Gather who took part; what is of different things, or of different people, is never added."""
    for each in programme.participations:
        if each.count is not None:
            name_vi = f"{each.subjects.label} {each.kind.label}"
            name_en = f"{each.subjects.label_en}, {each.kind.label_en}"
            key = (0, name_vi, name_en, (each.of_id, search_key(each.content), _kind(each.count)))
            _note(book, key, each, each.count, relation_to(*days_of(programme, each), period))


_COUNTS_OF_DIALOGUES: Final = {
    "meetings": "compare/meetings",
    "citizens": "compare/citizens",
    "received": "compare/received",
    "instructed": "compare/instructed",
    "resolved": "compare/resolved",
}
_COUNTS_OF_AWARDS: Final = {
    "collectives": "compare/collectives",
    "individuals": "compare/individuals",
    "households": "compare/households",
    "recipients": "compare/recipients",
}
_STATES: Final = (ModelState.REGISTERED, ModelState.RECOGNISED, ModelState.REPLICATED)


def _read_models(book: _Book, programme: Programme, period: Period) -> None:
    """Count the models that took a step in the period; a model counts once."""
    for place, state in enumerate(_STATES):
        key = (
            1,
            message("compare/models", "vi", state=state.label),
            message("compare/models", "en", state=state.label_en),
            place,
        )
        ids: list[RecordId] = []
        unknown: list[RecordId] = []
        for model in programme.models:
            days = [status.on for status in model.statuses if status.state is state]
            where = {
                "unknown" if on is None else relation_to(first_day(on), last_day(on), period) for on in days
            }
            if "in" in where:
                ids.append(model.id)
            elif "unknown" in where:
                unknown.append(model.id)
        if ids:
            book[key].figures = [Figure.of(len(ids), Unit.MODEL)]
            book[key].ids = ids
            book[key].unplaced = unknown


def _read_contributions(book: _Book, programme: Programme, period: Period) -> None:
    """Gather the totals of gifts, stage by stage and kind by kind."""
    for total in total_contributions(programme, period=period):
        stage, figure = total.stage, total.figure
        to_id = programme.contributions[total.ids[0]].to_id if figure.per or is_rate(figure) else None
        line = book[2, stage.label, stage.label_en, (_kind(figure), to_id)]
        line.figures.append(figure)
        line.ids += total.ids
        line.unplaced += total.unplaced


def _read_outcomes(book: _Book, programme: Programme, period: Period) -> None:
    """Gather results: of a cumulative series the latest counts, and rates stand alone."""
    series: dict[tuple[_Key, Hashable], list[Placed[Outcome]]] = defaultdict(list)
    for each in programme.outcomes:
        if each.aim is not Aim.RESULT:
            continue
        alone = each.of_id if is_rate(each.figure) or each.figure.per else None
        key: _Key = (3, each.kind.label, each.kind.label_en, (_kind(each.figure), alone))
        start, end = days_of(programme, each)
        where = relation_to(start, end, period)
        if where == "in":
            series[key, each.of_id].append(Placed(each, start, end))
        elif where == "unknown":
            book[key].unplaced.append(each.id)
    for (key, _), members in series.items():
        done = sort_series(members)
        book[key].figures += [record.figure for record in done.counted]
        book[key].ids += [record.id for record in done.counted]
        book[key].unplaced += done.unplaced


def _read_dialogues(book: _Book, programme: Programme, period: Period) -> None:
    """Gather the counts of dialogues."""
    for place, (name, code) in enumerate(_COUNTS_OF_DIALOGUES.items()):
        names = message(code), message(code, "en")
        for each in programme.dialogues:
            figure: Figure | None = getattr(each, name)
            if figure is not None:
                key = (4, *names, (place, _kind(figure)))
                _note(book, key, each, figure, relation_to(*days_of(programme, each), period))


def _read_awards(book: _Book, programme: Programme, period: Period) -> None:
    """Gather who was honoured; a decision dates its award."""
    for place, (name, code) in enumerate(_COUNTS_OF_AWARDS.items()):
        names = message(code), message(code, "en")
        for each in programme.awards:
            figure: Figure | None = getattr(each, name)
            if figure is not None and each.status is AwardStatus.GRANTED:
                _note(book, (5, *names, (place, _kind(figure))), each, figure, _when(programme, each, period))


def _when(programme: Programme, award: Award, period: Period) -> str:
    """Tell whether an award lies in a period: by its decision, or else by its own time or its report's."""
    issued = None if award.decision is None else award.decision.issued_on
    days = days_of(programme, award) if issued is None else (first_day(issued), last_day(issued))
    return relation_to(*days, period)
