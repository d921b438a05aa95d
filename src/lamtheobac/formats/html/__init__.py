"""HTML: cards for notebooks and a page for people (HTML)."""

from lamtheobac.formats.html.cards import card
from lamtheobac.formats.html.page import report

__all__ = ["card", "report"]


def __dir__() -> list[str]:
    return list(__all__)
