from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from time import process_time
from typing import Any, get_args
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import NORTH, SOUTH, Dialect, spell_number
from lamtheobac.errors import NumberError, OptionError, WrongTypeError
from lamtheobac.text.dates import DateStyle, YearMonth, format_date, read_date

STYLES: tuple[DateStyle, ...] = get_args(DateStyle)

styles = st.sampled_from(STYLES)
days = st.dates(date(1000, 1, 1), date(9999, 12, 31))
months = st.tuples(st.integers(1000, 9999), st.integers(1, 12))
pieces = st.sampled_from(
    [
        "ngày",
        "thang",
        "tháng",
        "năm",
        "thứ",
        "ba",
        "chủ nhật",
        " ",
        "\u00a0",
        "/",
        "-",
        "⁄",
        ",",
        "5",
        "13",
        "2019",
        "٣",
    ]
)
spoken = st.sampled_from(
    ["mùng", "mồng", "một", "hai", "ba", "tư", "lăm", "mười", "mươi", "linh", "nghìn", "trăm", "không"]
)
texts = st.text() | st.lists(pieces, max_size=12).map("".join) | st.text("0123456789/-. ngàythánăm\n")


def outcome(text: str) -> date | YearMonth | NumberError:
    try:
        return read_date(text)
    except NumberError as error:
        return error


def fault(text: str) -> NumberError:
    with pytest.raises(NumberError) as caught:
        read_date(text)
    return caught.value


@given(days, styles, st.booleans())
def test_reads_what_the_library_writes(day: date, style: DateStyle, weekday: bool) -> None:  # noqa: FBT001  drawn
    assert read_date(format_date(day, style=style, weekday=weekday)) == day


@given(months, styles)
def test_reads_months_the_library_writes(month: YearMonth, style: DateStyle) -> None:
    assert read_date(format_date(month, style=style)) == month


@given(st.integers(1000, 9999))
def test_reads_years_the_library_writes_in_words(year: int) -> None:
    for style in STYLES[:3]:
        assert read_date(format_date((year, None), style=style)) == (year, None)
    for style in STYLES[3:]:
        assert fault(format_date((year, None), style=style)).hint == f"năm {year}"


@given(days)
def test_reads_iso_dates(day: date) -> None:
    assert read_date(day.isoformat()) == day


@given(texts)
def test_any_text_ends_in_a_date_or_in_an_error_that_helps(text: str) -> None:
    read = outcome(text)
    if not isinstance(read, NumberError):
        return
    assert read.code.startswith("date/")
    assert read.start is not None
    assert read.end is not None
    assert 0 <= read.start <= read.end <= len(text)
    if read.hint is not None:
        read_date(read.hint)


@given(st.integers(13, 99), st.integers(1, 12), st.integers(1000, 9999), st.sampled_from("/-."))
def test_day_and_month_are_never_swapped(day: int, month: int, year: int, mark: str) -> None:
    found = fault(f"{month}{mark}{day}{mark}{year}")
    assert (found.code, found.hint) == ("date/no-such-month", None)


@given(
    days, styles, st.sampled_from(" \u00a0\u202f\u2009"), st.sampled_from([str.upper, str.title, str.lower])
)
def test_case_blanks_and_form_change_nothing(day: date, style: DateStyle, blank: str, case: Any) -> None:
    text = case(format_date(day, style=style, weekday=True)).replace(" ", f"{blank} ")
    assert read_date(f"{blank}{text}{blank}"[:100]) == day
    assert read_date(normalize("NFD", text)[:100]) == day


def test_time_is_bounded() -> None:
    for piece in ("1", " ", "5/", "ngày ", "thứ ", "ngay 5 ", "1-", "tháng 1 "):
        for length in (100, 1_000_000):
            start = process_time()
            with pytest.raises(NumberError):
                read_date((piece * length)[:length])
            assert process_time() - start < 1


