"""Tables of the law: what is wrong in them is refused with its place; what a user adds is added."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import LawError, LimitError, Money, OrganisationKind, ReadError, WrongTypeError, law
from lamtheobac.law.reading import _read
from lamtheobac.law.tables import TABLES

FAULTS = tomllib.loads((Path(__file__).parent / "faults.toml").read_text(encoding="utf-8"))["case"]
OWN = """
table = "{table}"
from = {start}
document = "Nghị định 73/2024/NĐ-CP"
article = "Điều 3"
status = "in_force"
confidence = "read"
checked = 2026-11-25
{rest}
"""


def write(folder: Path, rest: str, *, table: str = "base_salary", start: str = "2026-07-01") -> Path:
    path = folder / "mine.toml"
    path.write_text(OWN.format(table=table, start=start, rest=rest), encoding="utf-8")
    return path


@pytest.mark.parametrize("case", FAULTS, ids=lambda case: case["name"])
def test_every_fault_is_refused_with_file_table_and_key(case: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(case["file"], encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        law.load(path)
    (fault,) = caught.value.issues
    assert fault.code == case["code"]
    assert " ".join(map(str, fault.path)) == case["at"]
    assert fault.message_vi != fault.message_en
    assert fault.message_vi == case.get("says", fault.message_vi)


def test_every_fault_of_every_file_is_named_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('table = "thresholds"\nvalues = [{}]', encoding="utf-8")
    (tmp_path / "b.toml").write_bytes(b"\xff")
    (tmp_path / "c.txt").write_text("not a table", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        law.load(tmp_path)
    assert [(fault.path[0], fault.path[-1]) for fault in caught.value.issues] == [
        *(
            ("a.toml", name)
            for name in (
                "article",
                "checked",
                "confidence",
                "document",
                "from",
                "name",
                "status",
                "unit",
                "value",
            )
        ),
        ("b.toml", "b.toml"),
    ]


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_nothing_but_our_own_error_comes_out_of_any_file(content: bytes) -> None:
    with pytest.raises(ReadError):
        _read([("mine.toml", content)], law.built_in())


@pytest.mark.parametrize(
    "content", [b"x = " + b"[" * 100_000, b"x = " + b"9" * 10_000, b"x = 1e99999999999999999999999"]
)
def test_no_depth_and_no_length_breaks_the_reader(content: bytes) -> None:
    with pytest.raises(ReadError):
        _read([("mine.toml", content)], None)


def test_a_file_has_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "long.toml"
    path.write_bytes(b"#" * (1024 * 1024 + 1))
    with pytest.raises(LimitError):
        law.load(path)
    path.write_bytes(b"#" * (1024 * 1024))
    with pytest.raises(ReadError):
        law.load(path)


@pytest.mark.parametrize("path", [5, None, b"x"])
def test_a_path_is_needed(path: object) -> None:
    with pytest.raises(WrongTypeError):
        law.load(path)  # type: ignore[arg-type]


def test_a_path_no_system_takes() -> None:
    with pytest.raises(ReadError):
        law.load("a\0b")


def test_what_a_row_leaves_out_is_an_empty_text() -> None:
    held = law.built_in()
    rows = [row for table in held.tables.values() for rows in table.values() for row in rows]
    assert {type(text) for row in rows for text in (row.unit, row.note, row.article)} == {str}
    assert {type(each.note) for each in held.documents.values()} == {str}
    assert held.tables["allowed_parents"]["district", "provincial"][0].unit == ""
    assert law.document("Nghị định 30/2020/NĐ-CP").note == "không áp dụng cho văn bản của Đảng"
    assert law.document("Nghị định 356/2025/NĐ-CP").note == ""


def test_a_correction_takes_the_place_of_a_plan_and_the_built_in_law_stays(tmp_path: Path) -> None:
    path = write(tmp_path, '[[values]]\nvalue = 2_530_000\nunit = "VND/month"\ncorrects = true')
    mine = law.load(path)
    day = date(2026, 7, 1)
    assert law.base_salary(day, law=mine).value == Money(2_530_000)
    assert law.base_salary(day, law=mine).is_certain
    assert law.base_salary(day).value == Money(2_527_200)
    assert law.base_salary(date(2026, 6, 30), law=mine).value == Money(2_340_000)


def test_a_correction_cuts_what_it_lies_within(tmp_path: Path) -> None:
    rest = 'to = 2022-03-31\n[[values]]\nvalue = 1\nunit = "VND/month"\ncorrects = true'
    mine = law.load(write(tmp_path, rest, start="2022-01-01"))
    spans = [(row.start, row.end, row.value.dong) for row in mine.history("base_salary")][6:10]
    assert spans == [
        (date(2019, 7, 1), date(2021, 12, 31), 1_490_000),
        (date(2020, 7, 1), None, 1_600_000),  # cancelled: it never held
        (date(2022, 1, 1), date(2022, 3, 31), 1),
        (date(2022, 4, 1), date(2023, 6, 30), 1_490_000),
    ]


def test_a_correction_for_good_ends_what_was_there_and_leaves_what_was_cancelled(tmp_path: Path) -> None:
    rest = '[[values]]\nvalue = 1\nunit = "VND/month"\ncorrects = true'
    mine = law.load(write(tmp_path, rest, start="2020-07-01"))
    rows = mine.history("base_salary")[6:]
    assert [(row.start, row.end, row.value.dong, row.status.value) for row in rows] == [
        (date(2019, 7, 1), date(2020, 6, 30), 1_490_000, "in_force"),
        (date(2020, 7, 1), None, 1, "in_force"),
        (date(2020, 7, 1), None, 1_600_000, "cancelled"),
    ]


def test_a_gap_between_a_correction_and_what_is_built_in_is_refused(tmp_path: Path) -> None:
    rest = 'to = 2010-12-31\n[[values]]\nvalue = 1\nunit = "VND/month"'
    with pytest.raises(ReadError) as caught:
        law.load(write(tmp_path, rest, start="2010-01-01"))
    (fault,) = caught.value.issues
    assert (fault.code, fault.path) == ("law/gap", ("mine.toml", "base_salary", 0, "from"))


def test_a_user_adds_a_threshold_and_a_document_of_his_own(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(
        """
