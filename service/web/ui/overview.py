"""The first page: what waits, what came in, how fresh the lists are; on an empty store, what to do first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from service.model.alert import STALE_HOURS
from service.model.disposition import CLOSED, OPEN, PROPOSED
from service.report.charts import columns
from service.report.shares import share
from service.samples import load_samples
from service.store import articles, figures, queue
from service.store.database import Transaction
from service.web.access import Actor, TheService
from service.web.ui.keeping import Kept
from service.web.ui.pages import FORM, desk_router, go, show
from service.wiring import Service

router = desk_router("/desk")
root = APIRouter(include_in_schema=False)

DAYS = 30
"""What the charts of the first page reach back."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AGES = ((0, "today"), (2, "1 to 2 days"), (7, "3 to 7 days"), (30, "8 to 30 days"), (1_000_000, "longer"))


@dataclass(frozen=True, slots=True)
class Tile:
    """A number that leads to its alerts."""

    number: int
    name: str
    address: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class Yield:
    """What a rule raised, and the share of false positives among what was decided."""

    rule: str
    alerts: int
    decided: int
    wrong: str


@root.get("/")
def to_desk() -> Response:
    """The service's bare address leads to the desk."""
    return RedirectResponse("/desk", 307)


@router.get("")
def overview(request: Request, service: TheService) -> Response:
    """What waits and how long, what came in, what each rule yields, and the state of the lists."""
    kept: Kept = request.app.state.kept
    return show(
        request, "overview.html", **kept.get("overview", lambda: _figures(service)),
        lists=service.watchlists(), rules=len(service.rules()), stale_hours=STALE_HOURS, days=DAYS,
        request_base=str(request.base_url).rstrip("/"),
    )  # fmt: skip


def _figures(service: Service) -> dict[str, Any]:
    """All that is counted for the page."""
    now = service.clock()
    until = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    since = until - timedelta(days=DAYS)
    with service.store.read() as tx:
        days = figures.articles_by_day(tx, since, until), figures.alerts_by_day(tx, since, until)
        outcomes = figures.outcomes_by_rule(tx, since, until)
        by_rule = figures.alerts_by_facet(tx, "rule", since, until, most=20)
        closed = figures.alerts_by(tx, "state", since, until)
        return {
            "counted_at": now,
            "total": articles.count(tx),
            "tiles": _tiles(tx, queue.counts_by_state(tx), now),
            "waiting": _by_age(figures.waiting_since(tx, OPEN), now),
            "by_band": figures.alerts_by(tx, "band", since, until),
            "yields": [_yield(rule, number, outcomes.get(rule, {})) for rule, number in by_rule.items()],
            "outcomes": {_outcome(state): closed[state] for state in CLOSED if state in closed},
            "wrong": share(closed.get("closed_false_positive", 0), sum(closed.get(state, 0) for state in CLOSED)),
            "came_in": columns(days[0], since=since, days=DAYS, noun="article"),
            "opened": columns(days[1], since=since, days=DAYS, noun="alert"),
        }


def _tiles(tx: Transaction, states: dict[str, int], now: datetime) -> list[Tile]:
    """What a shift begins with."""
    waiting = sum(states.get(state, 0) for state in OPEN)
    overdue = queue.count(tx, queue.Wanted(state="open", due_before=now))
    tiles = [
        Tile(waiting, "wait", "/desk/queue"),
        Tile(overdue, "overdue", "/desk/queue?due=over&sort=due_at", over=overdue > 0),
        Tile(queue.count(tx, queue.Wanted(state="open", assignee=queue.NOBODY)), "nobody's", "/desk/queue?assignee=-"),
    ]
    second = sum(states.get(state, 0) for state in PROPOSED)
    if second:
        tiles.append(Tile(second, "need a second person", f"/desk/queue?state={PROPOSED[0]}"))
    told = (("escalated", "escalated"), ("snoozed", "snoozed"), ("suppressed", "suppressed"))
    return tiles + [
        Tile(states[state], name, f"/desk/queue?state={state}") for state, name in told if states.get(state)
    ]


def _by_age(days: list[tuple[int, int]], now: datetime) -> dict[str, int]:
    """What waits, by how many days it has waited."""
    today = (now - _EPOCH).days
    found = dict.fromkeys((name for _, name in _AGES), 0)
    for day, number in days:
        found[next(name for most, name in _AGES if today - day <= most)] += number
    return found


def _outcome(state: str) -> str:
    """A closed state as people say it."""
    return state.removeprefix("closed_").replace("_", " ")


def _yield(rule: str, number: int, outcomes: dict[str, int]) -> Yield:
    """What a rule's alerts turned out to be."""
    decided = sum(outcomes.values())
    return Yield(rule, number, decided, share(outcomes.get("false_positive", 0), decided).sentence())


@router.post("/samples", dependencies=[FORM])
def take_samples(service: TheService, actor: Actor) -> Response:
    """Take in the sample articles that ship with Flagstaff."""
    service.intake.receive_many(load_samples(), actor=actor)
    return go("/desk/queue")
