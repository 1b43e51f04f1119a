"""Where do words begin and end?

A word is a run of letters and digits. An apostrophe inside belongs to the word (`O'Brien`, `don't`), a possessive
`'s` does not (`Kozhemyako's` is the word `Kozhemyako`), a hyphen parts two words (`Jong-un` is `Jong`, `un`). A number
keeps its inner point, comma and colon (`1,000`, `10:45`). Han and Kana have no spaces: every character is a word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

import numpy as np

_MARKS: Final = "\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u1049\u1780-\u17d3"
"""Scripts of South and South-East Asia, whose vowel signs are no letters to a regular expression."""
_UNSPACED: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
_INNER: Final = r"[.,:'](?:(?<=\d[.,:])(?=\d)|(?<=')(?![sS]\b))"
"""The mark is read first and judged by looking back, so that a word that no mark follows is done at once."""
_SPACED: Final = rf"(\w++(?:{_INNER}\w++)*+)(?:'[sS]\b)?"
_ASCII: Final = re.compile(_SPACED, re.ASCII)
_LETTERS: Final = re.compile(_SPACED)
_ANY: Final = re.compile(
    rf"([{_UNSPACED}]|(?:[^\W{_UNSPACED}]|[{_MARKS}])++(?:{_INNER}[^\W{_UNSPACED}]++)*+)(?:'[sS]\b)?"
)
_NEEDS_ANY: Final = re.compile(rf"[{_UNSPACED}{_MARKS}]")
SHORT: Final = 300
"""Characters of a text for which the compiled function is not worth loading."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words as parallel sequences of starts and ends, half-open, in ascending order, never touching twice."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        """How many words."""
        return len(self.starts)

    def index(self, position: int) -> int:
        """The word that holds `position`, else the last one that begins before it; 0 before the first."""
        return max(bisect_right(self.starts, position) - 1, 0)


def tokenize(norm: str) -> Tokens:
    """The words of a normalised text."""
    return by_pattern(norm) if len(norm) < SHORT else by_kernel(norm)


def by_pattern(norm: str) -> Tokens:
    """The words as the patterns say them; for short texts."""
    pattern = _ASCII if norm.isascii() else _ANY if _NEEDS_ANY.search(norm) else _LETTERS
    words = norm.replace("_", " ")
    spans = [match.span(1) for match in pattern.finditer(words)]
    if not spans:
        return Tokens((), ())
    starts, ends = zip(*spans, strict=True)
    return Tokens(starts, ends)


def by_kernel(norm: str) -> Tokens:
    """The same words, a tenth of the time for an article; numba is loaded here."""
    from service.jit import code_points
    from service.text.characters import kinds
    from service.text.kernels.words import cut_words

    codes = code_points(norm)
    room = np.empty((2, len(codes)), dtype=np.int32)
    number = cut_words(codes, kinds(), room[0], room[1])
    return Tokens(tuple(room[0, :number].tolist()), tuple(room[1, :number].tolist()))
