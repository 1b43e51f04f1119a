"""How far the stored articles have been searched for what changed on a list, and which process does it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Row, delete, or_, select, update

from service.store import list_states
from service.store.articles import Place
from service.store.database import Transaction
from service.store.list_tables import list_searches
from service.store.times import micros

FIRST: Place = (0, "")
"""Before every article."""


@dataclass(frozen=True, slots=True)
class Search:
    """One search that is not finished; times in microseconds."""

    list: str
    version: str
    """sha256 of the version whose entries are looked for."""
    since: tuple[str | None, ...]
    """Versions that stored articles may have been screened against since the last finished search; None: never any."""
    began_at: int
    place: Place = FIRST
    """The last article that was searched."""
    changed: int = 0
    """Articles in which something else was found so far."""


def begin(tx: Transaction, name: str, version: str, holder: str, *, now: datetime, seconds: int) -> Search | None:
    """Take up the search for a version, or begin it; None while another process is at it.

    A search for an earlier version that was not finished goes over into this one: what came in meanwhile was screened
    against that version.
    """
    row = tx.execute(select(list_searches).where(list_searches.c.list == name)).first()
    before = None if row is None else _search(row)
    if before is not None and before.version == version:
        search = before
    else:
        state = list_states.states(tx).get(name)
        since = (state.screened if state else None,) if before is None else (*before.since, before.version)
        search = Search(name, version, tuple(dict.fromkeys(since)), micros(now))
    if row is None:
        tx.execute(list_searches.insert(), {"list": name, **_columns(search)})
    free = or_(list_searches.c.held_until.is_(None), list_searches.c.held_until < micros(now))
    mine = update(list_searches).where(list_searches.c.list == name, or_(free, list_searches.c.held_by == holder))
    until = micros(now + timedelta(seconds=seconds))
    taken = tx.execute(mine.values(**_columns(search), held_by=holder, held_until=until)).rowcount == 1
    return search if taken else None


def go_on(tx: Transaction, search: Search, holder: str, *, now: datetime, seconds: int) -> bool:
    """Note how far a search has come and hold it on; False when another process has taken it over."""
    mine = update(list_searches).where(list_searches.c.list == search.list, list_searches.c.held_by == holder)
    until = micros(now + timedelta(seconds=seconds))
    return tx.execute(mine.values(**_columns(search), held_until=until)).rowcount == 1


def pause(tx: Transaction, name: str, holder: str) -> None:
    """Give a search back unfinished."""
    mine = update(list_searches).where(list_searches.c.list == name, list_searches.c.held_by == holder)
    tx.execute(mine.values(held_by=None, held_until=None))


def finish(tx: Transaction, search: Search, holder: str) -> bool:
    """Every stored article has been searched for the version; False when another process has taken the search over."""
    mine = delete(list_searches).where(list_searches.c.list == search.list, list_searches.c.held_by == holder)
    if tx.execute(mine).rowcount != 1:
        return False
    list_states.save(tx, search.list, screened=search.version)
    return True


def under_way(tx: Transaction) -> dict[str, Search]:
    """Every search that is not finished, by list."""
    return {search.list: search for search in map(_search, tx.execute(select(list_searches)))}


def _columns(search: Search) -> dict[str, object]:
    """A search as a row, without its list and its holder."""
    return {
        "version": search.version,
        "since": json.dumps(search.since),
        "began_at": search.began_at,
        "searched_at": search.place[0],
        "searched_id": search.place[1],
        "changed": search.changed,
    }


def _search(row: Row[tuple[object, ...]]) -> Search:
    """A row as a value."""
    kept = row._mapping
    place = (kept["searched_at"], kept["searched_id"])
    since = tuple(json.loads(kept["since"]))
    return Search(kept["list"], kept["version"], since, kept["began_at"], place, kept["changed"])
