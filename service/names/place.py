"""Where exactly does a name stand? From a rough range to the words that belong to the name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.names.compare import MIN_POINTS, Comparison, assess, other_readings
from service.names.factors.evidence import Evidence
from service.names.prepare import PreparedName, prepare
from service.names.reach import Ranges
from service.names.roster import NameIndex
from service.text.document import Document

REACH = 3
"""Words beside the proposed range that may still belong to the name."""
FULL_MARKS = 17
_CYRILLIC = re.compile("[а-яё]")
_CASE_ENDING = re.compile(r"(?<=[а-яё]{4})(?:ыми|ого|ему|ому|ами|ым|ом|ем|ой|ей|ею|ых|ах|а|у|е|ы|и|ю|я)\b")
"""Endings of Russian and Ukrainian declension: `Сбербанка`, `Путиным`."""
TOLERANCE = 4
"""Points that a misspelt further word of a name may cost."""


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


def settle(
    document: Document,
    proposals: Sequence[tuple[int, int, int]],
    index: NameIndex,
    *,
    originals: Sequence[tuple[int, int, int]] = (),
    floor: int = MIN_POINTS,
) -> list[Place]:
    """The exact words of every proposal, one place for all names that stand at the same words.

    `originals` are names found letter by letter in their original script: their words are exact already. Names that
    cannot reach `floor` points are left out; no fact saves names that differ.
    """
    least = min(floor, 0)
    ranges = Ranges(document)
    found: dict[tuple[int, int], dict[int, tuple[Evidence, Comparison]]] = {}
    for start, end, name_id in originals:
        listed = index.prepared(name_id)
        evidence, comparison = assess(listed, listed, least)
        if comparison is not None:
            found.setdefault((start, end), {})[name_id] = evidence, comparison
    for start, end, name_id in proposals:
        held = found.get((start, end))
        if held is not None and name_id in held:
            continue
        settled = _settle_one(ranges, (start, end), index.prepared(name_id), least)
        if settled is not None:
            found.setdefault(settled[0], {})[name_id] = settled[1:]
    places = []
    for (start, end), names in sorted(found.items()):
        matches = tuple((name_id, *names[name_id]) for name_id in sorted(names))
        first, last = document.token_index(start), document.token_index(max(end - 1, start)) + 1
        places.append(Place(start, end, first, last, matches))
    return places


def _settle_one(
    ranges: Ranges, span: tuple[int, int], listed: PreparedName, least: int
) -> tuple[tuple[int, int], Evidence, Comparison] | None:
    """The range of one name with its comparison; None where it is worth less than `least` points."""
    document = ranges.document
    span = ranges.trim(span)
    if listed.person is False:
        span = ranges.word_for_word(ranges.with_legal_forms(span), listed.raw)
    evidence, comparison = _compare(document, *span, listed, least)
    for _ in range(REACH):
        wider = ranges.extend(span, evidence.listed_left) if evidence.pairs else None
        if wider is None:
            break
        wider_evidence, wider_comparison = _compare(document, *wider, listed, least)
        if comparison is not None and (
            wider_comparison is None or wider_comparison.points < comparison.points - TOLERANCE
        ):
            break
        span, evidence, comparison = wider, wider_evidence, wider_comparison
    return None if comparison is None else (span, evidence, comparison)


def _compare(
    document: Document, start: int, end: int, listed: PreparedName, least: int
) -> tuple[Evidence, Comparison | None]:
    """Compare some words of an article with a listed name; Russian words without their case endings as well."""
    text = document.norm[start:end]
    query = prepare(text, listed.schema)
    evidence, comparison = assess(query, listed, least)
    for other in other_readings(query, listed):
        found = assess(other, listed, least)
        if found[1] is not None and (comparison is None or found[1].points > comparison.points):
            evidence, comparison = found
    if text.isascii() or (comparison is not None and comparison.points >= FULL_MARKS) or not _CYRILLIC.search(text):
        return evidence, comparison
    bare = assess(prepare(_CASE_ENDING.sub("", text), listed.schema), listed, least)
    if bare[1] is not None and (comparison is None or bare[1].points > comparison.points):
        return bare
    return evidence, comparison
