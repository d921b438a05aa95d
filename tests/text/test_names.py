"""Names in the order of Vietnamese lists: laws, then lists that anybody can check, then ICU as a witness."""

from __future__ import annotations

import unicodedata
from functools import partial
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import WrongTypeError, name_key
from lamtheobac.text.names import name_key as home

ALPHABET = """
a à ả ã á ạ ă ằ ẳ ẵ ắ ặ â ầ ẩ ẫ ấ ậ b ƀ c d đ e è ẻ ẽ é ẹ ê ề ể ễ ế ệ f g h i ì ỉ ĩ í ị j k l m n ñ
o ò ỏ õ ó ọ ô ồ ổ ỗ ố ộ ơ ờ ở ỡ ớ ợ p q r s t u ù ủ ũ ú ụ ư ừ ử ữ ứ ự v w x y ỳ ỷ ỹ ý ỵ z
"""
WORDS = """
hoa hòa hoà Hoa hóa hỏa họa hoan hoàn an ân ăn ánh anh đa da dạ Đa ê ế ươm ương yên yến quý quí bê bế
H’Hen H'Hen Y y Niê Êñuôl Adrơ̆ng Byă ﬁ İ 1 12 ٣ ( Ö
"""
SYLLABLES = st.sampled_from(WORDS.split())
NAMES = st.lists(SYLLABLES | st.sampled_from("-–’") | st.text(max_size=4), max_size=5).map(" ".join)
AS_WRITTEN = partial(name_key, given_first=False)


@given(NAMES)
def test_composed_or_not_is_one_name(name: str) -> None:
    composed = unicodedata.normalize("NFC", name)
    for key in (name_key, AS_WRITTEN):
        assert key(unicodedata.normalize("NFD", name)) == key(composed) == key(name)
        assert key(f"  {composed}\u00a0") == key(name)


@given(NAMES, NAMES)
def test_any_two_names_have_an_order(one: str, other: str) -> None:
    for key in (name_key, AS_WRITTEN):
        less, more = key(one) < key(other), key(other) < key(one)
        assert less + more + (key(one) == key(other)) == 1
    assert (name_key(one) < AS_WRITTEN(other)) in (True, False)


