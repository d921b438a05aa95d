"""Reads the cases of rules: records as in a file, with labels, days and periods as an official says them."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from lamtheobac import Document, Money, PartialDate, Programme, parse_date, read_record
from lamtheobac.formats.forms import KINDS
from lamtheobac.records.kinds import COLLECTIONS
from lamtheobac.values.dates import Period
from lamtheobac.values.figure import Figure
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parent / "cases"
NAME_OF = {kind: name for name, kind in KINDS.items()}
LEFT_OUT: dict[str, dict[str, Any]] = {
    "organisations": {"kind": "cell"},
    "models": {"name": "Mô hình"},
    "statements": {"about_ids": []},
}
"""What a case leaves out because it does not matter there."""


def read_cases(file: str) -> tuple[list[str], list[dict[str, Any]]]:
    """The rules that a file is about, and its cases."""
    data = tomllib.loads((CASES / file).read_text(encoding="utf-8"))
    return data["rules"], data["case"]


def programme_of(case: dict[str, Any]) -> Programme:
    """The programme that a case describes."""
    about: dict[str, Any] = {"name": "Chương trình"} | case.get("programme", {})
    if "period" in about:
        ends: dict[str, Any] = {name: _moment(text) for name, text in _period(about["period"]).items()}
        about["period"] = Period(**ends)
    if "directives" in about:
        about["directives"] = [_document(fields) for fields in about["directives"]]
    return Programme(**about).put(
        *(
            read_record(
                NAME_OF[kind], _code(kind, {"id": f"{name}-{place}"} | LEFT_OUT.get(name, {}) | fields)
            )
            for name, kind in COLLECTIONS.items()
            for place, fields in enumerate(case.get(name, ()))
        )
    )


def _code(kind: Any, fields: dict[str, Any]) -> dict[str, Any]:
    """Put codes in the place of labels, and days in that of their words, at any depth."""
    coded: dict[str, Any] = {}
    for name, value in fields.items():
        shape = shapes_of(kind)[name]
        inner = shape.kinds[0]
        members = value if shape.is_many else [value]
        done = [_code_one(inner, member) for member in members]
        coded[name] = done if shape.is_many else done[0]
    return coded


def _code_one(inner: Any, value: Any) -> Any:
    if issubclass(inner, Labelled):
        return next(each.value for each in inner if value in (each.label, each.value))
    if issubclass(inner, Period):
        return _period(value)
    if issubclass(inner, date | PartialDate):
        return _iso(value)
    if issubclass(inner, Money):
        return Money.parse(value).dong
    if attrs.has(inner) and not issubclass(inner, Figure):
        return _code(inner, value)
    return value


def _document(fields: dict[str, Any]) -> Document:
    """Read a document that the programme itself cites."""
    about = dict(fields)
    if "issued_on" in about:
        about["issued_on"] = _moment(about["issued_on"])
    return Document(**about)


def _iso(words: str) -> str:
    """Write "19/05/2019", "tháng 6/2019" or "năm 2019" as files do."""
    year = re.fullmatch(r"(?:năm )?([0-9]{4})", words)
    return year[1] if year else str(parse_date(words))


def _moment(text: str) -> date | PartialDate | str:
    """Read a day as files write it; other words stay words."""
    if re.fullmatch(r"[0-9]{4}", text):
        return PartialDate(int(text))
    return parse_date(text) if re.fullmatch(r"[0-9-]+", text) else text


def _period(words: str) -> dict[str, str]:
    """Read "năm 2019", "từ … đến …", either half of it, or any words at all."""
    if year := re.fullmatch(r"năm ([0-9]{4})", words):
        return {"start": f"{year[1]}-01-01", "end": f"{year[1]}-12-31"}
    if span := re.fullmatch(r"(?:từ (?P<start>.+?))?(?: ?đến (?P<end>.+))?", words):
        return {end: _iso(day) for end, day in span.groupdict().items() if day}
    return {"text": words}


def without_one_value(programme: Programme) -> Iterator[tuple[bool, Programme]]:
    """The programme without one of the figures and days that may be missing, and whether it was a day.

    An id says what a record is of: without it the record is another one.
    """
    for record in programme.records():
        for name, shape in shapes_of(type(record)).items():
            if shape.is_optional and not shape.is_id and getattr(record, name) is not None:
                is_day = isinstance(getattr(record, name), date | PartialDate | Period | Document)
                yield is_day, programme.replace(record.id, **{name: None})
