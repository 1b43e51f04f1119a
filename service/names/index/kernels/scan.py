"""Which listed names may stand in a text, and where? Pairs of near words first, then the whole name."""

from __future__ import annotations

import numpy as np
from numba import types

from service.names.index.jit import CODES, SCRATCH, TABLES, WORDS, inlined, kernel, part
from service.names.index.kernels.fit import BUDGET, REACH, may_stand, note_places, verify
from service.names.index.kernels.hashing import ALONE, INITIAL, LOW, bucket_of, pair_hash
from service.names.index.kernels.resolve import ALIKE, BARE, COST, JOINED, bit_of
from service.names.index.kernels.text import BREAK, CAPITAL, IS_INITIAL, SYLLABLE, read_words
from service.names.index.tables import ASKED_WIDTH, SEEN

AT_ONCE = 64
"""Pairs that are looked up together."""


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
def _ask(tables, asked, count, hashed, i, j):
    """Note a pair of tokens at two words where names may have it; give the number of those noted."""
    bit = hashed & (len(tables.pair_known) * 8 - 1)
    if tables.pair_known[bit >> 3] >> (bit & 7) & 1 and ASKED_WIDTH * (count + 1) <= len(asked):
        asked[ASKED_WIDTH * count], asked[ASKED_WIDTH * count + 1] = hashed, np.int64(i) << 32 | np.int64(j)
        count += 1
    return count


@inlined
def _reach(tables, asked, pairs):
    """Fetch the bounds and the first entry of each pair's bucket, all at once, so that memory is waited for once."""
    buckets, last = len(tables.pair_start) - 1, len(tables.pair_entry) - 1
    for row in range(0, ASKED_WIDTH * pairs, ASKED_WIDTH):
        bucket = bucket_of(asked[row], buckets)
        asked[row + 2], asked[row + 3] = tables.pair_start[bucket], tables.pair_start[bucket + 1]
    for row in range(0, ASKED_WIDTH * pairs if last >= 0 else 0, ASKED_WIDTH):
        asked[row + 4] = tables.pair_entry[min(asked[row + 2], last)]


@inlined
def _answer(tables, words, hits, count, scratch, place):
    """Verify every name that has a pair that was asked for; `place` is (number of pairs, number of words)."""
    asked = scratch.asked
    _reach(tables, asked, place[0])
    for row in range(0, ASKED_WIDTH * place[0], ASKED_WIDTH):
        i, j, check = asked[row + 1] >> 32, asked[row + 1] & LOW, asked[row] >> 32
        for e in range(asked[row + 2], asked[row + 3]):
            entry = tables.pair_entry[e]
            group = entry & LOW
            if entry >> 32 != check or _is_seen(scratch.seen, group, i, j):
                continue
            if may_stand(tables, scratch.near, group, (i, j, place[1])):
                first, last = verify(tables, words, group, i, j, place[1])
                if last:
                    count = _keep(hits, count, scratch.seen, group, (first, last))
    return count


@inlined
def _partners(tables, words, asked, count, place, a):
    """Ask for the match `a` of a word with some matches of another.

    `place` is (word, word, first of the matches, the last + 1).
    """
    mask, bit = words.partner[a], words.bit[a]
    for b in range(place[2], place[3]):
        if mask & words.bit[b] and words.partner[b] & bit:
            hashed = pair_hash(words.value[a] & LOW, words.value[b] & LOW)
            count = _ask(tables, asked, count, hashed, place[0], place[1])
    return count


@inlined
def _pairs(tables, words, asked, count, i, j):
    """Ask for every affordable pair of matches of two words."""
    begin, end, own_end, partners = words.match_start[j], words.match_start[j + 1], words.own_end[j], words.partners[j]
    for a in range(words.match_start[i], words.match_start[i + 1]):
        spent = words.value[a] >> 32 & COST
        others = words.sure[j] if spent == BUDGET else words.bits[j]
        if not words.partner[a] & others or not words.bit[a] & partners:
            continue
        if words.value[a] >> 32 & JOINED and j == i + 1:
            continue
        last = own_end if spent == 0 else words.one_end[j] if spent == 1 else words.exact_end[j]
        count = _partners(tables, words, asked, count, (i, j, begin, last), a)
        if own_end < end:
            # The joined word behind the others is without an edit.
            count = _partners(tables, words, asked, count, (i, j, own_end, end), a)
    return count


@inlined
def _with_initial(tables, words, asked, count, i, j):
    """Ask for a word `i` beside an initial `j`."""
    partner = INITIAL + np.int64(words.first[j])
    bit = bit_of(partner)
    for a in range(words.match_start[i], words.match_start[i + 1]):
        one = words.value[a] & LOW
        if words.partner[a] & bit and (words.value[a] >> 32) & COST < BUDGET:
            count = _ask(tables, asked, count, pair_hash(one, partner), min(i, j), max(i, j))
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
def _alone(tables, words, asked, count, i):
    """Ask for names of a single word."""
    if words.mark[i] & (CAPITAL | SYLLABLE) != CAPITAL or words.end[i] - words.start[i] < 2:
        return count
    for a in range(words.match_start[i], words.match_start[i + 1]):
        one, cost = words.value[a] & LOW, words.value[a] >> 32
        if words.partner[a] >> 62 & 1 and _is_same(tables, one, cost, words.end[i] - words.start[i]):
            count = _ask(tables, asked, count, pair_hash(one, ALONE), i, i)
    return count


@inlined
def _from_word(tables, words, asked, count, i, number):
    """Ask for all names of which one word stands at `i` and another behind it; give the number of pairs asked for."""
    empty = words.match_start[i] == words.match_start[i + 1]
    initial, lower = words.mark[i] & IS_INITIAL, not words.mark[i] & CAPITAL
    if empty and not initial:
        return count
    if words.partners[i] >> 62 & 1:
        count = _alone(tables, words, asked, count, i)
    for j in range(i + 1, min(i + REACH + 1, number)):
        if words.mark[j] & BREAK:
            break
        if initial:
            count = _with_initial(tables, words, asked, count, j, i)
        if empty:
            continue
        if words.mark[j] & IS_INITIAL:
            count = _with_initial(tables, words, asked, count, i, j)
        may_pair = words.partners[i] & words.bits[j] and words.partners[j] & words.bits[i]
        if may_pair and not (lower and j > i + 3 and not words.mark[j] & CAPITAL):
            count = _pairs(tables, words, asked, count, i, j)
    return count


@kernel(types.Tuple((types.int64, types.boolean))(TABLES, SCRATCH, WORDS, CODES, CODES, types.int32[:, ::1]))
def scan_text(tables, scratch, words, codes, norm, hits):
    """Fill `hits` with rows (start, end, group), in characters; give their number and whether there was room for all.

    `codes` are the folded text's code points and `norm` those of the same text with its case.
    """
    number, complete = read_words(codes, norm, tables, scratch, words)
    for i in range(len(scratch.seen)):
        scratch.seen[i] = 0
    note_places(words, number, scratch.near)
    count = pairs = 0
    for i in range(number):
        pairs = _from_word(tables, words, scratch.asked, pairs, i, number)
        if pairs < AT_ONCE and i + 1 < number:
            continue
        count = _answer(tables, words, hits, count, scratch, (pairs, number))
        pairs = 0
        if count > len(hits):
            complete = False
            count = len(hits)
            break
    for h in range(count):
        hits[h, 0], hits[h, 1] = words.start[hits[h, 0]], words.end[hits[h, 1] - 1]
    return count, complete
