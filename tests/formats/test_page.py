"""The report page: whole, still, alone, and true to the records."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given

from lamtheobac import (
    Contribution,
    Figure,
    NumberError,
    OptionError,
    OrganisationKind,
    PartyOrganisation,
    Period,
    Person,
    Programme,
    Severity,
    Stage,
    Succession,
    Unit,
    WrongTypeError,
    check,
    example,
    make_id,
    read_record,
)
from lamtheobac.formats import html
from lamtheobac.formats.html.charts import Bar, bar_chart, bar_of
from lamtheobac.formats.html.markup import element
from lamtheobac.testing import figures, programmes
from page_reader import PageReader

PAGE = html.report(example())


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as WCAG reckons it."""

    def light(colour: str) -> float:
        letters = colour.removeprefix("#")
        whole = letters if len(letters) == 6 else "".join(letter * 2 for letter in letters)
        parts = [int(whole[place : place + 2], 16) / 255 for place in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@given(programmes(most=8))
def test_any_programme_is_one_whole_page(programme: Programme) -> None:
    for lang in ("vi", "en"):
        page = html.report(programme, lang=lang)
        seen = PageReader(page)
        ids = [attributes["id"] for _, attributes in seen.elements if "id" in attributes]
        assert len(ids) == len(set(ids))
        links = {attributes["href"] for _, attributes in seen.elements if "href" in attributes}
        assert {link and link.removeprefix("#") for link in links} <= set(ids)
        assert [tag for tag, _ in seen.elements].count("h1") == 1


@given(figures())
def test_any_figure_is_a_bar_within_its_chart(figure: Figure) -> None:
    drawn = bar_chart("c", "Số liệu", [bar_of("x", figure), bar_of("y", figure, in_percent=True)])
    root = ET.fromstring(drawn)  # noqa: S314  our own
    widths = [int(each.attrib["width"]) for each in root.iter("{http://www.w3.org/2000/svg}rect")]
    assert all(0 < width <= 400 for width in widths)


def test_a_bar_is_as_long_as_its_figure() -> None:
    bars = [Bar("a", "1", Decimal(1), Decimal(1)), Bar("b", "3–4", Decimal(3), Decimal(4))]
    drawn = bar_chart("c", "x", bars)
    assert re.findall(r'width="(\d+)" height="12" rx="2" class="(\w+)"', drawn) == [
        ("400", "track"), ("100", "bar"), ("400", "track"), ("400", "maybe"), ("300", "bar"),
    ]  # fmt: skip
    assert "a: 1; b: 3–4" in drawn
    assert 'width="200"' in bar_chart(
        "c", "x", [Bar("a", "50%", Decimal(50), Decimal(50))], full=Decimal(100)
    )
    assert 'width="1"' in bar_chart("c", "x", [Bar("a", "0", Decimal(0), Decimal(0))])
    assert bar_chart("c", "x", []).startswith("<svg")


def test_long_words_are_broken_and_not_cut() -> None:
    words = "mô hình tiết kiệm làm theo lời Bác hỗ trợ hộ nghèo ở xã vùng cao"
    drawn = bar_chart("c", "x", [Bar(words, "1", Decimal(1), Decimal(1))])
    assert " ".join(re.findall(r'class="of">([^<]+)<', drawn)) == words
    assert max(map(len, re.findall(r'class="of">([^<]+)<', drawn))) <= 46


def test_the_page_of_the_example_says_what_matters() -> None:
    words = PageReader(PAGE).words
    for said in (
        "Đảng bộ huyện Bình Sơn", "hơn 90%", "78,9%", "hơn 6,2 tỷ đồng", "8.458 ngày công", "1 cảnh báo, 12 lưu ý",
        "Ngày 30/06/2025: 27 tổ chức", "Ngày 01/07/2025: 6 tổ chức", "Đóng góp, tính bằng tấn (gạo)",
    ):  # fmt: skip
        assert said in words, said
    english = PageReader(html.report(example(), lang="en")).words
    assert "On 01/07/2025: 6 organisations" in english
    assert "Contributions, in labour days" in english


def test_the_page_asks_for_nothing_and_runs_nothing() -> None:
    assert not re.search(r"(?i)<script|url\(|@import|https?://(?!www\.w3\.org/2000/svg)", PAGE)
    assert "default-src &#x27;none&#x27;" in PAGE


def test_headings_go_down_one_by_one_and_tables_have_heads() -> None:
    seen = PageReader(PAGE)
    levels = [int(tag[1]) for tag, _ in seen.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    tables = [tag for tag, _ in seen.elements].count("table")
    assert tables == [tag for tag, _ in seen.elements].count("caption")
    assert all(attributes.get("scope") for tag, attributes in seen.elements if tag == "th")
    for tag, attributes in seen.elements:
        if tag == "svg":
            assert attributes["role"] == "img"
            assert attributes["aria-labelledby"]


@pytest.mark.parametrize("block", [":root{color-scheme:light dark", "dark){:root{", "print{:root{"])
def test_every_colour_of_text_stands_out_from_its_ground(block: str) -> None:
    style = PAGE.partition(block)[2].partition("}")[0]
    light = PAGE.partition(":root{color-scheme:light dark")[2].partition("}")[0]
    colours = dict(re.findall(r"--(\w+):(#\w+)", light)) | dict(re.findall(r"--(\w+):(#\w+)", style))
    for name in ("ink", "soft", "error", "warning", "info", "link"):
        assert contrast(colours[name], colours["ground"]) >= 4.5, name
    assert contrast(colours["bar"], colours["ground"]) >= 3
    assert contrast(colours["bar"], colours["pale"]) >= 3


def test_what_is_private_is_not_on_the_page() -> None:
    canary = "Nguyễn Thị Hoàng Yến"
    records = [
        read_record("dialogue", {"id": "dt-1", "note": canary, "citizens": "3 công dân"}),
        read_record("award", {"id": "kt-1", "note": canary, "individuals": "3 cá nhân", "recipient_ids": ["ng-1"]}),
        read_record("contribution", {"id": "dg-1", "note": canary, "gift": "5 triệu đồng", "given_by_id": "ng-1"}),
    ]  # fmt: skip
    programme = Programme(name="Bình Sơn").put(Person(id="ng-1", name=canary), *records)  # type: ignore[arg-type]
    page = html.report(programme, annotated=element("p", "một & hai"))
    assert canary not in page
    assert "<p>một &amp; hai</p>" in page
    assert "&lt;script&gt;" in html.report(programme, annotated="<script>")


def test_an_organisation_that_ends_and_one_that_begins_are_marked_in_words() -> None:
    day = date(2025, 7, 1)
    old = PartyOrganisation(
        id=make_id("tc", "cu"), name="Đảng bộ xã Cũ", kind=OrganisationKind.COMMUNE,
        life=Period(end=day - timedelta(days=1)),
    )  # fmt: skip
    new = PartyOrganisation(
        id=make_id("tc", "moi"), name="Đảng bộ xã Mới", kind=OrganisationKind.COMMUNE, life=Period(start=day)
    )
    programme = Programme(name="x").put(old, new)
    assert "<del>" not in html.report(programme)
    changed = programme.put(Succession(id=make_id("kt", "1"), old_ids=(old.id,), new_ids=(new.id,), on=day))
    for page in (html.report(programme, changed_on=[day]), html.report(changed)):
        assert "<del>Đảng bộ xã Cũ (kết thúc)</del>" in page
        assert "<ins>Đảng bộ xã Mới (mới)</ins>" in page


def test_long_lists_say_what_they_leave_out() -> None:
    gifts = [
        Contribution(
            id=make_id("dg", str(year)), gift=Figure.of(year, Unit.LABOUR_DAY), stage=Stage.RECEIVED,
            period=Period.of_year(year),
        )
        for year in range(1990, 2020)
    ]  # fmt: skip
    programme = Programme(name="x").put(*gifts)
    page = html.report(programme)
    assert "… và 6 dòng nữa" in page
    finding = check(example())[0]
    many = html.report(programme, findings=[finding] * 501)
    assert many.count('class="finding ') == 500
    assert "… và 1 dòng nữa" in many


def test_a_programme_without_anything_has_a_page_too() -> None:
    words = PageReader(html.report(Programme(name="Trống"))).words
    assert "không có gì" in words
    assert "Mức độ bao phủ" not in words


def test_gifts_without_a_name_are_said_to_have_none() -> None:
    gift = read_record("contribution", {"id": "dg-1", "gift": {"value": "3", "unit": "item"}})
    assert "loại không nêu tên" in html.report(Programme(name="x").put(gift))


def test_coverage_says_whose_it_is() -> None:
    records = [
        read_record("organisation", {"id": "tc-a", "name": "Đảng bộ xã A", "kind": "commune"}),
        read_record("report", {"id": "bc-a", "organisation_id": "tc-a", "kind": "annual"}),
        read_record("participation", {
            "id": "tg-1", "kind": "studied", "subjects": "members", "count": "30/38 đảng viên", "report_id": "bc-a",
        }),
        read_record("participation", {"id": "tg-2", "kind": "studied", "subjects": "members", "of_id": "tc-a"}),
    ]  # fmt: skip
    page = html.report(Programme(name="x").put(*records))
    assert "Đảng bộ xã A · đảng viên, cán bộ, đã học tập: báo cáo nêu" in page
    assert 'width="315"' in page


def test_every_severity_has_a_colour_of_its_own() -> None:
    for severity in Severity:
        assert f"--{severity}:" in PAGE


def test_no_programme_no_such_language_and_no_such_year_are_refused() -> None:
    with pytest.raises(WrongTypeError):
        html.report("Bình Sơn", findings=())  # type: ignore[arg-type]
    with pytest.raises(OptionError):
        html.report(example(), lang="fr")  # type: ignore[arg-type]
    with pytest.raises(NumberError):
        html.report(Programme(name="x"), changed_on=[date.min])
