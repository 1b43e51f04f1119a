"""Names in disguise: letters with spaces between them, digits written for letters; read plainly, found in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service.model.article import Article
from service.names.candidates import CandidateSource
from service.names.letters import SPACED, gaps_in_words
from service.names.overlap import Ranges
from service.names.signs import words_with
from service.text.document import Document, read

_LONE_LETTERS = re.compile(r" \w \w \w ")
"""What every word with spaced letters holds; quick to look for."""
NEAR = 200
"""Characters on either side of a word in disguise that are read again."""
_DIGITS = str.maketrans("013457", "oieast")
_LEET = re.compile(r"\b(?=[A-Za-z]*[013457])(?=[0-9]*[A-Za-z])(?:[A-Za-z]*[013457]){1,4}[A-Za-z]*\b")
"""A word of letters with some of the digits that look like letters."""
_DIGIT_BY_LETTER = re.compile("[013457](?:[A-Za-z]|(?<=[A-Za-z][013457]))")
"""What every such word has; quick to look for."""


def disguised_candidates(document: Document, source: CandidateSource) -> Iterator[tuple[int, int, int]]:
    """What the index proposes for words in disguise, `(start, end, name_id)` in the document's own places."""
    norm = document.norm
    spaced = [found.span() for found in SPACED.finditer(norm)] if _LONE_LETTERS.search(norm) else []
    leet = [
        found.span()
        for found in words_with(_DIGIT_BY_LETTER, norm, _LEET)
        if len(found.group()) > 2 and sum(map(str.isdigit, found.group())) * 2 < len(found.group())
    ]
    if not spaced and not leet:
        return
    words = sorted((*spaced, *leet))
    plainly = _read_plainly(norm, leet)
    gone = {start + place for start, end in spaced for place in gaps_in_words(norm[start:end])}
    kept = [place for near in _around(words, len(norm)) for place in near if place not in gone]
    copy = read(Article("".join(plainly[place] for place in kept)))
    if len(copy.norm) - copy.text_start != len(kept):
        return
    disguised = Ranges(words)
    for start, end, name_id in source.candidates(copy):
        first, last = kept[start - copy.text_start], kept[end - 1 - copy.text_start] + 1
        if disguised.touch(first, last):
            yield first, last, name_id


def _read_plainly(norm: str, leet: Sequence[tuple[int, int]]) -> str:
    """The text with the digits of some words, in order, read as letters."""
    parts: list[str] = []
    done = 0
    for start, end in leet:
        parts += norm[done:start], norm[start:end].translate(_DIGITS)
        done = end
    return "".join((*parts, norm[done:]))


def _around(words: Sequence[tuple[int, int]], length: int) -> Iterator[range]:
    """The places around some words in order, each once: enough for every name that may hold one of them."""
    done = 0
    for start, end in words:
        begin, stop = max(done, start - NEAR), min(length, end + NEAR)
        if begin < stop:
            yield range(begin, stop)
        done = max(done, stop)
