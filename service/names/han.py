"""How are Han characters read? In the forms of one character, and in Korean sounds."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_TABLES = Path(__file__).parent / "tables"
_HANGUL_SURNAMES = frozenset(
    "김리이박최정조강윤장임림한오서신권황안송류유홍전고문손량양배백허남심로노하곽차주우민라나지엄원채구공방현함변염"
    "도석설마길연위표명기반왕금옥육인맹제모탁국매"
)
"""Korean surnames of one syllable."""


@lru_cache(maxsize=1)
def load_han() -> dict[int, str]:
    """Each traditional, Japanese or variant character with its simplified one, for `str.translate`.

    Facts from the character tables of Unihan and OpenCC (Apache-2.0): one line a character, its other forms behind it.
    """
    lines = (_TABLES / "han.txt").read_text(encoding="utf-8").splitlines()
    return {ord(other): line[0] for line in lines for other in line[1:]}


@lru_cache(maxsize=1)
def _load_readings() -> tuple[dict[str, str], dict[str, str]]:
    """Each character with its usual Korean syllable, and those with a second one with a reading as a surname.

    Facts from Unihan (`kHangul`): a line is a syllable, the characters that it reads, and behind a stroke those that it
    reads at times.
    """
    usual: dict[str, str] = {}
    surname: dict[str, str] = {}
    for line in (_TABLES / "hanja.txt").read_text(encoding="utf-8").splitlines():
        syllable, (first, _, second) = line[0], line[1:].partition("/")
        usual |= dict.fromkeys(first, syllable)
        if syllable in _HANGUL_SURNAMES:
            surname |= dict.fromkeys(second, syllable)
    return usual, {han: one for han, one in surname.items() if usual[han] not in _HANGUL_SURNAMES or han == "金"}


def korean_syllable(char: str, *, first: bool = False) -> str:
    """The Korean syllable of a character, in Hangul, else the character; `first`: as a surname."""
    usual, surname = _load_readings()
    return (surname.get(char) if first else None) or usual.get(char, char)


def korean_reading(text: str) -> str:
    """A name with its Han characters in Korean sounds: `金正恩` -> `김정은`."""
    start = HAN.search(text)
    head = start.start() if start else -1
    return "".join(korean_syllable(char, first=place == head) for place, char in enumerate(text))
