"""What a web framework is told of the records."""

from __future__ import annotations

import json
from typing import Any

from lamtheobac import ReadError, loads
from lamtheobac.formats.web import describe, explain


def test_the_classes_stand_in_the_document_and_refer_to_each_other() -> None:
    paths: dict[str, Any] = {
        "/a": {"post": {"responses": {"201": {}, "400": {}}}, "get": {"responses": {"200": {}}}}
    }
    document = describe(
        {"paths": paths},
        {"POST /a": ("Contribution", None), "GET /a": (None, "Programme"), "GET /b": (None, None)},
    )
    text = json.dumps(document)
    assert "$defs" not in text
    for part in text.split('"$ref": "#/components/schemas/')[1:]:
        assert part.partition('"')[0] in document["components"]["schemas"]
    assert "requestBody" not in paths["/a"]["get"]
    assert "content" not in paths["/a"]["post"]["responses"]["201"]
    answers = document["paths"]["/a"]["get"]["responses"]["200"]["content"]
    assert answers["application/json"]["schema"] == {"$ref": "#/components/schemas/Programme"}


def test_what_the_document_had_before_stays() -> None:
    document = describe({"paths": {}, "components": {"schemas": {"Mine": {"type": "object"}}}}, {})
    assert {"Mine", "Figure", "Programme"} <= set(document["components"]["schemas"])


def test_an_error_is_explained_in_one_language_or_in_both() -> None:
    try:
        loads("{")
    except ReadError as error:
        assert set(explain(error)["issues"][0]) >= {"message_vi", "message_en"}
        assert "message" in explain(error, lang="vi")["issues"][0]
