"""What does the text say once typography is out of the way? A normalised view, and the way back.

Most changes keep the length (curly quotes, dashes, no-break spaces, full-width forms). Where the length changes (soft
hyphens, zero-width characters, ligatures, HTML entities, composition), the change becomes one row of an offset map.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final

_COMMON: Final = (
    ("\u2019", "'"),
    ("\u2018", "'"),
    ("\u201c", '"'),
    ("\u201d", '"'),
    ("\u2013", "-"),
    ("\u2014", "-"),
    ("\u00a0", " "),
)
"""The usual suspects of newspaper typography: a plain replace of each is the fastest way through."""

_QUOTES: Final = dict.fromkeys("\u201a\u201b\u2032\u2035\u02b9\u02bb\u02bc\u02bd\u00b4\uff07\u05f3", "'")
_DOUBLE: Final = dict.fromkeys("\u201e\u201f\u2033\u2036\u00ab\u00bb\u02ba\u301d\u301e\u301f\uff02\u05f4", '"')
_DASHES: Final = dict.fromkeys("\u2010\u2011\u2012\u2015\u2043\u2212\ufe58\ufe63\uff0d\u05be", "-")
_SPACES: Final = dict.fromkeys(
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\x0b\x1c\x1d\x1e\x1f",
    " ",
)
_LINES: Final = dict.fromkeys("\u0085\u2028\u2029\x0c", "\n")
_LETTERS: Final = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "İ": "I"}
_SINGLE: Final = {
    **dict(_COMMON),
    **_QUOTES,
    **_DOUBLE,
    **_DASHES,
    **_SPACES,
    **_LINES,
    **_LETTERS,
    "\u2026": "...",
    "\t": " ",
}

_DROPPED: Final = (
    "\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\U000e0000-\U000e0fff"
)
"""Soft hyphens, zero-width and direction marks, variation selectors, Arabic harakat and tatweel, Hebrew points."""

_COMBINING: Final = (
    "\u0300-\u034e\u0350-\u036f\u0483-\u0487\u0653-\u0655\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a"
)
_COMPATIBLE: Final = (
    "\u2100-\u214f\u2460-\u24ff\u2f00-\u2fd5\u3130-\u318f\u3200-\u33ff\uf900-\ufaff\ufb00-\ufdff"
    "\ufe10-\ufe1f\ufe30-\ufe6f\ufe70-\ufefc\uff01-\uffee"
    "\U0001d400-\U0001d7ff\U0001f130-\U0001f149"
)
"""Blocks whose characters are written by NFKC: ligatures, full-width forms, presentation forms, old compatibility;
mathematical and squared letters, which look like bold or italic ones."""

_ODD_CHARS: Final = (
    "".join(re.escape(char) for char in _SINGLE)
    + _DROPPED
    + _COMBINING
    + _COMPATIBLE
    + "\r\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb"
)
_ENTITY: Final = r"&(?:amp;)?(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
_ODD: Final = re.compile(rf"[{_ODD_CHARS}]+")
_ODD_OR_ENTITY: Final = re.compile(rf"{_ENTITY}|[{_ODD_CHARS}]+")
_CONTROLS: Final = ("\t", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x1f")
_CLUSTER: Final = re.compile(
    rf"\r\n?|[\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb]+|[{_DROPPED}]+|.?[{_COMBINING}][{_COMBINING}{_DROPPED}]*|.", re.S
)
_NOT_COMPOSED: Final = re.compile(rf"[{_COMBINING}{_DROPPED}]+")
_NOT_SHOWN: Final = re.compile(rf"[{_DROPPED}]+")
_COMPAT: Final = re.compile(rf"[{_COMPATIBLE}]")
_IS_COMBINING: Final = re.compile(rf"[{_COMBINING}]")


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Replacements that changed the length, in order: `[norm_start, norm_end)` stands for `[start, end)` of the source.

    Everything between two rows is one to one. A place inside a replacement belongs to the whole of it.
    """

    norm_starts: tuple[int, ...]
    norm_ends: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def source_start(self, position: int) -> int:
        """Where words that begin at `position` of the view begin in the source."""
        row = bisect_right(self.norm_starts, position) - 1
        if row < 0:
            return position
        past = position - self.norm_ends[row]
        return self.starts[row] if past < 0 else self.ends[row] + past

    def source_end(self, position: int) -> int:
        """Where words that end before `position` of the view end in the source."""
        row = bisect_left(self.norm_starts, position) - 1
        if row < 0:
            return position
        return self.ends[row] + max(position - self.norm_ends[row], 0)


