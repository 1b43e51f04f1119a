"""The alert of a screening: opened, or joined because its story is known; heavier, suppressed or opened again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from service.model import alert as told
from service.model.article import Article
from service.model.disposition import CLOSED
from service.model.policy import Discount, Policy, least_loaded
from service.model.telling import Kinship, Telling
from service.screening.corrections import corrects
from service.screening.stories import DAYS_APART, DAYS_TO_CORRECT, kin, telling
from service.store import alerts, audit, people, stories, suppressions
from service.store.alerts import SAMPLE, AlertRow, Member
from service.store.database import Transaction
from service.store.ids import new_id
from service.store.screenings import Screened
from service.store.telling import show_row, story_of
from service.store.times import iso, micros, moment
from service.store.weight import facets, weight

REOPENING = ("correction", "list_change", "new_entity", "new_rule", "severity_up")
"""Why a closed alert is opened again by an article; unchanged facts open nothing."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """An arrival that is new: its screening and the revision that it becomes."""

    article: Article
    screened: Screened
    revision: int
    actor: str


@dataclass(frozen=True, slots=True)
class Opening:
    """Opens and joins alerts by an installation's policy."""

    policy: Policy

    def alert_for(
        self, tx: Transaction, new: Numbered, *, now: datetime, why_now: str | None = None
    ) -> dict[str, Any] | None:
        """Open the alert of a screening, or join the open one of its story; None when nothing was found."""
        document = new.screened.document
        article_id = document["article"]["id"]
        known = alerts.of_article(tx, article_id) if new.revision > 1 else None
        correction = known is None and why_now is None and corrects(document["article"])
        if known is None and document["band"] == "none" and not correction:
            return None
        stories.hold(tx)
        mine = telling(document, revision=new.revision, received_on=now.date())
        tie = None if known is not None else _tie(tx, mine, document, correction=correction)
        joined = known if tie is None else alerts.of_article(tx, tie.article_id)
        if joined is None and document["band"] == "none":
            return None
        member = Member(
            alert_id=joined or new_id(now),
            article_id=article_id,
            revision=new.revision,
            snapshot=document["snapshot"],
            why_now=why_now or ("new_story" if joined is None else "correction"),
            joined_at=micros(now),
        )
        if joined is None:
            stories.add(tx, mine, member.alert_id, None)
            return self._open(tx, member, document, actor=new.actor, now=now)
        row = alerts.get(tx, joined, lock=True)
        if tie is not None and why_now is None:
            why_now = "correction" if correction else told.why_joined(story_of(tx, row.id), document)
            member = replace(member, why_now=why_now)
        stories.add(tx, mine, row.story_id, tie)
        alerts.join(tx, member)
        return self.tell_join(tx, member, row, actor=new.actor, now=now)

    def tell_join(self, tx: Transaction, member: Member, row: AlertRow, *, actor: str, now: datetime) -> dict[str, Any]:
        """An alert after one of its articles came or changed: its weight, its state, its event."""
        story = story_of(tx, row.id)
        changed = replace(row, version=row.version + 1, updated_at=max(micros(now), row.updated_at + 1))
        reopens = row.state in CLOSED and member.why_now in REOPENING
        if any(article.screening["hits"] for article in story):
            opened = now if reopens else moment(row.created_at)
            changed = replace(changed, **weight(story, self.policy, opened=opened))
            alerts.set_facets(tx, row.id, facets(story, self.policy))
        if reopens:
            changed = replace(changed, state="reopened", outcome=None, proposed_by=None)
        if row.state == "suppressed" and not _covered(tx, row, story, now=now):
            changed = replace(changed, state="reopened")
            because = f"article {member.article_id} tells more than the suppression covers"
            suppressions.note_shown_again(tx, row, because=because, now=now)
        alerts.save(tx, changed)
        data = {"article": member.article_id, "revision": member.revision, "why_now": member.why_now}
        moved = {"from_": row.state, "to": changed.state} if changed.state != row.state else {}
        event = audit.Act(actor=actor, type="alert.joined", subject=f"alert/{row.id}", data=data, **moved)
        audit.append(tx, event, now=now)
        return show_row(tx, changed, now=now)

    def _open(
        self, tx: Transaction, member: Member, document: dict[str, Any], *, actor: str, now: datetime
    ) -> dict[str, Any]:
        """A new alert with its first article; suppressed when it is a known false positive."""
        story = [told.StoryArticle(document, iso(micros(now)), member.why_now, member.revision)]
        row = AlertRow(
            id=member.alert_id,
            version=1,
            state="new",
            story_id=member.alert_id,
            created_at=micros(now),
            updated_at=micros(now),
            **weight(story, self.policy, opened=now),
        )
        alerts.add(tx, row, facets(story, self.policy))
        alerts.join(tx, member)
        data = {"article": member.article_id, "revision": member.revision, "snapshot": member.snapshot}
        subject = f"alert/{row.id}"
        audit.append(tx, audit.Act(actor=actor, type="alert.opened", subject=subject, to="new", data=data), now=now)
        if (opened := self._placed(tx, row, story, now=now)) != row:
            alerts.save(tx, opened)
        return show_row(tx, opened, now=now)

    def _placed(self, tx: Transaction, row: AlertRow, story: Sequence[told.StoryArticle], *, now: datetime) -> AlertRow:
        """Where a new alert goes: suppressed, closed by a discount rule, or to whoever is to look at it."""
        screenings = [article.screening for article in story]
        if applied := suppressions.apply(tx, row, screenings, now=now).applied:
            return suppressions.suppress(tx, row, applied, now=now)
        discount = self.policy.discount(screenings, today=now.date())
        if discount is not None:
            said = {"rule": discount.id, "reason": discount.reason, "policy": self.policy.sha256}
            if not discount.draws(row.id):
                return _discounted(tx, row, discount, said, now=now)
            row = replace(row, discount=discount.id + SAMPLE)
            audit.append(
                tx, audit.Act(actor="system", type="alert.sampled", subject=f"alert/{row.id}", data=said), now=now
            )
        names = self.policy.assignable(row.regime, row.severity)
        assignee = least_loaded(names, people.loads(tx, names)) if names else None
        if assignee is not None:
            row = replace(row, assignee=assignee)
            data = {"assignee": assignee}
            audit.append(
                tx, audit.Act(actor="system", type="alert.assign", subject=f"alert/{row.id}", data=data), now=now
            )
        return row


