"""Which record a figure of a report belongs into, by what its sentence says was done (xếp số liệu vào sổ).

The tables are data that an official can read and correct. What they do not know is left to a person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.records import AwardForm, OutcomeKind, ParticipationKind, Stage, Subjects
from lamtheobac.reports.subject_words import ACTIONS, Action, find_phrase
from lamtheobac.reports.word_lists import list_keys
from lamtheobac.text.clean import search_key
from lamtheobac.text.units import match_unit
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.reports.subjects import Reading
    from lamtheobac.values.figure import Figure

__all__ = ["Deed", "find_deed", "find_form", "find_outcome", "find_participation", "find_stage", "is_gift"]

_PEOPLE: Final = frozenset((Unit.PERSON, Unit.PERSON_TURN))
_TAKING: Final = _PEOPLE | {Unit.ORGANISATION, Unit.COLLECTIVE}
_GIFTS: Final = frozenset((Unit.GIFT, Unit.SCHOLARSHIP, Unit.MEAL))
_MONEY: Final = frozenset((Unit.VND, Unit.USD, Unit.LABOUR_DAY))
_WEIGHTS: Final = frozenset((Unit.KG, Unit.TONNE))
_LAND: Final = frozenset((Unit.M2, Unit.HA, Unit.SAO))
_LENGTHS: Final = frozenset((Unit.KM, Unit.M))
_HELP: Final = frozenset((Action.HELPED, Action.GAVE, Action.SPENT))
_PARTICIPATIONS: Final[Mapping[Action, ParticipationKind]] = {
    Action.STUDIED: ParticipationKind.STUDIED,
    Action.REGISTERED: ParticipationKind.REGISTERED,
    Action.COMMITTED: ParticipationKind.COMMITTED,
    Action.PLANNED: ParticipationKind.PLANNED,
    Action.RATED: ParticipationKind.RATED,
    Action.RAN: ParticipationKind.RUNS_MODEL,
}
_LEADERS: Final = list_keys("bí_thư phó_bí cấp_ủy lãnh_đạo người_đứng")
_MEMBERS: Final = list_keys("đảng_viên cán_bộ hội_viên đoàn_viên công_chức viên_chức ccb cbcc")
_THE_PUBLIC: Final = list_keys("người_dân nhân_dân hộ_dân dân")
_FORMS: Final[Mapping[str, AwardForm]] = {
    "bằng khen": AwardForm.CERTIFICATE_OF_MERIT,
    "giấy khen": AwardForm.COMMENDATION,
    "thư khen": AwardForm.LETTER,
    "biểu dương": AwardForm.PRAISE,
    "tuyên dương": AwardForm.PRAISE,
}


class Deed(NamedTuple):
    """What was done last before a figure, in its clause (việc làm).

    Attributes:
        actions: What its words mean; empty where no word says.
        words: Its words, by their search keys, with the one before them.
    """

    actions: frozenset[Action]
    words: str


def find_deed(reading: Reading, index: int) -> Deed:
    """Find the words nearest before a figure that say what was done; else the first behind it (tìm việc làm)."""
    passages = reading.passages
    first = reading.tokens[index][0]
    at = start = passages.clause_starts[passages.clauses[first]]
    deed: Deed | None = None
    while at < first:
        codes, length = find_phrase(ACTIONS, passages.keys, at, first)
        if codes and passages.prose.kinds[at] == "word":
            words = " ".join(passages.keys[max(start, at - 2) : at + length])
            deed = Deed(frozenset(map(Action, codes)), words)
        at += length or 1
    return deed or Deed(frozenset(reading.subjects[index].actions[:1]), "")


def is_gift(figure: Figure, deed: Deed) -> bool:
    """Tell whether a figure is something given: money, labour, rice, land (có phải khoản đóng góp không)."""
    if figure.per:
        return False
    land = figure.unit in _LAND and Action.GAVE_LAND in deed.actions
    return land or figure.unit in _MONEY or (figure.unit in _WEIGHTS and Action.RAISED in deed.actions)


def find_stage(deed: Deed) -> Stage:
    """Tell how far a gift has come (giai đoạn).

    >>> find_stage(Deed(frozenset((Action.RAISED,)), "vận động")).label
    'đã vận động, tiếp nhận'
    >>> find_stage(Deed(frozenset(), "")) is Stage.UNSTATED
    True
    """
    for stage, actions in (
        (Stage.PLEDGED, {Action.PLEDGED}),
        (Stage.RECEIVED, {Action.RAISED}),
        (Stage.VALUED, {Action.VALUED}),
        (Stage.SPENT, _HELP),
    ):
        if not deed.actions.isdisjoint(actions):
            return stage
    return Stage.UNSTATED


def find_outcome(figure: Figure, deed: Deed) -> OutcomeKind | None:
    """Tell what kind of result a figure counts; None where the tables do not know (loại kết quả)."""
    if figure.per:
        return None
    unit, actions = figure.unit, deed.actions
    for units, wanted, kind in (
        ({Unit.HOUSE}, {Action.STARTED}, OutcomeKind.HOUSES_STARTED),
        ({Unit.WORK}, {Action.RAN, Action.BUILT}, OutcomeKind.WORKS),
        ({Unit.MODEL}, {Action.RAN, Action.REGISTERED, Action.BUILT}, OutcomeKind.MODELS),
        ({Unit.BOOK}, {Action.PUBLISHED}, OutcomeKind.PUBLISHED),
        (_GIFTS | {Unit.BOOK}, {Action.GAVE}, OutcomeKind.GIFTS),
        (_PEOPLE, {Action.EXAMINED}, OutcomeKind.EXAMINED),
        (_PEOPLE | {Unit.HOUSEHOLD}, {Action.ESCAPED}, OutcomeKind.OUT_OF_POVERTY),
        (_PEOPLE | {Unit.HOUSEHOLD}, _HELP, OutcomeKind.HELPED),
        (_TAKING, {Action.TOOK_PART}, OutcomeKind.TAKING_PART),
        ({Unit.ORGANISATION}, {Action.FOUNDED}, OutcomeKind.GROUPS),
    ):
        if unit in units and not actions.isdisjoint(wanted):
            return kind
    if unit is Unit.HOUSE and actions & {Action.BUILT, Action.REPAIRED}:
        if actions >= {Action.BUILT, Action.REPAIRED}:
            return OutcomeKind.HOUSES
        return OutcomeKind.HOUSES_NEW if Action.BUILT in actions else OutcomeKind.HOUSES_REPAIRED
    road = unit in _LENGTHS and search_key(figure.noun).startswith("đường")
    return OutcomeKind.ROADS if road and actions & {Action.BUILT, Action.REPAIRED} else None


def find_participation(figure: Figure, deed: Deed) -> tuple[ParticipationKind, Subjects] | None:
    """Tell who took part in what way; None where the tables do not know (hình thức tham gia)."""
    kind = next((_PARTICIPATIONS[action] for action in _PARTICIPATIONS if action in deed.actions), None)
    if kind is None or figure.per:
        return None
    words = search_key(figure.noun).removeprefix("các ").replace(",", " ,").split()
    unit = figure.unit if figure.unit is not Unit.PERCENT else Unit(match_unit(words)[0])
    if unit in (Unit.ORGANISATION, Unit.COLLECTIVE):
        return kind, Subjects.ORGANISATIONS
    if unit not in (*_PEOPLE, Unit.HOUSEHOLD) or (unit is Unit.HOUSEHOLD and figure.unit is not Unit.PERCENT):
        return None
    head = words[1:] if words[:1] == ["lượt"] else words
    begins = (" ".join(head[:2]), *head[:1])
    for subjects, known in (
        (Subjects.LEADERS, _LEADERS),
        (Subjects.MEMBERS, _MEMBERS),
        (Subjects.PUBLIC, _THE_PUBLIC),
    ):
        if not known.isdisjoint(begins):
            return kind, subjects
    return kind, Subjects.PUBLIC if unit is Unit.HOUSEHOLD else Subjects.INDIVIDUALS


def find_form(deed: Deed) -> AwardForm:
    """Tell the form of an award by its words (hình thức khen).

    >>> find_form(Deed(frozenset(), "tặng giấy khen")).label
    'giấy khen'
    """
    return next((form for words, form in _FORMS.items() if words in deed.words), AwardForm.UNSTATED)
