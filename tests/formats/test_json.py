"""Files: strict in, byte-stable out, every fault with its path, and never half a file."""

from __future__ import annotations

import json
import os
import time
import tomllib
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from hypothesis import given
from hypothesis import strategies as st

from figure_strategies import read_figures
from lamtheobac import (
    Dialogue,
    Figure,
    LamTheoBacError,
    LimitError,
    Limits,
    OptionError,
    Programme,
    ReadError,
    RecordError,
    Unit,
    WrongTypeError,
    dump,
    dumps,
    example,
    load,
    loads,
)
from lamtheobac.formats import files
from lamtheobac.formats.conversion import from_plain, to_plain
from lamtheobac.formats.json_text import read_json
from lamtheobac.values.money import Money

CASES = tomllib.loads((Path(__file__).parent / "json_cases.toml").read_text(encoding="utf-8"))["case"]
HEAD = '{"format_version": 1, "name": "Bình Sơn"'

JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.text(st.characters(codec="utf-8"), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(codec="utf-8")), inner, max_size=4)
    ),
    max_leaves=20,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_json_is_read_strictly(case: dict[str, str]) -> None:
    source: str | bytes = bytes.fromhex(case["hex"]) if "hex" in case else case["text"]
    if "take" in case:
        assert read_json(source) == json.loads(case["take"], parse_float=Decimal)
    else:
        with pytest.raises(LamTheoBacError) as caught:
            read_json(source)
        assert caught.value.code == case["refuse"]


@given(JSON_VALUES)
def test_what_json_writes_is_read_back(value: Any) -> None:
    assert read_json(json.dumps(value)) == value
    assert read_json(json.dumps(value, ensure_ascii=False).encode()) == value


@given(st.text(max_size=100) | st.binary(max_size=100))
def test_any_source_is_read_or_refused_in_the_family(source: str | bytes) -> None:
    for read in (read_json, loads):
        try:
            read(source)
        except LamTheoBacError as error:
            assert error.issues


@given(JSON_VALUES)
def test_any_data_is_a_programme_or_refused_in_the_family(value: Any) -> None:
    for data in (value, {"format_version": 1, "name": "x", "dialogues": value}):
        try:
            from_plain(data, Programme)
        except LamTheoBacError as error:
            assert error.issues


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("[" * 65 + "]" * 65, "limit/depth"),
        ("[" * 100_000 + "]" * 100_000, "limit/depth"),
        ('{"a":' * 100_000, "limit/depth"),
        ("9" * 41, "limit/number-characters"),
        ("9" * 100_000, "limit/number-characters"),
        ("0." + "9" * 41, "limit/number-characters"),
        ('"' + "x" * (64 * 1024 * 1024) + '"', "limit/json-bytes"),
    ],
)
def test_too_much_is_refused_at_once(source: str, code: str) -> None:
    start = time.process_time()
    with pytest.raises(LimitError) as caught:
        read_json(source)
    assert caught.value.code == code
    assert time.process_time() - start < 1


def test_just_enough_is_read() -> None:
    assert read_json("[" * 64 + "]" * 64)
    assert read_json("9" * 40) == int("9" * 40)
    assert read_json("[[1]]", limits=Limits(depth=2)) == [[1]]
    with pytest.raises(LimitError):
        read_json("[[1]]", limits=Limits(depth=1))


def test_only_text_and_bytes_are_json() -> None:
    with pytest.raises(WrongTypeError):
        read_json(5)  # type: ignore[arg-type]


def faults(text: str, **options: Any) -> list[tuple[str, str]]:
    """The codes and paths of what is wrong with a file."""
    with pytest.raises(LamTheoBacError) as caught:
        loads(text, **options)
    return [(fault.code, ".".join(map(str, fault.path))) for fault in caught.value.issues]


