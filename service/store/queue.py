"""The queue: alerts by filter, in a stable order, page by page."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from heapq import merge
from itertools import islice
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, exists, func, select, tuple_

from service.errors import InputError
from service.model.disposition import OPEN, STATES
from service.store.alerts import SAMPLE, AlertRow
from service.store.database import Transaction
from service.store.desk_tables import suppressed_alerts
from service.store.tables import alert_articles, alert_facets, alerts
from service.store.times import micros

Order = Literal["updated_at", "-updated_at", "-priority", "due_at"]
"""`updated_at`: oldest change first, so that what changes while paging comes again at the end and nothing is missed;
`-priority`: most urgent first; `due_at`: what must be decided first; `-`: largest first."""
GROUPS: dict[str, tuple[str, ...]] = {"open": OPEN, "any": STATES}
"""Words that stand for several states."""
RARE = 50_000
"""Alerts with one facet up to which they are looked up and sorted, instead of walking all that wait in order."""
NOBODY = "-"
"""As assignee: alerts that nobody has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which alerts; None means any. `rule` also takes a regime (`un-dprk`), `state` a word of `GROUPS`.

    Suppressed alerts are left out unless `state`, `suppression` or `suppressed` asks for them.
    """

    band: str | None = None
    severity: str | None = None
    state: str | None = None
    rule: str | None = None
    list: str | None = None
    language: str | None = None
    source: str | None = None
    q: str | None = None
    assignee: str | None = None
    label: str | None = None
    tier: str | None = None
    """How far its best source is to be trusted: a tier of the policy, or `unrated`."""
    entity: str | None = None
    """Alerts that name this list entry."""
    suppression: str | None = None
    """Alerts that this suppression covers or has covered."""
    suppressed: bool = False
    discount: str | None = None
    """Alerts that this discount rule closed, or drew as a sample."""
    since: datetime | None = None
    updated_since: datetime | None = None
    due_before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some alerts, and where the next page begins (None at the end)."""

    rows: tuple[AlertRow, ...]
    next_cursor: str | None


def page(tx: Transaction, wanted: Wanted, *, order: Order = "updated_at", cursor: str | None, limit: int) -> Page:
    """Up to `limit` alerts after `cursor`. Raises InputError for a cursor not given here, or for another order.

    A group of states is read state by state, each along its index, and merged: no sort over all that is kept. Where few
    alerts have what is asked for, those are looked up and sorted instead.
    """
    after = None if cursor is None else read_cursor(cursor, order)
    if (facet := _rare(tx, wanted)) is not None:
        return _page(_rows_of(tx, facet, wanted, order, after, limit + 1), order, limit)
    streams = [_rows(tx, one, order, after, limit + 1) for one in _by_state(wanted)]
    if len(streams) == 1:
        found = streams[0]
    else:
        found = list(islice(merge(*streams, key=lambda row: _key(row, order), reverse=order[0] == "-"), limit + 1))
    return _page(found, order, limit)


def _page(found: Sequence[AlertRow], order: Order, limit: int) -> Page:
    """The alerts of a page, of which one more was read."""
    rows = tuple(found[:limit])
    return Page(rows, write_cursor(rows[-1], order) if len(found) > limit else None)


def _rare(tx: Transaction, wanted: Wanted) -> tuple[str, str] | None:
    """The first filter by a facet that at most `RARE` alerts have; None where there is none."""
    for kind, value in _facet_filters(wanted):
        here = (alert_facets.c.kind == kind) & (alert_facets.c.value == value)
        some = select(alert_facets.c.alert_id).where(here).limit(RARE + 1).subquery()
        if tx.execute(select(func.count()).select_from(some)).scalar_one() <= RARE:
            return kind, value
    return None


def _rows_of(
    tx: Transaction, facet: tuple[str, str], wanted: Wanted, order: Order, after: tuple[int, str] | None, limit: int
) -> list[AlertRow]:
    """Up to `limit` alerts that have a facet, in order, after a place.

    The order is by an expression that no index answers, so that the facet leads and every alert is looked up by its id;
    only ids are sorted.
    """
    states = None if wanted.state is None else GROUPS.get(wanted.state, (wanted.state,))
    one = wanted if states is None else replace(wanted, state=None, suppressed=True)
    query = select(alerts.c.id).join(alert_facets, alert_facets.c.alert_id == alerts.c.id)
    query = query.where(alert_facets.c.kind == facet[0], alert_facets.c.value == facet[1])
    query = query.where(*_conditions(one, but=facet))
    if states is not None:
        query = query.where(alerts.c.state.concat("").in_(states))
    ids = tx.execute(_ordered(query, alerts.c[order.lstrip("-")] + 0, order, after).limit(limit)).scalars().all()
    if not ids:
        return []
    rows = [AlertRow(**row._mapping) for row in tx.execute(select(alerts).where(alerts.c.id.in_(ids)))]
    return sorted(rows, key=lambda row: _key(row, order), reverse=order[0] == "-")


def _by_state(wanted: Wanted) -> list[Wanted]:
    """The wanted alerts, once for each state of a group."""
    states = GROUPS.get(wanted.state or "")
    return [wanted] if states is None else [replace(wanted, state=state) for state in states]


def _rows(tx: Transaction, wanted: Wanted, order: Order, after: tuple[int, str] | None, limit: int) -> list[AlertRow]:
    """Up to `limit` alerts in order, after a place."""
    query = _ordered(select(alerts).where(*_conditions(wanted)), alerts.c[order.lstrip("-")], order, after)
    return [AlertRow(**row._mapping) for row in tx.execute(query.limit(limit))]


