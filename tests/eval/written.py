"""Pairs of names written by hand before any tuning: kinds of spelling that lists do not show."""

from __future__ import annotations

import csv
import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from service.names.compare import compare_names
from tests.eval.figures import wilson

UNSEEN = Path(__file__).parent / "unseen"
FILES = {
    "name_pairs.csv": "kinds of spelling",
    "name_pairs_scripts.csv": "other scripts, readings, translated bodies",
    "name_pairs_dprk.csv": "Korean persons and bodies",
}
"""The files of pairs, each written before the tuning that followed it."""


@dataclass(frozen=True, slots=True)
class WrittenPair:
    """A name as an article may write it, a name as a list may, and whether they are one party."""

    kind: str
    schema: str
    same: bool
    written: str
    listed: str

    @property
    def held_out(self) -> bool:
        """Whether the pair belongs to the half that is only counted, never looked at."""
        return int(hashlib.sha256((self.written + self.listed).encode()).hexdigest()[:8], 16) % 2 == 1


def load_written(file: str) -> list[WrittenPair]:
    """All pairs of a file."""
    with (UNSEEN / file).open(encoding="utf-8", newline="") as file:
        return [
            WrittenPair(row["kind"], row["schema"], row["same"] == "yes", row["written"], row["listed"])
            for row in csv.DictReader(file)
        ]


def written_figures() -> list[list[str]]:
    """Print and return the share of pairs that are told apart as a reader would, by file, kind and half."""
    return [row for file, what in FILES.items() for row in _figures(file, what)]


def _figures(file: str, about: str) -> list[list[str]]:
    """One file of pairs."""
    right: dict[tuple[bool, str], list[bool]] = defaultdict(list)
    for pair in load_written(file):
        fired = compare_names(pair.written, pair.listed, pair.schema).points >= 0
        for group in (pair.kind, "all, held out" if pair.held_out else "all, looked at"):
            right[pair.same, group].append(fired)
    rows = []
    print(f"\nPairs written by hand before tuning: {about}")
    for (same, group), fired in sorted(right.items(), key=lambda item: (not item[0][0], item[0][1])):
        low, high = wilson(sum(fired), len(fired))
        what = "found" if same else "fired"
        share = sum(fired) / len(fired)
        rows.append([f"written: {group}", what, f"{share:.3f}", f"{low:.3f}-{high:.3f}", str(len(fired))])
        print(f"  {group:28} {what:5} {share:6.3f}  [{low:.3f}, {high:.3f}]  n={len(fired)}")
    return rows
