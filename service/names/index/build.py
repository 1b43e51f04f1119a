"""How is the index built? Names in, flat arrays out; the same names give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from service.names.index.alphabet import character_tables
from service.names.index.jit import quiet
from service.names.index.kernels.fit import ALL_COUNT, WEIGHT_AT
from service.names.index.kernels.groups import MOST_PAIRS, PAIRED, hash_sequences, leave_out, pair_groups
from service.names.index.kernels.hashing import fill_exact, fill_known, fill_multimap
from service.names.index.kernels.names import MOST_WORDS, WIDTH, cut_names
from service.names.index.tables import Array, Cut, Groups, Left, Tables, make_tables, read_only
from service.names.index.weak import FUNCTION_WORDS, WEAK_WORDS
from service.text.normalize import fold_term

CHUNK = 100_000
"""Names that are cut at a time."""
MOST_WEIGHT = 20
_characters = cache(character_tables)
FEWEST = 1 << 16
"""Words weigh as among so many names at least: those of a short list are not common because it is short."""


class WordsBefore(NamedTuple):
    """The words of the names of another index, beside which one is built."""

    find: Callable[[Array], Array]
    """Word hashes -> token numbers there, -1 for none."""
    spelt: Callable[[Array], Sequence[str]]
    """Token numbers there -> the names in which they stand first, in their order."""
    raw: Array
    """As `Tables.token_raw`."""
    times: Array
    """i64 by token: how often its names have it."""
    total: int
    """Its names, spellings with joined words included."""


class CountedWords(NamedTuple):
    """The words of some names."""

    hash: Array
    """i64 by word, each once."""
    times: Array
    raw: Array
    """Letters of the longest spelling."""
    token: Array
    """Every word of every row, as its place in `hash`."""
    row_start: Array


def build_tables(names: Sequence[str], persons: Sequence[bool], *, before: WordsBefore | None = None) -> Tables:
    """The index of these names; a name's number is its place in `names`.

    `persons[i]` says that the i-th name is a person's: only those are found by initial and surname, and a person may
    go without some of the names on the list. With `before` words weigh as among the names of both indexes.
    """
    with quiet():
        kinds, roman = _characters()
        cut = _cut_all(names, persons, kinds, roman)
        weak = _cut(WEAK_WORDS, [False] * len(WEAK_WORDS), kinds, roman)["hash"]
        tokens, arrays = _vocabulary(cut, weak, before)
        common = _cut(FUNCTION_WORDS, [False] * len(FUNCTION_WORDS), kinds, roman)["hash"]
        arrays["token_common"] = np.isin(arrays.pop("token_hash"), common).astype(np.uint8)
        arrays.update(kinds=kinds, roman=roman, **_groups(cut, tokens, arrays))
        return make_tables(arrays)


def counted_words(names: Sequence[str], persons: Sequence[bool]) -> CountedWords:
    """The words of some names, counted as an index counts them."""
    with quiet():
        cut = _cut_all(names, persons, *_characters())
    hashes, token, counts = np.unique(cut["hash"], return_inverse=True, return_counts=True)
    return CountedWords(hashes, counts, _longest(cut, token, len(hashes)), token, cut["sequence_start"])


def weigh(counts: Array, total: int) -> Array:
    """What words weigh that so many of `total` names have: 1 (common) to MOST_WEIGHT (rare)."""
    ratio = np.maximum(max(total, FEWEST) // np.maximum(counts, 1), 1)
    weight: Array = np.minimum(1 + np.floor(np.log2(ratio)).astype(np.int64), MOST_WEIGHT)
    return weight


def _longest(cut: dict[str, Array], tokens: Array, size: int) -> Array:
    """The letters of each word's longest spelling."""
    raw = np.zeros(size, dtype=np.uint8)
    np.maximum.at(raw, tokens, cut["raw"])
    return raw


def _fold_all(names: Sequence[str]) -> str:
    """The names folded as texts are, one a line."""
    joined = "\n".join(names)
    if joined.isascii() and joined.count("\n") == len(names) - 1:
        return joined.lower()
    return "\n".join([fold_term(name).replace("\n", " ") for name in names])


def _cut(names: Sequence[str], persons: Sequence[bool], kinds: Array, roman: Array) -> dict[str, Array]:
    """Words and sequences of some names."""
    codes = np.frombuffer(_fold_all(names).encode("utf-32-le", "replace"), dtype=np.uint32)
    cut = _room(len(codes), len(names), kinds, roman)
    cut_names(cut, read_only(codes, np.uint32), read_only(np.array(persons, dtype=np.uint8), np.uint8))
    count, size, sequences = (int(n) for n in cut.counts[:3])
    near = int(cut.near_start[count])
    rows_of = {
        "hash": count, "raw": count, "first": count, "syllable": count, "skeleton": count, "byte_start": count + 1,
        "bytes": size, "near_start": count + 1, "near": near, "sequence_start": sequences + 1,
        "sequence_name": sequences, "sequence_kind": sequences, "sequence_comma": sequences,
    }  # fmt: skip
    return {name: getattr(cut, name)[:rows].copy() for name, rows in rows_of.items()}


