"""How are kernels compiled, and where is the machine code kept? Imported only where a kernel is needed: numba is large.

A folder of kernels asks for its place with `keep_in`; kernels and their parts are made by `kernel`, `part`, `inlined`.
"""

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

config: Any = numba_config
njit: Any = numba.njit
JIT_OFF = bool(config.DISABLE_JIT)
"""True under NUMBA_DISABLE_JIT=1: the kernels are then plain Python, the reference of the differential tests."""
CODES = numba.types.Array(numba.types.uint32, 1, "C", readonly=True)
"""The numba type of a text's code points."""
_digests: dict[Path, str] = {}
"""Folders of kernels, each with the digest of what its kernels are made of."""


def keep_in(folder: Path, others: Iterable[Path] = (), also: object = None) -> None:
    """Keep the compiled kernels of a folder; those of another program text, or of another `also`, are never loaded.

    `others` are files outside the folder that its kernels are made of.
    """
    digest = hashlib.sha256(repr((numba.__version__, also)).encode())
    for path in sorted([*folder.glob("*.py"), *others, Path(__file__)]):
        digest.update(path.read_bytes())
    _digests[folder] = digest.hexdigest()[:16]


def _places(folder: Path) -> list[Path]:
    """Where a folder's compiled kernels may lie, best first: NUMBA_CACHE_DIR, beside the source, the user's cache."""
    given = [Path(config.CACHE_DIR) / "flagstaff"] if config.CACHE_DIR else []
    return [*given, folder / "__pycache__" / "kernels", Path.home() / ".cache" / "flagstaff" / "kernels"]


class KernelLocator(caching._CacheLocator):
    """Finds compiled kernels; unlike numba's own it reads from a folder that cannot be written."""

    def __init__(self, folder: Path, name: str, stamp: str) -> None:
        self._folder, self._name, self._stamp = folder, name, stamp

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
        return self._stamp

    def get_disambiguator(self) -> str:
        """Names of kernels are unique here."""
        return self._name

    @classmethod
    def from_function(cls, py_func: Any, py_file: str) -> KernelLocator | None:
        """The first folder that has these kernels, else the first that can be written."""
        stamp = _digests.get(Path(py_file).parent)
        if stamp is None:
            return None
        folders = [folder / stamp for folder in _places(Path(py_file).parent)]
        for folder in folders:
            if any(folder.glob("*.nbi")):
                return cls(folder, py_func.__name__, stamp)
        for folder in folders:
            locator = cls(folder, py_func.__name__, stamp)
            try:
                locator.ensure_cache_path()
            except OSError:
                continue
            return locator
        return None


_locators: list[Any] = caching.CompileResultCacheImpl._locator_classes
if KernelLocator not in _locators:
    _locators.insert(0, KernelLocator)


def tuple_type(cls: Any, dtypes: Iterable[Any], *, readonly: bool) -> Any:
    """The numba type of a named tuple of arrays."""
    arrays = [numba.types.Array(numba.from_dtype(np.dtype(dtype)), 1, "C", readonly=readonly) for dtype in dtypes]
    types: Any = numba.types
    same = all(one == arrays[0] for one in arrays)
    return types.NamedUniTuple(arrays[0], len(arrays), cls) if same else types.NamedTuple(arrays, cls)


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


def code_points(text: str) -> np.ndarray:
    """The code points of a text, one each for its characters; half a surrogate pair becomes a question mark."""
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype=np.uint32)
