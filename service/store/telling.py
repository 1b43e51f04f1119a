"""The `alert/1` object of a kept alert, told from the screenings of its articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote

from service.model import alert as told
from service.model.disposition import CLOSED
from service.store import alerts, list_states, queue, reviews, stories, suppressions
from service.store.alerts import SAMPLE, AlertRow
from service.store.database import Store, Transaction
from service.store.reviews import PartyDecision
from service.store.times import iso, micros

_AT_ONCE = 200
_NOT_DUE = (*CLOSED, "suppressed")


@dataclass(frozen=True, slots=True)
class People:
    """What people did to an alert: decisions by entity, labels, and suppressions that cover it or did."""

    parties: Mapping[str, PartyDecision]
    labels: Sequence[str]
    suppressions: Mapping[str, list[dict[str, Any]]]


def show_alert(tx: Transaction, alert_id: str, *, now: datetime) -> dict[str, Any]:
    """The `alert/1` object of a kept alert. Raises NotFoundError."""
    return show_row(tx, alerts.get(tx, alert_id), now=now)


def show_row(tx: Transaction, row: AlertRow, *, now: datetime) -> dict[str, Any]:
    """The `alert/1` object of an alert's row."""
    decided, labels = reviews.party_decisions_of(tx, row.id), reviews.labels_of(tx, row.id)
    people = People(decided, labels, suppressions.told(tx, row.id))
    return tell(row, story_of(tx, row.id), people, now=now, confirmed=list_states.confirmed(tx))


def walk(
    store: Store,
    wanted: queue.Wanted,
    clock: Callable[[], datetime],
    *,
    order: queue.Order = "updated_at",
    cursor: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Every wanted alert from the cursor on, read page by page, so that memory stays bounded."""
    while True:
        with store.read() as tx:
            page = queue.page(tx, wanted, order=order, cursor=cursor, limit=_AT_ONCE)
            now = clock()
            documents = [show_row(tx, row, now=now) for row in page.rows]
        yield from documents
        cursor = page.next_cursor
        if cursor is None:
            return


def story_of(tx: Transaction, alert_id: str) -> list[told.StoryArticle]:
    """The articles of an alert: of each the newest text, in the order in which they joined."""
    newest = {member.article_id: member for member in alerts.members(tx, alert_id)}
    ties = stories.ties(tx, newest)
    return [
        told.StoryArticle(
            document, iso(received_at), member.why_now, member.revision, ties.get(member.article_id, (None, None, None))
        )
        for member, document, received_at in alerts.screenings_of(tx, list(newest.values()))
    ]


def tell(
    row: AlertRow,
    story: Sequence[told.StoryArticle],
    people: People,
    *,
    now: datetime,
    confirmed: Mapping[str, str],
) -> dict[str, Any]:
    """The `alert/1` object of a row, its articles, and what people did to it."""
    ids = [article.id for article in story]
    parts = told.priority(story) if any(article.screening["hits"] for article in story) else []
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
        "priority": {"value": row.priority, "parts": parts},
        "summary": row.summary,
        "why_now": told.why_now(story),
        "story": {"id": row.story_id, "articles": told.story_articles(story)},
        "hits": told.hits(story),
        "parties": _decided(told.parties(story), people.parties),
        "review": {
            "assignee": row.assignee,
            "due_at": None if row.due_at is None else iso(row.due_at),
            "overdue": row.due_at is not None and row.due_at < micros(now) and row.state not in _NOT_DUE,
            "snoozed_until": None if row.snoozed_until is None else iso(row.snoozed_until),
            "outcome": row.outcome,
            "proposed_by": row.proposed_by,
            "labels": people.labels,
            "merged_into": row.merged_into,
            "discount": None if row.discount is None else _discount(row.discount),
        },
        "suppressions": people.suppressions,
        "provenance": told.provenance(story, now=now, confirmed=confirmed),
        "links": {
            "self": f"/v1/alerts/{row.id}",
            "events": f"/v1/alerts/{row.id}/events",
            "report": f"/v1/alerts/{row.id}/report.html",
            "articles": [f"/v1/articles/{quote(article_id, safe='')}" for article_id in dict.fromkeys(ids)],
        },
    }


def _discount(kept: str) -> dict[str, Any]:
    """The discount rule that closed an alert by itself, or drew it as a sample."""
    return {"rule": kept.removesuffix(SAMPLE), "sampled": kept.endswith(SAMPLE)}


def _decided(parties: list[dict[str, Any]], decisions: Mapping[str, PartyDecision]) -> list[dict[str, Any]]:
    """The parties with the decision on each candidate; null while there is none."""
    return [
        {
            **party,
            "candidates": [
                {**one, "decision": decisions[one["entity_id"]].as_dict() if one["entity_id"] in decisions else None}
                for one in party["candidates"]
            ],
        }
        for party in parties
    ]
