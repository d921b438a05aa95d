"""The notebooks of the documentation, run from the top in a fresh kernel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from page_reader import PageReader

FOLDER = Path(__file__).parents[2] / "docs" / "notebooks"


def run(name: str, folder: Path) -> list[Any]:
    """Run a notebook; give what its cells show."""
    book = nbformat.read(FOLDER / name, as_version=4)
    NotebookClient(book, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    return [output for cell in book.cells if cell.cell_type == "code" for output in cell.outputs]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_its_output(path: Path) -> None:
    book = nbformat.read(path, as_version=4)
    assert not any(cell.get("outputs") for cell in book.cells)


def cards(outputs: list[Any]) -> str:
    """Give the words of all cards, each of which is a whole piece of HTML."""
    return " ".join(
        PageReader(each.data["text/html"]).words for each in outputs if "text/html" in each.get("data", {})
    )


def test_the_quickstart(tmp_path: Path) -> None:
    outputs = run("quickstart.ipynb", tmp_path)
    assert "hơn 6,2 tỷ đồng" in cards(outputs)
    assert "mâu thuẫn" in cards(outputs)
    printed = "".join(each.get("text", "") for each in outputs)
    assert "khớp | mâu thuẫn" in printed
    assert "number/malformed-grouping | gift" in printed
    assert "27 → 6" in printed
    assert "binh-son.html binh-son.json" in printed
    assert not list(tmp_path.iterdir())


def test_the_analysis_of_binh_son(tmp_path: Path) -> None:
    words = cards(run("binh-son.ipynb", tmp_path))
    for said in ("78,9%", "130 nhà", "8.458 ngày công", "Người và hộ được giúp"):
        assert said in words


def test_completion_in_a_notebook_offers_the_interface_and_nothing_else() -> None:
    from IPython.core.completer import provisionalcompleter
    from IPython.core.interactiveshell import InteractiveShell

    import lamtheobac

    shell = InteractiveShell()
    shell.run_cell(
        "import lamtheobac as ltb; p = ltb.example(); t = p.tree()[0]; f = p.contributions[0].gift"
    )
    shell.run_cell("from lamtheobac.formats import html")

    def offered(code: str) -> set[str]:
        with provisionalcompleter():
            found = {each.text.lstrip(".") for each in shell.Completer.completions(code, len(code))}
        return {name for name in found if not name.startswith("_")}

    leaks = {"annotations", "TYPE_CHECKING", "Any", "show_card", "import_module", "frozen", "field", "attrs"}
    for use_jedi in (False, True):
        shell.Completer.use_jedi = use_jedi
        assert offered("ltb.") == set(lamtheobac.__all__)
        assert not leaks & (offered("p.") | offered("t.") | offered("f."))
        assert {"totals", "tree", "coverage"} <= offered("p.")
        assert offered("html.") == {"card", "report"}
