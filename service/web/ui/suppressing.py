"""Known false positives at the desk: what is suppressed, for how long, by whom, and the forms to change it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import Depends, Request, Response

from service.errors import InputError
from service.review import Asked
from service.store.people import User
from service.web.access import Caller, TheService
from service.web.ui.answering import REFUSED, Sent
from service.web.ui.pages import desk_router, go, read_form, show
from service.wiring import Service

router = desk_router("/desk/suppressions")

Form = Annotated[dict[str, str], Depends(read_form)]
STATUSES = ("active", "proposed", "expired", "voided", "revoked")
SOON_DAYS = 14
"""What ends within so many days is due for its review."""


@router.get("")
def suppressions(request: Request, service: TheService, status: str = "") -> Response:
    """All suppressions, or those of one status; those that end first come first."""
    return _page(request, service, chosen=status)


def _page(request: Request, service: Service, *, status: int = 200, chosen: str = "", **said: Any) -> Response:
    rows = service.suppressing.every()
    soon = {row["id"] for row in service.suppressing.every(due_days=SOON_DAYS)}
    counts = {name: sum(row["status"] == name for row in rows) for name in STATUSES}
    shown = [row for row in rows if chosen in ("", row["status"])]
    return show(
        request, "suppressions.html", status=status, rows=shown, counts=counts, chosen=chosen, soon=soon,
        total=len(rows), **said,
    )  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class Asking:
    """A form of a suppression, and who sent it."""

    request: Request
    service: Service
    user: User
    suppression_id: str
    form: dict[str, str]

    def answer(self, change: Callable[[], object]) -> Response:
        """Do what was asked for; where that is refused, the page again with the reason and what was typed."""
        try:
            change()
        except REFUSED as error:
            said: dict[str, Any] = {"refused": str(error), "at": self.suppression_id, "typed": self.form}
            return _page(self.request, self.service, status=409, **said)
        return go("/desk/suppressions")


def asking(request: Request, service: TheService, user: Caller, suppression_id: str, form: Form) -> Asking:
    """A form of the suppression that its address names."""
    return Asking(request, service, user, suppression_id, form)


AskingForm = Annotated[Asking, Depends(asking)]


@router.post("/{suppression_id}/approve")
def approve(asked: AskingForm) -> Response:
    """Put somebody else's proposal in force."""
    acts, note = asked.service.suppressing, asked.form.get("note", "")
    return asked.answer(lambda: acts.approve(asked.suppression_id, note, by=asked.user))


@router.post("/{suppression_id}/revoke")
def revoke(asked: AskingForm) -> Response:
    """Take a suppression back; the alerts that it covers are shown again."""
    acts, note = asked.service.suppressing, asked.form.get("note", "")
    return asked.answer(lambda: acts.revoke(asked.suppression_id, note, by=asked.user))


@router.post("/{suppression_id}/review")
def review(asked: AskingForm) -> Response:
    """It was looked at again and stands until another day."""
    acts, note, until = asked.service.suppressing, asked.form.get("note", ""), asked.form.get("until", "")
    return asked.answer(lambda: acts.review(asked.suppression_id, note, until=end_of_day(until), by=asked.user))


def picked(form: dict[str, str], prefix: str) -> tuple[str, ...]:
    """What was ticked: the rest of the names of the fields that begin with a prefix."""
    return tuple(name.removeprefix(prefix) for name in form if name.startswith(prefix))


def end_of_day(text: str) -> datetime:
    """The end of a day in UTC. Raises InputError."""
    try:
        return datetime.fromisoformat(f"{text}T23:59:59").replace(tzinfo=UTC)
    except ValueError:
        raise InputError(f"until: {text!r} is not a day; write YYYY-MM-DD") from None
