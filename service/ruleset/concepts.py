"""Which concepts does an article express, and where? One pass for all rules; sorted places on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.ruleset.ruleset import RuleSet
from service.ruleset.vocabulary import Range, longest
from service.text.document import Document


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place name: what it may stand for, as (country, kind) pairs."""

    start: int
    end: int
    readings: tuple[tuple[str, str], ...]


class ConceptMatches:
    """Where each feature stands in `norm`. Inside one feature the longest match wins, and so among place names."""

    __slots__ = ("_places", "_raw", "_rules", "_sorted", "text")

    def __init__(self, rules: RuleSet, text: str, raw: dict[int, list[Range]]) -> None:
        """Keep the raw places; they are sorted when asked for."""
        self._rules, self._raw, self.text = rules, raw, text
        self._sorted: dict[int, list[Range]] = {}
        self._places: tuple[PlaceMatch, ...] | None = None

    @property
    def features(self) -> set[int]:
        """The features that occur."""
        return set(self._raw)

    def of(self, feature: int) -> Sequence[Range]:
        """The places of a feature, sorted, none inside another."""
        found = self._sorted.get(feature)
        if found is None:
            found = longest(self._raw.get(feature, []))
            self._sorted[feature] = found
        return found

    def named(self, concept: str) -> Sequence[Range]:
        """The places of a concept by its name."""
        return self.of(self._rules.concepts[concept])

    @property
    def places(self) -> tuple[PlaceMatch, ...]:
        """All place names; "South Korea" hides "Korea"."""
        if self._places is None:
            readings: dict[Range, list[tuple[str, str]]] = {}
            for feature, ranges in self._raw.items():
                if (known := self._rules.places.get(feature)) is not None:
                    for span in ranges:
                        readings.setdefault(span, []).append(known)
            kept = longest(list(readings))
            self._places = tuple(PlaceMatch(*span, tuple(sorted(set(readings[span])))) for span in kept)
        return self._places


def find_concepts(document: Document, rules: RuleSet) -> ConceptMatches:
    """All words of all rules in one pass over the article."""
    return ConceptMatches(rules, *rules.vocabulary.scan(document))
