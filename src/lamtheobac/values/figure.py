"""Figures as reports state them (số liệu)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from attrs import evolve, field, frozen

from lamtheobac.errors import LIMITS, LamTheoBacError, NumberError, RecordError, WrongTypeError
from lamtheobac.messages import issue
from lamtheobac.text.clean import clean
from lamtheobac.text.figure_tokens import move_places, normalise, original_places
from lamtheobac.text.figures import FigureText, read_figure
from lamtheobac.text.slang import write_out
from lamtheobac.values import decimals
from lamtheobac.values.checks import Faults
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.listing import show_card
from lamtheobac.values.privacy import PUBLIC, show
from lamtheobac.values.unit import Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lamtheobac.values.comparison import Verdict

__all__ = ["Approximation", "Figure", "parse_figure"]

_MOST = 10**18
K = TypeVar("K")


class Approximation(Labelled):
    """How close a stated figure is to the truth (mức độ chính xác)."""

    EXACT = "exact", "", ""
    MORE_THAN = "more_than", "hơn", "more than"
    NEARLY = "nearly", "gần", "nearly"
    ABOUT = "about", "khoảng", "about"
    AT_LEAST = "at_least", "ít nhất", "at least"
    AT_MOST = "at_most", "tối đa", "at most"
    LESS_THAN = "less_than", "dưới", "less than"


@frozen(kw_only=True)
class Figure:
    """A quantity as a report states it (số liệu).

    "Hơn 6,2 tỷ đồng" is not a number: it says more than 6.200.000.000 and less than the writer would have
    called 6,3 tỷ. A figure keeps what was said and compares honestly with what was counted.

    Attributes:
        value: In the base unit (đồng, not tỷ đồng); not negative. None for a range.
        unit: What is counted or measured.
        approximation: The qualifier; in a stack ("khoảng hơn") the last word decides.
        step: The place of the last digit the writer vouched for, in the base unit: 10^8 for "6,2 tỷ".
            0 means exact in full.
        noun: What is counted, where it says more than the unit ("hộ nghèo").
        per: What it is for each of: `("month",)` for "đồng/tháng".
        low: The lower end of a range or an order of magnitude, included.
        high: The upper end, included.
        out_of: The whole of a fraction: 38 for "30/38".
        text: The words of the report, which read back to the other fields; not compared.

    Raises:
        WrongTypeError: A float, a bool or a text where a number belongs.
        RecordError: A figure that cannot be, such as half a household or 0,5 đồng.

    >>> raised = Figure.parse("hơn 6,2 tỷ đồng")
    >>> raised.value, raised.step, raised.approximation.label, str(raised)
    (Decimal('6200000000'), Decimal('100000000'), 'hơn', 'hơn 6,2 tỷ đồng')
    >>> str(Figure.parse("hơn 90%").compare(Figure.share(30, out_of=38)))
    'contradicts'
    >>> Figure.of(1.5, Unit.HOUSE)
    Traceback (most recent call last):
        ...
    lamtheobac.errors.WrongTypeError: type/wrong at $.value: wrong type: expected int or Decimal, got float
    """

    value: Decimal | None = None
    unit: Unit
    approximation: Approximation = Approximation.EXACT
    step: Decimal = Decimal(0)
    noun: str = field(default="", metadata=PUBLIC)
    per: tuple[str, ...] = field(default=(), metadata=PUBLIC)
    low: Decimal | None = None
    high: Decimal | None = None
    out_of: int | None = None
    text: str | None = field(default=None, eq=False, metadata=PUBLIC)

    __repr__ = show
    _repr_html_ = show_card

    def __attrs_post_init__(self) -> None:
        faults = Faults()
        faults.is_a(self.unit, Unit, "unit")
        faults.is_a(self.approximation, Approximation, "approximation")
        numbers = (("value", self.value), ("low", self.low), ("high", self.high), ("step", self.step))
        for name, number in numbers:
            if number is not None and faults.is_a(number, Decimal, name) and not _is_bounded(number):
                faults.add("figure/out-of-range", name)
        if self.out_of is not None:
            faults.whole(self.out_of, "out_of", least=1)
        if self.noun != "":
            faults.text(self.noun, "noun", most=LIMITS.figure_characters)
        if faults.is_a(self.per, tuple, "per"):
            for index, each in enumerate(self.per):
                faults.text(each, "per", index, most=LIMITS.figure_characters)
        if any(fault.code == "type/wrong" for fault in faults.found):
            faults.done(WrongTypeError)
        if not faults.found:
            self._check_shape(faults)
        if self.text is not None and not faults.found:
            self._check_text(self.text, faults)
        faults.done()

    def _check_shape(self, faults: Faults) -> None:
        """Check the fields against each other."""
        if self.value is not None and (self.low is not None or self.high is not None):
            faults.add("figure/value-and-range")
        elif self.value is None and (self.low is None or self.high is None):
            faults.add("figure/no-value")
        elif self.low is not None and self.high is not None and self.low >= self.high:
            faults.add("figure/range-reversed")
        if self.unit.is_whole:
            for name in ("value", "low", "high"):
                number: Decimal | None = getattr(self, name)
                if number is not None and not decimals.is_whole(number):
                    faults.add("figure/not-whole", name)
        if self.out_of is not None and (self.value is None or self.unit is Unit.PERCENT):
            faults.add("figure/share-needs-a-count", "out_of")
        if self.step and self.step != decimals.trailing_place(self.step):
            faults.add("figure/step-is-no-place", "step")

    def _check_text(self, text: object, faults: Faults) -> None:
        """Check that the words say what the fields say: who edits one must edit the other."""
        before = len(faults.found)
        faults.text(text, "text", most=LIMITS.figure_characters)
        if len(faults.found) > before:
            return
        try:
            read = _read_again(str(text))
            if "currency_omitted" in read.flags and self.unit is Unit.ITEM:
                # "5 triệu" alone is read as money only where that may be assumed.
                read = read_figure(str(text))
        except LamTheoBacError as error:
            faults.include(error.issues, "text")
            return
        said = (self.value, self.unit, self.approximation, self.step, self.noun, self.per)
        if (*said, self.low, self.high, self.out_of) != read[: -len(("qualifiers", "flags"))]:
            faults.add("figure/text-differs", "text")

    @classmethod
    def parse(cls, text: str, *, mode: Literal["strict", "lenient"] = "strict") -> Self:
        """Read one figure from a text that is nothing else (đọc số liệu).

        Args:
            text: Such as "khoảng hơn 132 tỷ đồng" or "8.458 ngày công".
            mode: `"strict"` reads what this library could have written; `"lenient"` the habits of the press
                too ("1.6 tỷ"), named in `flags`.

        Raises:
            NumberError: The text is no figure, or has two readings.

        >>> Figure.parse("678 hộ nghèo").noun
        'hộ nghèo'
        >>> Figure.parse("1.5 tỷ đồng")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
            ...
        lamtheobac.errors.NumberError: number/malformed-grouping: dots must ...; is it “1,5”?
        """
        # The words are read again when the fields are checked against them: once is enough.
        again = mode == "lenient" and type(text) is str
        read = _read_again(text) if again else read_figure(text, mode=mode)
        try:
            return cls(**_fields(read), text=clean(text, most=LIMITS.figure_characters))
        except RecordError as error:  # "2,5 hộ" says what cannot be
            raise NumberError(
                *(evolve(fault, path=(), start=0, end=len(text)) for fault in error.issues)
            ) from None

    @classmethod
    def of(
        cls,
        value: int | Decimal,
        unit: Unit,
        *,
        noun: str = "",
        approximation: Approximation = Approximation.EXACT,
        per: tuple[str, ...] = (),
    ) -> Self:
        """Make a figure by hand (lập số liệu).

        An exact one is exact in full; the step of any other is the place of its last digit that is not 0,
        as a reader of "hơn 5.000" would take it.

        >>> print(Figure.of(129, Unit.HOUSE), Figure.of(5000, Unit.BOOK, approximation=Approximation.MORE_THAN))
        129 nhà hơn 5.000 cuốn
        """
        if type(value) is int and abs(value) <= _MOST:
            value = Decimal(value)
        if type(value) is not Decimal:
            raise WrongTypeError(
                issue("type/wrong", ("value",), wanted="int or Decimal", given=type(value).__name__)
            )
        hedged = approximation is not Approximation.EXACT and _is_bounded(value)
        step = decimals.trailing_place(value) if hedged else Decimal(0)
        return cls(value=value, unit=unit, noun=noun, approximation=approximation, per=per, step=step)

    @classmethod
    def share(cls, part: int, *, out_of: int, unit: Unit = Unit.ITEM, noun: str = "") -> Self:
        """Make a fraction that keeps both its counts (phân số).

        >>> Figure.share(30, out_of=38, unit=Unit.CASE).percent()
        Decimal('78.9')
        >>> Figure.share(30, out_of=0)
        Traceback (most recent call last):
            ...
        lamtheobac.errors.RecordError: number/not-between at $.out_of: must be from 1 to 1000000000000000000
        """
        figure = cls.of(part, unit, noun=noun)
        return cls(value=figure.value, unit=unit, noun=noun, out_of=out_of)

    @property
    def qualifiers(self) -> tuple[str, ...]:
        """The qualifying words in the order of the text, such as ("khoảng", "hơn") (từ chỉ mức độ)."""
        if self.text is None:
            return (self.approximation.label,) if self.approximation.label else ()
        return _read_again(self.text).qualifiers

    @property
    def flags(self) -> tuple[str, ...]:
        """What a lenient reader had to forgive in the text (điểm cần lưu ý)."""
        if self.text is None:
            return ()
        flags = _read_again(self.text).flags
        return tuple(flag for flag in flags if flag != "currency_omitted" or self.unit is Unit.VND)

    def percent(self, places: int = 1) -> Decimal:
        """Give a fraction in percent, rounded half up (tỷ lệ phần trăm).

        Raises:
            RecordError: The figure is no fraction: its base is not known.

        >>> Figure.of(30, Unit.CASE).percent()
        Traceback (most recent call last):
            ...
        lamtheobac.errors.RecordError: figure/no-base: a percentage needs its whole, as in 30 of 38
        """
        if self.value is None or self.out_of is None:
            raise RecordError(issue("figure/no-base"))
        return decimals.from_fraction(Fraction(self.value) * 100 / self.out_of, places)

    def compare(self, actual: int | Decimal | Figure) -> Verdict:
        """Hold the stated figure against what was counted (đối chiếu).

        Args:
            actual: A number in the same unit (for a percentage, in points), or a figure.

        Returns:
            `agrees`, `loose`, `contradicts` or `cannot_tell`.

        >>> claim = Figure.parse("hơn 5.000 cuốn")
        >>> [str(claim.compare(count)) for count in (5_012, 5_600, 6_200)]
        ['agrees', 'loose', 'contradicts']
        """
        from lamtheobac.values.comparison import compare  # noqa: PLC0415

        return compare(self, actual)

    @classmethod
    def sum(cls, figures: Iterable[Figure]) -> Figure:
        """Add figures of one unit (cộng).

        Raises:
            FigureError: Unlike units, percentages, shares, or nothing to add: missing is not zero.

        >>> print(Figure.sum([Figure.parse("hơn 6,2 tỷ đồng"), Figure.parse("129.000.000 đồng")]))
        hơn 6,3 tỷ đồng
        >>> Figure.sum([])
        Traceback (most recent call last):
            ...
        lamtheobac.errors.FigureError: figure/nothing-to-add: the sum of no figures is not known; it is not zero
        """
        from lamtheobac.values.addition import add  # noqa: PLC0415

        return add(tuple(figures))

    def divide(self, shares: Mapping[K, Fraction]) -> dict[K, Figure]:
        """Divide a count or a sum by shares that somebody names (chia theo tỷ lệ).

        No share is ever taken for granted: where a district became five communes, its figures are nobody's until
        somebody says how they are divided, and answers for it.

        Args:
            shares: The share of each part; together they are 1.

        Raises:
            FigureError: Shares that are not 1 together; a figure that is hedged, rounded, a fraction, a rate or a
                percentage, whose parts would promise more than it does; or a part that cannot be, as half a house.
            WrongTypeError: A share that is no Fraction.

        >>> from fractions import Fraction
        >>> houses = Figure.of(129, Unit.HOUSE)
        >>> [str(part) for part in houses.divide({"a": Fraction(2, 3), "b": Fraction(1, 3)}).values()]
        ['86 nhà', '43 nhà']
        >>> houses.divide({"a": Fraction(1, 2), "b": Fraction(1, 2)})
        Traceback (most recent call last):
            ...
        lamtheobac.errors.FigureError: figure/share-is-not-whole: a share of this figure is no whole number of its unit
        """
        from lamtheobac.values.division import divide  # noqa: PLC0415

        return divide(self, shares)

    def __add__(self, other: Figure) -> Figure:
        if not isinstance(other, Figure):  # pyright: ignore[reportUnnecessaryIsInstance]  callers may lie
            return NotImplemented
        return Figure.sum((self, other))

    def __str__(self) -> str:
        if self.text is not None:
            return self.text
        from lamtheobac.values.wording import word  # noqa: PLC0415

        return word(self)


@lru_cache(maxsize=4096)
def _read_again(text: str) -> FigureText:
    """Read the words of a figure once: every comparison asks them whether "khoảng" stands before the last."""
    return read_figure(text, mode="lenient")


def _is_bounded(number: Decimal) -> bool:
    """Tell whether a decimal is finite, not negative, at most 10^18 and of at most six decimals in effect."""
    negative, _, exponent = number.as_tuple()
    # The exponent of what is not finite is a letter.
    in_reach = isinstance(exponent, int) and -12 <= exponent <= 18
    return in_reach and number <= _MOST and not (negative and number)


def _fields(read: FigureText) -> dict[str, Any]:
    """Give what a text says as fields of a figure."""
    return {
        "value": read.value,
        "unit": Unit(read.unit),
        "approximation": Approximation(read.approximation),
        "step": read.step,
        "noun": read.noun,
        "per": read.per,
        "low": read.low,
        "high": read.high,
        "out_of": read.out_of,
    }


def parse_figure(text: str, *, mode: Literal["strict", "lenient"] = "strict", slang: bool = False) -> Figure:
    """Read one figure from a text that is nothing else (đọc số liệu); see `Figure.parse`.

    Args:
        text: Such as "khoảng hơn 132 tỷ đồng".
        mode: As for `Figure.parse`.
        slang: Take the shorthand of chats too: 500k, 1tr5, 10 ty ruoi. The figure's text is then in full words.

    Raises:
        NumberError: The text is no figure, or has two readings.

    >>> parse_figure("gần 90%").approximation
    <Approximation.NEARLY: 'nearly'>
    >>> print(parse_figure("500k", slang=True))
    500 nghìn
    >>> parse_figure("năm 2019")  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
        ...
    lamtheobac.errors.NumberError: number/…
    """
    if not slang:
        return Figure.parse(text, mode=mode)
    composed = normalise(text)
    full, places = write_out(composed)
    try:
        return Figure.parse(full, mode=mode)
    except NumberError as error:
        moved = move_places(error, places)
        raise (moved if composed == text else original_places(text, moved)) from None