@pytest.mark.parametrize(
    ("day", "style", "written"),
    [
        (date(2019, 2, 5), "decree", "ngày 05 tháng 02 năm 2019"),
        (date(2023, 7, 5), "decree", "ngày 05 tháng 7 năm 2023"),
        (date(2023, 1, 1), "decree", "ngày 01 tháng 01 năm 2023"),
        (date(2019, 12, 15), "decree", "ngày 15 tháng 12 năm 2019"),
        (date(2023, 7, 5), "padded", "ngày 05 tháng 07 năm 2023"),
        (date(2004, 5, 28), "padded", "ngày 28 tháng 05 năm 2004"),
        (date(2019, 2, 5), "plain", "ngày 5 tháng 2 năm 2019"),
        (date(2019, 2, 5), "slash", "05/02/2019"),
        (date(2004, 2, 16), "hyphen", "16-02-2004"),
        ((2019, 2), "decree", "tháng 02 năm 2019"),
        ((2019, 7), "decree", "tháng 7 năm 2019"),
        ((2019, 7), "padded", "tháng 07 năm 2019"),
        ((2019, 2), "plain", "tháng 2 năm 2019"),
        ((2019, 2), "slash", "02/2019"),
        ((2019, 2), "hyphen", "02-2019"),
        ((2019, None), "decree", "năm 2019"),
        ((2019, None), "padded", "năm 2019"),
        ((2019, None), "plain", "năm 2019"),
        ((2019, None), "slash", "2019"),
        ((2019, None), "hyphen", "2019"),
    ],
)
def test_writing(day: date | YearMonth, style: DateStyle, written: str) -> None:
    assert format_date(day, style=style) == written


@given(days)
def test_weekdays_are_those_of_cldr(day: date) -> None:
    from babel.dates import format_date as witness  # noqa: PLC0415  100 ms, for this law alone

    written = witness(day, "EEEE, dd/MM/yyyy", locale="vi")
    assert format_date(day, style="slash", weekday=True) == written
    assert format_date(day, style="padded") == witness(day, "'ngày' dd 'tháng' MM 'năm' y", locale="vi")


def test_weekdays_of_a_week() -> None:
    written = [format_date(date(2019, 2, 4) + timedelta(n), style="slash", weekday=True) for n in range(7)]
    assert written == [
        "Thứ Hai, 04/02/2019",
        "Thứ Ba, 05/02/2019",
        "Thứ Tư, 06/02/2019",
        "Thứ Năm, 07/02/2019",
        "Thứ Sáu, 08/02/2019",
        "Thứ Bảy, 09/02/2019",
        "Chủ Nhật, 10/02/2019",
    ]
    assert format_date(date(2019, 2, 5), weekday=True) == "Thứ Ba, ngày 05 tháng 02 năm 2019"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/06/2019", date(2019, 6, 5)),
        ("5/6/2019", date(2019, 6, 5)),
        ("5-6-2019", date(2019, 6, 5)),
        ("05.06.2019", date(2019, 6, 5)),
        ("2019-06-05", date(2019, 6, 5)),
        ("03/09/1991", date(1991, 9, 3)),
        ("29/2/2020", date(2020, 2, 29)),
        ("ngày 5 tháng 6 năm 2019", date(2019, 6, 5)),
        ("ngày\u00a05 tháng 6 năm 2019", date(2019, 6, 5)),
        ("5 tháng 6 năm 2019", date(2019, 6, 5)),
        ("ngày 05 tháng 7 năm 2023", date(2023, 7, 5)),
        ("ngày 28 tháng 05 năm 2004", date(2004, 5, 28)),
        ("ngày 01-10-1997", date(1997, 10, 1)),
        ("ngày 1/10/1997", date(1997, 10, 1)),
        ("Thứ Ba, ngày 05 tháng 02 năm 2019", date(2019, 2, 5)),
        ("thứ 3 ngày 3 tháng 4 năm 2018", date(2018, 4, 3)),
        ("Chủ Nhật, 10/2/2019", date(2019, 2, 10)),
        ("tháng 2 năm 2019", (2019, 2)),
        ("tháng 2/2019", (2019, 2)),
        ("tháng 11-2011", (2011, 11)),
        ("02/2019", (2019, 2)),
        ("2-2019", (2019, 2)),
        ("năm 2019", (2019, None)),
    ],
)
def test_reading(text: str, day: date | YearMonth) -> None:
    assert read_date(text) == day


