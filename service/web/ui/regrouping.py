"""Which articles tell one event, and how an alert is labelled: the forms of an alert beside its decision."""

from __future__ import annotations

from fastapi import Response

from service.web.ui.answering import SentForm
from service.web.ui.pages import desk_router
from service.web.ui.suppressing import picked

router = desk_router("/desk/alerts/{alert_id}")


@router.post("/split")
def split(sent: SentForm) -> Response:
    """The ticked articles tell another event: they make an alert of their own, which is shown."""
    articles, note, etag = picked(sent.form, "article-"), sent.form.get("note", ""), sent.form.get("etag")

    def change() -> str:
        done = sent.service.regrouping.split(sent.alert_id, articles, note, by=sent.user, if_match=etag)
        return f"/desk/alerts/{done.split_off['id']}#story"

    return sent.answer(change, at="more")


@router.post("/merge")
def merge(sent: SentForm) -> Response:
    """Another alert tells the same event: it takes the articles over, and is shown."""
    into, note, etag = sent.form.get("into", "").strip(), sent.form.get("note", ""), sent.form.get("etag")

    def change() -> str:
        taken = sent.service.regrouping.merge(sent.alert_id, into, note, by=sent.user, if_match=etag)
        return f"/desk/alerts/{taken['id']}#story"

    return sent.answer(change, at="more")


@router.post("/labels")
def label(sent: SentForm) -> Response:
    """Make the words between commas the labels of the alert."""
    labels = [word.strip() for word in sent.form.get("labels", "").split(",") if word.strip()]

    def change() -> str:
        sent.service.review.label(sent.alert_id, labels, by=sent.user)
        return sent.back("more")

    return sent.answer(change, at="more")
