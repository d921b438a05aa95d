"""Strategies for records: one function for each class, named in the plural (chiến lược sinh bản ghi).

Each takes strategies for the fields that are not to be left to chance; the other fields then fit those. What refers
to other records refers to made-up ids; in `programmes` it refers to records that are there.

>>> from hypothesis import given, strategies as st
>>> from lamtheobac import Stage
>>> @given(contributions(stage=st.just(Stage.SPENT), note=st.just("")))
... def test_that_is_spent(contribution):
...     assert contribution.stage is Stage.SPENT
>>> test_that_is_spent()

A field that the class lacks is a `RecordError`, one that is no strategy a `WrongTypeError`, before anything is drawn.

>>> contributions(stage=Stage.SPENT)
Traceback (most recent call last):
    ...
lamtheobac.errors.WrongTypeError: type/wrong at $.stage: wrong type: expected SearchStrategy, got Stage
>>> contributions(gifft=st.none())
Traceback (most recent call last):
    ...
lamtheobac.errors.RecordError: record/unknown-field at $.gifft: this record has no such field
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lamtheobac.records import (
    Activity,
    Award,
    Beneficiaries,
    Body,
    Contribution,
    Dialogue,
    Holder,
    ModelStatus,
    Observation,
    Occasion,
    Outcome,
    Participation,
    PartyOrganisation,
    Person,
    PracticeModel,
    Recurrence,
    Report,
    Statement,
    Succession,
    Theme,
)
from lamtheobac.testing.drawing import make_records

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = [
    "activities",
    "awards",
    "beneficiaries",
    "bodies",
    "contributions",
    "dialogues",
    "holders",
    "model_statuses",
    "models",
    "observations",
    "occasions",
    "organisations",
    "outcomes",
    "participations",
    "persons",
    "recurrences",
    "reports",
    "statements",
    "successions",
    "themes",
]


def activities(**fields: SearchStrategy[Any]) -> SearchStrategy[Activity]:
    """Make activities, once or again and again (hoạt động)."""
    return make_records(Activity, fields)


def awards(**fields: SearchStrategy[Any]) -> SearchStrategy[Award]:
    """Make decisions to honour collectives, people and households (khen thưởng)."""
    return make_records(Award, fields)


def beneficiaries(**fields: SearchStrategy[Any]) -> SearchStrategy[Beneficiaries]:
    """Make kinds of people helped, with their number or without (đối tượng thụ hưởng)."""
    return make_records(Beneficiaries, fields)


def bodies(**fields: SearchStrategy[Any]) -> SearchStrategy[Body]:
    """Make bodies, their names fitting their kinds (cơ quan, đoàn thể)."""
    return make_records(Body, fields)


def contributions(**fields: SearchStrategy[Any]) -> SearchStrategy[Contribution]:
    """Make gifts of money, labour, land and goods (khoản đóng góp)."""
    return make_records(Contribution, fields)


def dialogues(**fields: SearchStrategy[Any]) -> SearchStrategy[Dialogue]:
    """Make dialogues; their counts need not fit each other (tiếp dân, đối thoại)."""
    return make_records(Dialogue, fields)


def holders(**fields: SearchStrategy[Any]) -> SearchStrategy[Holder]:
    """Make offices that hold dialogues (người chủ trì)."""
    return make_records(Holder, fields)


def model_statuses(**fields: SearchStrategy[Any]) -> SearchStrategy[ModelStatus]:
    """Make steps of models (bước của mô hình)."""
    return make_records(ModelStatus, fields)


def models(**fields: SearchStrategy[Any]) -> SearchStrategy[PracticeModel]:
    """Make models, named by what they are about (mô hình, cách làm)."""
    return make_records(PracticeModel, fields)


def observations(**fields: SearchStrategy[Any]) -> SearchStrategy[Observation]:
    """Make judgements in words (kết quả chung, tồn tại, nguyên nhân, bài học, giải pháp)."""
    return make_records(Observation, fields)


def occasions(**fields: SearchStrategy[Any]) -> SearchStrategy[Occasion]:
    """Make occasions, from the list or in words (dịp)."""
    return make_records(Occasion, fields)


def organisations(**fields: SearchStrategy[Any]) -> SearchStrategy[PartyOrganisation]:
    """Make Party organisations, their names fitting their kinds (tổ chức đảng)."""
    return make_records(PartyOrganisation, fields)


def outcomes(**fields: SearchStrategy[Any]) -> SearchStrategy[Outcome]:
    """Make results, counted in what their kinds are counted in (kết quả)."""
    return make_records(Outcome, fields)


def participations(**fields: SearchStrategy[Any]) -> SearchStrategy[Participation]:
    """Make participations: counts, fractions, percentages (tham gia, đăng ký, cam kết)."""
    return make_records(Participation, fields)


def persons(**fields: SearchStrategy[Any]) -> SearchStrategy[Person]:
    """Make people; nobody of these names is meant (người)."""
    return make_records(Person, fields)


def recurrences(**fields: SearchStrategy[Any]) -> SearchStrategy[Recurrence]:
    """Make days of the week that come again (định kỳ)."""
    return make_records(Recurrence, fields)


def reports(**fields: SearchStrategy[Any]) -> SearchStrategy[Report]:
    """Make reports, handed in or not (báo cáo)."""
    return make_records(Report, fields)


def statements(**fields: SearchStrategy[Any]) -> SearchStrategy[Statement]:
    """Make derived figures of reports (số liệu tổng hợp trong báo cáo)."""
    return make_records(Statement, fields)


def successions(**fields: SearchStrategy[Any]) -> SearchStrategy[Succession]:
    """Make successions; at least one organisation ends (kế thừa, sáp nhập)."""
    return make_records(Succession, fields)


def themes(**fields: SearchStrategy[Any]) -> SearchStrategy[Theme]:
    """Make themes of study (chuyên đề)."""
    return make_records(Theme, fields)
