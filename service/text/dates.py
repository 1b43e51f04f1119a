"""When did it happen? Dates that a text names, absolute or relative to its publication; pure, no clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from service.text.date_patterns import CYRILLIC, LATIN, NUMERIC, Kind, hints
from service.text.date_patterns_east import EAST
from service.text.document import Document

_HAS_CYRILLIC: Final = re.compile("[\u0400-\u04ff]")
_HAS_EAST: Final = re.compile("[년월일年月日\uac00-\ud7a3昨今去上先本]")
_HAS_LATIN: Final = re.compile("[A-Za-z]")
_OPEN_START: Final = re.compile(r"(?:\b[Ss]ince|\b[Сс]|\bпосле) (?:(?:early|mid|late|about|around) )?\Z")
_OPEN_END: Final = re.compile(r"\b(?:[Bb]y|[Uu]ntil|[Tt]ill|[Dd]о|[Дд]о|[Bb]efore)(?: the end of)? \Z")


@dataclass(frozen=True, slots=True)
class DateMention:
    """A place that names a time: first and last day, both included; positions are the view's."""

    start: int
    end: int
    date_from: date
    date_to: date
    kind: Kind
    """How exact it is: a day, week, month, year, decade, a range; or open: `since` (to publication), `until`."""


def find_dates(document: Document, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """The dates named in a range of the document's view, in order, none inside another.

    A day or month without a year is the latest one not after publication. Without a date of publication such days and
    relative words (`last month`, `on Tuesday`) are left out: nothing is guessed.
    """
    stop = len(document.norm) if end is None else end
    return find_dates_in(document.norm, document.published_on, start, stop)


def find_dates_in(text: str, published: date | None, start: int, end: int) -> tuple[DateMention, ...]:
    """The same for any text."""
    taken: list[DateMention] = []
    for mention in _candidates(text, published, start, end):
        if all(mention.end <= other.start or other.end <= mention.start for other in taken):
            taken.append(mention)
    return tuple(sorted(taken, key=lambda mention: mention.start))


def _candidates(text: str, published: date | None, start: int, end: int) -> Iterator[DateMention]:
    """Every reading of every pattern, preferred ones first."""
    part = text[start:end]
    tables = [NUMERIC] if re.search(r"\d", part) else []
    tables += [EAST] if _HAS_EAST.search(part) else []
    tables += [CYRILLIC] if _HAS_CYRILLIC.search(part) else []
    tables += [LATIN] if _HAS_LATIN.search(part) else []
    present = {"", *hints(part)} if tables and tables[-1] is LATIN else {""}
    for table in tables:
        for pattern, read, hint in table:
            if hint not in present:
                continue
            for match in pattern.finditer(text, start, end):
                reading = read(match, published)
                if reading is not None:
                    (first, last), kind = reading
                    yield _opened(text, DateMention(_begin(match), match.end(), first, last, kind), published)


def _begin(match: re.Match[str]) -> int:
    """Where the date itself begins, after a preposition that led to it."""
    return min((match.start(name) for name, words in match.groupdict().items() if words), default=match.start())


def _opened(text: str, mention: DateMention, published: date | None) -> DateMention:
    """`since` runs to publication, `by` and `until` mean the last day."""
    before = text[max(mention.start - 24, 0) : mention.start]
    if _OPEN_START.search(before):
        last = published if published is not None and published >= mention.date_from else mention.date_to
        return DateMention(mention.start, mention.end, mention.date_from, last, "since")
    if _OPEN_END.search(before):
        return DateMention(mention.start, mention.end, mention.date_to, mention.date_to, "until")
    return mention
