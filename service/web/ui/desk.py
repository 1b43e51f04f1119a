"""The desk as a whole: every page of it, put into an application."""

from __future__ import annotations

from fastapi import FastAPI

from service.model.disposition import REGROUPED
from service.web.ui import (
    assets,
    bulk,
    catalog,
    deciding,
    entrance,
    lists,
    overview,
    people,
    queue,
    regrouping,
    reports,
    screening,
    suppressing,
    trail,
)
from service.web.ui.keeping import Kept
from service.web.ui.pages import PAGES

ROOMS = (
    overview,
    entrance,
    queue,
    bulk,
    deciding,
    regrouping,
    suppressing,
    screening,
    catalog,
    lists,
    reports,
    trail,
    people,
)
ROUTERS = (overview.root, *(room.router for room in ROOMS), assets.router)
"""All pages; each must be in the table of `roles.py`."""

PAGES.globals.update(choices=deciding.choices, told_count=queue.told_count, regrouped=REGROUPED)


def install(app: FastAPI) -> None:
    """Add the pages of the desk."""
    app.state.kept = Kept()
    for router in ROUTERS:
        app.include_router(router)
