"""A record as the rows of a table gave it, before anybody judged it (bản ghi chưa kiểm tra)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from lamtheobac.errors import Issue, Path
from lamtheobac.formats.excel.rows import Place

__all__ = ["Entry"]


@frozen(kw_only=True)
class Entry:
    """A record as rows gave it: its plain fields, and the cell of each (bản ghi chưa kiểm tra).

    One with a cell that cannot be read is broken: its other fields are not judged.
    """

    table: int
    row: int
    plain: dict[str, Any]
    places: Mapping[Path, Place]
    columns: Mapping[str, int]
    faults: Sequence[Issue] = ()
    is_broken: bool = False

    def place(self, path: Path) -> Place:
        """Find the cell that a fault of a field is about (ô của trường)."""
        if path in self.places:
            return self.places[path]
        key = ".".join(step for step in path if isinstance(step, str)) or "id"
        for name in (key, f"{key}.value"):
            if name in self.columns:
                return (self.row, self.columns[name])
        for length in range(len(path), 0, -1):
            start = path[:length]
            near = [place for known, place in self.places.items() if known[:length] == start]
            if near:
                return near[0]
        return (self.row, 0)
