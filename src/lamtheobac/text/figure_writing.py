"""A figure's fields put into words again: the one canonical wording (viết số liệu).

Every way to write a number is weighed by what a reader would take from it, and the first that says exactly
the step of the figure wins. So reading back gives the same figure; rounded money keeps its scale word, and
money that is exact in full is written in full.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from lamtheobac.errors import NumberError, OptionError
from lamtheobac.messages import issue
from lamtheobac.text.figure_amounts import NOT_A_SCALE, Amount, find_step
from lamtheobac.text.figures import APPROXIMATIONS, FINEST, LARGEST
from lamtheobac.text.numbers import check_number, format_number, group_digits
from lamtheobac.text.units import PER_LABELS, UNITS, check_whole_dong, match_unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lamtheobac.text.figures import FigureText

__all__ = ["write_figure"]

_SCALE_WORDS: Mapping[int, str] = {
    0: "",
    3: " nghìn",
    6: " triệu",
    9: " tỷ",
    12: " nghìn tỷ",
    15: " triệu tỷ",
}
_IN_FULL = -10_000
"""Stands for "exact in full": below the power of ten of any step."""


class _Form(NamedTuple):
    """One way to write a number, and the power of ten of the step that a reader would take from it."""

    scale: int
    decimals: int
    digits: int
    step: int
    shortest: bool

    @property
    def number(self) -> str:
        """The number without its scale word."""
        whole, fraction = divmod(self.digits, 10**self.decimals)
        return group_digits(whole) + (f",{fraction:0{self.decimals}d}" if self.decimals else "")


def write_figure(figure: FigureText) -> str:
    """Write a figure in its canonical wording (viết số liệu).

    Only the fields count, not the words it was read from: a stack of qualifiers becomes the one that decides.
    Where no wording says the step, the nearest is written that claims no more, as far as the value allows.

    Args:
        figure: A value, or both ends of a range; none negative.

    Returns:
        The text. For every figure that strict reading has given, strict reading gives the same fields again.

    Raises:
        NumberError: No value and no range, a negative amount, a fraction of a đồng, not finite, or too large.
        OptionError: An unknown unit, approximation or per.
        WrongTypeError: A number of a wrong type.

    >>> from lamtheobac.text.figures import read_figure
    >>> figure = read_figure("khoảng hơn 132 TỈ VNĐ")
    >>> write_figure(figure)
    'hơn 132 tỷ đồng'
    >>> write_figure(figure._replace(value=Decimal(-5)))
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: figure/negative: a figure must not be negative
    """
    _check_choice(figure.approximation, APPROXIMATIONS)
    _check_choice(figure.unit, UNITS)
    for code in figure.per:
        _check_choice(code, PER_LABELS)
    unit = _write_unit(figure)
    if figure.value is not None:
        value = _check_value(figure.value, figure.unit)
        if figure.out_of is None:
            (form,) = _choose([(form,) for form in _list_forms(value, figure)], figure)
            number = _write_scaled(form)
        else:
            number = f"{format_number(value)}/{format_number(figure.out_of)}"
    elif figure.low is None or figure.high is None:
        raise NumberError(issue("number/empty"))
    else:
        number = _write_range(
            _check_value(figure.low, figure.unit), _check_value(figure.high, figure.unit), figure
        )
    per = "".join("/" + PER_LABELS[code] for code in figure.per)
    return f"{APPROXIMATIONS[figure.approximation]} {number}{unit}{per}".lstrip()


def _write_scaled(form: _Form) -> str:
    """Write a number with its scale; more than three digits of nghìn or triệu are parted: 1 tỷ 270 triệu."""
    if form.decimals or form.scale not in (3, 6) or form.digits < 1000 or not form.digits % 1000:
        return form.number + _SCALE_WORDS[form.scale]
    parts: list[str] = []
    digits, scale = form.digits, form.scale
    while digits:
        # Above tỷ there is nothing to part: 1.234 tỷ.
        digits, part = divmod(digits, 1000) if scale < 9 else (0, digits)
        if part:
            parts.append(group_digits(part) + _SCALE_WORDS[scale])
        scale += 3
    return " ".join(reversed(parts))


def _write_range(low: Decimal, high: Decimal, figure: FigureText) -> str:
    """Write "từ 3 đến 4 tỷ" with the scale said once, or each end with its own."""
    unit = UNITS[figure.unit]
    words = unit.vi if unit.kind in ("money", "measure") else figure.noun or unit.vi
    known = match_unit(words.lower().split()) == (figure.unit, len(words.split())) and words
    pairs = [
        (left, right)
        for right in _list_forms(high, figure)
        for left in _list_forms(low, figure)
        # An unscaled end before a scaled one would share its scale, unless its unit stands between.
        if left.scale or not right.scale or known
    ]
    pairs.sort(
        key=lambda pair: (
            any(form.decimals > 2 for form in pair),
            any(0 < form.digits < 10**form.decimals for form in pair),  # not "0,1 đến 1 tỷ"
            pair[0].scale != pair[1].scale,
        ),
    )
    left, right = _choose(pairs, figure)
    shared = left.scale == right.scale
    between = "" if shared else _SCALE_WORDS[left.scale] or f" {words}"
    return f"từ {left.number}{between} đến {right.number}{_SCALE_WORDS[right.scale]}"


def _write_unit(figure: FigureText) -> str:
    """Write what follows the number, up to the slash."""
    unit = UNITS[figure.unit]
    if unit.kind == "count":
        counted = figure.noun or unit.vi
        return f" {counted}" if counted else ""
    label = unit.vi if unit.kind == "share" else f" {unit.vi}"
    return f"{label} {figure.noun}" if figure.noun and unit.kind != "money" else label


def _list_forms(value: Decimal, figure: FigureText) -> list[_Form]:
    """List the ways to write a value that read back to it, the most usual first."""
    unit = UNITS[figure.unit]
    share = unit.kind == "share"
    bare = (figure.unit, figure.noun, figure.per) == ("item", "", ())
    digits, place = _split(value)
    power = _power(figure)
    usual = 9 if value >= 10**9 else 6 if value >= 10**6 else 0
    # "5 triệu năm" might be a tail, and "triệu số" is no scale: before such words numbers stand in full.
    first = re.split("[ ,’-]", (figure.noun or unit.vi).lower())[0]
    unscaled = share or (unit.kind == "count" and first in ("năm", *NOT_A_SCALE))
    scales = [0] if unscaled else sorted(_SCALE_WORDS, key=lambda scale: abs(scale - usual))
    forms: list[_Form] = []
    for scale in scales:
        least = max(scale - place, 0)
        shortest = True
        for decimals in sorted({least, least + 1, scale - power, scale - power + 1}):
            if not least <= decimals <= scale - FINEST:
                continue
            written = digits * 10 ** (place - scale + decimals)
            if decimals == 3 and not scale and 10**3 <= written < 10**6 and not (share or bare):
                continue  # the comma would be doubtful
            if decimals > 2 and scale and written % 10 == 0:
                continue  # the same, before a scale word
            if decimals > scale and (
                figure.unit == "VND" or (scale and figure.unit == "item" and not figure.noun)
            ):
                continue  # parts of a đồng
            amount = Amount(written, scale - decimals, 0, 0, decimals=decimals > 0, scale=scale)
            step = find_step(amount, hedged=figure.approximation != "exact", share=share)
            forms.append(_Form(scale, decimals, written, _IN_FULL if step is None else step, shortest))
            shortest = False
    forms.sort(key=lambda form: form.decimals > 2)
    return forms


def _choose(choices: Sequence[tuple[_Form, ...]], figure: FigureText) -> tuple[_Form, ...]:
    """Choose the first wording with the right step, or the one nearest to it that claims no more."""
    power = _power(figure)

    def step(forms: tuple[_Form, ...]) -> int:
        return max(form.step for form in forms)

    for forms in choices:
        if step(forms) == power:
            return forms
    short = [forms for forms in choices if all(form.shortest for form in forms)]
    whole = [forms for forms in short if power <= 0 and step(forms) == _IN_FULL]
    if whole:
        return whole[0]
    coarser = [forms for forms in short if step(forms) > power]
    return min(coarser, key=step) if coarser else max(short, key=step)


def _power(figure: FigureText) -> int:
    """Give the power of ten of the step."""
    step = Decimal(check_number(figure.step))
    return step.adjusted() if step else _IN_FULL


def _split(value: Decimal) -> tuple[int, int]:
    """Give a value as digits without idle zeros at the end, and the place of the last of them."""
    _, figures, exponent = value.as_tuple()
    written = "".join(map(str, figures))
    digits = written.rstrip("0")
    place = len(written) - len(digits) + (exponent if isinstance(exponent, int) else 0)
    # Zero has no place of its own: at the highest scale no decimals are wanted at any.
    return (int(digits), place) if digits else (0, max(_SCALE_WORDS))


def _check_value(value: int | Decimal, unit: str) -> Decimal:
    """Let pass what a figure can say."""
    value = Decimal(check_number(value))
    if value < 0:
        raise NumberError(issue("figure/negative"))
    if value > LARGEST or _split(value)[1] < FINEST:
        raise NumberError(issue("number/out-of-range"))
    if unit == "VND":
        check_whole_dong(value)
    return value


def _check_choice(given: str, known: Mapping[str, object]) -> None:
    """Let pass a code of a closed table."""
    if given not in known:
        raise OptionError(issue("option/unknown", known=", ".join(known)))
