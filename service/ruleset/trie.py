"""All literals of a rule set as arrays: a tree of letters whose branches are found by hashing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

DTYPES = {
    "roots": np.int32,
    "pairs": np.int32,
    "nodes": np.int32,
    "ends": np.int32,
    "edges": np.uint8,
    "first": np.int32,
    "features": np.int32,
    "kinds": np.uint8,
}
ROOM_DTYPES = {"hits": np.int32, "counts": np.int32, "starts": np.int32, "ends": np.int32, "present": np.int32}
ALNUM, HANGUL, IDEOGRAPH, PARTICLE = 1, 2, 4, 8
"""What a character is: a letter or digit; a syllable of Hangul; an ideograph; a particle behind a Korean word."""
LEFT, RIGHT, PREFIX, SPECIAL, FOREIGN = 0, 2, 16, 32, 64
"""What is kept of a literal: the checks of its two ends (two bits each, by shift), and marks: it is the beginning of a
word; it counts under a condition for some features; so it does, and never in an English article."""
PARTICLES = "은는이가을를의에도로와과만까께엔및측산행발"
"""What may follow a Korean word of one syllable."""
EAST = 0x2E80
"""From here on, letters stand beside Latin ones without a space between."""
LAST_KIND = 0x32400
"""Code points from here on are neither letters nor digits."""


class Trie(NamedTuple):
    """Node 0 is the root; nodes are numbered level by level, so that those below a node stand side by side.

    All arrays have one dimension.
    """

    roots: np.ndarray
    """For each code point below 0x10000 the node that a literal may begin with; 0 for none."""
    pairs: np.ndarray
    """The same for two ASCII characters: [first * 128 + second]."""
    nodes: np.ndarray
    """For each node twice the code point that leads to it, plus one where a literal ends; and the first node below it,
    those of the next node being the first that are not. One more at the end."""
    ends: np.ndarray
    """For each node two numbers of literals that end there, plus one: as a whole, as the beginning of a word."""
    edges: np.ndarray
    """For each literal its checks and marks."""
    first: np.ndarray
    """For each literal where its features begin in `features`; one more at the end."""
    features: np.ndarray
    kinds: np.ndarray
    """For each code point what it is."""


class Room(NamedTuple):
    """Memory for one scan."""

    hits: np.ndarray
    """Three numbers a row: the literal, its start and its end; special ones come back in the first rows."""
    counts: np.ndarray
    """Zeros, one more than there are features and another."""
    starts: np.ndarray
    ends: np.ndarray
    """The places, feature by feature, sorted, none inside another of the same feature."""
    present: np.ndarray
    """Three numbers for each feature that occurs: the feature, its first place and the one behind its last."""


def new_room(places: int, features: int) -> Room:
    """Memory for so many places and features."""
    sizes = (3 * places, features + 2, places, places, 3 * features)
    return Room(*(np.zeros(size, dtype=kind) for size, kind in zip(sizes, ROOM_DTYPES.values(), strict=True)))


@cache
def kinds() -> np.ndarray:
    """What each code point is."""
    table = np.zeros(LAST_KIND, dtype=np.uint8)
    table[[code for code in range(LAST_KIND) if chr(code).isalnum()]] |= ALNUM
    table[0xAC00:0xD7A4] |= HANGUL
    table[0x3400:0xA000] |= IDEOGRAPH
    table[[ord(one) for one in PARTICLES]] |= PARTICLE
    return table


def build_trie(texts: Sequence[str], edges: Sequence[int], features: Sequence[Sequence[int]]) -> Trie:
    """The tree of some literals, each with its checks and marks and its features."""
    order = sorted(set(texts))
    last, below, letters = _grow(order)
    ends = np.zeros(2 * len(below), dtype=np.int32)
    node_of = dict(zip(order, last.tolist(), strict=True))
    for number, (text, mark) in enumerate(zip(texts, edges, strict=True)):
        ends[2 * node_of[text] + (mark & PREFIX > 0)] = number + 1
    roots, pairs = np.zeros(0x10000, dtype=np.int32), np.zeros(0x4000, dtype=np.int32)
    for node in range(below[0], below[1]):
        code = int(letters[node]) >> 1
        if code < len(roots):
            roots[code] = node
        for second in range(below[node], below[node + 1]) if code < 0x80 else ():
            if letters[second] >> 1 < 0x80:
                pairs[code * 0x80 + (letters[second] >> 1)] = second
    first = np.concatenate([[0], np.cumsum([len(one) for one in features])]).astype(np.int32)
    flat = np.array([feature for one in features for feature in one], dtype=np.int32)
    marks = np.array(edges, dtype=np.uint8)
    nodes = np.column_stack([letters, below]).astype(np.int32).reshape(-1)
    trie = Trie(roots, pairs, nodes, ends, marks, first, flat, kinds())
    for array in trie:
        array.flags.writeable = False
    return trie


def _grow(texts: Sequence[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The nodes of sorted texts, level by level: where each text ends; for each node the first below and its letter."""
    from service.jit import code_points

    codes = code_points("".join(texts)).astype(np.int32)
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    offsets = np.cumsum(lengths) - lengths
    nodes = np.zeros(len(texts), dtype=np.int64)
    letters, parents = [np.zeros(1, dtype=np.int32)], []
    alive, depth, total = np.arange(len(texts)), 0, 1
    while len(alive := alive[lengths[alive] > depth]):
        code, parent = codes[offsets[alive] + depth], nodes[alive]
        new = np.append(True, (parent[1:] != parent[:-1]) | (code[1:] != code[:-1]))
        nodes[alive] = total - 1 + np.cumsum(new)
        letters.append(code[new])
        parents.append(parent[new])
        depth, total = depth + 1, total + int(new.sum())
    above = np.concatenate(parents) if parents else np.zeros(0, dtype=np.int64)
    marked = np.append(np.concatenate(letters) * 2, 0)
    marked[nodes] |= 1
    return nodes, np.searchsorted(above, np.arange(total + 1)) + 1, marked
