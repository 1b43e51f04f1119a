"""What words does a text have, and which listed words may each of them be?"""

from __future__ import annotations

import numpy as np

from service.names.index.alphabet import COMMA, HANGUL, NEWLINE, PARTING, SEPARATOR, STOP, UPPER, WORD
from service.names.index.jit import inlined, part
from service.names.index.kernels.hashing import LOW, finish, hash_state, mix
from service.names.index.kernels.resolve import AS_JOINED, EVERY, EXACT_ONLY, JOINED, bit_of, key_of, recall, resolve
from service.names.index.kernels.words import (
    _SINGLE,
    HAS_DIGIT,
    IS_ABJAD,
    IS_HANGUL,
    LETTERS,
    begins_word,
    breaks,
    kind_at,
    read_syllable,
    read_word,
)
from service.names.index.tables import HEADER

HYPHEN = 0x2D
CAPITAL, BREAK, IS_INITIAL, SYLLABLE, BEHIND_COMMA, PARTED = 1, 2, 4, 8, 16, 32
"""Marks of a word: may begin a name; a name never runs on from the word before; a single letter; one of Hangul; a
comma stands before it; a bracket, a quotation mark, a colon or the like does."""


@part
def _has_capitals(norm, i, kinds):
    """The line that begins there has an upper-case letter."""
    while i < len(norm) and kind_at(norm, i, kinds) != NEWLINE:
        if norm[i] < 0x10000 and kinds[norm[i]] & UPPER:
            return True
        i += 1
    return False


@inlined
def _copy(words, number, end, scratch, begin, flag):
    """Append the matches kept from `begin` on to those of a word, while there is room; give the new end."""
    kept = scratch.kept
    amount = min(kept[begin], len(words.value) - end)
    for i in range(amount):
        words.value[end + i] = kept[begin + HEADER + 2 * i] | flag
        words.partner[end + i] = kept[begin + HEADER + 2 * i + 1]
        words.bit[end + i] = bit_of(kept[begin + HEADER + 2 * i] & LOW)
    words.bits[number] |= kept[begin + 1]
    words.sure[number] |= kept[begin + 2]
    words.partners[number] |= kept[begin + 3]
    return end + amount


@inlined
def _own(words, number, end, scratch, begin):
    """Append the matches of a word by itself; note where those without an edit end, and those with at most one."""
    few, last = scratch.kept[begin + 4], len(words.value)
    words.exact_end[number], words.one_end[number] = min(end + (few >> 8), last), min(end + (few & 0xFF), last)
    end = _copy(words, number, end, scratch, begin, 0)
    words.own_end[number] = end
    return end


@inlined
def _joined(tables, scratch, last, letters, states):
    """Where the matches of a word written together with the one before are kept, 0 for none.

    `last` is the number of letters of the one before, `states` the hash states of both.
    """
    if last == 0 or last + letters < 4 or last + letters > LETTERS:
        return 0
    key = key_of(mix(finish(states[0]), states[1]), 0, AS_JOINED)
    begin = recall(scratch, key)
    if begin < 0:
        for i in range(letters):
            scratch.last[last + i] = scratch.raw[i]
        begin = resolve(tables, scratch, scratch.last, last + letters, key, (0, AS_JOINED))
    return begin


@inlined
def _goes_on(words, last, codes, start):
    """A hyphen joins the word there to a capitalised one: `Jong-un`."""
    return start == words.end[last] + 1 and codes[start - 1] == HYPHEN and words.mark[last] & CAPITAL != 0


@inlined
def _mark(codes, norm, place, letters, marks, kinds):
    """CAPITAL for upper case, digits, behind a capital and a hyphen, without case; IS_INITIAL for one letter."""
    start, end, goes_on = place
    upper = goes_on or norm[start] < 0x10000 and kinds[norm[start]] & UPPER
    mark = CAPITAL if upper or marks & (IS_ABJAD | IS_HANGUL | HAS_DIGIT) else 0
    mark |= SYLLABLE if marks & IS_HANGUL else 0
    single = letters == 1 and end == start + 1 and kind_at(codes, start, kinds) == WORD
    if single and (upper or kind_at(codes, end, kinds) == STOP):
        mark |= IS_INITIAL
    return mark


@inlined
def _next_word(codes, i, tables, raw):
    """Read the word or the syllable that begins at `i`: (end, letters, their hash state, marks, where to read on)."""
    if kind_at(codes, i, tables.kinds) == HANGUL:
        letters = read_syllable(codes[i], raw)
        return i + 1, letters, hash_state(raw, 0, letters), IS_HANGUL, i + 1
    return read_word(codes, i, tables, raw)


@inlined
def _skip(codes, i, norm, tables, state):
    """Pass over what is no word: (where the next begins, its marks, the line has no case).

    `state` is (marks so far, the line has no case, letters of the last word).
    """
    marks, caseless, letters = state
    while i < len(codes):
        kind = kind_at(codes, i, tables.kinds)
        if begins_word(kind) or kind == HANGUL:
            break
        if kind != SEPARATOR:
            if breaks(codes, i, tables.kinds, letters):
                marks |= BREAK
            if kind == COMMA:
                marks |= BEHIND_COMMA
            elif kind == PARTING:
                marks |= PARTED
            elif kind == NEWLINE:
                caseless = not _has_capitals(norm, i + 1, tables.kinds)
        i += 1
    return i, marks, caseless


@part
def read_words(codes, norm, tables, scratch, words):
    """Fill `words`; give their number and whether there was room for all matches."""
    raw, last = scratch.raw, scratch.last
    number, i, end, last_letters, letters, before = 0, 0, 0, 0, 0, np.int64(0)
    caseless, between = not _has_capitals(norm, 0, tables.kinds), BREAK
    while number < len(words.start):
        i, between, caseless = _skip(codes, i, norm, tables, (between, caseless, letters))
        if i >= len(codes):
            break
        start = i
        stop, letters, state, marks, i = _next_word(codes, i, tables, raw)
        if letters == 0 or (marks & IS_ABJAD and stop - start < 2):
            continue
        broken = between & BREAK != 0
        goes_on = not broken and number > 0 and _goes_on(words, number - 1, codes, start)
        mark = _mark(codes, norm, (start, stop, goes_on), letters, marks, tables.kinds)
        words.start[number], words.end[number] = start, stop
        words.mark[number], words.first[number] = mark | between, _SINGLE[raw[0]]
        if mark & CAPITAL and not broken:
            begin = _joined(tables, scratch, last_letters, letters, (before, state))
            if begin:
                end = _copy(words, number - 1, end, scratch, begin, JOINED << 32)
        words.match_start[number] = words.exact_end[number] = words.one_end[number] = words.own_end[number] = end
        words.bits[number], words.sure[number], words.partners[number] = 0, 0, 0
        what = EVERY if mark & CAPITAL or caseless else EXACT_ONLY
        key = key_of(state, marks, what)
        begin = recall(scratch, key)
        if begin < 0:
            begin = resolve(tables, scratch, raw, letters, key, (marks, what))
        if begin:
            end = _own(words, number, end, scratch, begin)
        last_letters, before = letters if mark & CAPITAL and not marks else 0, state
        for k in range(last_letters):
            last[k] = raw[k]
        number, between = number + 1, 0
    words.match_start[number] = end
    return number, end < len(words.value)
