"""How far does a name reach in the text? Words beside a rough range that belong to it, and those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from service.names.letters import plain
from service.names.likeness import likeness
from service.names.prepare import Token, make_token
from service.names.surroundings import is_legal_form
from service.names.tables.words import ROMAN
from service.text.document import Document

FUNCTION_WORDS = frozenset(
    ("the", "of", "and", "in", "for", "at", "to", "a", "an", "by", "on", "with", "or", "from", "as", "is")
)
LONGEST_FORM = 8
"""Words of the longest legal form: `Obshchestvo s ogranichennoy otvetstvennostyu`, `Co., Ltd.` in a row."""
Neighbour = tuple[tuple[int, int], str, bool]
"""The range with a neighbouring word, the word, and whether it only ties words together."""
_INNER_MARK = re.compile(r"[():;,]")
_LEGAL_GAP = re.compile(r"\.?,? ?|\.? & ")
_ANNOUNCED = re.compile(r" ?(?:[Nn][Oo]\.? ?|[Nn][Rr]\.? ?|№ ?|#)(\d+)\b")
_BEHIND_SIGN = re.compile(r"\.? ?(\d+)\b")
_DIGITS = re.compile(r"(\d+)(?![\d.,:]\d)")
_LETTERS = re.compile(r"(?:[Dd][Ee] )?\w(?:\.\w){1,4}|[Dd][Ee] (?:CV|RL)\b")
"""A legal form in letters with points, as in `S.A. de C.V.`."""


class Ranges:
    """The words around ranges of one article; each range is looked at once, however many names may stand there."""

    __slots__ = ("_legal", "_near", "_trimmed", "document")

    def __init__(self, document: Document) -> None:
        """Take an article; nothing is looked at yet."""
        self.document = document
        self._trimmed: dict[tuple[int, int], tuple[int, int]] = {}
        self._legal: dict[tuple[int, int], tuple[int, int]] = {}
        self._near: dict[tuple[int, int], tuple[Neighbour, ...]] = {}

    def trim(self, span: tuple[int, int]) -> tuple[int, int]:
        """A range without words at its ends that only tie words together."""
        if span not in self._trimmed:
            self._trimmed[span] = _trim(self.document, *span)
        return self._trimmed[span]

    def with_legal_forms(self, span: tuple[int, int]) -> tuple[int, int]:
        """The range of a body's name with the legal forms around it: `Apollon` -> `OOO Apollon`."""
        if span not in self._legal:
            self._legal[span] = _with_legal_forms(self.document, *span)
        return self._legal[span]

    def word_for_word(self, span: tuple[int, int], raw: str) -> tuple[int, int]:
        """The range of a name that has marks inside it and stands here mark for mark: `AL-HARAMAYN (KENYA)`.

        Such marks end a run of words elsewhere, so that only a part of the name was proposed.
        """
        if not _INNER_MARK.search(raw):
            return span
        start, end = span
        low, name = max(0, start - len(raw)), raw.lower()
        written = self.document.norm[low : end + len(raw)]
        around = written.lower()
        at = around.find(name) if len(around) == len(written) else -1  # some capitals grow: no range would fit
        while at >= 0:
            found = (low + at, low + at + len(name))
            if found[0] <= start and end <= found[1]:
                return found
            at = around.find(name, at + 1)
        return span

    def extend(self, span: tuple[int, int], missing: tuple[Token, ...]) -> tuple[int, int] | None:
        """The range with the next word after or before it, where that word answers to a missing word of the name."""
        if not missing:
            return None
        if span not in self._near:
            self._near[span] = tuple(_neighbours(self.document, *span))
        for wider, word, ties in self._near[span]:
            if ties and not (word[0].isupper() and any(plain(word) == other.text for other in missing)):
                continue
            if ties or _answers(word, missing):
                return wider
        return None


def _trim(document: Document, start: int, end: int) -> tuple[int, int]:
    """A range without words at its ends that only tie words together."""
    tokens = document.tokens
    first, last = document.token_index(start), document.token_index(max(end - 1, start)) + 1
    if last - first < 2:
        return start, end
    low, high = first, last
    while high - low > 1 and _is_function_word(document, low):
        low += 1
    while high - low > 1 and _is_function_word(document, high - 1):
        high -= 1
    return (start if low == first else tokens.starts[low]), (end if high == last else tokens.ends[high - 1])


