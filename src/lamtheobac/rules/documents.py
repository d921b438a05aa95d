"""Documents that records cite: which one is meant, and whether it was there yet (quy tắc về văn bản)."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.law import Status
from lamtheobac.records.practice_model import ModelState
from lamtheobac.rules.finding import LASTING, ByLaw, Found, Missing, Rule, Severity
from lamtheobac.rules.times import days_of_period, say_day
from lamtheobac.text.clean import search_key
from lamtheobac.values.dates import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from lamtheobac.errors import Path
    from lamtheobac.law import Law, LegalDocument
    from lamtheobac.records.programme import Programme
    from lamtheobac.values.document import Document

__all__ = ["RULES", "known_as"]


def known_as(law: Law, document: Document) -> Sequence[LegalDocument]:
    """Find the documents of the law that a citation may mean: those of its number, and of its day (văn bản đã biết).

    >>> from lamtheobac.law import built_in
    >>> from lamtheobac.values import Document, PartialDate
    >>> [each.name for each in known_as(built_in(), Document(number="03-KH/TW"))]
    ['Kế hoạch 03-KH/TW năm 2011', 'Kế hoạch 03-KH/TW năm 2016']
    >>> [each.name for each in known_as(built_in(), Document(number="03-KH/TW", issued_on=PartialDate(2016)))]
    ['Kế hoạch 03-KH/TW năm 2016']
    """
    cited = document.issued_on
    return [
        known
        for known in _by_number(law).get(document.number, ())
        if cited is None or first_day(cited) <= _issued(known) <= last_day(cited)
    ]


@lru_cache(maxsize=8)
def _by_number(law: Law) -> Mapping[str, Sequence[LegalDocument]]:
    """Sort the documents of the law by number; what was never in force is left out."""
    found: dict[str, list[LegalDocument]] = defaultdict(list)
    for known in law.documents.values():
        if known.document.number and known.status in (Status.IN_FORCE, Status.REPEALED):
            found[known.document.number].append(known)
    return found


def _issued(known: LegalDocument) -> date:
    """Give the day on which a document of the law was issued, which its table has."""
    assert known.document.issued_on is not None  # noqa: S101  a needed field of the table
    return first_day(known.document.issued_on)


class _Cited(NamedTuple):
    """A document, where it is cited, and the last day on which what cites it can have been."""

    path: Path
    document: Document
    last: date | None


def _grounds(programme: Programme) -> Iterator[_Cited]:
    """Go through the documents that something rests on: they must be there before it is over."""
    for place, document in enumerate(programme.directives):
        yield _Cited(("directives", place), document, days_of_period(programme.period)[1])
    for activity in programme.activities:
        if activity.plan is not None:
            yield _Cited(
                ("activities", activity.id, "plan"), activity.plan, days_of_period(activity.period)[1]
            )


def _decisions(programme: Programme) -> Iterator[_Cited]:
    """Go through the decisions by which something came about."""
    for model in programme.models:
        for place, status in enumerate(model.statuses):
            if status.document is not None:
                last = None if status.on is None else last_day(status.on)
                yield _Cited(("models", model.id, "statuses", place, "document"), status.document, last)
    for each in programme.successions:
        if each.document is not None:
            yield _Cited(("successions", each.id, "document"), each.document, each.on)


def _find_later(law: Law, cited: Iterable[_Cited]) -> Iterator[Found]:
    """Find documents issued after the last day of what cites them.

    Cited by number alone, a document is taken for the first of that number that we know. Where no day is known
    nothing is said.
    """
    for path, document, last in cited:
        if document.issued_on is not None:
            issued: date | None = first_day(document.issued_on)
        else:
            issued = min(map(_issued, known_as(law, document)), default=None)
        if issued is not None and last is not None and issued > last:
            values = {"issued": say_day(document.issued_on or issued), "day": say_day(last)}
            yield Found(path=path, stated=values["issued"], recomputed=values["day"], on=last, values=values)


def _not_yet_issued(programme: Programme, law: Law) -> Iterable[Found]:
    """Find directives and plans that were issued only after what is said to rest on them was over."""
    return _find_later(law, _grounds(programme))


def _later_than_the_act(programme: Programme, law: Law) -> Iterable[Found]:
    """Find decisions issued after the day on which they are said to have had their effect."""
    return _find_later(law, _decisions(programme))


def _must_be_known(programme: Programme) -> Iterator[_Cited]:
    """Go through the documents by which others find their way: directives, recognitions, awards, successions."""
    for place, document in enumerate(programme.directives):
        yield _Cited(("directives", place), document, None)
    for cited in _decisions(programme):
        collection, record_id, *rest = cited.path
        is_step = collection == "models"
        if not is_step or programme.models[str(record_id)].statuses[int(rest[1])].state in _DECIDED:
            yield cited
    for award in programme.awards:
        if award.decision is not None:
            yield _Cited(("awards", award.id, "decision"), award.decision, None)


_DECIDED: Final = (ModelState.RECOGNISED, ModelState.REPLICATED)


def _not_identified(programme: Programme) -> Iterable[Found]:
    """Find documents cited by a number alone: numbers begin again with each term and each issuer.

    A document without a number is cited by its title, and names itself.
    """
    for path, document, _ in _must_be_known(programme):
        if document.number and (document.issued_on is None or not document.issuer):
            yield Found(path=path, stated=document.number, values={"number": document.number})


def _two_titles(programme: Programme) -> Iterable[Found]:
    """Find documents of one number, issuer and day that have two titles, each after the first.

    A title that is left out is no other title.
    """
    seen: dict[tuple[str, str, date], str] = {}
    for path, document, _ in (*_grounds(programme), *_decisions(programme)):
        if document.key is None or not document.title:
            continue
        title = search_key(document.title)
        if seen.setdefault(document.key, title) != title:
            yield Found(path=path, stated=document.number, values={"number": document.number})


def _replaced(programme: Programme, law: Law) -> Iterable[Found]:
    """Find programmes all of whose directives had been replaced before they began.

    A document that we do not know may be in force, and so may one without an end; one in force is enough, with older
    ones beside it.
    """
    start, _ = days_of_period(programme.period)
    known = [known_as(law, document) for document in programme.directives]
    if start is None or not known or not all(known):
        return
    ends = [each.end for documents in known for each in documents]
    latest = max((end for end in ends if end is not None), default=start)
    if None not in ends and latest < start:
        values = {"day": say_day(start), "end": say_day(latest)}
        yield Found(
            path=("directives",), stated=values["day"], recomputed=values["end"], on=start, values=values
        )


RULES: Final = (
    Rule(code="document/not-yet-issued", severity=Severity.ERROR, check=ByLaw(_not_yet_issued)),
    Rule(code="document/later-than-the-act", severity=Severity.WARNING, check=ByLaw(_later_than_the_act)),
    Rule(
        code="document/not-identified",
        severity=Severity.INFO,
        profiles=LASTING,
        missing=Missing.FOUND,
        check=_not_identified,
    ),
    Rule(code="document/two-titles", severity=Severity.WARNING, check=_two_titles),
    Rule(code="programme/directives-replaced", severity=Severity.WARNING, check=ByLaw(_replaced)),
)
