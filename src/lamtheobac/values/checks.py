"""One check per class that names every fault of a record at once (kiểm tra).

Classes refuse and never mend: cleaning belongs to the doors, which know that they read foreign text.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, cast

from lamtheobac.errors import LIMITS, Issue, LamTheoBacError, RecordError
from lamtheobac.messages import issue
from lamtheobac.text.clean import clean, is_clean
from lamtheobac.values.ids import is_id
from lamtheobac.values.shapes import Shape, shapes_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Faults", "check_fields", "type_name"]

FIRST_YEAR: Final = 1900
"""No record speaks of a day before this year."""
LAST_YEAR: Final = 2199
"""No record speaks of a day after this year: a slip of the keyboard does."""


def type_name(wanted: type | tuple[type, ...]) -> str:
    """Name types for a message (tên kiểu).

    >>> type_name((int, str))
    'int or str'
    """
    kinds = wanted if isinstance(wanted, tuple) else (wanted,)
    return " or ".join(kind.__name__ for kind in kinds)


class Faults:
    """The faults of one record while it is checked (các lỗi của bản ghi).

    >>> faults = Faults()
    >>> faults.text("", "name")
    >>> faults.whole(True, "members")
    >>> faults.done()
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: text/empty at $.name: the text is empty
    type/wrong at $.members: wrong type: expected int, got bool
    """

    __slots__ = ("found",)

    def __init__(self) -> None:
        self.found: list[Issue] = []

    def add(self, code: str, *path: str | int, **values: Any) -> None:
        """Note a fault (ghi lỗi)."""
        self.found.append(issue(code, path, **values))

    def include(self, faults: Iterable[Issue], *path: str | int) -> None:
        """Take over faults found deeper down (gộp lỗi)."""
        self.found += [fault.at(*path) for fault in faults]

    def done(self, kind: type[LamTheoBacError] = RecordError) -> None:
        """Raise what was found, if anything (kết thúc)."""
        if self.found:
            raise kind(*self.found)

    def is_a(self, value: object, wanted: type | tuple[type, ...], *path: str | int) -> bool:
        """Check a type; True is no int and a moment is no day (kiểm tra kiểu)."""
        if type(value) is wanted:
            return True
        if isinstance(value, wanted) and type(value) is not bool and not isinstance(value, datetime):
            return True
        self.add("type/wrong", *path, wanted=type_name(wanted), given=type(value).__name__)
        return False

    def text(
        self, value: object, *path: str | int, most: int = LIMITS.name_characters, lines: bool = False
    ) -> None:
        """Check a text that must be clean as it stands (kiểm tra văn bản)."""
        if type(value) is not str:
            self.is_a(value, str, *path)
        elif not is_clean(value, most=most, lines=lines):
            try:
                clean(value, most=most, lines=lines)
            except LamTheoBacError as error:
                self.include(error.issues, *path)
            else:
                self.add("text/not-clean", *path)

    def id(self, value: object, *path: str | int) -> None:
        """Check an id (kiểm tra mã)."""
        if type(value) is not str:
            self.is_a(value, str, *path)
        elif not is_id(value):
            self.add("id/malformed", *path)

    def whole(self, value: object, *path: str | int, least: int = 0, most: int = 10**18) -> None:
        """Check a whole number within bounds (kiểm tra số nguyên)."""
        if type(value) is not int:
            self.is_a(value, int, *path)
        elif not least <= value <= most:
            self.add("number/not-between", *path, least=least, most=most)

    def day(self, value: Any, *path: str | int) -> None:
        """Check that a day, or a month or year, is one people speak of (kiểm tra ngày)."""
        if not FIRST_YEAR <= value.year <= LAST_YEAR:
            self.add("date/out-of-range", *path, least=FIRST_YEAR, most=LAST_YEAR)

    def value(self, value: object, shape: Shape, *path: str | int) -> None:
        """Check one value of a field by the field's shape (kiểm tra giá trị)."""
        kinds = shape.kinds
        if shape.is_id:
            self.id(value, *path)
        elif kinds == (str,):
            # An empty text means "not known" where the field may be left out; in a list it means nothing.
            if value != "" or shape.needed or shape.is_many:
                most = LIMITS.text_characters if shape.is_long else LIMITS.name_characters
                self.text(value, *path, most=most, lines=shape.is_long)
        elif kinds == (int,):
            self.whole(value, *path)
        elif kinds == (bool,):
            if type(value) is not bool:
                self.add("type/wrong", *path, wanted="bool", given=type(value).__name__)
        elif self.is_a(value, kinds, *path) and date in kinds:
            self.day(value, *path)


def check_fields(record: Any) -> Faults:
    """Check every field of a record against its annotation (kiểm tra các trường).

    >>> from lamtheobac.values.document import Document
    >>> Document(number=5, title="Kế hoạch")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: type/wrong at $.number: wrong type: expected str, got int
    """
    faults = Faults()
    for name, shape in shapes_of(record.__class__).items():
        value: Any = getattr(record, name)
        if value is None and shape.is_optional:
            continue
        if not shape.is_many:
            faults.value(value, shape, name)
        elif faults.is_a(value, tuple, name):
            members = cast("tuple[Any, ...]", value)
            for index, member in enumerate(members):
                faults.value(member, shape, name, index)
            if shape.is_id and not faults.found and len(set(members)) < len(members):
                faults.add("id/twice", name)
    return faults
