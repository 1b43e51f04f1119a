"""`/v1/rules` and `/v1/watchlists`: what articles are screened against."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from service.errors import NotFoundError
from service.web.access import TheService
from service.web.openapi import answers
from service.web.replies import reply
from service.web.shapes.alert import AgedListShape, RuleVersionShape
from service.web.shapes.other import RulesShape, WatchlistsShape

router = APIRouter(prefix="/v1", tags=["catalog"])


@router.get("/rules", response_model=None, responses=answers((200, RulesShape, "Every loaded rule.")))
def list_rules(service: TheService) -> Response:
    """The rules in use, each with version, hash and status."""
    return reply({"items": service.rules()})


@router.get("/rules/{rule_id:path}", response_model=None, responses=answers((200, RuleVersionShape, "The rule.")))
def show_rule(service: TheService, rule_id: str) -> Response:
    """One rule."""
    return reply(_one(service.rules(), rule_id, "rule"))


@router.get("/watchlists", response_model=None, responses=answers((200, WatchlistsShape, "Every loaded list.")))
def list_watchlists(service: TheService) -> Response:
    """The lists in use, each with version, hash, date and age."""
    return reply({"items": service.watchlists()})


@router.get("/watchlists/{name}", response_model=None, responses=answers((200, AgedListShape, "The list.")))
def show_watchlist(service: TheService, name: str) -> Response:
    """One list."""
    return reply(_one(service.watchlists(), name, "list", key="name"))


def _one(rows: list[dict[str, Any]], name: str, noun: str, *, key: str = "id") -> dict[str, Any]:
    """The row of that name."""
    for row in rows:
        if row[key] == name:
            return row
    raise NotFoundError(f"no {noun} {name!r} is loaded")