IDENTITY: Final = OffsetMap((), (), (), ())
"""The map of a text whose view has the same length, position by position."""


def normalize(text: str, *, entities: bool = True) -> tuple[str, OffsetMap]:
    """The normalised view of a text, case kept, and the way back. HTML entities are decoded unless told otherwise."""
    view = text
    ascii_only = view.isascii()
    if not ascii_only:
        for odd, plain in _COMMON:
            view = view.replace(odd, plain)
        ascii_only = view.isascii()
    if entities and "&" in view:
        return _rewrite(view, _ODD_OR_ENTITY)
    if any(sign in view for sign in _CONTROLS) if ascii_only else _ODD.search(view):
        return _rewrite(view, _ODD)
    return view, IDENTITY


def _rewrite(view: str, pattern: re.Pattern[str]) -> tuple[str, OffsetMap]:
    """Replace every odd run; write down those that change the length."""
    pieces: list[str] = []
    rows: list[tuple[int, int, int, int]] = []
    done = length = 0
    for match in pattern.finditer(view):
        start, end = match.span()
        if start > done and _IS_COMBINING.match(view, start):
            start -= 1
        run = view[start:end]
        plain = _plain(run)
        if plain == run:
            continue
        pieces.append(view[done:start])
        pieces.append(plain)
        length += start - done
        if len(plain) != len(run):
            rows.extend(_rows(run, plain, start, length))
        length += len(plain)
        done = end
    pieces.append(view[done:])
    return "".join(pieces), OffsetMap(*zip(*rows, strict=True)) if rows else IDENTITY


def _rows(run: str, plain: str, start: int, norm_start: int) -> list[tuple[int, int, int, int]]:
    """The rows of one run: cluster by cluster where the clusters add up to the whole, else the run as one."""
    rows = []
    at, norm_at = start, norm_start
    clusters = [(cluster, _plain(cluster)) for cluster in _CLUSTER.findall(run)] if len(run) < 4_096 else []
    if run[0] == "&" or "".join(new for _, new in clusters) != plain:
        return [(norm_start, norm_start + len(plain), start, start + len(run))]
    for old, new in clusters:
        if len(old) != len(new):
            rows.append((norm_at, norm_at + len(new), at, at + len(old)))
        at += len(old)
        norm_at += len(new)
    return rows


@lru_cache(maxsize=8_192)
def _plain_short(run: str) -> str:
    """What a short run is written as (cached: the same few come again and again)."""
    return _write(run)


def _plain(run: str) -> str:
    """What a run of odd characters is written as."""
    return _plain_short(run) if len(run) <= 32 else _write(run)


def _write(run: str) -> str:
    """Decode, compose, write compatibility forms in full, fold typography, drop what does not show."""
    if run[0] == "&" and run[-1] == ";":
        decoded = unescape(unescape(run))
        if decoded == run or "\x00" in decoded:
            return run
        run = decoded
    run = run.replace("\r\n", "\n").replace("\r", "\n")
    run = _NOT_COMPOSED.sub("", _compose(_NOT_SHOWN.sub("", run)))
    return "".join([_SINGLE.get(char, char) for char in run])


def _compose(run: str) -> str:
    """NFC, with compatibility characters written in full."""
    if _COMPAT.search(run):
        run = _COMPAT.sub(
            lambda match: " " if match[0] in "\u2122\u2120" else unicodedata.normalize("NFKC", match[0]), run
        )
    return unicodedata.normalize("NFC", run)
