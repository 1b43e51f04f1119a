"""A second look: would somebody else have decided a closed alert in the same way?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from service.errors import ConflictError, InputError
from service.model.disposition import CLOSED
from service.review.attempts import Attempt, audited
from service.store import alerts, audit, decisions
from service.store.alerts import AlertRow
from service.store.database import Store, Transaction
from service.store.decisions import SecondLook
from service.store.people import User
from service.store.times import iso, micros


def look_again(
    store: Store, alert_id: str, *, agrees: bool, note: str, by: User, clock: Callable[[], datetime]
) -> dict[str, Any]:
    """Say of a closed alert whether one would have decided alike; the decision itself stays as it is.

    Raises NotFoundError, InputError without a note, ConflictError for an alert that is open, for one's own decision,
    and where somebody has looked already. A refused attempt stands in the audit trail.
    """

    def change(tx: Transaction) -> dict[str, Any]:
        row = alerts.get(tx, alert_id, lock=True)
        look = _look(tx, row, agrees, note, by, clock())
        decisions.keep_second_look(tx, look)
        data = {"agrees": agrees, "maker": look.maker, "decided_at": iso(look.decided_at)}
        act = audit.Act(actor=by.name, type="alert.second_look", subject=f"alert/{alert_id}", note=note, data=data)
        audit.append(tx, act, now=clock())
        return {"alert_id": alert_id, "maker": look.maker, **data, "by": by.name, "at": iso(look.at), "note": note}

    return audited(store, clock, Attempt(f"alert/{alert_id}", "second_look", by), change)


def _look(tx: Transaction, row: AlertRow, agrees: bool, note: str, by: User, now: datetime) -> SecondLook:
    """The second look, if it may be taken."""
    if not note.strip():
        raise InputError("note: say why you agree or not, for whoever reads it in years")
    closed = decisions.decision_of(tx, row.id)
    if row.state not in CLOSED or closed is None:
        raise ConflictError(f"the alert is {row.state}; a second look is taken at closed ones")
    decided_at, closer = closed
    maker = row.proposed_by or closer
    if by.name in (maker, closer):
        raise ConflictError(f"{by.name} took part in this decision; somebody else must look")
    if decisions.second_look_at(tx, row.id, decided_at) is not None:
        raise ConflictError("somebody has looked at this decision already; its events say who")
    return SecondLook(
        alert_id=row.id, decided_at=decided_at, maker=maker, by=by.name, at=micros(now), agrees=agrees, note=note
    )
