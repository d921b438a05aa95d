from __future__ import annotations

import json
import re
import time
import tomllib
import unicodedata
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lamtheobac.errors import LIMITS, LamTheoBacError, LimitError, ReadError, WrongTypeError
from lamtheobac.text.alphabet import PLAIN, SPACES, SUSPECT, compose
from lamtheobac.text.clean import clean, fold, is_clean, search_key
from lamtheobac.text.encodings import find_old_encoding, is_syllable

if TYPE_CHECKING:
    from collections.abc import Callable

    from _pytest.mark.structures import ParameterSet

CASES = tomllib.loads(Path(__file__).with_name("clean_cases.toml").read_text("utf-8"))


def rows(kind: str, field: str) -> list[ParameterSet]:
    """Give every row of one kind of case as a pytest parameter, with its table."""
    return [pytest.param(row, table, id=ascii(row)) for table in CASES[kind] for row in table.get(field, ())]


def refusal(text: str, **options: Any) -> LamTheoBacError:
    with pytest.raises(LamTheoBacError) as caught:
        clean(text, **options)
    return caught.value


# --- laws ------------------------------------------------------------------------------------------------

# Texts near the ground that matters: our letters, marks in any order, blanks, and whatever Unicode has.
ODD = "\u0300\u0301\u0302\u0306\u0309\u0323\u031b\u0334" + "\u1100\u1161\u11a8\u0e01\u0e33\u0e31"
ODD += " \u00a0\u3000\n\r\t\u00adÃÂÄá»º…”²°µ·×¶¸ñöäøûï'’"
LETTERS = "aăâeêioôơuưyđbcghnqtAÂĐOUĕŏŭıǎßİſΑα"
NEAR = st.text(st.sampled_from(LETTERS + ODD + "\u0430\u0441\u03bf\U0001d400\ud800"), max_size=12)
ANY = st.text(st.characters(), max_size=30) | NEAR
LINES = st.booleans()


@given(ANY, LINES)
@example("Joã\u00a0h", False)  # noqa: FBT003  Hypothesis passes by position
@example("hÃ”", False)  # noqa: FBT003
@example("hÃ\u00a0", False)  # noqa: FBT003
def test_only_the_family_is_raised_and_clean_text_is_a_fixed_point(text: str, lines: bool) -> None:  # noqa: FBT001
    try:
        cleaned = clean(text, lines=lines)
    except LamTheoBacError as error:
        codes = [issue.code for issue in error.issues]
        assert len(codes) == len(set(codes)) > 0
        for issue in error.issues:
            assert issue.start is not None
            assert issue.end is not None
            assert 0 <= issue.start <= issue.end <= len(text)
        assert not is_clean(text, lines=lines)
    else:
        assert clean(cleaned, lines=lines) == cleaned
        assert is_clean(cleaned, lines=lines)
        assert is_clean(text, lines=lines) == (cleaned == text)
        assert unicodedata.is_normalized("NFC", cleaned)


def outcome(text: str, **options: Any) -> str | set[str]:
    try:
        return clean(text, **options)
    except LamTheoBacError as error:
        return {issue.code for issue in error.issues}


@given(ANY, LINES, st.integers(1, 8))
@example("\ufb2c" * 3, False, 2)  # noqa: FBT003  a Hebrew letter that NFC makes three of
@example("\u1f82" * 8, False, 8)  # noqa: FBT003  a Greek letter that NFD makes four of
def test_how_a_text_is_composed_makes_no_difference(text: str, lines: bool, most: int) -> None:  # noqa: FBT001
    apart, together = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    for limit in (most, 500):
        assert outcome(apart, most=limit, lines=lines) == outcome(together, most=limit, lines=lines)
        assert outcome(text, most=limit, lines=lines) == outcome(together, most=limit, lines=lines)


@given(ANY)
def test_keys_take_any_text_and_do_not_see_how_it_is_composed(text: str) -> None:
    apart, together = unicodedata.normalize("NFD", text), unicodedata.normalize("NFC", text)
    assert search_key(text) == search_key(apart) == search_key(together)
    assert fold(text) == fold(apart) == fold(together)


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_cleaning_does_not_change_the_keys(text: str) -> None:
    try:
        cleaned = clean(text)
    except LamTheoBacError:
        assume(False)  # noqa: FBT003  Hypothesis's own form
    else:
        assert search_key(cleaned) == search_key(text)
        assert fold(cleaned) == fold(text)


