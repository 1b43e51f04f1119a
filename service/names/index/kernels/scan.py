"""Which listed names may stand in a text, and where? Pairs of near words first, then the whole name."""

from __future__ import annotations

import numpy as np
from numba import types

from service.names.index.jit import CODES, SCRATCH, TABLES, WORDS, inlined, kernel, part
from service.names.index.kernels.fit import BUDGET, REACH, verify
from service.names.index.kernels.hashing import ALONE, INITIAL, LOW, bucket_of, pair_hash
from service.names.index.kernels.resolve import ALIKE, BARE, COST, JOINED, bit_of
from service.names.index.kernels.text import BREAK, CAPITAL, IS_INITIAL, SYLLABLE, read_words
from service.names.index.tables import SEEN


@inlined
def _is_seen(seen, group, i, j):
    """The group's last hit covers this pair of words."""
    slot = ((group * 0x9E3779B1 >> 7) & (SEEN - 1)) * 3
    return seen[slot] == group + 1 and seen[slot + 1] <= i and j < seen[slot + 2]


@part
def _keep(hits, count, seen, group, place):
    """Add a hit while there is room; `count` grows even where there is none."""
    slot = ((group * 0x9E3779B1 >> 7) & (SEEN - 1)) * 3
    if seen[slot] == group + 1 and seen[slot + 1] == place[0] and seen[slot + 2] == place[1]:
        return count
    seen[slot], seen[slot + 1], seen[slot + 2] = group + 1, place[0], place[1]
    if count < len(hits):
        hits[count, 0], hits[count, 1], hits[count, 2] = place[0], place[1], group
    return count + 1


@inlined
def _probe(tables, words, hits, count, seen, place):
    """Verify every name that has this pair of tokens; `place` is (hash, word, word, number of words)."""
    hashed, i, j, number = place
    bucket = bucket_of(hashed, len(tables.pair_start) - 1)
    check = hashed >> 32
    for e in range(tables.pair_start[bucket], tables.pair_start[bucket + 1]):
        entry = tables.pair_entry[e]
        if entry >> 32 != check or _is_seen(seen, entry & LOW, i, j):
            continue
        group = entry & LOW
        first, last = verify(tables, words, group, i, j, number)
        if last:
            count = _keep(hits, count, seen, group, (first, last))
    return count


@inlined
def _pairs(tables, words, hits, count, seen, place):
    """Look up every affordable pair of matches of two words."""
    i, j, number = place
    for a in range(words.match_start[i], words.match_start[i + 1]):
        one, cost, mask = words.value[a] & LOW, words.value[a] >> 32, words.partner[a]
        others = words.sure[j] if cost & COST == BUDGET else words.bits[j]
        if not mask & others or (cost & JOINED and j == i + 1):
            continue
        for b in range(words.match_start[j], words.match_start[j + 1]):
            two = words.value[b] & LOW
            if (cost & COST) + ((words.value[b] >> 32) & COST) > BUDGET or not mask & bit_of(two):
                continue
            if words.partner[b] & bit_of(one):
                hashed = pair_hash(one, two)
                count = _probe(tables, words, hits, count, seen, (hashed, i, j, number))
    return count


@inlined
def _with_initial(tables, words, hits, count, seen, place):
    """Look up a word beside an initial; `place` is (word, initial, number of words)."""
    i, j, number = place
    partner = INITIAL + np.int64(words.first[j])
    bit = bit_of(partner)
    for a in range(words.match_start[i], words.match_start[i + 1]):
        one = words.value[a] & LOW
        if words.partner[a] & bit and (words.value[a] >> 32) & COST < BUDGET:
            hashed = pair_hash(one, partner)
            count = _probe(tables, words, hits, count, seen, (hashed, min(i, j), max(i, j), number))
    return count


@inlined
def _is_same(tables, token, cost, letters):
    """A word is a name of one word: written alike, or by one edit in eight letters and more."""
    if cost & ALIKE or tables.token_common[token]:
        return False
    if cost & COST == 0:
        return letters > 4 or letters == tables.token_raw[token]
    return cost & COST == 1 and letters > (5 if cost & BARE else 7)


@inlined
def _alone(tables, words, hits, count, seen, place):
    """Look up names of a single word; `place` is (word, number of words)."""
    i, number = place
    if words.mark[i] & (CAPITAL | SYLLABLE) != CAPITAL or words.end[i] - words.start[i] < 2:
        return count
    for a in range(words.match_start[i], words.match_start[i + 1]):
        one, cost = words.value[a] & LOW, words.value[a] >> 32
        if words.partner[a] >> 62 & 1 and _is_same(tables, one, cost, words.end[i] - words.start[i]):
            hashed = pair_hash(one, ALONE)
            count = _probe(tables, words, hits, count, seen, (hashed, i, i, number))
    return count


@inlined
def _from_word(tables, words, hits, count, seen, place):
    """All names of which one word stands at `i` and another behind it."""
    i, number = place
    empty = words.match_start[i] == words.match_start[i + 1]
    if not empty:
        count = _alone(tables, words, hits, count, seen, place)
    initial, lower = words.mark[i] & IS_INITIAL, not words.mark[i] & CAPITAL
    for j in range(i + 1, min(i + REACH + 1, number)):
        if words.mark[j] & BREAK:
            break
        if initial:
            count = _with_initial(tables, words, hits, count, seen, (j, i, number))
        if empty:
            continue
        if words.mark[j] & IS_INITIAL:
            count = _with_initial(tables, words, hits, count, seen, (i, j, number))
        may_pair = words.partners[i] & words.bits[j] and words.partners[j] & words.bits[i]
        if may_pair and not (lower and j > i + 3 and not words.mark[j] & CAPITAL):
            count = _pairs(tables, words, hits, count, seen, (i, j, number))
    return count


@kernel(types.Tuple((types.int64, types.boolean))(TABLES, SCRATCH, WORDS, CODES, CODES, types.int32[:, ::1]))
def scan_text(tables, scratch, words, codes, norm, hits):
    """Fill `hits` with rows (start, end, group), in characters; give their number and whether there was room for all.

    `codes` are the folded text's code points and `norm` those of the same text with its case.
    """
    number, complete = read_words(codes, norm, tables, scratch, words)
    seen = scratch.seen
    for i in range(len(seen)):
        seen[i] = 0
    count = 0
    for i in range(number):
        count = _from_word(tables, words, hits, count, seen, (i, number))
        if count > len(hits):
            complete = False
            count = len(hits)
            break
    for h in range(count):
        hits[h, 0], hits[h, 1] = words.start[hits[h, 0]], words.end[hits[h, 1] - 1]
    return count, complete
