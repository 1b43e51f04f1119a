"""The audit chain: every act is an event, and every event holds the hash of the one before it.

`hash` is SHA-256 over the canonical JSON of all other fields. A flipped byte, a deleted, reordered or cut event is
named by `verify`; the head (kept in its own row, and exportable) shows a cut tail.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from service.store.database import Transaction
from service.store.tables import audit_head, events
from service.store.times import iso, micros

GENESIS = "0" * 64
"""`prev_hash` of the first event."""
_NAMES = ("seq", "at", "actor", "type", "subject", "from", "to", "note", "data", "prev_hash", "hash")
"""The fields of an event, in the order of its columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """What somebody did: to what, from which state to which, and why."""

    actor: str
    type: str
    subject: str
    from_: str | None = None
    to: str | None = None
    note: str | None = None
    data: dict[str, Any] | None = None


def append(tx: Transaction, act: Act, *, now: datetime) -> int:
    """Add an event to the end of the chain; returns its number. Others wait for this transaction to end."""
    last = select(audit_head.c.seq, audit_head.c.hash).where(audit_head.c.id == 1)
    row = tx.execute(last.with_for_update()).one()
    seq, prev_hash = int(row[0]), str(row[1])
    event: dict[str, Any] = {
        "seq": seq + 1,
        "at": micros(now),
        "actor": act.actor,
        "type": act.type,
        "subject": act.subject,
        "from": act.from_,
        "to": act.to,
        "note": act.note,
        "data": None if act.data is None else _canonical(act.data),
        "prev_hash": prev_hash,
    }
    event["hash"] = _digest(event)
    tx.execute(events.insert(), event)
    tx.execute(audit_head.update().where(audit_head.c.id == 1).values(seq=event["seq"], hash=event["hash"]))
    return seq + 1


def history(tx: Transaction, subject: str) -> list[dict[str, Any]]:
    """All events of one subject, oldest first, as JSON."""
    query = select(events).where(events.c.subject == subject).order_by(events.c.seq)
    return [_shown(dict(zip(_NAMES, row, strict=True))) for row in tx.execute(query)]


def latest(tx: Transaction, subject: str) -> dict[str, Any] | None:
    """The last event of one subject, as JSON; None where there is none."""
    query = select(events).where(events.c.subject == subject).order_by(events.c.seq.desc()).limit(1)
    row = tx.execute(query).first()
    return None if row is None else _shown(dict(zip(_NAMES, row, strict=True)))


def export(tx: Transaction, *, after: int = 0) -> Iterator[dict[str, Any]]:
    """Every event after a number, in order, as JSON."""
    for row in _chain(tx, after=after):
        yield _shown(row)


def slice_of(tx: Transaction, *, after: int, upto: int) -> list[dict[str, Any]]:
    """The events after a number up to another, in order, as JSON."""
    query = select(events).where(events.c.seq > after, events.c.seq <= upto).order_by(events.c.seq)
    return [_shown(dict(row._mapping)) for row in tx.execute(query)]


def head(tx: Transaction) -> tuple[int, str]:
    """Number and hash of the last event."""
    row = tx.execute(select(audit_head.c.seq, audit_head.c.hash).where(audit_head.c.id == 1)).one()
    return row[0], row[1]


def verify(tx: Transaction, *, known_head: tuple[int, str] | None = None) -> list[str]:
    """What is wrong with the chain, one sentence each, the first bad event first; empty when it holds.

    `known_head` is a head exported earlier: an event of that number and hash must still be there.
    """
    seq, prev_hash = 0, GENESIS
    seen = known_head is None or known_head[0] == 0
    for row in _chain(tx):
        if row["seq"] != seq + 1:
            return [f"event {seq + 1} is missing: after {seq} comes {row['seq']}"]
        if row["prev_hash"] != prev_hash:
            return [f"event {row['seq']} does not follow event {seq}: one of them was exchanged"]
        if _digest({key: value for key, value in row.items() if key != "hash"}) != row["hash"]:
            return [f"event {row['seq']} was changed after it was written"]
        seq, prev_hash = row["seq"], row["hash"]
        seen = seen or (seq, prev_hash) == known_head
    if (seq, prev_hash) != head(tx):
        return [f"the chain ends at event {seq}, but its head says {head(tx)[0]}: events were cut off"]
    if not seen and known_head is not None:
        return [f"event {known_head[0]} of the exported head is not in the chain: it was cut off or rewritten"]
    return []


def _chain(tx: Transaction, *, after: int = 0) -> Iterator[dict[str, Any]]:
    """All rows in order, read in slices."""
    result = tx.execution_options(yield_per=1000).execute(
        select(events).where(events.c.seq > after).order_by(events.c.seq)
    )
    for row in result:
        yield dict(zip(_NAMES, row, strict=True))


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    """An event as JSON for readers."""
    data = None if row["data"] is None else json.loads(row["data"])
    return {**{str(name): value for name, value in row.items()}, "at": iso(row["at"]), "data": data}


def _canonical(document: dict[str, Any]) -> str:
    """The same text for the same document."""
    return json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(row: dict[str, Any]) -> str:
    """The hash of an event, over everything but the hash itself."""
    return hashlib.sha256(_canonical(row).encode()).hexdigest()
