"""Programmes in SQLite, and questions over all of them in DuckDB (lưu trữ)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import lamtheobac as ltb
from lamtheobac.formats.frames import to_frame

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """
create table if not exists programme (
    committee text not null, fingerprint text not null, file text not null, primary key (committee, fingerprint)
) strict
"""


def save(path: Path, programme: ltb.Programme) -> str:
    """Keep a programme as its file; what is there already, record for record, is not kept twice."""
    row = (programme.committee_id or "", ltb.fingerprint(programme), ltb.dumps(programme))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(SCHEMA)
        database.execute("insert or ignore into programme values (?, ?, ?)", row)
    return row[1]


def fetch(path: Path, fingerprint: str) -> ltb.Programme:
    """Load a programme again; it is read as strictly as any file."""
    with closing(sqlite3.connect(path)) as database:
        (file,) = database.execute(
            "select file from programme where fingerprint = ?", (fingerprint,)
        ).fetchone()
    return ltb.loads(file)


def money_of_all(path: Path) -> list[tuple[str, str, int]]:
    """Ask DuckDB for the đồng of each committee and stage over all programmes; whole numbers, no float."""
    import duckdb  # noqa: PLC0415  only this question needs it

    with closing(sqlite3.connect(path)) as database:
        kept = database.execute("select committee, file from programme order by committee").fetchall()
    found: list[tuple[str, str, int]] = []
    for committee, file in kept:
        gifts = to_frame(ltb.loads(file).contributions, "pandas", kind=ltb.Contribution)
        with duckdb.connect() as asked:
            asked.register("gifts", gifts)
            rows = asked.execute(
                "select stage, cast(sum(gift_value) as hugeint) from gifts where gift_unit = 'VND' "
                "and gift_value is not null group by stage order by stage"
            ).fetchall()
        found += [(committee, stage, total) for stage, total in rows]
    return found
