"""An article as others write it down: the fields that are read, and what is told of those that are not."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

FIELDS = ("id", "title", "text", "published", "language", "source", "url")
ALSO_READ = {"published_at": "published", "source_name": "source"}
"""Other names of fields, which our own answers use."""
_MEANT = {
    "body": "text",
    "content": "text",
    "description": "text",
    "headline": "title",
    "date": "published",
    "pubdate": "published",
    "publication_date": "published",
    "timestamp": "published",
    "lang": "language",
    "link": "url",
    "publisher": "source",
    "site": "source",
}
"""What feeds and archives call these fields."""
_MOST, _LONGEST = 20, 60


def unread(keys: Iterable[str]) -> list[str]:
    """A sentence for each field of a record that is not read, with the field that is likely meant."""
    others = [key for key in keys if key not in FIELDS and key not in ALSO_READ]
    told = [_sentence(key[:_LONGEST]) for key in others[:_MOST]]
    return told if len(others) <= _MOST else [*told, f"{len(others) - _MOST} more fields are not read"]


def _sentence(key: str) -> str:
    """What is told of one field."""
    like = key.lower().replace("-", "_")
    near = _MEANT.get(like) or next(iter(get_close_matches(like, FIELDS, n=1, cutoff=0.7)), None)
    meant = f"did you mean `{near}`?" if near else f"an article is {{{', '.join(FIELDS)}}}"
    return f"`{key}` is not read; {meant}"
