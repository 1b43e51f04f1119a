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
from service.names.index.tables import FOUND, HEADER, TRIED

MOST = 64
"""Listed words that one word may stand for; the cheapest stay."""
JOINED, ALIKE, BARE, SHORT = 0x10, 0x20, 0x40, 0x80
"""Flags in a cost: the word and the next one, written together, are the listed word; it is the same
Korean syllable; it has the same consonants and no vowels; it is short and sounds the same with other letters."""
COST = 0x0F
ZERO, NINE = ord("0"), ord("9")
EXACT_ONLY, EVERY, AS_JOINED = 1, 2, 3
"""What to look up: the word itself; its neighbours too; the joined word itself."""
TOKEN, LETTERS_AT, LEFT_AT = (1 << 25) - 1, 25, 30
"""An entry of the deletion neighbourhood: the token, its letters (up to 31), how many of them are left out."""


@inlined
def bit_of(token):
    """The bit of a token in a mask of 62."""
    return np.int64(1) << ((((np.int64(token) * 0x9E3779B1) & 0xFFFFFFFF) * 62) >> 32)


@inlined
def _is_new(scratch, token):
    """The token was not looked at yet for this word (a small memory that may forget); it is from now on."""
    slot, stamp = token & (TRIED - 1), scratch.used[1] << 32 | token
    new = scratch.tried[slot] != stamp
    scratch.tried[slot] = stamp
    return new


@inlined
def _add(scratch, count, value, cost):
    """One more match, while there is room."""
    if count < FOUND:
        scratch.value[count] = value
        scratch.cost[count] = cost
        count += 1
    return count


@inlined
def _edits(tables, token, scratch, size, raw, letters):
    """Edits between a word and a token, folded or as written, whichever is less; 3 for more than are allowed."""
    begin, end = np.int64(tables.token_start[token]), np.int64(tables.token_start[token + 1])
    edits = distance(scratch.folded, size, tables.token_bytes, begin, end - begin)
    allowed = allowed_edits(max(letters, np.int64(tables.token_raw[token])))
    if min(size, end - begin) < 4:
        edits = 3
    if edits > min(allowed, 1):
        begin, end = np.int64(tables.token_near_start[token]), np.int64(tables.token_near_start[token + 1])
        edits = min(edits, distance(raw, letters, tables.token_near, begin, end - begin))
        edits = edits if edits <= allowed else 3
    return edits


@inlined
def _near(tables, scratch, count, size, raw, letters):
    """Add listed words within the edits that their length allows."""
    deletions = deletion_hashes(scratch.folded, size, allowed_edits(letters), scratch.hashes, scratch.rest)
    buckets = len(tables.deletion_start) - 1
    for d in range(deletions):
        bucket = bucket_of(scratch.hashes[d], buckets)
        check = scratch.hashes[d] >> 32
        left = 0 if d == 0 else 1 if d <= min(size, 7) else 2
        for e in range(tables.deletion_start[bucket], tables.deletion_start[bucket + 1]):
            entry = tables.deletion_entry[e]
            if entry >> 32 != check:
                continue
            theirs = (entry >> LETTERS_AT) & 31
            if max(left, (entry >> LEFT_AT) & 3) > allowed_edits(max(letters, theirs)):
                continue
            token = entry & TOKEN
            if _is_new(scratch, token):
                edits = _edits(tables, token, scratch, size, raw, letters)
                if edits < 3:
                    count = _add(scratch, count, token, edits)
    return count


@inlined
def _alike(tables, scratch, count, hashed, cost):
    """Add listed words of the same sound."""
    if hashed != 0:
        bucket = bucket_of(hashed, len(tables.sound_start) - 1)
        check = hashed >> 32
        for e in range(tables.sound_start[bucket], tables.sound_start[bucket + 1]):
            entry = tables.sound_entry[e]
            if entry >> 32 == check and _is_new(scratch, entry & LOW):
                count = _add(scratch, count, entry & LOW, cost)
    return count


