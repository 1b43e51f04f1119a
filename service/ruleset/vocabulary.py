"""How are all terms of all rules found in one pass? One tree of letters with boundary checks; RE2 behind a filter."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import re2

from service.ruleset.terms import Terms, level
from service.ruleset.trie import EAST, FOREIGN, LEFT, PREFIX, RIGHT, SPECIAL, Room, Trie, build_trie, new_room
from service.text.document import Document

Range = tuple[int, int]
Entry = tuple[int, str, bool]
"""What a literal stands for: a feature, the capitals it needs, and whether English articles are left out."""


class Literals(NamedTuple):
    """All literals and patterns as plain data; the lists of the literals have one element for each."""

    texts: list[str]
    edges: list[int]
    """The checks that the ends need (see `_edge`) and the marks of the tree."""
    plain: list[list[int]]
    """Features for which the literal counts as it stands."""
    special: dict[int, list[Entry]]
    """By number of the literal: features for which it counts under a condition."""
    patterns: list[tuple[str, list[int]]]
    """RE2 patterns with their features."""


class Places:
    """Where the features of an article stand: for each its places, sorted, none inside another."""

    __slots__ = ("_ends", "_extra", "_rows", "_starts", "features")

    def __init__(self, room: Room, many: int, extra: dict[int, list[Range]]) -> None:
        """Take the places of literals, of so many features, and what was found by other ways."""
        table = room.present[: 3 * many].tolist()
        last = table[-1] if table else 0
        self._starts, self._ends = room.starts[:last].tolist(), room.ends[:last].tolist()
        rows = self._rows = dict(zip(table[::3], zip(table[1::3], table[2::3], strict=True), strict=True))
        self._extra = extra
        self.features: frozenset[int] = frozenset(rows) | frozenset(extra)

    def of(self, feature: int) -> list[Range]:
        """The places of a feature."""
        first, end = self._rows.get(feature, (0, 0))
        own = list(zip(self._starts[first:end], self._ends[first:end], strict=True))
        extra = self._extra.get(feature)
        return own if extra is None else longest(own + extra)


def collect(features: Sequence[Terms]) -> Literals:
    """The literals and patterns of some terms; `features[n]` are those of feature n."""
    entries: dict[tuple[str, bool], list[Entry]] = {}
    patterns: dict[str, list[int]] = {}
    for number, terms in enumerate(features):
        for variant in terms.variants:
            key = (variant.text, variant.prefix)
            entries.setdefault(key, []).append((number, variant.cased, variant.foreign))
        for pattern in terms.patterns:
            patterns.setdefault(pattern.source, []).append(number)
    special = {number: [one for one in found if one[1] or one[2]] for number, found in enumerate(entries.values())}
    special = {number: found for number, found in special.items() if found}
    return Literals(
        [text for text, _ in entries],
        [_edges(*key) | _mark(special.get(number, ())) for number, key in enumerate(entries)],
        [[one for one, cased, foreign in found if not cased and not foreign] for found in entries.values()],
        special,
        list(patterns.items()),
    )


class Vocabulary:
    """All literals and patterns of a rule set. `scan` gives the places of each feature."""

    __slots__ = ("_features", "_filter", "_lock", "_patterns", "_rooms", "_trie", "literals")

    def __init__(self, literals: Literals) -> None:
        """Keep the literals; the tree is made by the first scan."""
        self.literals = literals
        self._trie: Trie | None = None
        self._features = 1 + max((one for found in literals.plain for one in found), default=0)
        self._patterns = [re2.compile(source) for source, _ in literals.patterns]
        self._filter = re2.Filter() if literals.patterns else None
        self._lock = threading.Lock()
        if self._filter is not None:
            for source, _ in literals.patterns:
                self._filter.Add(source)
            self._filter.Compile()

    @property
    def size(self) -> int:
        """How many literals."""
        return len(self.literals.texts)

    def prepare(self) -> Trie:
        """The tree of all literals, made once: a moment for fifty thousand of them."""
        with self._lock:
            if self._trie is None:
                self._trie = build_trie(self.literals.texts, self.literals.edges, self.literals.plain)
            return self._trie

    def scan(self, document: Document) -> tuple[str, Places]:
        """The levelled text, and where each feature that occurs stands in `norm`."""
        text = level(document.fold)
        room, many, special = self._walked(text, english=document.language == "en")
        extra = self._special(document, room.hits[: 3 * special].tolist())
        if self._filter is not None:
            for number in self._filter.Match(text, True) or ():
                ranges = [match.span() for match in self._patterns[number].finditer(text)]
                for feature in self.literals.patterns[number][1] if ranges else ():
                    extra.setdefault(feature, []).extend(span for span in ranges if span[0] < span[1])
        return text, Places(room, many, extra)

    def _walked(self, text: str, *, english: bool) -> tuple[Room, int, int]:
        """Memory with all places of literals, how many features occur and how many special literals."""
        from service.jit import code_points, quiet
        from service.ruleset.kernels.terms import scan_terms

        trie, codes = self._trie or self.prepare(), code_points(text)
        places = len(codes) + 64
        while True:
            room = new_room(places, self._features)
            with quiet():
                found, special = scan_terms(trie, codes, english, room)
            if found >= 0:
                return room, found, special
            places *= 4

    def _special(self, document: Document, hits: list[int]) -> dict[int, list[Range]]:
        """The places of literals that count under a condition, where it holds."""
        found: dict[int, list[Range]] = {}
        for number, start, end in zip(hits[::3], hits[1::3], hits[2::3], strict=True):
            for feature, cased, foreign in self.literals.special[number]:
                if (not cased or level(document.norm[start:end]) == cased) and not (
                    foreign and document.language == "en"
                ):
                    found.setdefault(feature, []).append((start, end))
        return found


def _edges(text: str, prefix: bool) -> int:  # noqa: FBT001 - the second half of a key
    """The checks and marks of a literal."""
    right = PREFIX if prefix else _edge(text, text[-1]) << RIGHT
    return _edge(text, text[0]) << LEFT | right


def _mark(special: Sequence[Entry]) -> int:
    """Whether a literal counts under a condition for some features, and in English articles too."""
    return 0 if not special else FOREIGN if all(foreign for _, _, foreign in special) else SPECIAL


def _edge(text: str, char: str) -> int:
    """Which check an end of a literal needs: 0 none, 1 no letter of an alphabet, 2 one syllable, 3 one ideograph."""
    if not char.isalnum():
        return 0
    if ord(char) < EAST:
        return 1
    if len(text) == 1:
        return 2 if "가" <= char <= "힣" else 3
    return 0


def longest(ranges: list[Range]) -> list[Range]:
    """Sorted places without those that lie inside a longer one."""
    if len(ranges) < 2:
        return ranges
    out: list[Range] = []
    reach = -1
    for start, end in sorted(set(ranges), key=_by_start_longest):
        if end > reach:
            out.append((start, end))
            reach = end
    return out


def _by_start_longest(span: Range) -> Range:
    """Earlier first; of the same start, the longer first."""
    return (span[0], -span[1])


def inside(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    """Those of sorted places (none inside another) that lie within a window."""
    first = bisect_left(ranges, (start, start))
    last = first
    while last < len(ranges) and ranges[last][1] <= end:
        last += 1
    return ranges[first:last]
