"""By which words is a finding looked up? Each under its most selective condition, so that few are looked at."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from service.ruleset.rule import Rule

_WIDE = 64
"""Most words of a condition that may serve as a key."""
Lookup = tuple[int, int, int]
"""A finding: the rule's number, its own in the rule, and its conditions, one bit each."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The findings of a rule set by the words that they need."""

    under: Mapping[int, tuple[Lookup, ...]]
    """Feature to the findings that are looked up under it."""
    always: tuple[Lookup, ...]
    """Findings without any necessary word: looked at in every article."""
    meets: Mapping[int, int]
    """Feature to the conditions that it meets, one bit each."""

    def candidates(self, features: Collection[int]) -> Iterator[tuple[int, int]]:
        """Rules and their findings, by number, whose conditions are all met by some features; in order."""
        met = 0
        seen = set(self.always)
        for feature in features:
            met |= self.meets.get(feature, 0)
            if (found := self.under.get(feature)) is not None:
                seen.update(found)
        yield from sorted([(rule, place) for rule, place, needs in seen if needs & met == needs])


def find_keys(rules: Sequence[Rule]) -> Keys:
    """Each finding under its most selective condition: the one whose words fewest findings share."""
    groups = {group: 0 for rule in rules for finding in rule.find for group in finding.part.needs}
    meets: dict[int, int] = {}
    for number, group in enumerate(groups):
        groups[group] = 1 << number
        for feature in group:
            meets[feature] = meets.get(feature, 0) | groups[group]
    use: Counter[int] = Counter()
    for rule in rules:
        for finding in rule.find:
            for group in finding.part.needs:
                if len(group) <= _WIDE:
                    use.update(group)
    under: dict[int, list[Lookup]] = {}
    always: list[Lookup] = []
    for number, rule in enumerate(rules):
        for place, finding in enumerate(rule.find):
            needs = sum({groups[group] for group in finding.part.needs})
            if not needs:
                always.append((number, place, needs))
                continue
            for feature in min(finding.part.needs, key=partial(_width, use)):
                under.setdefault(feature, []).append((number, place, needs))
    return Keys({feature: tuple(found) for feature, found in under.items()}, tuple(always), meets)


def _width(use: Mapping[int, int], group: frozenset[int]) -> tuple[int, int]:
    """How little a condition selects: a wide one (any place abroad) is never a key where there is another."""
    if len(group) > _WIDE:
        return sys.maxsize, len(group)
    return sum(use[feature] for feature in group), min(group, default=0)
