"""Highlighted text: marks that nest and cross, as a flat stream of pieces that a template can write out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

_BREAK = re.compile(r"\n\s*")

Kind = Literal["sentence", "detail", "words", "party", "stance", "place", "date"]

KIND_NAMES: dict[Kind, str] = {
    "sentence": "sentence that proves a rule",
    "detail": "sentence that adds particulars",
    "words": "words that a factor counts",
    "party": "name that may stand for a listed party",
    "stance": "how the text stands to the conduct",
    "place": "place",
    "date": "date",
}
"""What the legend says of each kind, in the order of the legend."""


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """A small link behind marked words, back to the row that counts them."""

    label: str
    target: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to highlight: half-open string indices, why, where links to them land, and the links back."""

    start: int
    end: int
    kinds: tuple[Kind, ...]
    anchor: str
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One step of the stream: `open` and `close` stand for a mark's tags, `text` for characters, `note` for a link."""

    step: Literal["open", "close", "text", "note"]
    text: str = ""
    kinds: tuple[Kind, ...] = ()
    anchor: str = ""
    """Empty on a piece that only goes on with a mark cut by a paragraph or by another mark."""
    note: Note | None = None


def paragraphs(text: str, marks: Iterable[Mark]) -> list[list[Piece]]:
    """The paragraphs of `text` as well-nested streams: every opened mark is closed in the same paragraph.

    Marks may nest, cross and run over paragraphs; those outside the text are cut to it. Runs of white space that
    begin with a line break separate paragraphs and are not shown.
    """
    ordered = sorted(
        (mark for mark in marks if 0 <= mark.start < min(mark.end, len(text))), key=lambda mark: (mark.start, -mark.end)
    )
    placed: set[str] = set()
    return [list(_stream(text, (start, end), ordered, placed)) for start, end in _blocks(text)]


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each paragraph."""
    start = 0
    for gap in _BREAK.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()
    if text[start:].strip():
        yield start, len(text)


def _stream(text: str, block: tuple[int, int], marks: list[Mark], placed: set[str]) -> Iterator[Piece]:
    """The pieces of one paragraph; `placed` collects the anchors that stand already."""
    start, end = block
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    cuts = sorted({start, end, *(mark.start for mark in inside), *(min(mark.end, end) for mark in inside)})
    opened: list[Mark] = []
    waiting = list(reversed(inside))
    for here, there in zip(cuts, [*cuts[1:], end], strict=True):
        if here < start:
            continue
        yield from _close(opened, here)
        while waiting and waiting[-1].start <= here < end:
            mark = waiting.pop()
            opened.append(mark)
            yield Piece("open", kinds=mark.kinds, anchor="" if mark.anchor in placed else mark.anchor)
            placed.add(mark.anchor)
        if here < there:
            yield Piece("text", text=text[here:there])
    yield from (Piece("close") for _ in opened)


def _close(opened: list[Mark], here: int) -> Iterator[Piece]:
    """Close the marks that end here; those that cross them are closed and opened again."""
    ended = [mark for mark in opened if mark.end <= here]
    if not ended:
        return
    lowest = opened.index(ended[0])
    crossing = [mark for mark in opened[lowest:] if mark.end > here]
    yield from (Piece("close") for _ in opened[lowest:])
    for note in sorted({note for mark in ended for note in mark.notes}, key=_natural):
        yield Piece("note", note=note)
    opened[lowest:] = crossing
    yield from (Piece("open", kinds=mark.kinds) for mark in crossing)


def _natural(note: Note) -> tuple[int, str]:
    """Numbers in the order of numbers, letters behind them."""
    return (int(note.label) if note.label.isdigit() else 10**6, note.label)
