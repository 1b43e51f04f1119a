"""Single entries of the lists in use."""

from __future__ import annotations

from service.errors import NotFoundError
from service.model.entity import Entity
from service.model.party import SameParty
from service.screening.screener import Screener
from service.wiring import Service


def find_entry(service: Service, entity_id: str) -> Entity:
    """An entry of the lists in use, delisted ones included. Raises NotFoundError."""
    found = service.entries([entity_id]).get(entity_id)
    if found is None:
        raise NotFoundError(f"no entry {entity_id!r} is on the lists in use")
    return found


def parties_of(service: Service, entity_id: str) -> tuple[SameParty, ...]:
    """The party of an entry that stands on several lists; nothing for one that does not."""
    return service.screener.parties.of([entity_id]) if isinstance(service.screener, Screener) else ()
