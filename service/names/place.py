"""Where exactly does a name stand? From a rough range to the words that belong to the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.names.align import likeness
from service.names.compare import Comparison, assess
from service.names.factors.evidence import Evidence
from service.names.letters import plain
from service.names.prepare import PreparedName, Token, make_token, prepare
from service.names.roster import NameIndex
from service.text.document import Document

FUNCTION_WORDS = frozenset(
    ("the", "of", "and", "in", "for", "at", "to", "a", "an", "by", "on", "with", "or", "from", "as", "is")
)
REACH = 3
"""Words beside the proposed range that may still belong to the name."""
FULL_MARKS = 17
_CYRILLIC = re.compile("[а-яё]")
_CASE_ENDING = re.compile(r"(?<=[а-яё]{4})(?:ыми|ого|ему|ому|ами|ым|ом|ем|ой|ей|ою|ых|ах|а|у|е|ы|и|ю|я)\b")
"""Endings of Russian and Ukrainian declension: `Сбербанка`, `Путиным`."""
TOLERANCE = 4
"""Points that a misspelt further word of a name may cost."""
HOPELESS = -25
"""Names whose words alone stand below these points are dropped at once."""


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
        held = found.get((start, end))
        if held is not None and name_id in held:
            continue
        settled = _settle_one(document, (start, end), index.prepared(name_id))
        if settled is not None:
            found.setdefault(settled[0], {})[name_id] = settled[1:]
    places = []
    for (start, end), names in sorted(found.items()):
        matches = tuple((name_id, *names[name_id]) for name_id in sorted(names))
        first, last = document.token_index(start), document.token_index(max(end - 1, start)) + 1
        places.append(Place(start, end, first, last, matches))
    return places


def _settle_one(
    document: Document, span: tuple[int, int], listed: PreparedName
) -> tuple[tuple[int, int], Evidence, Comparison] | None:
    """The range of one name with its comparison; None where the words alone are hopeless."""
    start, end = _trim(document, *span)
    evidence, comparison = _compare(document, start, end, listed)
    for _ in range(REACH):
        wider = _extend(document, start, end, evidence.listed_left) if evidence.pairs else None
        if wider is None:
            break
        wider_evidence, wider_comparison = _compare(document, *wider, listed)
        if wider_comparison.points < comparison.points - TOLERANCE:
            break
        (start, end), evidence, comparison = wider, wider_evidence, wider_comparison
    return ((start, end), evidence, comparison) if comparison.points >= HOPELESS else None


def _compare(document: Document, start: int, end: int, listed: PreparedName) -> tuple[Evidence, Comparison]:
    """Compare some words of an article with a listed name."""
    text = document.norm[start:end]
    evidence, comparison = assess(prepare(text, listed.schema), listed)
    if _CYRILLIC.search(text) and comparison.points < FULL_MARKS:
        bare = assess(prepare(_CASE_ENDING.sub("", text), listed.schema), listed)
        if bare[1].points > comparison.points:
            return bare
    return evidence, comparison


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


def _extend(document: Document, start: int, end: int, missing: tuple[Token, ...]) -> tuple[int, int] | None:
    """The range with the next word after or before it, where that word answers to a missing word of the name."""
    if not missing:
        return None
    tokens = document.tokens
    first, last = document.token_index(start), document.token_index(max(end - 1, start))
    if last + 1 < len(tokens) and tokens.ends[last] == end:
        after = tokens.starts[last + 1], tokens.ends[last + 1]
        if _joins(document, (end, after[0]), last + 1, missing):
            return start, after[1]
    if (
        first > 0
        and tokens.starts[first] == start
        and _joins(document, (tokens.ends[first - 1], start), first - 1, missing)
    ):
        return tokens.starts[first - 1], end
    return None


def _joins(document: Document, gap: tuple[int, int], place: int, missing: tuple[Token, ...]) -> bool:
    """Whether a word beside a range belongs to the same name."""
    if _parted(document.norm[gap[0] : gap[1]]) or _is_function_word(document, place):
        return False
    return _answers(document.norm[document.tokens.starts[place] : document.tokens.ends[place]], missing)


def _answers(word: str, missing: tuple[Token, ...]) -> bool:
    """Whether a word of the article is one of the missing words, or the first or last part of one."""
    for part in plain(word).split():
        token = make_token(part, True)
        for other in missing:
            alike = likeness(token, other, "")
            if alike is not None and (alike[0] != "initial" or word[0].isupper()):
                return True
            if len(part) > 1 and len(other.text) > len(part) + 1 and other.text.startswith(part):
                return True
    return False


def _is_function_word(document: Document, place: int) -> bool:
    """Whether a word at the end of a range only ties words together."""
    start, end = document.tokens.starts[place], document.tokens.ends[place]
    return document.fold[start:end] in FUNCTION_WORDS and document.norm[end : end + 1] != "."


def _parted(gap: str) -> bool:
    """Whether what stands between two words ends a name."""
    return "\n\n" in gap or any(char in ';:!?()[]|"\n' for char in gap) or ". " in gap
