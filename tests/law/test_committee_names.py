"""Names of committees and organisations, from a table that an official can read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lamtheobac import LamTheoBacError, ReadError, WrongTypeError, law

TABLE = tomllib.loads((Path(__file__).parent / "committee_names.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("organisation", "committee"), TABLE["pairs"].items())
def test_the_committee_of_an_organisation_and_back(organisation: str, committee: str) -> None:
    assert law.committee_name(organisation) == committee
    assert law.organisation_name(committee) == organisation


@pytest.mark.parametrize(("committee", "organisation"), TABLE["also"].items())
def test_other_ways_to_write_a_committee(committee: str, organisation: str) -> None:
    assert law.organisation_name(committee) == organisation


@pytest.mark.parametrize("name", TABLE["no_committee"]["names"])
def test_what_is_no_committee_is_refused(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        law.organisation_name(name)
    assert caught.value.code == "committee/no-committee"


@pytest.mark.parametrize("name", TABLE["no_organisation"]["names"])
def test_what_is_no_organisation_is_refused(name: str) -> None:
    with pytest.raises(ReadError) as caught:
        law.committee_name(name)
    assert caught.value.code == "committee/no-organisation"


def test_a_board_of_no_organisation_is_refused_too() -> None:
    with pytest.raises(ReadError):
        law.organisation_name("Ban Chấp hành Đảng bộ")


def test_the_message_shows_no_name() -> None:
    with pytest.raises(ReadError) as caught:
        law.committee_name("Chi bộ huyện Nguyễn Văn A")
    assert "Nguyễn" not in str(caught.value)


@pytest.mark.parametrize("ask", [law.committee_name, law.organisation_name])
def test_a_text_is_needed(ask: object) -> None:
    with pytest.raises(WrongTypeError):
        ask(5)  # type: ignore[operator]


@given(
    st.text(max_size=40)
    | st.sampled_from(sorted(TABLE["pairs"])).flatmap(lambda name: st.just(name + " Mới"))
)
def test_every_name_has_its_way_back_or_our_own_error(name: str) -> None:
    try:
        committee = law.committee_name(name)
    except LamTheoBacError:
        return
    assert law.committee_name(law.organisation_name(committee)) == committee
