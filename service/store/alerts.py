"""Alerts: their rows, the articles that belong to them, and what they can be filtered by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import delete, select

from service.errors import NotFoundError
from service.store import screenings
from service.store.database import Transaction
from service.store.tables import alert_articles, alert_facets, alerts

SAMPLE = " (sample)"
"""Behind the name of a discount rule: it would have closed the alert, but drew it for people to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """One alert as kept; times in microseconds."""

    id: str
    version: int
    state: str
    band: str
    severity: str
    points: int
    regime: str
    story_id: str
    summary: str
    search: str
    created_at: int
    updated_at: int
    priority: int = 0
    assignee: str | None = None
    due_at: int | None = None
    snoozed_until: int | None = None
    proposed_by: str | None = None
    outcome: str | None = None
    merged_into: str | None = None
    discount: str | None = None

    @property
    def etag(self) -> str:
        """The entity tag of this version, quotes included."""
        return f'"{self.id}.{self.version}"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An article of an alert: which revision, screened under which snapshot, and why it joined."""

    alert_id: str
    article_id: str
    revision: int
    snapshot: str
    why_now: str
    joined_at: int


Facet = tuple[str, str]
"""(kind, value): ("rule", "un-dprk/overseas-workers"), ("list", "un"), ..."""


def add(tx: Transaction, alert: AlertRow, facets: Iterable[Facet]) -> None:
    """Open an alert."""
    tx.execute(alerts.insert(), asdict(alert))
    set_facets(tx, alert.id, facets)


def save(tx: Transaction, alert: AlertRow) -> None:
    """Write an alert's present values; the caller has raised `version`."""
    tx.execute(alerts.update().where(alerts.c.id == alert.id).values(**asdict(alert)))


def set_facets(tx: Transaction, alert_id: str, facets: Iterable[Facet]) -> None:
    """Make exactly these the values that an alert can be filtered by; labels that people gave it stay."""
    tx.execute(delete(alert_facets).where(alert_facets.c.alert_id == alert_id, alert_facets.c.kind != "label"))
    rows = [{"alert_id": alert_id, "kind": kind, "value": value} for kind, value in sorted(set(facets))]
    if rows:
        tx.execute(alert_facets.insert(), rows)


def get(tx: Transaction, alert_id: str, *, lock: bool = False) -> AlertRow:
    """One alert. `lock` keeps others from changing it until the transaction ends. Raises NotFoundError."""
    query = select(alerts).where(alerts.c.id == alert_id)
    row = tx.execute(query.with_for_update() if lock else query).first()
    if row is None:
        raise NotFoundError(f"alert {alert_id!r} is not kept here")
    return AlertRow(**row._mapping)


def join(tx: Transaction, member: Member) -> None:
    """Add an article to an alert."""
    tx.execute(alert_articles.insert(), asdict(member))


def hand_over(tx: Transaction, from_alert: str, to_alert: str, article_ids: Iterable[str]) -> None:
    """Articles leave one alert for another."""
    here = (alert_articles.c.alert_id == from_alert) & alert_articles.c.article_id.in_(list(article_ids))
    tx.execute(alert_articles.update().where(here).values(alert_id=to_alert))


def look_again(tx: Transaction, member: Member) -> None:
    """An article of an alert was screened again: its newest screening and the reason take the place of the earlier."""
    here = (
        (alert_articles.c.alert_id == member.alert_id)
        & (alert_articles.c.article_id == member.article_id)
        & (alert_articles.c.revision == member.revision)
    )
    now = {"snapshot": member.snapshot, "why_now": member.why_now, "joined_at": member.joined_at}
    tx.execute(alert_articles.update().where(here).values(**now))


def of_article(tx: Transaction, article_id: str) -> str | None:
    """The newest alert that an article belongs to, by any of its revisions."""
    query = select(alert_articles.c.alert_id).where(alert_articles.c.article_id == article_id)
    return tx.execute(query.order_by(alert_articles.c.joined_at.desc()).limit(1)).scalar()


def of_revision(tx: Transaction, article_id: str, revision: int) -> str | None:
    """The newest alert that one revision of an article belongs to."""
    query = select(alert_articles.c.alert_id).where(
        alert_articles.c.article_id == article_id, alert_articles.c.revision == revision
    )
    return tx.execute(query.order_by(alert_articles.c.joined_at.desc()).limit(1)).scalar()


def members(tx: Transaction, alert_id: str) -> list[Member]:
    """The articles of an alert, in the order in which they joined."""
    query = select(alert_articles).where(alert_articles.c.alert_id == alert_id)
    query = query.order_by(alert_articles.c.joined_at, alert_articles.c.article_id, alert_articles.c.revision)
    return [Member(**row._mapping) for row in tx.execute(query)]


def screenings_of(tx: Transaction, group: Sequence[Member]) -> list[tuple[Member, dict[str, Any], int]]:
    """Each article's screening document and the time it was received, in the same order."""
    told = screenings.several(tx, [(member.article_id, member.revision, member.snapshot) for member in group])
    return [(member, document, received_at) for member, (document, received_at) in zip(group, told, strict=True)]
