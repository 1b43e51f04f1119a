"""Which word of one name answers to which word of the other? The best assignment, not the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from service.names.hearing import father, loosely, unvowelled
from service.names.letters import consonants, korean_sound, ocr_shape, skeleton, sound
from service.names.prepare import PreparedName, Token
from service.names.tables.chinese import old_sound
from service.names.tables.given import VARIANTS
from service.names.tables.korean import SURNAMES

How = Literal["exact", "sound", "spacing", "variant", "scan", "edit", "cut", "vowels", "consonants", "initial"]

_VOWELS = re.compile("[aeiou]")
Tongue = Literal["", "korean", "chinese"]
"""The language by whose syllables both names are read."""
LOSS: dict[How, float] = {
    "exact": 0.0,
    "sound": 0.03,
    "spacing": 0.04,
    "variant": 0.06,
    "scan": 0.07,
    "vowels": 0.15,
    "edit": 0.15,
    "cut": 0.2,
    "consonants": 0.25,
    "initial": 0.4,
}
"""How much of a word's weight each kind of agreement leaves uncovered; used to choose the assignment."""


MOST_SEVERE = 2.6
"""Severity beyond which two words are two words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Words of the query (`left`) that answer to words of the listed name (`right`), as half-open token ranges."""

    left: tuple[int, int]
    right: tuple[int, int]
    how: How
    severity: float = 1.0
    """How much of its kind: 1 for a letter in a word of five, less in a longer word, more for further edits."""


def edits_allowed(length: int) -> int:
    """Edits that still leave a word recognisable: none up to 3 letters, one up to 5, two up to 8, then three."""
    return 0 if length <= 3 else 1 if length <= 5 else 2 if length <= 8 else 3


@lru_cache(maxsize=65536)
def likeness(one: Token, other: Token, tongue: Tongue) -> tuple[How, float] | None:
    """How two words agree and how far they are apart in that way, None when they do not."""
    a, b = one.text, other.text
    if one.canon == other.canon:
        return "exact", 1.0
    if "number" in (one.kind, other.kind) or ("patronymic" in (one.kind, other.kind) and _sure(one) != _sure(other)):
        return None
    if "particle" in (one.kind, other.kind) and len(one.text) > 1 and len(other.text) > 1:
        return ("sound", 1.0) if one.kind == other.kind and one.sound == other.sound else None
    if tongue == "korean":
        same = one.korean == other.korean or SURNAMES.get(a, -1) == SURNAMES.get(b, -2)
        return ("sound", 1.0) if same else None
    if tongue == "chinese" and one.chinese == other.chinese:
        return "sound", 1.5
    if "initial" in (one.kind, other.kind) or len(a) == 1 or len(b) == 1:
        short, long = sorted((one, other), key=lambda token: len(token.text))
        return ("initial", 1.0) if long.text.startswith(short.text) or short.sound == long.sound[:1] else None
    if one.sound == other.sound and len(one.sound) > 1:
        return "sound", 1.0
    if not one.sounds.isdisjoint(other.sounds):
        return "sound", 1.5
    if one.syllabic and other.syllabic and one.korean == other.korean and len(one.korean) > 3:
        return "sound", 2.0
    if VARIANTS.get(a, -1) == VARIANTS.get(b, -2) or _same_father(one, other):
        return "variant", 1.0
    if (len(a) > 2 or not a.isalpha() or not b.isalpha()) and ocr_shape(a) == ocr_shape(b):
        return "scan", 1.0
    if loosely(one.sound) == loosely(other.sound) and len(one.sound) > 3:
        return "sound", 3.0
    if one.abjad or other.abjad:
        return _unvowelled(one, other)
    return _inexact(one, other)


def _same_father(one: Token, other: Token) -> bool:
    """Whether two patronymics are made of one given name, each in its language."""
    if one.kind != "patronymic" or other.kind != "patronymic":
        return False
    fathers = father(one.text), father(other.text)
    return fathers[0] is not None and fathers[0] == fathers[1]


