"""The recipes of the documentation, run as their readers would run them."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import lamtheobac as ltb

if TYPE_CHECKING:
    import pytest

PROGRAMS = Path(__file__).parents[2] / "docs" / "how-to" / "programs"
REPORT = "Mô hình “Ngôi nhà cấp ủy” đã vận động hơn 6,2 tỷ đồng, hỗ trợ xây mới và sửa chữa 130 nhà."


def program(name: str) -> Any:
    """Load a program from its file, as a framework does."""
    spec = importlib.util.spec_from_file_location(name, PROGRAMS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_every_program_is_told_of_and_tested() -> None:
    pages = "".join(path.read_text(encoding="utf-8") for path in PROGRAMS.parent.glob("*.md"))
    vietnamese = PROGRAMS.parents[1] / "vi" / "how-to"
    doubled = "".join(path.read_text(encoding="utf-8") for path in vietnamese.glob("*.md"))
    tests = Path(__file__).read_text(encoding="utf-8")
    for path in PROGRAMS.glob("*.py"):
        assert f"programs/{path.name}" in pages
        assert f"programs/{path.name}" in doubled
        assert f'"{path.stem}"' in tests


def test_litestar() -> None:
    from litestar.testing import TestClient

    with TestClient(program("litestar_app").app) as client:
        made = client.post("/programmes/new", json={"name": "Xã Tân Lập"})
        assert made.status_code == 201
        refused = client.post("/programmes", content=b'{"name": "x", "name": "y"}')
        assert refused.status_code == 422
        assert refused.json()["issues"][0]["code"] == "json/duplicate-key"
        file = ltb.dumps(ltb.example()).encode()
        key = client.post("/programmes", content=file).json()["key"]
        assert client.get(f"/programmes/{key}").content == file
        assert client.get("/programmes/khong-co").status_code == 404

        fields = {"id": "dg-1", "gift": "hơn 120 triệu đồng", "stage": "received"}
        gift = client.post(f"/programmes/{key}/contributions", json=fields)
        assert gift.status_code == 201
        assert gift.json()["gift"]["value"] == "120000000"
        wrong = client.post(
            f"/programmes/{key}/contributions", json={"id": "dg-2", "gift": "1.5 tỷ đồng", "stge": 1}
        )
        assert {(each["code"], *each["path"]) for each in wrong.json()["issues"]} == {
            ("number/malformed-grouping", "gift"), ("record/unknown-field", "stge"),
        }  # fmt: skip

        findings = client.get(f"/programmes/{key}/findings", params={"lang": "en"}).json()
        assert "78,9%" in {each["recomputed"] for each in findings}
        matches = client.post(f"/programmes/{key}/matches", content=REPORT.encode()).json()
        assert [each["verdict"] for each in matches] == ["agrees", "contradicts"]
        assert "<h1>" in client.get(f"/programmes/{key}/report").text

        openapi = client.get("/schema/openapi.json").json()
        body = openapi["paths"]["/programmes/{key}/contributions"]["post"]["requestBody"]
        assert body["content"]["application/json"]["schema"]["$ref"] == "#/components/schemas/Contribution"
        assert openapi["components"]["schemas"]["Contribution"]["title"] == "khoản đóng góp"


def test_fastapi() -> None:
    from fastapi.testclient import TestClient

    client = TestClient(program("fastapi_app").app)
    gift = client.post("/contributions", json={"id": "dg-1", "gift": "8.458 ngày công"})
    assert gift.status_code == 201
    assert gift.json()["gift"]["unit"] == "labour_day"
    wrong = client.post("/contributions", json={"id": "dg 1", "gift": "8.458 ngày công"})
    assert wrong.status_code == 422
    assert wrong.json()["issues"][0]["message_vi"]
    found = client.post("/check", content=ltb.dumps(ltb.example()).encode()).json()
    assert found[0]["code"] == "dialogue/rate-needs-other-base"
    openapi = client.get("/openapi.json").json()
    assert openapi["paths"]["/contributions"]["post"]["requestBody"]["required"] is True
    assert openapi["components"]["schemas"]["Programme"]["title"] == "chương trình"
    assert client.get("/openapi.json").json() == openapi


def test_a_command_of_ones_own(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    app = program("command").app
    good, bad, report = tmp_path / "tốt.json", tmp_path / "hỏng.json", tmp_path / "báo cáo.txt"
    ltb.dump(ltb.example(), good)
    bad.write_text("{", encoding="utf-8")
    report.write_text(REPORT, encoding="utf-8")
    run = CliRunner().invoke(app, ["check", str(good)])
    assert run.exit_code == 0
    assert "78,9%" in run.stdout
    run = CliRunner().invoke(app, ["check", "--lang", "en", str(good), str(bad)])
    assert run.exit_code == 2
    assert "hỏng.json" in run.stderr
    run = CliRunner().invoke(app, ["reconcile", str(report), str(good)])
    assert run.stdout.splitlines() == ["hơn 6,2 tỷ đồng: khớp", "130 nhà: mâu thuẫn"]


def test_tables() -> None:
    tables = program("tables")
    programme = ltb.example()
    by_pandas = {key: int(value) for key, value in tables.money_by_stage_in_pandas(programme).items()}
    by_polars = {key: int(value) for key, value in tables.money_by_stage_in_polars(programme).iter_rows()}
    ours = {
        total.stage.value: int(total.figure.value or 0)
        for total in programme.totals(by="stage", unit=ltb.Unit.VND)
    }
    assert by_pandas == by_polars == ours
    assert tables.findings_by_rule(programme)["len"].sum() == len(ltb.check(programme))


def test_a_frame_in_every_library_is_exact() -> None:
    from lamtheobac.formats.frames import to_frame

    gifts = [
        ltb.Contribution(id=ltb.make_id("dg", str(place)), gift=ltb.Figure.of(value, ltb.Unit.HA))
        for place, value in enumerate((Decimal(10**17), Decimal("0.000001"), Decimal("1E+3"), 0))
    ]
    wanted = [gift.gift.value for gift in gifts]
    assert to_frame(gifts, "pandas")["gift_value"].tolist() == wanted
    assert to_frame(gifts, "polars")["gift_value"].to_list() == wanted
    assert to_frame(gifts, "pandas")["period_start"].isna().all()


def test_storage(tmp_path: Path) -> None:
    storage = program("storage")
    path = tmp_path / "kho.sqlite"
    programme = ltb.example()
    key = storage.save(path, programme)
    assert storage.save(path, programme) == key
    assert storage.fetch(path, key) == programme
    rows = storage.money_of_all(path)
    assert ("tc-binh-son", "received", 7_700_000_000) in rows


def write_communes(folder: Path) -> None:
    """Write the files of two communes of one district, as each of them would send it in."""
    district = ltb.PartyOrganisation(
        id=ltb.make_id("tc", "huyện"), name="Đảng bộ huyện Bình An", kind=ltb.OrganisationKind.DISTRICT
    )
    year = {"start": "2019-01-01", "end": "2019-12-31"}
    for name, amount in (("Tân Lập", "hơn 120 triệu đồng"), ("Tân Tiến", "85 triệu đồng")):
        commune = ltb.PartyOrganisation(
            id=ltb.make_id("tc", name), name=f"Đảng bộ xã {name}", kind=ltb.OrganisationKind.COMMUNE,
            parent_id=district.id,
        )  # fmt: skip
        sent = {"submitted_on": "2019-12-20"} if name == "Tân Lập" else {}
        report = {"id": "bc-2019", "organisation_id": commune.id, "kind": "annual", "period": year, **sent}
        gift = {"id": "dg-1", "gift": amount, "stage": "received", "period": year, "report_id": "bc-2019"}
        programme = ltb.Programme(name=f"Xã {name}", committee_id=commune.id).put(
            district, commune, ltb.read_record("report", report), ltb.read_record("contribution", gift)
        )
        ltb.dump(programme, folder / f"{commune.id}-2019.json")


def test_a_folder_of_yearly_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    communes = program("communes")
    write_communes(tmp_path)
    communes.main(tmp_path, 2019)
    said = capsys.readouterr().out
    assert "đã vận động, tiếp nhận: khoảng 210 triệu đồng" in said
    assert "chưa nộp báo cáo: Đảng bộ xã Tân Tiến" in said
    assert "<h1>" in (tmp_path / "tong-hop-2019.html").read_text(encoding="utf-8")
    (tmp_path / "xa-hong-2019.json").write_text("[]", encoding="utf-8")
    assert communes.main(tmp_path, 2019) == 1
    assert "lỗi" in capsys.readouterr().out


def test_programs_start_from_the_command_line(tmp_path: Path) -> None:
    write_communes(tmp_path)
    for name, arguments in (("tables", []), ("communes", [str(tmp_path), "2019"]), ("command", ["--help"])):
        run = subprocess.run(
            [sys.executable, str(PROGRAMS / f"{name}.py"), *arguments], capture_output=True, check=False,
            env={"PYTHONUTF8": "1", "PATH": ""},
        )  # fmt: skip
        assert run.stderr == b""
        assert run.stdout


def test_the_schema_of_the_openapi_document_is_whole() -> None:
    from lamtheobac.formats.web import describe

    document = describe({"paths": {}}, {"POST /none": ("Programme", None)})
    text = json.dumps(document)
    assert "$defs" not in text
    for part in text.split('"$ref": "#/components/schemas/')[1:]:
        assert part.partition('"')[0] in document["components"]["schemas"]