def _discounted(tx: Transaction, row: AlertRow, discount: Discount, said: dict[str, str], *, now: datetime) -> AlertRow:
    """A new alert that a discount rule closes, with its event."""
    closed = replace(row, state="closed_no_action", outcome="no_action", discount=discount.id)
    event = audit.Act(
        actor="system", type="alert.discounted", subject=f"alert/{row.id}", from_=row.state, to=closed.state,
        note=discount.note, data=said,
    )  # fmt: skip
    audit.append(tx, event, now=now)
    return closed


def _tie(tx: Transaction, mine: Telling, document: dict[str, Any], *, correction: bool) -> Kinship | None:
    """The closest article that tells the same event; a correction that hits no rule is compared under all of them."""
    if not correction:
        return kin(mine, stories.similar(tx, mine, days=DAYS_APART))
    if not mine.rules:
        mine = replace(mine, rules=frozenset(row["id"] for row in document["provenance"]["rules"]))
    return kin(mine, stories.similar(tx, mine, days=DAYS_TO_CORRECT), correction=True)


def _covered(tx: Transaction, row: AlertRow, story: Sequence[told.StoryArticle], *, now: datetime) -> tuple[str, ...]:
    """The suppressions that cover all of an alert; none when it is not a known false positive."""
    return suppressions.apply(tx, row, [article.screening for article in story], now=now).applied
