"""Files that nobody honest would send: refused in the family, at once and in little room."""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
import tomllib
import zipfile
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lamtheobac import LamTheoBacError, LimitError, Limits, ReadError
from lamtheobac.formats.csv import protect, read_csv
from lamtheobac.formats.excel import dry_run, read_workbook
from lamtheobac.formats.excel.archive import Archive
from lamtheobac.formats.excel.contents import read_grids
from lamtheobac.formats.excel.writing import workbook_bytes
from workbooks import HEAD, LINKS, MAIN, OFFICE, gifts, link, pack, parts, text

CASES = tomllib.loads((Path(__file__).parent / "csv_cases.toml").read_text(encoding="utf-8"))["case"]


def code_of(data: bytes, **options: Any) -> str:
    """Read a workbook, and give the first code; empty where it is read."""
    try:
        read_workbook(BytesIO(data), name="x", **options)
    except LamTheoBacError as error:
        return error.code
    return ""


def with_part(name: str, old: str, new: str) -> bytes:
    """A good workbook with something changed in one part."""
    files = parts(gifts('<c r="B2"><v>5</v></c>'))
    files[name] = files[name].replace(old, new)
    return pack(files)


BOOK, SHEET = "xl/workbook.xml", "xl/worksheets/sheet1.xml"
GOOD = parts(gifts('<c r="B2"><v>5</v></c>'))
BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


def without(name: str) -> dict[str, str]:
    return {each: words for each, words in GOOD.items() if each != name}


SHEET_FIRST = {SHEET: GOOD[SHEET]} | without(SHEET)


def cut(data: bytes, end: int) -> bytes:
    return data[:end]


def flagged(data: bytes) -> bytes:
    """Set the flag of encryption in the directory of a zip."""
    place = data.index(b"PK\x01\x02") + 8
    return data[:place] + b"\x01" + data[place + 1 :]


def relabelled(data: bytes, head: bytes, offset: int, value: bytes) -> bytes:
    """Change a field of the first record that begins so."""
    place = data.index(head) + offset
    return data[:place] + value + data[place + len(value) :]