def test_every_fault_of_a_file_is_named_at_once() -> None:
    text = """{
        "format_version": true, "nam": "Bình Sơn", "directives": [{"number": "QĐ"}, {}],
        "organisations": [{"id": "tc 1", "name": "", "kind": "distrct"}],
        "reports": [{"id": "bc", "organisation_id": "tc", "kind": "annual", "due_on": "05/06/2019"}],
        "dialogues": [
            {"id": 5, "citizens": {"value": 38, "unit": "person"}},
            {"id": "dt", "resolved": {"value": "30,5", "unit": "case"}, "received": {"value": "1", "unit": "ca"}},
            7
        ],
        "statements": {"id": "sl"}
    }"""
    assert faults(text) == [
        ("record/unknown-field", "nam"),
        ("record/missing-field", "name"),
        ("document/malformed-number", "directives.0.number"),
        ("document/unnamed", "directives.1"),
        ("type/wrong", "format_version"),
        ("text/empty", "organisations.0.name"),
        ("record/unknown-code", "organisations.0.kind"),
        ("json/malformed-date", "reports.0.due_on"),
        ("type/wrong", "dialogues.0.id"),
        ("type/wrong", "dialogues.0.citizens.value"),
        ("record/unknown-code", "dialogues.1.received.unit"),
        ("json/malformed-decimal", "dialogues.1.resolved.value"),
        ("type/wrong", "dialogues.2"),
        ("type/wrong", "statements"),
    ]


def test_a_near_miss_gets_a_hint() -> None:
    with pytest.raises(RecordError) as caught:
        loads(HEAD + ', "dialoges": [], "reports": [{"id": "a", "organisation_id": "b", "kind": "anual"}]}')
    assert [fault.hint for fault in caught.value.issues] == ["dialogues", "annual"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ('"2019-02-30"', "date/no-such-day"),
        ('"2019-13-01"', "date/no-such-day"),
        ('"2019-W23-3"', "json/malformed-date"),
        ('"2019-06-05T00:00:00"', "json/malformed-date"),
        ('"2019-06-05\\n"', "json/malformed-date"),
        ('"٢٠١٩-٠٦-٠٥"', "json/malformed-date"),
        ('"20190605"', "json/malformed-date"),
        ('"0001-01-01"', "date/out-of-range"),
        ('"9999-12-31"', "date/out-of-range"),
        ("1559692800", "type/wrong"),
        ("[2019, 6, 5]", "type/wrong"),
        ("true", "type/wrong"),
    ],
)
def test_dates_are_read_strictly(value: str, code: str) -> None:
    text = (
        f'{HEAD}, "reports": [{{"id": "a", "organisation_id": "b", "kind": "annual", "due_on": {value}}}]}}'
    )
    assert faults(text)[0][0] == code


@pytest.mark.parametrize(
    ("value", "code", "path"),
    [
        ('"2019-13"', "number/not-between", "period.start.month"),
        ('"0999"', "number/not-between", "period.start.year"),
        ('"1800"', "date/out-of-range", "period.start"),
    ],
)
def test_dates_in_part_are_read_strictly(value: str, code: str, path: str) -> None:
    assert faults(f'{HEAD}, "period": {{"start": {value}}}}}')[0] == (code, path)


def test_numbers_are_not_read_from_what_looks_like_them() -> None:
    organisation = '{"id": "a", "name": "Chi bộ thôn 3", "kind": "cell", "official_members": %s}'
    for value in ("true", '"12"', "1.9", "null", "-1", "[]"):
        text = f'{HEAD}, "organisations": [{organisation % value}]}}'
        if value == "null":
            assert loads(text).organisations[0].official_members is None
        else:
            assert faults(text)[0][1] == "organisations.0.official_members"


def test_too_long_a_decimal_is_not_converted() -> None:
    long = "1" * 41
    assert faults(f'{HEAD}, "period": {{"length": {{"unit": "year", "value": "{long}"}}}}}}') == [
        ("limit/number-characters", "period.length.value")
    ]


def test_a_programme_of_another_version_is_refused() -> None:
    assert faults('{"format_version": 2, "name": "x"}') == [("programme/unknown-version", "format_version")]


def test_no_more_issues_than_asked_for() -> None:
    many = ",".join(["5"] * 5_000)
    found = faults(f'{HEAD}, "dialogues": [{many}]}}', limits=Limits(issues=10))
    assert len(found) == 11
    assert found[-1] == ("limit/issues", "")
    assert len(faults(f'{HEAD}, "dialogues": [{many}]}}')) == 1_000


def test_texts_are_cleaned_at_the_door() -> None:
    assert loads('{"format_version": 1, "name": "  Bi\u0300nh\u00a0  Sơn "}').name == "Bình Sơn"


@given(st.lists(read_figures(), max_size=5))
def test_writing_and_reading_are_inverse_and_byte_stable(figures: list[Figure]) -> None:
    dialogues = [
        Dialogue(id=f"dt-{place}", citizens=figure if figure.unit is Unit.PERSON else None)  # type: ignore[arg-type]
        for place, figure in enumerate(figures)
    ]
    programme = Programme(name="Bình Sơn", dialogues=dialogues)
    text = dumps(programme)
    assert loads(text) == programme
    assert dumps(loads(text)) == text