@given(st.lists(NAMES, max_size=8), st.data())
def test_the_order_does_not_depend_on_the_order_before(names: list[str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(names))
    keys = [[name_key(name) for name in sorted(some, key=name_key)] for some in (names, shuffled)]
    assert keys[0] == keys[1] == sorted(keys[0])


@given(SYLLABLES, SYLLABLES, NAMES, NAMES)
def test_the_given_name_decides_before_all_others(one: str, other: str, middle: str, more: str) -> None:
    short = [name_key(f"Lê {each}")[0][0] for each in (one, other)]
    if short[0] < short[1]:
        assert name_key(f"Vũ {middle} {one}") < name_key(f"An {more} {other}")
    elif short[0] == short[1]:
        assert name_key(f"An {middle} {one}")[0][0] == name_key(f"Vũ {more} {other}")[0][0]


@pytest.mark.parametrize("key", [name_key, AS_WRITTEN])
def test_the_alphabet(key: Any) -> None:
    both_cases = [letter for small in ALPHABET.split() for letter in (small, small.upper())]
    backwards = both_cases[::-1]
    assert sorted(backwards, key=key) == both_cases
    assert all(
        key(less) < key(more) for less, more in pairwise(["", "(", "0", "9", "a", "z", "ø", "я", "語"])
    )


# Each list stands in its right order.
LISTS = [
    ["Phạm An", "Nguyễn Thị An", "Lê Văn An", "Trần Đức Bình", "Đỗ Chí", "Lý Dung", "Hồ Đạt", "Vũ Em"],
    ["Lê Hà", "Trần Hà", "Vũ Thị Hà", "Lê Hạ", "Trần Hạ", "Lê Hai", "Lê Hải"],
    ["Lê Hoa", "An Hòa", "Bùi Hoà", "Chu Hòa", "An Hỏa", "An Hóa", "An Họa", "An Hoàn"],
    ["Nguyễn Văn Dũng", "Nguyễn Văn Đăng", "Nguyễn Văn Đặng", "Nguyễn Văn Đông", "Nguyễn Văn Đồng"],
    ["lê an", "Lê an", "lê An", "Lê An", "LÊ AN", "Lế An"],
    ["Nguyễn Văn An", "Nguyễn-Vân-An", "Nguyễn Thị - Bích"],
    ["Y Bhuôt Niê", "H’Hen Niê", "H' Hen Niê Kdăm", "Trần Hoa", "Giàng A Pó", "Y Thị Bích Thọ", "Y Wang Mlô Duôn Du"],
    ["A", "Y Đai", "H’", "H'Bia", "Nay H’Wil", "Y Ngông Niê Kdăm", "Y Nhok", "Y"],
]  # fmt: skip


@pytest.mark.parametrize("names", LISTS, ids=" < ".join)
def test_lists_of_people(names: list[str]) -> None:
    for before in (names[::-1], sorted(names)):
        assert sorted(before, key=name_key) == names


def test_lists_of_places_go_by_the_first_word() -> None:
    places = [
        "Ấp 2",
        "Ba Đình",
        "Bình An",
        "Bình Đông",
        "Bình - Sơn",
        "Bình Trị",
        "Dân Lập",
        "Đà Nẵng",
        "Ea H’Leo",
    ]
    backwards = places[::-1]
    assert sorted(backwards, key=AS_WRITTEN) == places


def test_spellings_of_one_name_stand_together() -> None:
    for one, other in (
        ("H’Hen Niê", "H'Hen Niê"),
        ("H’Hen Niê", "H’ Hen Niê"),
        ("Ngô-đình Hòa", "Ngô Đình Hoà"),
    ):
        letters = [[letters for letters, _ in name_key(name)[0]] for name in (one, other)]
        marks = [[marks for _, marks in name_key(name)[0]] for name in (one, other)]
        assert letters[0] == letters[1]
        assert marks[0] == marks[1]


@pytest.mark.parametrize("name", [5, None, b"An", ["An"]])
def test_only_texts_have_keys(name: Any) -> None:
    with pytest.raises(WrongTypeError) as caught:
        name_key(name)
    assert caught.value.code == "type/wrong"


def test_a_text_of_any_kind_has_a_key() -> None:
    class Odd(str):
        __slots__ = ()

        def split(self, *_: Any) -> Any:
            raise AssertionError

    assert name_key(Odd("Lê An")) == name_key("Lê An")
    for hostile in (
        "\ud800",
        "\x00",
        "a" + "\u0323\u0301" * 50_000,
        "Y " * 50_000,
        "\u202e\u200b",
        "-",
        "'" * 1000,
    ):
        assert name_key(hostile) == home(hostile) == name_key(hostile)


def test_icu_says_the_same() -> None:
    # An oracle for whoever has it (pip install PyICU); it must be built, so that no one needs it.
    icu = pytest.importorskip("icu")
    weigh: Any = icu.Collator.createInstance(icu.Locale("vi")).getSortKey
    onsets, rimes = (
        ("", "b", "d", "Đ", "đ", "th", "Th"),
        ("a", "ă", "an", "ân", "oan", "ơ", "ư", "ương", "yê", "ya"),
    )
    tones = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
    words = [
        unicodedata.normalize("NFC", f"{onset}{rime[0]}{tone}{rime[1:]}")
        for onset, rime, tone in product(onsets, rimes, tones)
    ]
    assert [*map(weigh, sorted(words, key=name_key))] == sorted(map(weigh, words))
    phrases = [" ".join(pair) for pair in product(words[::7], words[:60:4])]
    assert [*map(weigh, sorted(phrases, key=AS_WRITTEN))] == sorted(map(weigh, phrases))
