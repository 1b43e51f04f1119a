"""Where exactly does a name stand? From a rough range to the words that belong to the name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from service.names.align import likeness
from service.names.compare import Comparison, assess
from service.names.factors.evidence import Evidence
from service.names.letters import plain
from service.names.prepare import PreparedName, make_token, prepare
from service.names.roster import NameIndex
from service.text.document import Document

FUNCTION_WORDS = frozenset(
    ("the", "of", "and", "in", "for", "at", "to", "a", "an", "by", "on", "with", "or", "from", "as", "is")
)
REACH = 4
"""Words beside the proposed range that may still belong to the name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Words `first..last` (half-open) of an article, as a range of `norm`, with the names that may stand there."""

    start: int
    end: int
    first: int
    last: int
    matches: tuple[tuple[int, Evidence, Comparison], ...]
    """(name_id, alignment, comparison) of each listed name."""

    def overlaps(self, other: Place) -> bool:
        """Whether both cover a common character."""
        return self.start < other.end and other.start < self.end


def settle(document: Document, proposals: Sequence[tuple[int, int, int]], index: NameIndex) -> list[Place]:
    """The exact words of every proposal, one place for all names that stand at the same words."""
    found: dict[tuple[int, int], dict[int, tuple[Evidence, Comparison]]] = {}
    for start, end, name_id in proposals:
        words = _exact_words(document, start, end, index.prepared(name_id))
        if words is None:
            continue
        names = found.setdefault(words, {})
        if name_id not in names:
            names[name_id] = compare_words(document, words, index, name_id)
    tokens = document.tokens
    return [
        Place(
            tokens.starts[first],
            tokens.ends[last - 1],
            first,
            last,
            tuple((name_id, *names[name_id]) for name_id in sorted(names)),
        )
        for (first, last), names in sorted(found.items())
    ]


def compare_words(
    document: Document, words: tuple[int, int], index: NameIndex, name_id: int
) -> tuple[Evidence, Comparison]:
    """Compare some words of an article with a listed name."""
    tokens = document.tokens
    text = document.norm[tokens.starts[words[0]] : tokens.ends[words[1] - 1]]
    return assess(prepare(text, index.entries[name_id][0].schema), index.prepared(name_id))


def _exact_words(document: Document, start: int, end: int, listed: PreparedName) -> tuple[int, int] | None:
    """The words around a range that answer to words of the listed name, without holes at the ends."""
    tokens = document.tokens
    first, last = document.token_index(start), document.token_index(max(end - 1, start)) + 1
    low, high = max(0, first - REACH), min(len(tokens), last + REACH)
    low, high = _within_sentence(document, first, last, (low, high))
    agrees = [_agrees(document, place, listed) for place in range(low, high)]
    inside = [place for place in range(first, last) if agrees[place - low]]
    if not inside:
        return None
    first, last = inside[0], inside[-1] + 1
    while first > low and agrees[first - 1 - low]:
        first -= 1
    while last < high and agrees[last - low]:
        last += 1
    while last - first > 1 and _is_function_word(document, first):
        first += 1
    while last - first > 1 and _is_function_word(document, last - 1):
        last -= 1
    return first, last


def _is_function_word(document: Document, place: int) -> bool:
    """Whether a word at the end of a range only ties words together."""
    tokens = document.tokens
    return document.fold[tokens.starts[place] : tokens.ends[place]] in FUNCTION_WORDS


def _within_sentence(document: Document, first: int, last: int, reach: tuple[int, int]) -> tuple[int, int]:
    """The reach, cut where punctuation other than a hyphen, point or apostrophe parts words."""
    tokens, norm = document.tokens, document.norm
    low, high = reach
    for place in range(first, low, -1):
        if _parted(norm[tokens.ends[place - 1] : tokens.starts[place]]):
            low = place
            break
    for place in range(last, high):
        if _parted(norm[tokens.ends[place - 1] : tokens.starts[place]]):
            high = place
            break
    return low, high


def _parted(gap: str) -> bool:
    """Whether what stands between two words ends a name."""
    return "\n\n" in gap or any(char in ';:!?()[]|"\n' for char in gap) or ". " in gap


def _agrees(document: Document, place: int, listed: PreparedName) -> bool:
    """Whether a word of the article answers to some word of the listed name, alone or as part of a joined one."""
    tokens = document.tokens
    word = document.norm[tokens.starts[place] : tokens.ends[place]]
    parts = plain(word).split()
    for part in parts:
        token = make_token(part, listed.person)
        for other in listed.tokens:
            alike = likeness(token, other, listed.korean)
            if alike is not None and (alike[0] != "initial" or word[0].isupper()):
                return True
            if len(part) > 1 and part in other.text and len(other.text) > len(part) + 1:
                return True
    compact = listed.compact
    return any(len(part) > 3 and part in compact for part in parts)
