"""Figures: what a stretch of time held, counted in the store."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Result, func, select

from service.model.disposition import CLOSED
from service.store.database import Transaction
from service.store.tables import alert_facets, alerts, articles, events
from service.store.times import micros

DAY = 86_400_000_000
"""Microseconds."""

Counts = dict[str, int]
AlertColumn = str
"""A column that alerts are counted by: band, severity, state, regime."""


def articles_between(tx: Transaction, since: datetime, until: datetime) -> int:
    """Texts of articles received from `since` until before `until`."""
    query = select(func.count()).select_from(articles).where(*_between(articles.c.received_at, since, until))
    return int(tx.execute(query).scalar_one())


def articles_by_day(tx: Transaction, since: datetime, until: datetime) -> dict[int, int]:
    """Texts received, by whole days since 1970-01-01 (UTC); days without any are left out."""
    return _by_day(tx, articles.c.received_at, since, until)


def alerts_by_day(tx: Transaction, since: datetime, until: datetime) -> dict[int, int]:
    """Alerts opened, by whole days since 1970-01-01 (UTC); days without any are left out."""
    return _by_day(tx, alerts.c.created_at, since, until)


def alerts_by(tx: Transaction, column: AlertColumn, since: datetime, until: datetime) -> Counts:
    """Alerts opened, by one of their columns; most first."""
    group = alerts.c[column]
    query = select(group, func.count()).where(*_between(alerts.c.created_at, since, until)).group_by(group)
    return _counts(tx.execute(query.order_by(func.count().desc(), group)))


def alerts_by_facet(tx: Transaction, kind: str, since: datetime, until: datetime, *, most: int = 30) -> Counts:
    """Alerts opened, by rule, list, source or language (an alert with two lists counts for both); most first."""
    query = (
        select(alert_facets.c.value, func.count())
        .join(alerts, alerts.c.id == alert_facets.c.alert_id)
        .where(_of_kind(kind), *_between(alerts.c.created_at, since, until))
        .group_by(alert_facets.c.value)
        .order_by(func.count().desc(), alert_facets.c.value)
    )
    return _counts(tx.execute(query.limit(most)))


def outcomes_by_rule(tx: Transaction, since: datetime, until: datetime) -> dict[str, Counts]:
    """Of the alerts opened, the outcomes of those that are closed, by rule."""
    query = (
        select(alert_facets.c.value, alerts.c.outcome, func.count())
        .join(alerts, alerts.c.id == alert_facets.c.alert_id)
        .where(_of_kind("rule"), alerts.c.state.in_(CLOSED), *_between(alerts.c.created_at, since, until))
        .group_by(alert_facets.c.value, alerts.c.outcome)
    )
    found: dict[str, Counts] = {}
    for rule, outcome, number in tx.execute(query):
        found.setdefault(rule, {})[str(outcome)] = int(number)
    return found


def waiting_since(tx: Transaction, states: tuple[str, ...]) -> list[tuple[int, int]]:
    """(days since 1970-01-01 of opening, alerts) of the alerts that are in these states now, oldest first."""
    day = alerts.c.created_at // DAY
    query = select(day, func.count()).where(alerts.c.state.in_(states)).group_by(day).order_by(day)
    return [(int(row[0]), int(row[1])) for row in tx.execute(query)]


def acts_between(tx: Transaction, since: datetime, until: datetime) -> Counts:
    """Entries of the audit trail, by type; most first."""
    query = select(events.c.type, func.count()).where(*_between(events.c.at, since, until)).group_by(events.c.type)
    return _counts(tx.execute(query.order_by(func.count().desc(), events.c.type)))


def _of_kind(kind: str) -> ColumnElement[bool]:
    """Facets of a kind, in a form that no index answers: the alerts of the days lead, and their facets are looked up.

    By the index on kinds SQLite would read the facets of all alerts that are kept.
    """
    return alert_facets.c.kind.concat("") == kind


def _by_day(tx: Transaction, column: ColumnElement[int], since: datetime, until: datetime) -> dict[int, int]:
    """Rows a day."""
    day = column // DAY
    query = select(day, func.count()).where(*_between(column, since, until)).group_by(day).order_by(day)
    return {int(row[0]): int(row[1]) for row in tx.execute(query)}


def _between(column: ColumnElement[int], since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    return column >= micros(since), column < micros(until)


def _counts(rows: Result[Any, Any]) -> Counts:
    return {str(row[0]): int(row[1]) for row in rows}