@pytest.mark.parametrize(
    ("text", "code", "wrong", "hint"),
    [
        ("", "date/empty", "", None),
        ("  ", "date/empty", "  ", None),
        ("31/2/2019", "date/no-such-day", "31", None),
        ("29/02/2019", "date/no-such-day", "29", None),
        ("0/6/2019", "date/no-such-day", "0", None),
        ("2019-06-31", "date/no-such-day", "31", None),
        ("2/13/2019", "date/no-such-month", "13", None),
        ("06/31/2019", "date/no-such-month", "31", None),
        ("ngày 05 tháng 13 năm 2019", "date/no-such-month", "13", None),
        ("tháng 0 năm 2019", "date/no-such-month", "0", None),
        ("129/2019", "date/unknown-form", "129/2019", None),
        ("5/6/19", "date/two-digit-year", "19", None),
        ("năm 19", "date/two-digit-year", "19", None),
        ("5/6/0019", "date/year-out-of-range", "0019", None),
        ("5/6/0999", "date/year-out-of-range", "0999", None),
        ("5/6/12019", "date/year-out-of-range", "12019", None),
        ("5/6/201", "date/year-out-of-range", "201", None),
        ("tháng 6/20190", "date/year-out-of-range", "20190", None),
        (" 2019 ", "date/bare-year", "2019", "năm 2019"),
        ("0019", "date/bare-year", "0019", None),
        ("20190605", "date/unknown-form", "20190605", "2019-06-05"),
        ("20191305", "date/unknown-form", "20191305", None),
        ("2019-W23-3", "date/unknown-form", "2019-W23-3", None),
        ("2019-6-5", "date/unknown-form", "2019-6-5", None),
        ("2019-06-05T10:00:00", "date/has-time", "T10:00:00", "2019-06-05"),
        ("2019-06-05 10:00", "date/has-time", " 10:00", "2019-06-05"),
        ("31/2/2019 10h30", "date/has-time", " 10h30", None),
        ("5/6/2019x", "date/trailing-text", "x", None),
        ("5/6/2019\n", "date/trailing-text", "\n", None),
        ("5/6/2019 6/6/2019", "date/trailing-text", " 6/6/2019", None),
        ("năm 2019 tháng 2 ngày 5", "date/trailing-text", " tháng 2 ngày 5", None),
        ("ngày 5", "date/missing-year", "ngày 5", None),
        ("ngày 5 tháng 6", "date/missing-year", "ngày 5 tháng 6", None),
        ("thứ 3, ngày 5/6", "date/missing-year", "thứ 3, ngày 5/6", None),
        ("15.5", "date/missing-year", "15.5", None),
        ("tháng 4", "date/missing-year", "tháng 4", None),
        ("5⁄6⁄2019", "date/other-mark", "⁄6⁄", "5/6/2019"),
        (" 5∕6/2019", "date/other-mark", "∕", "5/6/2019"),
        ("5–6–2019", "date/other-mark", "–6–", "5-6-2019"),
        ("31⁄2⁄2019", "date/unknown-form", "31⁄2⁄2019", None),
        ("ngày 5 thang 6 nam 2019", "date/missing-marks", "thang 6 nam", "ngày 5 tháng 6 năm 2019"),
        ("Chu nhat, 10/2/2019", "date/missing-marks", "Chu nhat", "chủ nhật, 10/2/2019"),
        ("ngay 31 thang 2 nam 2019", "date/unknown-form", "ngay 31 thang 2 nam 2019", None),
        ("٥/6/2019", "date/non-ascii-digit", "٥", None),
        ("5/6/２019", "date/non-ascii-digit", "２", None),
        ("Thứ Tư, 5/2/2019", "date/wrong-weekday", "Tư", None),
        ("thứ 2, 5/2/2019", "date/wrong-weekday", "2", None),
        ("Chủ Nhật, 5/2/2019", "date/wrong-weekday", "Nhật", None),
        ("thứ 8, 5/2/2019", "date/unknown-form", "thứ 8, 5/2/2019", None),
        ("Thứ Ba, tháng 2 năm 2019", "date/unknown-form", "Thứ Ba, tháng 2 năm 2019", None),
        ("Thứ Ba, 5 tháng 2, 2019", "date/unknown-form", "Thứ Ba, 5 tháng 2, 2019", None),
        ("hai tư tháng bảy năm 2013", "date/unknown-form", "hai tư tháng bảy năm 2013", None),
        ("năm hai nghìn mười", "date/unknown-form", "năm hai nghìn mười", None),
        ("+5/6/2019", "date/unknown-form", "+5/6/2019", None),
        ("5/6-2019", "date/unknown-form", "5/6-2019", None),
        ("5 / 6 / 2019", "date/unknown-form", "5 / 6 / 2019", None),
        ("5\u200b/6/2019", "date/unknown-form", "5\u200b/6/2019", None),
        ("005/6/2019", "date/unknown-form", "005/6/2019", None),
        ("05-CT/TW", "date/unknown-form", "05-CT/TW", None),
        ("1e1/6/2019", "date/unknown-form", "1e1/6/2019", None),
        ("=TODAY()", "date/unknown-form", "=TODAY()", None),
        ("abc 5 x 2 y 2019 z 9", "date/unknown-form", "abc 5 x 2 y 2019 z 9", None),
        ("ngày mai", "date/unknown-form", "ngày mai", None),
        ("thứ 3", "date/unknown-form", "thứ 3", None),
        ("quý 4 năm 2018", "date/unknown-form", "quý 4 năm 2018", None),
        ("10:45", "date/unknown-form", "10:45", None),
        ("1" * 5000, "date/too-long", "1" * 5000, None),
    ],
)
def test_what_is_no_date(text: str, code: str, wrong: str, hint: str | None) -> None:
    found = fault(text)
    assert (found.code, found.hint) == (code, hint)
    assert text[found.start : found.end] == wrong


