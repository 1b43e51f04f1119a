"""What is a body called in English? Its ordinary words, from Korean, Chinese, Russian and Arabic script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from service.names.han import load_han
from service.names.tables.translated import ENDINGS, WORDS

_RUN = re.compile(
    "(?P<hangul>[\uac00-\ud7a3]+)|(?P<han>[\u3400-\u4dbf\u4e00-\u9fff]+)|(?P<cyrillic>[\u0400-\u052f]+)|(?P<arabic>[\u0620-\u06ff]+)"
)
_CLITIC = re.compile("[وبلف]?ال|[وبلف]")
"""`and`, `to`, `with` and the article, which Arabic writes together with the word behind them."""
_LONGEST = max(len(word) for word in WORDS)
_SHORTEST_STEM = 4
_LONGEST_ENDING = 3


class Piece(NamedTuple):
    """Part of a text: its range, and its English where it is a known word."""

    start: int
    end: int
    english: str


def pieces(text: str) -> Iterator[Piece]:
    """A text cut into known words of other scripts and what stands between them."""
    done = 0
    for run in _RUN.finditer(text):
        if run.start() > done:
            yield Piece(done, run.start(), "")
        unspaced = run.lastgroup in ("hangul", "han")
        yield from _cut(text, *run.span()) if unspaced else [Piece(*run.span(), _english(run.group(), run.lastgroup))]
        done = run.end()
    if done < len(text):
        yield Piece(done, len(text), "")


@lru_cache(maxsize=4096)
def translate(text: str) -> str:
    """The name of a body with its known words in English: `조선무역은행` -> `korea trade bank`."""
    if text.isascii():
        return text
    return "".join(f" {one.english} " if one.english else text[one.start : one.end] for one in pieces(text))


def _cut(text: str, start: int, end: int) -> Iterator[Piece]:
    """A run of Hangul or Han, the longest known words first; a single syllable is a word behind a known one only."""
    run = text[start:end].translate(load_han())
    place, plain_from = 0, 0
    after_word = start > 0 and text[start - 1].isdigit()
    while place < len(run):
        longest = min(_LONGEST, len(run) - place)
        size = next((size for size in range(longest, 0, -1) if run[place : place + size] in WORDS), 0)
        if not size or (size == 1 and not (after_word and plain_from == place)):
            place += 1
            continue
        if plain_from < place:
            yield Piece(start + plain_from, start + place, "")
        yield Piece(start + place, start + place + size, WORDS[run[place : place + size]])
        place += size
        plain_from, after_word = place, True
    if plain_from < len(run):
        yield Piece(start + plain_from, end, "")


@lru_cache(maxsize=16384)
def _english(word: str, script: str | None) -> str:
    """The English of a Russian or Arabic word, empty for an unknown one."""
    folded = word.lower()
    if folded in WORDS:
        return WORDS[folded]
    if script == "arabic":
        return WORDS.get(_CLITIC.sub("", word, count=1), "") if len(word) > 4 else ""
    for size in range(len(folded) - 1, max(_SHORTEST_STEM, len(folded) - _LONGEST_ENDING) - 1, -1):
        if folded[:size] in WORDS and ENDINGS.issuperset(folded[size:]):
            return WORDS[folded[:size]]
    return ""
