"""Known false positives: proposed, approved by a second person, reviewed, revoked, and void when a list changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Literal

from service.errors import ConflictError, InputError
from service.model.entity import Entity, Watchlist
from service.model.policy import Policy
from service.model.suppression import Suppression, entry_changed, scope_changed, versions_of
from service.review.asking import Asked, Entries, InUse, Made, check_until
from service.review.attempts import Attempt, audited
from service.review.covering import cover_waiting
from service.store import alerts, audit, people, suppressions
from service.store.database import Store, Transaction
from service.store.people import User
from service.store.times import iso, micros


@dataclass(frozen=True, slots=True)
class Suppressing:
    """What people do about known false positives."""

    store: Store
    clock: Callable[[], datetime]
    policy: Policy
    entries: Entries
    in_use: InUse

    def propose(self, asked: Asked, *, by: User) -> dict[str, Any]:
        """Suppress what an alert found; waits for a second person where the policy asks for one.

        Once it is in force, waiting alerts that nobody has begun with are suppressed too. Raises NotFoundError for an
        unknown alert, InputError for a reason, a date or a condition that does not fit.
        """

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            row = alerts.get(tx, asked.alert_id)
            new = Made(self.policy, self.entries, self.in_use).of(tx, row, asked, by=by, now=now)
            suppressions.add(tx, new)
            _note(tx, new, "proposed", by, asked.note, now=now)
            return self._shown(tx, new, now=now)

        attempt = Attempt(f"alert/{asked.alert_id}", "suppress", by)
        return self._in_force(audited(self.store, self.clock, attempt, change))

    def approve(self, suppression_id: str, note: str, *, by: User) -> dict[str, Any]:
        """Put a proposed suppression in force. Raises ConflictError for one's own, or one that waits for nobody."""

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            kept = _in_state(tx, suppression_id, ("proposed",), "approve", now=now)
            if kept.created_by == by.name:
                raise ConflictError(f"{by.name} proposed this suppression; somebody else must approve it (four eyes)")
            self._check_entries(kept)
            approved = replace(kept, starts_at=micros(now), approved_by=by.name)
            suppressions.save(tx, approved)
            _note(tx, approved, "approved", by, note, now=now)
            return self._shown(tx, approved, now=now)

        attempt = Attempt(f"suppression/{suppression_id}", "approve", by)
        return self._in_force(audited(self.store, self.clock, attempt, change))

    def revoke(self, suppression_id: str, note: str, *, by: User) -> dict[str, Any]:
        """Take a suppression back; the alerts that it covers are shown again. The note is mandatory."""

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            _check_note(note, "revoke")
            kept = _in_state(tx, suppression_id, ("proposed", "active"), "revoke", now=now)
            ended = suppressions.end(tx, kept, "revoked", by=by.name, because=note, now=now)
            return self._shown(tx, ended, now=now)

        return audited(self.store, self.clock, Attempt(f"suppression/{suppression_id}", "revoke", by), change)

    def review(
        self, suppression_id: str, note: str, *, until: datetime, owner: str | None = None, by: User
    ) -> dict[str, Any]:
        """Look at a suppression again and let it stand until another day, with another owner where one is named.

        Where the policy asks for four eyes it waits for the second person anew when it is made longer.
        """

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            _check_note(note, "review")
            kept = _in_state(tx, suppression_id, ("active",), "review", now=now)
            self._check_entries(kept)
            check_until(until, now, wide=bool(kept.scopes))
            longer = micros(until) > kept.until and kept.approved_by is not None and by.name == kept.created_by
            if longer:
                raise ConflictError(f"{by.name} proposed this suppression; somebody else must make it longer")
            new_owner = kept.owner if owner is None else people.find_user(tx, owner).name
            reviewed = replace(kept, until=micros(until), owner=new_owner, reviewed_by=by.name, reviewed_at=micros(now))
            suppressions.save(tx, reviewed)
            _note(tx, reviewed, "reviewed", by, note, now=now)
            return self._shown(tx, reviewed, now=now)

        return audited(self.store, self.clock, Attempt(f"suppression/{suppression_id}", "review", by), change)

    def every(self, *, status: str | None = None, due_days: int | None = None) -> list[dict[str, Any]]:
        """All suppressions, those that end first come first; of one status, or ending within some days."""
        now = self.clock()
        with self.store.read() as tx:
            kept = suppressions.every(tx)
            covered = suppressions.counts(tx, [one.id for one in kept])
        last = None if due_days is None else micros(now + timedelta(days=due_days))
        return [
            suppressions.as_dict(one, alerts_covered=covered.get(one.id, 0), now=now)
            for one in kept
            if status in (None, one.status(micros(now)))
            and (last is None or (one.status(micros(now)) in ("active", "proposed") and one.until <= last))
        ]

    def show(self, suppression_id: str) -> dict[str, Any]:
        """One suppression. Raises NotFoundError."""
        with self.store.read() as tx:
            return self._shown(tx, suppressions.get(tx, suppression_id), now=self.clock())

    def follow_lists(self, watchlists: Iterable[Watchlist]) -> int:
        """End the suppressions whose list, list entry or programmes changed; call it before lists are used.

        Returns how many were void.
        """
        known = {each.name: each for each in watchlists}
        waiting = [one for one in self._open() if one.entries or one.scopes]
        wanted = {entity_id for one in waiting for entity_id in one.entity_ids}
        present = {entity.id: entity for each in known.values() for entity in each.entities if entity.id in wanted}
        versions = {"list": {name: each.sha256 for name, each in known.items()}}
        waiting = [
            one
            for one in waiting
            if all(entry.of_list in known for entry in one.entries)
            and all(name in known for name in _whole(one, "list"))
        ]
        return self._end({one.id: why for one in waiting if (why := _why_void(one, present, versions)) is not None})

    def follow_rules(self) -> int:
        """End the suppressions of whole rules that are in use otherwise than then; returns how many were void."""
        versions = versions_of(self.in_use())["rule"]
        waiting = [replace(one, entries=()) for one in self._open()]
        waiting = [one for one in waiting if all(name in versions for name in _whole(one, "rule"))]
        return self._end(
            {one.id: why for one in waiting if (why := _why_void(one, {}, {"rule": versions})) is not None}
        )

    def end_overdue(self) -> int:
        """End the suppressions whose time is over: what they covered waits again. Returns how many there were."""
        with self.store.read() as tx:
            overdue = suppressions.overdue(tx, now=self.clock())
        return self._end({one.id: f"nobody let it stand beyond {iso(one.until)[:10]}" for one in overdue}, "expired")

    def _open(self) -> list[Suppression]:
        """The suppressions in force or waiting for approval."""
        with self.store.read() as tx:
            return suppressions.open_ones(tx, now=self.clock())

    def _end(self, void: Mapping[str, str], ended_as: Literal["expired", "voided"] = "voided") -> int:
        """End suppressions, each for its reason; returns how many were not ended by others meanwhile."""

        def change(tx: Transaction) -> int:
            kept = [suppressions.get(tx, one, lock=True) for one in void]
            left = [one for one in kept if one.ended_at is None]
            for one in left:
                suppressions.end(tx, one, ended_as, by="system", because=void[one.id], now=self.clock())
            return len(left)

        return self.store.transact(change) if void else 0

    def _in_force(self, shown: dict[str, Any]) -> dict[str, Any]:
        """A suppression after it came in force, with the waiting alerts that it covers; another one as it is."""
        if shown["status"] != "active":
            return shown
        with self.store.read() as tx:
            kept = suppressions.get(tx, shown["id"])
        cover_waiting(self.store, self.clock, kept)
        return self.show(kept.id)

    def _check_entries(self, kept: Suppression) -> None:
        """Refuse to let stand what the lists have overtaken."""
        if (why := _why_void(kept, self.entries(kept.entity_ids), versions_of(self.in_use()))) is not None:
            raise ConflictError(f"{why}; revoke this suppression and decide on the alert anew")

    def _shown(self, tx: Transaction, kept: Suppression, *, now: datetime) -> dict[str, Any]:
        """A suppression as JSON."""
        return suppressions.as_dict(kept, alerts_covered=suppressions.counts(tx, [kept.id]).get(kept.id, 0), now=now)


