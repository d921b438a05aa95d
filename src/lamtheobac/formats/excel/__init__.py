"""Excel: the workbook of a programme, written, read and tried out (tệp Excel)."""

from lamtheobac.formats.excel.reading import Reading, Remark, TableReading, read_workbook
from lamtheobac.formats.excel.trial import CellFinding, DryRun, dry_run
from lamtheobac.formats.excel.writing import write_template, write_workbook

__all__ = [
    "CellFinding",
    "DryRun",
    "Reading",
    "Remark",
    "TableReading",
    "dry_run",
    "read_workbook",
    "write_template",
    "write_workbook",
]
