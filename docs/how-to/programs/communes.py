"""A folder of files, one for each commune and year: read, add up, check (tệp của các xã)."""

from __future__ import annotations

import sys
from pathlib import Path

import lamtheobac as ltb
from lamtheobac.formats import html


def main(folder: Path, year: int) -> int:
    """Print what a district's office wants to know of its communes, and write a page of all (gộp và kiểm tra)."""
    combined = ltb.combine_files(folder)  # a file that cannot be read is told of and stops no other
    programme = combined.programme
    findings = (*combined.findings, *ltb.check(programme))
    for finding in findings:
        if finding.severity is not ltb.Severity.INFO:
            print(f"{finding.severity.label}: {finding.message()}")
    for total in programme.totals(period=ltb.Period.of_year(year)):
        print(f"{total.stage.label}: {total.figure}")
    missing = programme.completeness(ltb.Period.of_year(year)).missing
    print(
        "chưa nộp báo cáo:", ", ".join(programme.organisations[each].name for each in missing) or "không có"
    )
    (folder / f"tong-hop-{year}.html").write_text(html.report(programme, findings=findings), encoding="utf-8")
    return int(any(finding.severity is ltb.Severity.ERROR for finding in findings))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
