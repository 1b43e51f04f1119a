"""Articles from files and standard input, one at a time, each mistake with its place."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import BinaryIO

from service.cli.console import say
from service.errors import ArticleError, InputError
from service.model.article import MAX_TEXT_CHARS, Article
from service.model.article_record import ALSO_READ, FIELDS, unread
from service.text.decode import decode
from service.text.page import Page, read_html, read_plain

SUFFIXES = (".txt", ".html", ".htm", ".json", ".jsonl", ".ndjson")
MAX_FILE_BYTES = 4 * MAX_TEXT_CHARS
"""Largest .txt, .html or .json file; .jsonl has no limit but one line must not be longer."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An article that could not be read: where, why and what to do."""

    place: str
    error: str

    def __str__(self) -> str:
        """One line for the terminal."""
        return f"{self.place}: {self.error}"


def article_from(record: object, *, title: str | None = None, published: str | None = None) -> Article:
    """An Article from a JSON object; keys that are not read are named on standard error, each once."""
    if not isinstance(record, dict):
        raise ArticleError(f"expected a JSON object with a `text`, got {type(record).__name__}")
    fields = {key: record[key] for key in FIELDS if record.get(key) is not None}
    for other, key in ALSO_READ.items():
        if key not in fields and record.get(other) is not None:
            fields[key] = record[other]
    for sentence in unread(str(key) for key in record):
        _warn(sentence)
    if "text" not in fields:
        raise ArticleError("`text` is missing; an article is {id, title, text, published, language, url, source}")
    if title is not None:
        fields["title"] = title
    if published is not None:
        fields["published"] = published
    if isinstance(fields.get("id"), int):
        fields["id"] = str(fields["id"])
    return Article(**fields)


@cache
def _warn(sentence: str) -> None:
    """Say something on standard error, once."""
    say(sentence)


def read_articles(
    path: str, *, title: str | None = None, published: str | None = None
) -> Iterator[Article | Unreadable]:
    """Every article at `path`: a file, a folder of files, or `-` for standard input.

    A broken line of a .jsonl file is yielded as Unreadable and the rest goes on. Raises ArticleError when the path
    itself cannot be read.
    """
    if path == "-":
        yield from _read_stream(sys.stdin.buffer, title, published)
        return
    place = Path(path)
    if place.is_dir():
        files = sorted(file for file in place.rglob("*") if file.suffix.lower() in SUFFIXES)
        if not files:
            raise ArticleError(f"{path}: no {', '.join(SUFFIXES)} file in this folder")
        for file in files:
            yield from _read_file(file, title, published)
        return
    if not place.exists():
        raise ArticleError(f"{path}: no such file")
    yield from _read_file(place, title, published)


def text_of(file: Path) -> str:
    """A rule file as text. Raises InputError for one that cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error}); name a YAML file in UTF-8") from None


def count_articles(path: str) -> int | None:
    """How many articles to expect, for a progress bar; None when unknown."""
    place = Path(path)
    if path == "-" or not place.is_file() or place.suffix.lower() not in (".jsonl", ".ndjson"):
        return None
    with place.open("rb") as file:
        return sum(1 for line in file if line.strip())


def _read_file(path: Path, title: str | None, published: str | None) -> Iterator[Article | Unreadable]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ArticleError(f"{path}: {suffix or 'no file ending'}; give one of {', '.join(SUFFIXES)}, or `-` for stdin")
    if suffix in (".jsonl", ".ndjson"):
        with path.open("rb") as file:
            yield from _read_lines(file, str(path), title, published)
        return
    if path.stat().st_size > MAX_FILE_BYTES:
        yield Unreadable(str(path), f"larger than {MAX_FILE_BYTES:,} bytes; split it into its articles (.jsonl)")
        return
    yield from _read_whole(path.read_bytes(), suffix, str(path), (title, published))


def _read_stream(stream: BinaryIO, title: str | None, published: str | None) -> Iterator[Article | Unreadable]:
    """Standard input: JSON lines, one JSON document, HTML or plain text, told by the first characters."""
    first = stream.readline(MAX_FILE_BYTES)
    start = first.lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] == b"{" and _is_json(start):
        yield from _read_lines(_chain(first, stream), "standard input", title, published)
        return
    data = first + stream.read(MAX_FILE_BYTES - len(first) + 1)
    if start[:1] == b"{" and len(data) <= MAX_FILE_BYTES and _holds_lines(data):
        yield from _read_lines(iter(data.splitlines()), "standard input", title, published)
        return
    if len(data) > MAX_FILE_BYTES:
        yield Unreadable("standard input", f"larger than {MAX_FILE_BYTES:,} bytes; send JSON lines, one article each")
        return
    lead = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    suffix = ".json" if lead in (b"{", b"[") else ".html" if lead == b"<" else ".txt"
    yield from _read_whole(data, suffix, "standard input", (title, published))


def _chain(first: bytes, rest: BinaryIO) -> Iterator[bytes]:
    yield first
    yield from rest


def _is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def _holds_lines(data: bytes) -> bool:
    """Whether a later line is an object of its own although the whole is not JSON: the first line is a broken one."""
    return not _is_json(data) and any(line[:1] == b"{" and _is_json(line) for line in data.splitlines())


def _read_lines(
    lines: Iterator[bytes] | BinaryIO, place: str, title: str | None, published: str | None
) -> Iterator[Article | Unreadable]:
    here = ""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        here = f"{place}: line {number}"
        try:
            yield article_from(_parse(line), title=title, published=published)
        except ArticleError as error:
            yield Unreadable(here, str(error))
    if not here:
        yield Unreadable(place, "the file is empty; give one article, as a JSON object, on each line")


def _read_whole(
    data: bytes, suffix: str, place: str, given: tuple[str | None, str | None]
) -> Iterator[Article | Unreadable]:
    try:
        if suffix == ".json":
            document = _parse(data)
            records = document if isinstance(document, list) else [document]
        else:
            yield _from_page(read_html(data) if suffix in (".html", ".htm") else read_plain(decode(data)), given)
            return
    except ArticleError as error:
        yield Unreadable(place, str(error))
        return
    for number, record in enumerate(records, start=1):
        here = f"{place}: article {number}" if len(records) > 1 else place
        try:
            yield article_from(record, title=given[0], published=given[1])
        except ArticleError as error:
            yield Unreadable(here, str(error))


def _from_page(page: Page, given: tuple[str | None, str | None]) -> Article:
    title, published = given
    article = Article(text=page.text, title=page.title, published=page.published, language=page.language, url=page.url)
    if title is None and published is None:
        return article
    return replace(article, id=None, title=title or article.title, published=published or article.published)


def _parse(data: bytes) -> object:
    """JSON from bytes, with a message for people."""
    if len(data) > MAX_FILE_BYTES:
        raise ArticleError(f"longer than {MAX_FILE_BYTES:,} bytes; split it into its articles")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArticleError(f"not UTF-8 at byte {error.start}; convert the file to UTF-8") from None
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not JSON ({error}); one article is one JSON object") from None
