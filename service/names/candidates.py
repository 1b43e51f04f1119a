"""Which listed names might stand in this article, and where? Cheap and generous; the comparison decides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from service.text.document import Document


class CandidateSource(Protocol):
    """Anything that proposes listed names for places in an article."""

    def candidates(self, document: Document) -> Iterable[tuple[int, int, int]]:
        """`(start, end, name_id)`: a range of `document.norm` that may hold the listed name of that number."""
        ...
