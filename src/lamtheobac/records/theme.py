"""Themes of study (chuyên đề)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.dates import Period
from lamtheobac.values.ids import RecordId
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.privacy import PUBLIC, show

__all__ = ["Theme", "ThemeScope"]


class ThemeScope(Labelled):
    """How long a theme is for (phạm vi chuyên đề)."""

    YEAR = "year", "chuyên đề năm", "theme of a year"
    TERM = "term", "chuyên đề toàn khóa", "theme of a term"
    OCCASION = "occasion", "chuyên đề theo đợt", "theme of an occasion"


@frozen(kw_only=True)
class Theme:
    """A theme that is studied for a year or a term (chuyên đề).

    Attributes:
        id: Such as "cd-2019".
        title: What is studied.
        scope: For a year, a whole term or an occasion.
        period: When; a year may have a national and a local theme.
        issuer_id: Who set it; None where it is not among the records.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> Theme(id="cd-2019", title="Tôn trọng Nhân dân", scope=ThemeScope.YEAR, period=Period.of_year(2019)).scope.label
    'chuyên đề năm'
    >>> Theme(id="cd-2019", title="", scope=ThemeScope.YEAR)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: text/empty at $.title: the text is empty
    """

    id: RecordId
    title: str = field(metadata=PUBLIC)
    scope: ThemeScope
    period: Period | None = None
    issuer_id: RecordId | None = None

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
