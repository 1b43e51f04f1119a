"""The points of a hit on the scale of its rule, for a small drawing with a text alternative."""

from __future__ import annotations

from dataclasses import dataclass

from service.report.views import HitView
from service.report.wording import signed

WIDTH = 320
"""Of the drawing, in its own units: as wide as a telephone, so that its letters stay legible there."""
NARROW = 96
"""A stretch below this width carries no label."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The stretch of the scale that belongs to one band."""

    band: str
    label: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Scale:
    """Where the points stand, and the same in words."""

    x: int
    zones: tuple[Zone, ...]
    text: str


def scale_of(hit: HitView) -> Scale | None:
    """The scale of a hit; None where the rule has no thresholds."""
    if hit.review_from is None or hit.alert_from is None:
        return None
    points, review, alert = int(hit.data["points"]), hit.review_from, hit.alert_from
    low, high = min(review - 10, points - 3), max(alert + 12, points + 3)
    edges = [low, max(review, low), max(alert, review), high]

    def at(value: int) -> int:
        return round((value - low) * WIDTH / (high - low))

    names = (
        ("none", "nothing"),
        ("review", f"review from {signed(review)}"),
        ("alert", f"alert from {signed(alert)}"),
    )
    zones = []
    for (band, label), left, right in zip(names, edges, edges[1:], strict=False):
        width = at(right) - at(left)
        zones.append(Zone(band, label if width >= NARROW else "", at(left), width))
    return Scale(
        at(points), tuple(zones), f"{points} points on a scale with review from {review} and alert from {alert}"
    )
