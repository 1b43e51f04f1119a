"""Entries whose rows are gathered by a reference: what is done with is put away small, not kept as a draft."""

from __future__ import annotations

from collections.abc import Callable

from service.model.entity import Entity
from service.watchlist.draft import Draft, thaw


class Shelf:
    """The entries of a list in the order of their first rows.

    A draft weighs three times what its entity does, and most lists have all rows of an entry together: so only the
    entry of the newest row is a draft. One that comes back later stays a draft from then on, so that no order of rows
    makes this slow.
    """

    def __init__(self) -> None:
        """Nothing is on it."""
        self._kept: dict[str, Draft | Entity] = {}
        self._newest = ""

    def draft(self, reference: str, make: Callable[[], Draft]) -> Draft:
        """The draft of an entry, made when it is new."""
        kept = self._kept.get(reference)
        if isinstance(kept, Draft):
            return kept
        if kept is None:
            self._put_away()
            self._newest = reference
        draft = self._kept[reference] = make() if kept is None else thaw(kept)
        return draft

    def entities(self, nameless: list[str] | None = None) -> tuple[Entity, ...]:
        """All entries that have a name; the references of the others are added to `nameless`."""
        for reference, kept in self._kept.items():
            if isinstance(kept, Draft):
                self._kept[reference] = kept.freeze()
        found = [entity for entity in self._kept.values() if isinstance(entity, Entity)]
        if nameless is not None:
            nameless += [reference for reference, entity in zip(self._kept, found, strict=True) if not entity.names]
        return tuple(entity for entity in found if entity.names)

    def _put_away(self) -> None:
        """Freeze the newest entry, unless it came back and stays a draft."""
        newest = self._kept.get(self._newest)
        if isinstance(newest, Draft):
            self._kept[self._newest] = newest.freeze()
