"""The table of the factors of two names, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Callable

from service.names.factors import parts, spelling
from service.names.factors.evidence import Evidence

NAME_FACTORS: dict[str, Callable[[Evidence], tuple[float, str] | None]] = {
    "agreement": parts.agreement,
    "rarity": parts.rarity,
    "missing-part": parts.missing_part,
    "extra-part": parts.extra_part,
    "different-part": parts.different_part,
    "first-name": parts.first_name,
    "patronymic": parts.patronymic,
    "other-initial": parts.other_initial,
    "syllable": parts.syllable,
    "sibling": parts.sibling,
    "number": parts.number,
    "single-word": parts.single_word,
    "order": parts.order,
    "spelling": spelling.spelling,
    "transliteration": spelling.transliteration,
    "scan-error": spelling.scan_error,
    "initial": spelling.initial,
    "cut-short": spelling.cut_short,
    "other-vowels": spelling.other_vowels,
    "vowels-dropped": spelling.vowels_dropped,
    "name-variant": spelling.name_variant,
    "kindred-word": spelling.kindred_word,
    "spacing": spelling.spacing,
}

_OF_SPELLING = frozenset(
    factor_id for factor_id, judge in NAME_FACTORS.items() if judge.__module__ == spelling.__name__
)
_OF_REST = frozenset(
    ("missing-part", "extra-part", "first-name", "different-part", "patronymic", "other-initial", "sibling", "number")
)
"""Factors that have nothing to say where every word of both names is answered."""


def _without(*left_out: frozenset[str]) -> tuple[tuple[str, Callable[[Evidence], tuple[float, str] | None]], ...]:
    """The table without some factors."""
    return tuple(row for row in NAME_FACTORS.items() if not any(row[0] in one for one in left_out))


_ROWS = {
    (False, False): _without(_OF_SPELLING, _OF_REST),
    (False, True): _without(_OF_REST),
    (True, False): _without(_OF_SPELLING),
    (True, True): _without(),
}


def telling_factors(evidence: Evidence) -> tuple[tuple[str, Callable[[Evidence], tuple[float, str] | None]], ...]:
    """The rows of the table that can say anything of some evidence, in order."""
    return _ROWS[bool(evidence.query_left or evidence.listed_left), bool(evidence.shares)]
