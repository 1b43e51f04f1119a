"""Settings -> a working Service. The one file that knows every room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from service.intake import Intake, Screens
from service.model.alert import age_hours
from service.model.disposition import Policy
from service.model.entity import Watchlist
from service.review import Review
from service.ruleset.load import embedded_rules_dir, load_rules
from service.screening.blobs import load_blobs
from service.screening.screener import Screener, load_watchlists
from service.settings import Settings
from service.store import idempotency, list_versions, people, snapshots
from service.store.database import Store, open_store, store_exists
from service.store.list_versions import ListVersion
from service.watchlist import kept
from service.watchlist.report import describe
from service.watchlist.starter import load_starter


def utc_now() -> datetime:
    """The clock of every door."""
    return datetime.now(UTC)


class Service:
    """Everything a door needs, put together. `screener` is exchanged whole; readers see one snapshot."""

    def __init__(self, settings: Settings, store: Store, screener: Screens, clock: Callable[[], datetime]) -> None:
        """Take what `assemble` put together."""
        self.settings, self.store, self.screener, self.clock = settings, store, screener, clock
        self.policy = Policy()
        self.intake = Intake(store, lambda: self.screener, clock)
        self.review = Review(store, clock, self.policy)

    def rules(self) -> list[dict[str, Any]]:
        """The rules in use, as JSON."""
        return _rows(self.screener, "rules")

    def watchlists(self) -> list[dict[str, Any]]:
        """The lists in use, as JSON, with their age now."""
        now = self.clock()
        rows = _rows(self.screener, "lists")
        return [{**row, "age_hours": age_hours(row["list_date"], now=now)} for row in rows]

    def keep_house(self) -> None:
        """What is to be done now and then: wake alerts, forget what is no longer needed."""
        self.review.wake_due()
        now = self.clock()
        with self.store.write() as tx:
            idempotency.forget_old(tx, now=now)
            people.forget_sessions(tx, now=now)
            snapshots.forget_unused(tx, in_use=self.screener.snapshot.sha256, before=now - timedelta(days=1))

    def close(self) -> None:
        """Give back what is open."""
        self.store.close()


def assemble(
    settings: Settings, screener: Screens, blobs: Mapping[str, bytes], *, clock: Callable[[], datetime] = utc_now
) -> Service:
    """Open the store and put a Service together; `blobs`, the files behind the screener, are kept for replay."""
    store = open_store(settings.database)
    with store.write() as tx:
        snapshots.keep(tx, screener.snapshot.sha256, blobs, now=clock())
    return Service(settings, store, screener, clock)


def open_service(
    settings: Settings, screener: Screener | None = None, *, clock: Callable[[], datetime] = utc_now
) -> Service:
    """A Service from its settings: its rules, the lists in use, its store. Raises the errors of what cannot be read."""
    screener = screener or load_screener(settings)
    blobs = load_blobs(_folders(settings), screener.snapshot.watchlists)
    return assemble(settings, screener, blobs, clock=clock)


def load_screener(settings: Settings) -> Screener:
    """The screener of a Service, without its store."""
    return Screener(load_rules(_folders(settings)), lists_in_use(settings), cache=settings.cache)


def _folders(settings: Settings) -> list[Path]:
    """The rule folders, overlays last."""
    return list(settings.rules) or [embedded_rules_dir()]


def lists_in_use(settings: Settings) -> tuple[Watchlist, ...]:
    """The lists that articles are screened against.

    The files that the settings name; else the imported versions in the store, and the starter lists for those that
    were never imported.
    """
    if settings.watchlists:
        return load_watchlists(settings.watchlists)
    imported = {watchlist.name: watchlist for watchlist in _imported(settings)}
    starters = [imported.pop(watchlist.name, watchlist) for watchlist in load_starter()]
    return (*starters, *(imported[name] for name in sorted(imported)))


def import_list(settings: Settings, watchlist: Watchlist, *, clock: Callable[[], datetime] = utc_now) -> bool:
    """Keep a list as a version in the store and put it in use; False when it was in use already."""
    version = ListVersion(
        list=watchlist.name,
        sha256=watchlist.sha256,
        version=watchlist.version,
        list_date=watchlist.list_date,
        source=watchlist.source or "",
        counts=describe(watchlist),
        active=True,
        imported_at=0,
    )
    with closing(open_store(settings.database)) as store, store.write() as tx:
        return list_versions.keep(tx, version, kept.to_bytes(watchlist), now=clock())


def _imported(settings: Settings) -> list[Watchlist]:
    """The imported lists in use; none where there is no store yet."""
    if not store_exists(settings.database):
        return []
    with closing(open_store(settings.database)) as store, store.read() as tx:
        return [kept.from_bytes(content) for content in list_versions.active_contents(tx)]


def _rows(screener: Screens, name: str) -> list[dict[str, Any]]:
    """Rules or lists of the snapshot in use."""
    rows = screener.snapshot.provenance.as_dict()[name]
    return [dict(row) for row in rows] if isinstance(rows, list) else []
