"""All names of all loaded lists, numbered, with what finds candidates among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from service.model.entity import Entity, Name, Watchlist
from service.names.candidates import CandidateSource
from service.names.identifiers import collect_identifiers
from service.names.index.source import CompiledSource
from service.names.prepare import PreparedName, bare_name, prepare


@dataclass(frozen=True)
class NameIndex:
    """All names of some lists, ready to be found; `entries[name_id]` is the entity and its name."""

    entries: tuple[tuple[Entity, Name], ...]
    source: CandidateSource

    def prepared(self, name_id: int) -> PreparedName:
        """A listed name, ready for comparison."""
        entity, name = self.entries[name_id]
        return prepare(name.text, entity.schema)

    @cached_property
    def identifiers(self) -> dict[tuple[str, str], tuple[Entity, ...]]:
        """The numbers of all entities: (kind, value) -> holders."""
        return collect_identifiers(dict.fromkeys(entity for entity, _ in self.entries))

    @cached_property
    def by_entity(self) -> dict[str, tuple[int, ...]]:
        """The name numbers of each entity."""
        found: dict[str, list[int]] = {}
        for name_id, (entity, _) in enumerate(self.entries):
            found.setdefault(entity.id, []).append(name_id)
        return {entity_id: tuple(ids) for entity_id, ids in found.items()}


def build_index(watchlists: Iterable[Watchlist], *, folder: Path | None = None) -> NameIndex:
    """Index all names of all entities; delisted entries are left out.

    The compiled index is kept in `folder` and taken from there the next time; without one it is built in memory.
    """
    entries = tuple(
        (entity, name)
        for watchlist in watchlists
        for entity in watchlist.entities
        if entity.delisted_on is None
        for name in entity.names
        if name.text.strip()
    )
    persons = [entity.schema in ("Person", "LegalEntity") for entity, _ in entries]
    names = [" ".join(bare_name(name.text).split()) for _, name in entries]
    return NameIndex(entries, CompiledSource.build(names, persons, folder=folder))
