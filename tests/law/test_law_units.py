"""Administrative units: codes by date, what became of them, and that nothing is divided by guess."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lamtheobac
from lamtheobac import LawError, ReadError, WrongTypeError, law

REFORM = date(2025, 7, 1)
EVE = date(2025, 6, 30)
UNITS = tomllib.loads(
    (Path(lamtheobac.__file__).parent / "law" / "data" / "units.toml").read_text(encoding="utf-8")
)
CODES = sorted(
    {row["code"] for block in UNITS["values"] for row in block.get("rows", [block]) if "code" in row}
)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("21040", "thị trấn Châu Ổ", "xã Bình Sơn"),
        ("21061", "xã Bình Trị", "xã Vạn Tường"),
        ("21085", "xã Bình Minh", "xã Bình Minh"),
        ("21100", "xã Bình Chương", "xã Bình Chương"),
        ("51", "tỉnh Quảng Ngãi", "tỉnh Quảng Ngãi"),
    ],
)
def test_a_code_means_one_unit_before_the_reform_and_another_since(
    code: str, before: str, after: str
) -> None:
    old, new = law.unit_of(code, EVE), law.unit_of(code, REFORM)
    assert (str(old.value), str(new.value)) == (before, after)
    assert old.value.id != new.value.id
    assert (old.end, new.start) == (EVE, REFORM)


def test_a_code_of_2020_and_again_of_2025() -> None:
    assert str(law.unit_of("21109", date(2020, 1, 31)).value) == "xã Bình Tân"
    with pytest.raises(LawError) as caught:
        law.unit_of("21109", date(2020, 2, 1))
    assert caught.value.issues[0].path == ("units",)
    assert str(law.unit_of("21109", REFORM).value) == "xã Đông Sơn"


@pytest.mark.parametrize("code", ["", "99999", "xa-binh-tri"])
def test_an_unknown_code_is_no_unit(code: str) -> None:
    # Two communes of 2020 have no code that was read: an empty text is none of them.
    with pytest.raises(LawError):
        law.unit_of(code, EVE)
    if code != "xa-binh-tri":
        with pytest.raises(LawError):
            law.became_of(code, REFORM)


@given(st.sampled_from(CODES), st.dates(date(2004, 7, 8), date(2030, 1, 1)))
def test_no_code_means_two_units_on_a_day(code: str, day: date) -> None:
    known = law.built_in()
    having = [
        key
        for key in known.tables["units"]
        if (row := known.find("units", *key, on=day)) is not None and row.details.get("code") == code
    ]
    assert len(having) <= 1
    if having:
        assert law.unit_of(code, day).value.id == having[0][0]


def test_the_district_has_five_successors_and_none_is_it() -> None:
    found = law.became_of("524", REFORM)
    assert str(found.unit.value) == "huyện Bình Sơn"
    assert [str(each.unit.value) for each in found.successors] == [
        "xã Bình Sơn",
        "xã Vạn Tường",
        "xã Đông Sơn",
        "xã Bình Minh",
        "xã Bình Chương",
    ]
    assert not any(each.is_all for each in found.successors)
    outside = {str(each.unit.value): [str(part) for part in each.from_elsewhere] for each in found.successors}
    assert outside.pop("xã Đông Sơn") == ["xã Tịnh Hòa"]
    assert set(map(tuple, outside.values())) == {()}
    assert found.is_certain
    assert found.on == REFORM


@pytest.mark.parametrize(
    ("unit", "on", "successor", "elsewhere"),
    [
        ("21061", REFORM, "xã Vạn Tường", 5),
        ("21085", REFORM, "xã Bình Minh", 2),
        ("xa-binh-thanh-2020", REFORM, "xã Đông Sơn", 4),
        ("xa-tinh-hoa", REFORM, "xã Đông Sơn", 4),
        ("xa-binh-thoi", date(2020, 2, 1), "thị trấn Châu Ổ", 0),
        ("21076", REFORM, "xã Bình Sơn", 6),
        ("xa-binh-tan", EVE, "xã Bình Tân Phú", 1),
        ("62", REFORM, "tỉnh Quảng Ngãi", 1),
    ],
)
def test_a_commune_went_whole_into_one(unit: str, on: date, successor: str, elsewhere: int) -> None:
    found = law.became_of(unit, on)
    (step,) = found.successors
    assert str(step.unit.value) == successor
    assert step.is_all
    assert len(step.from_elsewhere) == elsewhere
    assert found.by


def test_a_chain_is_followed_and_is_as_certain_as_its_weakest_step() -> None:
    found = law.became_of("xa-binh-thoi", REFORM)
    assert [step.start for step in found.by] == [date(2020, 2, 1), REFORM]
    assert [step.is_certain for step in found.by] == [False, True]
    assert not found.is_certain


@pytest.mark.parametrize(("unit", "on"), [("21040", EVE), ("21061", date(2026, 7, 1)), ("524", EVE)])
def test_where_nothing_happened_a_unit_is_still_itself(unit: str, on: date) -> None:
    found = law.became_of(unit, on)
    (step,) = found.successors
    assert step.unit == found.unit
    assert (step.is_all, step.from_elsewhere, found.by, found.is_certain) == (True, (), (), True)


def test_a_code_is_that_of_the_last_unit_before_the_day() -> None:
    assert str(law.became_of("21061", REFORM).unit.value) == "xã Bình Trị"
    assert str(law.became_of("21061", REFORM + timedelta(days=1)).unit.value) == "xã Vạn Tường"
    with pytest.raises(LawError) as caught:
        law.became_of("21061", date(2004, 7, 8))
    assert "2004-07-07" in caught.value.issues[0].message_vi


@pytest.mark.parametrize("day", ["2025-07-01", None])
def test_a_day_is_needed(day: object) -> None:
    for ask in (law.unit_of, law.became_of):
        with pytest.raises(WrongTypeError):
            ask("21061", day)  # type: ignore[arg-type]


def test_every_unit_that_ended_with_the_district_has_a_successor_and_every_new_one_an_origin() -> None:
    known = law.built_in()
    units = {key[0]: rows[-1] for key, rows in known.tables["units"].items()}
    for id_, row in units.items():
        if row.end is not None and id_ != "thanh-pho-quang-ngai":
            found = law.became_of(id_, row.end + timedelta(days=1))
            assert found.successors, id_
            assert all(each.unit.start <= row.end + timedelta(days=1) for each in found.successors)
    old = [each for rows in known.tables["unit_successions"].values() for each in rows[0].details["old"]]
    assert len(old) == len(set(old))
    for rows in known.tables["unit_successions"].values():
        (event,) = rows
        for each in event.details["old"]:
            assert units[each].end == event.start - timedelta(days=1)
        for each in event.details["new"]:
            assert units[each].holds_on(event.start)


def test_there_were_25_units_then_22_and_five_since() -> None:
    known = law.built_in()

    def inside(parent: str, day: date) -> int:
        rows = (known.find("units", *key, on=day) for key in known.tables["units"])
        return sum(row is not None and row.details.get("parent") == parent for row in rows)

    assert inside("huyen-binh-son", date(2020, 1, 31)) == 25
    assert inside("huyen-binh-son", date(2020, 2, 1)) == 22
    assert inside("huyen-binh-son", EVE) == 22
    assert inside("huyen-binh-son", REFORM) == 0
    assert inside("tinh-quang-ngai-2025", REFORM) == 5


OWN = """
table = "units"
status = "{status}"
confidence = "read"
checked = 2026-11-25
document = "Nghị quyết 1677/NQ-UBTVQH15"
article = "Điều 1"
[[values]]
unit = "xa-moi"
value = "Mới"
kind = "commune"
code = "{code}"
from = 2025-07-01
to = 2026-12-31
"""
SPLIT = """
table = "unit_successions"
status = "{status}"
confidence = "read"
checked = 2026-11-25
document = "Nghị quyết 1677/NQ-UBTVQH15"
article = "Điều 1"
[[values]]
event = "2026-tach"
old = ["xa-binh-minh-2025"]
new = ["xa-binh-minh-2025", "xa-moi"]
from = 2026-01-01
"""


def write(folder: Path, *, code: str = "99999", status: str = "in_force") -> Path:
    (folder / "units.toml").write_text(OWN.format(code=code, status=status), encoding="utf-8")
    (folder / "successions.toml").write_text(SPLIT.format(status=status), encoding="utf-8")
    return folder


def test_a_code_that_another_unit_has_that_day_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        law.load(write(tmp_path, code="21061"))
    (fault,) = caught.value.issues
    assert (fault.code, fault.path) == ("law/taken", ("units.toml", "units", 0, "code"))
    # The code of a unit that ended the day before is free.
    mine = law.load(write(tmp_path, code="21043"))
    assert str(law.unit_of("21043", REFORM, law=mine).value) == "xã Mới"


@pytest.mark.parametrize(
    ("first", "last", "is_free"),
    [
        ("2020-02-01", "2025-06-30", True),  # between xã Bình Tân and xã Đông Sơn
        ("2020-01-31", "2025-06-30", False),
        ("2020-02-01", "2025-07-01", False),
    ],
)
def test_a_code_is_free_between_two_units_and_on_no_other_day(
    first: str,
    last: str,
    is_free: bool,  # noqa: FBT001  a case
    tmp_path: Path,
) -> None:
    path = tmp_path / "units.toml"
    text = OWN.format(code="21109", status="in_force")
    path.write_text(text.replace("2025-07-01", first).replace("2026-12-31", last), encoding="utf-8")
    if is_free:
        assert str(law.unit_of("21109", date(2022, 1, 1), law=law.load(path)).value) == "xã Mới"
    else:
        with pytest.raises(ReadError) as caught:
            law.load(path)
        assert caught.value.code == "law/taken"


def test_what_a_unit_is_said_to_be() -> None:
    commune = law.unit_of("21061", REFORM).value
    assert (commune.id, commune.code, commune.name) == ("xa-van-tuong-2025", "21061", "Vạn Tường")
    assert (commune.kind, commune.parent_id) == (law.UnitKind.COMMUNE, "tinh-quang-ngai-2025")
    nameless = law.became_of("xa-binh-thanh-2020", REFORM).unit.value
    assert (nameless.code, nameless.parent_id) == ("", "huyen-binh-son")
    assert law.unit_of("51", EVE).value.parent_id == ""


def test_a_unit_that_is_divided_has_two_successors_and_neither_is_all_of_it(tmp_path: Path) -> None:
    mine = law.load(write(tmp_path))
    found = law.became_of("21085", date(2026, 1, 1), law=mine)
    assert [(each.unit.value.id, each.is_all) for each in found.successors] == [
        ("xa-binh-minh-2025", False),
        ("xa-moi", False),
    ]
    whole = law.became_of("xa-binh-an", date(2026, 1, 1), law=mine)
    assert [each.is_all for each in whole.successors] == [False, False]
    # What ended without a successor has none.
    assert law.became_of("xa-moi", date(2027, 1, 1), law=mine).successors == ()


def test_what_was_given_up_never_happened(tmp_path: Path) -> None:
    mine = law.load(write(tmp_path, status="cancelled"))
    with pytest.raises(LawError):
        law.unit_of("99999", REFORM, law=mine)
    assert law.became_of("21085", date(2026, 1, 1), law=mine).by == ()
    assert law.became_of("xa-binh-an", date(2026, 1, 1), law=mine).successors[0].from_elsewhere
