"""Settings -> a working Service. The one file that knows every room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from service.intake import Intake, Screens
from service.model.alert import age_hours
from service.settings import Settings
from service.store import snapshots
from service.store.database import Store, open_store


def utc_now() -> datetime:
    """The clock of every door."""
    return datetime.now(UTC)


class Service:
    """Everything a door needs, put together. `screener` is exchanged whole; readers see one snapshot."""

    def __init__(self, settings: Settings, store: Store, screener: Screens, clock: Callable[[], datetime]) -> None:
        """Take what `assemble` put together."""
        self.settings, self.store, self.screener, self.clock = settings, store, screener, clock
        self.intake = Intake(store, lambda: self.screener, clock)

    def rules(self) -> list[dict[str, Any]]:
        """The rules in use, as JSON."""
        return _rows(self.screener, "rules")

    def watchlists(self) -> list[dict[str, Any]]:
        """The lists in use, as JSON, with their age now."""
        now = self.clock()
        rows = _rows(self.screener, "lists")
        return [{**row, "age_hours": age_hours(row["list_date"], now=now)} for row in rows]

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


def _rows(screener: Screens, name: str) -> list[dict[str, Any]]:
    """Rules or lists of the snapshot in use."""
    rows = screener.snapshot.provenance.as_dict()[name]
    return [dict(row) for row in rows] if isinstance(rows, list) else []