def _ordered(
    query: Select[Any], column: ColumnElement[Any], order: Order, after: tuple[int, str] | None
) -> Select[Any]:
    """A query ordered by a column, after a place."""
    if order == "due_at":
        query = query.where(column.is_not(None))
    if order[0] == "-":
        query = query.order_by(column.desc(), alerts.c.id.desc())
    else:
        query = query.order_by(column, alerts.c.id)
    if after is not None:
        here = tuple_(column, alerts.c.id)
        query = query.where(here < tuple_(*after) if order[0] == "-" else here > tuple_(*after))
    return query


def _key(row: AlertRow, order: Order) -> tuple[int, str]:
    """Where an alert stands in an order."""
    return int(getattr(row, order.lstrip("-"))), row.id


def count(tx: Transaction, wanted: Wanted, *, most: int | None = None) -> int:
    """How many alerts are wanted; counting stops at `most`, so that a number on a page costs no more than it tells."""
    found = 0
    for one in _by_state(wanted):
        query = select(alerts.c.id).where(*_conditions(one))
        if most is not None:
            query = query.limit(most - found)
        found += int(tx.execute(select(func.count()).select_from(query.subquery())).scalar_one())
        if found == most:
            break
    return found


def counts_by_state(tx: Transaction) -> dict[str, int]:
    """How many alerts are in each state."""
    rows = tx.execute(select(alerts.c.state, func.count()).group_by(alerts.c.state).order_by(alerts.c.state))
    return {row[0]: row[1] for row in rows}


def snoozed_before(tx: Transaction, moment: datetime) -> list[str]:
    """Alerts whose snooze is over."""
    query = select(alerts.c.id).where(alerts.c.state == "snoozed", alerts.c.snoozed_until <= micros(moment))
    return [row[0] for row in tx.execute(query)]


def facets_of(tx: Transaction, alert_ids: Sequence[str], kinds: Sequence[str]) -> dict[str, dict[str, list[str]]]:
    """The facets of some alerts: by alert, by kind, their values in order."""
    query = select(alert_facets).where(alert_facets.c.alert_id.in_(alert_ids), alert_facets.c.kind.in_(kinds))
    found: dict[str, dict[str, list[str]]] = {}
    for row in sorted(tx.execute(query), key=tuple):  # an order in SQL would lead SQLite along the index of values
        found.setdefault(row.alert_id, {}).setdefault(row.kind, []).append(row.value)
    return found


def article_counts(tx: Transaction, alert_ids: Sequence[str]) -> dict[str, int]:
    """How many articles each of some alerts has."""
    number = func.count(alert_articles.c.article_id.distinct())
    query = select(alert_articles.c.alert_id, number).where(alert_articles.c.alert_id.in_(alert_ids))
    return {row[0]: row[1] for row in tx.execute(query.group_by(alert_articles.c.alert_id))}


def write_cursor(row: AlertRow, order: Order) -> str:
    """The place after an alert, as an opaque word."""
    value, alert_id = _key(row, order)
    return base64.urlsafe_b64encode(f"{order}.{value}.{alert_id}".encode()).decode().rstrip("=")


def read_cursor(cursor: str, order: Order) -> tuple[int, str]:
    """The place that a cursor names. Raises InputError for one that was not given for this order."""
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        given, value, alert_id = text.split(".", 2)
        place = int(value), alert_id
    except (ValueError, binascii.Error):
        raise InputError(f"cursor: {cursor[:40]!r} was not given by this service; leave it out to begin anew") from None
    if given != order:
        raise InputError(f"cursor: it was given for the order {given!r}; leave it out to begin anew in this one")
    return place


def _conditions(wanted: Wanted, *, but: tuple[str, str] | None = None) -> list[ColumnElement[bool]]:
    """The filters that were given, without one by a facet that is looked at otherwise."""
    columns = ("band", "severity", "state")
    given = {name: value for name in columns if (value := getattr(wanted, name)) is not None}
    found: list[ColumnElement[bool]] = [alerts.c[name] == value for name, value in given.items()]
    if wanted.state is None and wanted.suppression is None and not wanted.suppressed:
        found.append(alerts.c.state != "suppressed")
    if wanted.discount is not None:
        found.append(alerts.c.discount.in_((wanted.discount, wanted.discount + SAMPLE)))
    if wanted.suppression is not None:
        covered = suppressed_alerts.c.alert_id == alerts.c.id
        found.append(exists().where(covered, suppressed_alerts.c.suppression_id == wanted.suppression))
    if wanted.assignee is not None:
        found.append(alerts.c.assignee.is_(None) if wanted.assignee == NOBODY else alerts.c.assignee == wanted.assignee)
    if wanted.due_before is not None:
        found.append(
            alerts.c.due_at + 0 < micros(wanted.due_before)
        )  # most are: the order leads, no index on due times
    found += [_facet(*facet) for facet in _facet_filters(wanted) if facet != but]
    if wanted.q is not None:
        found.extend(alerts.c.search.contains(word, autoescape=True) for word in wanted.q.casefold().split())
    if wanted.since is not None:
        found.append(alerts.c.created_at >= micros(wanted.since))
    if wanted.updated_since is not None:
        found.append(alerts.c.updated_at >= micros(wanted.updated_since))
    return found


def _facet_filters(wanted: Wanted) -> list[tuple[str, str]]:
    """The filters that facets answer, as kind and value."""
    given = [(kind, getattr(wanted, kind)) for kind in ("list", "language", "source", "label", "tier", "entity")]
    if wanted.rule is not None:
        given.append(("rule" if "/" in wanted.rule else "regime", wanted.rule))
    return [(kind, value) for kind, value in given if value is not None]


def _facet(kind: str, value: str) -> ColumnElement[bool]:
    """Alerts that have a value."""
    own = alert_facets.alias()
    return exists().where(own.c.alert_id == alerts.c.id, own.c.kind == kind, own.c.value == value)