def _unvowelled(one: Token, other: Token) -> tuple[How, float] | None:
    """Words of which one is written in Arabic letters: their consonants agree; two known given names do not."""
    ours, theirs = unvowelled(one.text), unvowelled(other.text)
    if one.text in VARIANTS and other.text in VARIANTS:
        return None
    if ours == theirs and len(ours) > 1:
        return "vowels", 0.7 if len(ours) > 2 else 1.0
    if ours.replace("d", "s") == theirs.replace("d", "s") and len(ours) > 1:
        return "vowels", 1.3
    if min(len(ours), len(theirs)) > 3 and OSA.distance(ours, theirs, score_cutoff=1) <= 1:
        return "vowels", 2.0
    return None


def _sure(token: Token) -> str:
    """Patronymics answer to patronymics and to words that may be one misspelt, never to a known given name."""
    return "patronymic" if token.kind == "patronymic" or not token.known else token.kind


def _inexact(one: Token, other: Token) -> tuple[How, float] | None:
    """Other vowels, edits, truncation, dropped vowels."""
    a, b = one.text, other.text
    short, long = sorted((a, b), key=len)
    edited = _edited(one, other)
    heard = consonants(one.sound)
    if len(heard) >= 3 and heard == consonants(other.sound) and short != skeleton(short) and len(long) - len(short) < 3:
        return ("edit", edited) if edited is not None and edited < 0.7 else ("vowels", 1.0)
    bare = skeleton(short)
    if len(bare) >= 2 and not _VOWELS.search(short, 1) and bare in (skeleton(long), consonants(long)):
        return "consonants", 1.0 if len(bare) > 2 else 1.5
    if edited is not None and edited <= 1.0:
        return "edit", edited
    if len(short) >= 4 and long.startswith(short) and 3 * len(short) >= len(long):
        return "cut", (2.0 if short == a else 3.0) * (1.0 - len(short) / len(long))
    return ("edit", edited) if edited is not None else None


def _edited(one: Token, other: Token) -> float | None:
    """Edits by the length of the words (1 = one in five letters), None beyond what leaves a word recognisable."""
    a, b = one.text, other.text
    if a.startswith("abdul") and b.startswith("abdul"):
        a, b = a[5:], b[5:]
    least = min(len(a), len(b))
    allowed = edits_allowed(least)
    if not allowed or (_coded(a) and _coded(b)):
        return None
    raw = float(OSA.distance(a, b, score_cutoff=allowed))
    heard = OSA.distance(one.sound, other.sound, score_cutoff=allowed) + 0.3 if least > 4 else raw
    edits = min(raw, heard)
    if one.syllabic and other.syllabic and least > 5:
        edits = min(edits, OSA.distance(one.korean, other.korean, score_cutoff=allowed) + 0.5)
    if edits > allowed:
        return None
    severity = 5.0 * edits / max(len(a), len(b))
    if one.sound[0] != other.sound[0]:
        severity *= 2.0
    if edits >= 1 and len(a) < 9 and ((one.syllabic and other.syllabic) or (one.pinyin and other.pinyin)):
        severity *= 1.6
    if one.known and other.known:
        severity *= 2.4 if a in VARIANTS and b in VARIANTS else 1.6
    return severity if severity <= MOST_SEVERE else None


def _coded(text: str) -> bool:
    """Whether a word has digits: another digit makes another number."""
    return not text.isalpha()


def align(query: PreparedName, listed: PreparedName) -> tuple[Pair, ...]:
    """The assignment of words that covers most weight; one word may answer to two or three joined ones."""
    tongue: Tongue = ""
    if query.korean and listed.korean:
        tongue = "korean"
    elif query.chinese and listed.chinese and (query.old_chinese or listed.old_chinese):
        tongue = "chinese"
    options = _options(query.tokens, listed.tokens, tongue)
    return tuple(sorted(_best(options), key=lambda pair: pair.left))


