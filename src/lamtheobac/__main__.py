"""`python -m lamtheobac [FILE…]`: show a programme and what does not fit in it (xem chương trình)."""

from __future__ import annotations

import argparse
import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lamtheobac import __version__
from lamtheobac.errors import LamTheoBacError
from lamtheobac.formats.annotating import annotate
from lamtheobac.formats.gathering import combine_files
from lamtheobac.formats.json import example, load
from lamtheobac.formats.progress import progress_bar
from lamtheobac.formats.terminal import show
from lamtheobac.messages import message
from lamtheobac.reports import reconcile
from lamtheobac.rules.checking import check, in_order
from lamtheobac.rules.finding import Severity
from lamtheobac.text.dates import read_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lamtheobac.errors import Lang
    from lamtheobac.records import Programme
    from lamtheobac.reports import Match
    from lamtheobac.rules.finding import Finding

__all__ = ["main"]

UNREADABLE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command (chạy lệnh).

    Returns:
        0 where nothing is wrong, 1 with a finding of the level error or a figure that contradicts the records, 2 where
        a file cannot be read.
    """
    # Windows consoles and old pipes speak other encodings; Vietnamese needs this one.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    options = _parser().parse_args(arguments)
    lang = options.lang
    report = None
    try:
        programme, found = _read(options.file)
        if options.report is not None:
            report = _hold(options.report, options.earlier, programme)
        _save(programme, options)
    except LamTheoBacError as error:
        if options.json:
            faults = [fault.to_dict(lang=lang) for fault in error.issues]
            print(json.dumps({"issues": faults}, ensure_ascii=False, indent=2))
        else:
            for fault in error.issues:
                place = ".".join(map(str, fault.path))
                print(f"{place + ': ' if place else ''}{fault.message(lang)} ({fault.code})", file=sys.stderr)
        return UNREADABLE
    findings = in_order([*found, *check(programme, on_progress=progress_bar(sys.stderr))])
    if options.json:
        data: dict[str, Any] = {
            "programme": programme.name,
            "findings": [each.to_dict(lang=lang) for each in findings],
        }
        if report is not None:
            data["matches"] = [_describe(match, lang) for match in report[1]]
        print(json.dumps(data, ensure_ascii=False, indent=2))
    elif report is not None:
        print(annotate(*report, lang=lang, form="text"), end="")
    else:
        print(show(programme, findings, lang=lang, on=options.as_of or _last_day(programme)), end="")
    if report is not None:
        wrong = [match.finding for match in report[1] if match.finding is not None]
        return int(any(finding.severity is Severity.ERROR for finding in wrong))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _read(files: Sequence[str]) -> tuple[Programme, Sequence[Finding]]:
    """Read one file, or put several or a folder together, with what does not fit between them."""
    if not files:
        return example(), ()
    bar = progress_bar(sys.stderr)
    if len(files) == 1 and not Path(files[0]).is_dir():
        return load(files[0], on_progress=bar), ()
    combined = combine_files(files[0] if len(files) == 1 else files, on_progress=bar)
    return combined.programme, combined.findings


def _save(programme: Programme, options: argparse.Namespace) -> None:
    """Write the files that are asked for; what they need is loaded only then."""
    if options.excel is not None:
        from lamtheobac.formats.excel import write_workbook  # noqa: PLC0415  an extra

        write_workbook(programme, options.excel, on_progress=progress_bar(sys.stderr))
    if options.word is not None:
        from lamtheobac.formats.word import write_report  # noqa: PLC0415  an extra

        write_report(programme, options.word, on_progress=progress_bar(sys.stderr))


def _hold(path: str, earlier: str | None, programme: Programme) -> tuple[str, Sequence[Match]]:
    """Read a report and hold it against the records, and against an earlier report where there is one."""
    from lamtheobac.formats.report_files import load_report  # noqa: PLC0415  only a report needs it

    text = load_report(path)
    return text, reconcile(text, programme, earlier=None if earlier is None else load_report(earlier))


def _describe(match: Match, lang: Lang) -> dict[str, Any]:
    """Give a match as plain data."""
    return {
        "text": match.found.text,
        "start": match.found.start,
        "end": match.found.end,
        "verdict": str(match.verdict),
        "path": list(match.path),
        "recorded": None if match.recorded is None else str(match.recorded),
        "sureness": str(match.sureness),
        "message": match.message(lang),
    }


def _last_day(programme: Programme) -> date | None:
    """Find the day as of which the tree is shown: the last of the programme, or else of its committee."""
    committee = programme.organisations.get(programme.committee_id or "")
    for period in (programme.period, None if committee is None else committee.life):
        if period is not None and period.last_day is not None:
            return period.last_day
    return None


def _parser() -> argparse.ArgumentParser:
    """Say which words the command takes, in both languages."""
    parser = argparse.ArgumentParser(
        prog="python -m lamtheobac",
        description=f"{message('show/command')} · {message('show/command', 'en')}",
    )
    parser.add_argument(
        "file",
        nargs="*",
        metavar="FILE",
        help="JSON; nhiều tệp hoặc một thư mục thì gộp lại; mặc định là chương trình mẫu · several are combined",
    )
    parser.add_argument("--excel", metavar="PATH", help="ghi sổ Excel · write the workbook")
    parser.add_argument("--word", metavar="PATH", help="ghi báo cáo năm ra Word · write the yearly report")
    parser.add_argument(
        "--report",
        metavar="REPORT",
        help="đối chiếu báo cáo (.txt, .docx) với sổ · hold a report against the records",
    )
    parser.add_argument(
        "--earlier",
        metavar="REPORT",
        help="báo cáo trước, để xem số lũy kế có giảm · an earlier report, whose sums cannot have fallen",
    )
    parser.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · language")
    parser.add_argument("--json", action="store_true", help="JSON cho máy đọc · for machines")
    parser.add_argument(
        "--as-of", type=_day, metavar="DATE", help="cây tổ chức vào ngày này · tree as of this day"
    )
    parser.add_argument("--version", action="version", version=__version__)
    return parser


def _day(text: str) -> date:
    """Read the day of an option."""
    try:
        day = read_date(text)
    except LamTheoBacError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    if not isinstance(day, date):
        raise argparse.ArgumentTypeError(message("show/day-needed", "en"))
    return day


if __name__ == "__main__":
    sys.exit(main())
