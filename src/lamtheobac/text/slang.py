"""The shorthand of chats written out: 500k, 1tr5, 10 ty ruoi (chữ tắt trong tin nhắn).

Only what has one reading behind a number. M, t, củ and tỏi have more: a million or metres, tỷ or tons or
months, a million or a bulb.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lamtheobac.text.figure_tokens import LETTERS

__all__ = ["WrittenOut", "write_out"]

_WORDS = {"k": "nghìn", "tr": "triệu", "ty": "tỷ", "trieu": "triệu", "nghin": "nghìn"}


class WrittenOut(NamedTuple):
    """A text without shorthand (văn bản đã viết đủ).

    Attributes:
        text: The same in full words.
        places: Where each of its characters came from, and after them the end of the text given.
    """

    text: str
    places: tuple[int, ...]


@cache
def _find() -> re.Pattern[str]:
    """Compile at first use."""
    last = f"(?![0-9{LETTERS}\\u0300-\\u036f])"
    scale = f"(?<=[0-9]) ?(?P<scale>{'|'.join(_WORDS)})(?P<tail>[0-9]*){last}"
    return re.compile(f"{scale}(?P<half> +ruoi{last})?(?P<dong> +dong{last})?", re.IGNORECASE)


def write_out(text: str) -> WrittenOut:
    """Write the shorthand of chats out (viết đủ chữ tắt).

    Args:
        text: NFC.

    >>> write_out("3tr rưỡi").text, write_out("1tr5").text, write_out("10 ty ruoi").text, write_out("5M").text
    ('3 triệu rưỡi', '1 triệu 5', '10 tỷ rưỡi', '5M')
    """
    written: list[str] = []
    places: list[int] = []
    end = 0
    for found in _find().finditer(text):
        start, stop = found.span()
        written.append(text[end:start])
        places += range(end, start)
        words = f" {_WORDS[found['scale'].lower()]}{' ' if found['tail'] else ''}{found['tail']}"
        words += f"{' rưỡi' if found['half'] else ''}{' đồng' if found['dong'] else ''}"
        written.append(words)
        places += [start] * len(words)
        end = stop
    written.append(text[end:])
    places += range(end, len(text) + 1)
    return WrittenOut("".join(written), tuple(places))