@part
def _digits(raw, letters):
    """Digits among the letters of a word."""
    count = 0
    for i in range(letters):
        count += ZERO <= raw[i] <= NINE
    return count


@inlined
def find_words(tables, raw, letters, marks, what, scratch):
    """Fill `scratch.value` with the listed words that these raw letters may stand for; give their number."""
    size = fold_letters(raw, letters, scratch.folded)
    count = 0
    scratch.used[1] = (scratch.used[1] + 1) & 0x3FFFFFFF
    exact = find_exact(tables.exact, hash_bytes(scratch.folded, 0, size, 0))
    if exact >= 0 and (what != EXACT_ONLY or not tables.token_common[exact]) and _is_new(scratch, exact):
        # A short word that no fold has changed may be spelt so on a list, though a longer spelling is kept.
        respelt = letters <= 3 and letters != size and tables.token_raw[exact] != letters
        count = _add(scratch, count, exact, 1 | SHORT if respelt else 0)
    if what == EVERY and not (marks & HAS_DIGIT and _digits(raw, letters) * 3 > letters):
        if not marks & IS_ABJAD:
            count = _alike(tables, scratch, count, syllable_hash(raw, letters, scratch.rest), ALIKE)
        if marks & IS_ABJAD or not has_vowel(raw, letters):
            count = _alike(tables, scratch, count, skeleton_hash(raw, letters, scratch.rest), BARE | 1)
        if not marks & (IS_ABJAD | IS_HANGUL):
            count = _near(tables, scratch, count, size, raw, letters)
    return count


@inlined
def _remember(tables, scratch, key, count):
    """Keep the cheapest matches of a word in the younger row of its set; give where they begin.

    When the room is full, everything is forgotten. A kept word is a header (number, bits, bits of the sure ones,
    partners) with two elements a match behind it.
    """
    slots, kept = scratch.slots, scratch.kept
    if scratch.used[0] + HEADER + 2 * MOST > len(kept):
        for i in range(0, len(slots), 2):
            slots[i] = 0
        scratch.used[0] = HEADER
    row = ((key >> 1) & (len(slots) // 4 - 1)) * 4
    slots[row + 2], slots[row + 3] = slots[row], slots[row + 1]
    if count == 0:
        slots[row], slots[row + 1] = key, 0
        return 0
    begin = scratch.used[0]
    end = begin + HEADER
    bits, sure, partners = np.int64(0), np.int64(0), np.int64(0)
    for cost in range(3):
        for i in range(count):
            if scratch.cost[i] & COST == cost and end - begin < HEADER + 2 * MOST:
                token, bit = np.int64(scratch.value[i]), bit_of(scratch.value[i])
                mask = tables.token_mask[token]
                kept[end], kept[end + 1] = np.int64(scratch.cost[i]) << 32 | token, mask
                bits, partners = bits | bit, partners | mask
                sure |= 0 if cost else bit
                end += 2
    kept[begin], kept[begin + 1], kept[begin + 2], kept[begin + 3] = (end - begin - HEADER) // 2, bits, sure, partners
    slots[row], slots[row + 1], scratch.used[0] = key, begin, end
    return begin


@inlined
def resolve(tables, scratch, raw, letters, marks, what):
    """Where the matches of a word are kept, 0 for none; looked up when they are not there."""
    # The seed stands above the letters' eight bits: below, `e` would be the Hangul syllable that sounds as `a`.
    key = hash_bytes(raw, 0, letters, (np.int64(what) << 8 | marks) << 16) | 1
    slots = scratch.slots
    row = ((key >> 1) & (len(slots) // 4 - 1)) * 4
    if slots[row] == key:
        begin = slots[row + 1]
    elif slots[row + 2] == key:
        begin = slots[row + 3]
    else:
        begin = _remember(tables, scratch, key, find_words(tables, raw, letters, marks, what, scratch))
    return begin
