"""The desk as a whole: every page of it, put into an application."""

from __future__ import annotations

from fastapi import FastAPI

from service.web.ui import assets, catalog, overview, queue, screening, trail


def install(app: FastAPI) -> None:
    """Add the pages of the desk."""
    for router in (overview.root, overview.router, queue.router, screening.router, catalog.router, trail.router):
        app.include_router(router)
    app.include_router(assets.router)
