"""How are all terms of all rules found in one pass? One automaton, then boundary checks; RE2 behind a filter."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick_rs
import re2

from service.ruleset.terms import Terms, level
from service.text.document import Document

Range = tuple[int, int]

_PARTICLES = frozenset("은는이가을를의에도로와과만까께엔및측산행발")
"""What may follow a Korean word of one syllable."""
_EAST = "\u2e80"
"""From here on, letters stand beside Latin ones without a space between."""


Entry = tuple[int, str, bool]
"""What a literal stands for: a feature, the capitals it needs, and whether English articles are left out."""


class Literals(NamedTuple):
    """All literals and patterns as plain data; the lists of the literals have one element for each."""

    texts: list[str]
    left: list[int]
    right: list[int]
    """Which check the ends need (see `_edge`)."""
    prefix: list[bool]
    plain: list[list[int]]
    """Features for which the literal counts as it stands."""
    special: dict[int, list[Entry]]
    """By number of the literal: features for which it counts under a condition."""
    patterns: list[tuple[str, list[int]]]
    """RE2 patterns with their features."""


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
    return Literals(
        [text for text, _ in entries],
        [_edge(text, text[0]) for text, _ in entries],
        [0 if prefix else _edge(text, text[-1]) for text, prefix in entries],
        [prefix for _, prefix in entries],
        [[one for one, cased, foreign in found if not cased and not foreign] for found in entries.values()],
        {number: found for number, found in special.items() if found},
        list(patterns.items()),
    )


class Vocabulary:
    """All literals and patterns of a rule set. `scan` gives the places of each feature, unsorted."""

    __slots__ = ("_automaton", "_filter", "_lock", "_patterns", "literals")

    def __init__(self, literals: Literals) -> None:
        """Keep the literals; the automaton is made by the first scan."""
        self.literals = literals
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
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

    def prepare(self) -> ahocorasick_rs.AhoCorasick:
        """The automaton over all literals, made once: a moment for fifty thousand of them."""
        with self._lock:
            if self._automaton is None:
                self._automaton = ahocorasick_rs.AhoCorasick(self.literals.texts)
            return self._automaton

    def scan(self, document: Document) -> tuple[str, dict[int, list[Range]]]:
        """The levelled text, and for each feature that occurs its places in `norm`."""
        text = level(document.fold)
        found: dict[int, list[Range]] = {}
        if self.literals.texts:
            automaton = self._automaton or self.prepare()
            self._literals(document, text, automaton.find_matches_as_indexes(text, overlapping=True), found)
        if self._filter is not None:
            for number in self._filter.Match(text, True) or ():
                ranges = [match.span() for match in self._patterns[number].finditer(text)]
                for feature in self.literals.patterns[number][1] if ranges else ():
                    found.setdefault(feature, []).extend(span for span in ranges if span[0] < span[1])
        return text, found

    def _literals(
        self, document: Document, text: str, hits: list[tuple[int, int, int]], found: dict[int, list[Range]]
    ) -> None:
        """Add the literal places whose ends are where words end."""
        size = len(text)
        _, left, right, prefix, plain, special, _ = self.literals
        for number, start, end in hits:
            if start and (check := left[number]):
                char = text[start - 1]
                if char.isalnum() and (char < _EAST if check == 1 else _joined(check, char, before=True)):
                    continue
            if end < size and (check := right[number]):
                char = text[end]
                if char.isalnum() and (char < _EAST if check == 1 else _joined(check, char, before=False)):
                    continue
            span = (start, _word_end(text, end) if prefix[number] else end)
            for feature in plain[number]:
                if feature in found:
                    found[feature].append(span)
                else:
                    found[feature] = [span]
            for feature, cased, foreign in special.get(number, ()):
                if (not cased or level(document.norm[start:end]) == cased) and not (
                    foreign and document.language == "en"
                ):
                    found.setdefault(feature, []).append(span)


def _word_end(text: str, at: int) -> int:
    """Where the word that goes on at a position ends."""
    while at < len(text) and text[at].isalnum() and text[at] < _EAST:
        at += 1
    return at


def _edge(text: str, char: str) -> int:
    """Which check an end of a literal needs: 0 none, 1 no letter of an alphabet, 2 one syllable, 3 one ideograph."""
    if not char.isalnum():
        return 0
    if char < _EAST:
        return 1
    if len(text) == 1:
        return 2 if "가" <= char <= "힣" else 3
    return 0


def _joined(check: int, neighbour: str, *, before: bool) -> bool:
    """Whether a letter or digit beside a single eastern character makes it a piece of a longer word."""
    if check == 2:
        return "가" <= neighbour <= "힣" and (before or neighbour not in _PARTICLES)
    return "\u3400" <= neighbour <= "\u9fff"


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
