"""Cut a text into words; `tokenize` says what a word is."""

from __future__ import annotations

from numba import types

from service.text.characters import ALNUM, DIGIT, SIGN, SIZE, UNSPACED
from service.text.jit import CODES, inlined, kernel

_KINDS = types.Array(types.uint8, 1, "C", readonly=True)
_INTS = types.Array(types.int32, 1, "C")
_APOSTROPHE, _STOP, _COMMA, _COLON = 0x27, 0x2E, 0x2C, 0x3A
_BIG_S, _SMALL_S = 0x53, 0x73


@inlined
def _kind(codes, at, kinds):
    """What stands there, 0 behind the end."""
    return kinds[codes[at]] if at < len(codes) and codes[at] < SIZE else 0


@inlined
def _spaced(kind):
    """A letter or digit of a script with spaces."""
    return kind & (ALNUM | UNSPACED) == ALNUM


@inlined
def _possessive(codes, at, kinds):
    """An apostrophe with an s behind which no word goes on."""
    if at + 1 >= len(codes) or codes[at] != _APOSTROPHE:
        return False
    letter = codes[at + 1]
    return letter in (_SMALL_S, _BIG_S) and not _kind(codes, at + 2, kinds) & ALNUM


@inlined
def _goes_on(codes, at, kinds):
    """A mark inside a word: an apostrophe before letters, a point, comma or colon between digits."""
    mark = codes[at]
    if mark == _APOSTROPHE:
        return not _possessive(codes, at, kinds) and _spaced(_kind(codes, at + 1, kinds))
    if mark in (_STOP, _COMMA, _COLON):
        return _kind(codes, at - 1, kinds) & DIGIT and _kind(codes, at + 1, kinds) & DIGIT
    return False


@kernel(types.int64(CODES, _KINDS, _INTS, _INTS))
def cut_words(codes, kinds, starts, ends):
    """Write down where the words of a text begin and end; give their number. There is room for one per character."""
    number, at, size = 0, 0, len(codes)
    while at < size:
        kind = _kind(codes, at, kinds)
        if not kind & (ALNUM | UNSPACED | SIGN):
            at += 1
            continue
        begin = at
        at += 1
        if not kind & UNSPACED:
            while at < size and (_spaced(_kind(codes, at, kinds)) or _kind(codes, at, kinds) & SIGN):
                at += 1
            while at < size and _goes_on(codes, at, kinds):
                at += 1
                while at < size and _spaced(_kind(codes, at, kinds)):
                    at += 1
        starts[number], ends[number] = begin, at
        number += 1
        if _possessive(codes, at, kinds):
            at += 2
    return number
