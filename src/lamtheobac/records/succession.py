"""What became of an organisation (kế thừa, sáp nhập)."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.document import Document
from lamtheobac.values.ids import RecordId
from lamtheobac.values.privacy import show

__all__ = ["Succession"]


@frozen(kw_only=True)
class Succession:
    """Organisations that ended, and those that went on with their work (kế thừa, sáp nhập).

    Figures stay where they were reported: no figure moves to a successor, since the old unit may have been
    divided among several.

    Attributes:
        id: Such as "kt-2025-07-01".
        old_ids: Who ended, or gave a part away.
        new_ids: Who went on; empty where nobody did.
        on: The first day of the new ones.
        document: The resolution or decision.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> step = Succession(
    ...     id="kt-1", old_ids=("tc-binh-son",), new_ids=("tc-xa-van-tuong", "tc-xa-binh-minh"), on=date(2025, 7, 1))
    >>> len(step.new_ids)
    2
    >>> Succession(id="kt-1", old_ids=(), on=date(2025, 7, 1))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: succession/nobody at $.old_ids: a succession has at least one organisation that ends
    """

    id: RecordId
    old_ids: tuple[RecordId, ...]
    new_ids: tuple[RecordId, ...] = ()
    on: date
    document: Document | None = None

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        faults = check_fields(self)
        if not faults.found and not self.old_ids:
            faults.add("succession/nobody", "old_ids")
        faults.done()
