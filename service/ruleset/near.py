"""Which of several lists of places stand together? The merge behind `near`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import NamedTuple

from service.ruleset.rule import Near

MOST_STATES = 20_000
"""Most steps of one merge; past it, the merge stops and says so."""
_LONGEST_PLACE = 30
"""Words of the longest place: a chain that ends further back than this cannot be followed by a nearer one."""


class Found(NamedTuple):
    """A place that a part found: half-open in `norm`, with the labelled places it is made of."""

    start: int
    end: int
    parts: tuple[tuple[str, int, int], ...] = ()
    value: str = ""
    """For an amount: how the reason prints it."""


class Terms(NamedTuple):
    """How parts must stand."""

    word: Callable[[int], int]
    """The number of the first word that begins at or after a position."""
    asked: Near
    wide: int = 1
    """How many words of the text count as one: two where every ideograph is a word."""
    fits: Callable[[Near, Sequence[tuple[int, Found]]], bool] = lambda asked, places: True
    """Whether places, each with the number of its part, may be joined at last."""


class _Chain(NamedTuple):
    """Parts joined so far: which ones, in words between them, and the places."""

    mask: int
    start: int
    end: int
    after: int
    """Number of the first word behind it."""
    words: int
    items: tuple[tuple[int, Found], ...]


def join(lists: Sequence[Sequence[Found]], terms: Terms) -> tuple[list[Found], bool]:
    """The tightest joins, one for each place that may come last; and whether the cap was reached.

    Parts never overlap. For each set of parts already joined and each place that ends it, only the chain that starts
    latest is kept, so the work grows with the number of places and not with their combinations.
    """
    needed = terms.asked.distinct or len(lists)
    if sum(1 for one in lists if one) < needed:
        return [], False
    first_only = terms.asked.ordered and needed == len(lists)
    events = [(found.start, found.end, number, found) for number, one in enumerate(lists) for found in one]
    events.sort(key=itemgetter(0, 1, 2))
    chains: list[_Chain] = []
    out: list[Found] = []
    steps = 0
    for start, end, number, found in events:
        bit, after = 1 << number, terms.word(end)
        best: dict[int, _Chain] = {}
        if not (first_only and number):
            best[bit] = _Chain(bit, start, end, after, 0, ((number, found),))
        if chains:
            steps += _grow(chains, best, terms, _Event(start, number, found, after, first_only))
        if steps > MOST_STATES:
            return out, True
        for chain in best.values():
            if chain.mask.bit_count() >= needed:
                if terms.fits(terms.asked, chain.items):
                    out.append(_joined(chain))
            else:
                chains.append(chain)
    return out, False


class _Event(NamedTuple):
    """A place that may come next."""

    start: int
    number: int
    found: Found
    after: int
    first_only: bool
    """Whether exactly the parts before this one must have come."""


def _grow(chains: list[_Chain], best: dict[int, _Chain], terms: Terms, event: _Event) -> int:
    """Add to `best` the chains that a place ends; how many were tried."""
    start, number, found, after, first_only = event
    bit, first = 1 << number, terms.word(start)
    asked, wide = terms.asked, terms.wide
    gap_most, words_most, ordered = asked.gap, asked.tokens, asked.ordered
    steps = 0
    for mask, begin, finish, last, words, items in reversed(chains):
        steps += 1
        if finish > start or mask & bit or (ordered and (mask != bit - 1 if first_only else mask >> number)):
            continue
        gap = (max(first - last, 0) + wide - 1) // wide
        if gap_most is not None and gap > gap_most:
            if gap > gap_most + _LONGEST_PLACE:
                break
            continue
        words += gap
        if words_most is not None and words > words_most:
            continue
        grown = mask | bit
        held = best.get(grown)
        if held is None or begin > held.start or (begin == held.start and words < held.words):
            best[grown] = _Chain(grown, begin, found.end, after, words, (*items, (number, found)))
    return steps


def _joined(chain: _Chain) -> Found:
    """A finished chain as one place."""
    items = sorted(chain.items, key=itemgetter(0))
    places = [found for _, found in items]
    parts = tuple([part for found in places for part in found.parts])
    value = next((found.value for found in places if found.value), "")
    return Found(min([f.start for f in places]), max([f.end for f in places]), parts, value)
