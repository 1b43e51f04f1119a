"""Which listed words could a word of the text be? Exact, then near ones, each with its cost; remembered in a cache."""

from __future__ import annotations

import numpy as np

from service.names.index.jit import inlined, part
from service.names.index.kernels.hashing import LOW, bucket_of, find_exact, finish, hash_bytes
from service.names.index.kernels.sounds import (
    allowed_edits,
    deletion_hashes,
    distance,
    forget_letters,
    has_vowel,
    note_letters,
    skeleton_hash,
    syllable_hash,
)
from service.names.index.kernels.words import HAS_DIGIT, IS_ABJAD, IS_HANGUL, fold_letters
from service.names.index.tables import FOUND, HEADER, NEIGHBOURS, TRIED

MOST = 64
"""Listed words that one word may stand for; the cheapest stay."""
JOINED, ALIKE, BARE, SHORT = 0x10, 0x20, 0x40, 0x80
"""Flags in a cost: the word and the next one, written together, are the listed word; it is the same
Korean syllable; it has the same consonants and no vowels; it is short and sounds the same with other letters."""
COST = 0x0F
PLACE_BITS = 20
PLACE = (1 << PLACE_BITS) - 1
"""The part of a slot that says where matches begin."""
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
    allowed, edits = allowed_edits(max(letters, np.int64(tables.token_raw[token]))), 3
    begin, end = np.int64(tables.token_start[token]), np.int64(tables.token_start[token + 1])
    if min(size, end - begin) > 3:
        edits = distance(scratch.folded, size, scratch.folded_at, tables.token_bytes, begin, end - begin)
    if edits > min(allowed, 1):
        begin, end = np.int64(tables.token_near_start[token]), np.int64(tables.token_near_start[token + 1])
        edits = min(edits, distance(raw, letters, scratch.raw_at, tables.token_near, begin, end - begin))
    return edits if edits <= allowed else 3


@inlined
def _reach_buckets(tables, scratch, deletions):
    """Fetch the bounds and the first entry of each bucket: all at once, so that memory is waited for once."""
    bounds, buckets, last = scratch.bounds, len(tables.deletion_start) - 1, len(tables.deletion_entry) - 1
    for d in range(deletions):
        bucket = bucket_of(scratch.hashes[d], buckets)
        bounds[3 * d], bounds[3 * d + 1] = tables.deletion_start[bucket], tables.deletion_start[bucket + 1]
    for d in range(deletions if last >= 0 else 0):
        bounds[3 * d + 2] = tables.deletion_entry[min(bounds[3 * d], last)]


@inlined
def _neighbours(tables, scratch, size, letters):
    """Collect the tokens that share letters with a word, each once, in `scratch.few`; give their number."""
    deletions = deletion_hashes(scratch.folded, size, allowed_edits(letters), scratch.hashes, scratch.rest)
    _reach_buckets(tables, scratch, deletions)
    count = 0
    for d in range(deletions):
        check = scratch.hashes[d] >> 32
        left = 0 if d == 0 else 1 if d <= min(size, 7) else 2
        for e in range(scratch.bounds[3 * d], scratch.bounds[3 * d + 1]):
            entry = tables.deletion_entry[e]
            if entry >> 32 != check:
                continue
            theirs = (entry >> LETTERS_AT) & 31
            if max(left, (entry >> LEFT_AT) & 3) > allowed_edits(max(letters, theirs)):
                continue
            if _is_new(scratch, entry & TOKEN) and count < NEIGHBOURS:
                scratch.few[count] = entry & TOKEN
                count += 1
    return count


@inlined
def _near(tables, scratch, count, size, raw, letters):
    """Add listed words within the edits that their length allows."""
    few, found = scratch.few, _neighbours(tables, scratch, size, letters)
    for n in range(found):
        few[NEIGHBOURS + n] = tables.token_start[few[n]]
        few[2 * NEIGHBOURS + n] = tables.token_near_start[few[n]]
    for n in range(found):
        few[3 * NEIGHBOURS + n] = np.int64(tables.token_bytes[few[NEIGHBOURS + n]])
        few[3 * NEIGHBOURS + n] += np.int64(tables.token_near[few[2 * NEIGHBOURS + n]])
    note_letters(scratch.folded, size, scratch.folded_at)
    note_letters(raw, letters, scratch.raw_at)
    for n in range(found):
        edits = _edits(tables, few[n], scratch, size, raw, letters)
        if edits < 3:
            count = _add(scratch, count, few[n], edits)
    forget_letters(scratch.folded, size, scratch.folded_at)
    forget_letters(raw, letters, scratch.raw_at)
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
def _row(slots, key):
    """The first of the two slots in which a key may be."""
    return (key & (len(slots) // 2 - 1)) * 2


@inlined
def _check(key):
    """The part of a key that its slot holds, above the place of the matches; never zero."""
    return (key >> 19 | 1) << PLACE_BITS


@inlined
def _remember(tables, scratch, key, count):
    """Keep the cheapest matches of a word in the younger row of its set; give where they begin.

    When the room is full, everything is forgotten. A kept word is a header (number; of these without an edit and with
    at most one, packed; bits, bits of the sure ones, partners) with two elements a match behind it.
    """
    slots, kept = scratch.slots, scratch.kept
    if scratch.used[0] + HEADER + 2 * MOST > len(kept):
        for i in range(len(slots)):
            slots[i] = 0
        scratch.used[0] = HEADER
    row = _row(slots, key)
    slots[row + 1] = slots[row]
    if count == 0:
        slots[row] = _check(key)
        return 0
    begin = scratch.used[0]
    end = begin + HEADER
    bits, sure, partners, few = np.int64(0), np.int64(0), np.int64(0), np.int64(0)
    for cost in range(3):
        for i in range(count):
            if scratch.cost[i] & COST == cost and end - begin < HEADER + 2 * MOST:
                token, bit = np.int64(scratch.value[i]), bit_of(scratch.value[i])
                mask = tables.token_mask[token]
                kept[end], kept[end + 1] = np.int64(scratch.cost[i]) << 32 | token, mask
                bits, partners = bits | bit, partners | mask
                sure |= 0 if cost else bit
                end += 2
        few = few << 8 | (end - begin - HEADER) // 2
    kept[begin], kept[begin + 1], kept[begin + 2], kept[begin + 3], kept[begin + 4] = (
        few & 0xFF,
        bits,
        sure,
        partners,
        few >> 8,
    )
    slots[row], scratch.used[0] = _check(key) | begin, end
    return begin


@inlined
def key_of(state, marks, what):
    """What the matches of a word are kept under: its letters' hash state, its marks and what is looked up."""
    return finish(state ^ ((np.int64(what) << 8 | marks) << 16))


@inlined
def recall(scratch, key):
    """Where the matches under a key are kept, 0 for none, -1 where they are not there."""
    row, check = _row(scratch.slots, key), _check(key)
    one, two = scratch.slots[row], scratch.slots[row + 1]
    if one & ~PLACE == check:
        return one & PLACE
    return two & PLACE if two & ~PLACE == check else -1


@inlined
def resolve(tables, scratch, raw, letters, key, place):
    """Look a word up and keep its matches: where they begin, 0 for none. `place` is (marks, what to look up)."""
    return _remember(tables, scratch, key, find_words(tables, raw, letters, place[0], place[1], scratch))
