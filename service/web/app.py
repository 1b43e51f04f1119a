"""The application: every route, every refusal, in one place."""

from __future__ import annotations

from fastapi import FastAPI

from service import __version__
from service.web import openapi, problems
from service.web.api import alerts, articles, catalog, health, reports
from service.web.metrics import Timing
from service.web.ui import desk
from service.wiring import Service

DESCRIPTION = """Articles in; explained alerts out. Every refusal is `application/problem+json` (RFC 9457) with a
`detail` that names the place and a `remedy`. Bodies: one JSON article up to 2 MB, batches as `application/x-ndjson`
(a line up to 10 MB); gzip is read. Offsets in the answers are half-open indices into the string that was sent,
counted in Unicode code points."""


def create_app(service: Service) -> FastAPI:
    """The ASGI application of one Service."""
    app = FastAPI(title="Flagstaff", version=__version__, description=DESCRIPTION, redirect_slashes=False)
    app.state.service = service
    problems.install(app)
    for room in (articles, alerts, catalog, reports, health):
        app.include_router(room.router)
    desk.install(app)
    openapi.install(app)
    app.add_middleware(Timing)
    return app
