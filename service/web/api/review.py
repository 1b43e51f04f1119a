"""`/v1/alerts/{id}/...`: what people do to alerts. Every change needs the alert's ETag in `If-Match`."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from service.errors import FlagstaffError
from service.model.disposition import REASONS, Act
from service.replay import replay
from service.review import PartySaid
from service.store import alerts, audit, reviews
from service.web.access import Caller, TheService
from service.web.body import JsonBody
from service.web.openapi import answers, json_body
from service.web.problems import Refusal, problem_of
from service.web.replies import reply
from service.web.shapes import review as shapes
from service.web.shapes.alert import AlertShape
from service.web.shapes.review import read_said

router = APIRouter(prefix="/v1", tags=["review"])

_ALERT = answers((200, AlertShape, "The alert after the change, with its new ETag."))


def if_match(request: Request) -> str:
    """The ETag on which a change rests. Raises Refusal (428)."""
    given = request.headers.get("if-match")
    if given is None:
        raise Refusal(428, "send the alert's ETag in If-Match, so that nobody's change is lost", kind="if-match")
    return given


IfMatch = Annotated[str, Depends(if_match)]


def may_match(request: Request) -> str | None:
    """The ETag on which a change rests, where one is given."""
    return request.headers.get("if-match")


MayMatch = Annotated[str | None, Depends(may_match)]


@router.post("/alerts/{alert_id}/take", response_model=None, responses=_ALERT)
def take(service: TheService, user: Caller, etag: IfMatch, alert_id: str) -> Response:
    """Begin to work on an alert; it is assigned to you."""
    return _shown(service.review.act(alert_id, Act(name="take"), by=user, if_match=etag))


@router.post("/alerts/{alert_id}/wake", response_model=None, responses=_ALERT)
def wake(service: TheService, user: Caller, etag: IfMatch, alert_id: str) -> Response:
    """Bring a snoozed alert back before its time."""
    return _shown(service.review.act(alert_id, Act(name="wake"), by=user, if_match=etag))


@router.post(
    "/alerts/{alert_id}/assign", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.AssignIn)
)
def assign(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Give an alert to an analyst."""
    said = read_said(shapes.AssignIn, body)
    act = Act(name="assign", assignee=said.assignee, note=said.note)
    return _shown(service.review.act(alert_id, act, by=user, if_match=etag))


@router.post(
    "/alerts/{alert_id}/escalate", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.NoteIn)
)
def escalate(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Ask somebody senior to look."""
    act = Act(name="escalate", note=read_said(shapes.NoteIn, body).note)
    return _shown(service.review.act(alert_id, act, by=user, if_match=etag))


@router.post(
    "/alerts/{alert_id}/snooze", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.SnoozeIn)
)
def snooze(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Put an alert off until a time; it comes back by itself."""
    said = read_said(shapes.SnoozeIn, body)
    until = said.until if said.until.tzinfo is not None else said.until.replace(tzinfo=UTC)
    act = Act(name="snooze", until=until, note=said.note)
    return _shown(service.review.act(alert_id, act, by=user, if_match=etag))


@router.post(
    "/alerts/{alert_id}/decide", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.DecideIn)
)
def decide(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Decide. Where the policy asks for four eyes the alert becomes `proposed_...` until somebody else approves."""
    return _shown(service.review.act(alert_id, _decision(read_said(shapes.DecideIn, body)), by=user, if_match=etag))


@router.post(
    "/alerts/{alert_id}/approve", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.NoteIn)
)
def approve(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Confirm what somebody else proposed; the alert is closed."""
    act = Act(name="approve", note=read_said(shapes.NoteIn, body).note)
    return _shown(service.review.act(alert_id, act, by=user, if_match=etag))


@router.post("/alerts/{alert_id}/reject", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.NoteIn))
def reject(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Send a proposal back into review."""
    act = Act(name="reject", note=read_said(shapes.NoteIn, body).note)
    return _shown(service.review.act(alert_id, act, by=user, if_match=etag))


@router.post("/alerts/{alert_id}/reopen", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.NoteIn))
def reopen(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Open a closed alert again."""
    act = Act(name="reopen", note=read_said(shapes.NoteIn, body).note)
    return _shown(service.review.act(alert_id, act, by=user, if_match=etag))


@router.post(
    "/alerts/{alert_id}/parties", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.PartiesIn)
)
def parties(service: TheService, user: Caller, etag: MayMatch, alert_id: str, body: JsonBody) -> Response:
    """Say of listed parties whether the article means them. An alert cannot be decided while one is open.

    `If-Match` is honoured, but not asked for: decisions on different parties do not stand in each other's way.
    """
    said = read_said(shapes.PartiesIn, body)
    given = PartySaid(
        entity_ids=tuple(dict.fromkeys(said.entity_ids)), decision=said.decision, reason=said.reason, note=said.note
    )
    return _shown(service.review.decide_parties(alert_id, given, by=user, if_match=etag))