table = "documents"
[[values]]
name = "Quy định 1-QĐ/TU"
kind = "regulation"
number = "1-QĐ/TU"
issuer = "Tỉnh ủy Quảng Ngãi"
issued_on = 2020-01-01
from = 2020-01-01
status = "in_force"
confidence = "read"
checked = 2026-11-25
""",
        encoding="utf-8",
    )
    rest = '[[values]]\nname = "models_least"\nvalue = 1\nunit = "model"'
    path = write(tmp_path, rest, table="thresholds", start="2020-01-01")
    path.write_text(
        path.read_text(encoding="utf-8").replace("Nghị định 73/2024/NĐ-CP", "Quy định 1-QĐ/TU"), "utf-8"
    )
    mine = law.load(tmp_path)
    found = law.threshold("models_least", date(2020, 1, 1), law=mine)
    assert (found.value, found.unit, found.document.issuer) == (Decimal(1), "model", "Tỉnh ủy Quảng Ngãi")
    assert law.document_in_force("Quy định 1-QĐ/TU", date(2020, 1, 1), law=mine)


def test_a_value_that_nobody_has_verified_is_an_error_and_no_zero(tmp_path: Path) -> None:
    rest = 'unit = "VND/month"\n[[values]]\nto = 2011-04-30'
    path = write(tmp_path, rest, start="2010-01-01")
    path.write_text(path.read_text(encoding="utf-8").replace("in_force", "unverified"), "utf-8")
    mine = law.load(path)
    assert mine.find("base_salary", on=date(2011, 4, 30)) is not None
    with pytest.raises(LawError) as caught:
        law.base_salary(date(2011, 4, 30), law=mine)
    assert caught.value.code == "law/value-not-known"


@pytest.mark.parametrize("table", TABLES)
def test_the_provisions_of_a_key_touch_and_never_overlap(table: str) -> None:
    for key, rows in law.built_in().tables[table].items():
        held = [row for row in rows if row.status is not law.Status.CANCELLED]
        for before, after in pairwise(held):
            assert before.end is not None, key
            assert (after.start - before.end).days == 1, key


@pytest.mark.parametrize("table", TABLES)
def test_what_is_held_is_marked(table: str) -> None:
    for rows in law.built_in().tables[table].values():
        for row in rows:
            assert row.article
            assert row.checked >= date(2026, 11, 25)
            assert row.unit or not TABLES[table].units
            # What was not read and is not well known can carry no error.
            assert row.is_certain == (
                row.status in ("in_force", "repealed") and row.confidence in ("read", "high")
            )


def test_the_kinds_of_the_law_are_those_of_the_records() -> None:
    assert {key[0] for key in law.built_in().tables["organisation_kinds"]} == set(OrganisationKind)


def test_a_law_is_asked_by_table_and_key() -> None:
    known = law.built_in()
    with pytest.raises(LawError) as caught:
        known.history("no_table")
    assert caught.value.code == "law/unknown-table"
    with pytest.raises(LawError):
        known.history("thresholds", "no_key")
    assert ("provincial",) in known.keys("organisation_kinds", date(2025, 7, 1))
    assert ("district",) not in known.keys("organisation_kinds", date(2025, 7, 1))


@pytest.mark.parametrize("day", ["2025-07-01", None, 2025])
def test_a_question_needs_a_day(day: object) -> None:
    for ask in (law.base_salary, lambda on: law.document_in_force("Chỉ thị 05-CT/TW", on)):
        with pytest.raises(WrongTypeError):
            ask(day)  # type: ignore[arg-type]


def test_the_closed_lists_say_in_both_languages_what_the_table_of_words_says() -> None:
    words = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    for name, labels in words.items():
        kinds: type[law.Status] = getattr(law, name)
        assert {each.value: [each.label, each.label_en] for each in kinds} == labels
    assert set(words) == {"Confidence", "Recipient", "Rounding", "Status", "System", "Tier", "UnitKind"}


def test_only_what_was_held_and_is_well_known_needs_no_mark() -> None:
    from lamtheobac.law.words import mark  # noqa: PLC0415  no public name

    for status in law.Status:
        for confidence in law.Confidence:
            held = status in ("in_force", "repealed")
            sure = confidence in ("read", "high")
            wanted = [word.label for word, fine in ((status, held), (confidence, sure)) if not fine]
            assert mark(status, confidence) == (f" ({', '.join(wanted)})" if wanted else "")


@pytest.mark.parametrize(
    ("value", "is_fine"),
    [
        ("1_000_000_000_000_000_000", True),
        ("1_000_000_000_000_000_001", False),
        ("1_000_000_000_000_000_000.1", False),
        ("0." + "3" * 30, True),
        ("0." + "3" * 31, False),
        ("0.000_1", True),
        ("0.0", False),
        ("-0.5", False),
        ("nan", False),
    ],
)
def test_a_value_is_a_number_above_zero_of_some_length(value: str, is_fine: bool, tmp_path: Path) -> None:  # noqa: FBT001  a case
    rest = f'[[values]]\nname = "own"\nvalue = {value}\nunit = "person"'
    path = write(tmp_path, rest, table="thresholds", start="2020-01-01")
    if is_fine:
        found = law.threshold("own", date(2020, 1, 1), law=law.load(path))
        assert found.value == Decimal(value.replace("_", ""))
    else:
        with pytest.raises(ReadError) as caught:
            law.load(path)
        assert [fault.code for fault in caught.value.issues] == ["law/not-a-number"]


@pytest.mark.parametrize(
    ("start", "end", "spans"),
    [
        # Exactly the days of one value, its first day, its last day, and a day on either side of a border.
        ("2019-07-01", "2023-06-30", [("2019-07-01", "2023-06-30", 1)]),
        (
            "2019-07-01",
            "2019-07-01",
            [("2019-07-01", "2019-07-01", 1), ("2019-07-02", "2023-06-30", 1_490_000)],
        ),
        (
            "2023-06-30",
            "2023-06-30",
            [("2019-07-01", "2023-06-29", 1_490_000), ("2023-06-30", "2023-06-30", 1)],
        ),
        (
            "2019-06-30",
            "2019-07-01",
            [("2019-06-30", "2019-07-01", 1), ("2019-07-02", "2023-06-30", 1_490_000)],
        ),
        (
            "2023-06-30",
            "2023-07-01",
            [("2019-07-01", "2023-06-29", 1_490_000), ("2023-06-30", "2023-07-01", 1)],
        ),
    ],
)
def test_a_correction_takes_its_own_days_and_no_others(
    start: str, end: str, spans: list[tuple[str, str, int]], tmp_path: Path
) -> None:
    rest = f'to = {end}\n[[values]]\nvalue = 1\nunit = "VND/month"\ncorrects = true'
    mine = law.load(write(tmp_path, rest, start=start))
    rows = [
        (row.start.isoformat(), row.end.isoformat(), row.value.dong)
        for row in mine.history("base_salary")
        if row.end is not None and (row.value.dong == 1 or row.document.number.startswith("38/"))
    ]
    assert rows == spans
    before = law.base_salary(date.fromisoformat(start) - date.resolution, law=mine)
    assert before.value == law.base_salary(date.fromisoformat(start) - date.resolution).value


def test_what_a_row_says_overrides_its_block_and_that_its_file(tmp_path: Path) -> None:
    rest = """
