"""The lists of an installation: those that its settings name, else what was imported, else the starter lists."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import closing
from datetime import datetime

from service import refresh
from service.clock import utc_now
from service.errors import NotFoundError
from service.model.entity import Watchlist
from service.screening.screener import load_watchlists
from service.settings import Settings
from service.store import list_states, list_versions
from service.store.database import open_store, store_exists
from service.store.list_states import ListState
from service.watchlist import kept
from service.watchlist.sources import ListSource, load_sources
from service.watchlist.starter import load_starter


def lists_in_use(settings: Settings, *, held: Collection[Watchlist] = ()) -> tuple[Watchlist, ...]:
    """The lists that articles are screened against.

    The files that the settings name; else the imported versions in the store, and the starter lists for those that
    were never imported. Versions that are `held` already are taken as they are: only others are read.
    """
    if settings.watchlists:
        return load_watchlists(settings.watchlists)
    imported = {watchlist.name: watchlist for watchlist in _imported(settings, held)}
    starters = [imported.pop(watchlist.name, watchlist) for watchlist in load_starter()]
    return (*starters, *(imported[name] for name in sorted(imported)))


def source_of(settings: Settings, name: str) -> ListSource:
    """The address of a list. Raises NotFoundError for one that has none."""
    for source in load_sources(settings.list_sources):
        if source.name == name:
            return source
    raise NotFoundError(f"no address is known of list {name!r}; give one in the file of FLAGSTAFF_LIST_SOURCES")


def last_refreshes(settings: Settings) -> dict[str, ListState]:
    """What the last refresh of each list brought; nothing where there is no store yet."""
    if not store_exists(settings.database):
        return {}
    with closing(open_store(settings.database)) as store, store.read() as tx:
        return list_states.states(tx)


def take_in_list(
    settings: Settings,
    watchlist: Watchlist,
    *,
    actor: str,
    override: str | None = None,
    clock: Callable[[], datetime] = utc_now,
) -> refresh.Change:
    """Keep a list that a person chose in the store and put it in use, or refuse it; see `refresh.take_in`."""
    with closing(open_store(settings.database)) as store:
        return refresh.take_in(store, watchlist, actor=actor, now=clock(), override=override, chosen=True)


def _imported(settings: Settings, held: Collection[Watchlist]) -> list[Watchlist]:
    """The imported lists in use, by name; none where there is no store yet."""
    if not store_exists(settings.database):
        return []
    known = {(watchlist.name, watchlist.sha256): watchlist for watchlist in held}
    with closing(open_store(settings.database)) as store, store.read() as tx:
        wanted = sorted(list_versions.names_in_use(tx).items())
        return [known.get(pair) or kept.from_bytes(list_versions.content(tx, *pair)) for pair in wanted]
