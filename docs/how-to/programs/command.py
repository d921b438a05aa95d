"""A command line of one's own with Typer: check files, hold a report against one (dòng lệnh)."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003  Typer reads it at run time
from typing import Annotated

import typer

import lamtheobac as ltb

app = typer.Typer(
    help="Kiểm tra chương trình và báo cáo · Check programmes and reports", no_args_is_help=True
)


@app.command()
def check(files: Annotated[list[Path], typer.Argument(help="JSON")], lang: str = "vi") -> None:
    """Say of each file what does not fit; exit with 1 where a finding is an error."""
    worst = 0
    for file in files:
        try:
            findings = ltb.check(ltb.load(file))
        except ltb.LamTheoBacError as error:
            for issue in error.issues:
                typer.echo(f"{file.name}: {issue.message('en' if lang == 'en' else 'vi')}", err=True)
            worst = 2
            continue
        for finding in findings:
            typer.echo(
                f"{file.name}: {finding.severity.label}: {finding.message('en' if lang == 'en' else 'vi')}"
            )
            worst = max(worst, int(finding.severity is ltb.Severity.ERROR))
    raise typer.Exit(worst)


@app.command()
def reconcile(report: Path, programme: Path) -> None:
    """Hold the text of a report against the records, figure by figure."""
    for match in ltb.reconcile(report.read_text(encoding="utf-8"), ltb.load(programme)):
        typer.echo(f"{match.found.text}: {match.verdict.label}")


if __name__ == "__main__":
    app()
