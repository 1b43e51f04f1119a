"""What do a page's own words say of its title and its day? For text and HTML files, never from a clock or the file.

Title of a text: its first line that is neither page residue nor a date line, if it reads like a headline (at most 200
characters, more text after it, no full stop at its end). Day: a date line near the top or at the very end, else a
dateline with its year; otherwise unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from service.errors import ArticleError
from service.text.dates import find_dates_in
from service.text.decode import decode
from service.text.html import HtmlPage
from service.text.language import UNKNOWN, detect_language, primary_tag
from service.text.residue import is_residue

HEAD_LINES: Final = 12
LONGEST_TITLE: Final = 200
LONGEST_DATE_LINE: Final = 160
_LABEL: Final = re.compile(
    r"\b(?:published|posted|updated|last updated|modified|created|date|issued|released|input|time)\b"
    r"|입력|등록|수정|승인|기사입력|송고|опубликовано|обновлено|дата|发布|发表|更新|公開|配信|時間|时间|نشر",
    re.I,
)
_NOT_SAID: Final = re.compile(
    r"\b(?:by|on|at|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\b[ap]\.?m\b\.?|\b(?:[A-Z]{2,4}T|UTC|GMT|Z)\b|\d+",
    re.I,
)
_DATELINE: Final = re.compile(r"\A[\"']?[A-Z][A-Za-z.,'/ -]{2,60}[,(] ?[^\n]{4,40}?(?:\([A-Z][\w ./-]{1,30}\)|--|-|:)")
_LATE: Final = re.compile(r"\b(?:updated|modified)\b|수정|обновлено|更新", re.I)
_STOPS: Final = (".", "。", "!", "…", ":", ";", ",")


@dataclass(frozen=True, slots=True)
class Page:
    """What was read from a file: the text that the article will quote, and what the page says of itself."""

    text: str
    title: str = ""
    published: str | None = None
    """ISO 8601 date, None when the page does not say."""
    language: str | None = None
    url: str | None = None


def read_plain(text: str) -> Page:
    """Title and day of a plain text; its text stays as it is. Raises ArticleError for an empty one."""
    text = text.removeprefix("\ufeff")
    lines = [line.strip() for line in text.split("\n")]
    told = [line for line in lines if line and not is_residue(line)]
    if not told:
        raise ArticleError("text: the file is empty; give an article")
    title = _title(told)
    found = published_in(told)
    return Page(text=text, title=title, published=found.isoformat() if found else None)


def read_html(html: bytes | str, *, charset: str | None = None) -> Page:
    """Main text, title, day, language and address of an HTML page; nothing is fetched.

    Raises ArticleError for bytes in no known encoding and for a page without an article.
    """
    page = HtmlPage(decode(html, charset=charset) if isinstance(html, bytes) else html)
    text = page.main_text()
    told = [line.strip() for line in text.split("\n") if line.strip() and not is_residue(line)]
    found = page.published() or published_in(told)
    detected, declared = detect_language(text), page.language()
    language = detected if detected != UNKNOWN else primary_tag(declared) if declared else None
    return Page(
        text=text,
        title=page.title() or _title(told),
        published=found.isoformat() if found else None,
        language=language,
        url=page.url(),
    )


def _title(lines: list[str]) -> str:
    """The headline among the first lines, empty when none reads like one."""
    for number, line in enumerate(lines[:6]):
        if _date_line(line) is not None or re.match(r"(?i)by [A-Z]", line):
            continue
        headline = len(line) <= LONGEST_TITLE and number + 1 < len(lines) and not line.endswith(_STOPS)
        return line if headline and not _DATELINE.match(line) else ""
    return ""


def published_in(lines: list[str]) -> date | None:
    """The day of publication that the lines of a page tell, None when they do not."""
    dated = [(line, _date_line(line)) for line in (*lines[:HEAD_LINES], *lines[HEAD_LINES:][-2:])]
    days = [(bool(_LATE.search(line)), day) for line, day in dated if day is not None]
    if days:
        return min(days, key=lambda pair: pair[0])[1]
    for line in lines[:4]:
        dateline = _DATELINE.match(line)
        if dateline is not None:
            return _only_day(dateline[0])
    return None


def _date_line(line: str) -> date | None:
    """The day of a line that says little else: `March 19, 2024 - 10:45 By Yonhap`."""
    if len(line) > LONGEST_DATE_LINE or line.endswith(("。", "다.")):
        return None
    found = [one for one in find_dates_in(line, None, 0, len(line)) if one.kind == "day"]
    if not found:
        return None
    rest = line
    for one in reversed(found):
        rest = rest[: one.start] + " " + rest[one.end :]
    rest = _NOT_SAID.sub(" ", rest)
    words = re.findall(r"[^\W\d_]+", rest)
    starts_with_date = found[0].start <= 2 and not line.endswith(".")
    if len(words) <= 2 or (_LABEL.search(line) and len(words) <= 12) or (starts_with_date and len(words) <= 7):
        return found[0].date_from
    byline = re.search(r"\b[Bb]y [A-Z]|기자|\|", line)
    return found[0].date_from if byline and len(words) <= 10 and not line.endswith(".") else None


def _only_day(words: str) -> date | None:
    """The first whole date in some words."""
    return next((one.date_from for one in find_dates_in(words, None, 0, len(words)) if one.kind == "day"), None)
