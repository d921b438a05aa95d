"""Run the tests under every Python at hand: `every_python.py 3.11 3.12 3.13`."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from shutil import which

ROOT = Path(__file__).resolve().parents[2]


def interpreter(version: str) -> str | None:
    """Find an interpreter of a version that runs: a shim of a version manager may stand for none."""
    homes = sorted(Path.home().glob(f".pyenv/versions/{version}*/bin/python"))
    for name in [which(f"python{version}"), *map(str, homes)]:
        if name is not None:
            shown = subprocess.run([name, "--version"], capture_output=True, text=True, check=False)
            if shown.returncode == 0 and shown.stdout.startswith(f"Python {version}."):
                return name
    return None


def main() -> int:
    """Test each version in an environment of its own; say which are not at hand."""
    for version in sys.argv[1:]:
        python = interpreter(version)
        if python is None:
            print(f"Python {version}: not on this machine")
            continue
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([python, "-m", "venv", folder], check=True)
            own = f"{folder}/bin/python"
            install = [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", f"{ROOT}[dev]"]
            subprocess.run(install, check=True)
            tests = [own, "-m", "pytest", "-q", "-m", "not long", "-p", "no:cacheprovider", "tests"]
            print(f"Python {version}:", flush=True)
            if subprocess.run(tests, cwd=ROOT, check=False).returncode:
                return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
