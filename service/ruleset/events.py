"""When did it happen? The event's day decides which law was in force."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from service.ruleset.near import Found
from service.ruleset.vocabulary import Range
from service.text.dates import DateMention
from service.text.document import Document

_NOT_THE_EVENT = re.compile(
    r"^\W+(?:[\w.]+\W+){0,2}?(?:deadlines?|ban|bans|resolutions?|sanctions|embargo|summit|agreement|law|treaty|decree)\b"
)
"""Words behind a date that make it the date of something else."""
_RULE_BEFORE = re.compile(
    r"(?:\b(?:resolutions?|s/res/|act|regulation|decision|no\.?|under|despite|по)\b|决议|결의)[\w\s/.,#-]{0,16}\(?$"
)


@dataclass(frozen=True, slots=True)
class Event:
    """First and last day on which it may have happened; both None when nothing tells."""

    first: date | None = None
    last: date | None = None
    span: Range | None = None
    """The words that name the day; None where the article's own date stands in."""


def event_of(document: Document, dates: Sequence[DateMention], found: Found) -> Event:
    """Of the dates in the finding's sentence the one nearest to it, else the article's own date."""
    published = document.published_on
    dates = [one for one in dates if _may_be_event(document, one, published)]
    if dates:
        best = min(dates, key=lambda one: (max(one.start - found.end, found.start - one.end, 0), one.start))
        last = best.date_to if published is None else min(best.date_to, published)
        return Event(min(best.date_from, last), last, (best.start, best.end))
    return Event(published, published)


def _may_be_event(document: Document, one: DateMention, published: date | None) -> bool:
    """Whether a date can be that of the conduct: not a deadline, not a resolution's, not in the future."""
    if one.kind == "until" or (published is not None and one.date_from > published):
        return False
    text = document.fold
    if _NOT_THE_EVENT.match(text[one.end : one.end + 40]):
        return False
    return not _RULE_BEFORE.search(text[max(one.start - 28, 0) : one.start])
