"""Rules held by a law of one's own: every rule that rests on a table asks the law it is given, and no other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from lamtheobac import RULES, ByLaw, Found, Programme, Rule, Severity, WrongTypeError, check, law
from lamtheobac.law.tables import TABLES
from rule_cases import CASES, programme_of, read_cases

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(path.name for path in CASES.glob("*.toml"))
RESTING = {rule.code for rule in RULES if rule.rests_on}
LOOKING_UP = {"document/not-yet-issued", "document/later-than-the-act", "programme/directives-replaced"}
"""Rules that look a document up by its number; where the law does not have it, what is cited speaks for itself."""
SILENT = law.Law(documents={}, tables={name: {} for name in TABLES})
"""A law that says nothing."""
MARKS = """
status = "in_force"
confidence = "read"
checked = 2026-11-25
"""
OWN_DOCUMENT = f"""
table = "documents"
{MARKS}
[[values]]
name = "Quy định 9-QĐ/TW"
kind = "regulation"
number = "9-QĐ/TW"
issuer = "Ban Chấp hành Trung ương"
issued_on = 2024-03-01
from = 2024-03-01
"""


def load(folder: Path, *tables: str) -> law.Law:
    """Read tables that cite the document above; each begins with its name."""
    (folder / "documents.toml").write_text(OWN_DOCUMENT, encoding="utf-8")
    for number, table in enumerate(tables):
        head = f'document = "Quy định 9-QĐ/TW"\narticle = "Điều 1"\n{MARKS}'
        (folder / f"{number}.toml").write_text(
            table.strip().replace("\n", "\n" + head, 1) + "\n", encoding="utf-8"
        )
    return law.load(folder)


@pytest.mark.parametrize("file", FILES)
def test_a_rule_that_rests_on_a_table_is_silent_where_the_law_says_nothing(file: str) -> None:
    """Rules that need no law find the same; those that rest on its tables find something by the built-in one only."""
    rules, cases = read_cases(file)
    for case in cases:
        programme = programme_of(case)
        found = check(programme, only=rules)
        silent = check(programme, only=rules, law=SILENT)
        assert not RESTING & {each.code for each in silent}
        kept = [each for each in found if each.code not in RESTING | LOOKING_UP]
        assert [each for each in silent if each.code not in LOOKING_UP] == kept
        assert check(programme, only=rules, law=law.built_in()) == found


def test_what_rests_on_a_table_is_told_which_law_to_ask() -> None:
    assert {rule.code for rule in RULES if isinstance(rule.check, ByLaw)} == RESTING | LOOKING_UP


CASES_OF_MY_OWN: list[tuple[str, str, dict[str, Any], list[str]]] = [
    (
        "a committee of six",
        """table = "thresholds"
[[values]]
name = "cell_committee_members_most"
value = 5
unit = "person"
from = 2024-03-01
corrects = true
""",
        {"organisations": [{"kind": "cell", "name": "Chi bộ", "official_members": 20, "committee_size": 6}]},
        ["organisation/committee-too-large"],
    ),
    (
        "a bonus on a salary of my own",
        """table = "base_salary"
[[values]]
value = 2_000_000
unit = "VND/month"
from = 2024-07-01
to = 2024-12-31
corrects = true
""",
        {
            "awards": [
                {
                    "form": "bằng khen",
                    "system": "state",
                    "level": "province",
                    "individuals": "1 cá nhân",
                    "bonus": "3.510.000 đồng",
                    "decision": {
                        "number": "1-QĐ/UBND",
                        "issuer": "Chủ tịch Ủy ban nhân dân tỉnh",
                        "issued_on": "01/08/2024",
                    },
                }
            ]
        },
        ["award/bonus-differs"],
    ),
    (
        "an advisory body that communes no longer have",
        """table = "advisory_bodies"
[[values]]
level = "commune"
body = "Văn phòng"
from = 2025-07-01
status = "cancelled"
corrects = true
""",
        {
            "organisations": [{"id": "tc", "kind": "commune", "name": "Đảng bộ xã Vạn Tường"}],
            "bodies": [
                {
                    "id": "cq",
                    "name": "Văn phòng Đảng ủy xã Vạn Tường",
                    "kind": "cơ quan tham mưu của cấp ủy",
                    "host_id": "tc",
                    "life": "từ 01/07/2025",
                }
            ],
        },
        ["body/not-of-its-time"],
    ),
    (
        "a code of my own",
        """table = "units"
