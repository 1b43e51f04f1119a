"""What does the compiled index hold? Its arrays, as one tuple that kernels take."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


class Tables(NamedTuple):
    """The arrays of one index; all one-dimensional, contiguous and read-only.

    A multimap is a pair `*_start` (bucket -> first entry) and `*_entry` (`check << 32 | value`), with a power of two of
    buckets. Groups are names that have the same folded tokens.
    """

    kinds: Array
    """u8 by code point: kind of character, 0x80 for upper case."""
    roman: Array
    """u32 by code point: up to four Latin letters."""
    exact: Array
    """i64 open-addressing table: token hash -> token number + 1, with 30 bits of check."""
    token_start: Array
    """u32 by token: first byte of its folded letters."""
    token_bytes: Array
    """u8: folded letters of all tokens."""
    token_raw: Array
    """u8 by token: letters before folding; decides how many edits are allowed."""
    token_near: Array
    """u8: unfolded letters of all tokens; `token_near_start` is like `token_start`."""
    token_near_start: Array
    token_weight: Array
    """u8 by token: 0 for legal forms and particles, else 1 (common) to 20 (rare)."""
    token_common: Array
    """u8 by token: 1 for a function word of ordinary sentences."""
    token_mask: Array
    """i64 by token: which partners it stands in pairs with, 62 bits; bit 62: it is a name by itself."""
    deletion_start: Array
    deletion_entry: Array
    """Multimap: letters with some left out -> token."""
    sound_start: Array
    sound_entry: Array
    """Multimap: Korean syllable class or consonant skeleton -> token."""
    pair_known: Array
    """u8: a bit for each hash of a pair, small enough to stay near the processor."""
    pair_start: Array
    pair_entry: Array
    """Multimap: two tokens of a name (or one token alone) -> group."""
    group_start: Array
    """u32 by group: first of its tokens."""
    group_token: Array
    """u32: tokens of all groups (25 bits), with the weight that each has there."""
    group_first: Array
    """u8 beside each token: class of the first letter, as an initial shows it."""
    group_kind: Array
    """u8 by group: 1 for a person's name, 2 for a spelling that joins two tokens."""
    name_start: Array
    """u32 by group: first of its names."""
    name_id: Array
    """u32: names of all groups."""


DTYPES: dict[str, Any] = {
    "kinds": np.uint8, "roman": np.uint32, "exact": np.int64, "token_start": np.uint32, "token_bytes": np.uint8,
    "token_raw": np.uint8,
    "token_near": np.uint8,
    "token_near_start": np.uint32, "token_weight": np.uint8, "token_common": np.uint8,
    "token_mask": np.int64, "deletion_start": np.uint32,
    "deletion_entry": np.int64, "sound_start": np.uint32, "sound_entry": np.int64,
    "pair_known": np.uint8, "pair_start": np.uint32,
    "pair_entry": np.int64, "group_start": np.uint32, "group_token": np.uint32, "group_first": np.uint8,
    "group_kind": np.uint8,
    "name_start": np.uint32, "name_id": np.uint32,
}  # fmt: skip
"""The type of each array, in the order of `Tables`."""


class Words(NamedTuple):
    """The words of one text, by number, and their matches."""

    start: Array
    end: Array
    mark: Array
    first: Array
    """Class of the first letter."""
    bits: Array
    """One bit for each match, of 62."""
    sure: Array
    """The same for matches without edits."""
    partners: Array
    """The partners of all matches, as in `Tables.token_mask`."""
    match_start: Array
    exact_end: Array
    one_end: Array
    own_end: Array
    """Where the matches without an edit end, those with one at most, and those of the word by itself: behind them
    stands the word joined with the next."""
    value: Array
    """i64 by match: `cost << 32 | token`."""
    partner: Array
    """i64 by match: the token's mask of partners."""
    bit: Array
    """i64 by match: the token's bit in such a mask."""


class Scratch(NamedTuple):
    """The memory of one thread: room to work in, and matches of words seen before, which never change a result."""

    raw: Array
    last: Array
    folded: Array
    rest: Array
    value: Array
    cost: Array
    hashes: Array
    tried: Array
    """i64: tokens that were compared with this word already."""
    seen: Array
    """i64, rows of three: group + 1, first word, last word + 1."""
    slots: Array
    """i64, two a set: part of the hash of a raw word, and where its matches begin in `kept` (0 for no match)."""
    kept: Array
    """i64 by word: `HEADER` elements about all its matches, two for each match as in `Words`."""
    used: Array
    """i64: matches in use, the number of the word that is looked up."""
    near: Array
    """i64 by token, shared by many: near which words of the text it may stand, one of 64 bits for some words."""
    folded_at: Array
    raw_at: Array
    """i64 by letter: its places in the word that is looked up, folded and unfolded; empty in between."""
    bounds: Array
    """i64, rows of three: the first and last entry of a bucket, and what stands there."""
    few: Array
    """i64: tokens that share letters with a word, and where their letters begin."""
    asked: Array
    """i64, rows of five: the hash of a pair of tokens, its words (the first in the upper half), and its bucket's bounds
    and first entry."""


