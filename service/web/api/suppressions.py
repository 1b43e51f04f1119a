"""`/v1/suppressions`: known false positives, owned, approved, reviewed and void when the facts change."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response

from service.review import Asked
from service.web.access import Caller, TheService
from service.web.body import JsonBody
from service.web.openapi import answers, json_body
from service.web.replies import reply
from service.web.shapes import suppression as shapes
from service.web.shapes.review import NoteIn, read_said

router = APIRouter(prefix="/v1/suppressions", tags=["suppressions"])

_ONE = answers((200, shapes.SuppressionShape, "The suppression after the change."))


@router.get("", response_model=None, responses=answers((200, shapes.SuppressionsShape, "All, or those that fit.")))
def list_suppressions(
    service: TheService,
    status: Annotated[
        Literal["proposed", "active", "expired", "revoked", "voided"] | None, Query(description="Of one status.")
    ] = None,
    due_days: Annotated[
        int | None, Query(ge=0, le=180, description="In force or proposed, and ending within so many days.")
    ] = None,
) -> Response:
    """Suppressions, those that end first come first. The alerts of one: `GET /v1/alerts?suppression=ID`."""
    return reply({"items": service.suppressing.every(status=status, due_days=due_days)})


@router.post(
    "",
    response_model=None,
    responses=answers((201, shapes.SuppressionShape, "In force, or waiting for a second person.")),
    openapi_extra=json_body(shapes.SuppressionIn),
)
def propose(service: TheService, user: Caller, body: JsonBody) -> Response:
    """Suppress what an alert found: its parties, its sources, its very texts, or a whole rule or list.

    Alerts that wait and that nobody has begun with are suppressed as soon as it is in force.
    """
    said = read_said(shapes.SuppressionIn, body)
    asked = Asked(
        alert_id=said.alert_id,
        reason=said.reason,
        note=said.note,
        until=_aware(said.until),
        rules=tuple(dict.fromkeys(said.rules)),
        entity_ids=tuple(dict.fromkeys(said.entity_ids)),
        sources=tuple(dict.fromkeys(said.sources)),
        texts=said.texts,
        whole_rules=said.whole_rules,
        lists=tuple(dict.fromkeys(said.lists)),
    )
    made = service.suppressing.propose(asked, by=user)
    return reply(made, 201, headers={"Location": f"/v1/suppressions/{made['id']}"})


@router.get("/{suppression_id}", response_model=None, responses=_ONE)
def show(service: TheService, suppression_id: str) -> Response:
    """One suppression."""
    return reply(service.suppressing.show(suppression_id))


@router.post("/{suppression_id}/approve", response_model=None, responses=_ONE, openapi_extra=json_body(NoteIn))
def approve(service: TheService, user: Caller, suppression_id: str, body: JsonBody) -> Response:
    """Put somebody else's proposal in force."""
    return reply(service.suppressing.approve(suppression_id, read_said(NoteIn, body).note, by=user))


@router.post("/{suppression_id}/revoke", response_model=None, responses=_ONE, openapi_extra=json_body(NoteIn))
def revoke(service: TheService, user: Caller, suppression_id: str, body: JsonBody) -> Response:
    """Take a suppression back; the alerts that it covers are shown again."""
    return reply(service.suppressing.revoke(suppression_id, read_said(NoteIn, body).note, by=user))


@router.post(
    "/{suppression_id}/review",
    response_model=None,
    responses=_ONE,
    openapi_extra=json_body(shapes.SuppressionReviewIn),
)
def review(service: TheService, user: Caller, suppression_id: str, body: JsonBody) -> Response:
    """Say that it was looked at again and stands, until another day and with another owner where one is named."""
    said = read_said(shapes.SuppressionReviewIn, body)
    until = _aware(said.until)
    return reply(service.suppressing.review(suppression_id, said.note, until=until, owner=said.owner, by=user))


def _aware(moment: datetime) -> datetime:
    """A time without a zone is UTC."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
