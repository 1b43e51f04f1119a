"""In which language is it written? By script and function words where they say it, by statistics otherwise.

`und` when the text is too short or unclear. Deterministic; the statistical model is loaded when first needed.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Final

from service.text.scripts import count_scripts

UNKNOWN: Final = "und"
FEWEST_LETTERS: Final = 40
"""Letters below which neither function words nor statistics are trusted."""
FEWEST_WORDS: Final = 12
SAMPLE: Final = 800
"""Characters that are looked at."""

_BY_SCRIPT: Final = {"Hangul": "ko", "Thai": "th", "Hebrew": "he", "Greek": "el", "Armenian": "hy", "Georgian": "ka",
                     "Khmer": "km", "Lao": "lo", "Myanmar": "my", "Ethiopic": "am", "Tamil": "ta", "Telugu": "te",
                     "Bengali": "bn", "Gujarati": "gu", "Gurmukhi": "pa"}  # fmt: skip
_LATIN: Final = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "sl", "hr", "ro", "hu", "fi", "sv", "da",
                 "no", "et", "lv", "lt", "tr", "az", "id", "ms", "vi", "sw", "sq", "ca", "tl")  # fmt: skip
_AMONG: Final = {
    "Latin": _LATIN,
    "Cyrillic": ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn"),
    "Arabic": ("ar", "fa", "ur", "ps", "ug", "ku"),
    "Devanagari": ("hi", "mr", "ne"),
}
_ENGLISH: Final = """
the of and to in a is was for on that by with as at from has have had said were which its an be it are will been their
who this not but after
"""
_RUSSIAN: Final = (
    "и в на не что по с из для как это от за к о об был было были его также со при которые который после но"
)
_ARABIC: Final = "في من على إلى أن عن مع هذا هذه التي الذي قال بعد ما لا كان وقال كما بين خلال الى ان"
_FUNCTION_WORDS: Final = (
    ("en", frozenset(_ENGLISH.split()), frozenset("þðñãõ")),
    ("ru", frozenset(_RUSSIAN.split()), frozenset("іїєґўјљњћђџәңғүөқұһ")),
    ("ar", frozenset(_ARABIC.split()), frozenset("پچژگکیٹڈڑےۀې")),
)
"""Language, its commonest words (a fifth or so of any running text), letters that it does not have."""
_SHARE: Final = {"en": 5, "ru": 7, "ar": 8}
"""One word in so many must be a function word."""


def primary_tag(tag: str) -> str:
    """The primary part of a BCP 47 tag: `en` of `en-US`."""
    return tag.replace("_", "-").split("-")[0].strip().lower() or UNKNOWN


def detect_language(text: str) -> str:
    """The BCP 47 primary tag of the text's language, `und` when it is too short or unclear. Deterministic."""
    sample = text[:SAMPLE]
    return _by_function_words(sample.lower()) or _by_script(sample)


def _by_function_words(sample: str) -> str | None:
    """The language whose function words abound, None for none: cheaper than the model, and enough for most news."""
    words = sample.split()
    if len(words) < FEWEST_WORDS:
        return None
    for tag, function_words, foreign in _FUNCTION_WORDS:
        if sum(map(function_words.__contains__, words)) * _SHARE[tag] >= len(words) and foreign.isdisjoint(sample):
            return tag
    return None


def _by_script(sample: str) -> str:
    """What the script says, or the statistics among the languages of the script."""
    counts = count_scripts(sample)
    letters = sum(counts.values())
    if not letters:
        return UNKNOWN
    east = counts.get("Han", 0) + counts.get("Kana", 0)
    hangul = counts.get("Hangul", 0)
    if hangul * 2 > letters - east and hangul >= east:
        return "ko"
    if east * 2 > letters:
        return "ja" if counts.get("Kana", 0) * 10 > east else "zh"
    script, number = next(iter(counts.items()))
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    if script not in _AMONG or number < FEWEST_LETTERS:
        return UNKNOWN
    among = _AMONG[script]
    return next((str(tag) for tag, _ in load_model().rank(sample) if tag in among), UNKNOWN)


@lru_cache(maxsize=1)
def load_model() -> Any:
    """The statistical model; half a second the first time."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
