"""How many decibans is each factor worth? The one table; `docs/scoring.md` prints it.

A factor's points are its strength (0..1 unless its docstring says otherwise) times the weight here, rounded. Ten
points make a match ten times likelier. The weights are fitted on pairs of listed names and rounded to integers.
"""

from __future__ import annotations

from typing import Final

DEFAULT_THRESHOLD: Final = 0.5
"""Names score as a match from here on: likelier the same party than not, by the name alone."""

NAME_WEIGHTS: Final[dict[str, int]] = {
    "agreement": 17,
    "rarity": 9,
    "missing-part": -34,
    "extra-part": -46,
    "different-part": -20,
    "spelling": -22,
    "transliteration": -3,
    "scan-error": -12,
    "initial": -14,
    "cut-short": -16,
    "vowels-dropped": -14,
    "nickname": -8,
    "spacing": -3,
    "order": -2,
    "number": -30,
    "sibling": -14,
    "single-word": -14,
}

CONTEXT_WEIGHTS: Final[dict[str, int]] = {
    "weak-alias": -16,
    "common-word": -32,
    "one-word": -18,
    "longer-name": -20,
    "lower-case": -12,
    "spelled-out": 24,
    "country": 6,
    "country-conflict": -4,
    "role": 6,
    "organisation-type": 3,
    "gender": 1,
    "gender-conflict": -8,
    "birth-date": 12,
    "birth-date-conflict": -14,
    "listed-company": 4,
    "identifier": 40,
}
