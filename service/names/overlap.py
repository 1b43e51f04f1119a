"""Which of some ranges does another one touch? Looked up, so that many against many stays cheap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Ranges:
    """Half-open ranges of one text, in any order; they may overlap each other."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Take the ranges."""
        ordered = sorted(ranges)
        self._starts = [start for start, _ in ordered]
        self._reach = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of the ranges has a character in common with this one."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._reach[before - 1] > start
