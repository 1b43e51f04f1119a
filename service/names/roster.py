"""All names of all loaded lists, numbered, with what finds candidates among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.candidates import CandidateSource
from service.names.identifiers import collect_identifiers
from service.names.index.source import CompiledSource
from service.names.letters import plain, sound
from service.names.originals import Originals
from service.names.prepare import PreparedName, bare_name, prepare
from service.text.document import read


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
    def by_word(self) -> dict[str, tuple[int, ...]]:
        """Each word of the listed names, as it sounds, with the numbers of the names that have it."""
        found: dict[str, list[int]] = {}
        for name_id, (_, name) in enumerate(self.entries):
            for word in {sound(word) for word in plain(name.text).split()}:
                found.setdefault(word, []).append(name_id)
        return {word: tuple(ids) for word, ids in found.items()}

    def near(self, name: str) -> set[int]:
        """Numbers of the names that the index proposes for a name by itself, misspelt words included."""
        if not name.strip():
            return set()
        return {name_id for _, _, name_id in self.source.candidates(read(Article(name)))}

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The short names of the lists."""
        return tuple(sorted({entity.list for entity, _ in self.entries}))

    @cached_property
    def originals(self) -> Originals:
        """The names in their original script; made when the first text in such a script comes."""
        return Originals(name for _, name in self.entries)

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
