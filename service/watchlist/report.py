"""What an import brought: counts that a person can hold against the publisher's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from service.model.entity import Watchlist
from service.watchlist.guard import damaged_names


def describe(watchlist: Watchlist) -> dict[str, object]:
    """The import report as JSON: entries, names by kind, quality and script, identifiers, names that
    look badly encoded in the file itself, rows that were not read."""
    entities = watchlist.entities
    names = [name for entity in entities for name in entity.names]
    return {
        "list": watchlist.name,
        "title": watchlist.title,
        "publisher": watchlist.publisher,
        "list_date": watchlist.list_date,
        "version": watchlist.version,
        "sha256": watchlist.sha256,
        "source": watchlist.source,
        "custom": watchlist.custom,
        "entities": len(entities),
        "by_schema": _counted(entity.schema for entity in entities),
        "names": len(names),
        "by_kind": _counted(name.kind for name in names),
        "by_quality": _counted(name.quality for name in names),
        "by_script": _counted(name.script for name in names),
        "identifiers": sum(len(entity.identifiers) for entity in entities),
        "by_identifier": _counted(item.kind for entity in entities for item in entity.identifiers),
        "by_programme": _counted(programme for entity in entities for programme in entity.programmes),
        "without_country": sum(not entity.countries for entity in entities),
        "with_birth_date": sum(bool(entity.birth_dates) for entity in entities),
        "damaged": damaged_names(watchlist),
        "unread": list(watchlist.unread),
    }


def _counted(values: Iterable[str]) -> dict[str, int]:
    """How often each value stands there, the commonest first, ties by name."""
    return dict(sorted(Counter(values).items(), key=lambda item: (-item[1], item[0])))
