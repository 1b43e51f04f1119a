"""All names of all loaded lists, numbered, with what finds candidates among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from service.model.article import Article
from service.model.entity import Entity, Name, Watchlist
from service.names.bracketed import bare_name
from service.names.candidates import CandidateSource, Narrowed
from service.names.changes import Held
from service.names.identifiers import collect_identifiers
from service.names.index.source import CompiledSource
from service.names.letters import plain, sound
from service.names.originals import Originals
from service.names.prepare import PreparedName, prepare
from service.text.document import read

if TYPE_CHECKING:
    from service.names.index.layers import Ground

Entry = tuple[Entity, Name]
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class NameIndex:
    """All names of some lists, ready to be found; `entries[name_id]` is the entity and its name."""

    entries: tuple[Entry, ...]
    source: CandidateSource
    base: NameIndex | None = None
    """The index of older lists that this one shares; its numbers of names come first."""
    gone: bytes = b""
    """1 for each name of the base that is not in force here; it is in `entries` and never found."""

    @property
    def own(self) -> Iterator[tuple[int, Entry]]:
        """The numbered names that are not the base's."""
        return enumerate(self.entries[len(self.gone) :], start=len(self.gone))

    @cached_property
    def lost(self) -> dict[int, Entry]:
        """The numbered names of the base that are gone."""
        found, place = {}, self.gone.find(1)
        while place >= 0:
            found[place] = self.entries[place]
            place = self.gone.find(1, place + 1)
        return found

    @cached_property
    def ground(self) -> Ground | None:
        """What an index beside this one must know of its words; None where its source is not one compiled index."""
        from service.names.index.layers import survey

        return survey(self.source.tables) if isinstance(self.source, CompiledSource) else None

    def prepared(self, name_id: int) -> PreparedName:
        """A listed name, ready for comparison."""
        entity, name = self.entries[name_id]
        return prepare(name.text, entity.schema)

    def prepare_change(self) -> None:
        """Compute now what the first change of a list needs, so that it is live the sooner."""
        base = self.base or self
        _ = base.ground, base.held, base.by_entity

    @cached_property
    def held(self) -> Held | None:
        """Its own entities, to compare others with; None where two have the same id."""
        entities = tuple(_entities(entry for _, entry in self.own))
        place = {entity.id: number for number, entity in enumerate(entities)}
        return Held(entities, place) if len(place) == len(entities) else None

    @cached_property
    def by_word(self) -> dict[str, tuple[int, ...]]:
        """Each word of the listed names, as it sounds, with the numbers of the names that have it."""
        if self.base is None:
            return _by_word(self.own)
        return _patched(self.base.by_word, _by_word(self.lost.items()), _by_word(self.own))

    def near(self, name: str) -> set[int]:
        """Numbers of the names that the index proposes for a name by itself, misspelt words included."""
        if not name.strip():
            return set()
        return {name_id for _, _, name_id in self.source.candidates(read(Article(name)))}

    @cached_property
    def lists(self) -> tuple[str, ...]:
        """The short names of the lists."""
        in_force = {entity.list for _, (entity, _) in self.own}
        for (entity, _), gone in zip(self.entries, self.gone, strict=False):
            if not gone:
                in_force.add(entity.list)
        return tuple(sorted(in_force))

    @cached_property
    def originals(self) -> Originals:
        """The names in their original script; made when the first text in such a script comes."""
        return Originals(name for _, name in self.entries)

    @cached_property
    def identifiers(self) -> dict[tuple[str, str], tuple[Entity, ...]]:
        """The numbers of all entities: (kind, value) -> holders."""
        own = collect_identifiers(_entities(entry for _, entry in self.own))
        if self.base is None:
            return own
        return _patched(self.base.identifiers, collect_identifiers(_entities(self.lost.values())), own)

    @cached_property
    def by_entity(self) -> dict[str, tuple[int, ...]]:
        """The name numbers of each entity."""
        if self.base is None:
            return _by_entity(self.own)
        return _patched(self.base.by_entity, _by_entity(self.lost.items()), _by_entity(self.own))


def _by_word(names: Iterable[tuple[int, Entry]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for name_id, (_, name) in names:
        for word in {sound(word) for word in plain(name.text).split()}:
            found.setdefault(word, []).append(name_id)
    return {word: tuple(ids) for word, ids in found.items()}


def _by_entity(names: Iterable[tuple[int, Entry]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for name_id, (entity, _) in names:
        found.setdefault(entity.id, []).append(name_id)
    return {entity_id: tuple(ids) for entity_id, ids in found.items()}


def _entities(entries: Iterable[Entry]) -> Iterable[Entity]:
    return {id(entity): entity for entity, _ in entries}.values()


def _patched(
    base: Mapping[K, tuple[V, ...]], lost: Mapping[K, tuple[V, ...]], new: Mapping[K, tuple[V, ...]]
) -> dict[K, tuple[V, ...]]:
    """A table of values without those that are lost and with new ones behind the rest."""
    merged = dict(base)
    for key, values in lost.items():
        rest = tuple(value for value in merged[key] if value not in values)
        if rest:
            merged[key] = rest
        else:
            del merged[key]
    for key, values in new.items():
        merged[key] = (*merged.get(key, ()), *values)
    return merged


def listed_entries(entities: Iterable[Entity]) -> tuple[Entry, ...]:
    """The names of some entities, delisted ones left out."""
    return tuple(
        (entity, name)
        for entity in entities
        if entity.delisted_on is None
        for name in entity.names
        if name.text.strip()
    )


def index_input(entries: Sequence[Entry]) -> tuple[list[str], list[bool]]:
    """Names as they are compiled, and which are a person's."""
    persons = [entity.schema in ("Person", "LegalEntity") for entity, _ in entries]
    return [" ".join(bare_name(name.text).split()) for _, name in entries], persons


def narrow(index: NameIndex, watchlist: Watchlist) -> NameIndex:
    """An index of some entries of a larger one, in which they are found as they are there.

    An index of its own would weigh their words as among these few names, and find some that are not found there, and
    miss others. Entries that the larger index does not have are not found at all.
    """
    entries = listed_entries(watchlist.entities)
    here = {(entity.id, name.text): number for number, (entity, name) in enumerate(entries)}
    numbers = {
        number: here[entity.id, name.text]
        for number, (entity, name) in enumerate(index.entries)
        if (entity.id, name.text) in here and index.gone[number : number + 1] != b"\x01"
    }
    return NameIndex(entries, Narrowed(index.source, numbers))


def build_index(watchlists: Iterable[Watchlist], *, folder: Path | None = None) -> NameIndex:
    """Index all names of all entities; delisted entries are left out.

    The compiled index is kept in `folder` and taken from there the next time; without one it is built in memory.
    """
    entries = listed_entries(entity for watchlist in watchlists for entity in watchlist.entities)
    return NameIndex(entries, CompiledSource.build(*index_input(entries), folder=folder))