note = "of the file"
[[values]]
unit = "person"
note = "of the block"
rows = [
  { name = ["one", "two"], value = 1 },
  { name = "three", value = 3, note = "of the row", article = "Điều 5" },
]
[[values]]
name = "four"
value = 4
unit = "day"
"""
    mine = law.load(write(tmp_path, rest, table="thresholds", start="2020-01-01"))
    said = {name: law.threshold(name, date(2020, 1, 1), law=mine) for name in ("one", "two", "three", "four")}
    assert {name: row.note for name, row in said.items()} == {
        "one": "of the block",
        "two": "of the block",
        "three": "of the row",
        "four": "of the file",
    }
    assert {name: row.article for name, row in said.items()} == {
        "one": "Điều 3",
        "two": "Điều 3",
        "three": "Điều 5",
        "four": "Điều 3",
    }
    assert [row.key for row in said.values()] == [("one",), ("two",), ("three",), ("four",)]
    assert said["four"].checked == date(2026, 11, 25)


def test_a_file_that_is_not_there_shows_no_path_of_the_machine(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        law.load(tmp_path / "none.toml")
    assert caught.value.code == "file/unreadable"
    assert str(tmp_path) not in str(caught.value)
    assert isinstance(caught.value.__cause__, OSError)


def test_an_empty_folder_adds_nothing(tmp_path: Path) -> None:
    mine = law.load(tmp_path)
    assert mine.tables == law.built_in().tables
    assert mine.documents == law.built_in().documents
    assert mine is not law.built_in()


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml"):
        (tmp_path / name).write_text("table = ", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        law.load(str(tmp_path))
    assert [fault.path for fault in caught.value.issues] == [("a.toml",), ("b.toml",)]


def test_a_law_is_asked_for_a_text_and_shows_no_table() -> None:
    with pytest.raises(WrongTypeError):
        law.built_in().history("thresholds", 5)  # type: ignore[arg-type]
    assert repr(law.built_in()) == "Law()"
