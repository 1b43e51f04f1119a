"""The desk as a whole: every page of it, put into an application."""

from __future__ import annotations

from fastapi import FastAPI

from service.web.ui import assets, catalog, overview, queue, reports, screening, trail


def install(app: FastAPI) -> None:
    """Add the pages of the desk."""
    rooms = (overview, queue, screening, catalog, reports, trail)
    for router in (overview.root, *(room.router for room in rooms)):
        app.include_router(router)
    app.include_router(assets.router)
