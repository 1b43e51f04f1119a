"""Hashes of 62 bits (they fit a signed integer in Python and in machine code alike), and multimaps made of them."""

from __future__ import annotations

import numpy as np
from numba import types

from service.names.index.jit import inlined, kernel

MASK = (1 << 62) - 1
SEED = 0x2B992DDFA23249D6
PRIME = 0x100000001B3
STIR = 0x1B873593CC9E2D51 & MASK
LOW = 0xFFFFFFFF
ALONE = 0x7FFFFFFF
"""Stands for the partner of a name of one token."""
INITIAL = 0x7FFFFF00
"""Plus a letter: the partner is an initial in the text."""


@inlined
def mix(state: int, value: int) -> int:
    """The hash state with one more value."""
    return ((state ^ value) * PRIME) & MASK


@inlined
def finish(state: int) -> int:
    """The hash of a state: every input bit reaches every output bit."""
    state = ((state ^ (state >> 31)) * STIR) & MASK
    state = ((state ^ (state >> 29)) * STIR) & MASK
    return state ^ (state >> 32)


@inlined
def hash_bytes(letters, start, end, seed):
    """The hash of some letters."""
    state = SEED ^ seed
    for i in range(start, end):
        state = mix(state, np.int64(letters[i]))
    return finish(state)


@inlined
def hash_state(letters, start, end):
    """The state of some letters that are not hashed to their end yet."""
    state = np.int64(SEED)
    for i in range(start, end):
        state = mix(state, np.int64(letters[i]))
    return state


@inlined
def pair_hash(one, two):
    """The hash of two tokens, in either order."""
    # Sum and product know no order, so that two tokens have one hash whichever comes first.
    return finish(mix(mix(SEED, np.int64(one) + np.int64(two)), np.int64(one) * np.int64(two) & MASK))


@inlined
def bucket_of(hashed, buckets):
    """The bucket of a hash; the check takes the other 30 bits."""
    return hashed & (buckets - 1)


@inlined
def find_exact(table, hashed):
    """The token number of a hash, -1 for none."""
    size = len(table)
    slot = hashed & (size - 1)
    check = hashed >> 32
    for _ in range(size):
        value = table[slot]
        if value == 0:
            return -1
        if value >> 32 == check:
            return (value & LOW) - 1
        slot = (slot + 1) & (size - 1)
    return -1


@kernel(types.void(types.int64[::1], types.int64[::1]))
def fill_exact(table, hashes):
    """Put every hash with its position + 1 into an empty table of a power of two of slots."""
    size = len(table)
    for number in range(len(hashes)):
        slot = hashes[number] & (size - 1)
        while table[slot] != 0:
            slot = (slot + 1) & (size - 1)
        table[slot] = ((hashes[number] >> 32) << 32) | (number + 1)


@kernel(types.void(types.uint8[::1], types.int64[::1]))
def fill_known(known, hashes):
    """Set the bit of every hash in an empty map of a power of two of bits."""
    for i in range(len(hashes)):
        bit = hashes[i] & (len(known) * 8 - 1)
        known[bit >> 3] |= np.uint8(1 << (bit & 7))


@kernel(types.void(types.uint32[::1], types.int64[::1], types.int64[::1], types.uint32[::1]))
def fill_multimap(start, entry, hashes, values):
    """Sort values by the bucket of their hash, input order kept; `start` has one more element than buckets."""
    buckets = len(start) - 1
    for i in range(len(hashes)):
        start[bucket_of(hashes[i], buckets) + 1] += 1
    for i in range(buckets):
        start[i + 1] += start[i]
    for i in range(len(hashes) - 1, -1, -1):
        bucket = bucket_of(hashes[i], buckets) + 1
        start[bucket] -= 1
        entry[start[bucket]] = ((hashes[i] >> 32) << 32) | np.int64(values[i])
    # Every start moved back to the beginning of its own bucket: move the row one place down again.
    for i in range(buckets):
        start[i] = start[i + 1]
    start[buckets] = len(hashes)
