"""Screenings as they were made.

The body is kept without its article, which has its own row, and without the versions of rules and lists, which are the
same for all screenings of a snapshot and stand there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import func, select

from service.errors import NotFoundError
from service.model.screening import Screening
from service.store import articles
from service.store.database import Transaction
from service.store.packing import pack_json, unpack_json
from service.store.tables import screenings, snapshots
from service.store.times import micros, moment

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
    shared = {
        snapshot: _share(tx, snapshot, provenance)
        for snapshot, provenance in {one.document["snapshot"]: _versions(one.document) for one, _ in numbered}.items()
    }
    rows = [
        {
            "article_id": screened.document["article"]["id"],
            "revision": revision,
            "snapshot": screened.document["snapshot"],
            "sha256": screened.sha256,
            "band": screened.document["band"],
            "body": _packed(screened.document, shared[screened.document["snapshot"]]),
            "screened_at": micros(now),
        }
        for screened, revision in numbered
    ]
    if rows:
        tx.execute(_ADD, rows)


def add_again(tx: Transaction, screened: Screened, revision: int, *, now: datetime) -> None:
    """Keep another screening of a revision as its newest, even where the clock stands still or goes back.

    Under a snapshot that came back (a list was rolled back) the same screening is kept already: it is the newest again.
    """
    here = (screenings.c.article_id == screened.document["article"]["id"]) & (screenings.c.revision == revision)
    last = tx.execute(select(func.max(screenings.c.screened_at)).where(here)).scalar_one()
    later = max(now, moment(last + 1))
    under = here & (screenings.c.snapshot == screened.document["snapshot"])
    if not tx.execute(screenings.update().where(under).values(screened_at=micros(later))).rowcount:
        add(tx, [(screened, revision)], now=later)


def get(tx: Transaction, article_id: str, revision: int, *, snapshot: str | None = None) -> dict[str, Any]:
    """The `screening/1` document of a revision: the newest, or that of one snapshot. Raises NotFoundError."""
    query = select(screenings.c.body, screenings.c.snapshot).where(
        screenings.c.article_id == article_id, screenings.c.revision == revision
    )
    if snapshot is not None:
        query = query.where(screenings.c.snapshot == snapshot)
    row = tx.execute(query.order_by(screenings.c.screened_at.desc()).limit(1)).first()
    if row is None:
        raise NotFoundError(f"article {article_id!r} revision {revision} has no screening here")
    kept = articles.get(tx, article_id, revision)
    return {"article": kept.article.as_dict(), **_unpacked(row.body, versions_of(tx, row.snapshot))}


def several(tx: Transaction, wanted: Sequence[tuple[str, int, str]]) -> list[tuple[dict[str, Any], int]]:
    """The documents of some screenings (article, revision, snapshot) with the times of arrival, in the same order."""
    versions = {snapshot: versions_of(tx, snapshot) for snapshot in {row[2] for row in wanted}}
    found = []
    for article_id, revision, snapshot in wanted:
        query = select(screenings.c.body).where(
            screenings.c.article_id == article_id,
            screenings.c.revision == revision,
            screenings.c.snapshot == snapshot,
        )
        kept = articles.get(tx, article_id, revision)
        rest = _unpacked(tx.execute(query).scalar_one(), versions[snapshot])
        found.append(({"article": kept.article.as_dict(), **rest}, kept.received_at))
    return found


def versions_of(tx: Transaction, snapshot: str) -> dict[str, Any]:
    """What all screenings of a snapshot say of their versions; nothing where each of them says it itself."""
    packed = tx.execute(select(snapshots.c.provenance).where(snapshots.c.sha256 == snapshot)).scalar()
    return {} if packed is None else unpack_json(packed)


def _versions(document: dict[str, Any]) -> dict[str, Any]:
    """The provenance of a screening without what is its own."""
    return {name: value for name, value in document["provenance"].items() if name != "limits_reached"}


def _share(tx: Transaction, snapshot: str, versions: dict[str, Any]) -> bool:
    """Keep the versions with their snapshot, unless it says something else; whether it says just this."""
    kept = versions_of(tx, snapshot)
    if not kept:
        here = snapshots.c.sha256 == snapshot
        tx.execute(snapshots.update().where(here).values(provenance=pack_json(versions)))
        return True
    return kept == versions


def _packed(document: dict[str, Any], shared: bool) -> bytes:
    """A body as kept."""
    body = {name: value for name, value in document.items() if name != "article"}
    if shared:
        body["provenance"] = {"limits_reached": document["provenance"]["limits_reached"]}
    return pack_json(body)


def _unpacked(body: bytes, versions: dict[str, Any]) -> dict[str, Any]:
    """A body with its whole provenance."""
    document = unpack_json(body)
    return {**document, "provenance": {**versions, **document["provenance"]}}


def kept_sha256(tx: Transaction, article_id: str, revision: int, snapshot: str) -> str | None:
    """The hash that the canonical bytes had when the screening was made."""
    query = select(screenings.c.sha256).where(
        screenings.c.article_id == article_id, screenings.c.revision == revision, screenings.c.snapshot == snapshot
    )
    return tx.execute(query).scalar()
