"""Where does a paragraph end?

A blank line always ends one. A single line break ends one unless the text was wrapped there: the line has at least 40
characters, the block's longest line has at most 120, and the next line's first word would not have fitted any more.
A next line in lower case goes on with the paragraph; a bullet or a numbered point begins a new one.
"""

from __future__ import annotations

import re
from typing import Final

Range = tuple[int, int]
"""Half-open positions."""

_LINE: Final = re.compile(r"[^\n]*[^\s][^\n]*")
_BULLET: Final = re.compile(r"(?:[-*+\u2022\u00b7\u25aa\u25e6\u25cf\u25a0\u25b2\u25b6\u2023]|\(?\d{1,3}[.)])\s")
_WORD: Final = re.compile(r"\S{1,40}")
NARROWEST, WIDEST = 40, 120


def split_paragraphs(norm: str, start: int, end: int) -> list[Range]:
    """Paragraphs of `norm[start:end]`, trimmed, in order."""
    lines = [_trim(norm, *match.span()) for match in _LINE.finditer(norm, start, end)]
    paragraphs: list[Range] = []
    block: list[Range] = []
    for line in lines:
        if block and norm.count("\n", block[-1][1], line[0]) > 1:
            paragraphs.extend(_join(norm, block))
            block = []
        block.append(line)
    paragraphs.extend(_join(norm, block))
    return paragraphs


def _trim(norm: str, start: int, end: int) -> Range:
    """The range without white space at its ends."""
    line = norm[start:end]
    return start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())


def _join(norm: str, block: list[Range]) -> list[Range]:
    """Lines that follow one another without a blank line, joined where they were only wrapped."""
    if len(block) < 2:
        return block
    width = max(end - start for start, end in block)
    joined = [block[0]]
    for previous, line in zip(block, block[1:], strict=False):
        if _wrapped(norm, previous, line, width):
            joined[-1] = (joined[-1][0], line[1])
        else:
            joined.append(line)
    return joined


def _wrapped(norm: str, previous: Range, line: Range, width: int) -> bool:
    """Whether the break between two lines is only a wrap."""
    if _BULLET.match(norm, line[0], line[1]):
        return False
    if norm[line[0]].islower() and norm[previous[1] - 1] not in ".!?:":
        return True
    length = previous[1] - previous[0]
    word = _WORD.match(norm, line[0], line[1])
    return length >= NARROWEST and width <= WIDEST and word is not None and length + 1 + len(word[0]) > width
