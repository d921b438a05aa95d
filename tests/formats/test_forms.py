"""Records from forms: figures in words, faults with the path of the field."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import (
    Contribution,
    Dialogue,
    Figure,
    LamTheoBacError,
    OptionError,
    Outcome,
    RecordError,
    WrongTypeError,
    fingerprint,
    read_record,
)
from lamtheobac.formats.conversion import to_plain
from lamtheobac.formats.forms import KINDS
from lamtheobac.formats.json import example


@pytest.mark.parametrize("record", example().records(), ids=lambda record: record.id)
def test_a_record_reads_back_from_its_own_fields(record: Any) -> None:
    kind = next(name for name, wanted in KINDS.items() if wanted is type(record))
    assert read_record(kind, to_plain(record)) == record


def test_a_figure_may_be_given_by_its_words() -> None:
    gift = read_record("contribution", {"id": "dg-1", "gift": "khoảng hơn 132 tỷ đồng"})
    assert isinstance(gift, Contribution)
    assert gift.gift == Figure.parse("khoảng hơn 132 tỷ đồng")
    helped = read_record(
        "outcome",
        {
            "id": "kq",
            "kind": "helped",
            "figure": "678 hộ",
            "beneficiaries": [{"kind": "public", "count": "678 hộ"}],
        },
    )
    assert isinstance(helped, Outcome)
    assert str(helped.beneficiaries[0].count) == "678 hộ"
    timed = read_record("dialogue", {"id": "dt", "period": {"length": "4 năm"}})
    assert isinstance(timed, Dialogue)


def faults(kind: str, fields: Any) -> list[tuple[str, tuple[str | int, ...]]]:
    with pytest.raises(RecordError) as caught:
        read_record(kind, fields)
    return [(fault.code, fault.path) for fault in caught.value.issues]


def test_every_fault_has_the_path_of_its_field() -> None:
    fields = {
        "id": "a b",
        "figure": "6.2 tỷ đồng",
        "kind": "helped",
        "beneficiaries": [{"kind": "public", "count": "năm 2019"}, {"kind": "dân"}, 5],
    }
    assert [path for _, path in faults("outcome", fields)] == [
        ("figure",),
        ("beneficiaries", 0, "count"),
        ("beneficiaries", 1, "kind"),
        ("beneficiaries", 2),
    ]
    assert faults("outcome", {"id": "a", "kind": "helped", "figure": 5}) == [("type/wrong", ("figure",))]
    assert faults("dialogue", {"id": "a", "period": {"length": "bốn"}})[0][1] == ("period", "length")
    assert faults("dialogue", {"id": "a", "nam": 1}) == [("record/unknown-field", ("nam",))]
    assert faults("dialogue", {"id": "a", 5: 1}) == [("record/unknown-field", ("?",))]


def test_what_is_asked_wrongly() -> None:
    with pytest.raises(OptionError):
        read_record("contributions", {})
    with pytest.raises(WrongTypeError):
        read_record("contribution", [("id", "a")])  # type: ignore[arg-type]


@given(st.sampled_from(sorted(KINDS)), st.dictionaries(st.sampled_from(["id", "gift", "name", "figure", "period", "beneficiaries", "x"]), st.recursive(st.none() | st.text(max_size=9) | st.integers(), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2), max_leaves=6)))  # fmt: skip  # noqa: E501
def test_any_form_is_read_or_refused_in_the_family(kind: str, fields: dict[str, Any]) -> None:
    try:
        read_record(kind, fields)
    except LamTheoBacError as error:
        assert error.issues


def test_a_fingerprint_names_just_these_records() -> None:
    programme = example()
    assert fingerprint(programme) == fingerprint(example())
    assert len(fingerprint(programme)) == 64
    assert fingerprint(programme.drop("sl-cac-cap")) != fingerprint(programme)
