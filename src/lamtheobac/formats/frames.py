"""Records as tables for pandas, Polars and whatever else narwhals speaks (bảng dữ liệu).

A figure becomes several columns: its words, its exact value, its unit and how it is hedged. A table of values
alone would make "hơn 6,2 tỷ đồng" and "6,2 tỷ đồng" the same.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from lamtheobac.errors import OptionError, WrongTypeError
from lamtheobac.formats.extras import load_extra
from lamtheobac.messages import issue
from lamtheobac.reports.finding_figures import FoundFigure
from lamtheobac.rules.finding import Finding
from lamtheobac.values.dates import PartialDate, Period
from lamtheobac.values.figure import Figure
from lamtheobac.values.money import Money
from lamtheobac.values.shapes import Shape, shapes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["to_columns", "to_frame"]

_DIGITS: Final = 38

Column = tuple[str, "Callable[[Any], Any]"]
"""The kind of a column, a key of narwhals' types, and how its value is had from a field."""


def to_frame(
    rows: Iterable[Any], backend: str = "polars", *, kind: type[Any] | None = None, private: bool = False
) -> Any:
    """Give records as a data frame (bảng dữ liệu).

    Args:
        rows: Records, totals, findings or matches, all of one class: `programme.contributions`.
        backend: `"polars"`, `"pandas"`, `"pyarrow"`, or another that narwhals can make.
        kind: The class, so that no rows give a frame with its columns all the same; None takes it from the
            first row.
        private: Whether what is marked as private is there; left out unless asked for.

    Returns:
        A frame of that library. Values are exact decimals, days are days.

    Raises:
        OptionError: narwhals or that library is not installed (extra `frames`), or it has no such frames.
        WrongTypeError: Rows that are no records, or of several classes.

    >>> to_frame([5])
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected records of one class, got int
    """
    columns, kinds = _columns(tuple(rows), kind, private=private)
    nw = load_extra("narwhals", "frames")
    try:
        types = {"text": nw.String, "whole": nw.Int64, "truth": nw.Boolean, "day": nw.Date}
        schema = {
            name: types[each] if each in types else nw.Decimal(_DIGITS, _places(columns[name]))
            for name, each in kinds.items()
        }
        # pandas keeps decimals and days as Python's own objects: it is told no types.
        return nw.from_dict(columns, None if backend == "pandas" else schema, backend=backend).to_native()
    except (ImportError, ValueError, TypeError) as error:
        raise OptionError(issue("frame/no-backend")) from error


def _places(numbers: Iterable[Decimal | None]) -> int:
    """Count the decimals that a column needs: a frame would cut what has more, and say nothing."""
    exponents = (number.normalize().as_tuple().exponent for number in numbers if number is not None)
    return max((0, *(-each for each in exponents if isinstance(each, int))))


def to_columns(
    rows: Iterable[Any], *, kind: type[Any] | None = None, private: bool = False
) -> dict[str, list[Any]]:
    """Give records as plain columns by name, for SQL or any other table (các cột).

    It needs no library; the arguments are those of `to_frame`.

    >>> from lamtheobac.records.contribution import Contribution
    >>> gift = Contribution(id="dg-1", gift=Figure.parse("hơn 6,2 tỷ đồng"), note="Bà Hoa góp.")
    >>> columns = to_columns([gift])
    >>> columns["gift"], columns["gift_value"], columns["gift_approximation"], "note" in columns
    (['hơn 6,2 tỷ đồng'], [Decimal('6200000000')], ['more_than'], False)
    """
    return _columns(tuple(rows), kind, private=private)[0]


def _columns(
    rows: tuple[Any, ...], kind: type[Any] | None, *, private: bool
) -> tuple[dict[str, list[Any]], dict[str, str]]:
    """Take the rows apart, and say what kind of column each is."""
    kinds: set[type[Any]] = set(map(type, rows))
    if kind is not None:
        kinds.add(kind)
    for one in kinds:
        if len(kinds) > 1 or not hasattr(one, "__attrs_attrs__"):
            raise WrongTypeError(issue("type/wrong", wanted="records of one class", given=one.__name__))
    columns: dict[str, list[Any]] = {}
    types: dict[str, str] = {}
    for one in kinds:
        for name, shape in shapes_of(one).items():
            if private or shape.privacy in {"", "public"}:
                for suffix, (column, read) in _parts(shape).items():
                    columns[name + suffix] = [read(getattr(row, name)) for row in rows]
                    types[name + suffix] = column
    return columns, types


def _parts(shape: Shape) -> Mapping[str, Column]:
    """Choose the columns of a field by its type."""
    first = shape.kinds[0]
    if shape.is_many:
        return {"": ("text", lambda values: "; ".join(map(str, values)))}
    if first in _KNOWN:
        return _KNOWN[first] if PartialDate not in shape.kinds else _TEXT
    return _TEXT


def _known(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Leave what is not known open: missing is not zero."""
    return lambda value: None if value is None else read(value)


def _word(value: Any) -> str:
    """Give a code or words; a day known in part as far as it is known."""
    return value.value if isinstance(value, StrEnum) else str(value)


_TEXT: Final[Mapping[str, Column]] = {"": ("text", _known(_word))}
_KNOWN: Final[Mapping[type, Mapping[str, Column]]] = {
    bool: {"": ("truth", _known(bool))},
    int: {"": ("whole", _known(int))},
    date: {"": ("day", _known(lambda day: day))},
    Money: {"": ("whole", _known(lambda money: money.dong))},
    Decimal: {"": ("number", _known(Decimal))},
    Figure: {
        "": ("text", _known(str)),
        "_value": ("number", _known(lambda figure: figure.value)),
        "_low": ("number", _known(lambda figure: figure.low)),
        "_high": ("number", _known(lambda figure: figure.high)),
        "_out_of": ("whole", _known(lambda figure: figure.out_of)),
        "_unit": ("text", _known(lambda figure: figure.unit.value)),
        "_noun": ("text", _known(lambda figure: figure.noun)),
        "_approximation": ("text", _known(lambda figure: figure.approximation.value)),
    },
    FoundFigure: {
        "": ("text", _known(lambda found: found.text)),
        "_start": ("whole", _known(lambda found: found.start)),
        "_end": ("whole", _known(lambda found: found.end)),
    },
    Finding: {"": ("text", _known(lambda finding: finding.code))},
    Period: {
        "": ("text", _known(str)),
        "_start": ("day", _known(lambda period: period.first_day)),
        "_end": ("day", _known(lambda period: period.last_day)),
    },
}