def _neighbours(document: Document, start: int, end: int) -> Iterator[Neighbour]:
    """The words right after and right before a range that may belong to the same name."""
    tokens, norm = document.tokens, document.norm
    first, last = document.token_index(start), document.token_index(max(end - 1, start))
    number = _number_behind(document, last, end)
    if number is not None:
        yield (start, number.end()), number.group(1), False
    if last + 1 < len(tokens) and tokens.ends[last] == end and not parted(norm[end : tokens.starts[last + 1]]):
        after = tokens.ends[_dotted(document, last + 1)[1] - 1]
        yield (start, after), norm[tokens.starts[last + 1] : after], _is_function_word(document, last + 1)
    if first > 0 and tokens.starts[first] == start:
        head = _dotted(document, first - 1)[0]
        gap = norm[tokens.ends[first - 1] : start]
        if not parted(gap) or (head < first - 1 and gap == ". "):
            before = tokens.starts[head]
            yield (before, end), norm[before : tokens.ends[first - 1]], _is_function_word(document, first - 1)


def _number_behind(document: Document, last: int, end: int) -> re.Match[str] | None:
    """A number right behind the last word: announced, as in `Chon Myong No. 1`, or written together with Hangul."""
    if end < document.tokens.ends[last]:
        return _DIGITS.match(document.norm, end)
    sign = _BEHIND_SIGN if document.norm[max(0, end - 3) : end].lower() == " no" else _ANNOUNCED
    return sign.match(document.norm, end)


def _dotted(document: Document, place: int) -> tuple[int, int]:
    """The words, half-open, of the letters with points between them at a word: `I.P.C.`; else the word alone."""
    first, last = place, place + 1
    while first > 0 and _pointed(document, first - 1):
        first -= 1
    while last < len(document.tokens) and _pointed(document, last - 1):
        last += 1
    return first, last


def _pointed(document: Document, place: int) -> bool:
    """Whether a word and the next are letters with a point between them."""
    starts, ends = document.tokens.starts, document.tokens.ends
    return (
        ends[place] - starts[place] == 1 == ends[place + 1] - starts[place + 1]
        and document.norm[ends[place] : starts[place + 1]] == "."
    )


def _with_legal_forms(document: Document, start: int, end: int) -> tuple[int, int]:
    """The range of a body's name with the legal forms right before and behind it: `Apollon` -> `OOO Apollon`."""
    tokens, norm = document.tokens, document.norm
    first, last = document.token_index(start), document.token_index(max(end - 1, start)) + 1
    if end == tokens.ends[last - 1]:
        last = _dotted(document, last - 1)[1]
        end = tokens.ends[last - 1]
    for _ in range(LONGEST_FORM):
        if last < len(tokens) and _LEGAL_GAP.fullmatch(norm, end, tokens.starts[last]):
            letters = _LETTERS.match(norm, tokens.starts[last])
            stop = letters.end() if letters else tokens.ends[last]
            if _is_form(norm[tokens.starts[last] : stop]):
                end = stop
                last = document.token_index(stop - 1) + 1
                continue
        break
    for _ in range(LONGEST_FORM):
        if first > 0 and norm[tokens.ends[first - 1] : start] in (" ", ' "', ' "'):
            word = norm[tokens.starts[first - 1] : tokens.ends[first - 1]]
            if (len(word) > 2 or word.isupper() or word == "S") and _is_form(word):
                start, first = tokens.starts[first - 1], first - 1
                continue
        break
    return start, end


@lru_cache(maxsize=4096)
def _is_form(word: str) -> bool:
    """Whether a capitalised word is a legal form."""
    form = word[3:] if word[:3].lower() == "de " else word
    return form[0].isupper() and is_legal_form(plain(form).replace(" ", ""))


@lru_cache(maxsize=16384)
def _answers(word: str, missing: tuple[Token, ...]) -> bool:
    """Whether a word of the article is one of the missing words, or the first or last part of one."""
    for part, token in _read_alone(word):
        for other in missing:
            alike = likeness(token, other, "")
            if alike is not None and (alike[0] != "initial" or word[0].isupper()):
                return True
            if len(part) > 1 and len(other.text) > len(part) + 1 and other.text.startswith(part):
                return True
    return False


@lru_cache(maxsize=8192)
def _read_alone(word: str) -> tuple[tuple[str, Token], ...]:
    """The parts of a word of the article, each with what it reads as by itself."""
    return tuple(
        [(part, make_token(ROMAN.get(part, part) if len(part) > 1 else part, True)) for part in plain(word).split()]
    )


def _is_function_word(document: Document, place: int) -> bool:
    """Whether a word at the end of a range only ties words together."""
    start, end = document.tokens.starts[place], document.tokens.ends[place]
    return document.fold[start:end] in FUNCTION_WORDS and document.norm[end : end + 1] != "."


def parted(gap: str) -> bool:
    """Whether what stands between two words ends a name."""
    return "\n\n" in gap or any(char in ';:!?()[]|"\n' for char in gap) or ". " in gap
