"""Under which entries does a party stand on the lists? Told from screenings, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Document = dict[str, Any]


class Listings:
    """The parties of some `screening/1` objects that stand on several lists; the newest screening knows best."""

    def __init__(self, screenings: Iterable[Document]) -> None:
        """Collect the links and the versions of the lists."""
        self._party: dict[str, Document] = {}
        self._versions: dict[str, Document] = {}
        for screening in screenings:
            self._versions.update({row["name"]: row for row in screening["provenance"]["lists"]})
            for party in screening.get("same_party", ()):
                self._party.update({entry["entity_id"]: party for entry in party["entries"]})

    def key(self, entity_id: str) -> str:
        """What all entries of one party have in common: the id of the first of them."""
        party = self._party.get(entity_id)
        return entity_id if party is None else str(party["entries"][0]["entity_id"])

    def of(self, key: str, candidates: Sequence[Document]) -> list[Document]:
        """Every list entry of a party: each with its list's version and date, and why it is taken for this party."""
        named = {one["entity_id"]: one for one in candidates if self.key(one["entity_id"]) == key}
        party = self._party.get(key)
        entries = [_entry(one) for one in named.values()] if party is None else party["entries"]
        links = [] if party is None else party["links"]
        return [self._row(entry, named, links) for entry in entries]

    def _row(self, entry: Document, named: Document, links: Sequence[Document]) -> Document:
        """One entry."""
        version = self._versions.get(entry["list"], {})
        id_ = entry["entity_id"]
        reasons = [
            f"{link['reason']} ({link['second'] if link['first'] == id_ else link['first']})"
            for link in links
            if id_ in (link["first"], link["second"])
        ]
        return {
            **entry,
            "list_version": version.get("version"),
            "list_date": version.get("list_date"),
            "named": id_ in named,
            "linked_by": reasons,
        }


def _entry(candidate: Document) -> Document:
    """A candidate without what the article adds to it."""
    fields = ("entity_id", "list", "schema", "primary_name", "programmes", "listed_on")
    return {**{field: candidate[field] for field in fields}, "source_ref": candidate["entry"].get("source_ref")}