def _room(codes: int, names: int, kinds: Array, roman: Array) -> Cut:
    """Room for the words of so many names of so many letters together, spellings with joined words included."""
    words, rows, letters = codes * 5 + 8, names * 6 + 8, codes * 48 + 64
    return Cut(
        kinds, roman, np.empty(words, np.int64), np.empty(words, np.uint8), np.empty(words, np.uint8),
        np.empty(words, np.int64), np.empty(words, np.int64), np.zeros(words + 1, np.int64),
        np.empty(letters, np.uint8), np.zeros(words + 1, np.int64), np.empty(letters, np.uint8),
        np.zeros(rows + 1, np.int64), np.empty(rows, np.uint32), np.empty(rows, np.uint8), np.empty(rows, np.uint8),
        np.zeros(3, np.int64), np.zeros(MOST_WORDS * WIDTH, np.uint8), np.zeros(MOST_WORDS + 1, np.int64),
        np.zeros(MOST_WORDS + 1, np.uint8), np.zeros(2 * WIDTH, np.uint8), np.zeros(WIDTH, np.uint8),
    )  # fmt: skip


def _cut_all(names: Sequence[str], persons: Sequence[bool], kinds: Array, roman: Array) -> dict[str, Array]:
    """Words and sequences of all names, cut in chunks and put together."""
    starts = range(0, max(len(names), 1), CHUNK)
    parts = [_cut(names[at : at + CHUNK], persons[at : at + CHUNK], kinds, roman) for at in starts]
    words = letters = near = 0
    for number, chunk in enumerate(parts):
        chunk["sequence_name"] = chunk["sequence_name"] + np.uint32(number * CHUNK)
        chunk["byte_start"] += letters
        chunk["near_start"] += near
        chunk["sequence_start"] += words
        words, letters, near = (int(chunk[name][-1]) for name in ("sequence_start", "byte_start", "near_start"))
    whole = {name: np.concatenate([chunk[name] for chunk in parts]) for name in parts[0]}
    for name in ("byte_start", "sequence_start", "near_start"):
        whole[name] = np.concatenate([parts[0][name][:1], *[chunk[name][1:] for chunk in parts]])
    return whole


def _vocabulary(cut: dict[str, Array], weak: Array, before: WordsBefore | None) -> tuple[Array, dict[str, Array]]:
    """The token number of each word, and the arrays about tokens."""
    hashes, place, tokens, counts = np.unique(cut["hash"], return_index=True, return_inverse=True, return_counts=True)
    order = _by_letters(*rows_of(cut["byte_start"], cut["bytes"], place))
    hashes, place, counts, tokens = hashes[order], place[order], counts[order], np.argsort(order)[tokens]
    start, letters = rows_of(cut["byte_start"], cut["bytes"], place)
    sizes = start[1:] - start[:-1]
    raw, total = _longest(cut, tokens, len(hashes)), len(cut["sequence_name"])
    if before is not None:
        held = before.find(hashes)
        known, there = held >= 0, held[held >= 0]
        counts[known] += before.times[there]
        raw[known] = np.maximum(raw[known], before.raw[there])
        total += before.total
        cut, place = _spelt_before(cut, place, hashes, known, before.spelt(there))
    near = rows_of(cut["near_start"], cut["near"], place)
    digit = np.zeros(len(hashes), dtype=bool)
    if len(letters):
        digit[np.repeat(np.arange(len(hashes)), sizes)[(letters >= 48) & (letters <= 57)]] = True
    weight = weigh(counts, total)
    weight[np.isin(hashes, weak) | (sizes == 1)] = 0
    exact = np.zeros(_power(len(hashes) * 2), dtype=np.int64)
    fill_exact(exact, hashes)
    edits = np.where((raw <= 3) | digit | (weight == 0), 0, np.where(raw <= 6, 1, 2)).astype(np.int64)
    deletion = _deletions(start, letters, edits, raw)
    sound = _sounds({name: cut[name][place] for name in ("syllable", "skeleton")}, weight > 0)
    return tokens.astype(np.int64), {
        "exact": exact, "token_start": start, "token_bytes": letters, "token_raw": raw,
        "token_near_start": near[0], "token_near": near[1],
        "token_weight": weight.astype(np.uint8),
        "token_hash": hashes,
        "deletion_start": deletion[0], "deletion_entry": deletion[1], "sound_start": sound[0], "sound_entry": sound[1],
    }  # fmt: skip


def _by_letters(start: Array, letters: Array) -> Array:
    """The order of words by their first eight letters: words that are alike lie near each other in memory."""
    key = np.zeros(len(start) - 1, dtype=np.uint64)
    begin, sizes = start[:-1].astype(np.int64), np.diff(start.astype(np.int64))
    for place in range(8):
        there = sizes > place
        key <<= np.uint64(8)
        key[there] |= letters[begin[there] + place]
    return np.argsort(key, kind="stable")


