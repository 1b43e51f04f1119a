"""Screenings as they were made; the body is kept without its article, which has its own row."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import select

from service.errors import NotFoundError
from service.model.screening import Screening
from service.store import articles
from service.store.database import Transaction
from service.store.packing import pack_json, unpack_json
from service.store.tables import screenings
from service.store.times import micros

_ADD = screenings.insert()


@dataclass(frozen=True, slots=True)
class Screened:
    """A screening ready to be kept: its document, and the hash of its canonical bytes."""

    document: dict[str, Any]
    sha256: str


def prepare(screening: Screening) -> Screened:
    """The document of a screening, made outside of any transaction."""
    canonical = screening.canonical()
    return Screened(orjson.loads(canonical), hashlib.sha256(canonical).hexdigest())


def add(tx: Transaction, numbered: Sequence[tuple[Screened, int]], *, now: datetime) -> None:
    """Keep some screenings, each of the revision given with it, under the snapshot that it names."""
    rows = [
        {
            "article_id": screened.document["article"]["id"],
            "revision": revision,
            "snapshot": screened.document["snapshot"],
            "sha256": screened.sha256,
            "band": screened.document["band"],
            "body": pack_json({key: value for key, value in screened.document.items() if key != "article"}),
            "screened_at": micros(now),
        }
        for screened, revision in numbered
    ]
    if rows:
        tx.execute(_ADD, rows)


def get(tx: Transaction, article_id: str, revision: int, *, snapshot: str | None = None) -> dict[str, Any]:
    """The `screening/1` document of a revision: the newest, or that of one snapshot. Raises NotFoundError."""
    query = select(screenings.c.body).where(screenings.c.article_id == article_id, screenings.c.revision == revision)
    if snapshot is not None:
        query = query.where(screenings.c.snapshot == snapshot)
    body = tx.execute(query.order_by(screenings.c.screened_at.desc()).limit(1)).scalar()
    if body is None:
        raise NotFoundError(f"article {article_id!r} revision {revision} has no screening here")
    kept = articles.get(tx, article_id, revision)
    return {"article": kept.article.as_dict(), **unpack_json(body)}


def kept_sha256(tx: Transaction, article_id: str, revision: int, snapshot: str) -> str | None:
    """The hash that the canonical bytes had when the screening was made."""
    query = select(screenings.c.sha256).where(
        screenings.c.article_id == article_id, screenings.c.revision == revision, screenings.c.snapshot == snapshot
    )
    return tx.execute(query).scalar()
