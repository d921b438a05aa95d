"""One thing told twice, in one report or in two: it may not differ, and a sum may not fall (số liệu nhắc lại).

Two figures speak of one thing where nothing in the text sets them apart: the name or the organisation, what was done,
what is counted, the time, what each is among others, and the words that follow it up to the next mark. "Tặng 5 suất
quà cho hộ nghèo" and "tặng 10 suất quà cho học sinh" are two things, and so is what is given again ("thêm", "đợt 2").
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from lamtheobac.reports.conflicts import Conflict, Told, list_told
from lamtheobac.reports.subject_words import EMPTY_WORDS, Action, Role, Sureness
from lamtheobac.reports.weighing import to_base_measure, weigh
from lamtheobac.reports.word_lists import list_keys
from lamtheobac.rules.amounts import is_amount, kind_of
from lamtheobac.text.clean import search_key
from lamtheobac.values.comparison import Verdict

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from datetime import date
    from decimal import Decimal

    from lamtheobac.reports.recorded import Recorded
    from lamtheobac.reports.subjects import Reading
    from lamtheobac.values.dates import Period
    from lamtheobac.values.figure import Figure

__all__ = ["find_falls", "find_said_twice", "has_fallen", "is_cumulative"]

_MORE: Final = list_keys("thêm tiếp đợt lần")
_HAS: Final = list_keys("có hiện_có tổng_số là")
_UP_TO: Final = list_keys(
    "lũy_kế cộng_dồn đến_nay tới_nay tính_đến tính_tới đến_hết đến_cuối đến_ngày đến_tháng đến_năm đến_thời"
)
_BEHIND: Final = list_keys("lũy_kế cộng_dồn")
_FALLS: Final = "report/cumulative-falls"
_MOST_SUMS: Final = 24
_FURTHEST: Final = 60
_WORDS_AHEAD: Final = 8
_WORDS_BACK: Final = 4


def find_said_twice(reading: Reading) -> Iterator[tuple[Told, Conflict]]:
    r"""Hold what two paragraphs say of one thing against each other (một việc nêu hai lần).

    >>> from lamtheobac.reports.subjects import read_report
    >>> text = "Đảng bộ xã Ba Vì có 412 đảng viên.\nToàn Đảng bộ xã Ba Vì có 421 đảng viên."
    >>> [(str(told.figure), str(conflict.other)) for told, conflict in find_said_twice(read_report(text))]
    [('421 đảng viên', '412 đảng viên')]
    """
    first: dict[Hashable, Told] = {}
    for each in list_told(reading):
        key = _key(reading, each)
        if key is None:
            continue
        other = first.setdefault((*key, _when(each.subject.period)), each)
        if other.paragraph != each.paragraph and weigh(each.figure, other.figure) is Verdict.CONTRADICTS:
            yield each, Conflict("report/said-twice", other.figure)


def find_falls(reading: Reading, earlier: Reading | None = None) -> Iterator[tuple[Told, Conflict]]:
    """Find sums up to a day that are less than the sum up to an earlier one (số lũy kế giảm).

    In one report both days must be known, but for a sum "to this day", which is the latest. Against an earlier report
    its sum comes first, unless the days say otherwise.

    >>> from lamtheobac.reports.subjects import read_report
    >>> before = read_report("Đến nay, mô hình “Hũ gạo tiết kiệm” đã vận động được 120 triệu đồng.")
    >>> after = read_report("Đến nay, mô hình “Hũ gạo tiết kiệm” đã vận động được 90 triệu đồng.")
    >>> [str(conflict.other) for _, conflict in find_falls(after, before)], list(find_falls(before, after))
    (['120 triệu đồng'], [])
    """
    mine = dict(_sums(reading))
    known: dict[Hashable, list[Told]] = {}
    for place, key in () if earlier is None else _sums(earlier):
        known.setdefault(key, []).append(place)
    told: dict[Hashable, list[Told]] = {}
    for each, key in mine.items():
        told.setdefault(key, []).append(each)
    for each, key in mine.items():
        day = _last_day(each)
        for other in known.get(key, ()):
            before = _last_day(other)
            if (day is None or before is None or before <= day) and _is_less(each.figure, other.figure):
                yield each, Conflict("report/cumulative-falls", other.figure, where="match/in-earlier-report")
        for other in told[key]:
            before = _last_day(other)
            if before is not None and (day is None or before < day) and _is_less(each.figure, other.figure):
                yield each, Conflict("report/cumulative-falls", other.figure, where="match/in-this-report")


def has_fallen(reading: Reading, place: int, recorded: Recorded) -> bool:
    """Tell whether a sum up to a day is less than that of the records up to an earlier one (thấp hơn sổ)."""
    subject, period = reading.subjects[place], recorded.period
    before = None if period is None else period.last_day
    figure = subject.found.figure
    if figure is None or before is None or not (recorded.is_cumulative and is_cumulative(reading, place)):
        return False
    day = None if subject.period is None else subject.period.last_day
    return (day is None or before < day) and _is_less(figure, recorded.figure)


def _sums(reading: Reading) -> Iterator[tuple[Told, Hashable]]:
    """Go through the sums up to a day, each with what tells it from every other."""
    for each in list_told(reading):
        key = _key(reading, each)
        if key is not None and is_cumulative(reading, each.place):
            period = each.subject.period
            yield each, (*key, None if period is None else period.first_day)


def is_cumulative(reading: Reading, place: int) -> bool:
    """Tell whether a figure counts everything up to a day: "đến nay", "tính đến", "(lũy kế)" (có phải số lũy kế)."""
    passages, period = reading.passages, reading.subjects[place].period
    if period is not None and period.start is None and period.end is not None:
        return True
    first, stop = reading.tokens[place]
    start = max(passages.sentence_starts[passages.sentences[first]], first - _FURTHEST)
    before = f" {' '.join(passages.keys[start:first])} "
    behind = f" {' '.join(passages.keys[stop : stop + _WORDS_BACK])} "
    return any(f" {words} " in before for words in _UP_TO) or any(f" {words} " in behind for words in _BEHIND)


def _key(reading: Reading, each: Told) -> tuple[Hashable, ...] | None:
    """Give what tells a figure from what is told of other things; None where the text does not say enough."""
    subject, figure, passages = each.subject, each.figure, reading.passages
    first, stop = reading.tokens[each.place]
    near = passages.keys[max(passages.clause_starts[passages.clauses[first]], first - _WORDS_BACK) : first]
    who = _whose(reading, each)
    deed: Action | None = subject.actions[0] if subject.actions else None
    is_told = subject.role in (Role.RESULT, Role.TOTAL) and (deed is not None or not _HAS.isdisjoint(near))
    if who is None or not is_told or not is_amount(figure) or not _MORE.isdisjoint(near):
        return None
    ahead = zip(
        passages.prose.kinds[stop : stop + _WORDS_AHEAD],
        passages.keys[stop : stop + _WORDS_AHEAD],
        strict=False,
    )
    tail = frozenset(key for _, key in takewhile(lambda pair: pair[0] == "word", ahead))
    noun = search_key(figure.noun)
    return who, deed, kind_of(to_base_measure(figure)), noun, subject.role, tail - EMPTY_WORDS


def _whose(reading: Reading, each: Told) -> Hashable:
    """Give the name that a figure belongs to, or else the organisation that its sentence names; None for neither."""
    subject, passages = each.subject, reading.passages
    if subject.name:
        return (
            None if subject.sureness is Sureness.UNSURE else (search_key(subject.name), subject.organisation)
        )
    first, _ = reading.tokens[each.place]
    start = max(passages.sentence_starts[passages.sentences[first]], first - _FURTHEST)
    organisation = search_key(subject.organisation)
    is_here = organisation and organisation in " ".join(passages.keys[start:first])
    return organisation if is_here else None


def _when(period: Period | None) -> Hashable:
    """Give a time so that two ways to write it are one."""
    if period is None:
        return None
    return (period.first_day, period.last_day) if period.is_placed else search_key(period.text)


def _last_day(each: Told) -> date | None:
    return None if each.subject.period is None else each.subject.period.last_day


def _is_less(figure: Figure, other: Figure) -> bool:
    """Tell whether a figure is less than another, so that both cannot be."""
    is_less = _least(to_base_measure(figure)) < _least(to_base_measure(other))
    return is_less and weigh(figure, other) is Verdict.CONTRADICTS


def _least(figure: Figure) -> Decimal:
    """Give the value of a figure, or the lower end of a range."""
    least = figure.low if figure.value is None else figure.value
    assert least is not None  # noqa: S101  a figure has a value or both ends
    return least
