"""A list as it is kept for replay: every field of every entry, byte for byte the same for the same list."""

from __future__ import annotations

from typing import Any

import orjson

from service.errors import ListError
from service.model.entity import Entity, Identifier, Name, Watchlist

FORMAT = "watchlist/1"


def to_bytes(watchlist: Watchlist) -> bytes:
    """The whole list as JSON."""
    return orjson.dumps({"format": FORMAT, "watchlist": watchlist})


def from_bytes(data: bytes) -> Watchlist:
    """The list that `to_bytes` was given. Raises ListError for anything else."""
    try:
        document = orjson.loads(data)
    except ValueError as error:
        raise ListError(f"kept list: damaged ({error}); import the list again") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ListError(f"kept list: not of the format {FORMAT}; import the list again")
    fields = document["watchlist"]
    entities = tuple(_entity(entry) for entry in fields["entities"])
    return Watchlist(**{**fields, "entities": entities, "unread": tuple(fields["unread"])})


def _entity(entry: dict[str, Any]) -> Entity:
    """One entry, its lists as tuples again."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    values["names"] = tuple(Name(**name) for name in entry["names"])
    values["identifiers"] = tuple(Identifier(**identifier) for identifier in entry["identifiers"])
    return Entity(**values)
