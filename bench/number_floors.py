"""The least that each task can cost in Python: no checks, no options, no exactness where a float is quicker."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

_MARKS = str.maketrans(",.", ".,")
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_VALUES = {word: digit for digit, word in enumerate(_DIGITS)} | {"mốt": 1, "tư": 4, "lăm": 5}
_SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


def group(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def group_decimal(x: Decimal) -> str:
    return f"{x:,}".translate(_MARKS)


def money(n: int) -> str:
    return f"{n:,}".replace(",", ".") + "\u00a0₫"


def compact(n: int) -> str:
    if n < 10**6:
        return f"{n:,}".replace(",", ".") + " đồng"
    if n < 999_995_000:
        return f"{n / 10**6:.2f}".rstrip("0").rstrip(".").replace(".", ",") + " triệu đồng"
    return f"{n / 10**9:,.2f}".rstrip("0").rstrip(".").translate(_MARKS) + " tỷ đồng"


def read_whole(text: str) -> int:
    return int(text.replace(".", ""))


def read_decimal(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


def spell(n: int) -> str:
    """Write 1 to 10^12 by two tables: the first group of a number, and every group after it."""
    parts: list[str] = []
    table = _FIRST
    billions, n = divmod(n, 10**9)
    if billions:
        parts.append(table[billions] + " tỷ")
        table = _LATER
    millions, n = divmod(n, 10**6)
    if millions:
        parts.append(table[millions] + " triệu")
        table = _LATER
    thousands, n = divmod(n, 10**3)
    if thousands:
        parts.append(table[thousands] + " nghìn")
        table = _LATER
    if n:
        parts.append(table[n])
    return "".join(parts)


def read_words(text: str) -> int:
    """Add up the words in one pass; any order passes."""
    total = group = digit = 0
    for word in text.split():
        if word in _VALUES:
            digit = _VALUES[word]
            group += digit
        elif word == "mươi":
            group += digit * 9
        elif word == "mười":
            group += 10
        elif word == "trăm":
            group += digit * 99
        elif word in _SCALES:
            scale = _SCALES[word]
            total = (total + group) * scale if scale == 10**9 else total + group * scale
            group = 0
    return total + group


def _tables() -> tuple[list[str], list[str]]:
    """Make the words of every group: as the first of a number, and behind a blank after a higher one."""
    first, later = [""], [""]
    for hundreds, tens, units in list(product(range(10), repeat=3))[1:]:
        word = _DIGITS[units] if units else ""
        if units == 5 and tens:
            word = "lăm"
        if tens > 1:
            word = f"{_DIGITS[tens]} mươi {({1: 'mốt', 4: 'tư'}).get(units, word)}"
        elif tens:
            word = f"mười {word}"
        full = word if tens or not units else f"linh {word}"
        first.append(f"{_DIGITS[hundreds]} trăm {full}".strip() if hundreds else word.strip())
        later.append(f" {_DIGITS[hundreds]} trăm {full}".rstrip())
    return first, later


_FIRST, _LATER = _tables()
