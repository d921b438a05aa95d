"""How figures are worded (quy tắc về cách nêu số liệu)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lamtheobac.records.outcome import Aim, OutcomeKind
from lamtheobac.rules.amounts import say
from lamtheobac.rules.finding import Found, Missing, Rule, Severity
from lamtheobac.values.comparison import is_softened
from lamtheobac.values.figure import Approximation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lamtheobac.records.programme import Programme
    from lamtheobac.values.figure import Figure

__all__ = ["RULES"]

_FIGURES: Final[Mapping[str, tuple[str, ...]]] = {
    "participations": ("count",),
    "contributions": ("gift",),
    "outcomes": ("figure",),
    "dialogues": ("citizens", "received", "instructed", "resolved"),
    "statements": ("figure",),
}
_PULLED: Final = (Approximation.MORE_THAN, Approximation.NEARLY)


def _two_hedges(programme: Programme) -> Iterable[Found]:
    """Note figures hedged twice, as in "khoảng hơn": one word allows what the other excludes."""
    for collection, names in _FIGURES.items():
        for record in getattr(programme, collection):
            for name in names:
                figure: Figure | None = getattr(record, name)
                if figure is not None and figure.approximation in _PULLED and is_softened(figure):
                    yield Found(
                        path=(collection, record.id, name), stated=say(figure), values={"stated": say(figure)}
                    )


def _houses_not_divided(programme: Programme) -> Iterable[Found]:
    """Note houses of which nobody says how many were built and how many repaired: the norms differ.

    Built or repaired houses of the same model divide them, and so does a record of its own for each.
    """
    kinds: dict[str | None, set[OutcomeKind]] = {}
    for outcome in programme.outcomes:
        kinds.setdefault(outcome.of_id, set()).add(outcome.kind)
    for outcome in programme.outcomes:
        if outcome.kind is not OutcomeKind.HOUSES or outcome.aim is not Aim.RESULT:
            continue
        others = kinds[outcome.of_id] if outcome.of_id is not None else set[OutcomeKind]()
        if others.isdisjoint((OutcomeKind.HOUSES_NEW, OutcomeKind.HOUSES_REPAIRED)):
            yield Found(path=("outcomes", outcome.id, "kind"), stated=say(outcome.figure))


RULES: Final = (
    Rule(code="figure/two-hedges", severity=Severity.INFO, profiles={"archive": None}, check=_two_hedges),
    Rule(
        code="outcome/houses-not-divided",
        severity=Severity.INFO,
        missing=Missing.FOUND,
        check=_houses_not_divided,
    ),
)
