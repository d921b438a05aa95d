"""Cards: whatever is in a record, a card is whole, still, and shows nothing private."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lamtheobac
from lamtheobac import (
    Document,
    Figure,
    FoundFigure,
    ModelField,
    ModelState,
    ModelStatus,
    OptionError,
    Person,
    PracticeModel,
    Programme,
    Severity,
    Unit,
    WrongTypeError,
    check,
    example,
    find_figures,
    make_id,
    read_record,
    reconcile,
)
from lamtheobac.formats.html.cards import card
from lamtheobac.formats.html.markup import Markup, element, join, outline, table
from lamtheobac.testing import figures, programmes
from lamtheobac.values.listing import Listing, show_card
from page_reader import PageReader

HOSTILE = "</td></table><script>alert(1)</script>\"' onload=x & <b>"


@given(st.text(), st.text())
def test_no_text_breaks_out_of_an_element(text: str, value: str) -> None:
    seen = PageReader(element("p", text, title=value))
    assert [tag for tag, _ in seen.elements] == ["p"]
    assert "<" not in join(text)
    assert seen.elements[0][1]["title"] is not None


@given(st.lists(st.integers(0, 30), max_size=30))
def test_an_outline_is_whole_and_loses_nothing(depths: list[int]) -> None:
    seen = PageReader(outline((depth, str(place)) for place, depth in enumerate(depths)))
    assert seen.words.split() == [str(place) for place in range(len(depths))]


def test_an_outline_of_any_depth_is_no_deeper_than_a_browser_likes() -> None:
    seen = outline((depth, "x") for depth in range(sys.getrecursionlimit() * 3))
    assert seen.count("<ul>") == 17


def test_what_turns_the_direction_of_text_is_shown_as_unknown() -> None:
    assert join("a\u202eb\x00c\u2066\n") == "a\ufffdb\ufffdc\ufffd\n"


def test_markup_shows_itself() -> None:
    assert Markup("<b>a</b>")._repr_html_() == "<b>a</b>"


def test_markup_is_not_escaped_twice() -> None:
    assert join(Markup("<b>a</b>"), "<") == "<b>a</b>&lt;"
    assert table("x", ["a"], [["<"]]).count("&lt;") == 1


@given(programmes(most=6))
def test_every_programme_has_a_card_and_so_has_all_that_it_answers(programme: Programme) -> None:
    shown: list[Any] = [programme, programme.tree(), programme.totals(), programme.coverage()]
    shown += [programme.awards_by("form"), check(programme), programme.models, programme.persons]
    shown += [*programme.tree(), *programme.models, *check(programme)]
    for each in shown:
        for lang in ("vi", "en"):
            PageReader(card(each, lang=lang))
        assert each._repr_html_() == card(each)


@given(figures())
def test_every_figure_has_a_card_with_its_words(figure: Figure) -> None:
    seen = PageReader(show_card(figure))
    assert " ".join(str(figure).split()) in seen.words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("hơn 90%", "khớp với trên 90 đến 99"),
        ("gần 1 tỷ đồng", "khớp với từ 900.000.000 dưới 1.000.000.000"),
        ("129 nhà", "khớp với 129"),
        ("dưới 100 hộ", "khớp với dưới 100"),
        ("ít nhất 20 hộ", "khớp với từ 20"),
        ("từ 3 đến 5 nhà", "giá trị 3 – 5"),
    ],
)
def test_a_figure_says_what_it_agrees_with(text: str, words: str) -> None:
    assert words in PageReader(show_card(Figure.parse(text))).words


def test_a_share_says_its_percentage() -> None:
    assert "30/38 (78,9%)" in show_card(Figure.share(30, out_of=38, unit=Unit.CASE))


def test_hostile_names_are_only_names() -> None:
    model = PracticeModel(
        id=make_id("mh", "x"), name=HOSTILE, aliases=(HOSTILE,), field=ModelField.HOUSING,
        statuses=(ModelStatus(state=ModelState.REGISTERED, document=Document(title=HOSTILE)),
                  ModelStatus(state=ModelState.ENDED, on=date(2020, 1, 1))),
    )  # fmt: skip
    programme = Programme(name=HOSTILE, mottos=[HOSTILE]).put(model)
    for shown in (model, programme, programme.models):
        assert "alert(1)" in PageReader(show_card(shown)).words


def test_what_is_private_stays_hidden() -> None:
    canary = "Nguyễn Thị Hoàng Yến"
    person = Person(id="ng-1", name=canary)  # type: ignore[arg-type]
    dialogue = read_record("dialogue", {"id": "dt-1", "note": canary})
    programme = Programme(name="Bình Sơn").put(person, dialogue)
    for shown in (programme, programme.persons, programme.dialogues, check(programme)):
        assert canary not in show_card(shown)
    assert "‹ẩn›" in show_card(programme.persons)


def test_a_finding_is_a_word_and_not_a_colour() -> None:
    finding = check(example(), only=["dialogue/rate-needs-other-base"])[0]
    words = PageReader(show_card(finding)).words
    assert words.startswith(Severity.WARNING.label)
    assert "hơn 90%" in words
    assert "78,9%" in words


def test_long_listings_say_what_they_leave_out() -> None:
    many = Programme(name="x").put(*(read_record("dialogue", {"id": f"dt-{n}"}) for n in range(70)))
    assert "… và 10 dòng nữa" in show_card(many.dialogues)
    assert PageReader(show_card(many.dialogues)).words.count("dt-") == 60


def test_nothing_is_said_to_be_nothing() -> None:
    empty = Programme(name="x")
    assert "không có gì" in show_card(empty.tree())
    assert "nothing" in card(empty.models, lang="en")


def test_what_was_found_in_prose_shows_malformed_amounts_too() -> None:
    found = find_figures("Vận động 6,2 tỷ đồng và từ 3 đến 5 nhà, 12,345,67 đồng.")
    assert isinstance(found, Listing)
    words = PageReader(show_card(found)).words
    assert "6.200.000.000" in words
    assert "viết sai" in PageReader(card((FoundFigure(figure=None, start=0, end=3, text="1,1"),))).words


def test_a_kind_of_its_own_shows_like_its_parent() -> None:
    class Mine(Figure):
        """A tool's own kind."""

    assert show_card(Mine.parse("129 nhà")) == show_card(Figure.parse("129 nhà"))


