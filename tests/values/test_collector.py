"""The collector of cycles is as it was, whatever happens while it is paused."""

from __future__ import annotations

import gc

import pytest

from lamtheobac.values.collector import paused_collector


@pytest.mark.parametrize("was_on", [True, False])
def test_the_collector_is_left_as_it_was(was_on: bool) -> None:  # noqa: FBT001  a parameter of the test
    (gc.enable if was_on else gc.disable)()
    try:
        with paused_collector():
            assert not gc.isenabled()
        assert gc.isenabled() is was_on
        with pytest.raises(ZeroDivisionError), paused_collector():
            _ = 1 / 0
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
