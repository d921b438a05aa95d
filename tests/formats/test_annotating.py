"""The marked report: whole, word for word, still, alone, and the same to eye, ear and terminal."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import Match, OptionError, Programme, Verdict, WrongTypeError, annotate, example, reconcile
from lamtheobac.formats import html
from lamtheobac.formats.annotating import SIGNS, count_kinds, cut
from lamtheobac.formats.html.annotated import annotated
from page_reader import PageReader

TEXT = """Huyện ủy Bình Sơn

Mô hình “Ngôi nhà cấp ủy” qua 4 năm đã vận động được hơn 6,2 tỷ đồng, xây mới và sửa chữa 130 nhà;
nhận 252.9951.915.301 đồng và 37 con bò. Tặng khoảng 4.900 cuốn sổ tay.

Bí thư Huyện ủy đối thoại với 38 công dân, giải quyết 30
vụ việc, đạt hơn 90%.
"""
MATCHES = reconcile(TEXT, example())
PIECES = st.lists(
    st.sampled_from(
        [
            *"""hơn 5 hộ 6,2 tỷ đồng <b> & " ' </p> 1.2.3 \u202e \x1b[2J 30/38 vụ việc - . , xây “Ngôi nhà cấp ủy”
        129 nhà \x85 5%""".split(),  # noqa: SIM905
            "\n",
            "\r\n",
            "\n\n",
            "\u2028",
        ]
    ),
    max_size=25,
).map(" ".join)


def spoken(text: str) -> str:
    """A text with its blanks and what cannot be seen made alike."""
    return " ".join(re.sub(r"[^\w.,%/<>&]", " ", text).split())


def body(page: str) -> str:
    """The report's own words in a page: without the signs."""
    inside = re.search('<div class="report">(.*?)</div>', page, re.DOTALL)
    assert inside
    bare = re.sub(r"<sup.*?</sup>", "", inside[1])
    return unescape(re.sub("<[^>]*>", "", bare.replace("</p>", "\n")))


def test_every_kind_has_a_sign_and_a_word_of_its_own() -> None:
    assert set(SIGNS) == {*Verdict, "malformed"}
    assert len(set(SIGNS.values())) == len(SIGNS)
    assert count_kinds(cut(TEXT, MATCHES)) == [
        ("contradicts", 2), ("malformed", 1), ("loose", 1), ("not_in_records", 1), ("agrees", 4),
    ]  # fmt: skip


def test_a_terminal_shows_each_figure_with_its_sign_and_what_was_found() -> None:
    shown = annotate(TEXT, MATCHES, form="text")
    assert "[hơn 6,2 tỷ đồng ✓2]" in shown
    assert "[130 nhà ✗3]" in shown
    assert "[252.9951.915.301 đồng !4]" in shown
    assert "[30 vụ việc ✓8], đạt [hơn 90% ✗9]" in " ".join(shown.split())
    assert "✗3 130 nhà (mâu thuẫn): báo cáo ghi 130 nhà, sổ ghi 129 nhà" in " ".join(shown.split())
    assert max(map(len, shown.splitlines())) <= 80
    english = " ".join(annotate(TEXT, MATCHES, form="text", lang="en").split())
    assert "2 contradicts, 1 written wrong, 1 loose, 1 not in the records, 4 agrees" in english
    assert annotate("không có gì", (), form="text").endswith("  không có số liệu nào\n")


def test_a_page_says_of_each_figure_what_was_found_by_word_sign_and_place() -> None:
    page = annotate(TEXT, MATCHES)
    seen = PageReader(page)
    assert "✗ 2 mâu thuẫn; ! 1 viết sai; ≈ 1 tạm khớp; ∅ 1 chưa có trong sổ; ✓ 4 khớp" in seen.words
    assert "130 nhà ✗ mâu thuẫn : báo cáo ghi 130 nhà, sổ ghi 129 nhà" in seen.words
    marks = [attributes for tag, attributes in seen.elements if tag == "a" and attributes.get("title")]
    assert len(marks) == len(MATCHES)
    assert (marks[2]["title"] or "").startswith("mâu thuẫn: báo cáo ghi 130 nhà")
    ids = {attributes["id"] for _, attributes in seen.elements if "id" in attributes}
    links = [attributes["href"] or "" for tag, attributes in seen.elements if tag == "a"]
    assert {link.removeprefix("#") for link in links} <= ids
    english = PageReader(annotate(TEXT, MATCHES, lang="en")).words
    assert "130 nhà ✗ contradicts : the report says 130 nhà" in english
    assert "không có số liệu nào" in PageReader(annotate("không có gì", ())).words


def test_a_page_asks_for_nothing_and_runs_nothing() -> None:
    page = annotate(TEXT + "<script>alert(1)</script> <img src=x onerror=y> “5 hộ <b>” ", MATCHES)
    assert not re.search(r"(?i)<script|<img|url\(|@import|https?://", page)
    assert "default-src &#x27;none&#x27;" in page
    assert "&lt;script&gt;alert(1)" in page


def test_the_part_fits_into_the_page_of_a_programme() -> None:
    part = annotated(TEXT, MATCHES)
    page = html.report(example(), annotated=part)
    PageReader(page)
    assert part in page
    assert annotated("không có gì", (), lang="en").endswith('<div class="report"><p>không có gì</p></div>')


EMPTY = Programme(name="Bình Sơn")


def test_a_figure_that_contradicts_its_own_report_is_marked_so() -> None:
    text = "Đã giải quyết 30/38 vụ việc, đạt 90%."
    shown = " ".join(annotate(text, reconcile(text, EMPTY), form="text").split())
    assert "[90% ✗2]" in shown
    assert "1 mâu thuẫn, 1 chưa có trong sổ" in shown


@given(PIECES)
def test_any_report_is_shown_whole_and_word_for_word(text: str) -> None:
    matches = reconcile(text, EMPTY)
    page = annotate(text, matches)
    PageReader(page)
    assert spoken(body(page)) == spoken(text)
    shown = annotate(text, matches, form="text").rpartition("\nTỪNG SỐ LIỆU\n")[0]
    assert spoken(re.sub(r" [✗!≈?∅✓][0-9]+\]", " ", shown)) == spoken(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", shown)


@pytest.mark.parametrize(
    "wrong",
    [MATCHES[1:2] + MATCHES[:1], MATCHES[:1] * 2, reconcile("Xây 5 nhà", EMPTY)],
    ids=["out of order", "twice", "of another text"],
)
def test_matches_of_another_text_are_refused(wrong: Any) -> None:
    with pytest.raises(OptionError):
        annotate(TEXT, wrong)


def test_what_is_no_text_no_match_no_language_and_no_form_is_refused() -> None:
    with pytest.raises(WrongTypeError):
        annotate(5, ())  # type: ignore[arg-type]
    with pytest.raises(WrongTypeError):
        annotate(TEXT, [5])  # type: ignore[list-item]
    with pytest.raises(OptionError):
        annotate(TEXT, (), lang="fr")  # type: ignore[arg-type]
    with pytest.raises(OptionError):
        annotate(TEXT, (), form="pdf")  # type: ignore[arg-type]


def test_a_match_says_the_same_everywhere() -> None:
    page = PageReader(annotate(TEXT, MATCHES)).words
    shown = " ".join(annotate(TEXT, MATCHES, form="text").split())
    for match in MATCHES:
        assert isinstance(match, Match)
        assert match.message() in page
        assert match.message() in shown
