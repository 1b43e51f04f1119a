"""Identifiers that sort by the time they were made (ULID: 48 bits of milliseconds, 80 random bits)."""

from __future__ import annotations

import secrets
from datetime import datetime

from service.store.times import micros

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U, so that an id survives being read out."""


def new_id(now: datetime) -> str:
    """A fresh identifier of 26 characters; later ones sort after earlier ones to the millisecond."""
    number = (micros(now) // 1000 & (1 << 48) - 1) << 80 | secrets.randbits(80)
    return "".join(_ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
