"""Accounts made and ended: each act with its event in the audit trail."""

from __future__ import annotations

from datetime import datetime

from service.store import audit, people
from service.store.database import Transaction
from service.store.people import User


def create_user(tx: Transaction, name: str, role: str, *, password: str | None, actor: str, now: datetime) -> User:
    """Make a user. Raises the errors of `people.add_user`."""
    user = people.add_user(tx, name, role, password=password, now=now)
    audit.append(tx, audit.Act(actor=actor, type="user.created", subject=f"user/{user.name}", to=user.role), now=now)
    return user


def disable_user(tx: Transaction, name: str, *, actor: str, now: datetime) -> None:
    """Lock a user out; what they did stays. Raises NotFoundError."""
    people.disable_user(tx, name, now=now)
    audit.append(tx, audit.Act(actor=actor, type="user.disabled", subject=f"user/{name}"), now=now)


def create_key(tx: Transaction, user: str, *, days: int | None, actor: str, now: datetime) -> str:
    """Make an API key for a user and return it; it cannot be shown again. Raises NotFoundError."""
    key = people.add_key(tx, user, days=days, now=now)
    audit.append(tx, audit.Act(actor=actor, type="key.created", subject=f"key/{key.split('_')[1]}", to=user), now=now)
    return key


def revoke_key(tx: Transaction, key_id: str, *, actor: str, now: datetime) -> None:
    """Make a key worthless. Raises NotFoundError."""
    people.revoke_key(tx, key_id, now=now)
    audit.append(tx, audit.Act(actor=actor, type="key.revoked", subject=f"key/{key_id}"), now=now)
