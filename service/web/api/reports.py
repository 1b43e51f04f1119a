"""`/v1/reports`: alerts as a table and as a page."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import StreamingResponse

from service.report.dossier import render_index_html
from service.report.table import alerts_csv
from service.store import alerts, queue
from service.store.telling import walk
from service.web.access import TheService
from service.web.api.alerts import AlertFilter
from service.web.replies import HTML, html_page

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
