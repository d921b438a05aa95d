"""Run the tests with the lowest versions of the core dependencies that pyproject.toml promises."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Install the floors in an environment of its own and test."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    floors = [wanted.replace(">=", "==") for wanted in project["dependencies"]]
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        own = f"{folder}/bin/python"
        pip = [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, *floors, f"{ROOT}[dev]"], check=True)
        print("lowest versions:", ", ".join(floors), flush=True)
        tests = [own, "-m", "pytest", "-q", "-m", "not long", "-p", "no:cacheprovider", "tests"]
        return subprocess.run(tests, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
