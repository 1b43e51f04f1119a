"""Suppressions as kept, the alerts that they cover, and what happens when one ends."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Row, func, select

from service.errors import NotFoundError
from service.model.suppression import Entry, Judgement, Scope, Suppression, judge
from service.store import alerts, audit
from service.store.alerts import AlertRow
from service.store.database import Transaction
from service.store.desk_tables import suppressed_alerts, suppressions
from service.store.times import iso, micros

_LISTS = ("rules", "words", "sources", "fingerprints", "leaves")


def add(tx: Transaction, suppression: Suppression) -> None:
    """Keep a new suppression."""
    tx.execute(suppressions.insert(), _columns(suppression))


def save(tx: Transaction, suppression: Suppression) -> None:
    """Write a suppression's present values."""
    tx.execute(suppressions.update().where(suppressions.c.id == suppression.id).values(**_columns(suppression)))


def get(tx: Transaction, suppression_id: str, *, lock: bool = False) -> Suppression:
    """One suppression. Raises NotFoundError."""
    query = select(suppressions).where(suppressions.c.id == suppression_id)
    row = tx.execute(query.with_for_update() if lock else query).first()
    if row is None:
        raise NotFoundError(f"suppression {suppression_id!r} is not kept here")
    return _kept(row)


def every(tx: Transaction) -> list[Suppression]:
    """All suppressions, those that end first come first."""
    return [_kept(row) for row in tx.execute(select(suppressions).order_by(suppressions.c.until, suppressions.c.id))]


def active(tx: Transaction, *, now: datetime) -> list[Suppression]:
    """The suppressions in force, oldest first."""
    query = select(suppressions).where(
        suppressions.c.ended_at.is_(None), suppressions.c.until > micros(now), suppressions.c.starts_at.is_not(None)
    )
    return [_kept(row) for row in tx.execute(query.order_by(suppressions.c.id))]


def open_ones(tx: Transaction, *, now: datetime) -> list[Suppression]:
    """The suppressions in force or waiting for approval."""
    query = select(suppressions).where(suppressions.c.ended_at.is_(None), suppressions.c.until > micros(now))
    return [_kept(row) for row in tx.execute(query.order_by(suppressions.c.id))]


def overdue(tx: Transaction, *, now: datetime) -> list[Suppression]:
    """The suppressions whose time is over and that nobody has ended yet, oldest first."""
    query = select(suppressions).where(suppressions.c.ended_at.is_(None), suppressions.c.until <= micros(now))
    return [_kept(row) for row in tx.execute(query.order_by(suppressions.c.until, suppressions.c.id))]


def apply(tx: Transaction, row: AlertRow, screenings: Iterable[dict[str, Any]], *, now: datetime) -> Judgement:
    """Judge an alert's screenings; those that they make void end, and what covers the alert is noted with it."""
    known = active(tx, now=now)
    if not known:
        return Judgement((), ())
    judgement = judge(known, screenings)
    for suppression_id, why in judgement.voided:
        end(tx, get(tx, suppression_id, lock=True), "voided", by="system", because=why, now=now)
    linked = set(applied_to(tx, row.id))
    new = [{"alert_id": row.id, "suppression_id": one, "at": micros(now)} for one in judgement.applied]
    if rows := [link for link in new if link["suppression_id"] not in linked]:
        tx.execute(suppressed_alerts.insert(), rows)
    return judgement


def suppress(tx: Transaction, row: AlertRow, applied: Collection[str], *, now: datetime) -> AlertRow:
    """A new alert that suppressions cover as it is from now on, with its event; the caller saves it."""
    data = {"suppressions": list(applied)}
    event = audit.Act(
        actor="system", type="alert.suppressed", subject=f"alert/{row.id}", from_=row.state, to="suppressed", data=data
    )
    audit.append(tx, event, now=now)
    return replace(row, state="suppressed")


def end(
    tx: Transaction,
    suppression: Suppression,
    ended_as: Literal["expired", "revoked", "voided"],
    *,
    by: str,
    because: str,
    now: datetime,
) -> Suppression:
    """End a suppression; the alerts that it covers are shown again."""
    ended = replace(suppression, ended_as=ended_as, ended_by=by, ended_at=micros(now), ended_because=because)
    save(tx, ended)
    shown = [alert_id for alert_id in _covered(tx, ended.id) if show_again(tx, alert_id, because=because, now=now)]
    event = audit.Act(
        actor=by,
        type=f"suppression.{ended_as}",
        subject=f"suppression/{ended.id}",
        from_=suppression.status(min(micros(now), suppression.until - 1)),
        to=ended_as,
        note=because,
        data={"shown_again": len(shown)},
    )
    audit.append(tx, event, now=now)
    return ended


def show_again(tx: Transaction, alert_id: str, *, because: str, now: datetime) -> bool:
    """Bring a suppressed alert back into the queue; False when it is not suppressed."""
    row = alerts.get(tx, alert_id, lock=True)
    if row.state != "suppressed":
        return False
    alerts.save(
        tx, replace(row, state="reopened", version=row.version + 1, updated_at=max(micros(now), row.updated_at + 1))
    )
    note_shown_again(tx, row, because=because, now=now)
    return True


