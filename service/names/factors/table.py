"""The table of the factors of running text and context, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Callable

from service.names.factors import characters, context, fellows, in_text
from service.names.factors.look import Look

TEXT_FACTORS: dict[str, Callable[[Look], tuple[float, str] | None]] = {
    "weak-alias": in_text.weak_alias,
    "lower-case": in_text.lower_case,
    "longer-name": in_text.longer_name,
    "one-word": in_text.one_word,
    "common-words": in_text.common_words,
    "stray-initial": in_text.stray_initial,
    "main-word-missing": in_text.main_word_missing,
    "gap": in_text.gap,
    "ship-part": in_text.ship_part,
    "hangul": in_text.syllables,
    "characters": characters.few,
    "nothing-exact": in_text.nothing_exact,
    "named-in-full": fellows.named_in_full,
    "fellow-party": fellows.fellow_party,
}

QUALIFIERS: dict[str, Callable[[Look], context.Found | None]] = {
    "country": context.country,
    "role": context.role,
    "occupation": context.occupation,
    "gender": context.gender,
    "birth-date": context.birth_date,
    "ship": context.ship,
}
