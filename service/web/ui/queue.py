"""The queue and the alert: left what waits, right what one of them says."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from service.report.views import Dossier, view_alert
from service.store import articles, audit, queue, reviews
from service.store.database import Transaction
from service.store.telling import show_alert
from service.store.times import moment
from service.web.access import TheService
from service.web.ui.pages import desk_router, show, with_query
from service.wiring import Service

router = desk_router("/desk")

PAGE = 40
"""Alerts on one page of the queue."""
FILTERS = ("band", "state", "rule", "list", "language", "source", "q")


class QueueQuery(BaseModel):
    """What the queue shows. An empty field of the form means any."""

    model_config = ConfigDict(extra="ignore")

    band: str = Field("", max_length=20)
    state: str = Field("", max_length=40)
    rule: str = Field("", max_length=200)
    list: str = Field("", max_length=100)
    language: str = Field("", max_length=20)
    source: str = Field("", max_length=300)
    q: str = Field("", max_length=200)
    cursor: str = Field("", max_length=200)
    open: str = Field("", max_length=64, description="The alert shown beside the queue.")

    def wanted(self) -> queue.Wanted:
        """The filter as the store takes it."""
        return queue.Wanted(**{name: value for name in FILTERS if (value := getattr(self, name))})

    def given(self) -> dict[str, str]:
        """The filters that are set."""
        return {name: getattr(self, name) for name in FILTERS if getattr(self, name)}


@router.get("/queue")
def show_queue(request: Request, service: TheService, query: Annotated[QueueQuery, Query()]) -> Response:
    """Alerts by filter, newest change first; `open` shows one of them beside the list."""
    with service.store.read() as tx:
        page = queue.page(tx, query.wanted(), order="-updated_at", cursor=query.cursor or None, limit=PAGE)
        states = queue.counts_by_state(tx)
        pane = alert_values(tx, service, query.open) if query.open else None
    rows = [{"alert": row, "at": moment(row.updated_at), "address": address(query, row.id)} for row in page.rows]
    more = with_query("/desk/queue", **query.given(), cursor=page.next_cursor)
    return show(
        request, "queue.html", query=query, rows=rows, states=states, pane=pane,
        regimes=sorted({str(rule["id"]).partition("/")[0] for rule in service.rules()}),
        lists=[str(row["name"]) for row in service.watchlists()],
        more=more if page.next_cursor else "", back=with_query("/desk/queue", **query.given()),
    )  # fmt: skip


@router.get("/alerts/{alert_id}")
def show_one(request: Request, service: TheService, alert_id: str) -> Response:
    """One alert on a page of its own."""
    return show(request, "alert.html", pane=read_alert(service, alert_id))


def read_alert(service: Service, alert_id: str) -> dict[str, Any]:
    """What the templates need of one alert, read by itself."""
    with service.store.read() as tx:
        return alert_values(tx, service, alert_id)


def alert_values(tx: Transaction, service: Service, alert_id: str) -> dict[str, Any]:
    """What the templates need of one alert: its dossier and its history."""
    document = show_alert(tx, alert_id, now=service.clock())
    dossier: Dossier = view_alert(document, article_texts(tx, document))
    return {
        "alert": document,
        "dossier": dossier,
        "history": audit.history(tx, f"alert/{alert_id}"),
        "comments": reviews.comments_of(tx, alert_id),
    }


def article_texts(tx: Transaction, document: dict[str, Any]) -> list[dict[str, object]]:
    """The articles of an alert with their text, as it stood when they were screened."""
    return [articles.get(tx, row["id"], row["revision"]).article.as_dict() for row in document["story"]["articles"]]


def address(query: QueueQuery, alert_id: str) -> str:
    """The queue as it is filtered now, with one alert open."""
    return with_query("/desk/queue", **query.given(), cursor=query.cursor, open=alert_id)
