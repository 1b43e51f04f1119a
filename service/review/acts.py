"""VERB: an analyst decides. Every step is a legal move by an authenticated person, and stands in the audit trail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from service.errors import ConflictError, InputError, NotFoundError
from service.model.disposition import PARTY_DECISIONS, Act, Standing, check_reason, next_state
from service.model.policy import Policy
from service.review.attempts import Attempt, audited, locked, still_open, touched
from service.store import alerts, audit, people, queue, reviews
from service.store.alerts import AlertRow
from service.store.database import Store, Transaction
from service.store.people import User
from service.store.telling import show_alert
from service.store.times import iso, micros

MAX_COMMENT = 10_000
MAX_LABEL = 60
SYSTEM = "system"
"""The actor of what the service does by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartySaid:
    """What somebody says of some listed parties of an alert."""

    entity_ids: tuple[str, ...]
    decision: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class Review:
    """What people do to alerts."""

    store: Store
    clock: Callable[[], datetime]
    policy: Policy

    def act(self, alert_id: str, act: Act, *, by: User, if_match: str | None = None) -> dict[str, Any]:
        """Do one act to one alert and return the alert.

        `if_match` is the ETag on which the decision rests. Raises NotFoundError, LostUpdateError, ConflictError for an
        illegal move, InputError for a missing reason or note; a refused attempt stands in the audit trail.
        """

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            self._move(tx, locked(tx, alert_id, if_match), act, by=by, now=now)
            return show_alert(tx, alert_id, now=now)

        return audited(self.store, self.clock, Attempt(f"alert/{alert_id}", act.name, by), change)

    def decide_parties(
        self, alert_id: str, said: PartySaid, *, by: User, if_match: str | None = None
    ) -> dict[str, Any]:
        """Say of listed parties of an alert whether the article means them; returns the alert."""

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            row = locked(tx, alert_id, if_match)
            if row.state not in ("in_review", "escalated"):
                raise ConflictError(f"take the alert first: parties are decided in review, and it is {row.state}")
            _check_said(said, show_alert(tx, alert_id, now=now))
            for entity_id in said.entity_ids:
                reviews.decide_party(
                    tx,
                    reviews.PartyDecision(
                        alert_id=alert_id,
                        entity_id=entity_id,
                        decision=said.decision,
                        reason=said.reason,
                        note=said.note,
                        by=by.name,
                        at=micros(now),
                    ),
                )
            alerts.save(tx, touched(row, now))
            data = {"entities": list(said.entity_ids), "decision": said.decision, "reason": said.reason}
            event = audit.Act(actor=by.name, type="alert.party", subject=f"alert/{alert_id}", note=said.note, data=data)
            audit.append(tx, event, now=now)
            return show_alert(tx, alert_id, now=now)

        return audited(self.store, self.clock, Attempt(f"alert/{alert_id}", "decide_parties", by), change)

    def comment(self, alert_id: str, text: str, *, by: User) -> list[dict[str, Any]]:
        """Add a comment and return all of them."""

        def change(tx: Transaction) -> list[dict[str, Any]]:
            now = self.clock()
            alerts.get(tx, alert_id)
            if not 0 < len(text.strip()) <= MAX_COMMENT:
                raise InputError(f"text: write 1 to {MAX_COMMENT:,} characters")
            reviews.comment(tx, alert_id, text, by=by.name, now=now)
            event = audit.Act(actor=by.name, type="alert.commented", subject=f"alert/{alert_id}", note=text)
            audit.append(tx, event, now=now)
            return reviews.comments_of(tx, alert_id)

        return audited(self.store, self.clock, Attempt(f"alert/{alert_id}", "comment", by), change)

    def label(self, alert_id: str, labels: Sequence[str], *, by: User, if_match: str | None = None) -> dict[str, Any]:
        """Make exactly these the labels of an open alert, and return it."""

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            row = still_open(locked(tx, alert_id, if_match), "changing labels")
            for label in labels:
                if not 0 < len(label.strip()) <= MAX_LABEL:
                    raise InputError(f"labels: {label[:MAX_LABEL]!r} does not fit; use 1 to {MAX_LABEL} characters")
            reviews.set_labels(tx, alert_id, [label.strip() for label in labels])
            alerts.save(tx, touched(row, now))
            data = {"labels": sorted({label.strip() for label in labels})}
            event = audit.Act(actor=by.name, type="alert.labelled", subject=f"alert/{alert_id}", data=data)
            audit.append(tx, event, now=now)
            return show_alert(tx, alert_id, now=now)

        return audited(self.store, self.clock, Attempt(f"alert/{alert_id}", "label", by), change)

    def wake_due(self) -> int:
        """Bring back the alerts whose snooze is over; returns how many. Several processes may do this at once."""
        with self.store.read() as tx:
            due = queue.snoozed_before(tx, self.clock())
        return sum(self.store.transact(partial(self._wake, alert_id)) for alert_id in due)

    def _wake(self, alert_id: str, tx: Transaction) -> bool:
        """Bring an alert back, unless somebody was first."""
        row, now = locked(tx, alert_id, None), self.clock()
        if row.state != "snoozed" or (row.snoozed_until or 0) > micros(now):
            return False
        self._move(tx, row, Act(name="wake"), by=User(SYSTEM, "admin"), now=now)
        return True

    def _move(self, tx: Transaction, row: AlertRow, act: Act, *, by: User, now: datetime) -> None:
        """Do a legal act to a row that is kept from others; raises what makes it illegal."""
        state = next_state(self._standing(tx, row, now=now), act, actor=by.name, policy=self.policy, now=now)
        changed = _changed(tx, row, act, state=state, by=by, now=now)
        alerts.save(tx, changed)
        audit.append(tx, _event(row, changed, act, by), now=now)

    def _standing(self, tx: Transaction, row: AlertRow, *, now: datetime) -> Standing:
        """What decides whether an act is legal; parties matter only where a decision is near."""
        undecided: tuple[str, ...] = ()
        if row.state in ("in_review", "escalated"):
            undecided = open_parties(show_alert(tx, row.id, now=now))
        return Standing(
            state=row.state,
            points=row.points,
            proposed_by=row.proposed_by,
            open_parties=undecided,
            merged_into=row.merged_into,
        )


