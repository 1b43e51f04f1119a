"""Where does a sentence end?

Inside one paragraph: at a full stop, question or exclamation mark with its closing quotes, unless it belongs to an
abbreviation, an initial or a number, or the next word is in lower case. Chinese, Japanese and Korean need no space
after the mark. Inside a quotation of several sentences each is one of its own.
"""

from __future__ import annotations

import re
from typing import Final

from service.text.abbreviations import AT_END_TOO, BEFORE_NAME, STARTERS
from service.text.paragraphs import Range

_EAST: Final = "\u2e80-\u2fdf\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7a3"
_CLOSING: Final = "\"')\\]}\u300d\u300f\u3011\u300b\u3009"
_EAST_MARKS: Final = "\u3002\uff61\u061f\u06d4\u0964\u0965"
_MARKS: Final = ".!?\u2026"
_STOP: Final = re.compile(
    rf"[{_EAST_MARKS}{_MARKS}](?:"
    rf"(?<=[{_MARKS}])[{_MARKS}]*[{_CLOSING}]*(?:\s+|(?=[{_EAST}]))"
    rf"|(?<=[{_EAST_MARKS}])[{_EAST_MARKS}]*[.!?\u3002{_CLOSING}]*\s*)"
)
"""The mark itself comes first in the pattern, which makes the search skip from mark to mark."""
_CLOSING_MARKS: Final = "\"')]\u300d\u300f"
_GOES_ON: Final = re.compile("[\u3068\u3063\uace0\ub77c\uba70\ub294\uc774]")
"""Particles that follow a quotation at once: Japanese `to`, `tte`; Korean `go`, `rago`, `myeo`, `neun`, `irago`."""
_LAST_WORD: Final = re.compile(r"[\s\"'()\[\]{}<>/,;*-]")
_OPENING: Final = "\"'([\u300c\u300e\u300a"
_NEXT_WORD: Final = re.compile(r"([^\W_]+(?:[-'][^\W_]+)*)?(\.?)")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]", re.UNICODE)
_LOOK_BACK: Final = 24


def split_sentences(norm: str, start: int, end: int) -> list[Range]:
    """Sentences of the paragraph `norm[start:end]` (which begins and ends with a visible character), in order."""
    sentences: list[Range] = []
    begin = start
    for match in _STOP.finditer(norm, start, end):
        after = match.end()
        if after >= end:
            break
        if _ends(norm, begin, match):
            sentences.append((begin, match.start() + len(match[0].rstrip())))
            begin = after
    if begin < end:
        sentences.append((begin, end))
    return sentences


def _ends(norm: str, begin: int, match: re.Match[str]) -> bool:
    """Whether the mark at `match` ends the sentence that began at `begin`."""
    mark = match[0]
    if _GOES_ON.match(norm, match.end()) and mark[-1] in _CLOSING_MARKS:
        return False
    if mark[0] not in ".!?\u2026":
        return True
    after = match.end()
    while norm[after] in _OPENING and after + 1 < len(norm):
        after += 1
    if norm[after].islower():
        return False
    if mark[0] != ".":
        return True
    if mark.startswith(".."):
        return norm[after].isalnum()
    stop = match.start()
    last = _LAST_WORD.split(norm[max(begin, stop - _LOOK_BACK) : stop])[-1].lower()
    if last not in BEFORE_NAME and last not in AT_END_TOO and (len(last) != 1 and "." not in last):
        return True
    following = _NEXT_WORD.match(norm, after)
    word = following[1] if following else None
    starts = word is not None and following is not None and not following[2] and word.lower() in STARTERS
    return _stop_ends(last, word, starts=starts, closed=len(mark.rstrip()) > 1)


def _stop_ends(last: str, word: str | None, *, starts: bool, closed: bool) -> bool:
    """Whether a single full stop after the word `last` and before `word` ends a sentence."""
    if last in BEFORE_NAME:
        return word is None and closed
    if last in AT_END_TOO or _INITIALS.fullmatch(last):
        return starts or (closed and word is not None)
    return True
