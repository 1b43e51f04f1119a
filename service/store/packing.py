"""Documents as they are kept: JSON or text, packed with zlib."""

from __future__ import annotations

import zlib
from typing import Any

import orjson

_LEVEL = 1
"""Fast: at intake packing must cost less than the commit; level 6 saves a tenth of the space for twice the time."""


def pack_text(text: str) -> bytes:
    """Text as kept."""
    return zlib.compress(text.encode(), _LEVEL)


def unpack_text(packed: bytes) -> str:
    """Kept text."""
    return zlib.decompress(packed).decode()


def pack_bytes(content: bytes) -> bytes:
    """Bytes as kept; for what is written once and read seldom, so packed harder."""
    return zlib.compress(content, 6)


def unpack_bytes(packed: bytes) -> bytes:
    """Kept bytes."""
    return zlib.decompress(packed)


def pack_json(document: dict[str, Any]) -> bytes:
    """A JSON document as kept."""
    return zlib.compress(orjson.dumps(document), _LEVEL)


def unpack_json(packed: bytes) -> dict[str, Any]:
    """A kept JSON document."""
    document: dict[str, Any] = orjson.loads(zlib.decompress(packed))
    return document
