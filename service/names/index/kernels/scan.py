"""Which listed names may stand in a text, and where? Pairs of near words first, then the whole name."""

from __future__ import annotations

import numpy as np
from numba import types

from service.names.index.jit import CODES, SCRATCH, TABLES, WORDS, inlined, kernel, part
from service.names.index.kernels.hashing import ALONE, INITIAL, LOW, bucket_of, pair_hash
from service.names.index.kernels.resolve import ALIKE, BARE, COST, JOINED
from service.names.index.kernels.text import BREAK, CAPITAL, IS_INITIAL, SYLLABLE, bit_of, read_words
from service.names.index.tables import SEEN

REACH = 6
"""A pair of words stands at most so many words apart."""
BUDGET = 2
"""Edits that a pair may have together; a name of three and more matched words may have one more."""
SLACK = 2
"""Words of the text that may stand within a name beyond the number of its own."""
NEVER = 15
"""The cost of no match."""
IS_PERSON = 1
ALL_COUNT = 4
"""Kind of a group in which no word tells much: all of them count."""
LETTER_E, LETTER_I = ord("e"), ord("i")


@inlined
def _order(cost):
    """How a match ranks: by its edits, then one word before two joined ones."""
    return ((np.int64(cost) & COST) << 1) | ((np.int64(cost) & JOINED) >> 4)


@inlined
def _match_word(words, word, token):
    """The least cost at which a word is that token, NEVER for none."""
    best = NEVER
    for m in range(words.match_start[word], words.match_start[word + 1]):
        if words.value[m] == token and _order(words.cost[m]) < _order(best):
            best = np.int64(words.cost[m])
    return best


@inlined
def _is_initial(words, word, letter):
    """The word is that initial; `ye` and `e` begin the same names."""
    first = words.first[word]
    if not words.mark[word] & IS_INITIAL:
        return False
    return first == letter or (min(first, letter) == LETTER_E and max(first, letter) == LETTER_I)


@inlined
def _place(words, token, initial, window, used):
    """The free word of the window that is that token at the least cost: (word, cost), (-1, NEVER) for none.

    `window` is (first word, last + 1, a word that should be near).
    """
    low, high, near = window
    bit, best_word, best = bit_of(token), -1, NEVER
    for word in range(low, high):
        if used >> (word - low) & 1:
            continue
        if words.bits[word] & bit:
            cost = _match_word(words, word, token)
            closer = cost != NEVER and _order(cost) == _order(best) and abs(word - near) < abs(best_word - near)
            if closer or _order(cost) < _order(best):
                best_word, best = word, cost
        if best & COST > 1 and abs(word - near) <= 3 and _is_initial(words, word, initial):
            best_word, best = word, 1
    return best_word, best


@part
def _enough(tables, group, matched, weights, spent, span):
    """So much of the name stands so close together that the comparison should see it.

    `weights` is (found, of the name), `spent` (edits, letters, marks of the words, flags of their costs), `span`
    (words, words in the name).
    """
    cost, letters, marks, flags = spent
    count, significant = matched
    person = tables.group_kind[group] & IS_PERSON
    whole = count == significant
    if cost * 5 > letters or cost > BUDGET + (count > 2) or span[0] > span[1] + (SLACK if whole else SLACK - 1):
        return False
    if whole:
        return (span[0] <= span[1] or not marks & SYLLABLE) and (marks & CAPITAL or person or count > 2)
    if marks & SYLLABLE or flags & ALIKE or not marks & CAPITAL or count < 2 or (cost > 0 and letters < 10):
        return False
    return 100 * weights[0] >= (40 if person else 50) * weights[1]


@part
def _align(tables, words, group, window):
    """Find the name's words in a window: (first word, last word + 1), (0, 0) where too little of it is there."""
    used, matched, significant, weight, total, cost = np.int64(0), 0, 0, 0, 0, 0
    first, last, letters, marks, flags = 1 << 30, 0, 0, 0, 0
    begin, end = tables.group_start[group], tables.group_start[group + 1]
    plain = 1 if tables.group_kind[group] & ALL_COUNT else 0
    for k in range(begin, end):
        token = tables.group_token[k]
        heavy = max(np.int64(tables.token_weight[token]), plain)
        word, edits = _place(words, token, tables.group_first[k], window, used)
        total += heavy
        significant += heavy > 0
        if word < 0:
            continue
        used |= np.int64(3 if edits & JOINED else 1) << (word - window[0])
        if heavy:
            matched, weight, cost = matched + 1, weight + heavy, cost + (edits & COST)
            letters, marks, flags = letters + tables.token_raw[token], marks | words.mark[word], flags | edits
            first, last = min(first, word), max(last, word + 1 + (edits & JOINED > 0))
    spent, span = (cost, letters, marks, flags), (last - first, np.int64(end) - np.int64(begin))
    if not _enough(tables, group, (matched, significant), (weight, total), spent, span):
        return 0, 0
    return first, last


@inlined
def _window(words, number, place, reach):
    """The words around a pair in which its name may stand, cut at breaks: (first, last + 1, near)."""
    i, j = place
    low, high = i, j + 1
    while low > 0 and i - low < reach and not words.mark[low] & BREAK:
        low -= 1
    while high < number and high - j <= reach and not words.mark[high] & BREAK:
        high += 1
    return low, high, i


@part
def _verify(tables, words, group, place, number):
    """Where the name stands around a pair of its words: first among so many words as it has, then between the two."""
    size = np.int64(tables.group_start[group + 1]) - np.int64(tables.group_start[group])
    first, last = _align(tables, words, group, _window(words, number, place, min(size - 1, REACH)))
    if last == 0 and size > 2:
        first, last = _align(tables, words, group, _window(words, number, place, 0))
    return first, last


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
        first, last = _verify(tables, words, group, (i, j), number)
        if last:
            count = _keep(hits, count, seen, group, (first, last))
    return count


@inlined
def _pairs(tables, words, hits, count, seen, place):
    """Look up every affordable pair of matches of two words."""
    i, j, number = place
    for a in range(words.match_start[i], words.match_start[i + 1]):
        one, cost = words.value[a], words.cost[a]
        mask = tables.token_mask[one]
        others = words.sure[j] if cost & COST == BUDGET else words.bits[j]
        if not mask & others or (cost & JOINED and j == i + 1):
            continue
        for b in range(words.match_start[j], words.match_start[j + 1]):
            two = words.value[b]
            if (cost & COST) + (words.cost[b] & COST) > BUDGET or not mask & bit_of(two):
                continue
            if tables.token_mask[two] & bit_of(one):
                hashed = pair_hash(np.int64(one), np.int64(two))
                count = _probe(tables, words, hits, count, seen, (hashed, i, j, number))
    return count


@inlined
def _with_initial(tables, words, hits, count, seen, place):
    """Look up a word beside an initial; `place` is (word, initial, number of words)."""
    i, j, number = place
    partner = INITIAL + np.int64(words.first[j])
    bit = bit_of(partner)
    for a in range(words.match_start[i], words.match_start[i + 1]):
        one = words.value[a]
        if tables.token_mask[one] & bit and words.cost[a] & COST < BUDGET:
            hashed = pair_hash(np.int64(one), partner)
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
        one = words.value[a]
        if tables.token_mask[one] >> 62 & 1 and _is_same(tables, one, words.cost[a], words.end[i] - words.start[i]):
            hashed = pair_hash(np.int64(one), ALONE)
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
        if words.bits[j] and not (lower and j > i + 3 and not words.mark[j] & CAPITAL):
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
