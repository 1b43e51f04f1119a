"""Which listed names might stand in this article, and where? Cheap and generous; the comparison decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from service.text.document import Document


@dataclass(frozen=True, slots=True)
class Proposals:
    """`(start, end, name_id)` each: a range of `norm` that may hold the listed name of that number."""

    rows: tuple[tuple[int, int, int], ...]
    complete: bool = True
    """False where the article has more possible places than are kept."""

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """The rows."""
        return iter(self.rows)


class CandidateSource(Protocol):
    """Anything that proposes listed names for places in an article."""

    def candidates(self, document: Document) -> Proposals:
        """Ranges of `document.norm` with the listed names that they may hold, each pair once."""
        ...


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What another source proposes, for some of its names alone: words weigh as among all of them."""

    source: CandidateSource
    numbers: Mapping[int, int]
    """The number of a name there -> its number here."""

    def candidates(self, document: Document) -> Proposals:
        """The rows of these names."""
        found = self.source.candidates(document)
        numbers = self.numbers
        rows = tuple((start, end, numbers[name]) for start, end, name in found if name in numbers)
        return Proposals(rows, found.complete)
