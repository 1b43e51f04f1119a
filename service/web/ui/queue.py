"""The queue and the alert: left what waits, right what one of them says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from service.model.disposition import CLOSED, REASONS, STATES
from service.model.policy import TIERS, UNRATED
from service.model.summary import summary_parts
from service.report.views import Dossier, view_alert
from service.store import articles, audit, files, queue, reviews
from service.store.alerts import AlertRow
from service.store.database import Transaction
from service.store.telling import show_alert
from service.store.times import moment
from service.web.access import Caller, TheService
from service.web.ui.ages import due_in, span_of
from service.web.ui.pages import desk_router, show, with_query
from service.wiring import Service

router = desk_router("/desk")

PAGE = 40
"""Alerts on one page of the queue."""
MOST = 1000
"""Where counting stops: beyond it a page says `1,000+`."""
FILTERS = (
    "band", "severity", "state", "rule", "list", "language", "source", "tier", "entity", "assignee", "label", "due",
    "suppression", "discount", "q",
)  # fmt: skip
SORTS = {"": "most urgent first", "due_at": "due first", "-updated_at": "newest change first"}
LANGUAGES = ("en", "ko", "ru", "zh", "ar", "ja", "fr", "es")


class QueueQuery(BaseModel):
    """What the queue shows. An empty field of the form means any."""

    model_config = ConfigDict(extra="ignore")

    band: str = Field("", max_length=20)
    severity: str = Field("", max_length=20)
    state: str = Field("", max_length=40)
    rule: str = Field("", max_length=200)
    list: str = Field("", max_length=100)
    language: str = Field("", max_length=20)
    source: str = Field("", max_length=300)
    tier: str = Field("", max_length=20, description="How far its best source is to be trusted.")
    entity: str = Field("", max_length=200, description="Alerts that name this list entry.")
    assignee: str = Field("", max_length=100, description="A name; `-`: nobody.")
    label: str = Field("", max_length=100)
    due: str = Field("", max_length=20, description="`over`: those whose time is over.")
    suppression: str = Field("", max_length=64, description="Alerts that this suppression covers.")
    discount: str = Field("", max_length=100, description="Alerts that this discount rule closed.")
    q: str = Field("", max_length=200)
    sort: str = Field("", max_length=20)
    cursor: str = Field("", max_length=300)
    open: str = Field("", max_length=64, description="The alert shown beside the queue.")

    def wanted(self, now: datetime) -> queue.Wanted:
        """The filter as the store takes it."""
        given: dict[str, Any] = {name: getattr(self, name) or None for name in FILTERS if name not in ("due", "state")}
        state = self.state or ("any" if self.suppression or self.discount else "open")
        due_before = now if self.due == "over" else None
        return queue.Wanted(**given, state=state, due_before=due_before)

    @property
    def order(self) -> queue.Order:
        """The order in which alerts stand."""
        return "due_at" if self.sort == "due_at" else "-updated_at" if self.sort == "-updated_at" else "-priority"

    def given(self) -> dict[str, str]:
        """The filters and the order that are set."""
        return {name: value for name in (*FILTERS, "sort") if (value := getattr(self, name))}

    def chips(self) -> tuple[tuple[str, str, str], ...]:
        """The filters that are set: name, value, and the address without it."""
        given = self.given()
        return tuple(
            (name, value, with_query("/desk/queue", **{other: given[other] for other in given if other != name}))
            for name, value in given.items()
            if name != "sort"
        )


@dataclass(frozen=True, slots=True)
class RowView:
    """One alert in the queue."""

    alert: AlertRow
    address: str
    reason: str
    words: str
    names: str
    rules: list[str]
    languages: list[str]
    tier: str
    articles: int
    age: str
    opened: datetime
    due: str
    overdue: bool


@router.get("/queue")
def show_queue(request: Request, service: TheService, user: Caller, query: Annotated[QueueQuery, Query()]) -> Response:
    """What waits, by filter, most urgent first; `open` shows one alert beside the list."""
    now = service.clock()
    with service.store.read() as tx:
        page = queue.page(tx, query.wanted(now), order=query.order, cursor=query.cursor or None, limit=PAGE)
        states = {state: queue.count(tx, queue.Wanted(state=state), most=MOST) for state in STATES}
        rows = row_views(tx, page.rows, query, now)
        pane = alert_values(tx, service, query.open) if query.open else None
        tabs = _tabs(tx, query, user.name, now)
    return show(
        request, "queue.html", query=query, rows=rows, states=states, pane=pane, tabs=tabs, sorts=SORTS,
        all_states=STATES, bulk_reasons=REASONS, may_bulk=user.role == "admin", languages=LANGUAGES,
        tiers=(*TIERS, UNRATED),
        regimes=sorted({str(rule["id"]).partition("/")[0] for rule in service.rules()}),
        lists=[str(row["name"]) for row in service.watchlists()], kept=sum(states.values()),
        more=with_query("/desk/queue", **query.given(), cursor=page.next_cursor) if page.next_cursor else "",
        back=with_query("/desk/queue", **query.given(), cursor=query.cursor), following=_following(rows, query.open),
    )  # fmt: skip


@router.get("/alerts/{alert_id}")
def show_one(request: Request, service: TheService, alert_id: str) -> Response:
    """One alert on a page of its own."""
    return show(request, "alert.html", pane=read_alert(service, alert_id), back="", following="")


def read_alert(service: Service, alert_id: str) -> dict[str, Any]:
    """What the templates need of one alert, read by itself."""
    with service.store.read() as tx:
        return alert_values(tx, service, alert_id)


def alert_values(tx: Transaction, service: Service, alert_id: str) -> dict[str, Any]:
    """What the templates need of one alert: its dossier and its history."""
    now = service.clock()
    document = show_alert(tx, alert_id, now=now)
    dossier: Dossier = view_alert(document, article_texts(tx, document))
    due = document["review"]["due_at"]
    waits = due is not None and document["state"] not in CLOSED
    return {
        "alert": document,
        "dossier": dossier,
        "due": due_in(datetime.fromisoformat(due), now) if waits else "",
        "history": audit.history(tx, f"alert/{alert_id}"),
        "comments": reviews.comments_of(tx, alert_id),
        "files": [one.as_dict() for one in files.of_alert(tx, alert_id)],
    }


def article_texts(tx: Transaction, document: dict[str, Any]) -> list[dict[str, object]]:
    """The articles of an alert with their text, as it stood when they were screened."""
    return [articles.get(tx, row["id"], row["revision"]).article.as_dict() for row in document["story"]["articles"]]


def row_views(tx: Transaction, rows: tuple[AlertRow, ...], query: QueueQuery, now: datetime) -> list[RowView]:
    """The alerts of a page with what a reader needs to choose among them."""
    ids = [row.id for row in rows]
    facets = queue.facets_of(tx, ids, ("rule", "language", "tier"))
    numbers = queue.article_counts(tx, ids)
    return [_row_view(row, facets.get(row.id, {}), numbers.get(row.id, 0), query, now) for row in rows]


def _row_view(row: AlertRow, facets: dict[str, list[str]], number: int, query: QueueQuery, now: datetime) -> RowView:
    """One alert of the page."""
    reason, words, names = summary_parts(row.summary)
    opened = moment(row.created_at)
    due = None if row.due_at is None or row.state in CLOSED else moment(row.due_at)
    return RowView(
        row, address(query, row.id), reason, words, names, facets.get("rule", []), facets.get("language", []),
        next(iter(facets.get("tier", ())), UNRATED), number,
        span_of(now - opened), opened, "" if due is None else due_in(due, now), due is not None and due < now,
    )  # fmt: skip


def address(query: QueueQuery, alert_id: str) -> str:
    """The queue as it is filtered now, with one alert open."""
    return with_query("/desk/queue", **query.given(), cursor=query.cursor, open=alert_id)


def _following(rows: list[RowView], opened: str) -> str:
    """The address of the alert after the open one; empty at the end."""
    ids = [row.alert.id for row in rows]
    at = ids.index(opened) + 1 if opened in ids else len(ids)
    return rows[at].address if at < len(rows) else ""


def told_count(number: int) -> str:
    """A number as a page tells it, `1,000+` where counting stopped."""
    return f"{number:,}{'+' if number == MOST else ''}"


def _tabs(tx: Transaction, query: QueueQuery, name: str, now: datetime) -> list[dict[str, Any]]:
    """The views that are asked for most, each with its number."""
    views: tuple[tuple[str, dict[str, str], queue.Wanted], ...] = (
        ("All waiting", {}, queue.Wanted(state="open")),
        ("Mine", {"assignee": name}, queue.Wanted(state="open", assignee=name)),
        ("Nobody's", {"assignee": queue.NOBODY}, queue.Wanted(state="open", assignee=queue.NOBODY)),
        ("Overdue", {"due": "over", "sort": "due_at"}, queue.Wanted(state="open", due_before=now)),
    )
    given = query.given()
    return [
        {
            "name": title,
            "number": told_count(queue.count(tx, wanted, most=MOST)),
            "address": with_query("/desk/queue", **values),
            "here": given == values,
        }
        for title, values, wanted in views
    ]
