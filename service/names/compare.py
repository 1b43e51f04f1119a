"""How alike are two names, in points that can be added by hand?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from service.model.evidence import Factor
from service.names.factors.evidence import Evidence, weigh
from service.names.factors.names import telling_factors
from service.names.han import HAN, korean_reading
from service.names.kontsevich import KOREAN_NAME, reading_beside
from service.names.letters import plain
from service.names.prepare import PreparedName, prepare
from service.names.weights import NAME_WEIGHTS

MIN_POINTS, MAX_POINTS = -60, 39
"""Points of a name are kept within these, so that a score never reads 0 or 1."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """How alike two names are: `points` is the sum of the factors, `score` their probability (0..1)."""

    score: float
    points: int
    factors: tuple[Factor, ...]
    sentence: str

    def as_dict(self) -> dict[str, object]:
        """The comparison as JSON."""
        return {
            "score": self.score,
            "points": self.points,
            "factors": [factor.as_dict() for factor in self.factors],
            "sentence": self.sentence,
        }


@lru_cache(maxsize=256)
def score_of(points: int) -> float:
    """The probability that decibans stand for, rounded to four digits."""
    return round(1.0 / (1.0 + math.pow(10.0, -points / 10.0)), 4)


@lru_cache(maxsize=256)
def points_of(score: float) -> int:
    """The fewest decibans that still reach a score (0..1), never fewer than a name can have."""
    return next((points for points in range(MIN_POINTS, MAX_POINTS) if score_of(points) >= score), MAX_POINTS)


def compare_names(query: str, name: str, schema: str | None = None) -> Comparison:
    """Compare a name as an article writes it with a name as a list writes it.

    `schema` is the listed party's (`Person`, `Company`, `Vessel`, ...), None when unknown. Pure: the same two names
    always give the same answer, whatever lists are loaded.
    """
    return compare_prepared(prepare(query, schema), prepare(name, schema))


def compare_prepared(query: PreparedName, listed: PreparedName) -> Comparison:
    """Compare two prepared names; an acronym that the list gives in brackets is a name of its own."""
    if listed.acronym and len(query.tokens) == 1 and query.tokens[0].text == plain(listed.acronym):
        listed = prepare(listed.acronym, listed.schema)
    found = [assess(one, listed, MIN_POINTS)[1] for one in (query, *other_readings(query, listed))]
    return max((one for one in found if one is not None), key=lambda one: one.points)


def other_readings(query: PreparedName, listed: PreparedName) -> tuple[PreparedName, ...]:
    """The query in Korean sounds, where Han or Russian letters stand against a Korean name in others."""
    if query.raw.isascii() or not (listed.korean or listed.person is False) or HAN.search(listed.raw):
        return ()
    if HAN.search(query.raw) is None:
        if listed.korean and KOREAN_NAME.fullmatch(query.raw):
            beside = reading_beside(query.raw, [token.text for token in listed.tokens])
            return (prepare(beside, query.schema),)
        return ()
    return (prepare(korean_reading(query.raw), query.schema),)


@lru_cache(maxsize=16384)
def assess(query: PreparedName, listed: PreparedName, least: int) -> tuple[Evidence, Comparison | None]:
    """Two prepared names aligned word by word, and what their alignment is worth; None below `least` points.

    Of the factors only the first two count up, so that what has fallen below stays there.
    """
    evidence = weigh(query, listed)
    factors, points = [], 0
    for factor_id, judge in telling_factors(evidence):
        found = judge(evidence)
        if found is not None:
            told = round(found[0] * NAME_WEIGHTS[factor_id])
            if told:
                factors.append(Factor(factor_id, told, found[1]))
                points += told
                if points < least and least > MIN_POINTS and factor_id != "agreement":
                    return evidence, None
    if not MIN_POINTS <= points <= MAX_POINTS:
        bound = min(max(points, MIN_POINTS), MAX_POINTS)
        factors.append(Factor("bounds", bound - points, "points are kept within the range of the scale"))
        points = bound
    return evidence, Comparison(score_of(points), points, tuple(factors), _sentence(query, listed, factors))


def _sentence(query: PreparedName, listed: PreparedName, factors: list[Factor]) -> str:
    """One plain sentence on why."""
    against = [factor.reason for factor in sorted(factors, key=lambda f: f.points) if factor.points < 0]
    tail = "; ".join(against[:3]) if against else "every word agrees"
    return f"'{query.raw}' against the listed name '{listed.raw}': {tail}."
