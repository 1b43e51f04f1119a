"""The first page: what waits, what came in, how fresh the lists are; on an empty store, what to do first."""

from __future__ import annotations

from datetime import timedelta

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from service.model.alert import STALE_HOURS
from service.report.charts import columns
from service.samples import load_samples
from service.store import articles, figures, queue
from service.web.access import Actor, TheService
from service.web.ui.pages import FORM, desk_router, go, show

router = desk_router("/desk")
root = APIRouter(include_in_schema=False)

DAYS = 30
"""What the charts of the first page reach back."""


@root.get("/")
def to_desk() -> Response:
    """The service's bare address leads to the desk."""
    return RedirectResponse("/desk", 307)


@router.get("")
def overview(request: Request, service: TheService) -> Response:
    """Volumes, what waits, and the state of the lists."""
    now = service.clock()
    until = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    since = until - timedelta(days=DAYS)
    with service.store.read() as tx:
        total = articles.count(tx)
        states = queue.counts_by_state(tx)
        by_band = figures.alerts_by(tx, "band", since, until)
        by_rule = figures.alerts_by_facet(tx, "rule", since, until, most=12)
        days = figures.articles_by_day(tx, since, until), figures.alerts_by_day(tx, since, until)
    return show(
        request, "overview.html", total=total, states=states, by_band=by_band, by_rule=by_rule,
        came_in=columns(days[0], since=since, days=DAYS, noun="articles"),
        opened=columns(days[1], since=since, days=DAYS, noun="alerts"),
        lists=service.watchlists(), rules=len(service.rules()), stale_hours=STALE_HOURS, days=DAYS,
        request_base=str(request.base_url).rstrip("/"),
    )  # fmt: skip


@router.post("/samples", dependencies=[FORM])
def take_samples(service: TheService, actor: Actor) -> Response:
    """Take in the sample articles that ship with Flagstaff."""
    service.intake.receive_many(load_samples(), actor=actor)
    return go("/desk/queue")
