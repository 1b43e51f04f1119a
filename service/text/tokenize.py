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

_MARKS: Final = "\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u1049\u1780-\u17d3"
"""Scripts of South and South-East Asia, whose vowel signs are no letters to a regular expression."""
_UNSPACED: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"
)
_ASCII: Final = re.compile(r"(\d+(?:[.,:]\d+)+|[A-Za-z0-9]+(?:'(?![sS]\b)[A-Za-z0-9]+)*)(?:'[sS]\b)?")
_ANY: Final = re.compile(
    rf"(\d+(?:[.,:]\d+)+|[{_UNSPACED}]|(?:(?![{_UNSPACED}_])[\w{_MARKS}])+(?:'(?![sS]\b)(?:(?![{_UNSPACED}_])\w)+)*)"
    rf"(?:'[sS]\b)?"
)
_SPACED: Final = re.compile(r"(\d+(?:[.,:]\d+)+|[^\W_]+(?:'(?![sS]\b)[^\W_]+)*)(?:'[sS]\b)?")
_NEEDS_ANY: Final = re.compile(rf"[{_UNSPACED}{_MARKS}]")


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
    pattern = _ASCII if norm.isascii() else _ANY if _NEEDS_ANY.search(norm) else _SPACED
    spans = [match.span(1) for match in pattern.finditer(norm)]
    if not spans:
        return Tokens((), ())
    starts, ends = zip(*spans, strict=True)
    return Tokens(starts, ends)
