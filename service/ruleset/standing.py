"""In which sentences can a part stand at all? Bits per sentence, so that hopeless windows cost next to nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

from service.ruleset.concepts import ConceptMatches
from service.ruleset.listed import Party
from service.ruleset.parts import PARTY_FEATURE
from service.ruleset.rule import Part, Scope
from service.ruleset.vocabulary import Range
from service.text.document import Document


class Standing:
    """Where the features of one article stand, sentence by sentence."""

    __slots__ = ("_bits", "_matches", "_parties", "_positions", "_reach", "document", "features", "whole")

    def __init__(self, document: Document, matches: ConceptMatches, parties: Collection[Party]) -> None:
        """Nothing is computed yet."""
        self.document, self._matches, self._parties = document, matches, parties
        self.whole: Range = (0, len(document.norm))
        self.features = matches.features | ({PARTY_FEATURE} if parties else set())
        self._positions: dict[frozenset[int], list[int]] = {}
        self._bits: dict[frozenset[int], int] = {}
        self._reach: dict[Range, int] = {}

    def can_find(self, part: Part) -> bool:
        """Whether all words that the part needs stand somewhere in the article."""
        features = self.features
        return not any(group.isdisjoint(features) for group in part.needs)

    def positions(self, group: frozenset[int]) -> list[int]:
        """Where the features of a group stand."""
        out = self._positions.get(group)
        if out is None:
            out = [start for feature in group & self.features for start, _ in self._matches.of(feature)]
            if PARTY_FEATURE in group:
                out += [party.start for party in self._parties]
            out.sort()
            self._positions[group] = out
        return out

    def may_hold(self, part: Part, window: Range) -> bool:
        """Whether a word of each kind that a part needs stands in the sentences of a window."""
        if window[0] >= window[1]:
            return False
        bits = self._reach.get(window) or self._covered(window)
        known = self._bits
        for group in part.needs:
            standing = known.get(group)
            if standing is None:
                standing = self._standing(group)
            if not standing & bits:
                return False
        return True

    def sentences(self, part: Part, window: Range) -> list[Range]:
        """The sentences of a window that hold a word of each kind that a part needs."""
        sentences = self.document.sentences
        bits = self._covered(window) if sentences else 0
        for group in part.needs:
            bits &= self._standing(group)
            if not bits:
                return []
        return [sentences[place] for place in _places(bits)]

    def anchors(self, part: Part, window: Range) -> list[int]:
        """The numbers of the sentences of a window with the rarest words that a part needs."""
        if not part.needs:
            return _places(self._covered(window)) if self.document.sentences else []
        rarest = min(part.needs, key=lambda group: len(self.positions(group)))
        return _places(self._standing(rarest) & self._covered(window))

    def unit(self, scope: Scope, at: int) -> Range:
        """The sentence, paragraph, headline or article around a position."""
        document = self.document
        if scope == "article":
            return self.whole
        if scope == "headline":
            return (0, document.title_end)
        if scope == "paragraph" and (paragraph := _around(document.paragraphs, at)) is not None:
            return paragraph
        return document.sentences[document.sentence_index(at)]

    def _standing(self, group: frozenset[int]) -> int:
        """The sentences in which a feature of a group stands, one bit each."""
        bits = self._bits.get(group)
        if bits is None:
            index = self.document.sentence_index
            bits = 0
            for at in self.positions(group):
                bits |= 1 << index(at)
            self._bits[group] = bits
        return bits

    def _covered(self, window: Range) -> int:
        """The sentences of a window, one bit each."""
        bits = self._reach.get(window)
        if bits is None:
            index = self.document.sentence_index
            first, last = index(window[0]), index(max(window[1] - 1, window[0]))
            bits = self._reach[window] = ((1 << (last - first + 1)) - 1) << first
        return bits


def _around(ranges: Sequence[Range], at: int) -> Range | None:
    """The range that holds a position."""
    place = bisect_right(ranges, at, key=_start) - 1
    return ranges[place] if place >= 0 and at < ranges[place][1] else None


def _start(window: Range) -> int:
    """Where a range begins."""
    return window[0]


def _places(bits: int) -> list[int]:
    """The numbers of the bits that are set, in order."""
    out: list[int] = []
    while bits:
        low = bits & -bits
        out.append(low.bit_length() - 1)
        bits ^= low
    return out
