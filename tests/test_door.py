"""The front door: what it offers, and that it costs next to nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module

import pytest

import lamtheobac


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some code."""
    show = f"import json, sys; known = set(sys.modules)\n{code}\nprint(json.dumps(sorted(set(sys.modules) - known)))"
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout))


def test_the_list_of_names_is_sorted_and_true() -> None:
    names = lamtheobac.__all__
    assert len(names) == len(set(names))
    assert dir(lamtheobac) == sorted(names)
    homes = {name for names_ in lamtheobac._HOMES.values() for name in names_}
    assert homes | set(lamtheobac._MODULES) == set(names)


@pytest.mark.parametrize("name", sorted(set(lamtheobac.__all__) - set(lamtheobac._MODULES)))
def test_every_name_is_what_its_home_says(name: str) -> None:
    home = import_module(f"lamtheobac.{lamtheobac._HOME_OF[name]}")
    assert getattr(lamtheobac, name) is getattr(home, name)
    assert name in home.__all__


@pytest.mark.parametrize("name", lamtheobac._MODULES)
def test_a_module_of_the_door_is_loaded_when_asked(name: str) -> None:
    code = f"import lamtheobac as ltb; assert ltb.{name}.__all__"
    assert f"lamtheobac.{name}" in loaded_by(code)
    assert f"lamtheobac.{name}" not in loaded_by("import lamtheobac")


def test_the_law_needs_no_babel_and_no_converter() -> None:
    ask = "ltb.law.bonus('fighter_grassroots', 'individual', date(2024, 7, 1))"
    loaded = loaded_by(f"from datetime import date; import lamtheobac as ltb; print({ask}, file=sys.stderr)")
    assert "lamtheobac.law.reading" in loaded
    assert not {"babel", "cattrs", "lamtheobac.records", "lamtheobac.rules"} & loaded


def test_no_other_names() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = lamtheobac.no_such_name


def test_importing_loads_nothing_heavy() -> None:
    heavy = {"cattrs", "cattrs.preconf.json", "babel", "babel.numbers", "hypothesis", "attr", "decimal"}
    assert not heavy & loaded_by("import lamtheobac")


def test_the_example_needs_no_babel_and_no_ready_made_converter() -> None:
    heavy = {"cattrs.preconf.json", "babel", "babel.numbers", "babel.dates", "hypothesis", "pydantic"}
    assert not heavy & loaded_by("import lamtheobac; lamtheobac.example(); lamtheobac.format_money(5)")


def test_every_public_name_ends_its_first_line_with_the_vietnamese_term() -> None:
    for name in lamtheobac.__all__:
        value = getattr(lamtheobac, name)
        if callable(value):
            first = (value.__doc__ or "").partition("\n\n")[0]
            assert "(" in first, name
            assert ")" in first, name
