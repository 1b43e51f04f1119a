"""`/v1/articles` and `/v1/screen`: articles come in, and are shown again."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool

from service.errors import StoreError
from service.intake import earlier
from service.logs import get_logger
from service.model.alert import freshness
from service.model.article_record import unread
from service.store import articles, list_states
from service.store.times import iso
from service.web.access import Caller, TheService
from service.web.batch import take_batch
from service.web.body import NDJSON_TYPES, JsonBody, media_type, parse_object, read_json_body
from service.web.metrics import count_received
from service.web.openapi import answers, json_body, lines_answer
from service.web.replies import once, reply
from service.web.shapes.alert import BatchLineShape, PostedShape, ShownArticleShape
from service.web.shapes.article import ArticleIn, read_article
from service.web.shapes.screening import ScreenedShape

router = APIRouter(prefix="/v1", tags=["articles"])


@router.post(
    "/screen",
    response_model=None,
    openapi_extra=json_body(ArticleIn),
    responses=answers((200, ScreenedShape, "What the article gives evidence of.")),
)
def screen(service: TheService, body: JsonBody) -> Response:
    """Screen an article and keep nothing; `freshness` is how old the lists are now, the rest never changes."""
    sent = parse_object(body)
    screening = service.screener.screen(read_article(sent)).as_dict()
    return reply({**screening, "freshness": _freshness(service, screening), "warnings": unread(sent)})


@router.get(
    "/articles/{article_id:path}",
    response_model=None,
    responses=answers((200, ShownArticleShape, "The article with its screening and alert.")),
)
def show(service: TheService, article_id: str, revision: int | None = None) -> Response:
    """An article with its newest (or one numbered) text, its screening, its alert and all its revisions."""
    with service.store.read() as tx:
        kept = articles.get(tx, article_id, revision)
        received = earlier(tx, article_id, kept.revision, now=service.clock())
        history = [
            {"revision": number, "sha256": sha256, "received_at": iso(received_at)}
            for number, sha256, received_at in articles.revisions(tx, article_id)
        ]
    return reply(
        {
            "article": kept.article.as_dict(),
            "revision": kept.revision,
            "received_at": iso(kept.received_at),
            "revisions": history,
            "screening": received.screening,
            "alert": received.alert,
            "freshness": _freshness(service, received.screening),
        }
    )


@router.post(
    "/articles",
    response_model=None,
    openapi_extra=json_body(ArticleIn, or_lines=True),
    responses={
        201: {"model": PostedShape, "description": "A new article, kept."},
        200: {
            "model": PostedShape,
            "description": "A known article with its earlier result; or a batch, one result a line.",
            "content": lines_answer(BatchLineShape),
        },
    },
)
async def receive(request: Request, service: TheService, user: Caller) -> Response:
    """Take in one article (JSON) or a batch (NDJSON): screened, kept, and answered with its alert.

    201 when it is new, 200 with the earlier result when exactly this article is known already. The same `id` with
    another text is a new revision.
    """
    if media_type(request) in NDJSON_TYPES:
        return await take_batch(request, service.intake, actor=user.name)
    body = await read_json_body(request)
    return await run_in_threadpool(once, request, user.name, body, act=lambda: _receive(service, body, user.name))


def _receive(service: TheService, body: bytes, actor: str) -> Response:
    """Take in the article of a JSON body."""
    sent = parse_object(body)
    received = service.intake.receive(read_article(sent), actor=actor)
    count_received(received)
    status = 201 if received.created else 200
    document = {
        "screening": received.screening,
        "alert": received.alert,
        "freshness": _freshness(service, received.screening),
        "warnings": unread(sent),
    }
    return reply(document, status, headers={"Location": _path(received.screening["article"]["id"])})


def _freshness(service: TheService, screening: dict[str, Any]) -> dict[str, Any]:
    """How old the lists behind a screening are now; without the store by their dates alone, and that is said."""
    confirmed: dict[str, str] | None = None
    try:
        with service.store.read() as tx:
            confirmed = list_states.confirmed(tx)
    except StoreError as error:
        get_logger("web").warning("lists.freshness_unknown", **{"error.message": str(error)})
    return freshness(screening["provenance"]["lists"], now=service.clock(), confirmed=confirmed)


def _path(article_id: str) -> str:
    """Where an article can be read again."""
    return f"/v1/articles/{quote(article_id, safe='')}"
