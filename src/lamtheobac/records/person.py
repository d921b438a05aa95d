"""People: the only place for their names (người)."""

from __future__ import annotations

from attrs import field, frozen

from lamtheobac.values.checks import check_fields
from lamtheobac.values.document import Document
from lamtheobac.values.ids import PersonId
from lamtheobac.values.privacy import PERSONAL, show

__all__ = ["Person"]


@frozen(kw_only=True)
class Person:
    """A person whose name is kept, and on what ground (người).

    Other records name people by id, so that names can be kept apart or taken out in one place.

    Attributes:
        id: Says nothing of the name.
        name: The name; hidden wherever the record shows itself.
        consent: Whether the person agreed to be named.
        decision: The public decision that names the person, such as an award.

    Raises:
        RecordError: Every field that cannot be, at once.

    >>> Person(id="ng-1", name="Nguyễn Thị Hoa", consent=True)
    Person(id='ng-1', name=‹ẩn›, consent=True)
    >>> Person(id="ng-1", name="", consent=True)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: text/empty at $.name: the text is empty
    """

    id: PersonId
    name: str = field(metadata=PERSONAL)
    consent: bool = False
    decision: Document | None = None

    __repr__ = show

    def __attrs_post_init__(self) -> None:
        check_fields(self).done()
