"""What the peers get wrong, measured live on fixed texts and seeded numbers, ours by the same measure.

The judge of spelling is the second speller of the tests, written from the rules and not from the library. Words
of a dialect and capitals are levelled first. `style` counts what other habits say and the value allows: bốn for
tư, empty groups spoken, the scale word repeated for every group.
"""

from __future__ import annotations

import runpy
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from number_peers import Peer

import lamtheobac as ltb

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_JUDGE = runpy.run_path(str(Path(__file__).parent.parent / "tests" / "text" / "reference_speller.py"))
_spell, _Speech, _places = _JUDGE["spell"], _JUDGE["Speech"], _JUDGE["places"]
_DIALECT = {"lẻ": "linh", "ngàn": "nghìn", "tỉ": "tỷ"}
_LABELS = (["triệu", "tỷ"], ["nghìn", "tỷ"], ["tỷ"], ["triệu"], ["nghìn"], [])
REFUSED = "refused"

SIGNS = {
    "-1": "âm một",
    "-21": "âm hai mươi mốt",
    "0.05": "không phẩy không năm",
    "12.5": "mười hai phẩy năm",
    "1.005": "một phẩy không không năm",
    str(10**14): "một trăm nghìn tỷ",
    str(10**15): "một triệu tỷ",
    str(10**21): REFUSED,
}
DIGITS = {
    "1.234.567": "1234567",
    "1,500": "1.500",
    "1.5": REFUSED,
    "12.34": REFUSED,
    "1,234,567": REFUSED,
    "1e5": REFUSED,
    "1_000": REFUSED,
    "007": REFUSED,
    "NaN": REFUSED,
    "٣": REFUSED,
}
WORDS = {
    "mười ba nghìn tỷ": "13000000000000",
    "hai triệu rưỡi": "2500000",
    "sáu phẩy hai tỷ": "6200000000",
    "âm năm": "-5",
    "một nghìn không trăm linh năm": "1005",
    "một tỉ": "1000000000",
    "năm năm": REFUSED,
    "một triệu một triệu": REFUSED,
    "hàng trăm": REFUSED,
    "xin chào": REFUSED,
}
COMPACT = {
    999_999: "999.999 / 1 triệu",
    999_999_999: "1 tỷ",
    1_245_000_000: "1,25 tỷ",
    6_200_000_000: "6,2 tỷ",
    1_234 * 10**9: "1.234 tỷ / 1,23 nghìn tỷ",
    10**15: "1.000.000 tỷ / 1 triệu tỷ",
}
DATES = {
    "05/02/2019": "2019-02-05",
    "2/13/2019": REFUSED,
    "ngày 05 tháng 13 năm 2019": REFUSED,
    "tháng 2 năm 2019": "2019-02",
    "abc 5 x 2 y 2019 z 9": REFUSED,
    "5/2/19": REFUSED,
}


def print_faults(peers: Sequence[Peer], small: int, large: int) -> None:
    """Print the tables."""
    ours = Peer("lamtheobac", "", _our_tasks())
    everyone = [ours, *peers]
    numbers = [*range(small + 1), *large_numbers(large)]
    print(f"\nspelling 0..{small:,} and {large:,} numbers of 7 to 18 digits")
    print(f"{'':16}{'right':>8}{'style':>8}{'refused':>9}{'wrong':>8}  the first wrong ones")
    for peer in _able(everyone, "spell"):
        counts, first = judge_spelling(peer.tasks["spell"], numbers)
        shown = "; ".join(f"{n}: {text[:60]}{'…' if text[60:] else ''}" for n, text in first)
        row = "".join(f"{counts[kind]:>{width}}" for kind, width in zip(KINDS, (8, 8, 9, 8), strict=True))
        print(f"{peer.name:16}{row}  {shown}")
    print(f"\nreading back {large:,} right spellings of the large numbers")
    print(f"{'':16}{'right':>8}{'refused':>9}{'wrong':>8}  the first wrong one")
    for peer in _able(everyone, "read words"):
        counts, first = judge_reading(peer.tasks["read words"], numbers[small + 1 :])
        shown = "; ".join(f"{n}: {text}" for n, text in first[:1])
        print(f"{peer.name:16}{counts['right']:>8}{counts[REFUSED]:>9}{counts['wrong']:>8}  {shown}")
    _print_answers("in words", SIGNS, everyone, "spell", _as_number)
    _print_answers("read from words", WORDS, everyone, "read words")
    _print_answers("read from digits", DIGITS, everyone, "read")
    _print_answers("read from digits leniently", DIGITS, peers, "read leniently")
    _print_answers("compact, two places", COMPACT, everyone, "compact")
    _print_answers("dates read", DATES, everyone, "read date")


KINDS = ("right", "style", REFUSED, "wrong")