def note_shown_again(tx: Transaction, row: AlertRow, *, because: str, now: datetime) -> None:
    """Write down that an alert is no longer suppressed, and why."""
    open_link = (suppressed_alerts.c.alert_id == row.id) & suppressed_alerts.c.shown_again_at.is_(None)
    tx.execute(suppressed_alerts.update().where(open_link).values(shown_again_at=micros(now)))
    event = audit.Act(
        actor="system", type="alert.shown_again", subject=f"alert/{row.id}", from_="suppressed", to="reopened",
        note=because,
    )  # fmt: skip
    audit.append(tx, event, now=now)


def applied_to(tx: Transaction, alert_id: str) -> list[str]:
    """The suppressions that cover an alert or have covered it."""
    query = select(suppressed_alerts.c.suppression_id).where(suppressed_alerts.c.alert_id == alert_id)
    return [row[0] for row in tx.execute(query.order_by(suppressed_alerts.c.at))]


def told(tx: Transaction, alert_id: str) -> dict[str, list[dict[str, Any]]]:
    """The part `suppressions` of an alert: which ones cover it, and which did and why no longer."""
    query = (
        select(suppressions, suppressed_alerts.c.at.label("linked_at"), suppressed_alerts.c.shown_again_at)
        .join(suppressed_alerts, suppressed_alerts.c.suppression_id == suppressions.c.id)
        .where(suppressed_alerts.c.alert_id == alert_id)
        .order_by(suppressed_alerts.c.at, suppressions.c.id)
    )
    found: dict[str, list[dict[str, Any]]] = {"applied": [], "voided": []}
    for row in tx.execute(query):
        shown = {"id": row.id, "reason": row.reason, "note": row.note, "owner": row.owner, "until": iso(row.until)}
        if row.shown_again_at is None:
            found["applied"].append({**shown, "at": iso(row.linked_at)})
        else:
            because = row.ended_because or f"points rose by 10 or more, or another finding joined (from {row.points})"
            found["voided"].append({**shown, "at": iso(row.shown_again_at), "because": because})
    return found


def counts(tx: Transaction, ids: Collection[str]) -> dict[str, int]:
    """How many alerts each suppression has covered."""
    query = select(suppressed_alerts.c.suppression_id, func.count()).group_by(suppressed_alerts.c.suppression_id)
    rows = tx.execute(query.where(suppressed_alerts.c.suppression_id.in_(list(ids))))
    return {row[0]: int(row[1]) for row in rows}


def counts_between(tx: Transaction, since: datetime, until: datetime) -> dict[str, int]:
    """For reports: alerts that were suppressed in a stretch of time, by suppression."""
    query = select(suppressed_alerts.c.suppression_id, func.count()).where(
        suppressed_alerts.c.at >= micros(since), suppressed_alerts.c.at < micros(until)
    )
    rows = tx.execute(query.group_by(suppressed_alerts.c.suppression_id))
    return {row[0]: int(row[1]) for row in rows}


def as_dict(suppression: Suppression, *, alerts_covered: int, now: datetime) -> dict[str, Any]:
    """The `suppression/1` object."""
    when = {
        name: None if value is None else iso(value)
        for name in ("created_at", "until", "starts_at", "reviewed_at", "ended_at")
        for value in (getattr(suppression, name),)
    }
    return {
        "schema": "suppression/1",
        **{name: list(value) if isinstance(value, tuple) else value for name, value in asdict(suppression).items()},
        "entries": [{**asdict(one), "programmes": list(one.programmes), "agreed": list(one.agreed)}
                    for one in suppression.entries],
        **when,
        "about": suppression.about,
        "status": suppression.status(micros(now)),
        "alerts_covered": alerts_covered,
    }  # fmt: skip


def _covered(tx: Transaction, suppression_id: str) -> list[str]:
    """The alerts that a suppression covers now."""
    query = select(suppressed_alerts.c.alert_id).where(
        suppressed_alerts.c.suppression_id == suppression_id, suppressed_alerts.c.shown_again_at.is_(None)
    )
    return [row[0] for row in tx.execute(query.order_by(suppressed_alerts.c.alert_id))]


def _columns(suppression: Suppression) -> dict[str, Any]:
    """A suppression as a row."""
    told = asdict(suppression)
    return {**told, **{name: json.dumps(told[name], ensure_ascii=False) for name in (*_LISTS, "entries", "scopes")}}


def _kept(row: Row[Any]) -> Suppression:
    """A row as a suppression."""
    kept = dict(row._mapping)
    entries = tuple(
        Entry(**{**one, "programmes": tuple(one["programmes"]), "agreed": tuple(one["agreed"])})
        for one in json.loads(kept["entries"])
    )
    scopes = tuple(Scope(**one) for one in json.loads(kept["scopes"]))
    lists = {name: tuple(json.loads(kept[name])) for name in _LISTS}
    return Suppression(**{**kept, **lists, "entries": entries, "scopes": scopes})
