"""Which spellings may be the same word? Edit distance, letters left out, Korean syllables, consonant skeletons."""

from __future__ import annotations

import numpy as np

from service.names.index.jit import inlined, part
from service.names.index.kernels.hashing import hash_bytes
from service.names.index.kernels.words import is_vowel

PREFIX = 7
"""Letters are left out of the first seven only; the rest is checked by the distance."""
SYLLABLE_SEED, SKELETON_SEED = 0x51 << 16, 0x52 << 16
"""Above a letter's eight bits, so that no class is another one with its first letter changed."""
_C, _H, _J, _R = (ord(c) for c in "chjr")
_E, _I, _O, _U, _Y = (ord(c) for c in "eiouy")


def _letters(pairs: dict[str, str]) -> np.ndarray:
    """A table of 128 letters; a letter without an entry stands for itself, `-` for nothing."""
    table = np.arange(128, dtype=np.uint8)
    for letters, result in pairs.items():
        for letter in letters:
            table[ord(letter)] = 0 if result == "-" else ord(result)
    return table


_KOREAN = _letters({"dt": "t", "gkcq": "k", "bp": "p", "rl": "l", "ou": "o", "yij": "i", "w": "-", "h": "h"})
_SKELETON = _letters({"aeiouywh": "-", "kcq": "k", "gj": "g", "zsx": "s", "pb": "b", "fv": "f"})


@inlined
def allowed_edits(raw):
    """Edits that a word of so many letters may have."""
    return 0 if raw <= 3 else 1 if raw <= 6 else 2


@inlined
def _left_out(letters, size, places, rest):
    """The hash of letters without those at two places (twice the same for one)."""
    length = 0
    for i in range(size):
        if i != places[0] and i != places[1]:
            rest[length] = letters[i]
            length += 1
    return hash_bytes(rest, 0, length, 0)


@part
def deletion_hashes(letters, size, edits, out, rest):
    """Hashes of the word's beginning with up to `edits` letters left out; give their number (at most 29).

    The whole beginning comes first, then the ones without one letter, of which there are as many as letters, then
    those without two.
    """
    size = min(size, PREFIX)
    out[0] = hash_bytes(letters, 0, size, 0)
    count = 1
    if edits == 0 or size < 2:
        return count
    for first in range(size):
        out[count] = _left_out(letters, size, (first, first), rest)
        count += 1
    if edits > 1 and size > 2:
        for first in range(size):
            for second in range(first + 1, size):
                out[count] = _left_out(letters, size, (first, second), rest)
                count += 1
    return count


@inlined
def note_letters(letters, size, at):
    """Note at which places of a word each letter stands: a bit a place."""
    for i in range(size):
        at[letters[i]] |= np.int64(1) << i


@inlined
def forget_letters(letters, size, at):
    """Make `at` empty again."""
    for i in range(size):
        at[letters[i]] = 0


@inlined
def _begins(one, size, two, start):
    """The first word is the beginning of the second."""
    i = 0
    while i < size and one[i] == two[start + i]:
        i += 1
    return i == size


@inlined
def distance(one, size, at, two, start, length):
    """Optimal string alignment distance; 3 for more than two edits, 2 where `one` is a long beginning of `two`.

    `at` says where each letter stands in `one`. All cells of a column are computed at once, as bits (Hyyrö 2003).
    """
    if length > size + 1 and size > 3 and _begins(one, size, two, start):
        return 2
    if abs(length - size) > 2:
        return 3
    down, up, same, before = np.int64(-1), np.int64(0), np.int64(0), np.int64(0)
    edits, last = size, np.int64(1) << (size - 1)
    for i in range(start, start + length):
        here = at[two[i]]
        crossed = ((~same & here) << 1) & before
        same = (((here & down) + down) ^ down) | here | up | crossed
        rise, fall = up | ~(same | down), same & down
        edits += 1 if rise & last else 0
        edits -= 1 if fall & last else 0
        rise, fall = rise << 1 | 1, fall << 1
        down, up, before = fall | ~(same | rise), rise & same, here
    return min(edits, 3)


@part
def _korean_step(raw, i, length):
    """The class of the sound at `i` in a Korean syllable and the letters it takes; class 0 for a silent one."""
    letter, following = raw[i], raw[i + 1] if i + 1 < length else np.uint8(0)
    if letter == _C and following == _H:
        return np.uint8(_C), 2
    if letter == _J and i == 0:
        return np.uint8(_C), 1
    if letter == _E and following in (_O, _U):
        return np.uint8(_O), 2
    if letter == _E and following == _E:
        return np.uint8(_I), 2
    if letter == _H and i > 0:
        return np.uint8(0), 1
    if letter == _R and i > 0 and not is_vowel(following):
        return np.uint8(0), 1
    return _KOREAN[letter], 1


@part
def syllable_hash(raw, length, out):
    """The hash of a word's class as a romanised Korean syllable, 0 where it cannot be one."""
    if length < 2 or length > 7:
        return 0
    size, vowels, i = 0, 0, 0
    while i < length:
        letter, step = _korean_step(raw, i, length)
        i += step
        if letter and (size == 0 or out[size - 1] != letter):
            if is_vowel(letter) and (size == 0 or not is_vowel(out[size - 1])):
                vowels += 1
            out[size] = letter
            size += 1
    return hash_bytes(out, 0, size, SYLLABLE_SEED) if vowels == 1 and size >= 2 else 0


@part
def skeleton_hash(raw, length, out):
    """The hash of a word's consonants (vowels, w, y and h left out), 0 for fewer than three."""
    size = 0
    for i in range(length):
        letter = _SKELETON[raw[i]]
        if letter and (size == 0 or out[size - 1] != letter):
            out[size] = letter
            size += 1
    return hash_bytes(out, 0, size, SKELETON_SEED) if size > 2 else 0


@part
def has_vowel(raw, length):
    """One of a, e, i, o, u stands behind the first letter."""
    for i in range(1, length):  # noqa: SIM110 - numba has no `any` over a generator
        if is_vowel(raw[i]) and raw[i] != _Y:
            return True
    return False
