"""Is a name part of a longer one? The capitalised words right beside it."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA

from service.names.letters import plain
from service.names.tables.demonyms import COUNTRY_WORDS
from service.names.tables.geography import GEOGRAPHY
from service.names.tables.ordinary import ORDINARY
from service.names.tables.words import BUSINESS, LEGAL, PARTICLES, TITLES
from service.text.document import Document

LONGEST_HEADLINE = 400
"""Characters of the longest line that is a headline."""
_LONG_FORMS = tuple(sorted(form for form in LEGAL if len(form) > 5))


@lru_cache(maxsize=16384)
def is_legal_form(text: str) -> bool:
    """Whether a word in plain letters is a legal form, a long one perhaps misspelt by a letter."""
    if text in LEGAL:
        return True
    if len(text) < 6 or text in ORDINARY:
        return False
    return any(OSA.distance(text, form, score_cutoff=1) <= 1 for form in _LONG_FORMS)


def continues_name(document: Document, first: int, last: int, *, person: bool = True) -> tuple[bool, bool]:
    """Whether the word before, and the word after, words `first..last` belongs to the same name.

    Titles, places, legal forms and the first word of a sentence do not; in a headline written with capitals no
    ordinary word does.
    """
    before = (
        first > 0 and _joins(document, first - 1, first) and _name_word(document, first - 1, before=True, person=person)
    )
    after = last < len(document.tokens) and _joins(document, last - 1, last)
    return before, after and _name_word(document, last, before=False, person=person)


def _joins(document: Document, left: int, right: int) -> bool:
    """Whether only a space or hyphen stands between two words."""
    gap = document.norm[document.tokens.ends[left] : document.tokens.starts[right]]
    return gap in (" ", "-", "'")


def _name_word(document: Document, place: int, *, before: bool, person: bool) -> bool:
    """Whether a word beside a name reads as part of it."""
    start, end = document.tokens.starts[place], document.tokens.ends[place]
    word = document.norm[start:end]
    if not word[0].isupper() or len(word) == 1:
        return False
    text = plain(word)
    if text in TITLES or text in PARTICLES or text in GEOGRAPHY or is_legal_form(text):
        return False
    if document.fold[start:end] in COUNTRY_WORDS:
        return False
    sentence = document.sentences[document.sentence_index(start)]
    if _headline(document, sentence):
        return False
    if text in ORDINARY or text in BUSINESS:
        return not (before or person)
    return not (before and start == sentence[0] and not person)


def _headline(document: Document, sentence: tuple[int, int]) -> bool:
    """Whether a line without a full stop has most words capitalised, so that a capital says nothing."""
    if sentence[1] - sentence[0] > LONGEST_HEADLINE:
        return False
    text = document.norm[sentence[0] : sentence[1]].rstrip()
    words = text.split()
    if text.endswith("."):
        return False
    return sum(word[0].isupper() for word in words) * 2 > len(words) + 1