def _our_tasks() -> dict[str, Callable[[Any], Any]]:
    return {
        "spell": lambda x: ltb.spell_decimal(Decimal(str(x)) if isinstance(x, float) else x),
        "read words": ltb.parse_words,
        "read": ltb.parse_number,
        "compact": partial(ltb.format_compact, unit=""),
        "read date": ltb.parse_date,
    }


def _able(peers: Iterable[Peer], task: str) -> list[Peer]:
    return [peer for peer in peers if task in peer.tasks]


def large_numbers(count: int) -> list[int]:
    """Give numbers of 7 to 18 digits, half of them with an empty group."""
    random = Random(1945)  # noqa: S311  a fixed sample, no secret
    found: list[int] = []
    while len(found) < count:
        digits = random.randint(7, 18)
        n = random.randrange(10 ** (digits - 1), 10**digits)
        if random.random() < 0.5:
            place = 1000 ** random.randrange(digits // 3)
            n -= n // place % 1000 * place
        if n >= 10**6:
            found.append(n)
    return found


def judge_spelling(
    spell: Callable[[int], str], numbers: Iterable[int]
) -> tuple[Counter[str], list[tuple[int, str]]]:
    """Count what a speller gets right, and give the first three that it gets wrong."""
    counts: Counter[str] = Counter()
    first: list[tuple[int, str]] = []
    for n in numbers:
        try:
            text = spell(n)
        except Exception:  # noqa: BLE001  whatever a peer raises is a refusal here
            counts[REFUSED] += 1
            continue
        level = " ".join(_DIALECT.get(word, word) for word in str(text).lower().split())
        if level == _spell(str(n), _Speech()):
            counts["right"] += 1
        elif level in other_styles(n):
            counts["style"] += 1
        else:
            counts["wrong"] += 1
            if len(first) < 3:
                first.append((n, text))
    return counts, first


def other_styles(n: int) -> set[str]:
    """Give the spellings that say the same value by other habits."""
    found = {
        _spell(str(n), _Speech(four=four, school=school))
        for four in ("tư", "bốn")
        for school in (False, True)
    }
    groups = [f"{n:018}"[start : start + 3] for start in range(0, 18, 3)]
    for four, spoken, repeated in product(("tư", "bốn"), (False, True), (False, True)):
        words: list[str] = []
        for index, group in enumerate(groups):
            label = _LABELS[index] if repeated or index > 1 else _LABELS[index][:1]
            if group != "000":
                words += _places(group, _Speech(four=four), higher=bool(words)) + label
            elif words and spoken and any(later != "000" for later in groups[index + 1 :]):
                words += ["không", *label]
            elif words and index == 2 and not repeated:
                words += label  # the one tỷ of a block whose last group is empty
        found.add(" ".join(words))
    return found


def judge_reading(
    read: Callable[[str], Any], numbers: Iterable[int]
) -> tuple[Counter[str], list[tuple[int, str]]]:
    """Count what a reader makes of right spellings, and give what it gets wrong."""
    counts: Counter[str] = Counter()
    first: list[tuple[int, str]] = []
    for n in numbers:
        try:
            value = read(_spell(str(n), _Speech()))
        except Exception:  # noqa: BLE001  whatever a peer raises is a refusal here
            counts[REFUSED] += 1
            continue
        counts["right" if value == n else "wrong"] += 1
        if value != n:
            first.append((n, str(value)))
    return counts, first


def _print_answers(
    title: str,
    wanted: dict[Any, str],
    peers: Sequence[Peer],
    task: str,
    prepare: Callable[[Any], Any] = lambda given: given,
) -> None:
    """Print what everyone answers; what is not right begins with an exclamation mark."""
    print(f"\n{title}  (! is wrong)")
    for given, right in wanted.items():
        answers: list[str] = []
        for peer in _able(peers, task):
            answer = _answer(peer.tasks[task], prepare(given))
            mark = "" if _is_right(answer, right) else "! "
            answers.append(f"{peer.name}: {mark}{answer}")
        print(f"  {given}  [{right}]  " + " | ".join(answers))


def _answer(call: Callable[[Any], Any], given: object) -> str:
    """Give an answer as text; a peer's own type of error is only a refusal."""
    try:
        answer = call(given)
    except Exception:  # noqa: BLE001  whatever a peer raises is a refusal here
        return REFUSED
    if isinstance(answer, date):
        return answer.isoformat()
    if isinstance(answer, float) and answer.is_integer():
        return str(int(answer))
    return str(answer)


def _is_right(answer: str, right: str) -> bool:
    """Compare values as values, and words by their dialect."""
    level = " ".join(_DIALECT.get(word, word) for word in answer.split())
    if level in right.split(" / ") or REFUSED in (level, right):
        # To refuse is not to be wrong; the counts above say how much is refused.
        return right != REFUSED or level == REFUSED
    try:
        return Decimal(level) == Decimal(right)
    except ArithmeticError:
        return False


def _as_number(given: str) -> int | float:
    """Give what a caller would: a peer knows no decimals."""
    return float(given) if "." in given else int(given)
