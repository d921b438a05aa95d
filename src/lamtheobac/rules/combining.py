"""Many programmes as one, and what does not fit between them (gộp nhiều chương trình)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.records.combination import Clash, join_programmes
from lamtheobac.records.programme import Programme
from lamtheobac.records.references import spell_out
from lamtheobac.rules import awards, contributions, doubles, levels
from lamtheobac.rules.checking import check, in_order
from lamtheobac.rules.finding import Finding, Found, Rule, Severity, make_finding

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping

__all__ = ["COMBINING_RULES", "Combined", "combine", "combine_with"]

COMBINING_RULES: Final[Mapping[str, Rule]] = {
    what: Rule(code=code, severity=severity, check=lambda _: ())
    for what, code, severity in (
        ("id", "combine/id-of-several-records", Severity.WARNING),
        ("organisation", "combine/organisation-differs", Severity.WARNING),
        ("two-ids", "combine/organisation-with-several-ids", Severity.INFO),
        ("record", "combine/record-in-several-files", Severity.INFO),
        ("reference", "combine/unclear-reference", Severity.ERROR),
        ("head", "combine/heads-differ", Severity.INFO),
        ("file", "file/not-combined", Severity.ERROR),
    )
}
"""What is found while files are put together, by what it is about (quy tắc khi gộp)."""

_BETWEEN: Final = (
    *contributions.RULES[1:],
    *awards.RULES,
    *doubles.RULES,
    *levels.RULES,
)
"""The rules of one programme that look at records of different files."""


@frozen(kw_only=True)
class Combined:
    """Several programmes as one (chương trình gộp).

    Attributes:
        programme: All the records. Where an id stood for different records in different files, each has the id with
            a mark of its file (`dg-1.tc-xa-binh-minh`), and what names it names the marked one.
        findings: What does not fit between the files, the gravest first; `check` finds more in the programme.
        sources: The programmes as they were, each once, so that more can be combined later in whatever order.
    """

    programme: Programme
    findings: tuple[Finding, ...] = ()
    # Their order says nothing, so that it does not count in comparisons.
    sources: tuple[Programme, ...] = field(eq=False, repr=False)
    unread: tuple[Finding, ...] = field(default=(), eq=False, repr=False)


def combine(
    programmes: Iterable[Programme | Combined],
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> Combined:
    """Put many programmes together, such as those of the communes of a district (gộp nhiều chương trình).

    The order does not matter, nor whether some were combined before; one alone stays as it is. Nothing is dropped:
    what is the same in several files stands once, what differs is a finding.

    - An id that means different records in different files is kept apart; references follow.
    - An organisation is the same where two of its id, its code and its name agree and nothing speaks against it,
      never by its name alone. What the files say differently of it is left open, unless one is its own programme.
    - Other records are the same where their ids and all they say are.

    Args:
        programmes: Programmes, or what was combined from some.
        on_progress: Told how many records are done, and of how many.

    Raises:
        OptionError: There is nothing to combine.
        WrongTypeError: Something that is no programme.
        LimitError: More records together than a programme can hold.

    >>> from lamtheobac.records import Contribution
    >>> from lamtheobac.values import Figure
    >>> first, second = (
    ...     Programme(name="Bình Sơn").put(Contribution(id="dg-1", gift=Figure.parse(text)))
    ...     for text in ("129 nhà", "231 ngày công"))
    >>> both = combine([first, second])
    >>> sorted(str(gift.gift) for gift in both.programme.contributions), both.findings[0].code
    (['129 nhà', '231 ngày công'], 'combine/id-of-several-records')
    >>> combine([first]).programme == first, combine([combine([first]), second]) == both
    (True, True)
    >>> combine([])
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: combine/nothing: there is no programme to combine
    """
    return combine_with(programmes, (), on_progress=on_progress)


def combine_with(
    programmes: Iterable[Programme | Combined],
    unread: Iterable[Finding],
    *,
    on_progress: Callable[[int, int], None] | None = None,
) -> Combined:
    """Put programmes together, and keep in mind which files could not be read (gộp, kèm các tệp không đọc được).

    >>> combine_with([Programme(name="Bình Sơn")], ()).findings
    ()
    """
    sources: list[Programme] = []
    lost = list(unread)
    for each in programmes:
        if isinstance(each, Combined):
            sources += each.sources
            lost += each.unread
        elif isinstance(each, Programme):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
            sources.append(each)
        else:
            raise WrongTypeError(
                issue("type/wrong", wanted="Programme or Combined", given=type(each).__name__)
            )
    if not sources:
        raise OptionError(issue("combine/nothing"))
    once = _each_once(sources)
    programme, clashes = join_programmes(once, on_progress)
    return Combined(
        programme=programme,
        findings=in_order([*lost, *map(_word, clashes), *check(programme, rules=_BETWEEN)]),
        sources=once,
        unread=tuple(dict.fromkeys(lost)),
    )


def _each_once(sources: list[Programme]) -> tuple[Programme, ...]:
    """Leave out what says the same as another, to the word; only what may is spelt out."""
    alike: dict[Hashable, list[Programme]] = defaultdict(list)
    for each in sources:
        if not any(each is other for other in alike[each.name, each.committee_id]):
            alike[each.name, each.committee_id].append(each)
    kept: list[Programme] = []
    for some in alike.values():
        kept += some if len(some) == 1 else {spell_out(each): each for each in some}.values()
    return tuple(kept)


def _word(clash: Clash) -> Finding:
    """Say in words where the files do not lie side by side."""
    rule = COMBINING_RULES[clash.what]
    return make_finding(
        rule,
        Found(
            path=clash.path,
            stated=clash.stated,
            recomputed=clash.other,
            values={"count": clash.number, "stated": clash.stated or "…", "other": clash.other or "…"},
        ),
        rule.severity,
    )
