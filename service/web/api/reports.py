"""`/v1/reports`: alerts as a table and as a page."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from service.report.dossier import render_index_html
from service.report.exports import write_parquet
from service.report.gather import gather_period
from service.report.period import Period, period_dict, render_period_html
from service.report.table import alerts_csv
from service.store import alerts, queue
from service.store.telling import walk
from service.web.access import TheService
from service.web.api.alerts import AlertFilter
from service.web.days import Days
from service.web.replies import HTML, NDJSON, PDF, TemporaryFile, html_page, ndjson, pdf_file, reply
from service.wiring import Service

router = APIRouter(prefix="/v1/reports", tags=["reports"])

MOST_ON_A_PAGE = 500
_PARQUET: dict[int | str, dict[str, Any]] = {
    200: {"description": "One row an alert.", "content": {"application/vnd.apache.parquet": {}}},
    501: {"description": "The extra `parquet` is not installed."},
}
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


@router.get("/alerts.ndjson", response_model=None, responses=NDJSON)
def alerts_lines(service: TheService, query: Annotated[AlertFilter, Query()]) -> Response:
    """All wanted alerts as `alert/1` objects, one a line, oldest change first."""
    return ndjson(walk(service.store, query.wanted(), service.clock))


@router.get("/alerts.parquet", response_model=None, responses=_PARQUET)
def alerts_parquet(service: TheService, query: Annotated[AlertFilter, Query()]) -> Response:
    """The table of all wanted alerts as Parquet, for archives and notebooks (extra `parquet`)."""
    file = TemporaryFile("alerts.parquet")
    with file.filling() as path:
        write_parquet(walk(service.store, query.wanted(), service.clock), path)
    return file.response("application/vnd.apache.parquet")


@router.get("/period.html", response_model=None, responses=HTML)
def period_page(service: TheService, query: Annotated[Days, Query()]) -> Response:
    """What came in, what it raised and what became of it, as a page with charts."""
    return html_page(render_period_html(_period(service, query)))


@router.get("/period.json", response_model=None, responses={200: {"description": "The figures."}})
def period_figures(service: TheService, query: Annotated[Days, Query()]) -> Response:
    """The same figures as JSON."""
    return reply(period_dict(_period(service, query)))


@router.get("/period.pdf", response_model=None, responses=PDF)
def period_pdf(service: TheService, query: Annotated[Days, Query()]) -> Response:
    """The same page as PDF."""
    return pdf_file(render_period_html(_period(service, query)), "period.pdf")


def _period(service: Service, query: Days) -> Period:
    """The figures of the wanted days."""
    now = service.clock()
    return gather_period(service.store, *query.bounds(now), in_use=service.in_use(), now=now)
