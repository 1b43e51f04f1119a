"""What is each character, and how is it written in Latin letters? The fold table of the index (Build only.)"""

from __future__ import annotations

import unicodedata
from typing import Any

import numpy as np
import numpy.typing as npt
from anyascii import anyascii

FOLD_VERSION = 2
"""Raised whenever a table or a folding rule changes: an index of another version is refused."""

SEPARATOR, WORD, DIGIT, ABJAD, HANGUL, EXACT, APOSTROPHE, MARK, NEWLINE, STOP, COMMA, PARTING = range(12)
"""Kinds: WORD is romanised letter by letter, ABJAD has no vowels, EXACT (Han, Kana, Thai, ...) is not a word here."""
UPPER = 0x80
"""Flag beside the kind: an upper-case letter."""
ROMAN_SIZE = 0x2200
"""Code points below this have an entry in the romanisation table."""

_APOSTROPHES = "'`´’‘ʼʻʾʿ׳"
_PARTING = ';:()[]{}<>"|«»“”„（）「」『』《》；：؛•…'
_CYRILLIC = {"ь": "", "ъ": "", "ё": "e", "э": "e", "є": "e", "ї": "i", "ы": "y", "х": "kh", "ў": "u"}
_ABJAD = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ى": "a", "ة": "a", "ع": "", "ئ": "y", "ؤ": "w", "ء": "", "א": "a"}


def _kind(char: str) -> int:
    """The kind of one character."""
    code, category = ord(char), unicodedata.category(char)
    if char in _APOSTROPHES:
        return APOSTROPHE
    if char == "\n" or char in "\u2028\u2029\r":
        return NEWLINE
    if char in ".!?。！？":
        return STOP
    if char in ",،、，":
        return COMMA
    if char in _PARTING:
        return PARTING
    if category[0] == "M" or category == "Cf":
        return MARK
    if category == "Nd":
        return DIGIT
    if category[0] != "L":
        return SEPARATOR
    if 0xAC00 <= code < 0xD7A4:
        return HANGUL
    if 0x0590 <= code < 0x08FF or 0xFB1D <= code < 0xFF00:
        return ABJAD
    return WORD if code < ROMAN_SIZE else EXACT


def _roman(char: str) -> str:
    """Up to four ASCII letters for one character, lower case."""
    lower = char.lower()
    text = _CYRILLIC.get(lower, _ABJAD.get(lower))
    if text is None:
        text = anyascii(lower).lower()
    return "".join(c for c in text if c.isascii() and c.isalnum())[:4]


def character_tables() -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint32]]:
    """The kind of each code point of the BMP, and up to four Latin letters (packed, first lowest) for the alphabets."""
    kinds = np.zeros(0x10000, dtype=np.uint8)
    roman: npt.NDArray[Any] = np.zeros(ROMAN_SIZE, dtype=np.uint32)
    for code in range(0x10000):
        if 0xD800 <= code < 0xE000:
            continue
        char = chr(code)
        kind = _kind(char)
        kinds[code] = kind | (UPPER if unicodedata.category(char) in ("Lu", "Lt") else 0)
        if code < ROMAN_SIZE and kind in (WORD, DIGIT, ABJAD):
            roman[code] = int.from_bytes(_roman(char).encode("ascii"), "little")
    return kinds, roman
