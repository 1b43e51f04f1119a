"""What does an HTML page say of itself? Metadata and main text, from the markup alone; nothing is fetched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from lxml import etree, html

from service.errors import ArticleError
from service.text.dates import find_dates_in

_PUBLISHED: Final = (
    "article:published_time", "og:article:published_time", "article:published", "article.published", "datepublished",
    "pubdate", "publishdate", "publish-date", "publish_date", "date", "dc.date", "dc.date.issued", "dcterms.date",
    "dcterms.created", "dcterms.issued", "parsely-pub-date", "sailthru.date", "citation_publication_date",
    "article_date_original", "originalpublicationdate",
)  # fmt: skip
_TITLES: Final = ("og:title", "twitter:title", "dc.title", "headline")
_ISO: Final = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_PARTS: Final = re.compile(r"\s+[|\u2013\u2014\u00b7-]\s+|\s+::\s+")
_PROLOGUE: Final = re.compile(r"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>)?", re.I)
"""XML declaration and document type, entity declarations included: none of it is honoured."""
_SPACES: Final = re.compile(r"\s+")
_BLOCKS: Final = "//article//p | //main//p | //p | //article//li | //h2"
FEWEST: Final = 25
"""Characters of main text below which the page is taken to have been read wrongly."""


class HtmlPage:
    """One parsed page."""

    def __init__(self, source: str) -> None:
        """Parse; raises ArticleError for a page without any element."""
        self.source = _PROLOGUE.sub("", source).replace("\x00", "")
        parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True)
        try:
            tree = html.document_fromstring(self.source, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
            raise ArticleError(f"html: no page in it ({error}); give the page's source, or its text as .txt") from None
        self.tree: Any = tree
        self.meta = dict(self._metas())
        self.linked = list(self._linked_data())

    def _metas(self) -> Iterator[tuple[str, str]]:
        """Names and contents of meta elements, the first of a name last so that it wins."""
        for element in reversed(self.tree.xpath("//meta[@content]")):
            name = element.get("property") or element.get("name") or element.get("itemprop")
            if name and element.get("content").strip():
                yield name.lower(), _SPACES.sub(" ", element.get("content")).strip()

    def _linked_data(self) -> Iterator[dict[str, Any]]:
        """Every object of every JSON-LD script that can be read."""
        for script in self.tree.xpath("//script[@type='application/ld+json']/text()")[:20]:
            try:
                data = json.loads(script, strict=False)
            except (ValueError, RecursionError):
                continue
            stack = [data]
            while stack:
                item = stack.pop()
                if isinstance(item, list):
                    stack.extend(reversed(item))
                elif isinstance(item, dict):
                    yield item
                    stack.extend(value for key, value in item.items() if key in ("@graph", "mainEntity"))

    def title(self) -> str:
        """The headline: the only `h1`, else metadata, else the window's title without the site's name."""
        heads = [text for text in (_text(element) for element in self.tree.xpath("//h1")) if text]
        metas = [self.meta[name] for name in _TITLES if name in self.meta]
        metas += [str(item["headline"]) for item in self.linked if isinstance(item.get("headline"), str)]
        windows = [_text(element) for element in self.tree.xpath("//head/title")]
        if len(heads) == 1 and (not (metas or windows) or any(heads[0] in other for other in (*metas, *windows))):
            return heads[0]
        return self._without_site(metas[0] if metas else windows[0] if windows else "") or (heads[0] if heads else "")

    def _without_site(self, title: str) -> str:
        """A title without the site's name at its end."""
        parts = _PARTS.split(title)
        site = self.meta.get("og:site_name", "").lower()
        if len(parts) > 1 and (
            parts[-1].lower() == site or (len(parts[-1]) <= 30 and len(title) - len(parts[-1]) > 30)
        ):
            return title[: title.rindex(parts[-1])].rstrip(" |\u2013\u2014\u00b7-:")
        return title

    def published(self) -> date | None:
        """The day of publication by metadata, JSON-LD or a `time` element; never the day of a change."""
        told = [self.meta[name] for name in _PUBLISHED if name in self.meta]
        told += [str(item["datePublished"]) for item in self.linked if isinstance(item.get("datePublished"), str)]
        told += [str(value) for value in self.tree.xpath("//*[@itemprop='datePublished']/@datetime")]
        times = self.tree.xpath("//time[@pubdate]/@datetime | //article//time/@datetime | //header//time/@datetime")
        told += [str(value) for value in (times or self.tree.xpath("//time/@datetime"))[:1]]
        return next((day for day in map(_day, told) if day is not None), None)

    def language(self) -> str | None:
        """The language that the page declares."""
        declared = self.tree.get("lang") or self.meta.get("og:locale") or self.meta.get("content-language")
        return str(declared) if declared else None

    def url(self) -> str | None:
        """The page's own address, as it gives it."""
        links = self.tree.xpath("//link[@rel='canonical']/@href")
        found = str(links[0]).strip() if links else self.meta.get("og:url", "")
        return found if found.startswith(("http://", "https://")) else None

    def main_text(self) -> str:
        """The article's text, paragraphs parted by blank lines."""
        from trafilatura import extract

        found = extract(self.source, include_comments=False, include_tables=True, favor_recall=True) or ""
        text = "\n\n".join(line.strip() for line in found.split("\n") if line.strip())
        if len(text) < FEWEST:
            text = self._plain_text()
        if not text.strip():
            raise ArticleError("html: no article text found in the page; give its text as .txt")
        return text

    def _plain_text(self) -> str:
        """All paragraphs, else all text of the body."""
        for junk in self.tree.xpath("//script | //style | //noscript | //template | //nav | //footer | //form"):
            junk.drop_tree()
        blocks = [text for text in (_text(element) for element in self.tree.xpath(_BLOCKS)) if text]
        return "\n\n".join(dict.fromkeys(blocks)) or "\n\n".join(
            _SPACES.sub(" ", line).strip() for line in self.tree.xpath("//body//text()") if line.strip()
        )


def _text(element: Any) -> str:
    """The words of an element on one line."""
    return _SPACES.sub(" ", str(element.text_content())).strip()


def _day(words: str) -> date | None:
    """The day that a metadata value names."""
    match = _ISO.match(words)
    if match is not None:
        try:
            return date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
    words = words[:80]
    return next((one.date_from for one in find_dates_in(words, None, 0, len(words)) if one.kind == "day"), None)
