"""What an alert's articles make of it: the columns by which it is filtered and ordered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from service.model import alert as told
from service.model.policy import Policy
from service.store.times import micros


def weight(story: Sequence[told.StoryArticle], policy: Policy, *, opened: datetime) -> dict[str, Any]:
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


def facets(story: Sequence[told.StoryArticle], policy: Policy) -> set[tuple[str, str]]:
    """What an alert can be filtered by: what its articles tell, and the tier of its best source."""
    sources = {article.screening["article"]["source"] for article in story} - {None}
    return told.facets(story) | {("tier", policy.tier(sources))}
