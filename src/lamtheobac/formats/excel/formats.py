"""Which numbers are shown as days or shares: the number formats of Excel (định dạng số)."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

__all__ = ["DateFormat", "date_format"]


class DateFormat(Enum):
    """What a number format shows of a day, or that it shows a share (loại định dạng)."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    TIME = "time"
    PERCENT = "percent"


_BUILT_IN: Final = {
    9: DateFormat.PERCENT, 10: DateFormat.PERCENT, 14: DateFormat.DAY, 15: DateFormat.DAY, 16: DateFormat.DAY,
    17: DateFormat.MONTH, 18: DateFormat.TIME, 19: DateFormat.TIME, 20: DateFormat.TIME, 21: DateFormat.TIME,
    22: DateFormat.DAY, 45: DateFormat.TIME, 46: DateFormat.TIME, 47: DateFormat.TIME,
}  # fmt: skip
# Quoted words, escaped characters, colours and conditions, and the room of a character say nothing of the value.
_ORNAMENT: Final = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[_*].', re.IGNORECASE)


def date_format(number: int, code: str) -> DateFormat | None:
    """Tell what a number format shows (loại định dạng của ô).

    Args:
        number: Its number; those below 164 are built in.
        code: What the file says of it; empty for a built-in one.

    >>> date_format(14, ""), date_format(164, "dd/mm/yyyy"), date_format(165, "mm-yyyy"), date_format(4, "#,##0.00")
    (<DateFormat.DAY: 'day'>, <DateFormat.DAY: 'day'>, <DateFormat.MONTH: 'month'>, None)
    >>> date_format(166, '"tháng "mm" năm "yyyy'), date_format(167, "0.0%"), date_format(168, '#,##0" đồng"')
    (<DateFormat.MONTH: 'month'>, <DateFormat.PERCENT: 'percent'>, None)
    """
    if not code:
        return _BUILT_IN.get(number)
    bare = _ORNAMENT.sub("", code.partition(";")[0]).lower()
    if "general" in bare:
        return None
    if "%" in bare:
        return DateFormat.PERCENT
    if "d" in bare:
        return DateFormat.DAY
    if "y" in bare:
        return DateFormat.MONTH if "m" in bare else DateFormat.YEAR
    return DateFormat.TIME if "h" in bare or "s" in bare or "m" in bare else None
