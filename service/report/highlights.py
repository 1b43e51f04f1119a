"""Which words of which article are marked, collected while a dossier is put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from service.report.marks import KIND_NAMES, Kind, Mark, Note

Json = Mapping[str, Any]
Place = tuple[str, str, int, int]
"""Article id, field, start, end."""


@dataclass(frozen=True, slots=True)
class Words:
    """Quoted words and the anchor under which they stand in the article; `target` is empty where none is shown."""

    text: str
    target: str


@dataclass(slots=True)
class Highlights:
    """Collects marks: the same words marked for several reasons become one mark with all of them."""

    article_ids: tuple[str, ...]
    _kinds: dict[Place, set[Kind]] = field(default_factory=dict)
    _notes: dict[Place, set[Note]] = field(default_factory=dict)
    _anchors: dict[Place, str] = field(default_factory=dict)

    def add(self, span: Json, kind: Kind, note: Note | None = None) -> Words:
        """Mark a span (`article_id` is the first article's where it is absent) and say where it can be found."""
        article = str(span.get("article_id") or self.article_ids[0])
        if article not in self.article_ids:
            return Words(str(span["text"]), "")
        place = (article, str(span["field"]), int(span["start"]), int(span["end"]))
        self._kinds.setdefault(place, set()).add(_kind_of(span, kind))
        if note is not None:
            self._notes.setdefault(place, set()).add(note)
        anchor = self._anchors.setdefault(place, f"w-{len(self._anchors) + 1}")
        return Words(str(span["text"]), anchor)

    def marks(self, article_id: str, field_name: str) -> list[Mark]:
        """The marks of one field of one article; that words count for a factor is left unsaid where more is said."""
        order = list(KIND_NAMES)
        return [
            Mark(
                start=place[2],
                end=place[3],
                kinds=tuple(sorted(kinds - {"words"} or kinds, key=order.index)),
                anchor=self._anchors[place],
                notes=tuple(sorted(self._notes.get(place, ()))),
            )
            for place, kinds in self._kinds.items()
            if place[:2] == (article_id, field_name)
        ]

    def kinds(self) -> list[Kind]:
        """The kinds in use, in the order of the legend."""
        used = {kind for kinds in self._kinds.values() for kind in kinds - {"words"} or kinds}
        return [kind for kind in KIND_NAMES if kind in used]


def _kind_of(span: Json, kind: Kind) -> Kind:
    """A span that names its concept is marked as a place or a date where it is one."""
    concept = str(span.get("concept") or "")
    if concept.startswith("place"):
        return "place"
    return "date" if concept.startswith("date") else kind