def _changed(tx: Transaction, row: AlertRow, act: Act, *, state: str, by: User, now: datetime) -> AlertRow:
    """The row after an act."""
    changed = replace(touched(row, now), state=state, snoozed_until=None)
    if act.name == "take":
        return replace(changed, assignee=by.name)
    if act.name == "assign":
        return replace(changed, assignee=_assignee(tx, act), snoozed_until=row.snoozed_until)
    if act.name == "snooze" and act.until is not None:
        return replace(changed, snoozed_until=micros(act.until))
    if act.name == "decide":
        return replace(changed, outcome=act.outcome, proposed_by=by.name)
    if act.name in ("reject", "reopen"):
        return replace(changed, outcome=None, proposed_by=None)
    return changed


def open_parties(alert: dict[str, Any]) -> tuple[str, ...]:
    """Entities of an alert that still need a decision: none of a mention whose party is confirmed."""
    undecided: list[str] = []
    for party in alert["parties"]:
        decisions = [one["decision"] and one["decision"]["decision"] for one in party["candidates"]]
        if "confirmed" not in decisions:
            pairs = zip(party["candidates"], decisions, strict=True)
            undecided += [one["entity_id"] for one, decision in pairs if decision is None]
    return tuple(dict.fromkeys(undecided))


def _check_said(said: PartySaid, alert: dict[str, Any]) -> None:
    """Refuse a decision that is none, says too little, or is about nobody in the alert."""
    if said.decision not in PARTY_DECISIONS:
        raise InputError(f"decision: {said.decision!r} is none of {', '.join(PARTY_DECISIONS)}")
    check_reason(said.reason, said.note)
    known = {one["entity_id"] for party in alert["parties"] for one in party["candidates"]}
    unknown = [entity_id for entity_id in said.entity_ids if entity_id not in known]
    if unknown or not said.entity_ids:
        raise InputError(f"entity_ids: {', '.join(unknown) or 'none'} is no party of this alert")


def _assignee(tx: Transaction, act: Act) -> str | None:
    """Who is to look at it; None to take it back."""
    if act.assignee is None:
        return None
    try:
        user = people.find_user(tx, act.assignee)
    except NotFoundError as error:
        raise InputError(f"assignee: {error}; assign an analyst or admin") from None
    if user.role not in ("analyst", "admin"):
        raise InputError(f"assignee: {user.name} is {user.role}; assign an analyst or admin")
    return user.name


def _event(row: AlertRow, changed: AlertRow, act: Act, by: User) -> audit.Act:
    """An act as it stands in the audit trail."""
    given = {
        "outcome": changed.outcome if act.name in ("decide", "approve") else None,
        "reason": act.reason,
        "until": None if act.until is None else iso(micros(act.until)),
        "assignee": changed.assignee if act.name in ("assign", "take") else None,
    }
    data = {name: value for name, value in given.items() if value is not None}
    return audit.Act(
        actor=by.name,
        type=f"alert.{act.name}",
        subject=f"alert/{row.id}",
        from_=row.state,
        to=changed.state,
        note=act.note or None,
        data=data or None,
    )
