"""What an office program makes of our workbooks: LibreOffice opens, calculates, saves and prints them.

With `PICTURES=folder` the pages are kept as pictures to be looked at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lamtheobac import example
from lamtheobac.formats.excel import dry_run, read_workbook, write_template, write_workbook
from lamtheobac.formats.excel.contents import read_grids

if TYPE_CHECKING:
    from lamtheobac.formats.excel.grid import Grid

SOFFICE = shutil.which("soffice") or "soffice"


def convert(path: Path, kind: str, folder: Path) -> Path:
    """Let LibreOffice open a file and save it as another kind."""
    folder.mkdir(exist_ok=True)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        [SOFFICE, "--headless", "--norestore", profile, "--convert-to", kind, "--outdir", str(folder), str(path)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    return folder / f"{path.stem}.{kind}"


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("office")
    made = {name: folder / f"{name}.xlsx" for name in ("workbook", "plain", "template", "dry-run", "filled")}
    write_workbook(example(), made["workbook"])
    write_workbook(example(), made["plain"], look="plain")
    write_template(made["template"], look="office")
    dry_run(BytesIO(made["workbook"].read_bytes())).save(made["dry-run"])
    return made


@pytest.mark.parametrize("name", ["workbook", "plain"])
def test_what_another_program_saves_is_the_same_programme(
    name: str, files: dict[str, Path], tmp_path: Path
) -> None:
    saved = convert(files[name], "xlsx", tmp_path / "saved")
    assert read_workbook(saved).programme == example()


def validations(path: Path) -> dict[str, int]:
    """Count the cells with a drop-down list, sheet by sheet."""
    names = [grid.name for grid in read_grids(path.read_bytes())]
    with zipfile.ZipFile(path) as archive:
        return {
            name: len(
                re.findall(
                    rb"<dataValidation [^>]*type=\"list\"", archive.read(f"xl/worksheets/sheet{number}.xml")
                )
            )
            for number, name in enumerate(names, 1)
        }


@pytest.mark.parametrize("name", ["workbook", "template"])
def test_drop_down_lists_survive(name: str, files: dict[str, Path], tmp_path: Path) -> None:
    before = validations(files[name])
    assert sum(before.values()) > 30
    assert validations(convert(files[name], "xlsx", tmp_path / "saved")) == before


def formulas(grid: Grid) -> dict[tuple[int, int], object]:
    return {
        (row, column): cell.value
        for row, cells in grid.rows.items()
        for column, cell in cells.items()
        if cell.is_formula
    }


def test_calculating_gives_the_values_that_were_stored(files: dict[str, Path], tmp_path: Path) -> None:
    ours = {grid.name: formulas(grid) for grid in read_grids(files["workbook"].read_bytes())}
    saved = convert(files["workbook"], "xlsx", tmp_path / "saved")
    theirs = {grid.name: formulas(grid) for grid in read_grids(saved.read_bytes())}
    assert sum(map(len, ours.values())) > 10
    assert {name: found for name, found in theirs.items() if found} == {
        name: found for name, found in ours.items() if found
    }


@pytest.mark.parametrize("name", ["workbook", "template", "dry-run"])
def test_every_word_is_on_paper(name: str, files: dict[str, Path], tmp_path: Path) -> None:
    pdf = convert(files[name], "pdf", tmp_path / "printed")
    run = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True)  # noqa: S607  found on the path
    assert "###" not in run.stdout
    printed = re.sub(r"\s+", "", run.stdout)
    for grid in read_grids(files[name].read_bytes()):
        if grid.is_hidden:
            continue
        for row, cells in grid.rows.items():
            if row in grid.hidden_rows:
                continue
            for cell in cells.values():
                if isinstance(cell.value, str):
                    missing = [
                        word for word in cell.value.split() if word not in printed and word not in run.stdout
                    ]
                    assert not missing or len(max(missing, key=len)) > 20, (grid.name, row, missing)
                elif isinstance(cell.value, Decimal) and cell.value == int(cell.value):
                    assert f"{int(cell.value):,}".replace(",", ".") in printed, (grid.name, row, cell.value)
    pictures = Path(os.environ.get("PICTURES", str(tmp_path)))
    subprocess.run(["pdftoppm", "-r", "80", "-png", str(pdf), str(pictures / name)], check=True)  # noqa: S607  as above
    assert list(pictures.glob(f"{name}-*.png"))
