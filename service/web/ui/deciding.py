"""What people do to an alert from the desk: the same acts as over the API, sent by forms."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, cast, get_args
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends, Request, Response

from service.errors import ConflictError, InputError, LostUpdateError, NotFoundError
from service.model.disposition import CLOSED, MOVES, OUTCOMES, PARTY_DECISIONS, REASONS, Act, ActName
from service.review import PartySaid, look_again, open_parties
from service.store.people import User
from service.web.access import Caller, TheService
from service.web.ui.pages import desk_router, go, read_form, show, with_query
from service.web.ui.queue import read_alert

router = desk_router("/desk/alerts/{alert_id}")

Form = Annotated[dict[str, str], Depends(read_form)]
OFFERED: tuple[ActName, ...] = (
    "take", "wake", "approve", "reject", "reopen", "escalate", "snooze", "decide", "assign",
)  # fmt: skip
OUTCOME_NAMES = {
    "true_match": ("True match", "the conduct or the party is what the rule means"),
    "false_positive": ("False positive", "the alert is wrong"),
    "no_action": ("No action", "right, but nothing follows from it"),
}
PARTY_NAMES = {"confirmed": "is the listed party", "rejected": "is not the listed party", "unclear": "cannot be told"}


def choices(alert: dict[str, Any], user: User) -> dict[str, Any]:
    """What a user may do to an alert now, and what is still missing before a decision."""
    may = user.role in ("analyst", "admin")
    acts = [name for name in OFFERED if alert["state"] in MOVES[name]] if may else []
    if alert["review"]["proposed_by"] == user.name:
        acts = [name for name in acts if name != "approve"]
    return {
        "acts": acts,
        "open_parties": open_parties(alert),
        "decides_parties": may and alert["state"] in MOVES["decide"],
        "outcomes": [(name, *OUTCOME_NAMES[name]) for name in OUTCOMES],
        "party_decisions": [(name, PARTY_NAMES[name]) for name in PARTY_DECISIONS],
        "reasons": REASONS,
        "looks": may and alert["state"] in CLOSED and alert["review"]["proposed_by"] != user.name,
    }


@router.post("/act")
def act(request: Request, service: TheService, user: Caller, alert_id: str, form: Form) -> Response:
    """Take, assign, escalate, snooze, decide, approve, send back or open again.

    A refusal shows the alert and says why.
    """
    try:
        given = read_act(form)
        done = service.review.act(alert_id, given, by=user, if_match=form.get("etag") or None)
    except (InputError, ConflictError, LostUpdateError, NotFoundError) as error:
        return refused(request, service, alert_id, form, str(error))
    return go(back_to(form, done["id"]) + ("" if given.name == "take" else "#decide"))


@router.post("/parties")
def parties(request: Request, service: TheService, user: Caller, alert_id: str, form: Form) -> Response:
    """Say of the entries behind one name whether the article means them."""
    said = PartySaid(
        entity_ids=tuple(form.get("entity_ids", "").split()),
        decision=form.get("decision", ""),
        reason=form.get("reason", ""),
        note=form.get("note", ""),
    )
    try:
        service.review.decide_parties(alert_id, said, by=user)
    except (InputError, ConflictError) as error:
        return refused(request, service, alert_id, form, str(error))
    return go(back_to(form, alert_id) + "#parties")


@router.post("/second-look")
def second_look(request: Request, service: TheService, user: Caller, alert_id: str, form: Form) -> Response:
    """Say of a closed alert whether one would have decided alike."""
    agrees = form.get("agrees") == "yes"
    try:
        look_again(service.store, alert_id, agrees=agrees, note=form.get("note", ""), by=user, clock=service.clock)
    except (InputError, ConflictError) as error:
        return refused(request, service, alert_id, form, str(error))
    return go(back_to(form, alert_id) + "#history")


@router.post("/comment")
def comment(request: Request, service: TheService, user: Caller, alert_id: str, form: Form) -> Response:
    """Add a comment."""
    try:
        service.review.comment(alert_id, form.get("text", ""), by=user)
    except InputError as error:
        return refused(request, service, alert_id, form, str(error))
    return go(back_to(form, alert_id) + "#comments")


def read_act(form: dict[str, str]) -> Act:
    """The act of a form. Raises InputError for one that is none."""
    name, outcome, until = form.get("act", ""), form.get("outcome") or None, form.get("until", "")
    if name not in get_args(ActName):
        raise InputError(f"act: {name!r} is nothing that can be done to an alert")
    if outcome is not None and outcome not in OUTCOMES:
        raise InputError(f"outcome: {outcome!r} is none of {', '.join(OUTCOMES)}")
    deciding = name == "decide"
    return Act(
        name=cast(ActName, name),
        note=form.get("note", ""),
        outcome=outcome if deciding else None,
        reason=form.get("reason") or None if deciding else None,
        until=_moment(until) if name == "snooze" else None,
        assignee=form.get("assignee", "").strip() or None if name == "assign" else None,
    )


def _moment(text: str) -> datetime | None:
    """The day that a form names, at its end in UTC; None for none."""
    try:
        return datetime.fromisoformat(f"{text}T23:59:59").replace(tzinfo=UTC) if text else None
    except ValueError:
        raise InputError(f"until: {text!r} is not a day; write YYYY-MM-DD") from None


def back_to(form: dict[str, str], alert_id: str) -> str:
    """Where the reader was: the queue beside the alert, else the alert's own page; no other place can be named."""
    back = urlsplit(form.get("back", ""))
    if back.netloc or back.scheme or back.path != "/desk/queue":
        return f"/desk/alerts/{alert_id}"
    return with_query("/desk/queue", **dict(parse_qsl(back.query)))


def refused(request: Request, service: TheService, alert_id: str, form: dict[str, str], why: str) -> Response:
    """The alert as it is now, with what was wrong and what was typed."""
    values = read_alert(service, alert_id)
    query = {name: value for name, value in parse_qsl(urlsplit(form.get("back", "")).query) if name != "open"}
    back = with_query("/desk/queue", **query) if form.get("back") else ""
    return show(request, "alert.html", status=409, pane=values, refused=why, typed=form, back=back, following="")
