"""The index as a source of candidates for an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from service.names.index.build import build_tables
from service.names.index.scanner import Scanner
from service.text.document import Document


class CompiledSource:
    """Proposes listed names for places in an article; numbers of names are places in the sequence it was built from."""

    __slots__ = ("_scanner",)

    def __init__(self, scanner: Scanner) -> None:
        """Take a scanner."""
        self._scanner = scanner

    @classmethod
    def build(cls, names: Sequence[str], persons: Sequence[bool]) -> CompiledSource:
        """Build from names; `persons[i]` says that the i-th is a person's."""
        return cls(Scanner(build_tables(names, persons)))

    def candidates(self, document: Document) -> Iterator[tuple[int, int, int]]:
        """`(start, end, name_id)` in `document.norm`; spellings of one name at one place are given once."""
        rows, _ = self._scanner.scan(document.fold, document.norm)
        seen = set()
        for start, end, group in rows:
            for name_id in self._scanner.names(group):
                if (start, end, name_id) not in seen:
                    seen.add((start, end, name_id))
                    yield start, end, name_id
