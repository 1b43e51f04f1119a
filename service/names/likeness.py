"""How alike are two words? Letter by letter, by sound, by language, and as scanners and hurried writers spell them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import OSA

from service.names.hearing import father, loosely, sounds, unvowelled
from service.names.korean import same_syllables
from service.names.letters import consonants, korean_sound, linked_sound, ocr_shape, skeleton
from service.names.prepare import Token
from service.names.tables.chinese import old_sound
from service.names.tables.given import VARIANTS
from service.names.tables.kindred import KINDRED
from service.names.tables.korean import SURNAMES

How = Literal["exact", "sound", "spacing", "variant", "scan", "edit", "cut", "vowels", "consonants", "kin", "initial"]

_VOWELS = re.compile("[aeiou]")
_KOREAN_SIGNS = re.compile("[aou]ng|yo|ry|[hkg]w|eo|eu")
"""What hardly stands but in Korean and Chinese names: two letters more are another syllable there."""
_NONE: frozenset[int] = frozenset()
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
    "kin": 0.3,
    "initial": 0.4,
}
"""How much of a word's weight each kind of agreement leaves uncovered; used to choose the assignment."""


MOST_SEVERE = 5.0
FAR = 1.5
"""Further severity of edits beyond those."""
NASAL = 5.0
"""Severity of n for ng at the end of a Chinese syllable."""
"""Severity beyond which two words are two words."""


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
        far = 1.0 if SURNAMES.get(a, -1) == SURNAMES.get(b, -2) else same_syllables(one.canon, other.canon)
        if far is not None:
            return ("exact" if a == b and far == 1.0 else "sound"), far
        if len(a) > 1 and len(b) > 1:
            return None
    if tongue == "chinese" and old_sound(a) == old_sound(b):
        return "sound", 1.5
    if one.chinese and other.chinese and _one_nasal(a, b):
        return "sound", NASAL
    if "initial" in (one.kind, other.kind) or len(a) == 1 or len(b) == 1:
        short, long = sorted((one, other), key=lambda token: len(token.text))
        return ("initial", 1.0) if long.text.startswith(short.text) or short.sound == long.sound[:1] else None
    return _heard(one, other) or (_unvowelled(one, other) if one.abjad or other.abjad else _inexact(one, other))


def _one_nasal(a: str, b: str) -> bool:
    """Whether Chinese syllables differ in their last sound alone, n or ng, which much of China speaks alike."""
    short, long = sorted((a, b), key=len)
    return long == f"{short}g" and short[-1:] == "n"


def _heard(one: Token, other: Token) -> tuple[How, float] | None:
    """The same word by its sound, in another language, or misread by a scanner."""
    a, b = one.text, other.text
    alike = one.firm == other.firm
    if alike and one.sound == other.sound and len(one.sound) > 1:
        return "sound", 1.0
    if not KINDRED.get(one.canon, _NONE).isdisjoint(KINDRED.get(other.canon, _NONE)):
        return "kin", 1.0
    if alike and abs(len(a) - len(b)) < 5 and not (one.fixed or other.fixed) and _same_sound(a, b):
        return "sound", 1.5
    if one.syllabic and other.syllabic and korean_sound(a) == korean_sound(b) and len(korean_sound(a)) > 3:
        return "sound", 2.0
    if one.syllabic and other.syllabic and min(len(a), len(b)) > 4 and linked_sound(a) == linked_sound(b):
        return "sound", 3.0
    if VARIANTS.get(a, -1) == VARIANTS.get(b, -2) or _same_father(one, other):
        return "variant", 1.0
    if (len(a) > 2 or not a.isalpha() or not b.isalpha()) and ocr_shape(a) == ocr_shape(b):
        return "scan", 1.0
    if alike and len(one.sound) > 3 and loosely(one.sound) == loosely(other.sound):
        return "sound", 3.0
    return None


