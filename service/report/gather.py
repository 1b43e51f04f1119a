"""The figures of a period report, read from the store in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from service.model.disposition import CLOSED, STATES
from service.report.period import Period
from service.store import figures
from service.store.database import Store

COLUMNS = ("band", "severity", "regime", "state")
FACETS = ("rule", "list", "source", "language")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """What is in use now: ids of rules, lists with their ages, the snapshot."""

    rules: Sequence[str]
    lists: Sequence[Mapping[str, Any]]
    snapshot: str


def gather_period(store: Store, since: datetime, until: datetime, *, in_use: InUse, now: datetime) -> Period:
    """The period from `since` until before `until`; what waits and what is in use is told as of `now`."""
    today = (now - _EPOCH).days
    waiting_states = tuple(state for state in STATES if state not in (*CLOSED, "suppressed"))
    with store.read() as tx:
        by = {name: figures.alerts_by(tx, name, since, until) for name in COLUMNS}
        by |= {name: figures.alerts_by_facet(tx, name, since, until) for name in FACETS}
        raised = figures.alerts_by_facet(tx, "rule", since, until, most=100_000)
        return Period(
            since=since,
            until=until,
            articles=figures.articles_between(tx, since, until),
            articles_by_day=figures.articles_by_day(tx, since, until),
            alerts_by_day=figures.alerts_by_day(tx, since, until),
            by=by,
            rules=tuple(in_use.rules),
            dead_rules=tuple(rule for rule in in_use.rules if rule not in raised),
            lists=tuple(in_use.lists),
            waiting=tuple((today - day, number) for day, number in figures.waiting_since(tx, waiting_states)),
            decided={state.removeprefix("closed_"): number for state, number in by["state"].items() if state in CLOSED},
            snapshot=in_use.snapshot,
            made_at=now,
        )
