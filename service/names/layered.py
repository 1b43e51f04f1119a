"""A list changes by some names: how are they live at once? A small index beside the large one, which stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from service.model.entity import Watchlist
from service.names.candidates import CandidateSource, Proposals
from service.names.changes import compare
from service.names.index.source import CompiledSource
from service.names.index.tables import Array, Tables
from service.names.roster import Entry, NameIndex, index_input, listed_entries
from service.text.document import Document

MOST_BESIDE = 5_000
"""Names in the small index; beyond them all names are indexed anew."""


@dataclass(frozen=True, slots=True)
class LayeredSource:
    """What two indexes propose, without the names of the first that are gone; no state, no lock."""

    base: CandidateSource
    beside: CandidateSource
    gone: bytes
    """1 for each name of the base that is gone; numbers of the second begin behind them."""

    def candidates(self, document: Document) -> Proposals:
        """`(start, end, name_id)` in `document.norm`, from both."""
        one, two = self.base.candidates(document), self.beside.candidates(document)
        gone, first = self.gone, len(self.gone)
        rows = [row for row in one.rows if not gone[row[2]]]
        rows += [(start, end, name_id + first) for start, end, name_id in two.rows]
        return Proposals(tuple(rows), one.complete and two.complete)


def change_names(index: NameIndex, watchlists: Sequence[Watchlist]) -> NameIndex | None:
    """The index of other lists, made of the names in which they differ and of the base of `index`, which is shared.

    None where all names should be indexed anew: more than MOST_BESIDE would stand beside the base, or an id is there
    twice. Entries that are the same objects as before are the quickest to compare.
    """
    from service.names.index.layers import dependents

    base = index.base or index
    held = base.held
    if base.ground is None or held is None:
        return None
    changes = compare(held, tuple(chain.from_iterable(watchlist.entities for watchlist in watchlists)))
    if changes is None:
        return None
    fresh = changes.fresh.values()
    if sum(len(base.by_entity.get(id_, ())) for id_ in changes.left) + len(listed_entries(fresh)) > 2 * MOST_BESIDE:
        return None
    new = index_input(listed_entries(fresh))
    gone = np.zeros(len(base.entries), dtype=bool)
    _mark(base, gone, changes.left)
    found, tables = dependents(base.ground, gone, _kept(base, gone, new[0]), *new)
    if not _spread(base, gone, found):
        return None
    moved = {base.entries[name_id][0].id for name_id in np.flatnonzero(gone).tolist()}
    return _beside(base, tables, gone, listed_entries(changes.in_order(held, moved)))


def _kept(base: NameIndex, gone: Array, names: Sequence[str]) -> Array:
    """Which of the names that are gone are among these."""
    place, known = np.flatnonzero(gone), set(names)
    kept = np.zeros(len(gone), dtype=bool)
    kept[place] = [name in known for name in index_input([base.entries[name_id] for name_id in place.tolist()])[0]]
    return kept


def _spread(base: NameIndex, gone: Array, found: Array) -> bool:
    """Mark the entries of the names found and of all names of the same words; False where they are too many."""
    from service.names.index.layers import with_same_words

    while base.ground is not None and len(found) <= 2 * MOST_BESIDE:
        before = int(gone.sum())
        _mark(base, gone, {base.entries[name_id][0].id for name_id in found.tolist()})
        if int(gone.sum()) == before:
            return True
        found = with_same_words(base.ground, gone)
    return False


def _mark(base: NameIndex, gone: Array, entity_ids: Iterable[str]) -> None:
    """Mark all names of some entries."""
    for entity_id in entity_ids:
        gone[list(base.by_entity.get(entity_id, ()))] = True


def _beside(base: NameIndex, tables: Tables, gone: Array, entries: tuple[Entry, ...]) -> NameIndex | None:
    """The base without what is gone, in its tables as they weigh now, and an index of some entries beside it."""
    from service.names.index.build import build_tables
    from service.names.index.layers import words_before

    if base.ground is None or len(entries) > MOST_BESIDE:
        return None

    def spell(name_ids: Array) -> list[str]:
        return index_input([base.entries[name_id] for name_id in name_ids.tolist()])[0]

    small = build_tables(*index_input(entries), before=words_before(base.ground, gone, spell))
    marks = gone.tobytes()
    source = LayeredSource(CompiledSource(tables), CompiledSource(small), marks)
    return NameIndex(base.entries + entries, source, base, marks)
