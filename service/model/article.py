"""The article: text as it arrived, with source, language and publication time."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from service.errors import ArticleError

MAX_TEXT_CHARS = 2_000_000
"""Longest article text that is read, in characters; a longer one is refused, never cut in silence."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it arrived.

    `published` is an ISO 8601 date or date-time (a `date` or `datetime` is accepted too), or None when unknown: it is
    never guessed from a clock. `language` is a BCP 47 tag such as `en` or None. `id` defaults to `sha256`.
    Raises ArticleError for an empty text, a date that is not in the calendar, or characters that are not text.
    """

    text: str
    title: str = ""
    id: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    source: str | None = None

    def __post_init__(self) -> None:
        """Check every field and fill in the id."""
        for name in ("text", "title", "id", "language", "url", "source"):
            _check_text(name, getattr(self, name))
        if not self.text.strip() and not self.title.strip():
            raise ArticleError("text: the article is empty; give its words in `text` (and its headline in `title`)")
        if len(self.text) > MAX_TEXT_CHARS:
            raise ArticleError(f"text: longer than {MAX_TEXT_CHARS:,} characters; split it into its articles")
        object.__setattr__(self, "published", _iso(self.published))
        if not self.id:
            object.__setattr__(self, "id", self.sha256)

    @property
    def sha256(self) -> str:
        """SHA-256 of the content: the canonical JSON array [title, text, published, language, url, source]."""
        content = [self.title, self.text, self.published, self.language, self.url, self.source]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()

    @property
    def published_on(self) -> date | None:
        """The day of publication, None when unknown."""
        return date.fromisoformat(self.published[:10]) if self.published else None

    def as_dict(self) -> dict[str, object]:
        """The `article` object of `screening/1`."""
        return {
            "id": self.id,
            "title": self.title,
            "text": self.text,
            "published": self.published,
            "language": self.language,
            "source": self.source,
            "url": self.url,
            "sha256": self.sha256,
        }


def _check_text(name: str, value: object) -> None:
    """Refuse what is not text: another type, a NUL, half of a surrogate pair."""
    if value is None and name not in ("text", "title"):
        return
    if not isinstance(value, str):
        raise ArticleError(f"{name}: expected text, got {type(value).__name__}")
    if "\x00" in value:
        raise ArticleError(f"{name}: contains a NUL character at {value.index(chr(0))}; this looks like a binary file")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise ArticleError(f"{name}: half of a surrogate pair at {error.start}; send well-formed Unicode") from None


def _iso(value: object) -> str | None:
    """The ISO form of a publication time, None for none."""
    if value is None or value == "":
        return None
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise ArticleError(f"published: expected a date as text, got {type(value).__name__}; write YYYY-MM-DD")
    text = value.strip()
    try:
        parsed = date.fromisoformat(text) if len(text) == 10 else datetime.fromisoformat(text)
    except ValueError:
        raise ArticleError(f"published: {text!r} is not a date of the calendar; write YYYY-MM-DD (ISO 8601)") from None
    return parsed.isoformat()
