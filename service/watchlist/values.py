"""Single values as publishers write them: white space, dates, scripts, names with several spellings in one field."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import Any

_MONTHS = {
    name: month
    for month, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_ISO = re.compile(r"(?<!\d)((?:1[6-9]|20)\d\d)([-/.]?)(\d{2})\2(\d{2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)")
_DAY_MONTH = re.compile(r"(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([A-Za-z]{3,9})\.?,?[ -](\d{4})(?!\d)")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(?!\d)")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
"""Format characters (Unicode category Cf) that publishers' files contain."""
_MIXED = re.compile(r"^(.+?)\s*\((.+)\)$")
_NUMBER = re.compile(r"(?:^|(?<=[\s.,;]))\(?(?:\d|[a-z]|i{1,3}|iv|v)\)\s*", re.IGNORECASE)
_SCRIPTS = {
    "LATIN": "Latin", "CYRILLIC": "Cyrillic", "ARABIC": "Arabic", "HANGUL": "Hangul", "CJK": "Han",
    "HIRAGANA": "Kana", "KATAKANA": "Kana", "HEBREW": "Hebrew", "GREEK": "Greek", "THAI": "Thai",
    "DEVANAGARI": "Devanagari", "GEORGIAN": "Georgian", "ARMENIAN": "Armenian", "MYANMAR": "Myanmar",
    "BENGALI": "Bengali", "ETHIOPIC": "Ethiopic", "KHMER": "Khmer", "LAO": "Lao", "TAMIL": "Tamil",
    "FULLWIDTH": "Latin", "MODIFIER": "Latin",
}  # fmt: skip


def clean(text: str | None) -> str:
    """The text with every run of white space as one blank, none at the ends; empty for None.

    Invisible characters (zero-width, soft hyphen, byte order mark, direction marks) are dropped: they hide in names.
    """
    if not text:
        return ""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(_INVISIBLE.sub("", text).split())


def as_texts(value: object) -> Any:
    """JSON with every number as text and every null left out, so that readers meet no other types."""
    if isinstance(value, dict):
        return {str(key): as_texts(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [as_texts(item) for item in value if item is not None]
    return value if isinstance(value, str) else str(value)


@lru_cache(maxsize=4096)
def _script_of_char(char: str) -> str:
    """The script of one letter, empty for what is no letter."""
    if not char.isalpha():
        return ""
    return _SCRIPTS.get(unicodedata.name(char, "").split(" ", 1)[0].split("-", 1)[0], "Other")


def script_of(text: str) -> str:
    """The script of most letters of a name; `Latin` where there is none, `Kana` as soon as one kana stands in it."""
    if text.isascii() or max(text, default="") < "\u0250":  # all before it is Latin: most accented names end here
        return "Latin"
    counts = Counter(filter(None, map(_script_of_char, text)))
    if "Kana" in counts:
        return "Kana"
    return min(counts, key=lambda script: (-counts[script], script)) if counts else "Latin"


def iso_date(text: str | None) -> str | None:
    """A date as coarse as it is written: `2012-12-31`, `1970-03`, `1970`; None where no date stands.

    `00` for an unknown day or month is left out (`00/00/1980` -> `1980`). Slashed dates are read day first,
    unless the year stands first.
    """
    text = clean(text)
    if not text:
        return None
    if match := _ISO.search(text):
        return _joined(match[1], match[3], match[4])
    if match := _SLASHED.search(text):
        day, month = match[1], match[2]
        return _joined(match[3], day, month) if int(month) > 12 else _joined(match[3], month, day)
    if (match := _MONTH_DAY.search(text)) and match[1][:3].lower() in _MONTHS:
        return _joined(match[3], str(_MONTHS[match[1][:3].lower()]), match[2])
    if (match := _DAY_MONTH.search(text)) and match[2][:3].lower() in _MONTHS:
        return _joined(match[3], str(_MONTHS[match[2][:3].lower()]), match[1] or "0")
    if match := _YEAR.search(text):
        return match[1]
    return None


def _joined(year: str, month: str, day: str) -> str:
    """The parts that are known, as ISO 8601."""
    if not 1 <= int(month) <= 12:
        return year
    if not 1 <= int(day) <= 31:
        return f"{year}-{int(month):02d}"
    return f"{year}-{int(month):02d}-{int(day):02d}"


def years_between(first: str | None, last: str | None) -> tuple[str, ...]:
    """Every year of a span of at most ten years, else only its ends."""
    years = [int(year[:4]) for year in (first, last) if year]
    if len(years) < 2:
        return tuple(map(str, years))
    low, high = sorted(years)
    return tuple(map(str, range(low, high + 1))) if high - low <= 10 else (str(low), str(high))


def split_outside(text: str, separators: str) -> list[str]:
    """Parts between separators that stand outside brackets; empty parts are left out."""
    if not any(separator in text for separator in separators):
        return [clean(text)] if text.strip() else []
    parts, depth, start = [], 0, 0
    for place, char in enumerate(text):
        if char in "([":
            depth += 1
        elif char in ")]":
            depth = max(0, depth - 1)
        elif char in separators and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    parts.append(text[start:])
    return [part for part in map(clean, parts) if part]


def numbered(text: str | None) -> list[str]:
    """The items of `(1) Iraq (2) Syria`, `a) x b) y` or `1) x 2) y`; a text without numbers is one item."""
    return [item for item in map(clean, _NUMBER.split(clean(text))) if item.strip(" .,;")]


def name_parts(text: str | None, *, separators: str = ";") -> list[str]:
    """The names in a field that may hold several, as `A; B` or as `original script (Latin; Latin)`."""
    names = []
    for part in split_outside(clean(text), separators):
        match = None if part.isascii() else _MIXED.match(part)
        if match and script_of(match[1]) != script_of(match[2]):
            inner = match[2].removeprefix("original script:")
            names += [clean(match[1]), *split_outside(inner, separators)]
        else:
            names.append(part)
    return [name for name in names if any(char.isalnum() for char in name)]
