"""How are the kernels compiled, and where is the machine code kept? Imported only where an index is built or opened."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numba
import numpy as np
from numba.core import caching
from numba.core import config as numba_config

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

HERE = Path(__file__).parent / "kernels"
config: Any = numba_config
njit: Any = numba.njit
JIT_OFF = bool(config.DISABLE_JIT)
"""True under NUMBA_DISABLE_JIT=1: the kernels are then plain Python, the reference of the differential tests."""


def source_digest() -> str:
    """SHA-256 of the kernels' source text: compiled code of another text is never loaded."""
    digest = hashlib.sha256(repr((numba.__version__, DTYPES)).encode())
    for path in sorted([*HERE.glob("*.py"), *[HERE.parent / f"{name}.py" for name in ("jit", "alphabet", "tables")]]):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


_DIGEST = source_digest()


def _folders() -> list[Path]:
    """Where compiled kernels may lie, the best first: NUMBA_CACHE_DIR, beside the source, the user's cache."""
    given = [Path(config.CACHE_DIR) / "flagstaff"] if config.CACHE_DIR else []
    return [*given, HERE / "__pycache__" / "kernels", Path.home() / ".cache" / "flagstaff" / "kernels"]


class KernelLocator(caching._CacheLocator):
    """Finds compiled kernels; unlike numba's own it reads from a folder that cannot be written."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name

    def ensure_cache_path(self) -> None:
        """Accept a folder that is there; make it where it is not."""
        if not any(self._folder.glob("*.nbi")):
            self._folder.mkdir(parents=True, exist_ok=True)
            tempfile.TemporaryFile(dir=self._folder).close()

    def get_cache_path(self) -> str:
        """The folder of this source text's kernels."""
        return str(self._folder)

    def get_source_stamp(self) -> str:
        """The digest of all kernels: numba's own stamp would miss a change in a called file."""
        return _DIGEST

    def get_disambiguator(self) -> str:
        """Names of kernels are unique here."""
        return self._name

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> KernelLocator | None:
        """The first folder that has these kernels, else the first that can be written."""
        if Path(py_file).parent != HERE:
            return None
        folders = [folder / _DIGEST for folder in _folders()]
        for folder in folders:
            if any(folder.glob("*.nbi")):
                return cls(folder, py_func.__name__)
        for folder in folders:
            locator = cls(folder, py_func.__name__)
            try:
                locator.ensure_cache_path()
            except OSError:
                continue
            return locator
        return None


if KernelLocator not in caching.CompileResultCacheImpl._locator_classes:
    caching.CompileResultCacheImpl._locator_classes.insert(0, KernelLocator)


def _tuple_type(cls: Any, dtypes: Iterable[Any], *, readonly: bool) -> Any:
    """The numba type of a named tuple of arrays."""
    arrays = [numba.types.Array(numba.from_dtype(np.dtype(dtype)), 1, "C", readonly=readonly) for dtype in dtypes]
    types: Any = numba.types
    return types.NamedTuple(arrays, cls)


TABLES = _tuple_type(Tables, DTYPES.values(), readonly=True)
SCRATCH = _tuple_type(Scratch, SCRATCH_DTYPES, readonly=False)
WORDS = _tuple_type(Words, WORDS_DTYPES, readonly=False)
CUT = _tuple_type(Cut, CUT_DTYPES, readonly=False)
LEFT = _tuple_type(Left, LEFT_DTYPES, readonly=False)
GROUPS = _tuple_type(Groups, GROUP_DTYPES, readonly=False)
CODES = numba.types.Array(numba.types.uint32, 1, "C", readonly=True)
"""The numba type of a text's code points."""


def kernel(signature: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A function compiled for that signature, kept on disk, that lets other threads run.

    Kernels and their parts own no memory (`_nrt=False`): every array comes from outside. Counting references to the
    arrays of a tuple at each call made the scan ten times slower.
    """
    decorate: Callable[[Callable[..., Any]], Callable[..., Any]] = njit(signature, cache=True, nogil=True, _nrt=False)
    return decorate


def part(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function that kernels call; compiled together with them."""
    compiled: Callable[..., Any] = njit(nogil=True, _nrt=False)(function)
    return compiled


def inlined(function: Callable[..., Any]) -> Callable[..., Any]:
    """A part that is small or called for each word: written into its caller, so that no tuple is copied."""
    compiled: Callable[..., Any] = njit(nogil=True, _nrt=False, forceinline=True)(function)
    return compiled


@contextmanager
def quiet() -> Iterator[None]:
    """With the JIT off, hashes wrap around in numpy scalars as they do in machine code, without a warning."""
    with np.errstate(over="ignore"):
        yield
