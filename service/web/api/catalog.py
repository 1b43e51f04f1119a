"""`/v1/rules`: what articles are screened against, its older versions, and drafts over stored articles."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from service.errors import ConflictError, NotFoundError, RuleErrors
from service.web.access import Actor, TheService
from service.web.body import JsonBody
from service.web.metrics import RULES
from service.web.openapi import answers, json_body
from service.web.problems import Refusal
from service.web.replies import reply
from service.web.shapes import rules as shapes
from service.web.shapes.other import RulesShape
from service.web.shapes.review import read_said
from service.web.shapes.screening import RuleVersionShape

router = APIRouter(prefix="/v1", tags=["catalog"])
Version = Annotated[str | None, Query(description="An older version, as kept with a snapshot: with its file.")]


@router.get("/rules", response_model=None, responses=answers((200, RulesShape, "Every loaded rule.")))
def list_rules(service: TheService) -> Response:
    """The rules in use, each with version, hash and status."""
    return reply({"items": service.rules()})


@router.get(
    "/rules/{rule_id:path}",
    response_model=None,
    responses={200: {"model": RuleVersionShape | shapes.KeptRuleShape, "description": "The rule, or a version of it."}},
)
def show_rule(service: TheService, rule_id: str, version: Version = None) -> Response:
    """One rule in use, or with `version` the file of that version, from the newest snapshot that kept it."""
    if version is not None:
        return reply(service.rulebook.version(rule_id, version))
    return reply(_one(service.rules(), rule_id))


@router.post("/rules:reload", response_model=None, responses=answers((200, shapes.ReloadShape, "What changed.")))
def reload(service: TheService, actor: Actor) -> Response:
    """Read the rule folders again. The whole set is put in use, or with 422 every mistake is named and nothing changes.

    What is being screened goes on with the rules that it began with.
    """
    try:
        change = service.reload_rules(actor=actor)
    except RuleErrors as error:
        RULES.labels("refused").inc()
        raise _mistakes(error) from None
    except ConflictError:
        RULES.labels("refused").inc()
        raise
    RULES.labels(change.outcome).inc()
    return reply(change.as_dict())


@router.post(
    "/rules/trial",
    response_model=None,
    responses=answers((200, shapes.TrialShape, "What the draft would change.")),
    openapi_extra=json_body(shapes.TrialIn),
)
def trial(service: TheService, body: JsonBody) -> Response:
    """Try a draft over stored articles: which alerts it would gain and lose. No alert and no rule changes.

    Bounded to `limit` articles; `next` goes into `after` to go on from there.
    """
    said = read_said(shapes.TrialIn, body)
    try:
        return reply(service.rulebook.try_draft(said.rule, after=said.after or "", limit=said.limit))
    except RuleErrors as error:
        raise _mistakes(error) from None


def _one(rows: list[dict[str, Any]], rule_id: str) -> dict[str, Any]:
    """The row of that rule."""
    for row in rows:
        if row["id"] == rule_id:
            return row
    raise NotFoundError(f"no rule {rule_id!r} is loaded")


def _mistakes(errors: RuleErrors) -> Refusal:
    """Every mistake with its place."""
    places = [
        {
            "place": f"{one.path}:{one.line}:{one.col}" if one.line else one.path,
            "code": one.code,
            "message": one.message,
        }
        for one in errors.errors
    ]
    return Refusal(422, str(errors), kind="rules", errors=places)