def _options(left: Sequence[Token], right: Sequence[Token], tongue: Tongue) -> list[tuple[float, Pair]]:
    """Every possible pair with its worth, best first; place breaks ties so that the result is the same everywhere.

    A word that stands exactly once on either side is settled at once: no other answer to it is better.
    """
    sure = _twins(left, right)
    taken = set(sure.values())
    found: list[tuple[float, Pair]] = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            if sure.get(i, j) != j or (i not in sure and j in taken):
                continue
            alike = likeness(one, other, tongue)
            if alike is not None:
                how, severity = alike
                worth = (one.weight + other.weight) * max(0.1, 1.0 - LOSS[how] * severity)
                found.append((worth - 0.001 * abs(i - j), Pair((i, i + 1), (j, j + 1), how, severity)))
    if len(sure) < min(len(left), len(right)):
        found += _joined(left, right, tongue, flip=False) + _joined(right, left, tongue, flip=True)
    return sorted(found, key=lambda option: (-option[0], option[1].left, option[1].right))


def _twins(left: Sequence[Token], right: Sequence[Token]) -> dict[int, int]:
    """Words that stand exactly once on either side: place on the left -> place on the right."""
    ours, theirs = [token.canon for token in left], [token.canon for token in right]
    return {i: theirs.index(word) for i, word in enumerate(ours) if ours.count(word) == 1 and theirs.count(word) == 1}


def _joined(singles: Sequence[Token], many: Sequence[Token], tongue: Tongue, *, flip: bool) -> list[tuple[float, Pair]]:
    """Words that are written together on one side and apart on the other: `Jongun` and `Jong Un`."""
    found = []
    for i, single in enumerate(singles):
        if len(single.text) < 4 or single.kind == "number":
            continue
        for size in (2, 3):
            for j in range(len(many) - size + 1):
                if many[j].text[0] != single.text[0] and tongue != "chinese":
                    continue
                parts = many[j : j + size]
                joined = "".join(part.text for part in parts)
                if abs(len(joined) - len(single.text)) > (2 if parts[0].abjad == single.abjad else 4):
                    continue
                numbered = any(part.kind == "number" for part in parts)
                close = joined == single.text or (
                    len(joined) > 5
                    and not numbered
                    and (OSA.distance(joined, single.text, score_cutoff=1) <= 1 or sound(joined) == single.sound)
                    or (single.syllabic and len(joined) > 3 and korean_sound(joined) == single.korean)
                    or (tongue == "chinese" and old_sound(joined) == single.chinese)
                    or (single.abjad != parts[0].abjad and unvowelled(joined) == unvowelled(single.text))
                )
                if close:
                    worth = (single.weight + sum(part.weight for part in parts)) * (1.0 - LOSS["spacing"])
                    one, other = (i, i + 1), (j, j + size)
                    left, right = (other, one) if flip else (one, other)
                    found.append((worth, Pair(left, right, "spacing")))
    return found


def _best(options: list[tuple[float, Pair]]) -> tuple[Pair, ...]:
    """Branch and bound over pairs that share no word, the most worthy first; 400 steps at most."""
    masks = [(worth, pair, _bits(pair.left), _bits(pair.right)) for worth, pair in options]
    tails = [0.0]
    for worth, *_ in reversed(masks):
        tails.append(tails[-1] + worth)
    tails.reverse()
    best_worth, steps = 0.0, 0
    best_pairs: tuple[Pair, ...] = ()
    stack: list[tuple[int, float, int, int, tuple[Pair, ...]]] = [(0, 0.0, 0, 0, ())]
    while stack and steps < 400:
        steps += 1
        place, worth, left, right, pairs = stack.pop()
        while place < len(masks) and (masks[place][2] & left or masks[place][3] & right):
            place += 1
        if worth > best_worth + 1e-9:
            best_worth, best_pairs = worth, pairs
        if place == len(masks) or worth + tails[place] <= best_worth + 1e-9:
            continue
        gain, pair, bits_left, bits_right = masks[place]
        stack.append((place + 1, worth, left, right, pairs))
        stack.append((place + 1, worth + gain, left | bits_left, right | bits_right, (*pairs, pair)))
    return best_pairs


def _bits(span: tuple[int, int]) -> int:
    """A token range as a bit mask."""
    return (1 << span[1]) - (1 << span[0])
