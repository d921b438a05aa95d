"""The other libraries behind one face: what each can do, task by task, where it is installed."""

from __future__ import annotations

import importlib
import warnings
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, NamedTuple

from babel import Locale
from babel.dates import format_date, parse_date
from babel.numbers import (
    format_compact_currency,
    format_compact_decimal,
    format_currency,
    format_decimal,
    format_percent,
    parse_decimal,
)

if TYPE_CHECKING:
    from collections.abc import Callable

VI = Locale("vi", "VN")
DATE_PATTERN = "'ngày' dd 'tháng' MM 'năm' y"


class Peer(NamedTuple):
    """A library, its version, and its functions by the name of the task."""

    name: str
    version: str
    tasks: dict[str, Callable[[Any], Any]]


def babel() -> dict[str, Callable[[Any], Any]]:
    return {
        "group": partial(format_decimal, locale=VI),
        "group decimal": partial(format_decimal, locale=VI, decimal_quantization=False),
        "money": partial(format_currency, currency="VND", locale=VI),
        "compact": partial(format_compact_decimal, format_type="long", locale=VI, fraction_digits=2),
        "compact money": partial(format_compact_currency, currency="VND", locale=VI, fraction_digits=2),
        "percent": partial(format_percent, locale=VI, decimal_quantization=False),
        "read": partial(parse_decimal, locale=VI, strict=True),
        "read leniently": partial(parse_decimal, locale=VI),
        "write date": partial(format_date, format=DATE_PATTERN, locale=VI),
        "read date": partial(parse_date, locale=VI),
    }


def num2words() -> dict[str, Callable[[Any], Any]]:
    return {"spell": partial(_import("num2words").num2words, lang="vi")}


def vn_money() -> dict[str, Callable[[Any], Any]]:
    module = _import("vn_money")
    return {"spell": module.to_words, "money": module.format_vnd, "read": module.parse_vnd}


def vietnam_number() -> dict[str, Callable[[Any], Any]]:
    module = _import("vietnam_number")
    return {"spell": lambda n: module.n2w(str(n)), "read words": module.w2n}


def vnnum2word() -> dict[str, Callable[[Any], Any]]:
    return {"spell": _import("vnnum2word").convert_number}


def vn_numberwords() -> dict[str, Callable[[Any], Any]]:
    module = _import("vn_numberwords")
    return {
        "spell": module.number_to_words,
        "read words": module.words_to_number,
        "group": module.format_number_with_dots,
    }


def pyicu() -> dict[str, Callable[[Any], Any]]:
    icu = _import("icu")
    place = icu.Locale("vi_VN")
    number = icu.NumberFormat.createInstance(place)
    speller = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, place)
    compact = icu.NumberFormatter.withLocale(place).notation(icu.Notation.compactLong())
    compact = compact.precision(icu.Precision.maxFraction(2))
    return {
        "group": number.format,
        "money": icu.NumberFormat.createCurrencyInstance(place).format,
        "compact": lambda n: compact.formatDouble(
            float(n)
        ),  # an int is cut to 32 bits: 6,2 tỷ becomes 1,9 tỷ
        "spell": speller.format,
        "read": lambda text: _whole(number.parse(text)),
        "read words": lambda text: _whole(speller.parse(text)),
    }


MAKERS = {
    "Babel": babel,
    "PyICU": pyicu,
    "num2words": num2words,
    "vn-money": vn_money,
    "vietnam-number": vietnam_number,
    "vnnum2word": vnnum2word,
    "vn-numberwords": vn_numberwords,
}
HOW = {"PyICU": "pip install PyICU builds it from source, and needs ICU's headers, as in libicu-dev"}


def find_peers() -> tuple[list[Peer], list[str]]:
    """Give the peers that are installed, and a line on each that is not."""
    found: list[Peer] = []
    missing: list[str] = []
    for name, make in MAKERS.items():
        try:
            known = version(name)
            found.append(Peer(name, known, make()))
        except (ImportError, PackageNotFoundError):
            missing.append(f"{name} is not installed: {HOW.get(name, f'pip install {name}')}")
    return found, missing


def icu_version() -> str:
    """Give the version of ICU itself, which is not that of PyICU."""
    return str(_import("icu").ICU_VERSION)


def _import(name: str) -> Any:
    """Import without the warnings that are not ours to mend."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return importlib.import_module(name)


def _whole(formattable: Any) -> int | float:
    """Give ICU's result as a Python number."""
    value = formattable.getDouble()
    return int(value) if value == int(value) else value
