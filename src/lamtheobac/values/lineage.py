"""Following what ended to what went on with its work (kế thừa)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

__all__ = ["Step", "follow"]


class Step(NamedTuple):
    """One succession: on a day some ended, or gave a part away, and others went on (một lần kế thừa).

    Attributes:
        on: The first day of the new ones.
        old: Ids of those before.
        new: Ids of those after; an old one that is among them lives on.
    """

    on: date
    old: tuple[str, ...]
    new: tuple[str, ...]


def follow(start: str, steps: Iterable[Step], until: date) -> tuple[dict[str, bool], tuple[Step, ...]]:
    """Follow one id through all successions up to a day (theo dõi kế thừa).

    Returns:
        Those that go on with its work, each with whether all of it went into that one; and the successions that led
        there. Where the work of one was divided, no share is known and none is guessed.

    >>> from datetime import date
    >>> steps = [Step(date(2020, 2, 1), ("a", "b"), ("c",)), Step(date(2025, 7, 1), ("c",), ("d", "e"))]
    >>> follow("a", steps, date(2020, 2, 1))[0], follow("a", steps, date(2025, 7, 1))[0]
    ({'c': True}, {'d': False, 'e': False})
    """
    heirs = {start: True}
    touched: list[Step] = []
    for _, group in groupby(sorted(step for step in steps if step.on <= until), key=lambda step: step.on):
        day = list(group)
        after: dict[str, bool] = {}
        for heir, is_all in heirs.items():
            mine = [step for step in day if heir in step.old]
            touched += [step for step in mine if step not in touched]
            new = dict.fromkeys(each for step in mine for each in step.new) if mine else {heir: None}
            for each in new:
                # What comes back together, after it was divided, is all there again only where no part went elsewhere:
                # nobody knows, so it is not.
                after[each] = is_all and len(new) == 1
        heirs = after
    return heirs, tuple(touched)
