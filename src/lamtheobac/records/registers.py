"""A programme's records of one kind, in order and by id (sổ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, SupportsIndex, TypeVar, overload

from lamtheobac.values.listing import show_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Register", "register"]


class _Named(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str: ...


R = TypeVar("R", bound=_Named)


class Register(tuple[R, ...], Generic[R]):  # noqa: SLOT001  it keeps an index, and a tuple has no slots for one
    """A tuple of records that finds each by its id too (sổ).

    >>> from lamtheobac.values.figure import Figure
    >>> from lamtheobac.records.dialogue import Dialogue
    >>> book = Register([Dialogue(id="dt-1"), Dialogue(id="dt-2")])
    >>> book["dt-2"] is book[1], "dt-1" in book, [dialogue.id for dialogue in book], book.get("dt-3")
    (True, True, ['dt-1', 'dt-2'], None)
    >>> book["dt-3"]
    Traceback (most recent call last):
        ...
    KeyError: 'dt-3'
    """

    _repr_html_ = show_card

    # Made at the first look-up by id.
    _places: dict[str, int]

    @property
    def _index(self) -> dict[str, int]:
        try:
            return self._places
        except AttributeError:
            self._places = {record.id: place for place, record in enumerate(self)}
            return self._places

    @overload
    def __getitem__(self, key: str | SupportsIndex) -> R: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[R, ...]: ...
    def __getitem__(self, key: str | SupportsIndex | slice) -> R | tuple[R, ...]:
        if isinstance(key, str):
            return super().__getitem__(self._index[key])
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        return key in self._index if isinstance(key, str) else super().__contains__(key)

    def get(self, key: str) -> R | None:
        """Find a record by id, or None (tìm theo mã)."""
        place = self._index.get(key)
        return None if place is None else super().__getitem__(place)

    def keys(self) -> tuple[str, ...]:
        """Give the ids in order (các mã)."""
        return tuple(record.id for record in self)

    def values(self) -> tuple[R, ...]:
        """Give the records in order (các bản ghi)."""
        return tuple(self)

    def items(self) -> Iterator[tuple[str, R]]:
        """Go through ids and records (mã và bản ghi)."""
        return ((record.id, record) for record in self)

    def __reduce__(self) -> tuple[Any, ...]:
        return (Register, (tuple(self),))


def register(records: Iterable[R]) -> Register[R]:
    """Take records into a register; anything else is left for the check to name (lập sổ)."""
    return records if isinstance(records, Register) else Register(records)