def _whole(kept: Suppression, kind: str) -> list[str]:
    """The rules or lists that a suppression means as a whole."""
    return [scope.name for scope in kept.scopes if scope.kind == kind]


def _why_void(
    kept: Suppression, present: Mapping[str, Entity], versions: Mapping[str, Mapping[str, str]]
) -> str | None:
    """Why the lists and rules make a suppression void; None while they do not."""
    entries = (entry_changed(entry, present.get(entry.entity_id)) for entry in kept.entries)
    scopes = (scope_changed(scope, versions[scope.kind]) for scope in kept.scopes if scope.kind in versions)
    return next((why for why in (*entries, *scopes) if why is not None), None)


def _in_state(
    tx: Transaction, suppression_id: str, allowed: tuple[str, ...], act: str, *, now: datetime
) -> Suppression:
    """A suppression, kept from others; refused when its state does not allow the act."""
    kept = suppressions.get(tx, suppression_id, lock=True)
    status = kept.status(micros(now))
    if status not in allowed:
        raise ConflictError(
            f"{act} is not possible while the suppression is {status}; it is possible from: {', '.join(allowed)}"
        )
    return kept


def _check_note(note: str, act: str) -> None:
    if not note.strip():
        raise InputError(f"note: {act} needs a note that says why")


def _note(tx: Transaction, kept: Suppression, what: str, by: User, note: str, *, now: datetime) -> None:
    """An act on a suppression as it stands in the audit trail."""
    data = {"alert": kept.alert_id, "rules": list(kept.rules), "entities": sorted(kept.entity_ids)}
    if kept.leaves:
        data["leaves"] = list(kept.leaves)
    more = {"sources": list(kept.sources), "texts": len(kept.fingerprints), "until": iso(kept.until)}
    if kept.scopes:
        more["whole"] = [f"{scope.kind} {scope.name}" for scope in kept.scopes]
    event = audit.Act(
        actor=by.name,
        type=f"suppression.{what}",
        subject=f"suppression/{kept.id}",
        to=kept.status(micros(now)),
        note=note or None,
        data={**data, **more, "owner": kept.owner},
    )
    audit.append(tx, event, now=now)
