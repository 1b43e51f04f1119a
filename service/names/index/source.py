"""The index as a source of candidates for an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from service.names.index.shelf import load_index
from service.names.index.tables import Tables
from service.text.document import Document


class CompiledSource:
    """Proposes listed names for places in an article; numbers of names are places in the sequence it was built from."""

    __slots__ = ("_scanner",)

    def __init__(self, tables: Tables) -> None:
        """Take an index. Only here are the kernels loaded: importing this module is cheap."""
        from service.names.index.scanner import Scanner

        self._scanner = Scanner(tables)

    @classmethod
    def build(cls, names: Sequence[str], persons: Sequence[bool], *, folder: Path | None = None) -> CompiledSource:
        """Build from names, or take the built index from `folder`; `persons[i]` says that the i-th is a person's."""
        return cls(load_index(names, persons, folder))

    def candidates(self, document: Document) -> Iterator[tuple[int, int, int]]:
        """`(start, end, name_id)` in `document.norm`; spellings of one name at one place are given once."""
        rows, _ = self._scanner.scan(document.fold, document.norm)
        seen = set()
        for start, end, group in rows:
            for name_id in self._scanner.names(group):
                if (start, end, name_id) not in seen:
                    seen.add((start, end, name_id))
                    yield start, end, name_id
