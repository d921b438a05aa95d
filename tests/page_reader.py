"""Reads HTML as strictly as a page of ours must be written: every element closed, nothing live, nothing outside."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br"}


class PageReader(HTMLParser):
    """Collects the text and the elements of a page, and fails on what no page of ours has."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in {"script", "iframe", "object", "embed", "img", "link", "form", "base"}
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in {"src", "srcset", "action", "formaction", "srcdoc"}
            assert name != "style" or "url(" not in (value or "")
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    @property
    def words(self) -> str:
        """All that the page says, in order."""
        return " ".join(" ".join(self.text).split())
