"""`/v1/rules`: what articles are screened against."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from service.errors import NotFoundError
from service.web.access import TheService
from service.web.openapi import answers
from service.web.replies import reply
from service.web.shapes.alert import RuleVersionShape
from service.web.shapes.other import RulesShape

router = APIRouter(prefix="/v1", tags=["catalog"])


@router.get("/rules", response_model=None, responses=answers((200, RulesShape, "Every loaded rule.")))
def list_rules(service: TheService) -> Response:
    """The rules in use, each with version, hash and status."""
    return reply({"items": service.rules()})


@router.get("/rules/{rule_id:path}", response_model=None, responses=answers((200, RuleVersionShape, "The rule.")))
def show_rule(service: TheService, rule_id: str) -> Response:
    """One rule."""
    return reply(_one(service.rules(), rule_id))


def _one(rows: list[dict[str, Any]], rule_id: str) -> dict[str, Any]:
    """The row of that rule."""
    for row in rows:
        if row["id"] == rule_id:
            return row
    raise NotFoundError(f"no rule {rule_id!r} is loaded")
