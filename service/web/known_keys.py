"""Whose key was it? Answered for some minutes while the store is away, so that screening goes on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

from service.store.people import User

_SECONDS = 300
"""So long a key counts that the store knew: one that is revoked meanwhile counts no longer than this."""
_MOST = 10_000
"""Keys that are remembered."""


@dataclass(slots=True)
class KnownKeys:
    """Hashes of keys with their holders and the time at which the store last knew them."""

    seen: dict[str, tuple[User, datetime]] = field(default_factory=dict)

    def note(self, key: str, user: User | None, *, now: datetime) -> None:
        """What the store said of a key."""
        name = _hash(key)
        self.seen.pop(name, None)
        if user is not None:
            if len(self.seen) >= _MOST:
                self.seen.clear()
            self.seen[name] = user, now

    def recall(self, key: str, *, now: datetime) -> User | None:
        """The holder, if the store knew the key a short while ago."""
        user, at = self.seen.get(_hash(key), (None, now))
        return user if 0 <= (now - at).total_seconds() <= _SECONDS else None


def _hash(key: str) -> str:
    """A key under which nobody finds the key itself."""
    return hashlib.sha256(key.encode()).hexdigest()
