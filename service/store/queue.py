"""The queue: alerts by filter, in a stable order, page by page."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, exists, func, select, tuple_

from service.errors import InputError
from service.store.alerts import AlertRow
from service.store.database import Transaction
from service.store.desk_tables import suppressed_alerts
from service.store.tables import alert_facets, alerts
from service.store.times import micros

Order = Literal["updated_at", "-updated_at"]
"""`updated_at`: oldest change first, so that what changes while paging comes again at the end and nothing is missed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which alerts; None means any. `rule` also takes a regime (`un-dprk`).

    Suppressed alerts are left out unless `state`, `suppression` or `suppressed` asks for them.
    """

    band: str | None = None
    state: str | None = None
    rule: str | None = None
    list: str | None = None
    language: str | None = None
    source: str | None = None
    q: str | None = None
    assignee: str | None = None
    label: str | None = None
    suppression: str | None = None
    """Alerts that this suppression covers or has covered."""
    suppressed: bool = False
    discount: str | None = None
    """Alerts that this discount rule closed, or drew as a sample."""
    since: datetime | None = None
    updated_since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some alerts, and where the next page begins (None at the end)."""

    rows: tuple[AlertRow, ...]
    next_cursor: str | None


def page(tx: Transaction, wanted: Wanted, *, order: Order = "updated_at", cursor: str | None, limit: int) -> Page:
    """Up to `limit` alerts after `cursor`. Raises InputError for a cursor that this service did not give."""
    query = select(alerts).where(*_conditions(wanted))
    keys = tuple_(alerts.c.updated_at, alerts.c.id)
    if order == "updated_at":
        query = query.order_by(alerts.c.updated_at, alerts.c.id)
    else:
        query = query.order_by(alerts.c.updated_at.desc(), alerts.c.id.desc())
    if cursor is not None:
        after = tuple_(*read_cursor(cursor))
        query = query.where(keys > after if order == "updated_at" else keys < after)
    found = [AlertRow(**row._mapping) for row in tx.execute(query.limit(limit + 1))]
    rows = tuple(found[:limit])
    more = len(found) > limit
    return Page(rows, write_cursor(rows[-1]) if more else None)


def count(tx: Transaction, wanted: Wanted) -> int:
    """How many alerts are wanted."""
    query = select(func.count()).select_from(alerts).where(*_conditions(wanted))
    return int(tx.execute(query).scalar_one())


def counts_by_state(tx: Transaction) -> dict[str, int]:
    """How many alerts are in each state."""
    rows = tx.execute(select(alerts.c.state, func.count()).group_by(alerts.c.state).order_by(alerts.c.state))
    return {row[0]: row[1] for row in rows}


def snoozed_before(tx: Transaction, moment: datetime) -> list[str]:
    """Alerts whose snooze is over."""
    query = select(alerts.c.id).where(alerts.c.state == "snoozed", alerts.c.snoozed_until <= micros(moment))
    return [row[0] for row in tx.execute(query)]


def write_cursor(row: AlertRow) -> str:
    """The place after an alert, as an opaque word."""
    return base64.urlsafe_b64encode(f"{row.updated_at}.{row.id}".encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[int, str]:
    """The place that a cursor names."""
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        updated_at, _, alert_id = text.partition(".")
        return int(updated_at), alert_id
    except (ValueError, binascii.Error):
        raise InputError(f"cursor: {cursor[:40]!r} was not given by this service; leave it out to begin anew") from None


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    """The filters that were given."""
    columns = ("band", "assignee", "state", "discount")
    given = {name: value for name in columns if (value := getattr(wanted, name)) is not None}
    found: list[ColumnElement[bool]] = [alerts.c[name] == value for name, value in given.items()]
    if wanted.state is None and wanted.suppression is None and not wanted.suppressed:
        found.append(alerts.c.state != "suppressed")
    if wanted.suppression is not None:
        covered = suppressed_alerts.c.alert_id == alerts.c.id
        found.append(exists().where(covered, suppressed_alerts.c.suppression_id == wanted.suppression))
    if wanted.rule is not None:
        found.append(_facet("rule" if "/" in wanted.rule else "regime", wanted.rule))
    for kind in ("list", "language", "source", "label"):
        value = getattr(wanted, kind)
        if value is not None:
            found.append(_facet(kind, value))
    if wanted.q is not None:
        found.extend(alerts.c.search.contains(word, autoescape=True) for word in wanted.q.casefold().split())
    if wanted.since is not None:
        found.append(alerts.c.created_at >= micros(wanted.since))
    if wanted.updated_since is not None:
        found.append(alerts.c.updated_at >= micros(wanted.updated_since))
    return found


def _facet(kind: str, value: str) -> ColumnElement[bool]:
    """Alerts that have a value."""
    same = (alert_facets.c.alert_id == alerts.c.id) & (alert_facets.c.kind == kind) & (alert_facets.c.value == value)
    return exists().where(same)
