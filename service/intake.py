"""VERB: an article comes in. Seen before? Then the old result; else it is screened and kept, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from service.model import alert as told
from service.model.article import Article
from service.model.disposition import CLOSED, Policy
from service.model.screening import Provenance, Screening
from service.screening.stories import DAYS_APART, kin, telling
from service.store import alerts, articles, audit, screenings, stories
from service.store.alerts import AlertRow, Member
from service.store.articles import KeptArticle
from service.store.database import Store, Transaction
from service.store.grouping import GroupCommit
from service.store.ids import new_id
from service.store.screenings import Screened
from service.store.telling import show_alert, show_row, story_of, tell
from service.store.times import iso, micros, moment

Clock = Callable[[], datetime]
"""Gives the present time, aware, in UTC."""
POLICY = Policy()
REOPENING = ("correction", "list_change", "new_entity", "new_rule", "severity_up")
"""Why a closed alert is opened again by an article; unchanged facts open nothing."""


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
class Arrival:
    """An article on its way in; `screened` is None where it was known before it was screened."""

    article: Article
    sha256: str
    screened: Screened | None
    actor: str


@dataclass(frozen=True, slots=True)
class Numbered:
    """An arrival that is new: its screening and the revision that it becomes."""

    article: Article
    screened: Screened
    revision: int
    actor: str


class Intake:
    """The way in, for every door; one for all threads, which share commits."""

    def __init__(self, store: Store, screener: Callable[[], Screens], clock: Clock) -> None:
        """`screener` gives the one in use now."""
        self._store, self._screener, self._clock = store, screener, clock
        self._keeper: GroupCommit[Arrival, Received] = GroupCommit(store, self._keep)

    def receive(self, article: Article, *, actor: str) -> Received:
        """Take in one article. Returning means kept: it survives a crash."""
        return self.receive_many([article], actor=actor)[0]

    def receive_many(self, group: Sequence[Article], *, actor: str) -> list[Received]:
        """Take in several articles in one transaction: all are kept, or none."""
        screener = self._screener()
        with self._store.read() as tx:
            known = articles.known(tx, {str(article.id) for article in group})
        arrivals = []
        for article in group:
            sha256 = article.sha256
            seen = sha256 in known.get(str(article.id), ())
            screened = None if seen else screenings.prepare(screener.screen(article))
            arrivals.append(Arrival(article, sha256, screened, actor))
        return self._keeper.submit(arrivals)

    def look_again(self, kept: KeptArticle, *, actor: str) -> bool:
        """Screen a stored article anew because a list has changed; True when something else was found.

        Then the screening is kept, and its alert is opened, or told the change, with `list_change` as the reason.
        """
        screened = screenings.prepare(self._screener().screen(kept.article))
        again = Numbered(kept.article, screened, kept.revision, actor)
        return self._store.transact(lambda tx: _changed(tx, again, now=self._clock()))

    def _keep(self, tx: Transaction, arrivals: Sequence[Arrival]) -> list[Received]:
        """Keep what is new with its screening and its alert; the earlier result for what is not."""
        now = self._clock()
        known = articles.known(tx, {str(arrival.article.id) for arrival in arrivals})
        fresh: dict[int, Numbered] = {}
        for place, arrival in enumerate(arrivals):
            texts = known.setdefault(str(arrival.article.id), {})
            if arrival.sha256 not in texts:
                texts[arrival.sha256] = max(texts.values(), default=0) + 1
                screened = arrival.screened or screenings.prepare(self._screener().screen(arrival.article))
                fresh[place] = Numbered(arrival.article, screened, texts[arrival.sha256], arrival.actor)
        articles.add(tx, [(one.article, one.revision) for one in fresh.values()], now=now)
        screenings.add(tx, [(one.screened, one.revision) for one in fresh.values()], now=now)
        new = {place: _answer(tx, one, now=now) for place, one in fresh.items()}
        return [
            new[place]
            if place in new
            else earlier(tx, str(arrival.article.id), known[str(arrival.article.id)][arrival.sha256], now=now)
            for place, arrival in enumerate(arrivals)
        ]


def earlier(tx: Transaction, article_id: str, revision: int, *, now: datetime) -> Received:
    """What an article was answered with before; the alert as it stands now."""
    screening = screenings.get(tx, article_id, revision)
    alert_id = alerts.of_revision(tx, article_id, revision)
    alert = None if alert_id is None else show_alert(tx, alert_id, now=now)
    return Received({**screening, "alert_id": alert_id}, alert, False, revision)


def _answer(tx: Transaction, new: Numbered, *, now: datetime) -> Received:
    """The answer to a new article, after opening or joining its alert."""
    alert = _alert_for(tx, new, now=now)
    screening = {**new.screened.document, "alert_id": alert["id"] if alert else None}
    return Received(screening, alert, True, new.revision)


def _changed(tx: Transaction, again: Numbered, *, now: datetime) -> bool:
    """Keep another screening of a known text when it found other hits or parties than the one before."""
    document = again.screened.document
    article_id = document["article"]["id"]
    before = screenings.get(tx, article_id, again.revision)
    if before["snapshot"] == document["snapshot"] or _findings(before) == _findings(document):
        return False
    screenings.add(tx, [(again.screened, again.revision)], now=now)
    known = alerts.of_revision(tx, article_id, again.revision)
    if known is None:
        _alert_for(tx, again, now=now, why_now="list_change")
        return True
    member = Member(
        alert_id=known,
        article_id=article_id,
        revision=again.revision,
        snapshot=document["snapshot"],
        why_now="list_change",
        joined_at=micros(now),
    )
    alerts.look_again(tx, member)
    _tell_join(tx, member, alerts.get(tx, known, lock=True), actor=again.actor, now=now)
    return True


def _findings(document: dict[str, Any]) -> tuple[object, ...]:
    """The hits with their points, and who is mentioned where."""
    hits = [(hit["rule_id"], hit["points"]) for hit in document["hits"]]
    named = [
        (one["field"], one["start"], [each["entity_id"] for each in one["candidates"]]) for one in document["mentions"]
    ]
    return hits, named


def _alert_for(tx: Transaction, new: Numbered, *, now: datetime, why_now: str | None = None) -> dict[str, Any] | None:
    """Open the alert of a screening, or join the open one of its story; None when nothing was found."""
    document = new.screened.document
    article_id = document["article"]["id"]
    known = alerts.of_article(tx, article_id) if new.revision > 1 else None
    if known is None and document["band"] == "none":
        return None
    stories.hold(tx)
    mine = telling(document, revision=new.revision, received_on=now.date())
    tie = None if known is not None else kin(mine, stories.similar(tx, mine, days=DAYS_APART))
    joined = known if tie is None else alerts.of_article(tx, tie.article_id)
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
        return _open(tx, member, document, actor=new.actor, now=now)
    row = alerts.get(tx, joined, lock=True)
    if tie is not None and why_now is None:
        why_now = told.why_joined(story_of(tx, row.id), document)
        member = replace(member, why_now=why_now)
    stories.add(tx, mine, row.story_id, tie)
    return _join(tx, member, row, actor=new.actor, now=now)


def _open(tx: Transaction, member: Member, document: dict[str, Any], *, actor: str, now: datetime) -> dict[str, Any]:
    """A new alert with its first article."""
    story = [told.StoryArticle(document, iso(micros(now)), member.why_now, member.revision)]
    row = AlertRow(
        id=member.alert_id,
        version=1,
        state="new",
        story_id=member.alert_id,
        created_at=micros(now),
        updated_at=micros(now),
        **_weight(story, POLICY, opened=now),
    )
    alerts.add(tx, row, told.facets(story))
    alerts.join(tx, member)
    data = {"article": member.article_id, "revision": member.revision, "snapshot": member.snapshot}
    act = audit.Act(actor=actor, type="alert.opened", subject=f"alert/{row.id}", to="new", data=data)
    audit.append(tx, act, now=now)
    return tell(row, story, now=now)


def _join(tx: Transaction, member: Member, row: AlertRow, *, actor: str, now: datetime) -> dict[str, Any]:
    """A later article, or another text of one, joins an alert and may make it heavier."""
    alerts.join(tx, member)
    return _tell_join(tx, member, row, actor=actor, now=now)


def _tell_join(tx: Transaction, member: Member, row: AlertRow, *, actor: str, now: datetime) -> dict[str, Any]:
    """An alert after one of its articles came or changed: its weight, its state, its event."""
    story = story_of(tx, row.id)
    changed = replace(row, version=row.version + 1, updated_at=max(micros(now), row.updated_at + 1))
    if any(article.screening["hits"] for article in story):
        changed = replace(changed, **_weight(story, POLICY, opened=moment(row.created_at)))
        alerts.set_facets(tx, row.id, told.facets(story))
    if row.state in CLOSED and member.why_now in REOPENING:
        changed = replace(changed, state="reopened", outcome=None, proposed_by=None)
    alerts.save(tx, changed)
    data = {"article": member.article_id, "revision": member.revision, "why_now": member.why_now}
    moved = {"from_": row.state, "to": changed.state} if changed.state != row.state else {}
    audit.append(
        tx, audit.Act(actor=actor, type="alert.joined", subject=f"alert/{row.id}", data=data, **moved), now=now
    )
    return show_row(tx, changed, now=now)


def _weight(story: Sequence[told.StoryArticle], policy: Policy, *, opened: datetime) -> dict[str, Any]:
    """The columns of an alert that follow from its articles."""
    strength, summary = told.strength(story), told.summary(story)
    return {
        "band": strength.band,
        "severity": strength.severity,
        "points": strength.points,
        "regime": strength.regime,
        "summary": summary,
        "search": told.search_words(story, summary),
        "priority": sum(part["points"] for part in told.priority(story)),
        "due_at": micros(policy.due(strength.severity, opened)),
    }
