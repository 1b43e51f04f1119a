"""Which names are the same, and by which pairs of words is each found? Used by the build only."""

from __future__ import annotations

import numpy as np
from numba import types

from service.names.index.jit import GROUPS, LEFT, kernel, part
from service.names.index.kernels.fit import ALL_COUNT, IS_PERSON, REACH
from service.names.index.kernels.hashing import ALONE, INITIAL, SEED, finish, mix, pair_hash
from service.names.index.kernels.resolve import LEFT_AT, LETTERS_AT, bit_of
from service.names.index.kernels.sounds import PREFIX, deletion_hashes

PAIRED = 4
"""The weightiest words of a name, all pairs of which find it."""
MOST_PAIRS = 10
"""Pairs that one group has at most, with initials."""


@kernel(types.void(types.int64[::1], types.int64[::1], types.int64[::1], types.uint8[::1], types.int64[::1]))
def hash_sequences(out, start, tokens, kinds, row):
    """The hash of each sequence's tokens in any order, and of its kind."""
    for s in range(len(out)):
        size = start[s + 1] - start[s]
        for i in range(size):
            place = i
            while place > 0 and row[place - 1] > tokens[start[s] + i]:
                row[place] = row[place - 1]
                place -= 1
            row[place] = tokens[start[s] + i]
        state = mix(SEED, np.int64(kinds[s]))
        for i in range(size):
            state = mix(state, row[i])
        out[s] = finish(state)


@part
def _weightiest(groups, g, chosen):
    """The places of the weightiest words of a group, the first of equals first; give their number."""
    count = 0
    plain = 1 if groups.kind[g] & ALL_COUNT else 0
    for k in range(groups.start[g], groups.start[g + 1]):
        weight = max(groups.weight[groups.token[k]], plain)
        if weight == 0:
            continue
        place = min(count, PAIRED)
        while place > 0 and groups.weight[groups.token[chosen[place - 1]]] < weight:
            if place < PAIRED:
                chosen[place] = chosen[place - 1]
            place -= 1
        if place < PAIRED:
            chosen[place] = k
            count = min(count + 1, PAIRED)
    return count


@part
def _put_pair(groups, g, one, two, count):
    """Append one pair, and note the partner in each token's mask."""
    groups.hash[count], groups.value[count] = pair_hash(np.int64(one), np.int64(two)), g
    if two == ALONE:
        groups.mask[one] |= np.int64(1) << 62
    else:
        groups.mask[one] |= bit_of(two)
        if two < INITIAL:
            groups.mask[two] |= bit_of(one)
    return count + 1


@part
def _initials(groups, g, count):
    """Append the surname with the given name's initial: before the comma, else last and first word."""
    begin, end, comma = np.int64(groups.start[g]), np.int64(groups.start[g + 1]), np.int64(groups.comma[g])
    if end - begin < 2:
        return count
    if 0 < comma < end - begin:
        places = ((begin, begin + comma), (begin + comma - 1, begin + comma))
    else:
        places = ((end - 1, begin), (begin, begin + 1))
    for p in range(2):
        surname, given = places[p]
        if p == 1 and places[0] == places[1]:
            break
        if groups.weight[groups.token[surname]]:
            partner = INITIAL + np.int64(groups.first[given])
            count = _put_pair(groups, g, groups.token[surname], partner, count)
    return count


@part
def _single_letter(groups, g):
    """A single letter among the words of a group (`T-Bank`), ALONE where there is none."""
    for k in range(groups.start[g], groups.start[g + 1]):
        if groups.raw[groups.token[k]] == 1:
            return np.int64(groups.token[k])
    return ALONE


@part
def _beside(groups, g, place, count):
    """Append the only telling word of a group with the legal form or particle before and behind it."""
    for k in (place - 1, place + 1):
        inside = groups.start[g] <= k < groups.start[g + 1]
        if inside and groups.weight[groups.token[k]] == 0 and groups.raw[groups.token[k]] > 1:
            count = _put_pair(groups, g, groups.token[place], groups.token[k], count)
    return count


@kernel(types.int64(GROUPS))
def pair_groups(groups):
    """Write every pair of every group; give their number."""
    chosen = groups.chosen
    count = 0
    for g in range(len(groups.start) - 1):
        found = _weightiest(groups, g, chosen)
        if found == 1:
            letter = _single_letter(groups, g)
            count = _put_pair(groups, g, groups.token[chosen[0]], letter, count)
            count = _beside(groups, g, chosen[0], count)
        for i in range(found):
            for j in range(i):
                near = abs(chosen[i] - chosen[j]) <= REACH
                if near:
                    count = _put_pair(groups, g, groups.token[chosen[i]], groups.token[chosen[j]], count)
        if groups.kind[g] & IS_PERSON:
            count = _initials(groups, g, count)
    return count


@kernel(types.int64(LEFT, types.uint32[::1], types.uint8[::1], types.int64[::1], types.uint8[::1]))
def leave_out(left, start, letters, edits, raw):
    """Write the deletion hashes of every token that may have edits; give their number."""
    count = 0
    for token in range(len(start) - 1):
        size = np.int64(start[token + 1]) - np.int64(start[token])
        found = deletion_hashes(letters[start[token] :], size, edits[token], left.out, left.rest)
        width = min(np.int64(raw[token]), 31) << LETTERS_AT
        for i in range(found):
            repeated = False
            for j in range(i):
                repeated = repeated or left.out[j] == left.out[i]
            if not repeated:
                out = 0 if i == 0 else 1 if i <= min(size, PREFIX) else 2
                left.hash[count], left.value[count] = left.out[i], token | width | out << LEFT_AT
                count += 1
    return count
