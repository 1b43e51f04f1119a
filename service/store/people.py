"""Users, their API keys and their sessions at the desk. Secrets are kept as hashes only."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlalchemy import delete, func, select

from service.errors import ConflictError, InputError, NotFoundError
from service.store.database import Transaction
from service.store.tables import alerts, keys, sessions, users
from service.store.times import iso, micros

Role = Literal["submitter", "analyst", "admin", "auditor"]
ROLES: tuple[Role, ...] = ("submitter", "analyst", "admin", "auditor")
"""submitter < analyst < admin; an auditor reads all and changes nothing."""

RESERVED = ("system", "refresh", "lists", "local-admin", "anonymous")
"""Actors in the audit trail that are no person with an account."""

SESSION_FOR = timedelta(hours=12)
_NAME = re.compile(r"[A-Za-z0-9._@-]{1,64}")
_SCRYPT = {"n": 2**14, "r": 8, "p": 1}
_MIN_PASSWORD = 12


@dataclass(frozen=True, slots=True)
class User:
    """Whoever acts."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Session:
    """A login at the desk; `csrf` must come with every change."""

    user: User
    csrf: str


def add_user(tx: Transaction, name: str, role: str, *, password: str | None, now: datetime) -> User:
    """Make a user. Raises InputError for a name or role that does not fit, ConflictError for a name taken."""
    if not _NAME.fullmatch(name):
        raise InputError(f"name: {name!r} does not fit; use 1 to 64 letters, digits and . _ @ -")
    if role not in ROLES:
        raise InputError(f"role: {role!r} is none of {', '.join(ROLES)}")
    if name.lower() in RESERVED:
        raise InputError(f"name: {name!r} is the name of what the service does by itself; choose another")
    if any_user_named(tx, name):
        raise ConflictError(f"a user {name!r} exists already")
    hashed = None if password is None else _hash_password(password)
    tx.execute(users.insert(), {"name": name, "role": role, "password": hashed, "created_at": micros(now)})
    return User(name, role)


def find_user(tx: Transaction, name: str) -> User:
    """An enabled user. Raises NotFoundError."""
    row = tx.execute(select(users).where(users.c.name == name, users.c.disabled_at.is_(None))).first()
    if row is None:
        raise NotFoundError(f"there is no user {name!r}")
    return User(row.name, row.role)


def loads(tx: Transaction, names: Collection[str]) -> dict[str, int]:
    """Open alerts of each of some people who may decide; those who are locked out or may not are left out."""
    able = select(users.c.name).where(
        users.c.name.in_(list(names)), users.c.role.in_(("analyst", "admin")), users.c.disabled_at.is_(None)
    )
    found = {str(row[0]): 0 for row in tx.execute(able)}
    waiting = ("new", "reopened", "in_review", "escalated", "snoozed")
    query = select(alerts.c.assignee, func.count()).where(
        alerts.c.assignee.in_(list(found)), alerts.c.state.in_(waiting)
    )
    return {**found, **{str(row[0]): int(row[1]) for row in tx.execute(query.group_by(alerts.c.assignee))}}


def any_user_named(tx: Transaction, name: str) -> bool:
    """Whether somebody has this name, locked out or not."""
    return tx.execute(select(users.c.name).where(users.c.name == name)).first() is not None


def any_user(tx: Transaction) -> bool:
    """Whether anybody has been given an account."""
    return tx.execute(select(users.c.name).limit(1)).first() is not None


def list_users(tx: Transaction) -> list[dict[str, Any]]:
    """All users, as JSON."""
    rows = tx.execute(select(users).order_by(users.c.name))
    return [
        {"name": row.name, "role": row.role, "created_at": iso(row.created_at), "disabled": row.disabled_at is not None}
        for row in rows
    ]


def disable_user(tx: Transaction, name: str, *, now: datetime) -> None:
    """Lock a user out, with all keys and sessions. Raises NotFoundError."""
    find_user(tx, name)
    tx.execute(users.update().where(users.c.name == name).values(disabled_at=micros(now)))
    tx.execute(delete(sessions).where(sessions.c.user == name))


def add_key(tx: Transaction, name: str, *, days: int | None, now: datetime) -> str:
    """Make a key for a user and return it, `fs_<id>_<secret>`; it cannot be shown again."""
    find_user(tx, name)
    key_id, secret = secrets.token_hex(4), secrets.token_hex(24)
    expires_at = None if days is None else micros(now + timedelta(days=days))
    row = {"id": key_id, "user": name, "hash": _digest(secret), "created_at": micros(now), "expires_at": expires_at}
    tx.execute(keys.insert(), row)
    return f"fs_{key_id}_{secret}"


