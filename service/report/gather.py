"""The figures of reports, each read from the store in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from statistics import median
from typing import Any

from service.model.alert import SEVERITIES
from service.model.disposition import CLOSED, STATES
from service.report.period import Pace, Period
from service.report.quality import Quality, Sampled, agreement, draw
from service.report.shares import share
from service.report.thresholds import Thresholds, thresholds_of
from service.store import figures, suppressions
from service.store.database import Store, Transaction
from service.store.decisions import Decision, decisions_between, second_looks_between

COLUMNS = ("band", "severity", "regime", "state")
FACETS = ("rule", "list", "source", "language")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class InUse:
    """What is in use now: ids of rules, lists with their ages, the snapshot."""

    rules: Sequence[str]
    lists: Sequence[Mapping[str, Any]]
    snapshot: str


def gather_period(store: Store, since: datetime, until: datetime, *, in_use: InUse, now: datetime) -> Period:
    """The period from `since` until before `until`; what waits and what is in use is told as of `now`."""
    today = (now - _EPOCH).days
    waiting_states = tuple(state for state in STATES if state not in (*CLOSED, "suppressed"))
    with store.read() as tx:
        by = {name: figures.alerts_by(tx, name, since, until) for name in COLUMNS}
        by |= {name: figures.alerts_by_facet(tx, name, since, until) for name in FACETS}
        raised = figures.alerts_by_facet(tx, "rule", since, until, most=100_000)
        return Period(
            since=since,
            until=until,
            articles=figures.articles_between(tx, since, until),
            articles_by_day=figures.articles_by_day(tx, since, until),
            alerts_by_day=figures.alerts_by_day(tx, since, until),
            by=by,
            rules=tuple(in_use.rules),
            dead_rules=tuple(rule for rule in in_use.rules if rule not in raised),
            lists=tuple(in_use.lists),
            waiting=tuple((today - day, number) for day, number in figures.waiting_since(tx, waiting_states)),
            decided={state.removeprefix("closed_"): number for state, number in by["state"].items() if state in CLOSED},
            pace=pace_of(decisions_between(tx, since, until, with_rules=False)),
            suppressed=_suppressed(tx, since, until),
            acts=figures.acts_between(tx, since, until),
            snapshot=in_use.snapshot,
            made_at=now,
        )


def _suppressed(tx: Transaction, since: datetime, until: datetime) -> dict[str, int]:
    """Alerts that were suppressed in these days, by what each suppression is about, most first."""
    counts = suppressions.counts_between(tx, since, until)
    ordered = sorted(counts, key=lambda one: (-counts[one], one))
    return {f"{suppressions.get(tx, one).about} ({one})": counts[one] for one in ordered}


def gather_quality(store: Store, since: datetime, until: datetime, *, per_person: int, seed: str) -> Quality:
    """A sample of the decisions of these days for a second look, and how often earlier looks agreed."""
    with store.read() as tx:
        decisions, looks = decisions_between(tx, since, until), second_looks_between(tx, since, until)
    by_decision = {(look.alert_id, look.decided_at): look for look in looks}
    drawn = draw(decisions, per_person=per_person, seed=seed)
    return Quality(
        since=since,
        until=until,
        seed=seed,
        per_person=per_person,
        decided=len(decisions),
        sampled=tuple(Sampled(decision=one, look=by_decision.get((one.alert_id, one.at))) for one in drawn),
        agreement=agreement(looks),
    )


def gather_thresholds(store: Store, since: datetime, until: datetime, *, rule: str | None = None) -> Thresholds:
    """How precise the alerts of these days were, by the decisions on them; those of a rule or a whole regime alone."""
    with store.read() as tx:
        decisions = decisions_between(tx, since, until)
    if rule is not None:
        decisions = [one for one in decisions if any(f"{name}/".startswith(f"{rule}/") for name in one.rules)]
    return replace(thresholds_of(decisions, since, until), rule=rule)


def pace_of(decisions: Sequence[Decision]) -> dict[str, Pace]:
    """How quickly alerts were closed, by severity, the gravest first."""
    found: dict[str, Pace] = {}
    for severity in reversed(SEVERITIES):
        some = [one for one in decisions if one.severity == severity]
        if some:
            hours = sorted(one.hours for one in some)
            in_time = share(sum(one.in_time for one in some), len(some))
            nine = hours[min(len(hours) - 1, len(hours) * 9 // 10)]
            found[severity] = Pace(closed=len(some), median=median(hours), ninety=nine, in_time=in_time)
    return found