@router.put(
    "/alerts/{alert_id}/labels", response_model=None, responses=_ALERT, openapi_extra=json_body(shapes.LabelsIn)
)
def label(service: TheService, user: Caller, etag: MayMatch, alert_id: str, body: JsonBody) -> Response:
    """Make exactly these the labels of an alert. `If-Match` is honoured, but not asked for."""
    labels = read_said(shapes.LabelsIn, body).labels
    return _shown(service.review.label(alert_id, labels, by=user, if_match=etag))


@router.get(
    "/alerts/{alert_id}/comments", response_model=None, responses=answers((200, shapes.CommentsShape, "The comments."))
)
def comments(service: TheService, alert_id: str) -> Response:
    """The comments on an alert."""
    with service.store.read() as tx:
        alerts.get(tx, alert_id)
        return reply({"items": reviews.comments_of(tx, alert_id)})


@router.post(
    "/alerts/{alert_id}/comments",
    response_model=None,
    responses=answers((201, shapes.CommentsShape, "All comments.")),
    openapi_extra=json_body(shapes.CommentIn),
)
def comment(service: TheService, user: Caller, alert_id: str, body: JsonBody) -> Response:
    """Add a comment."""
    said = read_said(shapes.CommentIn, body)
    return reply({"items": service.review.comment(alert_id, said.text, by=user)}, 201)


@router.get(
    "/alerts/{alert_id}/events", response_model=None, responses=answers((200, shapes.EventsShape, "The history."))
)
def events(service: TheService, alert_id: str) -> Response:
    """Everything that happened to an alert, refused attempts included."""
    with service.store.read() as tx:
        alerts.get(tx, alert_id)
        return reply({"items": audit.history(tx, f"alert/{alert_id}")})


@router.get(
    "/alerts/{alert_id}/replay", response_model=None, responses=answers((200, shapes.ReplayShape, "The comparison."))
)
def replay_alert(service: TheService, alert_id: str) -> Response:
    """Screen the alert's articles again with the rules and lists of that time: identical, or what differs."""
    return reply(replay(service.store, alert_id))


@router.post(
    "/decisions",
    response_model=None,
    responses=answers((200, shapes.BulkResultsShape, "One result an alert.")),
    openapi_extra=json_body(shapes.BulkIn),
)
def decide_many(service: TheService, user: Caller, body: JsonBody) -> Response:
    """One decision on many alerts; each is decided, or refused with its reason."""
    said = read_said(shapes.BulkIn, body)
    results: list[dict[str, Any]] = []
    for alert_id in said.alert_ids:
        try:
            alert = service.review.act(alert_id, _decision(said), by=user)
            results.append({"alert_id": alert_id, "status": 200, "state": alert["state"]})
        except FlagstaffError as error:
            told = problem_of(error)
            results.append({"alert_id": alert_id, "status": told["status"], "problem": told})
    return reply({"items": results})


@router.get("/reasons", response_model=None, responses=answers((200, shapes.ReasonsShape, "Every code.")))
def reasons() -> Response:
    """The reason codes of decisions."""
    return reply({"items": [{"code": code, "meaning": meaning} for code, meaning in REASONS.items()]})


def _decision(said: shapes.DecideIn) -> Act:
    """A decision as an act."""
    return Act(name="decide", outcome=said.outcome, reason=said.reason, note=said.note)


def _shown(alert: dict[str, Any]) -> Response:
    """An alert with its ETag."""
    return reply(alert, headers={"ETag": alert["etag"]})
