"""Every figure in running prose, with its place (tìm số liệu trong báo cáo)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import evolve, field, frozen

from lamtheobac.errors import LamTheoBacError, LimitError, OptionError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.reports.growing import grow
from lamtheobac.reports.numbers import find_openers
from lamtheobac.reports.prose import BEFORE, read_prose
from lamtheobac.values.collector import paused_collector
from lamtheobac.values.figure import Figure
from lamtheobac.values.listing import Listing, show_card
from lamtheobac.values.privacy import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lamtheobac.reports.extents import Grown
    from lamtheobac.reports.prose import Prose
    from lamtheobac.text.figures import FigureMode

__all__ = ["FoundFigure", "find_figures"]

_MOST_CHARACTERS: Final = 8 * 1024 * 1024
_MOST_WORDING: Final = 180
# Faults of a noun or a rate that was followed too far, or of what is no figure at all.
_NO_FIGURE: Final = frozenset(
    ("figure/no-unit", "figure/malformed-noun", "figure/misplaced-unit", "figure/unknown-per", "number/empty",
     "number/word-order", "number/unknown-character", "number/indefinite",
     "figure/range-not-rising", "number/not-finite")
)  # fmt: skip

# What is one where several numbers with scales or units stand together: "1 tỷ 5 triệu 3 tỷ đồng".
_DISORDER: Final = frozenset(("number/word-order", "figure/range-not-rising"))


@frozen(kw_only=True)
class FoundFigure:
    """A figure and where it stands (số liệu tìm thấy).

    Attributes:
        figure: What it says; None for an amount that is written wrong.
        start: Its first character in the text as given.
        end: The character after its last one.
        text: Its words as they stand there.
        problem: The code of what is wrong with a malformed amount; empty for a figure.
    """

    figure: Figure | None
    start: int
    end: int
    text: str = field(metadata=PUBLIC)
    problem: str = field(default="", metadata=PUBLIC)

    _repr_html_ = show_card


def find_figures(text: str, *, mode: FigureMode = "lenient") -> tuple[FoundFigure, ...]:
    """Find every quantity in running prose (tìm số liệu).

    Dates, years, terms, numbers of documents, villages, classes and streets, clock times, ordinals and what
    stands in quotation marks as a name are left alone. An amount that cannot be read is reported with its
    place and never guessed.

    Args:
        text: A report, composed or decomposed, at most 8 Mi characters.
        mode: `"lenient"` takes the habits of the press ("1.6 tỷ"); `"strict"` reports them as malformed.

    Returns:
        The figures in order; none overlaps another.

    Raises:
        WrongTypeError: Not a text.
        LimitError: Too long.
        OptionError: No such mode.

    >>> for found in find_figures("Năm 2019, mô hình “5 không, 3 sạch” vận động được hơn 6,2 tỷ đồng, xây 129 nhà."):
    ...     print(found.start, found.end, found.figure)
    50 65 hơn 6,2 tỷ đồng
    71 78 129 nhà
    >>> find_figures(5)  # type: ignore[arg-type]
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong: wrong type: expected str, got int
    """
    if not isinstance(text, str):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="str", given=type(text).__name__))
    if mode not in ("strict", "lenient"):
        raise OptionError(issue("option/unknown", known="strict, lenient"))
    if len(text) > _MOST_CHARACTERS:
        raise LimitError(issue("limit/characters", start=0, end=len(text), most=_MOST_CHARACTERS))
    # A long text makes a hundred thousand words: searching them for cycles costs more than reading them.
    with paused_collector():
        return Listing(_find(str.__str__(text), mode))


def _find(text: str, mode: FigureMode) -> Iterator[FoundFigure]:
    """Go through a text once."""
    prose = read_prose(text)
    free = BEFORE
    for at in find_openers(prose):
        if at < free:
            continue
        grown = grow(prose, at, free)
        read = _read(prose, grown, mode) if grown else None
        if read is None:
            continue
        figure, first, end, problem = read
        start, after = prose.place(prose.starts[first]), prose.place(prose.ends[end - 1])
        yield FoundFigure(figure=figure, start=start, end=after, text=text[start:after], problem=problem)
        free = end


def _read(prose: Prose, grown: Grown, mode: FigureMode) -> tuple[Figure | None, int, int, str] | None:
    """Read the longest of its readings that can be read; else say what is wrong, if it is an amount."""
    problem = ""
    for reading in grown.readings:
        figure, code = _parse(reading.text, mode)
        if figure is not None:
            if reading.noun is not None:
                figure = evolve(figure, noun=reading.noun, text=None)
            elif reading.text != prose.slice(grown.first, reading.stop):
                figure = evolve(figure, text=None)
            return figure, grown.first, reading.stop, ""
        if code not in _NO_FIGURE or (grown.strict and code in _DISORDER):
            problem = problem or code
    if problem and grown.sure:
        return None, grown.first, grown.readings[-1].stop, problem
    return None


@lru_cache(maxsize=4096)
def _parse(reading: str, mode: FigureMode) -> tuple[Figure | None, str]:
    """Read one figure, or name the fault."""
    if len(reading) > _MOST_WORDING:
        return None, "number/out-of-range"
    try:
        return Figure.parse(reading, mode=mode), ""
    except LamTheoBacError as error:
        return None, error.code
