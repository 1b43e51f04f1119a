"""What an installation asks of its reviewers: who decides by when, who looks twice, and what waits for nobody.

Discount rules close by themselves what people have found not worth their time. They are named and counted, draw a
sample that people see all the same, and never touch an alert, a listed party, or a review above ten points.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

Outcome = Literal["true_match", "false_positive", "no_action"]
TIERS = ("high", "medium", "low")
"""How far a source is to be trusted, as an installation ranks it; one that it does not name is `unrated`."""
UNRATED = "unrated"
MOST_DISCOUNTED = 10
"""Points below which a discount rule may close a review; a higher limit is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignRule:
    """Who gets alerts of some regimes and severities; none given means all."""

    to: tuple[str, ...]
    regimes: tuple[str, ...] = ()
    severities: tuple[str, ...] = ()

    def fits(self, regime: str, severity: str) -> bool:
        """Whether an alert is for these people."""
        return regime in (self.regimes or (regime,)) and severity in (self.severities or (severity,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Discount:
    """Reviews that are closed without a person: hits of these rules alone, below some points, from these sources."""

    id: str
    rules: tuple[str, ...]
    below_points: int
    reason: str
    note: str
    sample: int
    """Per cent of them that people see all the same."""
    sources: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    until: str | None = None
    """ISO date of its last day."""

    def fits(self, screenings: Iterable[dict[str, Any]], *, today: date) -> bool:
        """Whether it may close an alert with these `screening/1` objects."""
        if self.until is not None and today > date.fromisoformat(self.until):
            return False
        return all(self._fits(screening) for screening in screenings)

    def draws(self, alert_id: str) -> bool:
        """Whether an alert is part of the sample; the same answer every time."""
        drawn = int.from_bytes(hashlib.sha256(f"{self.id}|{alert_id}".encode()).digest()[:4], "big")
        return drawn % 100 < self.sample

    def _fits(self, screening: dict[str, Any]) -> bool:
        """Whether one article tells nothing that a person must see."""
        article = screening["article"]
        if self.sources and article["source"] not in self.sources:
            return False
        if self.languages and (article["language"] or screening.get("language")) not in self.languages:
            return False
        limit = min(self.below_points, MOST_DISCOUNTED)
        return all(
            hit["rule_id"] in self.rules and hit["band"] == "review" and hit["points"] < limit and not hit["entity_ids"]
            for hit in screening["hits"]
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What an installation asks of its reviewers."""

    four_eyes_on: tuple[Outcome, ...] = ("true_match",)
    """Outcomes that always need a second person."""
    four_eyes_from_points: int = 15
    """A false positive at or above this many points needs one too."""
    hours_to_decide: tuple[tuple[str, int], ...] = (("critical", 4), ("high", 24), ("medium", 72), ("low", 168))
    assign: tuple[AssignRule, ...] = ()
    discounts: tuple[Discount, ...] = ()
    source_tiers: tuple[tuple[str, str], ...] = ()
    """(source, tier)."""
    sha256: str = ""
    """Of the file that it was read from; empty for the default."""

    def needs_second(self, outcome: str, points: int) -> bool:
        """Whether a decision waits for a second person."""
        return outcome in self.four_eyes_on or (outcome == "false_positive" and points >= self.four_eyes_from_points)

    def due(self, severity: str, opened: datetime) -> datetime:
        """When an alert of that severity must be decided."""
        return opened + timedelta(hours=dict(self.hours_to_decide).get(severity, 168))

    def assignable(self, regime: str, severity: str) -> tuple[str, ...]:
        """Who may get an alert: the people of the first rule that fits."""
        return next((rule.to for rule in self.assign if rule.fits(regime, severity)), ())

    def tier(self, sources: Iterable[str]) -> str:
        """The tier of the best of some sources; `unrated` where none is ranked."""
        ranks = dict(self.source_tiers)
        given = {ranks[source] for source in sources if source in ranks}
        return next((tier for tier in TIERS if tier in given), UNRATED)

    def discount(self, screenings: Sequence[dict[str, Any]], *, today: date) -> Discount | None:
        """The first discount rule that may close an alert, if any."""
        return next((one for one in self.discounts if one.fits(screenings, today=today)), None)


def least_loaded(names: Sequence[str], loads: Mapping[str, int]) -> str | None:
    """Who of some people has the fewest open alerts, in the order given; those not in `loads` are away."""
    present = [name for name in names if name in loads]
    return min(present, key=lambda name: loads[name], default=None)
