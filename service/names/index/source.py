"""The index as a source of candidates for an article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from service.names.candidates import Proposals
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

    @property
    def tables(self) -> Tables:
        """The index."""
        return self._scanner.tables

    def candidates(self, document: Document) -> Proposals:
        """`(start, end, name_id)` in `document.norm`; spellings of one name at one place are given once."""
        rows, complete = self._scanner.scan(document.fold, document.norm)
        found = dict.fromkeys(
            (start, end, name_id) for start, end, group in rows for name_id in self._scanner.names(group)
        )
        return Proposals(tuple(found), complete)