def _spelt_before(
    cut: dict[str, Array], place: Array, hashes: Array, known: Array, names: Sequence[str]
) -> tuple[dict[str, Array], Array]:
    """Spellings of words and where they begin, the known ones as in names of the other index, where they came first."""
    if not len(names):
        return cut, place
    earlier = _cut_all(names, [False] * len(names), *_characters())
    there, first = np.unique(earlier["hash"], return_index=True)
    place = place + len(earlier["hash"])
    place[known] = first[np.searchsorted(there, hashes[known])]
    spelt = {name: np.concatenate([earlier[name], cut[name]]) for name in ("syllable", "skeleton", "near")}
    spelt["near_start"] = np.concatenate([earlier["near_start"], cut["near_start"][1:] + earlier["near_start"][-1]])
    return spelt, place


def _deletions(start: Array, letters: Array, edits: Array, raw: Array) -> tuple[Array, Array]:
    """The multimap of letters left out; a word of `edits` 0, 1, 2 has at most 1, 8, 29 entries."""
    room = int(np.array([1, 8, 29])[edits].sum())
    left = Left(np.empty(room, np.int64), np.empty(room, np.uint32), np.empty(32, np.int64), np.empty(64, np.uint8))
    found = leave_out(left, start, letters, edits, raw)
    return _multimap(left.hash[:found], left.value[:found])


def _sounds(hashes: dict[str, Array], telling: Array) -> tuple[Array, Array]:
    """The multimap of Korean syllables and consonant skeletons of words that tell something."""
    tokens = {name: np.flatnonzero((values != 0) & telling) for name, values in hashes.items()}
    return _multimap(
        np.concatenate([values[tokens[name]] for name, values in hashes.items()]),
        np.concatenate(list(tokens.values())),
    )


def _groups(cut: dict[str, Array], tokens: Array, arrays: dict[str, Array]) -> dict[str, Array]:
    """The arrays about groups, their pairs and their names."""
    keys = np.empty(len(cut["sequence_kind"]), dtype=np.int64)
    # The first letter tells names apart that an initial would: Jamel and Djamel are one token.
    words = tokens << 8 | cut["first"]
    hash_sequences(keys, cut["sequence_start"], words, cut["sequence_kind"], np.empty(MOST_WORDS + 1, np.int64))
    _, place, group_of = np.unique(keys, return_index=True, return_inverse=True)
    start, group_token = rows_of(cut["sequence_start"], tokens.astype(np.uint32), place)
    first = rows_of(cut["sequence_start"], cut["first"], place)[1]
    order = np.argsort(group_of, kind="stable")
    name_start = np.zeros(len(place) + 1, dtype=np.uint32)
    name_start[1:] = np.cumsum(np.bincount(group_of, minlength=len(place)))
    mask = np.zeros(len(arrays["token_raw"]), dtype=np.int64)
    telling = np.zeros(len(place), dtype=bool)
    telling[np.repeat(np.arange(len(place)), start[1:] - start[:-1])[arrays["token_weight"][group_token] > 0]] = True
    kind = cut["sequence_kind"][place] | np.where(telling, 0, ALL_COUNT).astype(np.uint8)
    room = len(place) * MOST_PAIRS + 1
    groups = Groups(
        start, group_token, kind, cut["sequence_comma"][place], arrays["token_weight"],
        arrays["token_raw"], first, mask, np.empty(room, np.int64), np.empty(room, np.uint32),
        np.zeros(PAIRED + 1, np.int64),
    )  # fmt: skip
    found = pair_groups(groups)
    plain = np.repeat(groups.kind & ALL_COUNT > 0, start[1:] - start[:-1])
    heavy = np.maximum(arrays["token_weight"][group_token], plain)
    weighed = group_token | heavy.astype(np.uint32) << WEIGHT_AT
    pairs = _multimap(groups.hash[:found], groups.value[:found])
    known = np.zeros((len(pairs[0]) - 1) * 2, dtype=np.uint8)
    fill_known(known, groups.hash[:found])
    return {
        "token_mask": mask, "pair_known": known, "pair_start": pairs[0], "pair_entry": pairs[1], "group_start": start,
        "group_token": weighed, "group_first": first, "group_kind": groups.kind, "name_start": name_start,
        "name_id": cut["sequence_name"][order],
    }  # fmt: skip


def rows_of(start: Array, values: Array, chosen: Array) -> tuple[Array, Array]:
    """Some rows of a list of lists, as starts and values."""
    sizes = (start[1:] - start[:-1])[chosen]
    first = np.zeros(len(chosen) + 1, dtype=np.uint32)
    first[1:] = np.cumsum(sizes)
    return first, values[np.repeat(start[chosen] - first[:-1], sizes) + np.arange(int(sizes.sum()))]


def _power(least: int) -> int:
    """The power of two that is at least so much, 2 and more."""
    return 1 << max(1, (least - 1).bit_length())


def _multimap(hashes: Array, values: Array) -> tuple[Array, Array]:
    """Buckets and entries."""
    start = np.zeros(_power(max(len(hashes) // 2, 2)) + 1, dtype=np.uint32)
    entry = np.empty(len(hashes), dtype=np.int64)
    fill_multimap(start, entry, np.ascontiguousarray(hashes), np.ascontiguousarray(values, dtype=np.uint32))
    return start, entry
