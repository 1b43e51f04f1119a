"""The OpenAPI document: request bodies that are read as bytes, and problems for every refusal, are added here."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from service.web.problems import PROBLEM_JSON
from service.web.shapes import review, suppression
from service.web.shapes.article import ArticleIn
from service.web.shapes.names import MatchIn
from service.web.shapes.other import ProblemShape
from service.web.shapes.quality import SecondLookIn
from service.web.shapes.rules import TrialIn
from service.web.shapes.watchlist import RollbackIn

_REFS = "#/components/schemas/{model}"
Json = dict[str, Any]


def json_body(model: type[BaseModel], *, or_lines: bool = False) -> Json:
    """`openapi_extra` of a route that reads its JSON body itself."""
    content: Json = {"application/json": {"schema": {"$ref": _REFS.format(model=model.__name__)}}}
    if or_lines:
        lines = {"type": "string", "description": f"One {model.__name__} a line."}
        content["application/x-ndjson"] = {"schema": lines}
    return {"requestBody": {"required": True, "content": content}}


def answers(*models: tuple[int, type[BaseModel], str]) -> dict[int | str, Json]:
    """`responses` of a route: status, model and sentence of each good answer."""
    return {status: {"model": model, "description": said} for status, model, said in models}


def lines_answer(model: type[BaseModel]) -> Json:
    """The content of an answer that can be NDJSON."""
    described = f"One {model.__name__} a line."
    return {"application/x-ndjson": {"schema": {"type": "string", "description": described}}}


BODIES: tuple[type[BaseModel], ...] = (
    ArticleIn,
    RollbackIn,
    MatchIn,
    SecondLookIn,
    TrialIn,
    *review.BODIES,
    *suppression.BODIES,
)
"""What is read as bytes and described here."""


def install(app: FastAPI, bodies: tuple[type[BaseModel], ...] = BODIES) -> None:
    """Make `app.openapi()` give the completed document."""

    def build() -> Json:
        if app.openapi_schema is None:
            app.openapi_schema = _build(app, bodies)
        return app.openapi_schema

    setattr(app, "openapi", build)  # noqa: B010  (FastAPI's documented way; mypy refuses the plain assignment)


def _build(app: FastAPI, bodies: tuple[type[BaseModel], ...]) -> Json:
    """FastAPI's document with our bodies and problems."""
    document = get_openapi(
        title=app.title, version=app.version, openapi_version="3.1.0", description=app.description, routes=app.routes
    )
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    wanted: tuple[type[BaseModel], ...] = (*bodies, ProblemShape)
    _, ours = models_json_schema([(model, "validation") for model in wanted], ref_template=_REFS)
    schemas.update(ours.get("$defs", {}))
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    refusal = {
        "description": "A refusal: what, where, and what to do about it.",
        "content": {PROBLEM_JSON: {"schema": {"$ref": _REFS.format(model="ProblemShape")}}},
    }
    for operations in document["paths"].values():
        for operation in operations.values():
            operation["responses"].pop("422", None)
            operation["responses"]["default"] = refusal
    return document
