"""What the last refresh of each list brought, and the lease that lets one process of many refresh it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import or_, select, update

from service.store.database import Transaction
from service.store.list_tables import list_states
from service.store.times import iso, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class ListState:
    """Times in microseconds."""

    list: str
    etag: str | None = None
    modified: str | None = None
    tried_at: int | None = None
    outcome: str | None = None
    """in use, unchanged, refused or failed."""
    detail: str | None = None
    """Why it was refused or failed."""
    succeeded_at: int | None = None
    screened: str | None = None
    """sha256 of the version that stored articles were last screened against."""
    confirmed: str | None = None
    """sha256 of the version that the publisher had at `succeeded_at`; after a rollback it is not the one in use."""

    def as_dict(self) -> dict[str, Any]:
        """The last refresh as JSON."""
        return {
            "tried_at": None if self.tried_at is None else iso(self.tried_at),
            "outcome": self.outcome,
            "detail": self.detail,
            "succeeded_at": None if self.succeeded_at is None else iso(self.succeeded_at),
        }


_FIELDS = tuple(ListState.__dataclass_fields__)


def states(tx: Transaction) -> dict[str, ListState]:
    """Every list that was ever refreshed."""
    query = select(*(list_states.c[name] for name in _FIELDS))
    return {row[0]: ListState(**dict(zip(_FIELDS, row, strict=True))) for row in tx.execute(query)}


def confirmed(tx: Transaction) -> dict[str, str]:
    """sha256 of a version -> when its publisher was last seen to have nothing newer."""
    query = select(list_states.c.confirmed, list_states.c.succeeded_at)
    return {row[0]: iso(row[1]) for row in tx.execute(query) if row[0] is not None and row[1] is not None}


def save(tx: Transaction, name: str, **values: Any) -> None:
    """Write some fields of a list's state."""
    _ensure(tx, name)
    tx.execute(update(list_states).where(list_states.c.list == name).values(**values))


def lease(tx: Transaction, name: str, holder: str, *, now: datetime, seconds: int) -> bool:
    """Take a list for some seconds; False while another process has it."""
    _ensure(tx, name)
    free = or_(list_states.c.leased_until.is_(None), list_states.c.leased_until < micros(now))
    until = micros(now + timedelta(seconds=seconds))
    mine = update(list_states).where(list_states.c.list == name, or_(free, list_states.c.leased_by == holder))
    return tx.execute(mine.values(leased_by=holder, leased_until=until)).rowcount == 1


def release(tx: Transaction, name: str, holder: str) -> None:
    """Give a list back before its time is up."""
    mine = update(list_states).where(list_states.c.list == name, list_states.c.leased_by == holder)
    tx.execute(mine.values(leased_by=None, leased_until=None))


def _ensure(tx: Transaction, name: str) -> None:
    """A row for a list."""
    if tx.execute(select(list_states.c.list).where(list_states.c.list == name)).first() is None:
        tx.execute(list_states.insert(), {"list": name})
