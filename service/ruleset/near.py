"""Which of several lists of places stand together? The merge behind `near`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

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


@dataclass(frozen=True, slots=True)
class Terms:
    """How parts must stand: `between(a, b)` counts the words between two positions."""

    between: Callable[[int, int], int]
    gap: int | None = None
    tokens: int | None = None
    ordered: bool = False
    distinct: int = 0


class _Chain(NamedTuple):
    """Parts joined so far: which ones, in words between them, and the places."""

    start: int
    end: int
    words: int
    items: tuple[tuple[int, Found], ...]


def join(lists: Sequence[Sequence[Found]], terms: Terms) -> tuple[list[Found], bool]:
    """The tightest joins, one for each place that may come last; and whether the cap was reached.

    Parts never overlap. For each set of parts already joined and each place that ends it, only the chain that starts
    latest is kept, so the work grows with the number of places and not with their combinations.
    """
    needed = terms.distinct or len(lists)
    if sum(1 for one in lists if one) < needed:
        return [], False
    everything = needed == len(lists)
    events = sorted(
        ((found.start, found.end, number, found) for number, one in enumerate(lists) for found in one),
        key=lambda event: event[:3],
    )
    chains: list[tuple[int, _Chain]] = []
    """(set of parts, chain), in order of the last place's start."""
    out: list[Found] = []
    steps = 0
    for start, end, number, found in events:
        best: dict[int, _Chain] = {}
        if not (terms.ordered and everything and number):
            best[1 << number] = _Chain(start, end, 0, ((number, found),))
        for mask, chain in reversed(chains):
            steps += 1
            if chain.end > start or not _may_follow(mask, number, ordered=terms.ordered, everything=everything):
                continue
            gap = terms.between(chain.end, start)
            if terms.gap is not None and gap > terms.gap + _LONGEST_PLACE:
                break
            words = chain.words + gap
            if terms.tokens is not None and words > terms.tokens or terms.gap is not None and gap > terms.gap:
                continue
            grown = mask | 1 << number
            held = best.get(grown)
            if held is None or (chain.start, -words) > (held.start, -held.words):
                best[grown] = _Chain(chain.start, end, words, (*chain.items, (number, found)))
        if steps > MOST_STATES:
            return out, True
        for mask, chain in best.items():
            if mask.bit_count() >= needed:
                out.append(_joined(chain))
            else:
                chains.append((mask, chain))
    return out, False


def _may_follow(mask: int, number: int, *, ordered: bool, everything: bool) -> bool:
    """Whether a part may come after those of a set."""
    if mask >> number & 1:
        return False
    if not ordered:
        return True
    return mask == (1 << number) - 1 if everything else not mask >> number


def _joined(chain: _Chain) -> Found:
    """A finished chain as one place."""
    items = sorted(chain.items, key=lambda item: item[0])
    parts = tuple(part for _, found in items for part in found.parts)
    value = next((found.value for _, found in items if found.value), "")
    return Found(min(f.start for _, f in items), max(f.end for _, f in items), parts, value)
