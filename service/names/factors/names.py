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
