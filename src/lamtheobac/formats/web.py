"""What every web framework needs of the records, told once (ứng dụng web).

A framework that reads classes by itself drops unknown keys in silence, or takes 1.0 for 1. So a web tool takes
plain data, gives it to `read_record` or `loads`, and answers with `to_plain`; what its page of documentation
says of the records comes from the classes all the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lamtheobac.formats.conversion import to_plain
from lamtheobac.formats.schema import json_schema

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lamtheobac.errors import LamTheoBacError, Lang

__all__ = ["describe", "explain", "to_plain"]


def describe(
    document: dict[str, Any], operations: Mapping[str, tuple[str | None, str | None]]
) -> dict[str, Any]:
    """Put the classes into an OpenAPI document, and say which operation takes and gives which (OpenAPI).

    Args:
        document: What the framework made; it is changed and given back.
        operations: The class of the body and that of the answer by operation: `{"POST /gifts": ("Contribution",
            None)}`. An operation that the document lacks is left out.

    >>> paths = {"/gifts": {"post": {"responses": {"201": {"description": "Made"}}}}}
    >>> made = describe({"openapi": "3.1.0", "paths": paths}, {"POST /gifts": ("Contribution", "Contribution")})
    >>> made["paths"]["/gifts"]["post"]["requestBody"]["content"]
    {'application/json': {'schema': {'$ref': '#/components/schemas/Contribution'}}}
    >>> made["components"]["schemas"]["Contribution"]["required"]
    ['id', 'gift']
    """
    schema = json_schema()
    definitions = schema.pop("$defs")
    schema.pop("$schema")
    known = document.setdefault("components", {}).setdefault("schemas", {})
    known.update(_move({**definitions, "Programme": schema}))
    for name, (taken, given) in operations.items():
        method, _, path = name.partition(" ")
        operation = document["paths"].get(path, {}).get(method.lower())
        if operation is None:
            continue
        if taken is not None:
            operation["requestBody"] = {"required": True, "content": _content(taken)}
        for code, answer in operation["responses"].items():
            if given is not None and code.startswith("2"):
                answer["content"] = _content(given)
    return document


def explain(error: LamTheoBacError, *, lang: Lang | None = None) -> dict[str, Any]:
    """Give an error as plain data for an answer, with the path of every field (giải thích lỗi).

    Args:
        error: Any error of this library.
        lang: One language; None gives both.

    >>> from lamtheobac.errors import LamTheoBacError
    >>> from lamtheobac.formats.forms import read_record
    >>> try:
    ...     read_record("contribution", {"id": "dg-1", "gift": "1.5 tỷ đồng"})
    ... except LamTheoBacError as error:
    ...     fault = explain(error, lang="en")["issues"][0]
    >>> fault["code"], fault["path"], fault["hint"]
    ('number/malformed-grouping', ['gift'], '1,5')
    """
    return {"issues": [fault.to_dict(lang=lang) for fault in error.issues]}


def _content(kind: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{kind}"}}}


def _move(schemas: dict[str, Any]) -> dict[str, Any]:
    """Point every reference to where OpenAPI keeps its schemas."""
    moved: dict[str, Any] = json.loads(json.dumps(schemas).replace("#/$defs/", "#/components/schemas/"))
    return moved
