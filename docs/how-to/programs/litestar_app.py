"""A web tool with Litestar: create, load, fill in, check and reconcile a programme (ứng dụng web)."""

from __future__ import annotations

from typing import Any

from litestar import Litestar, MediaType, Request, Response, get, post
from litestar.exceptions import NotFoundException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.params import FromPath, FromQuery, JSONBody  # noqa: TC002  Litestar reads them at run time

import lamtheobac as ltb
from lamtheobac.formats import html, web

PROGRAMMES: dict[
    str, ltb.Programme
] = {}  # a real tool keeps them in files or a database: see the recipe on storage

# What the OpenAPI document says of bodies and answers; the classes themselves are put in by `web.describe`.
OPERATIONS = {
    "POST /programmes": ("Programme", None),
    "GET /programmes/{key}": (None, "Programme"),
    "POST /programmes/{key}/contributions": ("Contribution", "Contribution"),
}


def programme_of(key: str) -> ltb.Programme:
    """Find a programme, or answer 404."""
    if key not in PROGRAMMES:
        raise NotFoundException
    return PROGRAMMES[key]


def keep(programme: ltb.Programme) -> dict[str, str]:
    """Keep a programme under a key that the same records always have."""
    key = ltb.fingerprint(programme)[:16]
    PROGRAMMES[key] = programme
    return {"key": key}


@post("/programmes/new")
async def create(data: JSONBody[dict[str, Any]]) -> dict[str, str]:
    """Begin a programme with its name alone."""
    return keep(ltb.Programme(**data))


@post("/programmes")
async def load(request: Request[Any, Any, Any]) -> dict[str, str]:
    """Take a whole file; every fault is answered with its path."""
    return keep(ltb.loads(await request.body()))


@get("/programmes/{key:str}", media_type=MediaType.JSON)
async def show(key: FromPath[str]) -> bytes:
    """Give the file back, byte for byte the same for the same records."""
    return ltb.dumps(programme_of(key)).encode()


@post("/programmes/{key:str}/contributions")
async def add(key: FromPath[str], data: JSONBody[dict[str, Any]]) -> dict[str, Any]:
    """Take one record from a form; a figure may be given by its words."""
    gift = ltb.read_record("contribution", data)
    PROGRAMMES[key] = programme_of(key).put(gift)
    return web.to_plain(gift)


@get("/programmes/{key:str}/findings")
async def findings(key: FromPath[str], lang: FromQuery[str] = "vi") -> list[dict[str, Any]]:
    """Say what does not fit."""
    return [each.to_dict(lang="en" if lang == "en" else "vi") for each in ltb.check(programme_of(key))]


@post("/programmes/{key:str}/matches", status_code=200)
async def matches(key: FromPath[str], request: Request[Any, Any, Any]) -> list[dict[str, Any]]:
    """Hold the text of a report against the records."""
    text = (await request.body()).decode("utf-8", errors="replace")
    return [
        {
            "start": each.found.start,
            "end": each.found.end,
            "verdict": each.verdict.value,
            "message": each.message(),
        }
        for each in ltb.reconcile(text, programme_of(key))
    ]


@get("/programmes/{key:str}/report", media_type=MediaType.HTML)
async def report(key: FromPath[str]) -> str:
    """Give the page for people."""
    return html.report(programme_of(key))


def refuse(_: Request[Any, Any, Any], error: ltb.LamTheoBacError) -> Response[dict[str, Any]]:
    """Answer a fault of the data with its issues, in both languages."""
    return Response(web.explain(error), status_code=422)


class Documentation(JsonRenderPlugin):
    """The OpenAPI document, with our classes in it."""

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Write the document."""
        return super().render(request, web.describe(openapi_schema, OPERATIONS))


app = Litestar(
    [create, load, show, add, findings, matches, report],
    exception_handlers={ltb.LamTheoBacError: refuse},
    openapi_config=OpenAPIConfig(
        "Làm theo Bác", "1", render_plugins=[Documentation(path="/openapi.json")], path="/schema"
    ),
)
