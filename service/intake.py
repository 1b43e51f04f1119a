"""VERB: an article comes in. Seen before? Then the old result; else it is screened and kept, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from service.model import alert as told
from service.model.article import Article
from service.model.screening import Provenance, Screening
from service.store import alerts, articles, audit, screenings
from service.store.alerts import AlertRow, Member
from service.store.database import Store, Transaction
from service.store.ids import new_id
from service.store.screenings import Screened
from service.store.times import iso, micros

Clock = Callable[[], datetime]
"""Gives the present time, aware, in UTC."""


class Named(Protocol):
    """What intake needs of a snapshot."""

    @property
    def sha256(self) -> str:
        """The name of its content; the store holds the content itself."""
        ...

    @property
    def provenance(self) -> Provenance:
        """Versions and hashes of its rules and lists."""
        ...


class Screens(Protocol):
    """What intake needs of a screener."""

    @property
    def snapshot(self) -> Named:
        """The rules and lists in use."""
        ...

    def screen(self, article: Article) -> Screening:
        """One look at one article."""
        ...


@dataclass(frozen=True, slots=True)
class Received:
    """The answer to an article: its screening (with `alert_id`), its alert if any, and whether it was new."""

    screening: dict[str, Any]
    alert: dict[str, Any] | None
    created: bool
    revision: int


@dataclass(frozen=True, slots=True)
class Intake:
    """The way in, for every door."""

    store: Store
    screener: Screens
    clock: Clock

    def receive(self, article: Article, *, actor: str = "local") -> Received:
        """Take in one article. Returning means kept: it survives a crash."""
        return self.receive_many([article], actor=actor)[0]

    def receive_many(self, group: Sequence[Article], *, actor: str = "local") -> list[Received]:
        """Take in several articles in one transaction: all are kept, or none."""
        screener = self.screener
        with self.store.read() as tx:
            seen = [articles.find_revision(tx, article) is not None for article in group]
        fresh = [
            None if known else screenings.prepare(screener.screen(article))
            for article, known in zip(group, seen, strict=True)
        ]

        def act(tx: Transaction) -> list[Received]:
            return [self._keep(tx, article, screened, actor) for article, screened in zip(group, fresh, strict=True)]

        return self.store.transact(act)

    def _keep(self, tx: Transaction, article: Article, screened: Screened | None, actor: str) -> Received:
        """The earlier result of a known article; else keep it, its screening and its alert."""
        now = self.clock()
        known = articles.find_revision(tx, article)
        if known is not None:
            return earlier(tx, str(article.id), known, now=now)
        if screened is None:  # forgotten by a retention purge since we looked
            screened = screenings.prepare(self.screener.screen(article))
        revision = articles.last_revision(tx, str(article.id)) + 1
        articles.add(tx, article, revision=revision, now=now)
        screenings.add(tx, screened, revision=revision, now=now)
        alert_id = _alert_for(tx, screened, revision, actor=actor, now=now)
        screening = {**screened.document, "alert_id": alert_id}
        return Received(screening, None if alert_id is None else show_alert(tx, alert_id, now=now), True, revision)


def earlier(tx: Transaction, article_id: str, revision: int, *, now: datetime) -> Received:
    """What an article was answered with before; the alert as it stands now."""
    screening = screenings.get(tx, article_id, revision)
    alert_id = alerts.of_revision(tx, article_id, revision)
    alert = None if alert_id is None else show_alert(tx, alert_id, now=now)
    return Received({**screening, "alert_id": alert_id}, alert, False, revision)


def show_alert(tx: Transaction, alert_id: str, *, now: datetime) -> dict[str, Any]:
    """The `alert/1` object of a kept alert. Raises NotFoundError."""
    return told_alert(tx, alerts.get(tx, alert_id), now=now)


def told_alert(tx: Transaction, row: AlertRow, *, now: datetime) -> dict[str, Any]:
    """The `alert/1` object of a row."""
    members = _members(tx, row.id)
    return {
        "schema": told.ALERT_SCHEMA,
        "id": row.id,
        "created_at": iso(row.created_at),
        "updated_at": iso(row.updated_at),
        "etag": row.etag,
        "state": row.state,
        "band": row.band,
        "severity": row.severity,
        "points": row.points,
        "regime": row.regime,
        "summary": row.summary,
        "why_now": members[-1].why_now,
        "story": {"id": row.story_id, "articles": told.story_articles(members)},
        "hits": told.hits(members),
        "parties": told.parties(members),
        "provenance": told.provenance(members, now=now),
        "links": {
            "self": f"/v1/alerts/{row.id}",
            "articles": [f"/v1/articles/{article_id}" for article_id in dict.fromkeys(m.id for m in members)],
        },
    }


def _alert_for(tx: Transaction, screened: Screened, revision: int, *, actor: str, now: datetime) -> str | None:
    """Open the alert of a screening, or join the one that an earlier revision opened; None when nothing was found."""
    document = screened.document
    article_id = document["article"]["id"]
    known = alerts.of_article(tx, article_id) if revision > 1 else None
    if known is None and document["band"] == "none":
        return None
    member = Member(
        alert_id=known or new_id(now),
        article_id=article_id,
        revision=revision,
        snapshot=document["snapshot"],
        why_now="new_story" if known is None else "correction",
        joined_at=micros(now),
    )
    if known is None:
        _open(tx, member, document, actor=actor, now=now)
    else:
        _join(tx, member, actor=actor, now=now)
    return member.alert_id


def _open(tx: Transaction, member: Member, document: dict[str, Any], *, actor: str, now: datetime) -> None:
    """A new alert with its first article."""
    story = [told.StoryArticle(document, iso(micros(now)))]
    strength = told.strength(story)
    summary = told.summary(story)
    row = AlertRow(
        id=member.alert_id,
        version=1,
        state="new",
        band=strength.band,
        severity=strength.severity,
        points=strength.points,
        regime=strength.regime,
        story_id=member.alert_id,
        summary=summary,
        search=_search(story, summary),
        created_at=micros(now),
        updated_at=micros(now),
    )
    alerts.add(tx, row, told.facets(story))
    alerts.join(tx, member)
    data = {"article": member.article_id, "revision": member.revision, "snapshot": member.snapshot}
    act = audit.Act(actor=actor, type="alert.opened", subject=f"alert/{row.id}", to="new", data=data)
    audit.append(tx, act, now=now)


def _join(tx: Transaction, member: Member, *, actor: str, now: datetime) -> None:
    """A later article, or another text of one, joins an open alert and may make it heavier."""
    row = alerts.get(tx, member.alert_id, lock=True)
    alerts.join(tx, member)
    story = _members(tx, row.id)
    changed = replace(row, version=row.version + 1, updated_at=max(micros(now), row.updated_at + 1))
    if any(article.screening["hits"] for article in story):
        strength = told.strength(story)
        summary = told.summary(story)
        changed = replace(
            changed,
            band=strength.band,
            severity=strength.severity,
            points=strength.points,
            regime=strength.regime,
            summary=summary,
            search=_search(story, summary),
        )
        alerts.set_facets(tx, row.id, told.facets(story))
    alerts.save(tx, changed)
    data = {"article": member.article_id, "revision": member.revision, "why_now": member.why_now}
    act = audit.Act(actor=actor, type="alert.joined", subject=f"alert/{row.id}", data=data)
    audit.append(tx, act, now=now)


def _members(tx: Transaction, alert_id: str) -> list[told.StoryArticle]:
    """The articles of an alert: of each the newest text, in the order in which they joined."""
    newest = {member.article_id: member for member in alerts.members(tx, alert_id)}
    return [
        told.StoryArticle(document, iso(received_at), member.why_now, member.revision)
        for member, document, received_at in alerts.screenings_of(tx, list(newest.values()))
    ]


def _search(story: Sequence[told.StoryArticle], summary: str) -> str:
    """What a search in the queue looks in."""
    titles = [str(article.screening["article"]["title"]) for article in story]
    names = [candidate["primary_name"] for party in told.parties(story) for candidate in party["candidates"]]
    words = [mention["text"] for article in story for mention in article.screening["mentions"]]
    return "\n".join(dict.fromkeys([summary, *titles, *names, *words])).casefold()
