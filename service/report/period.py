"""The period report: what came in, what it raised, what became of it, and how fresh the lists were."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from service.report.charts import columns
from service.report.codes import EVENT_NAMES
from service.report.pages import render
from service.report.shares import Share, share

Counts = Mapping[str, int]


AGES = (("since today", 0), ("1 to 2 days", 1), ("3 to 6 days", 3), ("7 to 29 days", 7), ("30 days and more", 30))
"""Classes of waiting, with the days from which each begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How quickly alerts were closed: hours from opening to closing."""

    closed: int
    median: float
    ninety: float
    """Nine of ten were closed within these hours."""
    in_time: Share
    """Closed before they were due."""


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
    pace: Mapping[str, Pace] = field(default_factory=dict)
    """By severity, of the alerts that were closed in these days."""
    suppressed: Counts = field(default_factory=dict)
    """Alerts that were suppressed in these days, by what the suppression is about."""
    acts: Counts = field(default_factory=dict)
    """Entries of the audit trail by type: decisions, refusals, changes of lists, rules, suppressions and users."""

    @property
    def days(self) -> int:
        """Whole days."""
        return max(1, (self.until - self.since) // timedelta(days=1))

    @property
    def ageing(self) -> dict[str, int]:
        """What waits now, by how long."""
        found = dict.fromkeys((name for name, _ in AGES), 0)
        for days, number in self.waiting:
            found[next(name for name, least in reversed(AGES) if days >= least)] += number
        return found

    @property
    def alerts(self) -> int:
        """Alerts opened."""
        return sum(self.by.get("band", {}).values())


def render_period_html(period: Period) -> str:
    """The report as one self-contained page with inline charts."""
    decided = sum(period.decided.values())
    return render(
        "period.html",
        period=period,
        came_in=columns(period.articles_by_day, since=period.since, days=period.days, noun="article"),
        opened=columns(period.alerts_by_day, since=period.since, days=period.days, noun="alert"),
        false_positives=share(period.decided.get("false_positive", 0), decided),
        decided=decided,
        states=_named(period.by.get("state", {}), {}),
        outcomes=_named(period.decided, {}),
        acts=_named(period.acts, EVENT_NAMES),
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
        "false_positive_share": false_positives.as_dict(),
        "time_to_decision": {severity: _paced(pace) for severity, pace in period.pace.items()},
        "acts": dict(period.acts),
        "suppressed": dict(period.suppressed),
        "waiting": [{"days": days, "alerts": number} for days, number in period.waiting],
        "ageing": period.ageing,
        "rules_without_alerts": list(period.dead_rules),
        "lists": [dict(row) for row in period.lists],
        "snapshot": period.snapshot,
    }


def _paced(pace: Pace) -> dict[str, Any]:
    """A pace as JSON."""
    hours = {"median_hours": round(pace.median, 2), "nine_of_ten_hours": round(pace.ninety, 2)}
    return {"closed": pace.closed, **hours, "in_time": pace.in_time.as_dict()}


def _named(counts: Counts, names: Mapping[str, str]) -> dict[str, int]:
    """Counts by code with the codes as people read them."""
    found: dict[str, int] = {}
    for code, number in counts.items():
        name = names.get(code, code.replace("_", " "))
        found[name] = found.get(name, 0) + number
    return found
