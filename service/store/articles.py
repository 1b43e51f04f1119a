"""Articles as they came in: every text an id has had is one numbered revision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, distinct, exists, func, select

from service.errors import NotFoundError
from service.model.article import Article
from service.store.database import Transaction
from service.store.packing import pack_text, unpack_text
from service.store.tables import articles
from service.store.times import micros


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """One revision of an article; `received_at` in microseconds."""

    article: Article
    revision: int
    received_at: int


Place = tuple[int, str]
"""Where an article stands in the order of arrival: its time in microseconds, and its id."""

Known = dict[str, dict[str, int]]
"""Revision by SHA-256, for each article id."""

_KNOWN = select(articles.c.id, articles.c.sha256, articles.c.revision).where(
    articles.c.id.in_(bindparam("ids", expanding=True))
)
_ADD = articles.insert()


def known(tx: Transaction, ids: Iterable[str]) -> Known:
    """Every text that these ids have had; an id never seen is absent."""
    found: Known = {}
    for article_id, sha256, revision in tx.execute(_KNOWN, {"ids": list(ids)}):
        found.setdefault(article_id, {})[sha256] = revision
    return found


def add(tx: Transaction, numbered: Sequence[tuple[Article, int]], *, now: datetime) -> None:
    """Keep some articles, each as the revision given with it."""
    rows = [
        {
            "id": article.id,
            "revision": revision,
            "sha256": article.sha256,
            "title": article.title,
            "language": article.language,
            "source": article.source,
            "url": article.url,
            "published": article.published,
            "content": pack_text(article.text),
            "received_at": micros(now),
        }
        for article, revision in numbered
    ]
    if rows:
        tx.execute(_ADD, rows)


def get(tx: Transaction, article_id: str, revision: int | None = None) -> KeptArticle:
    """One revision, the newest by default. Raises NotFoundError."""
    query = select(articles).where(articles.c.id == article_id)
    if revision is None:
        query = query.order_by(articles.c.revision.desc()).limit(1)
    else:
        query = query.where(articles.c.revision == revision)
    row = tx.execute(query).first()
    if row is None:
        which = f" revision {revision}" if revision is not None else ""
        raise NotFoundError(f"article {article_id!r}{which} is not kept here")
    return _kept(row)


def page(tx: Transaction, *, after: str, limit: int) -> list[KeptArticle]:
    """The newest text of articles in the order of their ids, from behind an id."""
    last = func.max(articles.c.revision).label("last")
    newest = select(articles.c.id, last).where(articles.c.id > after).group_by(articles.c.id)
    few = newest.order_by(articles.c.id).limit(limit).subquery()
    here = (articles.c.id == few.c.id) & (articles.c.revision == few.c.last)
    return [_kept(row) for row in tx.execute(select(articles).join(few, here).order_by(articles.c.id))]


def arrived(tx: Transaction, *, after: Place, limit: int) -> list[KeptArticle]:
    """The newest text of articles in the order of their arrival, from behind a place."""
    later = articles.alias()
    overtaken = exists().where(later.c.id == articles.c.id, later.c.revision > articles.c.revision)
    behind = (articles.c.received_at > after[0]) | (articles.c.id > after[1])
    query = select(articles).where(articles.c.received_at >= after[0], behind, ~overtaken)
    return [_kept(row) for row in tx.execute(query.order_by(articles.c.received_at, articles.c.id).limit(limit))]


def place_of(kept: KeptArticle) -> Place:
    """Where an article stands in the order of arrival."""
    return kept.received_at, str(kept.article.id)


def revisions(tx: Transaction, article_id: str) -> list[tuple[int, str, int]]:
    """(revision, sha256, received_at) of every text of an article, oldest first."""
    query = select(articles.c.revision, articles.c.sha256, articles.c.received_at).where(articles.c.id == article_id)
    return [(row[0], row[1], row[2]) for row in tx.execute(query.order_by(articles.c.revision))]


def count(tx: Transaction) -> int:
    """All revisions of all articles."""
    return tx.execute(select(func.count()).select_from(articles)).scalar_one()


def count_ids(tx: Transaction) -> int:
    """All articles, however many texts each has."""
    return tx.execute(select(func.count(distinct(articles.c.id)))).scalar_one()


def _kept(row: Row[tuple[object, ...]]) -> KeptArticle:
    """A row as a value."""
    kept = row._mapping
    article = Article(
        unpack_text(kept["content"]),
        kept["title"],
        id=kept["id"],
        published=kept["published"],
        language=kept["language"],
        url=kept["url"],
        source=kept["source"],
    )
    return KeptArticle(article, kept["revision"], kept["received_at"])
