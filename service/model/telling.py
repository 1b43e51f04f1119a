"""A telling: what one article contributes to the grouping of articles into stories."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property

PERMUTATIONS, BANDS = 64, 16
_ROWS = PERMUTATIONS // BANDS


@dataclass(frozen=True)
class Telling:
    """What an article contributes to grouping. `bands` and `keys` are looked up in the store; `facts` are compared."""

    article_id: str
    revision: int
    sha256: str
    """Of the words alone, whatever their line breaks."""
    told_on: date
    """The day of publication, else of arrival."""
    signature: tuple[int, ...]
    """MinHash of its shingles: 64 numbers of 32 bits."""
    rules: frozenset[str]
    facts: frozenset[str]
    """Its particulars: `number 300`, `name khasan`, `entity un-KPi.033`."""

    @cached_property
    def bands(self) -> list[int]:
        """One number for each band of the signature (63 bits); near-duplicates share at least one."""
        return [_hash(f"{band}:{self.signature[band * _ROWS : (band + 1) * _ROWS]}") for band in range(BANDS)]

    @cached_property
    def keys(self) -> list[int]:
        """One number for each pair of rule and fact (63 bits); articles on the same event share many."""
        return sorted({_hash(f"{rule}|{fact}") for rule in self.rules for fact in self.facts})


@dataclass(frozen=True, slots=True)
class Kinship:
    """Why two articles tell the same event: `kind` is copy, near-duplicate or same-event; `share` from 0 to 1."""

    article_id: str
    kind: str
    share: float
    reason: str


def _hash(text: str) -> int:
    """A stable hash of 63 bits."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=16).digest()[:8], "big") >> 1
