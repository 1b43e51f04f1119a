"""Which word of one name answers to which word of the other? The best assignment, not the first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from service.names.letters import ocr_shape, skeleton
from service.names.prepare import PreparedName, Token
from service.names.tables.words import NICKNAMES

How = Literal["exact", "sound", "spacing", "nickname", "scan", "edit", "edits", "cut", "vowels", "initial"]

LIKENESS: dict[How, float] = {
    "exact": 1.0,
    "sound": 0.97,
    "spacing": 0.97,
    "scan": 0.93,
    "edit": 0.9,
    "nickname": 0.85,
    "edits": 0.75,
    "cut": 0.8,
    "vowels": 0.75,
    "initial": 0.6,
}
"""How much of a word's weight is covered by each kind of agreement; used to choose the assignment."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the query (`left`) that answer to words of the listed name (`right`), as half-open token ranges."""

    left: tuple[int, int]
    right: tuple[int, int]
    how: How


def edits_allowed(length: int) -> int:
    """Edits that still leave a word itself: none up to 3 letters, one up to 7, two from 8 on."""
    return 0 if length <= 3 else 1 if length <= 7 else 2


@lru_cache(maxsize=65536)
def likeness(one: Token, other: Token, korean: bool) -> How | None:
    """How two words agree, None when they do not."""
    a, b = one.text, other.text
    if a == b:
        return "exact"
    if "number" in (one.kind, other.kind):
        return None
    if korean and one.korean == other.korean:
        return "sound"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] or one.sound[0] == other.sound[0] else None
    if one.sound == other.sound and len(one.sound) > 1:
        return "sound"
    if NICKNAMES.get(a, a) == NICKNAMES.get(b, b):
        return "nickname"
    if len(a) > 2 and ocr_shape(a) == ocr_shape(b):
        return "scan"
    return _inexact(one, other)


def _inexact(one: Token, other: Token) -> How | None:
    """Edits, truncation, dropped vowels."""
    a, b = one.text, other.text
    short, long = sorted((a, b), key=len)
    allowed = edits_allowed(len(short))
    if allowed:
        raw = OSA.distance(a, b, score_cutoff=2)
        heard = OSA.distance(one.sound, other.sound, score_cutoff=2) if len(short) > 4 else 3
        best = min(raw, heard + (raw > 1))
        if best <= allowed:
            return "edit" if best <= 1 else "edits"
    if len(short) >= 4 and long.startswith(short) and 2 * len(short) >= len(long):
        return "cut"
    if len(short) >= 3 and skeleton(long) == skeleton(short) and (short == skeleton(short) or len(short) >= 5):
        return "vowels"
    return None


def align(query: PreparedName, listed: PreparedName) -> tuple[Pair, ...]:
    """The assignment of words that covers most weight; one word may answer to two or three joined ones."""
    korean = query.korean and listed.korean
    options = _options(query.tokens, listed.tokens, korean)
    return tuple(sorted(_best(options), key=lambda pair: pair.left))


def _options(left: Sequence[Token], right: Sequence[Token], korean: bool) -> list[tuple[float, Pair]]:
    """Every possible pair with its worth, best first; place breaks ties so that the result is the same everywhere."""
    found: list[tuple[float, Pair]] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            how = likeness(one, other, korean)
            if how is not None:
                worth = (one.weight + other.weight) * LIKENESS[how]
                found.append((worth - 0.001 * abs(i - j), Pair((i, i + 1), (j, j + 1), how)))
    found += _joined(left, right, flip=False) + _joined(right, left, flip=True)
    return sorted(found, key=lambda option: (-option[0], option[1].left, option[1].right))


def _joined(singles: Sequence[Token], many: Sequence[Token], *, flip: bool) -> list[tuple[float, Pair]]:
    """Words that are written together on one side and apart on the other: `Jongun` and `Jong Un`."""
    found = []
    for i, single in enumerate(singles):
        if len(single.text) < 4 or single.kind == "number":
            continue
        for size in (2, 3):
            for j in range(len(many) - size + 1):
                parts = many[j : j + size]
                joined = "".join(part.text for part in parts)
                if abs(len(joined) - len(single.text)) > 1 or joined[0] != single.text[0]:
                    continue
                numbered = any(part.kind == "number" for part in parts)
                close = joined == single.text or (
                    len(joined) > 5 and not numbered and OSA.distance(joined, single.text, score_cutoff=1) <= 1
                )
                if close:
                    worth = (single.weight + sum(part.weight for part in parts)) * LIKENESS["spacing"]
                    one, other = (i, i + 1), (j, j + size)
                    left, right = (other, one) if flip else (one, other)
                    found.append((worth, Pair(left, right, "spacing")))
    return found


def _best(options: list[tuple[float, Pair]]) -> tuple[Pair, ...]:
    """Branch and bound over pairs that share no word, the most worthy first; 400 steps at most."""
    masks = [(worth, pair, _bits(pair.left), _bits(pair.right)) for worth, pair in options]
    tails = [0.0]
    for worth, *_ in reversed(masks):
        tails.append(tails[-1] + worth)
    tails.reverse()
    best_worth, steps = 0.0, 0
    best_pairs: tuple[Pair, ...] = ()
    stack: list[tuple[int, float, int, int, tuple[Pair, ...]]] = [(0, 0.0, 0, 0, ())]
    while stack and steps < 400:
        steps += 1
        place, worth, left, right, pairs = stack.pop()
        while place < len(masks) and (masks[place][2] & left or masks[place][3] & right):
            place += 1
        if worth > best_worth + 1e-9:
            best_worth, best_pairs = worth, pairs
        if place == len(masks) or worth + tails[place] <= best_worth + 1e-9:
            continue
        gain, pair, bits_left, bits_right = masks[place]
        stack.append((place + 1, worth, left, right, pairs))
        stack.append((place + 1, worth + gain, left | bits_left, right | bits_right, (*pairs, pair)))
    return best_pairs


def _bits(span: tuple[int, int]) -> int:
    """A token range as a bit mask."""
    return (1 << span[1]) - (1 << span[0])
