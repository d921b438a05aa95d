"""TypeScript types made from the schema compile strictly against the packaged programme."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from lamtheobac import dumps, example

SCHEMA = Path(__file__).parents[2] / "docs" / "schema" / "programme.schema.json"
# Pinned, so that a new release of one does not turn a good commit red.
TOOLS = ("json-schema-to-typescript@15.0.4", "typescript@5.9.3")
USE = """
import type { Programme } from "./programme";
export const programme: Programme = %s;
export const gift: string | null | undefined = programme.contributions?.[0]?.gift.value;
"""
WRONG = {
    "a field too many": ('"name":', '"nam": "x", "name":'),
    "a word that is not in its list": ('"kind": "provincial"', '"kind": "tỉnh"'),
    "a number for a text": ('"value": "6200000000"', '"value": 6200000000'),
}


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    program = shutil.which(command[0])
    assert program is not None, f"{command[0]} is needed"
    return subprocess.run([program, *command[1:]], cwd=folder, capture_output=True, check=False, text=True)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the tools, and the types made by them."""
    folder = tmp_path_factory.mktemp("typescript")
    (folder / "package.json").write_text('{"name": "types", "private": true}', encoding="utf-8")
    done = run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", *TOOLS, folder=folder)
    assert done.returncode == 0, done.stderr
    shutil.copy(SCHEMA.parent / "types.mjs", folder)
    made = run("node", "types.mjs", str(SCHEMA), folder=folder)
    assert made.returncode == 0, made.stderr
    (folder / "programme.d.ts").write_text(made.stdout, encoding="utf-8")
    return folder


def compile_strictly(folder: Path, data: str) -> subprocess.CompletedProcess[str]:
    (folder / "use.ts").write_text(USE % data, encoding="utf-8")
    return run("npx", "tsc", "--strict", "--noEmit", "--target", "es2022", "use.ts", folder=folder)


def test_the_packaged_programme_has_the_types(folder: Path) -> None:
    done = compile_strictly(folder, dumps(example()))
    assert done.returncode == 0, done.stdout
    types = (folder / "programme.d.ts").read_text(encoding="utf-8")
    assert "export interface Programme" in types
    assert "export interface Contribution" in types
    assert '"pledged"' in types
    assert "[k: string]" not in types


@pytest.mark.parametrize("why", WRONG)
def test_what_the_types_refuse(folder: Path, why: str) -> None:
    old, new = WRONG[why]
    data = dumps(example())
    assert old in data
    assert compile_strictly(folder, data.replace(old, new, 1)).returncode != 0