@given(st.text(st.sampled_from("\u0301\u0323\u0344\u0334\u0302aộ\u1100\u1161"), max_size=60))
def test_composing_is_what_the_standard_library_does(text: str) -> None:
    assert compose(text) == unicodedata.normalize("NFC", text)


@given(st.text(st.sampled_from(PLAIN), max_size=12))
def test_plain_characters_need_no_second_look(text: str) -> None:
    # What the fast path skips must be what the slow path would accept, whatever blank made it look.
    if SUSPECT.search(text) is None:
        assert find_old_encoding(text) is None
        assert unicodedata.is_normalized("NFC", text)


def test_the_blanks_are_the_space_separators_of_unicode() -> None:
    separators = {chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Zs"}
    assert set(re.findall(f"[{SPACES}]", "".join(map(chr, range(0x10000))))) == separators


# --- cases -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "table"), rows("same", "texts"))
def test_good_text_stays_as_it_is(text: str, table: dict[str, Any]) -> None:
    lines = table.get("lines", False)
    assert clean(text, lines=lines) == text
    assert is_clean(text, lines=lines)
    assert clean(unicodedata.normalize("NFD", text), lines=lines) == text


@pytest.mark.parametrize(("pair", "table"), rows("becomes", "pairs"))
def test_composition_and_blanks_are_mended(pair: list[str], table: dict[str, Any]) -> None:
    text, expected = pair
    lines = table.get("lines", False)
    assert clean(text, lines=lines) == expected
    assert not is_clean(text, lines=lines)
    assert is_clean(expected, lines=lines)


@pytest.mark.parametrize(("text", "table"), rows("refused", "texts"))
def test_faults_are_refused(text: str, table: dict[str, Any]) -> None:
    lines = table.get("lines", False)
    error = refusal(text, lines=lines)
    assert isinstance(error, ReadError)
    assert table["code"] in {issue.code for issue in error.issues}
    assert error.code == table["code"] or table["code"] != "text/old-encoding"
    if "encoding" in table:
        assert table["encoding"] in error.issues[0].message_vi
        assert table["encoding"] in error.issues[0].message_en
    assert not is_clean(text, lines=lines)


@pytest.mark.parametrize(("pair", "table"), rows("refused", "hints"))
def test_faults_name_the_likely_character(pair: list[str], table: dict[str, Any]) -> None:
    text, hint = pair
    (issue,) = refusal(text).issues
    assert (issue.code, issue.hint or "") == (table["code"], hint)


@pytest.mark.parametrize(("pair", "table"), rows("same_key", "pairs"))
def test_spellings_of_one_word_have_one_key(pair: list[str], table: dict[str, Any]) -> None:
    assert table
    assert search_key(pair[0]) == search_key(pair[1])


@pytest.mark.parametrize(("pair", "table"), rows("different_key", "pairs"))
def test_different_words_have_different_keys(pair: list[str], table: dict[str, Any]) -> None:
    assert table
    assert search_key(pair[0]) != search_key(pair[1])


@pytest.mark.parametrize(("pair", "table"), rows("fold", "pairs"))
def test_folding_drops_the_marks(pair: list[str], table: dict[str, Any]) -> None:
    assert table
    assert fold(pair[0]) == pair[1]


def test_one_issue_for_each_kind_at_its_first_place() -> None:
    error = refusal("B\u0456nh\u200b S\u200cơn \u0456 \u0001\n")
    assert [(issue.code, issue.start, issue.end) for issue in error.issues] == [
        ("text/homoglyph", 1, 2),
        ("text/format-character", 4, 5),
        ("text/control", 13, 14),
        ("text/line-break", 14, 15),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Huye\u0323\u0302n\u200b", (7, 8)),  # two characters became one before the fault
        ("\u1100\u1161\u11a8\u1112\u0001", (4, 5)),  # and three letters of Korean
        ("a\u0301\u0302", (0, 3)),  # the fault itself was composed: the whole cluster
        ("\u212bx\u0001", (2, 3)),  # one character became another
        ("\ufb2c\u0001", (1, 2)),  # one became three
        ("\u0301e\u0302", (0, 1)),
    ],
)
def test_places_count_in_the_text_as_given(text: str, place: tuple[int, int]) -> None:
    issue = refusal(text).issues[0]
    assert (issue.start, issue.end) == place