def test_completion_offers_the_interface() -> None:
    programme = example()
    for thing, hidden in ((programme, {"show_card", "annotations"}), (programme.tree()[0], {"show_card"})):
        offered = {name for name in dir(thing) if not name.startswith("_")}
        assert not hidden & offered
    assert dir(lamtheobac) == sorted(lamtheobac.__all__)


def test_what_was_held_against_the_records_has_a_card() -> None:
    text = "Mô hình “Ngôi nhà cấp ủy” đã vận động hơn 6,2 tỷ đồng, hỗ trợ xây mới và sửa chữa 130 nhà; 1.2.3 tỷ đồng."
    matches = reconcile(text, example())
    words = PageReader(show_card(matches)).words
    assert "130 nhà mâu thuẫn 129 nhà" in words
    for match in matches:
        for lang in ("vi", "en"):
            assert match.message(lang) in PageReader(card(match, lang=lang)).words
    alone = PageReader(show_card(matches[0].found)).words
    assert "giá trị 6.200.000.000" in alone


def test_what_has_no_card_and_a_language_that_does_not_exist_are_refused() -> None:
    for shown, lang, error in (
        (5, "vi", WrongTypeError),
        ((5,), "vi", WrongTypeError),
        (example(), "fr", OptionError),
    ):
        with pytest.raises(error):
            card(shown, lang=lang)  # type: ignore[arg-type]
