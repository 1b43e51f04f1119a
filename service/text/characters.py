"""What is each character? One table for the compiled functions that read texts, made once a process."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np

SIZE: Final = 0x32400
"""Code points from here on are neither letters nor digits."""
ALNUM, HANGUL, IDEOGRAPH, PARTICLE, DIGIT, UNSPACED, SIGN = 1, 2, 4, 8, 16, 32, 64
"""A letter or digit; a syllable of Hangul; an ideograph; a particle behind a Korean word; a decimal digit; a character
of a script without spaces, each a word by itself; a vowel sign, which is no letter to Python."""
_CLASSES: Final = (
    (ALNUM, r"[^\W_]+"),
    (HANGUL, "[\uac00-\ud7a3]+"),
    (IDEOGRAPH, "[\u3400-\u9fff]+"),
    (PARTICLE, "[은는이가을를의에도로와과만까께엔및측산행발]"),
    (DIGIT, r"\d+"),
    (UNSPACED, "[\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
               "\U00020000-\U000323af]+"),
    (SIGN, "[\u0900-\u0963\u0966-\u0dff\u0e00-\u0eff\u1000-\u1049\u1780-\u17d3]+"),
)  # fmt: skip
EAST: Final = 0x2E80
"""From here on, letters stand beside Latin ones without a space between."""


@cache
def kinds() -> np.ndarray:
    """The marks of each code point below `SIZE`, read-only."""
    every = "".join(map(chr, range(SIZE)))
    table = np.zeros(SIZE, dtype=np.uint8)
    for mark, pattern in _CLASSES:
        for run in re.finditer(pattern, every):
            table[run.start() : run.end()] |= mark
    table.flags.writeable = False
    return table
