"""How else may a word sound? By the spelling habits of other languages, loosely, and without vowels as in Arabic."""

from __future__ import annotations

import re
from functools import lru_cache

from service.names.letters import once, respell, respellings, sound
from service.names.tables.given import VARIANTS

_HABITS = (
    (("tsch", "ch"), ("sch", "sh"), ("ch", "kh"), ("j", "y"), ("w", "v")),
    (("tj", "ch"), ("sj", "sh"), ("sz", "sh"), ("cz", "ch"), ("j", "y"), ("w", "v")),
    (("j", "y"), ("x", "sh"), ("gh", "g"), ("dh", "d")),
    (("j", "y"), ("zh", "z"), ("c", "ts"), ("ou", "u"), ("gu", "g")),
    (("h", "kh"), ("z", "zh"), ("x", "kh"), ("c", "ch")),
    (("tj", "ch"), ("j", "y"), ("au", "av"), ("ou", "ov")),
    (("aou", "aw"), ("iou", "iw"), ("tch", "ch"), ("dj", "j"), ("yy", "y")),
)
"""Spelling habits of languages: German, Czech; Swedish, Polish; Portuguese; Balkan; plain Latin; Belarusian; French."""
_OPEN_END = re.compile(r"(?:i?e|[ae])h?$")
_LOOSE = str.maketrans({"S": "s", "z": "s", "g": "k", "f": "v"})


@lru_cache(maxsize=65536)
def sounds(token: str) -> frozenset[str]:
    """A word's romanisation class (`sound`) and those it has by other spelling habits: `Jelena` = `Yelena`."""
    found = {sound(token)}
    if len(token) > 2:
        ends = {token, _OPEN_END.sub("a", token)}
        for spelt in ends:
            found.add(sound(spelt))
            for habit in _HABITS:
                respelt = spelt
                for written, meant in habit:
                    respelt = respelt.replace(written, meant)
                if respelt != spelt:
                    found.add(sound(respelt))
    return frozenset(found)


@lru_cache(maxsize=65536)
def loosely(heard: str) -> str:
    """A class of sounds (`sound`) with voiced and unvoiced s, k and v made one."""
    return once(heard.translate(_LOOSE))


_UNVOWELLED = respellings(
    ("sh ch", "sh|ch|tch", "S"), ("kh", "kh", "x"), ("gh", "gh", "k"), ("ph", "ph", "f"),
    ("th dh dz z", "th|dh|dz|z", "s"), ("dj", "dj", "j"), ("g q c", "[gqc]", "k"), ("p", "p", "b"),
    ("a e i o u y v w", "[aeiouyvw]", ""), ("h", "h$", ""),
)  # fmt: skip


_FATHERS = re.compile(r"(?:[iy]?[aeoy]v|ev|iv)?(?:ich|ych|itch|itj|ic|na|yna|ichna|inichna)$")


@lru_cache(maxsize=16384)
def father(patronymic: str) -> int | None:
    """The group of the given name (`VARIANTS`) that an East Slavic patronymic is made of: `Uladzimiravich`."""
    stem = _FATHERS.sub("", patronymic)
    return next(
        (VARIANTS[stem + end] for end in ("", "y", "i", "iy", "ey", "ay", "ei", "a") if stem + end in VARIANTS), None
    )


@lru_cache(maxsize=65536)
def unvowelled(token: str) -> str:
    """What Arabic and Persian letters write of a word: its consonants; `zawahiri` = `dhwahri`."""
    return once(respell(token, _UNVOWELLED))
