"""The threshold report: how precise alerts are, by band, rule and points, from the desk's own decisions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.model.policy import Outcome
from service.report.pages import render
from service.report.shares import Share, share
from service.store.decisions import Decision

STEP = 5
"""Width of a class of points."""
OUTCOMES: tuple[Outcome, ...] = ("true_match", "false_positive")
"""What precision is counted over; `no_action` says nothing of either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One group of decisions."""

    label: str
    true_matches: int
    false_positives: int
    no_action: int

    @property
    def precision(self) -> Share:
        """True matches among those decided either way."""
        return share(self.true_matches, self.true_matches + self.false_positives)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What would be left if nothing below some points were shown."""

    points: int
    line: Line
    lost: int
    """True matches that lie below and would not be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The figures of a stretch of time."""

    since: datetime
    until: datetime
    decided: int
    bands: tuple[Line, ...]
    points: tuple[Line, ...]
    rules: tuple[Line, ...]
    cuts: tuple[Cut, ...]
    rule: str | None = None
    """The rule or regime that is looked at alone."""


def thresholds_of(decisions: Sequence[Decision], since: datetime, until: datetime) -> Thresholds:
    """Precision by band, by class of points and by rule, and what higher thresholds would keep and lose."""
    return Thresholds(
        since=since,
        until=until,
        decided=len(decisions),
        bands=_lines(decisions, lambda one: (one.band,)),
        points=tuple(_line(label, some) for label, some in _by_points(decisions)),
        rules=_lines(decisions, lambda one: one.rules),
        cuts=tuple(_cuts(decisions)),
    )


def thresholds_dict(report: Thresholds) -> dict[str, Any]:
    """The report as JSON (`thresholds/1`); a precision is null below five decided cases."""
    return {
        "schema": "thresholds/1",
        "since": report.since.isoformat(),
        "until": report.until.isoformat(),
        "rule": report.rule,
        "decided": report.decided,
        "by_band": [_told(line) for line in report.bands],
        "by_points": [_told(line) for line in report.points],
        "by_rule": [_told(line) for line in report.rules],
        "if_shown_from": [
            {"points": cut.points, **_told(cut.line), "true_matches_lost": cut.lost} for cut in report.cuts
        ],
    }


def render_thresholds_html(report: Thresholds) -> str:
    """The report as a page."""
    return render("thresholds.html", report=report)


def _lines(decisions: Sequence[Decision], labels: Callable[[Decision], Iterable[str]]) -> tuple[Line, ...]:
    """One line a label, most decisions first."""
    groups: dict[str, list[Decision]] = {}
    for decision in decisions:
        for label in labels(decision):
            groups.setdefault(label, []).append(decision)
    return tuple(
        _line(label, some) for label, some in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )


def _line(label: str, decisions: Sequence[Decision]) -> Line:
    """The counts of some decisions."""
    counts = {outcome: sum(one.outcome == outcome for one in decisions) for outcome in (*OUTCOMES, "no_action")}
    return Line(
        label=label,
        true_matches=counts["true_match"],
        false_positives=counts["false_positive"],
        no_action=counts["no_action"],
    )


def _by_points(decisions: Sequence[Decision]) -> list[tuple[str, list[Decision]]]:
    """Decisions by class of points, lowest first."""
    groups: dict[int, list[Decision]] = {}
    for decision in decisions:
        groups.setdefault(decision.points // STEP * STEP, []).append(decision)
    return [(f"{low} to {low + STEP - 1}", groups[low]) for low in sorted(groups)]


def _cuts(decisions: Sequence[Decision]) -> Iterable[Cut]:
    """What would be shown from each class of points on."""
    for low in sorted({one.points // STEP * STEP for one in decisions}):
        kept = [one for one in decisions if one.points >= low]
        lost = sum(one.outcome == "true_match" for one in decisions if one.points < low)
        yield Cut(points=low, line=_line(f"from {low}", kept), lost=lost)


def _told(line: Line) -> dict[str, Any]:
    """A line as JSON."""
    counts = {"true_matches": line.true_matches, "false_positives": line.false_positives, "no_action": line.no_action}
    return {"label": line.label, **counts, "precision": line.precision.as_dict()}
