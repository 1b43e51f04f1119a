"""What changed between two versions of a list, field by field, in words."""

from __future__ import annotations

from dataclasses import dataclass

from service.model.entity import Entity, Identifier, Name, Watchlist

_FIELDS = {
    "schema": "type", "names": "names", "programmes": "programmes", "topics": "topics", "countries": "countries",
    "nationalities": "nationalities", "birth_dates": "dates of birth", "birth_places": "places of birth",
    "gender": "gender", "positions": "positions", "identifiers": "identifiers", "addresses": "addresses",
    "listed_on": "listing date", "delisted_on": "delisting date", "linked": "links",
}  # fmt: skip
"""Field -> what readers call it. The id and the list's name cannot change."""


_UNUSED = {"birth_places", "addresses", "listed_on", "delisted_on", "linked"}
"""Fields that are shown, and that no match, rule or party goes by."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What came to a field and what went from it, as words."""

    field: str
    added: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """`names: added "A" (alias), removed "B" (weak alias)`."""
        parts = [f"added {text}" for text in self.added] + [f"removed {text}" for text in self.removed]
        return f"{_FIELDS[self.field]}: {', '.join(parts)}"

    def as_dict(self) -> dict[str, object]:
        """The change as JSON."""
        return {
            "field": self.field,
            "label": _FIELDS[self.field],
            "added": list(self.added),
            "removed": list(self.removed),
            "sentence": self.sentence,
        }


@dataclass(frozen=True, slots=True)
class EntityChange:
    """An entry that is in both versions and not the same."""

    before: Entity
    after: Entity
    changes: tuple[FieldChange, ...]

    @property
    def matters(self) -> bool:
        """Whether articles may be judged otherwise now: stored ones are screened again for such entries."""
        return any(change.field not in _UNUSED for change in self.changes)

    def as_dict(self) -> dict[str, object]:
        """The change as JSON."""
        return {
            "entity_id": self.after.id,
            "primary_name": self.after.primary_name,
            "changes": [change.as_dict() for change in self.changes],
        }


@dataclass(frozen=True, slots=True)
class ListDiff:
    """Entries by what became of them, in the order of the file that has them."""

    before: str
    """Version compared from; `after` likewise to."""
    after: str
    added: tuple[Entity, ...]
    changed: tuple[EntityChange, ...]
    removed: tuple[Entity, ...]

    def as_dict(self) -> dict[str, object]:
        """The difference as JSON, with its counts."""
        return {
            "before": self.before,
            "after": self.after,
            "counts": {"added": len(self.added), "changed": len(self.changed), "removed": len(self.removed)},
            "added": [_entry(entity) for entity in self.added],
            "changed": [change.as_dict() for change in self.changed],
            "removed": [_entry(entity) for entity in self.removed],
        }


def compare_versions(before: Watchlist, after: Watchlist) -> ListDiff:
    """Added, changed and removed entries. An entry is the same when its id is; the order of values does not count."""
    old = {entity.id: entity for entity in before.entities}
    new = {entity.id: entity for entity in after.entities}
    changed = []
    for id_, entity in new.items():
        earlier = old.get(id_)
        if earlier is not None and earlier != entity and (changes := _changes(earlier, entity)):
            changed.append(EntityChange(earlier, entity, changes))
    return ListDiff(
        before=before.version,
        after=after.version,
        added=tuple(entity for id_, entity in new.items() if id_ not in old),
        changed=tuple(changed),
        removed=tuple(entity for id_, entity in old.items() if id_ not in new),
    )


def _changes(before: Entity, after: Entity) -> tuple[FieldChange, ...]:
    """The fields in which two entries differ."""
    changes = []
    for field in _FIELDS:
        old, new = _words(getattr(before, field)), _words(getattr(after, field))
        added = tuple(text for text in new if text not in old)
        removed = tuple(text for text in old if text not in new)
        if added or removed:
            changes.append(FieldChange(field, added, removed))
    return tuple(changes)


def _words(value: object) -> dict[str, None]:
    """The values of a field as readable words."""
    if value is None:
        return {}
    return dict.fromkeys(map(_word, value if isinstance(value, tuple) else (value,)))


def _word(value: object) -> str:
    """One value: a name with its kind, an identifier with kind and country, a text in quotes."""
    if isinstance(value, Name):
        return f'"{value.text}" ({value.kind})'
    if isinstance(value, Identifier):
        return f"{value.kind} {value.value}" + (f" ({value.country})" if value.country else "")
    return f'"{value}"'


def _entry(entity: Entity) -> dict[str, object]:
    """Enough of an entry to know it by."""
    return {
        "entity_id": entity.id,
        "primary_name": entity.primary_name,
        "schema": entity.schema,
        "programmes": list(entity.programmes),
        "listed_on": entity.listed_on,
    }