@given(st.text() | st.lists(pieces | spoken, max_size=14).map(" ".join))
def test_lenient_reading_adds_and_changes_nothing(text: str) -> None:
    strict = outcome(text)
    try:
        lenient: Any = read_date(text, "lenient")
    except NumberError as error:
        lenient = error
    if isinstance(lenient, NumberError):
        assert isinstance(strict, NumberError)
        assert lenient.start is not None
        assert lenient.end is not None
        assert 0 <= lenient.start <= lenient.end <= len(text)
    elif not isinstance(strict, NumberError):
        assert lenient == strict


@given(st.dates(date(1000, 1, 1), date(9999, 12, 31)), st.sampled_from([NORTH, SOUTH]))
def test_a_date_in_words_is_read_in_speech(day: date, dialect: Dialect) -> None:
    words = [spell_number(part, dialect=dialect) for part in (day.day, day.month, day.year)]
    text = f"ngày {words[0]} tháng {words[1]} năm {words[2]}"
    assert read_date(text, "lenient") == day
    assert read_date(text.upper(), "lenient") == day
    assert read_date(f"tháng {words[1]} năm {words[2]}", "lenient") == (day.year, day.month)
    assert fault(text).code == "date/unknown-form"
    assert read_date(f"ngày {day.day} tháng {words[1]}, {day.year}", "lenient") == day


