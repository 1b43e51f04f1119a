"""The application: every route, every refusal, in one place."""

from __future__ import annotations

from fastapi import Depends, FastAPI

from service import __version__
from service.web import openapi, problems
from service.web.access import Gate, authorise
from service.web.api import (
    alerts,
    articles,
    audit,
    catalog,
    drills,
    files,
    health,
    names,
    people,
    quality,
    regroup,
    reports,
    review,
    suppressions,
    watchlists,
    why,
)
from service.web.housekeeping import housekeeping
from service.web.metrics import Timing
from service.web.turned_away import TurnedAway
from service.web.ui import desk
from service.wiring import Service

DESCRIPTION = """Articles in; explained alerts out. Every refusal is `application/problem+json` (RFC 9457) with a
`detail` that names the place and a `remedy`. Bodies: one JSON article up to 2 MB, batches as `application/x-ndjson`
(a line up to 10 MB); gzip is read. Offsets in the answers are half-open indices into the string that was sent,
counted in Unicode code points."""


ROUTERS = tuple(
    room.router
    for room in (
        why,
        articles,
        alerts,
        review,
        regroup,
        files,
        drills,
        suppressions,
        audit,
        people,
        catalog,
        watchlists,
        names,
        reports,
        quality,
        health,
    )
)
"""All routes; each must be in the table of `roles.py`."""


def create_app(service: Service) -> FastAPI:
    """The ASGI application of one Service."""
    app = FastAPI(
        title="Flagstaff",
        version=__version__,
        description=DESCRIPTION,
        redirect_slashes=False,
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(authorise)],
        lifespan=housekeeping,
    )
    app.state.service = service
    app.state.gate = Gate(service)
    app.state.turned_away = TurnedAway(service)
    problems.install(app)
    for router in ROUTERS:
        app.include_router(router)
    desk.install(app)
    openapi.install(app)
    app.add_middleware(Timing)
    return app
