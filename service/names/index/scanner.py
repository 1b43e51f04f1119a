"""The index at work: a text in, places with possible names out."""

from __future__ import annotations

import threading

import numpy as np

from service.names.index.jit import quiet
from service.names.index.kernels.scan import scan_text
from service.names.index.tables import Scratch, Tables, Words, new_scratch, new_words

MOST_HITS = 20_000
"""Rows of one text; what goes beyond is left out and said so."""


class Scanner:
    """Scans texts with one index; may be used by many threads at once."""

    __slots__ = ("_local", "tables")

    def __init__(self, tables: Tables) -> None:
        """Take an index; caches are made by thread."""
        self.tables = tables
        self._local = threading.local()

    def _room(self, words: int) -> tuple[Scratch, Words]:
        """This thread's memory, with room for so many words."""
        local = self._local
        if getattr(local, "scratch", None) is None:
            local.scratch, local.words = new_scratch(), new_words(1024)
        if len(local.words.start) < words:
            local.words = new_words(words)
        return local.scratch, local.words

    def scan(self, fold: str, norm: str) -> tuple[list[tuple[int, int, int]], bool]:
        """Rows (start, end, group) in characters, and whether everything was looked at."""
        cased = np.frombuffer(norm.encode("utf-32-le", "replace"), dtype=np.uint32)
        # The tables of letters take either case; only what is not ASCII has more to fold.
        codes = cased if norm.isascii() else np.frombuffer(fold.encode("utf-32-le", "replace"), dtype=np.uint32)
        hits = np.empty((min(MOST_HITS, 256 + len(codes)), 3), dtype=np.int32)
        scratch, words = self._room(len(codes) // 2 + 2)
        with quiet():
            count, complete = scan_text(self.tables, scratch, words, codes, cased, hits)
        return [(start, end, group) for start, end, group in hits[:count].tolist()], bool(complete)

    def names(self, group: int) -> list[int]:
        """The numbers of the names of a group."""
        start, end = self.tables.name_start[group], self.tables.name_start[group + 1]
        found: list[int] = self.tables.name_id[start:end].tolist()
        return found
