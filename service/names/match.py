"""Which listed parties does this article name, where, and how surely?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from service.model.evidence import total
from service.model.mention import Candidate, Mention
from service.names.compare import points_of
from service.names.coreference import join_short_forms
from service.names.disguise import disguised_candidates
from service.names.identifiers import find_identifiers
from service.names.originals import MOST_FOUND
from service.names.overlap import Ranges
from service.names.place import Place, settle
from service.names.rendered import rendered_candidates
from service.names.roster import NameIndex, build_index
from service.names.support import Judged, judge
from service.names.weights import DEFAULT_THRESHOLD
from service.text.document import Document

__all__ = ["Found", "NameIndex", "build_index", "find_mentions"]

MAX_CANDIDATES = 20_000
"""Places that are compared in one article; beyond them the result says that it is cut."""
BELOW_FROM = 0.05
"""Candidates under the threshold are kept for `why not` from this score on."""


@dataclass(frozen=True, slots=True)
class Found:
    """What an article names: mentions in the order of the text, near misses, and what was cut."""

    mentions: tuple[Mention, ...]
    below: tuple[Mention, ...] = ()
    """The best candidates under the threshold, for `why not`."""
    limits: tuple[str, ...] = ()


def find_mentions(
    document: Document, index: NameIndex, *, threshold: float | None = None, near_misses: bool = True
) -> Found:
    """Find every listed name and number; `threshold` is the lowest score of a mention (0..1).

    Without `near_misses` the same mentions are found sooner, and `below` is empty.
    """
    bar = DEFAULT_THRESHOLD if threshold is None else threshold
    proposals, limits = _collect(document, index)
    originals, originals_whole = index.originals.find(document)
    if not originals_whole:
        limits += (f"names: no more than {MOST_FOUND:,} names in their original script are compared in one article",)
    mentions: list[Mention] = []
    below: list[Mention] = []
    if proposals or originals:
        floor = points_of(min(bar, BELOW_FROM))
        places = settle(document, proposals, index, originals=originals, floor=floor)
        judged = judge(document, places, index, floor=floor, goal=floor if near_misses else points_of(bar))
        mentions, below = _sort_out(document, judged, bar)
        below = below if near_misses else []
    named = frozenset(one.entity.id for mention in mentions for one in mention.candidates)
    numbers = find_identifiers(document, index.identifiers, named)
    if numbers:
        taken = {field: Ranges(_places(numbers, field)) for field in ("title", "text")}
        mentions = [one for one in mentions if not taken[one.span.field].touch(one.span.start, one.span.end)]
        mentions = sorted([*mentions, *numbers], key=lambda one: (one.span.field == "text", one.span.start))
    return Found(tuple(mentions), tuple(below), limits)


def _places(mentions: Sequence[Mention], field: str) -> list[tuple[int, int]]:
    """Where mentions stand in the title or in the text."""
    return [(one.span.start, one.span.end) for one in mentions if one.span.field == field]


def _sort_out(document: Document, judged: Sequence[Judged], bar: float) -> tuple[list[Mention], list[Mention]]:
    """Mentions from the bar on, with their short forms, and the best of what lies below it."""
    chosen = _without_overlap(document, [item for item in judged if item[1][0].score >= bar])
    taken = [place for place, _ in chosen]
    mentions = [
        Mention(document.span(place.start, place.end), tuple(one for one in found if one.score >= bar))
        for place, found in chosen
    ]
    weak = [(place, found) for place, found in judged if BELOW_FROM <= found[0].score < bar and _room(taken, place)[1]]
    near = _without_overlap(document, weak)
    below = [Mention(document.span(place.start, place.end), found[:3]) for place, found in near]
    return join_short_forms(document, mentions, taken), below


def _collect(document: Document, index: NameIndex) -> tuple[list[tuple[int, int, int]], tuple[str, ...]]:
    """The proposals of the candidate source in the order of the text, and what was cut."""
    proposed = index.source.candidates(document)
    rendered, rendered_whole = rendered_candidates(document, index.source, index.entries)
    more = rendered.union(disguised_candidates(document, index.source))
    rows = sorted(more.union(proposed.rows[:MAX_CANDIDATES]))
    limits = []
    if not proposed.complete:
        limits.append("names: the article has more possible places than are kept; those behind them were not compared")
    if not rendered_whole:
        limits.append("names: the article has more words in other scripts than are read in the letters of lists")
    if len(proposed.rows) > MAX_CANDIDATES:
        limits.append(f"names: only the first {MAX_CANDIDATES:,} possible places were compared")
    return rows, tuple(limits)


def _without_overlap(document: Document, judged: Sequence[Judged]) -> list[Judged]:
    """One mention a place: the best by points, then the longest; in the order of the text."""
    ranked = sorted(judged, key=lambda item: (-_points(item[1][0]) - 2 * _name_words(document, item[0]), item[0].start))
    kept: list[Place] = []
    found: dict[int, Judged] = {}
    for item in ranked:
        rank, free = _room(kept, item[0])
        if free:
            kept.insert(rank, item[0])
            found[item[0].start] = item
    return [found[place.start] for place in kept]


def _room(kept: Sequence[Place], place: Place) -> tuple[int, bool]:
    """Where a place belongs among others in the order of the text, and whether it overlaps none of them."""
    rank = bisect_right(kept, place.start, key=_end)
    return rank, rank == len(kept) or not kept[rank].overlaps(place)


def _end(place: Place) -> int:
    """Where a place ends."""
    return place.end


def _name_words(document: Document, place: Place) -> int:
    """The capitalised words of a place: of two mentions as good, the longer name is meant."""
    return sum(document.norm[document.tokens.starts[word]].isupper() for word in range(place.first, place.last))


def _points(candidate: Candidate) -> int:
    """The sum of a candidate's factors."""
    return total(candidate.factors)
