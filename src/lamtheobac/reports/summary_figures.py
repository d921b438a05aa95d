"""Figures and times as a summary says them (số liệu và thời gian trong bản tóm tắt)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from lamtheobac.reports.weighing import NAMELESS
from lamtheobac.text.clean import search_key
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from decimal import Decimal

    from lamtheobac.errors import Lang
    from lamtheobac.values.dates import Period
    from lamtheobac.values.figure import Figure

__all__ = ["say_figure", "say_period"]


def say_figure(figure: Figure, lang: Lang) -> str:
    """Say a figure: in Vietnamese in its own words, in English in digits (diễn đạt số liệu).

    >>> from lamtheobac.values.figure import Figure
    >>> say_figure(Figure.parse("hơn 6,2 tỷ đồng"), "vi"), say_figure(Figure.parse("hơn 6,2 tỷ đồng"), "en")
    ('hơn 6,2 tỷ đồng', 'more than 6,200,000,000 đồng')
    """
    if lang == "vi":
        is_nameless = figure.unit is Unit.ITEM and not figure.noun and figure.text is None
        return str(attrs.evolve(figure, noun=NAMELESS) if is_nameless else figure)
    number = (
        f"{_group(figure.low)} to {_group(figure.high)}" if figure.value is None else _group(figure.value)
    )
    if figure.out_of is not None:
        number += f" of {figure.out_of:,}"
    unit = figure.unit.label_en or figure.noun
    joint = "" if unit == "%" else " "
    per = "".join(f" per {each.replace('_', ' ')}" for each in figure.per)
    said = f"{figure.approximation.label_en} {number}{joint}{unit}{per}"
    return " ".join(said.split())


def _group(number: Decimal | None) -> str:
    """Write a number with commas between thousands, and no zeros at the end of its decimals."""
    said = f"{number or 0:,f}"
    return said.rstrip("0").rstrip(".") if "." in said else said


def say_period(period: Period | None) -> str:
    """Say when, in the words of the source where it has any, and how long if those do not (diễn đạt thời gian).

    >>> from lamtheobac.values.dates import Period
    >>> say_period(Period.of_year(2019)), say_period(None)
    ('từ 01/01/2019 đến 31/12/2019', '')
    """
    if period is None:
        return ""
    said = str(period)
    length = "" if period.length is None else str(period.length)
    if length and search_key(length) not in search_key(said):
        said += f" (trong {length})"
    return said
