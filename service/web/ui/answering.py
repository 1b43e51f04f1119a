"""What follows a form of an alert: on to the next thing, or the alert again with what was wrong and what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import parse_qsl, urlsplit

from fastapi import Depends, Request, Response

from service.errors import ConflictError, InputError, LostUpdateError, NotFoundError
from service.store.people import User
from service.web.access import Caller, TheService
from service.web.ui.pages import go, read_form, show, with_query
from service.web.ui.queue import read_alert
from service.wiring import Service

Form = Annotated[dict[str, str], Depends(read_form)]


REFUSED = (InputError, ConflictError, LostUpdateError, NotFoundError)
"""What a form is told on its own page, with what was typed."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form of an alert, and who sent it."""

    request: Request
    service: Service
    user: User
    alert_id: str
    form: dict[str, str]

    def answer(self, change: Callable[[], str], *, at: str) -> Response:
        """Do what was asked for and go where it says; where that is refused, the alert again, and nothing changed.

        `at` is the part of the page with the form.
        """
        try:
            return go(change())
        except REFUSED as error:
            return self.refused(str(error), at=at)

    def back(self, part: str = "") -> str:
        """Where the reader was, at a part of the page: the queue beside the alert, else the alert's own page.

        No other place can be named.
        """
        back, there = urlsplit(self.form.get("back", "")), f"#{part}" if part else ""
        if back.netloc or back.scheme or back.path != "/desk/queue":
            return f"/desk/alerts/{self.alert_id}{there}"
        return with_query("/desk/queue", **dict(parse_qsl(back.query))) + there

    def refused(self, why: str, *, at: str) -> Response:
        """The alert as it is now, with what was wrong and what was typed. Raises NotFoundError for no alert."""
        pane = read_alert(self.service, self.alert_id)
        query = {name: value for name, value in parse_qsl(urlsplit(self.form.get("back", "")).query) if name != "open"}
        back = with_query("/desk/queue", **query) if self.form.get("back") else ""
        return show(
            self.request, "alert.html", status=409, pane=pane, refused=why, at=at, typed=self.form, back=back,
            following="",
        )  # fmt: skip


def sent_form(request: Request, service: TheService, user: Caller, alert_id: str, form: Form) -> Sent:
    """A form of the alert that its address names."""
    return Sent(request, service, user, alert_id, form)


SentForm = Annotated[Sent, Depends(sent_form)]
