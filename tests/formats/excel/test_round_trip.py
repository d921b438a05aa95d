"""What is written is read back: every record, every field, whatever the look."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lamtheobac import (
    Document,
    OptionError,
    Person,
    Programme,
    ReadError,
    WrongTypeError,
    dump,
    dumps,
    example,
    load,
)
from lamtheobac.formats.conversion import from_plain
from lamtheobac.formats.csv import read_csv, write_csv
from lamtheobac.formats.excel import read_workbook, write_template, write_workbook
from lamtheobac.formats.excel.contents import read_grids
from lamtheobac.formats.excel.look import Look
from lamtheobac.formats.excel.rows import gather_record, spread_record
from lamtheobac.formats.excel.sheets import SHEETS, columns_of
from lamtheobac.formats.excel.writing import workbook_bytes
from lamtheobac.records import Observation, ObservationKind, Theme, ThemeScope
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.testing import programmes
from workbooks import record

if TYPE_CHECKING:
    from pathlib import Path

FEW = settings(max_examples=4)


@FEW
@given(programmes(most=8, dangling=True), st.sampled_from(["office", "plain"]))
def test_a_workbook_holds_a_programme_to_the_letter(programme: Programme, look: str) -> None:
    data = workbook_bytes(programme, look=look)  # type: ignore[arg-type]
    read = read_workbook(BytesIO(data)).programme
    assert read == programme
    assert dumps(read) == dumps(programme)


@pytest.mark.long
@given(programmes(most=30, dangling=True), st.sampled_from(["office", "plain"]))
def test_a_workbook_holds_any_programme(programme: Programme, look: str) -> None:
    data = workbook_bytes(programme, look=look)  # type: ignore[arg-type]
    assert dumps(read_workbook(BytesIO(data)).programme) == dumps(programme)


@settings(max_examples=30)
@given(programmes(most=8, dangling=True))
def test_rows_hold_a_record_to_the_letter(programme: Programme) -> None:
    for sheet in SHEETS:
        for each in getattr(programme, sheet.collection) if sheet.collection else ():
            rows = spread_record(each, sheet)
            assert set().union(*rows) <= set(columns_of(sheet))
            read = gather_record(
                [{key: (value, (0, 0)) for key, value in row.items()} for row in rows], sheet
            )
            assert not read.faults
            assert Programme(name="x", **holding(sheet.collection, each)) == load_plain(
                sheet.collection, read.plain
            )


def holding(collection: str, one: object) -> Any:
    return {collection: [one]}


def load_plain(collection: str, plain: object) -> Programme:
    return from_plain({"name": "x", "format_version": 1, collection: [plain]}, Programme)


@FEW
@given(programmes(most=8, dangling=True), st.booleans())
def test_csv_holds_every_collection_to_the_letter(programme: Programme, titles: bool) -> None:  # noqa: FBT001  drawn
    for collection in COLLECTIONS:
        records = getattr(programme, collection)
        text = write_csv(records, collection, titles=titles)
        assert read_csv(text, collection) == records
        assert read_csv(text.encode("utf-8-sig"), collection) == records


HOSTILE = (
    "=1+1",
    "+84912345678",
    "-5",
    "@SUM(1)",
    "'=x",
    "''=",
    "＝1",
    "-",
    "x",
    '"',
    "nt",
    "I. nhà ở",
    "Tổng cộng",
    "_x0041_",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_texts_that_look_like_something_else_stay_texts(words: str) -> None:
    programme = Programme(
        name=words,
        mottos=(words, words),
        themes=[record(Theme, id="x", title=words, scope=ThemeScope.YEAR)],
        observations=[record(Observation, id="nx", kind=ObservationKind.LESSON, text=f"{words}\n{words}")],
    )
    for look in get_args(Look):
        data = workbook_bytes(programme, look=look)
        assert read_workbook(BytesIO(data)).programme == programme
    text = write_csv(programme.themes, "themes")
    assert read_csv(text, "themes") == programme.themes
    assert not any(cell.startswith(("=", "+", "-", "@", "＝")) for cell in text.replace('"', "").split(","))


def test_the_same_records_give_the_same_bytes() -> None:
    assert workbook_bytes(example()) == workbook_bytes(example())


def test_the_example_through_the_front_door(tmp_path: Path) -> None:
    path = tmp_path / "binh-son.xlsx"
    dump(example(), path)
    told: list[tuple[int, int]] = []
    with path.open("rb") as file:
        assert load(file, format="xlsx", on_progress=lambda *each: told.append(each)) == example()
    assert told[-1][0] == told[-1][1] > len(example().records())
    write_workbook(example(), path, look="plain", on_progress=lambda *each: told.append(each))
    assert told[-1] == (len(example().records()),) * 2
    with pytest.raises(OptionError):
        write_workbook(example(), path, heading="xã")  # type: ignore[arg-type]


def test_yes_and_no_are_words() -> None:
    people = [record(Person, id=f"ng-{yes}", name="Nguyễn Thị Hoa", consent=yes) for yes in (True, False)]
    programme = example().put(*people)
    assert read_workbook(BytesIO(workbook_bytes(programme))).programme == programme


def test_names_of_people_stay_out_when_asked() -> None:
    programme = example().put(record(Person, id="ng-1", name="Nguyễn Thị Hoa", consent=True))
    data = workbook_bytes(programme, persons=False, on_progress=lambda *_: None)
    assert read_workbook(BytesIO(data)).programme == programme.drop("ng-1")
    assert all("Hoa" not in str(grid) for grid in read_grids(data))


def test_a_template_to_fill_in(tmp_path: Path) -> None:
    path = tmp_path / "mau.xlsx"
    write_template(path)
    grids = read_grids(path.read_bytes())
    assert [grid.name for grid in grids if not grid.is_hidden][:3] == [
        "_Hướng dẫn",
        "B0 Chương trình",
        "B1 Tổ chức đảng",
    ]
    with pytest.raises(ValueError, match="record/missing-field"):
        load(path)
    write_template(path, look="office", heading="state")
    assert read_workbook(path, name="Bình Sơn").programme == Programme(name="Bình Sơn")


def test_sheets_of_a_later_version_are_refused() -> None:
    data = workbook_bytes(Programme(name="x"))
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        last = max(
            (name for name in old.namelist() if "worksheets/sheet" in name),
            key=lambda name: int(re.sub(r"\D", "", name)),
        )
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"<v>1</v>", b"<v>2</v>") if name == last else part)
    with pytest.raises(ReadError) as caught:
        read_workbook(BytesIO(file.getvalue()))
    assert caught.value.code == "xlsx/newer-layout"


def test_csv_of_another_kind() -> None:
    with pytest.raises(WrongTypeError):
        write_csv([record(Theme, id="x", title="x", scope=ThemeScope.YEAR)], "models")
    with pytest.raises(OptionError):
        read_csv("id", "mô hình")
    with pytest.raises(WrongTypeError):
        read_csv(5, "models")  # type: ignore[arg-type]
    assert Document(number="05-CT/TW").number == "05-CT/TW"
