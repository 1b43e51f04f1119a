"""How alike are two names, in points that can be added by hand?"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from service.model.evidence import Factor
from service.names.factors.evidence import Evidence, weigh
from service.names.factors.names import telling_factors
from service.names.han import HAN, korean_reading
from service.names.kinds import kind_of
from service.names.kontsevich import KOREAN_NAME, reading_beside
from service.names.letters import plain
from service.names.prepare import PreparedName, prepare
from service.names.weights import NAME_WEIGHTS

MIN_POINTS, MAX_POINTS = -60, 39
"""Points of a name are kept within these, so that a score never reads 0 or 1."""

LONGEST_SHOWN = 200
"""Characters of a name that a sentence shows."""


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
    always give the same answer, whatever lists are loaded. Raises TypeError for what is no text (None too) and
    InputError for a schema that is no kind of party.
    """
    for called, given in (("query", query), ("name", name)):
        if not isinstance(given, str):
            raise TypeError(f"compare_names: {called} must be text, not {type(given).__name__}; give '' for no name")
    schema = None if schema is None or kind_of(schema) == "Thing" else kind_of(schema)
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
    told = [factor for factor in sorted(factors, key=lambda f: f.points) if factor.points < 0]
    if any(factor.id == "agreement" for factor in told):
        told = [factor for factor in told if factor.id != "rarity"]
    tail = "; ".join(factor.reason for factor in told[:3]) or "every word agrees"
    if [factor.id for factor in told] == ["rarity"]:
        tail = "every word agrees, but all are common words"
    return f"'{_shown(query.raw)}' against the listed name '{_shown(listed.raw)}': {tail}."


def _shown(name: str) -> str:
    """A name as a sentence shows it: not without end."""
    return name if len(name) <= LONGEST_SHOWN else f"{name[:LONGEST_SHOWN]}…"
