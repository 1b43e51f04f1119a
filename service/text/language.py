"""In which language is it written? By script where the script says it, by statistics otherwise; `und` when unsure."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from service.text.scripts import count_scripts

UNKNOWN: Final = "und"
FEWEST_LETTERS: Final = 40
"""Letters below which statistics are not trusted."""
SAMPLE: Final = 1_500
"""Characters that are looked at."""

_BY_SCRIPT: Final = {"Hangul": "ko", "Thai": "th", "Hebrew": "he", "Greek": "el", "Armenian": "hy", "Georgian": "ka",
                     "Khmer": "km", "Lao": "lo", "Myanmar": "my", "Ethiopic": "am", "Tamil": "ta", "Telugu": "te",
                     "Bengali": "bn", "Gujarati": "gu", "Gurmukhi": "pa"}  # fmt: skip
_LATIN: Final = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "ro", "hu", "fi", "sv", "da",
                 "no", "et", "lv", "lt", "tr", "az", "id", "ms", "vi", "sw", "sq", "ca", "tl")  # fmt: skip
_FUNCTION_WORDS: Final = """
the of and to in a is was for on that by with as at from has have had said were which its an be it are will been their
who this not but after
"""
_ENGLISH: Final = frozenset(_FUNCTION_WORDS.split())
"""Function words; a fifth of English running text, and cheaper than the model."""
_AMONG: Final = {
    "Latin": _LATIN,
    "Cyrillic": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn"),
    "Arabic": ("ar", "fa", "ur", "ps", "ug", "ku"),
    "Devanagari": ("hi", "mr", "ne"),
}


def primary_tag(tag: str) -> str:
    """The primary part of a BCP 47 tag: `en` of `en-US`."""
    return tag.replace("_", "-").split("-")[0].strip().lower() or UNKNOWN


def detect_language(text: str) -> str:
    """The BCP 47 primary tag of the text's language, `und` when it is too short or unclear. Deterministic."""
    sample = text[:SAMPLE]
    counts = count_scripts(sample)
    letters = sum(counts.values())
    if not letters:
        return UNKNOWN
    east = counts.get("Han", 0) + counts.get("Kana", 0)
    if counts.get("Hangul", 0) * 2 > letters - east and counts.get("Hangul", 0) >= east:
        return "ko"
    if east * 2 > letters:
        return "ja" if counts.get("Kana", 0) * 10 > east else "zh"
    script, number = next(iter(counts.items()))
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    if script not in _AMONG or number < FEWEST_LETTERS:
        return UNKNOWN
    return _classify(script, sample)


def _classify(script: str, sample: str) -> str:
    """What function words and else the statistics say, among the languages of the script."""
    if script == "Latin":
        words = sample.lower().split()
        if words.count("the") * 40 >= len(words) >= 12 and sum(map(_ENGLISH.__contains__, words)) * 5 >= len(words):
            return "en"
    among = _AMONG[script]
    return next((str(tag) for tag, _ in _identifier().rank(sample) if tag in among), UNKNOWN)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    """The statistical model; loaded when first needed."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
