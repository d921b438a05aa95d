"""Where the head of a table is, and which column is which (tìm đầu bảng).

A file of this library has a hidden row of keys, which decides. Any other table is found by the titles of its
columns, without marks and wherever they stand, in one row or in merged ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import Factory, frozen

from lamtheobac.errors import LamTheoBacError, RecordError
from lamtheobac.formats.excel.cells import words_of
from lamtheobac.formats.excel.sheets import SHEETS, Sheet, columns_of, names_of
from lamtheobac.messages import issue
from lamtheobac.text.clean import fold
from lamtheobac.values.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lamtheobac.formats.excel.grid import Grid

__all__ = ["TOTAL", "Head", "find_head"]

TOTAL: Final = "="
"""The key of a column that adds up others of its row."""

_DEPTH: Final = 60
_CODE: Final = re.compile(r"\s*([BC][0-9]{1,2})\b", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"\s*\(([^()]*)\)\s*$")
_UNIT: Final = re.compile(r"(?:đơn vị tính|đvt)\s*:\s*([^()]+)", re.IGNORECASE)
_NUMBER_HEADS: Final = frozenset({"stt", "tt", "so tt", "so thu tu"})
_AMOUNTS: Final = ("gift.value", "figure.value")
_OF_EVERY_PAGE: Final = (
    "cong hoa xa hoi",
    "doc lap",
    "dang cong san",
    "dang bo",
    "tinh uy",
    "huyen uy",
    "dang uy",
    "don vi",
)


@frozen(kw_only=True)
class Head:
    """The head of a table (đầu bảng).

    Attributes:
        sheet: What its rows are.
        row: Its last row, from 0; the data begins below.
        columns: Keys by column; `period` for a time in one cell, `TOTAL` for a sum of others.
        titles: What stands over each column.
        parts: What tells columns of the same amount apart ("Vận động", "Ngân sách").
        units: Units named in the head of a column.
        unit: The unit named above the table.
        numbers: The column of running numbers.
        unread: Columns with a title that says nothing to us.
        is_keyed: Whether a row of keys decided.
        title: The heading over the table.
    """

    sheet: Sheet
    row: int
    columns: Mapping[int, str]
    titles: Mapping[int, str] = Factory(dict[int, str])
    parts: Mapping[int, str] = Factory(dict[int, str])
    units: Mapping[int, str] = Factory(dict[int, str])
    unit: str = ""
    numbers: int | None = None
    unread: tuple[int, ...] = ()
    is_keyed: bool = False
    title: str = ""


class _Match(NamedTuple):
    """How well a row fits a sheet."""

    score: int
    row: int
    sheet: Sheet
    columns: dict[int, tuple[str, str]]


class _Top:
    """The first rows of a sheet, with what merged cells cover."""

    def __init__(self, grid: Grid) -> None:
        self.rows = [row for row in grid.rows if row < _DEPTH]
        self._texts = {
            (row, column): " ".join(words_of(cell.value).split())
            for row in self.rows
            for column, cell in grid.rows[row].items()
        }
        for top, left, bottom, right in grid.merges:
            if top < _DEPTH and (top, left) in self._texts:
                for row in range(top, min(bottom, _DEPTH) + 1):
                    for column in range(left, right + 1):
                        self._texts.setdefault((row, column), self._texts[top, left])

    def row(self, row: int) -> dict[int, str]:
        """Give the texts of a row, those of merged cells too."""
        return {column: text for (each, column), text in self._texts.items() if each == row and text}

    def over(self, row: int) -> list[int]:
        """Give the columns with a text in this row or in the one above: a head may leave the lower row blank."""
        return sorted({*self.row(row), *self.row(row - 1)})

    def names(self, row: int, column: int) -> list[str]:
        """Give the texts over a column in up to three rows that end here, the lowest last, none twice."""
        found = [self._texts.get((each, column), "") for each in range(max(row - 2, 0), row + 1)]
        return list(dict.fromkeys(name for name in found if name))


def find_head(grid: Grid) -> Head | None:
    """Find the head of a sheet's table, or None where nothing fits (tìm đầu bảng).

    Raises:
        RecordError: It fits two kinds of sheets equally well, or two columns have one meaning.
    """
    top = _Top(grid)
    code = _CODE.match(grid.name)
    named = [sheet for sheet in SHEETS if code is not None and sheet.code == code[1].upper()]
    keyed = _find_keys(top, named or list(SHEETS))
    matches = list(_find_titles(top, named or list(SHEETS), grid.name))
    if keyed is not None:
        sheet, key_row, columns = keyed
        below = [match for match in matches if match.sheet == sheet and key_row < match.row < key_row + 15]
        row = max((match.score, match.row) for match in below)[1] if below else key_row
        titles = {column: (top.names(row, column) or [key])[-1] for column, key in columns.items()}
        return Head(sheet=sheet, row=row, columns=columns, titles=titles, is_keyed=True)
    if not matches:
        return None
    best = max(matches, key=lambda match: (match.score, match.row))
    if any(match.score == best.score and match.sheet != best.sheet for match in matches):
        raise RecordError(issue("sheet/two-readings"))
    return _head(grid, top, best)


def _find_keys(top: _Top, sheets: list[Sheet]) -> tuple[Sheet, int, dict[int, str]] | None:
    """Find a row that holds nothing but keys."""
    for row in top.rows:
        texts = top.row(row)
        for sheet in sheets:
            known = columns_of(sheet)
            if (
                sheet.anchor in texts.values()
                and len(texts) > 1
                and all(text in known for text in texts.values())
            ):
                if len(set(texts.values())) < len(texts):
                    raise RecordError(issue("column/twice"))
                return sheet, row, texts
    return None


def _find_titles(top: _Top, sheets: list[Sheet], tab: str) -> Iterator[_Match]:
    """Find rows in which at least two columns have a title that we know."""
    for row in top.rows:
        own = top.row(row)
        for sheet in sheets:
            found: dict[int, tuple[str, str]] = {}
            for column in top.over(row):
                match = _name_of(top.names(row, column), sheet)
                if match is not None:
                    found[column] = match
            keys = {key for key, _ in found.values()}
            # A row of data says much that is no title.
            strange = [column for column in own if column not in found and not _is_running(own[column])]
            if len(keys) > 1 and len(strange) <= len(found):
                # The name of the sheet, on its tab or above the table, decides between equals.
                above = " ".join(
                    fold(text) for each in top.rows if each < row for text in top.row(each).values()
                )
                is_named = fold(sheet.name) in f"{fold(tab)} {above}"
                yield _Match(2 * len(keys) + is_named - 2 * len(strange), row, sheet, found)


def _is_running(title: str) -> bool:
    """Tell whether a title is that of the running numbers."""
    return fold(_bare(title)[0]) in _NUMBER_HEADS


def _name_of(names: list[str], sheet: Sheet) -> tuple[str, str] | None:
    """Find the column that is called so, and what its last name adds where the one above decides."""
    known = names_of(sheet)
    bare = [_bare(name)[0] for name in names]
    options = [(": ".join(bare[start:]), "") for start in range(len(bare))]
    if len(bare) > 1:
        options.append((bare[-2], names[-1]))
    for name, part in options:
        key = known.get(fold(name))
        if key is not None and (not part or key in _AMOUNTS):
            return key, part
    return None


def _bare(name: str) -> tuple[str, str]:
    """Take the unit in brackets off a title."""
    found = _IN_BRACKETS.search(name)
    if found is None:
        return name.strip(" :.*"), ""
    bare = name[: found.start()].strip(" :.*")
    words = found[1].removeprefix("ĐVT:").strip()
    try:
        Figure.parse(f"5 {words}")
    except LamTheoBacError:
        words = ""
    return bare, words


def _head(grid: Grid, top: _Top, best: _Match) -> Head:
    """Put together what is known of the head."""
    columns: dict[int, str] = {}
    parts: dict[int, str] = {}
    units: dict[int, str] = {}
    titles: dict[int, str] = {}
    numbers: int | None = None
    unread: list[int] = []
    for column in top.over(best.row):
        names = top.names(best.row, column)
        titles[column] = names[-1]
        if _is_running(names[-1]):
            numbers = column
        elif column not in best.columns:
            unread.append(column)
        else:
            key, part = best.columns[column]
            if fold(part).startswith(("tong", "cong")):
                key, part = TOTAL, ""
            columns[column] = key
            if part:
                parts[column] = part
            unit = next((words for name in reversed(names) if (words := _bare(name)[1])), "")
            if unit:
                units[column] = unit
    for key in columns.values():
        twice = [column for column, other in columns.items() if other == key]
        if len(twice) > 1 and (key == TOTAL or len({parts.get(column) for column in twice}) < len(twice)):
            raise RecordError(issue("column/twice", ("head", best.row, twice[1])))
    above = [list(dict.fromkeys(top.row(row).values())) for row in top.rows if row < best.row]
    unit_line = next((found for texts in above for text in texts if (found := _UNIT.search(text))), None)
    # A heading has its row to itself.
    headings = [texts[0] for texts in above if len(texts) == 1 and not _UNIT.search(texts[0])]
    headings = [text for text in headings if not fold(text).startswith(_OF_EVERY_PAGE)]
    return Head(
        sheet=best.sheet,
        row=best.row,
        columns=columns,
        titles=titles,
        parts=parts,
        units=units,
        unit="" if unit_line is None else unit_line[1].strip(),
        numbers=numbers,
        unread=tuple(
            column
            for column in unread
            if any(column in row for at, row in grid.rows.items() if at > best.row)
        ),
        title=max(headings, key=len, default=""),
    )
