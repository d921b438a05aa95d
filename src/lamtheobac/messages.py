"""Messages for people, Vietnamese first (thông báo).

The catalogues under `locale/` are plain gettext files, one a layer, keyed by code; Babel reads them at the
first message and not before, so that a program in which nothing goes wrong never pays for them.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from lamtheobac.errors import Issue, Lang, Path

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["catalogue", "issue", "message"]


@cache
def catalogue(lang: Lang) -> Mapping[str, str]:
    """Read all messages of one language, by code (danh mục thông báo).

    >>> catalogue("vi")["number/empty"]
    'không có con số nào'
    """
    from importlib.resources import files  # noqa: PLC0415  10 ms, as below

    from babel.messages.pofile import read_po  # noqa: PLC0415  40 ms that only a message is worth

    folder = files("lamtheobac") / "locale" / lang
    found: dict[str, str] = {}
    for file in folder.iterdir():
        for entry in read_po(BytesIO(file.read_bytes()), locale=lang, abort_invalid=True):
            if entry.id:
                found[str(entry.id)] = str(entry.string)
    return found


def message(code: str, lang: Lang = "vi", /, **values: str | int) -> str:
    """Write the message of a code with its values (viết thông báo).

    Args:
        code: A code of the catalogue.
        lang: `"vi"` or `"en"`.
        values: What the message shows: digits, marks and closed words, never free text or names.

    >>> message("limit/depth", "en", most=64)
    'nested deeper than 64 levels'
    >>> message("no/such-code")
    Traceback (most recent call last):
        ...
    KeyError: 'no/such-code'
    """
    return catalogue(lang)[code].format(**values)


def issue(
    code: str,
    path: Path = (),
    /,
    *,
    start: int | None = None,
    end: int | None = None,
    hint: str | None = None,
    **values: str | int,
) -> Issue:
    """Make an issue with its message in both languages (lập lỗi).

    A hint is appended to both messages.

    >>> issue("number/malformed-grouping", start=0, end=3, hint="1,5").message_vi
    'dấu chấm phải tách từng nhóm ba chữ số; có phải “1,5”?'
    """
    vi = message(code, "vi", **values)
    en = message(code, "en", **values)
    if hint is not None:
        vi += message("hint", "vi", hint=hint)
        en += message("hint", "en", hint=hint)
    return Issue(code=code, path=path, message_vi=vi, message_en=en, start=start, end=end, hint=hint)
