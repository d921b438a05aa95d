"""Files of older versions, brought up step by step (nâng cấp phiên bản tệp).

A step takes the plain data of one version and gives that of the next; it never sees records, so that it keeps working
when the classes change. There is one version so far, and no step.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from lamtheobac.errors import RecordError
from lamtheobac.messages import issue
from lamtheobac.records.programme import FORMAT_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["UPGRADES", "upgrade"]

UPGRADES: Final[Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]]] = MappingProxyType({})
"""By the version it starts from: the step to the next one (các bước nâng cấp)."""


def upgrade(
    data: Any,
    *,
    steps: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = UPGRADES,
    newest: int = FORMAT_VERSION,
) -> Any:
    """Bring the data of a file to the newest version (nâng cấp).

    What is no object, or does not say its version, is left for the reader to refuse.

    Args:
        data: The plain data of a file.
        steps: The steps, by the version each starts from.
        newest: The version wanted.

    Raises:
        RecordError: A version that this library does not know, newer or too old; nothing else is said of such a file.

    >>> def rename(data):
    ...     return {"name" if key == "ten" else key: value for key, value in data.items()}
    >>> upgrade({"format_version": 0, "ten": "Bình Sơn"}, steps={0: rename}, newest=1)
    {'format_version': 1, 'name': 'Bình Sơn'}
    >>> upgrade({"format_version": 2, "name": "Bình Sơn"}, newest=1)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    lamtheobac.errors.RecordError: programme/unknown-version at $.format_version: ...
    """
    version = data.get("format_version") if hasattr(data, "keys") else None
    if type(version) is not int:
        return data
    while version != newest:
        step = steps.get(version)
        if version > newest or step is None:
            raise RecordError(issue("programme/unknown-version", ("format_version",), known=newest))
        version += 1
        data = {**step(data), "format_version": version}
    return data