def test_an_old_encoding_is_named_before_what_follows_from_it() -> None:
    codes = [issue.code for issue in refusal("\u00c4\u0090\u00e1\u00ba\u00a3ng, \u00d0ảng").issues]
    assert codes == ["text/old-encoding", "text/control"]


def test_half_a_surrogate_pair_is_refused() -> None:
    for text in ("\ud800", "Bình\udcff", json.loads('"\\udcff\\ud800"')):
        assert refusal(text).code == "text/surrogate"


def test_messages_show_the_character_by_number_only() -> None:
    issue = refusal("Tên mật \u202e").issues[0]
    assert "U+202E" in issue.message_vi
    assert "U+202E" in issue.message_en
    assert "mật" not in issue.message_vi + issue.message_en


# --- limits, types, hostile text -------------------------------------------------------------------------


def test_length_counts_after_composing_and_folding_blanks() -> None:
    assert clean("ệ" * 500) == "ệ" * 500
    assert clean("e\u0323\u0302" * 500) == "ệ" * 500
    assert clean("a" + " " * 1000 + "b") == "a b"
    assert clean("ab", most=2) == "ab"
    assert is_clean("ab", most=2)
    assert not is_clean("abc", most=2)
    for text in (
        "ệ" * 501,
        "e\u0323\u0302" * 501,
        "a" + " " * 2000 + "b",
        "ë" * 501,
        "\0" * 501,
        "a" * 10_000,
    ):
        error = refusal(text)
        assert isinstance(error, LimitError)
        assert error.code == "limit/characters"
        assert "500" in error.issues[0].message_vi
        assert error.issues[0].end == len(text)


def test_only_text_is_cleaned() -> None:
    doors: list[Callable[[Any], object]] = [clean, is_clean, search_key, fold]
    for door in doors:
        for thing in (None, 5, 1.5, True, b"a", ["a"]):
            with pytest.raises(WrongTypeError):
                door(thing)


def test_a_subclass_of_str_comes_out_as_plain_text() -> None:
    class Kind(StrEnum):
        PARTY = "đảng"

    assert type(clean(Kind.PARTY)) is str
    assert is_clean(Kind.PARTY)


@pytest.mark.parametrize(("text", "table"), rows("hostile", "texts"))
def test_hostile_text_is_refused_in_the_family_or_stays(text: str, table: dict[str, Any]) -> None:
    assert table
    for lines in (False, True):
        result = outcome(text, lines=lines)
        if isinstance(result, str):
            assert outcome(result, lines=lines) == result
    assert fold(fold(text)) == fold(text)
    assert isinstance(search_key(text), str)


def seconds(work: Callable[[], object]) -> float:
    return min(_once(work) for _ in range(5))


def _once(work: Callable[[], object]) -> float:
    # Processor time, and the best of several: other work on the machine must not turn a good commit red.
    start = time.process_time()
    work()
    return time.process_time() - start


PIECES = [
    *("\u0301\u0323", "\u0344\u0323", "aù", "Ã", "á»", "HuyÖn ", "ñaâu ", "\u1100\u1161\u11a8"),
    *("\u0430", "\u0430 ", " a", "\u0301\r\n", "ı'"),
]


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    most = LIMITS.text_characters

    def work(length: int) -> Callable[[], object]:
        text = "a" + piece * (length // len(piece)) + "\0"
        return lambda: (outcome(text, most=most, lines=True), search_key(text), fold(text))

    # Four times the text: four times the time where it grows with the text, sixteen times with its square.
    assert seconds(work(16_000)) < 9 * seconds(work(4_000)) + 0.05


def test_syllables() -> None:
    good = (
        "à huyện hoà hòa khuỷu quốc quỳnh giếng gì nghiêng ngoẹo xoong oẳn tuýp uể yêu ý thuở quý khuya thuê"
    )
    bad = "mỉller hat ahư ưn aộ mùaa tuá hóan kỉz ngọai ă mặ bc đ x hảt"
    assert [word for word in good.split() if not is_syllable(word)] == []
    assert [word for word in bad.split() if is_syllable(word)] == []
