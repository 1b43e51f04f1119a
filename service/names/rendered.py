"""Names in scripts that the index does not hold: read in Latin letters, Korean sounds or English, found in place.

A list often has a name in Latin letters only. A copy of the article's words in another script is written in the letters
of lists, and what the index proposes for the copy is a proposal for the words it was made of; the comparison decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from service.model.article import Article
from service.model.entity import Entity, Name
from service.names.candidates import CandidateSource
from service.names.han import HAN, korean_syllable
from service.names.kontsevich import KOREAN_NAME, readings
from service.names.letters import plain
from service.names.originals import JOSA
from service.names.translate import pieces
from service.text.document import Document, read

_OTHER = re.compile("[\u0400-\u052f\u0620-\u06ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]")
_LINE = re.compile(
    "[\u0400-\u052f\u0620-\u06ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3]"
    "(?:[0-9 \u00b7\u0400-\u052f\u0620-\u06ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3-]*"
    "[0-9\u0400-\u052f\u0620-\u06ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3])?"
)
"""Words of other scripts in a row."""
_HANGUL = re.compile("[\uac00-\ud7a3]")
_ARABIC = re.compile("[\u0620-\u06ff]")
_HAN_RUN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{2,}")
_PARTS = re.compile(r"[^\W\d_]+|.", re.DOTALL)
_WORD = re.compile(r"\w+")
_SERVANT = re.compile("\u0639\u0628\u062f \u0627\u0644\\w+|\\w+")
"""A word, or the two words of `Abd al-`, which lists write together as well."""
_SERVANT_SPACE = re.compile("(?<=^\u0639\u0628\u062f) \u0627")
MOST_RENDERED = 40_000
"""Characters in other scripts that are read."""
MOST_ROWS = 2_000
"""Proposals that each way of reading may add."""
_OTHERWISE = {"bank": "banking", "trade": "trading", "technology": "technical", "machinery": "machine"}
"""How lists in English call the same as well; the index takes these for other words."""
Row = tuple[int, int, int]


class _Copy:
    """Words in other letters, each with the place that it was made of."""

    __slots__ = ("parts", "places")

    def __init__(self) -> None:
        """Begin empty."""
        self.parts: list[str] = []
        self.places: list[tuple[int, int]] = []

    def put(self, text: str, start: int, end: int) -> None:
        """Append what a range of the article reads like."""
        self.parts.append(text)
        self.places += [(start, end)] * len(text)

    def candidates(self, source: CandidateSource) -> Iterator[Row]:
        """What the index proposes, in the places of the article."""
        text = "".join(self.parts)
        if not text.strip():
            return
        copy = read(Article(text))
        if copy.norm[copy.text_start :] != text:
            return
        for start, end, name_id in source.candidates(copy):
            first, last = self.places[start - copy.text_start], self.places[end - 1 - copy.text_start]
            yield first[0], last[1], name_id


def rendered_candidates(
    document: Document, source: CandidateSource, entries: Sequence[tuple[Entity, Name]]
) -> tuple[set[Row], bool]:
    """What the index proposes for words in other scripts, and whether all of them were read.

    The rows are `(start, end, name_id)` in the document's own places.
    """
    norm = document.norm
    lines, complete = _lines(norm)
    found: set[Row] = set()
    for write, persons in _WAYS if lines else ():
        copy = _Copy()
        for first, last in lines:
            write(copy, norm, first, last)
        rows = [row for row in copy.candidates(source) if persons or entries[row[2]][0].schema != "Person"]
        complete = complete and len(rows) <= MOST_ROWS
        found.update(rows[:MOST_ROWS])
    return found, complete


def _lines(norm: str) -> tuple[list[tuple[int, int]], bool]:
    """The ranges of words in other scripts, and whether they are all."""
    if norm.isascii() or _OTHER.search(norm) is None:
        return [], True
    found, left = [], MOST_RENDERED
    for line in _LINE.finditer(norm):
        start, end = line.start(), min(line.end(), line.start() + left)
        found.append((start, end))
        left -= end - start
        if left <= 0:
            return found, False
    return found, True


def _translated(copy: _Copy, norm: str, start: int, end: int) -> None:
    """Write the known words of bodies in English, what stands between them as it sounds."""
    found = list(pieces(norm[start:end]))
    if not any(one.english for one in found):
        return
    ways = [(True, False), (False, False)] if _HANGUL.search(norm, start, end) else [(False, False)]
    if any(one.english in _OTHERWISE for one in found):
        ways.append((False, True))
    for as_written, otherwise in ways:
        known = False
        for one in found:
            first, last = start + one.start, start + one.end
            particle = known and norm[first] != " " and JOSA.fullmatch(norm[first:last].strip()) is not None
            known = one.english != ""
            if particle:
                copy.put("\n\n", first, last)
            elif one.english:
                english = _OTHERWISE.get(one.english, one.english) if otherwise else one.english
                copy.put(f" {english.title()} ", first, last)
            elif HAN.search(norm, first, last):
                _spell(copy, norm, first, last)
            else:
                _copy_words(copy, norm, (first, last), as_written)
        copy.put("\n\n", end, end)


def _copy_words(copy: _Copy, norm: str, span: tuple[int, int], as_written: bool) -> None:
    """Copy what is no known word, as it stands or in Latin letters, the syllables of Hangul written together."""
    for part in _PARTS.finditer(norm, *span):
        text = part.group()
        if not as_written and text[0].isalpha():
            text = "".join(plain(text).split()).title()
        copy.put(text, *part.span())


def _spelt(copy: _Copy, norm: str, start: int, end: int) -> None:
    """Write Han as Chinese sounds and Arabic letters without the vowels that they leave out."""
    if _ARABIC.search(norm, start, end):
        for words in (_WORD, _SERVANT) if "\u0639\u0628\u062f \u0627\u0644" in norm[start:end] else (_WORD,):
            for word in words.finditer(norm, start, end):
                for part in plain(_SERVANT_SPACE.sub("", word.group())).split():
                    copy.put(f"{part.title()} ", *word.span())
            copy.put("\n\n", end, end)
        return
    for run in _HAN_RUN.finditer(norm, start, end):
        _spell(copy, norm, *run.span())
        copy.put("\n\n", end, end)


def _spell(copy: _Copy, norm: str, start: int, end: int) -> None:
    """Write characters as they sound in Chinese, one word each."""
    for place in range(start, end):
        copy.put(f"{plain(norm[place]).title()} ", place, place + 1)


def _in_korean(copy: _Copy, norm: str, start: int, end: int) -> None:
    """Write Han in Korean sounds."""
    for run in _HAN_RUN.finditer(norm, start, end):
        for place in range(*run.span()):
            copy.put(korean_syllable(norm[place], first=True), place, place + 1)
        copy.put("\n\n", end, end)


def _from_russian(copy: _Copy, norm: str, start: int, end: int) -> None:
    """Write Korean names in Russian letters in each of their readings."""
    for name in KOREAN_NAME.finditer(norm, start, end):
        for reading in readings(name.group()):
            copy.put(reading, *name.span())
            copy.put("\n\n", name.end(), name.end())


_WAYS: tuple[tuple[Callable[[_Copy, str, int, int], None], bool], ...] = (
    (_translated, False),
    (_spelt, True),
    (_in_korean, True),
    (_from_russian, True),
)
"""How words are written, and whether persons are looked for so."""
