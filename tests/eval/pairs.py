"""Pairs of names that are the same party, and pairs that only look so."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from service.names.letters import plain
from tests.eval.listed import Entry
from tests.eval.perturb import CLASSES, natural

BANDS = ((95, 101), (90, 95), (85, 90), (80, 85), (70, 80), (50, 70))
PERSON_CLASSES = ("typo", "ocr", "truncation", "initials", "vowel-drop", "reorder", "cyrillic", "translit", "two-edits")
ORG_CLASSES = ("typo", "ocr", "truncation", "translit", "two-edits", "vowel-drop")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they are the same party, and the group that the pair is counted in."""

    left: str
    right: str
    schema: str
    same: bool
    group: str


def _sorted(name: str) -> str:
    """Plain letters, words in alphabetical order."""
    return " ".join(sorted(plain(name).split()))


def band_of(similarity: float) -> str:
    """The name of a similarity band."""
    return next((f"{low}-{min(high, 100) - (high <= 100)}" for low, high in BANDS if low <= similarity < high), "below")


def alias_pairs(entries: list[Entry], rng: random.Random, count: int, label: str = "alias") -> list[Pair]:
    """Two names of one entry, at least half alike in letters."""
    found = []
    for entry in rng.sample(entries, len(entries)):
        names = [name for name in entry.names if len(plain(name).split()) > 1]
        if len(names) < 2:
            continue
        left, right = rng.sample(names, 2)
        similarity = fuzz.ratio(_sorted(left), _sorted(right))
        if similarity < 50 or _sorted(left) == _sorted(right):
            continue
        found.append(Pair(natural(left), right, entry.schema, same=True, group=f"{label} {band_of(similarity)}"))
        if len(found) == count:
            break
    return found


def _list_of(entry: Entry) -> str:
    """The list of an entry: only within one list are two entries sure to be two parties."""
    return entry.id.split("-")[0]


def near_misses(entries: list[Entry], rng: random.Random, count: int, label: str = "near") -> list[Pair]:
    """The nearest name of another entry, of the same kind."""
    found = []
    for person in (True, False):
        pool = [(name, entry) for entry in entries if (entry.schema == "Person") == person for name in entry.names]
        pool = [(name, entry) for name, entry in pool if len(plain(name).split()) > 1]
        pool = rng.sample(pool, min(len(pool), 12000))
        sorts = [_sorted(name) for name, _ in pool]
        asked = rng.sample(range(len(pool)), min(len(pool), count))
        matrix = process.cdist([sorts[i] for i in asked], sorts, scorer=fuzz.ratio, dtype=np.uint8)
        for row, i in enumerate(asked):
            for j in np.argsort(-matrix[row].astype(int), kind="stable")[:40]:
                same = (
                    _list_of(pool[i][1]) != _list_of(pool[j][1])
                    or pool[i][1].id == pool[j][1].id
                    or set(map(_sorted, pool[i][1].names)) & set(map(_sorted, pool[j][1].names))
                )
                if not same and sorts[i] != sorts[j]:
                    pair = Pair(natural(pool[i][0]), pool[j][0], pool[i][1].schema, same=False, group="")
                    found.append((int(matrix[row, j]), pair))
                    break
    rng.shuffle(found)
    return [
        Pair(p.left, p.right, p.schema, same=False, group=f"{label} {band_of(similarity)}")
        for similarity, p in found[:count]
        if similarity >= 50
    ]


def perturbed(entries: list[Entry], rng: random.Random, count: int) -> list[Pair]:
    """Listed names rewritten, class by class."""
    found = []
    persons = [entry for entry in entries if entry.schema == "Person"]
    bodies = [entry for entry in entries if entry.schema in ("Organization", "Company")]
    for pool, classes in ((persons, PERSON_CLASSES), (bodies, ORG_CLASSES)):
        for kind in classes:
            made = 0
            for entry in rng.sample(pool, min(len(pool), count * 6)):
                name = natural(entry.names[0])
                if not 2 <= len(name.split()) <= 6:
                    continue
                other = CLASSES[kind](name, rng)
                if other and other != name:
                    found.append(Pair(other, entry.names[0], entry.schema, same=True, group=kind))
                    made += 1
                if made == count:
                    break
    return found


def different(entries: list[Entry], rng: random.Random, count: int) -> list[Pair]:
    """Different people of one surname or one given name; sister companies that share the group's name."""
    persons = [natural(entry.names[0]).split() for entry in entries if entry.schema == "Person"]
    persons = [words for words in persons if 2 <= len(words) <= 3]
    found = []
    while len(found) < count:
        one, other = rng.choice(persons), rng.choice(persons)
        mixed = [*other[:-1], one[-1]] if rng.random() < 0.6 else [one[0], *other[1:]]
        if {w.lower() for w in mixed} != {w.lower() for w in one} and plain(mixed[0])[:1] != plain(one[0])[:1]:
            found.append(Pair(" ".join(mixed), " ".join(one), "Person", same=False, group="different people"))
    bodies = [natural(entry.names[0]).split() for entry in entries if entry.schema in ("Organization", "Company")]
    bodies = [words for words in bodies if 3 <= len(words) <= 6]
    while len(found) < 2 * count:
        one, other = rng.choice(bodies), rng.choice(bodies)
        mixed = [one[0], *other[1:]]
        if _sorted(" ".join(mixed)) != _sorted(" ".join(one)):
            found.append(Pair(" ".join(mixed), " ".join(one), "Company", same=False, group="sibling companies"))
    return found


def all_pairs(entries: list[Entry], seed: int, scale: int) -> list[Pair]:
    """The whole set for one seed: `scale` pairs of most kinds."""
    rng = random.Random(seed)
    dprk = [entry for entry in entries if entry.dprk]
    other = [entry for entry in entries if not entry.dprk]
    return [
        *alias_pairs(other, rng, scale * 6),
        *near_misses(other, rng, scale * 6),
        *alias_pairs(dprk, rng, scale * 2, "dprk alias"),
        *near_misses(dprk, rng, scale * 2, "dprk near"),
        *perturbed(entries, rng, scale),
        *different(other, rng, scale),
    ]
