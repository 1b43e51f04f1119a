"""What a suppression does to alerts that wait already: those that nobody has begun with are suppressed too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from service.model.suppression import Suppression
from service.review.attempts import touched
from service.store import alerts, queue, suppressions
from service.store.database import Store, Transaction
from service.store.queue import Wanted
from service.store.telling import story_of

MOST = 2_000
"""Waiting alerts that are looked at for each thing that a suppression names, newest first."""
_AT_ONCE = 100


def cover_waiting(store: Store, clock: Callable[[], datetime], kept: Suppression) -> int:
    """Suppress the new alerts that a suppression covers since it is in force; returns how many.

    An alert that somebody took, decided on or opened again stays with them.
    """
    return sum(_cover(store, clock, kept, wanted) for wanted in _wanted(kept))


def _wanted(kept: Suppression) -> Iterator[Wanted]:
    """Which waiting alerts a suppression may cover."""
    waiting = Wanted(state="new")
    yield from (replace(waiting, entity=entry.entity_id) for entry in kept.entries)
    yield from (replace(waiting, source=source) for source in kept.sources)
    yield from (replace(waiting, list=scope.name) for scope in kept.scopes if scope.kind == "list")
    if kept.fingerprints or any(scope.kind == "rule" for scope in kept.scopes):
        yield from (replace(waiting, rule=rule) for rule in kept.rules)


def _cover(store: Store, clock: Callable[[], datetime], kept: Suppression, wanted: Wanted) -> int:
    """Go through waiting alerts page by page; each page is a transaction of its own."""
    done, cursor = 0, None
    for _ in range(MOST // _AT_ONCE):
        with store.read() as tx:
            page = queue.page(tx, wanted, order="-updated_at", cursor=cursor, limit=_AT_ONCE)
        done += store.transact(partial(_suppress, [row.id for row in page.rows], kept, clock()))
        cursor = page.next_cursor
        if cursor is None:
            break
    return done


def _suppress(alert_ids: Sequence[str], kept: Suppression, now: datetime, tx: Transaction) -> int:
    """Suppress those of some alerts that are covered; returns how many."""
    return sum(_suppress_one(tx, alert_id, kept, now) for alert_id in alert_ids)


def _suppress_one(tx: Transaction, alert_id: str, kept: Suppression, now: datetime) -> bool:
    """Suppress an alert if it is new and a known false positive by this suppression."""
    row = alerts.get(tx, alert_id, lock=True)
    if row.state != "new":
        return False
    applied = suppressions.apply(tx, row, [one.screening for one in story_of(tx, row.id)], now=now).applied
    if kept.id not in applied:
        return False
    alerts.save(tx, suppressions.suppress(tx, touched(row, now), applied, now=now))
    return True
