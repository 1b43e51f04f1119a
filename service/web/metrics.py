"""Counts and times, for Prometheus."""

from __future__ import annotations

import time
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.errors import FlagstaffError
from service.intake import Received
from service.store import drills, list_states, queue
from service.wiring import Service

ARTICLES = Counter("flagstaff_articles", "Articles that came in.", ["result"])
OPENED = Counter("flagstaff_article_bands", "New articles by band.", ["band"])
REQUESTS = Histogram(
    "flagstaff_request_seconds",
    "Time to answer a request.",
    ["method", "route", "status"],
    buckets=(0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5),
)
ALERTS = Gauge("flagstaff_alerts", "Alerts by state.", ["state"])
RULES = Counter("flagstaff_rule_reloads", "Reloads of the rules.", ["outcome"])
LIST_FAILED = Gauge("flagstaff_list_refresh_failed", "1 when a list's last refresh failed or was refused.", ["list"])
TEST_MISSED = Gauge("flagstaff_test_items_missed", "Test articles of the last round that were not as expected.")
TEST_AT = Gauge("flagstaff_test_round_seconds", "When test articles were planted last, seconds since 1970.")
LIST_AGE = Gauge(
    "flagstaff_list_age_hours", "Hours since a list's date, or since its publisher had nothing newer.", ["list"]
)


def count_received(received: Received | FlagstaffError) -> None:
    """Count an article: new, known or failed."""
    if isinstance(received, FlagstaffError):
        ARTICLES.labels("failed").inc()
        return
    ARTICLES.labels("new" if received.created else "known").inc()
    if received.created:
        OPENED.labels(received.screening["band"]).inc()


def exposition(service: Service) -> tuple[bytes, str]:
    """All metrics as text, and its media type."""
    with service.store.read() as tx:
        states = queue.counts_by_state(tx)
        refreshed = list_states.states(tx)
        tested = drills.latest(tx)
    if tested is not None:
        TEST_MISSED.set(tested["missed"])
        TEST_AT.set(datetime.fromisoformat(tested["at"]).timestamp())
    for state, count in states.items():
        ALERTS.labels(state).set(count)
    for name, last in refreshed.items():
        LIST_FAILED.labels(name).set(last.outcome in ("failed", "refused"))
    for row in service.watchlists():
        if row["age_hours"] is not None:
            LIST_AGE.labels(row["name"]).set(row["age_hours"])
    return generate_latest(), CONTENT_TYPE_LATEST


class Timing:
    """Measures every request under the path of its route, never of its ids."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Time one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, status = time.perf_counter(), 500

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            route = getattr(scope.get("route"), "path", "none")
            REQUESTS.labels(scope["method"], route, str(status)).observe(time.perf_counter() - started)
