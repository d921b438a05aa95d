"""Pausing the cycle collector for work on many records (bộ gom rác)."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["paused_collector"]


@contextmanager
def paused_collector() -> Generator[None]:
    """Pause the search for cycles while records are made or gone through (tạm dừng gom rác).

    Records hold ids, never each other, so that there are no cycles to find; but the search goes through all
    records again and again, and makes ten times the records cost more than ten times the time.

    >>> import gc
    >>> with paused_collector():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
