"""Walk the tree of all literals of a rule set through an article."""

from __future__ import annotations

from numba import types

from service.ruleset.jit import CODES, ROOM, TRIE, inlined, kernel, part
from service.ruleset.trie import ALNUM, EAST, FOREIGN, HANGUL, IDEOGRAPH, LAST_KIND, PARTICLE, RIGHT, SPECIAL

_FEW = 6
"""Nodes side by side that are looked through one by one."""


@inlined
def _next(trie, node, code):
    """The node below another that a character leads to, 0 for none."""
    low, high = trie.nodes[2 * node + 1], trie.nodes[2 * node + 3]
    wanted = 2 * code + 1
    while high - low > _FEW:
        middle = (low + high) >> 1
        if trie.nodes[2 * middle] > wanted:
            high = middle
        else:
            low = middle
    for i in range(low, high):
        if trie.nodes[2 * i] | 1 == wanted:
            return i
    return 0


@inlined
def _begin(trie, codes, at):
    """The node of the first character there, 0 for none."""
    code = codes[at]
    return trie.roots[code] if code < 0x10000 else _next(trie, 0, code)


@inlined
def _kind(code, kinds):
    """What a character is."""
    return kinds[code] if code < LAST_KIND else 0


@inlined
def _cut(check, code, kinds, before):
    """The character beside the end of a literal makes it a piece of a longer word."""
    kind = _kind(code, kinds)
    if check == 0 or not kind & ALNUM:
        return False
    if check == 1:
        return code < EAST
    if check == 2:
        return kind & HANGUL != 0 and (before or not kind & PARTICLE)
    return kind & IDEOGRAPH != 0


@inlined
def _sound(trie, codes, place, edges):
    """Both ends of a literal stand where they may."""
    begin, end = place
    if begin > 0 and _cut(edges & 3, codes[begin - 1], trie.kinds, True):
        return False
    return end >= len(codes) or not _cut(edges >> RIGHT & 3, codes[end], trie.kinds, False)


@inlined
def _word_end(codes, at, kinds):
    """Where the word that goes on at a position ends."""
    while at < len(codes) and codes[at] < EAST and _kind(codes[at], kinds) & ALNUM:
        at += 1
    return at


@part
def _walk(trie, codes, room):
    """Write down every literal with sound ends; give their number, -1 where there is no room."""
    hits, counts, number, size = room.hits, room.counts, 0, len(codes)
    within = False
    for begin in range(size):
        code = codes[begin]
        alphabetic = code < EAST and _kind(code, trie.kinds) & ALNUM != 0
        inside, within = alphabetic and within, alphabetic
        if inside:
            continue
        node, at = _begin(trie, codes, begin), begin + 1
        while node:
            if trie.nodes[2 * node] & 1:
                for side in range(2):
                    literal = trie.ends[2 * node + side] - 1
                    if literal < 0 or not _sound(trie, codes, (begin, at), trie.edges[literal]):
                        continue
                    if 3 * number >= len(hits):
                        return -1
                    hits[3 * number], hits[3 * number + 1] = literal, begin
                    hits[3 * number + 2] = _word_end(codes, at, trie.kinds) if side else at
                    number += 1
                    for i in range(trie.first[literal], trie.first[literal + 1]):
                        counts[trie.features[i] + 1] += 1
            if at >= size:
                break
            if at == begin + 1 and code < 0x80 and codes[at] < 0x80:
                node = trie.pairs[code * 0x80 + codes[at]]
            else:
                node = _next(trie, node, codes[at])
            at += 1
    return number


@part
def _spread(trie, room, number):
    """Put the places of each feature in a row of their own; counts become where each row ends, plus one."""
    counts, hits = room.counts, room.hits
    total = 0
    for feature in range(len(counts)):
        total += counts[feature]
        counts[feature] = total
    if total > len(room.starts):
        return False
    for hit in range(number):
        literal = hits[3 * hit]
        for i in range(trie.first[literal], trie.first[literal + 1]):
            at = counts[trie.features[i]]
            room.starts[at], room.ends[at] = hits[3 * hit + 1], hits[3 * hit + 2]
            counts[trie.features[i]] = at + 1
    return True


@inlined
def _longest(starts, ends, begin, end):
    """Keep, at the beginning of a row sorted by start and end, what lies inside no other; give where they end."""
    kept = begin
    for i in range(begin, end):
        if kept > begin and starts[kept - 1] == starts[i]:
            ends[kept - 1] = max(ends[kept - 1], ends[i])
        elif kept == begin or ends[i] > ends[kept - 1]:
            starts[kept], ends[kept] = starts[i], ends[i]
            kept += 1
    return kept


@kernel(types.UniTuple(types.int64, 2)(TRIE, CODES, types.boolean, ROOM))
def scan_terms(trie, codes, english, room):
    """Fill `room`; give how many features occur (-1: no room) and how many special hits stand in the first rows."""
    number = _walk(trie, codes, room)
    if number < 0 or not _spread(trie, room, number):
        return -1, 0
    found, begin = 0, 0
    for feature in range(len(room.counts) - 2):
        end = room.counts[feature]
        if end > begin:
            room.present[3 * found], room.present[3 * found + 1] = feature, begin
            room.present[3 * found + 2] = _longest(room.starts, room.ends, begin, end)
            found += 1
        begin = end
    special, marks = 0, SPECIAL if english else SPECIAL | FOREIGN
    for hit in range(number):
        if trie.edges[room.hits[3 * hit]] & marks:
            for k in range(3):
                room.hits[3 * special + k] = room.hits[3 * hit + k]
            special += 1
    return found, special
