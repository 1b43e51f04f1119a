"""Single entries of the lists in use."""

from __future__ import annotations

from service.errors import NotFoundError
from service.model.entity import Entity
from service.model.party import SameParty
from service.screening.screener import Screener
from service.wiring import Service


def find_entry(service: Service, entity_id: str) -> Entity:
    """An entry of the lists in use, delisted ones included. Raises NotFoundError."""
    for watchlist in getattr(service.screener.snapshot, "watchlists", ()):
        for entity in watchlist.entities:
            if entity.id == entity_id:
                found: Entity = entity
                return found
    raise NotFoundError(f"no entry {entity_id!r} is on the lists in use")


def parties_of(service: Service, entity_id: str) -> tuple[SameParty, ...]:
    """The party of an entry that stands on several lists; nothing for one that does not."""
    return service.screener.parties.of([entity_id]) if isinstance(service.screener, Screener) else ()
