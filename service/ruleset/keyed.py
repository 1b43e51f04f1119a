"""By which words is a finding looked up? Each under its most selective condition, so that few are looked at."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial

from service.ruleset.rule import Rule

_WIDE = 64
"""Most words of a condition that may serve as a key."""


def find_keys(rules: Sequence[Rule]) -> tuple[dict[int, tuple[tuple[int, int], ...]], tuple[tuple[int, int], ...]]:
    """Each finding under its most selective condition: the one whose words fewest findings share."""
    use: Counter[int] = Counter()
    for rule in rules:
        for finding in rule.find:
            for group in finding.part.needs:
                if len(group) <= _WIDE:
                    use.update(group)
    keyed: dict[int, list[tuple[int, int]]] = {}
    unkeyed: list[tuple[int, int]] = []
    for number_, rule in enumerate(rules):
        for place, finding in enumerate(rule.find):
            if not finding.part.needs:
                unkeyed.append((number_, place))
                continue
            for feature in min(finding.part.needs, key=partial(_width, use)):
                keyed.setdefault(feature, []).append((number_, place))
    return {feature: tuple(pairs) for feature, pairs in keyed.items()}, tuple(unkeyed)


def _width(use: Mapping[int, int], group: frozenset[int]) -> tuple[int, int]:
    """How little a condition selects: a wide one (any place abroad) is never a key where there is another."""
    if len(group) > _WIDE:
        return sys.maxsize, len(group)
    return sum(use[feature] for feature in group), min(group, default=0)