def _same_sound(a: str, b: str) -> bool:
    """Whether two words may be spoken alike; a single sound, as of `aaa` and `yahya`, is too little to tell."""
    return any(len(heard) > 1 for heard in sounds(a) & sounds(b))


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
    if ours == theirs and (len(ours) > 1 or one.text[:2] == other.text[:2]):
        return "vowels", 0.7 if len(ours) > 2 else 1.0
    if ours.replace("d", "s") == theirs.replace("d", "s") and len(ours) > 1:
        return "vowels", 1.3
    if min(len(ours), len(theirs)) > 3 and OSA.distance(ours, theirs, score_cutoff=1) <= 1:
        return "vowels", 2.0
    return None


def _sure(token: Token) -> str:
    """Patronymics answer to patronymics, initials and words that may be one misspelt, never to a known given name."""
    return "patronymic" if token.kind in ("patronymic", "initial") or not token.known else token.kind


def _inexact(one: Token, other: Token) -> tuple[How, float] | None:
    """Other vowels, edits, truncation, dropped vowels."""
    short, long = (one.text, other.text) if len(one.text) <= len(other.text) else (other.text, one.text)
    edited = _edited(one, other)
    if one.firm == other.firm and len(long) - len(short) < 3:
        heard = consonants(one.sound)
        if len(heard) >= 3 and heard == consonants(other.sound) and short != skeleton(short):
            return ("edit", edited) if edited is not None and edited < 0.7 else ("vowels", 1.0)
    if not _VOWELS.search(short, 1):
        bare = skeleton(short)
        if len(bare) >= 2 and bare in (skeleton(long), consonants(long)):
            return "consonants", 1.0 if len(bare) > 2 else 1.5
    if edited is not None and edited <= 1.0:
        return "edit", edited
    if len(short) >= 4 and long.startswith(short) and 3 * len(short) >= len(long):
        return "cut", (2.0 if short == one.text else 3.0) * (1.0 - len(short) / len(long))
    return ("edit", edited) if edited is not None else None


def _edited(one: Token, other: Token) -> float | None:
    """Edits by the length of the words (1 = one in five letters), None beyond what leaves a word recognisable."""
    a, b = one.text, other.text
    if a.startswith("abdul") and b.startswith("abdul") and min(len(a), len(b)) > 8:
        a, b = a[5:], b[5:]
    least = min(len(a), len(b))
    allowed = edits_allowed(least) + (least > 3)
    # Two given names of different groups are two names, not one misspelt; so are two numbers or codes.
    if not allowed or (_coded(a) and _coded(b)) or (a in VARIANTS and b in VARIANTS):
        return None
    raw = float(OSA.distance(a, b, score_cutoff=allowed))
    spoken = least > 4 and min(len(one.sound), len(other.sound)) > 1
    heard = OSA.distance(one.sound, other.sound, score_cutoff=allowed) + 0.3 if spoken else raw
    edits = min(raw, heard)
    if one.syllabic and other.syllabic and least > 5:
        edits = min(edits, OSA.distance(korean_sound(a), korean_sound(b), score_cutoff=allowed) + 0.5)
    telling = one.pinyin and other.pinyin and least > 5
    if edits > allowed or (telling and raw > 1):
        return None
    severity = 5.0 * edits / max(len(a), len(b))
    if edits > edits_allowed(least):
        severity *= FAR
    if one.sound[0] != other.sound[0] and a[0] != b[0]:
        severity *= 2.0
    if edits >= 1 and telling:
        severity *= 2.4
    elif edits >= 1 and len(a) < 9 and ((one.syllabic and other.syllabic) or (one.pinyin and other.pinyin)):
        severity *= 2.4 if raw > 1 and _KOREAN_SIGNS.search(a) and _KOREAN_SIGNS.search(b) else 1.6
    if one.known and other.known:
        severity *= 1.3
    return severity if severity <= MOST_SEVERE else None


def _coded(text: str) -> bool:
    """Whether a word has digits: another digit makes another number."""
    return not text.isalpha()
