"""`/v1/alerts`: what a human must decide."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from service.report.case import Case, case_dict, case_html, gather_case
from service.store import queue
from service.store.telling import show_alert, show_row, walk
from service.web.access import TheService
from service.web.body import NDJSON_TYPES
from service.web.openapi import answers, lines_answer
from service.web.replies import HTML, PDF, html_page, ndjson, pdf_file, reply
from service.web.shapes.alert import AlertPageShape, AlertShape
from service.web.shapes.dossier import DossierShape
from service.wiring import Service

router = APIRouter(prefix="/v1/alerts", tags=["alerts"])

MAX_PAGE = 500


class AlertFilter(BaseModel):
    """Which alerts are wanted; left out means any."""

    model_config = ConfigDict(extra="forbid")

    band: Literal["alert", "review"] | None = None
    state: str | None = Field(None, description="new, in_review, ...; `open`: all that wait.", examples=["new"])
    severity: Literal["low", "medium", "high", "critical"] | None = None
    rule: str | None = Field(None, description="A rule or a whole regime.", examples=["un-dprk/overseas-workers"])
    list: str | None = Field(None, description="A list with an entity among its parties.", examples=["un"])
    language: str | None = Field(None, examples=["en"])
    source: str | None = Field(None, description="The source's name, exactly.")
    tier: Literal["high", "medium", "low", "unrated"] | None = Field(
        None, description="How far its best source is to be trusted, by the policy."
    )
    entity: str | None = Field(None, description="A list entry that it names.", examples=["un-KPi.033"])
    assignee: str | None = Field(None, description="`-`: nobody.", examples=["ann"])
    label: str | None = Field(None, examples=["vladivostok"])
    suppression: str | None = Field(None, description="Alerts that it covers or has covered.")
    suppressed: bool = Field(False, description="With those that are suppressed; else they are left out.")
    discount: str | None = Field(None, description="Closed by, or drawn as a sample from, a discount rule.")
    q: str | None = Field(None, max_length=200, description="Words in the summary, titles or names; all must occur.")
    since: datetime | None = Field(None, description="Opened at or after this time.")
    updated_since: datetime | None = Field(None, description="Changed at or after this time.")
    due_before: datetime | None = Field(None, description="To be decided before this time.")

    def wanted(self) -> queue.Wanted:
        """The filter as the store takes it; times without a zone are UTC."""
        given = {name: getattr(self, name) for name in AlertFilter.model_fields}
        for name in ("since", "updated_since", "due_before"):
            moment = given[name]
            given[name] = moment.replace(tzinfo=UTC) if moment is not None and moment.tzinfo is None else moment
        return queue.Wanted(**given)


class AlertQuery(AlertFilter):
    """A filter with its order and page."""

    sort: queue.Order = Field(
        "updated_at",
        description="`updated_at`: oldest change first, nothing is missed while paging; `-updated_at`: newest first; "
        "`-priority`: most urgent first; `due_at`: due first.",
    )
    cursor: str | None = Field(None, description="`next_cursor` of the page before.", max_length=200)
    limit: int = Field(50, ge=1, le=MAX_PAGE)

    def wanted(self) -> queue.Wanted:
        """The filter alone."""
        return AlertFilter(**{name: getattr(self, name) for name in AlertFilter.model_fields}).wanted()


@router.get(
    "",
    response_model=None,
    responses={
        200: {
            "model": AlertPageShape,
            "description": "A page, or all, one a line.",
            "content": lines_answer(AlertShape),
        }
    },
)
def list_alerts(request: Request, service: TheService, query: Annotated[AlertQuery, Query()]) -> Response:
    """Alerts in a stable order: a page of JSON, or with `Accept: application/x-ndjson` all of them, one a line."""
    accept = request.headers.get("accept", "")
    if any(kind in accept for kind in NDJSON_TYPES):
        return ndjson(walk(service.store, query.wanted(), service.clock, order=query.sort, cursor=query.cursor))
    documents, next_cursor = _page(service, query, query.cursor)
    headers = {}
    if next_cursor is not None:
        given = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
        headers["Link"] = f'<{request.url.path}?{urlencode([*given, ("cursor", next_cursor)])}>; rel="next"'
    return reply({"items": documents, "next_cursor": next_cursor}, headers=headers)


@router.get("/{alert_id}", response_model=None, responses=answers((200, AlertShape, "The alert.")))
def show(request: Request, service: TheService, alert_id: str) -> Response:
    """One alert in full. Its `ETag` goes into `If-Match` when you change it; `If-None-Match` answers 304."""
    with service.store.read() as tx:
        document = show_alert(tx, alert_id, now=service.clock())
    headers = {"ETag": document["etag"], "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == document["etag"]:
        return Response(status_code=304, headers=headers)
    return reply(document, headers=headers)


@router.get("/{alert_id}/report.html", response_model=None, responses=HTML)
def report(service: TheService, alert_id: str) -> Response:
    """The dossier of one alert as a self-contained page: evidence highlighted, law, points, parties, versions."""
    return html_page(case_html(_case(service, alert_id)))


@router.get("/{alert_id}/report.json", response_model=None, responses=answers((200, DossierShape, "The dossier.")))
def report_json(service: TheService, alert_id: str) -> Response:
    """The same dossier as JSON: the alert, its articles with their text, events, comments, files, limits."""
    return reply(case_dict(_case(service, alert_id)))


@router.get("/{alert_id}/report.pdf", response_model=None, responses=PDF)
def report_pdf(service: TheService, alert_id: str) -> Response:
    """The same page as PDF."""
    return pdf_file(case_html(_case(service, alert_id)), f"alert-{alert_id}.pdf")


def _case(service: Service, alert_id: str) -> Case:
    """All that is kept of one alert."""
    with service.store.read() as tx:
        return gather_case(tx, alert_id, now=service.clock())


def _page(service: Service, query: AlertQuery, cursor: str | None) -> tuple[list[dict[str, Any]], str | None]:
    """One page of alerts in full, and the cursor of the next."""
    with service.store.read() as tx:
        page = queue.page(tx, query.wanted(), order=query.sort, cursor=cursor, limit=query.limit)
        now = service.clock()
        return [show_row(tx, row, now=now) for row in page.rows], page.next_cursor