class Cut(NamedTuple):
    """Names cut into words: rows for words, and for sequences of words (a name has one or more). Build only."""

    kinds: Array
    roman: Array
    hash: Array
    raw: Array
    first: Array
    syllable: Array
    skeleton: Array
    byte_start: Array
    bytes: Array
    near_start: Array
    near: Array
    sequence_start: Array
    sequence_name: Array
    sequence_kind: Array
    sequence_comma: Array
    counts: Array
    """i64: words, bytes and sequences so far."""
    raws: Array
    sizes: Array
    hyphens: Array
    both: Array
    rest: Array


class Left(NamedTuple):
    """Room for the deletion neighbourhoods of all tokens. Build only."""

    hash: Array
    value: Array
    out: Array
    rest: Array


class Groups(NamedTuple):
    """Groups of names and room for their pairs. Build only."""

    start: Array
    token: Array
    kind: Array
    comma: Array
    weight: Array
    raw: Array
    first: Array
    mask: Array
    hash: Array
    value: Array
    chosen: Array


CUT_DTYPES = (np.uint8, np.uint32, np.int64, np.uint8, np.uint8, np.int64, np.int64, np.int64, np.uint8, np.int64,
              np.uint8, np.int64, np.uint32, np.uint8, np.uint8, np.int64, np.uint8, np.int64, np.uint8, np.uint8,
              np.uint8)  # fmt: skip
LEFT_DTYPES = (np.int64, np.uint32, np.int64, np.uint8)
GROUP_DTYPES = (np.uint32, np.uint32, np.uint8, np.uint8, np.uint8, np.uint8, np.uint8, np.int64, np.int64,
                np.uint32, np.int64)  # fmt: skip
WORDS_DTYPES = (np.int32, np.int32, np.uint8, np.uint8, np.int64, np.int64, np.int64, np.int64, np.int64, np.int64,
                np.int64, np.int64, np.int64, np.int64)  # fmt: skip
SCRATCH_DTYPES = (np.uint8, np.uint8, np.uint8, np.uint8, np.uint32, np.uint8, np.int64, np.int64, np.int64,
                  np.int64, np.int64, np.int64, np.int64, np.int64, np.int64, np.int64, np.int64, np.int64)  # fmt: skip
CACHE_ROWS = 1 << 16
HEADER = 5
CACHE_ROOM = 1 << 20
"""Elements of `Scratch.kept`; a slot has twenty bits for a place in it."""
SEEN = 1024
"""Rows of `Scratch.seen`."""
TRIED = 1024
ASKED, ASKED_WIDTH = 1 << 15, 5
"""Rows of `Scratch.asked`: more than six words of 65 matches beside one of 65 can make, and a batch before them."""
NEAR_ROOM = 4096
"""A power of two: tokens that share a place of `Scratch.near`."""
NEIGHBOURS = 4096
"""Tokens that are compared with one word."""
FOUND = 512
"""Matches of one word before the best are chosen."""


def new_scratch() -> Scratch:
    """The memory of one thread, 10 MB when all of it has been touched."""
    sizes = (64, 128, 64, 64, FOUND, FOUND, 32, TRIED, 3 * SEEN, CACHE_ROWS, CACHE_ROOM, 2,
             NEAR_ROOM + 1, 128, 128, 96, 4 * NEIGHBOURS, ASKED_WIDTH * ASKED)  # fmt: skip
    scratch = Scratch(*[np.zeros(size, dtype=dtype) for size, dtype in zip(sizes, SCRATCH_DTYPES, strict=True)])
    scratch.used[0] = HEADER
    return scratch


def new_words(room: int) -> Words:
    """Room for so many words and six matches each."""
    matches = room * 6 + 256
    sizes = (room, room, room, room, room, room, room, room + 1, room, room, room, matches, matches,
             matches)  # fmt: skip
    return Words(*[np.empty(size, dtype=dtype) for size, dtype in zip(sizes, WORDS_DTYPES, strict=True)])


def read_only(array: Array, dtype: Any) -> Array:
    """The array as kernels take it: contiguous, of that type, not writable."""
    result = np.ascontiguousarray(array, dtype=dtype).view()
    result.flags.writeable = False
    return result


def make_tables(arrays: dict[str, Array]) -> Tables:
    """The tuple of these arrays, each checked for its type."""
    return Tables(**{name: read_only(arrays[name], dtype) for name, dtype in DTYPES.items()})
