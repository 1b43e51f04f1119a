"""How are listed names cut into words? Used by the build only."""

from __future__ import annotations

from numba import types

from service.names.index.alphabet import HANGUL, NEWLINE
from service.names.index.jit import CODES, CUT, kernel, part
from service.names.index.kernels.hashing import hash_bytes
from service.names.index.kernels.sounds import skeleton_hash, syllable_hash
from service.names.index.kernels.words import (
    _SINGLE,
    begins_word,
    fold_letters,
    kind_at,
    read_syllable,
    read_word,
)

MOST_WORDS = 24
"""Words of a name that are looked at."""
MOST_JOINED = 4
"""Places at which a name's words are joined, from its beginning."""
WIDTH = 64
"""Room for the letters of each."""
IS_JOINED = 2
COMMA, HYPHEN = 0x2C, 0x2D


@part
def _put_word(cut, raw, letters):
    """Append one word with all that is looked up about it."""
    number, begin = cut.counts[0], cut.counts[1]
    size = fold_letters(raw, letters, cut.bytes[begin:])
    cut.hash[number] = hash_bytes(cut.bytes, begin, begin + size, 0)
    cut.raw[number], cut.first[number] = letters, _SINGLE[raw[0]]
    cut.syllable[number], cut.skeleton[number] = (
        syllable_hash(raw, letters, cut.rest),
        skeleton_hash(raw, letters, cut.rest),
    )
    cut.byte_start[number + 1] = begin + size
    near = cut.near_start[number]
    for n in range(letters):
        cut.near[near + n] = raw[n]
    cut.near_start[number + 1] = near + letters
    cut.counts[0], cut.counts[1] = number + 1, begin + size


@part
def _put_sequence(cut, name, kind, comma):
    """Close a sequence of words."""
    number = cut.counts[2]
    cut.sequence_name[number], cut.sequence_kind[number], cut.sequence_comma[number] = name, kind, comma
    cut.sequence_start[number + 1] = cut.counts[0]
    cut.counts[2] = number + 1


@part
def _read_name(codes, i, cut):
    """Read the words of the line that begins at `i`: (words, words before the comma, where the line ends)."""
    count, comma, hyphen = 0, 0, False
    while i < len(codes) and kind_at(codes, i, cut.kinds) != NEWLINE:
        kind = kind_at(codes, i, cut.kinds)
        if not (begins_word(kind) or kind == HANGUL) or count == MOST_WORDS:
            if codes[i] == COMMA and comma == 0:
                comma = count
            hyphen = codes[i] == HYPHEN and not begins_word(kind)
            i += 1
            continue
        if kind == HANGUL:
            letters = read_syllable(codes[i], cut.raws[count * WIDTH :])
            i += 1
        else:
            letters, i = _read_letters(codes, i, cut, cut.raws[count * WIDTH :])
        if letters:
            cut.sizes[count], cut.hyphens[count] = letters, hyphen
            count += 1
        hyphen = False
    return count, comma, i


@part
def _read_letters(codes, i, cut, raw):
    """Read a word of an alphabet: (letters, where to read on)."""
    _, letters, _, _, after = read_word(codes, i, cut, raw)
    return letters, after


@part
def _joins(cut, count, k):
    """How many words from k on are often written together: short ones, with a hyphen, `abd al rahman`; 0 for none."""
    together = cut.sizes[k] + cut.sizes[k + 1]
    if together > 16:
        return 0
    if k + 2 < count < 6 and cut.sizes[k + 1] <= 2 and together + cut.sizes[k + 2] <= 16:
        return 3
    short = cut.sizes[k] <= 4 and cut.sizes[k + 1] <= 4 and 2 < count < 6
    return 2 if cut.hyphens[k + 1] or short else 0


@part
def _put_joined(cut, count, k, joined):
    """Append the words of a name with `joined` words from k on as one."""
    for w in range(k):
        _put_word(cut, cut.raws[w * WIDTH :], cut.sizes[w])
    letters = 0
    for w in range(k, k + joined):
        for n in range(cut.sizes[w]):
            cut.both[letters] = cut.raws[w * WIDTH + n]
            letters += 1
    _put_word(cut, cut.both, letters)
    for w in range(k + joined, count):
        _put_word(cut, cut.raws[w * WIDTH :], cut.sizes[w])


@kernel(types.int64(CUT, CODES, types.Array(types.uint8, 1, "C", readonly=True)))
def cut_names(cut, codes, kinds_of_name):
    """Cut names, one a line, into `cut`; `kinds_of_name` is 1 for a person. Give the number of lines."""
    i, name = 0, 0
    while i < len(codes) and name < len(kinds_of_name):
        count, comma, i = _read_name(codes, i, cut)
        for w in range(count):
            _put_word(cut, cut.raws[w * WIDTH :], cut.sizes[w])
        _put_sequence(cut, name, kinds_of_name[name], comma)
        for k in range(min(count - 1, MOST_JOINED)):
            joined = _joins(cut, count, k)
            if joined:
                _put_joined(cut, count, k, joined)
                _put_sequence(cut, name, kinds_of_name[name] | IS_JOINED, 0 if comma <= k else comma - joined + 1)
        i, name = i + 1, name + 1
    return name
