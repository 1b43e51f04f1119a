"""Which names of a large index would be indexed otherwise if others came or went? For a small one beside it.

A word weighs by how often the names have it, may have as many edits as its longest spelling allows, and names of the
same words are kept as the first of them is written. All names whose row depends on what changes go to the small index.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from service.names.index.build import WordsBefore, counted_words, rows_of, weigh
from service.names.index.kernels.fit import WEIGHT_AT
from service.names.index.kernels.groups import PAIRED
from service.names.index.tables import Array, Tables, read_only

_TOKEN = (1 << WEIGHT_AT) - 1
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Ground:
    """A large index with what its words and groups add up to."""

    tables: Tables
    count: Array
    """i64 by token: how often the names have it."""
    key: Array
    """u64 by group: its tokens, in any order."""
    long: Array
    """bool by group: it has more telling words than are paired, so that weights decide by which it is found."""
    first: Array
    """i64 by token: the name in which it stands first; as it is spelt there, it sounds."""

    @property
    def total(self) -> int:
        """Rows of names: spellings with joined words are rows of their own."""
        return len(self.tables.name_id)


def survey(tables: Tables) -> Ground:
    """Add up the words and groups of an index: once, some 50 ms for 500,000 names."""
    token = (tables.group_token & np.uint32(_TOKEN)).astype(np.int64)
    start = tables.group_start.astype(np.int64)
    names = np.repeat(np.diff(tables.name_start.astype(np.int64)), np.diff(start))
    count = np.bincount(token, weights=names, minlength=len(tables.token_raw)).astype(np.int64)
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(_mixed(token), dtype=np.uint64)])
    telling = np.concatenate([np.zeros(1, np.int64), np.cumsum(tables.group_token >> WEIGHT_AT > 0)])
    long = telling[start[1:]] - telling[start[:-1]] > PAIRED
    first = np.full(len(count), len(tables.name_id), dtype=np.int64)
    group_first = np.minimum.reduceat(tables.name_id, tables.name_start[:-1]) if len(long) else tables.name_id
    np.minimum.at(first, token, np.repeat(group_first.astype(np.int64), np.diff(start)))
    return Ground(tables, count, sums[start[1:]] - sums[start[:-1]], long, first)


def dependents(
    ground: Ground, gone: Array, kept: Array, names: Sequence[str], persons: Sequence[bool]
) -> tuple[Array, Tables]:
    """Numbers of names whose rows would be others without the names `gone` (a bool by name) and with some new ones.

    `kept` says which of those that are gone are among the new ones as well, spelt alike. Those that are gone are among
    the numbers. With them, the tables in which words weigh as they do then.
    """
    tables = ground.tables
    lost, rows = _lost(ground, gone)
    words = counted_words(names, persons)
    token = find_tokens(tables, words.hash)
    known = token >= 0
    counts = ground.count - lost
    counts[token[known]] += words.times[known]
    total = ground.total - rows + len(words.row_start) - 1
    weight = np.where((tables.token_weight > 0) & (counts > 0), weigh(counts, total), tables.token_weight)
    long = _with_token(tables, weight != tables.token_weight) & ground.long
    longer = np.zeros(len(counts), dtype=bool)
    longer[token[known][words.raw[known] > tables.token_raw[token[known]]]] = True
    same = _are_among(ground.key, _keys(token[words.token], words.row_start))
    unspelt = gone & ~kept
    longer |= unspelt[ground.first] & (counts > 0)
    groups = same | long | _with_token(tables, longer)
    return with_same_words(ground, gone, groups), _reweighed(tables, weight)


def _with_token(tables: Tables, chosen: Array) -> Array:
    """Which groups have one of these tokens (a bool by token)."""
    if not chosen.any():
        return np.zeros(len(tables.group_kind), dtype=bool)
    sums = np.concatenate([np.zeros(1, np.int64), np.cumsum(chosen[tables.group_token & np.uint32(_TOKEN)])])
    result: Array = sums[tables.group_start[1:]] > sums[tables.group_start[:-1]]
    return result


def _reweighed(tables: Tables, weight: Array) -> Tables:
    """The tables with other weights of tokens; all else is shared."""
    token = tables.group_token & np.uint32(_TOKEN)
    place = np.flatnonzero((weight != tables.token_weight)[token])
    if not len(place):
        return tables
    group_token = tables.group_token.copy()
    group_token[place] = token[place] | weight[token[place]].astype(np.uint32) << WEIGHT_AT
    return tables._replace(group_token=read_only(group_token, np.uint32))


def with_same_words(ground: Ground, gone: Array, groups: Array | None = None) -> Array:
    """Numbers of the names of some groups and of all groups that have a name of `gone`."""
    tables = ground.tables
    has = _per_group(tables, gone) > 0
    chosen = np.flatnonzero(has if groups is None else has | groups)
    found: Array = np.unique(rows_of(tables.name_start, tables.name_id, chosen)[1])
    return found


def words_before(ground: Ground, gone: Array, spell: Callable[[Array], Sequence[str]]) -> WordsBefore:
    """What a small index built beside this one needs to know of the words in the names that are not gone.

    `spell` gives the names of some numbers.
    """
    lost, rows = _lost(ground, gone)

    def spelt(token: Array) -> Sequence[str]:
        return spell(np.unique(ground.first[token]))

    return WordsBefore(lambda hashes: find_tokens(ground.tables, hashes), spelt, ground.tables.token_raw,
                       ground.count - lost, ground.total - rows)  # fmt: skip


def find_tokens(tables: Tables, hashes: Array) -> Array:
    """The token number of each hash, -1 for none: `find_exact` for many at once."""
    size = len(tables.exact)
    found = np.full(len(hashes), -1, dtype=np.int64)
    slot, open_ = hashes & (size - 1), np.arange(len(hashes))
    while len(open_):
        value = tables.exact[slot[open_]]
        same = (value >> 32 == hashes[open_] >> 32) & (value != 0)
        found[open_[same]] = (value[same] & 0xFFFFFFFF) - 1
        open_ = open_[~same & (value != 0)]
        slot[open_] = (slot[open_] + 1) & (size - 1)
    return found


def _lost(ground: Ground, gone: Array) -> tuple[Array, int]:
    """How often the names that are gone have each token, and how many rows they are."""
    tables = ground.tables
    rows = _per_group(tables, gone)
    chosen = np.flatnonzero(rows)
    start, token = rows_of(tables.group_start, tables.group_token, chosen)
    times = np.repeat(rows[chosen], np.diff(start).astype(np.int64))
    token = (token & np.uint32(_TOKEN)).astype(np.int64)
    lost = np.bincount(token, weights=times, minlength=len(ground.count)).astype(np.int64)
    return lost, int(rows.sum())


def _per_group(tables: Tables, gone: Array) -> Array:
    """How many rows of each group are of names that are gone."""
    sums = np.concatenate([np.zeros(1, np.int64), np.cumsum(gone[tables.name_id])])
    result: Array = sums[tables.name_start[1:]] - sums[tables.name_start[:-1]]
    return result


def _mixed(token: Array) -> Array:
    """Token numbers spread so that sums of them tell sets of tokens apart."""
    with np.errstate(over="ignore"):
        state = (token.astype(np.uint64) + np.uint64(1)) * _MIX
        result: Array = (state ^ (state >> np.uint64(29))) * _MIX
    return result


def _are_among(many: Array, few: Array) -> Array:
    """Which of many values are among a few: without sorting the many, as `np.isin` does."""
    wanted = np.unique(few)
    if not len(wanted):
        return np.zeros(len(many), dtype=bool)
    result: Array = wanted[np.minimum(np.searchsorted(wanted, many), len(wanted) - 1)] == many
    return result


def _keys(token: Array, start: Array) -> Array:
    """The key of each row of tokens; rows with a new token have no group."""
    sums = np.concatenate([np.zeros(1, np.uint64), np.cumsum(_mixed(token), dtype=np.uint64)])
    new = np.concatenate([np.zeros(1, np.int64), np.cumsum(token < 0)])
    keys: Array = (sums[start[1:]] - sums[start[:-1]])[new[start[1:]] == new[start[:-1]]]
    return keys
