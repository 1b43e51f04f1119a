"""VERB: an article comes in. Seen before? Then the old result; else it is screened and kept, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from service.intake.opening import Numbered, Opening
from service.model.article import Article
from service.model.policy import Policy
from service.model.screening import Provenance, Screening
from service.store import alerts, articles, screenings
from service.store.alerts import Member
from service.store.articles import KeptArticle
from service.store.database import Store, Transaction
from service.store.grouping import GroupCommit
from service.store.screenings import Screened
from service.store.telling import show_alert
from service.store.times import micros

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
class Arrival:
    """An article on its way in; `screened` is None where it was known before it was screened."""

    article: Article
    sha256: str
    screened: Screened | None
    actor: str


class Intake:
    """The way in, for every door; one for all threads, which share commits."""

    def __init__(self, store: Store, screener: Callable[[], Screens], clock: Clock, policy: Policy) -> None:
        """`screener` gives the one in use now."""
        self._store, self._screener, self._clock, self._opening = store, screener, clock, Opening(policy)
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

    def rehearse(self, article: Article) -> Received:
        """What would come of an article, all the way to its alert; nothing is kept."""
        screened = screenings.prepare(self._screener().screen(article))
        arrival = Arrival(article, article.sha256, screened, "rehearsal")
        return self._store.rehearse(lambda tx: self._keep(tx, [arrival])[0])

    def look_again(self, kept: KeptArticle, *, actor: str) -> bool:
        """Screen a stored article anew because a list has changed; True when something else was found.

        Then the screening is kept, and its alert is opened, or told the change, with `list_change` as the reason.
        """
        screened = screenings.prepare(self._screener().screen(kept.article))
        again = Numbered(kept.article, screened, kept.revision, actor)
        return self._store.transact(lambda tx: _changed(tx, self._opening, again, now=self._clock()))

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
        new = {place: _answer(tx, self._opening, one, now=now) for place, one in fresh.items()}
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


def _answer(tx: Transaction, opening: Opening, new: Numbered, *, now: datetime) -> Received:
    """The answer to a new article, after opening or joining its alert."""
    alert = opening.alert_for(tx, new, now=now)
    screening = {**new.screened.document, "alert_id": alert["id"] if alert else None}
    return Received(screening, alert, True, new.revision)


def _changed(tx: Transaction, opening: Opening, again: Numbered, *, now: datetime) -> bool:
    """Keep another screening of a known text when it found other hits or parties than the one before."""
    document = again.screened.document
    article_id = document["article"]["id"]
    before = screenings.get(tx, article_id, again.revision)
    if before["snapshot"] == document["snapshot"] or _findings(before) == _findings(document):
        return False
    screenings.add_again(tx, again.screened, again.revision, now=now)
    known = alerts.of_revision(tx, article_id, again.revision)
    if known is None:
        opening.alert_for(tx, again, now=now, why_now="list_change")
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
    opening.tell_join(tx, member, alerts.get(tx, known, lock=True), actor=again.actor, now=now)
    return True


def _findings(document: dict[str, Any]) -> tuple[object, ...]:
    """The hits with their points, who is mentioned where, how surely, and what the list says of them."""
    hits = [(hit["rule_id"], hit["points"]) for hit in document["hits"]]
    named = [(one["field"], one["start"], [_told(each) for each in one["candidates"]]) for one in document["mentions"]]
    return hits, named


def _told(candidate: dict[str, Any]) -> dict[str, Any]:
    """A candidate without the reasons for its score."""
    return {name: value for name, value in candidate.items() if name not in ("factors", "sentence")}
