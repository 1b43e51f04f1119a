"""Which Korean syllables may a spelling stand for? What one romanisation runs together, another tells apart.

McCune-Reischauer without its marks writes two vowels as `o`, the official system of the North does too, that of the
South tells them apart, and the press writes as it likes. So each vowel of a spelling stands for a set of Korean ones,
and two spellings agree where the sets of all their sounds meet. Hangul stands for one vowel each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

Sounds = tuple[frozenset[str], ...]
"""What each sound of a word may be: vowels as Hangul letters, consonants as classes."""
OTHER_ONSET = 4.0
"""How far apart syllables are that North and South begin differently: `Ryong` and `Yong`, `Ro` and `No`."""
_CONSONANTS = (
    ("ch tch c", "JC"), ("j jj z zh tj dj", "J"), ("k kh kk g gg q ck", "K"), ("t th tt d dd", "T"),
    ("p ph pp b bb", "P"), ("s sh ss", "S"), ("r rr l ll", "R"), ("n nn", "N"), ("m mm", "M"), ("h", "H"),
    ("ng ngg gn", "G"), ("f", "P"), ("v", "P"), ("x", "S"),
)  # fmt: skip
_VOWELS = (
    ("a", "ㅏ"), ("ya ia", "ㅑ"), ("ae ai ay", "ㅐㅔ"), ("e", "ㅐㅔㅖ"), ("ye yae", "ㅖㅒ"), ("eo", "ㅓ"),
    ("o", "ㅗㅓ"), ("oo ou woo wu", "ㅜ"), ("u", "ㅜㅡ"), ("eu", "ㅡ"), ("ui yi i ee eui y ie", "ㅣㅢ"),
    ("yeo", "ㅕ"), ("yo io", "ㅛㅕ"), ("yu iu", "ㅠ"), ("yoo", "ㅠ"), ("you yoou", "ㅠㅕ"), ("wo weo", "ㅝ"),
    ("wa", "ㅘㅏ"), ("we wae oe oi oy", "ㅚㅙㅞ"), ("wi", "ㅟ"),
)  # fmt: skip
_MEANT = {spelt: frozenset(meant) for table in (_CONSONANTS, _VOWELS) for row, meant in table for spelt in row.split()}
_SOUND = re.compile("|".join(sorted(_MEANT, key=lambda spelt: (-len(spelt), spelt))))
_CLOSED = re.compile("ng|h(?![aeiouyw])|(?:[bcdgjklmnprst]h?)(?:$|[^aeiouyw])")
"""What closes a syllable behind its vowel."""
_IN_CLOSED = {"u": "ㅓ", "yu": "ㅕ", "iu": "ㅕ"}
"""What the press writes with a `u` where a consonant follows: `Chul`, `Jung`, `Kyung`."""
_HANGUL_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_HANGUL_FIRST = "KKNTTRMPPSS JJCKTPH"
_HANGUL_LAST = " KKKNNNTRKMPRRPRMPPTTGTTKTPT"
_SOFT = frozenset("ㅣㅢㅑㅕㅖㅛㅠ")
"""Vowels before which the South leaves out an R or N at the beginning."""


@lru_cache(maxsize=16384)
def sounds_of(word: str) -> Sounds:
    """What a word in plain Latin letters, or one syllable of Hangul, may sound like."""
    if len(word) == 1 and "\uac00" <= word <= "\ud7a3":
        return _hangul(word)
    found: list[frozenset[str]] = []
    place = 0
    while (sound := _SOUND.match(word, place)) is not None:
        spelt, place = sound.group(), sound.end()
        if spelt == "h" and found and not re.match("[aeiouyw]", word[place:]):
            continue
        meant = _MEANT[spelt]
        if spelt in _IN_CLOSED and _CLOSED.match(word, place):
            meant |= {_IN_CLOSED[spelt]}
        found.append(meant)
    return tuple(found) if place == len(word) else ()


def _hangul(syllable: str) -> Sounds:
    """The sounds of one syllable of Hangul, each of them certain."""
    first, rest = divmod(ord(syllable) - 0xAC00, 588)
    vowel, last = divmod(rest, 28)
    parts = (_HANGUL_FIRST[first], _HANGUL_VOWELS[vowel], _HANGUL_LAST[last])
    return tuple(frozenset(part) for part in parts if part != " ")


def same_syllables(one: str, other: str) -> float | None:
    """How far apart two spellings of the same syllables are: 1, or OTHER_ONSET; None where they are others."""
    ours, theirs = sounds_of(one), sounds_of(other)
    if not ours or not theirs:
        return None
    if _meet(ours, theirs):
        return 1.0
    short, long = sorted((ours, theirs), key=len)
    if len(short) == len(long):
        onsets = {*short[0], *long[0]} == {"R", "N"}
        return OTHER_ONSET if onsets and _meet(short[1:], long[1:]) else None
    dropped = len(long) == len(short) + 1 and long[0] <= {"R", "N"} and bool(long[1] & _SOFT)
    return OTHER_ONSET if dropped and _meet(short, long[1:]) else None


def same_sounds(syllables: Iterable[str], word: str) -> bool:
    """Whether syllables in a row are a word that is written together: `여`, `정` and `Yojong`."""
    return _meet(tuple(sound for one in syllables for sound in sounds_of(one)), sounds_of(word))


def _meet(one: Sounds, other: Sounds) -> bool:
    """Whether every sound of one word may be that of the other."""
    return len(one) == len(other) and all(not a.isdisjoint(b) for a, b in zip(one, other, strict=True))
