"""Which listed names might stand in this article, and where? Cheap and generous; the comparison decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Protocol

from service.names.letters import korean_sound, plain, sound
from service.names.prepare import PreparedName
from service.names.tables.korean import SYLLABLES
from service.names.tables.words import PARTICLES
from service.text.document import Document

MAX_GAP = 4
"""Words that may stand between two words of one name."""


class CandidateSource(Protocol):
    """Anything that proposes listed names for places in an article."""

    def candidates(self, document: Document) -> Iterable[tuple[int, int, int]]:
        """`(start, end, name_id)`: a range of `document.norm` that may hold the listed name of that number."""
        ...


class TokenPairs:
    """Candidates by two words of a name that stand close together, each as it sounds and within one edit."""

    def __init__(self, names: Sequence[PreparedName]) -> None:
        """Note every pair of telling words of every name."""
        self._ids: dict[str, int] = {}
        self._pairs: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._single: dict[int, list[int]] = defaultdict(list)
        self._deletions: dict[str, list[int]] = defaultdict(list)
        self._seen: dict[str, tuple[int, ...]] = {}
        for name_id, name in enumerate(names):
            self._add(name_id, name)
        for key, token_id in self._ids.items():
            if key[0] == "s" and len(key) > 5:
                for shorter in _deletions(key):
                    self._deletions[shorter].append(token_id)

    def _add(self, name_id: int, name: PreparedName) -> None:
        """Note one name."""
        core = [token for token in name.tokens if token.kind not in ("particle", "title", "legal")] or list(name.tokens)
        keys = [f"k{token.korean}" if name.korean else f"s{token.sound}" for token in core]
        ids = [self._ids.setdefault(key, len(self._ids)) for key in keys]
        if len(ids) == 1:
            self._single[ids[0]].append(name_id)
            return
        if len(ids) > 6:
            ids = [token_id for _, token_id in sorted(zip(core, ids, strict=True), key=lambda p: -p[0].weight)][:6]
        joined = [
            self._ids.setdefault(f"s{sound(one.text + other.text)}", len(self._ids))
            for one, other in zip(core[:6], core[1:6], strict=False)
        ]
        pairs = {(min(pair), max(pair)) for pair in combinations(ids, 2)}
        if len(core) == 2:
            self._single[joined[0]].append(name_id)
        elif len(core) <= 4:
            pairs |= {(min(one, other), max(one, other)) for one in joined for other in ids}
        for pair in pairs:
            self._pairs[pair].append(name_id)

    def candidates(self, document: Document) -> Iterable[tuple[int, int, int]]:
        """Places where two words of a name stand close together, or the only one."""
        hits = self._hits(document)
        for place, (index, start, end, ids) in enumerate(hits):
            for token_id in ids:
                for name_id in self._single.get(token_id, ()):
                    yield start, end, name_id
            for after in hits[place + 1 :]:
                if after[0] - index > MAX_GAP + 1:
                    break
                for one in ids:
                    for other in after[3]:
                        pair = (one, other) if one < other else (other, one)
                        for name_id in self._pairs.get(pair, ()):
                            yield start, after[2], name_id

    def _hits(self, document: Document) -> list[tuple[int, int, int, tuple[int, ...]]]:
        """Words that some listed name has: (word number, start, end, ids)."""
        norm, tokens = document.norm, document.tokens
        cased = any(char.isupper() for char in norm) and not norm.isupper()
        found = []
        for index, (start, end) in enumerate(zip(tokens.starts, tokens.ends, strict=True)):
            word = norm[start:end]
            if cased and word[0].islower():
                continue
            ids = self._seen.get(word)
            if ids is None:
                ids = self._look_up(word)
                if len(self._seen) < 200_000:
                    self._seen[word] = ids
            if ids:
                found.append((index, start, end, ids))
        return found

    def _look_up(self, word: str) -> tuple[int, ...]:
        """The listed words that a word may stand for."""
        ids: set[int] = set()
        for part in plain(word).split():
            if part in PARTICLES:
                continue
            key = f"s{sound(part)}"
            keys = [key]
            if SYLLABLES.fullmatch(part):
                keys.append(f"k{korean_sound(part)}")
            ids.update(self._ids[near] for near in keys if near in self._ids)
            if len(key) > 4:
                for near in (key, *_deletions(key)):
                    ids.update(self._deletions.get(near, ()))
                    if near in self._ids:
                        ids.add(self._ids[near])
        return tuple(sorted(ids))


def _deletions(key: str) -> list[str]:
    """The key with each one of its letters left out."""
    return [key[:place] + key[place + 1 :] for place in range(1, len(key))]
