"""Which concepts does an article express, and where? One pass for all rules; sorted places on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.ruleset.ruleset import RuleSet
from service.ruleset.vocabulary import Places, Range, longest
from service.text.document import Document


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """A place name: what it may stand for, as (country, kind) pairs."""

    start: int
    end: int
    readings: tuple[tuple[str, str], ...]


class ConceptMatches:
    """Where each feature stands in `norm`. Inside one feature the longest match wins, and so among place names."""

    __slots__ = ("_found", "_kept", "_places", "_rules", "text")

    def __init__(self, rules: RuleSet, text: str, found: Places) -> None:
        """Keep where all features stand; lists are made when asked for."""
        self._rules, self._found, self.text = rules, found, text
        self._kept: dict[int, list[Range]] = {}
        self._places: tuple[PlaceMatch, ...] | None = None

    @property
    def features(self) -> frozenset[int]:
        """The features that occur."""
        return self._found.features

    def of(self, feature: int) -> Sequence[Range]:
        """The places of a feature, sorted, none inside another."""
        found = self._kept.get(feature)
        if found is None:
            found = self._kept[feature] = self._found.of(feature)
        return found

    def named(self, concept: str) -> Sequence[Range]:
        """The places of a concept by its name."""
        return self.of(self._rules.concepts[concept])

    @property
    def places(self) -> tuple[PlaceMatch, ...]:
        """All place names; "South Korea" hides "Korea"."""
        if self._places is None:
            readings: dict[Range, list[tuple[str, str]]] = {}
            for feature in self.features & self._rules.places.keys():
                for span in self.of(feature):
                    readings.setdefault(span, []).append(self._rules.places[feature])
            kept = longest(list(readings))
            self._places = tuple(PlaceMatch(*span, tuple(sorted(set(readings[span])))) for span in kept)
        return self._places


def find_concepts(document: Document, rules: RuleSet) -> ConceptMatches:
    """All words of all rules in one pass over the article."""
    return ConceptMatches(rules, *rules.vocabulary.scan(document))
