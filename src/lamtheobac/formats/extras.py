"""Packages that only some formats need, loaded at their first use (gói bổ sung)."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from lamtheobac.errors import OptionError
from lamtheobac.messages import issue

__all__ = ["load_extra"]


def load_extra(module: str, extra: str) -> Any:
    """Load a package, or say which extra brings it (nạp gói).

    Args:
        module: The module to import.
        extra: The extra of this library that installs it.

    Raises:
        OptionError: It is not installed.

    >>> load_extra("json", "excel").__name__
    'json'
    >>> load_extra("no_such_package", "excel")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.OptionError: extra/missing: a package is missing: pip install lamtheobac[excel]
    """
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise OptionError(issue("extra/missing", extra=extra)) from None