REFUSED = {
    "nothing": (b"", "xlsx/no-workbook"),
    "no zip": (b"Ma,So luong", "xlsx/no-workbook"),
    "the head of a zip alone": (b"PK\x03\x04" + bytes(60), "xlsx/no-workbook"),
    "an old .xls, or a password": (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500), "xlsx/old-or-encrypted"),
    "a zip that is encrypted": (flagged(pack(GOOD)), "xlsx/old-or-encrypted"),
    "cut in the middle": (cut(pack(GOOD), 700), "xlsx/no-workbook"),
    "cut in its end": (cut(pack(GOOD), len(pack(GOOD)) - 5), "xlsx/no-workbook"),
    "no list of parts": (pack(without("_rels/.rels")), "xlsx/no-workbook"),
    "no workbook": (pack(without(BOOK)), "xlsx/no-workbook"),
    "no sheet": (pack(without(SHEET)), "xlsx/broken"),
    "a sheet that no part is": (with_part(BOOK, "rId1", "rId7"), "xlsx/broken"),
    "a way out of the folder": (pack({**GOOD, "../x.xml": ""}), "xlsx/unsafe-names"),
    "a name from the root": (pack({**GOOD, "/x.xml": ""}), "xlsx/unsafe-names"),
    "a part twice": (pack([*GOOD.items(), (SHEET.upper(), GOOD[SHEET])]), "xlsx/unsafe-names"),
    "a macro": (pack({**GOOD, "xl/vbaProject.bin": "x"}), "xlsx/macro"),
    "an entity bomb": (pack(parts(gifts(""), prologue=BOMB)), "xlsx/dtd"),
    "no XML": (with_part(SHEET, "<sheetData>", "<sheetData"), "xlsx/broken"),
    "an unknown kind of cell": (pack(parts(gifts('<c r="B2" t="zz"><v>1</v></c>'))), "xlsx/broken"),
    "a text that no list has": (pack(parts(gifts('<c r="B2" t="s"><v>9</v></c>'))), "xlsx/broken"),
    "no index of a text": (pack(parts(gifts('<c r="B2" t="s"><v>-1</v></c>'))), "xlsx/broken"),
    "no place": (pack(parts(gifts('<c r="2B"><v>1</v></c>'))), "xlsx/broken"),
    "a cell of another row": (pack(parts(gifts('<c r="B7"><v>1</v></c>'))), "xlsx/broken"),
    "rows out of order": (pack(parts(gifts("", '<row r="1"/>'))), "xlsx/broken"),
    "no number": (pack(parts(gifts('<c r="B2"><v>NaN</v></c>'))), "xlsx/broken"),
    "yes and no that is neither": (pack(parts(gifts('<c r="B2" t="b"><v>2</v></c>'))), "xlsx/broken"),
    "too many digits": (pack(parts(gifts(f'<c r="B2"><v>{"9" * 5000}</v></c>'))), "cell/too-many-digits"),
    "more than a number holds": (pack(parts(gifts('<c r="B2"><v>12345678901234567</v></c>'))), "cell/too-many-digits"),
    "an exponent bomb": (pack(parts(gifts('<c r="B2"><v>1E999</v></c>'))), "cell/too-many-digits"),
    "an error": (pack(parts(gifts('<c r="B2" t="e"><v>#REF!</v></c>'))), "cell/error"),
    "no day of the format": (pack(parts(gifts('<c r="B2" t="d"><v>2019-05-19T10:00:00</v></c>'))), "cell/time-of-day"),
    "no day at all": (pack(parts(gifts('<c r="B2" t="d"><v>2019-02-30</v></c>'))), "cell/no-such-day"),
    "a row that is too far": (pack(parts(gifts("", '<row r="1048576"/>'))), "limit/rows"),
    "a column that is too far": (pack(parts(gifts('<c r="XFD2"><v>1</v></c>'))), "limit/columns"),
    "too long a text": (pack(parts(gifts(text("B2", "x y" * 11_000)))), "limit/cell-characters"),
    "a list of parts that lies of its length": (
        relabelled(pack(SHEET_FIRST), b"PK\x01\x02", 24, struct.pack("<I", 5)), "xlsx/broken",
    ),
    "a checksum that lies": (relabelled(pack(SHEET_FIRST), b"PK\x01\x02", 16, b"0000"), "xlsx/broken"),
    "a name that lies": (relabelled(pack(GOOD), b"PK\x03\x04", 30, b"["), ""),
    "another name in the head": (relabelled(pack(GOOD), b"PK\x03\x04", 30, b"x"), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_workbook_is_refused(name: str) -> None:
    data, code = REFUSED[name]
    assert code_of(data) == code


def broken_head(field: int, value: bytes) -> bytes:
    """A workbook whose sheet is damaged in the head of its part."""
    files = {SHEET: GOOD[SHEET]} | without(SHEET)
    return relabelled(pack(files), b"PK\x03\x04", field, value)


def test_a_part_is_read_from_the_place_that_its_own_head_names() -> None:
    assert code_of(broken_head(0, b"PX")) == "xlsx/broken"
    assert code_of(broken_head(30, b"y")) == "xlsx/broken"
    assert code_of(broken_head(30 + len(SHEET), b"\xff\xff\xff")) == "xlsx/broken"
    assert code_of(pack(GOOD, stored=True)) == ""
    data = pack({SHEET: GOOD[SHEET]} | without(SHEET))
    end = data.index(b"PK\x01\x02")
    # A directory that points behind the end of the file.
    moved = data[: end + 42] + struct.pack("<I", len(data)) + data[end + 46 :]
    assert code_of(moved) in {"xlsx/broken", "xlsx/no-workbook"}
    with pytest.raises(ReadError):
        list(Archive(pack(GOOD)).read("no/such/part"))


def test_more_than_the_directory_says_is_never_unpacked() -> None:
    words = GOOD[SHEET].encode()
    longer = words.replace(b"</worksheet>", b" " * 5_000_000 + b"</worksheet>")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(longer) + packer.flush()
    data = pack({SHEET: "x" * len(words)} | without(SHEET), stored=True)
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in ({SHEET: longer.decode()} | without(SHEET)).items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    lying = relabelled(file.getvalue(), b"PK\x01\x02", 24, struct.pack("<I", len(words)))
    assert code_of(lying) == "xlsx/broken"
    assert len(packed) < len(data) * 100


def test_limits_are_the_callers() -> None:
    data = pack(GOOD)
    assert code_of(data, limits=Limits(xlsx_bytes=100)) == "limit/file-bytes"
    assert code_of(data, limits=Limits(xlsx_parts=3)) == "limit/xlsx-parts"
    assert code_of(blanks(2)) == "limit/xlsx-ratio"
    assert code_of(data, limits=Limits(xlsx_unpacked=500)) == "limit/xlsx-unpacked"
    three = "".join(f'<mergeCell ref="{place}"/>' for place in ("A1:A1", "B1", "C1"))
    words = f"</sheetData><mergeCells>{three}</mergeCells><sheetData>"
    merges = pack(parts(gifts("") + words))
    assert code_of(merges) == "figure/no-value"
    assert code_of(merges, limits=Limits(rows=2)) == "limit/rows"


MEASURE = """
import resource, sys, time
from lamtheobac import LamTheoBacError
from lamtheobac.formats.excel import read_workbook
from io import BytesIO
data = open(sys.argv[1], "rb").read()
try:
    read_workbook(BytesIO(open(sys.argv[2], "rb").read()), name="x")
except LamTheoBacError:
    pass
before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    read_workbook(BytesIO(data), name="x")
    code = ""
except LamTheoBacError as error:
    code = error.code
print(code, time.process_time() - start, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def far_corners() -> bytes:
    """Two cells, one in the last corner of the sheet: a reader that fills the room between them takes gigabytes."""
    return pack(
        parts('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    )


def blanks(millions: int) -> bytes:
    """A sheet with so many million blanks at its end."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in without(SHEET).items():
            archive.writestr(name, part)
        with archive.open(SHEET, "w") as sheet:
            sheet.write(GOOD[SHEET].encode())
            for _ in range(millions):
                sheet.write(b" " * 1_000_000)
    return file.getvalue()


BOMBS = {
    "the far corner": (far_corners, "limit/rows"),
    "300 MB of blanks": (lambda: blanks(300), "limit/xlsx-unpacked"),
    "60 MB of blanks": (lambda: blanks(60), "limit/xlsx-ratio"),
    "a million empty rows": (lambda: pack(parts(HEAD + "<row/>" * 1_000_000)), "limit/xlsx-ratio"),
    "a million rows, unpacked": (lambda: pack(parts(HEAD + "<row/>" * 1_000_000), stored=True), "limit/rows"),
    "far columns": (
        lambda: pack(
            parts('<row r="1"><c r="A1"><v>1</v></c></row><row r="200000"><c r="GR200000"><v>1</v></c></row>')
        ),
        "xlsx/no-table",
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_takes_a_second_and_64_mebibytes_at_most(name: str, tmp_path: Path) -> None:
    make, code = BOMBS[name]
    data = make()
    (tmp_path / "bomb.xlsx").write_bytes(data)
    (tmp_path / "good.xlsx").write_bytes(pack(GOOD))
    run = subprocess.run(
        [sys.executable, "-c", MEASURE, str(tmp_path / "bomb.xlsx"), str(tmp_path / "good.xlsx")],
        capture_output=True, text=True, check=True,
        # Counting lines takes ten times the time that is measured here.
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
    )  # fmt: skip
    found, seconds, mebibytes = run.stdout.rsplit(" ", 2)
    assert found == code
    assert float(seconds) < 1
    assert float(mebibytes) < 64


@settings(max_examples=25)
@given(st.binary(max_size=200), st.integers(0, 2_000), st.integers(0, 255))
def test_any_bytes_are_read_or_refused_in_the_family(noise: bytes, place: int, byte: int) -> None:
    good = pack(GOOD)
    place %= len(good)
    for data in (
        noise,
        good[:place] + bytes([byte]) + good[place + 1 :],
        good[:place] + noise + good[place:],
    ):
        try:
            read_workbook(BytesIO(data), name="x")
        except LamTheoBacError as error:
            assert error.issues
        try:
            assert dry_run(BytesIO(data), name="x").workbook
        except (ReadError, LimitError) as error:
            assert error.issues


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_csv_is_read_strictly(case: dict[str, Any]) -> None:
    source: str | bytes = bytes.fromhex(case["hex"]) if "hex" in case else case["text"]
    if "take" in case:
        gifts_read: Any = read_csv(source, "contributions")
        assert [str(gift.gift) for gift in gifts_read] == case["take"]
    else:
        with pytest.raises(LamTheoBacError) as caught:
            read_csv(source, "contributions")
        assert (caught.value.code, "".join(map(str, caught.value.issues[0].path[:1]))) == (
            case["refuse"],
            case.get("at", ""),
        )


@settings(max_examples=30)
@given(st.text(max_size=200) | st.binary(max_size=200))
def test_any_csv_is_read_or_refused_in_the_family(source: str | bytes) -> None:
    try:
        read_csv(source, "models")
    except LamTheoBacError as error:
        assert error.issues


def test_csv_has_limits() -> None:
    head = "id,gift.value,gift.unit\n"
    for source, limits, code in (
        (head, Limits(xlsx_bytes=5), "limit/file-bytes"),
        (head + "a,5,đồng\n" * 5, Limits(rows=5), "limit/rows"),
        (head, Limits(columns=2), "limit/columns"),
        (head + f"a,5,{'x' * 40}\n", Limits(cell_characters=30), "limit/cell-characters"),
    ):
        with pytest.raises(LimitError) as caught:
            read_csv(source, "contributions", limits=limits)
        assert caught.value.code == code


@given(
    st.text(st.characters(codec="utf-8", min_codepoint=160), max_size=20)
    | st.sampled_from(("=1", "'=1", "@", "a=b"))
)
def test_what_is_protected_is_no_formula_and_comes_back(words: str) -> None:
    safe = protect(words)
    assert not re.match(r"[=+\-@\t\r＝＋－＠]", safe)
    assert safe in {words, f"'{words}"}


def test_a_workbook_names_no_macro_link_or_program_of_ours() -> None:
    data = workbook_bytes(None)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        everything = b"".join(archive.read(name) for name in names)
    assert not [name for name in names if "vba" in name.lower() or "externalLink" in name]
    assert b"[$-42A]" in everything


def test_sheets_of_other_programs() -> None:
    strings = (
        f'<sst xmlns="{MAIN}"><si><r><t>Heo </t></r><r><t>đất</t></r>'
        '<rPh sb="0" eb="1"><t>ảo</t></rPh></si></sst>'
    )
    styles = (
        f'<styleSheet xmlns="{MAIN}"><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    titles = ("Mã", "Tên mô hình", "Bắt đầu", "Ghi chú")
    # Cells and rows without a place follow each other.
    head = "".join(f'<c t="inlineStr"><is><t>{title}</t></is></c>' for title in titles)
    row = (
        f'<row>{head}</row><row r="2" hidden="1"><c r="A2" t="str"><f>"a"</f><v>a</v></c>'
        '<c r="B2" t="s"><v>0</v></c><c r="C2" s="1"><v>43604</v></c>'
        '<c r="D2" t="inlineStr"><is><r><t>một</t></r><rPh><t>hai</t></rPh></is></c></row>'
        '<row r="3"><c r="A3"><v> </v></c><c r="B3" s="9"/></row>'
    )
    files = parts(row, book='<workbookPr date1904="0"/><calcPr fullCalcOnLoad="0"/>')
    chart = '<sheet name="Biểu đồ" sheetId="2" r:id="rId4"/></sheets>'
    files[BOOK] = files[BOOK].replace("</sheets>", chart).replace('name="B4"', 'name="B2"')
    widths = '<cols><col min="1" max="2" width="20.5"/><col min="3" max="3" width="x"/></cols>'
    files[SHEET] = files[SHEET].replace("<sheetData>", f"{widths}<sheetData>")
    files["xl/sharedStrings.xml"], files["xl/styles.xml"] = strings, styles
    links = [
        link(1, "worksheet", "/xl/worksheets/sheet1.xml"),
        link(2, "sharedStrings", "sharedStrings.xml"),
        link(3, "styles", "styles.xml"),
        link(4, "chartsheet", "chartsheets/sheet1.xml"),
        f'<Relationship Id="rId5" Type="{OFFICE}/externalLink" Target="file:///x" TargetMode="External"/>',
    ]
    files["xl/_rels/workbook.xml.rels"] = LINKS.format("".join(links))
    (grid,) = read_grids(pack(files))
    assert grid.widths == {0: 20.5, 1: 20.5}
    model = read_workbook(BytesIO(pack(files)), name="x").programme.models[0]
    assert (model.id, model.name, model.note, str(model.period)) == ("a", "Heo đất", "một", "từ 19/05/2019")


LOADED = """
import json, sys
import lamtheobac
lamtheobac.load, lamtheobac.dump
ours = ("xlsxwriter", "python_calamine", "lamtheobac.formats.excel", "lamtheobac.formats.csv")
print(json.dumps([name for name in sys.modules if name.startswith(ours)]))
"""


def test_nothing_of_it_is_loaded_until_it_is_used() -> None:
    run = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == []
