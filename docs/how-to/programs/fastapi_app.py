"""The same doors with FastAPI, which cannot read our classes by itself (ứng dụng web)."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Body, FastAPI, Request, Response
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse

import lamtheobac as ltb
from lamtheobac.formats import web

app = FastAPI(title="Làm theo Bác")
records: dict[str, ltb.Contribution] = {}

OPERATIONS = {"POST /contributions": ("Contribution", "Contribution"), "POST /check": ("Programme", None)}


@app.post("/contributions", status_code=201)
def add(data: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
    """Take one contribution from a form."""
    gift = ltb.read_record("contribution", data)
    records[gift.id] = gift
    return web.to_plain(gift)


@app.post("/check")
async def check(request: Request) -> list[dict[str, Any]]:
    """Check a whole file."""
    return [each.to_dict() for each in ltb.check(ltb.loads(await request.body()))]


@app.exception_handler(ltb.LamTheoBacError)
async def refuse(_: Request, error: ltb.LamTheoBacError) -> Response:
    """Answer a fault of the data with its issues, in both languages."""
    return JSONResponse(web.explain(error), status_code=422)


def describe() -> dict[str, Any]:
    """Make the OpenAPI document once, with our classes in it."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version="1", routes=app.routes)
        app.openapi_schema = web.describe(made, OPERATIONS)
    return app.openapi_schema


app.openapi = describe
