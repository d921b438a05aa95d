"""The cells of a workbook as they stand in the file, nothing guessed and nothing calculated (ô của trang tính)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import Factory, frozen

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

    from lamtheobac.values.dates import PartialDate

__all__ = ["BLANK", "Cell", "Grid"]


class Cell(NamedTuple):
    """What stands in a cell (ô).

    Attributes:
        value: Text, number, day, month or year, or yes and no; None where there is none.
        is_formula: Whether it was calculated.
        fault: The code of what is wrong with it, such as a formula whose value nobody stored.
        is_percent: Whether it is shown as a share: the value is in percent points.
    """

    value: str | Decimal | date | PartialDate | bool | None
    is_formula: bool = False
    fault: str = ""
    is_percent: bool = False


BLANK: Final = Cell(None)


@frozen(kw_only=True)
class Grid:
    """One sheet: only the cells that hold something (trang tính).

    Attributes:
        name: On its tab.
        rows: Cells by row and column, both from 0, in order.
        merges: Merged ranges: first row, first column, last row, last column.
        hidden_rows: Rows that are not shown.
        widths: Widths of columns, where the file sets one.
        is_hidden: Whether the sheet is not shown.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]] = Factory(dict[int, dict[int, Cell]])
    merges: tuple[tuple[int, int, int, int], ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    widths: Mapping[int, float] = Factory(dict[int, float])
    is_hidden: bool = False

    def at(self, row: int, column: int) -> Cell:
        """Give a cell; there is one everywhere (ô tại)."""
        return self.rows.get(row, {}).get(column, BLANK)
