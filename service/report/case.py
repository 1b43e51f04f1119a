"""All that is kept of one alert, for its dossier: as a page, and as JSON that says the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.report.dossier import render_alert_html
from service.report.wording import LIMITS
from service.store import articles, audit, files, reviews
from service.store.database import Transaction
from service.store.telling import show_alert

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An alert with the articles of its story, its events, comments and files, oldest first."""

    alert: Json
    articles: Sequence[Json]
    events: Sequence[Json]
    comments: Sequence[Json]
    files: Sequence[Json]
    made_at: datetime


def gather_case(tx: Transaction, alert_id: str, *, now: datetime) -> Case:
    """Read all of one alert. Raises NotFoundError."""
    alert = show_alert(tx, alert_id, now=now)
    told = [articles.get(tx, one["id"], one["revision"]) for one in alert["story"]["articles"]]
    return Case(
        alert=alert,
        articles=[kept.article.as_dict() for kept in told],
        events=audit.history(tx, f"alert/{alert_id}"),
        comments=reviews.comments_of(tx, alert_id),
        files=[one.as_dict() for one in files.of_alert(tx, alert_id)],
        made_at=now,
    )


def case_html(case: Case) -> str:
    """The dossier as a self-contained page."""
    return render_alert_html(case.alert, case.articles, history=case.events)


def case_dict(case: Case) -> dict[str, Any]:
    """The dossier as JSON (`dossier/1`): places in it count characters of the articles that it holds."""
    return {
        "schema": "dossier/1",
        "made_at": case.made_at.isoformat(),
        "alert": dict(case.alert),
        "articles": [dict(one) for one in case.articles],
        "events": [dict(one) for one in case.events],
        "comments": [dict(one) for one in case.comments],
        "files": [dict(one) for one in case.files],
        "limits": list(LIMITS),
    }
