"""Who has not reported or registered: the list, and the words to send."""

# mypy: disable-error-code="arg-type"
# Ids are written as plain texts here.

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from lamtheobac import (
    Figure,
    ModelState,
    ModelStatus,
    OptionError,
    OrganisationKind,
    Participation,
    ParticipationKind,
    PartyOrganisation,
    Period,
    PracticeModel,
    Programme,
    Report,
    ReportKind,
    Subjects,
    WrongTypeError,
    remind,
)
from lamtheobac.testing import programmes

YEAR = Period.of_year(2019)
DISTRICT = PartyOrganisation(id="tc-huyen", name="Đảng bộ huyện", kind=OrganisationKind.DISTRICT)
COMMUNES = [
    PartyOrganisation(
        id=f"tc-{place}", name=f"Đảng bộ xã {place}", kind=OrganisationKind.COMMUNE, parent_id="tc-huyen"
    )
    for place in ("a", "b", "c")
]
PROGRAMME = Programme(name="Học tập", committee_id="tc-huyen", organisations=[DISTRICT, *COMMUNES])


def report(of: str, on: date | None) -> Report:
    return Report(id=f"bc-{of}", organisation_id=of, kind=ReportKind.ANNUAL, period=YEAR, submitted_on=on)


def test_who_has_not_reported() -> None:
    programme = PROGRAMME.put(report("tc-a", date(2019, 12, 10)), report("tc-b", None), report("tc-la", None))
    reminder = remind(programme, YEAR, due_on=date(2020, 1, 5))
    assert reminder.missing == ("tc-b", "tc-c", "tc-la")
    assert reminder.text() == (
        "Còn 3 trong 4 đơn vị chưa nộp báo cáo của kỳ từ 01/01/2019 đến 31/12/2019:\n"
        "1. Đảng bộ xã b\n2. Đảng bộ xã c\n3. tc-la\n"
        "Đề nghị các đơn vị gửi báo cáo chậm nhất ngày 05 tháng 01 năm 2020."
    )
    assert reminder.text("en").splitlines()[-1] == "Please send it by 05/01/2020."


def test_all_have_reported() -> None:
    programme = PROGRAMME.put(*(report(each.id, date(2019, 12, 10)) for each in COMMUNES))
    assert remind(programme, YEAR, due_on=date(2020, 1, 5)).text() == (
        "Cả 3 đơn vị đã nộp báo cáo của kỳ từ 01/01/2019 đến 31/12/2019."
    )


def test_who_has_not_registered() -> None:
    def registered(name: str, **fields: Any) -> Participation:
        whole: Any = {
            "kind": ParticipationKind.REGISTERED,
            "subjects": Subjects.MEMBERS,
            "period": YEAR,
        } | fields
        return Participation(id=name, **whole)

    step = ModelStatus(state=ModelState.REGISTERED, on=date(2019, 2, 3))
    before = ModelStatus(state=ModelState.REGISTERED, on=date(2018, 2, 3))
    programme = PROGRAMME.put(
        report("tc-b", None),
        registered("tg-1", of_id="tc-a", count=Figure.parse("0 đảng viên")),
        registered("tg-2", report_id="bc-tc-b", count=Figure.parse("30 đảng viên")),
        registered("tg-3", of_id="tc-a", period=Period.of_year(2018)),
        registered("tg-4", of_id="tc-a", kind=ParticipationKind.STUDIED),
        registered("tg-5"),
        PracticeModel(id="mh-1", name="Một", lead_id="tc-c", statuses=(step,)),
        PracticeModel(
            id="mh-2", name="Hai", lead_id="tc-a", statuses=(before, ModelStatus(state=ModelState.REGISTERED))
        ),
        PracticeModel(id="mh-3", name="Ba", statuses=(step,)),
    )
    reminder = remind(programme, YEAR, about="registration")
    assert reminder.missing == ("tc-a",)
    assert reminder.text().splitlines()[1:] == ["1. Đảng bộ xã a"]


def test_nobody_is_awaited() -> None:
    assert remind(Programme(name="Học tập"), YEAR).text("en") == (
        "The programme names no unit directly below its committee."
    )


def test_what_cannot_be_asked() -> None:
    with pytest.raises(OptionError):
        remind(PROGRAMME, Period(text="qua 4 năm"))
    with pytest.raises(OptionError):
        remind(PROGRAMME, YEAR, about="báo cáo")
    with pytest.raises(WrongTypeError):
        remind(PROGRAMME, 2019)
    with pytest.raises(WrongTypeError):
        remind("binh-son.json", YEAR)


@given(programmes(most=10, dangling=True))
def test_who_is_missing_was_expected(programme: Programme) -> None:
    for about in ("report", "registration"):
        reminder = remind(programme, YEAR, about=about)
        assert set(reminder.missing) <= set(reminder.expected)
        for lang in ("vi", "en"):
            assert len(reminder.text(lang).splitlines()) == 1 + len(reminder.missing)
