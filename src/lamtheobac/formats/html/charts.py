"""Bars as plain SVG: no script, no float, a text for every chart (biểu đồ)."""

from __future__ import annotations

import textwrap
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from lamtheobac.formats.html.markup import Markup, element, join

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lamtheobac.values.figure import Figure

__all__ = ["Bar", "bar_chart", "bar_of"]

_WIDTH: Final = 400
_LINE: Final = 20
_THICK: Final = 12
_GAP: Final = 6
_LETTERS: Final = 46
_COLOUR: Final = "#3d7fb0"
_NOTHING: Final = Decimal(0)


class Bar(NamedTuple):
    """One bar: what it is of, its figure in words, and how long it is (thanh).

    Attributes:
        label: What it is of.
        words: The figure as it is written.
        value: What is certain of it, from 0.
        high: The upper end of a range; the value where there is none.
    """

    label: str
    words: str
    value: Decimal
    high: Decimal


def bar_of(label: str, figure: Figure, *, in_percent: bool = False) -> Bar:
    """Make the bar of a figure (thanh của số liệu).

    >>> from lamtheobac.values.figure import Figure
    >>> bar_of("xây nhà", Figure.parse("từ 3 đến 5 nhà"))[1:]
    ('từ 3 đến 5 nhà', Decimal('3'), Decimal('5'))
    """
    if in_percent and figure.out_of is not None:
        share = figure.percent()
        return Bar(label, str(figure), share, share)
    # Nothing is None and 0 at once: a figure has a value, or both ends.
    low = figure.value or figure.low or _NOTHING
    high = figure.value or figure.high or _NOTHING
    return Bar(label, str(figure), low, high)


def bar_chart(name: str, title: str, bars: Sequence[Bar], *, full: Decimal | None = None) -> Markup:
    """Draw bars under each other, each with its words above it (biểu đồ thanh).

    Args:
        name: An id that no other chart of the page has.
        title: What the chart shows; with the words of the bars it is also what a screen reader says.
        bars: From the top.
        full: What the whole width stands for; None for the longest bar.

    >>> from decimal import Decimal
    >>> drawn = bar_chart("c", "Nhà", [Bar("2019", "129 nhà", Decimal(129), Decimal(129))])
    >>> drawn[:74]
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 58" role="img" ar'
    """
    most = full or max((bar.high for bar in bars), default=None) or 1
    parts: list[str] = []
    down = 0
    for bar in bars:
        for line, css in _lines(bar):
            down += _LINE
            weight = "600" if css == "words" else None
            parts.append(element("text", line, x="0", y=str(down - _GAP), class_=css, font_weight=weight))
        sure, open_ = (min(int(_WIDTH * number / most), _WIDTH) for number in (bar.value, bar.high))
        parts.append(_rect("track", down, _WIDTH))
        parts.append(_rect("maybe", down, open_) if open_ > sure else Markup())
        parts.append(_rect("bar", down, max(sure, 1)))
        down += _THICK + _GAP
    told = "; ".join(f"{bar.label}: {bar.words}" for bar in bars)
    return element(
        "svg",
        element("title", title, id=f"{name}-title"),
        element("desc", told, id=f"{name}-desc"),
        join(*parts),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH} {down}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_size="15",
        fill="currentColor",
        style="max-width:29rem",
    )


def _lines(bar: Bar) -> Iterator[tuple[str, str]]:
    """Break the label and the words of a bar into lines that fit."""
    for text, css in ((bar.label, "of"), (bar.words, "words")):
        for line in textwrap.wrap(text, _LETTERS):
            yield line, css


def _rect(css: str, down: int, width: int) -> Markup:
    # The colours are for a notebook, light or dark; a page has its own.
    fill, opacity = (
        ("currentColor", ".12") if css == "track" else (_COLOUR, ".45" if css == "maybe" else None)
    )
    size = {"x": "0", "y": str(down), "width": str(width), "height": str(_THICK), "rx": "2"}
    return element("rect", **size, class_=css, fill=fill, opacity=opacity, aria_hidden="true")
