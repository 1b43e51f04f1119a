"""The period report: what came in, what it raised, what became of it, and how fresh the lists were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import sqrt
from typing import Any

from service.report.charts import columns
from service.report.pages import render

Z95 = 1.959964
"""The normal quantile of a two-sided 95 % interval."""
LEAST_CASES = 5
"""Below this many decided cases no share is given: it would say more than is known."""

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Share:
    """A share with its 95 % interval (Wilson, 1927); None for all three below `LEAST_CASES` cases."""

    of: int
    among: int
    value: float | None
    low: float | None
    high: float | None

    def sentence(self) -> str:
        """`25 % (3 of 12; 95 % interval 9 to 53 %)`."""
        if self.value is None or self.low is None or self.high is None:
            return f"not given: {self.among} decided, {LEAST_CASES} needed"
        interval = f"{100 * self.low:.0f} to {100 * self.high:.0f} %"
        return f"{100 * self.value:.0f} % ({self.of:,} of {self.among:,}; 95 % interval {interval})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The figures of a stretch of time, from `since` until before `until` (both aware)."""

    since: datetime
    until: datetime
    articles: int
    articles_by_day: Mapping[int, int]
    alerts_by_day: Mapping[int, int]
    by: Mapping[str, Counts]
    """Alerts by `band`, `severity`, `regime`, `state`, `rule`, `list`, `source` and `language`."""
    rules: Sequence[str] = ()
    """The ids of the rules in use."""
    dead_rules: Sequence[str] = ()
    """Those of them that raised nothing."""
    lists: Sequence[Mapping[str, Any]] = ()
    """The lists in use, with `age_hours`."""
    waiting: Sequence[tuple[int, int]] = ()
    """(days waited, alerts) of what is open now."""
    snapshot: str = ""
    made_at: datetime | None = None
    decided: Counts = field(default_factory=dict)
    """Closed alerts by outcome."""

    @property
    def days(self) -> int:
        """Whole days."""
        return max(1, (self.until - self.since) // timedelta(days=1))

    @property
    def alerts(self) -> int:
        """Alerts opened."""
        return sum(self.by.get("band", {}).values())


def share(of: int, among: int) -> Share:
    """A share with its Wilson score interval."""
    if among < LEAST_CASES:
        return Share(of, among, None, None, None)
    value = of / among
    spread = Z95 * sqrt(value * (1 - value) / among + Z95**2 / (4 * among**2))
    centre, scale = value + Z95**2 / (2 * among), 1 + Z95**2 / among
    return Share(of, among, value, max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale))


def render_period_html(period: Period) -> str:
    """The report as one self-contained page with inline charts."""
    decided = sum(period.decided.values())
    return render(
        "period.html",
        period=period,
        came_in=columns(period.articles_by_day, since=period.since, days=period.days, noun="articles"),
        opened=columns(period.alerts_by_day, since=period.since, days=period.days, noun="alerts"),
        false_positives=share(period.decided.get("false_positive", 0), decided),
        decided=decided,
        oldest=max((days for days, _ in period.waiting), default=0),
        waiting=sum(number for _, number in period.waiting),
    )


def period_dict(period: Period) -> dict[str, Any]:
    """The same figures as JSON."""
    decided = sum(period.decided.values())
    false_positives = share(period.decided.get("false_positive", 0), decided)
    return {
        "schema": "period/1",
        "since": period.since.isoformat(),
        "until": period.until.isoformat(),
        "articles": period.articles,
        "alerts": period.alerts,
        "alerts_by": {name: dict(counts) for name, counts in period.by.items()},
        "decided": dict(period.decided),
        "false_positive_share": {
            "value": false_positives.value, "low": false_positives.low, "high": false_positives.high, "cases": decided,
        },
        "waiting": [{"days": days, "alerts": number} for days, number in period.waiting],
        "rules_without_alerts": list(period.dead_rules),
        "lists": [dict(row) for row in period.lists],
        "snapshot": period.snapshot,
    }  # fmt: skip
