"""Which listed words could a word of the text be? Exact, then near ones, each with its cost; remembered in a cache."""

from __future__ import annotations

import numpy as np

from service.names.index.jit import inlined, part
from service.names.index.kernels.hashing import LOW, bucket_of, find_exact, hash_bytes
from service.names.index.kernels.sounds import (
    allowed_edits,
    deletion_hashes,
    distance,
    has_vowel,
    skeleton_hash,
    syllable_hash,
)
from service.names.index.kernels.words import HAS_DIGIT, IS_ABJAD, IS_HANGUL, fold_letters
from service.names.index.tables import FOUND

MOST = 64
"""Listed words that one word may stand for; the cheapest stay."""
JOINED, ALIKE, BARE = 0x10, 0x20, 0x40
"""Flags in a cost: the word and the next one, written together, are the listed word; it is the same
Korean syllable; it has the same consonants and no vowels."""
COST = 0x0F
ZERO, NINE = ord("0"), ord("9")
EXACT_ONLY, EVERY, AS_JOINED = 1, 2, 3
"""What to look up: the word itself; its neighbours too; the joined word itself."""


@part
def _holds(scratch, count, value):
    """The value is among those scratch."""
    for i in range(count):  # noqa: SIM110 - numba has no `any` over a generator
        if scratch.value[i] == value:
            return True
    return False


@part
def _add(scratch, count, value, cost):
    """One more match, while there is room."""
    if count < FOUND:
        scratch.value[count] = value
        scratch.cost[count] = cost
        count += 1
    return count


@part
def _edits(tables, token, scratch, size, raw, letters):
    """Edits between a word and a token, folded or as written, whichever is less; 3 for more than are allowed."""
    begin, end = np.int64(tables.token_start[token]), np.int64(tables.token_start[token + 1])
    edits = distance(scratch.folded, size, tables.token_bytes, begin, end - begin, scratch.rows)
    allowed = allowed_edits(max(letters, np.int64(tables.token_raw[token])))
    if min(size, end - begin) < 4:
        edits = 3
    elif edits <= min(allowed, 1):
        return edits
    begin, end = np.int64(tables.token_near_start[token]), np.int64(tables.token_near_start[token + 1])
    edits = min(edits, distance(raw, letters, tables.token_near, begin, end - begin, scratch.rows))
    return edits if edits <= allowed else 3


@part
def _near(tables, scratch, count, size, raw, letters):
    """Add listed words within the edits that their length allows."""
    left_out = 0 if letters <= 3 else 1 if letters == 4 else 2
    deletions = deletion_hashes(scratch.folded, size, left_out, scratch.hashes, scratch.rest)
    buckets = len(tables.deletion_start) - 1
    for d in range(deletions):
        bucket = bucket_of(scratch.hashes[d], buckets)
        check = scratch.hashes[d] >> 32
        for e in range(tables.deletion_start[bucket], tables.deletion_start[bucket + 1]):
            entry = tables.deletion_entry[e]
            if entry >> 32 != check or _holds(scratch, count, entry & LOW):
                continue
            edits = _edits(tables, entry & LOW, scratch, size, raw, letters)
            if edits < 3:
                count = _add(scratch, count, entry & LOW, edits)
    return count


@part
def _alike(tables, scratch, count, hashed, cost):
    """Add listed words of the same sound."""
    if hashed == 0:
        return count
    bucket = bucket_of(hashed, len(tables.sound_start) - 1)
    check = hashed >> 32
    for e in range(tables.sound_start[bucket], tables.sound_start[bucket + 1]):
        entry = tables.sound_entry[e]
        if entry >> 32 == check and not _holds(scratch, count, entry & LOW):
            count = _add(scratch, count, entry & LOW, cost)
    return count


@part
def _digits(raw, letters):
    """Digits among the letters of a word."""
    count = 0
    for i in range(letters):
        count += ZERO <= raw[i] <= NINE
    return count


@part
def find_words(tables, raw, letters, marks, what, scratch):
    """Fill `scratch.value` with the listed words that these raw letters may stand for; give their number."""
    size = fold_letters(raw, letters, scratch.folded)
    count = 0
    exact = find_exact(tables.exact, hash_bytes(scratch.folded, 0, size, 0))
    if exact >= 0 and (what != EXACT_ONLY or not tables.token_common[exact]):
        count = _add(scratch, count, exact, 1 if letters <= 3 and tables.token_raw[exact] != letters else 0)
    if what != EVERY or (marks & HAS_DIGIT and _digits(raw, letters) * 3 > letters):
        return count
    if not marks & IS_ABJAD:
        count = _alike(tables, scratch, count, syllable_hash(raw, letters, scratch.rest), ALIKE)
    if marks & IS_ABJAD or not has_vowel(raw, letters):
        count = _alike(tables, scratch, count, skeleton_hash(raw, letters, scratch.rest), BARE | 1)
    if not marks & (IS_ABJAD | IS_HANGUL):
        count = _near(tables, scratch, count, size, raw, letters)
    return count


@part
def _remember(scratch, key, count):
    """Keep the cheapest matches of a word; when the room is full, forget everything."""
    slot = (key >> 1) & (len(scratch.keys) - 1)
    if scratch.used[0] + MOST > len(scratch.kept):
        for i in range(len(scratch.keys)):
            scratch.keys[i] = 0
        scratch.used[0] = 0
    begin = scratch.used[0]
    end = begin
    for cost in range(3):
        for i in range(count):
            if scratch.cost[i] & COST == cost and end - begin < MOST:
                scratch.kept[end] = scratch.value[i]
                scratch.kept_cost[end] = scratch.cost[i]
                end += 1
    scratch.keys[slot], scratch.begin[slot], scratch.amount[slot], scratch.used[0] = key, begin, end - begin, end
    return slot


@inlined
def resolve(tables, scratch, raw, letters, marks, what):
    """The slot that holds the matches of a word, looked up when it is not there."""
    key = hash_bytes(raw, 0, letters, np.int64(what) << 8 | marks) | 1
    slot = (key >> 1) & (len(scratch.keys) - 1)
    if scratch.keys[slot] == key:
        return slot
    return _remember(scratch, key, find_words(tables, raw, letters, marks, what, scratch))
