"""Names in disguise: letters with spaces between them, digits written for letters; read plainly, found in place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from service.model.article import Article
from service.names.candidates import CandidateSource
from service.names.letters import SPACED
from service.text.document import Document, read

_LONE_LETTERS = re.compile(r" \w \w \w ")
"""What every word with spaced letters holds; quick to look for."""
_DIGITS = str.maketrans("013457", "oieast")
_LEET = re.compile(r"\b(?=[A-Za-z]*[013457])(?=[0-9]*[A-Za-z])(?:[A-Za-z]*[013457]){1,4}[A-Za-z]*\b")
"""A word of letters with some of the digits that look like letters."""


def disguised_candidates(document: Document, source: CandidateSource) -> Iterator[tuple[int, int, int]]:
    """What the index proposes for words in disguise, `(start, end, name_id)` in the document's own places."""
    norm = document.norm
    spaced = [found.span() for found in SPACED.finditer(norm)] if _LONE_LETTERS.search(norm) else []
    leet = [
        found.span()
        for found in _LEET.finditer(norm)
        if len(found.group()) > 2 and sum(map(str.isdigit, found.group())) * 2 < len(found.group())
    ]
    if not spaced and not leet:
        return
    plainly = norm
    for start, end in leet:
        plainly = plainly[:start] + plainly[start:end].translate(_DIGITS) + plainly[end:]
    kept = _without_spaces(len(norm), spaced)
    copy = read(Article("".join(plainly[place] for place in kept)))
    if len(copy.norm) - copy.text_start != len(kept):
        return
    for start, end, name_id in source.candidates(copy):
        first, last = kept[start - copy.text_start], kept[end - 1 - copy.text_start] + 1
        if any(first < stop and begin < last for begin, stop in (*spaced, *leet)):
            yield first, last, name_id


def _without_spaces(length: int, runs: Sequence[tuple[int, int]]) -> list[int]:
    """The places of a text that stay when the spaces inside some runs of letters go."""
    kept: list[int] = []
    last = 0
    for start, end in runs:
        kept += [*range(last, start), *range(start, end, 2)]
        last = end
    return [*kept, *range(last, length)]
