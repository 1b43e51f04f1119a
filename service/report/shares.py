"""Shares with an honest interval, and none at all where too few cases stand behind them."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

Z95 = 1.959964
"""The normal quantile of a two-sided 95 % interval."""
LEAST_CASES = 5
"""Below this many cases no share is given: it would say more than is known."""


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

    def as_dict(self) -> dict[str, Any]:
        """The share as JSON; `value`, `low` and `high` are null below `LEAST_CASES` cases."""
        return {"value": self.value, "low": self.low, "high": self.high, "of": self.of, "cases": self.among}


def share(of: int, among: int) -> Share:
    """A share with its Wilson score interval."""
    if among < LEAST_CASES:
        return Share(of, among, None, None, None)
    value = of / among
    spread = Z95 * sqrt(value * (1 - value) / among + Z95**2 / (4 * among**2))
    centre, scale = value + Z95**2 / (2 * among), 1 + Z95**2 / among
    return Share(of, among, value, max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale))
