"""Who has not reported or registered, as a list to send (nhắc báo cáo, nhắc đăng ký)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

from attrs import field, frozen

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.messages import issue, message
from lamtheobac.records.counts import directly_below, tell_completeness
from lamtheobac.records.participation import ParticipationKind
from lamtheobac.records.practice_model import ModelState
from lamtheobac.records.programme import Programme
from lamtheobac.records.totals import days_of, relation_to
from lamtheobac.values.dates import Period, first_day, format_date, last_day
from lamtheobac.values.ids import OrganisationId
from lamtheobac.values.privacy import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from lamtheobac.errors import Lang

__all__ = ["About", "Reminder", "remind"]

About = Literal["report", "registration"]
"""What is awaited."""


@frozen(kw_only=True)
class Reminder:
    """Who is awaited, and the words to send (danh sách nhắc).

    Attributes:
        about: A report, or the registration of what they will do.
        period: For which period.
        expected: Who had to.
        missing: Who has not.
        text_vi: The message, Vietnamese, ready to copy.
        text_en: The same in English.
    """

    about: About
    period: Period
    expected: tuple[OrganisationId, ...]
    missing: tuple[OrganisationId, ...]
    text_vi: str = field(metadata=PUBLIC)
    text_en: str = field(metadata=PUBLIC)

    def text(self, lang: Lang = "vi") -> str:
        """Give the message in one language (lời nhắc)."""
        return self.text_vi if lang == "vi" else self.text_en


def remind(
    programme: Programme, period: Period, *, about: About = "report", due_on: date | None = None
) -> Reminder:
    """List who has not reported or registered for a period (nhắc báo cáo, nhắc đăng ký).

    Awaited are the organisations directly below the programme's committee on the last day of the period, and of
    reports whoever has one in the records that is not handed in. An organisation has registered where its people's
    registration in the period is counted, or a model that it leads was registered in it.

    Args:
        programme: The records.
        period: The period; both its days are known.
        about: `"report"` or `"registration"`.
        due_on: The day to name in the message; None names none.

    Raises:
        OptionError: Nothing that can be awaited, or a period whose days are not known.
        WrongTypeError: Something that is no programme or no period.

    >>> from lamtheobac.records import OrganisationKind, PartyOrganisation
    >>> district = PartyOrganisation(id="tc-huyen", name="Đảng bộ huyện", kind=OrganisationKind.DISTRICT)
    >>> commune = PartyOrganisation(
    ...     id="tc-xa", name="Đảng bộ xã Bình Minh", kind=OrganisationKind.COMMUNE, parent_id="tc-huyen")
    >>> programme = Programme(name="Học tập", committee_id="tc-huyen", organisations=[district, commune])
    >>> print(remind(programme, Period.of_year(2019)).text())
    Còn 1 trong 1 đơn vị chưa nộp báo cáo của kỳ từ 01/01/2019 đến 31/12/2019:
    1. Đảng bộ xã Bình Minh
    >>> remind(programme, Period.of_year(2019), about="báo cáo")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: report, registration
    """
    if not isinstance(programme, Programme):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="Programme", given=type(programme).__name__))
    if not isinstance(period, Period):  # pyright: ignore[reportUnnecessaryIsInstance]  as above
        raise WrongTypeError(issue("type/wrong", wanted="Period", given=type(period).__name__))
    if about not in get_args(About):
        raise OptionError(issue("option/unknown", known=", ".join(get_args(About))))
    if not period.is_placed:
        raise OptionError(issue("compare/period-not-placed"))
    if about == "report":
        completeness = tell_completeness(programme, period)
        expected, missing = completeness.expected, completeness.missing
    else:
        expected = directly_below(programme, period)
        registered = set(_registered(programme, period))
        missing = tuple(each for each in expected if each not in registered)
    names = [_name(programme, each) for each in missing]
    texts = [_write(_CODES[about], period, len(expected), names, lang=lang, due_on=due_on) for lang in _LANGS]
    return Reminder(
        about=about, period=period, expected=expected, missing=missing, text_vi=texts[0], text_en=texts[1]
    )


_LANGS: Final[tuple[Lang, Lang]] = ("vi", "en")
_CODES: Final[Mapping[About, tuple[str, str, str]]] = {
    "report": ("remind/report", "remind/report-done", "remind/report-due"),
    "registration": ("remind/registration", "remind/registration-done", "remind/registration-due"),
}


def _name(programme: Programme, record_id: str) -> str:
    """Give the name of an organisation, or its id where it is not among the records."""
    organisation = programme.organisations.get(record_id)
    return record_id if organisation is None else organisation.name


def _registered(programme: Programme, period: Period) -> Iterator[str]:
    """Go through the organisations that have registered in a period; nobody registered is no registration."""
    for each in programme.participations:
        is_nobody = each.count is not None and each.count.value == 0
        if each.kind is not ParticipationKind.REGISTERED or is_nobody:
            continue
        if relation_to(*days_of(programme, each), period) == "in":
            report = programme.reports.get(each.report_id or "")
            yield from filter(None, (each.of_id, None if report is None else report.organisation_id))
    for model in programme.models:
        days = [status.on for status in model.statuses if status.state is ModelState.REGISTERED]
        placed = (relation_to(first_day(on), last_day(on), period) for on in days if on is not None)
        if model.lead_id is not None and "in" in placed:
            yield model.lead_id


def _write(
    codes: tuple[str, str, str],
    period: Period,
    expected: int,
    missing: Sequence[str],
    *,
    lang: Lang,
    due_on: date | None,
) -> str:
    """Write the message."""
    if not expected:
        return message("remind/nobody", lang)
    start, end = (format_date(day, style="slash") for day in (period.start, period.end) if day is not None)
    values: dict[str, str | int] = {"count": len(missing), "all": expected, "start": start, "end": end}
    awaited, done, due = codes
    lines = [message(awaited if missing else done, lang, **values)]
    lines += [f"{number}. {name}" for number, name in enumerate(missing, start=1)]
    if missing and due_on is not None:
        lines.append(message(due, lang, day=format_date(due_on, style="decree" if lang == "vi" else "slash")))
    return "\n".join(lines)
