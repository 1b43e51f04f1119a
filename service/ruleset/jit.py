"""How are the kernels of the term scan compiled? Imported only where an article is scanned."""

from __future__ import annotations

from pathlib import Path

from service.jit import CODES, JIT_OFF, inlined, keep_in, kernel, part, quiet, tuple_type
from service.ruleset.trie import DTYPES, ROOM_DTYPES, Room, Trie

__all__ = ["CODES", "JIT_OFF", "ROOM", "TRIE", "inlined", "kernel", "part", "quiet"]

HERE = Path(__file__).parent
keep_in(HERE / "kernels", [HERE / "jit.py", HERE / "trie.py"], DTYPES)

TRIE = tuple_type(Trie, DTYPES.values(), readonly=True)
ROOM = tuple_type(Room, ROOM_DTYPES.values(), readonly=False)
