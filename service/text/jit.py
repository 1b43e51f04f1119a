"""How are the kernels that read texts compiled? Imported only where words are asked for."""

from __future__ import annotations

from pathlib import Path

from service.jit import CODES, inlined, keep_in, kernel

__all__ = ["CODES", "inlined", "kernel"]

HERE = Path(__file__).parent
keep_in(HERE / "kernels", [HERE / "jit.py", HERE / "characters.py"])
