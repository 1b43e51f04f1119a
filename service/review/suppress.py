"""Known false positives: proposed, approved by a second person, reviewed, revoked, and void when a list changes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from service.errors import ConflictError, InputError
from service.model.disposition import check_reason
from service.model.entity import Entity, Watchlist
from service.model.policy import Policy
from service.model.suppression import MAX_FOR, Suppression, agreed, entry_changed, entry_of, fingerprint, fold
from service.review.attempts import Attempt, audited
from service.store import alerts, articles, audit, people, suppressions
from service.store.alerts import AlertRow
from service.store.database import Store, Transaction
from service.store.ids import new_id
from service.store.people import User
from service.store.telling import story_of
from service.store.times import iso, micros

Entries = Callable[[Collection[str]], Mapping[str, Entity]]
"""Gives the list entries in use of some ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody wants suppressed, taken from an alert: its parties, its sources, or its very texts.

    No rules means those of the alert.
    """

    alert_id: str
    reason: str
    note: str
    until: datetime
    rules: tuple[str, ...] = ()
    entity_ids: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    texts: bool = False


@dataclass(frozen=True, slots=True)
class Suppressing:
    """What people do about known false positives."""

    store: Store
    clock: Callable[[], datetime]
    policy: Policy
    entries: Entries

    def propose(self, asked: Asked, *, by: User) -> dict[str, Any]:
        """Suppress what an alert found from now on; waits for a second person where the policy asks for one.

        Raises NotFoundError for an unknown alert, InputError for a reason, a date or a condition that does not fit.
        """

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            row = alerts.get(tx, asked.alert_id)
            new = self._made(tx, row, asked, by=by, now=now)
            suppressions.add(tx, new)
            _note(tx, new, "proposed", by, asked.note, now=now)
            return self._shown(tx, new, now=now)

        return audited(self.store, self.clock, Attempt(f"alert/{asked.alert_id}", "suppress", by), change)

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

        return audited(self.store, self.clock, Attempt(f"suppression/{suppression_id}", "approve", by), change)

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
            _check_until(until, now)
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
        """End the suppressions whose list entry or programmes are not as they were; call it before lists are used.

        Returns how many were void.
        """
        now = self.clock()
        with self.store.read() as tx:
            waiting = [one for one in suppressions.open_ones(tx, now=now) if one.entries]
        wanted = {entity_id for one in waiting for entity_id in one.entity_ids}
        if not wanted:
            return 0
        known = {each.name: each for each in watchlists}
        present = {entity.id: entity for each in known.values() for entity in each.entities if entity.id in wanted}
        waiting = [one for one in waiting if all(entry.of_list in known for entry in one.entries)]
        void = {one.id: why for one in waiting if (why := _why_void(one, present)) is not None}

        def change(tx: Transaction) -> int:
            kept = [suppressions.get(tx, one, lock=True) for one in void]
            left = [one for one in kept if one.ended_at is None]
            for one in left:
                suppressions.end(tx, one, "voided", by="system", because=void[one.id], now=now)
            return len(left)

        return self.store.transact(change) if void else 0

    def _made(self, tx: Transaction, row: AlertRow, asked: Asked, *, by: User, now: datetime) -> Suppression:
        """The suppression that was asked for, with the entries, words and points as they are now."""
        check_reason(asked.reason, asked.note)
        _check_until(asked.until, now)
        if not (asked.entity_ids or asked.sources or asked.texts):
            raise InputError("entity_ids, sources or texts: say whom, which source or whether these texts are meant")
        story = [one.screening for one in story_of(tx, row.id)]
        rules = _known("rules", asked.rules, {hit["rule_id"] for one in story for hit in one["hits"]})
        sources = _known("sources", asked.sources, {one["article"]["source"] for one in story}) if asked.sources else ()
        found = _parties(story, asked.entity_ids)
        listed = self.entries(asked.entity_ids)
        if missing := [one for one in asked.entity_ids if one not in listed]:
            raise InputError(f"entity_ids: {', '.join(missing)} is in no list in use; there is nothing to suppress")
        points = max(hit["points"] for one in story for hit in one["hits"] if hit["rule_id"] in rules)
        members = [(one.article_id, one.revision) for one in alerts.members(tx, row.id)] if asked.texts else []
        texts = [articles.get(tx, *place).article.text for place in members]
        direct = not self.policy.needs_second("false_positive", points)
        return Suppression(
            id=new_id(now),
            alert_id=row.id,
            rules=rules,
            entries=tuple(entry_of(listed[one], agreed_on=found[one][1]) for one in asked.entity_ids),
            words=tuple(sorted({word for words, _ in found.values() for word in words})),
            sources=sources,
            fingerprints=tuple(sorted({fingerprint(text) for text in texts})),
            points=points,
            reason=asked.reason,
            note=asked.note,
            owner=by.name,
            created_by=by.name,
            created_at=micros(now),
            until=micros(asked.until),
            starts_at=micros(now) if direct else None,
        )

    def _check_entries(self, kept: Suppression) -> None:
        """Refuse to let stand what the lists have overtaken."""
        if (why := _why_void(kept, self.entries(kept.entity_ids))) is not None:
            raise ConflictError(f"{why}; revoke this suppression and decide on the alert anew")

    def _shown(self, tx: Transaction, kept: Suppression, *, now: datetime) -> dict[str, Any]:
        """A suppression as JSON."""
        return suppressions.as_dict(kept, alerts_covered=suppressions.counts(tx, [kept.id]).get(kept.id, 0), now=now)


def _parties(story: list[dict[str, Any]], entity_ids: Collection[str]) -> dict[str, tuple[set[str], set[str]]]:
    """For each entity: how the articles write it, and the facts on which they agree with its entry."""
    found: dict[str, tuple[set[str], set[str]]] = {one: (set(), set()) for one in entity_ids}
    for screening in story:
        for mention in screening["mentions"]:
            for candidate in mention["candidates"]:
                if candidate["entity_id"] in found:
                    words, facts = found[candidate["entity_id"]]
                    words.add(fold(mention["text"]))
                    facts.update(agreed(candidate))
    if strangers := [one for one, (words, _) in found.items() if not words]:
        raise InputError(f"entity_ids: {', '.join(strangers)} is no party of this alert")
    return found


def _known(field: str, asked: tuple[str, ...], present: set[Any]) -> tuple[str, ...]:
    """What was asked for, or all there is; raises InputError for what the alert does not have."""
    if strange := [one for one in asked if one not in present]:
        raise InputError(f"{field}: {', '.join(strange)} is not in this alert")
    return tuple(dict.fromkeys(asked)) or tuple(sorted(present))


def _why_void(kept: Suppression, present: Mapping[str, Entity]) -> str | None:
    """Why the lists make a suppression void; None while they do not."""
    return next((why for entry in kept.entries if (why := entry_changed(entry, present.get(entry.entity_id)))), None)


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


def _check_until(until: datetime, now: datetime) -> None:
    """A suppression ends, and somebody looks at it before half a year is over."""
    if not now < until <= now + MAX_FOR:
        last = (now + MAX_FOR).date().isoformat()
        raise InputError(f"until: give a time between now and {last} ({MAX_FOR.days} days at most)")


def _check_note(note: str, act: str) -> None:
    if not note.strip():
        raise InputError(f"note: {act} needs a note that says why")


def _note(tx: Transaction, kept: Suppression, what: str, by: User, note: str, *, now: datetime) -> None:
    """An act on a suppression as it stands in the audit trail."""
    data = {"alert": kept.alert_id, "rules": list(kept.rules), "entities": sorted(kept.entity_ids)}
    more = {"sources": list(kept.sources), "texts": len(kept.fingerprints), "until": iso(kept.until)}
    event = audit.Act(
        actor=by.name,
        type=f"suppression.{what}",
        subject=f"suppression/{kept.id}",
        to=kept.status(micros(now)),
        note=note or None,
        data={**data, **more, "owner": kept.owner},
    )
    audit.append(tx, event, now=now)
