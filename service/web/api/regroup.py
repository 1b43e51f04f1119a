"""`/v1/alerts/{id}/split` and `/merge`: which articles tell the same event, as a person decides."""

from __future__ import annotations

from fastapi import APIRouter, Response

from service.web.access import Caller, TheService
from service.web.api.review import IfMatch
from service.web.body import JsonBody
from service.web.openapi import answers, json_body
from service.web.replies import reply
from service.web.shapes import review as shapes
from service.web.shapes.alert import AlertShape, SplitShape
from service.web.shapes.review import read_said

router = APIRouter(prefix="/v1/alerts", tags=["review"])


@router.post(
    "/{alert_id}/split",
    response_model=None,
    responses=answers((200, SplitShape, "Both alerts.")),
    openapi_extra=json_body(shapes.SplitIn),
)
def split(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Some articles tell another event: they leave the alert and make a new one. The note is mandatory."""
    said = read_said(shapes.SplitIn, body)
    done = service.regrouping.split(alert_id, said.article_ids, said.note, by=user, if_match=etag)
    return reply({"alert": done.alert, "split_off": done.split_off}, headers={"ETag": done.alert["etag"]})


@router.post(
    "/{alert_id}/merge",
    response_model=None,
    responses=answers((200, AlertShape, "The alert that took the articles over.")),
    openapi_extra=json_body(shapes.MergeIn),
)
def merge(service: TheService, user: Caller, etag: IfMatch, alert_id: str, body: JsonBody) -> Response:
    """Another alert tells the same event: it takes the articles over, and this one is closed. Needs a note."""
    said = read_said(shapes.MergeIn, body)
    taken = service.regrouping.merge(alert_id, said.into, said.note, by=user, if_match=etag)
    return reply(taken, headers={"ETag": taken["etag"]})
