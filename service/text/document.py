"""The Document: an article made searchable. Cheap to make; words, sentences and language come when asked for."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from typing import Final

from service.model.article import Article
from service.model.evidence import Field, Span
from service.text.language import detect_language, primary_tag
from service.text.normalize import fold
from service.text.paragraphs import Range, split_paragraphs
from service.text.residue import blank_residue
from service.text.sentences import split_sentences
from service.text.tokenize import Tokens, tokenize
from service.text.typography import OffsetMap, normalize

GAP: Final = "\n\n"
"""Stands between the title and the text in the normalised view."""


class Document:
    """Views of one article by position in `norm`, the normalised title and text.

    All positions are indices into `norm` (and `fold`, which has the same length), half-open; `span` turns them into
    exact places of the original. Nothing here changes after it has been computed.
    """

    __slots__ = ("_fold", "_language", "_paragraphs", "_sentence_starts", "_sentences", "_text_map", "_title_map",
                 "_tokens", "article", "norm", "text_start", "title_end")  # fmt: skip

    article: Final[Article]
    norm: Final[str]
    """Normalised title, a blank line, normalised text; case kept; page residue blanked."""
    title_end: Final[int]
    """Where the title ends in `norm`; 0 without a title."""
    text_start: Final[int]
    """Where the text begins in `norm`."""

    def __init__(self, article: Article) -> None:
        """Normalise; everything else waits."""
        title, self._title_map = normalize(article.title)
        text, self._text_map = normalize(article.text)
        self.article = article
        self.norm = title + GAP + blank_residue(text, title)
        self.title_end = len(title)
        self.text_start = len(title) + len(GAP)
        self._fold: str | None = None
        self._language: str | None = None
        self._tokens: Tokens | None = None
        self._paragraphs: tuple[Range, ...] | None = None
        self._sentences: tuple[Range, ...] | None = None
        self._sentence_starts: tuple[int, ...] = ()

    def __repr__(self) -> str:
        """The article's id and title."""
        return f"Document({self.article.id!r}, {self.article.title[:40]!r})"

    @property
    def fold(self) -> str:
        """`norm` for comparison: lower case, no diacritics, look-alike letters put right; the same length."""
        if self._fold is None:
            self._fold = fold(self.norm)
        return self._fold

    @property
    def language(self) -> str:
        """The primary language tag: the article's own, else detected, `und` when unsure."""
        if self._language is None:
            given = self.article.language
            self._language = primary_tag(given) if given else detect_language(self.norm)
        return self._language

    @property
    def published_on(self) -> date | None:
        """The day of publication, None when unknown."""
        return self.article.published_on

    @property
    def tokens(self) -> Tokens:
        """All words of title and text."""
        if self._tokens is None:
            self._tokens = tokenize(self.norm)
        return self._tokens

    @property
    def paragraphs(self) -> tuple[Range, ...]:
        """All paragraphs; the title's come first."""
        if self._paragraphs is None:
            title = split_paragraphs(self.norm, 0, self.title_end)
            text = split_paragraphs(self.norm, self.text_start, len(self.norm))
            self._paragraphs = (*title, *text)
        return self._paragraphs

    @property
    def sentences(self) -> tuple[Range, ...]:
        """All sentences; the title's come first."""
        if self._sentences is None:
            norm = self.norm
            found: list[Range] = []
            for start, end in self.paragraphs:
                found.extend(split_sentences(norm, start, end))
            self._sentences = tuple(found)
            self._sentence_starts = tuple([start for start, _ in found])
        return self._sentences

    def sentence_index(self, position: int) -> int:
        """The sentence that holds `position`, else the last one that begins before it; 0 before the first."""
        if not self._sentence_starts:
            _ = self.sentences
        return max(bisect_right(self._sentence_starts, position) - 1, 0)

    def token_index(self, position: int) -> int:
        """The word that holds `position`, else the last one that begins before it; 0 before the first."""
        return self.tokens.index(position)

    def span(self, start: int, end: int) -> Span:
        """The original words behind `norm[start:end]`, white space at the ends cut off.

        A range that runs over the title's end is cut there: a span has one field.
        """
        start = min(max(start, 0), len(self.norm))
        end = min(max(end, start), len(self.norm))
        if start < self.title_end or (start == end and start <= self.title_end):
            return self._cut("title", self._title_map, start, min(end, self.title_end))
        offset = self.text_start
        return self._cut("text", self._text_map, max(start - offset, 0), max(end - offset, 0))

    def position(self, field: Field, index: int) -> int:
        """Where a place of the original stands in `norm`; the way back from `span`."""
        title = field == "title"
        offsets = self._title_map if title else self._text_map
        size = self.title_end if title else len(self.norm) - self.text_start
        found = min(max(bisect_right(range(size + 1), index, key=offsets.source_start) - 1, 0), size)
        return found if title else found + self.text_start

    def _cut(self, field: Field, offsets: OffsetMap, start: int, end: int) -> Span:
        """The span of a field behind a range of that field's view."""
        source: str = self.article.title if field == "title" else self.article.text
        first = offsets.source_start(start)
        words = source[first : max(offsets.source_end(end), first)]
        first += len(words) - len(words.lstrip())
        words = words.strip()
        return Span(field, first, first + len(words), words)


def read(article: Article) -> Document:
    """Make an article searchable."""
    return Document(article)
