"""Makes the search of the site find a page by a Vietnamese word with and without its marks (tìm kiếm)."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, ClassVar

from sphinx.search import SearchLanguage, languages

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# The same folding in the browser, where the words of a question are folded as those of the pages were.
STEMMER = r"""
var Stemmer = function () {
  this.stemWord = (word) =>
    word.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("đ", "d");
};
"""
# A question may come decomposed, as some keyboards write; taken apart there it would fall into letters.
SPLITTER = r"""
var splitQuery = (query) =>
  query.normalize("NFC").split(/[^\p{Letter}\p{Number}_]+/gu).filter((word) => word);
"""


class Vietnamese(SearchLanguage):
    """Words without marks, in lower case: "mô hình", "MÔ HÌNH" and "mo hinh" are one."""

    lang = "vi"
    language_name = "Vietnamese"
    js_stemmer_code = STEMMER
    js_splitter_code = SPLITTER
    stopwords: ClassVar[Any] = frozenset()

    def stem(self, word: str) -> str:
        """Fold the marks of a word."""
        apart = unicodedata.normalize("NFD", word.lower())
        return "".join(letter for letter in apart if not unicodedata.combining(letter)).replace("đ", "d")


def setup(_: Sphinx) -> dict[str, bool]:
    """Make the language known to Sphinx."""
    languages["vi"] = Vietnamese
    return {"parallel_read_safe": True, "parallel_write_safe": True}
