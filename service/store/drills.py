"""Rounds of test articles and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import select

from service.model.drill import PlantedResult
from service.store.database import Transaction
from service.store.desk_tables import test_results, test_rounds
from service.store.ids import new_id
from service.store.times import iso, micros


def claim(tx: Transaction, slot: int | None, *, now: datetime) -> str | None:
    """Begin a round; None when another process has this slot of the schedule already. No slot: a round by hand."""
    if slot is not None and tx.execute(select(test_rounds.c.id).where(test_rounds.c.slot == slot)).first() is not None:
        return None
    round_id = new_id(now)
    tx.execute(test_rounds.insert(), {"id": round_id, "slot": slot, "at": micros(now)})
    return round_id


def finish(tx: Transaction, round_id: str, results: Sequence[PlantedResult]) -> None:
    """Keep what came of a round."""
    rows = [{**asdict(one), "passed": int(one.passed), "round_id": round_id} for one in results]
    if rows:
        tx.execute(test_results.insert(), rows)


def latest(tx: Transaction) -> dict[str, Any] | None:
    """The last round that was finished, as JSON; None where there was none."""
    finished = select(test_results.c.round_id).where(test_results.c.round_id == test_rounds.c.id).exists()
    query = select(test_rounds.c.id).where(finished).order_by(test_rounds.c.at.desc(), test_rounds.c.id.desc())
    round_id = tx.execute(query.limit(1)).scalar()
    return None if round_id is None else show(tx, round_id)


def show(tx: Transaction, round_id: str) -> dict[str, Any]:
    """One round as JSON: its results, and how many were not as expected."""
    at = tx.execute(select(test_rounds.c.at).where(test_rounds.c.id == round_id)).scalar_one()
    query = select(test_results).where(test_results.c.round_id == round_id).order_by(test_results.c.item)
    items = [
        {
            "item": row.item,
            "expected_band": row.expected_band,
            "expected_rule": row.expected_rule,
            "band": row.band,
            "passed": bool(row.passed),
            "detail": row.detail,
            "milliseconds": round(row.micros / 1000, 1),
        }
        for row in tx.execute(query)
    ]
    return {"id": round_id, "at": iso(at), "missed": sum(not one["passed"] for one in items), "items": items}
