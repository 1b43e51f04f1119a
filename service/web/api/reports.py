"""`/v1/reports`: alerts as a table and as a page."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from service.errors import InputError
from service.report.dossier import render_index_html
from service.report.gather import InUse, gather_period
from service.report.period import Period, period_dict, render_period_html
from service.report.table import alerts_csv
from service.store import alerts, queue
from service.store.telling import walk
from service.web.access import TheService
from service.web.api.alerts import AlertFilter
from service.web.replies import HTML, PDF, html_page, pdf_file, reply
from service.wiring import Service

router = APIRouter(prefix="/v1/reports", tags=["reports"])

MOST_ON_A_PAGE = 500
_CSV: dict[int | str, dict[str, Any]] = {200: {"description": "One row an alert.", "content": {"text/csv": {}}}}


@router.get("/alerts.csv", response_model=None, responses=_CSV)
def alerts_table(service: TheService, query: Annotated[AlertFilter, Query()]) -> Response:
    """All wanted alerts as CSV, oldest change first. No cell can act as a formula."""
    table = (line.encode() for line in alerts_csv(walk(service.store, query.wanted(), service.clock)))
    headers = {"Content-Disposition": 'attachment; filename="alerts.csv"'}
    return StreamingResponse(table, headers=headers, media_type="text/csv; charset=utf-8")


@router.get("/alerts.html", response_model=None, responses=HTML)
def alerts_page(service: TheService, query: Annotated[AlertFilter, Query()]) -> Response:
    """The newest wanted alerts (at most 500) as a page, each with a link to its dossier."""
    screenings, links = [], []
    with service.store.read() as tx:
        page = queue.page(tx, query.wanted(), order="-updated_at", cursor=None, limit=MOST_ON_A_PAGE)
        for row in page.rows:
            first = alerts.screenings_of(tx, alerts.members(tx, row.id)[:1])[0]
            screenings.append(first[1])
            links.append(f"/v1/alerts/{row.id}/report.html")
    return html_page(render_index_html(screenings, links))


MOST_DAYS = 3700


class PeriodQuery(BaseModel):
    """Which days; without any the last thirty, today included."""

    model_config = ConfigDict(extra="forbid")

    since: date | None = Field(None, description="The first day (UTC).", examples=["2024-03-01"])
    until: date | None = Field(None, description="The day after the last one (UTC).", examples=["2024-04-01"])


@router.get("/period.html", response_model=None, responses=HTML)
def period_page(service: TheService, query: Annotated[PeriodQuery, Query()]) -> Response:
    """What came in, what it raised and what became of it, as a page with charts."""
    return html_page(render_period_html(_period(service, query)))


@router.get("/period.json", response_model=None, responses={200: {"description": "The figures."}})
def period_figures(service: TheService, query: Annotated[PeriodQuery, Query()]) -> Response:
    """The same figures as JSON."""
    return reply(period_dict(_period(service, query)))


@router.get("/period.pdf", response_model=None, responses=PDF)
def period_pdf(service: TheService, query: Annotated[PeriodQuery, Query()]) -> Response:
    """The same page as PDF."""
    return pdf_file(render_period_html(_period(service, query)), "period.pdf")


def _period(service: Service, query: PeriodQuery) -> Period:
    """The figures of the wanted days. Raises InputError for days in the wrong order, or too many."""
    now = service.clock()
    last = query.until or now.date() + timedelta(days=1)
    first = query.since or last - timedelta(days=30)
    if not timedelta(0) < last - first <= timedelta(days=MOST_DAYS):
        raise InputError(f"since, until: give a first day before the last, and at most {MOST_DAYS} days")
    in_use = InUse(
        rules=[str(row["id"]) for row in service.rules()],
        lists=service.watchlists(),
        snapshot=service.screener.snapshot.sha256,
    )
    return gather_period(service.store, _midnight(first), _midnight(last), in_use=in_use, now=now)


def _midnight(day: date) -> datetime:
    """The beginning of a day in UTC."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
