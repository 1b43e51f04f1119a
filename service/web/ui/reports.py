"""Reports: what can be taken home from the desk, and what came of the planted test articles."""

from __future__ import annotations

from datetime import timedelta

from fastapi import Request, Response

from service import drill
from service.store import drills, kept_reports
from service.web.access import Caller, TheService
from service.web.ui.pages import FORM, desk_router, go, show

router = desk_router("/desk/reports")


@router.get("")
def reports(request: Request, service: TheService) -> Response:
    """The reports there are, and the last round of test articles."""
    with service.store.read() as tx:
        last, made = drills.latest(tx), kept_reports.listed(tx)
    today = service.clock().date()
    week = today - timedelta(days=today.weekday())
    month = today.replace(day=1)
    periods = [
        ("This week", week, today + timedelta(days=1)),
        ("Last week", week - timedelta(days=7), week),
        ("This month", month, today + timedelta(days=1)),
        ("Last month", (month - timedelta(days=1)).replace(day=1), month),
    ]
    rules = sorted(str(rule["id"]) for rule in service.rules())
    return show(
        request, "reports.html", last=last, periods=periods, made=made, rules=rules,
        regimes=sorted({rule.partition("/")[0] for rule in rules}), first=today - timedelta(days=29),
        last_day=today + timedelta(days=1),
    )  # fmt: skip


@router.post("/test-items", dependencies=[FORM])
def plant(service: TheService, user: Caller) -> Response:
    """Plant the test articles now; nothing of them is kept but what came of it."""
    items = drill.load_items(service.settings.test_items)
    drill.run(service.store, service.intake, items, service.clock, actor=user.name)
    return go("/desk/reports#test-items")
