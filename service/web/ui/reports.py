"""Reports: what can be taken home from the desk, and what came of the planted test articles."""

from __future__ import annotations

from datetime import timedelta

from fastapi import Request, Response

from service import drill
from service.store import drills
from service.web.access import Caller, TheService
from service.web.ui.pages import FORM, desk_router, go, show

router = desk_router("/desk/reports")


@router.get("")
def reports(request: Request, service: TheService) -> Response:
    """The reports there are, and the last round of test articles."""
    with service.store.read() as tx:
        last = drills.latest(tx)
    today = service.clock().date()
    week = today - timedelta(days=today.weekday())
    month = today.replace(day=1)
    periods = [
        ("This week", week, today + timedelta(days=1)),
        ("Last week", week - timedelta(days=7), week),
        ("This month", month, today + timedelta(days=1)),
        ("Last month", (month - timedelta(days=1)).replace(day=1), month),
    ]
    return show(request, "reports.html", last=last, periods=periods)


@router.post("/test-items", dependencies=[FORM])
def plant(service: TheService, user: Caller) -> Response:
    """Plant the test articles now; nothing of them is kept but what came of it."""
    items = drill.load_items(service.settings.test_items)
    drill.run(service.store, service.intake, items, service.clock, actor=user.name)
    return go("/desk/reports#test-items")
