"""Where are compiled rules kept? In a folder that only we can write, each file named by what it was made from.

A kept set decides what is flagged, so a file is read only where nobody else could have put it: the folder and the file
belong to us and nobody else may write them. A damaged file, or one of another program text, is passed over and written
anew.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

from service.ruleset import kept
from service.ruleset.ruleset import RuleSet
from service.version import ENGINE_VERSION

KEPT = 4
"""Files in a folder; the oldest go."""
_CODE = ("jit.py", "model", "ruleset", "text")
"""Program text that decides what a compiled set looks like: rooms with all that is in them, and a file."""


def rules_key(folders: Sequence[Path], *, drafts: bool) -> str:
    """What a compiled set depends on, as 32 hex digits: every file, their order, and the program."""
    digest = hashlib.sha256(f"{ENGINE_VERSION} {_code_digest()} {drafts}\n".encode())
    for folder in folders:
        for name, file in _files(folder):
            content = file.read_bytes()
            digest.update(f"{name} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:32]


def take(folder: Path, key: str) -> RuleSet | None:
    """The kept set of that key; None where there is none, or none that can be trusted."""
    path = _path(folder, key)
    try:
        if not (_ours(path.parent) and _ours(path)):
            return None
        digest, _, content = path.read_bytes().partition(b"\n")
        if hashlib.sha256(content).hexdigest().encode() != digest:
            return None
        return kept.from_bytes(content)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        # Damaged or of another form: it is compiled anew and replaced.
        return None


def put(folder: Path, key: str, rules: RuleSet) -> None:
    """Keep a compiled set; where the folder cannot be written nothing is kept."""
    path = _path(folder, key)
    content = kept.to_bytes(rules)
    temporary = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _ours(path.parent):
            return
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(hashlib.sha256(content).hexdigest().encode() + b"\n" + content)
        temporary.replace(path)
        for old in sorted(path.parent.glob("*.json"), key=lambda file: file.stat().st_mtime)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        # Nowhere to keep it: the next start compiles again.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _path(folder: Path, key: str) -> Path:
    """The file of a key, in a folder of its own below the cache."""
    return folder / "rules" / f"{key}.json"


def _ours(path: Path) -> bool:
    """Whether nobody but us can have written there; systems without owners are trusted."""
    facts = path.lstat()
    if stat.S_ISLNK(facts.st_mode):
        return False
    owner = getattr(os, "getuid", lambda: facts.st_uid)()
    return facts.st_uid == owner and not facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files of a rule folder, with the names by which they are read."""
    if not folder.is_dir():
        yield folder.name, folder
        return
    for file in sorted(folder.rglob("*.y*ml")):
        yield file.relative_to(folder).as_posix(), file


def code_files(rooms: Path) -> list[Path]:
    """The program text that a compiled set hangs on, below the folder of the rooms."""
    named = [rooms / name for name in _CODE]
    return sorted(file for one in named for file in ([one] if one.suffix else one.rglob("*.py")))


@cache
def _code_digest() -> str:
    """Digest of the program text: another program text compiles its own set."""
    digest = hashlib.sha256()
    rooms = Path(__file__).resolve().parents[1]
    for file in code_files(rooms):
        digest.update(file.read_bytes())
    return digest.hexdigest()
