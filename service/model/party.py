"""One party, many lists: entries of different lists that are the same party, each keeping its own facts."""

from __future__ import annotations

from dataclasses import dataclass

from service.model.entity import Entity


@dataclass(frozen=True, slots=True)
class Link:
    """Two entries, by id, and why they are the same party."""

    first: str
    second: str
    kind: str
    """reference, identifier, name and date of birth, or name and country."""
    reason: str

    def as_dict(self) -> dict[str, str]:
        """The link as JSON."""
        return {"first": self.first, "second": self.second, "kind": self.kind, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class SameParty:
    """The entries of one party, in the order of the lists, at most one per list; at least two."""

    entries: tuple[Entity, ...]
    links: tuple[Link, ...]

    def as_dict(self) -> dict[str, object]:
        """The party as JSON."""
        return {
            "entries": [listing(entity) for entity in self.entries],
            "links": [link.as_dict() for link in self.links],
        }


def listing(entity: Entity) -> dict[str, object]:
    """What identifies an entry of a list, as JSON."""
    return {
        "entity_id": entity.id,
        "list": entity.list,
        "schema": entity.schema,
        "primary_name": entity.primary_name,
        "programmes": list(entity.programmes),
        "listed_on": entity.listed_on,
        "source_ref": entity.source_ref,
    }
