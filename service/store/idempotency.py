"""Idempotency keys: a request that is sent again gets the answer of the first time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from service.store.database import Transaction
from service.store.packing import pack_bytes, unpack_bytes
from service.store.tables import idempotency
from service.store.times import micros

KEPT_FOR = timedelta(hours=24)
"""How long an answer can be had again."""
ABANDONED_AFTER = timedelta(seconds=60)
"""A first request that has not answered by then was cut off; the next one takes over."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The earlier request under the same key; `status` and `response` are None while it is under way."""

    request_sha256: str
    status: int | None
    response: bytes | None


def claim(tx: Transaction, actor: str, key: str, *, request_sha256: str, now: datetime) -> Earlier | None:
    """Take a key for this request; the earlier request when it is taken already, None when it is ours now."""
    mine = (idempotency.c.actor == actor) & (idempotency.c.key == key)
    row = tx.execute(select(idempotency).where(mine).with_for_update()).first()
    if row is not None:
        age = timedelta(microseconds=micros(now) - row.claimed_at)
        if age < (ABANDONED_AFTER if row.status is None else KEPT_FOR):
            response = None if row.response is None else unpack_bytes(row.response)
            return Earlier(row.request_sha256, row.status, response)
        tx.execute(delete(idempotency).where(mine))
    values = {"actor": actor, "key": key, "request_sha256": request_sha256, "claimed_at": micros(now)}
    tx.execute(idempotency.insert(), values)
    return None


def answer(tx: Transaction, actor: str, key: str, *, status: int, response: bytes) -> None:
    """Keep the answer under a claimed key."""
    mine = (idempotency.c.actor == actor) & (idempotency.c.key == key)
    tx.execute(idempotency.update().where(mine).values(status=status, response=pack_bytes(response)))


def release(tx: Transaction, actor: str, key: str) -> None:
    """Give a key back whose request failed on our side, so that it can be sent again."""
    tx.execute(delete(idempotency).where(idempotency.c.actor == actor, idempotency.c.key == key))


def forget_old(tx: Transaction, *, now: datetime) -> int:
    """Forget answers older than `KEPT_FOR`; returns how many."""
    old = idempotency.c.claimed_at < micros(now - KEPT_FOR)
    return tx.execute(delete(idempotency).where(old)).rowcount
