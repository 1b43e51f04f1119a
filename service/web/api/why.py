"""Why was this not flagged? Of a stored article, or of one that is sent."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response

from service.errors import ConfigError
from service.model.article import Article
from service.screening.screener import Screener
from service.store import alerts, articles, screenings
from service.web.access import TheService
from service.web.body import JsonBody, parse_object
from service.web.openapi import answers, json_body
from service.web.replies import reply
from service.web.shapes.article import ArticleIn, read_article
from service.web.shapes.why import ExplanationShape, KeptExplanationShape
from service.wiring import Service

router = APIRouter(prefix="/v1", tags=["articles"])


@router.get(
    "/articles/{article_id:path}/why",
    response_model=None,
    responses=answers((200, KeptExplanationShape, "The nearest rules and names.")),
)
def why(service: TheService, article_id: str, revision: int | None = None, rule: str | None = None) -> Response:
    """Why a stored article was not flagged (or not more): the nearest rules with the clause that each lacked and its
    points against the thresholds, and names below the threshold. `rule` asks about one rule, branch by branch.
    """
    with service.store.read() as tx:
        kept = articles.get(tx, article_id, revision)
        screening = screenings.get(tx, article_id, kept.revision)
        alert_id = alerts.of_revision(tx, article_id, kept.revision)
    told = {
        "article_id": article_id,
        "revision": kept.revision,
        "alert_id": alert_id,
        "screened": {name: screening[name] for name in ("band", "snapshot")},
    }
    return reply({**told, **_explained(service, kept.article, rule)})


@router.post(
    "/screen/why",
    response_model=None,
    openapi_extra=json_body(ArticleIn),
    responses=answers((200, ExplanationShape, "The nearest rules and names.")),
)
def screen_why(service: TheService, body: JsonBody, rule: str | None = None) -> Response:
    """The same of an article that is sent and not kept."""
    return reply(_explained(service, read_article(parse_object(body)), rule))


def _explained(service: Service, article: Article, rule: str | None) -> dict[str, Any]:
    """The explanation by the rules and lists in use."""
    screener = service.screener
    if not isinstance(screener, Screener):
        raise ConfigError("this service was put together without rules; open it with `open_service`")
    told = screener.explain(article) if rule is None else screener.explain_rule(article, rule)
    return {**told.as_dict(), "snapshot": screener.snapshot.sha256}
