"""A person says which articles tell the same event: split off what does not belong, merge what does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from service.errors import ConflictError, InputError
from service.model.alert import StoryArticle
from service.model.disposition import REGROUPED
from service.model.policy import Policy
from service.review.attempts import Attempt, audited, locked, touched
from service.store import alerts, audit, reviews, stories
from service.store.alerts import AlertRow
from service.store.database import Store, Transaction
from service.store.ids import new_id
from service.store.people import User
from service.store.telling import show_alert, story_of
from service.store.times import micros, moment
from service.store.weight import facets, weight


@dataclass(frozen=True, slots=True)
class Split:
    """Both alerts after a split."""

    alert: dict[str, Any]
    split_off: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Regrouping:
    """What people do to stories; articles that come later follow what they resemble most."""

    store: Store
    clock: Callable[[], datetime]
    policy: Policy

    def split(
        self, alert_id: str, article_ids: Sequence[str], note: str, *, by: User, if_match: str | None = None
    ) -> Split:
        """Some articles tell another event: they leave the alert and make one of their own.

        Raises NotFoundError, LostUpdateError, ConflictError in a state that does not allow it, InputError for a missing
        note, or articles of which nothing or everything would be left.
        """

        def change(tx: Transaction) -> Split:
            now = self.clock()
            stories.hold(tx)
            row = _regrouped(locked(tx, alert_id, if_match), "split")
            _check_note(note)
            story = story_of(tx, alert_id)
            leaving = [article for article in story if article.id in set(article_ids)]
            _check_split(story, leaving, article_ids)
            new = AlertRow(
                id=(new := new_id(now)),
                version=1,
                state="new",
                story_id=new,
                created_at=micros(now),
                updated_at=micros(now),
                assignee=row.assignee,
                **weight(leaving, self.policy, opened=now),
            )
            alerts.add(tx, new, facets(leaving, self.policy))
            ids = [article.id for article in leaving]
            alerts.hand_over(tx, alert_id, new.id, ids)
            stories.move(tx, ids, new.id, reason=f"split off from alert {alert_id} by {by.name}: {note}")
            self._weigh(tx, row, now)
            data = {"articles": ids, "split_off": new.id}
            audit.append(tx, _event("alert.split", row, by, note, data), now=now)
            audit.append(tx, _event("alert.opened", new, by, note, {"articles": ids, "split_from": alert_id}), now=now)
            return Split(show_alert(tx, alert_id, now=now), show_alert(tx, new.id, now=now))

        return audited(self.store, self.clock, Attempt(f"alert/{alert_id}", "split", by), change)

    def merge(self, alert_id: str, into: str, note: str, *, by: User, if_match: str | None = None) -> dict[str, Any]:
        """Two alerts tell the same event: the articles of one go into the other, which is returned.

        The emptied one is closed, keeps its record, and says where its articles went. Decisions on parties and labels
        go along; where both say different things of a party, it is open again.
        """

        def change(tx: Transaction) -> dict[str, Any]:
            now = self.clock()
            stories.hold(tx)
            row = _regrouped(locked(tx, alert_id, if_match), "merge")
            _check_note(note)
            if into == alert_id:
                raise InputError("into: an alert cannot be merged into itself; name another one")
            target = _regrouped(alerts.get(tx, into, lock=True), "merge")
            members = alerts.members(tx, alert_id)
            present = {(one.article_id, one.revision) for one in alerts.members(tx, into)}
            for place, one in enumerate(members):
                if (one.article_id, one.revision) not in present:
                    alerts.join(tx, replace(one, alert_id=into, joined_at=micros(now) + place))
            ids = list(dict.fromkeys(one.article_id for one in members))
            stories.move(tx, ids, target.story_id, reason=f"merged from alert {alert_id} by {by.name}: {note}")
            self._weigh(tx, target, now)
            parties = reviews.carry_over(tx, alert_id, into)
            closed = replace(
                touched(row, now), state="closed_no_action", outcome="no_action", merged_into=into, snoozed_until=None
            )
            alerts.save(tx, closed)
            data = {"articles": ids, "into": into, "reason": "duplicate_story"}
            audit.append(tx, _event("alert.merged", row, by, note, data, to=closed.state), now=now)
            taken = {"articles": ids, "from": alert_id, "parties": parties}
            audit.append(tx, _event("alert.took_over", target, by, note, taken), now=now)
            return show_alert(tx, into, now=now)

        return audited(self.store, self.clock, Attempt(f"alert/{alert_id}", "merge", by), change)

    def _weigh(self, tx: Transaction, row: AlertRow, now: datetime) -> None:
        """An alert after its articles changed."""
        story = story_of(tx, row.id)
        weighed = weight(story, self.policy, opened=moment(row.created_at))
        alerts.save(tx, replace(touched(row, now), **weighed))
        alerts.set_facets(tx, row.id, facets(story, self.policy))


def _regrouped(row: AlertRow, act: str) -> AlertRow:
    """The row, if its articles may still be moved. Raises ConflictError."""
    if row.merged_into is not None:
        raise ConflictError(f"{act} is not possible: alert {row.id} was merged into {row.merged_into}")
    if row.state not in REGROUPED:
        allowed = ", ".join(REGROUPED)
        raise ConflictError(
            f"{act} is not possible while alert {row.id} is {row.state}; it is possible from: {allowed}"
        )
    return row


def _check_note(note: str) -> None:
    if not note.strip():
        raise InputError("note: say why, for whoever reads it in years")


def _check_split(story: Sequence[StoryArticle], leaving: Sequence[StoryArticle], asked: Sequence[str]) -> None:
    """Refuse to split off what is not there, nothing, everything, or what would leave an alert without a finding."""
    ids = {article.id for article in story}
    if strange := [one for one in asked if one not in ids]:
        raise InputError(f"article_ids: {', '.join(strange)} is no article of this alert")
    staying = [article for article in story if article not in leaving]
    if not leaving or not staying:
        raise InputError("article_ids: name some of the alert's articles, but not all of them")
    for part, what in ((leaving, "the articles that leave"), (staying, "the articles that stay")):
        if not any(article.screening["hits"] for article in part):
            raise InputError(f"article_ids: {what} hit no rule, so that nothing would be left to decide")


def _event(kind: str, row: AlertRow, by: User, note: str, data: dict[str, Any], *, to: str | None = None) -> audit.Act:
    """A regrouping as it stands in the audit trail."""
    moved = {"from_": row.state, "to": to} if to is not None else {}
    return audit.Act(actor=by.name, type=kind, subject=f"alert/{row.id}", note=note, data=data, **moved)
