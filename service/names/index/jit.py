"""How are the kernels of the name index compiled? Imported only where an index is built or opened."""

from __future__ import annotations

from pathlib import Path

from service.jit import CODES, JIT_OFF, inlined, keep_in, kernel, part, quiet, tuple_type
from service.names.index.tables import (
    CUT_DTYPES,
    DTYPES,
    GROUP_DTYPES,
    LEFT_DTYPES,
    SCRATCH_DTYPES,
    WORDS_DTYPES,
    Cut,
    Groups,
    Left,
    Scratch,
    Tables,
    Words,
)

__all__ = ["CODES", "CUT", "GROUPS", "JIT_OFF", "LEFT", "SCRATCH", "TABLES", "WORDS", "inlined", "kernel", "part",
           "quiet"]  # fmt: skip

HERE = Path(__file__).parent
keep_in(HERE / "kernels", [HERE / f"{name}.py" for name in ("jit", "alphabet", "tables")], DTYPES)

TABLES = tuple_type(Tables, DTYPES.values(), readonly=True)
SCRATCH = tuple_type(Scratch, SCRATCH_DTYPES, readonly=False)
WORDS = tuple_type(Words, WORDS_DTYPES, readonly=False)
CUT = tuple_type(Cut, CUT_DTYPES, readonly=False)
LEFT = tuple_type(Left, LEFT_DTYPES, readonly=False)
GROUPS = tuple_type(Groups, GROUP_DTYPES, readonly=False)