def list_keys(tx: Transaction) -> list[dict[str, Any]]:
    """All keys without their secrets, as JSON."""
    rows = tx.execute(select(keys).order_by(keys.c.created_at, keys.c.id))
    return [
        {
            "id": row.id,
            "user": row.user,
            "created_at": iso(row.created_at),
            "expires_at": None if row.expires_at is None else iso(row.expires_at),
            "revoked": row.revoked_at is not None,
        }
        for row in rows
    ]


def revoke_key(tx: Transaction, key_id: str, *, now: datetime) -> None:
    """Make a key worthless. Raises NotFoundError."""
    changed = tx.execute(keys.update().where(keys.c.id == key_id).values(revoked_at=micros(now)))
    if changed.rowcount == 0:
        raise NotFoundError(f"there is no key {key_id!r}")


def user_of_key(tx: Transaction, key: str, *, now: datetime) -> User | None:
    """Whose key it is; None for a key that is unknown, wrong, expired or revoked."""
    parts = key.split("_")
    if len(parts) != 3 or parts[0] != "fs":
        return None
    query = select(keys.c.hash, keys.c.expires_at, keys.c.revoked_at, users.c.name, users.c.role, users.c.disabled_at)
    row = tx.execute(query.join(users, users.c.name == keys.c.user).where(keys.c.id == parts[1])).first()
    if row is None or not hmac.compare_digest(row.hash, _digest(parts[2])):
        return None
    expired = row.expires_at is not None and row.expires_at <= micros(now)
    return None if expired or row.revoked_at is not None or row.disabled_at is not None else User(row.name, row.role)


def log_in(tx: Transaction, name: str, password: str, *, now: datetime) -> tuple[str, Session] | None:
    """A new session's cookie and the session; None for a wrong name or password."""
    row = tx.execute(select(users).where(users.c.name == name, users.c.disabled_at.is_(None))).first()
    kept = row.password if row is not None and row.password is not None else _NOBODY
    if not _is_password(password, kept) or row is None:
        return None
    cookie, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
    expires_at = micros(now + SESSION_FOR)
    tx.execute(sessions.insert(), {"hash": _digest(cookie), "user": name, "csrf": csrf, "expires_at": expires_at})
    return cookie, Session(User(row.name, row.role), csrf)


def session_of(tx: Transaction, cookie: str, *, now: datetime) -> Session | None:
    """The session of a cookie; None when it is unknown or over."""
    query = select(sessions.c.csrf, sessions.c.expires_at, users.c.name, users.c.role, users.c.disabled_at)
    query = query.join(users, users.c.name == sessions.c.user).where(sessions.c.hash == _digest(cookie))
    row = tx.execute(query).first()
    if row is None or row.expires_at <= micros(now) or row.disabled_at is not None:
        return None
    return Session(User(row.name, row.role), row.csrf)


def forget_sessions(tx: Transaction, *, now: datetime) -> None:
    """Forget sessions that are over."""
    tx.execute(delete(sessions).where(sessions.c.expires_at <= micros(now)))


def log_out(tx: Transaction, cookie: str) -> None:
    """End a session."""
    tx.execute(delete(sessions).where(sessions.c.hash == _digest(cookie)))


def _digest(secret: str) -> str:
    """Keys and cookies have 192 random bits or more, so a plain hash cannot be guessed back."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _hash_password(password: str) -> str:
    """scrypt with a salt of its own."""
    if len(password) < _MIN_PASSWORD:
        raise InputError(f"password: use at least {_MIN_PASSWORD} characters")
    salt = secrets.token_bytes(16)
    return f"{salt.hex()}${hashlib.scrypt(password.encode(), salt=salt, **_SCRYPT).hex()}"


def _is_password(password: str, kept: str) -> bool:
    """Whether a password is the kept one; takes as long for a user that does not exist."""
    salt, _, digest = kept.partition("$")
    found = hashlib.scrypt(password.encode(), salt=bytes.fromhex(salt), **_SCRYPT).hex()
    return hmac.compare_digest(found, digest)


_NOBODY = f"{'00' * 16}${'00' * 64}"
