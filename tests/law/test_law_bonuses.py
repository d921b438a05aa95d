"""Bonuses against worked figures, and what is not known, capped or rounded."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    AwardForm,
    AwardSystem,
    LawError,
    Level,
    Money,
    OptionError,
    OrganisationKind,
    ReadError,
    law,
)
from lamtheobac.law.bonuses import _round

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "bonuses.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
CODES = sorted({(key[0], key[1]) for key in law.built_in().tables["bonus"]})


def day_of(text: str) -> date:
    day, month, year = map(int, text.split("/"))
    return date(year, month, day)


def number(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def test_the_worked_figures_are_worked_right() -> None:
    for name, _, day, work, amount, words in LINES:
        if words in ("chưa biết", "chưa có"):
            assert work == amount == "?"
            continue
        factors, product = work.split(" = ")
        exact = Fraction(1)
        for factor in factors.split(" × "):
            exact *= number(factor)
        assert exact == number(product), (name, day)
        assert 0 <= number(amount) - exact < 10_000, (name, day)


@pytest.mark.parametrize("name", sorted({(line[0], line[1]) for line in LINES}), ids=" / ".join)
def test_bonuses_are_those_worked_by_hand(name: tuple[str, str]) -> None:
    for form, recipient, text, _, amount, words in LINES:
        if (form, recipient) != name:
            continue
        day = day_of(text)
        kind = next(each for each in law.Recipient if each.label == recipient)
        found = law.award_forms(day, name=form)
        if words == "chưa có":
            assert found == ()
            continue
        (row,) = found
        assert kind in row.value.recipients
        if words == "chưa biết":
            with pytest.raises(LawError) as caught:
                law.bonus(row.value.code, kind, day)
            assert caught.value.code == "law/value-not-known"
            continue
        given_ = law.bonus(row.value.code, kind, day)
        assert given_.value == Money(int(number(amount))), text
        assert given_.is_cap == words.startswith("không quá"), text
        assert given_.is_certain == (words.removeprefix("không quá, ") == "chắc"), text
        assert (given_.document, given_.article, given_.unit) == (
            given_.coefficient.document,
            given_.coefficient.article,
            "VND",
        )


def test_every_form_and_recipient_of_the_table_is_worked_by_hand() -> None:
    day = date(2025, 6, 30)
    worked = {
        (each.value.code, next(kind for kind in law.Recipient if kind.label == recipient))
        for form, recipient in {(line[0], line[1]) for line in LINES}
        for each in law.award_forms(day, name=form)
    }
    factors = set(law.built_in().tables["bonus_factors"])
    assert worked == set(law.built_in().tables["bonus"]) | factors


@pytest.mark.parametrize(
    ("day", "salary"),
    [
        (date(2011, 5, 1), 830_000),
        (date(2012, 4, 30), 830_000),
        (date(2012, 5, 1), 1_050_000),
        (date(2013, 7, 1), 1_150_000),
        (date(2016, 5, 1), 1_210_000),
        (date(2017, 7, 1), 1_300_000),
        (date(2018, 7, 1), 1_390_000),
        (date(2019, 7, 1), 1_490_000),
        (date(2020, 7, 1), 1_490_000),
        (date(2023, 6, 30), 1_490_000),
        (date(2023, 7, 1), 1_800_000),
        (date(2023, 12, 31), 1_800_000),
        (date(2024, 6, 30), 1_800_000),
        (date(2024, 7, 1), 2_340_000),
        (date(2025, 6, 30), 2_340_000),
        (date(2025, 7, 1), 2_340_000),
        (date(2026, 6, 30), 2_340_000),
    ],
)
def test_the_base_salary_of_a_day(day: date, salary: int) -> None:
    found = law.base_salary(day)
    assert found.value == Money(salary)
    assert found.is_certain
    assert str(found) == str(Money(salary))
    assert found.holds_on(day)


def test_the_base_salary_before_the_table_is_no_guess() -> None:
    with pytest.raises(LawError) as caught:
        law.base_salary(date(2011, 4, 30))
    assert caught.value.code == "law/nothing-on-that-day"
    assert "2011-04-30" in caught.value.issues[0].message_vi


def test_a_plan_shows_in_everything_that_rests_on_it() -> None:
    day = date(2026, 7, 1)
    assert str(law.base_salary(day)) == "2.527.200 đồng (dự kiến, chưa chắc)"
    sum_ = law.bonus("party_badge_50", "member", day)
    assert (sum_.status, sum_.confidence, sum_.is_certain) == ("unverified", "low", False)
    assert str(sum_) == "7.581.600 đồng (chưa xác minh, chưa chắc)"
    cup = law.bonus("certificate_prime_minister", "individual", day, rounding="none")
    assert (cup.status, str(cup)) == ("planned", "8.845.200 đồng (dự kiến, chưa chắc)")


def test_the_two_ways_of_rounding_are_both_to_be_had_and_always_named() -> None:
    day = date(2023, 6, 30)
    exact = law.bonus("commendation_commune", "individual", day, rounding="none")
    up = law.bonus("commendation_commune", "individual", day)
    nearest = law.bonus("commendation_commune", "individual", day, rounding="nearest_10k")
    assert [each.value.dong for each in (exact, up, nearest)] == [223_500, 230_000, 220_000]
    assert [each.rounding.value for each in (exact, up, nearest)] == ["none", "ceil_10k", "nearest_10k"]
    assert up.rounding_by is not None
    assert (up.is_certain, up.confidence) == (False, "medium")
    assert (exact.is_certain, nearest.rounding_by) == (True, None)
    assert up.rounding_by in up.parts
    # Asked of the Central Emulation Board: 1.112.000 đồng.
    assert law.bonus("collective_advanced", "collective", date(2018, 12, 31)).value == Money(1_120_000)


def test_what_needs_no_rounding_is_as_certain_as_its_parts() -> None:
    found = law.bonus("fighter_grassroots", "individual", date(2023, 6, 30))
    assert (found.rounding_by, found.is_certain, found.status) == (None, True, "in_force")


def test_a_collective_is_rounded_once_and_not_twice() -> None:
    found = law.bonus("commendation_commune", "collective", date(2023, 6, 30))
    assert found.value == Money(450_000)  # 447.000, and not twice 230.000
    assert found.factor is not None
    assert found.factor.value == 2


def test_a_cap_is_never_rounded_up() -> None:
    day = date(2024, 6, 30)
    for way in (None, "ceil_10k", "nearest_10k"):
        found = law.bonus("insignia_ministry", "individual", day, rounding=way)
        assert (found.is_cap, found.value, found.rounding.value) == (True, Money(1_080_000), "none")
    assert law.bonus("insignia_ministry", "individual", date(2023, 6, 30)).value == Money(894_000)
    assert str(law.bonus("insignia_ministry", "individual", date(2023, 6, 30))) == "không quá 894.000 đồng"


def test_what_is_not_in_the_tables_is_an_error() -> None:
    day = date(2024, 7, 1)
    for form, recipient in (
        ("no_such_form", "individual"),
        ("worker_advanced", "collective"),
        ("order_ho_chi_minh", "collective"),
        ("praise", "member"),
        ("party_certificate", "individual"),
    ):
        with pytest.raises(LawError) as caught:
            law.bonus(form, recipient, day)
        assert (caught.value.code, caught.value.issues[0].path) == ("law/unknown-key", ("bonus",))
    with pytest.raises(OptionError) as refused:
        law.bonus("worker_advanced", "individual", day, rounding="down")
    assert refused.value.code == "option/unknown"
    assert "ceil_10k, nearest_10k, none" in refused.value.issues[0].message_vi
    with pytest.raises(LawError) as caught:
        law.bonus("commune_exemplary", "collective", date(2023, 12, 31))
    assert caught.value.code == "law/nothing-on-that-day"


OWN = """
table = "bonus"
[[values]]
form = "worker_advanced"
recipient = "individual"
value = 0.000_000_3
unit = "base_salary"
from = 2026-07-01
corrects = true
document = "Nghị định 152/2025/NĐ-CP"
article = "Điều 55"
status = "in_force"
confidence = "read"
checked = 2026-11-25
"""


def test_a_part_of_a_dong_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(OWN, encoding="utf-8")
    mine = law.load(path)
    with pytest.raises(LawError) as caught:
        law.bonus("worker_advanced", "individual", date(2026, 7, 1), rounding="none", law=mine)
    assert caught.value.code == "law/no-whole-dong"
    assert law.bonus("worker_advanced", "individual", date(2026, 7, 1), law=mine).value == Money(10_000)
    path.write_text(OWN.replace("worker_advanced", "worker_of_the_month"), encoding="utf-8")
    with pytest.raises(ReadError) as refused:
        law.load(path)
    assert refused.value.code == "law/unknown-reference"
    path.write_text(OWN.replace('"individual"', '"worker"'), encoding="utf-8")
    with pytest.raises(ReadError) as refused:
        law.load(path)
    assert (refused.value.code, refused.value.issues[0].path[-1]) == ("law/unknown-word", "recipient")


@given(st.fractions(min_value=0, max_value=10**9))
def test_rounding_up_and_to_the_nearest(exact: Fraction) -> None:
    up, nearest = _round(exact, law.Rounding.UP), _round(exact, law.Rounding.NEAREST)
    assert up % 10_000 == nearest % 10_000 == 0
    assert 0 <= up - exact < 10_000
    assert -5_000 < nearest - exact <= 5_000


@given(st.sampled_from(CODES), st.dates(date(2017, 10, 1), date(2030, 1, 1)))
def test_a_bonus_is_coefficient_times_salary_of_the_day(key: tuple[str, str], day: date) -> None:
    try:
        found = law.bonus(*key, day, rounding="none")
    except LawError as error:
        assert error.code in ("law/value-not-known", "law/nothing-on-that-day")
        return
    assert found.value.dong == found.coefficient.value * law.base_salary(day).value.dong
    assert found.coefficient.holds_on(day)
    assert found.is_certain == all(part.is_certain for part in found.parts)
    # Whoever decides a day earlier pays by the law of that day, and the table never falls without a document.
    before = law.built_in().find("bonus", *key, on=day - timedelta(days=1))
    if before is not None and before != found.coefficient:
        assert found.coefficient.start == day


def test_the_words_of_the_law_are_those_of_the_records() -> None:
    for (code,), rows in law.built_in().tables["award_forms"].items():
        for row in rows:
            assert row.details["award_form"] in set(AwardForm), code
            assert set(row.details["levels"]) <= set(Level), code
            assert row.details["system"] in set(AwardSystem), code
    for rows in law.built_in().tables["grantors"].values():
        for row in rows:
            assert row.details["level"] in set(Level)
            assert set(row.details.get("kinds", ())) <= set(OrganisationKind)


def test_no_two_forms_of_a_day_have_one_name() -> None:
    for day in (date(2019, 1, 1), date(2024, 1, 1), date(2025, 7, 1)):
        names = [name for row in law.award_forms(day) for name in (row.value.name, *row.value.also)]
        assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("form", "day", "grantors"),
    [
        # In the Party only the standing board of a province gives bằng khen and cờ.
        ("party_certificate", date(2019, 6, 15), ["party_standing_board_province"]),
        ("party_flag", date(2025, 7, 1), ["party_standing_board_province"]),
        ("party_commendation_above", date(2025, 6, 30), ["party_standing_board_district"]),
        ("party_commendation_above", date(2025, 7, 1), ["party_standing_board_above"]),
        ("party_commendation_above", date(2025, 12, 29), ["party_standing_board_above"]),
        (
            "party_commendation_grassroots",
            date(2025, 7, 1),
            ["party_committee_grassroots", "party_grassroots_cell"],
        ),
        ("commendation_district", date(2023, 12, 31), ["head_department", "chair_district"]),
        ("commendation_district", date(2025, 6, 30), ["head_department", "chair_district"]),
        ("commendation_district", date(2025, 7, 1), ["head_department"]),
        ("commendation_commune", date(2025, 7, 1), ["chair_commune"]),
        ("commune_exemplary", date(2024, 1, 1), ["chair_province"]),
        ("fighter_national", date(2024, 1, 1), ["prime_minister"]),
        ("order_labour_3", date(2024, 1, 1), ["president"]),
        ("insignia_national_assembly", date(2024, 1, 1), ["national_assembly_committee"]),
    ],
)
def test_who_may_grant(form: str, day: date, grantors: list[str]) -> None:
    found = law.who_may_grant(form, day)
    assert [each.value.code for each in found] == grantors
    assert all(each.value.name for each in found)


def test_a_power_that_was_not_read_is_marked() -> None:
    before = {each.value.code: each for each in law.who_may_grant("fighter_grassroots", date(2025, 6, 30))}
    after = {each.value.code: each for each in law.who_may_grant("fighter_grassroots", date(2025, 7, 1))}
    assert set(before) == {"head_department", "chair_district"}
    assert set(after) == {"head_department", "chair_commune"}
    assert before["chair_district"].is_certain
    assert (after["chair_commune"].status, after["chair_commune"].is_certain) == ("unverified", False)


def test_a_commune_committee_was_a_grassroots_one_and_stands_above_them_since() -> None:
    def kinds(form: str, day: date) -> set[str]:
        return {kind for each in law.who_may_grant(form, day) for kind in each.value.kinds}

    day, next_day = date(2025, 6, 30), date(2025, 7, 1)
    assert "commune" in kinds("party_commendation_grassroots", day)
    assert "commune" not in kinds("party_commendation_grassroots", next_day)
    assert "commune" not in kinds("party_commendation_above", day)
    assert "commune" in kinds("party_commendation_above", next_day)
    assert "district" not in kinds("party_commendation_above", next_day)


def test_forms_are_found_by_what_a_record_says() -> None:
    day = date(2024, 1, 1)
    assert [each.value.code for each in law.award_forms(day, form="praise")] == ["praise"]
    assert {each.value.code for each in law.award_forms(day, system="party", level="cell")} == {"praise"}
    assert [
        each.value.code
        for each in law.award_forms(day, award_form="certificate_of_merit", system="party", level="province")
    ] == ["party_certificate"]
    assert law.award_forms(day, name="Tập thể lao động tiên tiến")[0].value.recipients == ("collective",)
    assert [each.value.code for each in law.award_forms(day, name="Đơn vị quyết thắng")] == [
        "collective_excellent"
    ]
    assert law.award_forms(date(2000, 1, 1)) == ()


def test_a_bonus_written_out_has_its_marks_and_nothing_more() -> None:
    found = law.bonus("fighter_grassroots", "individual", date(2024, 7, 1))
    assert str(found) == "2.340.000 đồng"
    weak = attrs.evolve(found, base_salary=attrs.evolve(found.base_salary, status=law.Status.REPEALED))
    assert (weak.status, weak.is_certain, str(weak)) == ("repealed", True, "2.340.000 đồng")
    assert str(found.coefficient) == "1"
    assert str(attrs.evolve(found.coefficient, value=Decimal("4.5"))) == "4,5"
    assert str(law.tier_of("commune", date(2025, 7, 1))) == "cấp trên trực tiếp của tổ chức cơ sở đảng"


def test_a_form_that_was_given_up_is_not_found(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        """
table = "award_forms"
[[values]]
form = "flag_of_the_district"
value = "Cờ của huyện"
award_form = "emulation_flag"
system = "state"
levels = ["district"]
recipients = ["collective"]
from = 2020-01-01
document = "Luật Thi đua, khen thưởng 2003"
article = "chưa rõ"
status = "cancelled"
confidence = "read"
checked = 2026-11-25
""",
        encoding="utf-8",
    )
    mine = law.load(path)
    assert law.award_forms(date(2020, 1, 1), name="Cờ của huyện", law=mine) == ()
    path.write_text(path.read_text(encoding="utf-8").replace("cancelled", "in_force"), encoding="utf-8")
    assert law.award_forms(date(2020, 1, 1), name="cờ của huyện", law=law.load(path))[0].value.also == ()
