"""How far a long piece of work has come, on a terminal (thanh tiến độ)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["progress_bar"]

_WIDTH: Final = 40


def progress_bar(stream: TextIO) -> Callable[[int, int], None] | None:
    """Draw a bar that grows, for `on_progress`; None where the stream is no terminal (thanh tiến độ).

    It is drawn anew only where it looks different, and wiped when all is done: what follows stands alone.

    Args:
        stream: Where to, mostly `sys.stderr`.

    >>> from io import StringIO
    >>> progress_bar(StringIO()) is None
    True
    """
    if not stream.isatty():
        return None
    drawn = ""

    def tell(done: int, total: int) -> None:
        nonlocal drawn
        full = _WIDTH * done // total if total else _WIDTH
        line = f"[{'#' * full}{'.' * (_WIDTH - full)}] {100 * done // total if total else 100:3d}%"
        if done >= total:
            line = ""
        if line != drawn:
            stream.write(f"\r{line or ' ' * (_WIDTH + 7)}{'' if line else chr(13)}")
            stream.flush()
            drawn = line

    return tell
