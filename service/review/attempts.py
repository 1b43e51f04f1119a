"""What every act has in common: the alert kept from others, its next version, and the record of a refused attempt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from service.errors import ConflictError, InputError, LostUpdateError
from service.model.disposition import CLOSED
from service.store import alerts, audit
from service.store.alerts import AlertRow
from service.store.database import Store, Transaction
from service.store.people import User
from service.store.times import iso, micros

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Attempt:
    """What somebody tries to do to what: `alert/<id>`, `suppression/<id>`."""

    subject: str
    name: str
    by: User


def audited(store: Store, clock: Callable[[], datetime], attempt: Attempt, change: Callable[[Transaction], T]) -> T:
    """Run a change; when it is refused, nothing is changed but the audit trail, which says so."""
    try:
        return store.transact(change)
    except (ConflictError, InputError) as error:
        refused = audit.Act(
            actor=attempt.by.name,
            type=f"{attempt.subject.partition('/')[0]}.refused",
            subject=attempt.subject,
            note=str(error),
            data={"act": attempt.name},
        )
        with store.write() as tx:
            audit.append(tx, refused, now=clock())
        raise


def locked(tx: Transaction, alert_id: str, if_match: str | None) -> AlertRow:
    """The row, kept from others; refused when it is not the version that was decided on."""
    row = alerts.get(tx, alert_id, lock=True)
    if if_match is not None and if_match != row.etag:
        raise LostUpdateError(f"the alert was changed at {iso(row.updated_at)}; read it again and decide anew")
    return row


def still_open(row: AlertRow, act: str) -> AlertRow:
    """The row, if it is not closed: what a decision rested on stays as it was. Raises ConflictError."""
    if row.state in CLOSED:
        raise ConflictError(f"{act} is not possible while the alert is {row.state}; open it again first")
    return row


def touched(row: AlertRow, now: datetime) -> AlertRow:
    """The row as its next version."""
    return replace(row, version=row.version + 1, updated_at=max(micros(now), row.updated_at + 1))
