"""Markup that no text can break out of (mã HTML an toàn).

Whatever is not `Markup` already is escaped, so that forgetting to escape is not possible.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Markup", "element", "join", "outline", "table"]

_VOID: Final = frozenset({"meta", "br"})
# What does not show, or turns the direction of what follows, could make a page say something else.
_UNSEEN: Final = dict.fromkeys(
    (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"
)
_MOST_LEVELS: Final = 16


class Markup(str):
    """A text that is HTML already (mã HTML)."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return self


def _markup(text: str) -> Markup:
    return text if isinstance(text, Markup) else Markup(escape(text.translate(_UNSEEN)))


def join(*parts: str) -> Markup:
    """Put parts together, escaping what is no markup yet (ghép).

    >>> join("a < b", element("br"))
    'a &lt; b<br>'
    """
    return Markup("".join(_markup(part) for part in parts))


def element(name: str, /, *children: str, **attributes: str | None) -> Markup:
    """Write an element (phần tử).

    Args:
        name: The tag.
        children: What is in it; a text that is no markup is escaped.
        attributes: `class_` and `aria_label` stand for `class` and `aria-label`; None leaves one out.

    >>> element("td", "Bà <b>", class_="số", aria_label='"x"', id=None)
    '<td class="số" aria-label="&quot;x&quot;">Bà &lt;b&gt;</td>'
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_markup(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Markup(f"<{name}{written}>")
    return Markup(f"<{name}{written}>{join(*children)}</{name}>")


def table(
    caption: str, heads: Iterable[str], rows: Iterable[Iterable[str]], *, style: str | None = None
) -> Markup:
    """Write a table: the first cell of each row is its head (bảng).

    >>> table("Tổng", ["loại", "số"], [["tiền", "6,2 tỷ đồng"]])[:50]
    '<table><caption>Tổng</caption><thead><tr><th scope'
    """
    head = element("tr", *(element("th", each, scope="col", style=style) for each in heads))
    body = [
        element(
            "tr",
            *(
                element("td", cell, style=style) if place else element("th", cell, scope="row", style=style)
                for place, cell in enumerate(row)
            ),
        )
        for row in rows
    ]
    return element(
        "table", element("caption", caption, style=style), element("thead", head), element("tbody", *body)
    )


def outline(rows: Iterable[tuple[int, str]]) -> Markup:
    """Write rows with their depths as lists within lists (dàn ý).

    There is no recursion; what lies deeper than 16 levels stands at the sixteenth.

    >>> outline([(0, "tỉnh"), (1, "xã"), (0, "bộ")])
    '<ul><li>tỉnh<ul><li>xã</li></ul></li><li>bộ</li></ul>'
    """
    parts: list[str] = []
    levels: list[int] = []
    for deep, text in rows:
        depth = min(deep, _MOST_LEVELS)
        if not levels or depth > levels[-1]:
            parts.append("<ul>")
            levels.append(depth)
        else:
            while len(levels) > 1 and levels[-2] >= depth:
                parts.append("</li></ul>")
                levels.pop()
            levels[-1] = depth
            parts.append("</li>")
        parts.append(f"<li>{_markup(text)}")
    return Markup("".join(parts) + "</li></ul>" * len(levels))
