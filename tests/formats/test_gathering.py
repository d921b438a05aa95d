"""Twenty-five communes and their district: what was put wrong into the files is found, and nothing else."""

# mypy: disable-error-code="arg-type"
# Ids are written as plain texts here.

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from lamtheobac import (
    Contribution,
    Dialogue,
    Figure,
    LimitError,
    Limits,
    OrganisationKind,
    Outcome,
    OutcomeKind,
    PartyOrganisation,
    Period,
    PracticeModel,
    Programme,
    ReadError,
    Report,
    ReportKind,
    Stage,
    Unit,
    check,
    combine,
    combine_files,
    dump,
    example,
)

if TYPE_CHECKING:
    from pathlib import Path

    from lamtheobac.records import Record

YEAR = Period.of_year(2019)
DISTRICT = PartyOrganisation(
    id="tc-huyen",
    name="Đảng bộ huyện",
    kind=OrganisationKind.DISTRICT,
    unit_code="524",
)


def gift(name: str, dong: int, by: str, **fields: Any) -> Contribution:
    money = Figure.of(dong * 1000, Unit.VND)
    whole: Any = {
        "id": name,
        "gift": money,
        "raised_by_id": by,
        "stage": Stage.RECEIVED,
        "period": YEAR,
    } | fields
    return Contribution(**whole)


def commune(number: int, rnd: Random) -> Programme:
    """The file of one commune, with nothing wrong in it; no two files say the same by chance."""
    place = f"xa-{number:02d}"
    own: Any = PartyOrganisation(
        id=f"tc-{place}",
        name=f"Đảng bộ xã {number}",
        kind=OrganisationKind.COMMUNE,
        parent_id=DISTRICT.id,
        unit_code=str(21000 + 3 * number),
    )
    cells: Any = [
        PartyOrganisation(
            id=f"cb-{place}-{cell}", name=f"Chi bộ thôn {cell}", kind=OrganisationKind.CELL, parent_id=own.id
        )
        for cell in range(rnd.randint(2, 6))
    ]
    model: Any = PracticeModel(id=f"mh-{place}", name="Ngôi nhà cấp ủy", lead_id=own.id)
    amounts = rnd.sample(range(1, 10**6), 8)
    records: list[Any] = [
        Report(id=f"bc-{place}", organisation_id=own.id, kind=ReportKind.ANNUAL, period=YEAR),
        Outcome(
            id=f"kq-{place}",
            of_id=model.id,
            kind=OutcomeKind.HOUSES,
            figure=Figure.of(number, Unit.HOUSE),
            period=YEAR,
        ),
        Dialogue(id=f"dt-{place}", model_id=model.id, citizens=Figure.of(number, Unit.PERSON), period=YEAR),
        *(
            gift(f"dg-{place}-{one}", amounts[one] + 10**6 * number, own.id, to_id=model.id)
            for one in range(3)
        ),
    ]
    return Programme(name="Học tập và làm theo Bác", committee_id=own.id, period=YEAR).put(
        DISTRICT, own, *cells, model, *records
    )


Found = set[tuple[str, tuple[str | int, ...]]]


