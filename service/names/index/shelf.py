"""Where are built indexes kept? A folder of files, each named by what it was built from."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from service.errors import IndexFileError
from service.names.index.file import FORMAT, open_index, save_index
from service.names.index.tables import Tables

KEPT = 8
"""Index files in a folder; the oldest go."""


@cache
def code_digest() -> str:
    """Digest of this package's source text: another program text builds its own file."""
    digest = hashlib.sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def index_key(names: Sequence[str], persons: Sequence[bool]) -> str:
    """What an index depends on, as 32 hex digits: the names in their order, who is a person, the program."""
    digest = hashlib.sha256(f"{FORMAT} {code_digest()} {len(names)}\n".encode())
    digest.update("\n".join(names).encode("utf-8", "surrogatepass"))
    digest.update(bytes(persons))
    return digest.hexdigest()[:32]


def load_index(names: Sequence[str], persons: Sequence[bool], folder: Path | None) -> Tables:
    """The index of these names: mapped from the folder where it is there and whole, else built and put there.

    Without a folder, or where it cannot be written, the index is built in memory.
    """
    path = None if folder is None else folder / f"names-{index_key(names, persons)}.idx"
    if path is not None and path.exists():
        try:
            return open_index(path)
        except IndexFileError:
            # Damaged on disk: it is built again below and replaced.
            path.unlink(missing_ok=True)
    from service.names.index.build import build_tables

    tables = build_tables(names, persons)
    if path is None:
        return tables
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        save_index(tables, path)
        _tidy(path.parent)
    except OSError:
        return tables
    return open_index(path)


def _tidy(folder: Path) -> None:
    """Remove the oldest files beyond KEPT."""
    files = sorted(folder.glob("names-*.idx"), key=lambda file: file.stat().st_mtime)
    for file in files[:-KEPT]:
        file.unlink(missing_ok=True)
