"""Text from outside that is bounded and in UTF-8 (giải mã UTF-8)."""

from __future__ import annotations

from lamtheobac.errors import LimitError, ReadError, WrongTypeError
from lamtheobac.messages import issue

__all__ = ["decode_utf8"]


def decode_utf8(source: str | bytes, *, most: int, too_long: str, not_utf8: str) -> str:
    r"""Give the text of a source that is not too long; a byte order mark is no part of it (giải mã).

    Args:
        source: A text, or bytes in UTF-8.
        most: How many characters or bytes it may have.
        too_long: The code of what is wrong where it has more.
        not_utf8: The code of what is wrong where it is not UTF-8.

    Raises:
        WrongTypeError: Neither text nor bytes.
        LimitError: Too long.
        ReadError: Not UTF-8.

    >>> decode_utf8("\ufeffhộ".encode(), most=9, too_long="limit/json-bytes", not_utf8="json/not-utf-8")
    'hộ'
    >>> decode_utf8(b"h\xff", most=9, too_long="limit/json-bytes", not_utf8="json/not-utf-8")
    Traceback (most recent call last):
        ...
    lamtheobac.errors.ReadError: json/not-utf-8: the file is not UTF-8 (from byte 1)
    """
    if not isinstance(source, (str, bytes)):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
        raise WrongTypeError(issue("type/wrong", wanted="str or bytes", given=type(source).__name__))
    if len(source) > most:
        raise LimitError(issue(too_long, most=most))
    if isinstance(source, str):
        return source.removeprefix("\ufeff")
    try:
        return source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(issue(not_utf8, byte=error.start)) from None
