"""Period reports made by schedule: kept once, never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from service.errors import NotFoundError
from service.store.database import Transaction
from service.store.ids import new_id
from service.store.packing import pack_bytes, pack_json, unpack_bytes, unpack_json
from service.store.report_tables import kept_reports
from service.store.times import iso, micros

_TOLD = (kept_reports.c.id, kept_reports.c.every, kept_reports.c.since, kept_reports.c.until, kept_reports.c.made_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A report as it was made."""

    every: str
    since: datetime
    until: datetime
    figures: dict[str, Any]
    page: str


def is_kept(tx: Transaction, every: str, since: datetime) -> bool:
    """Whether the report of a stretch of time was made already."""
    here = (kept_reports.c.every == every) & (kept_reports.c.since == micros(since))
    return tx.execute(select(kept_reports.c.id).where(here)).first() is not None


def keep(tx: Transaction, made: Made, *, now: datetime) -> str:
    """Keep a report; returns its id."""
    row = {
        "id": new_id(now),
        "every": made.every,
        "since": micros(made.since),
        "until": micros(made.until),
        "made_at": micros(now),
        "figures": pack_json(made.figures),
        "page": pack_bytes(made.page.encode()),
    }
    tx.execute(kept_reports.insert(), row)
    return str(row["id"])


def listed(tx: Transaction, *, limit: int = 200) -> list[dict[str, Any]]:
    """The reports that were made, newest first, as JSON without their figures."""
    query = select(*_TOLD).order_by(kept_reports.c.since.desc(), kept_reports.c.every).limit(limit)
    return [
        {
            "id": row.id,
            "every": row.every,
            "since": iso(row.since),
            "until": iso(row.until),
            "made_at": iso(row.made_at),
        }
        for row in tx.execute(query)
    ]


def page(tx: Transaction, report_id: str) -> str:
    """A report as it was made, as HTML. Raises NotFoundError."""
    return unpack_bytes(_content(tx, report_id, "page")).decode()


def figures(tx: Transaction, report_id: str) -> dict[str, Any]:
    """Its figures, as JSON. Raises NotFoundError."""
    return unpack_json(_content(tx, report_id, "figures"))


def _content(tx: Transaction, report_id: str, name: str) -> bytes:
    """One document of a report."""
    found = tx.execute(select(kept_reports.c[name]).where(kept_reports.c.id == report_id)).scalar()
    if found is None:
        raise NotFoundError(f"report {report_id!r} is not kept here; GET /v1/reports lists those that are")
    return bytes(found)
