"""Hold a programme against the rules (kiểm tra chương trình)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, get_args

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.law import Law
from lamtheobac.messages import issue
from lamtheobac.records.programme import Programme
from lamtheobac.rules import (
    awards,
    bonuses,
    commendation,
    competence,
    contributions,
    costs,
    coverage,
    deciders,
    dialogue,
    documents,
    doubles,
    hierarchy,
    households,
    levels,
    lifetimes,
    membership,
    models,
    names,
    omissions,
    organisations,
    periods,
    persons,
    receptions,
    recognition,
    references,
    series,
    shares,
    subordinates,
    taking_part,
    themes,
    totals,
    wording,
)
from lamtheobac.rules.finding import Finding, Found, Profile, Rule, Severity, make_finding
from lamtheobac.values.collector import paused_collector
from lamtheobac.values.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

__all__ = ["RULES", "check", "in_order"]

RULES: Final = (
    *references.RULES,
    *omissions.RULES,
    *organisations.RULES,
    *hierarchy.RULES,
    *membership.RULES,
    *names.RULES,
    *subordinates.RULES,
    *lifetimes.RULES,
    *deciders.RULES,
    *documents.RULES,
    *themes.RULES,
    *periods.RULES,
    *coverage.RULES,
    *taking_part.RULES,
    *shares.RULES,
    *models.RULES,
    *recognition.RULES,
    *totals.RULES,
    *persons.RULES,
    *contributions.RULES,
    *costs.RULES,
    *levels.RULES,
    *doubles.RULES,
    *series.RULES,
    *wording.RULES,
    *households.RULES,
    *dialogue.RULES,
    *receptions.RULES,
    *awards.RULES,
    *commendation.RULES,
    *competence.RULES,
    *bonuses.RULES,
)
"""Every rule, in the order of the subjects (bộ quy tắc); a tool adds its own by `RULES + mine`."""

_FAILED: Final = Rule(code="rule/failed", severity=Severity.ERROR, check=lambda _: ())


def check(
    programme: Programme,
    *,
    profile: Profile = "submit",
    rules: Iterable[Rule] = RULES,
    only: Collection[str] | None = None,
    law: Law | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> tuple[Finding, ...]:
    """Hold a programme against the rules (kiểm tra chương trình).

    No record makes it raise: a rule that fails on one gives a finding that says so.

    Args:
        programme: The records.
        profile: `"draft"` while they are written: what is still to be filled in is no error, and notes are left out.
            `"submit"` when they are handed in. `"archive"` when they are kept: what nobody will be able to ask then
            weighs more. Each rule says how grave it is in which.
        rules: The rules; a tool's own may be added.
        only: Codes of the rules to run; None for all.
        law: A law with tables of your own, from `law.load`; what they say holds wherever a rule asks a table.
        on_progress: Told how many rules are done, and of how many.

    Returns:
        The findings, the gravest first, then by place.

    Raises:
        OptionError: A profile that does not exist.
        WrongTypeError: Something that is no programme, or no law.

    >>> from lamtheobac.formats.json import example
    >>> [finding.code for finding in check(example(), profile="draft")]
    ['dialogue/rate-needs-other-base']
    >>> check(example(), profile="nháp")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: draft, submit, archive
    """
    if not isinstance(programme, Programme):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="Programme", given=type(programme).__name__))
    if law is not None and not isinstance(law, Law):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="Law", given=type(law).__name__))
    if profile not in get_args(Profile):
        raise OptionError(issue("option/unknown", known=", ".join(get_args(Profile))))
    wanted = [
        (rule, severity)
        for rule in rules
        if (only is None or rule.code in only) and (severity := rule.severity_in(profile)) is not None
    ]
    # Of several versions of one rule, the last speaks of acts whose day is not known.
    latest = {rule.code: rule for rule, _ in sorted(wanted, key=lambda pair: pair[0].start or date.min)}
    found: list[Finding] = []
    with paused_collector():
        for number, (rule, severity) in enumerate(wanted, start=1):
            found += _run(rule, programme, severity, law, is_latest=latest[rule.code] is rule)
            if on_progress is not None:
                on_progress(number, len(wanted))
    return in_order(found)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put findings in order, each once: the gravest first, then by place (sắp xếp phát hiện).

    >>> in_order([])
    ()
    """
    once = dict.fromkeys(findings)
    return Listing(sorted(once, key=lambda each: (each.severity.rank, tuple(map(str, each.path)), each.code)))


def _run(
    rule: Rule, programme: Programme, severity: Severity, law: Law | None, *, is_latest: bool
) -> Iterator[Finding]:
    """Run one rule; what it finds of days outside its time is dropped."""
    try:
        for found in rule.look(programme, law):
            if is_latest if found.on is None else rule.holds_on(found.on):
                yield make_finding(rule, found, severity, law)
    except Exception:  # noqa: BLE001  a tool's own rule may fail in any way, and the other rules must still speak
        yield make_finding(_FAILED, Found(path=(), values={"code": rule.code}), _FAILED.severity)