@given(st.integers(1000, 9999))
def test_a_year_is_read_digit_by_digit(year: int) -> None:
    said = " ".join(spell_number(int(digit)) for digit in str(year))
    assert read_date(f"năm {said}", "lenient") == (year, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("hai tư tháng bảy năm hai nghìn mười ba", date(2013, 7, 24)),
        ("mùng năm tháng tám năm 2019", date(2019, 8, 5)),
        ("ngày mồng mười tháng chín năm hai nghìn linh chín", date(2009, 9, 10)),
        ("ngày mùng 5 tháng 8 năm 2019", date(2019, 8, 5)),
        ("thứ hai ngày hai mươi tháng năm năm hai không một chín", date(2019, 5, 20)),
        ("chủ nhật, mười chín tháng năm năm 2019", date(2019, 5, 19)),
        ("ngày năm tháng năm năm hai nghìn mười chín", date(2019, 5, 5)),
        ("Thứ Ba, 5 tháng 2, 2019", date(2019, 2, 5)),
        ("ngày 12 tháng mười hai năm 2023", date(2023, 12, 12)),
        ("ngày ba mốt tháng mười hai năm 1999", date(1999, 12, 31)),
        ("tháng 1 2024", (2024, 1)),
        ("tháng tư năm một chín bảy lăm", (1975, 4)),
        ("tháng mười năm hai không một sáu", (2016, 10)),
        ("tháng mười một năm một nghìn tám trăm năm hai", (1852, 11)),
        ("tháng mười một năm hai nghìn không trăm hai mốt", (2021, 11)),
        ("tháng bẩy năm một nghìn không trăm linh ba", (1003, 7)),
        ("năm hai không linh chín", (2009, None)),
        ("năm hai nghìn", (2000, None)),
    ],
)
def test_reading_as_people_speak(text: str, day: date | YearMonth) -> None:
    assert read_date(text, "lenient") == day


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hai ba tháng sáu năm 2019", "date/unknown-form"),  # the 23rd, or the second and third
        ("ngày mùng mười một tháng tám năm 2019", "date/unknown-form"),
        ("ngày hai phẩy năm tháng tám năm 2019", "date/unknown-form"),
        ("tháng giêng năm 2019", "date/unknown-form"),  # a month of the moon as often as January
        ("thứ ba tháng năm năm 2019", "date/unknown-form"),
        ("năm hai nghìn ba", "date/unknown-form"),  # 2003, or 2300
        ("năm hai nghìn rưỡi", "date/unknown-form"),
        ("ngày ba mươi tháng tư", "date/unknown-form"),
        ("tháng năm", "date/unknown-form"),
        ("5 tháng 2 19", "date/unknown-form"),
        ("năm chín tám", "date/two-digit-year"),
        ("năm chín trăm ba tám", "date/year-out-of-range"),
        ("năm năm", "date/year-out-of-range"),
        ("tháng 13 năm hai nghìn mười", "date/no-such-month"),
        ("ngày ba mươi mốt tháng hai năm 2019", "date/no-such-day"),
        ("thứ tư, 5 tháng hai, 2019", "date/wrong-weekday"),
    ],
)
def test_what_is_no_date_in_speech_either(text: str, code: str) -> None:
    with pytest.raises(NumberError) as caught:
        read_date(text, "lenient")
    found = caught.value
    assert (found.code, found.start, found.end) == (code, 0, len(text))


def test_places_are_those_of_the_text_as_given() -> None:
    text = normalize("NFD", "ngày 31 tháng 2 năm 2019")
    found = fault(text)
    assert text[found.start : found.end] == "31"


@pytest.mark.parametrize(
    "wrong",
    [
        datetime(2019, 2, 5, tzinfo=UTC),
        "2019-02-05",
        None,
        2019,
        (2019,),
        (2019, 2, 5),
        (True, 2),
        (2019, True),
        ("2019", 2),
        (2019, "2"),
        [2019, 2],
        (2019.0, None),
    ],
)
def test_only_dates_months_and_years_are_written(wrong: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        format_date(wrong)
    assert caught.value.code == "type/wrong"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (date(999, 12, 31), "date/year-out-of-range"),
        ((999, 12), "date/year-out-of-range"),
        ((10_000, None), "date/year-out-of-range"),
        ((2019, 0), "date/no-such-month"),
        ((2019, 13), "date/no-such-month"),
    ],
)
def test_years_and_months_that_do_not_exist_are_not_written(wrong: date | YearMonth, code: str) -> None:
    with pytest.raises(NumberError) as caught:
        format_date(wrong)
    assert caught.value.code == code


def test_options_that_do_not_fit_are_refused() -> None:
    unknown: Any
    for unknown in ("iso", None, ["slash"]):
        with pytest.raises(OptionError) as caught:
            format_date(date(2019, 2, 5), style=unknown)
        assert caught.value.code == "option/unknown"
        with pytest.raises(OptionError) as caught:
            read_date("5-2-2019", unknown)
        assert caught.value.code == "option/unknown"
    with pytest.raises(OptionError) as caught:
        format_date((2019, 2), weekday=True)
    assert caught.value.code == "date/no-weekday"


def test_only_texts_are_read() -> None:
    wrong: Any
    for wrong in (None, 2019, b"5/6/2019", date(2019, 6, 5)):
        with pytest.raises(WrongTypeError):
            read_date(wrong)