def seed(files: dict[str, Programme], rnd: Random) -> Found:
    """Put into the files what a district office finds in them, and give what must be found."""
    expected: Found = set()
    names = rnd.sample(sorted(files), 14)

    def put(name: str, *records: Record) -> None:
        files[name] = files[name].put(*records)

    def own(name: str) -> Any:
        return files[name].committee_id

    # Two clerks gave one id to two gifts; three to three models.
    for size, kind in ((2, "dg-1"), (3, "mh-1")):
        for name in (names.pop() for _ in range(size)):
            made: Any = (
                gift(kind, rnd.randint(10**8, 10**9), own(name))
                if kind == "dg-1"
                else PracticeModel(id=kind, name=f"Hũ gạo {name}", lead_id=own(name))
            )
            put(name, made)
            collection = "contributions" if kind == "dg-1" else "models"
            expected.add(("combine/id-of-several-records", (collection, f"{kind}.{own(name)}", "id")))

    # One gift, of a giver whom both files know, is written down by two communes under two ids.
    first, second = names.pop(), names.pop()
    twice = gift("dg-trung-a", 777_777, own(first), given_by_id=own(second))
    put(first, twice, files[second].organisations[own(second)])
    put(second, attrs.evolve(twice, id="dg-trung-b"), files[first].organisations[own(first)])
    expected.add(("contribution/counted-twice", ("contributions", "dg-trung-b", "gift")))

    # One outcome stands in two files, the same to the word; another under two ids.
    first, second = names.pop(), names.pop()
    model = files[first].models[0]
    same, again = files[first].outcomes[0], attrs.evolve(files[first].outcomes[0], id="kq-z")
    put(second, model, files[first].organisations[own(first)], same, again)
    expected.add(("combine/record-in-several-files", ("outcomes", same.id)))
    expected.add(("outcome/counted-twice", ("outcomes", "kq-z", "figure")))

    # A commune is told of with other numbers by its neighbour.
    first, second = names.pop(), names.pop()
    put(first, attrs.evolve(files[first].organisations[own(first)], official_members=212))
    put(second, attrs.evolve(files[first].organisations[own(first)], official_members=221))
    expected.add(("combine/organisation-differs", ("organisations", own(first), "official_members")))

    # A commune under another id, in the file of its neighbour.
    first, second = names.pop(), names.pop()
    put(second, attrs.evolve(files[first].organisations[own(first)], id="xa-khac"))
    expected.add(("combine/organisation-with-several-ids", ("organisations", own(first), "id")))

    # The district tells of the gift of a commune again, and of what two communes gave together.
    first = names.pop()
    lower = files[first].contributions[0]
    district = Programme(name="Học tập và làm theo Bác", committee_id=DISTRICT.id, period=YEAR).put(
        DISTRICT,
        attrs.evolve(files[first].models[0], id="mh-huyen", lead_id=DISTRICT.id),
        attrs.evolve(lower, id="dg-huyen", raised_by_id=DISTRICT.id, to_id="mh-huyen"),
        gift("dg-huyen-tong", 30, DISTRICT.id, stage=Stage.SPENT),
    )
    put(first, gift("dg-phan-1", 10, own(first), stage=Stage.SPENT))
    other = names.pop() if names else min(set(files) - {first})
    put(other, gift("dg-phan-2", 20, own(other), stage=Stage.SPENT))
    files["huyen"] = district
    expected.add(("contribution/same-at-two-levels", ("contributions", "dg-huyen", "gift")))
    expected.add(("contribution/sum-at-two-levels", ("contributions", "dg-huyen-tong", "gift")))
    return expected


@pytest.mark.parametrize("number", range(3))
def test_just_what_was_seeded_is_found(number: int, tmp_path: Path) -> None:
    rnd = Random(number)  # noqa: S311  files to test with, no secrets
    files = {f"xa-{each:02d}": commune(each, rnd) for each in range(1, 25)}
    records = sum(len(each.records()) for each in files.values()) - 23  # the district stands in all of them
    expected = seed(files, rnd)
    for name, programme in files.items():
        dump(programme, tmp_path / f"{name}.json")
    (tmp_path / "xa-25.json").write_text('{"format_version": 1, "nam": "x", "reports": 5}', encoding="utf-8")
    (tmp_path / "doc-toi.txt").write_text("Không phải chương trình.", encoding="utf-8")
    told: list[tuple[int, int]] = []
    combined = combine_files(tmp_path, on_progress=lambda done, total: told.append((done, total)))
    assert {(finding.code, finding.path) for finding in combined.findings} == expected | {
        ("file/not-combined", ("files", 26, "xa-25.json"))
    }
    assert told == [(done, 26) for done in range(1, 27)]
    assert combined.programme.committee_id == DISTRICT.id
    assert len(combined.programme.records()) == records + 13
    assert "tệp thứ 26" in combined.findings[0].message_vi
    # What the files had wrong each on its own is found by `check` as before, and no reference is broken.
    assert "reference/missing" not in {finding.code for finding in check(combined.programme)}
    # Combined again with a file that was there already, the broken one is not forgotten.
    again = combine_files([tmp_path / "xa-01.json", tmp_path / "huyen.json"])
    assert combine([combined, again]) == combined


def test_a_folder_that_is_none_and_files_that_are_all_broken(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="file/unreadable"):
        combine_files(tmp_path / "khong-co")
    with pytest.raises(ReadError, match="file/none"):
        combine_files(tmp_path)
    (tmp_path / "a.json").write_text("{", encoding="utf-8")
    (tmp_path / "b.json").write_text("[]", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        combine_files(tmp_path)
    assert [fault.path for fault in caught.value.issues] == [(0,), (1,)]


def test_the_limits_are_those_of_each_file(tmp_path: Path) -> None:
    dump(Programme(name="Bình Sơn"), tmp_path / "a.json")
    with pytest.raises(ReadError) as caught:
        combine_files([str(tmp_path / "a.json")], limits=Limits(json_bytes=5))
    assert caught.value.issues[0].code == "limit/file-bytes"
    assert not isinstance(caught.value, LimitError)


def test_a_folder_may_hold_workbooks(tmp_path: Path) -> None:
    dump(example(), tmp_path / "binh-son.xlsx")
    (tmp_path / "~$binh-son.xlsx").write_bytes(b"open elsewhere")
    assert combine_files(tmp_path).programme == example()
