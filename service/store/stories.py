"""Stories: which articles might tell the same event, found by the rows that they share."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

import orjson
from sqlalchemy import Dialect, Row, Select, Table, and_, bindparam, func, select, union
from sqlalchemy.sql.compiler import SQLCompiler

from service.model.telling import BANDS, PERMUTATIONS, Kinship, Telling
from service.store.database import Transaction
from service.store.story_tables import story_articles, story_bands, story_keys
from service.store.tables import audit_head

_PACKED = struct.Struct(f"<{PERMUTATIONS}I")
_MOST_KEYS = 1024
_MOST = 30
"""Articles that are compared with a new one, those with the most in common first."""


def hold(tx: Transaction) -> None:
    """Wait until nobody else is opening alerts, so that two processes never open two for one story."""
    tx.execute(select(audit_head.c.id).where(audit_head.c.id == 1).with_for_update())


@lru_cache(maxsize=64)
def _similar(keys: int, days: int) -> Select[Any]:
    """The articles that share a band, or most of so many keys on so many days; made once for each pair of numbers."""
    banded = (
        select(story_bands.c.article_id, story_bands.c.revision)
        .where(story_bands.c.band.in_([bindparam(f"band{number}") for number in range(BANDS)]))
        .distinct()
        .limit(_MOST)
        .subquery()
    )
    keyed = (
        select(story_keys.c.article_id, story_keys.c.revision)
        .where(
            story_keys.c.told_on.in_([bindparam(f"day{number}") for number in range(days)]),
            story_keys.c.key.in_([bindparam(f"key{number}") for number in range(keys)]),
        )
        .group_by(story_keys.c.article_id, story_keys.c.revision)
        .order_by(func.count().desc(), story_keys.c.article_id)
        .limit(_MOST)
        .subquery()
    )
    found = union(select(banded), select(keyed)).subquery()
    told = story_articles.c
    return select(story_articles).join(
        found, and_(told.article_id == found.c.article_id, told.revision == found.c.revision)
    )


_SIZES = (8, 16, 32, 64, 128, 256, _MOST_KEYS)


def similar(tx: Transaction, telling: Telling, *, days: int) -> list[Telling]:
    """Articles worth comparing: those that share a band of the signature, or most facts within some days."""
    day = telling.told_on.toordinal()
    keys = (telling.keys or [-1])[:_MOST_KEYS]
    size = next(size for size in _SIZES if size >= len(keys))
    padded = keys + keys[-1:] * (size - len(keys))
    asked: dict[str, Any] = {f"key{number}": key for number, key in enumerate(padded)}
    asked |= {f"band{number}": band for number, band in enumerate(telling.bands)}
    asked |= {f"day{number}": day - days + number for number in range(2 * days + 1)}
    told = [_telling(row) for row in tx.execute(_similar(size, 2 * days + 1), asked)]
    return sorted(told, key=lambda one: (one.article_id, one.revision))


def add(tx: Transaction, telling: Telling, story_id: str, kinship: Kinship | None) -> None:
    """Keep an article as part of a story, with why."""
    place = {"article_id": telling.article_id, "revision": telling.revision}
    told_on = telling.told_on.toordinal()
    row = {
        **place,
        "story_id": story_id,
        "signature": _PACKED.pack(*telling.signature),
        "sha256": telling.sha256,
        "rules": orjson.dumps(sorted(telling.rules)).decode(),
        "facts": orjson.dumps(sorted(telling.facts)).decode(),
        "told_on": told_on,
        "duplicate_of": kinship.article_id if kinship is not None and kinship.kind != "same-event" else None,
        "similarity": None if kinship is None else round(100 * kinship.share),
        "reason": None if kinship is None else kinship.reason,
    }
    _insert(tx, story_articles, [row])
    _insert(tx, story_bands, [{**place, "band": band} for band in sorted(set(telling.bands))])
    _insert(tx, story_keys, [{**place, "key": key, "told_on": told_on} for key in telling.keys])


def story_of(tx: Transaction, article_id: str) -> str | None:
    """The story that an article tells, by any of its revisions."""
    query = select(story_articles.c.story_id).where(story_articles.c.article_id == article_id)
    return tx.execute(query.order_by(story_articles.c.revision.desc()).limit(1)).scalar()


def ties(tx: Transaction, article_ids: Iterable[str]) -> dict[str, tuple[str | None, int | None, str | None]]:
    """Why each article belongs to its story: (duplicate of, per cent shared, reason) by article."""
    query = select(
        story_articles.c.article_id, story_articles.c.duplicate_of, story_articles.c.similarity, story_articles.c.reason
    ).where(story_articles.c.article_id.in_(list(article_ids)))
    return {row[0]: (row[1], row[2], row[3]) for row in tx.execute(query.order_by(story_articles.c.revision))}


def move(tx: Transaction, article_ids: Iterable[str], story_id: str, *, reason: str) -> None:
    """Make articles part of another story, as a person decided; copies that come later follow them there."""
    changed = story_articles.update().where(story_articles.c.article_id.in_(list(article_ids)))
    tx.execute(changed.values(story_id=story_id, duplicate_of=None, similarity=None, reason=reason))


def _insert(tx: Transaction, table: Table, rows: list[dict[str, Any]]) -> None:
    """Add many short rows of texts and numbers: handed to the driver as they are, in half the time."""
    if not rows:
        return
    compiled = _compiled(table, tx.dialect)
    order = compiled.positiontup
    tx.exec_driver_sql(str(compiled), rows if order is None else [tuple(row[name] for name in order) for row in rows])


@lru_cache(maxsize=16)
def _compiled(table: Table, dialect: Dialect) -> SQLCompiler:
    """The statement that adds a row, in the words of the store's engine."""
    return table.insert().compile(dialect=dialect)


def _telling(row: Row[Any]) -> Telling:
    """A row as a telling."""
    return Telling(
        article_id=row.article_id,
        revision=row.revision,
        sha256=row.sha256,
        told_on=date.fromordinal(row.told_on),
        signature=_PACKED.unpack(row.signature),
        rules=frozenset(orjson.loads(row.rules)),
        facts=frozenset(orjson.loads(row.facts)),
    )
