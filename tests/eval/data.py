"""Where measurements find their data: the folder named by FLAGSTAFF_DATA."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path


def data_folder() -> Path:
    """The data folder; without one the measurement says so and stops."""
    folder = os.environ.get("FLAGSTAFF_DATA", "")
    if not folder or not Path(folder).is_dir():
        sys.exit("this measurement needs FLAGSTAFF_DATA=FOLDER (lists/, articles/, text/, traps.csv); it was not run")
    return Path(folder)


def read_jsonl(path: Path) -> list[dict[str, object]]:
    """All records of a JSON lines file."""
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def held_out(entry: str) -> bool:
    """Whether an entry belongs to the part that nothing was tuned on (two fifths, by hash of its id)."""
    return _fifth(entry) in (0, 1)


def opened(article_id: str) -> bool:
    """Whether a labelled article was held out until 2026-11-24, when it was read and rules were tuned on it."""
    return _fifth(article_id) == 0


def held_out_article(article_id: str) -> bool:
    """Whether a labelled article belongs to the fifth that is still unread."""
    return _fifth(article_id) == 1


def _fifth(name: str) -> int:
    """One of five parts, by hash."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % 5


def wilson(hits: int, cases: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's score interval of a share; (0, 1) for no cases."""
    if cases == 0:
        return 0.0, 1.0
    share = hits / cases
    centre = share + z * z / (2 * cases)
    spread = z * ((share * (1 - share) + z * z / (4 * cases)) / cases) ** 0.5
    return (centre - spread) / (1 + z * z / cases), (centre + spread) / (1 + z * z / cases)
