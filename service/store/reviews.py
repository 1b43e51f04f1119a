"""What people did to alerts: party decisions and comments."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from service.store.database import Transaction
from service.store.ids import new_id
from service.store.tables import alert_facets, comments, party_decisions
from service.store.times import iso, micros


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDecision:
    """Whether a party of the article is the listed entity; `at` in microseconds."""

    alert_id: str
    entity_id: str
    decision: str
    reason: str
    note: str
    by: str
    at: int

    def as_dict(self) -> dict[str, Any]:
        """The decision as JSON."""
        shown = {"decision": self.decision, "reason": self.reason, "note": self.note, "by": self.by}
        return {**shown, "at": iso(self.at)}


def decide_party(tx: Transaction, decision: PartyDecision) -> None:
    """Write a decision on a party; a later one replaces an earlier one (both stand in the audit trail)."""
    mine = (party_decisions.c.alert_id == decision.alert_id) & (party_decisions.c.entity_id == decision.entity_id)
    tx.execute(delete(party_decisions).where(mine))
    tx.execute(party_decisions.insert(), asdict(decision))


def party_decisions_of(tx: Transaction, alert_id: str) -> dict[str, PartyDecision]:
    """Decisions by entity."""
    query = select(party_decisions).where(party_decisions.c.alert_id == alert_id)
    return {row.entity_id: PartyDecision(**row._mapping) for row in tx.execute(query)}


def carry_over(tx: Transaction, from_alert: str, to_alert: str) -> list[str]:
    """What people said of the parties of an alert, and its labels, go over to another; returns the entities.

    What was said there already stands. Where the two say different things of an entity, nothing is said any more:
    somebody must decide anew.
    """
    brought, there = party_decisions_of(tx, from_alert), party_decisions_of(tx, to_alert)
    for entity_id, decision in brought.items():
        if entity_id not in there:
            decide_party(tx, replace(decision, alert_id=to_alert))
        elif there[entity_id].decision != decision.decision:
            here = (party_decisions.c.alert_id == to_alert) & (party_decisions.c.entity_id == entity_id)
            tx.execute(delete(party_decisions).where(here))
    set_labels(tx, to_alert, [*labels_of(tx, from_alert), *labels_of(tx, to_alert)])
    return sorted(brought)


def comment(tx: Transaction, alert_id: str, text: str, *, by: str, now: datetime) -> None:
    """Add a comment."""
    row = {"id": new_id(now), "alert_id": alert_id, "by": by, "at": micros(now), "text": text}
    tx.execute(comments.insert(), row)


def comments_of(tx: Transaction, alert_id: str) -> list[dict[str, Any]]:
    """Comments, oldest first, as JSON."""
    query = select(comments).where(comments.c.alert_id == alert_id).order_by(comments.c.id)
    return [{"id": row.id, "by": row.by, "at": iso(row.at), "text": row.text} for row in tx.execute(query)]


def labels_of(tx: Transaction, alert_id: str) -> list[str]:
    """The labels that people gave an alert."""
    mine = (alert_facets.c.alert_id == alert_id) & (alert_facets.c.kind == "label")
    return [row[0] for row in tx.execute(select(alert_facets.c.value).where(mine).order_by(alert_facets.c.value))]


def set_labels(tx: Transaction, alert_id: str, labels: list[str]) -> None:
    """Make exactly these the labels of an alert."""
    tx.execute(delete(alert_facets).where(alert_facets.c.alert_id == alert_id, alert_facets.c.kind == "label"))
    rows = [{"alert_id": alert_id, "kind": "label", "value": label} for label in sorted(set(labels))]
    if rows:
        tx.execute(alert_facets.insert(), rows)
