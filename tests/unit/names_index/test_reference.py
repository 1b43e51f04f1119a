"""Machine code and plain Python give the same."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import hashlib, numba
from service.model.article import Article
from service.names.index.build import build_tables
from service.names.index.scanner import Scanner
from service.text.document import read
from tests.unit.names_index.fixtures import ARTICLE, NAMES, PERSONS
tables = build_tables(NAMES, PERSONS)
digest = hashlib.sha256()
for array in tables:
    digest.update(array.tobytes())
document = read(Article(text=ARTICLE))
rows = Scanner(tables).scan(document.fold, document.norm)
digest.update(repr(rows).encode())
print(bool(numba.config.DISABLE_JIT), len(rows[0]), digest.hexdigest())
"""


def run(jit_off: str) -> list[str]:
    """What the program prints with the JIT on (0) or off (1)."""
    environment = {**os.environ, "NUMBA_DISABLE_JIT": jit_off, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_jit_changes_nothing() -> None:
    """The arrays of an index and the candidates of an article are the same, byte by byte, with the JIT and without."""
    compiled, plain = run("0"), run("1")
    assert (compiled[0], plain[0]) == ("False", "True")
    assert compiled[1:] == plain[1:]
    assert int(plain[1]) > 10
    assert len(plain[2]) == hashlib.sha256().digest_size * 2
