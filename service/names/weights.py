"""How many decibans is each factor worth? The one table; `docs/scoring.md` prints it.

A factor's points are its strength (0..1 unless its docstring says otherwise) times the weight here, rounded. Ten
points make a match ten times likelier. The integers were set by hand; a logistic regression over pairs of listed names
was the guide, not the source.
"""

from __future__ import annotations

from typing import Final

DEFAULT_THRESHOLD: Final = 0.5
"""Names score as a match from here on: likelier the same party than not, by the name alone."""

NAME_WEIGHTS: Final[dict[str, int]] = {
    "agreement": 18,
    "rarity": 6,
    "missing-part": -30,
    "extra-part": -30,
    "different-part": -10,
    "first-name": -8,
    "patronymic": -14,
    "other-initial": -12,
    "syllable": -14,
    "sibling": -9,
    "number": -25,
    "single-word": -12,
    "order": -4,
    "spelling": -14,
    "transliteration": -2,
    "scan-error": -7,
    "initial": -11,
    "cut-short": -12,
    "other-vowels": -6,
    "vowels-dropped": -13,
    "name-variant": -5,
    "kindred-word": -16,
    "spacing": -4,
}

CONTEXT_WEIGHTS: Final[dict[str, int]] = {
    "weak-alias": -24,
    "lower-case": -24,
    "longer-name": -20,
    "one-word": -26,
    "common-words": -24,
    "stray-initial": -18,
    "main-word-missing": -18,
    "gap": -24,
    "ship-part": -20,
    "hangul": -30,
    "characters": -24,
    "nothing-exact": -10,
    "named-in-full": 24,
    "fellow-party": 5,
    "country": 6,
    "role": 6,
    "occupation": 14,
    "gender": 8,
    "birth-date": 12,
    "ship": 14,
    "identifier": 39,
}
"""Qualifiers count up when they agree and down when they conflict; unknown ones count nothing."""
