"""The OpenAPI document: complete, current, and true of the answers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import jsonschema
import pytest

KEPT = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"
HIT = {"id": "a-1", "title": "Story", "text": "About 300 workers met Kim Jong-un.", "published": "2024-03-19"}


@pytest.fixture
def document(api: httpx.Client) -> dict[str, Any]:
    served: dict[str, Any] = api.get("/openapi.json").json()
    return served


def test_the_kept_document_is_current(document: dict[str, Any]) -> None:
    """`docs/openapi.json` is what the service serves; `python -m tests.write_openapi` writes it anew."""
    assert json.loads(KEPT.read_text(encoding="utf-8")) == document


def test_every_route_says_how_it_refuses(document: dict[str, Any]) -> None:
    """Version 3.1; each operation has a summary, a good answer and the problem."""
    assert document["openapi"].startswith("3.1")
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            assert operation["description"], (path, method)
            assert operation["responses"]["default"]["content"]["application/problem+json"], (path, method)


def test_every_field_is_explained_by_example(document: dict[str, Any]) -> None:
    """Each plain field of each model has an example; objects are explained by their own model."""
    for name, schema in document["components"]["schemas"].items():
        if schema.get("examples"):
            continue
        for field, said in schema.get("properties", {}).items():
            plain = "$ref" not in json.dumps(said) and "const" not in said
            assert not plain or "examples" in said or "description" in said, f"{name}.{field}"


def test_answers_are_as_documented(api: httpx.Client, document: dict[str, Any]) -> None:
    """Real answers fit their models exactly: no field is missing, none is undocumented."""
    alert_id = api.post("/v1/articles", json=HIT).json()["alert"]["id"]
    asked = {
        ("post", "/v1/articles"): api.post("/v1/articles", json={**HIT, "id": "a-2"}),
        ("post", "/v1/screen"): api.post("/v1/screen", json=HIT),
        ("get", "/v1/articles/{article_id}"): api.get("/v1/articles/a-1"),
        ("get", "/v1/alerts"): api.get("/v1/alerts"),
        ("get", "/v1/alerts/{alert_id}"): api.get(f"/v1/alerts/{alert_id}"),
        ("get", "/v1/rules"): api.get("/v1/rules"),
        ("get", "/v1/rules/{rule_id}"): api.get("/v1/rules/un-dprk/overseas-workers"),
        ("get", "/v1/watchlists"): api.get("/v1/watchlists"),
        ("get", "/v1/watchlists/{name}"): api.get("/v1/watchlists/un"),
        ("get", "/health/live"): api.get("/health/live"),
        ("get", "/health/ready"): api.get("/health/ready"),
    }
    for (method, path), answer in asked.items():
        said = document["paths"][path][method]["responses"][str(answer.status_code)]
        check(document, said["content"]["application/json"]["schema"], answer.json())
    check(document, {"$ref": "#/components/schemas/ProblemShape"}, api.get("/v1/nothing").json())


def check(document: dict[str, Any], schema: dict[str, Any], instance: object) -> None:
    """Validate against a schema of the document."""
    whole = {**schema, "components": document["components"]}
    jsonschema.Draft202012Validator(whole).validate(instance)
