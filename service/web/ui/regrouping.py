"""Which articles tell one event, and how an alert is labelled: the forms of an alert beside its decision."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request, Response

from service.errors import ConflictError, InputError, LostUpdateError, NotFoundError
from service.web.access import Caller, TheService
from service.web.ui.deciding import back_to, refused
from service.web.ui.pages import desk_router, go, read_form
from service.web.ui.suppressing import picked

router = desk_router("/desk/alerts/{alert_id}")

Form = Annotated[dict[str, str], Depends(read_form)]
_REFUSALS = (InputError, ConflictError, LostUpdateError, NotFoundError)


@router.post("/split")
def split(request: Request, service: TheService, user: Caller, alert_id: str, form: Form) -> Response:
    """The ticked articles tell another event: they make an alert of their own, which is shown."""
    articles = picked(form, "article-")
    try:
        done = service.regrouping.split(alert_id, articles, form.get("note", ""), by=user, if_match=form.get("etag"))
    except _REFUSALS as error:
        return refused(request, service, alert_id, form, str(error))
    return go(f"/desk/alerts/{done.split_off['id']}#story")


@router.post("/merge")
def merge(request: Request, service: TheService, user: Caller, alert_id: str, form: Form) -> Response:
    """Another alert tells the same event: it takes the articles over, and is shown."""
    into = form.get("into", "").strip()
    try:
        taken = service.regrouping.merge(alert_id, into, form.get("note", ""), by=user, if_match=form.get("etag"))
    except _REFUSALS as error:
        return refused(request, service, alert_id, form, str(error))
    return go(f"/desk/alerts/{taken['id']}#story")


@router.post("/labels")
def label(request: Request, service: TheService, user: Caller, alert_id: str, form: Form) -> Response:
    """Make the words between commas the labels of the alert."""
    labels = [word.strip() for word in form.get("labels", "").split(",") if word.strip()]
    try:
        service.review.label(alert_id, labels, by=user)
    except InputError as error:
        return refused(request, service, alert_id, form, str(error))
    return go(back_to(form, alert_id) + "#more")
