"""The organisations that run a model: stated as a share, and named one by one (quy tắc về đơn vị thực hiện)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.records.participation import ParticipationKind, Subjects
from lamtheobac.records.tree import walk_below
from lamtheobac.rules.coverage import hold_share, stated_shares
from lamtheobac.rules.finding import Found, Rule, Severity
from lamtheobac.rules.times import last_known_day
from lamtheobac.values.comparison import Verdict, is_rate
from lamtheobac.values.figure import Figure
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lamtheobac.records.party_organisation import PartyOrganisation
    from lamtheobac.records.programme import Programme

__all__ = ["RULES"]


class _Lives:
    """How many of some organisations there may have been on a day: an end that is not known excludes nothing."""

    def __init__(self, organisations: Iterable[PartyOrganisation]) -> None:
        lives = [each.life for each in organisations]
        self.firsts = sorted(date.min if life is None else life.first_day or date.min for life in lives)
        self.lasts = sorted(date.max if life is None else life.last_day or date.max for life in lives)

    def count(self, day: date | None) -> int:
        """Count those that had begun less those that had ended; all of them where the day is not known."""
        if day is None:
            return len(self.firsts)
        return bisect_right(self.firsts, day) - bisect_left(self.lasts, day)


def _circles(programme: Programme) -> list[dict[str, PartyOrganisation]]:
    """Find the organisations of the programme: those directly below its committee, and all below it.

    Without a committee all count. Both circles are wholes that a report may mean.
    """
    found = walk_below(programme.organisations, programme.committee_id)
    below: dict[str, PartyOrganisation] = {each.id: each for each in found}
    direct = {key: each for key, each in below.items() if each.parent_id == programme.committee_id}
    return [below, direct] if programme.committee_id is not None and len(direct) < len(below) else [below]


class _Claim(NamedTuple):
    """A share of organisations that run a model, where it stands, and its day as far as it is known."""

    model_id: str
    share: Figure
    path: tuple[str, ...]
    day: date | None


def _claims_of_models(programme: Programme) -> Iterator[_Claim]:
    """Go through the shares of organisations that run a model."""
    for each in programme.participations:
        is_of_organisations = (each.kind, each.subjects) == (
            ParticipationKind.RUNS_MODEL,
            Subjects.ORGANISATIONS,
        )
        if is_of_organisations and each.of_id is not None and each.count is not None and is_rate(each.count):
            day = last_known_day(programme, each.period, each.report_id)
            yield _Claim(each.of_id, each.count, ("participations", each.id, "count"), day)
    for statement, about in stated_shares(programme):
        day = last_known_day(programme, None, statement.report_id)
        yield _Claim(about, statement.figure, ("statements", statement.id, "figure"), day)


def _differs_from_organisations(programme: Programme) -> Iterable[Found]:
    """Hold the share of organisations that run a model against those that the records name.

    Those named are the one that leads the model and the participants, of the Party organisations below the
    committee. A model without participants says nothing: missing is not zero. Nor does a fraction of another whole
    than the records have. Even then the names may be incomplete, so this is a note and no more; and it is given
    only where the share fits neither the organisations directly below the committee nor all of them.
    """
    circles = _circles(programme)
    wholes = [_Lives(circle.values()) for circle in circles]
    named: dict[str, list[_Lives]] = {}
    for claim in _claims_of_models(programme):
        model = programme.models.get(claim.model_id)
        if model is None or not model.participant_ids:
            continue
        if model.id not in named:
            ids = {model.lead_id, *model.participant_ids}
            named[model.id] = [
                _Lives(circle[each] for each in ids if each is not None and each in circle)
                for circle in circles
            ]
        counts = [
            (part.count(claim.day), whole.count(claim.day))
            for part, whole in zip(named[model.id], wholes, strict=True)
        ]
        shares = [Figure.share(part, out_of=whole, unit=Unit.ORGANISATION) for part, whole in counts if whole]
        if claim.share.out_of is not None:
            shares = [share for share in shares if share.out_of == claim.share.out_of]
        if shares and all(claim.share.compare(share) is Verdict.CONTRADICTS for share in shares):
            yield from hold_share(claim.path, claim.share, shares[0])


RULES: Final = (
    Rule(
        code="coverage/differs-from-organisations",
        severity=Severity.INFO,
        check=_differs_from_organisations,
    ),
)
