"""VERB: stored articles are searched for what came to a list or changed on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from service.intake import Intake
from service.model.entity import Watchlist
from service.names.match import build_index, find_mentions
from service.refresh import changed_entries
from service.store import articles, list_states, list_versions
from service.store.database import Store
from service.store.ids import new_id
from service.text.document import read

_AT_ONCE = 200
"""Articles that are read from the store together."""
_LEASE = 3600
"""Seconds after which another process may begin anew."""


def look_again(store: Store, intake: Intake, snapshot: object, *, clock: Callable[[], datetime]) -> int:
    """Screen stored articles anew that may name what came to a list or changed on it; returns how many changed.

    Only lists whose version in use is that of the snapshot: a screener that lags behind would find nothing. All
    articles are searched for these entries alone; only those in which one is found are screened in full. One process
    does it, and does it again from the start when it was interrupted.
    """
    changed, me = 0, new_id(clock())
    with store.read() as tx:
        wanted, states = list_versions.names_in_use(tx), list_states.states(tx)
    present = {watchlist.name: watchlist.sha256 for watchlist in getattr(snapshot, "watchlists", ())}
    for name, sha256 in wanted.items():
        since = states[name].screened if name in states else None
        if since == sha256 or present.get(name) != sha256:
            continue
        with store.write() as tx:
            mine = list_states.lease(tx, name, me, now=clock(), seconds=_LEASE)
        if mine:
            changed += _look_for(store, intake, changed_entries(store, name, since))
            with store.write() as tx:
                list_states.save(tx, name, screened=sha256)
                list_states.release(tx, name, me)
    return changed


def _look_for(store: Store, intake: Intake, entries: Watchlist) -> int:
    """Search the stored articles for some entries."""
    changed, after = 0, ""
    if not entries.entities:
        return 0
    index = build_index([entries])
    while True:
        with store.read() as tx:
            page = articles.page(tx, after=after, limit=_AT_ONCE)
        if not page:
            return changed
        for kept in page:
            if find_mentions(read(kept.article), index, near_misses=False).mentions:
                changed += intake.look_again(kept, actor="lists")
        after = str(page[-1].article.id)
