"""Test articles: planted now and then to see whether what must be flagged still is. They are never kept as alerts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from service.model.article import Article

ORDER = ("none", "review", "alert")


@dataclass(frozen=True, slots=True)
class Planted:
    """An article, and what must come of it: at least this band (`none`: nothing at all), by this rule."""

    article: Article
    band: str
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class PlantedResult:
    """What came of a test item; `passed` false means that something is broken, `detail` says what."""

    item: str
    expected_band: str
    expected_rule: str | None
    band: str
    passed: bool
    detail: str
    micros: int
    """From the door to the alert."""


def judge_item(item: Planted, screening: dict[str, Any], alert: dict[str, Any] | None, *, micros: int) -> PlantedResult:
    """Hold what came of a test item against what must come of it."""
    fault = _fault(item, screening, alert)
    return PlantedResult(
        item=str(item.article.id),
        expected_band=item.band,
        expected_rule=item.rule,
        band=screening["band"],
        passed=fault is None,
        detail=fault or "as expected",
        micros=micros,
    )


def _fault(item: Planted, screening: dict[str, Any], alert: dict[str, Any] | None) -> str | None:
    """What is wrong; None where nothing is."""
    band = screening["band"]
    if item.band == "none":
        return None if band == "none" else f"flagged as {band}, though it tells nothing: {_rules(screening)}"
    if ORDER.index(band) < ORDER.index(item.band):
        return f"missed: band {band} where {item.band} is expected"
    if item.rule is not None and item.rule not in _rules(screening):
        return f"missed by {item.rule}; it was hit by {', '.join(_rules(screening)) or 'no rule'}"
    if alert is None:
        return "screened, but no alert was opened"
    if alert["state"] == "suppressed":
        applied = ", ".join(one["id"] for one in alert["suppressions"]["applied"])
        return f"nobody would see it: suppressed by {applied}"
    discount = alert["review"]["discount"]
    if discount is not None and not discount["sampled"]:
        return f"nobody would see it: closed by the discount rule {discount['rule']}"
    return None


def _rules(screening: dict[str, Any]) -> list[str]:
    return [hit["rule_id"] for hit in screening["hits"]]
