"""What people do to an alert from the desk: the same acts as over the API, sent by forms."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, cast, get_args

from fastapi import Depends, Request, Response

from service.errors import InputError
from service.model.disposition import CLOSED, MOVES, OUTCOMES, PARTY_DECISIONS, REASONS, Act, ActName
from service.review import MAX_FILE, PartySaid, Upload, kind_of, look_again, open_parties
from service.store.people import User
from service.web.access import Caller, TheService
from service.web.ui.answering import Sent, SentForm
from service.web.ui.pages import desk_router
from service.web.ui.sending import SentFile, read_sent_file

router = desk_router("/desk/alerts/{alert_id}")

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
def act(sent: SentForm) -> Response:
    """Take, assign, escalate, snooze, decide, approve, send back or open again.

    A refusal shows the alert and says why.
    """

    def change() -> str:
        given = read_act(sent.form)
        etag = sent.form.get("etag") or None
        sent.service.review.act(sent.alert_id, given, by=sent.user, if_match=etag)
        return sent.back("" if given.name == "take" else "decide")

    return sent.answer(change, at="decide")


@router.post("/parties")
def parties(sent: SentForm) -> Response:
    """Say of the entries behind one name whether the article means them."""
    form = sent.form
    said = PartySaid(
        entity_ids=tuple(form.get("entity_ids", "").split()),
        decision=form.get("decision", ""),
        reason=form.get("reason", ""),
        note=form.get("note", ""),
    )

    def change() -> str:
        sent.service.review.decide_parties(sent.alert_id, said, by=sent.user)
        return sent.back("parties")

    return sent.answer(change, at="parties")


@router.post("/second-look")
def second_look(sent: SentForm) -> Response:
    """Say of a closed alert whether one would have decided alike."""
    agrees, note, service = sent.form.get("agrees") == "yes", sent.form.get("note", ""), sent.service

    def change() -> str:
        look_again(service.store, sent.alert_id, agrees=agrees, note=note, by=sent.user, clock=service.clock)
        return sent.back("history")

    return sent.answer(change, at="decide")


async def _read_file(request: Request) -> SentFile:
    """The form that brings a file."""
    return await read_sent_file(request, MAX_FILE)


@router.post("/files")
def attach(
    request: Request, service: TheService, user: Caller, alert_id: str, file: Annotated[SentFile, Depends(_read_file)]
) -> Response:
    """Put a file with the alert."""
    sent = Sent(request, service, user, alert_id, file.fields)
    upload = Upload(name=file.name, media_type=kind_of(file.name, file.media_type), content=file.content)

    def change() -> str:
        service.filing.attach(alert_id, upload, by=user)
        return sent.back("files")

    return sent.answer(change, at="files")


@router.post("/comment")
def comment(sent: SentForm) -> Response:
    """Add a comment."""

    def change() -> str:
        sent.service.review.comment(sent.alert_id, sent.form.get("text", ""), by=sent.user)
        return sent.back("comments")

    return sent.answer(change, at="comments")


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