[[values]]
unit = "xa-mau"
value = "Mẫu"
code = "99999"
kind = "commune"
from = 2025-07-01
""",
        {
            "organisations": [
                {
                    "id": "tc",
                    "kind": "commune",
                    "name": "Đảng bộ xã Vạn Tường",
                    "unit_code": "99999",
                    "life": "từ 01/07/2025",
                }
            ]
        },
        ["organisation/unit-code-of-another"],
    ),
    (
        "reception days of my own",
        """table = "thresholds"
[[values]]
name = "reception_days_commune_least"
value = 4
unit = "day"
from = 2024-03-01
corrects = true
""",
        {
            "organisations": [{"id": "tc", "kind": "commune", "name": "Đảng bộ xã Vạn Tường"}],
            "dialogues": [
                {
                    "held_by": [{"role": "Bí thư", "organisation_id": "tc"}],
                    "meetings": "3 buổi",
                    "period": "từ 01/08/2025 đến 31/08/2025",
                }
            ],
        },
        ["dialogue/too-few-reception-days"],
    ),
    (
        "houses for less",
        """table = "house_costs"
[[values]]
name = "most"
value = 40_000_000
unit = "VND/house"
from = 2024-03-01
corrects = true
""",
        {
            "models": [{"id": "mh"}],
            "contributions": [{"gift": "6,2 tỷ đồng", "to_id": "mh", "stage": "spent", "period": "năm 2024"}],
            "outcomes": [{"kind": "houses", "figure": "129 nhà", "of_id": "mh", "period": "năm 2024"}],
        },
        ["contribution/unlikely-cost-of-a-house"],
    ),
    (
        "a document that only I know",
        "",
        {
            "programme": {
                "directives": [{"number": "9-QĐ/TW"}],
                "period": "từ 01/01/2023 đến 31/12/2023",
            }
        },
        ["document/not-yet-issued"],
    ),
]


@pytest.mark.parametrize(("table", "case", "found"), [row[1:] for row in CASES_OF_MY_OWN])
def test_what_my_tables_say_is_found_by_them_alone(
    table: str, case: dict[str, Any], found: list[str], tmp_path: Path
) -> None:
    mine = load(tmp_path, *([table] if table else []))
    programme = programme_of(case)
    assert [each.code for each in check(programme, only=found)] == []
    told = check(programme, only=found, law=mine)
    assert [each.code for each in told] == found
    assert check(programme, only=found) == ()


def test_a_finding_names_the_document_as_my_table_does(tmp_path: Path) -> None:
    _, table, case, found = CASES_OF_MY_OWN[0]
    (told,) = check(programme_of(case), only=found, law=load(tmp_path, table))
    assert (told.document, told.article) == ("Quy định 9-QĐ/TW", "Điều 1")
    assert told.severity is Severity.ERROR


def test_my_own_rule_asks_the_law_it_is_given(tmp_path: Path) -> None:
    def look(programme: Programme, law_of_the_day: law.Law) -> list[Found]:
        documents = law.documents_numbered("9-QĐ/TW", law=law_of_the_day)
        return [Found(path=("name",), stated=programme.name) for _ in documents]

    rule = Rule(
        code="my/rule",
        severity=Severity.WARNING,
        check=ByLaw(look),
        message_vi="a",
        message_en="a",
        to_do_vi="b",
        to_do_en="b",
    )
    programme = Programme(name="Bình Sơn")
    assert check(programme, rules=[rule]) == ()
    assert len(check(programme, rules=[rule], law=load(tmp_path))) == 1


@pytest.mark.parametrize("given", [5, "law/data", date(2024, 7, 1), law])
def test_a_law_is_needed_where_one_is_named(given: Any) -> None:
    with pytest.raises(WrongTypeError):
        check(Programme(name="Bình Sơn"), law=given)
