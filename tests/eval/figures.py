"""Recall, precision, AUC and the like, with their uncertainty."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np


def wilson(hits: int, count: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if count == 0:
        return 0.0, 1.0
    z, share = 1.96, hits / count
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z / (1 + z * z / count) * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    return max(0.0, middle - half), min(1.0, middle + half)


def auc(same: Sequence[float], other: Sequence[float]) -> float:
    """The chance that a true pair scores above a false one; ties count half."""
    if not same or not other:
        return float("nan")
    order = np.sort(np.asarray(other, dtype=float))
    values = np.asarray(same, dtype=float)
    below = np.searchsorted(order, values, side="left")
    ties = np.searchsorted(order, values, side="right") - below
    return float((below + ties / 2).sum() / (len(same) * len(other)))


def best_f1(same: Sequence[float], other: Sequence[float]) -> float:
    """The best F1 over all thresholds."""
    best = 0.0
    for bar in sorted(set(same)):
        hits = sum(value >= bar for value in same)
        false = sum(value >= bar for value in other)
        best = max(best, 2 * hits / (hits + false + len(same)))
    return best
