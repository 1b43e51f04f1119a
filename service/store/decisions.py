"""Decisions: how closed alerts were decided, by whom, when, and whether a second look agreed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from service.model.disposition import CLOSED
from service.model.policy import Outcome
from service.store.database import Transaction
from service.store.report_tables import second_looks
from service.store.tables import alert_facets, alerts, events
from service.store.times import micros

AT_ONCE = 500
"""Values in one query."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """How an alert was closed; times in microseconds."""

    alert_id: str
    at: int
    """When it was closed."""
    opened_at: int
    due_at: int | None
    maker: str
    """Whoever decided."""
    checker: str | None
    """Whoever approved, where four eyes were asked for."""
    outcome: Outcome
    band: str
    severity: str
    points: int
    summary: str
    rules: tuple[str, ...] = ()

    @property
    def hours(self) -> float:
        """From opening to closing."""
        return (self.at - self.opened_at) / 3_600_000_000

    @property
    def in_time(self) -> bool:
        """Whether it was closed before it was due."""
        return self.due_at is None or self.at <= self.due_at


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """What somebody else says of a decision; times in microseconds."""

    alert_id: str
    decided_at: int
    maker: str
    by: str
    at: int
    agrees: bool
    note: str


def decisions_between(tx: Transaction, since: datetime, until: datetime, *, with_rules: bool = True) -> list[Decision]:
    """The decisions of a stretch of time that still stand, in the order in which alerts were closed.

    An alert that was opened again, and closed again, counts once, with its last decision.
    """
    query = (
        select(
            alerts.c.id, events.c.at, alerts.c.created_at, alerts.c.due_at, alerts.c.proposed_by, events.c.actor,
            alerts.c.state, alerts.c.band, alerts.c.severity, alerts.c.points, alerts.c.summary,
        )
        .join(alerts, alerts.c.id == func.substr(events.c.subject, len("alert/") + 1))
        .where(events.c.to.in_(CLOSED), events.c.at >= micros(since), events.c.at < micros(until))
        .where(alerts.c.state == events.c.to)
        .order_by(events.c.seq)
    )  # fmt: skip
    found = {row[0]: row for row in tx.execute(query)}
    rules = rules_of(tx, found) if with_rules else {}
    return [
        Decision(
            alert_id=row[0],
            at=row[1],
            opened_at=row[2],
            due_at=row[3],
            maker=row[4] or row[5],
            checker=row[5] if row[4] and row[4] != row[5] else None,
            outcome=row[6].removeprefix("closed_"),
            band=row[7],
            severity=row[8],
            points=row[9],
            summary=row[10],
            rules=rules.get(row[0], ()),
        )
        for row in sorted(found.values(), key=lambda row: (row[1], row[0]))
    ]


def rules_of(tx: Transaction, alert_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The rules of some alerts, sorted."""
    wanted = list(alert_ids)
    found: dict[str, list[str]] = {}
    for first in range(0, len(wanted), AT_ONCE):
        some = alert_facets.c.alert_id.in_(wanted[first : first + AT_ONCE])
        query = select(alert_facets.c.alert_id, alert_facets.c.value).where(alert_facets.c.kind == "rule", some)
        for alert_id, rule in tx.execute(query):
            found.setdefault(alert_id, []).append(rule)
    return {alert_id: tuple(sorted(rules)) for alert_id, rules in found.items()}


def decision_of(tx: Transaction, alert_id: str) -> tuple[int, str] | None:
    """When an alert was last closed, and by whom; None for one that never was."""
    query = select(events.c.at, events.c.actor).where(events.c.subject == f"alert/{alert_id}", events.c.to.in_(CLOSED))
    row = tx.execute(query.order_by(events.c.seq.desc()).limit(1)).first()
    return None if row is None else (int(row[0]), str(row[1]))


def keep_second_look(tx: Transaction, look: SecondLook) -> None:
    """Keep a second look; the caller has made sure that there is none of this decision yet."""
    row = {name: getattr(look, name) for name in ("alert_id", "decided_at", "maker", "by", "at", "note")}
    tx.execute(second_looks.insert(), {**row, "agrees": int(look.agrees)})


def second_look_at(tx: Transaction, alert_id: str, decided_at: int) -> SecondLook | None:
    """The second look at one decision."""
    here = (second_looks.c.alert_id == alert_id) & (second_looks.c.decided_at == decided_at)
    row = tx.execute(select(second_looks).where(here)).first()
    return None if row is None else _look(row._mapping)


def second_looks_between(tx: Transaction, since: datetime, until: datetime) -> list[SecondLook]:
    """The second looks at decisions of a stretch of time, in the order of the decisions."""
    query = select(second_looks).where(
        second_looks.c.decided_at >= micros(since), second_looks.c.decided_at < micros(until)
    )
    rows = tx.execute(query.order_by(second_looks.c.decided_at, second_looks.c.alert_id))
    return [_look(row._mapping) for row in rows]


def _look(row: object) -> SecondLook:
    values = dict(row)  # type: ignore[call-overload]
    return SecondLook(**{**values, "agrees": bool(values["agrees"])})
