"""JSON Schema 2020-12 of the files, made from the classes themselves (lược đồ JSON)."""

from __future__ import annotations

import inspect
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from lamtheobac.errors import LIMITS
from lamtheobac.records.programme import FORMAT_VERSION, Programme
from lamtheobac.values.dates import PartialDate
from lamtheobac.values.figure import Figure
from lamtheobac.values.labelled import Labelled
from lamtheobac.values.money import Money
from lamtheobac.values.shapes import shapes_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.values.shapes import Shape

__all__ = ["json_schema"]

_MOST: Final = 10**18
_FIELD: Final = re.compile(r"^ {4}([a-z_]+): (.*)$")
_DAY: Final = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_DAY_OR_PART: Final = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_DECIMAL: Final = r"^(0|[1-9][0-9]*)(\.[0-9]+)?$"
_ID: Final = r"^[A-Za-z0-9](?!.*\.\.)[A-Za-z0-9._-]{0,63}$"


def json_schema() -> dict[str, Any]:
    """Give the schema of a programme's file (lược đồ JSON).

    Titles are Vietnamese, descriptions English; nothing that is not listed is allowed. What a schema cannot say
    (a day that is none, an id that stands twice, words that differ from their figure) is left to `load`.

    Returns:
        A fresh dict, ready for `json.dumps`.

    >>> schema = json_schema()
    >>> schema["$defs"]["Figure"]["title"], schema["properties"]["name"]["minLength"]
    ('số liệu', 1)
    """
    definitions: dict[str, Any] = {}
    schema = _class(Programme, definitions)
    schema["properties"]["format_version"] = {
        "const": FORMAT_VERSION,
        "description": schema["properties"]["format_version"]["description"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "$defs": dict(sorted(definitions.items())),
    }


def _refer(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Point to the definition of a class or a closed list, and make it at the first time."""
    name = kind.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _closed_list(kind) if issubclass(kind, Labelled) else _class(kind, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _closed_list(kind: type[Labelled]) -> dict[str, Any]:
    """Give each code with its Vietnamese title and its English description."""
    members = [
        {
            "const": member.value,
            "title": member.label or member.value,
            "description": member.label_en or member.value,
        }
        for member in kind
    ]
    return {**_heading(kind), "type": "string", "oneOf": members}


def _class(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of a class, those that are needed, and nothing else."""
    told = _descriptions(kind)
    shapes = shapes_of(kind)
    schema: dict[str, Any] = {
        **_heading(kind),
        "type": "object",
        "properties": {
            name: _field(shape, definitions) | {"description": told[name]} for name, shape in shapes.items()
        },
        "required": [name for name, shape in shapes.items() if shape.needed],
        "additionalProperties": False,
    }
    if kind is Figure:
        nothing, something = {"type": "null"}, {"type": "string"}
        schema["oneOf"] = [
            {"required": ["value"], "properties": {"value": something, "low": nothing, "high": nothing}},
            {
                "required": ["low", "high"],
                "properties": {"value": nothing, "low": something, "high": something},
            },
        ]
    return schema


def _field(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of one field: a list of values, or one that may be null."""
    one = _value(shape, definitions)
    if shape.is_many:
        return {"type": "array", "items": one} | ({"uniqueItems": True} if shape.is_id else {})
    return {"anyOf": [one, {"type": "null"}]} if shape.is_optional else one


def _value(shape: Shape, definitions: dict[str, Any]) -> dict[str, Any]:
    """Give the schema of one value."""
    kind: Any = shape.kinds[0]
    if date in shape.kinds:
        return {"type": "string", "pattern": _DAY_OR_PART if PartialDate in shape.kinds else _DAY}
    if shape.is_id:
        return {"type": "string", "pattern": _ID}
    if kind is str:
        most = LIMITS.text_characters if shape.is_long else LIMITS.name_characters
        return {"type": "string", "minLength": 1, "maxLength": most}
    if kind is bool:
        return {"type": "boolean"}
    if kind in (int, Money):
        return {"type": "integer", "minimum": 0, "maximum": _MOST}
    if kind is Decimal:
        return {"type": "string", "pattern": _DECIMAL, "maxLength": LIMITS.number_characters}
    return _refer(kind, definitions)


def _heading(kind: Any) -> dict[str, str]:
    """Take the first line of a docstring apart: English, and the Vietnamese term in brackets at its end."""
    line = (inspect.getdoc(kind) or "").partition("\n")[0]
    english, _, term = line.removesuffix(").").rpartition(" (")
    return {"title": term, "description": english + "."}


def _descriptions(kind: Any) -> Mapping[str, str]:
    """Read what the docstring says of each field."""
    told: dict[str, str] = dict.fromkeys((field.name for field in attrs.fields(kind)), "")
    name = ""
    section = (inspect.getdoc(kind) or "").partition("\nAttributes:\n")[2].partition("\n\n")[0]
    for line in section.splitlines():
        found = _FIELD.match(line)
        name = found[1] if found else name
        told[name] = f"{told.get(name, '')} {found[2] if found else line.strip()}".strip()
    return told
