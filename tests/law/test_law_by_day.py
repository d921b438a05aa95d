"""What stands on each side of a legal day: kinds, parents, numbers, terms, bodies, themes, documents."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from lamtheobac import LawError, OrganisationKind, WrongTypeError, law

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

EVE = date(2025, 6, 30)
REFORM = date(2025, 7, 1)


def parents(kind: str, on: date, *, certain: bool | None = None) -> set[str]:
    found = law.allowed_parents(kind, on)
    return {each.value for each in found if certain in (None, each.is_certain)}


def test_communes_stood_under_the_district_and_stand_under_the_province_since() -> None:
    assert parents("commune", EVE) == {"district"}
    assert parents("commune", REFORM) == {"provincial"}
    assert parents("district", EVE) == {"provincial"}
    assert parents("central", REFORM) == set()
    with pytest.raises(LawError):
        law.allowed_parents("district", REFORM)
    with pytest.raises(LawError):
        law.allowed_parents("village", REFORM)


def test_grassroots_organisations_moved_to_the_communes() -> None:
    for kind in ("grassroots", "grassroots_cell"):
        assert "district" in parents(kind, EVE, certain=True)
        assert "commune" not in parents(kind, EVE)
        assert "district" not in parents(kind, REFORM)
        assert "commune" in parents(kind, REFORM, certain=True)
        assert "bloc_provincial" in parents(kind, date(2024, 12, 31), certain=True)
        assert "bloc_provincial" in parents(kind, EVE, certain=False)
        assert "bloc_provincial" not in parents(kind, REFORM)


def test_a_village_cell_under_a_commune_committee_is_not_settled() -> None:
    assert "commune" in parents("cell", EVE, certain=True)
    assert "commune" in parents("cell", REFORM, certain=False)
    assert parents("cell", REFORM, certain=True) == {"grassroots", "sectional"}
    assert parents("group", REFORM) == {"cell", "grassroots_cell"}
    assert parents("sectional", REFORM) == {"grassroots"}


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        ("district", date(2011, 1, 19), EVE),
        ("bloc_provincial", date(2011, 1, 19), EVE),
        ("provincial_government", date(2025, 1, 1), None),
        ("commune", date(2011, 1, 19), None),
    ],
)
def test_a_kind_exists_from_its_first_day_to_its_last(kind: str, first: date, last: date | None) -> None:
    day = date.resolution
    assert law.may_exist(kind, first)
    assert not law.may_exist(kind, first - day)
    assert last is None or (law.may_exist(kind, last) and not law.may_exist(kind, last + day))
    with pytest.raises(LawError):
        law.may_exist("village", first)


def test_where_each_kind_stands() -> None:
    tiers = {kind.value: law.tier_of(kind, EVE).value.value for kind in OrganisationKind}
    assert tiers == {
        "central": "central",
        "provincial": "province",
        "military": "province",
        "police": "province",
        "bloc_central": "above_grassroots",
        "bloc_provincial": "above_grassroots",
        "provincial_party_agencies": "above_grassroots",
        "provincial_government": "above_grassroots",
        "district": "above_grassroots",
        "commune": "grassroots",
        "grassroots": "grassroots",
        "grassroots_cell": "grassroots",
        "sectional": "sectional",
        "cell": "cell",
        "group": "group",
    }
    assert law.tier_of("commune", REFORM).value is law.Tier.ABOVE_GRASSROOTS


@pytest.mark.parametrize(
    ("name", "on", "value", "unit"),
    [
        ("official_members_least", date(2019, 5, 19), 3, "person"),
        ("grassroots_organisation_members_least", date(2019, 5, 19), 30, "person"),
        ("cell_members_most", date(2019, 5, 19), 30, "person"),
        ("cell_committee_official_members_least", date(2019, 5, 19), 9, "person"),
        ("standing_board_committee_members_least", date(2019, 5, 19), 9, "person"),
        ("cell_committee_members_most", date(2016, 7, 25), 7, "person"),
        ("cell_committee_members_most", REFORM, 7, "person"),
        ("cell_deputy_secretaries_most", date(2016, 7, 25), 1, "person"),
        ("cell_meeting_every", date(2019, 5, 19), 1, "month"),
        ("grassroots_committee_meeting_every", date(2019, 5, 19), 1, "month"),
        ("grassroots_organisation_meeting_every", date(2019, 5, 19), 6, "month"),
        ("cell_congress_every", EVE, 30, "month"),
        ("cell_congress_every", REFORM, 60, "month"),
        ("cell_congress_delay_most", EVE, 6, "month"),
        ("congress_every", REFORM, 60, "month"),
        ("congress_delay_most", REFORM, 12, "month"),
        ("joining_age_least", date(2019, 5, 19), 18, "year"),
        ("joining_age_most", date(2019, 5, 19), 60, "year"),
        ("reception_days_province_least", date(2019, 2, 18), 1, "day"),
        ("reception_days_district_least", EVE, 1, "day"),
        ("reception_days_commune_least", REFORM, 2, "day"),
    ],
)
def test_the_numbers_of_the_statute_and_its_regulations(name: str, on: date, value: int, unit: str) -> None:
    found = law.threshold(name, on)
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("name", "on"),
    [
        ("cell_committee_members_most", date(2016, 7, 24)),
        ("cell_congress_delay_most", REFORM),
        ("reception_days_district_least", REFORM),
        ("reception_days_commune_least", date(2019, 2, 17)),
        ("official_members_least", date(2011, 1, 18)),
    ],
)
def test_a_number_before_its_document_and_after_it_is_not_known(name: str, on: date) -> None:
    with pytest.raises(LawError) as caught:
        law.threshold(name, on)
    assert (caught.value.code, caught.value.issues[0].path) == ("law/nothing-on-that-day", ("thresholds",))


def test_what_is_only_inferred_carries_no_error() -> None:
    seven = [law.threshold("cell_committee_members_most", date(year, 8, 1)) for year in (2016, 2022, 2025)]
    assert [each.is_certain for each in seven] == [True, False, True]
    assert [each.value for each in seven] == [7, 7, 7]


@pytest.mark.parametrize(
    ("level", "on", "bodies"),
    [
        ("commune", EVE, set()),
        (
            "commune",
            REFORM,
            {"Văn phòng", "Ban Xây dựng Đảng", "Cơ quan Ủy ban Kiểm tra", "Trung tâm chính trị"},
        ),
        (
            "district",
            date(2024, 12, 31),
            {
                "Văn phòng",
                "Ban Tổ chức",
                "Ban Tuyên giáo",
                "Ban Dân vận",
                "Ủy ban Kiểm tra",
                "Trung tâm chính trị",
            },
        ),
        ("district", REFORM, set()),
        (
            "province",
            REFORM,
            {"Văn phòng", "Ban Tổ chức", "Ban Tuyên giáo và Dân vận", "Ban Nội chính", "Ủy ban Kiểm tra"},
        ),
    ],
)
def test_the_bodies_that_advise_a_committee(level: str, on: date, bodies: set[str]) -> None:
    assert {each.value for each in law.advisory_bodies(level, on)} == bodies


def test_the_merger_of_early_2025_has_no_sure_day() -> None:
    unsure = {each.value for each in law.advisory_bodies("province", EVE) if not each.is_certain}
    assert unsure == {"Ban Tuyên giáo", "Ban Dân vận", "Ban Tuyên giáo và Dân vận"}


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2017, 1, 1), "suy thoái"),
        (date(2018, 12, 31), "phong cách"),
        (date(2019, 1, 1), "tôn trọng Nhân dân"),
        (date(2020, 12, 31), "đại đoàn kết"),
        (date(2021, 1, 1), "tự lực, tự cường"),
        (date(2025, 12, 31), "tự lực, tự cường"),
    ],
)
def test_the_theme_of_a_day(on: date, words: str) -> None:
    (theme,) = law.themes(on)
    assert words in theme.value
    assert theme.key == ("term" if on.year > 2020 else "year", "Trung ương")


@pytest.mark.parametrize(
    ("on", "code"),
    [(date(2016, 12, 31), "law/nothing-on-that-day"), (date(2026, 1, 1), "law/value-not-known")],
)
def test_a_theme_that_is_not_known_is_an_error(on: date, code: str) -> None:
    with pytest.raises(LawError) as caught:
        law.themes(on)
    assert (caught.value.code, caught.value.issues[0].path) == (code, ("themes",))


@pytest.mark.parametrize(
    ("name", "on", "answer"),
    [
        ("Chỉ thị 03-CT/TW", date(2016, 5, 14), True),
        ("Chỉ thị 03-CT/TW", date(2016, 5, 15), False),
        ("Chỉ thị 05-CT/TW", date(2016, 5, 14), False),
        ("Chỉ thị 05-CT/TW", date(2016, 5, 15), True),
        ("Quy định 232-QĐ/TW", EVE, True),
        ("Quy định 232-QĐ/TW", REFORM, False),
        ("Quy định 294-QĐ/TW", EVE, False),
        ("Quy định 294-QĐ/TW", REFORM, True),
        ("Quy định 294-QĐ/TW năm 2010", date(2019, 1, 1), True),
        ("Quy định 11-QĐi/TW", date(2019, 2, 17), False),
        ("Nghị định 98/2023/NĐ-CP", date(2023, 12, 31), False),
        ("Nghị định 98/2023/NĐ-CP", date(2024, 1, 1), True),
        ("Nghị định 98/2023/NĐ-CP", REFORM, False),
        ("Quy định 20-QĐ/TW", date(2026, 7, 1), None),
        ("Phương án lương cơ sở 2026", date(2026, 7, 1), None),
    ],
)
def test_whether_a_document_was_in_force(name: str, on: date, answer: bool | None) -> None:  # noqa: FBT001  a case
    assert law.document_in_force(name, on) is answer


def test_two_documents_may_have_one_number_and_are_told_apart() -> None:
    one, other = law.document("Quy định 294-QĐ/TW"), law.document("Quy định 294-QĐ/TW năm 2010")
    assert one.document.number == other.document.number
    assert one.document.key != other.document.key
    assert law.document("Kế hoạch 03-KH/TW năm 2011").document.number == "03-KH/TW"
    assert [each.start.year for each in law.documents_numbered("03-KH/TW")] == [2011, 2016]
    assert law.documents_numbered("03-KH/TW", issued_on=date(2016, 7, 25)) == (
        law.document("Kế hoạch 03-KH/TW năm 2016"),
    )
    assert law.documents_numbered("03-KH/TW", issued_on=date(2016, 7, 26)) == ()
    # The Statute has no number, and no number does not mean the Statute.
    assert law.documents_numbered("") == ()


def test_every_document_of_the_table_is_told_from_every_other() -> None:
    documents = [each.document for each in law.built_in().documents.values()]
    keys = [each.key or (each.title, each.issuer) for each in documents]
    assert len(keys) == len(set(keys))
    named = [each for each in documents if each.number and each.issued_on is not None]
    # The Statute, a plan, two whose day is not known, and what this library itself holds figures against.
    assert len(named) >= len(documents) - 5
    assert all(each.key for each in named)


def test_a_document_that_was_given_up_was_never_in_force(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        """
table = "documents"
[[values]]
name = "Dự thảo"
kind = "decree"
title = "Dự thảo nghị định"
issuer = "Chính phủ"
issued_on = 2020-01-01
from = 2020-01-01
status = "cancelled"
confidence = "read"
checked = 2026-11-25
""",
        encoding="utf-8",
    )
    assert law.document_in_force("Dự thảo", date(2020, 1, 1), law=law.load(path)) is False


@pytest.mark.parametrize("word", [["x"], None, 5, b"x"])
def test_what_is_no_text_is_no_key(word: object) -> None:
    for ask in (
        lambda: law.threshold(word, EVE),  # type: ignore[arg-type]
        lambda: law.tier_of(word, EVE),  # type: ignore[arg-type]
        lambda: law.may_exist(word, EVE),  # type: ignore[arg-type]
        lambda: law.allowed_parents(word, EVE),  # type: ignore[arg-type]
        lambda: law.document(word),  # type: ignore[arg-type]
        lambda: law.document_in_force(word, EVE),  # type: ignore[arg-type]
        lambda: law.bonus(word, "individual", EVE),  # type: ignore[arg-type]
        lambda: law.bonus("worker_advanced", word, EVE),  # type: ignore[arg-type]
        lambda: law.who_may_grant(word, EVE),  # type: ignore[arg-type]
        lambda: law.built_in().history(word),  # type: ignore[arg-type]
    ):
        with pytest.raises(WrongTypeError):
            ask()
    with pytest.raises(LawError):
        law.advisory_bodies(word, EVE)  # type: ignore[arg-type]
    with pytest.raises(LawError):
        law.unit_of(word, EVE)  # type: ignore[arg-type]
    with pytest.raises(LawError):
        law.became_of(word, EVE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ask", "code", "path"),
    [
        (lambda: law.advisory_bodies("village", EVE), "law/unknown-key", ("advisory_bodies",)),
        (lambda: law.threshold("no_such", EVE), "law/unknown-key", ("thresholds",)),
        (lambda: law.tier_of("village", EVE), "law/unknown-key", ("organisation_kinds",)),
        (lambda: law.may_exist("village", EVE), "law/unknown-key", ("organisation_kinds",)),
        (
            lambda: law.allowed_parents("district", REFORM),
            "law/nothing-on-that-day",
            ("organisation_kinds",),
        ),
        (lambda: law.who_may_grant("no_such", EVE), "law/unknown-key", ("award_forms",)),
        (lambda: law.base_salary(date(2011, 4, 30)), "law/nothing-on-that-day", ("base_salary",)),
        (lambda: law.bonus("party_badge_45", "member", EVE), "law/value-not-known", ("bonus",)),
        (lambda: law.document("05-CT/TW"), "law/unknown-document", ()),
        (lambda: law.built_in().history("salary"), "law/unknown-table", ()),
        (lambda: law.unit_of("524", REFORM), "law/nothing-on-that-day", ("units",)),
        (lambda: law.became_of("99999", REFORM), "law/nothing-on-that-day", ("units",)),
        (lambda: law.themes(date(2016, 12, 31)), "law/nothing-on-that-day", ("themes",)),
    ],
)
def test_a_question_without_an_answer_names_its_table_and_day(
    ask: Callable[[], object], code: str, path: tuple[str, ...]
) -> None:
    with pytest.raises(LawError) as caught:
        ask()
    (fault,) = caught.value.issues
    assert (fault.code, fault.path) == (code, path)
    if code in ("law/nothing-on-that-day", "law/value-not-known"):
        assert "20" in fault.message_vi


def test_an_unknown_table_is_told_which_tables_there_are() -> None:
    with pytest.raises(LawError) as caught:
        law.built_in().history("salary")
    for table in law.built_in().tables:
        assert table in caught.value.issues[0].message_vi
