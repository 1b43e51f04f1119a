"""How is a word of any alphabet written in folded Latin letters? One word at a time, from code points."""

from __future__ import annotations

import numpy as np

from service.names.index.alphabet import ABJAD, APOSTROPHE, DIGIT, EXACT, HANGUL, MARK, NEWLINE, ROMAN_SIZE, STOP, WORD
from service.names.index.jit import inlined, part
from service.names.index.kernels.hashing import SEED, mix

LETTERS = 40
"""Letters of a word that are looked at; the rest of a longer one is skipped."""
HAS_DIGIT, IS_ABJAD, IS_HANGUL = 1, 2, 4

_A, _C, _D, _E, _H, _I, _J, _K, _O, _P, _S, _U, _V, _X, _Y = (ord(c) for c in "acdehijkopsuvxy")


def _single() -> np.ndarray:
    """The class of each Latin letter by itself."""
    table = np.zeros(128, dtype=np.uint8)
    for code in range(ord("0"), ord("9") + 1):
        table[code] = code
    for letter, result in zip("abcdefghijklmnopqrstuvwxyz", "abkdevghiiklmnopkrstovvxiz", strict=True):
        table[ord(letter)] = ord(result)
    return table


_SINGLE = _single()
_JAMO = (
    "g kk n d tt r m b pp s ss  j jj ch k t p h",
    "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
    " k k k n n n t l k m l l l p l m p p t t ng t t k t p t",
)
_JAMO_BYTES = np.zeros((3, 28, 4), dtype=np.uint8)
for _row, _texts in enumerate(_JAMO):
    for _column, _text in enumerate(_texts.split(" ")):
        _JAMO_BYTES[_row, _column, : len(_text)] = np.frombuffer(_text.encode(), dtype=np.uint8)


@inlined
def is_vowel(letter):
    """A vowel of the folded alphabet, or of the raw one."""
    return letter in (_A, _E, _I, _O, _U, _Y)


@part
def _merged(letter, following):
    """Two raw letters that are one sound: its class, 0 where they are two."""
    if following == _H:
        return _C if letter == _C else _V if letter == _P else 0
    if following == _I:
        return _I if letter == _U else 0
    if following == _E:
        return _E if letter in (_I, _Y, _J) else _O if letter in (_U, _O) else 0
    return _I if following == _J and letter == _D else 0


@part
def _silent(raw, i, length):
    """An `h` that is not heard: after a consonant, and at the end."""
    return raw[i] == _H and i > 0 and (i + 1 == length or not is_vowel(raw[i - 1]))


@part
def fold_letters(raw, length, out):
    """Write the class of each sound to `out`, doubled ones once; give their number (at most `length` + 1)."""
    size, i = 0, 0
    while i < length and size < LETTERS:
        letter = raw[i]
        if _silent(raw, i, length):
            i += 1
            continue
        merged = _merged(letter, raw[i + 1]) if i + 1 < length else 0
        i += 2 if merged else 1
        folded = merged if merged else _SINGLE[letter]
        if folded == _X:
            folded = _S
            if size == 0 or out[size - 1] != _K:
                out[size] = _K
                size += 1
        if size == 0 or out[size - 1] != folded:
            out[size] = folded
            size += 1
    return size


@inlined
def _add_roman(packed, raw, length, state):
    """Append up to four packed letters; give the number of letters and their hash state."""
    while packed and length < LETTERS:
        raw[length] = packed & 0xFF
        state = mix(state, packed & 0xFF)
        length += 1
        packed >>= 8
    return length, state


@part
def read_syllable(code, raw):
    """Write the Latin letters of one Hangul syllable; give their number."""
    rest, length = np.int64(code) - 0xAC00, 0
    for row, number in ((0, rest // 588), (1, rest % 588 // 28), (2, rest % 28)):
        for column in range(4):
            if _JAMO_BYTES[row, number, column]:
                raw[length] = _JAMO_BYTES[row, number, column]
                length += 1
    return length


@inlined
def kind_at(codes, i, kinds):
    """The kind of the character there, 0 outside the text and the BMP."""
    return kinds[codes[i]] & 0x7F if 0 <= i < len(codes) and codes[i] < 0x10000 else 0


@inlined
def _ends_possessive(codes, i, kinds):
    """An apostrophe there begins a possessive `'s`."""
    return (codes[i + 1] | 0x20) == _S and kind_at(codes, i + 2, kinds) != WORD


@inlined
def read_word(codes, i, tables, raw):
    """Read the word that begins at `i` into `raw`: (end, letters, their hash state, marks, where to read on)."""
    length, marks, state = 0, 0, np.int64(SEED)
    while i < len(codes):
        kind = kind_at(codes, i, tables.kinds)
        if kind == APOSTROPHE:
            following = kind_at(codes, i + 1, tables.kinds)
            if following != WORD and following != ABJAD:
                break
            if _ends_possessive(codes, i, tables.kinds):
                return i, length, state, marks, i + 2
        elif kind in (WORD, DIGIT, ABJAD):
            if codes[i] < ROMAN_SIZE:
                length, state = _add_roman(np.int64(tables.roman[codes[i]]), raw, length, state)
            marks |= HAS_DIGIT if kind == DIGIT else IS_ABJAD if kind == ABJAD else 0
        elif kind != MARK:
            break
        i += 1
    return i, length, state, marks, i


@inlined
def begins_word(kind):
    """A character of that kind begins a word."""
    return kind in (WORD, DIGIT, ABJAD)


@part
def breaks(codes, i, kinds, letters):
    """A name never runs on over this place: an empty line, or a stop after a word of five letters and more."""
    kind = kind_at(codes, i, kinds)
    if kind == NEWLINE:
        return kind_at(codes, i + 1, kinds) == NEWLINE
    if kind == EXACT:
        return True
    return kind == STOP and letters > 4 and kind_at(codes, i + 1, kinds) not in (WORD, DIGIT, HANGUL)
