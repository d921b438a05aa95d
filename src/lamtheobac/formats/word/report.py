"""The yearly report of a programme as a Word document (báo cáo năm dạng Word)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

from lamtheobac.errors import LamTheoBacError, OptionError, WrongTypeError
from lamtheobac.formats.extras import load_extra
from lamtheobac.formats.files import write_whole
from lamtheobac.law import committee_name
from lamtheobac.messages import issue
from lamtheobac.records.programme import Programme
from lamtheobac.records.totals import days_of, relation_to
from lamtheobac.reports.annex_tables import annex_tables
from lamtheobac.reports.yearly_parts import yearly_parts
from lamtheobac.values.dates import Period, format_date

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from datetime import date

    from lamtheobac.formats.word.pages import Page
    from lamtheobac.records.party_organisation import PartyOrganisation
    from lamtheobac.reports.annex_tables import Table
    from lamtheobac.reports.yearly_parts import Part

__all__ = ["Heading", "write_report"]

Heading = Literal["party", "state"]
"""Whose document it is: of a Party committee, or of a State agency."""

_ROMAN: Final = ("I", "II", "III", "IV", "V")
_TIMED: Final = ("participations", "contributions", "outcomes", "dialogues", "awards")


class _Letterhead(NamedTuple):
    """What stands above the title of a document (phần đầu văn bản)."""

    above: str
    name: str
    number: str
    motto: tuple[str, ...]
    dated: str


def write_report(
    programme: Programme,
    path: str | os.PathLike[str],
    *,
    period: Period | None = None,
    against: Period | None = None,
    heading: Heading = "party",
    number: str = "",
    place: str = "",
    issued_on: date | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> None:
    """Write the yearly report with its annex (viết báo cáo năm).

    Results, shortcomings, causes, lessons and the way forward come from the records, every figure in its own words;
    what the records do not say is left for the writer, and so are the number, the place and the day where they are not
    given. The annex has the tables B2, B4, B5 and B6 on pages across. People are not named.

    Args:
        programme: The records.
        path: Where to; it is written whole or not at all, and the same records give the same bytes.
        period: Only what was done in it, or may have been; None takes all, and the programme's own period into the
            title.
        against: A period to compare with; `period` must be given too.
        heading: `"party"` or `"state"`: the form of the letterhead.
        number: The number, such as "36-BC/HU".
        place: Where it is signed.
        issued_on: When.
        on_progress: Told how many parts are done, and of how many.

    Raises:
        OptionError: python-docx is not there, a heading that does not exist, or periods that cannot be compared.
        ReadError: The file cannot be written; what was there is unchanged.
        WrongTypeError: Something that is no programme.

    >>> from lamtheobac import example
    >>> write_report(example(), "bao-cao.docx", heading="huyện")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: option/unknown: no such choice; the choices are: party, state
    """
    if not isinstance(programme, Programme):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="Programme", given=type(programme).__name__))
    if heading not in get_args(Heading):
        raise OptionError(issue("option/unknown", known=", ".join(get_args(Heading))))
    if against is not None and period is None:
        raise OptionError(issue("word/period-needed"))
    load_extra("docx", "word")
    from lamtheobac.formats.word.pages import Page  # noqa: PLC0415  python-docx is an extra

    whole = programme if period is None else _within(programme, period)
    # The comparison reads both periods, so that it needs all the records.
    parts = yearly_parts(whole, comparing=programme, period=period, against=against)
    tables = annex_tables(whole, comparing=programme, period=period, against=against)
    page = Page()
    letterhead = _letterhead(programme, heading, number, place, issued_on)
    page.letterhead(letterhead.above, letterhead.name, letterhead.number, letterhead.motto, letterhead.dated)
    page.title("BÁO CÁO", _subject(programme, period))
    total = len(parts) + len(tables)
    for place_, part in enumerate(parts):
        _write_part(page, part, _ROMAN[place_])
        _tell(on_progress, place_ + 1, total)
    page.signature(heading)
    page.turn()
    for place_, table in enumerate(tables):
        _write_table(page, table, place_ + 1)
        _tell(on_progress, len(parts) + place_ + 1, total)
    write_whole(path, page.to_bytes())


def _tell(on_progress: Callable[[int, int], None] | None, done: int, total: int) -> None:
    if on_progress is not None:
        on_progress(done, total)


def _within(programme: Programme, period: Period) -> Programme:
    """Leave out what is surely of another time."""
    outside = [
        record.id
        for name in _TIMED
        for record in getattr(programme, name)
        if relation_to(*days_of(programme, record), period) == "out"
    ]
    return programme.drop(*outside)


def _letterhead(
    programme: Programme, heading: Heading, number: str, place: str, issued_on: date | None
) -> _Letterhead:
    """Put the letterhead together; what is not known is left as dots to write on."""
    committee = programme.organisations.get(programme.committee_id or "")
    above = None if committee is None else programme.organisations.get(committee.parent_id or "")
    names = [_committee(each) for each in (above, committee)]
    day = format_date(issued_on) if issued_on is not None else "ngày … tháng … năm …"
    dated = f"{place or '…'}, {day}"
    mark = "-BC/…" if heading == "party" else "/BC-…"
    if heading == "party":
        return _Letterhead(
            names[0], names[1], f"Số {number or '…' + mark}", ("ĐẢNG CỘNG SẢN VIỆT NAM",), dated
        )
    motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
    return _Letterhead("", names[1], f"Số: {number or '…' + mark}", motto, dated)


def _committee(organisation: PartyOrganisation | None) -> str:
    """Name the committee of an organisation: Huyện ủy Bình Sơn; where that has no rule, the organisation."""
    if organisation is None:
        return ""
    try:
        return committee_name(organisation.name)
    except LamTheoBacError:
        return organisation.name


def _subject(programme: Programme, period: Period | None) -> tuple[str, ...]:
    """Say what the report is about, and when."""
    when = period or programme.period
    about = f"Kết quả thực hiện: {programme.name}"
    return (about,) if when is None else (about, f"({when})")


def _write_part(page: Page, part: Part, number: str) -> None:
    """Write a part, its inner parts numbered; a part of which nothing is known says so."""
    page.heading(f"{number}. {part.title}", level=1)
    if not part.paragraphs and not part.parts:
        page.remark("Dữ liệu chưa ghi nội dung này.")
    for text in part.paragraphs:
        page.paragraph(text)
    for place, inner in enumerate(part.parts, start=1):
        page.heading(f"{place}. {inner.title}", level=2)
        for text in inner.paragraphs:
            page.paragraph(f"- {text}")


def _write_table(page: Page, table: Table, number: int) -> None:
    """Write a table of the annex; one without rows says so."""
    page.heading(f"Phụ lục {number}. {table.title} (biểu {table.code})", level=1)
    if table.rows:
        page.table(table.columns, table.rows)
    else:
        page.remark("Dữ liệu chưa ghi nội dung này.")
