"""Which words have a sign, such as a digit? Found by the sign, so that the words without one cost nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

_RUN = re.compile("[A-Za-z0-9]*")


def words_with(sign: re.Pattern[str], text: str, word: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Every match of `word` at the start of a run of ASCII letters and digits that holds a `sign`, in order.

    The same as `word.finditer(text)` for a word that is bounded by `\\b`, has only such characters and needs the sign.
    """
    done = 0
    for found in sign.finditer(text):
        start = found.start()
        if start < done:
            continue
        while start > done and text[start - 1].isascii() and text[start - 1].isalnum():
            start -= 1
        run = _RUN.match(text, start)
        done = run.end() if run else done
        match = word.match(text, start)
        if match:
            yield match
