"""Known false positives at the desk: what is suppressed, for how long, by whom, and the forms to change it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Depends, Request, Response

from service.errors import InputError
from service.review import Asked
from service.web.access import Caller, TheService
from service.web.ui.answering import Sent
from service.web.ui.pages import desk_router, go, read_form, show

router = desk_router("/desk/suppressions")

Form = Annotated[dict[str, str], Depends(read_form)]
STATUSES = ("active", "proposed", "expired", "voided", "revoked")
SOON_DAYS = 14
"""What ends within so many days is due for its review."""


@router.get("")
def suppressions(request: Request, service: TheService, status: str = "") -> Response:
    """All suppressions, or those of one status; those that end first come first."""
    rows = service.suppressing.every()
    soon = {row["id"] for row in service.suppressing.every(due_days=SOON_DAYS)}
    counts = {name: sum(row["status"] == name for row in rows) for name in STATUSES}
    shown = [row for row in rows if status in ("", row["status"])]
    return show(request, "suppressions.html", rows=shown, counts=counts, chosen=status, soon=soon, total=len(rows))


@router.post("")
def propose(request: Request, service: TheService, user: Caller, form: Form) -> Response:
    """Suppress what an alert found; a refusal shows the alert and says why."""
    sent = Sent(request, service, user, form.get("alert_id", ""), form)

    def change() -> str:
        rules = picked(form, "rule-")
        asked = Asked(
            alert_id=sent.alert_id,
            reason=form.get("reason", ""),
            note=form.get("note", ""),
            until=end_of_day(form.get("until", "")),
            entity_ids=picked(form, "entity-"),
            sources=picked(form, "source-"),
            texts="texts" in form,
            rules=rules,
            whole_rules=bool(rules),
            lists=picked(form, "list-"),
        )
        return f"/desk/suppressions#s-{service.suppressing.propose(asked, by=user)['id']}"

    return sent.answer(change, at="more")


@router.post("/{suppression_id}/approve")
def approve(service: TheService, user: Caller, suppression_id: str, form: Form) -> Response:
    """Put somebody else's proposal in force."""
    service.suppressing.approve(suppression_id, form.get("note", ""), by=user)
    return go("/desk/suppressions")


@router.post("/{suppression_id}/revoke")
def revoke(service: TheService, user: Caller, suppression_id: str, form: Form) -> Response:
    """Take a suppression back; the alerts that it covers are shown again."""
    service.suppressing.revoke(suppression_id, form.get("note", ""), by=user)
    return go("/desk/suppressions")


@router.post("/{suppression_id}/review")
def review(service: TheService, user: Caller, suppression_id: str, form: Form) -> Response:
    """It was looked at again and stands until another day."""
    until = end_of_day(form.get("until", ""))
    service.suppressing.review(suppression_id, form.get("note", ""), until=until, by=user)
    return go("/desk/suppressions")


def picked(form: dict[str, str], prefix: str) -> tuple[str, ...]:
    """What was ticked: the rest of the names of the fields that begin with a prefix."""
    return tuple(name.removeprefix(prefix) for name in form if name.startswith(prefix))


def end_of_day(text: str) -> datetime:
    """The end of a day in UTC. Raises InputError."""
    try:
        return datetime.fromisoformat(f"{text}T23:59:59").replace(tzinfo=UTC)
    except ValueError:
        raise InputError(f"until: {text!r} is not a day; write YYYY-MM-DD") from None