@given(read_figures())
def test_a_figure_in_a_file_leaves_its_defaults_out(figure: Figure) -> None:
    plain = to_plain(figure)
    assert from_plain(plain, Figure) == figure
    assert from_plain(plain, Figure).text == figure.text
    assert not {"noun", "per", "low", "high", "out_of"} & {name for name, value in plain.items() if not value}
    assert all(isinstance(value, (str, int, list)) for value in plain.values())


def test_the_form_of_a_figure_in_a_file() -> None:
    assert to_plain(Figure.parse("hơn 6,2 tỷ đồng")) == {
        "text": "hơn 6,2 tỷ đồng",
        "value": "6200000000",
        "unit": "VND",
        "approximation": "more_than",
        "step": "100000000",
    }


@frozen(kw_only=True)
class Receipt:
    """A record with money, which no programme holds yet."""

    paid: Money
    words: str = ""


def test_money_in_a_file_is_whole_dong() -> None:
    assert to_plain(Receipt(paid=Money(5))) == {"paid": 5}
    assert from_plain({"paid": 5}, Receipt) == Receipt(paid=Money(5))
    for wrong in (5.0, "5", True, -5):
        with pytest.raises(RecordError):
            from_plain({"paid": wrong}, Receipt)


def test_the_example_survives_a_file(tmp_path: Path) -> None:
    path = tmp_path / "binh-son.json"
    dump(example(), path)
    assert load(path) == load(str(path)) == example()
    assert path.read_bytes() == dumps(example()).encode()
    assert dumps(load(BytesIO(path.read_bytes()))) == dumps(example())


def test_the_ending_of_a_path_says_the_format(tmp_path: Path) -> None:
    with pytest.raises(OptionError):
        dump(example(), tmp_path / "x.doc")
    with pytest.raises(OptionError):
        load(tmp_path / "x.doc")
    path = tmp_path / "x.txt"
    path.write_text(dumps(example()), encoding="utf-8")
    assert load(path, format="json") == example()


@pytest.mark.parametrize("source", ["no/such.json", "a\x00b.json"])
def test_a_file_that_cannot_be_opened(source: str) -> None:
    with pytest.raises(ReadError) as caught:
        load(source)
    assert caught.value.code == "file/unreadable"


def test_what_is_no_binary_file() -> None:
    for source in (5, StringIO("{}"), None):
        with pytest.raises(WrongTypeError):
            load(source)  # type: ignore[arg-type]


def test_a_file_may_be_too_long(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b" " * 101)
    with pytest.raises(LimitError) as caught:
        load(path, limits=Limits(json_bytes=100))
    assert caught.value.code == "limit/file-bytes"


def test_records_are_counted_before_anything_is_made_of_them() -> None:
    text = dumps(example())
    count = len(example().records())
    assert loads(text, limits=Limits(records=count)) == example()
    for source in (text, text.replace('"id": "', '"id": 5, "no-such": "', 1)):
        with pytest.raises(LimitError) as caught:
            loads(source, limits=Limits(records=count - 1))
        assert caught.value.code == "limit/records"
    for source in ("[]", '{"format_version": 1, "name": "x", "dialogues": 5}'):
        with pytest.raises(RecordError):
            loads(source, limits=Limits(records=0))


def test_progress_is_told() -> None:
    told: list[tuple[int, int]] = []
    programme = loads(dumps(example()), on_progress=lambda done, total: told.append((done, total)))
    assert programme == example()
    assert told == [(place, told[0][1]) for place in range(1, len(programme.records()) + 1)]
    with pytest.raises(RecordError):
        loads("[]", on_progress=lambda *_: None)
    with pytest.raises(RecordError):
        loads("null", on_progress=lambda *_: None)


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    path.write_text("old", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with pytest.raises(ReadError) as caught:
        dump(example(), path)
    assert caught.value.code == "file/not-written"
    assert path.read_text(encoding="utf-8") == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.json"]


def test_a_written_file_keeps_the_rights_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    dump(example(), path)
    fresh = path.stat().st_mode & 0o777
    assert fresh == 0o666 & ~files._mask()
    path.chmod(0o600)
    dump(example(), path)
    assert path.stat().st_mode & 0o777 == 0o600
