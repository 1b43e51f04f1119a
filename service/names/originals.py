"""Which names in their original script stand in the text, letter by letter? Han, Kana, Hangul, Arabic, Cyrillic.

Romanising loses what these scripts tell apart, and Chinese and Japanese have no words to look up. One pass over the
folded text finds them all; a text without such letters is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import ahocorasick_rs

from service.model.entity import Name
from service.names.bracketed import bare_name
from service.names.han import load_han
from service.text.document import Document
from service.text.normalize import fold
from service.text.typography import normalize

_HAN = "\u3005-\u3007\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_SCRIPTS = re.compile(rf"[\u0400-\u052f\u0620-\u06ff\uac00-\ud7a3{_HAN}]")
_UNSPACED = re.compile(f"[{_HAN}]")
_SKIPPED = re.compile(rf"(?<=[{_HAN}])[ ·・=](?=[{_HAN}])|(?<=عبد) (?=ال)")
"""What is written or left out at will: spaces and points between characters, the space of `Abd al-`."""
_LETTERS = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك"}
)
"""Arabic and Persian letters that writers take for one another."""
_CLITICS = re.compile("[وف]?(?:[بكل]?(?:ال)?|لل)")
"""`and`, `to`, `with`, `as` and the article, which Arabic writes together with the word behind them."""
JOSA = re.compile(
    "(?:씨|님|측|들|호)?(?:은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|와|과|도|로|으로|만|뿐|부터|까지|보다|처럼|이나|나|이란|란"
    "|이라는|라는|이라고|라고|이며|며|이고|고|이다|다|입니다|인|이라|라|하고|등|등의|등이|등을|에는|에도|에게는|에서는|로서|으로서)?"
)
"""What Korean writes together with a name: forms of address and particles."""
MIN_LETTERS = 2
MOST_FOUND = 3_000
"""Names in their original script that are compared in one article; beyond them the result says that it is cut."""
MOST_SEEN = 50_000
"""Places with the letters of such a name, most of them inside other words, that are looked at."""
_FURTHEST = 8
"""Characters beside a name that can tell whether it stands alone: no particle or clitic is longer."""


def in_original_script(text: str) -> bool:
    """Whether a listed name has letters of a script that is looked for letter by letter."""
    return not text.isascii() and _SCRIPTS.search(text) is not None


class Originals:
    """The original-script names of some lists, found in one pass."""

    __slots__ = ("_automaton", "_ids")

    def __init__(self, names: Iterable[Name]) -> None:
        """Take all names in the order of their numbers; those in Latin letters are left out."""
        found: dict[str, list[int]] = {}
        for name_id, name in enumerate(names):
            if in_original_script(name.text):
                for written in _spellings(name.text):
                    found.setdefault(written, []).append(name_id)
        self._ids = tuple(tuple(ids) for ids in found.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(found)) if found else None

    def find(self, document: Document) -> tuple[list[tuple[int, int, int]], bool]:
        """`(start, end, name_id)` in `norm` of every name that stands there whole, and whether these are all.

        Of nested names the longest counts.
        """
        if self._automaton is None or not in_original_script(document.norm):
            return [], True
        text = _level(document.fold)
        skipped = [found.start() for found in _SKIPPED.finditer(text)]
        if skipped:
            text = _SKIPPED.sub("", text)
        every = self._automaton.find_matches_as_indexes(text, overlapping=True)
        seen = islice(every, MOST_SEEN)
        whole = ((start, end, number) for number, start, end in seen if _stands_alone(text, start, end))
        hits = list(islice(whole, MOST_FOUND + 1))
        places = _Places(skipped)
        spans = ((places.of(start), places.of(end - 1) + 1, number) for start, end, number in _longest(hits))
        rows = [
            (start, end, name_id)
            for start, end, number in spans
            if not document.norm[start].islower()
            for name_id in self._ids[number]
        ]
        return rows[:MOST_FOUND], len(every) <= MOST_SEEN and max(len(hits), len(rows)) <= MOST_FOUND


class _Places:
    """The way back from a text without skipped characters."""

    __slots__ = ("_before",)

    def __init__(self, skipped: Sequence[int]) -> None:
        """Take the places of the skipped characters, ascending."""
        self._before = [place - rank for rank, place in enumerate(skipped)]

    def of(self, place: int) -> int:
        """Where a character stood."""
        return place + bisect_right(self._before, place)


def _level(folded: str) -> str:
    """A folded text with the forms of one character made one; the length stays."""
    levelled = folded.translate(_LETTERS)
    return levelled.translate(load_han()) if _UNSPACED.search(levelled) else levelled


def _spellings(name: str) -> Iterator[str]:
    """How a listed name is looked for: as it stands, in natural order, without an acronym in brackets."""
    written = {name, bare_name(name)}
    for text in tuple(written):
        if text.count(",") == 1:
            last, first = (part.strip() for part in text.split(","))
            written |= {f"{first} {last}", f"{last} {first}"}
    levelled = {_SKIPPED.sub("", _level(fold(normalize(text)[0]))).strip() for text in written}
    return (text for text in sorted(levelled) if len(text) >= MIN_LETTERS)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a name is no part of a longer word: characters have no words, Korean and Arabic tie small words to it."""
    before = start
    while before > max(0, start - _FURTHEST) and _same_word(text[before - 1], text[start]):
        before -= 1
    after = end
    while after < min(len(text), end + _FURTHEST) and _same_word(text[after], text[end - 1]):
        after += 1
    head, tail = text[before:start], text[end:after]
    if not head and not tail:
        return True
    if tail and "\uac00" <= text[end - 1] <= "\ud7a3":
        return not head and JOSA.fullmatch(tail) is not None
    return not tail and "\u0620" <= text[start] <= "\u06ff" and _CLITICS.fullmatch(head) is not None


def _same_word(char: str, edge: str) -> bool:
    """Whether a character beside the edge of a name is of its word."""
    return not _UNSPACED.match(edge) and not _UNSPACED.match(char) and char.isalnum()


def _longest(hits: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    """The hits that lie in no longer one, in the order of the text."""
    reach, last = -1, (-1, -1)
    for start, end, number in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
        if end > reach or (start, end) == last:
            reach, last = max(reach, end), (start, end)
            yield start, end, number
