"""What is published: no name, no small count, no way back to a programme."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from lamtheobac import (
    LamTheoBacError,
    OptionError,
    Programme,
    RecordError,
    Unit,
    WrongTypeError,
    dumps,
    example,
    load,
    loads,
    publish,
    read_record,
)
from lamtheobac.testing import programmes

KEY = bytes(range(32))
CANARY = "Nguyễn Thị Hoàng Yến"


def made_of(*records: tuple[str, dict[str, Any]]) -> Programme:
    return Programme(name="Bình Sơn").put(*(read_record(kind, fields) for kind, fields in records))


def words(programme: Programme, part: str) -> list[str]:
    return [row.words for row in publish(programme, key=KEY).rows if row.part == part]


@given(programmes(most=8))
def test_no_name_no_note_and_no_small_count_is_published_and_nothing_loads(programme: Programme) -> None:
    try:
        public = publish(programme, key=KEY)
    except RecordError as error:
        assert {fault.code for fault in error.issues} == {"publish/identifier"}
        return
    text = json.dumps(public.to_dict(), ensure_ascii=False)
    for person in programme.persons:
        if not person.consent and person.decision is None:
            assert json.dumps(person.name, ensure_ascii=False) not in text
    for register in (programme.dialogues, programme.contributions, programme.awards):
        for record in register:
            assert not record.note or json.dumps(record.note, ensure_ascii=False)[1:-1] not in text
    for row in public.rows:
        if row.figure is not None and row.figure.unit in {Unit.PERSON, Unit.HOUSEHOLD, Unit.HOUSE}:
            value = row.figure.value or row.figure.low or 0
            assert value == 0 or value >= 5
    with pytest.raises(LamTheoBacError):
        loads(text)


def test_no_door_takes_it(tmp_path: Any) -> None:
    public: Any = publish(example(), key=KEY)
    with pytest.raises((LamTheoBacError, TypeError, AttributeError)):
        dumps(public)
    path = tmp_path / "public.json"
    path.write_text(json.dumps(public.to_dict()))
    with pytest.raises(RecordError):
        load(path)


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        ("0 hộ", "0 hộ"), ("1 hộ", "<5"), ("4 hộ", "<5"), ("5 hộ", "5 hộ"), ("gần 5 hộ", "<5"), ("hơn 4 hộ", "<5"),
        ("hơn 5 hộ", "hơn 5 hộ"), ("từ 2 đến 9 hộ", "<5"), ("3 nhà", "<5"), ("3 công trình", "3 công trình"),
        ("3/40 hộ", "<5"), ("38/40 hộ", "<5"), ("20/40 hộ", "20/40 hộ"), ("40/40 hộ", "40/40 hộ"), ("3 km", "3 km"),
    ],
)  # fmt: skip
def test_small_counts_of_people_and_of_what_is_theirs_are_hidden(figure: str, shown: str) -> None:
    programme = made_of(("outcome", {"id": "kq", "of_id": "mh", "kind": "helped", "figure": figure}))
    assert words(programme, "outcome") == [shown]


def test_what_is_only_said_to_be_done_has_no_row() -> None:
    programme = made_of(
        ("participation", {"id": "tg-1", "kind": "studied", "subjects": "members"}),
        (
            "participation",
            {"id": "tg-2", "kind": "studied", "subjects": "members", "count": "2/300 đảng viên"},
        ),
    )
    assert words(programme, "participation") == ["<5"]


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"received": "20 vụ việc", "resolved": "18 vụ việc"}, ["20 vụ việc", "‹ẩn›"]),
        ({"received": "20 vụ việc", "resolved": "15 vụ việc"}, ["20 vụ việc", "15 vụ việc"]),
        ({"received": "20 vụ việc", "resolved": "20 vụ việc"}, ["20 vụ việc", "20 vụ việc"]),
        (
            {"received": "20 vụ việc", "instructed": "17 vụ việc", "resolved": "3 vụ việc"},
            ["20 vụ việc", "‹ẩn›", "‹ẩn›"],
        ),
        ({"received": "3 vụ việc", "meetings": "2 cuộc"}, ["2 cuộc", "<5"]),
        ({"resolved": "30 vụ việc", "citizens": "38 công dân"}, ["38 công dân", "30 vụ việc"]),
        ({"received": "từ 32 đến 40 vụ việc", "resolved": "30 vụ việc"}, ["từ 32 đến 40 vụ việc", "30 vụ việc"]),
    ],
)  # fmt: skip
def test_no_part_of_a_dialogue_tells_of_a_few_by_subtraction(
    fields: dict[str, Any], shown: list[str]
) -> None:
    assert words(made_of(("dialogue", {"id": "dt", **fields})), "dialogue") == shown


@pytest.mark.parametrize(
    ("gifts", "is_shown"),
    [
        ([("a", "5 triệu đồng")], False),
        ([("a", "5 triệu đồng"), ("b", "5 triệu đồng")], False),
        ([("a", "4 triệu đồng"), ("b", "4 triệu đồng"), ("c", "4 triệu đồng")], True),
        ([("a", "40 triệu đồng"), ("b", "40 triệu đồng"), ("c", "4 triệu đồng")], False),
        ([("a", "từ 4 đến 5 triệu đồng")], False),
        ([("", "4 triệu đồng")], True),
    ],
)
def test_what_one_or_two_people_gave_is_hidden(gifts: list[tuple[str, str]], is_shown: bool) -> None:  # noqa: FBT001
    records: list[tuple[str, dict[str, Any]]] = [
        ("person", {"id": f"ng-{each}", "name": CANARY}) for each in "abc"
    ]
    for place, (giver, gift) in enumerate(gifts):
        by = {"given_by_id": f"ng-{giver}"} if giver else {}
        records.append(("contribution", {"id": f"dg-{place}", "gift": gift, "stage": "received", **by}))
    shown = words(made_of(*records), "contribution")
    assert len(shown) == 1
    assert (shown != ["‹ẩn›"]) is is_shown


def test_people_are_named_with_consent_or_by_a_public_decision_alone() -> None:
    records: list[tuple[str, dict[str, Any]]] = [
        ("person", {"id": "ng-1", "name": "Lê Văn Một", "consent": True}),
        ("person", {"id": "ng-2", "name": "Lê Văn Hai", "decision": {"number": "12-QĐ/HU"}}),
        ("person", {"id": "ng-3", "name": "Lê Văn Ba", "decision": {"title": "Quyết định khen thưởng"}}),
        ("person", {"id": "ng-4", "name": "Lê Văn Bốn"}),
        (
            "award",
            {"id": "kt-1", "title": "Gương sáng", "recipient_ids": ["ng-1", "ng-2", "ng-3", "ng-4", "tc"]},
        ),
        ("award", {"id": "kt-2", "recipient_ids": ["ng-1"], "status": "proposed"}),
        ("award", {"id": "kt-3", "form": "praise", "recipient_ids": ["ng-4"]}),
    ]
    public = publish(made_of(*records), key=KEY)
    assert [(each.who, each.is_named) for each in public.winners[:2]] == [
        ("Lê Văn Một", True),
        ("Lê Văn Hai", True),
    ]
    third, fourth, again = public.winners[2:]
    assert not third.is_named
    assert fourth.who == again.who != third.who
    assert len(fourth.who) == 16
    assert publish(made_of(*records), key=bytes(32)).winners[3].who != fourth.who


@pytest.mark.parametrize(
    "text", ["Bà Hoa 012345678901", "Gọi 0912 345 678", "hoa@example.com", "Số +84 912345678"]
)
def test_a_public_text_that_tells_one_person_from_all_others_is_refused(text: str) -> None:
    programme = made_of(("model", {"id": "mh", "name": text}), ("award", {"id": "kt", "title": text}))
    with pytest.raises(RecordError) as caught:
        publish(programme, key=KEY)
    assert [fault.path for fault in caught.value.issues] == [
        ("models", "mh", "name"),
        ("awards", "kt", "title"),
    ]
    assert text not in str(caught.value)


def test_dates_and_numbers_of_documents_are_no_identifiers() -> None:
    name = "Ngày 02-09-1945, Chỉ thị 05-CT/TW, giai đoạn 2016 - 2020, 1.250.000 đồng"
    programme = made_of(
        ("model", {"id": "mh", "name": name}),
        ("contribution", {"id": "dg", "gift": "5 triệu đồng", "to_id": "mh"}),
    )
    assert publish(programme, key=KEY).rows[0].about == name


def test_what_is_no_programme_or_no_key_is_refused() -> None:
    for programme, key, error in (
        ("Bình Sơn", KEY, WrongTypeError),
        (example(), "x" * 32, WrongTypeError),
        (example(), b"x" * 31, OptionError),
    ):
        with pytest.raises(error):
            publish(programme, key=key)  # type: ignore[arg-type]
