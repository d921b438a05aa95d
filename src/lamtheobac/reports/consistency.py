"""A report held against itself: shares and counts, totals and parts, one quantity said twice (đối chiếu nội bộ).

What the text leaves open is left alone: a share is recomputed only where its sentence gives both counts, and a list of
parts must add up only where the text says that it is the whole. What is told twice is in `retelling`.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from lamtheobac.reports.conflicts import Conflict, Told, list_told
from lamtheobac.reports.retelling import find_falls, find_said_twice
from lamtheobac.reports.subject_words import Action, Role
from lamtheobac.reports.weighing import weigh
from lamtheobac.reports.word_lists import list_keys
from lamtheobac.rules.amounts import add_up, is_amount, is_counted, is_surely_above, kind_of
from lamtheobac.text.clean import search_key
from lamtheobac.values.comparison import Verdict
from lamtheobac.values.figure import Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lamtheobac.reports.subjects import Reading

__all__ = ["find_conflicts"]

_MOST_BACK: Final = 6
_MOST_PARTS: Final = 12
_OTHER_SHARES: Final = frozenset((Role.CHANGE, Role.TARGET, Role.BEFORE))
_SHARES: Final = list_keys("đạt chiếm tỷ_lệ bằng tương_đương ( được")
_OF_A_PLAN: Final = list_keys("kế_hoạch chỉ_tiêu mục_tiêu so_với dự_toán nghị_quyết")
_OF_A_WHOLE: Final = list_keys("trên trong_tổng_số trên_tổng_số trong_số tổng_số trong_tổng")
_PEOPLE: Final = (Unit.PERSON, Unit.PERSON_TURN)


def find_conflicts(reading: Reading, earlier: Reading | None = None) -> Mapping[int, Conflict]:
    """Find the figures of a report that its other figures contradict (tìm mâu thuẫn trong báo cáo).

    Args:
        reading: The report.
        earlier: An earlier report, whose sums up to its day cannot have fallen since.

    Returns:
        The conflicts by the place of the figure among all figures.

    >>> from lamtheobac.reports.subjects import read_report
    >>> text = "Đồng chí Bí thư đối thoại với 38 công dân, đã chỉ đạo giải quyết được 30 vụ việc, đạt hơn 90%."
    >>> [(conflict.code, str(conflict.other)) for conflict in find_conflicts(read_report(text)).values()]
    [('report/share-contradicts-counts', '30/38 vụ việc')]
    """
    sentences: dict[int, list[Told]] = defaultdict(list)
    for each in list_told(reading):
        sentences[each.sentence].append(each)
    found: dict[int, Conflict] = {}
    for figures in sentences.values():
        for each, conflict in (*_shares(reading, figures), *_totals(reading, figures)):
            found.setdefault(each.place, conflict)
    for each, conflict in (*find_falls(reading, earlier), *find_said_twice(reading)):
        found.setdefault(each.place, conflict)
    return found


def _before(reading: Reading, each: Told, words: frozenset[str], most: int) -> bool:
    """Tell whether one of some phrases stands right before a figure."""
    first, _ = reading.tokens[each.place]
    keys = reading.passages.keys
    return any(
        " ".join(keys[first - back : first - back + size]) in words
        for back in range(1, most + 1)
        for size in (1, 2, 3)
        if size <= back
    )


def _shares(reading: Reading, figures: Sequence[Told]) -> Iterator[tuple[Told, Conflict]]:
    """Hold each percentage against the counts before it in its sentence."""
    for at, each in enumerate(figures):
        if each.figure.unit is not Unit.PERCENT or each.subject.role in _OTHER_SHARES:
            continue
        _, stop = reading.tokens[each.place]
        after = " ".join((search_key(each.figure.noun), *reading.passages.keys[stop : stop + 3])).strip()
        if any(after.startswith(word) for word in _OF_A_PLAN) or not _before(reading, each, _SHARES, 5):
            continue
        counts = [
            one
            for one in figures[max(0, at - _MOST_BACK) : at]
            if is_counted(one.figure) and one.figure.unit.is_count
        ]
        shares = list(_possible_shares(reading, each, counts))
        if shares and all(weigh(each.figure, share) is Verdict.CONTRADICTS for share in shares):
            yield each, Conflict("report/share-contradicts-counts", shares[0], int(shares[0].value or 0))


def _possible_shares(reading: Reading, each: Told, counts: Sequence[Told]) -> Iterator[Figure]:
    """Give the shares that a percentage may state, the likeliest first."""
    if not counts:
        return
    part = counts[-1].figure
    if part.out_of is not None:
        yield part
        return
    for whole in reversed(counts[:-1]):
        if whole.figure.out_of is not None:
            continue
        is_whole = (
            whole.subject.role is Role.TOTAL
            or Action.TOOK_IN in whole.subject.actions[:2]
            or _before(reading, whole, _OF_A_WHOLE, 3)
        )
        alike = kind_of(whole.figure) == kind_of(part)
        is_met = (
            part.unit is Unit.CASE
            and whole.figure.unit in _PEOPLE
            and Action.MET in whole.subject.actions
            and Action.RESOLVED in each.subject.actions
        )
        if ((is_whole and alike) or is_met) and _holds(part, whole.figure):
            yield Figure.share(int(part.value or 0), out_of=int(whole.figure.value or 0), unit=part.unit)


def _holds(part: Figure, whole: Figure) -> bool:
    """Tell whether one count can be a part of another."""
    return part.value is not None and bool(whole.value) and part.value <= (whole.value or 0)


def _totals(reading: Reading, figures: Sequence[Told]) -> Iterator[tuple[Told, Conflict]]:
    """Hold totals against the parts that their sentence lists."""
    amounts = [each for each in figures if is_amount(each.figure) and each.subject.role in _ADDED]
    for at, each in enumerate(amounts):
        kind = kind_of(each.figure)
        if each.subject.role is Role.TOTAL and at > 1:
            # "6 cuộc cấp huyện, 79 cuộc cấp xã, tổng cộng 85 cuộc"
            before = [one.figure for one in amounts[max(0, at - _MOST_PARTS) : at]]
            is_sum = all(kind_of(one) == kind for one in before) and _before(reading, each, _SUMMED, 4)
            total = add_up(before) if is_sum else None
            if total is not None and weigh(each.figure, total) is Verdict.CONTRADICTS:
                yield each, Conflict("report/total-contradicts-parts", total)
        parts: list[Figure] = []
        for one in amounts[at + 1 : at + 1 + _MOST_PARTS]:
            if one.subject.role is not Role.PART and not parts:
                break
            if kind_of(one.figure) == kind:
                parts.append(one.figure)
        total = add_up(parts)
        if total is not None and is_surely_above(total, each.figure):
            yield each, Conflict("report/parts-above-total", total)


_ADDED: Final = (Role.RESULT, Role.TOTAL, Role.PART)
_SUMMED: Final = list_keys("tổng_cộng cộng tổng_số tổng cả_thảy")
